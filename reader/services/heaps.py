"""Understand a heap of texts with worker processes: handed out, taken back, kept together."""

from __future__ import annotations

from concurrent.futures import FIRST_COMPLETED, Future, wait
from typing import TYPE_CHECKING, Any

from reader.model.changes import Changes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model.understanding import Understanding as Understood
    from reader.services.understanding import Pending, Understanding
    from reader.system.pool import WorkerPool

HEAP = 64
"""From how many texts on it is worth it to start processes."""
_FEW = 16
_TOGETHER = 24


def finish_heap(
    understanding: Understanding, pool: WorkerPool, *, limit: int | None = None
) -> Changes:
    """Understand what waits, at most ``limit`` texts, with the processes of ``pool``.

    Texts are taken from the library some at a time, so that memory does not grow with the heap.
    """
    heap = _Heap(understanding, pool, limit)
    changes = Changes()
    while heap.hand_out():
        changes |= heap.take_back()
    return changes


class _Heap:
    def __init__(self, understanding: Understanding, pool: WorkerPool, limit: int | None) -> None:
        self._understanding = understanding
        self._pool = pool
        self._left = limit
        self._at_work: dict[Future[Any], Pending] = {}
        self._answers: list[tuple[Pending, Understood]] = []
        self._done: set[tuple[str, int, int]] = set()

    def hand_out(self) -> bool:
        """Fetch more texts when few are at work; say whether any are, or wait to be kept."""
        if len(self._at_work) < _FEW and self._left != 0:
            many = HEAP if self._left is None else min(HEAP, self._left)
            for pending in self._understanding.next_many(many, besides=self._names()):
                self._hand(pending)
        return bool(self._at_work or self._answers)

    def take_back(self) -> Changes:
        """Wait for an answer; keep the answers when they are many, or the last."""
        done: Iterable[Future[Any]] = wait(self._at_work, return_when=FIRST_COMPLETED).done
        for future in done:
            pending = self._at_work.pop(future)
            fault = future.exception()
            if fault is None:
                self._answers.append((pending, future.result()))
            else:
                self._understanding.failed(pending, fault)
        if len(self._answers) < _TOGETHER and self._at_work:
            return Changes()
        kept, self._answers = self._answers, []
        return self._understanding.store_many(kept)

    def _hand(self, pending: Pending) -> None:
        name = pending.article_id, pending.revision, hash(pending.blocks)
        if name in self._done:
            raise RuntimeError(f"{pending.article_id} was understood and still waits")
        self._done.add(name)
        if self._left is not None:
            self._left -= 1
        future = self._pool.submit(
            "reader.services.analysing.understand",
            pending.text,
            pending.blocks,
            pending.language,
        )
        self._at_work[future] = pending

    def _names(self) -> frozenset[str]:
        at_work = {pending.article_id for pending in self._at_work.values()}
        return frozenset(at_work | {pending.article_id for pending, _ in self._answers})
