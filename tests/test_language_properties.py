"""Whatever the text, understanding it does not fail, and what it says lies in the text."""

from __future__ import annotations

import subprocess
import sys
import time
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from language_values import blocks_of

from reader.language.sentences import sentences
from reader.model.blocks import Block
from reader.services.analysing import understand as analyse
from reader.services.analysing import version

if TYPE_CHECKING:
    from pathlib import Path

    from reader.model.passage import Passage
    from reader.model.understanding import FoundWatchPoint, Understanding

PIECES = st.sampled_from(
    (
        "金正恩 氏 大統領 ラブロフ ・ 条約 とは、 を指す。 (DPRK) （ＡＳＥＡＮ） 「 」 『 』"
        " ( ) 。 、 か のか が焦点となる。 年内に 2026年 月 ｶﾞ 𠮷 😀 塚 ロシア 米国 同 新 第4条"
        " The Treaty of 's A ! ? \u3000 \u200b と呼ぶ。 今後の注目ポイント の は を x y"
    ).split(" ")
)
LINES = st.lists(
    st.tuples(
        st.sampled_from(["", "! ", "# ", "- ", "> ", "@ ", "= "]),
        st.one_of(
            st.lists(PIECES, min_size=1, max_size=25).map("".join),
            st.text(st.characters(exclude_characters="\n"), min_size=1, max_size=40),
        ),
    ).map("".join),
    min_size=1,
    max_size=8,
)


def check(text: str, found: Understanding) -> None:
    passages: list[Passage | FoundWatchPoint] = [*found.watch_points, *found.key_sentences]
    for one in found.terms:
        passages += [passage for passage in (one.definition, one.receipt) if passage is not None]
    for passage in passages:
        assert 0 <= passage.start <= passage.end <= len(text)
        assert text[passage.start : passage.end] == passage.text
    ranges = sorted(place for one in found.terms for place in one.occurrences)
    assert all(0 <= start < end <= len(text) for start, end in ranges)
    # Apart from each other, or one whole inside the other: 米 in 日米首脳会談.
    around: list[tuple[int, int]] = []
    for start, end in sorted(ranges, key=lambda place: (place[0], -place[1])):
        while around and around[-1][1] <= start:
            around.pop()
        assert not around or end <= around[-1][1]
        around.append((start, end))
    assert len(set(ranges)) == len(ranges)
    assert all(
        one[1] <= other[0] for term in found.terms for one, other in pairwise(term.occurrences)
    )
    for one in found.terms:
        forms = {one.text, *one.aliases}
        # A line end inside a form is a blank, or nothing where the language has no blanks.
        loose = {"".join(form.split()) for form in forms}
        for start, end in one.occurrences:
            form = text[start:end]
            assert "".join(form.split()) in loose if "\n" in form else form in forms
        assert list(one.occurrences) == sorted(one.occurrences)
        assert one.occurrences
        assert 0 <= one.weight <= 1


@given(LINES, st.sampled_from(["", "ja", "en"]))
def test_what_is_found_lies_in_the_text(lines: list[str], language: str) -> None:
    text, blocks = blocks_of(*lines)
    found = analyse(text, blocks, language)
    assert found.version == version()
    check(text, found)
    assert analyse(text, blocks, language) == found


@given(st.text(), st.sampled_from(["ja", "en"]))
def test_any_string_is_understood_somehow(text: str, language: str) -> None:
    check(text, analyse(text, (Block("paragraph", 0, len(text)),), language))


@given(st.text(st.sampled_from("「」『』()（）。！？.!? \naAあ"), max_size=200))
def test_sentences_are_in_order_and_leave_out_only_blanks(text: str) -> None:
    ranges = sentences(text, 0, len(text))
    at = 0
    for start, end in ranges:
        assert text[at:start].strip() == ""
        assert start < end
        at = end
    assert text[at:].strip() == ""


HUGE = {
    "no end": "あ" * 100_000,
    "kanji": "日本国東京都会議条約協定政府外務省大統領" * 5_000,
    "open brackets": "「" * 100_000,
    "brackets": "(" * 50_000 + ")" * 50_000,
    "abbreviations": "会議(ABC)" * 14_000,
    "quotations": "「同盟」" * 25_000,
    "definitions": "条約とは、" * 20_000,
    "dots": "ア・" * 50_000,
    "digits": "1" * 100_000,
    "emoji": "😀𠮷" * 50_000,
    "lines": "か\n" * 50_000,
}


@pytest.mark.parametrize("kind", HUGE)
def test_huge_texts_take_time_in_proportion(kind: str) -> None:
    text = HUGE[kind]
    started = time.process_time()
    check(text, analyse(text, (Block("paragraph", 0, len(text)),), "ja"))
    # A quadratic step takes minutes here; a slow machine takes a few seconds.
    assert time.process_time() - started < 20


@pytest.mark.parametrize("text", ["Abc Def of Ghi and " * 5_000, "A " * 50_000, ". " * 50_000])
def test_huge_english_texts_too(text: str) -> None:
    started = time.process_time()
    check(text, analyse(text, (Block("paragraph", 0, len(text)),), "en"))
    assert time.process_time() - started < 20


def test_a_fault_of_the_tokeniser_costs_its_piece_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        """Named as what the tokeniser's compiled code raises."""

    from reader.language import tokens

    whole = tokens._tokenizer(0)

    class Failing:
        def tokenize(self, piece: str) -> object:
            if "壊" in piece:
                raise PanicException
            return whole.tokenize(piece)

    monkeypatch.setattr(tokens, "_tokenizer", lambda _thread: Failing())
    text, blocks = blocks_of("壊れた文。", "東京で会った。")
    assert [one.text for one in analyse(text, blocks, "ja").terms] == ["東京"]


def test_the_tokeniser_is_not_loaded_before_it_is_needed(project: Path) -> None:
    code = (
        "import sys; from reader.services.analysing import understand as analyse;"
        "from reader.model.blocks import Block;"
        "analyse('The talks ended.', (Block('paragraph', 0, 16),), 'en');"
        "sys.exit('sudachipy' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=project, check=True)
