"""Collect Python's garbage on the GUI thread alone.

Python collects cycles in whatever thread happens to allocate. A cycle that holds a widget or a
timer would then be taken down by a thread that reads the library, and Qt crashes: its objects
must go in the thread they live in.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY = 1000


class GarbageCollector(QObject):
    """Takes over from Python's own collector until ``close``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._on_due)
        gc.disable()
        self._timer.start()

    def close(self) -> None:
        """Let Python collect by itself again; no other thread may be left by then."""
        self._timer.stop()
        gc.enable()

    @Slot()
    def _on_due(self) -> None:
        """Collect the generations whose time has come, as Python itself would."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return
