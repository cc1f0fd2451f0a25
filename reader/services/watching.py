"""The watch points of the library, and what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.changes import Changes
from reader.model.errors import UsageError
from reader.model.watching import WATCH_STATUSES, WatchStatus

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library import Library
    from reader.model.watching import WatchPoint


class Watching:
    """What the board and the panel of watch points need."""

    def __init__(self, library: Library, *, clock: Callable[[], str]) -> None:
        self._library = library
        self._clock = clock

    def all(
        self,
        *,
        status: str | None = None,
        limit: int = 500,
        after: WatchPoint | None = None,
    ) -> list[WatchPoint]:
        """Return watch points of the whole library, a page at a time, behind ``after``."""
        known = None if status is None else _status(status)
        return self._library.watch_points.all(status=known, limit=limit, after=after)

    def of_article(self, article_id: str) -> tuple[WatchPoint, ...]:
        """Return the watch points of one article, in the order of its text."""
        return self._library.watch_points.of_article(article_id)

    def get(self, watch_id: str) -> WatchPoint:
        """Return one watch point."""
        return self._library.watch_points.get(watch_id)

    def resolve(self, prefix: str) -> str:
        """Return the id that begins with ``prefix``; it must be the only one."""
        return self._library.watch_points.resolve(prefix)

    def set_status(self, watch_id: str, status: str, *, why: str = "") -> Changes:
        """Say where the question stands; its history grows by one step."""
        known = _status(status)
        with self._library.writing():
            point = self._library.watch_points.get(watch_id)
            if point.status == known and not why:
                return Changes()
            self._library.watch_points.set_status(watch_id, known, why=why, now=self._clock())
        return Changes(annotations=frozenset((point.article_id,)))


def _status(status: str) -> WatchStatus:
    if status not in WATCH_STATUSES:
        raise UsageError("bad_status", status=status, known=", ".join(WATCH_STATUSES))
    return status
