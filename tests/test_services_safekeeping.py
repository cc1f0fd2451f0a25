"""Looking after a library: one daily backup a day of use, whatever the clock does."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from reader.model.errors import NotFoundError
from reader.services.desk import open_desk
from reader.services.safekeeping import Safekeeping

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import FixedClock

    from reader.services.desk import Desk

A_DAY = 86_400


@pytest.fixture
def desk(library_folder: Path, fixed_clock: FixedClock) -> Iterator[Desk]:
    with open_desk(library_folder, clock=fixed_clock) as desk:
        desk.adding.add_text("橋の工事が始まった\n\n今春に始まった。", "a.txt")
        yield desk


@pytest.fixture
def keeping(desk: Desk, fixed_clock: FixedClock) -> Safekeeping:
    return Safekeeping(desk.folder, clock=fixed_clock)


def made(keeping: Safekeeping) -> int:
    """Look after the library; return the number of the backup that came of it, or 0."""
    backup = keeping.look_after().backup
    return backup.number if backup is not None else 0


def remove_a_note(desk: Desk, words: str) -> str:
    article = desk.reading.page()[0].id
    note, _ = desk.annotating.note("article", article, words)
    desk.annotating.remove_note(note.id)
    return note.id


def is_away(desk: Desk, note_id: str) -> bool:
    """Say whether a removed note can still come back, by bringing it back and away again."""
    try:
        desk.annotating.restore_removed(note_id)
    except NotFoundError:
        return False
    desk.annotating.remove_note(note_id)
    return True


def test_one_backup_a_day(keeping: Safekeeping, fixed_clock: FixedClock) -> None:
    assert made(keeping) == 1
    assert made(keeping) == 0
    fixed_clock.advance(A_DAY - 1)
    assert made(keeping) == 0
    fixed_clock.advance(1)
    assert made(keeping) == 2


def test_a_clock_that_was_set_back_makes_one_and_no_storm(
    keeping: Safekeeping, fixed_clock: FixedClock
) -> None:
    for number in range(1, 9):
        assert made(keeping) == number
        fixed_clock.advance(A_DAY)
    fixed_clock.time = datetime(2020, 1, 1, tzinfo=UTC)
    assert made(keeping) == 9
    for _ in range(20):
        fixed_clock.advance(3600)
        assert made(keeping) == 0
    # The newest stay by number: those of the right time before the one of the wrong time.
    assert [one.number for one in keeping.backups()] == list(range(9, 2, -1))
    fixed_clock.time = datetime(2026, 2, 1, tzinfo=UTC)
    assert made(keeping) == 10


def test_backups_by_hand_do_not_stand_for_daily_ones(desk: Desk, keeping: Safekeeping) -> None:
    assert desk.maintaining.back_up().number == 1
    assert made(keeping) == 2


def test_a_damaged_library_gets_no_daily_backup_and_loses_none(
    desk: Desk, keeping: Safekeeping, fixed_clock: FixedClock
) -> None:
    desk.annotating.note("article", desk.reading.page()[0].id, "橋のメモ")
    assert made(keeping) == 1
    desk.close()
    path = desk.folder / "library.db"
    path.write_bytes(path.read_bytes().replace("橋のメモ".encode(), "塩のメモ".encode()))
    for _ in range(9):
        fixed_clock.advance(A_DAY)
        findings = keeping.look_after()
        assert findings.backup is None
        assert "note" in findings.damage[0]
    assert [one.number for one in keeping.backups()] == [1]
    offered = keeping.newest_good()
    assert offered is not None
    assert offered.number == 1


def test_what_is_no_database_is_damage(desk: Desk, keeping: Safekeeping) -> None:
    desk.close()
    (desk.folder / "library.db").write_bytes(b"some other file" * 300)
    assert keeping.look_after().damage
    assert keeping.backups() == []
    assert keeping.newest_good() is None


def test_a_clock_that_jumps_ahead_forgets_nothing_at_once(
    desk: Desk, keeping: Safekeeping, fixed_clock: FixedClock
) -> None:
    for _ in range(7):
        assert made(keeping)
        fixed_clock.advance(A_DAY)
    note = remove_a_note(desk, "昨日消したメモ")
    fixed_clock.advance(3650 * A_DAY)
    assert made(keeping)
    assert desk.maintaining.forget_removed() == 0
    fixed_clock.advance(-3650 * A_DAY)
    assert made(keeping)
    assert desk.maintaining.forget_removed() == 0
    assert is_away(desk, note)


def test_what_is_forgotten_lies_in_every_daily_backup(
    desk: Desk, keeping: Safekeeping, fixed_clock: FixedClock
) -> None:
    old = remove_a_note(desk, "古いメモ")
    fixed_clock.advance(40 * A_DAY)
    for number in range(1, 8):
        assert desk.maintaining.forget_removed() == 0
        assert made(keeping) == number
        fixed_clock.advance(A_DAY)
    new = remove_a_note(desk, "新しいメモ")
    assert desk.maintaining.forget_removed() == 1
    assert is_away(desk, new)
    assert not is_away(desk, old)
    desk.close()
    keeping.restore(keeping.backups()[0])
    with open_desk(desk.folder) as again:
        assert is_away(again, old)


def test_what_never_was_in_a_backup_is_never_forgotten(desk: Desk, fixed_clock: FixedClock) -> None:
    note = remove_a_note(desk, "メモ")
    fixed_clock.advance(3650 * A_DAY)
    assert desk.maintaining.forget_removed() == 0
    assert is_away(desk, note)
