"""The one way off the GUI thread: a desk of its own in a thread, results by queued signal."""

from __future__ import annotations

import logging
import queue
import threading
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from reader.model.errors import ReaderError
from reader.services.desk import Desk, open_desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_log = logging.getLogger(__name__)
T = TypeVar("T")


class _Job(NamedTuple):
    work: Callable[[Desk], Any]
    then: Callable[[Any], None] | None
    failed: Callable[[ReaderError], None] | None


class DeskThread(QObject):
    """Runs jobs on the library one after another, in one thread with one connection.

    ``world_failed`` carries a ReaderError that no job took care of; ``crashed`` an exception
    that is a fault of ours. Both, and every result, arrive on the thread that owns this object.
    """

    world_failed = Signal(object)
    crashed = Signal(object)
    _finished = Signal(object, object)

    def __init__(self, folder: Path, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._waiting = 0
        self._closed = False

    @property
    def waiting(self) -> int:
        """Return how many jobs have not delivered their result yet."""
        return self._waiting

    def start(self) -> None:
        """Open the desk in its thread and begin with the jobs."""
        self._thread.start()

    def submit(
        self,
        work: Callable[[Desk], T],
        then: Callable[[T], None] | None = None,
        *,
        failed: Callable[[ReaderError], None] | None = None,
    ) -> None:
        """Do ``work`` on the desk, then hand its result to ``then`` on the GUI thread."""
        if self._closed:
            return
        self._waiting += 1
        self._jobs.put(_Job(work, then, failed))

    def close(self, timeout: float = 30.0) -> bool:
        """Finish what is queued and close the desk; say whether it ended within ``timeout`` s."""
        if not self._closed:
            self._closed = True
            self._jobs.put(None)
        if self._thread.is_alive():
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        desk: Desk | None = None
        while (job := self._jobs.get()) is not None:
            try:
                if desk is None:
                    desk = open_desk(self._folder, or_read_only=True)
                result: object = job.work(desk)
            except BaseException as error:  # noqa: BLE001 - every kind has its way to the window,
                result = error  # a panic of a library too: the next job must have its turn
            self._finished.emit(job, result)
        if desk is not None:
            desk.close()

    @Slot(object, object)
    def _on_finished(self, job: _Job, result: object) -> None:
        self._waiting -= 1
        if isinstance(result, ReaderError):
            if job.failed is not None and is_there(job.failed):
                job.failed(result)
            else:
                self.world_failed.emit(result)
        elif isinstance(result, BaseException):
            _log.error("a job on the library failed", exc_info=result)
            self.crashed.emit(result)
        elif job.then is not None and is_there(job.then):
            job.then(result)


def is_there(listener: Callable[..., object]) -> bool:
    """Say whether the one who is to be told still exists: a window may be gone meanwhile."""
    told: object = listener
    while isinstance(told, partial):
        told = told.func
    owner = getattr(told, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
