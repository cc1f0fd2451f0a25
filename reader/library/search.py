"""Search: exactly what a scan of the folded texts would find, from one character up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library import search_index
from reader.library.candidates import Candidates
from reader.library.queries import split
from reader.library.snippets import cut
from reader.model.searching import Found, Hit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.library.connection import Connection
    from reader.model.searching import HitKind

# What is shown of an entry: its public id, its article's id, a title, and the body.
_SHOWN = {
    "article": """
        SELECT listing.id, listing.id, listing.title, revision.text
        FROM listing JOIN revision ON revision.number = listing.revision
        WHERE listing.article = ?
        """,
    "note": """
        SELECT note.id, ifnull(listing.id, ''), ifnull(listing.title, term.shown_text), note.text
        FROM note LEFT JOIN listing USING (article) LEFT JOIN term ON term.number = note.on_term
        WHERE note.number = ?
        """,
    "term": """
        SELECT id, '', shown_text, trim(shown_reading || (
            SELECT ifnull(group_concat(char(10) || value, ''), '') FROM json_each(shown_aliases)
        ) || ifnull(char(10) || definition_own, ''), char(10)) FROM term WHERE number = ?
        """,
    "watch_point": """
        SELECT watch_point.id, listing.id, listing.title, watch_point.text
        FROM watch_point JOIN listing USING (article) WHERE number = ?
        """,
}


class Search:
    """Finds articles, notes, terms and watch points; the trash is left out."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def find(self, query: str, *, limit: int = 50, kinds: Sequence[HitKind] | None = None) -> Found:
        """Return the best hits and the number of all.

        The words of the query are plain text and all wanted in one entry, its title and its
        body together; quotation marks make a phrase. Nothing typed is an error.
        """
        words = split(query)
        if not words or any("\ud800" <= char <= "\udfff" for word in words for char in word):
            return Found(0, ())
        with self._db.reading():
            candidates = Candidates(self._db, words, kinds)
            best = candidates.best(limit)
            hits = tuple(self._hit(number, score, words) for number, score in best)
            return Found(candidates.count(), hits)

    def is_ready(self) -> bool:
        """Say whether the index is whole; until it is, searching reads every text."""
        return search_index.is_ready(self._db)

    def rebuild(self, *, progress: Callable[[int], None] | None = None) -> None:
        """Make the index anew if it is not ready; others can read and write meanwhile."""
        search_index.rebuild(self._db, progress=progress)

    def _hit(self, number: int, score: float, words: tuple[str, ...]) -> Hit:
        kind, target = search_index.kind_and_target(number)
        row = self._db.one(_SHOWN[kind], (target,))
        assert row is not None
        id_, article, title, body = row
        snippet = cut(body, words)
        position = snippet.position or 0
        if snippet.position is None and (in_name := cut(title, words)).position is not None:
            snippet = in_name
        return Hit(
            kind=kind,
            id=id_,
            article=article,
            title=title,
            snippet=snippet.text,
            marks=snippet.marks,
            position=position if kind == "article" else 0,
            score=score,
        )
