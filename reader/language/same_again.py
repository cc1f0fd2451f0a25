"""Find what 同氏, 同国 and 同条約 stand for, where only one thing can be meant."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.language.article import Article, Sentence
    from reader.language.candidates import Candidate
    from reader.model.understanding import Category

Place = tuple[int, int]

_SAME = re.compile(
    "(?<![一-鿿])同(氏|国|社|省|庁|党|州|県|市|町|村|島|港|紙|誌|局|条約|協定|憲章|議定書|宣言|決議|指針|枠組み|法|法案|機構|機関|委員会|委|裁判所|大|大学|部隊|基地|地区|会議|連盟|連合|同盟|協会|団体|財団|銀|グループ)"
)
_LOOKED_AT = 40
_OF_HEAD: dict[str, Category] = {
    **dict.fromkeys(("国", "州", "県", "市", "町", "村", "島", "港", "基地", "地区"), "place"),
    **dict.fromkeys(
        ("条約", "協定", "憲章", "議定書", "宣言", "決議", "指針", "枠組み", "法", "法案"),
        "agreement",
    ),
    "氏": "person",
    "会議": "event",
}
_NO_COMPANY = re.compile(
    "(?:省|庁|府|党|会|院|軍|国連|機構|機関|連合|同盟|政府|委|所|大学|局|部|隊|署|警|校|財団|銀)$"
)


class SameAgain:
    """Reads 同X in an article whose things have the places found so far."""

    def __init__(
        self, article: Article, things: list[Candidate], places: list[list[Place]]
    ) -> None:
        self._article = article
        self._things = things
        self._spots = sorted(
            (start, end, index) for index, own in enumerate(places) for start, end in own
        )
        self._starts = [sentence.start for sentence in article.sentences]

    def found(self) -> list[tuple[Place, int]]:
        """Return the places of 同X, each with the index of the one thing it can mean."""
        found = []
        for match in _SAME.finditer(self._article.folded):
            place = self._whole(match)
            if place is None or self._is_taken(place):
                continue
            index = self._antecedent(match.start(), match[1])
            if index is not None:
                found.append((place, index))
        return found

    def _whole(self, match: re.Match[str]) -> Place | None:
        """Return the place where words begin and end with it: not 同盟国, 同社長."""
        sentence = self._article.sentence_at(match.start())
        if sentence is None or match.end() > sentence.end:
            return None
        first = bisect_left(sentence.words, match.start(), key=lambda word: word.start)
        last = bisect_left(sentence.words, match.end(), key=lambda word: word.end)
        if first >= len(sentence.words) or last >= len(sentence.words):
            return None
        whole = (
            sentence.words[first].start == match.start() and sentence.words[last].end == match.end()
        )
        return match.span() if whole else None

    def _is_taken(self, place: Place) -> bool:
        index = bisect_left(self._spots, (place[1], 0, 0))
        return index > 0 and self._spots[index - 1][1] > place[0]

    def _antecedent(self, at: int, head: str) -> int | None:
        """Return the thing of that head in this sentence, else in the one before, if it is one."""
        number = bisect_right(self._starts, at) - 1
        here = self._article.sentences[number]
        before = self._article.sentences[number - 1] if number else None
        stretches = [(here.start, at)]
        if before is not None and _goes_on(before, here):
            stretches.append((before.start, before.end))
        for start, end in stretches:
            meant = {index for index in self._between(start, end) if self._fits(index, head)}
            if meant:
                return meant.pop() if len(meant) == 1 else None
        return None

    def _between(self, start: int, end: int) -> list[int]:
        first = bisect_left(self._spots, (start, 0, 0))
        last = bisect_left(self._spots, (end, 0, 0))
        return [index for _start, _end, index in self._spots[max(first, last - _LOOKED_AT) : last]]

    def _fits(self, index: int, head: str) -> bool:
        one = self._things[index]
        if one.category != _OF_HEAD.get(head, "organization"):
            return False
        if head == "氏":
            return True
        if head == "国":
            known = self._article.names.get(one.form)
            return known is not None and known.country
        if head in ("社", "グループ"):
            return not _NO_COMPANY.search(one.form)
        return any(form.endswith(head) for form in one.forms if not form.startswith("同"))


def _goes_on(before: Sentence, here: Sentence) -> bool:
    return before.block == here.block or (before.kind == "title") == (here.kind == "title")
