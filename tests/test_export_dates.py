from __future__ import annotations

from datetime import timedelta, timezone

import pytest

from reader.presentation.dates import for_people, moment_for_people, period_for_people


@pytest.mark.parametrize(
    "written, japanese, english",
    [
        ("2025", "2025年", "2025"),
        ("2025-12", "2025年12月", "December 2025"),
        ("2025-07-04", "2025年7月4日", "4 July 2025"),
        ("2025-07-14T09:00", "2025年7月14日 9:00", "14 July 2025, 9:00"),
        ("2025-07-14T00:05:30", "2025年7月14日 0:05", "14 July 2025, 0:05"),
        ("2025-07-14T09:00Z", "2025年7月14日 9:00 UTC", "14 July 2025, 9:00 UTC"),
        ("2025-07-14T09:00:00+09:00", "2025年7月14日 9:00 (UTC+9)", "14 July 2025, 9:00 (UTC+9)"),
        (
            "2025-07-14T21:00-0330",
            "2025年7月14日 21:00 (UTC-3:30)",
            "14 July 2025, 21:00 (UTC-3:30)",
        ),
        ("next spring", "next spring", "next spring"),
        ("2025-13", "2025-13", "2025-13"),
        ("", "", ""),
    ],
)
def test_dates_are_told_as_precisely_as_they_are_known(
    written: str, japanese: str, english: str
) -> None:
    assert for_people(written, "ja") == japanese
    assert for_people(written, "en") == english


def test_the_words_of_the_text_are_used_where_they_are_kept() -> None:
    assert for_people("2025-12", "ja", words="2025年12月初旬") == "2025年12月初旬"
    assert for_people("2025-12", "ja", words="２０２５年師走") == "２０２５年師走"
    assert for_people("2025-12", "ja", words="12月初旬") == "12月初旬(2025年12月)"
    assert for_people("2025-12", "en", words="12月初旬") == "12月初旬 (December 2025)"
    assert for_people("", "ja", words="先ごろ") == "先ごろ"


def test_periods() -> None:
    assert period_for_people("2026-03/2026-05-01", "ja") == "2026年3月〜2026年5月1日"
    assert period_for_people("2026-03/2026-05-01", "en") == "March 2026 – 1 May 2026"
    assert period_for_people("2026", "ja") == "2026年"


def test_moments_say_their_zone_unless_one_is_asked_for() -> None:
    assert moment_for_people("2026-01-10T20:30:00Z", "ja") == "2026年1月10日 20:30 UTC"
    tokyo = timezone(timedelta(hours=9))
    assert moment_for_people("2026-01-10T20:30:00Z", "ja", zone=tokyo) == "2026年1月11日 5:30"
    assert moment_for_people("at once", "en") == "at once"
