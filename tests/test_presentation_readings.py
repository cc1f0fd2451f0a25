"""A reading is shown where it tells something."""

from __future__ import annotations

import pytest

from reader.presentation.readings import shown_reading


@pytest.mark.parametrize(
    "form, reading, shown",
    [
        ("条約", "じょうやく", "じょうやく"),
        ("ロシア", "ろしあ", ""),
        ("セルゲイ・ラブロフ", "せるげい・らぶろふ", ""),
        ("クルスク州", "くるすくしゅう", "くるすくしゅう"),
        ("かな", "かな", ""),
        ("ヴェトナム", "ゔぇとなむ", ""),
        ("DPRK", "", ""),
    ],
)
def test_a_reading_that_the_form_says_itself_is_left_out(
    form: str, reading: str, shown: str
) -> None:
    assert shown_reading(form, reading) == shown
