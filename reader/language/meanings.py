"""Sentences that say what their subject means: Xとは…です, Xは…を指す, Xは…する仕組みだ."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from reader.language.defined_words import (
    Definition,
    begins,
    describes,
    ends_in_noun,
    goes_with,
    is_attribute,
    noun_before,
    words_between,
)
from reader.language.mentions import NAMES
from reader.language.tables import defining as table
from reader.language.tables.concepts import SURE, TOPICAL

if TYPE_CHECKING:
    from reader.language.article import Sentence

_TOWA = re.compile(
    r"[」』]?(?:\([^()]{1,40}\))?と(?:は|(?:いう|呼ばれる|言われる|いわれる|称される)のは)[、,]?"
)
_NO_DEFINITION = re.compile(table.NO_DEFINITION)
_COPULA = re.compile(table.COPULA)
_MEANS = re.compile(table.MEANS)
_TOLD = re.compile(table.TOLD)
_SUBJECT_MEANS = re.compile(table.SUBJECT_MEANS)
_MEANS_OF_A_WORD = re.compile(table.MEANS_OF_A_WORD)
_BREAKS_OFF = re.compile(table.BREAKS_OFF)
_TURNS = (_BREAKS_OFF, re.compile(table.BREAKS_AFTER))
_NEGATED = re.compile(table.NEGATED)
_SUBJECT = re.compile(table.SUBJECT)
_SET_APART = re.compile("[」』]|[A-Za-zァ-ヴー・]{3,24}$")
_IS_KIND_OF = re.compile(table.IS_KIND_OF)
_NO_KIND_OF = re.compile(table.NO_KIND_OF)
_IS_SOMETHING = re.compile(table.IS_SOMETHING)
_LOOKED_UP = re.compile(table.LOOKED_UP)
_TOPIC_INSIDE = re.compile("(?<![にでとへらまのつ])は(?!じ)")
_SO_CALLED_IS = re.compile(table.SO_CALLED_IS)
_TOPIC = re.compile("[」』)]?は、?")
_LEAST = 6
_LEAST_TERM = 3
_LEAST_OF_A_KIND = 8
_SUBJECTS = 5
_CLOSED = ("」", "』")
_BEGINNING = 50
# A quick look before the long patterns.
_ENDS = re.compile("(?:だ|です|である|だった|でした)(?:。?$|が、|けれど)|(?:で|であり)、")


def towa(text: str, sentence: Sentence) -> Definition | None:
    """Find Xとは、…です with a noun before and a noun after."""
    match = _TOWA.search(text, sentence.start, sentence.end)
    if match is None or _NO_DEFINITION.match(text, match.end()):
        return None
    term = noun_before(text, sentence, match.start(), generic=True)
    if term is None or goes_with(sentence, *term):
        return None
    if not (begins(text, sentence, term[0]) or is_attribute(text, sentence, term[0])):
        return None
    passage = _passage(text, sentence, match.end())
    return Definition(term, passage, (sentence.start, sentence.end)) if passage else None


def _passage(text: str, sentence: Sentence, start: int) -> tuple[int, int] | None:
    """Return what stands after ``start`` without its copula, where it ends in a noun."""
    turns = [pattern.search(text, start + _LEAST, sentence.end) for pattern in _TURNS]
    turn = min(filter(None, turns), key=lambda one: one.start(), default=None)
    end = turn.start() if turn else sentence.end
    if _NEGATED.search(text, start, end):
        return None
    means = _MEANS.search(text, start, end) or _TOLD.search(text, start, end)
    tail = means or _COPULA.search(text, start, end)
    last = tail.start() if tail else end
    while last > start and text[last - 1] in "。 ":
        last -= 1
    says_so = means is not None or (turn is not None and turn.group()[0] in "をの")
    if last - start < _LEAST or not (says_so or ends_in_noun(sentence, last)):
        return None
    return start, last


def subject_means(text: str, sentence: Sentence) -> Definition | None:
    """Find Xは、…を指す and its like: here the verb tells that it is a definition."""
    means = _SUBJECT_MEANS.search(text, sentence.start, sentence.end)
    of_a_word = None
    if means is None:
        means = _break(text, sentence)
    if means is None:
        means = of_a_word = _MEANS_OF_A_WORD.search(text, sentence.start, sentence.end)
    if means is None:
        return None
    # をいう holds the noun before it too: …するものをいう.
    end = means.start() + (means.group().find("を") if means.group()[0] not in "をのと" else 0)
    for match in islice(_SUBJECT.finditer(text, sentence.start, means.start()), _SUBJECTS):
        term = noun_before(text, sentence, match.start())
        if term is None:
            continue
        short = end - match.end() < _LEAST and "略" not in means.group()
        quoted = text[term[1] : term[1] + 1] in _CLOSED and is_attribute(text, sentence, term[0])
        if short or not (quoted or begins(text, sentence, term[0])):
            return None
        if of_a_word and not _SET_APART.search(text, term[0], match.end() - 1):
            return None
        return Definition(term, (match.end(), end), (sentence.start, sentence.end))
    return None


def _break(text: str, sentence: Sentence) -> re.Match[str] | None:
    """Return where a sentence that goes on has said what its subject means: …の略で、."""
    found = _BREAKS_OFF.search(text, sentence.start, sentence.end)
    return found if found is not None and found.group()[0] in "をの" else None


def is_kind(text: str, sentence: Sentence) -> Definition | None:
    """Find Xは…する仕組みだ: a common word, and a kind of thing with what it is for."""
    topic = _TOPIC.search(text, sentence.start, min(sentence.end, sentence.start + _BEGINNING))
    if topic is None or not _ENDS.search(text, topic.end(), sentence.end):
        return None
    term = noun_before(text, sentence, topic.start())
    if term is None or goes_with(sentence, *term):
        return None
    if not (begins(text, sentence, term[0]) or is_attribute(text, sentence, term[0])):
        return None
    form = text[slice(*term)]
    if len(form) < _LEAST_TERM and form not in SURE | TOPICAL and text[term[1]] not in _CLOSED:
        return None  # 総会 and 首都 may be any.
    if form not in SURE and words_between(sentence, *term)[-1].kind == "action":
        return None  # What is done is told of, not defined.
    copula = _kind_pattern(text, sentence, term).search(text, topic.end(), sentence.end)
    if copula is None or copula.start() - topic.end() < _LEAST_OF_A_KIND:
        return None
    said = (topic.end(), copula.end("kind"))
    if copula["kind"] in table.NOT_A_KIND and not text.startswith("いわゆる", sentence.start):
        return None
    if _NO_KIND_OF.search(text[sentence.start : copula.end()]) or _TOPIC_INSIDE.search(text, *said):
        return None
    if not describes(sentence, *said):
        return None
    return Definition(term, said, (sentence.start, sentence.end))


def _kind_pattern(text: str, sentence: Sentence, term: tuple[int, int]) -> re.Pattern[str]:
    if text.startswith("いわゆる", sentence.start):
        return _SO_CALLED_IS
    form = text[slice(*term)]
    named = words_between(sentence, *term)[-1].kind in NAMES
    looked_up = form in SURE or text[term[1]] in _CLOSED
    if looked_up or (_LOOKED_UP.match(form) and not (named and not form.isascii())):
        return _IS_SOMETHING
    return _IS_KIND_OF
