"""From the start of the process to the first painted article, and what it takes of memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.libraries import fill
from benchmarks.measuring import Figure, Options, Spread, Target, in_turn
from benchmarks.running import run_alone
from benchmarks.texts import articles
from reader.presentation.theme import SANS_FAMILIES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).resolve().parent.parent
_HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
_FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")

State = dict[str, float]


class _Start(NamedTuple):
    """How a process stood at its first paint and at rest; times in milliseconds."""

    milliseconds: float
    painted: State
    resting: State


def measure(options: Options) -> list[Figure]:
    """Start the program and the empty window in turn."""
    runs = options.count(usual=15, quick=2)
    with tempfile.TemporaryDirectory(prefix="chumoku-start-") as place:
        library = Path(place) / "library"
        fill(library, articles(options.size(500, 12), length=1600), terms=40)
        environment = {**os.environ, **dict.fromkeys((*_HOMES, *_FOLDERS), place)}
        # A reader's Python keeps what it has compiled; without that every start compiles anew.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        starts: dict[str, list[_Start]] = {"ours": [], "floor": []}

        def start(name: str, words: Sequence[str]) -> Callable[[], float]:
            def once() -> float:
                starts[name].append(_start(words, environment))
                return starts[name][-1].milliseconds

            return once

        in_turn(
            {
                "floor": start("floor", ("benchmarks.floor_window", *SANS_FAMILIES)),
                "ours": start("ours", ("benchmarks.first_paint", str(library))),
            },
            runs,
        )
    return _figures(starts["ours"][-runs:], starts["floor"][-runs:])


def _start(words: Sequence[str], environment: dict[str, str]) -> _Start:
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    lines = done.stdout.splitlines()
    if done.returncode or len(lines) != 2:
        raise RuntimeError(f"{words[0]} ended with {done.returncode}:\n{done.stderr}")
    painted, resting = map(json.loads, lines)
    return _Start((painted["at"] - began) * 1000, painted, resting)


def _figures(ours: list[_Start], floor: list[_Start]) -> list[Figure]:
    def beside(name: str, unit: str, of: Callable[[_Start], float], most: float | None) -> Figure:
        return Figure(
            name,
            unit,
            Spread.of([of(start) for start in ours]),
            floor=("empty window of three panes", Spread.of([of(start) for start in floor])),
            target=Target("ratio", most) if most else None,
        )

    figures = [
        beside("start.time", "ms", lambda start: start.milliseconds, 1.5),
        # What it costs the processor says more where other programs hold it up.
        beside("start.processor", "ms", lambda start: start.painted["processor"] * 1000, None),
    ]
    if "resident" in ours[0].painted:
        figures += [
            beside("start.memory", "MB", lambda start: start.painted["resident"], 1.6),
            beside("start.memory_at_rest", "MB", lambda start: start.resting["resident"], None),
        ]
    if "share" in ours[0].painted:
        figures.append(
            beside("start.memory_share", "MB", lambda start: start.painted["share"], 1.6)
        )
    for key, unit in (("tokeniser", "modules"), ("children", "processes")):
        counted = Spread.of([start.painted[key] for start in ours])
        figures.append(Figure(f"start.{key}", unit, counted, target=Target("median", 0)))
    return figures


if __name__ == "__main__":
    sys.exit(run_alone(measure))
