"""On a disk that is full nothing is half-done, all can be read, and words wait for room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from faults.judging import complaints, later_work, prepare
from faults.ledger import Book, Ledger
from faults.places import fill, small_disk
from faults.workload import ACTS, BRIDGE, Work

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def disk(folder: Path) -> Iterator[Path]:
    with small_disk(folder / "disk", "4m") as mounted:
        if mounted is None:
            pytest.skip("no disk can be mounted here")
        yield mounted


@pytest.mark.parametrize("room", [0, 8192, 24576, 65536, 131072, 262144, 524288])
def test_services_tell_of_a_full_disk_and_go_on_when_there_is_room(disk: Path, room: int) -> None:
    place = disk / "place"
    prepare(place)
    lines: list[str] = []
    work = Work(place, Ledger(lines.append))
    work.article(BRIDGE)
    filler = fill(disk, room=room)
    for act in ACTS[1:]:
        act(work)
    book = Book.of(lines)
    assert {line.value for line in book.failures} <= {"disk_full", "no_such_id"}
    assert "disk_full" in {line.value for line in book.failures}
    assert work.desk.reading.page()
    filler.unlink()
    work.note("room", "空きができた", on=BRIDGE.split("\n", 1)[0])
    work.close()
    book = Book.of(lines)
    assert "note room" in book.kept
    assert complaints(place, book) == []
    assert [path.name for path in place.rglob("*.tmp")] == []
    assert later_work(place) == []


def test_a_library_that_cannot_be_made_for_want_of_room_is_made_later(disk: Path) -> None:
    filler = fill(disk, room=16384)
    lines: list[str] = []
    work = Work(disk, Ledger(lines.append))
    work.article(BRIDGE)
    assert [line.value for line in Book.of(lines).failures] == ["disk_full"]
    filler.unlink()
    work.article(BRIDGE)
    work.close()
    assert complaints(disk, Book.of(lines)) == []
