"""A library that several connections of one process, and other processes, have open at once."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

from libraries.building import add_article

from reader.library import Library

if TYPE_CHECKING:
    from pathlib import Path


def listed(folder: Path, project: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "reader", "--library", str(folder), "list", "--json"],
        cwd=project,
        capture_output=True,
        check=True,
        timeout=60,
    )
    return [row["id"] for row in json.loads(done.stdout)]


def test_nothing_is_lost_while_others_come_and_go(library_folder: Path, project: Path) -> None:
    # A window reads with one connection and writes with another, opened later. The log must
    # stay locked through that: a command that comes by would clear it away at its end.
    with Library.open(library_folder) as reading, Library.open(library_folder) as writing:
        add_article(writing, "0000000000000001")
        assert listed(library_folder, project) == ["0000000000000001"]
        add_article(writing, "0000000000000002")
        with Library.open(library_folder, read_only=True):
            pass
        assert len(listed(library_folder, project)) == 2
        add_article(writing, "0000000000000003")
        assert len(listed(library_folder, project)) == 3
        assert reading.articles.count() == 3
    with Library.open(library_folder) as again:
        assert again.articles.count() == 3
        assert again.check() == []
