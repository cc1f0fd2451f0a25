"""An editor for the reader's own words, that asks for a save by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reader.gui.guarding import guarded
from reader.gui.reading_only import is_read_only
from reader.gui.saving import with_kept
from reader.presentation.offsets import utf16_length

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent

    from reader.gui.saving import SaveKey

E = TypeVar("E", bound="AutosaveEdit")
_MOST_LINES = 10
SAVE_AFTER = 900
"""Milliseconds from the first unsaved key to the save; with the commit well under two seconds."""
DRAFT_AFTER = 200
"""Milliseconds from a key to the draft of it, which outlives us until the words are committed."""


class AutosaveEdit(QPlainTextEdit):
    """A text box whose words are handed to the saver soon after a key and when it is left.

    ``save_wanted(key, text, expected)``: ``expected`` is the text last known to be stored. What
    the box holds is never replaced while it differs from that. ``typed`` tells the same of words
    that are not handed over yet, a few times a second.
    """

    save_wanted = Signal(object, str, str)
    typed = Signal(object, object, object)

    def __init__(self, key: SaveKey, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.grows = False
        self._stored = text
        self._handed = text
        self._newer: str | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER)
        self._timer.timeout.connect(self.hand_over)
        self._draft_timer = QTimer(self)
        self._draft_timer.setSingleShot(True)
        self._draft_timer.setInterval(DRAFT_AFTER)
        self._draft_timer.timeout.connect(self._on_draft_due)
        self.setPlainText(text)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._on_text_changed)

    @property
    def words(self) -> str:
        """Return what the box holds, as it was written; Qt's plain text has no hard spaces."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    @property
    def unsaved(self) -> bool:
        """Say whether the box holds words that are not known to be stored."""
        return self.words != self._stored

    def take_stored(self, text: str) -> None:
        """Learn what the library holds, and show it unless the reader is at work here.

        Words that are not stored yet still go on from the text they began with: the library
        then keeps both. A box with the keyboard in it is left alone, so that a composition is.
        """
        if self.words == text:
            self._stored = self._handed = text
        elif self.hasFocus() and not self.unsaved:
            self._newer = text
        elif not self.unsaved:
            self._show_stored(text)

    def take_unsaved(self, text: str) -> None:
        """Show words that are with the saver but not in the library yet."""
        if not self.unsaved:
            self._handed = text
            self._show(text)

    def confirm(self, text: str, asked: str) -> None:
        """Learn that ``asked`` was committed as ``text``, which may hold another version too."""
        self._newer = None
        if self.words == asked:
            self._show_stored(text)
        else:
            self._stored = text
            self._show(with_kept(self.words, asked=asked, stored=text))

    @Slot()
    def hand_over(self) -> None:
        """Hand what is new to the saver."""
        self._timer.stop()
        self._draft_timer.stop()
        words = self.words
        if words != self._handed:
            self._handed = words
            self.save_wanted.emit(self.key, words, self._stored)

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hand_over()
        if self._newer is not None and not self.unsaved:
            self._show_stored(self._newer)
        self._newer = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if is_read_only(self):
            self.setReadOnly(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # The same words take more lines where there is less room beside them.
            self._fit()

    def sizeHint(self) -> QSize:
        """Return a height that fits the words, between two lines and ten."""
        least = 2 * self.fontMetrics().lineSpacing()
        return QSize(200, round(max(self._height_of_words(), least)) + 28)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def _show_stored(self, text: str) -> None:
        self._stored = self._handed = text
        self._show(text)

    def _show(self, text: str) -> None:
        """Put a text into the box; only what differs is touched, so that the caret stays."""
        before = self.words
        if before == text:
            return
        start = _common(before, text)
        end = _common(before[start:][::-1], text[start:][::-1])
        caret = self.textCursor()
        place = caret.position()
        change = QTextCursor(self.document())
        change.setPosition(utf16_length(before[:start]))
        last = utf16_length(before[: len(before) - end])
        change.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        change.insertText(text[start : len(text) - end])
        # A caret at the place of the change would have been carried along.
        if place <= last:
            caret.setPosition(min(place, change.position()))
            self.setTextCursor(caret)

    @property
    def _lines(self) -> int:
        return round(self.document().size().height())

    def _height_of_words(self) -> float:
        """Return the height of the first ten lines in pixels, whatever fonts they are set in."""
        height, lines, block = 0.0, 0, self.document().firstBlock()
        while block.isValid() and lines < _MOST_LINES:
            height += self.blockBoundingRect(block).height()
            lines += max(block.lineCount(), 1)
            block = block.next()
        return height * min(_MOST_LINES / max(lines, 1), 1)

    def _fit(self) -> None:
        """Ask for the height that the words take now."""
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if self.grows and self._lines <= _MOST_LINES:
            # The bar would take room from the words, which then took a line more than fits.
            policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        self.updateGeometry()

    @Slot()
    def _on_text_changed(self) -> None:
        self._fit()
        if self.words != self._handed and not self._timer.isActive():
            self._timer.start()
        if not self._draft_timer.isActive():
            self._draft_timer.start()

    @Slot()
    def _on_draft_due(self) -> None:
        words = self.words
        if words != self._handed or words == self._stored:
            self.typed.emit(self.key, words, self._stored)


def _common(one: str, other: str) -> int:
    """Return how many signs two texts have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def grown(editor: E, placeholder: str) -> E:
    """Set up an editor that grows with its words inside a scrolled panel."""
    editor.setPlaceholderText(placeholder)
    editor.setAccessibleName(placeholder)
    editor.grows = True
    policy = editor.sizePolicy()
    policy.setVerticalPolicy(policy.Policy.Fixed)
    editor.setSizePolicy(policy)
    return editor
