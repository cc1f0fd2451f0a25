"""The head, the middle and the foot of an article, and what stands there around the story."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from reader.sources.entries import Entry, is_sentence
from reader.sources.furniture import Furniture, Zone, furniture_of, page_part
from reader.sources.page_words import opens_links
from reader.sources.references import is_reference_label
from reader.sources.wide import columns

if TYPE_CHECKING:
    from collections.abc import Sequence

_LAST_ABOVE = 4


def find_furniture(entries: list[Entry]) -> None:
    """Look at each line on its own; only the head and the foot are looked at with suspicion."""
    head, foot = head_end(entries), foot_start(entries)
    for place, entry in enumerate(entries):
        if entry.line.kind not in (None, "heading", "title", "list_item"):
            continue
        if entry.line.kind is None and not (
            entry.marker and entry.marker.sort in ("bullet", "number")
        ):
            zone: Zone = "head" if place < head else "story" if place < foot else "foot"
            entry.furniture = furniture_of(entry.words, zone=zone)
        elif entry.line.kind != "title":
            label = entry.line.kind != "list_item" and is_reference_label(entry.body)
            entry.furniture = (
                furniture_of(entry.body, zone="story") if label else page_part(entry.body)
            )

    _spare_chronicle(entries[head:foot])


def _spare_chronicle(story: Sequence[Entry]) -> None:
    """Leave dates that head the paragraphs of a chronicle in the story."""
    days = [
        entry for entry, following in itertools.pairwise(story)
        if entry.role == "date" and following.sentence and entry.furniture == Furniture("date")
    ]  # fmt: skip
    if len(days) > 1:
        for entry in days:
            entry.furniture = None


def head_end(entries: Sequence[Entry]) -> int:
    """Return the place of the first running text."""
    for place, entry in enumerate(entries):
        if entry.sentence and not (entry.marker and entry.marker.sort == "bullet"):
            if entry.line.kind is None and furniture_of(entry.words, zone="story"):
                continue
            if not _may_be_title(entries, place):
                return place
    return len(entries)


def _may_be_title(entries: Sequence[Entry], place: int) -> bool:
    """Say whether running text is short, and only what stands above titles stands above it."""
    above = (furniture_of(entry.words, zone="head") for entry in entries[:place])
    first = place < _LAST_ABOVE and all(above)
    return first and place + 1 < len(entries) and is_short_title(entries[place])


def foot_start(entries: Sequence[Entry]) -> int:
    """Return the place behind the last running text, or list that belongs to the story."""
    end, elsewhere = 0, False
    for place, entry in enumerate(entries):
        if is_story(entry):
            end, elsewhere = place + 1, False
        elif opens_links(entry.words) or is_reference_label(entry.words):
            elsewhere = True
        elif not elsewhere and (entry.kind == "list_item" or _is_item(entry)):
            end = place + 1
    return end


def _is_item(entry: Entry) -> bool:
    return entry.marker is not None and entry.marker.sort in ("bullet", "number")


def is_short_title(entry: Entry) -> bool:
    """Say whether a line that ends with a stop is short enough for a title."""
    words = entry.words
    bare = words.rstrip("。．.")
    return entry.marker is None and bare != words and columns(words) <= 60 and not is_sentence(bare)


def is_story(entry: Entry) -> bool:
    """Say whether a line is running text of the story."""
    if entry.role in ("page", "links", "reference"):
        return False
    return entry.sentence and (entry.words[-1] in "。」" or columns(entry.words) > 50)
