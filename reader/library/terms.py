"""Terms: those of one article, and the glossary of the whole library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.encoding import strings
from reader.library.finding import number_of, resolve
from reader.library.knowing import notes_on, read_article, read_terms
from reader.model.glossary import GlossaryEntry

if TYPE_CHECKING:
    from reader.library.connection import Connection, Row
    from reader.model.terms import ArticleTerm

_ENTRIES = """
    SELECT term.number, term.id, text, category, term.reading, term.aliases, articles,
        term.occurrences,
        newest.definition, ifnull(listing.id, '')
    FROM term
    LEFT JOIN article_term AS newest ON newest.term = term.number AND newest.article = (
        SELECT max(article) FROM article_term JOIN listing USING (article)
        WHERE term = term.number AND definition IS NOT NULL AND NOT trashed
    )
    LEFT JOIN listing USING (article)
    """

# A term that only the trash uses is no entry, unless the reader wrote on it.
_IN_USE = "(articles > 0 OR EXISTS (SELECT 1 FROM note WHERE on_term = term.number))"


class Terms:
    """Reads terms; ``understandings.store`` writes them."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def of_article(self, article_id: str) -> tuple[ArticleTerm, ...]:
        """Return the terms of an article; none while its newest text is not understood."""
        with self._db.reading():
            article = read_article(self._db, article_id)
            waits = not self._db.value(
                "SELECT understood FROM listing WHERE article = ?", (article.number,)
            )
            return () if waits else read_terms(self._db, article)

    def glossary(
        self, *, limit: int = 200, after: GlossaryEntry | None = None
    ) -> list[GlossaryEntry]:
        """Return the terms of the library, those that most articles use first.

        ``after`` is the last entry of the page before. The definition is that of the article
        added last among those that define the term.
        """
        behind = ""
        key: tuple[object, ...] = ()
        if after is not None:
            behind = "AND articles <= ? AND (articles < ? OR (text, category) > (?, ?))"
            key = (after.articles, after.articles, after.text, after.category)
        with self._db.reading():
            rows = self._db.all(
                f"{_ENTRIES} WHERE {_IN_USE} {behind}"
                " ORDER BY articles DESC, text, category LIMIT ?",
                (*key, limit),
            )
            return [self._entry(row) for row in rows]

    def get(self, term_id: str) -> GlossaryEntry:
        """Return one term of the library."""
        with self._db.reading():
            number = number_of(self._db, "term", term_id)
            row = self._db.one(f"{_ENTRIES} WHERE term.number = ?", (number,))
            assert row is not None
            return self._entry(row)

    def resolve(self, prefix: str) -> str:
        """Return the one id that begins with ``prefix``."""
        return resolve(self._db, "term", prefix)

    def articles_using(self, term_id: str) -> tuple[str, ...]:
        """Return the ids of the articles that use a term, the newest first, the trash left out."""
        number = number_of(self._db, "term", term_id)
        return tuple(
            id_
            for (id_,) in self._db.all(
                """
                SELECT id FROM article_term JOIN listing USING (article)
                WHERE term = ? AND NOT trashed ORDER BY newest DESC, article DESC
                """,
                (number,),
            )
        )

    def _entry(self, row: Row) -> GlossaryEntry:
        number, id_, text, category, reading, aliases, articles, occurrences, *told = row
        return GlossaryEntry(
            id=id_,
            text=text,
            category=category,
            reading=reading,
            aliases=strings(aliases),
            articles=articles,
            occurrences=occurrences,
            definition=told[0] or "",
            definition_article=told[1],
            notes=notes_on(self._db, "term", number),
        )
