"""What the mouse takes hold of in the article: a word, a sentence, an end of a highlight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor

from reader.gui.article_pane.places import move_to, place_at, sign_under

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from reader.gui.article_pane.view import ArticleView

_LEFT = Qt.MouseButton.LeftButton
_KEEP = QTextCursor.MoveMode.KeepAnchor


class Dragging(QObject):
    """Selects a word by a double click, a sentence by a third, and draws both out.

    A press on a handle of the current highlight moves that end of it; what it is to mark then
    is shown as a selection, and told as ``view.reshaped`` when the button is let go.
    """

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self._mode = ""
        self._by_signs = False
        self._held = (0, 0)
        self._since_double = QElapsedTimer()
        self._double_at = QPoint()

    @property
    def on_grip(self) -> bool:
        """Say whether an end of a highlight is being moved."""
        return self._mode == "grip"

    def pressed(self, event: QMouseEvent) -> bool:
        """Take hold of what is under the pointer; say whether that is anything of ours."""
        view, point = self._view, event.position().toPoint()
        self._mode = ""
        if event.button() != _LEFT or event.modifiers():
            return False
        still = view.overlay.grip_at(point)
        if still is not None:
            self._mode, self._held = "grip", (still, still)
            return True
        if self._is_third(point):
            self._take("sentence", point)
            return True
        return False

    def settle(self, event: QMouseEvent) -> None:
        """Put the caret that Qt has just moved by signs to where the pointer really is."""
        view, point = self._view, event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            # A press on what is selected may drag it elsewhere, and moves no caret.
            plain = event.button() == _LEFT and not event.modifiers()
            self._by_signs = plain and not view.textCursor().hasSelection()
            if self._by_signs:
                move_to(view, place_at(view, point), keep=False)
        elif self._by_signs and event.buttons() & _LEFT:
            move_to(view, place_at(view, point), keep=True)

    def doubled(self, event: QMouseEvent) -> bool:
        """Select the word under the pointer."""
        point = event.position().toPoint()
        if event.button() != _LEFT or sign_under(self._view, point) is None:
            return False
        self._since_double.start()
        self._double_at = point
        self._take("word", point)
        return True

    def moved(self, event: QMouseEvent) -> bool:
        """Draw out what is held."""
        if not self._mode or not event.buttons() & _LEFT:
            return False
        point = event.position().toPoint()
        if self._mode == "grip":
            self._select(self._held[0], place_at(self._view, point))
            return True
        first, last = self._around(point) or self._held
        if first < self._held[0]:
            self._select(self._held[1], first)
        else:
            self._select(self._held[0], max(last, self._held[1]))
        return True

    def released(self, event: QMouseEvent) -> bool:
        """Let go; say whether that was an end of a highlight."""
        mode, self._mode = self._mode, ""
        view = self._view
        if event.button() != _LEFT or not mode:
            return False
        if mode != "grip":
            clipboard = QGuiApplication.clipboard()
            if clipboard.supportsSelection():
                words = view.textCursor().selection().toPlainText()
                clipboard.setText(words, clipboard.Mode.Selection)
            return False
        selected = view.selected_range()
        view.clear_selection()
        if selected is not None:
            view.reshaped.emit(*selected)
        return True

    def _is_third(self, point: QPoint) -> bool:
        """Say whether a press is the third of a kind, shortly after a double click."""
        hints = QGuiApplication.styleHints()
        waited = self._since_double.elapsed() if self._since_double.isValid() else -1
        self._since_double.invalidate()
        near = (point - self._double_at).manhattanLength() < hints.startDragDistance()
        return near and 0 <= waited < hints.mouseDoubleClickInterval()

    def _take(self, mode: str, point: QPoint) -> None:
        self._mode = mode
        self._view.steps.prefetch()
        self._held = self._around(point) or self._held
        self._select(*self._held)

    def _around(self, point: QPoint) -> tuple[int, int] | None:
        place = sign_under(self._view, point)
        if place is None:
            return None
        steps = self._view.steps
        return steps.word_at(place) if self._mode == "word" else steps.sentence_at(place)

    def _select(self, anchor: int, place: int) -> None:
        cursor = self._view.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(place, _KEEP)
        self._view.setTextCursor(cursor)
