"""Harm libraries for some minutes, in every way that the fault tests know, and count losses."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from faults.cutting import cut_power  # noqa: E402
from faults.damaging import DAMAGES, Sound, damage_library, damage_log  # noqa: E402
from faults.interposing import Server, compiled, hindrance  # noqa: E402
from faults.judging import later_work, prepare  # noqa: E402
from faults.killing import kill_windows, kill_writers  # noqa: E402
from faults.old_libraries import lay_down, migration, versions  # noqa: E402
from faults.places import quick_folder  # noqa: E402
from faults.refusing import REFUSALS, count_changes, refuse  # noqa: E402

from reader.library.schema import VERSION  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ENOUGH = 2
"""Windows that are typed into side by side: they mostly wait."""


@dataclass
class Tally:
    """What one kind of fault came to."""

    times: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


class Campaign:
    """Rounds of every kind of fault, each round with a seed of its own, until time is up."""

    def __init__(self, folder: Path, server: Server | None, *, seed: int, until: float) -> None:
        self.folder = folder
        self.tallies: dict[str, Tally] = {}
        self._server = server
        self._seed = seed
        self._until = until

    def run(self) -> None:
        """Kill windows and writers beside everything else, which keeps one processor busy."""
        with ThreadPoolExecutor() as threads:
            beside = [threads.submit(self._kill_windows, number) for number in range(ENOUGH)]
            beside.append(threads.submit(self._kill_writers))
            seed = self._seed
            while self._goes_on():
                for act in (self._cut, self._refuse, self._migrate, self._damage):
                    if self._goes_on():
                        act(seed)
                seed += 1
        for thread in beside:
            thread.result()

    def _goes_on(self) -> bool:
        return time.monotonic() < self._until

    def _tally(self, name: str) -> Tally:
        return self.tallies.setdefault(name, Tally())

    def _kill_windows(self, number: int) -> None:
        tally, seed = self._tally(f"windows killed, {number + 1}"), self._seed + 1000 * number
        longest = 0.0
        (folder := self.folder / f"windows-{number}").mkdir()
        while self._goes_on():
            found = kill_windows(folder, kills=4, seed=seed)
            longest = max([longest, *found.delays])
            tally.times.update(kills=found.kills, saves=found.told)
            tally.outcomes["longest wait for a save, ms"] = round(1000 * longest)
            tally.wrong += found.wrong
            seed += 1

    def _kill_writers(self) -> None:
        tally, seed = self._tally("writers killed"), self._seed
        (folder := self.folder / "writers").mkdir()
        while self._goes_on():
            found = kill_writers(folder, kills=8, seed=seed)
            tally.times.update(kills=found.kills, acts=found.told)
            tally.wrong += found.wrong
            seed += 1

    def _cut(self, seed: int) -> None:
        if self._server is None:
            return
        with self._place() as work:
            prepare(work / "place")
            found = cut_power(self._server, work / "place", work, seed=seed, often=0.5)
            tally = self._tally("power cut in a day of work")
            tally.times.update(cuts=found.opened)
            tally.wrong += found.wrong

    def _refuse(self, seed: int) -> None:
        if self._server is None:
            return
        with self._place() as work:
            count = count_changes(self._server, work, prepare, "day")
            random = Random(seed)
            cases = [(random.randint(1, count), random.choice(REFUSALS)) for _ in range(60)]
            found = refuse(self._server, work, prepare, "day", cases)
            tally = self._tally("writes refused in a day of work")
            tally.times.update(runs=found.runs)
            tally.outcomes.update(found.codes)
            tally.wrong += found.wrong

    def _migrate(self, seed: int) -> None:
        if self._server is None:
            return
        random = Random(seed)
        for version in versions():
            if version == VERSION:
                continue
            grown = random.choice((0, 300, 2000))
            with self._place() as work:
                judge = migration(version, work, grown=grown)
                lay: Callable[[Path], None] = partial(lay_down, version, grown=grown)
                lay(work / "place")
                cuts = cut_power(
                    self._server,
                    work / "place",
                    work,
                    seed=seed,
                    often=0.05 if grown else 0.5,
                    workload="opening",
                    judge=judge,
                )
            with self._place() as work:
                count = count_changes(self._server, work, lay, "opening")
                cases = [(random.randint(1, count), random.choice(REFUSALS)) for _ in range(20)]
                # What was grown by hand is not in the search index, and later checks say so.
                later = nothing if grown else later_work
                found = refuse(self._server, work, lay, "opening", cases, judge=judge, later=later)
            tally = self._tally(f"migrations from schema {version}")
            tally.times.update(cuts=cuts.opened, runs=found.runs)
            tally.outcomes.update(found.codes)
            tally.wrong += [*cuts.wrong, *found.wrong]

    def _damage(self, seed: int) -> None:
        with self._place() as work:
            sound = Sound.make(work / "sound")
            for how in (*DAMAGES, "words"):
                found = damage_library(sound, work, how, runs=60, seed=seed)
                tally = self._tally(f"library.db {how}")
                tally.times.update(runs=found.runs)
                tally.outcomes.update(found.outcomes)
                tally.wrong += found.wrong
            for how in DAMAGES:
                found = damage_log(work, how, runs=10, seed=seed)
                tally = self._tally(f"its log {how}")
                tally.times.update(runs=found.runs)
                tally.outcomes.update(found.outcomes)
                tally.wrong += found.wrong

    def _place(self) -> Place:
        return Place(self.folder)


class Place(tempfile.TemporaryDirectory[str]):
    """A folder for one round."""

    def __init__(self, folder: Path) -> None:
        super().__init__(dir=folder)

    def __enter__(self) -> Path:  # type: ignore[override]
        return Path(super().__enter__())


def nothing(_place: Path) -> list[str]:
    """Find nothing wrong."""
    return []


def table(tallies: dict[str, Tally]) -> str:
    """Return the figures as a table in Markdown."""
    lines = ["| fault | times | what came of it | losses |", "| --- | --- | --- | --- |"]
    for name, tally in sorted(tallies.items()):
        times = ", ".join(f"{count:,} {what}" for what, count in tally.times.items())
        came = ", ".join(f"{what} {count:,}" for what, count in tally.outcomes.most_common())
        lines.append(f"| {name} | {times} | {came} | {len(tally.wrong)} |")
    return "\n".join(lines)


def main(argv: Sequence[str]) -> int:
    """Run for so many minutes; return 1 if anything was lost or half-done."""
    parser = argparse.ArgumentParser(description="Harm libraries, and count what is lost.")
    parser.add_argument("--minutes", type=float, default=10.0, metavar="N", help="how long")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="where chance begins")
    arguments = parser.parse_args(argv)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if hindrance():
        print(f"no power is cut and no write is refused: {hindrance()}", file=sys.stderr)
    with tempfile.TemporaryDirectory(dir=quick_folder()) as made:
        folder = Path(made).resolve()
        server = None if hindrance() else Server(compiled(folder))
        until = time.monotonic() + 60 * arguments.minutes
        campaign = Campaign(folder, server, seed=arguments.seed, until=until)
        campaign.run()
        if server is not None:
            server.close()
    print(table(campaign.tallies))
    wrong = [words for tally in campaign.tallies.values() for words in tally.wrong]
    print("\n".join(wrong[:50]), file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
