"""Numbers before lines: which of them count headings, and which the items of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.sources.entries import INTRODUCES, Entry, asks, is_headingish, names_a_list
from reader.sources.wide import narrow

if TYPE_CHECKING:
    from collections.abc import Sequence

_COUNTED = re.compile(
    r"(?P<n>\d{1,2}|[二三四五六七八九十]|\b(?:two|three|four|five|six|seven|eight|nine|ten)\b)\s?"
    r"(?:つ|点|項目|か条|カ条|本柱|段階|(?: \w+){0,2} ?(?:things|questions|points|issues|reasons"
    r"|steps|ways"
    r"|tests|takeaways|factors|areas|priorities|problems|elements|parts|goals|aims|conditions"
    r"|demands))",
    re.IGNORECASE,
)
_WORDS = "two three four five six seven eight nine ten".split()
_KANJI = "二三四五六七八九十"


@dataclass(slots=True)
class _Run:
    """Lines of one style whose numbers follow each other.

    ``loose`` counts those with text between them, ``tight`` those with nothing between; points
    that are set in between two lines speak for neither.
    """

    places: list[int] = field(default_factory=list)
    number: int = 0
    loose: int = 0
    tight: int = 0


def numbered_headings(story: Sequence[Entry]) -> frozenset[int]:
    """Return the places of the numbered lines that head what follows them."""
    headings: set[int] = set()
    for runs in _runs(story).values():
        for run in runs:
            if _heads(run, story):
                headings.update(place for place in run.places if is_headingish(story[place].body))
    return frozenset(headings)


def count_told(words: str) -> int:
    """Return how many points a sentence says that there are (三つの課題, three questions), or 0."""
    found = [_value(match["n"].lower()) for match in _COUNTED.finditer(narrow(words))]
    return found[-1] if found else 0


def _value(written: str) -> int:
    if written.isdecimal():
        return int(written)
    row: Sequence[str] = _KANJI if written in _KANJI else _WORDS
    return row.index(written) + 2


def _runs(story: Sequence[Entry]) -> dict[str, list[_Run]]:
    found: dict[str, list[_Run]] = {}
    for place, entry in enumerate(story):
        mark = entry.marker
        if mark is None or mark.sort != "number" or entry.kind not in (None, "list_item"):
            continue
        runs = found.setdefault(mark.style, [])
        run = _continued(runs, place, story)
        if run is None:
            run = _Run()
            runs.append(run)
        elif run.places[-1] == place - 1:
            run.tight += 1
        elif not _is_set_in(run.places[-1], place, story):
            run.loose += 1
        run.places.append(place)
        run.number = mark.number
    return found


def _continued(runs: Sequence[_Run], place: int, story: Sequence[Entry]) -> _Run | None:
    """Return the run that a line carries on: the nearest, or the headings around a list."""
    mark = story[place].marker
    assert mark is not None
    fitting = [run for run in runs[-4:] if run.number == mark.number - 1]
    if len(fitting) > 1 and _breaks_off(place, story):
        return next((run for run in fitting if run.loose or len(run.places) == 1), fitting[-1])
    return fitting[-1] if fitting else None


def _is_set_in(before: int, place: int, story: Sequence[Entry]) -> bool:
    """Say whether nothing but points below the first line stands between two lines."""
    indent = _indent(story[before])
    return all(
        entry.marker is not None and _indent(entry) > indent for entry in story[before + 1 : place]
    )


def _indent(entry: Entry) -> int:
    return len(entry.line.words) - len(entry.line.words.lstrip())


def _heads(run: _Run, story: Sequence[Entry]) -> bool:
    entries = [story[place] for place in run.places]
    last = run.places[-1] + 1
    if last >= len(story) and len(run.places) == 1:
        return False
    if sum(is_headingish(entry.body) for entry in entries) * 2 <= len(entries):
        return False
    first = run.places[0]
    before = story[first - 1] if first else None
    if len(entries) == 1:
        return entries[0].marker is not None and (
            entries[0].marker.number != 1 or not _introduces(before)
        )
    return run.loose > run.tight and not _lists(before, len(entries))


def _lists(before: Entry | None, count: int) -> bool:
    """Say whether the line before numbered lines makes them a list, though they are explained."""
    if before is None or before.kind == "title":
        return False
    if before.sentence:
        return count_told(before.words) == count
    return names_a_list(before.body) and is_headingish(before.body)


def _breaks_off(place: int, story: Sequence[Entry]) -> bool:
    """Say whether a line that carries on the marks of a list heads the text below it instead."""
    entry = story[place]
    before = story[place - 1] if place else None
    after = story[place + 1] if place + 1 < len(story) else None
    if before is None or after is None or not after.sentence or not is_headingish(entry.body):
        return False
    return (entry.gap and not before.gap) or (asks(before.body) and not asks(entry.body))


def _introduces(before: Entry | None) -> bool:
    """Say whether what stands before a first number makes it a list: a head, or a sentence."""
    if before is None:
        return False
    if before.kind == "heading" or (before.kind is None and is_headingish(before.words)):
        return names_a_list(before.words) or before.marker is not None
    return bool(INTRODUCES.search(before.words)) or before.words[-1] in ":："
