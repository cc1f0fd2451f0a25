"""Small values that belong to the library as a whole, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library.connection import Connection


class Meta:
    """Keeps strings by name; the services prefix theirs, as in ``understanding.failed``."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def get(self, key: str, default: str = "") -> str:
        """Return a value, or the default while there is none."""
        value = self._db.value("SELECT value FROM meta WHERE key = ?", (key,))
        return default if value is None else str(value)

    def set(self, key: str, value: str) -> None:
        """Keep a value."""
        with self._db.writing():
            self._db.run("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, value))

    def remove(self, key: str) -> None:
        """Forget a value, if there is one."""
        with self._db.writing():
            self._db.run("DELETE FROM meta WHERE key = ?", (key,))
