"""Watch points: lists of open questions and sentences that ask; facts and pages are left alone."""

from __future__ import annotations

import pytest
from language_values import blocks_of, understand

QUESTIONS = ("- 橋がいつ開通するのか", "- 通行料をどちらの国が集めるか", "- 着工の時期")


def listed(*lines: str, language: str = "ja") -> list[str]:
    found = understand(*lines, language=language).watch_points
    return [point.text for point in found if point.origin == "list"]


def asked(*lines: str, language: str = "ja") -> list[str]:
    found = understand(*lines, language=language).watch_points
    return [point.text for point in found if point.origin == "sentence"]


@pytest.mark.parametrize(
    "heading",
    [
        "今後の注目ポイント",
        "今後の焦点",
        "ここに注目",
        "これからの注目点",
        "この先を読む三つの視点",
        "注目点",
        "この先の見どころ",
        "読者への問い",
        "今後の課題",
        "残る論点",
    ],
)
def test_lists_under_headings(heading: str) -> None:
    assert listed("本文です。", f"# {heading}", *QUESTIONS) == [line[2:] for line in QUESTIONS]


@pytest.mark.parametrize(
    "intro",
    [
        "次のような点を意識してニュースを追うと、流れが見えてきます。",
        "続報を読むときは、次の三つを手がかりにするとよいでしょう。",
        "新しい体制の力は、次のような場面で試されます。",
        "次の点を手帳に書き留めておくと、続報が分かりやすくなります。",
        "続報は、次の項目に沿って読むと整理できます。",
    ],
)
def test_lists_introduced_by_a_sentence(intro: str) -> None:
    found = understand("# 橋の話", f"工事は終わった。{intro}", *QUESTIONS).watch_points
    assert [point.text for point in found] == [line[2:] for line in QUESTIONS]
    assert {point.heading for point in found} == {intro}


def test_the_heading_is_kept() -> None:
    found = understand("# 今後の焦点", "橋の話です。", *QUESTIONS).watch_points
    assert {point.heading for point in found} == {"今後の焦点"}


def test_questions_that_lost_their_marks() -> None:
    assert listed(
        "# 今後の注目ポイント", "橋がいつ開通するのか", "誰が料金を払うのか", "本文に戻る。"
    ) == [
        "橋がいつ開通するのか",
        "誰が料金を払うのか",
    ]


@pytest.mark.parametrize(
    "heading, items",
    [
        ("これまでの経緯", ("- 2019年 橋の協定に署名", "- 2023年8月 工事を始める")),
        ("今回の主な成果", ("- 橋の開通で一致", "- 共同声明を採択")),
        ("協定を支える四つの柱", ("- 利益の公平な配分", "- 海洋保護区")),
        ("参加国", ("- 日本", "- 韓国")),
        ("関連記事", ("- 橋はなぜ落ちたか", "- 川はどこへ流れるか")),
        ("よくある質問", ("- 料金はいくらですか", "- どこで買えますか")),
        ("背景", ("- 川が深い", "- 冬が長い")),
        ("今後の予定", ("- 3月1日 会合を開催", "- 4月2日 条約に署名")),
    ],
)
def test_other_lists_are_left_alone(heading: str, items: tuple[str, ...]) -> None:
    assert listed("本文です。", f"# {heading}", *items) == []


def test_a_list_of_what_was_talked_about_is_none() -> None:
    lines = ("会議では次の点が話し合われた。", "- 料金をどう分けるか", "- 誰が守るか")
    assert listed(*lines) == []


def test_a_list_of_facts_under_a_promising_heading_is_none() -> None:
    assert listed("# 今後の注目ポイント", "- 橋が開通した。", "- 料金が決まった。") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "停戦が続くかどうかが焦点となる。",
        "交渉の行方が注目される。",
        "今後は政府の説明が問われる。",
        "両国の協力が縮むのか、それとも定着するのかも見逃せない。",
        "ロシアが態度を変えるかどうかも見どころになります。",
        "政府がいつ国会に承認を求めるのかを追っておきたいところです。",
        "まず注目したいのは、どれだけの国が手続きを終えるかです。",
        "交流がどのような役割を果たすのかも、長い目では重要な論点になりそうです。",
        "まず見極めたいのは、部隊がいつ現地に入るかである。",
        "資金をどう集めるかが問われる。",
        "協定が有効かどうかは不透明です。",
        "誰が後を継ぐのか、注目が集まる。",
        "新興国の反発からも目が離せない。",
        "焦点は、米国が署名するかどうかだ。",
    ],
)
def test_sentences_that_ask(sentence: str) -> None:
    assert asked("# 見出し", f"会談は終わった。{sentence}") == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "会談の行方が注目されていた。",
        "停戦が続くかどうかが焦点となった。",
        "首相は、合意が守られるかが焦点だと述べた。",
        "最大の焦点は第4条で、一方が攻撃された場合に他方が援助すると定める。",
        "問われるのは、約束を守る力です。",
        "この会談は世界の注目を集めている。",
        "交渉は静かに見守る人々に支えられている。",
        "適用される海域といった難題は、いまも決着していない。",
        "海洋遺伝資源から得られる利益をどう分けるかを協定は定めている。",
        "明らかに注目すべき成果である。",
    ],
)
def test_sentences_that_do_not(sentence: str) -> None:
    assert asked("# 見出し", sentence) == []


def test_the_sentence_before_a_list_is_no_point_itself() -> None:
    lines = ("今後の焦点は、次の三つが実現するかです。", *QUESTIONS)
    assert asked(*lines) == []


def test_asides_and_references_ask_nothing() -> None:
    lines = ("@ 停戦が続くかどうかが焦点となる。", "= 交渉の行方が注目される。", "本文です。")
    assert understand(*lines).watch_points == ()


def test_points_are_the_exact_words_of_their_blocks_in_order() -> None:
    lines = ("停戦が続くかが焦点となる。", "# 今後の焦点", *QUESTIONS)
    text, blocks = blocks_of(*lines)
    found = understand(*lines).watch_points
    assert [text[point.start : point.end] for point in found] == [point.text for point in found]
    assert [(point.start, point.end) for point in found[1:]] == [
        (b.start, b.end) for b in blocks[2:]
    ]


ENGLISH = ("- Whether the bridge opens on time", "- Who pays for it?")


def test_english_lists() -> None:
    assert listed("# What to watch", *ENGLISH, language="en") == [line[2:] for line in ENGLISH]
    assert listed("# Timeline", "- 2019: the pact is signed", language="en") == []
    assert listed("# Members", "- Norway", "- Chile", language="en") == []


@pytest.mark.parametrize(
    "sentence, asks",
    [
        ("It remains to be seen whether the bridge will carry lorries.", True),
        ("The next question is who will pay.", True),
        ("It is not yet clear when the talks resume.", True),
        ("The ministers watched the opening from the bank.", False),
        ("The bridge was opened by the mayor.", False),
    ],
)
def test_english_sentences(sentence: str, *, asks: bool) -> None:
    assert asked(f"The talks ended. {sentence}", language="en") == [sentence] * asks
