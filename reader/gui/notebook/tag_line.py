"""The tags of an entry: each can be taken off, and one can be written beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from reader.gui.chips import Chip, Chips
from reader.gui.side_pane.panels import words_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.presentation.messages import Messages
    from reader.presentation.theme import Theme


class TagLine(QWidget):
    """Chips and a box; ``tags_wanted(tags)`` when the entry should have others."""

    tags_wanted = Signal(object)

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._tags: tuple[str, ...] = ()
        self._known = QStringListModel(self)
        self.chips = Chips("")
        self.chips.chosen.connect(self._on_chip)
        self.box = self._make_box()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(7)
        layout.addWidget(words_label(messages("notebook.tags"), "heading"))
        layout.addWidget(self.chips)
        layout.addWidget(self.box)

    def show_tags(self, tags: tuple[str, ...], theme: Theme) -> None:
        """Show the tags of an entry."""
        say = self._messages
        self._tags = tags
        chips = [Chip("", tag, f"#{tag}  ×", say("notebook.tag.remove", tag=tag)) for tag in tags]
        self.chips.show_chips(chips, theme)

    def show_known(self, tags: Sequence[str]) -> None:
        """Offer the tags that are in use."""
        self._known.setStringList(list(tags))

    def _make_box(self) -> QLineEdit:
        box = QLineEdit()
        words = self._messages("notebook.tag.add")
        box.setPlaceholderText(words)
        box.setAccessibleName(words)
        box.setMaximumWidth(260)
        completer = QCompleter(self._known, box)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        box.setCompleter(completer)
        box.returnPressed.connect(self._on_returned)
        return box

    @Slot()
    def _on_returned(self) -> None:
        tag = self.box.text().strip()
        self.box.clear()
        if tag and tag not in self._tags:
            self.tags_wanted.emit((*self._tags, tag))

    @Slot(str, str)
    def _on_chip(self, _act: str, tag: str) -> None:
        self.tags_wanted.emit(tuple(one for one in self._tags if one != tag))
