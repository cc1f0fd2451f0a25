"""The step from schema 1 to 2: what the reader corrects, the glossary's order, the last acts.

Frozen: nothing here is taken from the live code, which may change.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

if TYPE_CHECKING:
    import sqlite3

_TERM = """
CREATE TABLE made_new (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    category TEXT NOT NULL,
    within INTEGER NOT NULL DEFAULT 0,
    reading TEXT NOT NULL DEFAULT '',
    aliases TEXT NOT NULL DEFAULT '[]',
    forms TEXT NOT NULL DEFAULT '[]',
    version INTEGER NOT NULL DEFAULT 0,
    hidden INTEGER NOT NULL DEFAULT 0,
    own INTEGER NOT NULL DEFAULT 0,
    category_own TEXT,
    text_own TEXT,
    reading_own TEXT,
    definition_own TEXT,
    merged_into INTEGER REFERENCES term (number),
    hash TEXT NOT NULL DEFAULT '',
    root INTEGER REFERENCES term (number),
    state INTEGER NOT NULL DEFAULT 0,
    shown_text TEXT NOT NULL DEFAULT '',
    shown_category TEXT NOT NULL DEFAULT '',
    shown_reading TEXT NOT NULL DEFAULT '',
    shown_aliases TEXT NOT NULL DEFAULT '[]',
    sort_key TEXT NOT NULL DEFAULT '',
    folded TEXT NOT NULL DEFAULT '',
    articles INTEGER NOT NULL DEFAULT 0,
    occurrences INTEGER NOT NULL DEFAULT 0,
    newest TEXT NOT NULL DEFAULT '',
    UNIQUE (text, category, within)
) STRICT;
"""

_ARTICLE_TERM = """
CREATE TABLE made_new (
    article INTEGER NOT NULL REFERENCES article (number),
    term INTEGER NOT NULL REFERENCES term (number),
    place INTEGER NOT NULL,
    text TEXT NOT NULL,
    key TEXT NOT NULL,
    reading TEXT NOT NULL,
    aliases TEXT NOT NULL,
    occurrences TEXT NOT NULL,
    found TEXT,
    weight REAL NOT NULL,
    shown INTEGER NOT NULL,
    definition TEXT,
    definition_start INTEGER NOT NULL DEFAULT 0,
    definition_end INTEGER NOT NULL DEFAULT 0,
    receipt TEXT,
    receipt_start INTEGER NOT NULL DEFAULT 0,
    receipt_end INTEGER NOT NULL DEFAULT 0,
    newest TEXT NOT NULL,
    PRIMARY KEY (article, term)
) STRICT, WITHOUT ROWID;
"""

_NEW = """
CREATE INDEX term_by_reading ON term (state, sort_key, id, shown_category);
CREATE INDEX term_by_use ON term (state, articles DESC, sort_key, id, shown_category);
CREATE INDEX term_by_newest ON term (state, newest DESC, id DESC, shown_category);
CREATE INDEX term_by_form ON term (state, shown_text, id, shown_category);
CREATE INDEX term_folded ON term (state, folded);
CREATE INDEX term_merged_into ON term (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX term_root ON term (root) WHERE root IS NOT NULL;
CREATE INDEX term_own ON term (number) WHERE own = 1;
CREATE INDEX term_text_own ON term (text_own) WHERE text_own IS NOT NULL;
CREATE TABLE term_found_as (
    text TEXT NOT NULL,
    category TEXT NOT NULL,
    within INTEGER NOT NULL,
    term INTEGER NOT NULL REFERENCES term (number),
    PRIMARY KEY (text, category, within)
) STRICT, WITHOUT ROWID;
CREATE INDEX term_found_as_term ON term_found_as (term);
CREATE INDEX article_term_newest ON article_term (term, newest, article);
CREATE INDEX article_term_defined ON article_term (term, newest, article, definition)
    WHERE definition IS NOT NULL;
CREATE TABLE block_correction (
    article INTEGER NOT NULL REFERENCES article (number),
    line TEXT NOT NULL,
    nth INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('heading', 'paragraph', 'list_item', 'aside')),
    level INTEGER NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (article, line, nth)
) STRICT, WITHOUT ROWID;
CREATE TABLE term_alias (
    term INTEGER NOT NULL REFERENCES term (number),
    form TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('added', 'removed')),
    hash TEXT NOT NULL,
    PRIMARY KEY (term, form)
) STRICT, WITHOUT ROWID;
CREATE TABLE act (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    label TEXT NOT NULL,
    details TEXT NOT NULL,
    images TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0,
    hash TEXT NOT NULL
) STRICT;
CREATE TABLE sought (
    form TEXT NOT NULL,
    term INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (form, term)
) STRICT, WITHOUT ROWID;
ALTER TABLE understanding ADD COLUMN attributions TEXT NOT NULL DEFAULT '[]';
ALTER TABLE understanding ADD COLUMN hedges TEXT NOT NULL DEFAULT '[]';
ALTER TABLE watch_point ADD COLUMN dismissed INTEGER NOT NULL DEFAULT 0;
"""


def bring_to_schema_2(raw: sqlite3.Connection) -> None:
    """Rebuild the tables of terms, and add what the reader may correct from now on."""
    raw.create_function("sort_key_2", 2, _sort_key, deterministic=True)
    raw.create_function("folded_2", 3, _folded_forms, deterministic=True)
    raw.execute(_TERM)
    raw.execute(
        """
        INSERT INTO made_new (number, id, text, category, reading, aliases, version, state,
            shown_text, shown_category, shown_reading, shown_aliases, sort_key, folded,
            articles, occurrences, newest)
        SELECT number, id, text, category, reading, aliases, version,
            articles > 0 OR EXISTS (SELECT 1 FROM note WHERE on_term = term.number),
            text, category, reading, aliases, sort_key_2(text, reading),
            folded_2(text, reading, aliases), articles, occurrences,
            ifnull((SELECT max(newest) FROM article_term JOIN listing USING (article)
                WHERE article_term.term = term.number AND NOT trashed), '')
        FROM term
        """
    )
    raw.execute("DROP TABLE term")
    raw.execute("ALTER TABLE made_new RENAME TO term")
    raw.execute(_ARTICLE_TERM)
    raw.execute(
        """
        INSERT INTO made_new
        SELECT article, article_term.term, place, term.text, '', article_term.reading,
            article_term.aliases, article_term.occurrences, NULL, weight, shown, definition,
            definition_start, definition_end, receipt, receipt_start, receipt_end, listing.newest
        FROM article_term JOIN term ON term.number = article_term.term
        JOIN listing USING (article)
        """
    )
    raw.execute("DROP TABLE article_term")
    raw.execute("ALTER TABLE made_new RENAME TO article_term")
    for statement in _NEW.split(";\n"):
        raw.execute(statement)


_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_SMALL, _PLAIN = "ぁぃぅぇぉゃゅょっゎゕゖ", "あいうえおやゆよつわかけ"
_LARGE = str.maketrans(_SMALL, _PLAIN)
_BEHIND_LARGE = {ord(small): f"{large}～" for small, large in zip(_SMALL, _PLAIN, strict=True)}
_ROWS = ("あかさたなはまやらわ", "いきしちにひみりゐ", "うくすつぬふむゆる", "えけせてねへめれゑ")
_VOWELS = {kana: row[0] for row in (*_ROWS, "おこそとのほもよろを") for kana in row}


def _folded(*words: str) -> str:
    return "\n".join(normalize("NFKC", word).casefold().translate(_TO_HIRAGANA) for word in words)


def _folded_forms(text: str, reading: str, aliases: str) -> str:
    return _folded(text, reading, *json.loads(aliases))


def _sort_key(form: str, reading: str) -> str:
    said = _folded(reading)
    if not said or not "ぁ" <= said[0] <= "ゖ":
        said = _folded(form)
    written: list[str] = []
    for char in said:
        last = written[-1] if written else ""
        written.append(_letter(_VOWELS.get(last, "") if char == "ー" else char))
    bare = "".join(written)
    return f"{bare if bare >= 'ぁ' else '～' + bare}\t{said.translate(_BEHIND_LARGE)}"


def _letter(char: str) -> str:
    opened = "".join(sign for sign in normalize("NFD", char) if not combining(sign))
    letter = opened.translate(_LARGE)
    if not letter.isalnum():
        return ""
    if letter.isascii():
        return "".join(chr(ord(sign) + 0xFEE0) for sign in letter.upper())
    return letter
