"""Find the watch points of an article: lists of open questions, and sentences that ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.language.folding import fold
from reader.language.sentences import sentences
from reader.model.understanding import FoundWatchPoint

if TYPE_CHECKING:
    from reader.language.horizons import PartialDate
    from reader.model.blocks import Block
    from reader.model.understanding import WatchOrigin

Test = Callable[[str], bool]
Parted = Mapping[int, list[tuple[int, int]]]


def _never(_words: str) -> bool:
    return False


_MOST = 0.5
_NEARLY_ALL = 0.75
_FEWEST_UNANNOUNCED = 2
_LONGEST_SENTENCE = 600
_SHORT_SENTENCE = 20


@dataclass(frozen=True, slots=True)
class Rules:
    """How a language tells what is open; every test is given folded words.

    ``announces``, ``announces_surely`` and ``informs`` judge a heading or the sentence before a
    list, the next four an item, ``is_past`` and ``leads_on`` the sentence before a list, ``asks``
    a running sentence.
    """

    announces: Test
    informs: Test
    is_question: Test
    is_open: Test
    is_fact: Test
    is_past: Test
    leads_on: Test
    asks: Test
    article_date: Callable[[str, tuple[Block, ...]], PartialDate | None]
    horizon: Callable[[str, PartialDate | None], str]
    announces_surely: Test = _never
    is_statement: Test = _never
    asks_ahead: Test = _never


@dataclass(frozen=True, slots=True)
class _List:
    """Items that stand together, with the heading over them and the sentences right before."""

    items: tuple[Block, ...]
    heading: Block | None
    intros: tuple[tuple[int, int], ...]

    @property
    def intro(self) -> tuple[int, int] | None:
        """The sentence that leads on to the items, if one does."""
        return self.intros[0] if self.intros else None


class _Finder:
    """Finds the watch points of one text."""

    def __init__(
        self, text: str, blocks: tuple[Block, ...], rules: Rules, *, folded: str, parted: Parted
    ) -> None:
        self._text = text
        self._folded = folded
        self._blocks = blocks
        self._rules = rules
        self._parted = parted
        self._when = rules.article_date(self._folded, blocks)

    def find(self) -> tuple[FoundWatchPoint, ...]:
        """Return the watch points in the order of the text."""
        found: list[FoundWatchPoint] = []
        used: set[tuple[int, int]] = set()
        for one in self._lists():
            announced = self._announcement(one)
            if announced is None:
                continue
            heading = self._text[announced[0] : announced[1]]
            for item in one.items:
                found.append(self._point((item.start, item.end), "list", heading))
                used.add((item.start, item.end))
            used.update(one.intros[:1])
        found += self._running(used)
        return tuple(sorted(found, key=lambda point: point.start))

    def _point(self, place: tuple[int, int], origin: WatchOrigin, heading: str) -> FoundWatchPoint:
        start, end = place
        until = self._rules.horizon(self._folded[start:end], self._when)
        return FoundWatchPoint(self._text[start:end], start, end, origin, heading, until)

    def _lists(self) -> list[_List]:
        found: list[_List] = []
        heading: Block | None = None
        before: Block | None = None
        items: list[Block] = []
        for block in self._blocks:
            if block.kind == "list_item" or self._is_bare_item(block, heading):
                items.append(block)
                continue
            if items:
                found.append(_List(tuple(items), heading, self._last_sentences(before)))
                items = []
            if block.kind == "heading":
                heading = block
            before = block
        if items:
            found.append(_List(tuple(items), heading, self._last_sentences(before)))
        return found

    def _is_bare_item(self, block: Block, heading: Block | None) -> bool:
        """Say whether a line is an item that lost its mark: one question under such a heading."""
        if heading is None or block.kind not in ("heading", "paragraph"):
            return False
        over = self._folded[heading.start : heading.end]
        if not self._rules.announces(over) or self._rules.informs(over):
            return False
        words = self._folded[block.start : block.end]
        return "。" not in words and self._rules.is_question(words) and self._is_one_sentence(block)

    def _is_one_sentence(self, block: Block) -> bool:
        return len(self._sentences(block)) == 1

    def _sentences(self, block: Block) -> list[tuple[int, int]]:
        known = self._parted.get(block.start)
        return sentences(self._folded, block.start, block.end) if known is None else known

    def _last_sentences(self, block: Block | None) -> tuple[tuple[int, int], ...]:
        """Return the sentence that ends a paragraph, and before a short one the one before it."""
        if block is None or block.kind not in ("paragraph", "quotation"):
            return ()
        parts = self._sentences(block)[-2:]
        short = bool(parts) and parts[-1][1] - parts[-1][0] <= _SHORT_SENTENCE
        return tuple(reversed(parts)) if short else tuple(parts[-1:])

    def _announcement(self, one: _List) -> tuple[int, int] | None:
        """Return the place of the words that announce the list as open questions, or None."""
        if len(one.items) == 1 and one.items[0].kind != "list_item":
            return None  # One question may be a heading like any other.
        items = [self._folded[item.start : item.end].strip() for item in one.items]
        heading = ((one.heading.start, one.heading.end),) if one.heading is not None else ()
        leads_on = self._leads_on(one.intro)
        if leads_on and self._is_past(one.intro):
            return None  # 裁判では次の点が争われた。
        for place in (*one.intros, *heading) if leads_on else (*heading, *one.intros):
            verdict = self._is_announced(self._folded[place[0] : place[1]], items)
            if verdict is not None:
                return place if verdict else None
        if self._are_questions(items) and not self._is_past(one.intro):
            start = one.items[0].start
            return one.intro or (heading[0] if heading else (start, start))
        return None

    def _is_announced(self, words: str, items: list[str]) -> bool | None:
        """Say whether ``words`` announce items as open or as known; None where as neither."""
        rules = self._rules
        surely = rules.announces_surely(words)
        if surely or rules.announces(words):
            if rules.informs(words):
                return _share(rules.is_question, items) >= _MOST
            if _share(rules.is_fact, items) >= _MOST:
                return False
            if surely and _share(rules.is_statement, items) < _MOST:
                return True
            return _share(rules.is_open, items) >= _MOST
        return False if rules.informs(words) else None

    def _are_questions(self, items: list[str]) -> bool:
        enough = len(items) >= _FEWEST_UNANNOUNCED
        return enough and _share(self._rules.is_question, items) >= _NEARLY_ALL

    def _leads_on(self, place: tuple[int, int] | None) -> bool:
        return place is not None and self._rules.leads_on(self._folded[place[0] : place[1]])

    def _is_past(self, place: tuple[int, int] | None) -> bool:
        return place is not None and self._rules.is_past(self._folded[place[0] : place[1]])

    def _running(self, used: set[tuple[int, int]]) -> list[FoundWatchPoint]:
        """Return the sentences of running text that ask, without those in ``used``."""
        found = []
        heading = ""
        announced = False
        for block in self._blocks:
            if block.kind == "heading":
                heading = self._text[block.start : block.end]
                over = self._folded[block.start : block.end]
                announced = self._rules.announces_surely(over)
            if block.kind != "paragraph" or (block.start, block.end) in used:
                continue
            found += [
                self._point(place, "sentence", heading)
                for place in self._sentences(block)
                if place not in used and self._asks(place, announced=announced)
            ]
        return found

    def _asks(self, place: tuple[int, int], *, announced: bool) -> bool:
        if place[1] - place[0] > _LONGEST_SENTENCE:
            return False
        words = self._folded[place[0] : place[1]]
        return self._rules.asks(words) or (announced and self._rules.asks_ahead(words))


def watch_points(
    text: str,
    blocks: tuple[Block, ...],
    rules: Rules,
    *,
    folded: str = "",
    parted: Parted | None = None,
) -> tuple[FoundWatchPoint, ...]:
    """Return the watch points of the article in the order of the text.

    ``folded`` is the folded text and ``parted`` the sentences of blocks by the start of the
    block, where they are known.
    """
    finder = _Finder(text, blocks, rules, folded=folded or fold(text), parted=parted or {})
    return finder.find()


def _share(test: Test, items: list[str]) -> float:
    return sum(test(item) for item in items) / len(items)
