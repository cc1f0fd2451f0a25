"""Kill programs at random moments while they write, and look at what they leave."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from faults.interposing import environment
from faults.judging import complaints, prepare
from faults.ledger import Book
from faults.states import harm

from reader.library import Library
from reader.services.desk import open_desk

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
PROMISED = 2.0
"""Seconds after which what was typed is on disk."""
ROUNDS_A_PLACE = 12


@dataclass
class Kills:
    """How many programs were killed, how much they had told, and what was found wrong."""

    kills: int = 0
    told: int = 0
    wrong: list[str] = field(default_factory=list)
    delays: list[float] = field(default_factory=list)


def kill_writers(folder: Path, *, kills: int, seed: int) -> Kills:
    """Kill programs that write through the services, several in turn on each library."""
    random, found = Random(seed), Kills()
    for day in range(1, kills + 1):
        place = folder / f"writers-{seed}-{(day - 1) // ROUNDS_A_PLACE}"
        if not place.exists():
            prepare(place)
            book = Book()
        lines, _ = run_and_kill("writing_program.py", place, day, random, most=1.5)
        for line in lines:
            book.take(line)
        found.kills += 1
        found.told += sum(line.startswith('["!"') for line in lines)
        told = [*complaints(place, book), *unexpected(book)]
        found.wrong += [f"writers {seed}, kill {day}: {words}" for words in told]
        book.failures.clear()
        _forget_places(folder, "writers", place)
    return found


def unexpected(book: Book) -> list[str]:
    """Return failures: nothing hinders these programs but their end."""
    return [f"{line.key} failed: {line.value}" for line in book.failures]


def kill_windows(folder: Path, *, kills: int, seed: int) -> Kills:
    """Kill windows that are typed into, several in turn on each library."""
    random, found = Random(seed), Kills()
    for number in range(1, kills + 1):
        place = folder / f"windows-{seed}-{(number - 1) // ROUNDS_A_PLACE}"
        if not place.exists():
            prepare(place)
            with open_desk(place / "library") as desk:
                desk.adding.add_text("北海の橋、夏に開通へ\n橋の工事が終わる。", "橋.txt")
                desk.understanding.finish()
            before = read_boxes(place)
        lines, killed = run_and_kill("typing_program.py", place, number, random, most=5)
        session = Session.of(before, lines)
        after = read_boxes(place)
        found.kills += 1
        found.told += session.stored
        found.delays += session.delays
        told = [*session.complaints(after, killed), *_unsound(place)]
        found.wrong += [f"windows {seed}, kill {number}: {words}" for words in told]
        before = after
        _forget_places(folder, "windows", place)
    return found


def run_and_kill(
    program: str, place: Path, seed: int, random: Random, *, most: float
) -> tuple[list[str], float]:
    """Start a program, kill it after a while; return its lines, and when it was killed.

    The while begins once it is at work, one time in six with the program.
    """
    told = place / "told"
    waiting, ready = os.pipe()
    quiet = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(place), "XDG_RUNTIME_DIR": str(place)}
    with told.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, str(HERE / program), str(place), str(seed), str(ready)],
            stdout=out,
            env=environment(**quiet),
            pass_fds=(ready,),
        )
        os.close(ready)
        if random.random() < 5 / 6:
            os.read(waiting, 1)
        os.close(waiting)
        try:
            code = process.wait(random.uniform(0, most))
        except subprocess.TimeoutExpired:
            killed = time.monotonic()
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
        else:
            raise RuntimeError(f"{program} ended by itself with {code}")
    lines = told.read_text(encoding="utf-8").split("\n")
    return lines[:-1], killed


class Typed(NamedTuple):
    """The words that a box held once keys had gone to it, and when they did."""

    words: str
    at: float


@dataclass
class Session:
    """What one window told before it was killed, for each box."""

    before: dict[str, str]
    typed: dict[str, list[Typed]] = field(default_factory=dict)
    acknowledged: dict[str, str] = field(default_factory=dict)
    stored: int = 0
    delays: list[float] = field(default_factory=list)

    @classmethod
    def of(cls, before: dict[str, str], lines: list[str]) -> Session:
        session = cls(before, acknowledged={**before})
        for line in lines:
            what, box, words, at = json.loads(line)
            if what == "typing":
                session.typed.setdefault(box, []).append(Typed(words, at))
            else:
                session.delays += session.delay(box, words, at)
                session.acknowledged[box] = words
                session.stored += 1
        return session

    def delay(self, box: str, words: str, at: float) -> Iterator[float]:
        """Give how long the oldest key of a save waited for it."""
        known = self.acknowledged.get(box, "")
        since = [typed.at for typed in self.typed[box] if len(known) < len(typed.words)]
        if since and len(words) > len(known):
            yield at - since[0]

    def complaints(self, after: dict[str, str], killed: float) -> list[str]:
        """Return what is not as promised in what the library holds now."""
        wrong = [f"unexpected: {name}" for name in after if name not in ("notes", "summary")]
        for box in ("notes", "summary"):
            found = after.get(box, "")
            typed = self.typed.get(box, [])
            old = [each.words for each in typed if each.at < killed - PROMISED]
            if not found.startswith(self.acknowledged.get(box, "")):
                wrong.append(f"{box}: what was told as saved is not there")
            if old and not found.startswith(old[-1]):
                wrong.append(f"{box}: {found[-30:]!r} lacks what was typed: {old[-1][-30:]!r}")
            last = typed[-1].words if typed else self.before.get(box, "")
            if not last.startswith(found):
                wrong.append(f"{box}: {found[-30:]!r} was never typed")
        return wrong


def read_boxes(place: Path) -> dict[str, str]:
    """Return what the library holds of the two boxes, and any note too many.

    What was typed and not committed is in the journal, and comes back with the next window.
    """
    with open_desk(place / "library") as desk:
        desk.recovering.recover()
    with Library.open(place / "library") as library:
        (row,) = library.articles.rows()
        known = library.known(row.id)
    names = ["notes", *(f"note {number}" for number in range(2, 100))]
    found = dict(zip(names, (note.text for note in known.notes), strict=False))
    return found | ({"summary": known.summary.text} if known.summary.text else {})


def _unsound(place: Path) -> list[str]:
    with Library.open(place / "library") as library:
        return [str(problem) for problem in harm(library.check())]


def _forget_places(folder: Path, kind: str, besides: Path) -> None:
    for place in folder.glob(f"{kind}-*"):
        if place != besides:
            shutil.rmtree(place)
