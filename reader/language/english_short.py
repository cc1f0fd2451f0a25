"""Abbreviations in English texts and what they stand for: NATO, EPR, PHEIC far from its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.language.tables.english import NO_ACRONYMS, SMALL
from reader.language.tables.english_verbs import VERBS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.language.english_article import EnglishArticle, Sentence, Word
    from reader.language.english_things import Things

_IN_BRACKETS = re.compile(
    r"\((?:the |or |hereafter |also |known as )?(?P<short>[A-Z][\w.&-]{1,11}(?: [A-Z]{2,6})?)\)"
)
_OR = re.compile(r", or (?:the )?(?P<short>[A-Z][A-Z0-9&-]{1,9}),")
_LONG_IN_BRACKETS = re.compile(
    r"(?P<short>\b[A-Z][A-Z0-9&-]{1,9}) \((?:the )?(?P<long>[A-Z][^()]{6,90})\)"
)
_SHORT = re.compile(r"[A-Z][A-Z0-9&]{2,9}")
_PUNCTUATION = re.compile(r"[,;:()\"]|\. ")
_HYPHEN = re.compile("[-/]")
_LEAST_FAR = 4
_WORDS = 12
_SKIPPED = frozenset("of the and for on in to a an by de with at".split())


def join_short(article: EnglishArticle, things: Things) -> None:
    """Join every abbreviation to what it stands for, which becomes a thing if it is none yet."""
    for sentence in article.sentences:
        text = article.folded[sentence.start : sentence.end]
        if "(" not in text and ", or " not in text:
            continue
        for pattern in (_IN_BRACKETS, _OR):
            for match in pattern.finditer(text):
                end = sentence.start + match.start()
                _join_before(article, sentence, things, end=end, short=match["short"])
        for match in _LONG_IN_BRACKETS.finditer(text):
            if _spells(match["long"].split(" "), match["short"]):
                things.give(things.add(match["long"], "name"), match["short"])
    _join_far(article, things)


def _join_before(
    article: EnglishArticle, sentence: Sentence, things: Things, *, end: int, short: str
) -> None:
    """Join ``short`` to the words that end at ``end``, where it spells their first letters."""
    end = len(article.folded[:end].rstrip()) if end and article.folded[end - 1] == " " else end
    last = sentence.index_at(end)
    words = sentence.words[max(0, last - _WORDS) : last]
    if not words or words[-1].end != end:
        return
    start = _spelt_start(words, short)
    if start is None:
        start = _loosely_spelt(words, short)
    if start is None:
        start = _named_start(article, things, words, short)
    if start is None:
        return
    form = article.folded[start:end]
    lower = next(word for word in words if word.start == start)
    if (
        lower.start == sentence.start
        and not any(word.cap for word in words if word.start > start)
        and form[1:2].islower()
    ):
        form_low = form[0].lower() + form[1:]
        thing = things.get(form_low) or things.get(form) or things.add(form, "short")
    else:
        thing = things.get(form) or things.add(form, "short")
    other = things.get(short)
    if other is None or len(other.forms) == 1 or other.known is not None:
        things.give(thing, short)


def _spelt_start(words: Sequence[Word], short: str) -> int | None:
    """Return where the words begin whose first letters spell ``short``, from the last back."""
    letters = [sign.lower() for sign in short if sign.isalnum()]
    for place in range(len(words) - 1, -1, -1):
        part = words[place:]
        if part[0].text.lower() in _SKIPPED:
            continue
        if _spells([word.text for word in part], short) and len(letters) > 1:
            return part[0].start
    return None


def _loosely_spelt(words: Sequence[Word], short: str) -> int | None:
    """Return where few words begin that hold the letters in order: extreme ultraviolet, EUV."""
    letters = [sign.lower() for sign in short if sign.isalpha()]
    for size in range(2, min(len(letters), 4)):
        part = words[-size:]
        if len(part) < size or any(word.text.lower() in _SKIPPED for word in part):
            continue
        left = list(letters)
        fits = True
        for word in part:
            fits = fits and bool(left) and word.text[0].lower() == left[0]
            for sign in word.text.lower():
                if left and sign == left[0]:
                    left.pop(0)
        if fits and not left:
            return part[0].start
    return None


def _named_start(
    article: EnglishArticle, things: Things, words: Sequence[Word], short: str
) -> int | None:
    """Return where a name begins that ends here, whatever the abbreviation spells."""
    for word in words:
        thing = things.get(article.folded[word.start : words[-1].end])
        if thing is not None and (short[0] in thing.form or short.isupper()):
            return word.start
    return None


def _spells(words: Sequence[str], short: str) -> bool:
    """Say whether the first letters of words spell an abbreviation: of and the may be left out."""
    plain = _letters(short)
    return len(plain) > 1 and not {plain, plain.rstrip("s")}.isdisjoint(_initials(words))


def _letters(short: str) -> str:
    return "".join(sign for sign in short.lower() if sign.isalnum())


def _initials(words: Sequence[str]) -> set[str]:
    """Return what the first letters of words spell: with small words and without them.

    Parts of a word with a hyphen count by themselves, and the whole of it does.
    """
    parts = [part.lower() for word in words for part in _HYPHEN.split(word) if part]
    return {
        "".join(part[0] for part in parts),
        "".join(part[0] for part in parts if part not in _SKIPPED),
        "".join(word[0].lower() for word in words if word and word.lower() not in _SKIPPED),
    }


def _join_far(article: EnglishArticle, things: Things) -> None:
    """Join abbreviations to words elsewhere in the text that spell them: PHEIC, DRC."""
    alone = {
        thing.form: thing
        for thing in things.all()
        if _SHORT.fullmatch(thing.form)
        and thing.form not in NO_ACRONYMS
        and thing.known is None
        and len(thing.forms) == 1
    }
    if not alone:
        return
    by_letters = {_letters(short): short for short in alone}
    for thing in things.all():
        words = thing.form.split(" ")
        for letters in _initials(words) & by_letters.keys() if len(words) > 1 else ():
            short = by_letters.pop(letters)
            things.give(thing, short)
            del alone[short]
    wanted = {short for short in alone if len(short) >= _LEAST_FAR}
    for sentence in article.sentences if wanted else ():
        content = [word for word in sentence.words if word.text.lower() not in _SKIPPED]
        initials = "".join(word.text[0].lower() for word in content)
        for short in [one for one in wanted if one.lower() in initials]:
            found = _spelt_in(article, content, initials, short)
            if found:
                things.give(things.get(found) or things.add(found, "short"), short)
                wanted.discard(short)


def _spelt_in(article: EnglishArticle, content: Sequence[Word], initials: str, short: str) -> str:
    """Return the words of a sentence that spell ``short``, or nothing."""
    at = initials.find(short.lower())
    while at >= 0:
        part = content[at : at + len(short)]
        form = article.folded[part[0].start : part[-1].end]
        plain = not any(word.text.lower() in SMALL or word.text in VERBS for word in part)
        if plain and not _PUNCTUATION.search(form):
            return form
        at = initials.find(short.lower(), at + 1)
    return ""
