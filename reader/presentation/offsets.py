"""Where the text lies on the screen: code points of a text to UTF-16 units of a page, and back.

The one place that converts: a text counts code points, Qt counts UTF-16 units, and a page
shows furniture (list markers, a line about the source) that the text does not have.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units ``text`` takes."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_to_code_points(text: str, units: int) -> int:
    """Return the code point offset in ``text`` of its UTF-16 offset ``units``.

    An offset between the halves of a surrogate pair gives the sign they belong to.
    """
    if text.isascii() or utf16_length(text) == len(text):
        return min(units, len(text))
    taken = 0
    for position, sign in enumerate(text):
        width = 2 if sign > "\uffff" else 1
        if taken + width > units:
            return position
        taken += width
    return len(text)


class PageLine(NamedTuple):
    """One paragraph of the page: ``prefix`` units of furniture, then text[start:end].

    A line of furniture alone has ``start == end == -1``; ``length`` is of the whole line in
    UTF-16 units, without the paragraph's end.
    """

    start: int
    end: int
    prefix: int
    length: int


class OffsetMap:
    """Maps between offsets of a text (code points) and of its page (UTF-16 units)."""

    def __init__(self, text: str, lines: tuple[PageLine, ...]) -> None:
        self._text = text
        self.lines = lines
        self._screen_starts: list[int] = []
        at = 0
        for line in lines:
            self._screen_starts.append(at)
            at += line.length + 1
        self._by_text = sorted(
            (line.start, line.end, place) for place, line in enumerate(lines) if line.start >= 0
        )
        self._text_starts = [start for start, _end, _place in self._by_text]
        self._wide: dict[int, list[int]] = {}

    @property
    def text(self) -> str:
        """Return the text whose offsets these are."""
        return self._text

    def to_screen(self, position: int) -> int | None:
        """Return where a text offset is on the page, or None when it is not shown.

        An offset between shown lines (white space, a marker) gives the end of the line before.
        """
        place = bisect_right(self._text_starts, position) - 1
        if place < 0:
            return None
        start, end, line = self._by_text[place]
        inside = min(position, end) - start
        base = self._screen_starts[line] + self.lines[line].prefix
        return base + inside + bisect_left(self._wide_signs(line), inside)

    def shows(self, position: int) -> bool:
        """Say whether the text at ``position`` is on the page at all."""
        place = bisect_right(self._text_starts, position) - 1
        return place >= 0 and position < self._by_text[place][1]

    def to_text(self, screen: int) -> int | None:
        """Return the text offset at a page offset, or None on a line of furniture alone."""
        line = max(bisect_right(self._screen_starts, screen) - 1, 0)
        shown = self.lines[line] if self.lines else None
        if shown is None or shown.start < 0:
            return None
        return self._inside(line, screen)

    def nearest_text(self, screen: int) -> int:
        """Return the text offset at a page offset, or of the next line that has text (else 0)."""
        found = self.to_text(screen)
        if found is not None:
            return found
        line = bisect_right(self._screen_starts, screen) - 1
        following = [shown.start for shown in self.lines[max(line, 0) :] if shown.start >= 0]
        return following[0] if following else 0

    def range_to_text(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the text range that a page selection covers, or None when it covers no words.

        White space at its ends is left out, and a marker before a line whose words it has not.
        """
        shown = zip(self.lines, self._screen_starts, strict=True)
        covered = [
            number
            for number, (line, base) in enumerate(shown)
            if line.start >= 0 and base + line.prefix < end and base + line.length > start
        ]
        if not covered:
            return None
        first = self._inside(covered[0], start)
        last = self._inside(covered[-1], end)
        return self._trimmed(first, last)

    def line_at(self, screen: int) -> int:
        """Return the number of the line that a page offset is in."""
        return max(bisect_right(self._screen_starts, screen) - 1, 0)

    def line_range(self, number: int) -> tuple[int, int]:
        """Return where a line lies on the page, without its end."""
        start = self._screen_starts[number]
        return start, start + self.lines[number].length

    def sign_at(self, screen: int) -> str:
        """Return the sign of the text at a page offset, or nothing where there is none."""
        position = self.to_text(screen)
        return "" if position is None else self._text[position : position + 1]

    def _trimmed(self, first: int, last: int) -> tuple[int, int] | None:
        """Leave out what is no word at the ends of a range; None when nothing is left."""
        while first < last:
            words = self._text[first:last]
            begin = self._shown_from(first + len(words) - len(words.lstrip()))
            end = self._shown_until(first + len(words.rstrip()))
            if (begin, end) == (first, last):
                return first, last
            first, last = begin, end
        return None

    def _shown_from(self, position: int) -> int:
        """Return the first text offset from ``position`` on that is in a line of the page."""
        place = bisect_right(self._text_starts, position) - 1
        if place >= 0 and position < self._by_text[place][1]:
            return position
        return self._text_starts[place + 1] if place + 1 < len(self._by_text) else len(self._text)

    def _shown_until(self, position: int) -> int:
        """Return the last text offset up to ``position`` with a sign of the page before it."""
        place = bisect_left(self._text_starts, position) - 1
        return min(position, self._by_text[place][1]) if place >= 0 else 0

    def _inside(self, number: int, screen: int) -> int:
        """Return the text offset at a page offset in a line that has text."""
        line = self.lines[number]
        units = screen - self._screen_starts[number] - line.prefix
        if units <= 0:
            return line.start
        wide = self._wide_signs(number)
        before = bisect_left(range(len(wide)), units, key=lambda place: wide[place] + place)
        return min(line.start + units - before, line.end)

    def _wide_signs(self, number: int) -> list[int]:
        """Return where in a line the signs of two units stand, counted from its start.

        They are looked for once: a line may be half a megabyte long, with hundreds of marks.
        """
        line = self.lines[number]
        if line.length - line.prefix == line.end - line.start:
            return []
        found = self._wide.get(number)
        if found is None:
            words = self._text[line.start : line.end]
            found = [place for place, sign in enumerate(words) if sign > "\uffff"]
            self._wide[number] = found
        return found
