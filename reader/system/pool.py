"""A few worker processes that share the jobs, for work that comes in heaps."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Self

from reader.system.workers import Worker

if TYPE_CHECKING:
    from concurrent.futures import Future
    from types import TracebackType

_MOST = 2


def usual_size() -> int:
    """Return how many processes to share work among: two, or as many as there are cores.

    Each keeps a tokeniser in memory; a laptop that stays quiet is worth more than haste.
    """
    return min(_MOST, os.cpu_count() or 1)


class WorkerPool:
    """Hands each job to the worker that has least to do; a single job starts one process."""

    def __init__(self, size: int | None = None, *, name: str = "chumoku-worker") -> None:
        count = usual_size() if size is None else size
        self._workers = tuple(Worker(f"{name}-{number + 1}") for number in range(count))
        self._waiting: list[list[Future[Any]]] = [[] for _ in self._workers]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def size(self) -> int:
        """Return among how many processes the jobs are shared."""
        return len(self._workers)

    @property
    def process_ids(self) -> tuple[int, ...]:
        """Return the ids of the processes that are there now."""
        return tuple(id_ for worker in self._workers if (id_ := worker.process_id) is not None)

    def submit(self, function: str, /, *arguments: object) -> Future[Any]:
        """Let one of the processes call a function; see ``Worker.submit``."""
        self._waiting = [[one for one in jobs if not one.done()] for jobs in self._waiting]
        least = min(range(self.size), key=lambda number: len(self._waiting[number]))
        future = self._workers[least].submit(function, *arguments)
        self._waiting[least].append(future)
        return future

    def close(self) -> None:
        """Stop at once; see ``Worker.close``."""
        for worker in self._workers:
            worker.close()
