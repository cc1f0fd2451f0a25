"""An article set in a column: its text, and the way between offsets of it and the screen.

It tells and takes offsets of the text; what they are on the screen is its own affair.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, QUrl, Slot
from PySide6.QtGui import (
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from reader.gui.fonts import sans_font
from reader.presentation.offsets import OffsetMap

if TYPE_CHECKING:
    from reader.presentation.article_page import Page

_COLUMN = 41
_NARROWEST_MARGIN = 28
_INTERACTION = (
    Qt.TextInteractionFlag.TextSelectableByMouse
    | Qt.TextInteractionFlag.TextSelectableByKeyboard
    | Qt.TextInteractionFlag.LinksAccessibleByMouse
)


class TextColumn(QTextBrowser):
    """A page in a column of about 41 signs, that keeps its place and loads nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article")
        self.setOpenLinks(False)
        self.setTextInteractionFlags(_INTERACTION)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.offsets = OffsetMap("", ())
        self.pixels = 16.5
        self._top: int | None = 0
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def lay_out(self, page: Page, pixels: float) -> None:
        """Show a page from its beginning; ``pixels`` is the size of its body text."""
        self.pixels = pixels
        # Qt may resize or scroll while it lays the page out: the old offsets mean nothing then.
        self.offsets = OffsetMap("", ())
        self.setDocument(self._laid_out(page.html))
        # Qt's caret never blinks and is hard to see: ours takes its place (caret.py).
        self.setCursorWidth(0)
        self.offsets = page.offsets

    def top_position(self) -> int:
        """Return the text offset of the first line in view."""
        if self._top is not None:
            return self._top
        left = round(self.document().rootFrame().frameFormat().leftMargin()) + 4
        return self.offsets.nearest_text(self.cursorForPosition(QPoint(left, 6)).position())

    def scroll_to_position(self, position: int) -> None:
        """Bring the line at a text offset to the top of the view, and keep it there.

        It stays there whatever becomes of the pane's size, until the reader scrolls.
        """
        screen = self.offsets.to_screen(position)
        bar = self.verticalScrollBar()
        if screen is None or position <= 0:
            bar.setValue(0)
        else:
            cursor = QTextCursor(self.document())
            cursor.setPosition(screen)
            bar.setValue(bar.value() + self.cursorRect(cursor).top() - 6)
        self._top = position

    def selected_range(self) -> tuple[int, int] | None:
        """Return the text range that is selected, without white space around it, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self.offsets.range_to_text(cursor.selectionStart(), cursor.selectionEnd())

    def select_range(self, start: int, end: int) -> None:
        """Select a range of the text."""
        first, last = self.offsets.to_screen(start), self.offsets.to_screen(end)
        if first is None or last is None:
            return
        cursor = self.textCursor()
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def clear_selection(self) -> None:
        """Leave the caret where the selection ended."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def turn_selection(self) -> None:
        """Let the other end of the selection be the one that moves."""
        cursor = self.textCursor()
        place, anchor = cursor.position(), cursor.anchor()
        cursor.setPosition(place)
        cursor.setPosition(anchor, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def selection_rectangle(self) -> QRect:
        """Return where the selection begins, in the view's own coordinates."""
        cursor = self.textCursor()
        first, last = QTextCursor(cursor), QTextCursor(cursor)
        first.setPosition(cursor.selectionStart())
        last.setPosition(cursor.selectionEnd())
        top, bottom = self.cursorRect(first), self.cursorRect(last)
        left = min(top.left(), bottom.left()) if top.top() != bottom.top() else top.left()
        return QRect(QPoint(left, top.top()), QPoint(max(left, bottom.left()), bottom.bottom()))

    def rectangle_of(self, position: int) -> QRect:
        """Return where a text offset is, in the coordinates of the viewport."""
        return self.rectangle_at(self.offsets.to_screen(position) or 0)

    def rectangle_at(self, screen: int) -> QRect:
        """Return where a place of the page is, in the coordinates of the viewport."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(screen)
        return self.cursorRect(cursor)

    def offset_at(self, point: QPoint) -> int | None:
        """Return the text offset under a point of the viewport, or None beside the text."""
        from reader.gui.article_pane.places import place_at

        return self.offsets.to_text(place_at(self, point))

    def caret_offset(self) -> int:
        """Return the text offset of the caret."""
        return self.offsets.nearest_text(self.textCursor().position())

    def signs_in_view(self) -> int:
        """Return about how many signs of Japanese fill the view."""
        lines = self.viewport().height() / (self.pixels * 1.5) + 2
        return round(lines * _COLUMN)

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        # Nothing an article names is ever loaded. None or empty bytes would not stop Qt: it
        # then reads a local file by itself. A real picture of one clear point does.
        from PySide6.QtGui import QImage

        nothing = QImage(1, 1, QImage.Format.Format_ARGB32)
        nothing.fill(Qt.GlobalColor.transparent)
        return nothing

    def resizeEvent(self, event: QResizeEvent) -> None:
        position = self.top_position()
        super().resizeEvent(event)
        self._centre_column(self.document())
        self.scroll_to_position(position)

    def showEvent(self, event: QShowEvent) -> None:
        # When it is first shown Qt scrolls to the caret, which is at the beginning.
        position = self.top_position()
        super().showEvent(event)
        self.scroll_to_position(position)

    def _laid_out(self, html: str) -> QTextDocument:
        """Make the document of a page before the view has it, so that it is laid out once."""
        old = self.document()
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(sans_font(self.pixels))
        option = QTextOption(Qt.AlignmentFlag.AlignJustify)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setHtml(html)
        self._centre_column(document)
        old.deleteLater()
        return document

    def _centre_column(self, document: QTextDocument) -> None:
        """Set a column of about 41 signs in the middle of the pane."""
        width = self.viewport().width()
        column = min(_COLUMN * self.pixels, width - 2 * _NARROWEST_MARGIN)
        side = max(_NARROWEST_MARGIN, (width - column) / 2)
        frame = document.rootFrame()
        looks = frame.frameFormat()
        if abs(looks.leftMargin() - side) < 1:
            return
        looks.setLeftMargin(side)
        looks.setRightMargin(max(_NARROWEST_MARGIN, width - column - side))
        looks.setTopMargin(26)
        looks.setBottomMargin(self.pixels * 4)
        frame.setFrameFormat(looks)

    @Slot()
    def _on_scrolled(self) -> None:
        self._top = None
