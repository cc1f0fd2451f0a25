"""The way back: where the reader came from when a card led to an article, or to another card."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

if TYPE_CHECKING:
    from reader.presentation.messages import Messages

_MOST = 50
_SHORT = 36


class CardPlace(NamedTuple):
    """A card, how far down it was in pixels, and how many of its contexts were there."""

    term_id: str
    form: str
    scrolled: int = 0
    contexts: int = 0


class ArticlePlace(NamedTuple):
    """An article, and the offset of its text that stood at the top."""

    article_id: str
    title: str
    position: int


class NotePlace(NamedTuple):
    """An entry of the notebook, what it says, and how far down its page was in pixels."""

    entry_id: str
    words: str
    scrolled: int = 0


Place = CardPlace | ArticlePlace | NotePlace


class Trail(QFrame):
    """A line above the page that leads back, while there is a way back; ``back_wanted()``."""

    back_wanted = Signal()

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._places: list[Place] = []
        self.button = QToolButton()
        self.button.setObjectName("trail")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.back_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(21, 7, 20, 0)
        row.addWidget(self.button)
        row.addStretch(1)
        self.hide()

    def add(self, place: Place) -> None:
        """Remember a place that the reader leaves."""
        if not self._places or self._places[-1] != place:
            self._places = [*self._places[1 - _MOST :], place]
        self._tell()

    def take(self) -> Place | None:
        """Return the last place and forget it."""
        place = self._places.pop() if self._places else None
        self._tell()
        return place

    def clear(self) -> None:
        """Forget every place: the reader went another way."""
        self._places = []
        self._tell()

    def _tell(self) -> None:
        if self._places:
            last = self._places[-1]
            name = _name(last)
            short = name if len(name) <= _SHORT else name[:_SHORT] + "…"
            words = self._messages("glossary.back", name=short)
            self.button.setText("← " + words.replace("&", "&&"))
            self.button.setAccessibleName(words)
        self.setVisible(bool(self._places))


def _name(place: Place) -> str:
    if isinstance(place, CardPlace):
        return place.form
    return place.title if isinstance(place, ArticlePlace) else " ".join(place.words.split())
