"""The forms that the reader gave or took from terms, and the articles to be looked through.

A form of the reader's (of a term of their own, or an alias they added) is looked for in every
text. What such an act changes is more than one transaction should hold, so ``sought`` keeps how
far the articles were gone through: it can be gone on with after a break.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from reader.library.finding import number_of
from reader.library.recorrecting import recorrect
from reader.library.saying import removed_forms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.library.connection import Connection, Row
    from reader.library.saying import OwnPlaces

_FORMS = """
    SELECT form, term FROM term_alias WHERE verdict = 'added'
    UNION ALL SELECT text_own, number FROM term WHERE own = 1 AND text_own IS NOT NULL
    UNION ALL SELECT text, number FROM term WHERE own = 1
    """

_TEXTS = """
    SELECT listing.article, revision.text
    FROM json_each(?) CROSS JOIN listing ON listing.article = value
    JOIN revision ON revision.number = listing.revision
    WHERE understood > 0 ORDER BY listing.article
    """

# Where a form was taken from a term, only the articles that use the term change.
_USING = """
    SELECT DISTINCT article FROM article_term
    WHERE term IN (SELECT number FROM term AS member WHERE number = :term OR root = :term)
        AND article > :after
        AND (found IS NOT NULL OR text = :form OR instr(aliases, :written))
    ORDER BY article LIMIT :limit
    """

_LARGEST = 1_000_000
"""Characters of text that are gone through at once, but for the first text of them."""


class Batch(NamedTuple):
    """Articles in which a form of the reader's is to be looked for: their numbers and texts."""

    form: str
    term: int
    texts: tuple[tuple[int, str], ...]
    last: int
    complete: bool


class ReaderForms:
    """Keeps the reader's forms, and brings the articles in step with them."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def known(self) -> dict[str, int]:
        """Return the forms that are looked for in every text, with the numbers of their terms."""
        return reader_forms(self._db)

    def is_waiting(self) -> bool:
        """Say whether articles are still to be looked through."""
        return self._db.one("SELECT 1 FROM sought LIMIT 1") is not None

    def of_article(self, article_id: str) -> Batch:
        """Return one article to be brought in step before all others."""
        article = number_of(self._db, "article", article_id)
        rows = self._db.all(_TEXTS, (f"[{article}]",))
        return Batch("", 0, tuple((number, text) for number, text in rows), article, complete=False)

    def next_batch(self, limit: int) -> Batch | None:
        """Return the next articles to be looked through, at most ``limit``; None after the last."""
        row = self._db.one("SELECT form, term, article FROM sought ORDER BY form, term LIMIT 1")
        if row is None:
            return None
        form, term, after = row
        numbers = self._articles(form, term, after, limit)
        texts: list[Row] = []
        size = 0
        for number in numbers:
            texts += self._db.all(_TEXTS, (f"[{number}]",))
            size += len(texts[-1][1]) if texts else 0
            if size > _LARGEST:
                numbers = numbers[: numbers.index(number) + 1]
                break
        complete = len(numbers) < limit and size <= _LARGEST
        last = numbers[-1] if numbers else after
        return Batch(form, term, tuple((number, text) for number, text in texts), last, complete)

    def settle(self, batch: Batch, places: Iterable[OwnPlaces]) -> None:
        """Write where the reader's forms stand in the texts of a batch."""
        with self._db.writing():
            removed = removed_forms(self._db)
            for (article, text), own in zip(batch.texts, places, strict=True):
                recorrect(self._db, article, text, own=own, removed=removed)
            if batch.complete:
                self._db.run(
                    "DELETE FROM sought WHERE form = ? AND term = ?", (batch.form, batch.term)
                )
            elif batch.form:
                self._db.run(
                    "UPDATE sought SET article = ? WHERE form = ? AND term = ?",
                    (batch.last, batch.form, batch.term),
                )

    def _articles(self, form: str, term: int, after: int, limit: int) -> list[int]:
        if not term:
            from reader.library.containing import articles_with

            return articles_with(self._db, form, after=after, limit=limit)
        asked = {
            "term": term,
            "after": after,
            "form": form,
            "written": json.dumps(form, ensure_ascii=False),
            "limit": limit,
        }
        return [number for (number,) in self._db.all(_USING, asked)]


def reader_forms(db: Connection) -> dict[str, int]:
    """Return the forms that are looked for in every text, with the numbers of their terms."""
    return dict(db.all(_FORMS))


def seek(db: Connection, form: str, *, term: int = 0) -> None:
    """Have the articles with a form, or those of them that use a term, brought in step."""
    db.run("INSERT OR REPLACE INTO sought (form, term, article) VALUES (?, ?, 0)", (form, term))
