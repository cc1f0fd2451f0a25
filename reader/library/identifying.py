"""Which term of the library is meant by what an analyser found in an article.

By the curated table, else by full form and category; a surname alone stays within its article.
What the reader touched holds on to its articles: where a later analyser takes the same words for
another thing, or gives them a fuller form, they are still the reader's term.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.library.encoding import packed, ranges, strings
from reader.library.surnames import is_bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.library.connection import Connection
    from reader.model.understanding import FoundTerm

Identity = tuple[str, str, int]


class KnownTerm(NamedTuple):
    """A term of the library as far as finding it needs; lists are JSON."""

    number: int
    text: str
    category: str
    within: int
    reading: str
    aliases: str
    forms: str
    version: int
    category_own: str | None
    text_own: str | None

    @property
    def identity(self) -> Identity:
        """Return what it is found by."""
        return self.text, self.category, self.within


class Used(NamedTuple):
    """What an article used before: the full form, and as JSON its aliases and where it stood."""

    form: str
    aliases: str
    ranges: str


TOUCHED = """(
    term.hash <> ''
    OR EXISTS (SELECT 1 FROM term_alias WHERE term_alias.term = term.number)
    OR EXISTS (SELECT 1 FROM term AS child WHERE child.merged_into = term.number)
    OR EXISTS (SELECT 1 FROM note WHERE on_term = term.number)
    OR EXISTS (SELECT 1 FROM removed WHERE on_term = term.number)
    )"""
"""Says in SQL whether the reader had a hand in a term: then it is never removed."""

_KNOWN = """
    SELECT number, text, category, within, reading, aliases, forms, version, category_own,
        text_own
    FROM term WHERE number IN (
        SELECT number FROM json_each(:names) CROSS JOIN term ON text = value
        WHERE within IN (0, :article)
        UNION SELECT value FROM json_each(:numbers)
        UNION SELECT number FROM json_each(:names) CROSS JOIN term ON text_own = value
    )
    """

_TOUCHED_OF = f"""
    SELECT number FROM term WHERE number IN (SELECT value FROM json_each(?)) AND {TOUCHED}
    ORDER BY number
    """  # noqa: S608 (a constant of ours)

_FOUND_AS = """
    SELECT text, category, within, term FROM json_each(:names)
    CROSS JOIN term_found_as ON text = value WHERE within IN (0, :article)
    """


def identity_of(article: int, found: FoundTerm) -> Identity:
    """Return what a found term is found by in the library."""
    if found.key:
        return found.key, found.category, 0
    bound = found.category == "person" and is_bare(found.text)
    return found.text, found.category, article if bound else 0


class Identifier:
    """Says for the terms found in one article which of the library they are."""

    def __init__(
        self,
        db: Connection,
        article: int,
        found: Sequence[FoundTerm],
        *,
        used: Mapping[int, Used],
        forms: Mapping[str, int],
    ) -> None:
        self._db = db
        self._found = found
        self._used = used
        self._identities = [identity_of(article, term) for term in found]
        names = [name for name, _, _ in self._identities]
        targets = [forms[term.text] for term in found if term.text in forms]
        asked = {
            "names": packed(names),
            "numbers": packed([*used, *targets]),
            "article": article,
        }
        also = {
            (text, category, within): number
            for text, category, within, number in db.all(_FOUND_AS, asked)
        }
        asked["numbers"] = packed([*used, *targets, *also.values()])
        self.known = {row[0]: KnownTerm(*row) for row in db.all(_KNOWN, asked)}
        self._held: frozenset[int] = frozenset()
        self.moved: list[int] = []
        """Those that the analyser puts into another category now."""
        self._by_identity = also | {term.identity: term.number for term in self.known.values()}
        self._places: list[int | None] = [
            forms.get(term.text) or self._by_identity.get(identity)
            for term, identity in zip(found, self._identities, strict=True)
        ]

    def numbers(self, *, same_text: bool) -> list[int | None]:
        """Return the number of each found term; None where the library does not know it yet.

        ``same_text`` says that the ranges of before are of the text that was understood now.
        """
        missing = self._touched(self._used.keys() - set(self._places))
        if missing:
            self._held = self._touched(self.known)
            for number in sorted(missing):
                self._hold_on(self.known[number], same_text=same_text)
        unknown = [place for place, number in enumerate(self._places) if number is None]
        if unknown:
            names = {self._identities[place][0] for place in unknown}
            called = self._touched(
                term.number
                for term in self.known.values()
                if not term.within and not names.isdisjoint((term.text, term.text_own))
            )
            for place in unknown:
                self._places[place] = self._named_so(place, called)
        return self._places

    def _touched(self, numbers: Iterable[int]) -> frozenset[int]:
        """Return those of the terms that the reader had a hand in."""
        asked = packed(list(numbers))
        if asked == "[]":
            return frozenset()
        return frozenset(number for (number,) in self._db.all(_TOUCHED_OF, (asked,)))

    def _hold_on(self, term: KnownTerm, *, same_text: bool) -> None:
        """Give a touched term that was not found again what continues it, if anything does."""
        free = [place for place, number in enumerate(self._places) if self._is_free(number)]
        for place in free:
            if self._identities[place][0] == term.text:
                self._take_over(place, term)
                return
        if not free:
            return
        removed = _removed_forms(self._db, term.number)
        used = self._used[term.number]
        for place in free:
            found = self._found[place]
            if found.text not in removed and (
                _is_fuller_or_shorter(found, used)
                or (same_text and _stands_where(found, ranges(used.ranges)))
            ):
                self._places[place] = term.number
                return

    def _is_free(self, number: int | None) -> bool:
        """Say whether a touched term may take over what would else be another one."""
        return number is None or (number not in self._used and number not in self._held)

    def _take_over(self, place: int, term: KnownTerm) -> None:
        """Let a term be what its words are taken for now, wherever they are found."""
        identity = self._identities[place]
        self._places[place] = term.number
        if identity in self._by_identity or term.within or identity[2]:
            return
        self._db.run("INSERT INTO term_found_as VALUES (?, ?, ?, ?)", (*term.identity, term.number))
        self._db.run("UPDATE term SET category = ? WHERE number = ?", (identity[1], term.number))
        self.known[term.number] = term._replace(category=identity[1])
        self._by_identity[identity] = term.number
        self.moved.append(term.number)

    def _named_so(self, place: int, called: Iterable[int]) -> int | None:
        """Return the term that the reader gave this very form and category."""
        name, category, within = self._identities[place]
        for number in called if not within else ():
            term = self.known[number]
            if name in (term.text, term.text_own) and category in (
                term.category_own,
                term.category,
            ):
                return number
        return None


def _removed_forms(db: Connection, number: int) -> set[str]:
    rows = db.all("SELECT form FROM term_alias WHERE term = ? AND verdict = 'removed'", (number,))
    return {form for (form,) in rows}


def _is_fuller_or_shorter(found: FoundTerm, used: Used) -> bool:
    return used.form in (found.text, *found.aliases) or found.text in strings(used.aliases)


def _stands_where(found: FoundTerm, before: Sequence[tuple[int, int]]) -> bool:
    """Say whether a term was found where most of the ranges of before are."""
    shared = sum(
        any(start < last and first < end for first, last in found.occurrences)
        for start, end in before
    )
    return shared * 2 > len(before)
