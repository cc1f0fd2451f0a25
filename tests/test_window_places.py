"""What becomes of typed words when the library's place gives way under an open window."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from places import disk
from PySide6.QtTest import QTest
from test_window_safety import fill

from reader.gui.application import Program
from reader.services.desk import open_desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.gui.autosave import AutosaveEdit

WORDS = "words that must not be lost"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of four megabytes."""
    with disk(tmp_path / "disk", megabytes=4) as place:
        yield place


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[Path], Program]]:
    """Give a way to open a window on a library with one article."""
    started: list[Program] = []

    def start_program(folder: Path) -> Program:
        fill(folder)
        program = Program(folder, settings_path=tmp_path / "settings.json", language="en")
        started.append(program)
        program.show()
        qtbot.waitUntil(lambda: program.idle and program.safety is not None, timeout=60_000)
        return program

    yield start_program
    for program in started:
        program.window.close()
        assert program.close()


def write(program: Program, words: str = WORDS) -> AutosaveEdit:
    """Type words into the summary, and hand them over."""
    program.window.commands.actions_by_name["show_summary"].trigger()
    editor = program.window.side_pane.summary.editor
    assert editor is not None
    QTest.keyClicks(editor, words)
    program.window.hand_over()
    return editor


def summary_in(folder: Path) -> str:
    with open_desk(folder) as desk:
        return desk.summarising.get(desk.reading.page()[0].id).text


def fill_up(path: Path) -> None:
    """Write until nothing more goes onto the disk."""
    with path.open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)


def is_told(qtbot: QtBot, program: Program, words: str) -> None:
    """Wait until the banner says what happened, what was kept, and that it goes on."""
    banner = program.window.banner
    qtbot.waitUntil(lambda: words in banner.words, timeout=15_000)
    assert "still here" in banner.words
    editor = program.window.side_pane.summary.editor
    assert editor is not None
    assert editor.words == WORDS


def is_saved(qtbot: QtBot, program: Program) -> None:
    """Wait until everything is saved without another key, and the banner is gone."""
    assert program.session.saver.finish()
    qtbot.waitUntil(lambda: program.window.banner.words == "")


def test_a_full_disk(qtbot: QtBot, small_disk: Path, start: Callable[[Path], Program]) -> None:
    program = start(small_disk / "library")
    room = small_disk / "other"
    with pytest.raises(OSError, match="No space"):
        fill_up(room)
    write(program)
    is_told(qtbot, program, "disk is full")
    room.unlink()
    is_saved(qtbot, program)
    assert summary_in(small_disk / "library") == WORDS


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_a_folder_that_was_moved_away(
    qtbot: QtBot, start: Callable[[Path], Program], tmp_path: Path
) -> None:
    folder = tmp_path / "library"
    program = start(folder)
    folder.rename(tmp_path / "elsewhere")
    write(program)
    is_told(qtbot, program, "not in")
    (tmp_path / "elsewhere").rename(folder)
    is_saved(qtbot, program)
    assert summary_in(folder) == WORDS


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_a_file_that_was_replaced(
    qtbot: QtBot, start: Callable[[Path], Program], tmp_path: Path
) -> None:
    folder = tmp_path / "library"
    program = start(folder)
    path, aside = folder / "library.db", folder / "aside.db"
    path.rename(aside)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE theirs (a)")
    theirs = path.read_bytes()
    write(program)
    is_told(qtbot, program, "was replaced")
    assert path.read_bytes() == theirs
    aside.replace(path)
    is_saved(qtbot, program)
    assert summary_in(folder) == WORDS


def test_another_program_that_does_not_let_go(
    qtbot: QtBot, start: Callable[[Path], Program], tmp_path: Path
) -> None:
    folder = tmp_path / "library"
    program = start(folder)
    with closing(sqlite3.connect(folder / "library.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        write(program)
        is_told(qtbot, program, "is writing to the library")
        other.execute("ROLLBACK")
    is_saved(qtbot, program)
    assert summary_in(folder) == WORDS
