"""Find the terms in a text that only other articles know."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from reader.model.glossary import ElsewhereTerm

if TYPE_CHECKING:
    from reader.language.matching import Matcher
    from reader.library import Library
    from reader.library.terms import NamedTerm

SHORTEST = 2
"""Characters of a form: one alone stands in too many other words."""


class Elsewhere:
    """Keeps the automaton of all forms in the glossary, until enough of them are new."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._terms: dict[int, NamedTerm] = {}
        self._reader_forms: dict[str, int] = {}
        self._matcher: Matcher[int] | None = None

    def find(self, article_id: str) -> tuple[ElsewhereTerm, ...]:
        """Return the places of terms of other articles in the newest text of one."""
        library = self._library
        text = library.articles.revision(article_id).text
        found = self._matcher_now().find(text)
        used = library.terms.numbers_of(article_id)
        listed = library.terms.still_listed({number for _, _, number in found} - used)
        known = library.terms.of_article(article_id)
        taken = sorted({place for term in known for place in term.occurrences})
        starts, ends = [start for start, _ in taken], [end for _, end in taken]
        return tuple(
            ElsewhereTerm(term.id, term.text, term.category, start, end)
            for start, end, number in found
            if number in listed
            and bisect_right(ends, start) >= bisect_left(starts, end)
            and (term := self._terms[number])
        )

    def _matcher_now(self) -> Matcher[int]:
        """Return the automaton; it is made anew when one term in two hundred is new."""
        reader_forms = self._library.forms.known()
        if (
            self._matcher is None
            or reader_forms != self._reader_forms
            or self._library.terms.listed(above=max(self._terms, default=0))
            > len(self._terms) // 200
        ):
            self._matcher = self._made()
            self._reader_forms = reader_forms
        return self._matcher

    def _made(self) -> Matcher[int]:
        from reader.language.matching import Matcher

        forms: dict[str, int] = {}
        terms = self._library.terms.named()
        for term in terms:
            for form in term.forms:
                if len(form) >= SHORTEST:
                    forms.setdefault(form, term.number)
        self._terms = {term.number: term for term in terms}
        return Matcher(forms)
