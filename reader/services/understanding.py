"""What is still to be understood: hand it out, and put the understanding where it belongs."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.library import Stored
from reader.model.changes import Changes
from reader.model.errors import NotFoundError
from reader.services.forms import Forms

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from reader.library import Library
    from reader.model.blocks import Block
    from reader.model.ids import IdMaker
    from reader.model.understanding import Understanding as Understood
    from reader.system.pool import WorkerPool

_log = logging.getLogger(__name__)
_FAILED = "understanding.failed"


@dataclass(frozen=True, slots=True)
class Pending:
    """A text that waits for its understanding, as values that another process can take.

    ``corrected`` says that the reader corrected blocks of it.
    """

    article_id: str
    revision: int
    text: str
    blocks: tuple[Block, ...]
    language: str
    corrected: bool = False


class Understanding:
    """Keeps the understanding of every article up with its text and with the analyser.

    The window has the analysing done by worker processes (``next_pending`` or ``next_many``,
    then ``reader.services.analysing.understand`` there, then ``store``, ``store_many`` or
    ``failed``); a terminal command does it itself (``finish``).
    """

    def __init__(self, library: Library, *, clock: Callable[[], str], make_id: IdMaker) -> None:
        self._library = library
        self._clock = clock
        self._make_id = make_id
        self._forms = Forms(library)

    def next_pending(self, *, first: str | None = None) -> Pending | None:
        """Return a text that waits, that of the article ``first`` before all others.

        None when nothing waits but what this analyser could not take.
        """
        from reader.services.analysing import version

        today = version()
        if first is not None:
            failed = self._failed(today)
            for article_id, revision in self._first(first, today):
                if failed.get(article_id) != revision:
                    return self._pending(article_id)
        return next(iter(self.next_many(1)), None)

    def next_many(self, limit: int, *, besides: Collection[str] = ()) -> list[Pending]:
        """Return texts that wait, at most ``limit``; those of the articles ``besides`` left out.

        Name there what was handed out and is not stored yet.
        """
        from reader.services.analysing import version

        today = version()
        failed = self._failed(today)
        many = limit + len(failed) + len(besides)
        waiting = [
            article_id
            for article_id, revision in self._library.understandings.pending(today, limit=many)
            if article_id not in besides and failed.get(article_id) != revision
        ]
        return [self._pending(article_id) for article_id in waiting[:limit]]

    def store(self, pending: Pending, understanding: Understood) -> Changes:
        """Keep an understanding, unless its text has been replaced or removed meanwhile."""
        return self.store_many([(pending, understanding)])

    def store_many(self, understood: Iterable[tuple[Pending, Understood]]) -> Changes:
        """Keep several understandings in one transaction, as ``store`` keeps one.

        One transaction waits for the disk once, so that many are kept much faster than one by
        one; some twenty at a time leave others room to write.
        """
        with self._library.writing():
            forms = self._forms.refresh()
            kept = self._library.understandings.store_many(
                [
                    Stored(
                        pending.article_id,
                        pending.revision,
                        understanding,
                        self._forms.places(pending.text),
                    )
                    for pending, understanding in understood
                    if self._is_current(pending)
                ],
                now=self._clock(),
                make_id=self._make_id,
                forms=forms,
            )
        return Changes(content=frozenset(kept))

    def failed(self, pending: Pending, why: BaseException | str) -> None:
        """Remember that this analyser cannot take this text, so that it is not tried for ever.

        The next version of the analyser tries it again.
        """
        from reader.services.analysing import version

        _log.error("article %s could not be understood: %r", pending.article_id, why)
        with self._library.writing():
            today = version()
            failed = self._failed(today)
            failed[pending.article_id] = pending.revision
            kept = {"version": today, "revisions": failed}
            self._library.meta.set(_FAILED, json.dumps(kept))

    def finish(
        self,
        *,
        limit: int | None = None,
        only: str | None = None,
        pool: WorkerPool | None = None,
    ) -> Changes:
        """Understand what waits, at most ``limit`` articles, or ``only`` one.

        A heap is shared among worker processes, those of ``pool`` or some of its own; a few
        texts are understood in this process. Where nothing can be written all of it waits.
        """
        if self._library.read_only:
            return Changes()
        self._forms.go_on()
        if only is None and (pool is not None or self._is_heap(limit)):
            from reader.services.heaps import finish_heap
            from reader.system.pool import WorkerPool

            if pool is not None:
                return finish_heap(self, pool, limit=limit)
            with WorkerPool() as own:
                return finish_heap(self, own, limit=limit)
        changes = Changes()
        done: set[tuple[str, int, tuple[Block, ...]]] = set()
        while limit is None or len(done) < limit:
            pending = self.next_pending(first=only)
            if pending is None or (only is not None and pending.article_id != only):
                break
            handed_out = (pending.article_id, pending.revision, pending.blocks)
            if handed_out in done:
                raise RuntimeError(f"{pending.article_id} was understood and still waits")
            done.add(handed_out)
            changes |= self._understand(pending)
        return changes

    def _is_heap(self, limit: int | None) -> bool:
        from reader.services.analysing import version
        from reader.services.heaps import HEAP

        if limit is not None and limit < HEAP:
            return False
        return len(self._library.understandings.pending(version(), limit=HEAP)) == HEAP

    def _understand(self, pending: Pending) -> Changes:
        from reader.services.analysing import understand

        try:
            understanding = understand(pending.text, pending.blocks, pending.language)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # noqa: BLE001 - a panic of the tokeniser is no Exception
            self.failed(pending, error)
            return Changes()
        return self.store(pending, understanding)

    def _pending(self, article_id: str) -> Pending:
        return Pending(article_id, *self._library.understandings.text_of(article_id))

    def _is_current(self, pending: Pending) -> bool:
        """Say whether the article is there, with its blocks as they were handed out."""
        try:
            corrected = self._library.blocks.are_corrected(pending.article_id)
            if not (corrected or pending.corrected):
                return True
            return self._library.articles.revision(pending.article_id).blocks == pending.blocks
        except NotFoundError:
            return False

    def _first(self, article_id: str, version: int) -> list[tuple[str, int]]:
        """Return the article if it waits."""
        try:
            newest = self._library.articles.revision(article_id).number
        except NotFoundError:
            return []
        understood = self._library.understandings.get(article_id)
        if understood and understood.version >= version and understood.revision == newest:
            return []
        return [(article_id, newest)]

    def _failed(self, version: int) -> dict[str, int]:
        """Return the revisions that this version of the analyser could not take, by article."""
        kept = json.loads(self._library.meta.get(_FAILED) or "{}")
        failed: dict[str, int] = kept["revisions"] if kept.get("version") == version else {}
        return failed


def try_again(library: Library, article_id: str) -> None:
    """Let a text be tried again that the analyser could not take: its blocks are others now."""
    kept = json.loads(library.meta.get(_FAILED) or "{}")
    if kept.get("revisions", {}).pop(article_id, None) is not None:
        library.meta.set(_FAILED, json.dumps(kept))
