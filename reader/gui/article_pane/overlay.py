"""What is drawn over the page for highlights: lines, marks in the margin, handles."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from reader.gui.article_pane.lines import LINE_STYLES, draw_box, draw_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.gui.article_pane.marked import MarkedColumn
    from reader.model.annotations import Highlight
    from reader.presentation.theme import Theme

_LEVELS = 4
_LEVEL = 3.6
_BAR = 3.0
_BETWEEN = 2.5
_GRIP = 4.0
_REACH = 9
_SIGN = 4.5
_BELOW = 20


class Laid(NamedTuple):
    """A highlight with its place on the page; ``level`` tells it from those it overlaps."""

    first: int
    last: int
    level: int
    mark: Highlight


class Piece(NamedTuple):
    """A part of a highlight in one line: a box around its signs, and the foot of the signs."""

    box: QRectF
    foot: float


class Grip(NamedTuple):
    """A handle at an end of the current highlight; ``still`` is the end that it leaves alone."""

    still: int
    knob: QPointF
    stem_top: QPointF
    stem_foot: QPointF


class Scene(NamedTuple):
    """What is in view of highlights, as long as the page is where it was (``state``)."""

    state: tuple[float, ...]
    shown: tuple[int, int]
    words: list[tuple[Laid, list[Piece]]]
    margin: list[tuple[Highlight, bool, QRectF]]


class Overlay(QObject):
    """Draws what Qt's marks cannot; made when there is a highlight to draw."""

    def __init__(self, view: MarkedColumn) -> None:
        super().__init__(view)
        self._view = view
        self._laid: list[Laid] = []
        self._drawn: Scene | None = None
        self.chosen = ""

    def set_highlights(self, highlights: Sequence[Highlight]) -> None:
        """Learn where highlights lie on the page."""
        to_screen = self._view.offsets.to_screen
        self._laid = []
        self._drawn = None
        ends: list[int] = [0] * _LEVELS
        for mark in sorted(highlights, key=lambda one: (one.start, -one.end)):
            first, last = to_screen(mark.start), to_screen(mark.end)
            if mark.state == "lost" or first is None or last is None or first >= last:
                continue
            # The first level that is free; where there are too many the last has several.
            level = next((at for at, end in enumerate(ends) if end <= first), _LEVELS - 1)
            ends[level] = max(ends[level], last)
            self._laid.append(Laid(first, last, level, mark))
        if not any(laid.mark.id == self.chosen for laid in self._laid):
            self.chosen = ""

    def paint(self, painter: QPainter, dirty: QRect, theme: Theme) -> None:
        """Draw what of it lies in a rectangle of the viewport."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # A line under words may reach below their box.
        near = QRectF(dirty.adjusted(0, -_BELOW, 0, _BELOW))
        scene = self._scene()
        for laid, pieces in scene.words:
            for piece in pieces:
                if near.intersects(piece.box):
                    self._draw_words(painter, laid, piece, theme)
        for mark, begins, box in scene.margin:
            if near.intersects(box):
                self._draw_margin(painter, mark, box, theme=theme, begins=begins)
        for grip in self._grips():
            painter.setPen(QPen(QColor(theme["accent"]), 1.6))
            painter.setBrush(QColor(theme["accent"]))
            painter.drawLine(grip.stem_top, grip.stem_foot)
            painter.drawEllipse(grip.knob, _GRIP, _GRIP)

    def mark_at(self, point: QPoint) -> Highlight | None:
        """Return the highlight whose mark in the margin is at a point of the viewport."""
        frame = self._view.document().rootFrame().frameFormat()
        if point.x() < self._view.viewport().width() - frame.rightMargin():
            return None
        for mark, _begins, box in self._scene().margin:
            if box.adjusted(-2, 0, 3, 0).contains(QPointF(point)):
                return mark
        return None

    def grip_at(self, point: QPoint) -> int | None:
        """Return the end of the current highlight that stays if the handle here is moved."""
        for grip in self._grips():
            if (grip.knob.toPoint() - point).manhattanLength() <= _REACH:
                return grip.still
        return None

    def grips(self) -> list[QPoint]:
        """Return where the handles of the current highlight are, the first at its beginning."""
        return [grip.knob.toPoint() for grip in self._grips()]

    def _scene(self) -> Scene:
        """Return what is in view; it is found anew when the page has moved."""
        view = self._view
        port = view.viewport()
        state = (
            view.verticalScrollBar().value(),
            port.width(),
            port.height(),
            view.document().size().height(),
        )
        if self._drawn is None or self._drawn.state != state:
            shown = self._shown()
            words = [(laid, list(self._pieces(laid, shown))) for laid in self._seen(shown)]
            self._drawn = Scene(state, shown, words, list(self._margin(words)))
        return self._drawn

    def _seen(self, shown: tuple[int, int]) -> list[Laid]:
        """Return the highlights between two places of the page."""
        first, last = shown
        return [laid for laid in self._laid if laid.last > first and laid.first < last]

    def _shown(self) -> tuple[int, int]:
        """Return the places of the page between which all signs in view lie."""
        view, around = self._view, round(self._view.pixels * 2)
        port = view.viewport()
        top = view.cursorForPosition(QPoint(0, -around)).position()
        foot = QPoint(port.width(), port.height() + around)
        return top, view.cursorForPosition(foot).position() + 1

    def _pieces(self, laid: Laid, shown: tuple[int, int]) -> Iterator[Piece]:
        """Return where a highlight lies, line by line, between two places of the page."""
        view = self._view
        first, last = max(laid.first, shown[0]), min(laid.last, shown[1])
        layout = view.document().documentLayout()
        scrolled = QPointF(view.horizontalScrollBar().value(), view.verticalScrollBar().value())
        block = view.document().findBlock(first)
        while block.isValid() and block.position() < last:
            lines, base = block.layout(), block.position()
            corner = layout.blockBoundingRect(block).topLeft() - scrolled
            number = lines.lineForTextPosition(max(first - base, 0)).lineNumber()
            while 0 <= number < lines.lineCount():
                line = lines.lineAt(number)
                begin = max(first - base, line.textStart())
                end = min(last - base, line.textStart() + line.textLength())
                if begin >= last - base:
                    break
                left, right = (_x(line.cursorToX(at)) for at in (begin, end))
                top = corner.y() + line.y()
                if right > left:
                    box = QRectF(corner.x() + left, top, right - left, line.height())
                    yield Piece(box, top + line.ascent() + line.descent())
                number += 1
            block = block.next()

    def _draw_words(self, painter: QPainter, laid: Laid, piece: Piece, theme: Theme) -> None:
        mark, box = laid.mark, piece.box
        draw_line(
            painter,
            LINE_STYLES[mark.color],
            QColor(theme[f"line.{mark.color}"]),
            left=box.left(),
            right=box.right(),
            top=piece.foot + laid.level * _LEVEL,
        )
        if mark.state == "doubtful":
            draw_box(painter, QColor(theme["unread"]), box)

    def _margin(
        self, words: Sequence[tuple[Laid, Sequence[Piece]]]
    ) -> Iterator[tuple[Highlight, bool, QRectF]]:
        """Return the marks in the margin: of which highlight, whether in its first line, where.

        Those of one line stand side by side, as many as there is room for.
        """
        view = self._view
        width = view.viewport().width()
        edge = width - view.document().rootFrame().frameFormat().rightMargin() + 0.5 * view.pixels
        taken: dict[int, float] = {}
        for laid, pieces in words:
            begins = view.rectangle_at(laid.first).center().y()
            for box in (piece.box for piece in pieces):
                first = box.top() <= begins <= box.bottom()
                told = first and bool(laid.mark.note or laid.mark.state == "doubtful")
                left = taken.get(round(box.top()), edge)
                wide = 2 * _SIGN if told else _BAR
                if left + wide > width:
                    continue
                taken[round(box.top())] = left + wide + _BETWEEN
                inset = box.height() * 0.1
                place = QRectF(left, box.top() + inset, wide, box.height() - 2 * inset)
                yield laid.mark, first, place

    def _draw_margin(
        self, painter: QPainter, mark: Highlight, box: QRectF, *, theme: Theme, begins: bool
    ) -> None:
        colour = QColor(theme[f"line.{mark.color}"])
        doubtful = mark.state == "doubtful"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if not begins or not (mark.note or doubtful):
            painter.drawRoundedRect(box, 1.5, 1.5)
            return
        middle = box.center()
        if not doubtful:
            painter.drawPath(_bubble(middle))
            return
        painter.setPen(QPen(QColor(theme["unread"]), 1.4))
        painter.setBrush(colour if mark.note else Qt.BrushStyle.NoBrush)
        painter.drawPath(_diamond(middle))

    def _grips(self) -> list[Grip]:
        """Return the handles that are to be seen."""
        if not self.chosen:
            return []
        chosen = next((laid for laid in self._laid if laid.mark.id == self.chosen), None)
        if chosen is None:
            return []
        shown = self._scene().shown
        pieces = next((found for laid, found in self._scene().words if laid == chosen), [])
        found = []
        if pieces and chosen.first >= shown[0]:
            top = pieces[0].box.topLeft()
            foot = pieces[0].box.bottomLeft()
            found.append(Grip(chosen.last, top - QPointF(0, _GRIP), top, foot))
        if pieces and chosen.last <= shown[1]:
            top = pieces[-1].box.topRight()
            foot = pieces[-1].box.bottomRight()
            found.append(Grip(chosen.first, foot + QPointF(0, _GRIP), top, foot))
        return found


def _x(found: object) -> float:
    """Return the x of a cursor in a line, which Qt gives with where the cursor is."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def _bubble(middle: QPointF) -> QPainterPath:
    """Return the shape of a note: a small bubble with a tail."""
    path = QPainterPath()
    x, y = middle.x(), middle.y() - 1
    path.addRoundedRect(QRectF(x - _SIGN, y - _SIGN + 0.5, 2 * _SIGN, 2 * _SIGN - 2), 2, 2)
    tail = QPainterPath(QPointF(x - 2.5, y + _SIGN - 2))
    tail.lineTo(x - 2.5, y + _SIGN + 2)
    tail.lineTo(x + 1.5, y + _SIGN - 2)
    tail.closeSubpath()
    return path.united(tail)


def _diamond(middle: QPointF) -> QPainterPath:
    """Return the shape of what is to be checked."""
    x, y = middle.x(), middle.y()
    path = QPainterPath(QPointF(x, y - _SIGN))
    for at in ((x + _SIGN, y), (x, y + _SIGN), (x - _SIGN, y)):
        path.lineTo(*at)
    path.closeSubpath()
    return path
