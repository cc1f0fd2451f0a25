"""The terms of one article as rows: in which order, and what each of them says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from reader.model.terms import ArticleTerm
    from reader.presentation.messages import Messages

TERM_ROLE = int(Qt.ItemDataRole.UserRole) + 1
LIT_ROLE = TERM_ROLE + 1
"""Whether the term is highlighted in the article now."""

TermOrder = Literal["weight", "place", "reading"]
TERM_ORDERS: tuple[TermOrder, ...] = ("weight", "place", "reading")
Index = QModelIndex | QPersistentModelIndex


class TermListModel(QAbstractListModel):
    """The terms of one article: those that usually are highlighted first, then by weight.

    Other orders are by first place, and by reading (五十音順).
    """

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._terms: list[ArticleTerm] = []
        self._order: TermOrder = "weight"
        self._lit: frozenset[str] | None = None

    @property
    def order(self) -> TermOrder:
        """Return the order of the rows."""
        return self._order

    def show(self, terms: Sequence[ArticleTerm]) -> None:
        """Show other terms."""
        ordered = sorted(terms, key=_KEYS[self._order])
        if ordered == self._terms:
            return
        self.beginResetModel()
        self._terms = ordered
        self.endResetModel()

    def sort_by(self, order: TermOrder) -> None:
        """Put the rows into another order."""
        self._order = order
        self.show(self._terms)

    def light(self, ids: Collection[str]) -> None:
        """Learn which terms are highlighted in the article; until then all that usually are."""
        lit = frozenset(ids)
        if lit != self._lit:
            self._lit = lit
            if self._terms:
                last = self.index(len(self._terms) - 1)
                self.dataChanged.emit(self.index(0), last, [LIT_ROLE])

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
        if role == TERM_ROLE:
            return term
        if role == LIT_ROLE:
            return term.shown if self._lit is None else term.id in self._lit
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
        if term.own:
            parts.append(say("terms.own"))
        parts.append(say("window.count.here", count=len(term.occurrences)))
        if term.aliases:
            parts.append(say("window.aliases", aliases="、".join(term.aliases)))
        return " ・ ".join(parts)


def _by_weight(term: ArticleTerm) -> tuple[bool, float, int]:
    return not (term.shown or term.own), -term.weight, _first_place(term)


def _by_place(term: ArticleTerm) -> tuple[int, str]:
    return _first_place(term), term.text


def _by_reading(term: ArticleTerm) -> tuple[bool, str, str]:
    # Latin letters come first in Unicode; in a Japanese index they stand behind the kana.
    read = (term.reading or term.text).casefold().translate(_TO_HIRAGANA)
    return read[:1].isascii(), read, term.text


def _first_place(term: ArticleTerm) -> int:
    return term.occurrences[0][0] if term.occurrences else 1 << 62


_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_KEYS = {"weight": _by_weight, "place": _by_place, "reading": _by_reading}
