"""Phrases of common words that an English article is about: production caps, the shadow fleet."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from reader.language.tables.english import HEAD_NOUNS, LIGHT_ADJECTIVES, PLAIN, SMALL
from reader.language.tables.english_verbs import VERBS

if TYPE_CHECKING:
    from reader.language.english_article import EnglishArticle, Sentence, Word
    from reader.language.english_things import Things

_LONGEST = 3
_COINED = re.compile(
    r"\b(?:so-called|(?:that|which|what) (?:[\w']+ ){1,4}(?:calls?|dubs?|terms?|knows? as)(?: an?"
    r"| the)?|what (?:is|was|are|were|they|he|she|officials|critics|it) (?:calls?|called|dub(?:s"
    r"|bed)?|termed?)(?: an?| the)?"
    r"|(?:(?:also |better |widely |commonly |officially |now |popularly )?known as|dubbed|termed"
    r"|nicknamed|referred to as)(?: an?| the)?)"
    r" (?=[a-z])"
)
# permanently shadowed regions, as scientists call them
_AS_CALLED = re.compile(
    r"(?P<term>[A-Za-z][\w-]*(?: [a-z][\w-]+){1,3}), as (?:[\w']+ ){1,4}(?:calls?|called|terms?"
    r"|dub) (?:it|them|this|these)\b"
)
_QUOTED = re.compile(r"\"(?P<words>[A-Za-z][\w' -]{2,40}[\w])\"")
_CALLED = re.compile(
    r"\b(?:called|known as|so-called|dubbed|term|phrase|words?|concept of|idea of|policy of"
    r"|doctrine of|principle of"
    r"|slogan|label|labelled|labeled|named|nicknamed|notion of|name of|call(?:s)? (?:it|this"
    r"|them)|as)(?: an?| the)? $"
)
_CUES = ("call", "known as", "dub", "term", "nicknamed", "referred to as", '"')
_MOST_QUOTED = 5
_NAMING = frozenset("known dubbed term phrase word words nicknamed concept slogan doctrine".split())


def add_phrases(article: EnglishArticle, things: Things) -> None:
    """Add the phrases of an article to its things."""
    for form in _repeated(article):
        thing = things.add(form, "phrase")
        thing.category = thing.category or "concept"
    _add_coined(article, things)


def content_runs(text: str, sentence: Sentence) -> list[list[Word]]:
    """Return the runs of words of a sentence that phrases are made of: no small ones, no verbs."""
    runs: list[list[Word]] = []
    run: list[Word] = []
    for word in sentence.words:
        lower = word.text.lower()
        first = word.start == sentence.start
        plain = word.text.islower() or (first and word.cap and word.text[1:].islower())
        good = (
            plain
            and len(word.text) > 2
            and lower not in SMALL
            and lower not in VERBS
            and not lower.endswith("ly")
        )
        if good and run and text[run[-1].end : word.start] == " ":
            run.append(word)
        elif good:
            run = [word]
            runs.append(run)
        else:
            run = []
    return runs


def _repeated(article: EnglishArticle) -> list[str]:
    """Return the phrases that come more than once, or that a title has."""
    counts: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = {}
    for sentence in article.sentences:
        for run in content_runs(article.folded, sentence):
            for size in range(2, min(_LONGEST, len(run)) + 1):
                for first in range(len(run) - size + 1):
                    words = [word.text.lower() for word in run[first : first + size]]
                    if not _is_phrase(words):
                        continue
                    key = " ".join([*words[:-1], _singular(words[-1])])
                    counts[key] += 1
                    forms.setdefault(key, Counter())[" ".join(words)] += 1
    kept = [key for key, count in counts.items() if count > 1]
    longer = [
        key
        for key in kept
        if not any(
            key != other and f" {key} " in f" {other} " and counts[other] >= counts[key]
            for other in kept
        )
    ]
    return [forms[key].most_common(1)[0][0] for key in longer]


def _is_phrase(words: list[str]) -> bool:
    if words[0] in LIGHT_ADJECTIVES:
        return False
    if _singular(words[-1]) in _HEADS:
        return not all(word in PLAIN for word in words)
    return not any(word in PLAIN or word in LIGHT_ADJECTIVES for word in words)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


_HEADS = frozenset(_singular(word) for word in HEAD_NOUNS)


def _add_coined(article: EnglishArticle, things: Things) -> None:
    """Add what the writer sets apart: so-called golden power rules, the term "snapback"."""
    for sentence in article.sentences:
        if sentence.kind == "title":
            continue
        text = article.folded
        inside = text[sentence.start : sentence.end]
        if not any(cue in inside for cue in _CUES):
            continue
        for match in _COINED.finditer(text, sentence.start, sentence.end):
            form = _phrase_at(article, sentence, match.end())
            if form:
                things.add(form, "quoted").category = "concept"
        for match in _AS_CALLED.finditer(text, sentence.start, sentence.end):
            form = _trimmed_phrase(match["term"])
            if form:
                things.add(form, "quoted").category = "concept"
        for match in _QUOTED.finditer(text, sentence.start, sentence.end):
            words = match["words"].split(" ")
            called = _CALLED.search(text[max(0, match.start() - 40) : match.start()])
            if called is None or not _may_be_coined(words, called[0].strip()):
                continue
            things.add(match["words"], "quoted").category = "concept"


def _may_be_coined(words: list[str], cue: str) -> bool:
    """Say whether quoted words are a coinage, and not what somebody thinks of a thing."""
    if len(words) > _MOST_QUOTED or words[-1].endswith("'s"):
        return False
    if len(words) == 1:
        return cue.split(" ", maxsplit=1)[0] in _NAMING and words[0].lower() not in VERBS
    return (
        not any(word.lower() in VERBS for word in words) or cue.split(" ", maxsplit=1)[0] in _NAMING
    )


def _trimmed_phrase(words: str) -> str:
    """Return the end of a phrase without the small words and verbs before it."""
    parts = words.split(" ")
    while parts and (parts[0].lower() in SMALL or parts[0] in VERBS):
        parts = parts[1:]
    return " ".join(parts) if len(parts) > 1 else ""


def _phrase_at(article: EnglishArticle, sentence: Sentence, start: int) -> str:
    """Return the content words that begin at ``start``, up to the end of their phrase."""
    words = [word for word in sentence.words if word.start >= start][: _LONGEST + 1]
    taken: list[Word] = []
    for place, word in enumerate(words):
        near = not taken or article.folded[taken[-1].end : word.start] == " "
        following = words[place + 1] if place + 1 < len(words) else None
        joins = bool(taken) and word.text == "and" and following is not None
        if not near or not (joins or _is_content(word.text)):
            break
        taken.append(word)
    while taken and taken[-1].text == "and":
        taken.pop()
    if len(taken) < 2 or taken[0].start != start:
        return ""
    return article.folded[taken[0].start : taken[-1].end]


def _is_content(word: str) -> bool:
    return word.islower() and word not in SMALL and word not in VERBS and len(word) > 2
