"""The editors of the notes on one thing: one for each note, and room for a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.gui.autosave import AutosaveEdit, grown
from reader.gui.saving import SaveKey

if TYPE_CHECKING:
    from reader.model.annotations import Note, NoteTarget


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
        *,
        placeholder: str,
        always: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._new_key = SaveKey("note", target, target_id)
        self._placeholder = placeholder
        self._always = always
        self._editors: list[AutosaveEdit] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.setVisible(False)

    @property
    def editors(self) -> list[AutosaveEdit]:
        """Return the editors, in order."""
        return list(self._editors)

    def show_notes(self, notes: tuple[Note, ...]) -> None:
        """Show these notes; an editor with unsaved words stays whatever they are."""
        by_id = {note.id: note for note in notes}
        for editor in list(self._editors):
            note = by_id.pop(editor.key.note_id, None)
            if note is not None:
                editor.take_stored(note.text)
            elif editor.key.note_id and not editor.unsaved and not editor.hasFocus():
                self._drop(editor)
        for note in by_id.values():
            empty = self._empty_editor()
            if empty is not None and not empty.hasFocus():
                self._drop(empty)
            self._add(self._new_key._replace(note_id=note.id), note.text)
        if self._always and not self._editors:
            self._add(self._new_key, "")
        self.setVisible(bool(self._editors))

    def write(self) -> None:
        """Give the keyboard to the first editor, making one if there is none."""
        if not self._editors:
            self._add(self._new_key, "")
        self.setVisible(True)
        self._editors[0].setFocus()

    def confirm(self, key: SaveKey, text: str, asked: str, note_id: str) -> None:
        """Take the answer of the saver; a new note's editor learns its id."""
        for editor in list(self._editors):
            if editor.key == key:
                if note_id:
                    self._give_id(editor, key._replace(note_id=note_id))
                editor.confirm(text, asked)

    def show_unsaved(self, key: SaveKey, text: str) -> None:
        """Show words that are with the saver but not in the library yet."""
        editors = [editor for editor in self._editors if editor.key == key]
        if not editors:
            self._add(key, "")
            editors = self._editors[-1:]
        editors[0].take_unsaved(text)
        self.setVisible(True)

    def hand_over(self) -> None:
        """Hand every editor's new words to the saver now."""
        for editor in self._editors:
            editor.hand_over()

    def _give_id(self, editor: AutosaveEdit, key: SaveKey) -> None:
        """Let an editor be its note's; one that showed the note before it was confirmed goes."""
        for other in list(self._editors):
            if other is not editor and other.key == key and not other.unsaved:
                self._drop(other)
        editor.key = key

    def _empty_editor(self) -> AutosaveEdit | None:
        for editor in self._editors:
            if not editor.key.note_id and not editor.toPlainText():
                return editor
        return None

    def _add(self, key: SaveKey, text: str) -> None:
        editor = grown(AutosaveEdit(key, text), self._placeholder)
        editor.save_wanted.connect(self.save_wanted)
        self._editors.append(editor)
        self._column.addWidget(editor)

    def _drop(self, editor: AutosaveEdit) -> None:
        self._editors.remove(editor)
        self._column.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
