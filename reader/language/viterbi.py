"""The best labels for the words of a sentence, given how much each word and each step is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

OUTSIDE = 0
"""The label of a word that is in no name: O; the others are B and I, each with a category."""

# Labels that are so much worse than O, and ways so much worse than the best, are not followed.
# With twice as much the labels come out the same, in four times the time.
_LOCAL = 6_000
_BEAM = 8_000


class Decoder:
    """Finds the best way through the labels of a sentence; I follows B or I of its category alone.

    ``steps[label][before]`` is what it is worth to come from a label.
    """

    def __init__(self, labels: Sequence[str], steps: Sequence[Sequence[int]]) -> None:
        self._steps = steps
        self._stay = steps[OUTSIDE][OUTSIDE]
        self._begins = [
            (index, steps[index][OUTSIDE], steps[index][OUTSIDE] - self._stay + _LOCAL)
            for index, label in enumerate(labels)
            if label[0] == "B"
        ]
        inner = {label[2:]: index for index, label in enumerate(labels) if label[0] == "I"}
        self._inner = [inner.get(label[2:], OUTSIDE) for label in labels]

    def best(self, rows: Sequence[Sequence[int]]) -> list[int]:
        """Return the labels whose sum over ``rows`` (a score a label) and steps is highest."""
        ways: list[dict[int, int]] = []
        before = {OUTSIDE: 0}
        for row in rows:
            way: dict[int, int] = {}
            if len(before) == 1:
                now = self._from_outside(row, before[OUTSIDE])
            else:
                now = self._on(row, before, way)
            if len(now) > 1:
                floor = max(now.values()) - _BEAM
                before = {label: worth for label, worth in now.items() if worth >= floor}
                before.setdefault(OUTSIDE, now[OUTSIDE])
            else:
                before = now
            ways.append(way)
        label = max(before, key=before.__getitem__)
        found = []
        for way in reversed(ways):
            found.append(label)
            label = way.get(label, OUTSIDE)
        return found[::-1]

    def _from_outside(self, row: Sequence[int], worth: int) -> dict[int, int]:
        """Go on where nothing but O is left: to O, or to the beginning of a name."""
        here = row[OUTSIDE]
        now = {OUTSIDE: worth + self._stay + here}
        for label, step, bonus in self._begins:
            if row[label] + bonus >= here:
                now[label] = worth + step + row[label]
        return now

    def _on(
        self, row: Sequence[int], before: dict[int, int], way: dict[int, int]
    ) -> dict[int, int]:
        """Go on from several labels; ``way`` takes from which one each is reached best.

        A name that begins right behind another is looked at from the best way alone that leads
        to O here, and from O itself.
        """
        steps = self._steps
        outside = steps[OUTSIDE]
        best, last = max([(worth + outside[label], label) for label, worth in before.items()])
        here = row[OUTSIDE]
        way[OUTSIDE] = last
        now = {OUTSIDE: best + here}
        free, top = before[OUTSIDE], before[last]
        for label, step, bonus in self._begins:
            score = row[label]
            if score + bonus >= here:
                worth = free + step
                if last and top + steps[label][last] > worth:
                    worth = top + steps[label][last]
                    way[label] = last
                now[label] = worth + score
        inner = self._inner
        for label, worth in before.items():
            if label:
                further = inner[label]
                reached = worth + steps[further][label] + row[further]
                if further not in now or reached > now[further]:
                    now[further] = reached
                    way[further] = label
        return now
