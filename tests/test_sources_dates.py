"""Dates are read in every form, and never more precisely than the words are."""

from __future__ import annotations

import pytest

from reader.sources.dates import complete, dates_in, read_date


@pytest.mark.parametrize(
    "words, date",
    [
        ("2023年9月13日", "2023-09-13"),
        ("２０２４年７月２８日　６時１５分", "2024-07-28T06:15"),
        ("2024年7月28日（日）午後6時15分", "2024-07-28T18:15"),
        ("2025/07/14 09:00", "2025-07-14T09:00"),
        ("2025.05.28", "2025-05-28"),
        ("2025.5.28 Wed 12:30", "2025-05-28T12:30"),
        ("2026年1月21日(水) 07:05 配信", "2026-01-21T07:05"),
        ("令和6年6月20日", "2024-06-20"),
        ("令和元年五月一日", "2019-05-01"),
        ("2024(令和6)年6月20日", "2024-06-20"),
        ("平成31年4月", "2019-04"),
        ("二〇二四年六月二十日", "2024-06-20"),
        ("2024-07-28", "2024-07-28"),
        ("2024-07-28T09:15:00+09:00", "2024-07-28T09:15"),
        ("2024-07-28 09:15:30", "2024-07-28T09:15"),
        ("July 28, 2024", "2024-07-28"),
        ("28 July 2024", "2024-07-28"),
        ("Sunday, July 28, 2024 at 9:15 p.m. ET", "2024-07-28T21:15"),
        ("Sept. 8, 2025", "2025-09-08"),
        ("28/07/2024", "2024-07-28"),
        ("2025년 5월 2일", "2025-05-02"),
        ("2025年12月初旬", "2025-12"),
        ("early December 2025", "2025-12"),
        ("2025年春", "2025"),
        ("2025-12", "2025-12"),
        ("2025", "2025"),
        ("07/08/2024", ""),
        ("2025年度", ""),
        ("2025年13月", ""),
        ("24年ぶり", ""),
        ("13日", ""),
        ("2024/25", ""),
        ("未定", ""),
        ("2024年2月30日", ""),
    ],
)
def test_a_date_is_read(words: str, date: str) -> None:
    assert read_date(words) == date


@pytest.mark.parametrize(
    "words, date",
    [
        ("首相は19日、", "2024-06-19"),
        ("11日から13日まで", "2024-06-11"),
        ("6月17日には", "2024-06-17"),
        ("昨年10月に", "2023-10"),
        ("今年3月の", "2024-03"),
        ("今月27日に", "2024-06-27"),
        ("On June 17, the", "2024-06-17"),
        ("2023年9月13日に", "2023-09-13"),
        # Not certain: next month or last, this year or next.
        ("30日に投票が", ""),
        ("7日に", ""),
        ("先月19日の", ""),
        ("12月4日に予定", ""),
    ],
)
def test_a_date_is_completed_only_where_that_is_certain(words: str, date: str) -> None:
    assert complete(next(dates_in(words)), "2024-06-20T18:30") == date


@pytest.mark.parametrize(
    "words", ["3日間", "10日ぶり", "120日の期間", "約20日", "3か月間", "第2日本丸"]
)
def test_a_length_of_time_is_no_date(words: str) -> None:
    assert list(dates_in(words)) == []


def test_dates_keep_their_places() -> None:
    words = "会談は２０２４年６月１９日、発表は20日だった。"
    assert [words[date.start : date.end] for date in dates_in(words)] == [
        "２０２４年６月１９日",
        "20日",
    ]


def test_without_a_day_of_publication_nothing_is_completed() -> None:
    assert complete(next(dates_in("19日に")), "") == ""
    assert complete(next(dates_in("19日に")), "2024-06") == ""
