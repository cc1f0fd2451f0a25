"""Find where an English text says what one of its words means, with the words that say so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.language.tables import english_defining as table

if TYPE_CHECKING:
    from reader.language.english_article import EnglishArticle, Sentence

_LEAST, _MOST_WORDS = 12, 8


class Definition(NamedTuple):
    """Ranges of the defined words, of what says their meaning, and of the whole sentence.

    ``name`` where a name may be defined this way: then the name decides whether it is.
    """

    term: tuple[int, int]
    passage: tuple[int, int]
    sentence: tuple[int, int]
    name: bool = False


def definitions(article: EnglishArticle) -> list[Definition]:
    """Return the definitions of an article in order, those of a sentence in order of certainty."""
    found: list[Definition] = []
    for sentence in article.sentences:
        if sentence.kind in ("paragraph", "list_item", "quotation"):
            found += _of_sentence(article.folded, sentence)
    return found


def _of_sentence(text: str, sentence: Sentence) -> list[Definition]:
    start, end = sentence.start, sentence.end
    found: list[Definition] = []
    for pattern, name in _WHOLE:
        match = pattern.match(text, start, end)
        if match is not None and _is_meant(match):
            found.append(_made(match, sentence, name=name))
            break
    words = text[start:end]
    for pattern, name, needles in _INSIDE:
        if not any(needle in words for needle in needles):
            continue
        found += [
            _made(match, sentence, name=name)
            for match in pattern.finditer(text, start, end)
            if _is_meant(match)
        ]
    return found


def _made(match: re.Match[str], sentence: Sentence, *, name: bool) -> Definition:
    term = match.span("term")
    first, last = match.span("said")
    words = match.string[first:last].rstrip(" .,;")
    return Definition(term, (first, first + len(words)), (sentence.start, sentence.end), name)


def _is_meant(match: re.Match[str]) -> bool:
    said, term = match["said"].strip(), match["term"]
    if len(said) < _LEAST or len(term.split(" ")) > _MOST_WORDS:
        return False
    if match.re in _WHOLES and _NO_TERM.match(term):
        return False
    return _NOT_A_MEANING.match(said) is None


_NO_TERM = re.compile(table.NO_TERM, re.IGNORECASE)
_NOT_A_MEANING = re.compile(table.NOT_A_MEANING, re.IGNORECASE)
_WHOLE = tuple((re.compile(pattern), name) for pattern, name in table.WHOLE)
_WHOLES = frozenset(pattern for pattern, _ in _WHOLE)
_INSIDE = tuple((re.compile(pattern), name, needles) for pattern, name, needles in table.INSIDE)
