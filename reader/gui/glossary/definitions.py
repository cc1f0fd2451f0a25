"""What articles say that a term is, side by side, each one click from where it says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.gui.side_pane.panels import Card, words_label
from reader.presentation.rows import SEPARATOR

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from reader.presentation.term_page import DefinitionPart

_LEAST = 250
_GAP = 10


class DefinitionCard(Card):
    """One definition: which one it is, its words, the article and its date."""

    def __init__(self, part: DefinitionPart, place: int, parent: QWidget | None = None) -> None:
        super().__init__(str(place), parent)
        self.body.setContentsMargins(14, 9, 12, 11)
        self.body.setSpacing(5)
        if part.label:
            self.body.addLayout(self._top(part))
        self.body.addWidget(words_label(part.text))
        self.body.addStretch(1)
        told = (part.title,) if part.label else (part.title, part.date)
        self.body.addWidget(words_label(SEPARATOR.join(filter(None, told)), "muted"))
        said = (part.label, part.text, part.title, part.date)
        self.setAccessibleName("、".join(filter(None, said)))

    def _top(self, part: DefinitionPart) -> QHBoxLayout:
        """Lay out which definition it is, and of when; a date is never broken over lines."""
        date = QLabel(part.date)
        date.setObjectName("muted")
        label = QLabel(part.label)
        label.setObjectName("label")
        top = QHBoxLayout()
        top.addWidget(label)
        top.addStretch(1)
        top.addWidget(date)
        return top


class Definitions(QWidget):
    """The definitions in columns; ``passage_wanted(article, start, end)``."""

    passage_wanted = Signal(str, int, int)

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[DefinitionPart, ...] = ()
        self.cards: list[DefinitionCard] = []
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(words_label(heading, "heading"))
        layout.addLayout(self._grid)
        self.hide()

    def show_parts(self, parts: tuple[DefinitionPart, ...]) -> None:
        """Show these definitions."""
        if parts == self._parts:
            return
        self._parts = parts
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [DefinitionCard(part, place) for place, part in enumerate(parts)]
        for card in self.cards:
            card.chosen.connect(self._on_chosen)
        self._columns = 0
        self._place()
        self.setVisible(bool(parts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Set the cards in as many columns as there is room for."""
        fitting = max(1, (self.width() + _GAP) // (_LEAST + _GAP))
        columns = min(fitting, len(self.cards)) if self.cards else 0
        if columns == self._columns:
            return
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    @Slot(str)
    def _on_chosen(self, place: str) -> None:
        part = self._parts[int(place)]
        self.passage_wanted.emit(part.article_id, part.start, part.end)
