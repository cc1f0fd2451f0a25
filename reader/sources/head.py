"""What stands around a title: menus above it, names and labels between it and the story."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.sources.entries import Entry, names_a_list
from reader.sources.furniture import Furniture
from reader.sources.names import is_office
from reader.sources.page_words import is_kicker
from reader.sources.wide import columns
from reader.sources.writers import head_byline
from reader.sources.zones import head_end

if TYPE_CHECKING:
    from collections.abc import Sequence

_LABEL, _LATIN_LABEL = 14, 24
_NOUNS = 26
_TITLE, _HEAD = 20, 8
_SIGNS = re.compile('[。、？！?!「『“"…]')
_HIRAGANA = re.compile("[\u3041-\u3096]")
# Headings that an article may well begin with.
_BEGINNINGS = re.compile(
    r"(?:はじめに|序(?:論|章|文)?|まえがき|前書き|要[旨約点]|概[要略]|背景|サマリー|リード|導入"
    r"|問題の所在|目的"
    r"|introduction|overview|background|abstract|preface|prologue|in brief|in short|key .+|why .+"
    r"|what .+|how .+|the .+)$",
    re.IGNORECASE,
)
_ROLES = frozenset({"date", "byline", "page", "kicker", "tags", "breadcrumb"})


def is_label(words: str) -> bool:
    """Say whether words are as short and bare as the points of a menu or the name of a site."""
    if _SIGNS.search(words):
        return False
    parts = re.split(r"\s*[|｜]\s*", words)
    if len(parts) > 1:
        return all(part and is_label(part) for part in parts)
    if words.isascii():
        return columns(words) <= _LATIN_LABEL and words.count(" ") < 3
    return columns(words) <= _LABEL


def better_title(title: Entry, head: Sequence[Entry]) -> Entry:
    """Return the line of the head that is more of a title than ``title``, a mere label, is."""
    behind = head[head.index(title) + 1 :]
    section, bar, rest = title.words.partition("|")
    if bar and is_kicker(section) and behind and _may_be_title(behind[0], columns(rest)):
        return behind[0]
    column = title.marker is not None and title.marker.sort == "bracket"
    if column and columns(title.body) <= _LABEL and behind and _may_be_title(behind[0], _HEAD):
        return behind[0]  # ＜風紋＞ is the name of a column
    if not is_label(title.words):
        return title
    least = max(_TITLE, columns(title.words) * 3 // 2)
    return next((entry for entry in behind if _may_be_title(entry, least)), title)


def _may_be_title(entry: Entry, least: int) -> bool:
    if entry.furniture is not None or columns(entry.words) < least:
        return False
    if least > _HEAD and is_label(entry.words):
        return False
    if entry.marker is not None and not entry.marker.heads:
        return False
    return entry.words[0] not in "―—─〜～~‐-–(（" and head_byline(entry.words) is None


def settle_head(entries: Sequence[Entry]) -> None:
    """Settle what is between the title and the story, where a page put its own things there."""
    titled = next((place for place, entry in enumerate(entries) if entry.kind == "title"), None)
    if titled is None:
        return
    end = head_end(entries)
    if not any(entry.role in _ROLES for entry in entries[:end]):
        return
    for place, entry in enumerate(entries[titled + 1 : end], start=titled + 1):
        if entry.kind is not None or entry.furniture is not None or entry.line.kind is not None:
            continue
        named = head_byline(entry.words)
        if named is not None:
            entry.furniture = Furniture("byline", named)
        elif _is_page(entry) and not (place == end - 1 and _may_head(entry)):
            entry.furniture = Furniture("page")


def _may_head(entry: Entry) -> bool:
    """Say whether the last line before the story may head it, bare as it is (冒頭発言)."""
    words = entry.words
    return (
        entry.marker is None
        and not words.isascii()
        and not _HIRAGANA.search(words)
        and columns(words) >= _HEAD
        and not is_office(words)
    )


def _is_page(entry: Entry) -> bool:
    words = entry.words
    if _BEGINNINGS.match(words) or names_a_list(words):
        return False
    if entry.marker is not None:
        if entry.marker.sort == "bullet":
            return words.count(" ") < 3 and words[1:].isascii() and words[0] in "·∙•"
        return entry.marker.sort == "bracket" and words[0] == "["
    if is_label(words) or is_office(words):
        return True
    return columns(words) <= _NOUNS and not _HIRAGANA.search(words) and not _SIGNS.search(words)
