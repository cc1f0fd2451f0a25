"""The key terms of a Japanese article, the heaviest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.language.gathering import gathered
from reader.language.placing import placed
from reader.language.tokens import reading_of
from reader.model.understanding import FoundTerm

if TYPE_CHECKING:
    from reader.language.article import Article
    from reader.language.candidates import Candidate
    from reader.language.placing import Placed

_NAME_WORDS = 2
_SHOWN_LEAST = 9
_SHOWN_MOST = 60
_CHARACTERS_A_TERM = 85


def terms(article: Article) -> tuple[FoundTerm, ...]:
    """Return the key terms of ``article``, the heaviest first."""
    found = placed(article, gathered(article))
    if not found:
        return ()
    heaviest = found[0].weight
    most = min(_SHOWN_LEAST + article.length // _CHARACTERS_A_TERM, _SHOWN_MOST)
    return tuple(
        _term(article, one, one.weight / heaviest, shown=rank < most)
        for rank, one in enumerate(found)
    )


def _term(article: Article, one: Placed, weight: float, *, shown: bool) -> FoundTerm:
    candidate = one.candidate
    written = {
        article.folded[start:end]: article.text[start:end] for start, end in reversed(one.places)
    }
    return FoundTerm(
        text=written.get(candidate.form, candidate.form),
        category=candidate.category or "concept",
        reading=candidate.reading or _reading(article, candidate),
        aliases=tuple(written.get(form, form) for form in candidate.aliases if form in written),
        occurrences=tuple(one.places),
        weight=round(weight, 4),
        shown=shown,
        definition=candidate.definition,
        receipt=candidate.receipt,
        key=_key(article, candidate),
    )


def _key(article: Article, candidate: Candidate) -> str:
    """Return the preferred form of a known thing; a surname alone is not enough to know one."""
    forms = (candidate.form,) if candidate.category == "person" else candidate.forms
    for form in forms:
        known = article.names.get(form)
        if known is not None and known.category == candidate.category:
            return known.key
    return ""


def _reading(article: Article, candidate: Candidate) -> str:
    known = article.names.get(candidate.form)
    if known is not None and known.reading_of(candidate.form):
        return known.reading_of(candidate.form)
    for mention in candidate.mentions:
        if mention.words and "".join(word.surface for word in mention.words) == candidate.form:
            # A person in more than two words was put together from what the dictionary mistook.
            sure = candidate.category != "person" or len(mention.words) <= _NAME_WORDS
            return reading_of(list(mention.words)) if sure else ""
    return ""
