"""Terms corrected on a real X server, with keys that come from outside the process."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from test_window_correcting import MAIN
from test_window_real_events import (
    Screen,
    pytestmark,
    run,
    screen,
    wait_until,
)

from reader.services.desk import open_desk

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["pytestmark", "screen"]
"""The screen, and on which machines there can be one, are those of the other test."""

FORM = "ロシア外務省"


def test_a_term_is_hidden_by_keys_and_comes_back(
    screen: Screen, library_folder: Path, project: Path, home: Path
) -> None:
    with open_desk(library_folder) as desk:
        added = desk.adding.add_text(MAIN, "a.txt")
        desk.understanding.finish()

    def article() -> dict[str, Any]:
        known: dict[str, Any] = run(library_folder, "show", added.id or "")
        return known

    def terms() -> list[str]:
        return [term["text"] for term in article()["terms"]]

    def settings() -> dict[str, Any]:
        found = next(home.rglob("settings.json"), None)
        return json.loads(found.read_text("utf-8")) if found else {}

    assert FORM in terms()
    window = subprocess.Popen(
        [sys.executable, "-m", "reader", "--library", str(library_folder)],
        env=screen.environment,
        cwd=project,
    )
    try:
        screen.do("search", "--sync", "--onlyvisible", "--name", "Chumoku")
        # Into the article, to the first word below the title, and up in its menu.
        screen.keys("ctrl+0", "ctrl+Home", "Down", "Down", "Home")
        screen.keys("Menu", "Up", "Up", "Up", "Return")
        wait_until(lambda: FORM not in terms(), "the term to be hidden")
        screen.keys("ctrl+z")
        wait_until(lambda: FORM in terms(), "the term to come back")
        screen.keys("shift+F10", "Up", "Up", "Up", "Return")
        wait_until(lambda: FORM not in terms(), "the term to be hidden again")

        # In a text box the key is the box's own.
        screen.keys("ctrl+4")
        screen.type("words")
        screen.keys("ctrl+z")
        screen.type("mine")
        wait_until(lambda: article()["summary"].get("text") == "mine", "the summary")
        assert FORM not in terms()

        screen.keys("alt+1", "alt+7", "alt+0")
        wait_until(lambda: settings().get("attributions_shown"), "the settings")
        assert settings()["categories_off"] == ["person"]
        assert settings()["terms_shown"] == "fewer"
        screen.keys("ctrl+q")
        assert window.wait(30) == 0
    finally:
        if window.poll() is None:
            window.terminate()
            window.wait(20)
