"""The notebook of the step from schema 2 to 3: its table, its triggers, and its first lines.

Frozen, as ``from_schema_2.py`` is.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    import sqlite3

# A highlight has 2 x its number, a note on anything else 2 x its number + 1.
_NOTEBOOK = """
CREATE TABLE notebook (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    article INTEGER NOT NULL,
    newest TEXT NOT NULL,
    title TEXT NOT NULL,
    place INTEGER NOT NULL,
    color TEXT NOT NULL,
    state TEXT NOT NULL,
    created TEXT NOT NULL,
    modified TEXT NOT NULL,
    folded TEXT
) STRICT;
CREATE INDEX notebook_by_modified ON notebook (modified, number, kind, color, state);
CREATE INDEX notebook_by_created ON notebook (created, number, kind, color, state, modified);
CREATE INDEX notebook_by_article
    ON notebook (newest DESC, article DESC, place, number, kind, color, state, modified);
CREATE INDEX notebook_article ON notebook (article);
CREATE INDEX notebook_counted ON notebook (kind, color, state);
CREATE INDEX notebook_unfolded ON notebook (number) WHERE folded IS NULL;

CREATE TABLE notebook_tag (
    tag TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (tag, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX notebook_tag_number ON notebook_tag (number)
"""

_BEHIND = 1 << 40

_MARKS = f"""
    INSERT INTO notebook
    SELECT highlight.number * 2,
        iif(EXISTS (SELECT 1 FROM note WHERE on_highlight = highlight.number), 'highlight', 'bare'),
        highlight.article, listing.newest, listing.title,
        iif(state = 'lost', {_BEHIND}, start), color, iif(quotation, 'quotation', state), created,
        max(modified, ifnull((SELECT max(note.modified) FROM note
            WHERE on_highlight = highlight.number), '')), NULL
    FROM highlight JOIN listing ON listing.article = highlight.article
    WHERE NOT trashed AND {{which}};
"""  # noqa: S608 (a number of ours)

_NOTES = f"""
    INSERT INTO notebook
    SELECT note.number * 2 + 1,
        CASE WHEN on_term IS NOT NULL THEN 'term' WHEN on_watch_point IS NOT NULL THEN 'watch_point'
            ELSE 'article' END,
        ifnull(note.article, 0), ifnull(listing.newest, ''),
        coalesce(listing.title, (SELECT shown.shown_text FROM term JOIN term AS shown
            ON shown.number = ifnull(term.root, term.number) WHERE term.number = on_term), ''),
        CASE WHEN on_watch_point IS NULL THEN -1
            WHEN watch_point."end" > watch_point.start THEN watch_point.start
            ELSE {_BEHIND} END,
        '', '', note.created, note.modified, NULL
    FROM note LEFT JOIN listing ON listing.article = note.article
    LEFT JOIN watch_point ON watch_point.number = on_watch_point
    WHERE on_highlight IS NULL AND NOT ifnull(trashed, 0) AND {{which}};
"""  # noqa: S608 (a number of ours)


_GONE = "\n    DELETE FROM notebook WHERE number = {number};"


def _mark(which: str) -> str:
    """Return the statements that make the line of one highlight anew."""
    gone = _GONE.format(number=f"{which} * 2")
    return gone + _MARKS.format(which=f"highlight.number = {which}")


def _note(which: str) -> str:
    """Return the statements that make the line of one note anew."""
    gone = _GONE.format(number=f"{which} * 2 + 1")
    return gone + _NOTES.format(which=f"note.number = {which}")


_ABSENT = "NOT EXISTS (SELECT 1 FROM notebook WHERE notebook.number = {number})"

_NEW_MARK = _ABSENT.format(number="highlight.number * 2")
_NEW_NOTE = _ABSENT.format(number="note.number * 2 + 1")
_TITLED = """
    DELETE FROM notebook WHERE new.trashed AND article = new.article;
    UPDATE notebook SET title = new.title, newest = new.newest, folded = NULL
        WHERE article = new.article AND (title <> new.title OR newest <> new.newest);
"""
_LISTED = (
    _TITLED
    + _MARKS.format(which=f"highlight.article = new.article AND {_NEW_MARK}")
    + _NOTES.format(which=f"note.article = new.article AND {_NEW_NOTE}")
)

_NAMED = """
    UPDATE notebook SET folded = NULL, title = (SELECT shown.shown_text FROM note
            JOIN term ON term.number = on_term
            JOIN term AS shown ON shown.number = ifnull(term.root, term.number)
            WHERE note.number = notebook.number / 2)
        WHERE number IN (SELECT note.number * 2 + 1 FROM note JOIN term ON term.number = on_term
            WHERE on_term = new.number OR term.root = new.number);
"""

_MOVED = f"""
    UPDATE notebook SET folded = NULL,
            place = iif(new."end" > new.start, new.start, {_BEHIND})
        WHERE number IN (SELECT number * 2 + 1 FROM note WHERE on_watch_point = new.number);
"""  # noqa: S608 (a number of ours)

_WHEN_NAMED = (
    "UPDATE OF shown_text, root ON term"
    " WHEN new.shown_text <> old.shown_text OR new.root IS NOT old.root"
)
_WHEN_MOVED = (
    'UPDATE OF text, start, "end" ON watch_point WHEN new.text <> old.text'
    ' OR new.start <> old.start OR new."end" <> old."end"'
)
_TRIGGERS = (
    ("noted", "INSERT ON note", _note("new.number") + _mark("new.on_highlight")),
    ("note_rewritten", "UPDATE ON note", _note("new.number") + _mark("new.on_highlight")),
    ("note_gone", "DELETE ON note", _note("old.number") + _mark("old.on_highlight")),
    ("marked", "INSERT ON highlight", _mark("new.number")),
    ("mark_changed", "UPDATE ON highlight", _mark("new.number")),
    ("mark_gone", "DELETE ON highlight", _mark("old.number")),
    ("listed", "INSERT ON listing", _LISTED),
    (
        "unlisted",
        "DELETE ON listing",
        "\n    DELETE FROM notebook WHERE article = old.article;\n",
    ),
    (
        "term_named",
        _WHEN_NAMED,
        _NAMED,
    ),
    (
        "point_moved",
        _WHEN_MOVED,
        _MOVED,
    ),
    (
        "entry_gone",
        "DELETE ON notebook",
        "\n    DELETE FROM notebook_tag WHERE number = old.number;\n",
    ),
)

_WORDS = (
    "SELECT number, title, '[]' FROM notebook",
    "SELECT number * 2, exact, tags FROM highlight",
    "SELECT on_highlight * 2, text, tags FROM note WHERE on_highlight IS NOT NULL",
    "SELECT number * 2 + 1, text, tags FROM note WHERE on_highlight IS NULL",
    """
    SELECT note.number * 2 + 1, watch_point.text, '[]'
    FROM note JOIN watch_point ON watch_point.number = on_watch_point
    """,
)
_BETWEEN = "\U0003fffe"


def make_notebook(raw: sqlite3.Connection) -> None:
    """Make the table with a line for everything that the reader marked and wrote."""
    for statement in _NOTEBOOK.split(";"):
        raw.execute(statement)
    raw.execute(_MARKS.format(which="1"))
    raw.execute(_NOTES.format(which="1"))
    words: dict[int, set[str]] = {
        number: set() for (number,) in raw.execute("SELECT number FROM notebook")
    }
    tags: set[tuple[str, int]] = set()
    for sql in _WORDS:
        for number, text, written in raw.execute(sql):
            if number in words:
                named = json.loads(written)
                tags.update((tag, number) for tag in named)
                words[number].update(_folded(part) for part in (text, *named))
    raw.executemany(
        "UPDATE notebook SET folded = ? WHERE number = ?",
        [(_BETWEEN.join(sorted(parts)), number) for number, parts in words.items()],
    )
    raw.executemany("INSERT INTO notebook_tag (tag, number) VALUES (?, ?)", sorted(tags))
    for name, event, act in _TRIGGERS:
        raw.execute(f"CREATE TRIGGER notebook_{name} AFTER {event} BEGIN{act}END")


def _folded(text: str) -> str:
    return normalize("NFKC", text).casefold()
