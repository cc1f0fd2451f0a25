"""Find very many known forms in a text in one pass, with an Aho-Corasick automaton.

A. V. Aho, M. J. Corasick: Efficient string matching, CACM 18 (1975); by ``pyahocorasick``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from reader.language.folding import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")

_LONGEST = 120
# Scripts that run on without blanks, or (Hangul) put particles right behind a name.
_UNSPACED = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x11FF),
    (0x2E80, 0xD7FF),
    (0xF900, 0xFAFF),
    (0x1B000, 0x1B16F),
    (0x20000, 0x3FFFF),
)


class Matcher(Generic[T]):
    """Knows forms, each with a value, and finds them in texts.

    Widths are folded on both sides, letters keep their case. A form of more than 120 code
    points is not looked for, so that any text takes time in proportion to its length.
    """

    def __init__(self, forms: Mapping[str, T]) -> None:
        from ahocorasick import Automaton  # type: ignore[import-not-found]

        self._automaton = Automaton()
        for form, value in forms.items():
            folded = fold(form)
            if 0 < len(folded) <= _LONGEST and folded not in self._automaton:
                bounded = _is_of_a_word(folded[0]) or _is_of_a_word(folded[-1])
                self._automaton.add_word(folded, (len(folded), bounded, value))
        self._ready = len(self._automaton) > 0
        if self._ready:
            self._automaton.make_automaton()

    def find(self, text: str) -> list[tuple[int, int, T]]:
        """Return where forms stand in ``text`` (code points), with their values, in order.

        Of forms that overlap the one that begins first is taken, of these the longest. A form
        that begins or ends with a letter or digit of a script with blanks between its words
        (Latin, Cyrillic) must begin or end a word there; Japanese has no such bounds.
        """
        if not self._ready:
            return []
        longest = self._longest_by_start(fold(text))
        chosen: list[tuple[int, int, T]] = []
        behind = 0
        for start in sorted(longest):
            if start >= behind:
                behind, value = longest[start]
                chosen.append((start, behind, value))
        return chosen

    def _longest_by_start(self, folded: str) -> dict[int, tuple[int, T]]:
        """Return where the longest form that begins at a place ends, and its value."""
        found: dict[int, tuple[int, T]] = {}
        for last, (length, bounded, value) in self._automaton.iter(folded):
            end = last + 1
            start = end - length
            if bounded and (_runs_on(folded, start) or _runs_on(folded, end)):
                continue
            # The automaton goes from left to right: what ends later is longer.
            found[start] = end, value
        return found


def _runs_on(text: str, place: int) -> bool:
    """Say whether ``place`` lies inside a word of a script that parts words by blanks."""
    if not 0 < place < len(text):
        return False
    return _is_of_a_word(text[place - 1]) and _is_of_a_word(text[place])


def _is_of_a_word(character: str) -> bool:
    if not character.isalnum():
        return False
    point = ord(character)
    return point < _UNSPACED[0][0] or not any(a <= point <= z for a, z in _UNSPACED)
