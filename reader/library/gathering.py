"""Gather what articles say of a term: its reading, its aliases, the forms it is written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.encoding import packed, strings
from reader.library.identifying import KnownTerm
from reader.library.naming import MOST_ALIASES, shown

if TYPE_CHECKING:
    from reader.library.connection import Connection
    from reader.library.identifying import Identity
    from reader.model.ids import IdMaker
    from reader.model.understanding import FoundTerm


class Gathering:
    """Brings the terms of one article into the library; inside the caller's transaction.

    ``known`` are terms by number; ``listed`` says whether new ones are in the glossary at once.
    """

    def __init__(
        self, db: Connection, known: dict[int, KnownTerm], *, version: int, listed: bool
    ) -> None:
        self._db = db
        self._known = known
        self._version = version
        self._listed = listed
        self._added: dict[Identity, int] = {}
        self.changed: list[int] = []
        """Known terms of which something else is gathered now."""

    @property
    def added(self) -> list[int]:
        """Return the terms that the library did not know."""
        return list(self._added.values())

    def gather(
        self, term: FoundTerm, identity: Identity, *, number: int | None, make_id: IdMaker
    ) -> int:
        """Gather from a found term, which may be known by a number; return the number it has."""
        if number is None:
            number = self._added.get(identity)
        if number is None:
            number = self._add(term, identity, make_id)
            self._added[identity] = number
            return number
        known = self._known[number]
        now = _gathered(known, term, version=self._version)
        if now != known:
            self._known[number] = now
            self._db.run(
                "UPDATE term SET reading = ?, aliases = ?, forms = ?, version = ? WHERE number = ?",
                (now.reading, now.aliases, now.forms, now.version, number),
            )
            if now._replace(version=known.version) != known:
                self.changed.append(number)
        return number

    def _add(self, term: FoundTerm, identity: Identity, make_id: IdMaker) -> int:
        text, category, within = identity
        nothing = KnownTerm(0, text, category, within, "", "[]", "[]", 0, None, None)
        known = _gathered(nothing, term, version=self._version)
        names = (*strings(known.forms), *strings(known.aliases))
        number = self._db.insert(
            """
            INSERT INTO term (id, text, category, within, reading, aliases, forms, version, state,
                shown_text, shown_category, shown_reading, shown_aliases, sort_key, folded)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            (
                make_id(),
                *known[1:8],
                int(self._listed),
                *shown(text, category, known.reading, names),
            ),
        )
        self._known[number] = known._replace(number=number)
        return number


def _gathered(known: KnownTerm, term: FoundTerm, *, version: int) -> KnownTerm:
    """Gather from one more article.

    A newer analyser begins the gathering anew, so that its mistakes of before do not stay.
    """
    if known.version < version:
        known = known._replace(reading="", aliases="[]", forms="[]", version=version)
    reading, names, forms = known.reading, term.aliases, strings(known.forms)
    if term.text == known.text:
        reading = reading or term.reading
    elif term.key:
        forms = (*forms, term.text)
    else:
        names = (term.text, *names)
    return known._replace(
        reading=reading,
        aliases=_list_of(*strings(known.aliases), *names),
        forms=_list_of(*forms),
    )


def _list_of(*names: str) -> str:
    return packed(list(dict.fromkeys(names))[:MOST_ALIASES]) if names else "[]"
