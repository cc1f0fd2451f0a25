"""Sentences end where a reader would say they end."""

from __future__ import annotations

import pytest

from reader.language.sentences import sentences


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


def test_full_stops_end_sentences() -> None:
    assert parts("雨が降った。川があふれた。") == ["雨が降った。", "川があふれた。"]


def test_what_is_said_is_not_parted() -> None:
    text = "知事は「橋は落ちた。だが人は無事だ。」と述べた。救助が続く。"
    assert parts(text) == ["知事は「橋は落ちた。だが人は無事だ。」と述べた。", "救助が続く。"]


def test_brackets_are_not_parted() -> None:
    assert parts("協定(正式名は長い。略して航空協定)が発効した。") == [
        "協定(正式名は長い。略して航空協定)が発効した。"
    ]


def test_a_quotation_may_be_a_whole_sentence() -> None:
    assert parts("「もう戻らない。」彼女は町を出た。") == ["「もう戻らない。」", "彼女は町を出た。"]


def test_a_bracket_that_is_never_closed_does_not_swallow_the_rest() -> None:
    assert parts("開いたままの「括弧。次の文。") == ["開いたままの「括弧。", "次の文。"]


def test_lines_end_sentences_and_blanks_around_them_are_left_out() -> None:
    assert parts("見出し\n　本文です。 ") == ["見出し", "本文です。"]


def test_a_question_that_goes_on_is_one_sentence() -> None:
    assert parts("なぜ?という声が上がった。本当か？調べた。") == [
        "なぜ?という声が上がった。",
        "本当か？",
        "調べた。",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. team met Dr. Smith at 3.15 p.m. on Monday.",
        "It rose 3.5 percent, i.e. more than planned.",
        "“Why now?” asked the mayor.",
    ],
)
def test_dots_inside_an_english_sentence(text: str) -> None:
    assert parts(text) == [text]


def test_english_sentences() -> None:
    assert parts("Talks failed. They resume in May! Will they?") == [
        "Talks failed.",
        "They resume in May!",
        "Will they?",
    ]


def test_only_the_range_is_looked_at() -> None:
    text = "前。ここだけ。後。"
    assert [text[a:b] for a, b in sentences(text, 2, 7)] == ["ここだけ。"]
