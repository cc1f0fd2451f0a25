"""The reader's summary of the article, and the sentences that carry it, to write from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from reader.gui.autosave import AutosaveEdit
from reader.gui.saving import SaveKey
from reader.gui.side_pane.panels import Card, Column, words_label

if TYPE_CHECKING:
    from reader.model.known import KnownArticle
    from reader.model.passage import Passage
    from reader.presentation.messages import Messages


class SummaryPanel(QWidget):
    """A box for the summary above the key sentences; a click on one goes to its passage."""

    passage_chosen = Signal(int, int)
    save_wanted = Signal(object, str, str)

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._shown: tuple[Passage, ...] | None = None
        self._none = ""
        self.editor: AutosaveEdit | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14, 4, 12, 8)
        self._layout.setSpacing(8)
        self._layout.addWidget(words_label(messages("window.summary.label"), "section"))
        self._sentences = Column()
        self._sentences.cards.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._sentences, 2)

    def show_article(self, known: KnownArticle, *, none: str = "") -> None:
        """Show an article's summary; the editor of the same article stays what it is.

        ``none`` says why there are no key sentences, where the article is not the reason.
        """
        key = SaveKey("summary", "article", known.article.id)
        if self.editor is None or self.editor.key != key:
            self._replace_editor(key, known.summary.text)
        elif self.editor is not None:
            self.editor.take_stored(known.summary.text)
        if (known.key_sentences, none) == (self._shown, self._none):
            return
        self._shown, self._none = known.key_sentences, none
        cards: list[QWidget] = []
        if none and not self._shown:
            cards.append(words_label(none, "muted"))
        if self._shown:
            cards.append(words_label(self._messages("window.summary.key_sentences"), "section"))
        for number, passage in enumerate(known.key_sentences):
            card = Card(str(number))
            card.body.addWidget(words_label(passage.text))
            card.setAccessibleName(passage.text)
            card.chosen.connect(self._on_chosen)
            cards.append(card)
        self._sentences.set_order(cards)

    def confirm(self, key: SaveKey, text: str, asked: str) -> None:
        """Pass the saver's answer on to the editor."""
        if self.editor is not None and self.editor.key == key:
            self.editor.confirm(text, asked)

    def show_unsaved(self, key: SaveKey, text: str) -> None:
        """Show words that are with the saver but not in the library yet."""
        if self.editor is not None and self.editor.key == key:
            self.editor.take_unsaved(text)

    def hand_over(self) -> None:
        """Hand new words to the saver now."""
        if self.editor is not None:
            self.editor.hand_over()

    def _replace_editor(self, key: SaveKey, text: str) -> None:
        if self.editor is not None:
            self._layout.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
        self.editor = AutosaveEdit(key, text)
        self.editor.setPlaceholderText(self._messages("window.summary.placeholder"))
        self.editor.setAccessibleName(self._messages("window.summary.label"))
        self.editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.editor.save_wanted.connect(self.save_wanted)
        self._layout.insertWidget(1, self.editor, 3)

    @Slot(str)
    def _on_chosen(self, place: str) -> None:
        passage = self._shown[int(place)] if self._shown else None
        if passage is not None:
            self.passage_chosen.emit(passage.start, passage.end)
