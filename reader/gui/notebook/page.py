"""The page of an entry: its words in their sentence, its colour and tags, and its notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from reader.gui.notebook.entry_notes import EntryNotes
from reader.gui.notebook.head import EntryHead
from reader.gui.notebook.quotation import QuotationCard, StateStrip
from reader.gui.notebook.removed_page import RemovedPage
from reader.gui.notebook.style import page_sheet
from reader.gui.side_pane.panels import words_label
from reader.gui.trail import NotePlace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from reader.gui.notebook.models import RemovedLine
    from reader.gui.notes.aids import NoteAids
    from reader.gui.saving import SaveKey
    from reader.model.notebook import NotebookEntry, NotebookPage
    from reader.presentation.messages import Messages
    from reader.presentation.theme import Theme

_COLUMN = 720
_NARROWEST_MARGIN = 28


class EntryPage(QWidget):
    """Shows an entry and tells what the reader wants done with it.

    ``act_wanted(name)`` (go, remove, tag, only_article), ``color_wanted(name)``,
    ``save_wanted(key, text, expected)``.
    """

    act_wanted = Signal(str)
    color_wanted = Signal(str)
    save_wanted = Signal(object, str, str)

    def __init__(
        self,
        theme: Theme,
        messages: Messages,
        aids: NoteAids,
        *,
        pixels: float = 13,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._aids = aids
        self.setAccessibleName(messages("notebook.page"))
        self._theme = theme
        self._pixels = pixels
        self._messages = messages
        self._page: NotebookPage | None = None
        self._write = False
        self.removed_line: RemovedLine | None = None
        self.head = EntryHead(messages)
        self.strip = StateStrip(messages)
        self.quotation = QuotationCard(messages)
        self.notes: EntryNotes | None = None
        self.removed = RemovedPage(messages)
        self._blank = self._make_blank()
        self._columns: list[QVBoxLayout] = []
        self.area = self._make_area((self.head, self.strip, self.quotation))
        self._removed_area = self._make_area((self.removed,))
        self._stack = QStackedLayout(self)
        for widget in (self._blank, self.area, self._removed_area):
            self._stack.addWidget(widget)
        self.head.act_wanted.connect(self.act_wanted)
        self.head.color_wanted.connect(self.color_wanted)
        self.quotation.chosen.connect(self._on_quotation_chosen)
        self.strip.check.clicked.connect(self._on_quotation_chosen)
        self.set_look(theme, pixels)

    @property
    def entry(self) -> NotebookEntry | None:
        """Return the entry that is shown, or None."""
        return self._page.entry if self._page else None

    @property
    def entry_id(self) -> str:
        """Return the id of what is shown, or nothing."""
        return self._page.entry.id if self._page else ""

    @property
    def blank_words(self) -> str:
        """Return what is said in place of a page, or nothing."""
        return self._blank.text() if self._stack.currentWidget() is self._blank else ""

    def place_of(self, entry: NotebookEntry) -> NotePlace:
        """Return where the reader is with an entry, to come back to."""
        shown = entry.id == self.entry_id
        scrolled = self.area.verticalScrollBar().value() if shown else 0
        return NotePlace(entry.id, entry.quotation or entry.note, scrolled)

    def show_page(self, page: NotebookPage) -> None:
        """Show an entry; one that is shown already is changed in place and not moved."""
        other = page.entry.id != self.entry_id
        self._page, self.removed_line = page, None
        if other or self.notes is None:
            self._replace_notes(page)
        assert self.notes is not None
        self.notes.show_page(page)
        self._show()
        self._stack.setCurrentWidget(self.area)
        if other:
            self.area.verticalScrollBar().setValue(0)
        if self._write:
            self.write()

    def show_removed(self, line: RemovedLine) -> None:
        """Show something that was taken away."""
        self.hand_over()
        self._page, self.removed_line = None, line
        self.removed.show_line(line)
        self._stack.setCurrentWidget(self._removed_area)

    def show_blank(self, words: str) -> None:
        """Show a few words instead of an entry."""
        self.hand_over()
        self._page = self.removed_line = None
        self._blank.setText(words)
        self._stack.setCurrentWidget(self._blank)

    def scroll_to(self, value: int) -> None:
        """Go back to a place of the page, in pixels from its top, once it is laid out."""
        QTimer.singleShot(0, self, lambda: self.area.verticalScrollBar().setValue(value))

    def write_soon(self) -> None:
        """Give the keyboard to the note of the entry that is read next."""
        self._write = True

    def write(self) -> None:
        """Give the keyboard to the note."""
        self._write = False
        if self.notes is not None and self._page is not None:
            self.notes.write()

    def write_tags(self) -> None:
        """Give the keyboard to the box for tags."""
        if self.notes is not None:
            self.notes.write_tags()

    def focus_card(self) -> None:
        """Give the keyboard to the page: to its quotation, else to its first button."""
        if self.removed_line is not None:
            self.removed.restore.setFocus()
        elif self.quotation.isVisible():
            self.quotation.setFocus()
        else:
            self.head.go.setFocus()

    def confirm(self, key: SaveKey, text: str, asked: str, note_id: str) -> None:
        """Pass the saver's answer on to the editor that it is for."""
        if self.notes is not None:
            self.notes.confirm(key, text, asked, note_id)

    def show_unsaved(self, words: Mapping[SaveKey, str]) -> None:
        """Show words on the entry that the saver still has."""
        for key, text in words.items():
            if self.notes is not None:
                self.notes.show_unsaved(key, text)

    def hand_over(self) -> None:
        """Hand all new words to the saver now."""
        if self.notes is not None:
            self.notes.hand_over()

    def set_look(self, theme: Theme, pixels: float) -> None:
        """Take other colours, or another size of the interface text."""
        self._theme, self._pixels = theme, pixels
        self.setStyleSheet(page_sheet(theme, pixels))
        self._centre()
        if self._page is not None:
            self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._centre()

    def _show(self) -> None:
        assert self._page is not None
        self.head.show_page(self._page, self._theme)
        self.strip.show_page(self._page)
        self.quotation.show_page(self._page, self._theme)

    def _make_blank(self) -> QLabel:
        blank = words_label(name="empty")
        blank.setAlignment(Qt.AlignmentFlag.AlignCenter)
        blank.setMargin(40)
        return blank

    def _make_area(self, widgets: tuple[QWidget, ...]) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setSpacing(18)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        self._columns.append(column)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def _centre(self) -> None:
        """Set a column of at most 720 pixels (at the usual size) in the middle of the pane."""
        room = self.width() - self.area.verticalScrollBar().sizeHint().width()
        side = max(_NARROWEST_MARGIN, round((room - _COLUMN * self._pixels / 13) / 2))
        for column in self._columns:
            column.setContentsMargins(side, 26, side, 48)

    def _replace_notes(self, page: NotebookPage) -> None:
        """Make the editors of another entry; the one place that says what edits a note here."""
        self.hand_over()
        column = self._columns[0]
        if self.notes is not None:
            column.removeWidget(self.notes)
            self.notes.hide()
            self.notes.deleteLater()
        self.notes = EntryNotes(page.entry, self._messages, self._aids, self)
        self.notes.save_wanted.connect(self.save_wanted)
        column.insertWidget(3, self.notes)

    @Slot()
    def _on_quotation_chosen(self) -> None:
        if self._page is not None and self._page.entry.is_placed:
            self.act_wanted.emit("go")
