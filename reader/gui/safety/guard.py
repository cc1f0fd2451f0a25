"""The watch over an open library: a quick check and the daily backup, well after the start."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reader.gui.safety.errands import Errands
from reader.model.safekeeping import Findings

if TYPE_CHECKING:
    from reader.gui.session import Session
    from reader.model.errors import ReaderError
    from reader.services.desk import Desk

_log = logging.getLogger(__name__)

_FIRST_AFTER = 15_000
_WHEN_BUSY_AFTER = 5_000
_AGAIN_AFTER = 6 * 3_600_000


class Guard(QObject):
    """Looks after the library of a session, when nothing else is being done.

    ``found(Findings)`` after each look, ``failed(ReaderError)`` when a backup could not be made.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.errands = Errands(self)
        self.findings = Findings()
        self.problem: ReaderError | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_due)
        self._timer.start(_FIRST_AFTER)

    def look(self) -> None:
        """Look after the library now."""
        self._timer.stop()
        self.errands.ask(
            "look_after", self._session.folder, then=self._on_looked, failed=self._on_failed
        )

    def close(self) -> None:
        """Stop; a backup that is not done yet leaves nothing behind that counts."""
        self._timer.stop()
        self.errands.close()

    def _on_looked(self, findings: Findings) -> None:
        self._timer.start(_AGAIN_AFTER)
        self.findings, self.problem = findings, None
        self.found.emit(findings)
        if findings.backup is not None and not findings.damage:
            self._session.write(_forget_removed, failed=_ignore)

    def _on_failed(self, error: ReaderError) -> None:
        self._timer.start(_AGAIN_AFTER)
        _log.info("the library could not be looked after: %s", error)
        self.problem = error
        self.failed.emit(error)

    @Slot()
    def _on_due(self) -> None:
        if self._session.busy or self.errands.busy:
            self._timer.start(_WHEN_BUSY_AFTER)
        else:
            self.look()


def _forget_removed(desk: Desk) -> int:
    return desk.maintaining.forget_removed()


def _ignore(_error: ReaderError) -> None:
    """Leave it for the next day: nothing hangs on it."""
