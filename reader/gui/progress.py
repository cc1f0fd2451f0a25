"""How far the reader is: an article is being read once it was looked at, read at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from reader.model.known import KnownArticle

_LOOKED_AT = 1500
_READ_AFTER = 4000


class ReadingProgress(QObject):
    """Tells ``status_reached(id, status)`` when an unread article becomes reading or read."""

    status_reached = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._id = ""
        self._status = ""
        self._looked = self._single_shot(_LOOKED_AT)
        self._looked.timeout.connect(self._on_looked)
        self._ended = self._single_shot(_READ_AFTER)
        self._ended.timeout.connect(self._on_ended)

    def show_article(self, known: KnownArticle) -> None:
        """Begin to follow an article."""
        if known.article.id != self._id:
            self._id = known.article.id
            self._looked.start()
            self._ended.stop()
        self._status = known.state.status

    @Slot(bool)
    def set_at_end(self, at_end: bool) -> None:
        """Learn whether the end of the article is in view."""
        if at_end and self._status != "read":
            self._ended.start()
        elif not at_end:
            self._ended.stop()

    def stop(self) -> None:
        """Follow nothing any more."""
        self._id = ""
        self._looked.stop()
        self._ended.stop()

    def _single_shot(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    @Slot()
    def _on_looked(self) -> None:
        if self._id and self._status == "unread":
            self._status = "reading"
            self.status_reached.emit(self._id, "reading")

    @Slot()
    def _on_ended(self) -> None:
        if self._id and self._status != "read":
            self._status = "read"
            self.status_reached.emit(self._id, "read")
