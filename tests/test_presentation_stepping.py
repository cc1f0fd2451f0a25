"""Where a caret stops between words and sentences: by the tokeniser, and before it has spoken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.presentation.offsets import OffsetMap, PageLine, utf16_length
from reader.presentation.stepping import Steps, has_japanese, words_by_script
from reader.services.stepping import sentences, words


def parted(text: str) -> list[str]:
    edges = words(text)
    return [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]


def by_script(text: str) -> list[str]:
    return [text[a:b] for a, b in words_by_script(text, 0, len(text))]


@pytest.mark.parametrize(
    "text,expected",
    [
        ("橋は三年で架かると述べました。", "橋 は 三年 で 架かる と 述べました"),
        ("三百億円を2025年12月に払わなかった", "三百億円 を 2025年 12月 に 払わなかった"),
        ("葛\U000e0100飾区の佐藤市長", "葛\U000e0100飾区 の 佐藤 市長"),
        ("ＡＢＣ社のiPhoneが", "ＡＢＣ 社 の iPhone が"),
        ("The town can't wait, it said.", "The town can't wait it said"),
        ("", ""),
        ("。、「」\n\n", ""),
    ],
)
def test_words_are_those_a_reader_sees(text: str, expected: str) -> None:
    assert parted(text) == expected.split()


@pytest.mark.parametrize(
    "text,expected",
    [
        ("橋は三年で架かると述べた。", "橋 は 三年 で 架かると 述べた"),
        ("ロシアの外務省により", "ロシア の 外務省 により"),
        ("葛\U000e0100飾区、iPhone 15", "葛\U000e0100飾区 iPhone 15"),
        ("It’s 1,000 dollars—or not.", "It’s 1,000 dollars or not"),
        ("ﾊﾝｶｸｶﾞﾅと全角カナ", "ﾊﾝｶｸｶﾞﾅ と 全角 カナ"),
    ],
)
def test_scripts_part_words_until_the_tokeniser_has(text: str, expected: str) -> None:
    assert by_script(text) == expected.split()


def test_only_japanese_needs_a_tokeniser() -> None:
    assert has_japanese("a 橋")
    assert has_japanese("カナ")
    assert not has_japanese("Nothing of it: 1, é, Я, 👍")


def steps(*lines: tuple[str, str], known: bool) -> tuple[Steps, str, str]:
    """Return the steps of a page of lines, each with a marker before it, with text and page."""
    text = "\n".join(marker + words_ for marker, words_ in lines)
    shown, at = [], 0
    for marker, words_ in lines:
        start = at + len(marker)
        length = utf16_length(marker + words_)
        shown.append(PageLine(start, start + len(words_), utf16_length(marker), length))
        at = start + len(words_) + 1
    offsets = OffsetMap(text, tuple(shown))
    made = Steps(text, offsets, parted=sentences, words=words(text) if known else None)
    return made, text, text


@pytest.mark.parametrize("known", [True, False])
def test_steps_go_over_lines_and_stop_at_their_ends(known: bool) -> None:
    made, _, page = steps(("", "橋の話。"), ("・", "費用は?"), known=known)
    stops = [0]
    while made.word(stops[-1], 1) != stops[-1]:
        stops.append(made.word(stops[-1], 1))
    assert stops == [0, 1, 2, 3, 4, 5, 6, 8, 9, 10]
    back = [stops[-1]]
    while made.word(back[-1], -1) != back[-1]:
        back.append(made.word(back[-1], -1))
    assert back == stops[::-1]
    assert page[made.sentence(0, 1) :] == "費用は?"
    assert made.sentence(8, -1) == 6
    assert made.sentence(6, -1) == 0
    assert made.word_at(3) is None
    assert made.word_at(7) == (6, 8)
    assert made.sentence_at(2) == (0, 4)


LINES = st.lists(
    st.tuples(
        st.sampled_from(["", "・", "1. "]),
        st.text("橋のはア𠮷。、a b'1\u3000👍", max_size=12),
    ),
    min_size=1,
    max_size=4,
)


@given(lines=LINES, known=st.booleans(), by=st.sampled_from([1, -1]))
def test_any_steps_come_to_the_end_of_the_page(
    lines: list[tuple[str, str]], known: bool, by: int
) -> None:
    made, _, page = steps(*lines, known=known)
    for step in (made.word, made.sentence):
        place = 0 if by > 0 else utf16_length(page)
        seen = set()
        while place not in seen:
            seen.add(place)
            following = step(place, by)
            assert (following - place) * by >= 0
            assert 0 <= following <= utf16_length(page)
            place = following
        assert len(seen) <= utf16_length(page) + 1
