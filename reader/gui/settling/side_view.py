"""One of the two texts that are compared, with the passage marked in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from reader.gui.side_pane.panels import words_label
from reader.presentation.offsets import utf16_length, utf16_to_code_points

if TYPE_CHECKING:
    from reader.model.settling import Side
    from reader.presentation.theme import Theme

_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class SideView(QWidget):
    """A heading and a text to read and to select in; what differs is struck, or in colour."""

    def __init__(self, name: str, *, gone: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gone = gone
        self._side: Side | None = None
        self._text = ""
        self.heading = words_label(name="section")
        self.box = QPlainTextEdit()
        self.box.setAccessibleName(name)
        self.box.setTextInteractionFlags(_SELECTABLE)
        self.box.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.box, 1)

    @property
    def selection(self) -> tuple[int, int]:
        """Return what is selected, in code points, without the blanks at its ends."""
        caret = self.box.textCursor()
        start = utf16_to_code_points(self._text, caret.selectionStart())
        end = utf16_to_code_points(self._text, caret.selectionEnd())
        words = self._text[start:end]
        start += len(words) - len(words.lstrip())
        return start, start + len(words.strip())

    def show_side(self, side: Side, heading: str, theme: Theme) -> None:
        """Show a text with its passage in view."""
        self.heading.setText(heading)
        if side.text != self._text:
            self._text = side.text
            self.box.setPlainText(side.text)
        self._side = side
        self.set_theme(theme)
        # From its beginning a few keys select it, or what stands there now.
        caret = self._caret(side.start, side.start)
        self.box.setTextCursor(caret)
        self._bring_into_view(side.start, side.end)

    def select(self, start: int, end: int) -> None:
        """Select a passage and bring it into view."""
        self.box.setTextCursor(self._caret(start, end))
        self._bring_into_view(start, end)
        self.box.setTextCursor(self._caret(start, end))

    def set_theme(self, theme: Theme) -> None:
        """Mark the passage, and what differs in it, in the colours of a theme."""
        side = self._side
        if side is None:
            return
        ground = QTextCharFormat()
        ground.setBackground(QColor(theme["flash"]))
        differs = QTextCharFormat()
        differs.setForeground(QColor(theme["status.open" if self._gone else "status.answered"]))
        differs.setFontStrikeOut(self._gone)
        differs.setFontUnderline(not self._gone)
        marks = [self._mark(side.start, side.end, ground)] if side.end > side.start else []
        marks += [self._mark(start, end, differs) for start, end in side.marked]
        self.box.setExtraSelections(marks)

    def _mark(self, start: int, end: int, looks: QTextCharFormat) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = self._caret(start, end)
        mark.format = looks
        return mark

    def _caret(self, start: int, end: int) -> QTextCursor:
        caret = QTextCursor(self.box.document())
        caret.setPosition(utf16_length(self._text[:start]))
        caret.setPosition(utf16_length(self._text[:end]), QTextCursor.MoveMode.KeepAnchor)
        return caret

    def _bring_into_view(self, start: int, end: int) -> None:
        """Show the whole passage with a few lines before it, where there is room."""
        kept = self.box.textCursor()
        self.box.setTextCursor(self._caret(end, end))
        self.box.setTextCursor(self._caret(start, start))
        self.box.centerCursor()
        self.box.setTextCursor(kept)
