"""What is acknowledged is kept: after a kill, on a full disk, beside other writers."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from faults.places import small_disk
from libraries.building import LATER, NOW, TEXT, add_article, add_text

from reader.library import Library
from reader.model.errors import LibraryError

if TYPE_CHECKING:
    from pathlib import Path

WRITE_NOTES = """
import sys
from pathlib import Path
from reader.library import Library

folder, name = Path(sys.argv[1]), sys.argv[2]
with Library.open(folder) as library:
    for number in range(int(sys.argv[3])):
        library.notes.add(
            id=f"{name}{number}", target="article", target_id="a",
            text=f"{name} {number} " + "橋" * 2000, now="2026-01-10T09:00:00Z",
        )
        library.summaries.set("a", f"{name} {number}", now="2026-01-10T09:00:00Z")
        print(number, flush=True)
"""


def write_notes(folder: Path, project: Path, name: str, number: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITE_NOTES, str(folder), name, str(number)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=project,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_a_kill_loses_no_acknowledged_note(library_folder: Path, project: Path) -> None:
    with Library.open(library_folder) as library:
        add_article(library, "a")
    acknowledged: dict[str, int] = {}
    for round_, wanted in enumerate((0, 3, 7, 12)):
        name = f"round{round_}x"
        with write_notes(library_folder, project, name, 100_000) as process:
            assert process.stdout is not None
            for line in process.stdout:
                acknowledged[name] = int(line)
                if acknowledged[name] >= wanted:
                    break
            os.kill(process.pid, signal.SIGKILL)
            for line in process.stdout:
                acknowledged[name] = int(line)
    with Library.open(library_folder) as library:
        assert library.check() == []
        kept = {note.id for note in library.notes.on("article", "a")}
        for name, last in acknowledged.items():
            assert {f"{name}{number}" for number in range(last + 1)} <= kept
        assert library.search.find("橋橋", kinds=("note",)).total == len(kept)
        assert library.articles.row("a").notes == len(kept)


def test_several_processes_write_side_by_side(library_folder: Path, project: Path) -> None:
    with Library.open(library_folder) as library:
        add_article(library, "a")
        writers = [write_notes(library_folder, project, name, 15) for name in ("x", "y", "z")]
        for number in range(15):
            library.articles.set_state("a", position=number, now=NOW)
        for writer in writers:
            writer.communicate(timeout=100)
            assert writer.returncode == 0
        assert len(library.notes.on("article", "a")) == 45
        assert library.articles.state("a").position == 14
        assert library.check() == []


def test_a_full_disk_keeps_what_was_there(library_folder: Path) -> None:
    with Library.open(library_folder) as library:
        add_article(library, "a")
        note = library.notes.add(id="n", target="article", target_id="a", text="初め", now=NOW)
        # SQLite is told that the file may not grow: the same error as from a full disk.
        pages = library._db.value("PRAGMA page_count")
        library._db.one(f"PRAGMA max_page_count = {pages}")
        long = "橋" * 100_000
        for change in (
            lambda: library.notes.set_text(note.id, long, now=LATER),
            lambda: library.notes.add(
                id="m", target="article", target_id="a", text=long, now=LATER
            ),
            lambda: library.summaries.set("a", long, now=LATER),
            lambda: add_article(library, "b", text=long),
            lambda: add_text(library, "a", text=long),
        ):
            with pytest.raises(LibraryError) as caught:
                change()
            assert caught.value.code == "disk_full"
        assert library.notes.on("article", "a") == (note,)
        known = library.known("a")
        assert (known.revision.text, known.summary.text) == (TEXT, "")
        assert library.search.find("橋橋橋").total == 0
        library._db.one("PRAGMA max_page_count = 1000000")
        assert library.notes.set_text(note.id, long, now=LATER).text == long
        assert [problem.kind for problem in library.check()] == ["original"]


def test_a_disk_that_really_is_full_keeps_what_was_there(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "1m") as disk:
        if disk is None:
            pytest.skip("no disk can be mounted here")
        with Library.open(disk / "library") as library:
            add_article(library, "a")
            written = _write_until_full(library)
            assert written
            assert [note.id for note in library.notes.on("article", "a")] == written
            assert library.known("a").revision.text == TEXT
            with pytest.raises(LibraryError, match="disk_full"):
                library.articles.store_original(os.urandom(2_000_000))
        with Library.open(disk / "library", read_only=True) as library:
            assert [note.id for note in library.notes.on("article", "a")] == written
            assert [problem.kind for problem in library.check()] == []


def _write_until_full(library: Library) -> list[str]:
    written: list[str] = []
    while True:
        id_ = f"n{len(written)}"
        try:
            library.notes.add(id=id_, target="article", target_id="a", text="メモ" * 5000, now=NOW)
        except LibraryError as error:
            if error.code != "disk_full":
                raise
            return written
        written.append(id_)


def test_a_damaged_page_is_an_error_of_the_world(library_folder: Path) -> None:
    with Library.open(library_folder) as library:
        add_article(library, "a")
    path = library_folder / "library.db"
    with closing(sqlite3.connect(path)) as raw:
        (page,) = raw.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'revision'"
        ).fetchone()
        (size,) = raw.execute("PRAGMA page_size").fetchone()
    data = bytearray(path.read_bytes())
    data[(page - 1) * size : page * size] = b"\xff" * size
    path.write_bytes(data)
    with Library.open(library_folder) as library:
        with pytest.raises(LibraryError, match="damaged"):
            library.known("a")
        assert len(library.articles.rows()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_nothing_is_written_to_a_file_that_was_moved_or_replaced(
    library_folder: Path, tmp_path: Path
) -> None:
    with Library.open(library_folder) as library:
        add_article(library, "a")
        copy = library.backup("copy", now=NOW).path
        path = library_folder / "library.db"
        path.rename(tmp_path / "moved.db")
        for act in (lambda: None, lambda: copy.rename(path)):
            act()
            with pytest.raises(LibraryError, match="moved or replaced"):
                library.summaries.set("a", "x", now=NOW)
        path.unlink()
        (tmp_path / "moved.db").rename(path)
        library.summaries.set("a", "y", now=NOW)
    with Library.open(library_folder) as library:
        assert library.summaries.get("a").text == "y"


def test_a_folder_that_vanished_is_told(library_folder: Path, tmp_path: Path) -> None:
    with Library.open(library_folder) as library:
        add_article(library, "a")
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    with pytest.raises(LibraryError, match="unreachable"):
        Library.open(blocked / "library")
    with Library.open(library_folder) as library:
        originals = library_folder / "originals"
        originals.rename(library_folder / "elsewhere")
        originals.write_bytes(b"")
        with pytest.raises(LibraryError, match="unreachable"):
            library.articles.store_original(b"x")
