"""The places between the signs of a page: where a caret may stand, and which one a point means.

Qt counts some signs that are drawn as several, or stand behind such ones, as more than one:
a highlight must not begin or end inside of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor, QTextLine

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument
    from PySide6.QtWidgets import QTextEdit


def settled(document: QTextDocument, place: int, by: int) -> int:
    """Return the nearest place onwards (1) or back (-1) that is between two signs."""
    block = document.findBlock(place)
    start, lines, inside = block.position(), block.layout(), place - block.position()
    while 0 < inside < block.length() - 1 and not (
        lines.isValidCursorPosition(inside) and not _parts_flag(document, start + inside, start)
    ):
        inside += by
    return start + min(inside, block.length() - 1)


def move_to(page: QTextEdit, place: int, *, keep: bool) -> None:
    """Put the caret to a place, with ``keep`` drawing the selection out."""
    cursor, modes = page.textCursor(), QTextCursor.MoveMode
    if cursor.position() != place:
        cursor.setPosition(place, modes.KeepAnchor if keep else modes.MoveAnchor)
        page.setTextCursor(cursor)


def sign_under(page: QTextEdit, point: QPoint) -> int | None:
    """Return the place of the very sign under a point of the viewport, or None."""
    document = page.document()
    layout = document.documentLayout()
    bars = page.horizontalScrollBar(), page.verticalScrollBar()
    place = QPointF(point + QPoint(*(bar.value() for bar in bars)))
    hit = layout.hitTest(place, Qt.HitTestAccuracy.ExactHit)
    if hit < 0:
        return None
    block = document.findBlock(hit)
    inside = place - layout.blockBoundingRect(block).topLeft()
    lines = block.layout()
    number = lines.lineForTextPosition(hit - block.position()).lineNumber()
    if number > 0 and inside.y() < lines.lineAt(number).y():
        # Right of the last sign of a line is the place before the first of the next.
        number -= 1
    on_sign = QTextLine.CursorPosition.CursorOnCharacter
    sign = block.position() + lines.lineAt(number).xToCursor(inside.x(), on_sign)
    return settled(document, sign, -1)


def place_at(page: QTextEdit, point: QPoint) -> int:
    """Return the place nearest to a point of the viewport."""
    document, sign = page.document(), sign_under(page, point)
    if sign is None:
        return settled(document, page.cursorForPosition(point).position(), -1)
    behind = settled(document, sign + 1, 1)
    edges = [QTextCursor(document), QTextCursor(document)]
    for edge, place in zip(edges, (sign, behind), strict=True):
        edge.setPosition(place)
    first, last = page.cursorRect(edges[0]), page.cursorRect(edges[1])
    if first.top() != last.top():
        return sign
    return behind if last.left() - point.x() < point.x() - first.left() else sign


def _parts_flag(document: QTextDocument, place: int, start: int) -> bool:
    """Say whether a place is between the two letters of a flag.

    Behind a sign that is joined of several people Qt takes these for two signs.
    """

    def letter(at: int) -> bool:
        return (
            at >= start
            and document.characterAt(at) == "\ud83c"
            and "\udde6" <= document.characterAt(at + 1) <= "\uddff"
        )

    before = 0
    while letter(place - 2 * (before + 1)):
        before += 1
    return before % 2 == 1 and letter(place)
