"""What is typed outlives the window: killed at any moment, on a locked library, on a full disk."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from reader.services.desk import open_desk
from reader.system.draft_lines import read_journal
from reader.system.drafts import DraftJournal
from reader.system.paths import draft_folders

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Self

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such kill there")

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from reader.gui.application import Program, make_application, wait_until
from reader.gui.autosave import AutosaveEdit

folder, settings, *orders = sys.argv[1:]
application = make_application(offscreen=True)
program = Program(Path(folder), settings_path=Path(settings))
window = program.window
assert program.show()
wait_until(lambda: program.drafting is not None and program.idle, 60)
wait_until(lambda: window.side_pane.article_id != "", 60)
window.activateWindow()
wait_until(window.isActiveWindow, 10)
for order in orders:
    verb, _, words = order.partition(":")
    if verb == "type":
        window.side_pane.focus_tab("summary")
        wait_until(lambda: isinstance(QApplication.focusWidget(), AutosaveEdit), 10)
        QTest.keyClicks(QApplication.focusWidget(), words)
    elif verb == "note":
        window.side_pane.focus_tab("notes")
        wait_until(lambda: isinstance(QApplication.focusWidget(), AutosaveEdit), 10)
        QTest.keyClicks(QApplication.focusWidget(), words)
    elif verb == "wait":
        wait_until(lambda: False, float(words))
    elif verb == "notice":
        wait_until(lambda: bool(window.notice.words), 20)
        print(window.notice.words, flush=True)
        window.notice.act()
        wait_until(lambda: False, 0.2)
        print(window.side_pane.tab, flush=True)
        print(window.banner.words, flush=True)
    elif verb == "close":
        window.close()
        program.close()
        sys.exit()
    print(order, flush=True)
application.exec()
"""


class Window:
    """A window of its own process, without a screen, that does what it is told."""

    def __init__(self, folder: Path, settings: Path, *orders: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", WINDOW, str(folder), str(settings), *orders],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )

    def wait_for(self, order: str) -> list[str]:
        """Return the lines until an order is done."""
        told = []
        assert self.process.stdout is not None
        for line in self.process.stdout:
            told.append(line.rstrip("\n"))
            if told[-1] == order:
                return told
        assert self.process.stderr is not None
        raise AssertionError(self.process.stderr.read())

    def kill(self) -> None:
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.communicate()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.kill()


@pytest.fixture
def article(library_folder: Path) -> str:
    with open_desk(library_folder) as desk:
        article = desk.adding.add_text("橋の記事\n橋が架かる。町が喜ぶ。", "橋.txt").id
        desk.understanding.finish()
    return article


def summary(folder: Path, article: str) -> str:
    with open_desk(folder) as desk:
        return desk.summarising.get(article).text


def notes(folder: Path, article: str) -> list[str]:
    with open_desk(folder) as desk:
        return [note.text for note in desk.annotating.notes_on("article", article)]


def journals(folder: Path) -> list[Path]:
    return [path for place in draft_folders(folder) for path in sorted(place.glob("*"))]


def recover(folder: Path) -> int:
    """Do what a window does at its start; return how many words came back."""
    with open_desk(folder) as desk:
        found = desk.recovering.recover()
        assert not found.waiting
        return len(found.places)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Be another program in the middle of a write."""
    connection = sqlite3.connect(folder / "library.db", isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        connection.close()


def killed_while_locked(folder: Path, settings: Path, *orders: str) -> None:
    """Have a window type what the library does not take, and kill it a while later."""
    with locked(folder):
        window = Window(folder, settings, *orders, "wait:0.5")
        window.wait_for("wait:0.5")
        window.kill()


@pytest.mark.parametrize(
    "seconds,least", [(0.1, "begun"), (0.4, "begun and on"), (0.9, "begun and on")]
)
def test_a_kill_soon_after_a_key_loses_nothing_but_the_last_moment(
    seconds: float, least: str, library_folder: Path, article: str, tmp_path: Path
) -> None:
    window = Window(library_folder, tmp_path / "s.json", "type:begun", "wait:0.4", "type: and on")
    window.wait_for("type: and on")
    time.sleep(seconds)
    window.kill()
    recover(library_folder)
    assert "begun and on".startswith(summary(library_folder, article))
    assert summary(library_folder, article).startswith(least)
    assert journals(library_folder) == []


def test_the_next_window_brings_the_words_back_once_and_shows_where(
    library_folder: Path, article: str, tmp_path: Path
) -> None:
    settings = tmp_path / "s.json"
    killed_while_locked(library_folder, settings, "type:begun", "type: and going on")
    assert summary(library_folder, article) == ""
    assert len(journals(library_folder)) == 1
    journal = DraftJournal(*draft_folders(library_folder))
    journal.keep(("note", "article", "0" * 16, ""), "its place is gone", "")
    assert journal.close()
    window = Window(library_folder, settings, "notice:", "close:")
    told = window.wait_for("notice:")
    window.process.communicate(timeout=60)
    assert "1" in told[0]
    assert told[1] == "summary"
    (path,) = library_folder.glob("chumoku-unsaved-*.txt")
    assert path.name in told[2]
    assert "its place is gone" in path.read_text("utf-8")
    assert summary(library_folder, article) == "begun and going on"
    assert journals(library_folder) == []
    assert recover(library_folder) == 0


def test_two_windows_leave_a_journal_each(
    library_folder: Path, article: str, tmp_path: Path
) -> None:
    with locked(library_folder):
        windows = [
            Window(library_folder, tmp_path / "1.json", "type:one", "wait:0.5"),
            Window(library_folder, tmp_path / "2.json", "note:two", "wait:0.5"),
        ]
        for window in windows:
            window.wait_for("wait:0.5")
        assert len(journals(library_folder)) == 2
        windows[0].kill()
    # The journal of the one that runs is its own.
    assert recover(library_folder) == 1
    assert summary(library_folder, article) == "one"
    windows[1].kill()
    recover(library_folder)
    assert notes(library_folder, article) == ["two"]
    assert journals(library_folder) == []


def test_a_note_that_was_changed_elsewhere_meanwhile_keeps_both(
    library_folder: Path, article: str, tmp_path: Path
) -> None:
    killed_while_locked(library_folder, tmp_path / "s.json", "type:mine")
    with open_desk(library_folder) as desk:
        desk.summarising.write(article, "よその言葉")
    (path,) = journals(library_folder)
    left = path.read_bytes()
    assert recover(library_folder) == 1
    assert summary(library_folder, article) == "mine\n\n---\n\nよその言葉"
    # As after a kill between the commit and the end of the journal.
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(left)
    assert recover(library_folder) == 0
    assert summary(library_folder, article) == "mine\n\n---\n\nよその言葉"
    assert journals(library_folder) == []


def test_a_window_that_was_closed_leaves_no_journal_but_a_plain_copy(
    library_folder: Path, article: str, tmp_path: Path
) -> None:
    window = Window(library_folder, tmp_path / "s.json", "type:said", "note:also", "close:")
    window.process.communicate(timeout=60)
    assert (summary(library_folder, article), notes(library_folder, article)) == ("said", ["also"])
    assert journals(library_folder) == []
    assert not (library_folder / "drafts").exists()
    words = (library_folder / "notes" / "橋の記事.md").read_text("utf-8")
    assert "said" in words
    assert "also" in words


def test_on_a_full_disk_the_words_go_where_there_is_room(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("no disk can be mounted here")
    command = ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(disk)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    folder = disk / "library"
    try:
        with open_desk(folder) as desk:
            article = desk.adding.add_text("橋の記事\n橋が架かる。", "橋.txt").id
            desk.understanding.finish()
        beside, elsewhere = draft_folders(folder)
        with Window(folder, tmp_path / "s.json", "wait:0.5", "type:no room") as window:
            window.wait_for("wait:0.5")
            fill(disk / "other")
            until = time.monotonic() + 20
            while not (kept := drafts_in(elsewhere)):
                assert time.monotonic() < until, "the words are in no journal"
                time.sleep(0.05)
        assert kept == ["no room"]
        (disk / "other").unlink()
        recover(folder)
        assert summary(folder, article) == "no room"
        assert [*beside.glob("*"), *elsewhere.glob("*")] == []
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def drafts_in(place: Path) -> list[str]:
    journals = [read_journal(path.read_bytes()) for path in place.glob("*.jsonl")]
    return [draft.text for journal in journals for draft in journal.drafts]


def fill(path: Path) -> None:
    """Leave no byte free on a disk."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT)
    try:
        for size in (65536, 4096, 512, 1):
            try:
                while os.write(handle, b"x" * size):
                    pass
            except OSError:
                continue
    finally:
        os.close(handle)
