"""The page of an article: text in a column, marks over it, dots in the margin.

It knows offsets of the text; what they are on the screen is its own affair.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from reader.gui.fonts import sans_font
from reader.model.annotations import HIGHLIGHT_COLORS, Highlight
from reader.presentation.article_page import ASIDES_ADDRESS, TERM_ADDRESS, Page
from reader.presentation.offsets import OffsetMap

if TYPE_CHECKING:
    from reader.presentation.theme import Theme

_COLUMN = 41
_NARROWEST_MARGIN = 28
_HOVER_AFTER = 220
_FLASH_FOR = 1800
_ENDLESS = 1 << 62
_INTERACTION = (
    Qt.TextInteractionFlag.TextSelectableByMouse
    | Qt.TextInteractionFlag.TextSelectableByKeyboard
    | Qt.TextInteractionFlag.LinksAccessibleByMouse
)


class MarginDot(NamedTuple):
    """A dot beside the line where a watch point stands, in the colour of a theme role."""

    position: int
    role: str


class ArticleView(QTextBrowser):
    """Shows a page and tells, in offsets of the text, what the reader does on it.

    ``term_hovered(place, rectangle)`` gives the place of a term, or -1 when the pointer leaves
    it; ``clicked(offset)`` a click on text that is no selection.
    """

    term_hovered = Signal(int, QRect)
    term_clicked = Signal(int, int)
    link_clicked = Signal(str)
    asides_toggled = Signal()
    clicked = Signal(int)
    selection_ended = Signal()
    color_key_pressed = Signal(str)
    note_key_pressed = Signal()
    remove_key_pressed = Signal(int)
    page_painted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article")
        self.setOpenLinks(False)
        self.setTextInteractionFlags(_INTERACTION)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme = theme
        self._pixels = 16.5
        self._offsets = OffsetMap("", ())
        self._highlights: tuple[Highlight, ...] = ()
        self._found: list[tuple[int, int]] = []
        self._flash: tuple[int, int] | None = None
        self._dots: list[MarginDot] = []
        self._hovered = ""
        self._hover_at = QPoint()
        self._hover_timer = self._single_shot(_HOVER_AFTER, self._on_hover_due)
        self._flash_timer = self._single_shot(_FLASH_FOR, self._on_flash_over)
        self._top: int | None = 0
        self._unpainted = False
        self.anchorClicked.connect(self._on_anchor_clicked)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_page(self, page: Page, *, theme: Theme, pixels: float) -> None:
        """Show a page from its beginning; ``pixels`` is the size of its body text."""
        self._theme, self._pixels = theme, pixels
        # Qt may resize or scroll while it lays the page out: the old offsets mean nothing then.
        self._offsets = OffsetMap("", ())
        self._flash = None
        self._hovered = ""
        self.setDocument(self._laid_out(page.html))
        self._offsets = page.offsets
        self._unpainted = True

    def set_marks(self, highlights: tuple[Highlight, ...], dots: list[MarginDot]) -> None:
        """Mark the reader's highlights, and the lines of the watch points in the margin."""
        self._highlights = highlights
        self._dots = dots
        self._paint_marks()
        self.viewport().update()

    def set_found(self, ranges: list[tuple[int, int]]) -> None:
        """Mark the hits of a search."""
        if ranges != self._found:
            self._found = ranges
            self._paint_marks()

    def go_to(self, start: int, end: int, *, flash: bool = True) -> None:
        """Bring a passage into view, a third down the pane, and light it up for a moment."""
        screen = self._offsets.to_screen(start)
        if screen is None:
            return
        cursor = self.textCursor()
        cursor.setPosition(screen)
        self.setTextCursor(cursor)
        top = self.cursorRect(cursor).top()
        height, bar = self.viewport().height(), self.verticalScrollBar()
        if not height // 8 < top < height * 3 // 4:
            bar.setValue(bar.value() + top - height // 3)
        if flash and end > start:
            self._flash = (start, end)
            self._paint_marks()
            self._flash_timer.start()

    def top_position(self) -> int:
        """Return the text offset of the first line in view."""
        if self._top is not None:
            return self._top
        left = round(self.document().rootFrame().frameFormat().leftMargin()) + 4
        return self._offsets.nearest_text(self.cursorForPosition(QPoint(left, 6)).position())

    def scroll_to_position(self, position: int) -> None:
        """Bring the line at a text offset to the top of the view, and keep it there.

        It stays there whatever becomes of the pane's size, until the reader scrolls.
        """
        screen = self._offsets.to_screen(position)
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
        return self._offsets.range_to_text(cursor.selectionStart(), cursor.selectionEnd())

    def select_range(self, start: int, end: int) -> None:
        """Select a range of the text."""
        first, last = self._offsets.to_screen(start), self._offsets.to_screen(end)
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
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._offsets.to_screen(position) or 0)
        return self.cursorRect(cursor)

    def offset_at(self, point: QPoint) -> int | None:
        """Return the text offset under a point of the viewport, or None beside the text."""
        return self._offsets.to_text(self.cursorForPosition(point).position())

    def caret_offset(self) -> int:
        """Return the text offset of the caret."""
        return self._offsets.nearest_text(self.textCursor().position())

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

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._dots:
            self._paint_dots(event.rect())
        if self._unpainted:
            self._unpainted = False
            QTimer.singleShot(0, self, self._on_page_painted)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        address = self.anchorAt(event.position().toPoint())
        if address != self._hovered:
            self._hovered = address
            self._hover_at = event.position().toPoint()
            self.term_hovered.emit(-1, QRect())
            if address.startswith(TERM_ADDRESS):
                self._hover_timer.start()
            else:
                self._hover_timer.stop()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        self.selection_ended.emit()
        if not self.textCursor().hasSelection() and not self.anchorAt(point):
            offset = self.offset_at(point)
            if offset is not None:
                self.clicked.emit(offset)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = ""
        self._hover_timer.stop()
        self.term_hovered.emit(-1, QRect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._pressed_for_marking(event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activate_at_caret()
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if event.key() == Qt.Key.Key_Shift:
            self.selection_ended.emit()

    def _pressed_for_marking(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if not plain:
            return False
        number = event.key() - Qt.Key.Key_1
        selected = self.textCursor().hasSelection()
        if selected and 0 <= number < len(HIGHLIGHT_COLORS):
            self.color_key_pressed.emit(HIGHLIGHT_COLORS[number])
        elif selected and event.key() == Qt.Key.Key_H:
            self.color_key_pressed.emit("")
        elif event.key() == Qt.Key.Key_N:
            self.note_key_pressed.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_key_pressed.emit(self.caret_offset())
        else:
            return False
        return True

    def _activate_at_caret(self) -> None:
        cursor = self.textCursor()
        for step in (0, 1):
            probe = QTextCursor(self.document())
            probe.setPosition(min(cursor.position() + step, self._last_position()))
            address = probe.charFormat().anchorHref()
            if address:
                self._follow(address)
                return
        self.clicked.emit(self.caret_offset())

    def _last_position(self) -> int:
        return self.document().characterCount() - 1

    def _follow(self, address: str) -> None:
        if address.startswith(TERM_ADDRESS):
            self.term_clicked.emit(int(address.removeprefix(TERM_ADDRESS)), self.caret_offset())
        elif address == ASIDES_ADDRESS:
            self.asides_toggled.emit()
        elif address:
            self.link_clicked.emit(address)

    def _laid_out(self, html: str) -> QTextDocument:
        """Make the document of a page before the view has it, so that it is laid out once."""
        old = self.document()
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(sans_font(self._pixels))
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
        column = min(_COLUMN * self._pixels, width - 2 * _NARROWEST_MARGIN)
        side = max(_NARROWEST_MARGIN, (width - column) / 2)
        frame = document.rootFrame()
        looks = frame.frameFormat()
        if abs(looks.leftMargin() - side) < 1:
            return
        looks.setLeftMargin(side)
        looks.setRightMargin(max(_NARROWEST_MARGIN, width - column - side))
        looks.setTopMargin(26)
        looks.setBottomMargin(self._pixels * 4)
        frame.setFrameFormat(looks)

    def _paint_marks(self) -> None:
        # A mark far down would have Qt lay out all the lines before it: that can wait until
        # the reader sees the first ones.
        last = self.top_position() + self._most_in_view() if self._unpainted else _ENDLESS
        if not (self._highlights or self._found or self._flash or self.extraSelections()):
            return
        from reader.gui.article_pane.marks import Marks

        marks = Marks(self.document(), self._offsets, self._theme)
        made = marks.of_highlights(mark for mark in self._highlights if mark.start < last)
        made += marks.of_ranges((one for one in self._found if one[0] < last), "found")
        if self._flash:
            made += marks.of_ranges([self._flash], "flash")
        self.setExtraSelections(made)

    def _paint_dots(self, dirty: QRect) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left = self.document().rootFrame().frameFormat().leftMargin() - 0.95 * self._pixels
        foot = self.cursorForPosition(QPoint(round(left), dirty.bottom() + 20)).position()
        last = self._offsets.nearest_text(foot)
        for dot in self._dots:
            if dot.position > last:
                continue
            place = self.rectangle_of(dot.position)
            if dirty.top() - 20 < place.center().y() < dirty.bottom() + 20:
                painter.setBrush(QColor(self._theme[dot.role]))
                painter.drawEllipse(QPointF(left, place.center().y() + 1), 3.2, 3.2)
        painter.end()

    def _most_in_view(self) -> int:
        """Return about how many signs of Japanese fill the view, in code points."""
        lines = self.viewport().height() / (self._pixels * 1.5) + 2
        return round(lines * _COLUMN)

    def _single_shot(self, milliseconds: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    @Slot()
    def _on_page_painted(self) -> None:
        self._paint_marks()
        self.page_painted.emit()

    @Slot()
    def _on_scrolled(self) -> None:
        self._top = None

    @Slot()
    def _on_hover_due(self) -> None:
        if self._hovered.startswith(TERM_ADDRESS):
            place = int(self._hovered.removeprefix(TERM_ADDRESS))
            cursor = self.cursorForPosition(self._hover_at)
            self.term_hovered.emit(place, self.cursorRect(cursor))

    @Slot()
    def _on_flash_over(self) -> None:
        self._flash = None
        self._paint_marks()

    @Slot(QUrl)
    def _on_anchor_clicked(self, url: QUrl) -> None:
        self._follow(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
