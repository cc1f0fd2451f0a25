"""What the lines of the notebook say, and the days that it is filtered by."""

from __future__ import annotations

from datetime import UTC, date, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from reader.model.notebook import EntryPlace, NotebookEntry, RemovedEntry
from reader.presentation.messages import Messages
from reader.presentation.notebook_rows import (
    dates_line,
    day_for_people,
    entry_row,
    removed_row,
    without_marks,
)
from reader.presentation.periods import Days, PeriodName, days_of, in_utc

JA, EN = Messages("ja"), Messages("en")
TOKYO = timezone(timedelta(hours=9))

ENTRY = NotebookEntry(
    id="a",
    kind="highlight",
    target_id="a",
    article_id="b",
    title="北湖の橋",
    quotation="橋の\n工事",
    note="誰が\n\n言うのか",
    notes=1,
    color="red",
    state="doubtful",
    tags=("問い", "橋"),
    created="2026-01-10T09:00:00Z",
    modified="2026-01-10T20:00:00Z",
    start=3,
    end=8,
    place=EntryPlace(2, "2026", 1, 3),
)


def test_a_line_says_words_tags_and_what_is_the_matter() -> None:
    row = entry_row(ENTRY, JA, zone=TOKYO)
    assert (row.quotation, row.note, row.tags) == ("橋の 工事", "誰が 言うのか", "#問い #橋")
    assert (row.badge, row.about, row.date) == ("要確認", "", "2026年1月11日")
    assert row.spoken == "要確認、橋の 工事、誰が 言うのか、北湖の橋、#問い #橋、2026年1月11日"


def test_the_present_year_is_left_out() -> None:
    assert entry_row(ENTRY, JA, zone=UTC, year=2026).date == "1月10日"
    assert entry_row(ENTRY, EN, zone=UTC, year=2026).date == "10 January"
    assert day_for_people("2026-01-10T09:00:00Z", EN, zone=UTC, year=2027) == "10 January 2026"
    assert day_for_people("long ago", EN) == "long ago"


def test_what_was_taken_away_says_how_long_it_is_kept() -> None:
    removed = RemovedEntry(
        1, "a", "highlight", "b", "題", "橋", "言葉", "red", "2026-01-10T09:00:00Z"
    )
    row = removed_row(removed, 12, JA)
    assert (row.quotation, row.note, row.date, row.color) == ("橋", "言葉", "あと 12 日", "red")
    row = removed_row(removed._replace(kind="note", note="", color=""), 0, EN)
    assert (row.quotation, row.note, row.about, row.date) == ("", "橋", "Note", "goes soon")


def test_the_dates_of_an_entry() -> None:
    assert dates_line(ENTRY, JA).startswith("作成 2026年1月")
    assert "更新" in dates_line(ENTRY, JA)


@pytest.mark.parametrize(
    "name, first",
    [
        ("today", date(2026, 3, 5)),
        ("week", date(2026, 3, 2)),
        ("month", date(2026, 3, 1)),
        ("year", date(2026, 1, 1)),
    ],
)
def test_a_period_ends_today(name: PeriodName, first: date) -> None:
    assert days_of(name, date(2026, 3, 5)) == Days(first, date(2026, 3, 5))


def test_days_are_those_of_the_place() -> None:
    one = Days(date(2026, 3, 5), date(2026, 3, 5))
    assert in_utc(one, TOKYO) == ("2026-03-04T15:00:00Z", "2026-03-05T15:00:00Z")
    # On the day when the clock is put forward it has 23 hours.
    spring = Days(date(2026, 3, 29), date(2026, 3, 29))
    berlin = ZoneInfo("Europe/Berlin")
    assert in_utc(spring, berlin) == ("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")


@pytest.mark.parametrize(
    "written, shown",
    [
        ("# 見出し\n次は**3月**。", "見出し\n次は3月。"),
        ("- [ ] 調べる\n> 引用", "調べる\n引用"),
        ("[統計局](https://example.org)も*見る*", "統計局も見る"),
        ("`code` and 2 * 3 * 4", "code and 2 * 3 * 4"),
        ("-5度、#タグ", "-5度、#タグ"),
    ],
)
def test_a_line_shows_the_words_of_a_note_without_its_marks(written: str, shown: str) -> None:
    assert without_marks(written) == shown
