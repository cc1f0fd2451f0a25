"""The reader's notes of the article: on the whole, and on each highlight in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from reader.gui.article_pane.swatches import swatch_icon
from reader.gui.notes.widget import NoteWidget
from reader.gui.saving import SaveKey
from reader.gui.side_pane.note_editors import NoteEditors
from reader.gui.side_pane.panels import Card, Column, more_button, words_label
from reader.model.annotations import HIGHLIGHT_COLORS, Highlight

if TYPE_CHECKING:
    from reader.gui.notes.aids import NoteAids
    from reader.gui.notes.edit import NoteEdit
    from reader.model.known import KnownArticle
    from reader.presentation.messages import Messages
    from reader.presentation.theme import Theme

_QUOTE = 110
_TAGS = "tags"


class HighlightCard(Card):
    """A highlight with its quotation and its note."""

    recolor_wanted = Signal(str, str)
    remove_wanted = Signal(str)
    settle_wanted = Signal(str)
    save_wanted = Signal(object, str, str)

    def __init__(
        self,
        mark: Highlight,
        theme: Theme,
        messages: Messages,
        aids: NoteAids | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(mark.id, parent)
        self._messages = messages
        self._theme = theme
        self.setProperty("state", "anchored")
        self._dot = QLabel()
        self._state = words_label(name="muted")
        self._more = more_button(messages("window.highlight.menu"))
        top = self._top = QHBoxLayout()
        top.addWidget(self._dot)
        top.addWidget(self._state, 1)
        top.addWidget(self._more)
        self.body.addLayout(top)
        self._quote = words_label()
        self.body.addWidget(self._quote)
        self._former: QLabel | None = None
        self._settle: QPushButton | None = None
        key = SaveKey("highlight", "highlight", mark.id)
        about = messages("window.note.on_highlight")
        self.note = NoteWidget(
            key, mark.note, mark.tags, messages, placeholder=about, aids=aids, parent=self
        )
        self.note.save_wanted.connect(self.save_wanted)
        self.body.addWidget(self.note)
        self._more.setMenu(self._make_menu())
        self.show_highlight(mark)

    @property
    def editor(self) -> NoteEdit:
        """Return the box of the note."""
        return self.note.editor

    def show_highlight(self, mark: Highlight) -> None:
        """Show what the highlight marks and says now."""
        self._color = mark.color
        say = self._messages
        self.set_theme(self._theme)
        self._show_state(mark)
        quote = mark.text.replace("\n", " ")
        self._quote.setText(quote if len(quote) <= _QUOTE else quote[:_QUOTE] + "…")
        self.setAccessibleName(f"{say('window.hit.highlight')}: {quote[:_QUOTE]}")
        self.note.take_stored(mark.note, mark.tags)

    def set_theme(self, theme: Theme) -> None:
        """Draw the dot in the colours of a theme."""
        self._theme = theme
        pixmap: QPixmap = swatch_icon(self._color, theme).pixmap(QSize(16, 16))
        self._dot.setPixmap(pixmap)

    def _show_state(self, mark: Highlight) -> None:
        """Say how the highlight stands to the text, and offer to decide where that is open."""
        say = self._messages
        state: str = mark.state
        if mark.state == "anchored":
            words = say(f"window.color.{mark.color}")
        elif mark.quotation:
            state, words = "quotation", say("settling.quotation")
        else:
            words = say(f"settling.state.{mark.state}")
        self._state.setText(words)
        told = mark.state != "anchored" and not mark.quotation
        self._state.setToolTip(say(f"window.highlight.{mark.state}") if told else "")
        if self.property("state") != state:
            self.setProperty("state", state)
            waiting = state in ("doubtful", "lost")
            self._state.setObjectName("status_open" if waiting else "muted")
            # Struck out: the words stand nowhere in the text.
            self._quote.setObjectName("struck" if state == "lost" else "")
            for widget in (self, self._state, self._quote):
                widget.style().unpolish(widget)
                widget.style().polish(widget)
            self._offer(waiting=waiting)
        former = " / ".join(anchor.exact.replace("\n", " ") for anchor in mark.former)
        if former or self._former is not None:
            self._show_former(former)

    def _offer(self, *, waiting: bool) -> None:
        if waiting and self._settle is None:
            self._settle = QPushButton(self._messages("settling.check"))
            self._settle.setObjectName("small")
            self._settle.setToolTip(self._messages("settling.check.about"))
            self._settle.clicked.connect(self._on_settle_clicked)
            self._top.insertWidget(2, self._settle)
        if self._settle is not None:
            self._settle.setVisible(waiting)

    def _show_former(self, former: str) -> None:
        """Show the words that the highlight marked before the reader took others for them."""
        if self._former is None:
            self._former = words_label(name="muted")
            self.body.insertWidget(self.body.indexOf(self._quote) + 1, self._former)
        said = self._messages("settling.former", words=former)
        self._former.setText(said if len(said) <= _QUOTE else said[:_QUOTE] + "…")
        self._former.setToolTip(former)
        self._former.setVisible(bool(former))

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        for color in HIGHLIGHT_COLORS:
            menu.addAction(self._messages(f"window.color.{color}")).setData(color)
        menu.addSeparator()
        menu.addAction(self._messages("notes.tag.write")).setData(_TAGS)
        menu.addAction(self._messages("window.highlight.remove")).setData("")
        menu.triggered.connect(self._on_triggered)
        menu.aboutToShow.connect(self._on_menu_opened)
        return menu

    @Slot()
    def _on_settle_clicked(self) -> None:
        self.settle_wanted.emit(self.id)

    @Slot()
    def _on_menu_opened(self) -> None:
        """Draw the dots of the menu: with many highlights they take longer than the cards."""
        for action in self._more.menu().actions():
            if action.data() in HIGHLIGHT_COLORS:
                action.setIcon(swatch_icon(action.data(), self._theme))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        color = action.data()
        if color == _TAGS:
            self.note.write_tags()
        elif color:
            self.recolor_wanted.emit(self.id, color)
        else:
            self.remove_wanted.emit(self.id)


class NotePanel(Column):
    """Notes on the article, then its highlights in the order of the text."""

    highlight_chosen = Signal(str)
    recolor_wanted = Signal(str, str)
    remove_wanted = Signal(str)
    settle_wanted = Signal(str)
    save_wanted = Signal(object, str, str)

    def __init__(
        self,
        theme: Theme,
        messages: Messages,
        aids: NoteAids | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._aids = aids
        self._messages = messages
        self._article = ""
        self._label: QLabel | None = None
        self._notes: NoteEditors | None = None
        self._cards: dict[str, HighlightCard] = {}

    def show_article(self, known: KnownArticle) -> None:
        """Show an article's notes; editors of the same article stay what they are."""
        if known.article.id != self._article or self._notes is None:
            self._article = known.article.id
            self._notes = self._make_notes(known.article.id)
            self._label = words_label(self._messages("window.note.article"), "section")
            self._cards = {}
        self._notes.show_notes(known.notes)
        cards: dict[str, HighlightCard] = {}
        ordered = sorted(known.highlights, key=lambda mark: (mark.state == "lost", mark.start))
        for mark in ordered:
            card = self._cards.get(mark.id)
            if card is None:
                card = self._make_card(mark)
            else:
                card.show_highlight(mark)
            cards[mark.id] = card
        self._cards = cards
        assert self._label is not None
        self.set_order([self._label, self._notes, *self._tail(cards)])

    def show_current(self, id_: str, *, write: bool = False) -> None:
        """Mark a highlight's card as the one that is meant and bring it into view."""
        for card in self._cards.values():
            card.set_current(card.id == id_)
        if id_ in self._cards:
            self.bring_into_view(self._cards[id_])
            if write:
                self._cards[id_].note.write()

    def write_article_note(self) -> None:
        """Give the keyboard to the note on the article."""
        if self._notes is not None:
            self._notes.write()
            self.bring_into_view(self._notes)

    def card(self, id_: str) -> HighlightCard | None:
        """Return the card of a highlight."""
        return self._cards.get(id_)

    @property
    def article_editors(self) -> list[NoteEdit]:
        """Return the boxes of the notes on the article."""
        return self._notes.editors if self._notes else []

    def confirm(self, key: SaveKey, text: str, asked: str, note_id: str) -> None:
        """Pass the saver's answer on to the editor that it is for."""
        if key.target == "highlight":
            card = self._cards.get(key.target_id)
            if card is not None:
                card.note.confirm(key, text, asked)
        elif key.target == "article" and key.target_id == self._article and self._notes:
            self._notes.confirm(key, text, asked, note_id)

    def show_unsaved(self, key: SaveKey, text: str) -> None:
        """Pass words that are not committed yet on to the editor that they are for."""
        if key.target == "highlight" and key.target_id in self._cards:
            self._cards[key.target_id].note.take_unsaved(key, text)
        elif key.kind in ("note", "tags") and key.target_id == self._article and self._notes:
            self._notes.show_unsaved(key, text)

    def hand_over(self) -> None:
        """Hand all new words to the saver now."""
        if self._notes is not None:
            self._notes.hand_over()
        for card in self._cards.values():
            card.note.hand_over()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for card in self._cards.values():
            card.set_theme(theme)

    def _tail(self, cards: dict[str, HighlightCard]) -> list[QWidget]:
        if cards:
            return list(cards.values())
        return [words_label(self._messages("window.highlight.none"), "muted")]

    def _make_notes(self, article_id: str) -> NoteEditors:
        notes = NoteEditors(
            "article",
            article_id,
            self._messages,
            placeholder=self._messages("window.note.placeholder"),
            always=True,
            aids=self._aids,
            # Without a parent it would be a window of its own until it is placed.
            parent=self.widget(),
        )
        notes.save_wanted.connect(self.save_wanted)
        return notes

    def _make_card(self, mark: Highlight) -> HighlightCard:
        card = HighlightCard(mark, self._theme, self._messages, self._aids, self.widget())
        card.setCursor(Qt.CursorShape.PointingHandCursor)
        card.chosen.connect(self._on_chosen)
        card.recolor_wanted.connect(self.recolor_wanted)
        card.remove_wanted.connect(self.remove_wanted)
        card.settle_wanted.connect(self.settle_wanted)
        card.save_wanted.connect(self.save_wanted)
        return card

    @Slot(str)
    def _on_chosen(self, id_: str) -> None:
        self.show_current(id_)
        self.highlight_chosen.emit(id_)
