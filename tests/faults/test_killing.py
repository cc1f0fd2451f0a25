"""Killed at any moment, a program has kept what it told, and the window what was typed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from faults.killing import Session, kill_windows, kill_writers

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")


def test_writers_that_are_killed_have_kept_what_they_told(folder: Path) -> None:
    found = kill_writers(folder, kills=6, seed=4)
    assert found.kills == 6
    assert found.told > 20
    assert found.wrong == []


def test_windows_that_are_killed_have_kept_what_was_typed(folder: Path) -> None:
    found = kill_windows(folder, kills=3, seed=8)
    assert found.kills == 3
    assert found.told
    assert found.wrong == []


@pytest.mark.parametrize(
    "after, told",
    [
        ({"notes": "ab", "summary": "xy"}, []),
        ({"notes": "abc", "summary": "xy"}, []),
        ({"notes": "a", "summary": "xy"}, ["told as saved", "lacks what was typed"]),
        ({"notes": "abd", "summary": "xy"}, ["was never typed"]),
        ({"notes": "ab", "note 2": "ab", "summary": "xy"}, ["unexpected"]),
    ],
)
def test_a_loss_in_a_window_is_seen(after: dict[str, str], told: list[str]) -> None:
    lines = [
        '["typing", "notes", "a", 10.0]',
        '["typing", "notes", "ab", 10.1]',
        '["stored", "notes", "ab", 10.9]',
        '["typing", "notes", "abc", 11.0]',
        '["typing", "summary", "xy", 12.0]',
    ]
    session = Session.of({"summary": "x"}, lines)
    found = session.complaints(after, 12.5)
    assert len(found) == len(told)
    assert all(words in line for words, line in zip(told, found, strict=True))
