"""Which articles use which terms, and the counts that the glossary is ordered by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.encoding import pack_ranges, packed, strings
from reader.library.search_index import refresh

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.library.connection import Connection
    from reader.model.ids import IdMaker
    from reader.model.passage import Passage
    from reader.model.understanding import FoundTerm

MOST_ALIASES = 50
"""A term keeps no more aliases than that library-wide; each article keeps all of its own."""


def set_terms(
    db: Connection, article: int, found: Iterable[FoundTerm], *, version: int, make_id: IdMaker
) -> None:
    """Make the terms of an article those that were found; known forms keep their ids."""
    counted = not db.value("SELECT trashed FROM listing WHERE article = ?", (article,))
    before = terms_of(db, article)
    if counted:
        count_use(db, article, sign=-1)
    db.run("DELETE FROM article_term WHERE article = ?", (article,))
    terms = {(term.text, term.category): term for term in found}
    now = [
        _use(db, article, term, place=place, version=version, make_id=make_id)
        for place, term in enumerate(terms.values())
    ]
    if counted:
        count_use(db, article, sign=1)
    remove_unused(db, set(before) - set(now))
    refresh(db, "term", sorted({*before, *now}))


def terms_of(db: Connection, article: int) -> list[int]:
    """Return the numbers of the terms that an article uses."""
    return [
        number
        for (number,) in db.all("SELECT term FROM article_term WHERE article = ?", (article,))
    ]


def count_use(db: Connection, article: int, *, sign: int) -> None:
    """Add the use of terms by an article to the counts, or take it away."""
    db.run(
        """
        UPDATE term SET articles = articles + :sign, occurrences = occurrences + :sign * many
        FROM (
            SELECT term AS used, json_array_length(occurrences) AS many
            FROM article_term WHERE article = :article
        ) WHERE number = used
        """,
        {"sign": sign, "article": article},
    )


def remove_unused(db: Connection, terms: Iterable[int]) -> None:
    """Remove those of the terms that nobody uses and the reader wrote nothing on."""
    db.run(
        """
        DELETE FROM term WHERE number IN (SELECT value FROM json_each(?))
            AND NOT EXISTS (SELECT 1 FROM article_term WHERE term = term.number)
            AND NOT EXISTS (SELECT 1 FROM note WHERE on_term = term.number)
            AND NOT EXISTS (SELECT 1 FROM removed WHERE on_term = term.number)
        """,
        (packed(list(terms)),),
    )


def _use(
    db: Connection, article: int, term: FoundTerm, *, place: int, version: int, make_id: IdMaker
) -> int:
    """Keep that an article uses a term; return the term's number."""
    number = _number_of(db, term, version=version, make_id=make_id)
    db.run(
        """
        INSERT INTO article_term (article, term, place, reading, aliases, occurrences, weight,
            shown, definition, definition_start, definition_end,
            receipt, receipt_start, receipt_end)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            article,
            number,
            place,
            term.reading,
            packed(list(term.aliases)),
            pack_ranges(term.occurrences),
            term.weight,
            term.shown,
            *_columns(term.definition),
            *_columns(term.receipt),
        ),
    )
    return number


def _columns(passage: Passage | None) -> tuple[str | None, int, int]:
    return (passage.text, passage.start, passage.end) if passage else (None, 0, 0)


def _number_of(db: Connection, term: FoundTerm, *, version: int, make_id: IdMaker) -> int:
    """Find the term by its form and category, or make it, and gather its reading and aliases.

    A newer analyser begins the gathering anew, so that its mistakes of before do not stay.
    """
    row = db.one(
        "SELECT number, reading, aliases, version FROM term WHERE text = ? AND category = ?",
        (term.text, term.category),
    )
    if row is None:
        return db.insert(
            """
            INSERT INTO term (id, text, category, reading, aliases, version)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            (
                make_id(),
                term.text,
                term.category,
                term.reading,
                packed(list(term.aliases)[:MOST_ALIASES]),
                version,
            ),
        )
    number, reading, written, known_by = row
    known = () if known_by < version else strings(written)
    aliases = packed(list(dict.fromkeys((*known, *term.aliases)))[:MOST_ALIASES])
    reading = term.reading or reading
    if (reading, aliases, max(version, known_by)) != (row[1], written, known_by):
        db.run(
            "UPDATE term SET reading = ?, aliases = ?, version = ? WHERE number = ?",
            (reading, aliases, max(version, known_by), number),
        )
    return int(number)
