"""Values of the library's safety: a backup, what it holds, and what it lacks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path

BackupKind = Literal["daily", "migration", "by_hand", "replaced", "damaged", "other"]


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the library file in ``backups``.

    ``number`` gives the order, never the clock; 0 for a name of before there were numbers.
    ``date`` is the day in its name, or empty. ``kind`` says why it was made: ``daily``, before a
    ``migration``, ``by_hand``, ``replaced`` by a restore, ``damaged`` (asked for by hand, of a
    library in which something was wrong), or ``other`` for a file of the reader's own.
    """

    path: Path
    number: int
    date: str
    kind: BackupKind
    bytes: int

    @property
    def name(self) -> str:
        """Return the name of the file."""
        return self.path.name


@dataclass(frozen=True, slots=True)
class Contents:
    """What a library file holds; ``newest_note`` are the words of the one made last."""

    version: int
    made: str
    articles: int
    notes: int
    highlights: int
    summaries: int
    newest_note: str
    newest_note_at: str


@dataclass(frozen=True, slots=True)
class Some:
    """How many there are of something, and what the last few are called."""

    count: int = 0
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """Things that one library file holds and another one does not hold in these words."""

    articles: Some = Some()
    notes: Some = Some()
    highlights: Some = Some()
    summaries: Some = Some()

    def __bool__(self) -> bool:
        return any(
            some.count for some in (self.articles, self.notes, self.highlights, self.summaries)
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """What a restore would set aside (``lost``) and bring (``back``)."""

    lost: Held
    back: Held


@dataclass(frozen=True, slots=True)
class Look:
    """A backup that was looked into.

    ``difference`` is None where the present library cannot be read, ``contents`` where the
    backup cannot. ``problems`` are what is wrong with it, in English; ``usable`` says that it
    can be restored all the same.
    """

    backup: Backup
    contents: Contents | None
    difference: Difference | None
    problems: tuple[str, ...]
    usable: bool

    @property
    def good(self) -> bool:
        """Say whether every word in it is as it was written."""
        return self.usable and not self.problems


@dataclass(frozen=True, slots=True)
class Findings:
    """What came of looking after a library: what is damaged, and the backup that was made."""

    damage: tuple[str, ...] = ()
    backup: Backup | None = None
