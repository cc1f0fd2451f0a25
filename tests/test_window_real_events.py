"""The window on a real X server, with keys and a mouse that come from outside the process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NEEDED = ("Xvfb", "xdotool", "openbox")
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or not all(shutil.which(name) for name in NEEDED),
    reason="needs Linux with Xvfb, xdotool and openbox",
)


class Screen:
    """An X server with a window manager, and hands on its keyboard and mouse."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment

    def do(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        return done.stdout.strip()

    def keys(self, *names: str) -> None:
        for name in names:
            self.do("key", "--clearmodifiers", name)

    def type(self, words: str) -> None:
        self.do("type", "--delay", "12", words)

    def click(self, x: int, y: int) -> None:
        self.do("mousemove", str(x), str(y), "click", "1")

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        self.do("mousemove", *map(str, start), "mousedown", "1")
        for step in range(1, 6):
            x = start[0] + (end[0] - start[0]) * step // 5
            y = start[1] + (end[1] - start[1]) * step // 5
            self.do("mousemove", str(x), str(y))
        self.do("mouseup", "1")


@pytest.fixture
def screen() -> Iterator[Screen]:
    """Give a screen of 1440 x 900 that is this test's alone."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        pass_fds=(writer,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as told:
        number = told.readline().strip()
    environment = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
    yield Screen(environment)
    for process in (manager, server):
        process.terminate()
        process.wait(20)


def run(folder: Path, *words: str) -> Any:  # noqa: ANN401 (JSON can be anything)
    done = subprocess.run(
        [sys.executable, "-m", "reader", "--library", str(folder), *words, "--json"],
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def wait_until(done: Callable[[], object], what: str, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < until, f"waited in vain for {what}"
        time.sleep(0.2)


def test_keys_and_mouse_from_outside(screen: Screen, library_folder: Path, project: Path) -> None:
    window = subprocess.Popen(
        [sys.executable, "-m", "reader", "--library", str(library_folder)],
        env=screen.environment,
        cwd=project,
    )
    try:
        screen.do("search", "--sync", "--onlyvisible", "--name", "Chumoku")
        wait_until((library_folder / "library.db").exists, "the library")
        wait_until(lambda: len(run(library_folder, "list")) > 8, "the articles")

        # By keyboard: down the list, into the article, select, highlight, a note, a summary.
        screen.keys("ctrl+f", "Escape")
        screen.keys("Home", "Down", "Return")
        screen.keys("ctrl+Home", "Down", "Down", "Home", "shift+End", "3")
        screen.keys("ctrl+3")
        screen.type("typed on a real keyboard")
        screen.keys("ctrl+4")
        screen.type("my own summary")

        # By mouse: drag over a line of the article, then the first colour of the bar.
        def written() -> bool:
            return any(
                one["summary"].get("text") == "my own summary" for one in shown(library_folder)
            )

        wait_until(written, "the summary")
        screen.drag((420, 187), (640, 187))
        screen.keys("1")
        wait_until(
            lambda: any(
                {mark["color"] for mark in one["highlights"]} == {"green", "yellow"}
                for one in shown(library_folder)
            ),
            "two highlights",
        )
        screen.keys("ctrl+q")
        assert window.wait(30) == 0
    finally:
        if window.poll() is None:
            window.terminate()
            window.wait(20)
    article = next(one for one in shown(library_folder) if one["summary"].get("text"))
    assert [note["text"] for note in article["notes"]] == ["typed on a real keyboard"]
    for mark in article["highlights"]:
        assert article["text"][mark["start"] : mark["end"]] == mark["text"]


def test_highlighting_by_real_keys_and_a_real_mouse(
    screen: Screen, library_folder: Path, project: Path, tmp_path: Path
) -> None:
    source = tmp_path / "a.txt"
    source.write_text("橋の題\n\n町は橋を架ける協定を結んだ。費用は三百億円だ。\n", "utf-8")
    (added,) = run(library_folder, "add", str(source))
    window = subprocess.Popen(
        [sys.executable, "-m", "reader", "--library", str(library_folder)],
        env=screen.environment,
        cwd=project,
    )

    def marked() -> list[tuple[str, str]]:
        found = run(library_folder, "show", added["id"])["highlights"]
        return [(one["text"], one["color"]) for one in found]

    try:
        screen.do("search", "--sync", "--onlyvisible", "--name", "Chumoku")
        screen.keys("ctrl+f", "Escape", "Home", "Return")
        # A sentence by keyboard; then its range is made longer.
        screen.keys("ctrl+Home", "ctrl+Down", "ctrl+Down", "ctrl+shift+Down", "2")
        wait_until(lambda: marked() == [("町は橋を架ける協定を結んだ。", "red")], "the sentence")
        screen.keys("bracketright", "e", "shift+Right", "shift+Right", "e")
        longer = "町は橋を架ける協定を結んだ。費用"
        wait_until(lambda: marked() == [(longer, "red")], "the longer range")
        screen.keys("4")
        wait_until(lambda: marked() == [(longer, "blue")], "the other colour")
        # A double click selects a word of it, and a digit marks that.
        screen.do("mousemove", "492", "143", "click", "--repeat", "2", "--delay", "40", "1")
        screen.keys("3")
        wait_until(lambda: ("協定", "green") in marked(), "the word")
        screen.keys("ctrl+z")
        wait_until(lambda: marked() == [(longer, "blue")], "the word to be gone")
        screen.keys("ctrl+q")
        assert window.wait(30) == 0
    finally:
        if window.poll() is None:
            window.terminate()
            window.wait(20)


def shown(folder: Path) -> list[Any]:
    """Return everything of the newest few articles, as the terminal tells it."""
    rows = run(folder, "list", "--limit", "3")
    return [run(folder, "show", row["id"]) for row in rows]
