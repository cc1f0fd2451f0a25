"""Find a quotation in a text that may have changed: the exact words first, then like words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from reader.annotation.difference import common_prefix, common_suffix
from reader.annotation.folding import Folded, fold
from reader.model.annotations import CONTEXT, Anchor

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 2_000
"""Occurrences looked at: 'の' stands thousands of times in a long text."""
_CLOSELY = 32
_ALIKE = 0.6
"""Least likeness of words that are shown as perhaps the passage."""
_LONG = 256
"""Longer quotations are looked for by their two ends."""

TELLING = 24
"""Weight of a quotation that vouches for itself."""


@dataclass(frozen=True, slots=True)
class Found:
    """A range where the words stand, and how like its surroundings are to the quote's (0-1)."""

    start: int
    end: int
    context: float


def weight(words: str) -> int:
    """Weigh how much a quotation tells: a wide character says about as much as two narrow."""
    return 2 * len(words) - len(words.encode("ascii", "ignore"))


def occurrences(anchor: Anchor, text: str, folded: Folded | None = None) -> list[Found]:
    """Find the exact words in ``text``, best context first.

    With ``folded`` (of ``text``), find the words as they are but for width and white space.
    """
    places = _exactly(anchor.exact, text) if folded is None else _folded(anchor.exact, folded)
    spans = list(islice(places, _MOST))
    if len(spans) > _CLOSELY:
        spans.sort(key=lambda span: -len("".join(touching(anchor, text, *span))))
        del spans[_CLOSELY:]
    found = [Found(start, end, context_at(anchor, text, start, end)) for start, end in spans]
    return sorted(found, key=lambda one: (-one.context, abs(one.start - anchor.start)))


def context_at(anchor: Anchor, text: str, start: int, end: int) -> float:
    """Say how like the words around ``[start, end)`` are to those around the quote."""
    before, after = sides_at(anchor, text, start, end)
    most = len(anchor.prefix) + len(anchor.suffix)
    if not most:
        return 0.0 if start or end < len(text) else 1.0
    return (before * len(anchor.prefix) + after * len(anchor.suffix)) / most


def sides_at(anchor: Anchor, text: str, start: int, end: int) -> tuple[float, float]:
    """Say how like the words before ``[start, end)`` are to the prefix, and after to the suffix."""
    from rapidfuzz.distance import Indel

    before = text[max(0, start - CONTEXT) : start]
    after = text[end : end + CONTEXT]
    return (
        Indel.normalized_similarity(anchor.prefix, before),
        Indel.normalized_similarity(anchor.suffix, after),
    )


def touching(anchor: Anchor, text: str, start: int, end: int) -> tuple[str, str]:
    """Return the parts of prefix and suffix that touch ``[start, end)`` unbroken.

    Where the texts begin and end, a line does.
    """
    prefix, before = _begun(anchor.prefix), _begun(text[max(0, start - CONTEXT) : start])
    suffix, after = _ended(anchor.suffix), _ended(text[end : end + CONTEXT])
    most, least = min(len(prefix), len(before)), min(len(suffix), len(after))
    head = common_suffix(prefix, len(prefix), before, len(before), limit=most)
    tail = common_prefix(suffix, 0, after, 0, limit=least)
    return prefix[len(prefix) - head :], suffix[:tail]


def lines_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range of the whole lines that ``[start, end)`` stands in."""
    tail = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, tail if tail >= 0 else len(text)


def _begun(words: str) -> str:
    return words if len(words) == CONTEXT else "\n" + words


def _ended(words: str) -> str:
    return words if len(words) == CONTEXT else words + "\n"


def likest(anchor: Anchor, text: str) -> tuple[int, int] | None:
    """Find the words most like the quote and its surroundings, or None if none are like it."""
    ranges = [_whole(anchor, text)] if len(anchor.exact) <= _LONG else [_by_ends(anchor, text)]
    bare = _aligned(anchor.exact, text) if len(anchor.exact) <= _LONG else None
    best: tuple[float, int, int] | None = None
    for span in (*ranges, bare):
        if span is None or span[0] >= span[1]:
            continue
        score = _likeness(anchor, text, *span)
        if score >= _ALIKE and (best is None or score > best[0]):
            best = (score, *span)
    return best[1:] if best else None


def likeness(one: str, other: str) -> float:
    """Say how much of the two is the same, 0 to 1; of long ones, at their ends."""
    from rapidfuzz.distance import Indel

    limit = 4 * _LONG
    if len(one) <= limit and len(other) <= limit:
        return Indel.normalized_similarity(one, other)
    heads = Indel.normalized_similarity(one[:limit], other[:limit])
    tails = Indel.normalized_similarity(one[-limit:], other[-limit:])
    return (heads + tails) / 2


def _exactly(words: str, text: str) -> Iterator[tuple[int, int]]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1)


def _folded(words: str, folded: Folded) -> Iterator[tuple[int, int]]:
    plain = fold(words).text
    for start, end in _exactly(plain, folded.text):
        # Not a part of what was one character: 株 is not in ㈱.
        whole_head = start == 0 or folded.starts[start - 1] != folded.starts[start]
        whole_tail = end == len(folded.text) or folded.ends[end] != folded.ends[end - 1]
        if whole_head and whole_tail:
            yield folded.unfold(start, end)


def _whole(anchor: Anchor, text: str) -> tuple[int, int] | None:
    """Align prefix, words and suffix as one, and take the middle of where they fall."""
    from rapidfuzz.distance import Levenshtein

    around = anchor.prefix + anchor.exact + anchor.suffix
    span = _aligned(around, text)
    if span is None:
        return None
    low, high = len(anchor.prefix), len(anchor.prefix) + len(anchor.exact)
    starts, ends = [], []
    blocks = Levenshtein.editops(around, text[slice(*span)]).as_matching_blocks()
    for block in blocks:
        head, tail = max(block.a, low), min(block.a + block.size, high)
        if head < tail:
            starts.append(span[0] + block.b + head - block.a)
            ends.append(span[0] + block.b + tail - block.a)
    return (starts[0], ends[-1]) if starts else None


def _by_ends(anchor: Anchor, text: str) -> tuple[int, int] | None:
    head = _aligned(anchor.exact[:_LONG], text)
    tail = _aligned(anchor.exact[-_LONG:], text)
    if head is None or tail is None:
        return None
    return head[0], max(head[1], tail[1])


def _aligned(words: str, text: str) -> tuple[int, int] | None:
    from rapidfuzz import fuzz

    if len(text) < len(words):
        return (0, len(text)) if text else None
    found = fuzz.partial_ratio_alignment(words, text, score_cutoff=100 * (_ALIKE - 0.2))
    return (found.dest_start, found.dest_end) if found else None


def _likeness(anchor: Anchor, text: str, start: int, end: int) -> float:
    """Weigh the words themselves against their surroundings, five to three."""
    words = likeness(anchor.exact, text[start:end])
    both = (5 * words + 3 * context_at(anchor, text, start, end)) / 8
    return max(words, both) if weight(anchor.exact) >= TELLING else both
