"""Find where a text says what one of its words means: Xとは…, …を指す, …をいう, Xの略, X(…こと)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from reader.language.mentions import NAMES
from reader.language.tables import defining as table
from reader.language.tables.words import GENERIC, NOT_DEFINED

if TYPE_CHECKING:
    from reader.language.article import Article, Sentence


@dataclass(frozen=True, slots=True)
class Definition:
    """The place of a word, of what the text says it means, and of the sentence that says it."""

    term: tuple[int, int]
    passage: tuple[int, int]
    sentence: tuple[int, int]


_TOWA = re.compile(r"」?(?:\([^()]*\))?とは[、,]?")
_NO_DEFINITION = re.compile(table.NO_DEFINITION)
_COPULA = re.compile(table.COPULA)
_MEANS = re.compile(table.MEANS)
_SUBJECT_MEANS = re.compile(table.SUBJECT_MEANS)
_BREAKS_OFF = re.compile(table.BREAKS_OFF)
_NEGATED = re.compile(table.NEGATED)
_CALLED = re.compile(table.CALLED)
_KIND = re.compile(table.KIND)
_GLOSS = re.compile(table.GLOSS)
_BEGINNING = re.compile(table.BEGINNING)
_SUBJECT = re.compile("[」)]?[はが]、?")
_FORMAL = frozenset("はず わけ ところ つもり よう まま 話 問題 次第 通り".split())
_NOUNS = frozenset(
    (*NAMES, "noun", "action", "counter", "number", "prefix", "suffix", "shape", "space")
)
_LEAST = 6
_SUBJECTS = 5


def definitions(article: Article) -> list[Definition]:
    """Return the definitions of the text in order, one for a sentence at most."""
    found = []
    for sentence in article.sentences:
        if sentence.kind in ("title", "heading"):
            continue
        definition = (
            _towa(article.folded, sentence)
            or _subject(article.folded, sentence)
            or _called(article.folded, sentence)
            or _gloss(article.folded, sentence)
        )
        if definition is not None:
            found.append(definition)
    return found


def _towa(text: str, sentence: Sentence) -> Definition | None:
    """Find Xとは、…です with a noun before and a noun after."""
    match = _TOWA.search(text, sentence.start, sentence.end)
    if match is None or _NO_DEFINITION.match(text, match.end()):
        return None
    term = _noun_before(text, sentence, match.start(), generic=True)
    if term is None or not _begins(text, sentence, term[0]):
        return None
    passage = _passage(text, sentence, match.end())
    if passage is None:
        return None
    return Definition(term, passage, (sentence.start, sentence.end))


def _passage(text: str, sentence: Sentence, start: int) -> tuple[int, int] | None:
    """Return what stands after ``start`` without its copula, where it ends in a noun."""
    end = sentence.end
    turn = _BREAKS_OFF.search(text, start, end)
    said = text[start : turn.start() if turn else end]
    if _NEGATED.search(said):
        return None
    means = _MEANS.search(said) or _COPULA.search(said)
    stripped = said[: means.start()].rstrip("。 ") if means else said
    says_so = bool(_MEANS.search(said))
    if len(stripped) < _LEAST or not (says_so or _is_noun_end(sentence, start + len(stripped))):
        return None
    return start, start + len(stripped)


def _is_noun_end(sentence: Sentence, end: int) -> bool:
    before = sentence.words_before(end)
    if not before or before[-1].end != end:
        return False
    return before[-1].kind in _NOUNS - {"prefix"} and before[-1].surface not in _FORMAL


def _subject(text: str, sentence: Sentence) -> Definition | None:
    """Find Xは、…を指す and its like: here the verb tells that it is a definition."""
    means = _SUBJECT_MEANS.search(text, sentence.start, sentence.end)
    if means is None:
        return None
    # をいう holds the noun before it too: …するものをいう.
    end = means.start() + (means.group().find("を") if means.group()[0] not in "をのと" else 0)
    for match in islice(_SUBJECT.finditer(text, sentence.start, means.start()), _SUBJECTS):
        term = _noun_before(text, sentence, match.start())
        if term is None:
            continue
        short = end - match.end() < _LEAST and "略" not in means.group()
        if short or not _begins(text, sentence, term[0]):
            return None
        return Definition(term, (match.end(), end), (sentence.start, sentence.end))
    return None


def _called(text: str, sentence: Sentence) -> Definition | None:
    """Find …する仕組みを「X」と呼ぶ."""
    match = _CALLED.search(text, sentence.start, sentence.end)
    if match is None:
        return None
    said = text[sentence.start : match.start()]
    if not _KIND.search(said) or len(said) < _LEAST:
        return None
    term = (match.start("term"), match.end("term"))
    if not _is_term_word(text[term[0] : term[1]]):
        return None
    return Definition(term, (sentence.start, match.start()), (sentence.start, sentence.end))


def _gloss(text: str, sentence: Sentence) -> Definition | None:
    """Find X(…すること): a longer explanation in parentheses."""
    match = _GLOSS.search(text, sentence.start, sentence.end)
    if match is None:
        return None
    term = _noun_before(text, sentence, match.start())
    if term is None:
        return None
    start, end = match.span(1)
    return Definition(term, (start, end), (sentence.start, sentence.end))


def _noun_before(
    text: str, sentence: Sentence, end: int, *, generic: bool = False
) -> tuple[int, int] | None:
    """Return the nouns, or the quotation, that end at ``end``."""
    if end > sentence.start and text[end - 1] == ")":
        end = text.rfind("(", sentence.start, end)
    if end > sentence.start and text[end - 1 : end] in ("」", "』"):
        end -= 1
    if text[end : end + 1] in ("」", "』"):
        start = (
            max(text.rfind("「", sentence.start, end), text.rfind("『", sentence.start, end)) + 1
        )
        return (start, end) if start and _is_term_word(text[start:end]) else None
    start = end
    for word in reversed(sentence.words_before(end)):
        if word.end != start or (word.kind not in _NOUNS and word.surface not in "・="):
            break
        start = word.start
    return (start, end) if _is_term_word(text[start:end], generic=generic) else None


def _is_term_word(form: str, *, generic: bool = False) -> bool:
    if len(form.strip()) < 2 or form in NOT_DEFINED:
        return False
    return generic or form not in GENERIC


def _begins(text: str, sentence: Sentence, start: int) -> bool:
    """Say whether the sentence has nothing before the word that it goes on to define."""
    before = text[sentence.start : start].rstrip("「『 ")
    return (
        not before
        or bool(_BEGINNING.search(before))
        or (before.endswith("、") and len(before) <= 12)
    )
