"""Join what a text says a thing is called: X、略してY; 通称Y; XはYとも呼ばれ; 正式名称はX."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.language.candidates import Candidate
from reader.language.mentions import Mention, head_of

if TYPE_CHECKING:
    from reader.language.aliases import Joiner
    from reader.language.article import Article

_SHORT = "[「『]?(?P<short>[^「」『』()、。はがを]{2,24}?)[」』]?"
# After a name, before what it is called.
_CALLED = (
    re.compile(
        "[」』]?、?(?:英語の?)?(?:略して|略称(?:は|で)?|通称(?:は|で)?|愛称(?:は|で)?|別名(?:は|を)?|俗称(?:は|で)?|英語名(?:は)?|いわゆる)、?"
        f"{_SHORT}(?=と(?:し|い|呼|名|も)|が|で|を|は|の|、|。|に|\\()"
    ),
    re.compile(
        f"[」』]?[はを]、?(?:[^、。「」]{{1,12}}(?:では|で)、?)?{_SHORT}(?:とも(?:呼ば|い[うい]|言[うわい]|称さ)|と略[しす])"
    ),
)
_IN_FULL = re.compile(
    "[」』]?の正式(?:な)?(?:名称|名前|名)は、?[「『]?(?P<short>[^「」『』()、。]{4,40}?)[」』]?(?=で、|、|だ|です|である|。|と(?:い|言))"
)
_NOUN_END = re.compile("[一-鿿々ァ-ヴーA-Za-z0-9]$")
# A quick look for any of these, at the text and behind a name, before the long patterns.
_SAYS_SO = re.compile("略|[通愛俗]称|別名|英語名|いわゆる|とも(?:呼|い|言|称)|正式")
_AFTER = frozenset("」』、はをの略通愛別俗英い")
_COMPANY = re.compile(
    "(?:株式|有限|合同)会社(?P<after>.{2,})|(?P<before>.{2,}?)(?:(?:株式|有限|合同)会社|社)"
)
_OWN_NAME = re.compile("[A-Za-zァ-ヴー・&.]{2,}.*")
_NO_NAME = re.compile(
    "(?:こと|もの|ため|よう|ところ|それ|これ|など)$|^(?:その|この|同|両|各)|[0-9]+(?:年|月|日|人)"
)


class Naming:
    """Reads what the things of an article are called, for a joiner."""

    def __init__(self, article: Article, joiner: Joiner) -> None:
        self._text = article.folded
        self._article = article
        self._joiner = joiner

    def join(self, mentions: list[Mention]) -> None:
        """Join the names that the text says are those of one thing."""
        if _SAYS_SO.search(self._text):
            self._called(mentions)
        self._companies()

    def _called(self, mentions: list[Mention]) -> None:
        longest = {mention.end: mention for mention in reversed(mentions)}
        for mention in mentions:
            form = self._text[mention.start : mention.end]
            one = self._joiner.candidates.get(form)
            if one is None or self._text[mention.end : mention.end + 1] not in _AFTER:
                continue
            if mention.start > longest[mention.end].start:
                continue  # ルート計画 in 平和のためのルート計画
            for pattern in _CALLED:
                match = pattern.match(self._text, mention.end)
                if match is not None and self._is_name(match["short"]):
                    self._unite(one, match, mention)
            match = _IN_FULL.match(self._text, mention.end)
            if match is not None and _NOUN_END.search(match["short"]):
                self._unite(one, match, mention)

    def _is_name(self, form: str) -> bool:
        known = form in self._joiner.candidates or form.isascii() or self._text.count(form) > 1
        return known and not _NO_NAME.search(form)

    def _unite(self, one: Candidate, match: re.Match[str], mention: Mention) -> None:
        form = match["short"].strip()
        if match.end() > self._end_of_sentence(mention.start) or form == one.form:
            return
        if form not in self._joiner.candidates:
            found = self._joiner.candidates[form] = Candidate(form)
            category = head_of(form)[0] or one.category or "concept"
            found.mentions.append(Mention(*match.span("short"), category, "name"))
            found.votes[category] += 1
            found.sorts["name"] += 1
        other = self._joiner.candidates[form]
        if len(form) > len(one.form) and not form.isascii():
            other.sorts["paired"] += 1
            self._joiner.unite(other, one.form)
            return
        one.sorts["paired"] += 1
        self._joiner.unite(one, form)

    def _end_of_sentence(self, place: int) -> int:
        sentence = self._article.sentence_at(place)
        return sentence.end if sentence is not None else 0

    def _companies(self) -> None:
        """Join エムテック to 株式会社エムテック and to エムテック社."""
        for one in self._joiner.things():
            match = _COMPANY.fullmatch(one.form) if one.category == "organization" else None
            name = (match["after"] or match["before"]) if match is not None else ""
            if name and _OWN_NAME.fullmatch(name) and name in self._joiner.candidates:
                other = self._joiner.candidates[name]
                if other.category in (None, "concept", "organization"):
                    self._joiner.unite(other, one.form)
