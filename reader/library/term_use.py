"""Which articles use which terms, as found and as the reader corrected it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.library.encoding import pack_ranges, packed, ranges, strings
from reader.library.gathering import Gathering
from reader.library.identifying import TOUCHED, Identifier, Used, identity_of
from reader.library.naming import settle_names, settle_states
from reader.library.saying import together
from reader.library.search_index import refresh
from reader.library.term_counts import count_changed, uses_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.library.connection import Connection
    from reader.library.saying import Said
    from reader.library.term_counts import Uses
    from reader.model.ids import IdMaker
    from reader.model.understanding import FoundTerm

BEHIND = 1_000_000
"""The place of a term that only the reader's forms find, behind all that the analyser found."""


class Use(NamedTuple):
    """A row of ``article_term`` but for its article; ``found`` is None where it is the same.

    The first three are in indexes: a row where they stay is changed in its place.
    """

    term: int
    newest: str
    definition: str | None
    place: int
    text: str
    key: str
    reading: str
    aliases: str
    occurrences: str
    found: str | None
    weight: float
    shown: int
    definition_start: int
    definition_end: int
    receipt: str | None
    receipt_start: int
    receipt_end: int


_COLUMNS = ", ".join(Use._fields)
_CHANGE = (
    f"UPDATE article_term SET {', '.join(f'{name} = ?' for name in Use._fields[3:])}"  # noqa: S608
    " WHERE article = ? AND term = ?"
)


class ArticleTerms:
    """The terms of one article while they are written; inside the caller's transaction."""

    def __init__(self, db: Connection, article: int, text: str) -> None:
        self._db = db
        self._article = article
        self._text = text
        row = db.one("SELECT newest, trashed FROM listing WHERE article = ?", (article,))
        assert row is not None, "an article has its line before it has terms"
        self._newest, self._trashed = row
        rows = db.all(f"SELECT {_COLUMNS} FROM article_term WHERE article = ?", (article,))  # noqa: S608
        self._before = {use.term: use for use in map(Use._make, rows)}

    def set_found(
        self,
        found: Iterable[FoundTerm],
        *,
        version: int,
        said: Said,
        forms: Mapping[str, int],
        same_text: bool,
        make_id: IdMaker,
    ) -> None:
        """Make the terms those that an analyser found; what is known keeps its id.

        ``said`` is what the reader said of the text, ``forms`` are the reader's, by which a
        term is known as well.
        ``same_text`` says that the terms of before are of the text that was understood now.
        """
        terms = list({(identity_of(self._article, one), one.text): one for one in found}.values())
        used = {use.term: Used(use.text, use.aliases, _found(use)) for use in self._before.values()}
        identifier = Identifier(self._db, self._article, terms, used=used, forms=forms)
        numbers = identifier.numbers(same_text=same_text)
        gathering = Gathering(self._db, identifier.known, version=version, listed=not self._trashed)
        uses: dict[int, Use] = {}
        for place, (term, known) in enumerate(zip(terms, numbers, strict=True)):
            identity = identity_of(self._article, term)
            number = gathering.gather(term, identity, number=known, make_id=make_id)
            use = self._use(number, term, place)
            uses[number] = _joined(uses[number], use) if number in uses else use
        self._write(self._corrected(uses, said))
        settle_names(self._db, [*gathering.changed, *identifier.moved])
        counted = _counted(self._before)
        settle_states(self._db, [number for number in gathering.added if number not in counted])
        refresh(self._db, "term", gathering.added)

    def _use(self, number: int, term: FoundTerm, place: int) -> Use:
        defined, receipt = term.definition, term.receipt
        return Use(
            term=number,
            newest=self._newest,
            definition=defined.text if defined else None,
            place=place,
            text=term.text,
            key=term.key,
            reading=term.reading,
            aliases=packed(list(term.aliases)),
            occurrences=pack_ranges(term.occurrences),
            found=None,
            weight=term.weight,
            shown=int(term.shown),
            definition_start=defined.start if defined else 0,
            definition_end=defined.end if defined else 0,
            receipt=receipt.text if receipt else None,
            receipt_start=receipt.start if receipt else 0,
            receipt_end=receipt.end if receipt else 0,
        )

    def _corrected(self, uses: dict[int, Use], said: Said) -> dict[int, Use]:
        """Take out the forms that the reader parted, and put in those that are the reader's."""
        corrected = {}
        for number, use in uses.items():
            places = said.corrected(number, use.occurrences)
            if places == use.occurrences:
                corrected[number] = use
            else:
                corrected[number] = use._replace(occurrences=places, found=use.occurrences)
        for number, own in said.left.items():
            corrected[number] = own_use(number, own, self._text, self._newest)
        return corrected

    def _write(self, uses: dict[int, Use]) -> None:
        """Write what is other than before, and count anew what that changes."""
        db, before = self._db, self._before
        gone = before.keys() - uses.keys()
        db.run_many(
            "DELETE FROM article_term WHERE article = ? AND term = ?",
            [(self._article, number) for number in gone],
        )
        written = [use for number, use in uses.items() if before.get(number) != use]
        kept = [use for use in written if use.term in before and before[use.term][:3] == use[:3]]
        db.run_many(_CHANGE, [(*use[3:], self._article, use.term) for use in kept])
        write_uses(db, self._article, [use for use in written if use not in kept])
        self._before = uses
        if not self._trashed:
            count_changed(db, _counted(before), _counted(uses), newest=self._newest)
        remove_unused(db, gone)


def own_use(number: int, places: Sequence[tuple[int, int]], text: str, newest: str) -> Use:
    """Return the use of a term that only the reader's forms find."""
    start, end = places[0]
    return Use(
        term=number, newest=newest, definition=None, place=BEHIND + number, text=text[start:end],
        key="", reading="", aliases="[]", occurrences=pack_ranges(places), found="[]", weight=1.0,
        shown=1, definition_start=0, definition_end=0, receipt=None, receipt_start=0, receipt_end=0,
    )  # fmt: skip


def write_uses(db: Connection, article: int, uses: Iterable[Use]) -> None:
    """Write how an article uses terms, in place of what was there."""
    db.run_many(
        f"INSERT OR REPLACE INTO article_term (article, {_COLUMNS})"  # noqa: S608
        f" VALUES (?{', ?' * len(Use._fields)})",
        [(article, *use) for use in uses],
    )


def remove_unused(db: Connection, terms: Iterable[int]) -> None:
    """Remove those of the terms that nobody uses and the reader never touched."""
    rows = db.all(
        f"""
        SELECT number FROM term WHERE number IN (SELECT value FROM json_each(?))
            AND NOT EXISTS (SELECT 1 FROM article_term WHERE term = term.number)
            AND NOT {TOUCHED}
        """,  # noqa: S608 (a constant of ours)
        (packed(list(terms)),),
    )
    if rows:
        numbers = packed([number for (number,) in rows])
        unused = "IN (SELECT value FROM json_each(?))"
        db.run(f"DELETE FROM term_found_as WHERE term {unused}", (numbers,))  # noqa: S608
        db.run(f"DELETE FROM term WHERE number {unused}", (numbers,))  # noqa: S608
        refresh(db, "term", [number for (number,) in rows])


def _counted(uses: dict[int, Use]) -> Uses:
    return uses_of((use.term, use.occurrences, use.found) for use in uses.values())


def _found(use: Use) -> str:
    return use.occurrences if use.found is None else use.found


def _joined(first: Use, second: Use) -> Use:
    """Make one of two uses of a term: two forms of the article are the same thing."""
    names = (*strings(first.aliases), second.text, *strings(second.aliases))
    aliases = [name for name in dict.fromkeys(names) if name != first.text]
    places = together(ranges(second.occurrences), ranges(first.occurrences))
    told = first if first.definition is not None else second
    return first._replace(
        aliases=packed(aliases),
        occurrences=pack_ranges(places),
        weight=max(first.weight, second.weight),
        shown=max(first.shown, second.shown),
        definition=told.definition,
        definition_start=told.definition_start,
        definition_end=told.definition_end,
        receipt=told.receipt,
        receipt_start=told.receipt_start,
        receipt_end=told.receipt_end,
    )
