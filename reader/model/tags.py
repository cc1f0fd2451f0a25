"""Tags as they are stored: the same word is the same tag, however it was typed."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 60
"""Code points of a tag; what is longer is cut."""

# Normal form KC would turn these kanji of names into other ones (U+FA10 into U+585A).
_NAME_KANJI = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f]+)")


def clean_tag(words: str) -> str:
    """Return a tag in its one form, or nothing where nothing is left of it.

    Width is made one (normal form KC, kanji of names apart), white space of any kind is one
    blank, signs that nobody sees and a number sign before it are dropped.
    """
    parts = _NAME_KANJI.split(words)
    parts[::2] = [unicodedata.normalize("NFKC", part) for part in parts[::2]]
    line = " ".join("".join(parts).split())
    seen = "".join(sign for sign in line if unicodedata.category(sign)[0] != "C")
    return seen.lstrip("# ")[:LONGEST].rstrip()


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return tags in their one form, each once, in order."""
    return tuple(dict.fromkeys(tag for tag in map(clean_tag, tags) if tag))


def merged_tags(
    wanted: Iterable[str], present: Iterable[str], expected: Iterable[str] | None
) -> tuple[str, ...]:
    """Return the tags that are wanted, with those that came elsewhere since ``expected``.

    ``present`` are stored now; None for ``expected`` lets the wanted ones replace them all.
    """
    kept = list(wanted)
    if expected is not None:
        before = set(expected)
        there = list(present)
        gone = before - set(there)
        kept = [tag for tag in kept if tag not in gone]
        kept += [tag for tag in there if tag not in before and tag not in kept]
    return tuple(kept)
