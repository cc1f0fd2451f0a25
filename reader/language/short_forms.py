"""Join what a text calls a thing once it is known: 行動規範, 規制委, 新潟, 新条約, 同州."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.language.tables.words import ORGANISATION_HEADS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.language.aliases import Joiner
    from reader.language.article import Article
    from reader.language.candidates import Candidate
    from reader.model.understanding import Category

# Common words of kanji before a name of letters: 共通通貨|CFAフラン.
_TYPED = re.compile("[一-鿿]{2,6}([A-Za-zァ-ヴー・0-9]{4,})")
_MOST = 1_000
_SHORT_FORM = 4
_MINISTRY = 3
_LEAST = 2
_KANJI = re.compile("[一-鿿々]+")
_KATAKANA = re.compile("[ァ-ヴー]+")
_TAILED: frozenset[Category | None] = frozenset(("agreement", "organization", "concept", "place"))
# 評議会 alone is 大統領暫定評議会 where the text has no other.
_BODIES = frozenset(
    "評議会 弁護団 調査団 監視団 審議会 検討会 協議会 連絡会 理事会 財団 連盟 同盟".split()
)
# How the last word of a name is written short.
_HEADS = {
    "委員会": "委",
    "裁判所": "裁",
    "理事会": "理",
    "銀行": "銀",
    "電力": "電",
    "大学": "大",
    "連合会": "連",
    "連盟": "連",
    "検察庁": "検",
    "警察本部": "警",
    "高等学校": "高",
    "省": "省",
    "庁": "庁",
    "法": "法",
    "党": "党",
    "会議": "会議",
}
_ENDINGS = tuple(_HEADS)
# 新潟県 is 新潟, 青ナイル川 is 青ナイル.
_PLACE_ENDINGS = ("県", "州", "川", "湾", "島", "地方", "地区", "半島", "宇宙基地", "礁")
_SHORTENED: dict[Category, tuple[str, ...]] = {
    "agreement": ("条約", "協定", "法案", "決議", "宣言", "憲章", "議定書"),
    "organization": ("委員会", "大学", "機構", "協会", "銀行", "通信", "省", "庁", "党", "社"),
    "place": ("地区", "空港", "基地", "州", "県", "市", "島"),
    "event": ("大会", "サミット"),
}


class ShortForms:
    """Finds the short forms of an article's things for a joiner."""

    def __init__(self, article: Article, joiner: Joiner) -> None:
        self._article = article
        self._text = article.folded
        self._joiner = joiner
        self._things = joiner.things()[:_MOST]

    def join(self) -> None:
        """Join every short form that can stand for one thing only."""
        tails = self._by_tail()
        for one in self._things:
            self._contracted(one)
            if one.category == "place":
                self._stem(one)
            self._without_type(one)
        for form, having in tails.items():
            if len(having) == 1 and self._is_tail(having[0], form):
                self._joiner.unite(having[0], form)
        lead = max((one.end for one in self._article.sentences if one.lead), default=0)
        early = [one for one in self._things if one.category == "agreement" and _first(one) < lead]
        self._prefixed("新", early)

    def _by_tail(self) -> dict[str, list[Candidate]]:
        """Return for each candidate the longer things that end with its form."""
        found: dict[str, list[Candidate]] = {}
        for one in self._things:
            form = one.form
            for first in range(1, min(len(form) - 1, 24)):
                tail = form[first:]
                other = self._joiner.candidates.get(tail)
                if other is not None and other is not one and not _cuts(form, first):
                    found.setdefault(tail, []).append(one)
        return found

    def _is_tail(self, one: Candidate, tail: str) -> bool:
        if one.category not in _TAILED or self._article.names.get(tail) is not None:
            return False
        if tail in _BODIES or one.form[-len(tail) - 1] == "・":
            return True
        ministry = len(tail) >= _MINISTRY and tail[-1] in "省庁"
        alone = self._joiner.candidates[tail]
        if len(tail) < _SHORT_FORM and not ministry:
            # 大法廷 once 最高裁大法廷 has been named.
            body = one.category == "organization" and tail in ORGANISATION_HEADS
            return body and len(tail) == _SHORT_FORM - 1 and _first(alone) > _first(one)
        words = alone.mentions[0].words if alone.mentions else ()
        return one.category != "concept" or len(words) > 1

    def _contracted(self, one: Candidate) -> None:
        """Join 規制委 to 原子力規制委員会, 外為法 to 外国為替及び外国貿易法."""
        if not one.form.endswith(_ENDINGS) or not _KANJI.match(one.form):
            return
        if one.category not in ("organization", "agreement"):
            return
        for form in _contractions(one):
            if len(form) < len(one.form) and form in self._text and self._is_free(one, form):
                self._joiner.unite(one, form)

    def _is_free(self, one: Candidate, form: str) -> bool:
        other = self._joiner.candidates.get(form)
        if other is one or self._article.names.get(form) is not None:
            return False
        rivals = [
            thing
            for thing in self._things
            if thing is not one and thing.category == one.category and form in _contractions(thing)
        ]
        return not rivals and (other is None or other.category in (None, "concept", one.category))

    def _without_type(self, one: Candidate) -> None:
        """Join CFAフラン to 共通通貨CFAフラン where the text has it alone as well."""
        match = _TYPED.fullmatch(one.form)
        if match is None or self._text.count(match[1]) <= self._text.count(one.form):
            return
        other = self._joiner.candidates.get(match[1])
        if other is None or other.category in (None, "concept", one.category):
            self._joiner.unite(one, match[1])

    def _stem(self, one: Candidate) -> None:
        """Join 新潟 to 新潟県 where no other place begins so."""
        for ending in _PLACE_ENDINGS:
            stem = one.form.removesuffix(ending)
            if stem == one.form or len(stem) < _LEAST:
                continue
            alone = self._joiner.candidates.get(stem)
            if alone is None or alone is one or alone.category not in ("place", None):
                continue
            known = self._article.names.get(stem)
            apart = known is not None and known.sort != "place"
            same = [
                thing
                for thing in self._things
                if thing.category == "place"
                and thing.form.startswith(stem)
                and (thing is one or not thing.form.startswith(one.form))
            ]
            if not apart and len({id(thing) for thing in same} - {id(alone)}) == 1:
                self._joiner.unite(one, stem)

    def _prefixed(self, prefix: str, things: Iterable[Candidate]) -> None:
        heads: dict[str, list[Candidate]] = {}
        for one in things:
            head = prefixed_head(one)
            if head and not one.form.startswith(prefix):
                heads.setdefault(head, []).append(one)
        for head, found in heads.items():
            form = prefix + head
            if len(found) == 1 and form in self._text:
                self._joiner.unite(found[0], form)


def prefixed_head(one: Candidate) -> str:
    """Return the head that a new or the same one goes by: 条約, 州."""
    for head in _SHORTENED.get(one.category, ()) if one.category else ():
        if one.form.endswith(head) and len(one.form) > len(head) + 1:
            return head
    return ""


def _first(one: Candidate) -> int:
    return min((mention.start for mention in one.mentions), default=0)


def _cuts(form: str, at: int) -> bool:
    """Say whether a tail would begin inside a run of katakana or Latin letters."""
    before, after = form[at - 1], form[at]
    if before.isascii() and after.isascii():
        return before.isalnum() and after.isalnum()
    return bool(_KATAKANA.match(before) and _KATAKANA.match(after))


def _contractions(one: Candidate) -> Iterator[str]:
    """Yield how a name of kanji may be written short: its first characters and that of its head."""
    form = one.form
    ending = next((head for head in _HEADS if form.endswith(head)), "")
    body = form[: len(form) - len(ending)]
    if not ending or len(body) < _LEAST:
        return
    short = _HEADS[ending]
    single = len(ending) == 1
    if not single:
        yield body + short
        yield body[-2:] + short
    if len(body) > _LEAST or not single:
        yield body[0] + short
    if len(body) > _LEAST:
        yield body[0] + body[2] + short
    words = one.mentions[0].words if one.mentions else ()
    firsts = "".join(word.surface[0] for word in words if _KANJI.match(word.surface))
    if 2 < len(firsts) < len(form):
        yield firsts
        yield firsts[:2] + short
