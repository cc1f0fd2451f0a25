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
        "この先何が決まるか",
        "次に見る",
        "今後の関門",
        "続報で確かめたいこと",
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


@pytest.mark.parametrize(
    "lines, items",
    [
        (("# 半年後に何が残るか",), ("部隊の配備と、費用の分担", "脱退が広がる可能性")),
        (("# 残された宿題",), ("違反時の罰則", "監視の仕組み")),
        (("# 見えていないこと",), ("資金の出どころ", "部隊の指揮権")),
        (("今後の焦点は以下の通り。",), ("補償の範囲", "謝罪の形")),
        (("これから何が焦点になるのか。整理しておく。",), ("採決の日程", "修正協議の行方")),
    ],
)
def test_what_is_surely_announced_need_not_be_questions(
    lines: tuple[str, ...], items: tuple[str, ...]
) -> None:
    assert listed("本文です。", *lines, *(f"- {item}" for item in items)) == list(items)


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
        ("注目の選手", ("- 佐藤花子（東京）", "- 鈴木一郎（大阪）")),
        ("法律のポイント", ("- 違反企業に課徴金を科す", "- 4月に施行する")),
        ("主な争点と各党の主張", ("- 消費税を下げる（A党）", "- 給付金を配る（B党）")),
        ("協議の議題", ("- 国境の画定", "- 捕虜の交換")),
        ("加盟の条件", ("- 財政の黒字", "- 議会の同意")),
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
        "事務総長が任命に動くかどうかは、最初の物差しになります。",
        "投票所をいくつ置けるかで、日程は大きく動きうる。",
        "気がかりなのは、次の干ばつのときに3カ国が折り合えるかどうかです。",
        "石油を積んだ船を止める国が現れるかどうかも、見極めが必要です。",
        "合意が守られるかは、年末の査察が試金石となる。",
        "次の焦点は与党の過半数割れを防げるかだ。",
        "問われるのは、約束した支援を実行できるかどうかだ。",
        "被災地の復興に、国がどこまで責任を持つのかが問われる。",
        "春闘の結果が、利上げの時期を左右する。",
        "再稼働の時期は依然として見通せない。",
        "新党首がどんな顔ぶれで執行部を固めるか、目が離せない。",
        "停戦が本当に続くのか、予断を許さない状況だ。",
        "費用を誰が負担するのかは決まっていない。",
        "次の会合で議定書の文言がまとまるか、各国の出方を見守りたい。",
        "関係国が歩み寄れるかが今後のカギを握る。",
        "成否の鍵を握るのは、域内の財源だ。",
        "和平が実を結ぶかどうかは、両首脳の決断次第だ。",
        "法案が今国会で成立するかは微妙な情勢だ。",
        "議会が承認するのかどうか、12月の採決が最初の関門となる。",
        "誰が次の議長に就くのかにも関心が集まっている。",
        "制度が定着するかどうかは、これからの運用に委ねられている。",
        "補正予算の規模をめぐる調整が今後の焦点だ。",
        "今後は、避難計画の実効性が厳しく問われることになる。",
        "衛星の寿命をどこまで延ばせるかが課題だ。",
        "人手不足のなかで工期を守れるかが懸念される。",
        "投資家は、ＦＲＢが6月に利下げに動くかに注目している。",
        "調停が再開されるかどうか、まだ分からない。",
        "全容の解明が待たれる。",
        "新体制が軌道に乗るかは未知数だ。",
        "早ければ3月にも出る判決が、次の節目となる。",
        "賛否が割れる中、住民投票で過半数を得られるかが焦点だ。",
        "対立する二つの案をどう一本化するか、議長の手腕が試される。",
        "その約束が守られたかどうかは、来年の報告書で明らかになる。",
        "目標を達成できるかどうかの分かれ目は、車載電池の価格にある。",
        "国際社会の関心をつなぎとめられるかどうかが、支援継続の条件になる。",
        "合意文書に拘束力を持たせられるか、交渉は大詰めを迎える。",
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
        "焦点となっていた関税の扱いは、来年に先送りされた。",
        "出席者は、合意が守られるかどうかが焦点だと口をそろえた。",
        "専門家は、利上げの時期が鍵を握るとみている。",
        "何が変わったのか。",
        "では、どうすればよいのか。",
        "委員会は、基準を満たすかどうかを審査する。",
        "採択されるかどうかは、出席国の3分の2の賛成で決まる。",
        "会社側は、被害者にどう償うか検討を始めた。",
        "事件の動機は分かっていない。",
        "会場には注目の選手が集まった。",
        "課題は人手不足だ。",
        "ポイントは三つある。",
        "政府は企業の対応を注視している。",
        "両首脳は対話を続けることで一致した。",
        "議会は来年3月に採決する予定だ。",
        "勝敗を左右したのは、終盤の守備だった。",
        "市民からは、なぜ説明がないのかという声が上がる。",
        "賃上げするかどうかは企業の判断に委ねられてきた。",
        "選挙の勝敗を占ううえで、この州は重視されてきた。",
        "水位がどこまで上がるかをセンサーで測る。",
        "今回の会談は、関係改善の試金石となった。",
        "条約の意義は大きい。",
        "関心のある人は、市の窓口で説明を受けられる。",
        "離婚とは、家を出た側だけが困るものではない。",
        "外相は、協議が続くかどうかは相手次第だとの認識を示した。",
    ],
)
def test_sentences_that_do_not(sentence: str) -> None:
    assert asked("# 見出し", sentence) == []


def test_questions_in_running_text_under_a_heading_that_announces_them() -> None:
    ahead = "解散が可能になる秋以降、政権は総選挙に打って出るか。"
    lines = ("本文です。", "# 次に見る", f"議会では野党が多数を握る。{ahead}")
    assert asked(*lines) == [ahead]
    assert asked("本文です。", "# 二つの争点", "規定は憲法に反するか。") == []


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
