"""Make the text of a revision from a decoded source: frozen, because every position counts on it.

A text is made once and stored; highlights, notes and receipts are offsets into it. So what
this module does to a character may never change. If it must, ``TEXT_VERSION`` goes up, old
revisions keep the text they have, and new ones get the new making.

Version 1: line ends of every kind become a line feed; byte order marks, NUL and lone
surrogates are taken out; the rest is brought to NFC, except CJK compatibility ideographs,
whose NFC is another character (塚 U+FA10 would become U+585A, another way to write a name);
lines of nothing but white space are dropped; every other line stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

TEXT_VERSION = 1

_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]+")
_COMPATIBILITY_IDEOGRAPHS = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f]+)")
_UNWANTED = {0x0: None, 0xFEFF: None}


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the text; ``gap`` says that blank lines stood before it in the source."""

    words: str
    gap: bool = False


def make_text(source: str) -> str:
    """Return the text of a plain source; making the text of a text changes nothing."""
    return "\n".join(line.words for line in source_lines(source))


def source_lines(source: str) -> list[SourceLine]:
    """Return the lines of the text, with the blank lines that stood between them."""
    lines: list[SourceLine] = []
    gap = False
    for words in clean(source).split("\n"):
        if words and not words.isspace():
            lines.append(SourceLine(words, gap and bool(lines)))
            gap = False
        else:
            gap = True
    return lines


def clean(source: str) -> str:
    """Return ``source`` with uniform line ends, in NFC, without what no text may hold."""
    if _SURROGATES.search(source):
        # Halves of a pair that stand together are one character; the others are none.
        source = source.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    plain = _LINE_ENDS.sub("\n", source).translate(_UNWANTED)
    if unicodedata.is_normalized("NFC", plain):
        return plain
    if not _COMPATIBILITY_IDEOGRAPHS.search(plain):
        return unicodedata.normalize("NFC", plain)
    parts = _COMPATIBILITY_IDEOGRAPHS.split(plain)
    parts[::2] = [unicodedata.normalize("NFC", part) for part in parts[::2]]
    return "".join(parts)
