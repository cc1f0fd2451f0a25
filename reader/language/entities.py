"""Tag the named entities of Japanese sentences with trained weights, in plain Python and fast.

The scores of all labels at a place are kept side by side in one whole number, 32 bits each, so that
adding up what the features there are worth is a handful of additions whatever the labels are.
"""

from __future__ import annotations

from struct import Struct
from typing import TYPE_CHECKING, NamedTuple

from reader.language.entity_features import (
    AFTER_ALL,
    BEFORE_ALL,
    SHIFTS,
    Placed,
    Small,
    in_runs,
    known_flags,
    shown,
    smalls,
)
from reader.language.mending import Marked, mended
from reader.language.viterbi import OUTSIDE, Decoder
from reader.model.understanding import CATEGORIES

if TYPE_CHECKING:
    from reader.language.entity_weights import Table, Weights
    from reader.language.gazetteer import Gazetteer
    from reader.language.tokens import Token
    from reader.model.understanding import Category

_LANE = 32
_MIDDLE = 1 << (_LANE - 1)
_FARTHEST = 2
_MOST_REMEMBERED = 8_000
_Row = tuple[int, ...]
_Key = tuple[str, str, bool]


class Entity(NamedTuple):
    """A named entity: a range of the text, in code points, and what it is."""

    start: int
    end: int
    category: Category


class _Rows(dict[str, _Row]):
    """What each value of a kind of feature is worth, a number for each shift; made when asked for.

    Holds no more than the table has: a value without weights is not kept.
    """

    def __init__(self, table: Table | None, shifts: int, labels: int) -> None:
        self._table = table
        self._shifts = shifts
        self._labels = labels
        self._nothing = (0,) * shifts

    def __missing__(self, value: str) -> _Row:
        table = self._table
        number = table.index.get(value) if table is not None else None
        if table is None or number is None:
            return self._nothing
        lanes = [[0] * self._labels for _ in range(self._shifts)]
        for at in range(table.starts[number], table.starts[number + 1]):
            shift, label = divmod(table.cells[at], self._labels)
            lanes[shift][label] = table.weights[at]
        row = self[value] = tuple(map(_side_by_side, lanes))
        return row


class Tagger:
    """Finds the named entities of sentences; remembers what it met, within bounds."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._decoder = Decoder(weights.labels, weights.steps)
        self._categories = [_category(label) for label in weights.labels]
        self._goes_on = [label.startswith("I") for label in weights.labels]
        self._remembered: dict[_Key, list[tuple[Small, _Row]]] = {}
        self._pairs: dict[tuple[str, str], _Row] = {}
        self._unpack = Struct(f"<{len(weights.labels)}I").unpack
        self._bytes = len(weights.labels) * _LANE // 8
        lanes = [_MIDDLE + always for always in weights.always]
        self._ground = _side_by_side(lanes)
        count = len(weights.labels)
        self._rows = {
            kind: _Rows(weights.tables.get(kind), len(shifts), count)
            for kind, shifts in SHIFTS.items()
        }
        self._before = self._rows["word"][BEFORE_ALL]
        self._after = self._rows["word"][AFTER_ALL]

    def entities(self, text: str, words: list[Token], names: Gazetteer) -> list[Entity]:
        """Return the entities of one sentence of ``text`` in order, none within another."""
        pieces, rows = self._pieces(words)
        if not pieces:
            return []
        totals = self._totals(text, pieces, rows, names)
        unpack, size = self._unpack, self._bytes
        scores = [unpack(total.to_bytes(size, "little")) for total in totals]
        marked = self._marked(self._decoder.best(scores))
        return [
            _entity(text, pieces[first].start, pieces[last - 1].end, category)
            for first, last, category in mended(pieces, marked)
        ]

    def _pieces(self, words: list[Token]) -> tuple[list[Placed], list[_Row]]:
        """Return the small words, and for each what it is worth at the places around it."""
        pieces: list[Placed] = []
        rows: list[_Row] = []
        remembered = self._remembered
        for word in words:
            key = (word.surface, word.part, word.oov)
            found = remembered.get(key)
            if found is None:
                if len(remembered) >= _MOST_REMEMBERED:
                    remembered.clear()
                found = remembered[key] = self._weighed(key)
            at = word.start
            for small, row in found:
                end = at + len(small.surface)
                pieces.append(Placed(at, end, small))
                rows.append(row)
                at = end
        return pieces, rows

    def _weighed(self, key: _Key) -> list[tuple[Small, _Row]]:
        surface, part, oov = key
        found = []
        for small in smalls(surface, part, oov=oov):
            total = [0] * (2 * _FARTHEST + 1)
            for kind, value in shown(small):
                for shift, worth in zip(SHIFTS[kind], self._rows[kind][value], strict=True):
                    total[shift + _FARTHEST] += worth
            found.append((small, tuple(total)))
        return found

    def _totals(
        self, text: str, pieces: list[Placed], rows: list[_Row], names: Gazetteer
    ) -> list[int]:
        """Add up what all features are worth at each small word."""
        none = (0,) * (2 * _FARTHEST + 1)
        around = [none, self._before, *rows, self._after, none]
        ground = self._ground
        totals = [
            ground + far[4] + near[3] + here[2] + following[1] + last[0]
            for far, near, here, following, last in zip(
                around, around[1:], around[2:], around[3:], around[4:], strict=False
            )
        ]
        self._add_pairs(totals, pieces)
        rows_of = self._rows
        for place, kind, value in in_runs(pieces):
            totals[place] += rows_of[kind][value][0]
        for place, flag in known_flags(text, pieces, names).items():
            for shift, worth in zip(SHIFTS["known"], rows_of["known"][flag], strict=True):
                if 0 <= place + shift < len(totals):
                    totals[place + shift] += worth
        return totals

    def _add_pairs(self, totals: list[int], pieces: list[Placed]) -> None:
        parts, words = self._rows["parts"], self._rows["words"]
        pairs = self._pairs
        one = pieces[0].small
        for place, piece in enumerate(pieces[1:], start=1):
            other = piece.small
            key = (one.part, other.part)
            row = pairs.get(key)
            if row is None:
                row = pairs[key] = parts[f"{one.part}|{other.part}"]
            seen = words[f"{one.surface}|{other.surface}"]
            totals[place - 1] += row[0] + seen[0]
            totals[place] += row[1] + seen[1]
            one = other

    def _marked(self, labels: list[int]) -> list[Marked]:
        """Return the stretches that the labels mark; B begins one and I goes on."""
        found: list[Marked] = []
        first: int | None = None
        for place, label in enumerate([*labels, OUTSIDE]):
            if self._goes_on[label]:
                continue
            if first is not None:
                found.append((first, place, self._categories[labels[first]]))
            first = None if label == OUTSIDE else place
        return found


def _entity(text: str, start: int, end: int, category: Category) -> Entity:
    """Return an entity; 氏 may be in one word with the end of a name."""
    if category == "person" and end - start > 2 and text[end - 1] == "氏":
        end -= 1
    return Entity(start, end, category)


def _category(label: str) -> Category:
    """Return the category of a label; of O, which has none, any."""
    return next((one for one in CATEGORIES if label[2:] == one), CATEGORIES[0])


def _side_by_side(lanes: list[int]) -> int:
    """Put numbers into one, the first lowest; negative ones borrow, and adding pays back."""
    whole = 0
    for lane in reversed(lanes):
        whole = (whole << _LANE) + lane
    return whole
