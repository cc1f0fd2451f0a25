"""The reader's words on an entry with their tags: those of a highlight, or of what is noted on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.gui.notes.widget import NoteWidget
from reader.gui.saving import SaveKey
from reader.gui.side_pane.note_editors import NoteEditors

if TYPE_CHECKING:
    from reader.gui.notes.aids import NoteAids
    from reader.model.notebook import NotebookEntry, NotebookPage
    from reader.presentation.messages import Messages


class EntryNotes(QWidget):
    """Edits the notes of one entry as they are edited beside their article.

    ``save_wanted(key, text, expected)`` for words and for tags. A highlight has one note, whose
    tags are the highlight's; any other entry is one note.
    """

    save_wanted = Signal(object, str, str)

    def __init__(
        self, entry: NotebookEntry, messages: Messages, aids: NoteAids, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.entry_id = entry.id
        self._highlight: NoteWidget | None = None
        self._note: NoteEditors | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        if entry.is_highlight:
            key = SaveKey("highlight", "highlight", entry.id)
            words = messages("notebook.write")
            self._highlight = NoteWidget(
                key, "", entry.tags, messages, placeholder=words, aids=aids, parent=self
            )
            self._highlight.save_wanted.connect(self.save_wanted)
            column.addWidget(self._highlight)
        else:
            self._note = NoteEditors(
                entry.target,
                entry.target_id,
                messages,
                placeholder=messages("notebook.about.note"),
                always=False,
                aids=aids,
                parent=self,
            )
            self._note.save_wanted.connect(self.save_wanted)
            column.addWidget(self._note)

    @property
    def widgets(self) -> list[NoteWidget]:
        """Return the notes with all that belongs to them, in order."""
        if self._highlight is not None:
            return [self._highlight]
        return self._note.widgets if self._note is not None else []

    def show_page(self, page: NotebookPage) -> None:
        """Show what the library holds; a box with unsaved words stays whatever it is."""
        if self._highlight is not None:
            words = "\n\n".join(note.text for note in page.notes)
            self._highlight.take_stored(words, page.entry.tags)
        elif self._note is not None:
            self._note.show_notes(page.notes)

    def write(self) -> None:
        """Give the keyboard to the words."""
        if self._highlight is not None:
            self._highlight.write()
        elif self._note is not None:
            self._note.write()

    def write_tags(self) -> None:
        """Give the keyboard to the box for tags."""
        for widget in self.widgets[:1]:
            widget.write_tags()

    def confirm(self, key: SaveKey, text: str, asked: str, note_id: str) -> None:
        """Take the answer of the saver, where it is for this entry."""
        if not self._is_of(key):
            return
        if self._highlight is not None:
            self._highlight.confirm(key, text, asked)
        elif self._note is not None:
            self._note.confirm(key, text, asked, note_id)

    def show_unsaved(self, key: SaveKey, text: str) -> None:
        """Show words on this entry that the saver still has."""
        if not self._is_of(key):
            return
        if self._highlight is not None:
            self._highlight.take_unsaved(key, text)
        elif self._note is not None:
            self._note.show_unsaved(key, text)

    def hand_over(self) -> None:
        """Hand all new words to the saver now."""
        for widget in self.widgets:
            widget.hand_over()

    def _is_of(self, key: SaveKey) -> bool:
        """Say whether words or tags are of what is shown here."""
        if self._highlight is not None:
            return key.target == "highlight" and key.target_id == self.entry_id
        return key.kind in ("note", "tags") and key.note_id == self.entry_id
