"""Places for a library that are hard to write to: a disk that is read-only, or a small one."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def disk(place: Path, *, megabytes: int = 16) -> Iterator[Path]:
    """Mount a small disk of its own, or skip the test where none can be mounted."""
    place.mkdir()
    if sys.platform != "linux" or not _mount(
        "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", place
    ):
        pytest.skip("no disk can be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def make_read_only(place: Path) -> None:
    """Let nothing be written to a disk any more, also not by root."""
    assert _mount("-o", "remount,ro", place)


def make_writable(place: Path) -> None:
    """Let a disk be written to again."""
    assert _mount("-o", "remount,rw", place)


def _mount(*words: str | Path) -> bool:
    command = ["mount", *map(str, words)]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0
