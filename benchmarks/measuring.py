"""Values of a measurement and how they are taken: medians with quartiles, candidates in turn."""

from __future__ import annotations

import statistics
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Options:
    """How much to measure; ``runs`` is None where each benchmark takes its own number."""

    runs: int | None = None
    quick: bool = False

    def count(self, usual: int, quick: int) -> int:
        """Return how many runs to take."""
        if self.runs is not None:
            return self.runs
        return self.size(usual, quick)

    def size(self, usual: int, quick: int) -> int:
        """Return how large a thing to measure on, whatever the number of runs."""
        return quick if self.quick else usual


@dataclass(frozen=True, slots=True)
class Spread:
    """Several runs of one thing: the median between the lower and the upper quartile."""

    median: float
    low: float
    high: float
    runs: int

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        """Sum up the values of the runs."""
        if len(values) < 2:
            return cls(values[0], values[0], values[0], len(values))
        low, median, high = statistics.quantiles(values, n=4, method="inclusive")
        return cls(median, low, high, len(values))

    def to_json(self) -> Json:
        """Write it as JSON values."""
        return {
            "median": round(self.median, 3),
            "low": round(self.low, 3),
            "high": round(self.high, 3),
            "runs": self.runs,
        }


@dataclass(frozen=True, slots=True)
class Target:
    """What a figure is to keep to: its median, or its ratio to the floor."""

    of: Literal["median", "ratio"]
    at_most: float


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing measured, beside its floor and its peers from the same rounds.

    The floor is the least that any program of this kind must spend; peers are other ways to
    the same end.
    """

    name: str
    unit: str
    spread: Spread
    floor: tuple[str, Spread] | None = None
    peers: Mapping[str, Spread] = field(default_factory=dict)
    target: Target | None = None

    @property
    def ratio(self) -> float | None:
        """Return how many times the floor it is."""
        if self.floor is None or not self.floor[1].median:
            return None
        return self.spread.median / self.floor[1].median

    @property
    def met(self) -> bool | None:
        """Say whether the target is met; None where there is none."""
        if self.target is None:
            return None
        value = self.spread.median if self.target.of == "median" else self.ratio
        return value is not None and value <= self.target.at_most

    def to_json(self) -> Json:
        """Write it as JSON values."""
        ratio, target = self.ratio, self.target
        return {
            "name": self.name,
            "unit": self.unit,
            **self.spread.to_json(),
            "floor": {"name": self.floor[0], **self.floor[1].to_json()} if self.floor else None,
            "peers": [{"name": name, **peer.to_json()} for name, peer in self.peers.items()],
            "ratio": None if ratio is None else round(ratio, 3),
            "target": {"of": target.of, "at_most": target.at_most} if target else None,
            "met": self.met,
        }


def in_turn(
    candidates: Mapping[str, Callable[[], float]], runs: int, *, warm_up: int = 1
) -> dict[str, list[float]]:
    """Run every candidate once a round, the first ``warm_up`` rounds uncounted.

    Other programs share the machine and its speed drifts: what is measured in turn drifts
    alike. Every other round goes backwards, so that no candidate always follows the same one.
    """
    taken: dict[str, list[float]] = {name: [] for name in candidates}
    order = list(candidates)
    for number in range(warm_up + runs):
        for name in order if number % 2 else reversed(order):
            value = candidates[name]()
            if number >= warm_up:
                taken[name].append(value)
    return taken
