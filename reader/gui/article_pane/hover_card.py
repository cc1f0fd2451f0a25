"""The card that says what a term means, beside the word that the pointer rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from reader.presentation.readings import shown_reading

if TYPE_CHECKING:
    from reader.model.terms import ArticleTerm
    from reader.presentation.messages import Messages

_WIDTH = 380


class HoverCard(QFrame):
    """Form, reading, category, definition with its hedges, aliases and counts of one term."""

    def __init__(self, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._messages = messages
        self.setObjectName("hover")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._form = QLabel()
        self._form.setObjectName("term")
        self._form.setTextFormat(Qt.TextFormat.PlainText)
        self._kind = QLabel()
        self._kind.setObjectName("muted")
        self._meaning = QLabel()
        self._counts = QLabel()
        self._counts.setObjectName("muted")
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 11, 14, 11)
        layout.setSpacing(5)
        for label in (self._form, self._kind, self._meaning, self._counts):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(label)
        self.hide()

    @property
    def words(self) -> str:
        """Return everything the card says, a line a part."""
        labels = (self._form, self._kind, self._meaning, self._counts)
        return "\n".join(label.text() for label in labels if label.text())

    def show_term(self, term: ArticleTerm, beside: QRect) -> None:
        """Show a term near a rectangle of the parent, above or below it, never outside."""
        say = self._messages
        reading = shown_reading(term.text, term.reading)
        self._form.setText(f"{term.text}  {reading}".rstrip())
        kind = [say(f"window.category.{term.category}")]
        if term.aliases:
            kind.append(say("window.aliases", aliases="、".join(term.aliases)))
        self._kind.setText(" ・ ".join(kind))
        self._meaning.setText(term.definition.text if term.definition else "")
        self._meaning.setVisible(term.definition is not None)
        counts = [say("window.count.here", count=len(term.occurrences))]
        if term.definition:
            counts.insert(0, say("window.defined.here"))
        if term.elsewhere:
            counts.append(say("window.count.elsewhere", count=term.elsewhere))
        self._counts.setText(" ・ ".join(counts))
        self._place(beside)
        self.show()
        self.raise_()

    def _place(self, beside: QRect) -> None:
        room = self._over.rect()
        width = min(_WIDTH, room.width() - 16)
        self.setFixedWidth(width)
        height = self._column.heightForWidth(width)
        self.setFixedHeight(height)
        left = max(8, min(beside.left() - 20, room.width() - width - 8))
        below = beside.bottom() + 6
        above = beside.top() - height - 6
        fits_below = below + height <= room.height() - 8
        self.move(QPoint(left, below if fits_below or above < 8 else above))
