"""Other writers, other owners, other clocks, older libraries: what happens is what is promised."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from faults.interposing import Job, environment
from faults.judging import complaints, prepare
from faults.ledger import Book, Ledger
from faults.old_libraries import lay_down, versions
from faults.states import raw_words, words_of
from faults.workload import ACTS, BRIDGE, Work

from reader.library import Library
from reader.library.schema import VERSION
from reader.model.errors import LibraryError
from reader.services.desk import open_desk

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import FixedClock
    from faults.interposing import Server

SHARE = """
import sys
from pathlib import Path
from reader.services.desk import open_desk

with open_desk(Path(sys.argv[1])) as desk:
    known = desk.annotating.notes_on("article", sys.argv[2])[0]
    for number in range(6):
        words = f"{known.text} {sys.argv[3]}{number}."
        known, _ = desk.annotating.rewrite(known.id, words, expected=known.text)
"""


def test_each_write_ends_in_locked_while_another_process_writes(folder: Path) -> None:
    place = folder / "place"
    prepare(place)
    lines: list[str] = []
    work = Work(place, Ledger(lines.append))
    work.article(BRIDGE)
    raw = work.desk._library._db.raw
    raw.execute("PRAGMA busy_timeout = 30")
    other = sqlite3.connect(place / "library" / "library.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    for act in ACTS[1:]:
        act(work)
    told = [line.value for line in Book.of(lines).failures]
    assert set(told) <= {"locked", "no_such_id"}
    assert told.count("locked") >= 5
    assert work.desk.reading.page()
    other.close()
    work.note("after", "待った", on=BRIDGE.split("\n", 1)[0])
    work.close()
    book = Book.of(lines)
    assert "note after" in book.kept
    assert complaints(place, book) == []


def tree(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_nothing_of_a_folder_that_is_somebody_elses_is_changed(
    server: Server, folder: Path
) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can be somebody else")
    place = folder / "place"
    prepare(place)
    server.run(Job("day", str(place), str(folder / "report")))
    before = tree(place)
    folder.chmod(0o755)
    outcome = server.run(Job("later", str(place), str(folder / "report"), user=65534))
    assert outcome.status == 0
    assert outcome.book.failures
    assert outcome.book.misbehaviours() == []
    assert not any(key.startswith(("note", "article", "export")) for key in outcome.book.kept)
    assert tree(place) == before


def test_two_processes_that_write_one_note_keep_the_words_of_both(folder: Path) -> None:
    with open_desk(folder) as desk:
        article = desk.adding.add_text(BRIDGE, "橋.txt").id
        desk.annotating.note("article", article, "初め")
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", SHARE, str(folder), article, name], env=environment()
        )
        for name in ("north", "south")
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    with open_desk(folder) as desk:
        texts = "\n".join(note.text for note in desk.annotating.notes_on("article", article))
        assert desk.maintaining.check() == []
    assert all(f" {name}{number}." in texts for name in ("north", "south") for number in range(6))


def test_a_clock_that_goes_back_changes_no_order(folder: Path, fixed_clock: FixedClock) -> None:
    with open_desk(folder, clock=fixed_clock) as desk:
        article = desk.adding.add_text(BRIDGE, "橋.txt").id
        gone = desk.adding.add_text("捨てる記事\n本文。", "捨てる.txt").id
        point, _ = desk.watching.make(article, len(BRIDGE) - 9, len(BRIDGE))
        desk.reading.trash([gone])
        for text, status in (("一", "developing"), ("二", "answered"), ("三", "dropped")):
            fixed_clock.advance(-36 * 3600)
            desk.annotating.note("article", article, text)
            desk.watching.set_status(point.id, status)
        notes = desk.annotating.notes_on("article", article)
        assert [note.text for note in notes] == ["一", "二", "三"]
        history = desk.watching.get(point.id).history
        assert [step.after for step in history] == ["developing", "answered", "dropped"]
        desk.undoing.undo()
        assert desk.watching.get(point.id).status == "answered"
        desk.undoing.undo()
        notes = desk.annotating.notes_on("article", article)
        assert [note.text for note in notes] == ["一", "二"]
        desk.undoing.redo()
        assert len(desk.annotating.notes_on("article", article)) == 3
        assert desk.maintaining.forget_removed() == 0
        assert [row.id for row in desk.reading.page(deleted=True)] == [gone]
        assert desk.maintaining.check() == []


def test_every_schema_there_was_has_a_sample() -> None:
    assert versions() == list(range(1, VERSION + 1))


@pytest.mark.parametrize("version", versions())
def test_a_library_of_every_schema_opens_with_all_its_words(folder: Path, version: int) -> None:
    place = folder / "place"
    lay_down(version, place)
    path = place / "library" / "library.db"
    before = raw_words(path)
    assert {key.split(" ")[0] for key in before} == {
        "note",
        "highlight",
        "summary",
        "revision",
        "step",
    }
    with Library.open(place / "library") as library:
        assert library.check() == []
        assert words_of(library)
    assert raw_words(path) == before


def test_a_newer_library_is_refused_untouched(folder: Path) -> None:
    place = folder / "place"
    lay_down(VERSION, place)
    raw = sqlite3.connect(place / "library" / "library.db")
    raw.execute("UPDATE meta SET value = '99.1' WHERE key = 'needs'")
    raw.execute(f"PRAGMA user_version = {VERSION + 7}")
    raw.commit()
    raw.close()
    before = tree(place)
    with pytest.raises(LibraryError) as caught:
        open_desk(place / "library")
    assert caught.value.code == "newer"
    assert caught.value.details["needs"] == "99.1"
    assert tree(place) == before
