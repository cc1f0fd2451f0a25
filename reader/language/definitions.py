"""Find where a Japanese text says what one of its words means, one definition a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.language.defined_words import Definition
from reader.language.glosses import (
    after_introduction,
    called,
    called_after,
    called_first,
    entries,
    equals,
    gloss,
    so_called,
    that_is,
)
from reader.language.meanings import is_kind, subject_means, towa

if TYPE_CHECKING:
    from reader.language.article import Article, Sentence

__all__ = ["Definition", "definitions"]

_FAR_MORE = 2
_Finder = Callable[[str, "Sentence"], Definition | None]
_CALLED = ("と呼", "も呼", "とい", "と言", "と称", "と名")
_BROUGHT_UP = ("」", "』", "とは")
# The surest first: one sentence defines one word. What only goes along with one (…する、いわゆるX)
# or seems to define it (Xは…する仕組みだ) counts where nothing surer does. Each is tried where one
# of its needles is in the sentence: a look that costs next to nothing.
_FINDERS: tuple[tuple[tuple[_Finder, tuple[str, ...]], ...], ...] = (
    (
        (towa, ("とは", "のは")),
        (subject_means, ("指", "意味", "略", "頭文字", "いう", "いいま", "言", "のこと")),
        (called, _CALLED),
        (gloss, ("(", "=", "—", "―", "─")),
        (equals, ("=",)),
        (that_is, ("つまり", "すなわち", "言い換え")),
        (called_first, _CALLED),
    ),
    ((is_kind, ("は",)),),
    ((so_called, ("いわゆる",)), (called_after, _CALLED)),
)


def definitions(article: Article) -> list[Definition]:
    """Return the definitions of the text in order: one for a sentence, the surest of a word."""
    found: list[tuple[int, Definition]] = []
    before: Sentence | None = None
    for sentence in article.sentences:
        if sentence.kind in ("title", "heading"):
            before = None
            continue
        ranked = _of(article.folded, sentence, before)
        if ranked is not None:
            found.append(ranked)
        before = sentence
    taken = {one.sentence for _rank, one in found}
    found += [(0, one) for one in entries(article) if one.sentence not in taken]
    best: dict[str, tuple[int, Definition]] = {}
    for rank, one in found:
        form = article.folded[slice(*one.term)]
        if form not in best or _is_better(rank, one, best[form]):
            best[form] = rank, one
    return sorted((one for _rank, one in best.values()), key=lambda one: one.sentence)


def _is_better(rank: int, one: Definition, other: tuple[int, Definition]) -> bool:
    """Say whether a later definition is surer than an earlier one, or says far more."""
    if rank != other[0]:
        return rank < other[0]
    longer = one.passage[1] - one.passage[0]
    return longer > _FAR_MORE * (other[1].passage[1] - other[1].passage[0])


def _of(text: str, sentence: Sentence, before: Sentence | None) -> tuple[int, Definition] | None:
    there: dict[tuple[str, ...], bool] = {}
    for rank, finders in enumerate(_FINDERS):
        for find, needles in finders:
            if needles not in there:
                there[needles] = _has(text, sentence, needles)
            definition = find(text, sentence) if there[needles] else None
            if definition is not None:
                return rank, definition
        if not rank and before is not None and _has(text, before, _BROUGHT_UP):
            told = after_introduction(text, before, sentence)
            if told is not None:
                return rank, told
    return None


def _has(text: str, sentence: Sentence, needles: tuple[str, ...]) -> bool:
    start, end = sentence.start, sentence.end
    return any(text.find(needle, start, end) >= 0 for needle in needles)
