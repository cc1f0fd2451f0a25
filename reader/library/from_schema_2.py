"""The step from schema 2 to 3: tags on notes, what becomes of edited passages, more hashes.

Frozen: nothing here is taken from the live code, which may change.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_NOTE = """
CREATE TABLE made_new (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    article INTEGER REFERENCES article (number),
    on_article INTEGER REFERENCES article (number),
    on_watch_point INTEGER REFERENCES watch_point (number),
    on_term INTEGER REFERENCES term (number),
    on_highlight INTEGER REFERENCES highlight (number),
    text TEXT NOT NULL,
    tags TEXT NOT NULL DEFAULT '[]',
    created TEXT NOT NULL,
    modified TEXT NOT NULL,
    hash TEXT NOT NULL,
    CHECK ((on_article IS NOT NULL) + (on_watch_point IS NOT NULL)
         + (on_term IS NOT NULL) + (on_highlight IS NOT NULL) = 1)
) STRICT
"""

_CORRECTION = """
CREATE TABLE made_new (
    article INTEGER NOT NULL REFERENCES article (number),
    field TEXT NOT NULL CHECK (field IN ('title', 'published', 'source', 'author')),
    value TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (article, field)
) STRICT, WITHOUT ROWID
"""

# A hash that no longer fits tells of damage, and is taken along as it is: a new one would hide it.
_MOVE = (
    """
    INSERT INTO made_new (number, id, article, on_article, on_watch_point, on_term, on_highlight,
        text, created, modified, hash)
    SELECT number, id, article, on_article, on_watch_point, on_term, on_highlight, text, created,
        modified, CASE WHEN hash = hash_3(text) THEN hash_3(text, '[]') ELSE hash END
    FROM note
    """,
    "DROP TABLE note",
    "ALTER TABLE made_new RENAME TO note",
    "CREATE INDEX note_article ON note (article) WHERE article IS NOT NULL",
    "CREATE INDEX note_on_article ON note (on_article) WHERE on_article IS NOT NULL",
    "CREATE INDEX note_on_watch_point ON note (on_watch_point) WHERE on_watch_point IS NOT NULL",
    "CREATE INDEX note_on_term ON note (on_term) WHERE on_term IS NOT NULL",
    "CREATE INDEX note_on_highlight ON note (on_highlight) WHERE on_highlight IS NOT NULL",
    _CORRECTION,
    """
    INSERT INTO made_new SELECT article, field, value, hash_3(field, value) FROM correction
    """,
    "DROP TABLE correction",
    "ALTER TABLE made_new RENAME TO correction",
    "ALTER TABLE highlight ADD COLUMN former TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE highlight ADD COLUMN quotation INTEGER NOT NULL DEFAULT 0",
    """
    UPDATE highlight SET hash = hash_3(made_on, exact, prefix, suffix, made_start, made_end, color,
        tags, former, quotation)
    WHERE hash = hash_3(made_on, exact, prefix, suffix, made_start, made_end, color, tags)
    """,
    "ALTER TABLE watch_point ADD COLUMN hash TEXT NOT NULL DEFAULT ''",
    """
    UPDATE watch_point SET hash = hash_3(status, tags, dismissed,
        CASE origin WHEN 'reader' THEN text END, anchor)
    WHERE origin = 'reader' OR status <> 'open' OR tags <> '[]' OR dismissed
    """,
    "ALTER TABLE status_change ADD COLUMN hash TEXT NOT NULL DEFAULT ''",
    "UPDATE status_change SET hash = hash_3(at, before, after, why)",
    "ALTER TABLE removed ADD COLUMN hash TEXT NOT NULL DEFAULT ''",
    "UPDATE removed SET hash = hash_3(id, kind, text, kept)",
    """
    CREATE TABLE plain_copy (
        article INTEGER PRIMARY KEY,
        name TEXT NOT NULL DEFAULT '',
        hash TEXT NOT NULL DEFAULT '',
        due INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    "CREATE INDEX plain_copy_due ON plain_copy (article) WHERE due > 0",
    """
    INSERT INTO plain_copy (article, due)
    SELECT ifnull(article, 0), 1 FROM note
    UNION SELECT article, 1 FROM highlight
    UNION SELECT article, 1 FROM summary
    UNION SELECT article, 1 FROM watch_point WHERE hash <> ''
    """,
)

_MAKE_DUE = """
    INSERT INTO plain_copy (article, due) VALUES ({article}, 1)
        ON CONFLICT (article) DO UPDATE SET due = due + 1;
"""
_KEEP_UP = """
    UPDATE plain_copy SET due = due + 1 WHERE article = {article};
"""
_TRIGGERS = (
    ("note_made", "INSERT ON note", "ifnull(new.article, 0)", _MAKE_DUE),
    ("note_changed", "UPDATE ON note", "ifnull(new.article, 0)", _MAKE_DUE),
    ("note_removed", "DELETE ON note", "ifnull(old.article, 0)", _MAKE_DUE),
    ("highlight_made", "INSERT ON highlight", "new.article", _MAKE_DUE),
    ("highlight_changed", "UPDATE ON highlight", "new.article", _MAKE_DUE),
    ("highlight_removed", "DELETE ON highlight", "old.article", _MAKE_DUE),
    ("summary_made", "INSERT ON summary", "new.article", _MAKE_DUE),
    ("summary_changed", "UPDATE ON summary", "new.article", _MAKE_DUE),
    ("summary_removed", "DELETE ON summary", "old.article", _MAKE_DUE),
    ("point_made", "INSERT ON watch_point WHEN new.hash <> ''", "new.article", _MAKE_DUE),
    ("point_changed", "UPDATE ON watch_point WHEN new.hash <> old.hash", "new.article", _MAKE_DUE),
    ("point_removed", "DELETE ON watch_point WHEN old.hash <> ''", "old.article", _MAKE_DUE),
    ("correction_made", "INSERT ON correction", "new.article", _KEEP_UP),
    ("correction_changed", "UPDATE ON correction", "new.article", _KEEP_UP),
    ("correction_removed", "DELETE ON correction", "old.article", _KEEP_UP),
    ("article_laid_away", "UPDATE OF deleted, tags ON article_state", "new.article", _KEEP_UP),
    ("revision_added", "INSERT ON revision", "new.article", _KEEP_UP),
    ("article_removed", "DELETE ON article", "old.number", _KEEP_UP),
)

_PLACED = ("made_on", "exact", "prefix", "suffix", "made_start", "made_end", "color", "tags")
_HASHED_2 = {"note": ("text",), "highlight": _PLACED}
_HASHED_3 = {
    "note": ("text", "tags"),
    "highlight": (*_PLACED, "former", "quotation"),
    "correction": ("field", "value"),
    "status_change": ("at", "before", "after", "why"),
}
_ADDED: dict[str, dict[str, object]] = {
    "note": {"tags": "[]"},
    "highlight": {"former": "[]", "quotation": 0},
}


def bring_to_schema_3(raw: sqlite3.Connection) -> None:
    """Rebuild the notes and corrections, and add what the reader may decide from now on."""
    raw.create_function("hash_3", -1, _hash, deterministic=True)
    raw.execute(_NOTE)
    for statement in _MOVE:
        raw.execute(statement)
    for name, event, article, act in _TRIGGERS:
        raw.execute(f"CREATE TRIGGER {name} AFTER {event} BEGIN{act.format(article=article)}END")
    _raise_kept(raw)
    _raise_acts(raw)


def _raise_kept(raw: sqlite3.Connection) -> None:
    """Give what was taken away the columns of what stayed."""
    for number, id_, kind, text, written in raw.execute(
        "SELECT number, id, kind, text, kept FROM removed"
    ).fetchall():
        tables = json.loads(written)
        kept = _packed(
            {table: [_raised(table, row) for row in rows] for table, rows in tables.items()}
        )
        raw.execute(
            "UPDATE removed SET kept = ?, hash = ? WHERE number = ?",
            (kept, _hash(id_, kind, text, kept), number),
        )


def _raise_acts(raw: sqlite3.Connection) -> None:
    """Let the last acts still be undone: their images get the new columns."""
    for number, label, details, written, found in raw.execute(
        "SELECT number, label, details, images, hash FROM act"
    ).fetchall():
        images = _packed(
            [
                [table, *(row and _raised(table, row) for row in rows)]
                for table, *rows in json.loads(written)
            ]
        )
        intact = found == _hash(label, details, written)
        raw.execute(
            "UPDATE act SET images = ?, hash = ? WHERE number = ?",
            (images, _hash(label, details, images) if intact else found, number),
        )


def _raised(table: str, row: dict[str, object]) -> dict[str, object]:
    """Return a row as it would be kept now."""
    hashed = _HASHED_2.get(table)
    intact = hashed is None or row["hash"] == _hash(*(row[name] for name in hashed))
    row = {**row, **_ADDED.get(table, {})}
    if table == "watch_point":
        row["hash"] = _hash_of_point(row)
    elif table in _HASHED_3 and intact:
        row["hash"] = _hash(*(row[name] for name in _HASHED_3[table]))
    return row


def _hash_of_point(row: dict[str, object]) -> str:
    own = row["origin"] == "reader"
    untouched = row["status"] == "open" and row["tags"] == "[]" and not row["dismissed"]
    if untouched and not own:
        return ""
    words = row["text"] if own else None
    return _hash(row["status"], row["tags"], row["dismissed"], words, row["anchor"])


def _packed(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _hash(*parts: object) -> str:
    return blake2b(_packed(parts).encode(), digest_size=16).hexdigest()
