"""What the glossary asks of the library, off the GUI thread; only the last answer counts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.gui.session import Session
    from reader.model.errors import ReaderError
    from reader.model.glossary import GlossaryEntry, GlossaryQuery, Occurrence, TermCard
    from reader.services.desk import Desk

PAGE = 200
CONTEXTS = 50


class Listing(NamedTuple):
    """The first lines of a query, how many it has in all, and whether it is a new one."""

    query: GlossaryQuery
    rows: Sequence[GlossaryEntry]
    many: int
    fresh: bool


class CardAnswer(NamedTuple):
    """A card and its first contexts; ``complete`` says that there are no more."""

    card: TermCard
    occurrences: Sequence[Occurrence]
    complete: bool


class GlossaryReading(QObject):
    """Asks for lists, cards and contexts.

    ``listed(Listing)``, ``more_listed(rows, complete)``, ``card_read(CardAnswer)``,
    ``card_gone(id)``, ``more_contexts_read(occurrences, complete)``.
    """

    listed = Signal(object)
    more_listed = Signal(object, bool)
    card_read = Signal(object)
    card_gone = Signal(str)
    more_contexts_read = Signal(object, bool)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._listing = 0
        self._card = 0

    def read_list(self, query: GlossaryQuery, *, limit: int = PAGE, fresh: bool = True) -> None:
        """Ask for the lines of a query from its beginning."""
        self._listing += 1
        work = partial(_list, query, max(limit, PAGE), fresh)
        self._session.read(work, partial(self._on_listed, self._listing))

    def read_more(self, query: GlossaryQuery, after: GlossaryEntry, limit: int) -> None:
        """Ask for the lines behind one."""
        work = partial(_list_more, query, after, limit)
        self._session.read(work, partial(self._on_more_listed, self._listing, limit))

    def read_card(self, term_id: str, *, contexts: int = CONTEXTS) -> None:
        """Ask for a card with so many of its contexts."""
        self._card += 1
        self._session.read(
            partial(_card, term_id, max(contexts, CONTEXTS)),
            partial(self._on_card, self._card),
            failed=partial(self._on_card_failed, self._card, term_id),
        )

    def drop_card(self) -> None:
        """Let go of a card that was asked for: another one is wanted by now."""
        self._card += 1

    def read_contexts(self, term_id: str, after: Occurrence) -> None:
        """Ask for the contexts behind one."""
        self._session.read(
            partial(_contexts, term_id, after),
            partial(self._on_contexts, self._card),
            failed=_quiet,
        )

    def _on_listed(self, number: int, listing: Listing) -> None:
        if number == self._listing:
            self.listed.emit(listing)

    def _on_more_listed(self, number: int, limit: int, rows: Sequence[GlossaryEntry]) -> None:
        if number == self._listing:
            self.more_listed.emit(rows, len(rows) < limit)

    def _on_card(self, number: int, answer: CardAnswer) -> None:
        if number == self._card:
            self.card_read.emit(answer)

    def _on_card_failed(self, number: int, term_id: str, error: ReaderError) -> None:
        if number != self._card:
            return
        if error.code == "no_such_id":
            self.card_gone.emit(term_id)
        else:
            self._session.failed.emit(error)

    def _on_contexts(self, number: int, occurrences: Sequence[Occurrence]) -> None:
        if number == self._card:
            self.more_contexts_read.emit(occurrences, len(occurrences) < CONTEXTS)


def _list(query: GlossaryQuery, limit: int, fresh: bool, desk: Desk) -> Listing:
    rows = desk.glossary.entries(query, limit=limit)
    many = len(rows) if len(rows) < limit else desk.glossary.count(query)
    return Listing(query, rows, many, fresh)


def _list_more(
    query: GlossaryQuery, after: GlossaryEntry, limit: int, desk: Desk
) -> Sequence[GlossaryEntry]:
    return desk.glossary.entries(query, limit=limit, after=after)


def _card(term_id: str, contexts: int, desk: Desk) -> CardAnswer:
    card = desk.glossary.card(term_id)
    occurrences = desk.glossary.occurrences(card.entry.id, limit=contexts)
    return CardAnswer(card, occurrences, len(occurrences) < contexts)


def _contexts(term_id: str, after: Occurrence, desk: Desk) -> Sequence[Occurrence]:
    return desk.glossary.occurrences(term_id, limit=CONTEXTS, after=after)


def _quiet(_error: ReaderError) -> None:
    """Let go of contexts of a term that is gone: its card is told so."""
