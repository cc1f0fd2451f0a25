"""The terms of the library and of its articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.errors import NotFoundError, UsageError
from reader.model.glossary import GLOSSARY_SORTS, Definition, GlossaryQuery, Occurrence, TermCard
from reader.services.contexts import after_in, before_in
from reader.services.correcting import Correcting

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library import Library
    from reader.library.terms import Places
    from reader.model.glossary import ElsewhereTerm, GlossaryEntry
    from reader.model.ids import IdMaker
    from reader.model.terms import ArticleTerm
    from reader.services.elsewhere import Elsewhere

_ALL = GlossaryQuery()


class Glossary(Correcting):
    """What the glossary view and the panel of terms need; ``Correcting`` has the reader's acts."""

    def __init__(self, library: Library, *, clock: Callable[[], str], make_id: IdMaker) -> None:
        super().__init__(library, clock=clock, make_id=make_id)
        self._elsewhere: Elsewhere | None = None

    def entries(
        self,
        query: GlossaryQuery = _ALL,
        *,
        limit: int = 200,
        after: GlossaryEntry | None = None,
    ) -> list[GlossaryEntry]:
        """Return terms of the whole library, a page at a time, behind ``after``."""
        return self._library.terms.glossary(_checked(query), limit=limit, after=after)

    def count(self, query: GlossaryQuery = _ALL) -> int:
        """Count the terms that a query asks for."""
        return self._library.terms.count(_checked(query))

    def card(self, term_id: str) -> TermCard:
        """Return all that is known of a term, or of what it is merged into."""
        terms = self._library.terms
        shown = self._library.corrections.shown_as(term_id)
        entry = terms.get(shown)
        return TermCard(
            entry=entry,
            definitions=self.definitions(shown),
            merged=terms.merged(shown),
            removed_aliases=terms.removed_forms(shown),
            co_terms=terms.together(shown),
            notes=entry.notes,
        )

    def definitions(self, term_id: str) -> tuple[Definition, ...]:
        """Return the reader's own definition of a term, then those of articles, oldest first."""
        told = self._library.terms.definitions(term_id)
        own = self._library.corrections.definition(term_id)
        return told if own is None else (Definition(own), *told)

    def key(self, term_id: str) -> str:
        """Return the form of a term in the curated table of names, if that has the thing."""
        return self._library.terms.key(term_id)

    def occurrences(
        self, term_id: str, *, limit: int = 50, after: Occurrence | None = None
    ) -> list[Occurrence]:
        """Return where a term stands, the newest article first; ``after`` ends the page before.

        There is nothing behind an article that was removed for good meanwhile.
        """
        shown = self._library.corrections.shown_as(term_id)
        if after is None:
            found = self._library.terms.places(shown, limit=limit)
        else:
            try:
                found = self._library.terms.places(shown, limit=limit + 1, begin=after.article_id)
            except NotFoundError:
                return []
        page: list[Occurrence] = []
        for place in found:
            seen = after.start if after and place.article_id == after.article_id else -1
            left = [(start, end) for start, end in place.ranges if start > seen]
            page += [_occurrence(place, *where) for where in left[: limit - len(page)]]
            if len(page) == limit:
                break
        return page

    def of_article(self, article_id: str) -> tuple[ArticleTerm, ...]:
        """Return the terms of one article."""
        return self._library.terms.of_article(article_id)

    def articles_using(self, term_id: str) -> tuple[str, ...]:
        """Return the ids of the articles that use a term."""
        return tuple(self._library.terms.articles_using(term_id))

    def elsewhere(self, article_id: str) -> tuple[ElsewhereTerm, ...]:
        """Return the places of terms that only other articles know, in the newest text."""
        if self._elsewhere is None:
            from reader.services.elsewhere import Elsewhere

            self._elsewhere = Elsewhere(self._library)
        return self._elsewhere.find(article_id)

    def resolve(self, prefix: str) -> str:
        """Return the id that begins with ``prefix``; it must be the only one."""
        return self._library.terms.resolve(prefix)


def _checked(query: GlossaryQuery) -> GlossaryQuery:
    if query.sort not in GLOSSARY_SORTS:
        raise UsageError(
            "bad_choice", name="sort", value=query.sort, known=", ".join(GLOSSARY_SORTS)
        )
    return query


def _occurrence(place: Places, start: int, end: int) -> Occurrence:
    return Occurrence(
        article_id=place.article_id,
        article_title=place.title,
        date=place.date,
        start=start,
        end=end,
        before=before_in(place.text, start),
        form=place.text[start:end],
        after=after_in(place.text, end),
    )
