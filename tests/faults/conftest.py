"""What the fault tests get: a place that is quick, and the server behind the C library."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from faults.interposing import Server, compiled, hindrance
from faults.places import quick_folder

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def folder() -> Iterator[Path]:
    """Give a folder in memory where there is one: thousands of syncs wait for no disk there."""
    with tempfile.TemporaryDirectory(dir=quick_folder()) as made:
        yield Path(made).resolve()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give the server that forks workloads behind the C library, or skip and say why."""
    if hindrance():
        pytest.skip(hindrance())
    with Server(compiled(tmp_path_factory.mktemp("interposed"))) as started:
        yield started
