"""Understanding in the background: texts in heaps, in processes of their own."""

from __future__ import annotations

import logging
from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from reader.gui.runner import is_there
from reader.system.pool import WorkerPool

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future

    from reader.gui.session import Session
    from reader.model.changes import Changes
    from reader.model.errors import ReaderError
    from reader.model.understanding import Understanding
    from reader.services.desk import Desk
    from reader.services.understanding import Pending

_log = logging.getLogger(__name__)

_HEAP = 48
_FEW = 12
_A_WORKER = 2
_MOST_AT_ONCE = 24
_REST_AFTER = 120_000
_A_STEP = 0.1


class _Fetched(NamedTuple):
    """Texts that wait; with none, whether articles wait to follow a term of the reader's."""

    pending: Sequence[Pending]
    more_to_bring_along: bool


class BackgroundUnderstanding(QObject):
    """Keeps the understanding up with the library; ``idle_changed(bool)`` tells when it rests.

    Texts are fetched a heap at a time, each worker has one in hand and one waiting, and what
    has come back while the library was writing is kept in the next transaction together.
    After two minutes of rest the processes end: they hold a tokeniser in memory.
    """

    idle_changed = Signal(bool)
    _answered = Signal(object, object)
    _computed = Signal(object, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pool: WorkerPool | None = None
        self._waiting: deque[Pending] = deque()
        self._at_work: set[str] = set()  # articles, from being fetched until they are kept
        self._in_hand = 0
        self._warm = False
        self._answers: list[tuple[Pending, Understanding]] = []
        self._fetching = self._keeping = False
        self._idle = True
        self._asked_again = False
        self._first = ""
        self._closed = False
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._computed.connect(self._on_computed, Qt.ConnectionType.QueuedConnection)
        session.computing_wanted.connect(self._on_computing_wanted)
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_REST_AFTER)
        self._resting.timeout.connect(self._on_long_rest)

    @property
    def idle(self) -> bool:
        """Say whether nothing is being understood."""
        return self._idle

    def wake(self, first: str = "") -> None:
        """Look for texts that wait, the one that is open first."""
        if self._closed:
            return
        self._first = first or self._first
        self._resting.stop()
        self._set_idle(False)
        self._fetch()

    def close(self) -> None:
        """Stop; what was not understood waits for the next start."""
        self._closed = True
        self._resting.stop()
        if self._pool is not None:
            self._pool.close()

    def _fetch(self) -> None:
        if self._fetching:
            self._asked_again = True
            return
        self._fetching = True
        work = partial(_next, self._first, frozenset(self._at_work))
        self._session.write(work, self._on_fetched, failed=self._give_up)

    def _on_fetched(self, fetched: _Fetched) -> None:
        self._fetching = False
        found = fetched.pending
        fresh = [one for one in found if one.article_id not in self._at_work]
        self._at_work.update(one.article_id for one in fresh)
        if fresh and fresh[0].article_id == self._first:
            self._waiting.appendleft(fresh.pop(0))
        self._waiting.extend(fresh)
        self._hand_out()
        if self._asked_again or (fetched.more_to_bring_along and not self._at_work):
            self._asked_again = False
            self._fetch()
        elif not self._at_work:
            self._first = ""
            self._set_idle(True)
            self._resting.start()

    def _hand_out(self) -> None:
        """Give the workers as much as they can do while we look away."""
        if self._closed:
            return
        if self._waiting:
            self._started_pool()
        while self._pool is not None and self._waiting:
            # The first text is the one that is looked at: nothing may start beside it and delay it.
            if self._in_hand >= (_A_WORKER * self._pool.size if self._warm else 1):
                return
            pending = self._waiting.popleft()
            self._in_hand += 1
            future = self._pool.submit(
                "reader.services.analysing.understand",
                pending.text,
                pending.blocks,
                pending.language,
            )
            future.add_done_callback(partial(self._emit_answer, pending))

    def _started_pool(self) -> WorkerPool:
        if self._pool is None:
            self._pool = WorkerPool()
            self._warm = False
        return self._pool

    @Slot(str, object, object)
    def _on_computing_wanted(
        self, function: str, arguments: tuple[object, ...], then: Callable[[object], None]
    ) -> None:
        """Let a worker that is there anyway do something else that is asked for."""
        if self._closed:
            return
        future = self._started_pool().submit(function, *arguments)
        future.add_done_callback(partial(self._emit_computed, then))
        if self._idle:
            self._resting.start()

    def _emit_computed(self, then: Callable[[object], None], future: Future[Any]) -> None:
        # In a worker's own thread, as above.
        if not self._closed and not future.cancelled():
            self._computed.emit(then, future.exception() or future.result())

    @Slot(object, object)
    def _on_computed(self, then: Callable[[object], None], answer: object) -> None:
        if isinstance(answer, BaseException):
            _log.info("a worker could not do what was asked: %r", answer)
        elif is_there(then):
            then(answer)

    def _emit_answer(self, pending: Pending, future: Future[Any]) -> None:
        # In a worker's own thread: only a signal may leave it.
        if not self._closed and not future.cancelled():
            self._answered.emit(pending, future.exception() or future.result())

    @Slot(object, object)
    def _on_answered(self, pending: Pending, answer: Understanding | BaseException) -> None:
        self._in_hand -= 1
        self._warm = True
        self._hand_out()
        if isinstance(answer, BaseException):
            _log.error("an article could not be understood: %r", answer)
            self._session.write(
                partial(_failed, pending, answer),
                partial(self._on_noted, pending),
                failed=self._give_up,
            )
        else:
            self._answers.append((pending, answer))
            self._keep()

    def _keep(self) -> None:
        """Store what has come back, unless that is being done already."""
        if self._keeping or not self._answers:
            return
        self._keeping = True
        kept, self._answers = self._answers[:_MOST_AT_ONCE], self._answers[_MOST_AT_ONCE:]
        pending = [one for one, _ in kept]
        self._session.write(
            partial(_store, kept),
            partial(self._on_kept, pending),
            failed=self._give_up,
        )

    def _on_kept(self, pending: Sequence[Pending], _changes: Changes) -> None:
        self._keeping = False
        self._let_go(pending)
        self._keep()

    def _on_noted(self, pending: Pending, _nothing: None) -> None:
        self._let_go([pending])

    def _give_up(self, error: ReaderError) -> None:
        """Leave everything to wait in the library: it is fetched again when that changes."""
        self._fetching = self._keeping = False
        self._waiting.clear()
        self._answers.clear()
        self._at_work.clear()
        self._session.failed.emit(error)
        self._set_idle(True)

    def _let_go(self, pending: Sequence[Pending]) -> None:
        self._at_work.difference_update(one.article_id for one in pending)
        if len(self._waiting) < _FEW:
            self._fetch()

    def _set_idle(self, idle: bool) -> None:
        if idle != self._idle:
            self._idle = idle
            self.idle_changed.emit(idle)

    @Slot()
    def _on_long_rest(self) -> None:
        if self._idle and self._pool is not None:
            self._pool.close()
            self._pool = None


def _next(first: str, besides: frozenset[str], desk: Desk) -> _Fetched:
    found = desk.understanding.next_many(_HEAP, besides=besides)
    if not found:
        return _Fetched([], desk.glossary.go_on(seconds=_A_STEP))
    if first and first not in besides:
        wanted = desk.understanding.next_pending(first=first)
        if wanted is not None and wanted.article_id == first:
            found = [wanted, *(one for one in found if one.article_id != first)]
    return _Fetched(found, more_to_bring_along=False)


def _store(understood: list[tuple[Pending, Understanding]], desk: Desk) -> Changes:
    return desk.understanding.store_many(understood)


def _failed(pending: Pending, why: BaseException, desk: Desk) -> None:
    desk.understanding.failed(pending, why)
