"""Understanding in the background: one text at a time, in a process of its own."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from reader.system.workers import Worker

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from reader.gui.session import Session
    from reader.model.changes import Changes
    from reader.model.understanding import Understanding
    from reader.services.desk import Desk
    from reader.services.understanding import Pending

_log = logging.getLogger(__name__)


class BackgroundUnderstanding(QObject):
    """Keeps the understanding up with the library; ``idle_changed(bool)`` tells when it rests."""

    idle_changed = Signal(bool)
    _answered = Signal(object, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._worker: Worker | None = None
        self._under_way = False
        self._first = ""
        self._closed = False
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """Say whether nothing is being understood."""
        return not self._under_way

    def wake(self, first: str = "") -> None:
        """Look for texts that wait, the one that is open first."""
        self._first = first or self._first
        if self._under_way or self._closed:
            return
        self._under_way = True
        self.idle_changed.emit(False)
        self._session.write(partial(_next, self._first), self._on_next)

    def close(self) -> None:
        """Stop; what was not understood waits for the next start."""
        self._closed = True
        if self._worker is not None:
            self._worker.close()

    def _on_next(self, pending: Pending | None) -> None:
        if pending is None or self._closed:
            self._rest()
            return
        if self._worker is None:
            self._worker = Worker()
        future = self._worker.submit(
            "reader.language.analysis.analyse", pending.text, pending.blocks, pending.language
        )
        future.add_done_callback(partial(self._emit_answer, pending))

    def _emit_answer(self, pending: Pending, future: Future[Any]) -> None:
        # In the worker's own thread: only a signal may leave it.
        if not self._closed and not future.cancelled():
            self._answered.emit(pending, future.exception() or future.result())

    def _go_on(self, _changes: Changes | None) -> None:
        self._under_way = False
        self.wake()

    def _rest(self) -> None:
        self._under_way = False
        self._first = ""
        self.idle_changed.emit(True)

    @Slot(object, object)
    def _on_answered(self, pending: Pending, answer: Understanding | BaseException) -> None:
        work: Callable[[Desk], Changes | None]
        if isinstance(answer, BaseException):
            _log.error("an article could not be understood: %r", answer)
            work = partial(_failed, pending, answer)
        else:
            work = partial(_store, pending, answer)
        self._session.write(work, self._go_on)


def _next(first: str, desk: Desk) -> Pending | None:
    return desk.understanding.next_pending(first=first or None)


def _store(pending: Pending, understanding: Understanding, desk: Desk) -> Changes:
    return desk.understanding.store(pending, understanding)


def _failed(pending: Pending, why: BaseException, desk: Desk) -> None:
    desk.understanding.failed(pending, why)
