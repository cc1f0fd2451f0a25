"""A horizon is given only where the text names a date that is certain."""

from __future__ import annotations

import pytest
from language_values import understand

from reader.language.horizons import PartialDate, horizon

NOW = PartialDate(2025, 7, 14)


@pytest.mark.parametrize(
    "words, date",
    [
        ("2026年のうちに行動規範が完成するのか", "2026"),
        ("2025年9月の締め切りまでに態度を変えるか", "2025-09"),
        ("2027年3月末までに終わるか", "2027-03"),
        ("9月20日に始まる署名に加わるか", "2025-09-20"),
        ("10月までに条件を整えられるか", "2025-10"),
        ("3月までに条件を整えられるか", "2026-03"),
        ("年内に会談が実現するか", "2025"),
        ("来年春に発効するか", "2026-03/2026-05"),
        ("来年前半に選挙があるか", "2026-01/2026-06"),
        ("近い将来に接触が続くか", ""),
        ("3年以内に妥結するか", ""),
        ("各国が2035年目標を引き上げるか", ""),
        ("2019年に決めた枠組みが続くか", ""),
        ("いつ決まるのか", ""),
        ("13月32日までに終わるか", ""),
    ],
)
def test_horizons(words: str, date: str) -> None:
    assert horizon(words, NOW) == date


def test_without_the_articles_date_only_full_dates_count() -> None:
    assert horizon("年内に会談が実現するか", None) == ""
    assert horizon("10月までに整えられるか", None) == ""
    assert horizon("2026年のうちに完成するか", None) == "2026"


def test_the_articles_date_comes_from_its_date_line_or_its_first_words() -> None:
    items = ("# 今後の焦点", "- 年内に発効するか", "- 誰が加わるか")
    dated = understand("! 題", "@ 2024/06/20 18:30", "協定に署名した。", *items)
    lead = understand("! 題", "2023年7月13日、協定に署名した。", *items)
    undated = understand("! 題", "協定は2019年にできた。", *items)
    assert [found.watch_points[0].horizon for found in (dated, lead, undated)] == [
        "2024",
        "2023",
        "",
    ]


def test_english_years_are_not_guessed() -> None:
    found = understand(
        "# What to watch",
        "- Will it open by the end of 2026?",
        "- Will it open by March 2027?",
        "- Will it open in May?",
        language="en",
    ).watch_points
    assert [point.horizon for point in found] == ["2026", "2027-03", ""]
