"""Migrations: numbered steps, each whole or not at all, after a backup that opens."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from libraries.building import NOW, TEXT, add_article

from reader.library import Library
from reader.library.migrations import STEPS, migrate
from reader.library.schema import VERSION, statements
from reader.model.errors import LibraryError

SAMPLES = Path(__file__).parent / "libraries"


def add_table(raw: sqlite3.Connection) -> None:
    raw.execute("CREATE TABLE story (number INTEGER PRIMARY KEY, title TEXT NOT NULL) STRICT")
    raw.execute("INSERT INTO story (title) SELECT title FROM article")


def rebuild_table(raw: sqlite3.Connection) -> None:
    """Rebuild a table that others refer to, as SQLite wants it done."""
    (sql,) = raw.execute("SELECT sql FROM sqlite_master WHERE name = 'article'").fetchone()
    raw.execute(sql.replace("CREATE TABLE article", "CREATE TABLE made_new"))
    raw.execute("INSERT INTO made_new SELECT * FROM article")
    raw.execute("DROP TABLE article")
    raw.execute("ALTER TABLE made_new RENAME TO article")


def break_references(raw: sqlite3.Connection) -> None:
    raw.execute("DELETE FROM article")


def fail(raw: sqlite3.Connection) -> None:
    raw.execute("DELETE FROM summary")
    raise RuntimeError("a bug of ours")


@pytest.fixture
def library_folder_with_words(library_folder: Path) -> Path:
    with Library.open(library_folder) as library:
        add_article(library, "a")
        library.summaries.set("a", "要約", now=NOW)
    return library_folder


def versions(path: Path) -> tuple[int, str]:
    with closing(sqlite3.connect(path)) as raw:
        (version,) = raw.execute("PRAGMA user_version").fetchone()
        (summary,) = raw.execute("SELECT text FROM summary").fetchone()
    return version, summary


def test_every_version_has_a_step_that_leads_on() -> None:
    assert sorted(STEPS) == list(range(1, VERSION))


def test_the_steps_lead_to_the_schema_of_today(library_folder: Path) -> None:
    """An old library has the very tables and indexes of a new one."""
    folder = library_folder / "old"
    shutil.unpack_archive(SAMPLES / "schema-1.zip", folder)
    old, new = (sorted(schema_of(made)) for made in (folder, library_folder / "new"))
    assert old == new
    (backup,) = (folder / "backups").iterdir()
    assert re.fullmatch(
        rf"000001-\d{{4}}-\d\d-\d\d-before-schema-{VERSION}-from-1\.db", backup.name
    )


def test_an_act_of_an_older_schema_can_still_be_undone(library_folder: Path) -> None:
    shutil.unpack_archive(SAMPLES / "schema-2.zip", library_folder)
    with Library.open(library_folder) as library:
        (article,) = library.articles.rows()
        assert library.acts.undo(now=NOW) is not None
        asked = [point.text for point in library.known(article.id).watch_points]
        assert "船の便は残るのか" in asked
        (removed,) = library.removed.list()
        library.removed.restore(removed.id)
        assert library.notes.get(removed.id).text == "消したメモ"
        assert library.check() == []


def test_what_was_damaged_before_an_upgrade_is_still_named_after_it(library_folder: Path) -> None:
    shutil.unpack_archive(SAMPLES / "schema-2.zip", library_folder)
    with closing(sqlite3.connect(library_folder / "library.db")) as raw, raw:
        raw.execute("UPDATE note SET text = '図書館で地図を売る' WHERE text LIKE '図書館%'")
        raw.execute("UPDATE highlight SET exact = '三つの島'")
    with Library.open(library_folder) as library:
        assert {problem.kind for problem in library.check()} == {"note", "highlight", "index"}


def schema_of(folder: Path) -> list[tuple[str, str]]:
    with Library.open(folder) as library:
        rows = library._db.all("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
    # A table that was rebuilt stands in quotation marks, and has lost its comments.
    bare = [(name, re.sub(r"--[^\n]*", "", sql).replace(f'"{name}"', name)) for name, sql in rows]
    return [(name, re.sub(r"\s+(?=[,)])", "", " ".join(sql.split()))) for name, sql in bare]


def test_steps_are_walked_after_one_backup(library_folder_with_words: Path) -> None:
    folder = library_folder_with_words
    steps = {VERSION: add_table, VERSION + 1: rebuild_table}
    with Library.open(folder) as library:
        migrate(library._db, steps=steps, version=VERSION + 2, needs="9.0")
        assert library.version == VERSION + 2
        assert library.meta.get("needs") == "9.0"
        assert library.known("a").revision.text == TEXT
        assert library._db.value("SELECT title FROM story") == "北海の橋、夏に開通へ"
        assert library._db.value("PRAGMA foreign_keys") == 1
        with pytest.raises(sqlite3.IntegrityError), library.writing():
            library._db.run("DELETE FROM article")
    (backup,) = (folder / "backups").iterdir()
    assert backup.name.endswith(f"-before-schema-{VERSION + 2}-from-{VERSION}.db")
    assert versions(backup) == (VERSION, "要約")


@pytest.mark.parametrize("step, error", [(fail, RuntimeError), (break_references, LibraryError)])
def test_a_step_that_fails_leaves_what_was(
    library_folder_with_words: Path, step: object, error: type[Exception]
) -> None:
    folder = library_folder_with_words
    steps = {VERSION: add_table, VERSION + 1: step}
    with Library.open(folder) as library, pytest.raises(error):
        migrate(library._db, steps=steps, version=VERSION + 2)  # type: ignore[arg-type]
    assert versions(folder / "library.db") == (VERSION + 1, "要約")
    assert versions(next((folder / "backups").iterdir()))[0] == VERSION


def test_a_library_that_is_up_to_date_is_left_alone(library_folder_with_words: Path) -> None:
    with Library.open(library_folder_with_words) as library:
        migrate(library._db)
        assert library._db.value("PRAGMA foreign_keys") == 1
    assert not (library_folder_with_words / "backups").exists()


def test_a_backup_is_whole_and_never_overwrites(library_folder_with_words: Path) -> None:
    with Library.open(library_folder_with_words) as library:
        first = library.backup("by-hand", now=NOW).path
        library.summaries.set("a", "次の要約", now=NOW)
        second = library.backup("by-hand", now=NOW).path
    assert first.name == "000001-2026-01-10-by-hand.db"
    assert second.name == "000002-2026-01-10-by-hand.db"
    assert versions(first) == (VERSION, "要約")
    assert versions(second) == (VERSION, "次の要約")
    assert len(list(first.parent.iterdir())) == 2


def test_a_library_of_another_schema_is_not_migrated_when_it_is_only_read(
    library_folder_with_words: Path,
) -> None:
    path = library_folder_with_words / "library.db"
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA user_version = {VERSION - 1}")
    with pytest.raises(LibraryError, match="older"):
        Library.open(library_folder_with_words, read_only=True)


def test_statements_are_split_whole() -> None:
    script = "-- a; comment\nCREATE TABLE a (b);\n\nINSERT INTO a\n  VALUES (';');\n"
    assert statements(script) == [
        "-- a; comment\nCREATE TABLE a (b);",
        "INSERT INTO a\n  VALUES (';');",
    ]
    with pytest.raises(ValueError, match="not a whole statement"):
        statements("CREATE TABLE a (b)")
