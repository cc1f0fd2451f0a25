"""Join the candidates that are one thing: known pairs, surnames, shortened names, 同X."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.language.gazetteer import japanese

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.language.article import Article
    from reader.language.candidates import Candidate
    from reader.language.mentions import Mention
    from reader.model.understanding import Category

_KANJI = re.compile("[一-鿿々〆ヶ]{2,8}")
_MOST = 1_000
_SHORT_FORM = 4
_MINISTRY = 3


class Joiner:
    """Joins candidates; ``candidates`` are by form, and a form leads to what it was joined to."""

    def __init__(self, article: Article, candidates: dict[str, Candidate]) -> None:
        self._article = article
        self._text = article.folded
        self.candidates = candidates

    def things(self) -> list[Candidate]:
        """Return what is left: each thing once, in the order met."""
        seen: dict[int, Candidate] = {}
        for candidate in self.candidates.values():
            seen.setdefault(id(candidate), candidate)
        return list(seen.values())

    def unite(self, one: Candidate, form: str) -> None:
        """Make ``form``, and all that its candidate has, a form of ``one``."""
        other = self.candidates.get(form)
        if other is one or form == one.form:
            return
        if other is not None:
            one.take(other)
            for taken in other.forms:
                self.candidates[taken] = one
        one.aliases.setdefault(form)
        self.candidates[form] = one

    def by_tables(self) -> None:
        """Join names that the tables know as one: DPRK and 北朝鮮."""
        gazetteer = japanese()
        for candidate in self.things():
            known = gazetteer.get(candidate.form)
            if known is None:
                continue
            first = next((name for name in known.names if name in self.candidates), candidate.form)
            one = self.candidates[first]
            if one is not candidate and one.category == candidate.category:
                self.unite(one, candidate.form)

    def by_people(self, mentions: list[Mention]) -> None:
        """Join a surname to the full name, where only one person has it."""
        full = [one for one in self.things() if one.category == "person"]
        parts: dict[str, list[Candidate]] = {}
        for one in full:
            for part in set(_name_parts(one.form)):
                parts.setdefault(part, []).append(one)
        for one in full:
            last = _name_parts(one.form)[-1]
            if len(last) > 1 and last != one.form:
                self._by_part(one, last, parts[last])
        for mention in mentions:
            if mention.category == "person" and mention.address:
                self._by_address(mention, parts)

    def _by_part(self, one: Candidate, part: str, having: list[Candidate]) -> None:
        alone = self.candidates.get(part)
        others = {id(other) for other in having} - {id(alone)}
        if alone is not None and len(others) == 1:
            self.unite(one, part)

    def _by_address(self, mention: Mention, parts: dict[str, list[Candidate]]) -> None:
        """Join 金氏 and 金総書記 to 金正恩, キム氏 to キム・ジョンギュ."""
        name = self._text[mention.start : mention.end]
        longer = [
            one
            for one in parts.get(name, ())
            if one.form != name
            and self.candidates.get(one.form) is one
            and _has_surname(one.form, name)
        ]
        if len({id(one) for one in longer}) == 1:
            form = name if len(name) > 1 else self._text[mention.start : mention.address]
            self.unite(longer[0], form)

    def by_short_forms(self) -> None:
        """Join 行動規範 to 南シナ海行動規範, 外務省 to ロシア外務省; 新条約, 同州."""
        things = self.things()[:_MOST]
        for one in things:
            if one.category in ("agreement", "organization", "concept"):
                self._by_tail(one, things)
            if one.category == "place":
                self._by_head(one, things)
        self._by_prefix("同", things)
        self._by_prefix("新", [one for one in things if self._is_early(one)])

    def _by_tail(self, one: Candidate, things: list[Candidate]) -> None:
        words = one.mentions[0].words if one.mentions else ()
        for first in range(1, len(words)):
            tail = "".join(word.surface for word in words[first:])
            ministry = len(tail) >= _MINISTRY and tail[-1] in "省庁"
            if len(tail) < _SHORT_FORM and not ministry:
                return
            other = self.candidates.get(tail)
            if other is None or other is one or japanese().get(tail):
                continue
            same = [thing for thing in things if thing.form.endswith(tail) and thing.form != tail]
            plain = one.category == "concept" and len(words) - first < 2
            if len(same) == 1 and not plain:
                self.unite(one, tail)

    def _by_head(self, one: Candidate, things: list[Candidate]) -> None:
        """Join an unknown name that begins just one place: ボストーチヌイ宇宙基地."""
        words = one.mentions[0].words if one.mentions else ()
        if len(words) < 2 or not words[0].oov:
            return
        other = self.candidates.get(words[0].surface)
        same = [thing for thing in things if thing.form.startswith(words[0].surface)]
        if other is not None and other is not one and other.category is None and len(same) == 2:
            self.unite(one, words[0].surface)

    def _by_prefix(self, prefix: str, things: Iterable[Candidate]) -> None:
        heads: dict[str, list[Candidate]] = {}
        for one in things:
            head = _prefixed_head(one)
            if head and not one.form.startswith(prefix):
                heads.setdefault(head, []).append(one)
        for head, found in heads.items():
            form = prefix + head
            if len(found) == 1 and form in self._text:
                self.unite(found[0], form)

    def _is_early(self, one: Candidate) -> bool:
        early = [sentence for sentence in self._article.sentences if sentence.lead]
        end = early[-1].end if early else 0
        return one.category == "agreement" and any(mention.start < end for mention in one.mentions)


def _name_parts(form: str) -> list[str]:
    """Return what a full name may be shortened to; of kanji, every beginning of it."""
    if _KANJI.fullmatch(form):
        return [form[:length] for length in range(1, len(form) + 1)]
    return re.split("[・=]", form)


def _has_surname(full: str, surname: str) -> bool:
    if _KANJI.fullmatch(full):
        return full.startswith(surname)
    return re.split("[・=]", full)[0] == surname


_SHORTENED: dict[Category, tuple[str, ...]] = {
    "agreement": ("条約", "協定", "法案", "決議", "宣言", "憲章", "議定書"),
    "organization": ("委員会", "大学", "機構", "協会", "銀行", "通信", "省", "庁", "党", "社"),
    "place": ("地区", "空港", "基地", "州", "県", "市", "島"),
    "event": ("大会", "サミット"),
}


def _prefixed_head(one: Candidate) -> str:
    for head in _SHORTENED.get(one.category, ()) if one.category else ():
        if one.form.endswith(head) and len(one.form) > len(head) + 1:
            return head
    return ""
