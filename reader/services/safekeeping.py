"""The library's safety: backups, what they hold, and putting one in the library's place.

It works on the folder, not on an open library: a library that cannot be opened is where it is
needed most, and nothing may have one open that is replaced.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reader.model.errors import LibraryError, NotFoundError, UsageError
from reader.model.safekeeping import Findings
from reader.system.clock import now_utc

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.model.safekeeping import Backup, Look

_A_DAY = 86_400


class Safekeeping:
    """Lists, makes and restores the backups of the library in a folder."""

    def __init__(self, folder: Path, *, clock: Callable[[], str] = now_utc) -> None:
        self._folder = folder
        self._clock = clock

    def backups(self) -> list[Backup]:
        """Return the backups, the newest first."""
        from reader.library.backups import list_backups

        return list_backups(self._folder)

    def find(self, written: str) -> Backup:
        """Return the backup that is meant: by its number, its name or the beginning of that."""
        there = self.backups()
        if not written.strip():
            raise UsageError("no_such_backup", name=written, folder=str(self._folder))
        named = [one for one in there if written in {one.name, str(one.path)}]
        if not named and written.isdigit():
            named = [one for one in there if one.number == int(written)]
        if not named:
            named = [one for one in there if one.name.startswith(written)]
        if not named:
            raise NotFoundError("no_such_backup", name=written, folder=str(self._folder))
        if len(named) > 1:
            names = "、".join(one.name for one in named)
            raise NotFoundError("ambiguous_backup", name=written, names=names)
        return named[0]

    def look(self, backup: Backup) -> Look:
        """Say what a backup holds, what is wrong with it, and what restoring it would change."""
        from reader.library.looking import look_into

        return look_into(self._folder, backup)

    def newest_good(self) -> Backup | None:
        """Return the newest backup in which every word is as it was written."""
        from reader.library.looking import newest_good

        return newest_good(self.backups())

    def restore(self, backup: Backup) -> Path | None:
        """Put a backup in the library's place; return where the replaced file is kept now."""
        from reader.library.restoring import restore

        return restore(self._folder, backup.path, now=self._clock())

    def look_after(self) -> Findings:
        """Check the file quickly, and back it up when the last daily backup is a day old.

        A library in which something is wrong gets no daily backup: those there are stay.
        """
        from reader.library.backups import write_backup
        from reader.library.checking import quick_problems

        damage = quick_problems(self._folder)
        if damage or not os.access(self._folder, os.W_OK) or not self._is_due():
            return Findings(damage=damage)
        try:
            made = write_backup(self._folder, "daily", now=self._clock())
        except LibraryError as error:
            if error.code == "backup_unsound":
                return Findings(damage=(str(error.details["reason"]),))
            raise
        return Findings(backup=made)

    def _is_due(self) -> bool:
        """Say whether the newest daily backup, by number, is a day away from now.

        A clock that was set back by days makes it due once, and then the new one is the newest.
        """
        from datetime import datetime

        from reader.library.backups import made_at

        newest = next((one for one in self.backups() if one.kind == "daily"), None)
        if newest is None:
            return True
        try:
            made = datetime.fromisoformat(made_at(newest))
            now = datetime.fromisoformat(self._clock())
            return abs((now - made.replace(tzinfo=now.tzinfo)).total_seconds()) >= _A_DAY
        except ValueError:
            return True


def look_after(folder: Path) -> Findings:
    """Look after the library in a folder: what a process beside the window does."""
    return Safekeeping(folder).look_after()


def backups_in(folder: Path) -> list[Backup]:
    """Return the backups of the library in a folder, the newest first."""
    return Safekeeping(folder).backups()


def newest_good_in(folder: Path) -> Backup | None:
    """Return the newest backup of the library in a folder that can be relied on."""
    return Safekeeping(folder).newest_good()


def look_at(folder: Path, backup: Backup) -> Look:
    """Say what a backup of the library in a folder holds."""
    return Safekeeping(folder).look(backup)


def put_back(folder: Path, backup: Backup) -> Path | None:
    """Put a backup in the place of the library in a folder; return where that is kept now."""
    return Safekeeping(folder).restore(backup)
