"""What the reader does on the page of an article with the pointer and single keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QTextCursor

from reader.gui.article_pane.places import sign_under
from reader.model.annotations import HIGHLIGHT_COLORS
from reader.presentation.article_page import ASIDES_ADDRESS

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from reader.gui.article_pane.view import ArticleView
    from reader.presentation.article_page import TermPlace

_HOVER_AFTER = 220
_BRACKETS = {"]": "next", "[": "previous"}
_EDITING = {Qt.Key.Key_E: "extend", Qt.Key.Key_S: "split", Qt.Key.Key_M: "merge"}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Gestures(QObject):
    """Turns the events of a view into its signals; made with the first of them."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self._pointed: TermPlace | None = None
        self._pointer = QPoint()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_HOVER_AFTER)
        self._timer.timeout.connect(self._on_hover_due)

    def moved(self, event: QMouseEvent) -> None:
        """Learn where the pointer is; a term under it is told when it rests there."""
        view = self._view
        point = event.position().toPoint()
        pressed = event.buttons() != Qt.MouseButton.NoButton
        pointed = None if pressed else self.term_under(point)
        if not pressed:
            self._show_shape(point, on_term=pointed is not None)
        if pointed != self._pointed:
            self._pointed, self._pointer = pointed, point
            view.term_hovered.emit("", QRect())
            if pointed is not None:
                self._timer.start()
            else:
                self._timer.stop()

    def rest(self) -> None:
        """Tell no term that the pointer is on: something else was asked for."""
        self._timer.stop()

    def left(self) -> None:
        """Learn that the pointer is on no term any more."""
        self._timer.stop()
        if self._pointed is not None:
            self._pointed = None
        self._view.term_hovered.emit("", QRect())

    def released(self, event: QMouseEvent) -> None:
        """Tell a selection that ended, or a click on a term or on plain text."""
        view = self._view
        if event.button() != Qt.MouseButton.LeftButton:
            return
        view.selection_ended.emit()
        point = event.position().toPoint()
        beside = view.overlay.mark_at(point)
        if beside is not None:
            view.mark_clicked.emit(beside.id)
            return
        if view.textCursor().hasSelection() or view.anchorAt(point):
            return
        term = self.term_under(point)
        if term is not None:
            view.term_clicked.emit(term.term_id, term.start)
            return
        offset = view.offset_at(point)
        if offset is not None:
            view.clicked.emit(offset)

    def pressed(self, event: QKeyEvent) -> bool:
        """Do what a single key does here; say whether it does anything."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activate_at_caret(card=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
            return True
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Menu or (shift and event.key() == Qt.Key.Key_F10):
            self._view.menu_key_pressed.emit()
            return True
        self._view.steps.prefetch()
        if self._view.steps.pressed(event):
            return True
        if event.text() in _BRACKETS:
            # By the sign: on many keyboards it takes a modifier.
            self._view.edit_key_pressed.emit(_BRACKETS[event.text()])
            return True
        if event.modifiers() not in _PLAIN:
            return False
        selected = self._view.textCursor().hasSelection()
        return self._pressed_anywhere(event.key()) or (
            selected and self._pressed_on_selection(event.key())
        )

    def term_under(self, point: QPoint) -> TermPlace | None:
        """Return the highlighted term under a point of the viewport, or None."""
        offset = self._sign_at(point)
        return None if offset is None else self._view.terms.at(offset)

    def follow(self, address: str) -> None:
        """Tell what a link leads to."""
        if address == ASIDES_ADDRESS:
            self._view.asides_toggled.emit()
        elif address:
            self._view.link_clicked.emit(address)

    def _pressed_anywhere(self, key: int) -> bool:
        number = key - Qt.Key.Key_1
        if 0 <= number < len(HIGHLIGHT_COLORS):
            self._view.color_key_pressed.emit(HIGHLIGHT_COLORS[number])
        elif key in _EDITING:
            self._view.edit_key_pressed.emit(_EDITING[Qt.Key(key)])
        elif key == Qt.Key.Key_N:
            self._view.note_key_pressed.emit()
        elif key == Qt.Key.Key_Delete:
            self._view.remove_key_pressed.emit()
        else:
            return False
        return True

    def _pressed_on_selection(self, key: int) -> bool:
        if key == Qt.Key.Key_H:
            self._view.color_key_pressed.emit("")
        elif key == Qt.Key.Key_T:
            self._view.term_key_pressed.emit()
        elif key == Qt.Key.Key_W:
            self._view.watch_key_pressed.emit()
        else:
            return False
        return True

    def _sign_at(self, point: QPoint) -> int | None:
        """Return the text offset of the very sign under a point of the viewport, or None."""
        place = sign_under(self._view, point)
        return None if place is None else self._view.offsets.to_text(place)

    def _address_at_caret(self) -> str:
        """Return where the link leads that the caret stands in or beside, or nothing."""
        document, caret = self._view.document(), self._view.textCursor().position()
        last = document.characterCount() - 1
        for step in (0, 1):
            probe = QTextCursor(document)
            probe.setPosition(min(caret + step, last))
            if address := probe.charFormat().anchorHref():
                return address
        return ""

    def _activate_at_caret(self, *, card: bool) -> None:
        view = self._view
        address = self._address_at_caret()
        term = view.terms.near(view.caret_offset())
        if card:
            if term is not None:
                view.card_key_pressed.emit(term.term_id)
        elif address:
            self.follow(address)
        elif term is not None:
            view.term_clicked.emit(term.term_id, term.start)
        else:
            view.clicked.emit(view.caret_offset())

    def _show_shape(self, point: QPoint, *, on_term: bool) -> None:
        """Let the pointer tell what a press would do here."""
        view, shape = self._view, Qt.CursorShape.IBeamCursor
        if view.overlay.grip_at(point) is not None:
            shape = Qt.CursorShape.SizeHorCursor
        elif on_term or view.anchorAt(point) or view.overlay.mark_at(point) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        if view.viewport().cursor().shape() != shape:
            view.viewport().setCursor(shape)

    @Slot()
    def _on_hover_due(self) -> None:
        view = self._view
        if self._pointed is not None:
            cursor = view.cursorForPosition(self._pointer)
            view.term_hovered.emit(self._pointed.term_id, view.cursorRect(cursor))
