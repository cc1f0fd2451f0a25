"""Look after the library: find out whether every word in it is still as it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library import Library, Problem, Statistics


class Maintaining:
    """Checks the library and counts what is in it."""

    def __init__(self, library: Library, *, clock: Callable[[], str]) -> None:
        self._library = library
        self._clock = clock

    def check(self) -> list[Problem]:
        """Return what is wrong with the library; an empty list is good news."""
        return list(self._library.check())

    def statistics(self) -> Statistics:
        """Count what is in the library."""
        return self._library.statistics()

    def rebuild_search(self, *, progress: Callable[[int], None] | None = None) -> None:
        """Make the search index anew where a newer Chumoku folds words in another way."""
        if not self._library.search.is_ready():
            self._library.search.rebuild(progress=progress)

    def forget_removed(self) -> int:
        """Forget for good what the reader took away long ago; return how many things."""
        from datetime import datetime, timedelta

        from reader.library.removed import DAYS_KEPT

        before = datetime.fromisoformat(self._clock()) - timedelta(days=DAYS_KEPT)
        return self._library.removed.forget(before.strftime("%Y-%m-%dT%H:%M:%SZ"))
