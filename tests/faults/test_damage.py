"""Damaged files: told or named, never shown as if nothing had happened, and a backup opens."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from random import Random
from typing import TYPE_CHECKING

import pytest
from faults.damaging import DAMAGES, Sound, damage_library, damage_log, flip
from faults.states import harm, words_of
from faults.workload import NOW

from reader.library import Library
from reader.model.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def sound(folder: Path) -> Sound:
    return Sound.make(folder / "sound")


@pytest.mark.parametrize(
    "how, runs", [("flipped", 120), ("words", 60), ("blanked", 30), ("shortened", 20)]
)
def test_a_damaged_library_is_told_or_named(
    sound: Sound, folder: Path, how: str, runs: int
) -> None:
    found = damage_library(sound, folder, how, runs=runs, seed=5)
    assert found.wrong == []
    assert found.outcomes["named by the check"] or found.outcomes["told damaged"]


@pytest.mark.parametrize("how", DAMAGES)
def test_of_a_damaged_log_no_changed_words_are_shown(folder: Path, how: str) -> None:
    found = damage_log(folder, how, runs=12, seed=6)
    assert found.wrong == []


@pytest.mark.parametrize(
    "change, kind",
    [
        ("UPDATE note SET text = CAST(X'E6A9FF' AS TEXT)", "note"),
        ("UPDATE summary SET text = CAST(X'E6A9FF' AS TEXT)", "summary"),
        ("UPDATE highlight SET exact = CAST(X'E6A9FF' AS TEXT)", "highlight"),
        ("UPDATE revision SET text = CAST(X'E6A9FF' AS TEXT)", "revision"),
    ],
)
def test_words_with_broken_bytes_are_named(sound: Sound, change: str, kind: str) -> None:
    with closing(sqlite3.connect(sound.folder / "library.db")) as raw, raw:
        raw.execute(change)
    with Library.open(sound.folder) as library:
        named = [problem for problem in library.check() if problem.kind == kind]
        assert named
        assert all(problem.id for problem in named)
        with pytest.raises(LibraryError, match="damaged"):
            words_of(library)


@pytest.mark.parametrize(
    "change, code",
    [
        ("UPDATE revision SET blocks = '[[\"paragraph\",0'", "damaged_row"),
        ("UPDATE revision SET blocks = '[[\"qaragraph\",0,5]]'", "damaged_row"),
        ("UPDATE revision SET blocks = '[12]'", "damaged_row"),
        ("ALTER TABLE note RENAME COLUMN text TO tezt", "damaged"),
        ("ALTER TABLE summary RENAME TO summery", "damaged"),
    ],
)
def test_a_row_or_a_name_that_was_never_written_so_is_damage(
    sound: Sound, change: str, code: str
) -> None:
    with closing(sqlite3.connect(sound.folder / "library.db")) as raw, raw:
        raw.execute(change)
    with Library.open(sound.folder) as library, pytest.raises(LibraryError) as caught:
        words_of(library)
    assert caught.value.code == code


def _remove(path: Path) -> None:
    path.unlink()


def _shorten(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _flip(path: Path) -> None:
    path.write_bytes(flip(path.read_bytes(), Random(7))[1])


@pytest.mark.parametrize("damage", [_remove, _shorten, _flip])
def test_a_damaged_original_is_named(sound: Sound, damage: Callable[[Path], None]) -> None:
    path = min((sound.folder / "originals").iterdir())
    damage(path)
    with Library.open(sound.folder) as library:
        assert [(problem.kind, problem.id) for problem in library.check()] == [
            ("original", path.name)
        ]
        assert words_of(library) == sound.words


def test_the_damaged_file_is_kept_and_its_backup_opens(sound: Sound, folder: Path) -> None:
    path = sound.folder / "library.db"
    with Library.open(sound.folder) as library:
        backup = library.backup("good", now=NOW).path
    damaged = bytes(4096) + path.read_bytes()[4096:]
    path.write_bytes(damaged)
    with pytest.raises(LibraryError):
        Library.open(sound.folder)
    assert path.read_bytes() == damaged
    again = folder / "again"
    shutil.copytree(sound.folder / "originals", again / "originals")
    shutil.copyfile(backup, again / "library.db")
    with Library.open(again) as library:
        assert words_of(library) == sound.words
        assert harm(library.check()) == []
