"""Look after the library: find out whether every word in it is still as it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library import Library, Problem, Statistics
    from reader.model.safekeeping import Backup


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

    def back_up(self) -> Backup:
        """Back the library up because the reader asks for it; such a backup is never taken away.

        Where something in it is damaged, the backup says so in its name (``damaged``).
        """
        return self._library.backup("by-hand", now=self._clock(), keep_damaged=True)

    def forget_removed(self) -> int:
        """Forget for good what the reader took away long ago; return how many things.

        The clock alone does not decide that: it may have jumped ahead by years. What is
        forgotten was away already when the oldest of as many daily backups was made as are
        kept, each on a day of its own on which the library was used. So it also lies in all of
        them, the newest too, for as many days to come.
        """
        from datetime import datetime, timedelta

        from reader.library.backups import KEPT, list_backups
        from reader.library.looking import removed_in
        from reader.library.removed import DAYS_KEPT

        daily = [one for one in list_backups(self._library.folder) if one.kind == "daily"]
        if len(daily) < KEPT["daily"]:
            return 0
        away = removed_in(daily[-1]) & removed_in(daily[0])
        before = datetime.fromisoformat(self._clock()) - timedelta(days=DAYS_KEPT)
        return self._library.removed.forget(before.strftime("%Y-%m-%dT%H:%M:%SZ"), among=away)
