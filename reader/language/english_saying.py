"""Find who says a thing in an English text, and what it says without being certain."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from reader.language.tables import english_saying as table
from reader.language.tables.english_verbs import VERBS
from reader.model.understanding import Attribution, Hedge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.language.english_article import EnglishArticle, Sentence, Word
    from reader.model.understanding import FoundTerm

_KINDS = frozenset(("paragraph", "list_item", "quotation"))
_ACCORDING = re.compile(r"\b[Aa]ccording to ")
_HEDGES = re.compile(table.HEDGES)
_SURELY = frozenset(table.SAYS_SURELY)
_THAT = frozenset(table.SAYS_THAT)
_VERBS = _SURELY | _THAT
_AUXILIARIES = frozenset(
    ("has", "have", "had", "also", "later", "then", "previously", "repeatedly")
)
_LONGEST = 9
_Range = tuple[int, int]
_NOBODY: _Range = (0, 0)


def attributions(article: EnglishArticle, terms: Sequence[FoundTerm]) -> tuple[Attribution, ...]:
    """Return the places where the text says who says so, in order, not overlapping each other.

    Who it is takes in the whole of a term: the words alone do not tell where a long name begins.
    """
    spots = sorted(spot for term in terms for spot in term.occurrences)
    return tuple(
        _with_name(found, spots)
        for sentence in article.sentences
        if sentence.kind in _KINDS
        for found in _of_sentence(article.folded, sentence)
    )


def _with_name(found: Attribution, spots: Sequence[_Range]) -> Attribution:
    if not found.source_end:
        return found
    index = bisect_right(spots, (found.source_end - 1, 1 << 60)) - 1
    if index < 0 or spots[index][1] < found.source_end or spots[index][0] >= found.source_start:
        return found
    return found._replace(source_start=spots[index][0])


def hedges(article: EnglishArticle) -> tuple[Hedge, ...]:
    """Return the places of the words that hedge, in order, not overlapping each other."""
    found: list[Hedge] = []
    for sentence in article.sentences:
        if sentence.kind in _KINDS and any(
            word.text in table.HEDGE_WORDS or word.text.endswith("ly") for word in sentence.words
        ):
            quoted = quotations(article.folded, sentence.start, sentence.end)
            found += [
                Hedge(*match.span())
                for match in _HEDGES.finditer(article.folded, sentence.start, sentence.end)
                if not _is_inside(match.start(), quoted)
            ]
    return tuple(found)


def quotations(text: str, start: int, end: int) -> list[_Range]:
    """Return the quotations of a stretch of text; one that is not closed ends with it."""
    marks = [place for place in range(start, end) if text[place] == '"'] if '"' in text else []
    if len(marks) % 2:
        marks.append(end)
    return list(zip(marks[::2], marks[1::2], strict=True))


def _is_inside(place: int, ranges: Sequence[_Range]) -> bool:
    return any(start < place < end for start, end in ranges)


def _of_sentence(text: str, sentence: Sentence) -> list[Attribution]:
    quoted = quotations(text, sentence.start, sentence.end)
    found: list[Attribution] = []
    for match in (
        _ACCORDING.finditer(text, sentence.start, sentence.end)
        if text.find("ccording to ", sentence.start, sentence.end) >= 0
        else ()
    ):
        if not _is_inside(match.start(), quoted):
            source = _behind(text, sentence, match.end())
            if source is not None:
                found.append(Attribution(match.start(), source[1], *source))
    for place, word in enumerate(sentence.words):
        if word.text not in _VERBS or _is_inside(word.start, quoted):
            continue
        if not _says(text, sentence, place):
            continue
        source = _speaker(text, sentence, place)
        if source is None:
            continue
        if source == _NOBODY and found:
            # … the minister said. "…," she added, in one sentence: she goes on.
            source = (found[-1].source_start, found[-1].source_end)
        found.append(Attribution(word.start, word.end, *source))
    found.sort()
    kept: list[Attribution] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _says(text: str, sentence: Sentence, place: int) -> bool:
    """Say whether a word tells that somebody speaks, by itself or by what follows."""
    word = sentence.words[place]
    before = sentence.words[place - 1].text if place else ""
    if before in ("not", "never", "to", "yet", "must", "more", "no", "little"):
        return False
    if word.text in ("say", "tell"):
        # Diplomats say; not (say "fake"), nor a say in the matter.
        near = bool(place) and text[sentence.words[place - 1].end : word.start] == " "
        return near and (
            before.endswith("s") or before in ("people", "they", "who", "men", "women")
        )
    if word.text in _SURELY:
        return True
    if word.text not in _THAT:
        return False
    following = sentence.words[place + 1] if place + 1 < len(sentence.words) else None
    behind = text[word.end : word.end + 3]
    quoted = behind.lstrip(" ,:").startswith('"') or behind.startswith(":")
    return quoted or (following is not None and following.text == "that")


def _speaker(text: str, sentence: Sentence, place: int) -> _Range | None:
    """Return who speaks: (0, 0) for a pronoun, None where the word is no verb of anybody's."""
    word = sentence.words[place]
    first = place
    while first and sentence.words[first - 1].text in _AUXILIARIES:
        first -= 1
    gap = text[max(sentence.start, sentence.words[first].start - 2) : sentence.words[first].start]
    if first == 0 or gap.strip().endswith(('"', ",")):
        inverted = _behind(text, sentence, word.end)
        apposition = _before_comma(text, sentence, first)
        if gap.strip().endswith('"') or apposition is None:
            return inverted
        return apposition
    return _before(text, sentence, first)


def _before(text: str, sentence: Sentence, end: int) -> _Range | None:
    """Return the words that end before the word at index ``end`` and name who speaks."""
    last = sentence.words[end - 1]
    opened = (
        text.rfind("(", sentence.start, last.start) if text[last.end : last.end + 1] == ")" else -1
    )
    if opened > 0:
        end = sentence.index_at(opened)
        if not end:
            return None
        last = sentence.words[end - 1]
    if last.text.lower() in table.PRONOUNS:
        return None if last.text.lower() in ("it", "who", "i", "we") else _NOBODY
    first = end
    while first and end - first < _LONGEST:
        word = sentence.words[first - 1]
        closes = first < end and text[word.end : sentence.words[first].start].strip(" ") != ""
        if closes or word.text.lower() in table.ENDS_BEFORE or word.text in VERBS:
            break
        first -= 1
    if first == end:
        return None
    return sentence.words[first].start, last.end


def _before_comma(text: str, sentence: Sentence, end: int) -> _Range | None:
    """Return who speaks in X, the head of Y, said: the words before what stands between commas."""
    if end == 0 or text[sentence.words[end - 1].end : sentence.words[end].start].strip(" )") != ",":
        return None
    stop = text.rfind(", ", sentence.start, sentence.words[end - 1].start)
    if stop < 0:
        return None
    index = max(0, sentence.index_at(stop) - 1)
    if sentence.words[index].end != stop or not sentence.words[index].cap:
        return None
    return _before(text, sentence, index + 1)


def _behind(text: str, sentence: Sentence, start: int) -> _Range | None:
    """Return the words from ``start`` on that name who speaks, up to their end."""
    taken: list[Word] = []
    first = sentence.index_at(start)
    for word in sentence.words[first : first + _LONGEST + 1]:
        parted = taken and text[taken[-1].end : word.start] not in (" ", "–")
        if parted or len(taken) >= _LONGEST:
            break
        if word.text.lower() in table.ENDS_BEHIND or (word.text in VERBS and taken):
            break
        taken.append(word)
    if not taken or (len(taken) == 1 and taken[0].text.lower() in table.PRONOUNS):
        return _NOBODY if taken else None
    named = any(word.cap for word in taken) or len(taken) > 1 or taken[0].text.endswith("s")
    return (taken[0].start, taken[-1].end) if named else None
