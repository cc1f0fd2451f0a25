"""Opening a library: made once, refused untouched, and the same from every process."""

from __future__ import annotations

import os
import shutil
import sqlite3
import struct
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from libraries.building import NOW, TEXT, add_article

from reader.library import Library
from reader.library.schema import APPLICATION_ID, VERSION
from reader.model.errors import LibraryError
from reader.model.passage import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLES = Path(__file__).parent / "libraries"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_library_is_made_once(library_folder: Path) -> None:
    with Library.open(library_folder) as library:
        assert library.created
        assert library.version == VERSION
        assert library.folder == library_folder
        add_article(library, "a")
    with Library.open(library_folder) as library:
        assert not library.created
        assert library.known("a").revision.text == TEXT


@pytest.mark.parametrize("name", ["100%", "what?", "a#b", "a&b=c", "%41", "図書 📚", "plain"])
def test_a_library_can_be_called_anything(tmp_path: Path, name: str) -> None:
    if sys.platform == "win32" and "?" in name:
        pytest.skip("not a name there")
    with Library.open(tmp_path / name) as library:
        add_article(library, "a")
    assert (tmp_path / name / "library.db").stat().st_size > 0


def test_a_relative_folder_stays_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Library.open(Path("here")) as library:
        monkeypatch.chdir("/")
        add_article(library, "a")
        assert library.folder == tmp_path / "here"
    assert (tmp_path / "here" / "originals").is_dir()


def test_the_file_is_as_safe_as_sqlite_can_make_it(library_folder: Path) -> None:
    with Library.open(library_folder) as library:
        told = {
            name: library._db.value(f"PRAGMA {name}")
            for name in (
                "journal_mode",
                "synchronous",
                "fullfsync",
                "checkpoint_fullfsync",
                "foreign_keys",
                "trusted_schema",
                "cell_size_check",
                "application_id",
                "user_version",
            )
        }
    assert told == {
        "journal_mode": "wal",
        "synchronous": 2,
        "fullfsync": 1,
        "checkpoint_fullfsync": 1,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "application_id": APPLICATION_ID,
        "user_version": VERSION,
    }


def test_none_is_made_where_none_was_asked_for(library_folder: Path) -> None:
    for create, read_only in ((False, False), (True, True)):
        with pytest.raises(LibraryError, match="no_library"):
            Library.open(library_folder, create=create, read_only=read_only)
    assert not library_folder.exists()


def test_a_file_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(LibraryError, match="unreachable"):
        Library.open(tmp_path / "file")


@pytest.mark.parametrize("found", [b"not a database", b"SQLite format 3\x00 but no more of it"])
def test_what_is_no_database_is_refused_untouched(library_folder: Path, found: bytes) -> None:
    library_folder.mkdir()
    (library_folder / "library.db").write_bytes(found)
    for create in (True, False):
        with pytest.raises(LibraryError, match="not_a_library"):
            Library.open(library_folder, create=create)
    assert contents(library_folder) == {"library.db": found}


@pytest.mark.parametrize("application_id", [0, 12345])
def test_the_database_of_somebody_else_is_refused_untouched(
    library_folder: Path, application_id: int
) -> None:
    library_folder.mkdir()
    with closing(sqlite3.connect(library_folder / "library.db")) as raw:
        raw.execute("CREATE TABLE theirs (a)")
        raw.execute(f"PRAGMA application_id = {application_id}")
        raw.commit()
    before = contents(library_folder)
    for create in (True, False):
        with pytest.raises(LibraryError, match="not_a_library"):
            Library.open(library_folder, create=create)
    assert contents(library_folder) == before


def test_a_library_that_went_missing_is_not_taken_for_a_new_one(library_folder: Path) -> None:
    with Library.open(library_folder) as library:
        add_article(library, "a")
    for act in (Path.unlink, Path.touch):
        act(library_folder / "library.db")
        with pytest.raises(LibraryError, match="library_gone"):
            Library.open(library_folder)


def test_an_unfinished_creation_is_finished(library_folder: Path) -> None:
    library_folder.mkdir()
    (library_folder / "library.db").touch()
    with Library.open(library_folder) as library:
        assert library.created
    with closing(sqlite3.connect(library_folder / "other.db")) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
    shutil.copy(library_folder / "other.db", library_folder / "library.db")
    with Library.open(library_folder) as library:
        assert library.created


def make_newer(folder: Path) -> None:
    with Library.open(folder) as library:
        add_article(library, "a")
    with closing(sqlite3.connect(folder / "library.db")) as raw:
        raw.execute(f"PRAGMA user_version = {VERSION + 3}")
        raw.execute("UPDATE meta SET value = '9.1' WHERE key = 'needs'")
        raw.commit()


def refused(folder: Path) -> dict[str, object]:
    with pytest.raises(LibraryError) as caught:
        Library.open(folder)
    assert caught.value.code == "newer"
    return caught.value.details


def test_a_newer_library_is_refused_untouched(library_folder: Path) -> None:
    make_newer(library_folder)
    before = contents(library_folder)
    assert refused(library_folder) == {
        "folder": str(library_folder),
        "found": VERSION + 3,
        "known": VERSION,
        "needs": "9.1",
    }
    with pytest.raises(LibraryError, match="newer"):
        Library.open(library_folder, read_only=True)
    assert contents(library_folder) == before


def test_a_newer_version_that_only_the_log_knows_is_refused_untouched(
    library_folder: Path, tmp_path: Path
) -> None:
    with Library.open(library_folder) as library:
        add_article(library, "a")
    copy = tmp_path / "copy"
    with closing(sqlite3.connect(library_folder / "library.db")) as raw:
        raw.execute(f"PRAGMA user_version = {VERSION + 1}")
        raw.commit()
        shutil.copytree(library_folder, copy)  # as a crash would leave it
    header = (copy / "library.db").read_bytes()[60:64]
    assert struct.unpack(">I", header) == (VERSION,)
    before = contents(copy)
    assert refused(copy)["found"] == VERSION + 1
    after = contents(copy)
    for name in ("library.db", "library.db-wal"):
        assert after[name] == before[name]


def test_a_library_that_is_only_read_is_not_written(library_folder: Path) -> None:
    with Library.open(library_folder) as library:
        add_article(library, "a")
    with Library.open(library_folder, read_only=True) as library:
        assert library.read_only
        assert library.known("a").revision.text == TEXT
        assert library.search.find("北海").total == 1
        assert library.check() == []
        with pytest.raises(LibraryError, match="read_only"):
            library.summaries.set("a", "x", now=NOW)
    with Library.open(library_folder) as library:
        assert library.summaries.get("a").text == ""


@pytest.fixture
def locked_place(tmp_path: Path) -> Iterator[Path]:
    """Give a folder with a library, in a place where nothing can be written."""
    place = tmp_path / "place"
    place.mkdir()
    mounted = False
    if sys.platform == "win32":
        pytest.skip("permissions do not bind here")
    if os.geteuid() == 0:  # permissions do not bind root, a disk does
        mounted = _mount("-t", "tmpfs", "tmpfs", str(place))
        if not mounted:
            pytest.skip("no disk can be mounted here")
    with Library.open(place / "library") as library:
        add_article(library, "a")
    if mounted:
        assert _mount("-o", "remount,ro", str(place))
    else:
        (place / "library").chmod(0o555)
    yield place / "library"
    if mounted:
        subprocess.run(["umount", str(place)], check=True)
    else:
        (place / "library").chmod(0o755)


def _mount(*arguments: str) -> bool:
    return subprocess.run(["mount", *arguments], check=False, capture_output=True).returncode == 0


def test_a_place_that_cannot_be_written_is_told_and_can_be_read(locked_place: Path) -> None:
    with pytest.raises(LibraryError, match="read_only"):
        Library.open(locked_place)
    with Library.open(locked_place, read_only=True) as library:
        assert library.known("a").revision.text == TEXT
        assert library.check() == []
        with pytest.raises(LibraryError, match="read_only"):
            library.meta.set("a", "1")


OPEN = """
import sys
from pathlib import Path
from reader.library import Library
sys.stdin.read(1)
with Library.open(Path(sys.argv[1])) as library:
    library.meta.set(sys.argv[2], "was here")
    print(library.created)
"""


def test_of_processes_that_make_it_at_once_one_does(library_folder: Path, project: Path) -> None:
    started = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN, str(library_folder), str(number)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=project,
        )
        for number in range(4)
    ]
    for process in started:
        assert process.stdin is not None
        process.stdin.write("x")
        process.stdin.flush()
    told = [process.communicate(timeout=60)[0].strip() for process in started]
    assert sorted(told) == ["False", "False", "False", "True"]
    with Library.open(library_folder) as library:
        assert [library.meta.get(str(number)) for number in range(4)] == ["was here"] * 4


def test_another_opening_is_noticed(library_folder: Path) -> None:
    with Library.open(library_folder) as here, Library.open(library_folder) as there:
        before = here.data_version()
        here.meta.set("a", "1")
        assert here.data_version() == before
        there.meta.set("a", "2")
        assert here.data_version() != before
        assert here.meta.get("a") == "2"


def _set_both_and_fail(library: Library) -> None:
    library.meta.set("a", "2")
    with library.writing():
        library.meta.set("b", "2")
    raise RuntimeError


def test_several_changes_hold_together_or_not_at_all(library_folder: Path) -> None:
    with Library.open(library_folder) as library:
        with pytest.raises(RuntimeError), library.writing():
            _set_both_and_fail(library)
        assert (library.meta.get("a"), library.meta.get("b")) == ("", "")
        with library.writing():
            library.meta.set("a", "1")
            with pytest.raises(RuntimeError), library.writing():
                _set_both_and_fail(library)
        assert (library.meta.get("a"), library.meta.get("b", "none")) == ("1", "none")
        library.meta.remove("a")
        assert library.meta.get("a") == ""


def test_a_write_outside_of_a_transaction_is_a_fault_of_ours(library_folder: Path) -> None:
    with Library.open(library_folder) as library:
        with pytest.raises(RuntimeError, match="outside of a transaction"):
            library._db.run("DELETE FROM meta")
        with pytest.raises(sqlite3.OperationalError, match="no such table"):
            library._db.all("SELECT 1 FROM unknown")


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_the_sample_of_every_schema_opens(library_folder: Path, version: int) -> None:
    shutil.unpack_archive(SAMPLES / f"schema-{version}.zip", library_folder)
    with Library.open(library_folder) as library:
        assert library.version == VERSION
        assert library.check() == []
        assert library.search.is_ready()
        (row,) = library.articles.rows(tag="橋")
        known = library.known(row.id)
        assert known.article.title == "北海の橋、夏に開通(訂正)"
        assert known.article.corrected == ("title",)
        assert [note.text for note in known.notes] == ["図書館で地図を見る"]
        assert known.highlights[0].note == "どの島か"
        assert known.highlights[0].state == "anchored"
        assert known.summary.text == "夏に橋が開く。"
        points = [*known.watch_points, *library.watch_points.dismissed(row.id)]
        assert [point.status for point in points] == ["developing", "open"]
        assert known.watch_points[0].history[0].why == "県の説明会"
        assert {term.text for term in known.terms} >= {"北海大橋", "北海県"}
        assert {entry.text for entry in library.terms.glossary()} >= {"北海大橋", "北海県"}
        assert library.articles.count(deleted=True) == 1
        assert library.search.find("図書館").hits[0].kind == "note"
        assert library.removed.list()[0].text == "消したメモ"
        original = library.articles.original(known.revision.sha256)
        assert original.decode() == known.revision.text


def test_the_sample_of_schema_3_has_the_readers_decisions(library_folder: Path) -> None:
    shutil.unpack_archive(SAMPLES / "schema-3.zip", library_folder)
    with Library.open(library_folder) as library:
        (row,) = library.articles.rows()
        known = library.known(row.id)
        _, moved, gone = known.highlights
        assert (moved.text, moved.tags) == ("料金はいくらになるのか", ("金",))
        assert [before.exact for before in moved.former] == ["料金は"]
        assert (gone.text, gone.quotation, gone.state) == ("船の便", True, "lost")
        assert known.notes[0].tags == ("地図", "調べる")


def test_the_sample_of_schema_2_has_the_readers_corrections(library_folder: Path) -> None:
    shutil.unpack_archive(SAMPLES / "schema-2.zip", library_folder)
    with Library.open(library_folder) as library:
        (row,) = library.articles.rows()
        known = library.known(row.id)
        terms = {term.text: term for term in known.terms}
        assert terms["北海大橋"].definition == Passage("島へ渡る橋", 0, 0)
        assert terms["北海県"].category == "place"
        assert library.terms.removed_forms(terms["北海県"].id) == ("県",)
        assert (terms["工事"].own, terms["工事"].category) == (True, "event")
        assert len(known.watch_points) == 1
        assert known.revision.blocks[0].kind == "heading"
        act = library.acts.undo(now=NOW)
        assert act is not None
        assert act.act.label == "act.dismiss"
        assert len(library.known(row.id).watch_points) == 2
