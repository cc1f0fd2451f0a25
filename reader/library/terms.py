"""Terms: those of one article, and the glossary of the whole library."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.library.encoding import packed, strings
from reader.library.finding import number_of, resolve
from reader.library.knowing import read_article, read_terms
from reader.model.errors import NotFoundError
from reader.model.glossary import GlossaryQuery

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.library.connection import Connection
    from reader.model.glossary import Definition, GlossaryEntry
    from reader.model.terms import ArticleTerm
    from reader.model.understanding import Category

Ranges = tuple[tuple[int, int], ...]


class Places(NamedTuple):
    """Where a term stands in the newest text of an article."""

    article_id: str
    title: str
    date: str
    text: str
    ranges: Ranges


class NamedTerm(NamedTuple):
    """A listed term with the forms that mean it wherever they stand."""

    number: int
    id: str
    text: str
    category: Category
    forms: tuple[str, ...]


_FORMS = """
    SELECT number, id, shown_text, shown_category, text, forms FROM term
    WHERE state = 1 AND within = 0 ORDER BY articles DESC, number
    """


class Terms:
    """Reads terms; ``understandings.store`` and ``corrections`` write them."""

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
        self,
        query: GlossaryQuery = GlossaryQuery(),  # noqa: B008 (a frozen value)
        *,
        limit: int = 200,
        after: GlossaryEntry | None = None,
    ) -> list[GlossaryEntry]:
        """Return the terms of the library that a query asks for, in its order.

        ``after`` is the last entry of the page before.
        """
        from reader.library.glossary import entries

        with self._db.reading():
            return entries(self._db, query, limit=limit, after=after)

    def count(self, query: GlossaryQuery = GlossaryQuery()) -> int:  # noqa: B008 (a frozen value)
        """Count the terms that a query asks for."""
        from reader.library.glossary import count

        return count(self._db, query)

    def get(self, term_id: str) -> GlossaryEntry:
        """Return one term of the library, whatever list it is in."""
        from reader.library.glossary import entries_of

        with self._db.reading():
            return entries_of(self._db, [number_of(self._db, "term", term_id)])[0]

    def definitions(self, term_id: str) -> tuple[Definition, ...]:
        """Return what articles say that a term is, each once, oldest first."""
        from reader.library.glossary import definitions

        with self._db.reading():
            return definitions(self._db, number_of(self._db, "term", term_id))

    def key(self, term_id: str) -> str:
        """Return the form of a term in the curated table of names, if that has the thing."""
        found = self._db.value(
            "SELECT key FROM article_term WHERE term = ? AND key <> '' LIMIT 1",
            (number_of(self._db, "term", term_id),),
        )
        return found or ""

    def merged(self, term_id: str) -> tuple[GlossaryEntry, ...]:
        """Return the terms that the reader merged into this one."""
        from reader.library.glossary import entries_of

        with self._db.reading():
            rows = self._db.all(
                "SELECT number FROM term WHERE root = ? ORDER BY sort_key, id",
                (number_of(self._db, "term", term_id),),
            )
            return tuple(entries_of(self._db, [number for (number,) in rows]))

    def together(self, term_id: str) -> tuple[GlossaryEntry, ...]:
        """Return at most eight terms that stand most often in the same articles, of the newest."""
        from reader.library.glossary import together

        with self._db.reading():
            return tuple(together(self._db, number_of(self._db, "term", term_id)))

    def removed_forms(self, term_id: str) -> tuple[str, ...]:
        """Return the forms of which the reader said that they do not mean the term."""
        rows = self._db.all(
            "SELECT form FROM term_alias WHERE term = ? AND verdict = 'removed' ORDER BY form",
            (number_of(self._db, "term", term_id),),
        )
        return tuple(form for (form,) in rows)

    def places(self, term_id: str, *, limit: int, begin: str = "") -> list[Places]:
        """Return where a term stands, in its newest articles; the trash is left out.

        ``begin`` is the id of the article that a page begins with. Articles whose newest text
        is not understood yet are left out.
        """
        from reader.library.glossary import places

        db = self._db
        with db.reading():
            number = number_of(db, "term", term_id)
            after = None
            if begin:
                after = db.one(
                    "SELECT newest, number FROM article JOIN listing ON article = number"
                    " WHERE article.id = ?",
                    (begin,),
                )
                if after is None:
                    raise NotFoundError("no_such_id", id=begin, kind="article")
            found = places(db, number, limit=limit, after=after)
            return [
                Places(id_, title, date, text, ranges)
                for (_, _, id_, title, date, text), ranges in found
            ]

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
                SELECT DISTINCT listing.id FROM article_term JOIN listing USING (article)
                WHERE term IN (SELECT number FROM term AS member
                        WHERE number = :number OR root = :number)
                    AND NOT trashed AND (found IS NULL OR occurrences <> '[]')
                ORDER BY listing.newest DESC, article DESC
                """,
                {"number": number},
            )
        )

    def named(self) -> list[NamedTerm]:
        """Return the listed terms with the forms that mean them in every article.

        Those are full forms, what the curated table knows, and what the reader added; aliases
        that hold within their article are not among them.
        """
        said: dict[int, dict[str, str]] = {}
        for number, form, verdict in self._db.all("SELECT term, form, verdict FROM term_alias"):
            said.setdefault(number, {})[form] = verdict
        found = []
        for number, id_, shown, category, text, forms in self._db.all(_FORMS):
            names = dict.fromkeys((shown, text, *strings(forms)))
            for form, verdict in said.get(number, {}).items():
                if verdict == "added":
                    names[form] = None
                else:
                    names.pop(form, None)
            found.append(NamedTerm(number, id_, shown, category, tuple(names)))
        return found

    def numbers_of(self, article_id: str) -> frozenset[int]:
        """Return the numbers of the terms that an article uses, merged and hidden ones too."""
        rows = self._db.all(
            """
            SELECT number, root FROM article_term JOIN term ON number = term WHERE article = ?
            """,
            (number_of(self._db, "article", article_id),),
        )
        return frozenset(number for row in rows for number in row if number is not None)

    def still_listed(self, numbers: Iterable[int]) -> frozenset[int]:
        """Return those of the terms that are in the glossary."""
        rows = self._db.all(
            "SELECT number FROM term WHERE state = 1"
            " AND number IN (SELECT value FROM json_each(?))",
            (packed(list(numbers)),),
        )
        return frozenset(number for (number,) in rows)

    def listed(self, *, above: int = 0) -> int:
        """Count the terms of ``named`` that were made after the one with that number."""
        counted: int = self._db.value(
            "SELECT count(*) FROM term NOT INDEXED WHERE number > ? AND state = 1 AND within = 0",
            (above,),
        )
        return counted
