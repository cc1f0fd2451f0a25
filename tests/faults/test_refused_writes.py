"""Every write may be refused, or be the last: it is told, and what was acknowledged is kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from faults.judging import prepare
from faults.old_libraries import lay_down, migration, versions
from faults.refusing import KILLED, REFUSALS, Refusal, count_changes, refuse

from reader.library.schema import VERSION

if TYPE_CHECKING:
    from pathlib import Path

    from faults.interposing import Server

SAMPLE = 8


@pytest.mark.parametrize("refusal", REFUSALS, ids=str)
def test_a_refused_write_is_told_and_loses_nothing(
    server: Server, folder: Path, refusal: Refusal
) -> None:
    count = count_changes(server, folder, prepare, "day")
    start = 1 + REFUSALS.index(refusal)
    cases = [(nth, refusal) for nth in range(start, count, count // SAMPLE)]
    found = refuse(server, folder, prepare, "day", cases)
    assert found.wrong == []
    assert found.codes or refusal.error == KILLED


@pytest.mark.parametrize("version", [version for version in versions() if version < VERSION])
def test_a_refused_migration_is_told_and_leaves_what_was(
    server: Server, folder: Path, version: int
) -> None:
    lay = partial(lay_down, version)
    count = count_changes(server, folder, lay, "opening")
    cases = [
        (nth, refusal)
        for place, refusal in enumerate(REFUSALS)
        for nth in range(1 + place, count, count // 4)
    ]
    found = refuse(server, folder, lay, "opening", cases, judge=migration(version, folder))
    assert found.wrong == []
    assert found.codes
