"""Text wrapped by hand, for a language that has no blanks between words: joined, and put back.

A line end inside a block parts words that belong together (外務／省). The text without those line
ends is understood, and what was found is told in the places of the text as it stands.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.model.passage import Passage

if TYPE_CHECKING:
    from reader.model.blocks import Block
    from reader.model.understanding import FoundTerm, FoundWatchPoint, Understanding


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A text without the line ends inside its blocks, and the way back.

    ``kept`` and ``lengths`` tell for each stretch of it where it begins and how much was left out
    before it.
    """

    original: str
    text: str
    blocks: tuple[Block, ...]
    kept: tuple[int, ...]
    left_out: tuple[int, ...]

    def place(self, place: int) -> int:
        """Return where a place of the joined text is in the text as it stands."""
        return place + self.left_out[bisect_right(self.kept, place) - 1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the range in the text as it stands; what was left out at its end stays out."""
        if end <= start:
            return self.place(start), self.place(start)
        return self.place(start), self.place(end - 1) + 1

    def back(self, found: Understanding) -> Understanding:
        """Return what was understood of the joined text, told in the places of the original."""
        return replace(
            found,
            terms=tuple(map(self._term, found.terms)),
            watch_points=tuple(map(self._watch_point, found.watch_points)),
            key_sentences=tuple(map(self._passage, found.key_sentences)),
            attributions=tuple(
                one._replace(
                    start=self.span(one.start, one.end)[0],
                    end=self.span(one.start, one.end)[1],
                    source_start=self._source(one.source_start, one.source_end)[0],
                    source_end=self._source(one.source_start, one.source_end)[1],
                )
                for one in found.attributions
            ),
            hedges=tuple(type(one)(*self.span(one.start, one.end)) for one in found.hedges),
        )

    def _source(self, start: int, end: int) -> tuple[int, int]:
        return self.span(start, end) if end else (0, 0)

    def _passage(self, passage: Passage) -> Passage:
        start, end = self.span(passage.start, passage.end)
        return Passage(self.original[start:end], start, end)

    def _term(self, term: FoundTerm) -> FoundTerm:
        return replace(
            term,
            occurrences=tuple(self.span(start, end) for start, end in term.occurrences),
            definition=self._passage(term.definition) if term.definition else None,
            receipt=self._passage(term.receipt) if term.receipt else None,
        )

    def _watch_point(self, point: FoundWatchPoint) -> FoundWatchPoint:
        start, end = self.span(point.start, point.end)
        return replace(point, text=self.original[start:end], start=start, end=end)


def unwrap(text: str, blocks: tuple[Block, ...]) -> Unwrapped | None:
    """Return the text with the lines of each block joined, or None where no block has two."""
    if not any("\n" in text[block.start : block.end] for block in blocks):
        return None
    pieces: list[str] = []
    kept, left_out = [0], [0]
    moved: list[Block] = []
    length = at = 0
    for block in blocks:
        pieces.append(text[at : block.start])
        length += block.start - at
        at, start = block.start, length
        while (found := text.find("\n", at, block.end)) >= 0:
            pieces.append(text[at:found])
            length += found - at
            at = _past_blanks(text, found, block.end)
            if _parts_words(text, found, at):
                pieces.append(" ")
                length += 1
            kept.append(length)
            left_out.append(at - length)
        pieces.append(text[at : block.end])
        length += block.end - at
        at = block.end
        moved.append(block._replace(start=start, end=length, spans=()))
    pieces.append(text[at:])
    return Unwrapped(text, "".join(pieces), tuple(moved), tuple(kept), tuple(left_out))


def _past_blanks(text: str, place: int, end: int) -> int:
    while place < end and text[place].isspace():
        place += 1
    return place


def _parts_words(text: str, before: int, behind: int) -> bool:
    """Say whether a line end stands between two words of Latin letters or digits."""
    around = text[before - 1 : before] + text[behind : behind + 1]
    return len(around) > 1 and around.isascii() and around.isalnum()
