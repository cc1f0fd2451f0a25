"""Key sentences are three to five whole sentences that carry the article."""

from __future__ import annotations

from language_values import blocks_of, understand

ARTICLE = (
    "! チリとペルーが銅の協定に署名",
    "2025年5月2日、チリとペルーは銅の輸送を早める国境協定に署名した。両国の港を結ぶ鉄道も整える。",
    "# 協定の中身",
    (
        "国境協定は、チリのアリカ港とペルーのタクナを結ぶ鉄道を2028年までに直すと定める。"
        "費用は両国が分ける。詳しい分担はまだ決まっていない。"
    ),
    "国境協定とは、国の境をまたぐ物や人の動きを決める取り決めです。",
    "# 住民の声",
    "アリカの市場では、観光客が増えるという期待の声が聞かれた。そうなるとよいでしょう。",
    "チリのガルシア運輸相は、鉄道の試運転を来年6月に始めると発表した。",
    "費用の分担がいつ決まるかが焦点となる。",
)


def test_the_first_sentence_of_the_lead_and_no_question() -> None:
    text, _blocks = blocks_of(*ARTICLE)
    found = understand(*ARTICLE).key_sentences
    assert 3 <= len(found) <= 5
    assert found[0].text == "2025年5月2日、チリとペルーは銅の輸送を早める国境協定に署名した。"
    assert "焦点" not in "".join(passage.text for passage in found)
    assert [text[passage.start : passage.end] for passage in found] == [one.text for one in found]
    assert [one.start for one in found] == sorted(one.start for one in found)


def test_facts_come_before_opinions_and_explanations() -> None:
    found = {passage.text for passage in understand(*ARTICLE).key_sentences}
    assert "そうなるとよいでしょう。" not in found
    assert "国境協定とは、国の境をまたぐ物や人の動きを決める取り決めです。" not in found


def test_a_short_article_has_what_it_has() -> None:
    assert [
        one.text
        for one in understand("チリのサンティアゴで地震があり、空港が閉まった。").key_sentences
    ] == ["チリのサンティアゴで地震があり、空港が閉まった。"]
    assert understand("! 題だけ").key_sentences == ()


def test_what_announces_the_questions_carries_nothing() -> None:
    announcing = "チリとペルーの国境協定は、次の二つを書き留めておくと、続報を見落としません。"
    lines = [*ARTICLE, announcing, "- チリはいつ批准するのか", "- ペルーは税率をいくらにするのか"]
    understood = understand(*lines)
    assert announcing in {point.heading for point in understood.watch_points}
    assert announcing not in {passage.text for passage in understood.key_sentences}


def test_a_sentence_that_only_says_what_a_word_means_gives_way() -> None:
    lines = (
        "! 中銀が利上げ",
        "2025年5月2日、チリ中銀は政策金利を5％に引き上げた。",
        "政策金利は、中央銀行が景気や物価を調整するために操作する短期の金利だ。",
        "チリ政府は6月から燃料の補助金を廃止すると発表した。",
        "チリ中銀のガルシア総裁は、次の会合で追加の引き上げを決める考えを示した。",
    )
    assert lines[2] not in {one.text for one in understand(*lines).key_sentences}


def test_what_looks_back_gives_way_to_what_is_decided() -> None:
    lines = (
        "! ペルーとチリが漁業協定",
        "2025年5月2日、ペルーとチリは漁業協定に署名した。",
        "かつて両国は海の境をめぐって争い、1985年にはペルーの船がチリに捕まった。",
        "ペルーの議会は7月に漁業協定を承認する予定だ。",
        "チリの議会は8月までに漁業協定の採決を終えると発表した。",
    )
    assert lines[2] not in {one.text for one in understand(*lines).key_sentences}
