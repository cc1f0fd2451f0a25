"""Which files the named sources stand for, and what is said of those that are none."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from reader.services.gathering import Gathered, absolute, gather, printable

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = frozenset({".txt", ".md"})
needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def _gather(*sources: Path | str) -> list[Gathered]:
    return list(gather([str(source) for source in sources], suffixes=SUFFIXES))


def _code(gathered: Gathered) -> str:
    return gathered.error.code if gathered.error else ""


def test_a_folder_is_read_down_to_its_leaves_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.TXT", "sub/deep/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    names = [one.path.relative_to(tmp_path).as_posix() for one in _gather(tmp_path)]
    assert names == ["a.md", "b.txt", "sub/c.TXT", "sub/deep/d.txt"]


def test_hidden_files_and_other_kinds_are_left_out_of_a_folder(tmp_path: Path) -> None:
    for name in (".hidden.txt", ".git/x.txt", "picture.png", "page.html", "kept.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    assert [one.path.name for one in _gather(tmp_path)] == ["kept.txt"]


def test_a_file_that_is_named_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / ".hidden"
    path.write_text("x")
    assert [(one.path, one.error) for one in _gather(path)] == [(path, None)]


def test_a_folder_without_texts_says_so(tmp_path: Path) -> None:
    (only,) = _gather(tmp_path)
    assert _code(only) == "nothing_in_folder"


def test_an_address_is_answered_with_one_line() -> None:
    (only,) = _gather("https://example.com/news/1")
    assert (only.source, _code(only)) == ("https://example.com/news/1", "no_network")


def test_a_file_that_is_missing_stops_nothing_else(tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text("x")
    missing, there = _gather(tmp_path / "gone.txt", kept)
    assert (_code(missing), there.error) == ("missing", None)


@needs_posix
def test_a_pipe_and_a_device_are_refused_without_being_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert [_code(one) for one in _gather(pipe, tmp_path, "/dev/zero")] == ["not_a_file"] * 3


def test_a_name_with_a_nul_is_told_and_not_a_crash() -> None:
    (only,) = _gather("a\0b.txt")
    assert _code(only) in {"unreadable", "missing"}


@needs_posix
def test_a_name_that_is_no_utf8_can_be_shown_and_stored(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        with open(path, "wb") as file:  # noqa: PTH123 - a path in bytes
            file.write(b"x")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (only,) = _gather(tmp_path)
    assert only.error is None
    assert only.source.encode("utf-8").endswith(b"caf\\udce9.txt")
    assert only.path.read_bytes() == b"x"
    assert printable(absolute(only.path)) == absolute(only.path)
