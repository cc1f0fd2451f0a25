"""The head, the middle and the foot of an article, and what stands there around the story."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from reader.sources.entries import Entry, is_sentence
from reader.sources.furniture import Furniture, Zone, furniture_of, item_part
from reader.sources.page_words import opens_links
from reader.sources.references import is_reference_label
from reader.sources.wide import columns, narrow

if TYPE_CHECKING:
    from collections.abc import Sequence

_LAST_ABOVE = 4
_NOTES = re.compile(r"[注註]|[注註]記|脚注|注釈|(?:end|foot)?notes?", re.IGNORECASE)
_CONTACT = re.compile(r"問い?合わ?せ|連絡先|contact", re.IGNORECASE)
_PAIR = re.compile(r"[^\s:]{1,12}\s?:\s?\S")
_STANDFIRST, _CHRONICLE = 8, 2


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
            entry.furniture = look(entry, zone=zone)
        elif entry.line.kind != "title":
            label = entry.line.kind != "list_item" and is_reference_label(entry.body)
            entry.furniture = (
                furniture_of(entry.body, zone="story") if label else item_part(entry.body)
            )

    _find_notes(entries)
    _spare_decorated(entries[head:])
    _spare_chronicle(entries[head:foot])


def _find_notes(entries: Sequence[Entry]) -> None:
    """Take a line that says 注 or Notes, before numbered lines, for the head of references."""
    for entry, following in itertools.pairwise(entries):
        numbered = following.marker is not None and following.marker.sort == "number"
        if entry.kind in (None, "heading") and numbered and _NOTES.fullmatch(entry.body):
            entry.furniture = Furniture("reference_label")


def _spare_decorated(story: Sequence[Entry]) -> None:
    """Leave a heading that says what the foot of a page says (■会社概要) to its text."""
    for entry, following in itertools.pairwise(story):
        if entry.role != "page" or entry.marker is None or not entry.marker.heads:
            continue
        if following.furniture is not None or _CONTACT.search(entry.body):
            continue
        if following.sentence or _PAIR.match(narrow(following.words)):
            entry.furniture = None


def _spare_chronicle(story: Sequence[Entry]) -> None:
    """Leave dates that head the paragraphs of a chronicle in the story."""
    days = [
        entry for entry, following in itertools.pairwise(story)
        if entry.role == "date" and following.sentence and entry.furniture == Furniture("date")
    ]  # fmt: skip
    if len(days) > 1:
        for entry in days:
            entry.furniture = None


def look(entry: Entry, *, zone: Zone) -> Furniture | None:
    """Say what a line is on its own, as ``furniture_of``, looking once."""
    if zone not in entry.looks:
        entry.looks[zone] = furniture_of(entry.words, zone=zone)
    return entry.looks[zone]


def head_end(entries: Sequence[Entry]) -> int:
    """Return the place of the first running text."""
    for place, entry in enumerate(entries):
        if entry.sentence and not (entry.marker and entry.marker.sort == "bullet"):
            if entry.line.kind is None and look(entry, zone="story"):
                continue
            if not _may_be_title(entries, place):
                return _behind_standfirst(entries, place)
    return len(entries)


def _behind_standfirst(entries: Sequence[Entry], place: int) -> int:
    """Return where the story begins: ``place``, or behind the page that stands below its gist.

    Some sites set a sentence between the title and the lines that tell when and by whom.
    """
    end = place
    for later in range(place + 1, min(place + _STANDFIRST, len(entries))):
        entry = entries[later]
        if entry.sentence and look(entry, zone="story") is None:
            break
        found = look(entry, zone="head")
        if found is not None and found.role in ("date", "byline"):
            end = later + 1
    days = sum(
        entry.sentence and look(before, zone="story") == Furniture("date")
        for before, entry in itertools.pairwise(entries[place:])
    )
    return end if days < _CHRONICLE else place


def _may_be_title(entries: Sequence[Entry], place: int) -> bool:
    """Say whether running text is short, and only what stands above titles stands above it."""
    above = (look(entry, zone="head") for entry in entries[:place])
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
