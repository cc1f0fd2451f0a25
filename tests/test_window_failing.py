"""A library that cannot be opened is told plainly; no empty window stands in its place."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from reader.gui.application import Program

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

NO_DATABASE = b"some other file, by the name of a library" * 40


@pytest.fixture
def damaged(library_folder: Path) -> Path:
    library_folder.mkdir()
    (library_folder / "library.db").write_bytes(NO_DATABASE)
    return library_folder


def test_there_is_no_window_on_a_library_that_cannot_be_opened(
    qtbot: QtBot, damaged: Path, tmp_path: Path
) -> None:
    program = Program(damaged, settings_path=tmp_path / "settings.json")
    assert not program.show()
    assert program.failure is not None
    assert program.failure.code == "not_a_library"
    assert not program.window.isVisible()
    assert program.close()
    assert (damaged / "library.db").read_bytes() == NO_DATABASE


FAULTY = """
import sys
from reader.gui import application

def faulty(*words, **named):
    raise LookupError("a fault of ours")

application.Program = faulty
from reader.__main__ import main
sys.exit(main())
"""


def test_a_fault_that_keeps_the_window_from_opening_is_told(
    library_folder: Path, project: Path, home: Path
) -> None:
    for _ in range(2):  # and the library is free for the next start
        done = subprocess.run(
            [sys.executable, "-c", FAULTY, "--lang", "en", "--library", str(library_folder)],
            cwd=project,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 1
        assert done.stderr.startswith("A fault of Chumoku kept its window from opening.")
        assert "Traceback" not in done.stderr
    reports = list(home.rglob("crash-*.txt"))
    assert len(reports) == 2
    assert "LookupError: a fault of ours" in reports[0].read_text("utf-8")
    assert not list(home.rglob("fault-*"))


def test_a_picture_of_it_ends_with_a_message(damaged: Path, project: Path, tmp_path: Path) -> None:
    where = ("--library", str(damaged), "shot")
    done = subprocess.run(
        [sys.executable, "-m", "reader", "--lang", "en", *where, str(tmp_path / "window.png")],
        cwd=project,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert "is no library of Chumoku" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "window.png").exists()
