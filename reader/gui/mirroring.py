"""Bring the plain copies up to date, in small steps, when the reader pauses."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.gui.session import Session
    from reader.model.errors import ReaderError
    from reader.services.desk import Desk

_AFTER = 5_000
_TRY_AGAIN = 60_000
_AT_END = 2.0


class _Left(NamedTuple):
    """How many copies are left to be done now, and whether some wait for better times."""

    more: int
    waiting: bool


class BackgroundMirroring(QObject):
    """Writes one article's copy at a time, so that a write of the reader's waits for no more.

    It begins some seconds after the last change. What the disk does not take is tried again.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._under_way = self._closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_due)
        session.changed.connect(self._on_changed)
        session.changed_elsewhere.connect(self._on_changed_elsewhere)
        self._timer.start(_AFTER)

    def close(self) -> None:
        """Stop; what is left is done by ``do_last``."""
        self._closed = True
        self._timer.stop()

    def _step(self, work: Callable[[Desk], _Left]) -> None:
        self._under_way = True
        self._session.write(work, self._on_done, failed=self._on_failed)

    def _on_done(self, left: _Left) -> None:
        self._under_way = False
        if self._closed:
            return
        if left.more and not self._timer.isActive():
            self._step(_one)
        elif left.waiting and not self._timer.isActive():
            self._timer.start(_TRY_AGAIN)

    def _on_failed(self, _error: ReaderError) -> None:
        self._under_way = False
        if not self._closed:
            self._timer.start(_TRY_AGAIN)

    @Slot()
    def _on_due(self) -> None:
        if not self._under_way:
            self._step(_first)

    @Slot(object)
    def _on_changed(self, _changes: object) -> None:
        if not self._closed:
            self._timer.start(_AFTER)

    @Slot()
    def _on_changed_elsewhere(self) -> None:
        # Our own writes are seen here as well: those of the copies must not begin it anew.
        if not (self._closed or self._under_way) and not self._timer.isActive():
            self._timer.start(_AFTER)


def _first(desk: Desk) -> _Left:
    desk.mirroring.try_again()
    return _one(desk)


def _one(desk: Desk) -> _Left:
    left = desk.mirroring.go_on(1)
    return _Left(left, desk.mirroring.waiting)


def do_last(desk: Desk) -> None:
    """Do what is left when the window closes, for a moment at most."""
    desk.mirroring.finish(seconds=_AT_END)
