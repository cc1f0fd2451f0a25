"""Cut the power of a workload at many moments, and look each time at what is left."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from faults.interposing import Job
from faults.judging import complaints
from faults.ledger import Book
from faults.power import Disk, records

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from faults.interposing import Server

    Judge = Callable[[Path, Book], list[str]]


@dataclass
class Cuts:
    """How often the power was cut, and what was found wrong after it."""

    points: int = 0
    opened: int = 0
    wrong: list[str] = field(default_factory=list)


def cut_power(
    server: Server,
    place: Path,
    work: Path,
    *,
    seed: int,
    often: float,
    workload: str = "day",
    pragma: str = "",
    judge: Judge = complaints,
) -> Cuts:
    """Run a workload in ``place`` and cut the power after a share ``often`` of its changes."""
    disk = Disk(place)
    log, report = work / "log", work / "report"
    outcome = server.run(
        Job(workload, str(place), str(report), log=str(log), pragma=pragma),
    )
    assert outcome.status == 0
    random = Random(seed)
    found, book = Cuts(), Book()
    for record in records(log):
        if record.kind == "M":
            book.take(record.data.decode())
            continue
        disk.take(record)
        found.points += 1
        if random.random() < often:
            found.opened += 1
            target = work / "after"
            disk.cut(target, random)
            told = judge(target, book)
            found.wrong += [f"seed {seed}, change {found.points}: {words}" for words in told]
            shutil.rmtree(target)
    return found
