"""The card of a term: everything that the library knows of it, on one page that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from reader.gui.glossary.card_head import CardHead
from reader.gui.glossary.chips import Chips, alias_chips, together_chips
from reader.gui.glossary.contexts import Contexts
from reader.gui.glossary.definitions import Definitions
from reader.gui.glossary.own_words import OwnWords
from reader.gui.glossary.style import card_sheet
from reader.gui.glossary.trail import CardPlace
from reader.gui.side_pane.panels import words_label
from reader.presentation.term_page import TermPage, term_page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from reader.gui.notes.aids import NoteAids
    from reader.gui.saving import SaveKey
    from reader.model.glossary import Occurrence, TermCard
    from reader.presentation.messages import Messages
    from reader.presentation.theme import Theme

_COLUMN = 860
_NARROWEST_MARGIN = 28
_AHEAD = 600


class CardPage(QWidget):
    """Shows a card and tells what the reader wants done with it.

    ``passage_wanted(article, start, end)``, ``term_wanted(id)`` for a term that it leads to,
    ``contexts_wanted(after)`` when the reader comes near the end of those that are there,
    ``act_wanted(name, value)`` and ``category_wanted(name)`` for the term,
    ``save_wanted(key, text, expected)``.
    """

    passage_wanted = Signal(str, int, int)
    term_wanted = Signal(str)
    contexts_wanted = Signal(object)
    act_wanted = Signal(str, str)
    category_wanted = Signal(str)
    save_wanted = Signal(object, str, str)

    def __init__(
        self,
        theme: Theme,
        messages: Messages,
        aids: NoteAids | None = None,
        *,
        pixels: float = 13,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(messages("glossary.card"))
        self._aids = aids
        self._theme = theme
        self._pixels = pixels
        self._messages = messages
        self._card: TermCard | None = None
        self._asked = False
        self._return_to = 0
        self.head = CardHead(messages)
        self.aliases = Chips(messages("glossary.aliases"))
        self.definitions = Definitions(messages("glossary.definitions"))
        self.own: OwnWords | None = None
        self.together = Chips(messages("glossary.together"))
        self._contexts_title = words_label(name="heading")
        self.contexts = Contexts(theme, messages, pixels=pixels)
        self.area = self._make_area()
        self._blank = self._make_blank()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._blank)
        self._stack.addWidget(self.area)
        self._connect()
        self.set_look(theme, pixels)

    @property
    def card(self) -> TermCard | None:
        """Return the card that is shown, or None."""
        return self._card

    @property
    def term_id(self) -> str:
        """Return the id of the term that is shown, or nothing."""
        return self._card.entry.id if self._card else ""

    @property
    def page(self) -> TermPage | None:
        """Return what the card says above its contexts."""
        return term_page(self._card, self._messages) if self._card else None

    @property
    def blank_words(self) -> str:
        """Return what is said in place of a card, or nothing."""
        return "" if self._card else self._blank.text()

    @property
    def scrolled(self) -> int:
        """Return how far down the page is, in pixels."""
        return self.area.verticalScrollBar().value()

    def show_card(
        self, card: TermCard, occurrences: Sequence[Occurrence], *, complete: bool
    ) -> None:
        """Show a card; one that is shown already is changed in place and not moved."""
        other = card.entry.id != self.term_id
        self._card = card
        self._asked = False
        page = term_page(card, self._messages)
        if other or self.own is None:
            self._replace_own(card.entry.id)
            self.contexts.setCurrentIndex(QModelIndex())
        assert self.own is not None
        self.head.show_page(page, self._theme)
        self.aliases.show_chips(alias_chips(page, self._messages), self._theme)
        self.definitions.show_parts(page.definitions)
        self.own.show_words(page.own_definition, card.notes)
        self.together.show_chips(together_chips(page), self._theme)
        self.contexts.show_places(occurrences, complete=complete, category=card.entry.category)
        count = card.entry.occurrences
        self._contexts_title.setText(self._messages("glossary.contexts.count", count=f"{count:,}"))
        self._contexts_title.setVisible(bool(occurrences))
        self.contexts.setVisible(bool(occurrences))
        self._stack.setCurrentWidget(self.area)
        if other:
            self._return_to = 0
            self.area.verticalScrollBar().setValue(0)
        self._ask_soon()

    def append(self, occurrences: Sequence[Occurrence], *, complete: bool) -> None:
        """Add the contexts that come next."""
        self._asked = False
        self.contexts.append(occurrences, complete=complete)
        self._ask_soon()

    def show_blank(self, words: str) -> None:
        """Show a few words instead of a card."""
        self.hand_over()
        self._card = None
        self._blank.setText(words)
        self._stack.setCurrentWidget(self._blank)

    @property
    def place(self) -> CardPlace:
        """Return where the reader is, to come back to."""
        form = self._card.entry.text if self._card else ""
        return CardPlace(self.term_id, form, self.scrolled, self.contexts.many)

    def scroll_to(self, value: int) -> None:
        """Go back to a place of the page, in pixels from its top, as soon as it is laid out."""
        self._return_to = value
        self._scroll_back()

    def focus_card(self) -> None:
        """Give the keyboard to the card: to its contexts, else to its first button."""
        if self.contexts.isVisible():
            self.contexts.setFocus()
            if not self.contexts.currentIndex().isValid():
                self.contexts.setCurrentIndex(self.contexts.model().index(0, 0))
        else:
            self.head.edit.setFocus()

    def confirm(self, key: SaveKey, text: str, asked: str, note_id: str) -> None:
        """Pass the saver's answer on to the editor that it is for."""
        if self.own is not None:
            self.own.confirm(key, text, asked, note_id)

    def show_unsaved(self, words: Mapping[SaveKey, str]) -> None:
        """Show words on the term that the saver still has."""
        if self.own is not None:
            self.own.show_unsaved(words)

    def hand_over(self) -> None:
        """Hand all new words to the saver now."""
        if self.own is not None:
            self.own.hand_over()

    def set_look(self, theme: Theme, pixels: float) -> None:
        """Take other colours, or another size of the interface text."""
        self._theme, self._pixels = theme, pixels
        self.setStyleSheet(card_sheet(theme, pixels))
        self.contexts.set_look(theme, pixels)
        page = self.page
        if page is not None:
            self.head.show_page(page, theme)
            self.aliases.show_chips(alias_chips(page, self._messages), theme)
            self.together.show_chips(together_chips(page), theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._centre()

    def _make_area(self) -> QScrollArea:
        self._inside = QWidget()
        self._inside.setObjectName("page")
        self._column = QVBoxLayout(self._inside)
        self._column.setSpacing(22)
        for widget in (self.head, self.aliases, self.definitions, self.together):
            self._column.addWidget(widget)
        below = QVBoxLayout()
        below.setSpacing(4)
        below.addWidget(self._contexts_title)
        below.addWidget(self.contexts)
        self._column.addLayout(below)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._inside)
        return area

    def _make_blank(self) -> QLabel:
        blank = words_label(name="empty")
        blank.setAlignment(Qt.AlignmentFlag.AlignCenter)
        blank.setMargin(40)
        return blank

    def _connect(self) -> None:
        self.head.act_wanted.connect(self._on_act)
        self.head.category_wanted.connect(self.category_wanted)
        self.aliases.chosen.connect(self.act_wanted)
        self.together.chosen.connect(self._on_related)
        self.definitions.passage_wanted.connect(self.passage_wanted)
        self.contexts.passage_wanted.connect(self.passage_wanted)
        self.contexts.line_reached.connect(self._on_line_reached)
        bar = self.area.verticalScrollBar()
        bar.valueChanged.connect(self._ask_for_more)
        bar.rangeChanged.connect(self._scroll_back)
        bar.rangeChanged.connect(self._ask_soon)

    def _centre(self) -> None:
        """Set a column of at most 860 pixels (at the usual size) in the middle of the pane."""
        room = self.width() - self.area.verticalScrollBar().sizeHint().width()
        side = max(_NARROWEST_MARGIN, round((room - _COLUMN * self._pixels / 13) / 2))
        self._column.setContentsMargins(side, 26, side, 48)

    def _replace_own(self, term_id: str) -> None:
        self.hand_over()
        if self.own is not None:
            self._column.removeWidget(self.own)
            self.own.hide()
            self.own.deleteLater()
        self.own = OwnWords(term_id, self._messages, self._aids)
        self.own.save_wanted.connect(self.save_wanted)
        self._column.insertWidget(3, self.own)

    @Slot()
    def _scroll_back(self) -> None:
        """Go to the place that was asked for, once the page is long enough."""
        bar = self.area.verticalScrollBar()
        if self._return_to and bar.maximum() >= self._return_to:
            bar.setValue(self._return_to)
            self._return_to = 0

    @Slot()
    def _ask_soon(self) -> None:
        """Look whether more contexts are needed as soon as those that came are laid out."""
        QTimer.singleShot(0, self, self._ask_for_more)

    @Slot()
    def _ask_for_more(self) -> None:
        """Ask for the next contexts when the end of those that are there comes near."""
        if self._asked or self.contexts.complete or self._card is None:
            return
        viewport = self.area.viewport()
        top = self.contexts.mapTo(viewport, QPoint(0, 0)).y()
        # Its height is that of its lines at once, that of the page only when all is laid out.
        if top + self.contexts.minimumHeight() - viewport.height() < _AHEAD:
            self._asked = True
            self.contexts_wanted.emit(self.contexts.last)

    @Slot(str)
    def _on_act(self, name: str) -> None:
        self.act_wanted.emit(name, "")

    @Slot(str, str)
    def _on_related(self, _act: str, term_id: str) -> None:
        self.term_wanted.emit(term_id)

    @Slot(QModelIndex)
    def _on_line_reached(self, index: QModelIndex) -> None:
        place = self.contexts.visualRect(index)
        corner = self.contexts.viewport().mapTo(self._inside, QPoint(0, place.center().y()))
        self.area.ensureVisible(self._column.contentsMargins().left(), corner.y(), 0, 60)
