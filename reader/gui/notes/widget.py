"""A note of the reader's: the box, its page, its tags, and whether it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.autosave import grown
from reader.gui.notes.aids import NoteAids
from reader.gui.notes.edit import NoteEdit
from reader.gui.notes.pages import NotePages
from reader.gui.notes.tag_line import TagLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.gui.saving import SaveKey
    from reader.presentation.messages import Messages

_SAID_FOR = 4000


class NoteWidget(QWidget):
    """One note with its tags; a highlight's tags are there without words as well.

    ``save_wanted(key, text, expected)`` for words and for tags: those have a key of their own
    (``tag_key``), a line each.
    """

    save_wanted = Signal(object, str, str)

    def __init__(
        self,
        key: SaveKey,
        text: str,
        tags: Sequence[str],
        messages: Messages,
        *,
        placeholder: str,
        aids: NoteAids | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._say = messages
        self._stored_tags = tuple(tags)
        self._handed_tags = self._stored_tags
        self._read_only = False
        aids = aids or NoteAids(parent=self)
        self.editor = grown(NoteEdit(key, text), placeholder)
        self.pages = NotePages(
            self.editor, aids, name=messages("notes.preview.of", name=placeholder)
        )
        self.tag_line = TagLine(messages, aids)
        self.tag_line.show_tags(tags)
        self._foot = self._make_foot()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.pages)
        column.addWidget(self._foot)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self.editor)
        self._said = QTimer(self)
        self._said.setSingleShot(True)
        self._said.setInterval(_SAID_FOR)
        self._said.timeout.connect(self._state.clear)
        self.editor.save_wanted.connect(self.save_wanted)
        self.editor.textChanged.connect(self._on_changed)
        self.editor.entered.connect(self._on_entered)
        self.editor.left.connect(self._on_left)
        self.tag_line.changed.connect(self._on_tags_changed)
        self._show_foot()

    @property
    def key(self) -> SaveKey:
        """Return the place of the words."""
        return self.editor.key

    @key.setter
    def key(self, key: SaveKey) -> None:
        self.editor.key = key

    @property
    def tag_key(self) -> SaveKey:
        """Return the place of the tags."""
        return self.editor.key._replace(kind="tags")

    @property
    def tags(self) -> tuple[str, ...]:
        """Return the tags that are shown."""
        return self.tag_line.tags

    @property
    def unsaved(self) -> bool:
        """Say whether there are words or tags that are not known to be stored."""
        return self.editor.unsaved or self.tags != self._stored_tags

    @property
    def in_use(self) -> bool:
        """Say whether the keyboard is in the note."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def write(self) -> None:
        """Give the keyboard to the box."""
        self.editor.setFocus()

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be changed, or everything again."""
        self._read_only = read_only
        self.editor.setReadOnly(read_only)
        self.tag_line.set_read_only(read_only)
        self._show_foot()

    def take_stored(self, text: str, tags: Sequence[str]) -> None:
        """Learn what the library holds, and show it unless the reader is at work here."""
        self.editor.take_stored(text)
        if self.tags == self._stored_tags or self.tags == tuple(tags):
            self._stored_tags = self._handed_tags = tuple(tags)
            self.tag_line.show_tags(tags)
        self._on_changed()

    def take_unsaved(self, key: SaveKey, text: str) -> None:
        """Show words or tags that are with the saver but not in the library yet."""
        if key.kind != "tags":
            self.editor.take_unsaved(text)
        elif self.tags == self._stored_tags:
            self._handed_tags = _lines(text)
            self.tag_line.show_tags(self._handed_tags)
            self._show_foot()

    def confirm(self, key: SaveKey, text: str, asked: str) -> None:
        """Learn that ``asked`` was committed as ``text``."""
        if key.kind != "tags":
            self.editor.confirm(text, asked)
        else:
            self._stored_tags = _lines(text)
            if self.tags == _lines(asked):
                self._handed_tags = self._stored_tags
                self.tag_line.show_tags(self._stored_tags)
        self._on_changed()

    @Slot()
    def hand_over(self) -> None:
        """Hand what is new to the saver: words first, then tags."""
        self.editor.hand_over()
        self.tag_line.hand_over()

    def minimumSizeHint(self) -> QSize:
        return QSize(80, super().minimumSizeHint().height())

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        self._state = QLabel()
        self._state.setObjectName("muted")
        self._toggle = QToolButton()
        self._toggle.setObjectName("preview")
        self._toggle.setText(self._say("notes.preview"))
        self._toggle.setToolTip(self._say("notes.preview.about"))
        self._toggle.setAccessibleName(self._say("notes.preview.about"))
        # By key it is Ctrl+Shift+P: the keyboard stays in the box that is written in.
        self._toggle.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._toggle.clicked.connect(self.pages.toggle)
        self._toggle.hide()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.tag_line, 1)
        row.addWidget(self._state)
        row.addWidget(self._toggle)
        return foot

    def _show_foot(self) -> None:
        """Tags are of a highlight, or of words; nothing without words is tagged."""
        carries = self.key.target == "highlight" or bool(self.editor.words.strip())
        room = self.tags or not self._read_only
        shown = bool((carries or self.tags) and room)
        if self._foot.isHidden() == shown:
            self._foot.setVisible(shown)

    @Slot()
    def _on_changed(self) -> None:
        self._show_foot()
        self._toggle.setVisible(self.editor.hasFocus() and bool(self.editor.words.strip()))
        if self.unsaved:
            self._said.stop()
            self._state.setText(self._say("notes.unsaved"))
        elif self._state.text() == self._say("notes.unsaved"):
            self._state.setText(self._say("notes.saved"))
            self._said.start()

    @Slot()
    def _on_entered(self) -> None:
        self._on_changed()

    @Slot()
    def _on_left(self) -> None:
        self._toggle.hide()

    @Slot()
    def _on_tags_changed(self) -> None:
        """Hand the tags to the saver, behind the words that they are of."""
        self.editor.hand_over()
        if self.tags != self._handed_tags:
            self._handed_tags = self.tags
            self.save_wanted.emit(self.tag_key, "\n".join(self.tags), "\n".join(self._stored_tags))
        self._on_changed()


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.split("\n") if line)
