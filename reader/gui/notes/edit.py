"""The box that a note is written in: plain Markdown, with keys that spare typing."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor

from reader.gui.autosave import AutosaveEdit
from reader.gui.guarding import guarded
from reader.gui.notes.keystrokes import Change, indented, marked, new_line
from reader.presentation.offsets import utf16_length, utf16_to_code_points

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QMouseEvent

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_MARKS = {Qt.Key.Key_B: "**", Qt.Key.Key_I: "*"}
_STAYS = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""The keyboard comes back by itself from another window and from a menu."""


class NoteEdit(AutosaveEdit):
    """``entered()`` and ``left()`` with the keyboard, ``ended()`` by Esc.

    ``preview_wanted()`` by its key. Nothing is changed while an IME composes.
    """

    entered = Signal()
    left = Signal()
    ended = Signal()
    preview_wanted = Signal()

    _at_work = True

    @property
    def composing(self) -> bool:
        """Say whether an IME is composing in the box."""
        return bool(self.textCursor().block().layout().preeditAreaText())

    def show_place(self, offset: int) -> None:
        """Put the caret to a place of the words, counted in code points."""
        caret = self.textCursor()
        caret.setPosition(utf16_length(self.words[:offset]))
        self.setTextCursor(caret)
        self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.words.strip():
            self.ended.emit()
            return
        self._at_work = True
        if _is_preview(event):
            self.preview_wanted.emit()
            return
        if not self.isReadOnly() and not self.composing and self._helped(event):
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._at_work = True
        super().mousePressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 (as Qt has it)
        # Tab comes here before any key press: in a list it moves the item. Who only walks
        # through the window by Tab changes nothing.
        free = self._at_work and not (self.isReadOnly() or self.composing)
        if free and self._indented(back=not next):
            return True
        return super().focusNextPrevChild(next)

    @guarded
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._at_work = False
        self.installEventFilter(self._keys)
        self.entered.emit()

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.removeEventFilter(self._keys)
        if event.reason() not in _STAYS:
            self.left.emit()

    @cached_property
    def _keys(self) -> _OwnKeys:
        return _OwnKeys(self)

    def _helped(self, event: QKeyEvent) -> bool:
        """Do what a key does in Markdown; say whether that was anything."""
        mark = _mark_of(event)
        if mark:
            start, end = self._selection()
            self._apply(marked(self.words, start, end, mark))
            return True
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if event.modifiers() & _SHIFT:
            # A line of its own, as in every other place: Qt's soft break is no line.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
            return True
        start, end = self._selection()
        change = new_line(self.words, start) if start == end else None
        if change is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        self._apply(change)
        return True

    def _indented(self, *, back: bool) -> bool:
        change = indented(self.words, *self._selection(), back=back)
        if change is not None:
            self._apply(change)
        return change is not None

    def _selection(self) -> tuple[int, int]:
        caret, words = self.textCursor(), self.words
        return (
            utf16_to_code_points(words, caret.selectionStart()),
            utf16_to_code_points(words, caret.selectionEnd()),
        )

    def _apply(self, change: Change) -> None:
        """Make a change that one undo of the box takes back."""
        words = self.words
        caret = self.textCursor()
        caret.beginEditBlock()
        caret.setPosition(utf16_length(words[: change.start]))
        caret.setPosition(utf16_length(words[: change.end]), QTextCursor.MoveMode.KeepAnchor)
        caret.insertText(change.text)
        caret.endEditBlock()
        now = self.words
        caret.setPosition(utf16_length(now[: change.first]))
        caret.setPosition(utf16_length(now[: change.last]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(caret)


class _OwnKeys(QObject):
    """Keeps the keys of the window from it while a note is written; only then is it asked."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            writes = isinstance(watched, NoteEdit) and not watched.isReadOnly()
            if _is_preview(event) or (writes and _mark_of(event)):
                event.accept()
                return True
        return super().eventFilter(watched, event)


def _mark_of(event: QKeyEvent) -> str:
    mark = _MARKS.get(Qt.Key(event.key()), "")
    return mark if event.modifiers() == _CONTROL else ""


def _is_preview(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_P and event.modifiers() == _CONTROL | _SHIFT
