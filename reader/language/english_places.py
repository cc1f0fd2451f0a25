"""Find every place of the forms of an English article: at the edges of words, longest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.language.english_article import WORD, bare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.language.english_article import EnglishArticle
    from reader.language.english_things import Thing

Spot = tuple[int, int]


def places_of(article: EnglishArticle, things: Sequence[Thing]) -> list[tuple[Thing, list[Spot]]]:
    """Return the things that stand in the text, with their places in order."""
    by_first: dict[str, list[tuple[str, int]]] = {}
    for index, thing in enumerate(things):
        for form in thing.forms:
            by_first.setdefault(_first_word(form), []).append((form, index))
    for forms in by_first.values():
        forms.sort(key=lambda pair: -len(pair[0]))
    found: dict[int, list[Spot]] = {}
    text = article.folded
    for sentence in article.sentences:
        after = sentence.start
        for word in sentence.words:
            if word.start < after:
                continue
            for form, index in by_first.get(word.bare, ()):
                end = word.start + len(form)
                if end <= sentence.end and text.startswith(form, word.start) and _ends(text, end):
                    found.setdefault(index, []).append((word.start, end))
                    after = end
                    break
    return [(things[index], found[index]) for index in sorted(found)]


def _first_word(form: str) -> str:
    """Return the first word of a form, as words are looked up: without a possessive ending."""
    match = WORD.match(form)
    return bare(match.group()) if match else form


def _ends(text: str, end: int) -> bool:
    """Say whether a word ends at ``end``: not China in Chinatown, nor in China-led."""
    if text[end : end + 1] == "-":
        return not text[end + 1 : end + 2].isalnum()
    return not text[end : end + 1].isalnum()
