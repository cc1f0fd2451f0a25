"""Look into a backup: what it holds, and what a restore would set aside and bring back."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from reader.library.backups import FOLDER
from reader.library.connection import connect
from reader.library.opening import connect_to_read
from reader.library.schema import VERSION
from reader.library.verifying import verify
from reader.model.safekeeping import Contents, Difference, Held, Look, Some

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from reader.model.safekeeping import Backup

_EXAMPLES = 3
_FIRST_WORDS = 60

# These have been in every schema; the last one made comes first, by its number.
_HOLDINGS = {
    "articles": """
        SELECT article.id, '', listing.title FROM article JOIN listing ON article = number
        WHERE NOT trashed ORDER BY number DESC
    """,
    "notes": "SELECT id, text, text FROM note ORDER BY number DESC",
    "highlights": "SELECT id, exact, exact FROM highlight ORDER BY number DESC",
    "summaries": """
        SELECT article.id, summary.text, summary.text FROM summary
        JOIN article ON article.number = summary.article
        WHERE summary.text <> '' ORDER BY article.number DESC
    """,
}


def look_into(folder: Path, backup: Backup) -> Look:
    """Read what a backup holds, check every word of it, and compare it with the library."""
    problems = verify(backup.path)
    usable = not any(one.kind in {"file", "reference"} for one in problems)
    told = tuple(f"{one.kind} {one.id}: {one.what}" if one.id else one.what for one in problems)
    try:
        with closing(connect(backup.path, mode="ro", immutable=True)) as raw:
            contents = _contents(raw, backup)
            there = _holdings(raw)
    except sqlite3.Error:
        return Look(backup, None, None, told, usable=False)
    usable = usable and contents.version <= VERSION
    return Look(backup, contents, _difference(folder, there), told, usable)


def newest_good(backups: list[Backup]) -> Backup | None:
    """Return the newest backup in which every word is as it was written.

    What a restore replaced is only offered where there is nothing else: it was replaced for a
    reason.
    """
    for kinds in (("daily", "migration", "by_hand"), ("replaced", "other")):
        for backup in backups:
            if backup.kind in kinds and _is_good(backup.path):
                return backup
    return None


def _is_good(path: Path) -> bool:
    if verify(path):
        return False
    with closing(connect(path, mode="ro", immutable=True)) as raw:
        return bool(raw.execute("PRAGMA user_version").fetchone()[0] <= VERSION)


def removed_in(backup: Backup) -> frozenset[str]:
    """Return the ids of what lay among the removed notes and highlights in a backup."""
    with suppress(sqlite3.Error), closing(connect(backup.path, mode="ro", immutable=True)) as raw:
        return frozenset(id_ for (id_,) in raw.execute("SELECT id FROM removed"))
    return frozenset()


def originals_in_backups(folder: Path) -> frozenset[str]:
    """Return the names of the originals that a backup would need after a restore."""
    found: set[str] = set()
    for path in (folder / FOLDER).glob("*.db"):
        with suppress(sqlite3.Error), closing(connect(path, mode="ro", immutable=True)) as raw:
            found.update(name for (name,) in raw.execute("SELECT sha256 FROM revision"))
    return frozenset(found)


def _contents(raw: sqlite3.Connection, backup: Backup) -> Contents:
    (version,) = raw.execute("PRAGMA user_version").fetchone()
    made = raw.execute("SELECT value FROM meta WHERE key = 'backup.made'").fetchone()
    note = raw.execute("SELECT text, created FROM note ORDER BY number DESC LIMIT 1").fetchone()
    counts = {
        name: raw.execute(f"SELECT count(*) FROM ({sql})").fetchone()[0]  # noqa: S608 (ours)
        for name, sql in _HOLDINGS.items()
    }
    words, at = note or ("", "")
    return Contents(
        version=version,
        made=made[0] if made else backup.date,
        newest_note=_first_words(words),
        newest_note_at=at,
        **counts,
    )


def _holdings(raw: sqlite3.Connection) -> dict[str, dict[tuple[str, str], str]]:
    return {
        name: {(id_, words): called for id_, words, called in raw.execute(sql)}
        for name, sql in _HOLDINGS.items()
    }


def _difference(
    folder: Path, there: Mapping[str, Mapping[tuple[str, str], str]]
) -> Difference | None:
    """Compare with the present library; None where that cannot be read."""
    try:
        with closing(connect_to_read(folder)) as raw:
            here = _holdings(raw)
    except (sqlite3.Error, OSError):
        return None
    return Difference(lost=_besides(here, there), back=_besides(there, here))


def _besides(
    one: Mapping[str, Mapping[tuple[str, str], str]],
    other: Mapping[str, Mapping[tuple[str, str], str]],
) -> Held:
    held = {}
    for name, things in one.items():
        only = [_first_words(called) for key, called in things.items() if key not in other[name]]
        held[name] = Some(len(only), tuple(only[:_EXAMPLES]))
    return Held(**held)


def _first_words(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _FIRST_WORDS else words[:_FIRST_WORDS] + "…"
