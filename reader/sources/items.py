"""Lists, quotations, tables and marked headings: what a mark means beside its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.sources.entries import Entry, asks, is_headingish, names_a_list
from reader.sources.numbering import numbered_headings
from reader.sources.wide import columns

if TYPE_CHECKING:
    from collections.abc import Sequence

AROUND = frozenset({"aside", "caption", "reference", "image"})
"""The kinds of what stands around a story, or between two lines that belong together."""

_PLAIN_LEVEL = 2


def settle_marked(entries: list[Entry]) -> None:
    """Settle every line that has a mark, and tables."""
    story = [entry for entry in entries if entry.kind not in AROUND]
    _settle_tables(story)
    heads = _heading_signs(story)
    numbered = numbered_headings(story)
    for place, entry in enumerate(story):
        if entry.kind is None and entry.marker is not None:
            before = story[place - 1] if place else None
            after = story[place + 1] if place + 1 < len(story) else None
            if entry.marker.sort == "sign":
                _settle_sign(entry, before, after, heads=heads)
            else:
                _settle(entry, after, heads=place in numbered)


def set_levels(entries: Sequence[Entry]) -> None:
    """Give list items their depth by how far they are set in, run by run."""
    steps: list[int] = []
    for entry in entries:
        if entry.kind != "list_item" or entry.line.kind is not None:
            if entry.kind not in ("aside", "caption"):
                steps.clear()
            continue
        words = entry.line.words
        indent = columns(words[: len(words) - len(words.lstrip())].replace("\t", "    "))
        while steps and steps[-1] > indent:
            steps.pop()
        if not steps or steps[-1] < indent:
            steps.append(indent)
        entry.level = min(len(steps), 6)


def _settle_tables(story: list[Entry]) -> None:
    """Settle rows of cells: lines with tabs that come in twos or more, and lines in pipes."""
    for place, entry in enumerate(story):
        if entry.kind is not None:
            continue
        tabbed = "\t" in entry.words and entry.marker is None
        beside = story[max(0, place - 1) : place] + story[place + 1 : place + 2]
        if (tabbed and any("\t" in other.words for other in beside)) or (
            entry.words[0] == "|" and entry.words[-1] == "|" and entry.words.count("|") > 2
        ):
            entry.settle("table_row")


def _settle(entry: Entry, after: Entry | None, *, heads: bool) -> None:
    mark = entry.marker
    assert mark is not None
    if mark.sort == "quote":
        entry.settle("quotation", bare=True)
    elif mark.sort == "bullet":
        entry.settle("list_item", level=1, bare=True)
    elif mark.sort == "hash":
        entry.settle("heading", level=mark.number, bare=True)
    elif mark.sort in ("bracket", "frame"):
        _settle_framed(entry, after)
    elif heads:
        # A number is said when people speak of a section: it stays, as 第1章 does.
        entry.settle("heading", level=_PLAIN_LEVEL)
    else:
        entry.settle("list_item", level=1, bare=True)


def _settle_framed(entry: Entry, after: Entry | None) -> None:
    if not is_headingish(entry.body):
        entry.settle("paragraph")
    elif after is None:
        entry.settle("aside")
    else:
        entry.settle("heading", level=_PLAIN_LEVEL, bare=True)


def _heading_signs(story: Sequence[Entry]) -> frozenset[str]:
    """Return the signs that stand alone before running text: headings have them."""
    found = set()
    for before, entry, after in zip([None, *story], story, story[1:], strict=False):
        if entry.marker is None or entry.marker.sort != "sign" or _alike(entry, before):
            continue
        if after.sentence and not after.marker and is_headingish(entry.body):
            found.add(entry.marker.style)
    return frozenset(found)


def _settle_sign(
    entry: Entry, before: Entry | None, after: Entry | None, *, heads: frozenset[str]
) -> None:
    """Settle ■: lines that follow each other with the same sign are a list, one alone is a head.

    Where the sign has headed text before, a list of it may begin with a head and end with one.
    """
    assert entry.marker is not None
    follows, leads = _alike(entry, before), _alike(entry, after)
    heading = is_headingish(entry.body) and after is not None
    if follows or leads:
        again = entry.marker.style in heads and heading
        first = not follows and names_a_list(entry.body) and not asks(entry.body)
        heading = again and (first or (follows and not leads and _breaks_off(entry, before, after)))
    telling = any(other is not None and _tells(other) for other in (before, entry, after))
    if heading:
        entry.settle("heading", level=_PLAIN_LEVEL, bare=True)
    elif (follows or leads or not entry.sentence) and not (telling and entry.words[-1] == "。"):
        entry.settle("list_item", level=1, bare=True)
    else:
        entry.settle("paragraph", bare=True)


def _tells(entry: Entry) -> bool:
    """Say whether a line with a sign is a paragraph: columns begin each of theirs with ▼."""
    sign = entry.marker is not None and entry.marker.sort == "sign"
    return sign and entry.words.count("。") > 1


def _alike(entry: Entry, other: Entry | None) -> bool:
    if other is None or other.marker is None or entry.marker is None:
        return False
    if other.marker.sort != entry.marker.sort or other.marker.style != entry.marker.style:
        return False
    return entry.marker.sort == "sign" or abs(other.marker.number - entry.marker.number) == 1


def _breaks_off(entry: Entry, before: Entry | None, after: Entry | None) -> bool:
    """Say whether a line that carries on the marks of a list heads the text below it instead."""
    if before is None or after is None or not after.sentence or not is_headingish(entry.body):
        return False
    return (entry.gap and not before.gap) or (asks(before.body) and not asks(entry.body))
