"""Bring the terms of an article in step with what the reader says of forms now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.encoding import pack_ranges
from reader.library.saying import Said
from reader.library.term_counts import count_changed, uses_of
from reader.library.term_use import BEHIND, own_use, remove_unused, write_uses

if TYPE_CHECKING:
    from reader.library.connection import Connection
    from reader.library.saying import OwnPlaces, Removed

_Places = tuple[str, str | None]
"""The ranges as they are, and as the analyser found them where those are others."""


def recorrect(db: Connection, article: int, text: str, *, own: OwnPlaces, removed: Removed) -> None:
    """Apply what the reader said to what was found, inside the caller's transaction.

    ``own`` is where the reader's forms stand in the text. Only ranges are written: with twenty
    thousand articles that have a form each of them must be quick.
    """
    rows = db.all(
        "SELECT term, place, occurrences, found FROM article_term WHERE article = ?", (article,)
    )
    line = db.one("SELECT newest, trashed FROM listing WHERE article = ?", (article,))
    assert line is not None, "an article has its line before it has terms"
    newest, trashed = line
    before: dict[int, _Places] = {term: (places, found) for term, _, places, found in rows}
    said = Said(text, own, removed)
    after: dict[int, _Places] = {}
    for term, place, places, kept in rows:
        if place < BEHIND:
            found = places if kept is None else kept
            now = said.corrected(term, found)
            after[term] = (now, None if now == found else found)
    made = {term: places for term, places in said.left.items() if term not in before}
    after |= {term: (pack_ranges(places), "[]") for term, places in said.left.items()}
    db.run_many(
        "UPDATE article_term SET occurrences = ?, found = ? WHERE article = ? AND term = ?",
        [
            (*places, article, term)
            for term, places in after.items()
            if term in before and places != before[term]
        ],
    )
    write_uses(db, article, [own_use(term, where, text, newest) for term, where in made.items()])
    gone = before.keys() - after.keys()
    for term in gone:
        db.run("DELETE FROM article_term WHERE article = ? AND term = ?", (article, term))
    if not trashed:
        uses = (uses_of((term, *row) for term, row in uses.items()) for uses in (before, after))
        count_changed(db, *uses, newest=newest)
    if gone:
        remove_unused(db, gone)
