"""The watch points of the library, and what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.changes import Changes
from reader.model.errors import UsageError
from reader.model.watching import WATCH_STATUSES, WatchStatus
from reader.services.recording import Recording, rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library import Library
    from reader.model.article import Revision
    from reader.model.ids import IdMaker
    from reader.model.watching import WatchPoint


class Watching:
    """What the board and the panel of watch points need; each act can be undone."""

    def __init__(self, library: Library, *, clock: Callable[[], str], make_id: IdMaker) -> None:
        self._library = library
        self._clock = clock
        self._make_id = make_id
        self._record = Recording(library, clock=clock, make_id=make_id)

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
            with self._record("act.status", rows("watch_point", id=watch_id), text=point.text):
                self._library.watch_points.set_status(watch_id, known, why=why, now=self._clock())
        return _annotated(point)

    def make(self, article_id: str, start: int, end: int) -> tuple[WatchPoint, Changes]:
        """Make a watch point of a passage of the newest text.

        Where the passage is one already, that one is returned, and brought back if it had been
        dismissed. UsageError ``bad_passage`` where the passage has no words.
        """
        from reader.annotation.anchors import describe

        library = self._library
        with library.writing():
            revision = library.articles.revision(article_id)
            start, end = _trimmed(revision.text, start, end)
            for point in library.watch_points.of_article(article_id):
                if (point.start, point.end) == (start, end):
                    return point, Changes()
            for point in library.watch_points.dismissed(article_id):
                if (point.start, point.end) == (start, end):
                    changes = self.restore(point.id)
                    return library.watch_points.get(point.id), changes
            made = self._make_id()
            words = " ".join(revision.text[start:end].split())
            with self._record("act.watch_made", rows("watch_point", id=made), text=words):
                point = library.watch_points.add(
                    article_id,
                    id=made,
                    text=words,
                    anchor=describe(revision.text, start, end),
                    heading=_heading(revision, start),
                )
        return point, _annotated(point)

    def dismiss(self, watch_id: str) -> Changes:
        """Say that this is no watch point: it is in no list, nor ever found again."""
        return self._set_dismissed(watch_id, dismissed=True)

    def restore(self, watch_id: str) -> Changes:
        """Say that a dismissed one is a watch point after all."""
        return self._set_dismissed(watch_id, dismissed=False)

    def dismissed(self, article_id: str) -> tuple[WatchPoint, ...]:
        """Return what the reader said is no watch point of an article."""
        return self._library.watch_points.dismissed(article_id)

    def _set_dismissed(self, watch_id: str, *, dismissed: bool) -> Changes:
        point = self._library.watch_points.get(watch_id)
        label = "act.dismiss" if dismissed else "act.restore_watch"
        with self._record(label, rows("watch_point", id=watch_id), text=point.text):
            self._library.watch_points.set_dismissed(watch_id, dismissed=dismissed)
        return _annotated(point)


def _annotated(point: WatchPoint) -> Changes:
    return Changes(annotations=frozenset((point.article_id,)))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a range without the white space around its words."""
    words = text[start:end] if 0 <= start < end <= len(text) else ""
    if not words.strip():
        raise UsageError("bad_passage", start=start, end=end)
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _heading(revision: Revision, start: int) -> str:
    """Return the heading that a place stands under."""
    above = [block for block in revision.blocks if block.kind == "heading" and block.end <= start]
    return revision.text[above[-1].start : above[-1].end] if above else ""


def _status(status: str) -> WatchStatus:
    if status not in WATCH_STATUSES:
        raise UsageError("bad_status", status=status, known=", ".join(WATCH_STATUSES))
    return status
