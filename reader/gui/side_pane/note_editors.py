"""The editors of the notes on one thing: one for each note, and room for a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.gui.notes.widget import NoteWidget
from reader.gui.saving import SaveKey

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.gui.notes.aids import NoteAids
    from reader.gui.notes.edit import NoteEdit
    from reader.model.annotations import Note, NoteTarget
    from reader.presentation.messages import Messages


class NoteEditors(QWidget):
    """Editors for the notes on one target; ``always`` keeps an empty one ready for a first note.

    An editor stays the same widget while its note is written for the first time, so that the
    caret and an IME composition are left alone.
    """

    save_wanted = Signal(object, str, str)

    def __init__(
        self,
        target: NoteTarget,
        target_id: str,
        messages: Messages,
        *,
        placeholder: str,
        always: bool,
        aids: NoteAids | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._new_key = SaveKey("note", target, target_id)
        self._say = messages
        self._placeholder = placeholder
        self._always = always
        self._aids = aids
        self._widgets: list[NoteWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.setVisible(False)

    @property
    def editors(self) -> list[NoteEdit]:
        """Return the boxes of the notes, in order."""
        return [widget.editor for widget in self._widgets]

    @property
    def widgets(self) -> list[NoteWidget]:
        """Return the notes with all that belongs to them, in order."""
        return list(self._widgets)

    def show_notes(self, notes: tuple[Note, ...]) -> None:
        """Show these notes; an editor with unsaved words stays whatever they are."""
        by_id = {note.id: note for note in notes}
        for widget in list(self._widgets):
            note = by_id.pop(widget.key.note_id, None)
            if note is not None:
                widget.take_stored(note.text, note.tags)
            elif widget.key.note_id and not widget.unsaved and not widget.in_use:
                self._drop(widget)
        for note in by_id.values():
            empty = self._empty_widget()
            if empty is not None and not empty.in_use:
                self._drop(empty)
            self._add(self._new_key._replace(note_id=note.id), note.text, note.tags)
        if self._always and not self._widgets:
            self._add(self._new_key, "")
        self.setVisible(bool(self._widgets))

    def write(self) -> None:
        """Give the keyboard to the first editor, making one if there is none."""
        if not self._widgets:
            self._add(self._new_key, "")
        self.setVisible(True)
        self._widgets[0].write()

    def confirm(self, key: SaveKey, text: str, asked: str, note_id: str) -> None:
        """Take the answer of the saver; a new note's editor learns its id."""
        for widget in list(self._widgets):
            if key.kind == "tags":
                if key.note_id in ("", widget.key.note_id):
                    widget.confirm(key, text, asked)
            elif widget.key == key:
                if note_id:
                    self._give_id(widget, key._replace(note_id=note_id))
                widget.confirm(key, text, asked)

    def show_unsaved(self, key: SaveKey, text: str) -> None:
        """Show words that are with the saver but not in the library yet."""
        widgets = [widget for widget in self._widgets if key in (widget.key, widget.tag_key)]
        if not widgets and key.kind == "tags":
            return
        if not widgets:
            self._add(key, "")
            widgets = self._widgets[-1:]
        widgets[0].take_unsaved(key, text)
        self.setVisible(True)

    def hand_over(self) -> None:
        """Hand every editor's new words to the saver now."""
        for widget in self._widgets:
            widget.hand_over()

    def _give_id(self, widget: NoteWidget, key: SaveKey) -> None:
        """Let an editor be its note's; one that showed the note before it was confirmed goes."""
        for other in list(self._widgets):
            if other is not widget and other.key == key and not other.unsaved:
                self._drop(other)
        widget.key = key

    def _empty_widget(self) -> NoteWidget | None:
        for widget in self._widgets:
            if not widget.key.note_id and not widget.editor.toPlainText():
                return widget
        return None

    def _add(self, key: SaveKey, text: str, tags: Sequence[str] = ()) -> None:
        widget = NoteWidget(
            key, text, tags, self._say, placeholder=self._placeholder, aids=self._aids, parent=self
        )
        widget.save_wanted.connect(self.save_wanted)
        self._widgets.append(widget)
        self._column.addWidget(widget)

    def _drop(self, widget: NoteWidget) -> None:
        self._widgets.remove(widget)
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
