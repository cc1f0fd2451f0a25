"""The column of an article with what is marked in it: highlights, hits, terms, dots beside it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from reader.gui.article_pane.column import TextColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QTextEdit, QWidget

    from reader.gui.article_pane.caret import Caret
    from reader.gui.article_pane.marks import Marks
    from reader.gui.article_pane.overlay import Overlay
    from reader.model.annotations import Highlight
    from reader.presentation.article_page import Page, TermPlace
    from reader.presentation.emphasis import TermPlaces, Tone
    from reader.presentation.theme import Theme

_FLASH_FOR = 1800
_ENDLESS = 1 << 62


class MarginDot(NamedTuple):
    """A dot beside the line where a watch point stands, in the colour of a theme role."""

    position: int
    role: str


class MarkedColumn(TextColumn):
    """Shows a page and what is marked in it; ``page_painted()`` when a page was to be seen."""

    page_painted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._highlights: tuple[Highlight, ...] = ()
        self._places: Sequence[TermPlace] = ()
        self._tones: Sequence[Tone] = ()
        self._found: list[tuple[int, int]] = []
        self._flash: tuple[int, int] | None = None
        self._dots: list[MarginDot] = []
        self._flash_timer = QTimer(self)
        self._flash_timer.setSingleShot(True)
        self._flash_timer.setInterval(_FLASH_FOR)
        self._flash_timer.timeout.connect(self._on_flash_over)
        self._unpainted = False
        self._grounds_of: object = None
        self._made_grounds: list[QTextEdit.ExtraSelection] = []

    @cached_property
    def overlay(self) -> Overlay:
        """Return what is drawn over the page for highlights."""
        from reader.gui.article_pane.overlay import Overlay

        overlay = Overlay(self)
        overlay.set_highlights(self._highlights)
        return overlay

    @cached_property
    def caret(self) -> Caret:
        """Return the caret, made when the article first has the keyboard."""
        from reader.gui.article_pane.caret import Caret

        return Caret(self)

    @cached_property
    def terms(self) -> TermPlaces:
        """Return the places that are highlighted now."""
        from reader.presentation.emphasis import TermPlaces

        return TermPlaces(self._places)

    def show_page(self, page: Page, *, theme: Theme, pixels: float) -> None:
        """Show a page from its beginning; ``pixels`` is the size of its body text."""
        self._theme = theme
        self._flash = None
        self._set_terms(page.terms)
        self._tones = ()
        self.lay_out(page, pixels)
        self._unpainted = True

    def set_marks(self, highlights: tuple[Highlight, ...], dots: list[MarginDot]) -> None:
        """Mark the reader's highlights, and the lines of the watch points in the margin."""
        self._highlights = highlights
        self._dots = dots
        if "overlay" in self.__dict__:
            self.overlay.set_highlights(highlights)
        self._paint_marks()
        self.viewport().update()

    def set_tones(self, terms: Sequence[TermPlace], tones: Sequence[Tone]) -> None:
        """Let the pointer find these places of terms, and set off what the page has not."""
        self._set_terms(terms)
        if tones != self._tones:
            self._tones = tones
            self._paint_marks()

    def set_found(self, ranges: list[tuple[int, int]]) -> None:
        """Mark the hits of a search."""
        if ranges != self._found:
            self._found = ranges
            self._paint_marks()

    def go_to(self, start: int, end: int, *, flash: bool = True) -> None:
        """Bring a passage into view, a third down the pane, and light it up for a moment."""
        screen = self.offsets.to_screen(start)
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

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._dots:
            self._paint_dots(event.rect())
        if self._unpainted:
            self._unpainted = False
            QTimer.singleShot(0, self, self._on_page_painted)
        elif self._highlights or "caret" in self.__dict__:
            painter = QPainter(self.viewport())
            if self._highlights:
                self.overlay.paint(painter, event.rect(), self._theme)
            if "caret" in self.__dict__:
                self.caret.paint(painter, QColor(self._theme["accent"]))
            painter.end()

    def _set_terms(self, places: Sequence[TermPlace]) -> None:
        self._places = places
        self.__dict__.pop("terms", None)

    def _paint_marks(self) -> None:
        # A mark far down would have Qt lay out all the lines before it: that can wait until
        # the reader sees the first ones.
        last = self.top_position() + self.signs_in_view() if self._unpainted else _ENDLESS
        laid = self._highlights or self._tones or self._found or self._flash
        if not (laid or self.extraSelections()):
            return
        from reader.gui.article_pane.marks import Marks

        marks = Marks(self.document(), self.offsets, self._theme)
        tones = [tone for tone in self._tones if tone.start < last]
        made = marks.of_washes(tones)
        made += self._grounds(marks, last)
        made += marks.of_ranges((one for one in self._found if one[0] < last), "found")
        if self._flash:
            made += marks.of_ranges([self._flash], "flash")
        # What lies on the ground comes first: a ground over coloured words would take the colour.
        self.setExtraSelections(made + marks.of_words(tones))

    def _grounds(self, marks: Marks, last: int) -> list[QTextEdit.ExtraSelection]:
        """Return the grounds of the highlights, made anew only when these or the page change."""
        made_of = (self.document(), self._highlights, self._theme, last)
        if made_of != self._grounds_of:
            self._grounds_of = made_of
            shown = (mark for mark in self._highlights if mark.start < last)
            self._made_grounds = marks.of_highlights(shown)
        return self._made_grounds

    def _paint_dots(self, dirty: QRect) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left = self.document().rootFrame().frameFormat().leftMargin() - 0.95 * self.pixels
        foot = self.cursorForPosition(QPoint(round(left), dirty.bottom() + 20)).position()
        last = self.offsets.nearest_text(foot)
        for dot in self._dots:
            if dot.position > last:
                continue
            place = self.rectangle_of(dot.position)
            if dirty.top() - 20 < place.center().y() < dirty.bottom() + 20:
                painter.setBrush(QColor(self._theme[dot.role]))
                painter.drawEllipse(QPointF(left, place.center().y() + 1), 3.2, 3.2)
        painter.end()

    @Slot()
    def _on_page_painted(self) -> None:
        self._paint_marks()
        self.viewport().update()
        if self.hasFocus():
            self.caret.show()
        self.page_painted.emit()

    @Slot()
    def _on_flash_over(self) -> None:
        self._flash = None
        self._paint_marks()
