"""Who says so: the words that tell it, and the one who is named; nobody is made up."""

from __future__ import annotations

import pytest
from language_values import blocks_of, understand


def told(*lines: str) -> list[tuple[str, str]]:
    text, _blocks = blocks_of(*lines)
    return [
        (text[one.start : one.end], text[one.source_start : one.source_end])
        for one in understand(*lines).attributions
    ]


@pytest.mark.parametrize(
    "sentence, words, source",
    [
        (
            "ノルウェー外務省によりますと、両外相は会談した。",
            "ノルウェー外務省によりますと",
            "ノルウェー外務省",
        ),
        ("関係者によると、交渉は大詰めを迎えている。", "関係者によると", "関係者"),
        ("国連の統計によると、人口は80億人を超えた。", "国連の統計によると", "国連の統計"),
        ("総務省の発表では、失業率は2.5％だった。", "総務省の発表では", "総務省"),
        ("モエン外相は、訪問が対話の継続であると説明しました。", "と説明しました", "モエン外相"),
        ("首相は「約束は守る」と述べた。", "と述べた", "首相"),
        ("国営の通信社は20日、両首脳が会談したと報じた。", "と報じた", "通信社"),
        ("県は、年内に結論を出すとしている。", "としている", "県"),
        ("専門家の山田太郎教授は「前例がない」と指摘する。", "と指摘する", "山田太郎教授"),
        ("外相は会見で、協議を続ける考えを示した。", "考えを示した", "外相"),
        ("同社は12日、工場を閉鎖すると発表した。", "と発表した", "同社"),
        ("委員会は「不十分だ」として再提出を求めた。", "として再提出を求めた", "委員会"),
        ("3カ国は、機構が民衆を苦しめたと非難する。", "と非難する", "3カ国"),
        ("被害は少なくとも12人に上ると報じられている。", "と報じられている", ""),
        ("「影響は小さい」との声も上がる。", "との声も上がる", ""),
    ],
)
def test_who_says_so(sentence: str, words: str, source: str) -> None:
    assert told(sentence) == [(words, source)]


def test_two_who_speak_in_one_sentence() -> None:
    sentence = "総書記は両国が「同盟」になったと強調し、大統領は防衛のための条約だと説明した。"
    assert told(sentence) == [("と強調し", "総書記"), ("と説明した", "大統領")]


def test_one_who_goes_on_speaking() -> None:
    sentence = "総裁は賃上げが広がったと説明し、確度は高まったと語った。"
    assert told(sentence) == [("と説明し", "総裁"), ("と語った", "総裁")]


@pytest.mark.parametrize(
    "sentence",
    [
        "両国は共同声明を発表した。",
        "橋は来年開通する。",
        "場合によると中止もある。",
        "政府は存在感を打ち出そうとしている。",
        "隊員は位置と量を明らかにする機器を運んだ。",
        "任期を延ばすことも認めず、投票日が決まった。",
        "首相は「専門家は無理だと述べた」という題の本を読んだ。",
    ],
)
def test_nobody_says_so(sentence: str) -> None:
    assert told(sentence) == []


def test_titles_and_asides_attribute_nothing() -> None:
    assert told("! 外相は合意は近いと述べた", "@ 本紙記者によると晴れ", "本文です。") == []
