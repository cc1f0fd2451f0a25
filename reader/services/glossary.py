"""The terms of the library and of its articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library import Library
    from reader.model.glossary import GlossaryEntry
    from reader.model.terms import ArticleTerm


class Glossary:
    """What the glossary view and the panel of terms need."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def entries(
        self, *, limit: int = 500, after: GlossaryEntry | None = None
    ) -> list[GlossaryEntry]:
        """Return terms of the whole library, a page at a time, behind ``after``."""
        return list(self._library.terms.glossary(limit=limit, after=after))

    def of_article(self, article_id: str) -> tuple[ArticleTerm, ...]:
        """Return the terms of one article."""
        return self._library.terms.of_article(article_id)

    def articles_using(self, term_id: str) -> tuple[str, ...]:
        """Return the ids of the articles that use a term."""
        return tuple(self._library.terms.articles_using(term_id))

    def resolve(self, prefix: str) -> str:
        """Return the id that begins with ``prefix``; it must be the only one."""
        return self._library.terms.resolve(prefix)
