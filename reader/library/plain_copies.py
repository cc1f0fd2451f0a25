"""The plain copies of the reader's words: which are due, and what each was when it was written.

Triggers make them due with every change (``derived_schema.py``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.library.encoding import packed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.library.connection import Connection

TERM_NOTES = 0
"""The number that the copy of the notes on terms has in place of an article's."""

_COLUMNS = """
    SELECT copy.article, ifnull(article.id, ''), copy.name, copy.hash, copy.due
    FROM plain_copy AS copy LEFT JOIN article ON article.number = copy.article
    """


_DUE = "copy.due > 0 AND copy.article NOT IN (SELECT value FROM json_each(?))"


class PlainCopy(NamedTuple):
    """One copy; ``article_id`` is empty for the notes on terms and for a purged article.

    ``names`` are the file as it is to be called and, while it is being renamed, what it was
    called; ``hashes`` those of what we wrote: while it is being written, the old and the new.
    """

    article: int
    article_id: str
    names: tuple[str, ...]
    hashes: tuple[str, ...]
    due: int


class TermNote(NamedTuple):
    """A note on a term, with what the term is shown as."""

    term: str
    reading: str
    category: str
    text: str


class PlainCopies:
    """Keeps what is known of the copies; their files are the services' matter."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def due(self, *, besides: Iterable[int] = (), limit: int = 100) -> list[PlainCopy]:
        """Return some copies that are due, those of the articles ``besides`` left out."""
        return self._read(f"WHERE {_DUE}", (packed(list(besides)), limit))

    def count_due(self, *, besides: Iterable[int] = ()) -> int:
        """Count the copies that are due, those of the articles ``besides`` left out."""
        sql = f"SELECT count(*) FROM plain_copy AS copy WHERE {_DUE}"  # noqa: S608
        return int(self._db.value(sql, (packed(list(besides)),)))

    def all(self, *, after: int = -1, limit: int = 1000) -> list[PlainCopy]:
        """Return a page of all copies, behind the article with a number."""
        return self._read("WHERE copy.article > ?", (after, limit))

    def of(self, articles: Iterable[int]) -> list[PlainCopy]:
        """Return the copies of articles by their numbers."""
        found: list[PlainCopy] = []
        for article in sorted(articles):
            found += self._read("WHERE copy.article = ?", (article, 1))
        return found

    def counters(self) -> dict[int, int]:
        """Return the counters of those that are due, by the article's number."""
        return dict(self._db.all("SELECT article, due FROM plain_copy WHERE due > 0"))

    def names(self) -> list[tuple[int, str]]:
        """Return the names of all files, each with the article's number."""
        rows = self._db.all("SELECT article, name FROM plain_copy WHERE name <> ''")
        return [(article, name) for article, names in rows for name in names.split("\n")]

    def term_notes(self) -> list[TermNote]:
        """Return the notes on terms, in the order of the glossary."""
        rows = self._db.all(
            """
            SELECT shown.shown_text, shown.text, shown.shown_reading, shown.shown_category,
                shown.category, note.text
            FROM note
            JOIN term ON term.number = note.on_term
            JOIN term AS shown ON shown.number = ifnull(term.root, term.number)
            ORDER BY shown.sort_key, shown.id, note.number
            """
        )
        return [
            TermNote(shown or text, reading, said or category, words)
            for shown, text, reading, said, category, words in rows
        ]

    def plan(self, copy: PlainCopy, names: Iterable[str], hashes: Iterable[str]) -> None:
        """Keep what a copy is about to be, so that a kill in between makes nothing foreign."""
        with self._db.writing():
            self._db.run(
                "UPDATE plain_copy SET name = ?, hash = ? WHERE article = ?",
                ("\n".join(names), " ".join(hashes), copy.article),
            )

    def settle(self, article: int, name: str, hash: str, seen_due: int) -> None:  # noqa: A002
        """Keep what a copy is now; what changed since ``seen_due`` stays due."""
        with self._db.writing():
            self._db.run(
                "UPDATE plain_copy SET name = ?, hash = ?, due = max(due - ?, 0) WHERE article = ?",
                (name, hash, seen_due, article),
            )
            self._db.run(
                "DELETE FROM plain_copy WHERE article = ? AND name = '' AND due = 0", (article,)
            )

    def make_due(self, article: int) -> None:
        """Have a copy written again."""
        with self._db.writing():
            self._db.run("UPDATE plain_copy SET due = due + 1 WHERE article = ?", (article,))

    def _read(self, where: str, parameters: tuple[object, ...]) -> list[PlainCopy]:
        rows = self._db.all(f"{_COLUMNS} {where} ORDER BY copy.article LIMIT ?", parameters)
        return [
            PlainCopy(
                article,
                id_,
                tuple(name.split("\n")) if name else (),
                tuple(hashes.split()),
                due,
            )
            for article, id_, name, hashes, due in rows
        ]
