"""Lines of the page around a story are told from the story, whatever they look like."""

from __future__ import annotations

import pytest

from reader.sources.reading import document_of_text

TITLE = "深海の観測網が動き始める　国境を越えて波を読む"
PARAGRAPH = "北東の港町で3日、深海の揺れを測る観測網が動き始めた。費用は三つの国が分け合う。"
HEADING = "八年がかりの準備"

HEAD = """
（2025年4月3日、潮風新聞）
潮風新聞＝2025年4月3日
2025年4月3日付　潮風新聞朝刊
6月20日 18:30
12/4(木) 7:05配信
更新日時：2025年4月4日 09:00
初出：潮風新聞 2025年4月3日号
Last updated: April 4, 2025
Thursday, April 3, 2025
記者・北村さや
北村 さや
リポーター：北村さや
国際部デスク　北村さや
潮風新聞白浜支局
潮風新聞 編集部
配信：潮風通信
AFP=時事
By Saya Kitamura, Staff Writer
ホーム / ニュース / 科学
トップ＞科学＞海洋
HOME › World › Asia
国際・アジア
コラム
タグ: 海, 観測
キーワード：観測／漁業
#海　#観測
この記事は有料会員限定です
読了時間：約3分
1,234 views
コメント 12
シェア ツイート LINE
Facebook X LINE はてなブックマーク
文字サイズ：小 中 大
音声で聞く
PR
ID: 123456
5 min read
Listen to this article
""".strip().split("\n")
FOOT = """
（北村さや）
（取材・北村さや、編集・浜野みどり）
（おわり）
＝おわり
潮風新聞社
© 2025 潮風新聞
Copyright(C) 2025 Tide News. All Rights Reserved.
本記事の無断転載を禁じます。
記事・画像の無断転載を禁じます
※この記事の内容は取材時のものです
この記事をシェア
関連キーワード：海、観測
次の記事へ
一覧へ戻る
ページトップへ
あなたにおすすめの記事
この記事を読んでいる人はこんな記事も読んでいます
ニュースレターに登録する
お問い合わせ：desk@tide.example
▶関連記事はこちら
→続きはこちら
元記事を読む
Read the original article at Tide News
執筆者プロフィール
公式LINEはこちら
X（旧Twitter）でフォロー
最終更新日 2025年4月4日
Sign up for our newsletter
Terms of use
""".strip().split("\n")
CAPTIONS = """
【写真】港に積まれた観測機器
（写真）港に積まれた観測機器
写真＝港に積まれた観測機器
写真・図版
[写真] 港に積まれた観測機器
図1　観測網の仕組み
図：観測網の仕組み
▲港に積まれた観測機器
※写真はイメージです
写真提供：白浜研究所
撮影・北村さや
港に積まれた観測機器＝3日、白浜
港に積まれた観測機器（3日、白浜）
港に積まれた観測機器（潮風通信）
港に積まれた観測機器。線は420キロに及ぶ＝白浜、北村さや撮影
港に積まれた観測機器 ©潮風通信
Photo: Instruments at the harbour
Instruments at the harbour (Photo by Saya Kitamura)
""".strip().split("\n")
CITED = """
出典　白浜研究所
出典/白浜研究所
出典は白浜研究所の資料
（参考）白浜研究所ホームページ
参照：https://a.example
引用元：潮風通信
Original article: https://a.example
Via: Tide News
""".strip().split("\n")


def kind_of(line: str, *lines: str) -> str:
    """Return what ``line`` is among ``lines``."""
    document = document_of_text("\n".join(lines))
    assert document.facts.title == TITLE
    assert list(document.headings) == [HEADING]
    return next(
        block.kind
        for block, words in zip(document.blocks, document.text.split("\n"), strict=True)
        if words == line
    )


@pytest.mark.parametrize("line", HEAD)
def test_the_head_of_a_page_is_set_aside(line: str) -> None:
    assert kind_of(line, TITLE, line, PARAGRAPH, HEADING, PARAGRAPH) == "aside"


@pytest.mark.parametrize("line", FOOT)
def test_the_foot_of_a_page_is_set_aside(line: str) -> None:
    assert kind_of(line, TITLE, PARAGRAPH, HEADING, PARAGRAPH, line) == "aside"


@pytest.mark.parametrize("line", CAPTIONS)
def test_captions_are_told_from_the_story(line: str) -> None:
    assert kind_of(line, TITLE, PARAGRAPH, line, PARAGRAPH, HEADING, PARAGRAPH) == "caption"
    assert kind_of(line, TITLE, line, PARAGRAPH, HEADING, PARAGRAPH) == "caption"


@pytest.mark.parametrize("line", CITED)
def test_a_source_behind_a_label_is_a_reference(line: str) -> None:
    assert kind_of(line, TITLE, PARAGRAPH, HEADING, PARAGRAPH, line) == "reference"


@pytest.mark.parametrize(
    "sentence",
    [
        "写真の公開を求める声も上がる。",
        "関連する法案は来月にも審議入りする見通しだ。",
        "出典を示さない引用が問題になった。",
        "シェアの低下に歯止めがかからない。",
        "広告を禁じる国もある。",
        "編集部には問い合わせが相次いだ。",
        "2025年4月3日、署名式が開かれた。",
        "以上の三点が合意の柱である。",
        "続きを読みたいという声が届いた。",
        "コメントは得られなかった。",
        "Photo evidence was shown to the court on Monday.",
        "Sources said the talks would go on for another week.",
    ],
)
def test_sentences_of_the_story_stay_in_it(sentence: str) -> None:
    assert kind_of(sentence, TITLE, PARAGRAPH, sentence, HEADING, PARAGRAPH) == "paragraph"
    assert kind_of(sentence, TITLE, PARAGRAPH, HEADING, PARAGRAPH, sentence) == "paragraph"
