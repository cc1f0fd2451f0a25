"""One window a library, with real processes on a real X server."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from test_window_real_events import Screen, pytestmark, run, screen, wait_until

from reader.services.desk import open_desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Start = Callable[..., subprocess.Popen[str]]

__all__ = ["pytestmark", "screen"]
"""The screen, and on which machines there can be one, are those of the other test."""

ARTICLE = "港の新しい橋、来月に着工へ\n\n市は港に橋を架けると発表しました。\n"


@pytest.fixture
def start(screen: Screen, library_folder: Path, project: Path) -> Iterator[Start]:
    """Give a way to start the program on a library that has an article."""
    with open_desk(library_folder) as desk:
        desk.adding.add_text(ARTICLE, "a.txt")
        desk.understanding.finish()
    started: list[subprocess.Popen[str]] = []

    def start_program(*words: str, folder: Path = library_folder) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "reader", "--lang", "en", "--library", str(folder), *words],
            env=screen.environment | {"PYTHONPATH": str(project)},
            cwd=library_folder,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield start_program
    for process in started:
        if process.poll() is None:
            process.send_signal(signal.SIGCONT)
            process.kill()
        process.wait(20)
        assert process.stderr is not None
        process.stderr.close()


def windows(screen: Screen) -> list[str]:
    """Return the windows of the program that are to be seen, of all its processes."""
    return asked(screen, "search", "--onlyvisible", "--name", "Chumoku").split()


def active(screen: Screen) -> str:
    """Return the window that has the keyboard, or nothing."""
    return asked(screen, "getactivewindow").strip()


def asked(screen: Screen, *words: str) -> str:
    """Return what xdotool finds; finding nothing is no fault."""
    done = subprocess.run(
        ["xdotool", *words], env=screen.environment, capture_output=True, text=True, check=False
    )
    return done.stdout


def is_ready(home: Path) -> bool:
    """Say whether a window listens for later starts."""
    return any(len(path.read_text().split()) > 1 for path in home.rglob("windows/*.lock"))


def test_a_second_start_hands_over_and_the_window_comes_forward(
    screen: Screen, start: Start, library_folder: Path, home: Path
) -> None:
    first = start()
    window = screen.do("search", "--sync", "--onlyvisible", "--name", "Chumoku").split()[0]
    wait_until(lambda: is_ready(home), "the window to listen")
    (library_folder / "b.txt").write_text(ARTICLE.replace("橋", "灯台"), "utf-8")
    wait_until(lambda: active(screen) == window, "the window to be active")
    screen.do("windowminimize", window)
    wait_until(lambda: windows(screen) == [], "the window to be minimised")
    # A link to the library, and a file named from where the reader is.
    link = library_folder.parent / "link"
    link.symlink_to(library_folder, target_is_directory=True)
    second = start("open", "b.txt", folder=link)
    assert second.wait(30) == 0
    wait_until(lambda: windows(screen) == [window], "the window to come back")
    wait_until(lambda: active(screen) == window, "the window to be active again")
    wait_until(lambda: len(run(library_folder, "list")) == 2, "the file to be added")
    assert first.poll() is None
    # Another library has a window of its own.
    other = start(folder=library_folder.parent / "other")
    wait_until(lambda: len(windows(screen)) == 2, "the window on the other library")
    for process in (first, other):
        assert process.poll() is None


def test_of_four_starts_at_once_one_has_the_window_and_no_file_is_lost(
    screen: Screen, start: Start, library_folder: Path
) -> None:
    for number in range(4):
        text = ARTICLE.replace("橋", f"第{number}灯台")
        (library_folder / f"{number}.txt").write_text(text, "utf-8")
    processes = [start("open", f"{number}.txt") for number in range(4)]
    wait_until(lambda: sum(one.poll() is not None for one in processes) == 3, "three to end")
    assert sorted(str(one.poll()) for one in processes) == ["0", "0", "0", "None"]
    wait_until(lambda: len(run(library_folder, "list")) == 5, "all files to be added")
    assert len(windows(screen)) == 1


def test_after_a_kill_the_next_start_has_the_window(
    screen: Screen, start: Start, home: Path
) -> None:
    first = start()
    wait_until(lambda: is_ready(home), "the window to listen")
    first.kill()
    first.wait(20)
    second = start()
    wait_until(lambda: len(windows(screen)) == 1 and is_ready(home), "a window")
    assert second.poll() is None


def test_a_window_that_hangs_is_told_and_no_second_one_opens(
    screen: Screen, start: Start, home: Path
) -> None:
    first = start()
    wait_until(lambda: len(windows(screen)) == 1 and is_ready(home), "the window to listen")
    os.kill(first.pid, signal.SIGSTOP)
    second = start()
    # Nobody reads a terminal here: a box says it too, until it is closed.
    wait_until(lambda: len(windows(screen)) == 2, "the box")
    screen.keys("Return")
    assert second.wait(30) == 1
    assert second.stderr is not None
    told = second.stderr.read()
    assert f"process {first.pid}" in told
    assert "does not answer" in told
    assert "Traceback" not in told
    os.kill(first.pid, signal.SIGCONT)
    third = start()
    assert third.wait(30) == 0
