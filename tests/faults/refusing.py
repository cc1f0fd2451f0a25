"""Let the n-th change of a workload's files be refused, and look at what became of it."""

from __future__ import annotations

import errno
import shutil
import signal
from collections import Counter
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from faults.interposing import Job
from faults.judging import complaints, later_work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from faults.interposing import Server
    from faults.ledger import Book


KILLED = -1


class Refusal(NamedTuple):
    """How a change is refused: with an error, from then on or once, after half of its work.

    ``KILLED``: the program is killed instead.
    """

    error: int
    ever: bool = False
    halves: bool = False


REFUSALS = (
    *(Refusal(error, ever) for error, ever in product((errno.ENOSPC, errno.EIO), (False, True))),
    Refusal(errno.ENOSPC, halves=True),
    Refusal(KILLED),
)


@dataclass
class Refused:
    """How often a change was refused, how that was told, and what was found wrong after it."""

    runs: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def count_changes(server: Server, folder: Path, prepare: Callable[[Path], None], name: str) -> int:
    """Return how many changes a workload makes to its files when nothing is refused."""
    place = folder / "place"
    prepare(place)
    outcome = server.run(Job(name, str(place), str(folder / "report")))
    shutil.rmtree(place)
    assert outcome.status == 0
    assert not outcome.book.failures
    return outcome.counted


def refuse(
    server: Server,
    folder: Path,
    prepare: Callable[[Path], None],
    name: str,
    cases: Iterable[tuple[int, Refusal]],
    *,
    judge: Callable[[Path, Book], list[str]] = complaints,
    later: Callable[[Path], list[str]] = later_work,
) -> Refused:
    """Run a workload once for each case: the number of a change, and how it is refused."""
    found = Refused()
    place, report = folder / "place", str(folder / "report")
    for nth, refusal in cases:
        prepare(place)
        outcome = server.run(Job(name, str(place), report, nth, *refusal))
        expected = signal.SIGKILL if refusal.error == KILLED else 0
        told = [] if outcome.status == expected else [f"it ended with status {outcome.status}"]
        told += judge(place, outcome.book) + later(place)
        found.runs += 1
        found.codes.update(line.value for line in outcome.book.failures)
        found.wrong += [f"{nth} {refusal} ({outcome.refused}): {words}" for words in told]
        shutil.rmtree(place)
    return found
