"""Lists whose marks were lost: as many lines as were told, and lines that each begin with a day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.sources.dates import dates_in
from reader.sources.entries import INTRODUCES, Entry, asks, is_headingish, names_a_list
from reader.sources.numbering import count_told
from reader.sources.wide import columns, narrow

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_ITEM = 160
_FEWEST_DAYS, _MOST = 3, 12
_YEAR = re.compile(r"(?:c\. ?|約)?\d{4}(?:s|年代?)?(?:\s?[-–〜~]\s?\d{2,4}年?)?")
_CLOCK = re.compile(
    r"(?:午前|午後)?\d{1,2}(?::\d\d|時(?:\d{1,2}分)?)(?:\s?[-–〜~]\s?\d{1,2}:\d\d)?"
    r"(?: ?[AaPp]\.?[Mm]\b\.?)?"
)
_GAP = re.compile(
    r"(?:\s*\([^()]{1,8}\)|\s*\d{1,2}[:時]\d{2}分?)?(?:\s+(?![-–—]?\s*\d)|\s*[:：・|]\s*|\s+[-–—―]\s+|[–—―]\s?)(?=\S)"
)
_ASKS_HOW = re.compile(
    r"(?:whether|how|who|what|when|where|why|which|if|will|can|could|would|does|do|is|are|should)\b",
    re.IGNORECASE,
)
_ENDS_ALIKE = re.compile(r"(?:か(?:どうか)?|こと|点|もの|性|さ|ない)$")


def settle_counted(story: Sequence[Entry]) -> None:
    """Settle the lines below a sentence that tells how many points there are, or that they follow.

    As many lines as it tells must stand there, and be alike.
    """
    for place, entry in enumerate(story):
        if entry.kind is not None or not entry.sentence or entry.marker is not None:
            continue
        following = story[place + 1] if place + 1 < len(story) else None
        if following is None or following.kind is not None or following.marker is not None:
            continue
        told = count_told(_last_sentence(entry.words))
        points = _points(story, place + 1)
        if 1 < told < len(points) and all(point.words[-1] in "。." for point in points):
            # The next paragraph may begin as the points do (What …); a point cannot be told of.
            points = points[:told]
        if len(points) > 1 and (len(points) == told or _leads_on(entry.words, points)):
            for point in points:
                point.settle("list_item", level=1)


def settle_timelines(story: Sequence[Entry]) -> None:
    """Settle lines that each begin with a day or a year and tell what happened then."""
    run: list[Entry] = []
    before: Entry | None = None
    for entry in story:
        if entry.kind is None and _tells_when(entry.words):
            run.append(entry)
            continue
        _settle_run(run, before)
        run, before = [], entry
    _settle_run(run, before)


def _settle_run(run: Sequence[Entry], before: Entry | None) -> None:
    headed = before is not None and is_headingish(before.body) and names_a_list(before.body)
    if len(run) >= (2 if headed else _FEWEST_DAYS):
        for entry in run:
            entry.settle("list_item", level=1)


def _tells_when(words: str) -> bool:
    """Say whether a line begins with a date that is set off from what follows."""
    plain = narrow(words[:80])
    year = _YEAR.match(plain)
    clock = _CLOCK.match(plain)
    ends = [match.end() for match in (year, clock) if match]
    first = next(dates_in(plain), None)
    if first is not None and first.start == 0:
        ends.append(max(first.end, first.time_end))
    return any(_GAP.match(plain, end) is not None for end in ends)


def _points(story: Sequence[Entry], first: int) -> list[Entry]:
    """Return the short lines from ``first`` on that are alike: all ask, or all end alike."""
    points: list[Entry] = []
    for entry in story[first : first + _MOST]:
        if entry.kind is not None or entry.marker is not None:
            break
        if columns(entry.words) > _LONGEST_ITEM or (points and not _alike(points[0], entry)):
            break
        points.append(entry)
    return points


def _alike(one: Entry, other: Entry) -> bool:
    first, second = (entry.words.rstrip("。.?？") for entry in (one, other))
    if (one.words[-1] in "。.") != (other.words[-1] in "。."):
        return False
    if one.words[-1] in "。.":
        asking = _ASKS_HOW.match(first) and _ASKS_HOW.match(second)
        return bool(asking) or (asks(one.words) and asks(other.words))
    ends = _ENDS_ALIKE.search(first), _ENDS_ALIKE.search(second)
    return bool(ends[0]) == bool(ends[1])


def _leads_on(words: str, points: Sequence[Entry]) -> bool:
    """Say whether a sentence announces what follows it, which is no running text."""
    last = _last_sentence(words)
    leads = last.rstrip()[-1] in ":：" or bool(INTRODUCES.search(last))
    return leads and not any(point.sentence for point in points)


def _last_sentence(words: str) -> str:
    return re.split(r"(?<=[。.])\s*(?=\S)", words)[-1]
