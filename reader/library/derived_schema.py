"""The part of the current schema that is derived from the rest, and can be made again whole."""

from __future__ import annotations

DERIVED = """
-- The plain copies of what the reader wrote, a file for each article (0: for the notes on terms).
CREATE TABLE plain_copy (
    article INTEGER PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',  -- of the file in notes/, empty while there is none
    hash TEXT NOT NULL DEFAULT '',  -- of the file as it was written: another one was edited
    due INTEGER NOT NULL DEFAULT 0  -- grows with every change, and sinks by what was written
) STRICT;
CREATE INDEX plain_copy_due ON plain_copy (article) WHERE due > 0;

-- Forms whose meaning the reader changed, and how far the articles have been looked through.
CREATE TABLE sought (
    form TEXT NOT NULL,
    term INTEGER NOT NULL,          -- only in the articles that use it; 0: in all with the words
    article INTEGER NOT NULL,       -- the last one that is done
    PRIMARY KEY (form, term)
) STRICT, WITHOUT ROWID;

-- A line of the article list, with the corrections applied and the counts made.
CREATE TABLE listing (
    article INTEGER PRIMARY KEY REFERENCES article (number),
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    published TEXT NOT NULL,
    event_date TEXT NOT NULL,
    added TEXT NOT NULL,
    newest TEXT NOT NULL,           -- published, else event_date, else added
    status TEXT NOT NULL,
    starred INTEGER NOT NULL,
    tags TEXT NOT NULL,
    watch_open INTEGER NOT NULL,
    notes INTEGER NOT NULL,
    revision INTEGER,               -- the newest
    understood INTEGER NOT NULL,    -- the analyser's version; 0 while the newest revision waits
    trashed INTEGER NOT NULL
) STRICT;
CREATE INDEX listing_newest ON listing (trashed, newest, article);
CREATE INDEX listing_status ON listing (trashed, status, newest, article);
CREATE INDEX listing_starred ON listing (trashed, newest, article) WHERE starred = 1;
CREATE INDEX listing_understood ON listing (trashed, understood, article);

CREATE TABLE listing_tag (
    tag TEXT NOT NULL,
    trashed INTEGER NOT NULL,
    newest TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES listing (article),
    PRIMARY KEY (tag, trashed, newest, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX listing_tag_article ON listing_tag (article);

-- What the search index was given, so that an entry is taken out exactly as it was put in.
-- number is 4 x the number of the row + its kind (0 article, 1 note, 2 term, 3 watch point).
CREATE TABLE search_entry (
    number INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    body TEXT NOT NULL,             -- empty when it is the text of a revision:
    revision INTEGER
) STRICT;

-- See tokens.py for what is put in. The tokeniser only splits at blanks: it takes every
-- character beyond ASCII, and tokens.py gives it nothing else but a-z and 0-9.
CREATE VIRTUAL TABLE search_text USING fts5 (
    body, title, content='', tokenize='ascii'
);
CREATE VIRTUAL TABLE search_part USING fts5 (
    part, content='', tokenize='ascii', detail='none', columnsize=0
);
"""

_MAKE_DUE = """
    INSERT INTO plain_copy (article, due) VALUES ({article}, 1)
        ON CONFLICT (article) DO UPDATE SET due = due + 1;
"""
_KEEP_UP = """
    UPDATE plain_copy SET due = due + 1 WHERE article = {article};
"""

# Whatever changes the reader's words, an act that is undone too, makes their plain copy due; what
# else a copy shows only where there is one.
_DUE = (
    ("note_made", "INSERT ON note", "ifnull(new.article, 0)"),
    ("note_changed", "UPDATE ON note", "ifnull(new.article, 0)"),
    ("note_removed", "DELETE ON note", "ifnull(old.article, 0)"),
    ("highlight_made", "INSERT ON highlight", "new.article"),
    ("highlight_changed", "UPDATE ON highlight", "new.article"),
    ("highlight_removed", "DELETE ON highlight", "old.article"),
    ("summary_made", "INSERT ON summary", "new.article"),
    ("summary_changed", "UPDATE ON summary", "new.article"),
    ("summary_removed", "DELETE ON summary", "old.article"),
    ("point_made", "INSERT ON watch_point WHEN new.hash <> ''", "new.article"),
    ("point_changed", "UPDATE ON watch_point WHEN new.hash <> old.hash", "new.article"),
    ("point_removed", "DELETE ON watch_point WHEN old.hash <> ''", "old.article"),
)
_KEPT_UP = (
    ("correction_made", "INSERT ON correction", "new.article"),
    ("correction_changed", "UPDATE ON correction", "new.article"),
    ("correction_removed", "DELETE ON correction", "old.article"),
    ("article_laid_away", "UPDATE OF deleted, tags ON article_state", "new.article"),
    ("revision_added", "INSERT ON revision", "new.article"),
    ("article_removed", "DELETE ON article", "old.number"),
)
TRIGGERS = "".join(
    f"CREATE TRIGGER {name} AFTER {event} BEGIN{act.format(article=article)}END;\n"
    for act, triggers in ((_MAKE_DUE, _DUE), (_KEEP_UP, _KEPT_UP))
    for name, event, article in triggers
)
