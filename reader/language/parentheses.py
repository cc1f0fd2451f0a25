"""Join what parentheses say is one thing: X(Y), X(以下Y), X(中国名・Y), Y(X)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.language.candidates import Candidate
from reader.language.mentions import NAMES, Mention, head_of
from reader.language.tables.stops import NO_NAMES
from reader.language.tables.words import GENERIC

if TYPE_CHECKING:
    from reader.language.aliases import Joiner
    from reader.language.article import Article
    from reader.language.gazetteer import Known
    from reader.language.tokens import Token

_PARENTHESES = re.compile(r"[」』]?\(([^()\n]{1,40})\)")
_INTRODUCED = re.compile(
    "(?:以下|略称|略して|通称|いわゆる|別名|別称|旧称|愛称|英語名|英名|英語で|正式名称|本名|[ァ-ヴー一-鿿]{1,8}名)"
    "[、:・は]?[ 「]?"
)
_LATIN = re.compile(r"(?=[^a-z]*[A-Z])[A-Za-z][A-Za-z0-9 .&'/+-]+")
_ABBREVIATION = re.compile("[A-Z][A-Za-z0-9&-]{1,9}")
_DOMAIN = re.compile(r"[A-Za-z0-9-]+\.[a-z]{2,}(?:\.[a-z]+)?|https?:.*")
_KATAKANA = re.compile("[ァ-ヴー・=]{2,}")
_HIRAGANA = re.compile("[ぁ-ゖー・ ]{2,}")
_KANJI = re.compile("[一-鿿々〆ヶ]{2,8}")
_SHORTENED = re.compile("[一-鿿々ァ-ヴーA-Za-z0-9・]{2,14}")
_WITH_LETTERS = re.compile("[A-Z]{2,}")
_SHORT_NAME = 6
_IN_PHRASE = frozenset("noun action shape suffix prefix place name dotted surname given".split())
_MANY_LETTERS = 4
_A_BODY = 30
_LONGEST_INTRODUCED = 20


class Parentheses:
    """Reads the parentheses of an article for a joiner."""

    def __init__(self, article: Article, joiner: Joiner) -> None:
        self._article = article
        self._text = article.folded
        self._joiner = joiner

    def join(self, mentions: list[Mention]) -> None:
        """Join Y to X wherever the text has X(Y) and Y is a name of X."""
        by_end: dict[int, list[Mention]] = {}
        for mention in mentions:
            by_end.setdefault(mention.end, []).append(mention)
            if mention.address:
                by_end.setdefault(mention.address, []).append(mention)
        for match in _PARENTHESES.finditer(self._text):
            before = by_end.get(match.start(), ())
            names = [self._text[mention.start : mention.end] for mention in before]
            named = [name for name in names if name in self._joiner.candidates]
            if named:
                best = max(named, key=len)
                if _ABBREVIATION.fullmatch(match.group(1)):
                    best = self._whole_phrase(best, match.start(), match.group(1))
                self._pair(self._joiner.candidates[best], match.group(1))

    def _whole_phrase(self, form: str, end: int, short: str) -> str:
        """Return all the nouns that are abbreviated: 火星衛星探査計画(MMX), 汎用AI(GPAI)."""
        if self._joiner.candidates[form].sorts["known"] and not form.isascii():
            return form
        words = self._words_before(end)
        inside = _nouns_at_end(words)
        if len(short) >= _MANY_LETTERS and 2 * len(short) > sum(len(w.surface) for w in inside):
            # 国家管轄権外区域の海洋生物多様性(BBNJ): so many letters stand for more words.
            inside = _with_one_more(words, inside)
        whole = self._text[inside[0].start : end] if inside else ""
        if len(inside) < 2 or len(whole) <= len(form) or not whole.endswith(form):
            return form
        candidate = self._joiner.candidates.setdefault(whole, Candidate(whole))
        category = (
            head_of(inside[-1].surface)[0] or self._joiner.candidates[form].category or "concept"
        )
        candidate.mentions.append(Mention(inside[0].start, end, category, "name", tuple(inside)))
        candidate.votes[category] += 1
        candidate.sorts["name"] += 1
        return whole

    def _words_before(self, end: int) -> list[Token]:
        sentence = self._article.sentence_at(end - 1)
        return sentence.words_before(end) if sentence is not None else []

    def _pair(self, one: Candidate, inside: str) -> None:
        for part in re.split("[、。;,]", inside):
            introduced = _INTRODUCED.match(part)
            rest = part[introduced.end() :] if introduced else part
            rest = rest.strip(" 「」『』\"'").removesuffix("の略称").removesuffix("の略")
            rest = rest.removesuffix("という").strip("「」『』 ")
            if _HIRAGANA.fullmatch(rest):
                one.reading = one.reading or rest.replace(" ", "").replace("・", "")
            elif self._is_alias(one, rest, introduced=bool(introduced)):
                self._pair_with(one, rest)

    def _pair_with(self, one: Candidate, form: str) -> None:
        one.sorts["paired"] += 1
        if one.category == "concept" and head_of(one.form)[0] == "event":
            # 国際記念物遺跡会議(イコモス): a meeting with a short name is a body.
            one.votes["organization"] += _A_BODY
        other = self._joiner.candidates.get(form)
        if other is not None and other.category and _is_fuller(form, one.form):
            # MSMT(多国間制裁監視チーム): the long form is the name.
            other.sorts["paired"] += 1
            self._joiner.unite(other, one.form)
            return
        if other is not None:
            # What stands in parentheses is what the name is; its own guess does not count.
            other.votes.clear()
        self._joiner.unite(one, form)

    def _is_alias(self, one: Candidate, form: str, *, introduced: bool) -> bool:
        if len(form) < 2 or _DOMAIN.fullmatch(form):
            return False
        known = self._article.names.get(form)
        if known is not None and not introduced and self._is_other(one, form, known):
            return False
        if introduced:
            return len(form) <= _LONGEST_INTRODUCED and not re.search("[。はがを]", form)
        if _LATIN.fullmatch(form):
            return True
        if one.form.isascii():
            return form in self._joiner.candidates
        if one.category not in ("person", "place") and self._is_shortened(one, form):
            return True
        if _KATAKANA.fullmatch(form):
            kinds = ("place", "organization", "person")
            headed = head_of(one.form)[0] in ("organization", "event")
            return not _KATAKANA.fullmatch(one.form) and (one.category in kinds or headed)
        if one.category in ("agreement", "organization", "event"):
            # 国連公海等生物多様性協定(BBNJ協定): the same head, so a shorter name.
            return head_of(form)[0] == one.category and form[-2:] == one.form[-2:]
        if one.category != "person" or form in NO_NAMES:
            return False
        return bool(_KANJI.fullmatch(form)) and not head_of(form)[0]

    def _is_shortened(self, one: Candidate, form: str) -> bool:
        """Say whether it is the short of a long name: 特重施設, 春闘, コアCPI, or stands again."""
        if len(form) >= len(one.form) or not _SHORTENED.fullmatch(form) or form in GENERIC:
            return False
        if _WITH_LETTERS.search(form):
            return True
        again = form in self._joiner.candidates and self._text.count(form) > 1
        kanji = form[0] == one.form[0] and len(form) <= _SHORT_NAME
        return (again and (kanji or one.sorts["quoted"] > 0)) or (
            kanji and len(one.form) > len(form) + 2
        )

    def _is_other(self, one: Candidate, form: str, known: Known) -> bool:
        """Say whether ``form`` is known to be something else: テヘラン(イラン), 議員(自民党)."""
        if one.form in known.names:
            return False
        if known.category != one.category:
            return True
        return not form.isascii()


def _nouns_at_end(words: list[Token]) -> list[Token]:
    first = len(words)
    while first and (words[first - 1].kind in _IN_PHRASE or words[first - 1].surface == "・"):
        first -= 1
    return words[first:]


def _with_one_more(words: list[Token], inside: list[Token]) -> list[Token]:
    """Go on over one の or と to the nouns before it, unless they name something themselves."""
    first = len(words) - len(inside)
    if not inside or first < 2 or words[first - 1].surface not in ("の", "と"):
        return inside
    before = _nouns_at_end(words[: first - 1])
    if not before or any(word.kind in NAMES for word in before):
        return inside
    return [*before, words[first - 1], *inside]


def _is_fuller(form: str, other: str) -> bool:
    return other.isascii() and not form.isascii()
