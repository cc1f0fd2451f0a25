"""Name the file of an article: safe on every system, stable, and never another's."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_CHARACTERS = 80
MOST_BYTES = 120

# Besides what a system refuses: # ^ [ ] break Obsidian's links.
_REFUSED = re.compile(r'[*"\\/<>:|?#^\[\]\x00-\x1f\x7f-\x9f]')
# Signs without width, or that turn the direction of what follows (U+202E: exe.gpj).
_UNSEEN = re.compile(
    r"[\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_NAMELESS = "article"
_CONSOLE = ("conin$", "conout$")
"""Reserved on Windows, and missed by pathvalidate."""


def file_name(
    title: str, article_id: str, *, suffix: str, owner: Callable[[str], str | None]
) -> str:
    """Name the file of an article by its title.

    ``owner`` tells whose file a name is: None when it is free, the id of the article that a
    file of ours is about, '' for any other file. A name that is not free and not this
    article's own gets a piece of its id; a foreign file is never named.
    """
    for name in candidates(title, article_id, suffix=suffix):
        if owner(name) in (None, article_id):
            return name
    return _named(article_id, suffix, article_id)


def candidates(title: str, article_id: str, *, suffix: str) -> tuple[str, ...]:
    """Return the names that an article's file may have, the best first."""
    marks = ("", article_id[:6], article_id)
    return tuple(_named(title, suffix, mark) for mark in marks)


def same_name(one: str, other: str) -> bool:
    """Say whether two names are one file where case and composition do not count."""
    return fold_name(one) == fold_name(other)


def fold_name(name: str) -> str:
    """Fold a name to what macOS and Windows compare."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _named(title: str, suffix: str, mark: str) -> str:
    from pathvalidate import sanitize_filename

    tail = f" {mark}{suffix}" if mark else suffix
    plain = _plain(title)
    room = MOST_BYTES - len(tail.encode())
    stem = _cut(plain, characters=MOST_CHARACTERS - len(tail), size=room) or _NAMELESS
    # A reserved name is one with any ending (AUX .tar), so it is judged before ours is put on.
    head, dot, rest = stem.partition(".")
    safe = sanitize_filename(head.strip(), platform="universal", replacement_text="")
    if safe.casefold() in _CONSOLE:
        safe += "_"
    stem = (safe or _NAMELESS) + dot + rest
    return stem + tail


def _plain(title: str) -> str:
    flat = _UNSEEN.sub("", _REFUSED.sub(" ", unicodedata.normalize("NFC", title)))
    return _trimmed(re.sub(r"\s+", " ", flat))


def _trimmed(name: str) -> str:
    return name.lstrip(" .-~").rstrip(" .")


def _cut(name: str, *, characters: int, size: int) -> str:
    """Cut ``name`` to fit, between whole characters as people see them."""
    length = min(len(name), characters)
    while len(name[:length].encode()) > size:
        length -= 1
    while 0 < length < len(name) and _joins(name[length - 1], name[length]):
        length -= 1
    return _trimmed(name[:length])


def _joins(before: str, after: str) -> bool:
    """Say whether the two belong to one character: marks, variation selectors, joined emoji."""
    if before == "\u200d" or after == "\u200d" or unicodedata.category(after)[0] == "M":
        return True
    return "\U0001f3fb" <= after <= "\U0001f3ff"
