"""The keys that move the caret by words and by sentences."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence

from reader.gui.article_pane.places import move_to, settled
from reader.presentation.stepping import Steps, has_japanese
from reader.services.stepping import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from reader.gui.article_pane.view import ArticleView

_KEYS = QKeySequence.StandardKey
_MOVES = (
    (_KEYS.MoveToNextWord, 1, False),
    (_KEYS.MoveToPreviousWord, -1, False),
    (_KEYS.SelectNextWord, 1, True),
    (_KEYS.SelectPreviousWord, -1, True),
)
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_SHIFT, _KEYPAD = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier
# On macOS Command with an arrow goes to an end of the text.
_BY_SENTENCE = _CONTROL | _ALT if sys.platform == "darwin" else _CONTROL


def step_keys() -> tuple[str, str]:
    """Return how this system writes the keys for steps by words and by sentences."""
    return ("⌥←→", "⌥⌘↑↓") if sys.platform == "darwin" else ("Ctrl+←→", "Ctrl+↑↓")


class CaretSteps(QObject):
    """Moves the caret of a view; asks once an article for the words that the tokeniser finds."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self._steps: Steps | None = None
        self._of: object = None
        self._asked: str | None = None
        self._words: Sequence[int] | None = None

    @property
    def ready(self) -> bool:
        """Say whether the words of the article that is shown are known."""
        return self._asked == self._view.offsets.text and self._words is not None

    def prefetch(self) -> None:
        """Ask for the words of the article, the first time that the caret is used in it."""
        text, ask = self._view.offsets.text, self._view.words_source
        if ask is None or text is self._asked:
            return
        if text != self._asked:
            self._words = None
            if has_japanese(text):
                ask(text, partial(self._show_words, text))
        self._asked = text

    def takes(self, event: QKeyEvent) -> bool:
        """Say whether a key moves by words or sentences."""
        return self._by_word(event) is not None or self._by_sentence(event) is not None

    def pressed(self, event: QKeyEvent) -> bool:
        """Move as a key says; say whether it says anything."""
        move = self._by_word(event)
        if move is not None:
            by, keep = move
            self._move(self._made().word(self._place, by), by, keep=keep)
            return True
        by = self._by_sentence(event) or 0
        if by:
            place = self._made().sentence(self._place, by)
            self._move(place, by, keep=bool(event.modifiers() & _SHIFT))
        return bool(by)

    def settle(self, before: int) -> None:
        """Go on to the next place between two signs if a key left the caret inside of one."""
        cursor = self._view.textCursor()
        by = 1 if cursor.position() > before else -1
        self._move(cursor.position(), by, keep=cursor.hasSelection())

    def word_at(self, place: int) -> tuple[int, int]:
        """Return the word at a place of the page; a sign that is in none alone."""
        return self._made().word_at(place) or (place, settled(self._view.document(), place + 1, 1))

    def sentence_at(self, place: int) -> tuple[int, int]:
        """Return the sentence at a place of the page; its line where it has none."""
        offsets = self._view.offsets
        return self._made().sentence_at(place) or offsets.line_range(offsets.line_at(place))

    @property
    def _place(self) -> int:
        return self._view.textCursor().position()

    def _made(self) -> Steps:
        offsets = self._view.offsets
        if self._steps is None or self._of is not offsets:
            words = self._words if self.ready else None
            self._steps = Steps(offsets.text, offsets, parted=sentences, words=words)
            self._of = offsets
        return self._steps

    def _show_words(self, text: str, words: Sequence[int]) -> None:
        if text == self._asked:
            self._words = words
            self._steps = None

    def _move(self, place: int, by: int, *, keep: bool) -> None:
        move_to(self._view, settled(self._view.document(), place, by), keep=keep)

    @staticmethod
    def _by_word(event: QKeyEvent) -> tuple[int, bool] | None:
        return next(((by, keep) for keys, by, keep in _MOVES if event.matches(keys)), None)

    @staticmethod
    def _by_sentence(event: QKeyEvent) -> int | None:
        if event.modifiers() & ~(_SHIFT | _KEYPAD) != _BY_SENTENCE:
            return None
        return {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}.get(event.key())
