"""Backups: numbered, verified before they have a name, and never pushed out by what is bad."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from libraries.building import LATER, NOW, add_article
from places import disk

from reader.library import Library
from reader.library.backups import list_backups
from reader.library.schema import VERSION
from reader.model.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def filled(library_folder: Path) -> Path:
    with Library.open(library_folder) as library:
        add_article(library, "a")
        library.notes.add(id="n", target="article", target_id="a", text="橋のメモ", now=NOW)
    return library_folder


def names(folder: Path) -> list[str]:
    return [backup.name for backup in list_backups(folder)]


def back_up(folder: Path, reason: str = "daily", now: str = NOW) -> str:
    with Library.open(folder) as library:
        return library.backup(reason, now=now).name


def flip(path: Path, words: str) -> None:
    """Change words in a file as a bad disk does."""
    data = path.read_bytes()
    assert words.encode() in data
    path.write_bytes(data.replace(words.encode(), ("塩" * len(words)).encode()))


def test_names_count_up_whatever_the_clock_says(filled: Path) -> None:
    made = [
        back_up(filled, now=f"{day}T09:00:00Z")
        for day in ("2026-11-28", "2036-01-01", "2020-05-05")
    ]
    assert made == [
        "000001-2026-11-28-daily.db",
        "000002-2036-01-01-daily.db",
        "000003-2020-05-05-daily.db",
    ]
    assert names(filled) == made[::-1]


def test_the_last_of_each_kind_are_kept_by_number(filled: Path) -> None:
    back_up(filled, "by-hand")
    for number in range(9):
        # The clock goes back a year with each backup.
        back_up(filled, "daily", now=f"{2036 - number}-01-01T09:00:00Z")
    for number in range(6):
        back_up(filled, f"before-schema-{number + 2}-from-{number + 1}")
    kept: dict[str, list[int]] = {one.kind: [] for one in list_backups(filled)}
    for one in list_backups(filled):
        kept[one.kind].append(one.number)
    assert kept == {
        "daily": list(range(10, 3, -1)),
        "migration": list(range(16, 11, -1)),
        "by_hand": [1],
    }


def test_old_names_are_read_and_count_as_the_oldest(filled: Path) -> None:
    back_up(filled, "by-hand")
    backups = filled / "backups"
    made = backups / names(filled)[0]
    for name in ("before-schema-2-from-1.db", "before-schema-2-from-1-2.db", "mine.db"):
        shutil.copy(made, backups / name)
    (backups / "000009-2026-01-01-daily.db").touch()  # an empty file is no backup
    (backups / ".000008.tmp").write_bytes(b"half")
    listed = {one.name: (one.number, one.kind) for one in list_backups(filled)}
    assert listed == {
        made.name: (1, "by_hand"),
        "before-schema-2-from-1.db": (0, "migration"),
        "before-schema-2-from-1-2.db": (0, "migration"),
        "mine.db": (0, "other"),
    }
    assert list_backups(filled)[0].name == made.name
    assert back_up(filled).startswith("000010-")
    for number in range(5):
        back_up(filled, f"before-schema-{number + 3}-from-2")
    assert [name for name in names(filled) if name.startswith("before")] == []
    assert "mine.db" in names(filled)


def test_a_library_with_a_damaged_note_pushes_out_no_good_backup(filled: Path) -> None:
    for _ in range(7):
        back_up(filled)
    before = names(filled)
    flip(filled / "library.db", "橋のメモ")
    with Library.open(filled) as library:
        with pytest.raises(LibraryError, match="backup_unsound"):
            library.backup("daily", now=LATER)
        assert names(filled) == before
        made = library.backup("by-hand", now=LATER, keep_damaged=True)
    assert made.kind == "damaged"
    assert made.name == f"000008-{LATER[:10]}-damaged.db"
    assert names(filled)[1:] == before
    assert sorted(path.name for path in (filled / "backups").iterdir()) == sorted(
        [made.name, *before]
    )


def test_a_backup_holds_every_word_and_says_when_it_was_made(filled: Path) -> None:
    name = back_up(filled, "by-hand")
    with closing(sqlite3.connect(filled / "backups" / name)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert raw.execute("SELECT text FROM note").fetchone() == ("橋のメモ",)
        told = dict(raw.execute("SELECT key, value FROM meta WHERE key LIKE 'backup.%'"))
    assert told == {"backup.made": NOW, "backup.reason": "by-hand"}
    with Library.open(filled) as library:
        assert library.meta.get("backup.made") == ""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of three megabytes."""
    with disk(tmp_path / "disk", megabytes=3) as place:
        yield place


def back_up_without_end(library: Library) -> None:
    for number in range(30):
        library.backup("by-hand", now=NOW)
        library.summaries.set("a", f"要約 {number}", now=NOW)


def test_a_full_disk_leaves_nothing_half_written(small_disk: Path) -> None:
    folder = small_disk / "library"
    with Library.open(folder) as library:
        add_article(library, "a")
        first = library.backup("by-hand", now=NOW)
        (small_disk / "other").write_bytes(b"x" * 1_500_000)
        with pytest.raises(LibraryError, match="disk_full"):
            back_up_without_end(library)
        there = {path.name for path in (folder / "backups").iterdir()}
        assert there == set(names(folder))
        assert first.name in there
        # What nobody asked for does not even take the room that the reader's words need.
        with pytest.raises(LibraryError, match="disk_full"):
            library.backup("daily", now=NOW)
        (small_disk / "other").unlink()
        assert library.backup("by-hand", now=NOW).number == len(there) + 1
        assert library.check() == []


BACK_UP = """
import sys
from pathlib import Path
from reader.library import Library

with Library.open(Path(sys.argv[1])) as library:
    while True:
        made = library.backup("daily", now="2026-11-28T09:00:00Z")
        print(made.name, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_a_kill_in_the_middle_leaves_library_and_backups_whole(filled: Path, project: Path) -> None:
    with Library.open(filled) as library:
        for number in range(40):
            library.notes.add(
                id=f"x{number}", target="article", target_id="a", text="長い" * 9000, now=NOW
            )
    for pause in (0.004, 0.009, 0.015, 0.022):
        with subprocess.Popen(
            [sys.executable, "-c", BACK_UP, str(filled)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=project,
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            try:
                process.wait(pause)
            except subprocess.TimeoutExpired:
                os.kill(process.pid, signal.SIGKILL)
    with Library.open(filled) as library:
        assert library.check() == []
        assert len(library.notes.on("article", "a")) == 41
        last = library.backup("daily", now=NOW).number
    for backup in list_backups(filled):
        with closing(sqlite3.connect(backup.path)) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert raw.execute("SELECT count(*) FROM note").fetchone() == (41,)
    assert last == list_backups(filled)[0].number


def test_two_processes_never_give_the_same_number(filled: Path, project: Path) -> None:
    program = BACK_UP.replace("while True", "for _ in range(6)").replace('"daily"', '"by-hand"')
    both = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(filled)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=project,
        )
        for _ in range(2)
    ]
    made = [name for process in both for name in process.communicate(timeout=60)[0].split()]
    assert sorted(int(name[:6]) for name in made) == list(range(1, 13))


def test_what_was_left_by_a_kill_goes_and_its_number_is_not_given_again(filled: Path) -> None:
    backups = filled / "backups"
    backups.mkdir()
    for name in (".000003.tmp", ".000004.tmp-journal"):
        (backups / name).write_bytes(b"half")
    assert back_up(filled) == "000005-2026-01-10-daily.db"
    assert [path.name for path in backups.iterdir()] == ["000005-2026-01-10-daily.db"]
