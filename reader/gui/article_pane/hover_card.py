"""The card that says what a term means, beside the word that the pointer rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.presentation.readings import shown_reading

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent, QWheelEvent

    from reader.model.glossary import ElsewhereTerm
    from reader.model.terms import ArticleTerm
    from reader.presentation.messages import Messages

_WIDTH = 380
_REACH = 10
_LINGER = 350


class HoverCard(QFrame):
    """Form, reading, category, definition with its hedges, aliases and counts of one term.

    ``chosen(id)`` when it is clicked. It stays while the pointer is on its way to it.
    """

    chosen = Signal(str)

    def __init__(self, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._messages = messages
        self._term_id = ""
        self._counted: list[str] = []
        self._beside = QRect()
        self.setObjectName("hover")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._form = QLabel()
        self._form.setObjectName("term")
        self._reading = QLabel()
        self._reading.setObjectName("muted")
        self._kind = QLabel()
        self._kind.setObjectName("muted")
        self._meaning = QLabel()
        self._counts = QLabel()
        self._counts.setObjectName("muted")
        self._link = QLabel(messages("terms.card.open"))
        self._link.setObjectName("link")
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 11, 14, 11)
        layout.setSpacing(5)
        for label in (self._form, self._reading, self._kind, self._meaning, self._counts):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(label is not self._reading)
        head = QHBoxLayout()
        head.setSpacing(9)
        head.addWidget(self._form)
        head.addWidget(self._reading, 1, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(head)
        layout.addWidget(self._kind)
        layout.addWidget(self._meaning)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._counts, 1)
        foot.addWidget(self._link, 0, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(foot)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LINGER)
        self._timer.timeout.connect(self._on_lingered)
        self.hide()

    @property
    def words(self) -> str:
        """Return everything the card says, a line a part."""
        head = f"{self._form.text()}  {self._reading.text()}".rstrip()
        below = (self._kind.text(), self._meaning.text(), self._counts.text())
        return "\n".join(words for words in (head, *below) if words)

    @property
    def term_id(self) -> str:
        """Return which term the card is about, or nothing while it is hidden."""
        return "" if self.isHidden() else self._term_id

    def show_term(self, term: ArticleTerm, beside: QRect) -> None:
        """Show a term near a rectangle of the parent, above or below it, never outside."""
        say = self._messages
        self._term_id = term.id
        reading = shown_reading(term.text, term.reading)
        beside_form = self._fits(term.text, reading)
        self._form.setText(term.text)
        self._reading.setText(reading if beside_form else "")
        kind = [] if beside_form else [reading]
        kind.append(say(f"window.category.{term.category}"))
        if term.own:
            kind.append(say("terms.own"))
        if term.aliases:
            kind.append(say("window.aliases", aliases="、".join(term.aliases)))
        self._kind.setText(" ・ ".join(kind))
        self._meaning.setText(term.definition.text if term.definition else "")
        counts = [say("window.count.here", count=len(term.occurrences))]
        # A definition of the reader's own stands in no article.
        if term.definition and term.definition.end > term.definition.start:
            counts.insert(0, say("window.defined.here"))
        if term.elsewhere:
            counts.append(say("window.count.elsewhere", count=term.elsewhere))
        self._show(counts, beside)

    def show_elsewhere(self, term: ElsewhereTerm, beside: QRect) -> None:
        """Show a term that only other articles know."""
        self._term_id = term.term_id
        self._form.setText(term.text)
        self._reading.setText("")
        self._kind.setText(self._messages(f"window.category.{term.category}"))
        self._meaning.setText("")
        self._show([self._messages("terms.elsewhere.only")], beside)

    def add_definitions(self, term_id: str, count: int) -> None:
        """Say how many other definitions of the term that is shown there are."""
        if count and term_id == self.term_id:
            self._show([*self._counted, self._messages("terms.definitions", count=count)])

    def linger(self, pointer: QPoint) -> None:
        """Go, but not at once where the pointer, in the parent, may be on its way to the card."""
        if self.geometry().adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(pointer):
            self._timer.start()
        else:
            self.hide()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.hide()
            self.chosen.emit(self._term_id)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Who scrolls wants the text, not what lies over it.
        self.hide()
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._timer.start()

    def _fits(self, form: str, reading: str) -> bool:
        """Say whether a reading has room beside its form."""
        self.ensurePolished()
        for label in (self._form, self._reading):
            label.ensurePolished()
        wide = self._form.fontMetrics().horizontalAdvance(form)
        wide += self._reading.fontMetrics().horizontalAdvance(reading)
        return wide + 48 <= min(_WIDTH, self._over.width() - 16)

    def _show(self, counts: list[str], beside: QRect | None = None) -> None:
        self._counted = counts
        self._counts.setText(" ・ ".join(counts))
        self._meaning.setVisible(bool(self._meaning.text()))
        self._beside = self._beside if beside is None else beside
        self._place(self._beside)
        self._timer.stop()
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

    @Slot()
    def _on_lingered(self) -> None:
        if not self.underMouse():
            self.hide()
