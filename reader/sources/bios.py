"""Who wrote it, told in a few words at the end: a life is not part of the story."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.sources.furniture import Furniture
from reader.sources.wide import columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.sources.entries import Entry

_LAST = 4
_LONGEST = 400
_AFTER_NAME = re.compile(
    r"\s?(?:is|was|writes|works|has|covers|reports|teaches)\b|\s*[(（]|[\s\u3000]{1,2}\S|、|は"
)
_LABEL = 44


def find_bios(entries: Sequence[Entry]) -> None:
    """Mark the last lines of a story that tell of those whom a byline names."""
    writers = _writers(entries)
    if not writers:
        return
    looked = 0
    for place in range(len(entries) - 1, 0, -1):
        entry = entries[place]
        if entry.furniture is not None or entry.kind is not None:
            continue
        looked += 1
        if looked > _LAST:
            return
        before = entries[place - 1]
        if _tells_of(entry.body, writers):
            entry.furniture = Furniture("profile")
        elif _tells_of(before.body, writers) and columns(before.words) <= _LABEL:
            before.furniture = Furniture("profile")
        else:
            return


def _writers(entries: Sequence[Entry]) -> tuple[str, ...]:
    named = [entry.furniture.byline.author for entry in entries if entry.furniture]
    parts = [
        part.strip() for author in named for part in re.split(r", | and |、|・(?=\S{4})", author)
    ]
    return tuple(dict.fromkeys(part for part in parts if len(part) > 2))


def _tells_of(words: str, writers: Sequence[str]) -> bool:
    if len(words) > _LONGEST:
        return False
    return any(
        words.startswith(writer) and _AFTER_NAME.match(words, len(writer)) for writer in writers
    )
