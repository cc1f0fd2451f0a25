"""The real window while the library takes no words: it says so, reads on, and saves them later."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Protocol

import pytest
from faults.places import fill, small_disk
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from reader.gui.application import Program
from reader.model.errors import LibraryError
from reader.presentation.messages import Messages
from reader.services.desk import Desk, open_desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

HOLD = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


class Hindrance(Protocol):
    """Something that keeps words out of the library."""

    code: str

    def begin(self) -> None: ...

    def end(self) -> None: ...


class FullDisk:
    """No room on the disk of the library."""

    code = "disk_full"

    def __init__(self, disk: Path) -> None:
        self._disk = disk

    def begin(self) -> None:
        self._filler = fill(self._disk)

    def end(self) -> None:
        self._filler.unlink()


class Lock:
    """Another process in the middle of a write."""

    code = "locked"

    def __init__(self, disk: Path) -> None:
        self._path = disk / "library" / "library.db"

    def begin(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(self._path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline().strip() == b"held"

    def end(self) -> None:
        self._process.communicate()


@pytest.fixture
def disk(folder: Path) -> Iterator[Path]:
    with small_disk(folder / "disk", "6m") as mounted:
        if mounted is None:
            pytest.skip("no disk can be mounted here")
        yield mounted


@pytest.fixture
def program(
    qtbot: QtBot, disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    with open_desk(disk / "library") as desk:
        for name in ("橋", "港"):
            desk.adding.add_text(f"{name}の記事\n{name}の工事が終わる。", f"{name}.txt")
        desk.understanding.finish()
    program = Program(disk / "library", settings_path=tmp_path / "settings.json")
    program.looks.choose_language("ja")
    program.show()
    qtbot.waitUntil(lambda: program.idle and program.window.known is not None, timeout=60_000)
    program.session._writer.submit(be_impatient)
    program.session.saver._retry.setInterval(300)
    # Where the test fails, closing would rescue the words and say so in a box that waits.
    monkeypatch.setattr(QMessageBox, "exec", lambda *_: 0)
    for name in ("warning", "critical"):
        monkeypatch.setattr(QMessageBox, name, lambda *_: 0)
    yield program
    program.window.close()
    assert program.close()


def be_impatient(desk: Desk) -> None:
    """Let a write that another one keeps waiting fail soon."""
    desk._library._db.raw.execute("PRAGMA busy_timeout = 50")


@pytest.mark.parametrize("kind", [FullDisk, Lock])
def test_words_wait_in_the_window_until_the_library_takes_them(
    qtbot: QtBot, disk: Path, program: Program, kind: type[Hindrance]
) -> None:
    window, saver = program.window, program.session.saver
    failed: list[str] = []
    saver.failed.connect(lambda _key, error: failed.append(error.code))
    hindrance: Hindrance = kind(disk)  # type: ignore[call-arg]
    hindrance.begin()
    side = window.side_pane
    side.focus_tab("notes")
    box = side.notes.article_editors[0]
    words = "waiting for room " * 30
    QTest.keyClicks(box, words)
    qtbot.waitUntil(lambda: bool(failed), timeout=10_000)
    assert set(failed) == {hindrance.code}
    told = Messages("ja").error(LibraryError(hindrance.code, folder=str(disk), reason=""))
    qtbot.waitUntil(lambda: told in window.banner.words)
    assert box.words == words
    # Reading goes on, and the words are there when the reader comes back.
    first = window.known
    assert first is not None
    pane = window.list_pane
    rows = [pane.model.row_at(place) for place in range(pane.model.rowCount())]
    (other,) = (row.id for row in rows if row is not None and row.id != first.article.id)
    program.session.open(other)
    qtbot.waitUntil(lambda: side.article_id == other)
    QTest.keyClicks(side.notes.article_editors[0], "another note")
    program.session.open(first.article.id)
    qtbot.waitUntil(lambda: side.article_id == first.article.id)
    qtbot.waitUntil(lambda: side.notes.article_editors[0].words == words)
    hindrance.end()
    qtbot.waitUntil(lambda: not saver.unsaved, timeout=10_000)
    with open_desk(disk / "library") as desk:
        assert [note.text for note in desk.annotating.notes_on("article", first.article.id)] == [
            words
        ]
        assert [note.text for note in desk.annotating.notes_on("article", other)] == [
            "another note"
        ]
        assert desk.maintaining.check() == []
