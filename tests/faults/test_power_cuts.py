"""The power may go at any moment: what was acknowledged is there, and nothing is half-done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from faults.cutting import cut_power
from faults.judging import prepare
from faults.old_libraries import lay_down, migration, versions

from reader.library.schema import VERSION

if TYPE_CHECKING:
    from pathlib import Path

    from faults.interposing import Server

OLD = [version for version in versions() if version < VERSION]


@pytest.mark.parametrize("seed", [1, 2])
def test_a_day_of_work_outlives_a_power_cut(server: Server, folder: Path, seed: int) -> None:
    prepare(folder / "place")
    found = cut_power(server, folder / "place", folder, seed=seed, often=0.1)
    assert found.points > 500
    assert found.opened > 50
    assert found.wrong == []


@pytest.mark.parametrize("how", ["OFF", "NORMAL"])
def test_less_care_would_be_found_out(server: Server, folder: Path, how: str) -> None:
    """The cuts find losses where writes are not synced, so that finding none says something."""
    prepare(folder / "place")
    pragma = f"PRAGMA synchronous = {how}"
    found = cut_power(server, folder / "place", folder, seed=1, often=0.1, pragma=pragma)
    assert len([words for words in found.wrong if "holds nothing" in words]) > 10


@pytest.mark.parametrize("version", OLD)
@pytest.mark.parametrize("grown, often", [(0, 0.1), (1000, 0.02)])
def test_a_migration_outlives_a_power_cut(
    server: Server, folder: Path, version: int, grown: int, often: float
) -> None:
    lay_down(version, folder / "place", grown=grown)
    judge = migration(version, folder, grown=grown)
    cut = partial(cut_power, server, folder / "place", folder, workload="opening", judge=judge)
    found = cut(seed=version, often=often)
    assert found.opened > 5
    assert found.wrong == []
