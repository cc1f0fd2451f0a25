"""Forms of one thing are gathered within the article; two things never become one."""

from __future__ import annotations

from language_values import forms, places, term


def test_an_abbreviation_in_parentheses() -> None:
    found = term("HSA", "公海同盟(HSA)が呼びかけた。HSAには40団体が加わる。")
    assert (found.text, found.aliases) == ("公海同盟", ("HSA",))
    assert len(found.occurrences) == 3


def test_the_long_form_may_stand_in_the_parentheses() -> None:
    found = term("MDT", "新しいMDT(多国間災害対応チーム)が動き出した。MDTは三度目の出動となる。")
    assert (found.text, found.category) == ("多国間災害対応チーム", "organization")


def test_the_whole_phrase_is_abbreviated() -> None:
    assert (
        term("MMX", "火星衛星探査計画(MMX)の機体を公開した。MMXは秋に飛び立つ。").text
        == "火星衛星探査計画"
    )
    assert term("BBNJ", "国家管轄権外区域の海洋生物多様性(BBNJ)を守る。").text == (
        "国家管轄権外区域の海洋生物多様性"
    )


def test_a_post_before_the_parentheses_is_left_out() -> None:
    found = term("Elsa Moen", "エルサ・モエン外相(Elsa Moen)が署名した。")
    assert (found.text, found.category) == ("エルサ・モエン", "person")


def test_names_in_other_tongues() -> None:
    found = term(
        "リーフ礁", "リーフ礁(中国名・丹心礁、フィリピン名カリナン礁)で衝突した。丹心礁は遠い。"
    )
    assert set(found.aliases) == {"丹心礁", "カリナン礁"}
    assert "ウォンサン" in term("元山", "元山(ウォンサン)に着いた。").aliases


def test_what_comes_under_a_new_name() -> None:
    article = ("日本海洋データ機構(以下、データ機構)が公表した。データ機構は東京にある。",)
    assert places("日本海洋データ機構", *article)[1:] == ["データ機構", "データ機構"]


def test_an_agreement_by_its_shorter_name() -> None:
    found = term(
        "BBNJ協定", "「国連公海等生物多様性協定」(BBNJ協定)が発効した。BBNJ協定は海を守る。"
    )
    assert found.text == "国連公海等生物多様性協定"


def test_ages_parties_and_domains_are_no_aliases() -> None:
    assert term("大谷翔平", "大谷翔平選手(31)が打った。").aliases == ()
    assert term("山田太郎", "山田太郎議員(自民党)が質問した。").aliases == ()
    assert "asean.org" not in forms("ASEAN事務局(asean.org)が公表した。")
    assert term("テヘラン", "テヘラン(イラン)で会った。").aliases == ()


def test_a_surname_after_the_full_name() -> None:
    article = ("セルゲイ・ラブロフ外相が着いた。ラブロフ氏は記者に答えた。",)
    assert places("ラブロフ", *article) == ["セルゲイ・ラブロフ", "ラブロフ"]


def test_a_surname_before_the_full_name() -> None:
    assert places("モエン", "! モエン外相が辞任", "エルサ・モエン外相が辞任した。") == [
        "モエン",
        "エルサ・モエン",
    ]


def test_a_surname_of_one_letter_goes_with_its_post() -> None:
    article = ("金正恩総書記が来た。金総書記は笑った。金氏は手を振った。資金は尽きた。",)
    assert places("金正恩", *article) == ["金正恩", "金総書記", "金氏"]


def test_two_people_of_one_surname_stay_two() -> None:
    article = ("ルメン・ラデフ大統領とディミタル・ラデフ総裁が会った。ラデフ氏は急いだ。",)
    assert "ラデフ" not in term("ルメン・ラデフ", *article).aliases
    assert "ラデフ" not in term("ディミタル・ラデフ", *article).aliases


def test_a_family_name_first() -> None:
    article = ("キム・ジョンギュ次官が来た。キム氏は黙っていた。",)
    assert places("キム・ジョンギュ", *article) == ["キム・ジョンギュ", "キム"]


def test_a_compound_by_its_tail() -> None:
    article = ("南シナ海行動規範の交渉が進む。行動規範は約束を定める。",)
    assert term("行動規範", *article).text == "南シナ海行動規範"


def test_a_tail_of_two_is_nobodys() -> None:
    article = ("日米相互防衛条約と米比相互防衛条約は別だ。相互防衛条約の例は多い。",)
    assert "相互防衛条約" not in term("日米相互防衛条約", *article).aliases


def test_the_same_and_the_new_one() -> None:
    article = ("ザルツ州で雨が続く。同州の川があふれた。",)
    assert places("ザルツ州", *article) == ["ザルツ州", "同州"]
    lead = ("両国は航空自由化協定に署名した。", "# 中身", "新協定は便を増やす。")
    assert places("航空自由化協定", *lead) == ["航空自由化協定", "新協定"]


def test_names_that_are_known_to_be_one() -> None:
    found = term("北朝鮮", "北朝鮮(DPRK)は認めた。北朝鮮の声明だ。")
    assert (found.text, found.aliases) == ("北朝鮮", ("DPRK",))
    assert term("日銀", "日本銀行は利上げを決めた。日銀の総裁が語った。").text == "日本銀行"


def test_what_the_text_says_it_is_called() -> None:
    found = term("TRPP", "「平和と繁栄のためのルート計画」、略してTRPPと名づけられた。")
    assert found.text == "平和と繁栄のためのルート計画"
    assert (
        "防災連"
        in term("全国防災連盟", "全国防災連盟、通称「防災連」が訴えた。防災連は古い。").aliases
    )
    article = ("核協定の正式な名は包括的共同計画で、協定は守られた。核協定は古い。",)
    assert term("核協定", *article).text == "包括的共同計画"
    called = "公海保全条約は海の憲章とも呼ばれる。海の憲章は古い。"
    assert term("公海保全条約", called).aliases == ("海の憲章",)


def test_the_short_form_of_a_body() -> None:
    article = ("原子力監視委員会は新しい基準を決めた。監視委は来月から検査する。",)
    assert places("原子力監視委員会", *article) == ["原子力監視委員会", "監視委"]


def test_a_short_form_of_two_bodies_is_nobodys() -> None:
    article = ("公正監視委員会と市場監視委員会が並び立つ。監視委の検査は続く。",)
    assert "監視委" not in forms(*article)


def test_a_prefecture_by_its_bare_name() -> None:
    article = ("瀬波県の知事が会見した。瀬波の電気は都市へ送られる。",)
    assert places("瀬波県", *article) == ["瀬波県", "瀬波"]


def test_a_body_by_its_last_word_once_it_is_named() -> None:
    article = ("全国漁業者弁護団は声明を出した。弁護団は控訴する。",)
    assert places("全国漁業者弁護団", *article) == ["全国漁業者弁護団", "弁護団"]


def test_a_short_form_in_parentheses_of_a_common_word() -> None:
    article = ("特定重大事故等対処施設（特重施設）が要る。特重施設の工事は遅れた。",)
    assert "特重施設" in term("特定重大事故等対処施設", *article).aliases


def test_the_same_country_person_and_company() -> None:
    article = ("エクアドルは協定に署名した。同国は来月から輸出を始める。",)
    assert places("エクアドル", *article) == ["エクアドル", "同国"]
    article = ("石破茂首相が会見した。同氏は訪米する。",)
    assert places("石破茂", *article) == ["石破茂", "同氏"]
    article = ("株式会社エムテックが撤退を発表した。同社は工場を売る。",)
    assert places("株式会社エムテック", *article)[-1] == "同社"


def test_the_same_of_two_is_nobodys() -> None:
    article = ("エクアドルとペルーが署名した。同国は来月から輸出を始める。",)
    assert "同国" not in forms(*article)


def test_the_same_is_looked_for_in_the_sentence_before_alone() -> None:
    article = ("エクアドルは署名した。雨が降った。川があふれた。同国の港は閉じた。",)
    assert places("エクアドル", *article) == ["エクアドル"]


def test_remarks_on_a_person_are_no_names_of_theirs() -> None:
    assert term("山田太郎", "山田太郎大臣(当時)が決めた。").aliases == ()


def test_a_name_of_letters_without_what_it_is() -> None:
    article = ("域内では共通通貨CFAフランが使われる。市場はCFAフランを売った。",)
    assert places("CFAフラン", *article) == ["共通通貨CFAフラン", "CFAフラン"]
