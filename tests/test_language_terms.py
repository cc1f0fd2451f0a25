"""Key terms of Japanese articles: names whole, posts apart, common words left alone."""

from __future__ import annotations

import pytest
from language_values import forms, places, term, understand

COMMON = ("今回", "動き", "両国", "可能性", "読者", "視点", "重要", "姿勢", "日程", "会談", "関係")


@pytest.mark.parametrize(
    "sentence, name, category",
    [
        ("ノルウェーのヨーナス・ストーレ首相が訪れた。", "ヨーナス・ストーレ", "person"),
        ("ゲラトス国防相は辞任した。", "ゲラトス", "person"),
        ("ダンケルト国家安全保障会議書記が会談した。", "ダンケルト", "person"),
        ("金正恩総書記が視察した。", "金正恩", "person"),
        ("金正恩氏と会った。", "金正恩", "person"),
        ("村上春樹さんの新刊が出た。", "村上春樹", "person"),
        ("バイデン前大統領は沈黙を守る。", "バイデン", "person"),
        ("アンカラで協議した。", "アンカラ", "place"),
        ("沿岸都市ブレストンに入港した。", "ブレストン", "place"),
        ("ザルツ州とモレナ県で雨が続く。", "ザルツ州", "place"),
        ("レンティア宇宙基地から打ち上げた。", "レンティア宇宙基地", "place"),
        ("福岡県久留米市で起きた。", "福岡県久留米市", "place"),
        ("東アジアの情勢を語る。", "東アジア", "place"),
        ("ノルウェー外務省が発表した。", "ノルウェー外務省", "organization"),
        ("気象庁が警報を出した。", "気象庁", "organization"),
        ("アフリカ連合の代表が来た。", "アフリカ連合", "organization"),
        ("国際海底機構の規則を読む。", "国際海底機構", "organization"),
        ("メルツ政権が発足した。", "メルツ政権", "organization"),
        ("航空自由化協定に署名した。", "航空自由化協定", "agreement"),
        ("包括的経済連携協定が発効した。", "包括的経済連携協定", "agreement"),
        ("国連憲章第7章の話ではない。国連憲章第51条に基づく。", "国連憲章第51条", "agreement"),
        ("第12条の解釈が割れた。", "第12条", "agreement"),
        ("7項目合意を守る。", "7項目合意", "agreement"),
        ("ASEAN外相会合が開かれた。", "ASEAN外相会合", "event"),
        ("第12回太平洋島サミットに出た。", "第12回太平洋島サミット", "event"),
        ("ウクライナ侵攻から三年たつ。", "ウクライナ侵攻", "event"),
    ],
)
def test_names_are_whole_and_of_their_kind(sentence: str, name: str, category: str) -> None:
    found = term(name, sentence)
    assert (found.text, found.category) == (name, category)


def test_posts_and_honorifics_are_no_part_of_a_name() -> None:
    article = ("ペルーのボルアルテ大統領と、ダンケルト氏が会談した。",)
    assert {"ボルアルテ", "ダンケルト", "ペルー"} <= forms(*article)
    assert not {form for form in forms(*article) if form.endswith(("大統領", "氏"))}


def test_compounds_are_whole() -> None:
    article = (
        "! 相互承認協定の交渉が再開",
        "両国は相互承認協定の交渉を再開した。相互承認協定は検査を減らす。",
        "# 戦略対話",
        "外相は戦略対話を続けると述べた。戦略対話は三回目となる。",
    )
    assert {"相互承認協定", "戦略対話"} <= forms(*article)
    assert not {"承認", "協定", "対話", "相互"} & forms(*article)


def test_common_words_dates_and_numbers_are_no_terms() -> None:
    lines = tuple(
        f"{word}と{word}、そして{word}は2025年3月1日に12人と3.5%で続く。" for word in COMMON
    )
    assert not forms(*lines) & {*COMMON, "2025年", "3月1日", "12人", "3.5%"}


def test_a_list_of_countries_is_not_one_name() -> None:
    assert {"ベトナム", "ブルネイ", "フィリピン"} <= forms(
        "ベトナム・ブルネイ・フィリピンが参加する。"
    )


def test_quoted_coinages_are_terms() -> None:
    assert term("青い回廊", "政府は航路を「青い回廊」と名付けた。").category == "concept"


def test_what_somebody_says_is_no_term() -> None:
    assert "約束の実行" not in forms("首相は「約束の実行」と述べた。")


def test_what_stands_before_a_quoted_name_tells_what_it_is() -> None:
    assert term("ヒカリ", "ロケット「ヒカリ」を打ち上げた。").category == "concept"
    assert term("緑の約束", "各国は「緑の約束」を採択した。").category == "agreement"


def test_a_phrase_that_the_text_coins_is_one_term() -> None:
    article = (
        "! 揺るがぬ隣の絆を確認",
        "両首脳は両国関係を揺るがぬ隣の絆と表現した。揺るがぬ隣の絆という言葉は三度使われた。",
    )
    assert "揺るがぬ隣の絆" in forms(*article)


def test_the_tokenisers_slips_do_not_part_a_name() -> None:
    assert "金日成広場" in forms("金日成広場で式典があった。")
    assert "セカンドトーマス礁" in forms("セカンドトーマス礁に補給した。")


def test_full_width_letters_are_kept_as_the_text_has_them() -> None:
    found = term(
        "ＡＳＥＡＮ", "東南アジア諸国連合（ＡＳＥＡＮ）が声明を出した。ＡＳＥＡＮは加盟国が多い。"
    )
    assert (found.text, found.aliases) == ("東南アジア諸国連合", ("ＡＳＥＡＮ",))


def test_names_inside_longer_words_are_not_marked() -> None:
    article = ("米国は抗議した。全米国民投票の案もある。",)
    assert places("米国", *article) == ["米国"]
    assert places("チェコ", "チェコはチェコスロバキアから分かれた。") == ["チェコ"]


def test_occurrences_are_everywhere_but_in_asides_and_references() -> None:
    article = (
        "! エクアドルで選挙",
        "@ 特集：エクアドルの旅",
        "エクアドルの大統領選挙が行われた。",
        "# エクアドルの課題",
        "- エクアドルの治安",
        "= エクアドル通信",
    )
    assert len(places("エクアドル", *article)) == 4


def test_the_heaviest_term_weighs_one_and_weights_fall() -> None:
    found = understand(
        "! カタールが停戦を仲介", "カタールのドーハで協議が続く。カタールは三度目の仲介となる。"
    ).terms
    weights = [one.weight for one in found]
    assert found[0].text == "カタール"
    assert weights[0] == 1
    assert weights == sorted(weights, reverse=True)


def test_readings_are_in_hiragana() -> None:
    article = ("防衛省は航空自衛隊の能登半島での訓練を公開した。ラブロフ外相も見た。",)
    assert term("防衛省", *article).reading == "ぼうえいしょう"
    assert term("能登半島", *article).reading == "のとはんとう"
    assert term("ラブロフ", *article).reading == "らぶろふ"
    assert term("金正恩", "金正恩氏が来た。").reading == "きむじょんうん"


def test_a_reading_in_parentheses_is_taken() -> None:
    found = term("峯岸川", "峯岸川(みねぎしがわ)があふれた。峯岸川の水位は高い。")
    assert (found.reading, found.aliases) == ("みねぎしがわ", ())


def test_what_is_highlighted_is_few_however_long_the_article() -> None:
    lines = tuple(
        f"{name}を訪れた。" for name in ("パリ", "ロンドン", "ローマ", "ウィーン", "プラハ") * 30
    )
    assert 0 < sum(one.shown for one in understand(*lines).terms) <= 60


@pytest.mark.parametrize(
    "sentence, word, category",
    [
        ("訴えは除斥期間を過ぎていた。", "除斥期間", "concept"),
        ("各国は法の支配を訴えた。", "法の支配", "concept"),
        ("政府は公職選挙法を改める。", "公職選挙法", "agreement"),
        ("寄託した批准書は六通になった。", "批准書", "concept"),
    ],
)
def test_words_that_a_reader_looks_up(sentence: str, word: str, category: str) -> None:
    assert term(word, sentence).category == category


def test_a_word_that_everybody_knows_is_a_term_where_the_article_turns_on_it() -> None:
    lines = (
        "! 利上げを決定",
        "中銀は利上げを決めた。利上げは三度目だ。市場は次の利上げを待つ。",
    )
    assert "利上げ" in forms(*lines)
    assert "利上げ" not in forms("橋の工事は利上げの話とともに忘れられた。")


def test_a_part_of_another_word_is_no_term() -> None:
    assert "賠償" not in forms(*("賠償金が支払われた。",) * 3)
    assert "核武装" not in forms("非核武装という言い方もある。")


def test_a_compound_of_common_words_must_come_again_to_be_a_term() -> None:
    assert "地域機構" not in forms("15カ国の地域機構は土地を手放した。")


def test_a_known_thing_has_the_key_of_its_table() -> None:
    article = ("北朝鮮とロシアが署名した。マリア・トランプ氏も見た。",)
    assert term("北朝鮮", *article).key == "朝鮮民主主義人民共和国"
    assert term("マリア・トランプ", *article).key == ""
    assert term("除斥期間", "除斥期間を過ぎた。").key == ""


def test_a_meeting_of_two_countries_is_one_thing() -> None:
    lines = [
        "! 首相が訪米、日米首脳会談へ",
        "日米首脳会談は3年ぶりだ。日米韓首脳会談も年内に開く。",
        "両首脳は日米安全保障条約の適用を確かめる。",
    ]
    found = forms(*lines)
    assert {"日米首脳会談", "日米韓首脳会談", "日米安全保障条約"} <= found
    assert not found & {"日", "米", "韓", "日米"}
