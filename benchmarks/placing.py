"""Judge where passages are placed in a later revision by what is known to have become of them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from benchmarks.highlighting import passages
from benchmarks.revising import narrow, pair
from reader.annotation.anchors import describe, place_all
from reader.model.annotations import Placement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from benchmarks.highlighting import Passage
    from benchmarks.revising import Pair, Story
    from reader.model.annotations import Anchor

    Placer = Callable[[list[Anchor], Pair], Iterable[Placement]]

Kind = Literal["surviving", "repeated", "moved", "edited", "reworded", "deleted"]
KINDS: tuple[Kind, ...] = ("surviving", "repeated", "moved", "edited", "reworded", "deleted")
SURVIVING: tuple[Kind, ...] = ("surviving", "repeated", "moved")
Outcome = Literal["right", "right but doubtful", "elsewhere, doubtful", "elsewhere", "lost"]

HALF = 0.5
"""Share of a passage that must be left in one place for it to be an edited one."""
_WIDEST = 2
"""One place is no longer than so many times the passage."""
OVERLAP = 0.5
"""Shared part of two ranges (of what both cover together) that makes them the same place."""


@dataclass(frozen=True, slots=True)
class Truth:
    """What became of a passage: its kind, and its ranges in the later text.

    There are several ranges where it was torn into parts of the same size, or where its words
    stand several times in what was written in its stead; none where it was deleted.
    """

    kind: Kind
    ranges: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """A passage, what became of it, and where it was placed."""

    words: str
    truth: Truth
    placed: Placement
    outcome: Outcome
    there: str
    """The words at the true place."""
    shown: str
    """The words at the place that was found."""


@dataclass(slots=True)
class Tally:
    """How often each outcome was seen for each kind of passage."""

    counts: Counter[tuple[Kind, Outcome]] = field(default_factory=Counter)

    def add(self, judged: Iterable[Judged]) -> None:
        """Count what was judged."""
        self.counts.update((one.truth.kind, one.outcome) for one in judged)

    def of(self, kinds: Iterable[Kind], *outcomes: Outcome) -> int:
        """Count the passages of some kinds, with some outcomes or all."""
        wanted = set(kinds)
        return sum(
            number
            for (kind, outcome), number in self.counts.items()
            if kind in wanted and (not outcomes or outcome in outcomes)
        )

    def share(self, kinds: Iterable[Kind], *outcomes: Outcome) -> float:
        """Return the share of the outcomes in percent, 0 where there is nothing to share."""
        kinds = tuple(kinds)
        return 100 * self.of(kinds, *outcomes) / (self.of(kinds) or 1)


def judge(story: Story, *, each: int, how: str = "ours") -> Iterator[tuple[str, Judged]]:
    """Place passages of every revision in every later one; yield the pair's name with each."""
    for old, new in story.pairs():
        known = pair(story, old, new)
        # The seed is that of the old text: it is highlighted once, and followed on.
        drawn = passages(known.old, each, seed=f"{story.name} {old}")
        for judged in judge_pair(known, drawn, PLACERS[how]):
            yield f"{story.name} {old + 1} to {new + 1}", judged


def judge_pair(pair_: Pair, drawn: list[Passage], placer: Placer) -> Iterator[Judged]:
    """Place passages of one text in the other, all at once as a library does."""
    anchors = [describe(pair_.old, one.start, one.end) for one in drawn]
    for one, placed in zip(drawn, placer(anchors, pair_), strict=True):
        truth = truth_of(pair_, one)
        yield Judged(
            pair_.old[one.start : one.end],
            truth,
            placed,
            _outcome(truth, placed),
            " / ".join(pair_.new[slice(*one)] for one in truth.ranges),
            pair_.new[placed.start : placed.end],
        )


def _ours(anchors: list[Anchor], pair_: Pair) -> Iterable[Placement]:
    return place_all(anchors, pair_.new, old_text=pair_.old)


def _without_old_text(anchors: list[Anchor], pair_: Pair) -> Iterable[Placement]:
    return place_all(anchors, pair_.new)


def _first_match(anchors: list[Anchor], pair_: Pair) -> Iterator[Placement]:
    for anchor in anchors:
        at = pair_.new.find(anchor.exact)
        if at < 0:
            yield Placement(0, 0, "lost")
        else:
            yield Placement(at, at + len(anchor.exact), "anchored")


PLACERS: dict[str, Placer] = {
    "ours": _ours,
    "old text unknown": _without_old_text,
    "first exact match": _first_match,
}


def truth_of(pair_: Pair, passage: Passage) -> Truth:
    """Say what became of a passage, by the numbers of its letters. White space is no letter."""
    start, end = passage.start, passage.end
    letters = [at for at in range(start, end) if not pair_.old[at].isspace()]
    went = [to for at in letters if (to := pair_.went[at]) is not None]
    if len(went) == len(letters) and _together(pair_.new, went):
        return Truth(_surviving(pair_, passage, letters), ((went[0], went[-1] + 1),))
    if again := _again(pair_, passage, letters):
        return Truth("reworded", again)
    best = _longest(went, _WIDEST * (end - start))
    if not best or len(best[0]) < HALF * len(letters):
        return Truth("deleted")
    return Truth("edited", tuple((one[0], one[-1] + 1) for one in best))


def _again(pair_: Pair, passage: Passage, letters: list[int]) -> tuple[tuple[int, int], ...]:
    """Return where the very words stand in what was written in their stead."""
    heirs = frozenset[int]().union(*(pair_.heirs[at] for at in letters))
    words = narrow(pair_.old[passage.start : passage.end])
    places = (match.start() for match in re.finditer(re.escape(words), narrow(pair_.new)))
    ranges = ((place, place + len(words)) for place in places)
    return tuple(one for one in ranges if heirs.issuperset(range(*one)))


def _surviving(pair_: Pair, passage: Passage, letters: list[int]) -> Kind:
    if any(pair_.moved[at] for at in letters):
        return "moved"
    words = pair_.old[passage.start : passage.end]
    return "repeated" if max(pair_.old.count(words), pair_.new.count(words)) > 1 else "surviving"


def _together(text: str, went: list[int]) -> bool:
    """Say whether letters stand one after the other, with white space between at most."""
    return all(
        before < after and not text[before + 1 : after].strip() for before, after in pairwise(went)
    )


def _longest(went: list[int], widest: int) -> list[list[int]]:
    """Return the most letters that stand in their order within a place so wide; several if even."""
    best: list[list[int]] = []
    for first, begun in enumerate(went):
        taken = [begun]
        for to in went[first + 1 :]:
            if taken[-1] < to < begun + widest:
                taken.append(to)
        if not best or len(taken) > len(best[0]):
            best = [taken]
        elif len(taken) == len(best[0]):
            best.append(taken)
        if len(best[0]) > len(went) - first - 1:
            break
    return best


def _outcome(truth: Truth, placed: Placement) -> Outcome:
    if placed.state == "lost":
        return "lost"
    if _is_right(truth, placed):
        return "right" if placed.state == "anchored" else "right but doubtful"
    return "elsewhere" if placed.state == "anchored" else "elsewhere, doubtful"


def _is_right(truth: Truth, placed: Placement) -> bool:
    """Say whether a place is the true one: to the letter, or for edited ones mostly."""
    if truth.kind != "edited":
        return (placed.start, placed.end) in truth.ranges
    return any(
        min(end, placed.end) - max(start, placed.start)
        >= OVERLAP * (max(end, placed.end) - min(start, placed.start))
        for start, end in truth.ranges
    )
