"""The tables of concepts are in order, and their words are found whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from language_values import forms, term

from reader.language.folding import fold
from reader.language.tables import concepts
from reader.language.tables.concepts import SURE, TOPICAL
from reader.language.vocabulary import category_of


def test_the_tables_are_in_order() -> None:
    written = re.findall(r'(?<=[ "])[^ "]+(?=[ "])', Path(concepts.__file__).read_text("utf-8"))
    words = [word for word in written if word in SURE | TOPICAL]
    assert SURE.isdisjoint(TOPICAL)
    assert sorted(words) == sorted(set(words))
    assert [word for word in SURE | TOPICAL if len(word) < 2 or fold(word) != word] == []


@pytest.mark.parametrize(
    "word, category",
    [
        ("公職選挙法", "agreement"),
        ("国際法", "concept"),
        ("検察審査会", "organization"),
        ("総選挙", "event"),
        ("除斥期間", "concept"),
    ],
)
def test_what_a_word_is_by_its_end(word: str, category: str) -> None:
    assert category_of(word) == category


def test_the_longest_word_of_a_place() -> None:
    assert "再審請求" in forms("弁護団は再審請求の準備を進める。")
    assert "再審" not in forms("弁護団は再審請求の準備を進める。")


def test_a_phrase_with_no_is_one_term() -> None:
    assert term("核の傘", "核の傘をめぐる議論が続く。").text == "核の傘"


@pytest.mark.parametrize("sentence", ["非正規雇用者の数が増えた。", "保釈金は2億円だった。"])
def test_what_a_suffix_makes_another_word_of_is_left_alone(sentence: str) -> None:
    assert not {"正規雇用", "保釈", "非正規雇用"} & forms(sentence)


def test_laws_by_number_and_in_full() -> None:
    article = ("原告は民法724条後段と憲法第13条を挙げた。決議2231号も読んだ。",)
    assert {"民法724条後段", "憲法第13条", "決議2231号"} <= forms(*article)
    full = (
        "使用済み電池の再資源化の促進に関する法律(以下「電池再資源化法」という。)が成立した。",
        "電池再資源化法は来春に施行される。",
    )
    found = term("電池再資源化法", *full)
    assert found.text == "使用済み電池の再資源化の促進に関する法律"
    assert found.category == "agreement"


def test_what_is_signed_is_an_agreement() -> None:
    assert term("原則宣言", "3カ国は公平な利用をうたう原則宣言に署名した。").category == "agreement"


def test_a_word_that_is_quoted_again_is_set_apart() -> None:
    article = ("! 「推し活」が動かす", "好きな人を応援する「推し活」は観光を変えた。")
    assert "推し活" in forms(*article)


def test_who_speaks_before_a_quotation_does_not_tell_what_it_is() -> None:
    assert "大雨の恐れ" not in forms(
        "! 台風が上陸へ　気象庁「大雨の恐れ」",
        "雨が降った。風も強い。川の水は増えている。役場は窓を閉めた。人々は家にいる。",
    )
