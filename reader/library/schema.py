"""The current schema, as one readable SQL text.

What a source says, what is understood of it, what the reader did, and what is only derived
stand in separately headed tables or columns: the first is never recomputed, the second may be
at any time, the third is never touched by either, the fourth can be thrown away. Public ids
are text; ``number`` is a row's order and what other rows refer to. Times are UTC
(``2026-01-10T09:00:00Z``), positions are code points of a revision's text, end exclusive, and
lists are JSON arrays. The tables of the fourth kind are in ``derived_schema.py``. An older file
is brought here by the steps in ``migrations.py``.
"""

from __future__ import annotations

VERSION = 3
"""The ``user_version`` of the file; raise it together with a step in ``migrations.py``."""

NEEDS = "0.3.0"
"""The first version of Chumoku that reads this schema; an older one names it when it refuses."""

APPLICATION_ID = 0x43686D6B  # "Chmk"

SCHEMA = """
-- What the file knows of itself: the program that reads it, the folding of its search index.
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-------------------------------------------------------------------------- from the sources --

CREATE TABLE article (
    number INTEGER PRIMARY KEY AUTOINCREMENT,  -- the order of adding
    id TEXT NOT NULL UNIQUE,
    added TEXT NOT NULL,
    origin TEXT NOT NULL,           -- the absolute path or the address it was added from
    -- what its newest revision says of itself; empty where it says nothing
    title TEXT NOT NULL,
    author TEXT NOT NULL,
    publisher TEXT NOT NULL,
    source TEXT NOT NULL,
    url TEXT NOT NULL,
    published TEXT NOT NULL,        -- as precise as it was named, never padded
    event_date TEXT NOT NULL,
    event_date_text TEXT NOT NULL,
    language TEXT NOT NULL,
    declared_id TEXT NOT NULL,      -- the id of its front matter
    tags TEXT NOT NULL              -- of its front matter; the reader's are in article_state
) STRICT;
CREATE INDEX article_declared_id ON article (declared_id) WHERE declared_id <> '';
CREATE INDEX article_url ON article (url) WHERE url <> '';
CREATE INDEX article_origin ON article (origin) WHERE origin <> '';

-- Never changed after it was written, but for the blocks, which a better parser may replace.
CREATE TABLE revision (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES article (number),
    added TEXT NOT NULL,
    sha256 TEXT NOT NULL,           -- the original is originals/<sha256>
    name TEXT NOT NULL,             -- the file name it came with
    text TEXT NOT NULL,
    hash TEXT NOT NULL,             -- of the text: damage is found and named
    blocks TEXT NOT NULL,
    parser INTEGER NOT NULL         -- the version that made the blocks
) STRICT;
CREATE INDEX revision_article ON revision (article, number);
CREATE INDEX revision_sha256 ON revision (sha256);

------------------------------------------- understood from a text: may be made again any time --

CREATE TABLE understanding (
    article INTEGER PRIMARY KEY REFERENCES article (number),
    revision INTEGER NOT NULL REFERENCES revision (number),
    version INTEGER NOT NULL,       -- of the analyser
    language TEXT NOT NULL,
    key_sentences TEXT NOT NULL,    -- [[start, end, text], ...]
    made TEXT NOT NULL,
    attributions TEXT NOT NULL DEFAULT '[]',  -- [[start, end, source_start, source_end], ...]
    hedges TEXT NOT NULL DEFAULT '[]'         -- [[start, end], ...]
) STRICT;
CREATE INDEX understanding_revision ON understanding (revision);

-- A thing that articles name: one row a form and category, in the library or within an article.
CREATE TABLE term (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    -- what it is found by: its form in the curated table of names, else its full form
    text TEXT NOT NULL,
    category TEXT NOT NULL,
    within INTEGER NOT NULL DEFAULT 0,       -- the one article it is of (a surname); 0: of all
    -- gathered from the articles that use it
    reading TEXT NOT NULL DEFAULT '',
    aliases TEXT NOT NULL DEFAULT '[]',
    forms TEXT NOT NULL DEFAULT '[]',        -- full forms of one that is in the curated table
    version INTEGER NOT NULL DEFAULT 0,      -- the analyser that these three come from
    -- from the reader: null where nothing was said
    hidden INTEGER NOT NULL DEFAULT 0,
    own INTEGER NOT NULL DEFAULT 0,          -- made by the reader; looked for in every text
    category_own TEXT,
    text_own TEXT,
    reading_own TEXT,
    definition_own TEXT,
    merged_into INTEGER REFERENCES term (number),
    hash TEXT NOT NULL DEFAULT '',           -- of these; empty while all are as they were
    -- derived: what it is shown as
    root INTEGER REFERENCES term (number),   -- what it is merged into in the end
    state INTEGER NOT NULL DEFAULT 0,        -- 1 in the glossary, 2 hidden, 0 in neither
    shown_text TEXT NOT NULL DEFAULT '',
    shown_category TEXT NOT NULL DEFAULT '',
    shown_reading TEXT NOT NULL DEFAULT '',
    shown_aliases TEXT NOT NULL DEFAULT '[]',
    sort_key TEXT NOT NULL DEFAULT '',       -- by reading, see sorting.py
    folded TEXT NOT NULL DEFAULT '',         -- forms and readings, for the filter
    -- derived: its use, the trash left out, with that of the terms merged into it
    articles INTEGER NOT NULL DEFAULT 0,
    occurrences INTEGER NOT NULL DEFAULT 0,
    newest TEXT NOT NULL DEFAULT '',         -- the date of the newest article
    UNIQUE (text, category, within)
) STRICT;
CREATE INDEX term_by_reading ON term (state, sort_key, id, shown_category);
CREATE INDEX term_by_use ON term (state, articles DESC, sort_key, id, shown_category);
CREATE INDEX term_by_newest ON term (state, newest DESC, id DESC, shown_category);
CREATE INDEX term_by_form ON term (state, shown_text, id, shown_category);
CREATE INDEX term_folded ON term (state, folded);
CREATE INDEX term_merged_into ON term (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX term_root ON term (root) WHERE root IS NOT NULL;
CREATE INDEX term_own ON term (number) WHERE own = 1;
CREATE INDEX term_text_own ON term (text_own) WHERE text_own IS NOT NULL;

-- A term that the reader touched is also found by what a later analyser took it for.
CREATE TABLE term_found_as (
    text TEXT NOT NULL,
    category TEXT NOT NULL,
    within INTEGER NOT NULL,
    term INTEGER NOT NULL REFERENCES term (number),
    PRIMARY KEY (text, category, within)
) STRICT, WITHOUT ROWID;
CREATE INDEX term_found_as_term ON term_found_as (term);

-- A term as one article uses it.
CREATE TABLE article_term (
    article INTEGER NOT NULL REFERENCES article (number),
    term INTEGER NOT NULL REFERENCES term (number),
    place INTEGER NOT NULL,         -- its place in what the analyser gave
    text TEXT NOT NULL,             -- its full form in this article
    key TEXT NOT NULL,              -- its form in the curated table, or empty
    reading TEXT NOT NULL,
    aliases TEXT NOT NULL,
    occurrences TEXT NOT NULL,      -- [[start, end], ...], as the reader corrected them
    found TEXT,                     -- those of the analyser, where they are others
    weight REAL NOT NULL,
    shown INTEGER NOT NULL,
    definition TEXT,                -- null where the article does not define it
    definition_start INTEGER NOT NULL DEFAULT 0,
    definition_end INTEGER NOT NULL DEFAULT 0,
    receipt TEXT,                   -- the whole sentence of the definition
    receipt_start INTEGER NOT NULL DEFAULT 0,
    receipt_end INTEGER NOT NULL DEFAULT 0,
    newest TEXT NOT NULL,           -- of the article, as in listing
    PRIMARY KEY (article, term)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_term_newest ON article_term (term, newest, article);
CREATE INDEX article_term_defined ON article_term (term, newest, article, definition)
    WHERE definition IS NOT NULL;

CREATE TABLE watch_point (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES article (number),
    -- from the text; the reader's own words where the origin is the reader
    origin TEXT NOT NULL CHECK (origin IN ('list', 'sentence', 'reader')),
    text TEXT NOT NULL,
    start INTEGER NOT NULL,         -- both are 0 when the passage is gone from the text
    "end" INTEGER NOT NULL,
    heading TEXT NOT NULL,
    horizon TEXT NOT NULL,
    -- from the reader
    status TEXT NOT NULL DEFAULT 'open'
        CHECK (status IN ('open', 'developing', 'answered', 'dropped')),
    tags TEXT NOT NULL DEFAULT '[]',
    anchor TEXT,                    -- of the reader's own: [exact, prefix, suffix, start, end]
    made_on INTEGER REFERENCES revision (number), -- the revision that the anchor lies on
    dismissed INTEGER NOT NULL DEFAULT 0, -- the reader says that it is no watch point
    hash TEXT NOT NULL DEFAULT ''         -- of these, and of the words where they are the reader's
) STRICT;
CREATE INDEX watch_point_article ON watch_point (article);
CREATE INDEX watch_point_status ON watch_point (status, number);
CREATE INDEX watch_point_made_on ON watch_point (made_on) WHERE made_on IS NOT NULL;

--------------------------------------------------------------------------- from the reader --

CREATE TABLE correction (
    article INTEGER NOT NULL REFERENCES article (number),
    field TEXT NOT NULL CHECK (field IN ('title', 'published', 'source', 'author')),
    value TEXT NOT NULL,
    hash TEXT NOT NULL,             -- of the field and the value
    PRIMARY KEY (article, field)
) STRICT, WITHOUT ROWID;

-- What a line of an article is: a better parser or a new text may move it, not change it.
CREATE TABLE block_correction (
    article INTEGER NOT NULL REFERENCES article (number),
    line TEXT NOT NULL,
    nth INTEGER NOT NULL,           -- of the lines with the same words, from 0
    kind TEXT NOT NULL CHECK (kind IN ('heading', 'paragraph', 'list_item', 'aside')),
    level INTEGER NOT NULL,
    hash TEXT NOT NULL,             -- of all the above but the article
    PRIMARY KEY (article, line, nth)
) STRICT, WITHOUT ROWID;

-- A form that the reader added to a term is looked for in every text.
CREATE TABLE term_alias (
    term INTEGER NOT NULL REFERENCES term (number),
    form TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('added', 'removed')),
    hash TEXT NOT NULL,             -- of the form and the verdict
    PRIMARY KEY (term, form)
) STRICT, WITHOUT ROWID;

CREATE TABLE article_state (
    article INTEGER PRIMARY KEY REFERENCES article (number),
    status TEXT NOT NULL DEFAULT 'unread' CHECK (status IN ('unread', 'reading', 'read')),
    starred INTEGER NOT NULL DEFAULT 0,
    tags TEXT NOT NULL DEFAULT '[]',
    position INTEGER NOT NULL DEFAULT 0,  -- of the first line in view
    modified TEXT NOT NULL DEFAULT '',
    deleted TEXT NOT NULL DEFAULT ''      -- since when it lies in the trash
) STRICT;

-- Appended to, never erased.
CREATE TABLE status_change (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    watch_point INTEGER NOT NULL REFERENCES watch_point (number),
    at TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    why TEXT NOT NULL,
    hash TEXT NOT NULL DEFAULT ''   -- of the four above
) STRICT;
CREATE INDEX status_change_watch_point ON status_change (watch_point);

CREATE TABLE highlight (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES article (number),
    -- as it was made
    made_on INTEGER NOT NULL REFERENCES revision (number),
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    made_start INTEGER NOT NULL,
    made_end INTEGER NOT NULL,
    color TEXT NOT NULL,
    tags TEXT NOT NULL DEFAULT '[]',
    created TEXT NOT NULL,
    modified TEXT NOT NULL,
    hash TEXT NOT NULL,             -- of all the above but the times, and of the last two
    -- where it lies in the newest revision
    placed_on INTEGER NOT NULL REFERENCES revision (number),
    start INTEGER NOT NULL,         -- both are 0 when it is lost
    "end" INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('anchored', 'doubtful', 'lost')),
    -- what the reader decided when its words were edited or gone
    former TEXT NOT NULL DEFAULT '[]',     -- the anchors before: [[exact, ..., end, made_on], ...]
    quotation INTEGER NOT NULL DEFAULT 0   -- kept as a quotation alone: looked for no more
) STRICT;
CREATE INDEX highlight_article ON highlight (article);
CREATE INDEX highlight_made_on ON highlight (made_on);
CREATE INDEX highlight_placed_on ON highlight (placed_on);

-- On exactly one thing. ``article`` is the one it shows with; null for a note on a term.
CREATE TABLE note (
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
    hash TEXT NOT NULL,             -- of the text and the tags
    CHECK ((on_article IS NOT NULL) + (on_watch_point IS NOT NULL)
         + (on_term IS NOT NULL) + (on_highlight IS NOT NULL) = 1)
) STRICT;
CREATE INDEX note_article ON note (article) WHERE article IS NOT NULL;
CREATE INDEX note_on_article ON note (on_article) WHERE on_article IS NOT NULL;
CREATE INDEX note_on_watch_point ON note (on_watch_point) WHERE on_watch_point IS NOT NULL;
CREATE INDEX note_on_term ON note (on_term) WHERE on_term IS NOT NULL;
CREATE INDEX note_on_highlight ON note (on_highlight) WHERE on_highlight IS NOT NULL;

CREATE TABLE summary (
    article INTEGER PRIMARY KEY REFERENCES article (number),
    text TEXT NOT NULL,
    modified TEXT NOT NULL,
    hash TEXT NOT NULL              -- of the text
) STRICT;

-- Notes and highlights that the reader took away, as they were: kept for a while.
CREATE TABLE removed (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,        -- of the note or highlight; it comes back with it
    kind TEXT NOT NULL CHECK (kind IN ('note', 'highlight')),
    article INTEGER REFERENCES article (number),
    on_watch_point INTEGER REFERENCES watch_point (number),  -- what a note must come back to
    on_term INTEGER REFERENCES term (number),
    text TEXT NOT NULL,             -- the note, or the quotation
    removed TEXT NOT NULL,
    kept TEXT NOT NULL,             -- the rows by table, as JSON: a highlight with its notes
    hash TEXT NOT NULL DEFAULT ''   -- of id, kind, text and kept
) STRICT;
CREATE INDEX removed_article ON removed (article) WHERE article IS NOT NULL;
CREATE INDEX removed_on_watch_point ON removed (on_watch_point) WHERE on_watch_point IS NOT NULL;
CREATE INDEX removed_on_term ON removed (on_term) WHERE on_term IS NOT NULL;

-- The last acts of the reader, to be undone and done again.
CREATE TABLE act (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    label TEXT NOT NULL,            -- the key of a message
    details TEXT NOT NULL,          -- what fills its places, as JSON
    images TEXT NOT NULL,           -- [[table, row before, row after], ...], as JSON
    undone INTEGER NOT NULL DEFAULT 0,
    hash TEXT NOT NULL              -- of label, details and images
) STRICT;
"""


def statements(script: str) -> list[str]:
    """Split a script into its statements, for a transaction that ``executescript`` would end."""
    from sqlite3 import complete_statement

    found: list[str] = []
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if line.rstrip().endswith(";") and complete_statement(pending):
            found.append(pending.strip())
            pending = ""
    if pending.strip():
        raise ValueError(f"not a whole statement: {pending!r}")
    return found
