"""Steps of a caret over a page: from word to word and sentence to sentence, also in Japanese.

Places are those of the page, as its caret has them; what a word is comes from the tokeniser,
and before that is there from where the scripts change.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.presentation.offsets import OffsetMap

    Parting: TypeAlias = Callable[[str, int, int], Sequence[tuple[int, int]]]

_KANJI = "々〆〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MARKS = "\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
_WORD = re.compile(
    # Kanji with their okurigana; a particle is none.
    f"[{_KANJI}{_MARKS}]+(?:(?![はがをにのでともへや])[ぁ-ゖ{_MARKS}]+)?"
    f"|[ぁ-ゖゝゞー{_MARKS}]+"
    f"|[ァ-ヺー・ｦ-ﾟ{_MARKS}]+"
    f"|[0-9０-９]+(?:[.,．，][0-9０-９]+)*"
    rf"|[^\W{_KANJI}ぁ-ゖァ-ヺｦ-ﾟ]+(?:['’][^\W{_KANJI}ぁ-ゖァ-ヺｦ-ﾟ]+)*"
)
_JAPANESE = re.compile(f"[ぁ-ゖァ-ヺｦ-ﾟ{_KANJI}]")


def has_japanese(text: str) -> bool:
    """Say whether words of a text are parted by nothing that can be seen."""
    return _JAPANESE.search(text) is not None


def words_by_script(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the words of a range as far as the scripts tell them."""
    return [match.span() for match in _WORD.finditer(text, start, end)]


class Steps:
    """The places on a page where words and sentences begin and end, found line by line."""

    def __init__(
        self,
        text: str,
        offsets: OffsetMap,
        *,
        parted: Parting,
        words: Sequence[int] | None = None,
    ) -> None:
        self._text = text
        self._offsets = offsets
        self._parted = parted
        self._words = words
        self._word_lines: dict[int, list[tuple[int, int]]] = {}
        self._sentence_lines: dict[int, list[tuple[int, int]]] = {}

    def word(self, place: int, by: int) -> int:
        """Return where the next word begins, or the previous one; a line's end counts as well."""
        return self._step(place, by, self._word_stops)

    def sentence(self, place: int, by: int) -> int:
        """Return where the next sentence begins, or this or the previous one."""
        return self._step(place, by, self._sentence_starts)

    def word_at(self, place: int) -> tuple[int, int] | None:
        """Return the word that the sign at a place of the page is in, or None."""
        return _around(self._words_of(self._offsets.line_at(place)), place)

    def sentence_at(self, place: int) -> tuple[int, int] | None:
        """Return the sentence that a place of the page is in; None where there are no words."""
        found = self._sentences_of(self._offsets.line_at(place))
        if not found:
            return None
        # A place between two sentences belongs to the one before.
        return found[max(bisect_right([first for first, _ in found], place) - 1, 0)]

    def _step(self, place: int, by: int, stops: Callable[[int], Sequence[int]]) -> int:
        """Return the next stop of this line, or the nearest end of the line beside it."""
        line = self._offsets.line_at(place)
        found = stops(line)
        if by > 0:
            at = bisect_right(found, place)
            if at < len(found):
                return found[at]
            beside = line + 1
            while beside < len(self._offsets.lines):
                if ahead := stops(beside):
                    return ahead[0]
                beside += 1
            return self._offsets.line_range(line)[1]
        at = bisect_left(found, place)
        if at > 0:
            return found[at - 1]
        beside = line - 1
        while beside >= 0:
            if behind := stops(beside):
                return behind[-1]
            beside -= 1
        return self._offsets.line_range(line)[0]

    def _word_stops(self, line: int) -> list[int]:
        """Return where the caret stops in a line: words, the signs between them, both ends."""
        first, last = self._offsets.line_range(line)
        words = self._words_of(line)
        stops = {first, last, *(start for start, _end in words)}
        for _start, end in words:
            # The signs behind a word are a stop of their own; a blank belongs to the word.
            if end < last and not self._offsets.sign_at(end).isspace():
                stops.add(end)
        return sorted(stops)

    def _sentence_starts(self, line: int) -> list[int]:
        return [first for first, _last in self._sentences_of(line)]

    def _words_of(self, line: int) -> list[tuple[int, int]]:
        """Return the words of a line of the page, in places of the page."""
        found = self._word_lines.get(line)
        if found is None:
            shown = self._offsets.lines[line]
            if shown.start < 0:
                ranges = []
            elif self._words is None:
                ranges = words_by_script(self._text, shown.start, shown.end)
            else:
                first = bisect_left(self._words, shown.start)
                first += first % 2
                last = bisect_right(self._words, shown.end)
                edges = self._words[first : last - last % 2]
                ranges = list(zip(edges[::2], edges[1::2], strict=True))
            found = self._word_lines[line] = self._on_page(ranges)
        return found

    def _sentences_of(self, line: int) -> list[tuple[int, int]]:
        found = self._sentence_lines.get(line)
        if found is None:
            shown = self._offsets.lines[line]
            ranges = self._parted(self._text, shown.start, shown.end) if shown.start >= 0 else ()
            found = self._sentence_lines[line] = self._on_page(ranges)
        return found

    def _on_page(self, ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        to_screen = self._offsets.to_screen
        return [(to_screen(start) or 0, to_screen(end) or 0) for start, end in ranges]


def _around(ranges: Sequence[tuple[int, int]], place: int) -> tuple[int, int] | None:
    """Return the range that a place is in, its end left out."""
    at = bisect_right([first for first, _last in ranges], place) - 1
    return ranges[at] if at >= 0 and place < ranges[at][1] else None
