"""The reader's own words on a term: a definition, and notes, edited in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reader.gui.autosave import AutosaveEdit, grown
from reader.gui.saving import SaveKey
from reader.gui.side_pane.note_editors import NoteEditors
from reader.gui.side_pane.panels import words_label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.gui.notes.aids import NoteAids
    from reader.model.annotations import Note
    from reader.presentation.messages import Messages


class OwnWords(QWidget):
    """The editors of one term; ``save_wanted(key, text, expected)``."""

    save_wanted = Signal(object, str, str)

    def __init__(
        self,
        term_id: str,
        messages: Messages,
        aids: NoteAids | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.term_id = term_id
        key = SaveKey("definition", "term", term_id)
        self.definition = grown(AutosaveEdit(key), messages("glossary.own.definition.write"))
        self.definition.save_wanted.connect(self.save_wanted)
        self.notes = NoteEditors(
            "term",
            term_id,
            messages,
            placeholder=messages("glossary.own.note.write"),
            always=True,
            aids=aids,
        )
        self.notes.save_wanted.connect(self.save_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        for key_of_words, editor in (
            ("glossary.own.definition", self.definition),
            ("glossary.own.note", self.notes),
        ):
            column = QVBoxLayout()
            column.setSpacing(6)
            column.addWidget(words_label(messages(key_of_words), "heading"))
            column.addWidget(editor)
            column.addStretch(1)
            row.addLayout(column, 1)

    def show_words(self, definition: str, notes: tuple[Note, ...]) -> None:
        """Show what the library holds, unless the reader is at work here."""
        self.definition.take_stored(definition)
        self.notes.show_notes(notes)

    def show_unsaved(self, words: Mapping[SaveKey, str]) -> None:
        """Show words on this term that the saver still has."""
        for key, text in words.items():
            if key.target != "term" or key.target_id != self.term_id:
                continue
            if key.kind == "definition":
                self.definition.take_unsaved(text)
            else:
                self.notes.show_unsaved(key, text)

    def confirm(self, key: SaveKey, text: str, asked: str, note_id: str) -> None:
        """Pass the saver's answer on to the editor that it is for."""
        if key.target != "term" or key.target_id != self.term_id:
            return
        if key.kind == "definition":
            self.definition.confirm(text, asked)
        else:
            self.notes.confirm(key, text, asked, note_id)

    def hand_over(self) -> None:
        """Hand all new words to the saver now."""
        self.definition.hand_over()
        self.notes.hand_over()
