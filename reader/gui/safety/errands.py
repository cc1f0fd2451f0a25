"""Work on a library's files in a process of its own: the window neither waits nor stutters."""

from __future__ import annotations

import logging
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from reader.gui.runner import is_there
from reader.model.errors import ReaderError
from reader.system.workers import Worker

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

_log = logging.getLogger(__name__)
_SERVICE = "reader.services.safekeeping"


class Errands(QObject):
    """Calls functions of ``reader.services.safekeeping`` and hands on what comes of them.

    ``crashed(Exception)`` carries a fault of ours.
    """

    crashed = Signal(object)
    _answered = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker("chumoku-safety")
        self._waiting = 0
        self._closed = False
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Say whether something that was asked for is still on its way."""
        return self._waiting > 0

    def ask(
        self,
        function: str,
        *arguments: object,
        then: Callable[[Any], None],
        failed: Callable[[ReaderError], None],
    ) -> None:
        """Call a function, then hand its result to ``then`` on the GUI thread."""
        if self._closed:
            return
        self._waiting += 1
        future = self._worker.submit(f"{_SERVICE}.{function}", *arguments)
        future.add_done_callback(partial(self._emit_answer, then, failed))

    def close(self) -> None:
        """Stop at once: whatever is under way can be cut off without harm."""
        self._closed = True
        self._worker.close()

    def _emit_answer(
        self,
        then: Callable[[Any], None],
        failed: Callable[[ReaderError], None],
        future: Future[Any],
    ) -> None:
        # In the worker's own thread: only a signal may leave it, if there is still a listener.
        if not self._closed and not future.cancelled():
            with suppress(RuntimeError):
                self._answered.emit(then, failed, future.exception() or future)

    @Slot(object, object, object)
    def _on_answered(
        self,
        then: Callable[[Any], None],
        failed: Callable[[ReaderError], None],
        answer: Future[Any] | BaseException,
    ) -> None:
        self._waiting -= 1
        if self._closed:
            return
        if isinstance(answer, ReaderError):
            if is_there(failed):
                failed(answer)
        elif isinstance(answer, BaseException):
            _log.error("an errand for the library's safety failed", exc_info=answer)
            self.crashed.emit(answer)
        elif is_there(then):
            then(answer.result())
