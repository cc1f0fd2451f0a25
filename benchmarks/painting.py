"""Notice when a widget has been painted, without touching the code that is measured."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_OVER = QEvent.Type.User


class PaintWatch(QObject):
    """Emits ``painted`` once the whole window is painted after ``ready()`` holds.

    A paint event tells that painting begins. An event of our own, posted then before all that
    wait, comes back as soon as the window is done and handed to the screen.
    """

    painted = Signal(float)

    def __init__(self, widget: QWidget, ready: Callable[[], bool]) -> None:
        super().__init__()
        self._widget = widget
        self._ready = ready
        widget.installEventFilter(self)

    def eventFilter(  # noqa: N802 - so Qt names it
        self, watched: QObject, event: QEvent
    ) -> bool:
        """See the paint events of the widget."""
        if watched is self._widget and event.type() == QEvent.Type.Paint and self._ready():
            self._widget.removeEventFilter(self)
            first = Qt.EventPriority.HighEventPriority.value
            QCoreApplication.postEvent(self, QEvent(_OVER), first)
        return False

    def event(self, event: QEvent) -> bool:
        """Take the time when the painting is over."""
        if event.type() == _OVER:
            self.painted.emit(time.time())
            return True
        return super().event(event)


def seconds_until_painted(
    widget: QWidget, act: Callable[[], object], *, ready: Callable[[], bool] = lambda: True
) -> float:
    """Do something; return how long it takes until the widget is painted and ``ready()``."""
    loop = QEventLoop()
    ended: list[float] = []

    def on_painted() -> None:
        ended.append(time.perf_counter())
        loop.quit()

    watch = PaintWatch(widget, ready)
    watch.painted.connect(on_painted)
    QTimer.singleShot(20_000, loop, loop.quit)
    began = time.perf_counter()
    act()
    if not ended:
        loop.exec()
    if not ended:
        raise RuntimeError("nothing was painted within 20 seconds")
    return ended[0] - began
