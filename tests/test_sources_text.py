"""The making of a text is frozen: these cases may never change."""

from __future__ import annotations

import unicodedata

import pytest

from reader.sources.text import TEXT_VERSION, clean, make_text, source_lines


@pytest.mark.parametrize(
    "source, text",
    [
        ("一\r\n二\r三\n四", "一\n二\n三\n四"),
        ("一\u2028二\u2029三\x85四\v五\f六", "一\n二\n三\n四\n五\n六"),
        ("一\n\n \t\n\u3000\n二", "一\n二"),
        ("\ufeff一\ufeff二", "一二"),
        ("一\x00二", "一二"),
        ("\ud83d\ude00と\ud800と\udc00", "😀とと"),
        ("か\u3099き\u309a", "がき\u309a"),
        ("ﾆｭｰｽとＮＥＷＳ", "ﾆｭｰｽとＮＥＷＳ"),
        ("大\ufa10と塚と\ufa11と\U0002f81a", "大\ufa10と塚と\ufa11と\U0002f81a"),
        ("\ufa10か\u3099\ufa10", "\ufa10が\ufa10"),
        ("𠮷野家と🗾と👩‍🚀", "𠮷野家と🗾と👩‍🚀"),
        ("　■見出し　 \n  - 項目\t", "　■見出し　 \n  - 項目\t"),
        ("", ""),
        (" \n\u3000\n", ""),
    ],
)
def test_a_text_is_made_of_its_source(source: str, text: str) -> None:
    assert make_text(source) == text
    assert make_text(text) == text


def test_a_combining_mark_meets_its_letter_when_what_parted_them_is_gone() -> None:
    assert make_text("か\x00\u3099") == "が"
    assert unicodedata.is_normalized("NFC", clean("か\ufeff\u3099"))


def test_lines_remember_the_blank_lines_before_them() -> None:
    lines = source_lines("\n\n一\n二\n\n三\n")
    assert [(line.words, line.gap) for line in lines] == [
        ("一", False),
        ("二", False),
        ("三", True),
    ]


def test_the_making_has_a_version() -> None:
    assert TEXT_VERSION == 1
