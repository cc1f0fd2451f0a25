"""Words that leave something open are found, those that only look like them are not."""

from __future__ import annotations

import pytest
from language_values import blocks_of, understand


def hedged(*lines: str) -> list[str]:
    text, _blocks = blocks_of(*lines)
    return [text[one.start : one.end] for one in understand(*lines).hedges]


@pytest.mark.parametrize(
    "sentence, words",
    [
        ("交渉は決裂する可能性がある。", "可能性がある"),
        ("関係がさらに固まっていく可能性があります。", "可能性があります"),
        ("来年度中に完成する見通しだ。", "見通しだ"),
        ("代表団が訪れる見通しを示しました。", "見通しを示しました"),
        ("男は国外に逃げたとみられる。", "とみられる"),
        ("参加者は千人を超える見込みだ。", "見込みだ"),
        ("被害はなかったという。", "という"),
        ("土砂崩れが起きる恐れがある。", "恐れがある"),
        ("停電が続いている模様だ。", "模様だ"),
        ("合意は遠いかもしれない。", "かもしれない"),
        ("影響は長引くだろう。", "だろう"),
        ("2024年に行われたとされる訪問だった。", "とされる"),
        ("物価はさらに上がりそうだ。", "そうだ"),
        ("彼は辞任するらしい。", "らしい"),
        ("決着は来年に持ち越される公算が大きい。", "公算が大きい"),
        ("計画は遅れかねない。", "かねない"),
        ("原因は漏電と考えられている。", "と考えられている"),
        ("薬になりうる素材だ。", "なりうる"),
    ],
)
def test_hedges(sentence: str, words: str) -> None:
    assert hedged(sentence) == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "見通しが甘いと批判された。",
        "「和平」という言葉が使われた。",
        "誰が勝つのだろうか。",
        "首相は「勝てるだろう」と述べた。",
        "来月、首相が訪問する方針だ。",
        "会議は5日に開かれる予定だ。",
        "橋は5日に開通した。",
    ],
)
def test_what_is_no_hedge(sentence: str) -> None:
    assert hedged(sentence) == []
