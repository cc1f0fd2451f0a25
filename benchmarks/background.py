"""How fast a heap of articles is understood in the background, kept in the library and all."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.measuring import Figure, Options, Spread, Target
from benchmarks.running import run_alone
from benchmarks.texts import articles
from reader.services.analysing import understand
from reader.services.desk import open_desk
from reader.sources.reading import document_of_text
from reader.system.pool import WorkerPool

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.texts import MadeText
    from reader.services.desk import Desk

_LENGTH = 1_600
_FIRST = 200
_MOST_MS = 12.5
"""Milliseconds an article: 80 a second."""


def measure(options: Options) -> list[Figure]:
    """Understand a heap of articles with two processes, beside one thread that stores nothing."""
    heap = options.count(usual=10_000, quick=120)
    first = min(_FIRST, heap // 2)
    with TemporaryDirectory() as folder, open_desk(Path(folder)) as desk, WorkerPool() as pool:
        made = articles(heap + first, length=_LENGTH)
        _add(desk, made, first)
        _finish(desk, pool)
        before = _memory(pool)
        _add(desk, made, heap)
        rates = list(_rates(desk, pool, heap))
        after = _memory(pool)
    alone = _alone(min(first, 100))
    figures = [
        Figure(
            "background.article",
            "ms",
            Spread.of(rates),
            peers={"one thread, nothing kept": alone},
            target=Target("median", _MOST_MS),
        )
    ]
    if before and after:
        floor = ("after the first heap", Spread.of([before]))
        target = Target("ratio", 1.25)
        figures.append(
            Figure("background.memory", "MiB", Spread.of([after]), floor=floor, target=target)
        )
    return figures


def _add(desk: Desk, made: Iterator[MadeText], count: int) -> None:
    for number in range(count):
        text = next(made).text
        report = desk.adding.add_bytes(text.encode(), f"{number}.txt")
        assert report.outcome == "added", report


def _rates(desk: Desk, pool: WorkerPool, heap: int) -> Iterator[float]:
    """Yield the milliseconds an article, for ten parts of the heap."""
    part = max(heap // 10, 1)
    for _ in range(heap // part):
        began = time.perf_counter()
        done = len(desk.understanding.finish(limit=part, pool=pool).content)
        yield (time.perf_counter() - began) * 1000 / done


def _finish(desk: Desk, pool: WorkerPool) -> None:
    desk.understanding.finish(pool=pool)


def _alone(count: int) -> Spread:
    taken = []
    for made in articles(count + 5, length=_LENGTH):
        document = document_of_text(made.text)
        began = time.perf_counter()
        understand(document.text, document.blocks)
        taken.append((time.perf_counter() - began) * 1000)
    return Spread.of(taken[5:])


def _memory(pool: WorkerPool) -> float:
    """Return how much of their own memory the processes hold, in MiB; 0 where that is not told."""
    kept = 0
    for id_ in pool.process_ids:
        try:
            with Path(f"/proc/{id_}/smaps_rollup").open(encoding="ascii") as lines:
                kept += sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))
        except OSError:
            return 0.0
    return kept / 1024


if __name__ == "__main__":
    sys.exit(run_alone(measure))
