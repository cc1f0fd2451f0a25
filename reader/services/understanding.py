"""What is still to be understood: hand it out, and put the understanding where it belongs."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model.changes import Changes
from reader.model.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library import Library
    from reader.model.blocks import Block
    from reader.model.ids import IdMaker
    from reader.model.understanding import Understanding as Understood

_log = logging.getLogger(__name__)
_FAILED = "understanding.failed"


@dataclass(frozen=True, slots=True)
class Pending:
    """A text that waits for its understanding, as values that another process can take."""

    article_id: str
    revision: int
    text: str
    blocks: tuple[Block, ...]
    language: str


class Understanding:
    """Keeps the understanding of every article up with its text and with the analyser.

    The window has the analysing done by a worker process (``next_pending``, then
    ``reader.language.analysis.analyse`` there, then ``store`` or ``failed``); a terminal
    command does it itself (``finish``).
    """

    def __init__(self, library: Library, *, clock: Callable[[], str], make_id: IdMaker) -> None:
        self._library = library
        self._clock = clock
        self._make_id = make_id

    def next_pending(self, *, first: str | None = None) -> Pending | None:
        """Return a text that waits, that of the article ``first`` before all others.

        None when nothing waits but what this analyser could not take.
        """
        from reader.language.analysis import ANALYSER_VERSION

        failed = self._failed(ANALYSER_VERSION)
        waiting = self._library.understandings.pending(ANALYSER_VERSION, limit=1 + len(failed))
        if first is not None:
            waiting = [*self._first(first, ANALYSER_VERSION), *waiting]
        for article_id, revision in waiting:
            if failed.get(article_id) != revision:
                return self._pending(article_id, revision)
        return None

    def store(self, pending: Pending, understanding: Understood) -> Changes:
        """Keep an understanding, unless its text has been replaced or removed meanwhile."""
        try:
            kept = self._library.understandings.store(
                pending.article_id,
                pending.revision,
                understanding,
                now=self._clock(),
                make_id=self._make_id,
            )
        except NotFoundError:
            return Changes()
        return Changes(content=frozenset((pending.article_id,))) if kept else Changes()

    def failed(self, pending: Pending, why: BaseException | str) -> None:
        """Remember that this analyser cannot take this text, so that it is not tried for ever.

        The next version of the analyser tries it again.
        """
        from reader.language.analysis import ANALYSER_VERSION

        _log.error("article %s could not be understood: %r", pending.article_id, why)
        with self._library.writing():
            failed = self._failed(ANALYSER_VERSION)
            failed[pending.article_id] = pending.revision
            kept = {"version": ANALYSER_VERSION, "revisions": failed}
            self._library.meta.set(_FAILED, json.dumps(kept))

    def finish(self, *, limit: int | None = None, only: str | None = None) -> Changes:
        """Understand what waits, in this process; at most ``limit`` articles, or ``only`` one."""
        changes = Changes()
        done: set[tuple[str, int]] = set()
        while limit is None or len(done) < limit:
            pending = self.next_pending(first=only)
            if pending is None or (only is not None and pending.article_id != only):
                break
            if (pending.article_id, pending.revision) in done:
                raise RuntimeError(f"{pending.article_id} was understood and still waits")
            done.add((pending.article_id, pending.revision))
            changes |= self._understand(pending)
        return changes

    def _understand(self, pending: Pending) -> Changes:
        from reader.language.analysis import analyse

        try:
            understanding = analyse(pending.text, pending.blocks, pending.language)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # noqa: BLE001 - a panic of the tokeniser is no Exception
            self.failed(pending, error)
            return Changes()
        return self.store(pending, understanding)

    def _pending(self, article_id: str, revision: int) -> Pending:
        newest = self._library.articles.revision(article_id)
        language = self._library.articles.get(article_id).language
        return Pending(article_id, revision, newest.text, newest.blocks, language)

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
