"""The title of an article, found among what stands at its head."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.sources.captions import heads_pictures
from reader.sources.head import better_title
from reader.sources.names import is_office, is_outlet
from reader.sources.zones import head_end, is_short_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.sources.entries import Entry

_NEVER_TITLE = frozenset({"separator", "breadcrumb", "tags", "page", "links", "reference"})
_SITE = re.compile(r"\s+[|｜–—-]\s+")
_LONGEST = 240


def find_title(entries: list[Entry]) -> None:
    """Settle the title: the first line of the head that can be one."""
    if any(entry.kind == "title" for entry in entries):
        _drop_repeated_title(entries)
        return
    head = [entry for entry in entries[: head_end(entries)] if entry.kind is None]
    title = _title_of(head) or _short_first_sentence(entries)
    if title is None:
        return
    title = _without_site(title, head)
    if title in head:
        title = better_title(title, head)
    title.furniture = None
    title.settle("title", bare=title.marker is not None and title.marker.heads)
    for entry in head:
        if entry is title:
            break
        if entry.role != "caption":
            entry.settle("aside")
    _drop_repeated_title(entries)


def _title_of(head: Sequence[Entry]) -> Entry | None:
    fallback: Entry | None = None
    last = max((place for place, entry in enumerate(head) if entry.furniture is None), default=-1)
    for place, entry in enumerate(head):
        if entry.marker is not None and entry.marker.sort in ("bullet", "quote"):
            continue
        if len(entry.words) > _LONGEST or entry.role in _NEVER_TITLE:
            continue
        if entry.role == "caption" and heads_pictures(entry.words):
            return entry
        if place < last and is_office(entry.words):
            continue
        if entry.furniture is None or (place == 0 and _names_a_person_only(entry)):
            return entry
        fallback = fallback or entry
    return fallback


def _without_site(title: Entry, head: Sequence[Entry]) -> Entry:
    """Return the line that is the title alone, where the first has the site's name behind it."""
    bare = _SITE.split(title.words)[0]
    same = (entry for entry in head if entry.words == bare and entry is not title)
    return next(same, title)


def _names_a_person_only(entry: Entry) -> bool:
    """Say whether the very first line looks like a byline: no page begins with one."""
    return (
        entry.role == "byline"
        and not is_outlet(entry.words)
        and not entry.words.lower().startswith("by ")
    )


def _short_first_sentence(entries: Sequence[Entry]) -> Entry | None:
    """Return a first line that ends with a stop and may yet be the title."""
    story = [entry for entry in entries[:4] if entry.furniture is None and entry.kind is None]
    return story[0] if len(story) > 1 and is_short_title(story[0]) else None


def _drop_repeated_title(entries: Sequence[Entry]) -> None:
    """Settle what only says the title again, with or without the name of the site."""
    title = next(entry for entry in entries if entry.kind == "title")
    said = {title.words[title.start : title.end], title.words}
    said |= {_SITE.split(words)[0] for words in said}
    for entry in entries:
        again = entry.words in said or _SITE.split(entry.words)[0] in said
        if again and entry is not title and entry.kind in (None, "heading") and not entry.sentence:
            entry.settle("aside")
