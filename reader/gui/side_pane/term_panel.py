"""The terms of the article, heaviest first, each with what it means here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.gui.fonts import sans_font
from reader.model.terms import ArticleTerm
from reader.presentation.readings import shown_reading

if TYPE_CHECKING:
    from reader.presentation.messages import Messages
    from reader.presentation.theme import Theme

_TERM_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex


class TermListModel(QAbstractListModel):
    """The terms of one article: those that are highlighted first, then by weight."""

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._terms: list[ArticleTerm] = []

    def show(self, terms: tuple[ArticleTerm, ...]) -> None:
        """Show other terms."""
        ordered = sorted(terms, key=lambda term: (not term.shown, -term.weight))
        if ordered == self._terms:
            return
        self.beginResetModel()
        self._terms = ordered
        self.endResetModel()

    def place_of(self, term_id: str) -> int:
        """Return where a term stands, or -1."""
        ids = [term.id for term in self._terms]
        return ids.index(term_id) if term_id in ids else -1

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._terms)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._terms):
            return None
        term = self._terms[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return term.text
        if role == _TERM_ROLE:
            return term
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{term.text}、{self.second_line(term)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return term.receipt.text if term.receipt else None
        return None

    def second_line(self, term: ArticleTerm) -> str:
        """Say what a term means here, or what kind of thing it is and how often it comes."""
        if term.definition:
            return term.definition.text
        say = self._messages
        parts = [say(f"window.category.{term.category}")]
        parts.append(say("window.count.here", count=len(term.occurrences)))
        if term.aliases:
            parts.append(say("window.aliases", aliases="、".join(term.aliases)))
        return " ・ ".join(parts)


class _TermDelegate(QStyledItemDelegate):
    """Paints a term in its category's colour, its reading, and what it means."""

    def __init__(self, theme: Theme, model: TermListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.set_look(theme, 13)

    def set_look(self, theme: Theme, pixels: float) -> None:
        self.theme = theme
        self._form = sans_font(pixels + 0.5)
        self._form.setWeight(QFont.Weight.DemiBold)
        self._small = sans_font(pixels - 1.5)
        self._height = round(pixels * 3.9)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(160, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        term = index.data(_TERM_ROLE)
        if not isinstance(term, ArticleTerm):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        state = option.state
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = "chosen" if state & QStyle.StateFlag.State_Selected else "hover"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme[chosen]))
            painter.drawRoundedRect(rect.adjusted(6, 1, -6, -1), 7, 7)
        inner = rect.adjusted(16, 6, -14, -6)
        self._paint_words(painter, term, inner)
        painter.restore()

    def _paint_words(self, painter: QPainter, term: ArticleTerm, inner: QRectF) -> None:
        form, small = QFontMetricsF(self._form), QFontMetricsF(self._small)
        elide = Qt.TextElideMode.ElideRight
        painter.setFont(self._form)
        painter.setPen(QColor(self.theme[f"term.{term.category}"]))
        words = form.elidedText(term.text, elide, inner.width())
        base = inner.top() + form.ascent()
        painter.drawText(QPointF(inner.left(), base), words)
        painter.setFont(self._small)
        painter.setPen(QColor(self.theme["muted"]))
        taken = form.horizontalAdvance(words) + 9
        reading = shown_reading(term.text, term.reading)
        if reading and taken < inner.width() - 30:
            reading = small.elidedText(reading, elide, inner.width() - taken)
            painter.drawText(QPointF(inner.left() + taken, base), reading)
        second = small.elidedText(self._model.second_line(term), elide, inner.width())
        painter.drawText(QPointF(inner.left(), inner.bottom() - small.descent()), second)


class TermPanel(QListView):
    """The list of terms; ``term_chosen(id)`` when one is clicked or Return is pressed on it."""

    term_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        messages: Messages,
        *,
        pixels: float = 13,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rows")
        self.setAccessibleName(messages("window.tab.terms"))
        self._model = TermListModel(messages, self)
        self.delegate = _TermDelegate(theme, self._model, self)
        self.delegate.set_look(theme, pixels)
        self.setModel(self._model)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._on_clicked)

    def show_terms(self, terms: tuple[ArticleTerm, ...]) -> None:
        """Show other terms."""
        self._model.show(terms)

    def show_current(self, term_id: str) -> None:
        """Choose a term in the list without going anywhere."""
        place = self._model.place_of(term_id)
        if place >= 0:
            self.setCurrentIndex(self._model.index(place))
            self.scrollTo(self._model.index(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_clicked(self.currentIndex())
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        term = index.data(_TERM_ROLE)
        if isinstance(term, ArticleTerm):
            self.term_chosen.emit(term.id)
