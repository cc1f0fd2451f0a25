"""How the lines of the glossary and the contexts of a term are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from reader.gui.glossary.models import ENTRY_ROLE
from reader.gui.line_painting import Index, Line
from reader.model.glossary import GlossaryEntry
from reader.presentation.readings import shown_reading
from reader.presentation.term_page import ContextRow, entry_signs

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from reader.model.understanding import Category
    from reader.presentation.messages import Messages
    from reader.presentation.theme import Theme

_MARGIN = 8
_GAP = 9
_LEAST_READING = 34
_RIGHT = Qt.TextElideMode.ElideRight
_LEFT = Qt.TextElideMode.ElideLeft


class EntryDelegate(Line):
    """Paints a term: a mark in its category's colour, form, reading, and its articles' count.

    With ``letters`` the first term under a letter of the order (あ, か, Ａ) has it before it.
    """

    height_in_sizes = 2.55

    def __init__(
        self,
        theme: Theme,
        messages: Messages,
        *,
        pixels: float,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, pixels=pixels, parent=parent)
        self._messages = messages
        self.letters = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, GlossaryEntry):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.ground(painter, option, index, margin=_MARGIN)
        inner = QRectF(option.rect).adjusted(_MARGIN + 7, 0, -_MARGIN - 10, 0)
        form, small = QFontMetricsF(self.font), QFontMetricsF(self.small)
        base = inner.center().y() + (form.ascent() - form.descent()) / 2
        if self.letters:
            self._letter(painter, entry, index, at=QPointF(inner.left(), base))
            inner.setLeft(inner.left() + self.small.pixelSize() + 6)
        self._mark(painter, entry.category, inner)
        inner.setLeft(inner.left() + 14)
        count = str(entry.articles) if entry.articles else "–"
        tail = " ・ ".join((*entry_signs(entry, self._messages), count))
        left = inner.right() - small.horizontalAdvance(tail)
        self.write(painter, tail, at=QPointF(left, base), font=self.small, role="muted")
        room = left - _GAP - inner.left()
        words = form.elidedText(entry.text, _RIGHT, room)
        role = "muted" if entry.hidden else "text"
        self.write(painter, words, at=QPointF(inner.left(), base), font=self.font, role=role)
        taken = form.horizontalAdvance(words) + _GAP
        reading = shown_reading(entry.text, entry.reading)
        if reading and room - taken > _LEAST_READING:
            cut = small.elidedText(reading, _RIGHT, room - taken)
            place = QPointF(inner.left() + taken, base)
            self.write(painter, cut, at=place, font=self.small, role="muted")
        painter.restore()

    def _letter(
        self, painter: QPainter, entry: GlossaryEntry, index: Index, *, at: QPointF
    ) -> None:
        before = index.model().index(index.row() - 1, 0).data(ENTRY_ROLE)
        above = before.sort_key[:1] if isinstance(before, GlossaryEntry) else ""
        if entry.sort_key[:1] != above:
            self.write(painter, entry.sort_key[:1], at=at, font=self.small, role="muted")

    def _mark(self, painter: QPainter, category: Category, inner: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme[f"term.{category}"]))
        painter.drawEllipse(QPointF(inner.left() + 3, inner.center().y()), 3.4, 3.4)


class ContextDelegate(Line):
    """Paints a context: the form in the middle, what stands before and behind it on its sides."""

    height_in_sizes = 2.3

    def __init__(self, theme: Theme, *, pixels: float, parent: QWidget | None = None) -> None:
        super().__init__(theme, pixels=pixels, parent=parent)
        self.category: Category = "concept"

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ENTRY_ROLE)
        if not isinstance(row, ContextRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.ground(painter, option, index, margin=0)
        inner = QRectF(option.rect).adjusted(10, 0, -10, 0)
        if row.heading:
            self._heading(painter, row, inner)
        else:
            self._context(painter, row, inner)
        painter.restore()

    def _heading(self, painter: QPainter, row: ContextRow, inner: QRectF) -> None:
        small = QFontMetricsF(self.small)
        base = inner.bottom() - (inner.height() - small.height()) / 2 - small.descent() + 3
        room = inner.width() - (small.horizontalAdvance(row.date) + 2 * _GAP if row.date else 0)
        title = small.elidedText(row.form, _RIGHT, room)
        self.write(painter, title, at=QPointF(inner.left(), base), font=self.small, role="muted")
        right = QPointF(inner.right() - small.horizontalAdvance(row.date), base)
        self.write(painter, row.date, at=right, font=self.small, role="muted")

    def _context(self, painter: QPainter, row: ContextRow, inner: QRectF) -> None:
        """Set the form around the middle; each side is cut where the line ends."""
        plain, strong = QFontMetricsF(self.font), QFontMetricsF(self.strong)
        base = inner.center().y() + (plain.ascent() - plain.descent()) / 2
        form = strong.elidedText(row.form, _RIGHT, inner.width() * 0.6)
        wide = strong.horizontalAdvance(form)
        # A little left of the middle: what follows a name says more of it than what is before.
        left = inner.left() + max(0.0, (inner.width() * 0.9 - wide) / 2)
        colour = f"term.{self.category}"
        self.write(painter, form, at=QPointF(left, base), font=self.strong, role=colour)
        before = plain.elidedText(row.before, _LEFT, left - inner.left())
        start = QPointF(left - plain.horizontalAdvance(before), base)
        self.write(painter, before, at=start, font=self.font, role="text")
        behind = left + wide
        after = plain.elidedText(row.after, _RIGHT, inner.right() - behind)
        self.write(painter, after, at=QPointF(behind, base), font=self.font, role="text")
