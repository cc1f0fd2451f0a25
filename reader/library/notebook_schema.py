"""The table behind the view of all notes: what the reader marked and wrote, ready to be paged.

It follows from the tables of the reader by triggers, so that whatever changes those, an act
that is undone too, is seen. Only the folded words and the tags are written from code
(``notebook_words.py``): SQL cannot fold.
"""

from __future__ import annotations

# A highlight has 2 x its number, a note on anything else 2 x its number + 1.
NOTEBOOK = """
-- What the reader marked and wrote, the trash left out.
CREATE TABLE notebook (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    article INTEGER NOT NULL,       -- 0 of a note on a term
    newest TEXT NOT NULL,           -- of the article, as in listing
    title TEXT NOT NULL,            -- of the article, or the form of the term
    place INTEGER NOT NULL,         -- in the text: notes on the whole before, what is lost behind
    color TEXT NOT NULL,
    state TEXT NOT NULL,
    created TEXT NOT NULL,
    modified TEXT NOT NULL,
    folded TEXT                     -- its words; null until they are folded
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
CREATE INDEX notebook_tag_number ON notebook_tag (number);
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
NOTEBOOK_TRIGGERS = "".join(
    f"CREATE TRIGGER notebook_{name} AFTER {event} BEGIN{act}END;\n"
    for name, event, act in _TRIGGERS
)
