"""A note of the reader's: the box, its page, its tags, and whether it is saved."""

from __future__ import annotations

from functools import cached_property
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

from reader.gui.notes.aids import NoteAids
from reader.gui.notes.pages import NotePages
from reader.gui.notes.tag_line import TagLine
from reader.gui.reading_only import is_read_only

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

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
        self._used = False
        self._aids = aids or NoteAids(parent=self)
        self.pages = NotePages(
            key,
            text,
            self._aids,
            placeholder=placeholder,
            name=messages("notes.preview.of", name=placeholder),
            parent=self,
        )
        self.editor = self.pages.editor
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self._column.addWidget(self.pages)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self.editor)
        self.editor.save_wanted.connect(self.save_wanted)
        self.editor.textChanged.connect(self._on_changed)
        self.editor.entered.connect(self._on_entered)
        self.editor.left.connect(self._on_left)
        self._show_foot()

    @cached_property
    def tag_line(self) -> TagLine:
        """Return the line of tags, made where there are some or when the note is first used."""
        line = TagLine(self._say, self._aids)
        line.show_tags(self._stored_tags)
        line.set_read_only(self._read_only)
        line.changed.connect(self._on_tags_changed)
        return line

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
        return self.tag_line.tags if "tag_line" in self.__dict__ else self._stored_tags

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

    def write_tags(self) -> None:
        """Give the keyboard to the box for tags."""
        self._used = True
        self._show_foot()
        self.tag_line.box.setFocus()

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be changed, or everything again."""
        if read_only == self._read_only:
            return
        self._read_only = read_only
        self.editor.setReadOnly(read_only)
        if "tag_line" in self.__dict__:
            self.tag_line.set_read_only(read_only)
        self._show_foot()

    def take_stored(self, text: str, tags: Sequence[str]) -> None:
        """Learn what the library holds, and show it unless the reader is at work here."""
        self.editor.take_stored(text)
        if self.tags == self._stored_tags or self.tags == tuple(tags):
            self._take_tags(tags)
        self._on_changed()

    def take_unsaved(self, key: SaveKey, text: str) -> None:
        """Show words or tags that are with the saver but not in the library yet."""
        if key.kind != "tags":
            self.editor.take_unsaved(text)
        elif self.tags == self._stored_tags:
            self._handed_tags = _lines(text)
            self.tag_line.show_tags(self._handed_tags)
            self._on_changed()

    def confirm(self, key: SaveKey, text: str, asked: str) -> None:
        """Learn that ``asked`` was committed as ``text``."""
        if key.kind != "tags":
            self.editor.confirm(text, asked)
            if key.kind == "note" and not text.strip():
                # An emptied note was taken away, and its tags with it.
                self._take_tags(())
        else:
            self._stored_tags = _lines(text)
            if self.tags == _lines(asked):
                self._take_tags(self._stored_tags)
        self._on_changed()

    @Slot()
    def hand_over(self) -> None:
        """Hand what is new to the saver: words first, then tags."""
        self.editor.hand_over()
        if "tag_line" in self.__dict__:
            self.tag_line.hand_over()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if is_read_only(self):
            self.set_read_only(True)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, super().minimumSizeHint().height())

    def _take_tags(self, tags: Sequence[str]) -> None:
        self._stored_tags = self._handed_tags = tuple(tags)
        if "tag_line" in self.__dict__:
            self.tag_line.show_tags(tags)

    @cached_property
    def _foot(self) -> QWidget:
        """Make what stands below a note: with many notes it takes longer than the boxes."""
        foot = QWidget(self)
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
        self._said = QTimer(foot)
        self._said.setSingleShot(True)
        self._said.setInterval(_SAID_FOR)
        self._said.timeout.connect(self._state.clear)
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.tag_line, 1)
        row.addWidget(self._state)
        row.addWidget(self._toggle)
        self._column.addWidget(foot)
        QWidget.setTabOrder(self.pages.preview or self.editor, self.tag_line.box)
        self.tag_line.put_in_order()
        return foot

    def _show_foot(self) -> None:
        """Show the tags there are, and room for more where the note has been used.

        They are of a highlight, or of words: nothing without words is tagged.
        """
        carries = self.key.target == "highlight" or bool(self.editor.words.strip())
        shown = bool(self.tags) or (carries and self._used and not self._read_only)
        if shown:
            self._foot.setVisible(True)
        elif "_foot" in self.__dict__:
            self._foot.setVisible(False)

    @Slot()
    def _on_changed(self) -> None:
        self._show_foot()
        if "_foot" not in self.__dict__:
            return
        writing = self.editor.hasFocus() and not self._read_only
        self._toggle.setVisible(writing and bool(self.editor.words.strip()))
        if self.unsaved:
            self._said.stop()
            self._state.setText(self._say("notes.unsaved"))
        elif self._state.text() == self._say("notes.unsaved"):
            self._state.setText(self._say("notes.saved"))
            self._said.start()

    @Slot()
    def _on_entered(self) -> None:
        self._used = True
        self._on_changed()

    @Slot()
    def _on_left(self) -> None:
        if "_foot" in self.__dict__:
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
