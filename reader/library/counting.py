"""Count what is in the library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library.connection import Connection


@dataclass(frozen=True, slots=True)
class Statistics:
    """How much there is of everything; ``characters`` are those of the newest texts.

    ``articles`` and what is counted of them leave the trash out, as ``terms`` and watch points
    leave out what the reader hid or dismissed; ``bytes`` is the library file with its log.
    """

    articles: int
    unread: int
    starred: int
    trashed: int
    revisions: int
    understood: int
    terms: int
    watch_points: int
    watch_open: int
    highlights: int
    notes: int
    summaries: int
    characters: int
    bytes: int


_COUNTS = """
    SELECT
        (SELECT count(*) FROM listing WHERE NOT trashed),
        (SELECT count(*) FROM listing WHERE NOT trashed AND status = 'unread'),
        (SELECT count(*) FROM listing WHERE NOT trashed AND starred),
        (SELECT count(*) FROM listing WHERE trashed),
        (SELECT count(*) FROM revision JOIN listing USING (article) WHERE NOT trashed),
        (SELECT count(*) FROM listing WHERE NOT trashed AND understood > 0),
        (SELECT count(*) FROM term WHERE state = 1),
        (SELECT count(*) FROM watch_point JOIN listing USING (article)
            WHERE NOT trashed AND NOT dismissed),
        (SELECT count(*) FROM watch_point JOIN listing USING (article)
            WHERE NOT trashed AND NOT dismissed
                AND watch_point.status IN ('open', 'developing')),
        (SELECT count(*) FROM highlight JOIN listing USING (article) WHERE NOT trashed),
        (SELECT count(*) FROM note LEFT JOIN listing USING (article)
            WHERE NOT ifnull(trashed, 0)),
        (SELECT count(*) FROM summary JOIN listing USING (article)
            WHERE NOT trashed AND text <> ''),
        (SELECT ifnull(sum(length(text)), 0) FROM revision
            JOIN listing ON listing.revision = revision.number WHERE NOT trashed)
    """


def count(db: Connection) -> Statistics:
    """Count what is in the library."""
    from reader.library.opening import FILE

    row = db.one(_COUNTS)
    assert row is not None
    files = (db.folder / FILE, db.folder / f"{FILE}-wal")
    size = sum(path.stat().st_size for path in files if path.exists())
    return Statistics(*(*row, size))
