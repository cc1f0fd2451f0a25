"""The quotation of an entry, with the sentence around it: one click from where it stands."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from reader.gui.side_pane.panels import Card, words_label

if TYPE_CHECKING:
    from reader.model.notebook import NotebookPage
    from reader.presentation.messages import Messages
    from reader.presentation.theme import Theme

_LINES = {
    "yellow": "none",
    "red": "underline",
    "green": "underline",
    "blue": "underline",
    "purple": "underline",
    "magenta": "underline",
    "orange": "underline",
    "gray": "underline",
}


class QuotationCard(Card):
    """Shows the words in the colour that they are marked in; ``chosen`` when it is clicked."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._messages = messages
        self.body.setContentsMargins(18, 14, 16, 15)
        self._words = words_label(name="quotation")
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self.body.addWidget(self._words)

    def show_page(self, page: NotebookPage, theme: Theme) -> None:
        """Show the words of an entry; nothing in them is read as markup."""
        entry = page.entry
        looks = f"color: {theme['text']};"
        if entry.color:
            line = _LINES[entry.color]
            looks += f" background-color: {theme[f'mark.{entry.color}']}; text-decoration: {line};"
        around = f'<span style="color: {theme["muted"]}">{{}}</span>'
        # Where the text reads otherwise now, what stands around it is not of the quotation.
        before, after = ("", "") if page.passage else (page.before, page.after)
        marked = f'<span style="{looks}">{_lines(page.quotation)}</span>'
        parts = (around.format(_lines(before)), marked, around.format(_lines(after)))
        self._words.setText("".join(parts))
        self.setVisible(bool(page.quotation))
        placed = entry.is_placed
        self.setCursor(Qt.CursorShape.PointingHandCursor if placed else Qt.CursorShape.ArrowCursor)
        words = self._messages("notebook.go")
        self.setToolTip(words if placed else "")
        self.setAccessibleName(f"{words}: {page.quotation}" if placed else page.quotation)


class StateStrip(QFrame):
    """Says what became of the words of a highlight, with a way to look."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self.setObjectName("strip")
        self._words = words_label()
        self.check = QToolButton()
        self.check.setObjectName("chip")
        self.check.setText(messages("notebook.check"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 8, 7)
        row.setSpacing(10)
        row.addWidget(self._words, 1)
        row.addWidget(self.check, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def words(self) -> str:
        """Return what is said, or nothing."""
        return "" if self.isHidden() else self._words.text()

    def show_page(self, page: NotebookPage) -> None:
        """Show the state of an entry, where there is something to say of it."""
        state = page.entry.state
        self.setVisible(state in ("doubtful", "lost", "quotation"))
        if not self.isHidden():
            passage = page.passage or page.quotation
            self._words.setText(self._messages(f"notebook.state.{state}", passage=passage))
            self.check.setVisible(state == "doubtful")


def muted_label() -> QLabel:
    """Make a quiet label that can be copied from."""
    label = words_label(name="muted")
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _lines(words: str) -> str:
    return escape(words).replace("\n", "<br>")
