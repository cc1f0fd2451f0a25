"""Find the names of an English text: runs of words with capitals, and what may stand in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.language.english_parting import DESIGNATION, NUMBER, PARTICLES, Parting
from reader.language.tables.english import COMMON, NO_ACRONYMS, SMALL
from reader.language.tables.english_kinds import DESIGNATED, LOWER_HEADS
from reader.language.tables.english_nations import DEMONYMS
from reader.language.tables.english_verbs import VERBS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.language.english_article import EnglishArticle, Sentence, Word
    from reader.language.gazetteer import Gazetteer

_LINKS = frozenset(("of", "for", "on", "against", "and", "the", "in"))
_LEADING = re.compile(r"[\s\"'(\[—–-]*(?:(?:[IVXLC]+|\d+|[A-Za-z])[.)]\s*)?")
_KIND = re.compile(rf" (?:{'|'.join(sorted(LOWER_HEADS))})\b(?!')")
_COUNTED = frozenset(
    "people men women children percent per million billion trillion dozen hundred".split()
)
_MOST = 14


class Name(NamedTuple):
    """A name where it stands.

    ``first`` begins a sentence, so that its capital tells nothing; ``titled`` has a title before
    it; ``the`` an article.
    """

    start: int
    end: int
    form: str
    first: bool
    titled: bool
    the: bool


def find_names(article: EnglishArticle, known: Gazetteer) -> list[Name]:
    """Return the names of the article where they stand, in the order of the text."""
    found: list[Name] = []
    for sentence in article.sentences:
        if sentence.shouted:
            continue
        for run in _runs(article.folded, sentence):
            for words, titled in Parting(run, article.folded, known, sentence).parts():
                name = _name(article.folded, sentence, words, titled=titled)
                if name is not None:
                    found.append(_with_kind(article.folded, name, known))
    return found


def _name(text: str, sentence: Sentence, words: Sequence[Word], *, titled: bool) -> Name | None:
    start = words[0].start
    end = words[-1].start + len(words[-1].bare)
    form = text[start:end]
    if len(form) < 2 or form in COMMON or form.split("'", 1)[0] in COMMON:
        return None
    if text[end : end + 2] == ": " and form.isupper() and start == sentence.start:
        return None  # HOST: Welcome back.
    first = (
        _LEADING.fullmatch(text, sentence.start, start) is not None
        or sentence.dateline == start
        or text[max(0, start - 4) : start].rstrip(" \"'(")[-1:] in (":", "—", "–", "?")
    )
    the = text[max(0, start - 4) : start].lower() == "the "
    return Name(start, end, form, first, titled, the)


def _with_kind(text: str, name: Name, known: Gazetteer) -> Name:
    """Return a name with the common noun that belongs to it: Shackleton crater, Zamzam camp."""
    match = _KIND.match(text, name.end)
    if match is None or known.get(name.form) is not None or name.titled:
        return name
    return name._replace(end=match.end(), form=text[name.start : match.end()])


def _runs(text: str, sentence: Sentence) -> list[list[Word]]:
    """Return the longest runs of words with capitals and what may stand between them."""
    runs: list[list[Word]] = []
    run: list[Word] = []
    pending: list[Word] = []
    for place, word in enumerate(sentence.words):
        near = bool(run) and _touches(text, (pending or run)[-1], word)
        noun = _designated(text, sentence.words, place)
        if noun is not None:
            if not near:
                run = _opened(runs)
                run.append(noun._replace(cap=True))
            run.append(word._replace(cap=True))
            run, pending = [], []
        elif word.cap and not (len(word.text) > 1 and word.text in NO_ACRONYMS):
            if not near or len(run) >= _MOST:
                run = _opened(runs)
            run += [*pending, word] if near else [word]
            pending = []
        elif near and (word.text in _LINKS or word.text in PARTICLES) and len(pending) < 2:
            pending.append(word)
        elif near and not pending and _belongs(run[-1], sentence.words, place, text):
            run.append(word)
            run, pending = [], []
        else:
            run, pending = [], []
    return runs


def _designated(text: str, words: Sequence[Word], place: int) -> Word | None:
    """Return the noun before a number or letter that tells which: clade Ib, Article 9."""
    before = words[place - 1] if place else None
    if before is None or before.text.lower() not in DESIGNATED:
        return None
    which = DESIGNATION.fullmatch(words[place].text) is not None
    return before if which and _touches(text, before, words[place]) else None


def _opened(runs: list[list[Word]]) -> list[Word]:
    runs.append([])
    return runs[-1]


def _touches(text: str, before: Word, word: Word) -> bool:
    return text[before.end : word.start] in (" ", " & ", "–")


def _belongs(before: Word, words: Sequence[Word], place: int, text: str) -> bool:
    """Say whether a number is part of a name: Article 9, Estlink 2; not Goma 300 people."""
    word = words[place]
    if not NUMBER.fullmatch(word.text) or before.text in COMMON or before.text in DEMONYMS:
        return False
    following = words[place + 1] if place + 1 < len(words) else None
    if following is None or text[word.end] in ".,;:)'\"":
        return True
    if following.text in SMALL or following.text in VERBS:
        return following.text not in _COUNTED
    return (
        len(word.text) < 3 and not following.text.endswith("s") and following.text not in _COUNTED
    )
