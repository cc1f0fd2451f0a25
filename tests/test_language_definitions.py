"""What a text says that its words mean, with the hedges kept and the traps refused."""

from __future__ import annotations

import pytest
from language_values import blocks_of, term, understand


def definition(form: str, *lines: str) -> str:
    found = term(form, *lines).definition
    assert found is not None
    return found.text


@pytest.mark.parametrize(
    "sentence, form, meaning",
    [
        (
            "相互承認協定とは、一般に一方の検査の結果を他方がそのまま受け入れることを約束する性格の合意です。",
            "相互承認協定",
            "一般に一方の検査の結果を他方がそのまま受け入れることを約束する性格の合意",
        ),
        ("議長国とは、会議の議題を整える国のことです。", "議長国", "会議の議題を整える国"),
        (
            "二刀流とは、投手と打者の両方を務めることをいう。",
            "二刀流",
            "投手と打者の両方を務めること",
        ),
        (
            "ここでいう戦略対話は、合意の実行を外相同士で点検する協議を指す。",
            "戦略対話",
            "合意の実行を外相同士で点検する協議",
        ),
        (
            "締約国会議(COP)とは、条約に加わった国が集まる場です。",
            "締約国会議",
            "条約に加わった国が集まる場",
        ),
        (
            "公海とは、どの国の領海にも含まれない海のことで、世界の海の3分の2を占める。",
            "公海",
            "どの国の領海にも含まれない海",
        ),
        (
            "監視団とは、停戦の履行を見てきた組織だが、今年3月に解散した。",
            "監視団",
            "停戦の履行を見てきた組織",
        ),
        ("MMXは、火星衛星探査計画の略です。", "MMX", "火星衛星探査計画"),
        (
            "国どうしで余った排出の枠を売り買いする仕組みを「排出量取引」と呼びます。",
            "排出量取引",
            "国どうしで余った排出の枠を売り買いする仕組み",
        ),
        ("署名とは、条約に加わる意思を示す行為です。", "署名", "条約に加わる意思を示す行為"),
    ],
)
def test_definitions(sentence: str, form: str, meaning: str) -> None:
    found = term(form, sentence)
    assert found.definition is not None
    assert found.receipt is not None
    assert found.definition.text == meaning
    assert found.receipt.text == sentence
    assert found.shown


def test_a_gloss_in_parentheses() -> None:
    sentence = "各国は非核化(核兵器を作らず持たない状態にすること)を求めた。"
    assert definition("非核化", sentence) == "核兵器を作らず持たない状態にすること"


@pytest.mark.parametrize(
    "sentence",
    [
        "条約の発効が、そのまま緊張につながるとは限りません。",
        "合意とは言え、細部は決まっていない。",
        "新協定とはいえ、中身は古い。",
        "採択とは別に、各国は協議を重ねた。",
        "ロシアは合意とは距離を置くと表明した。",
        "制裁とは矛盾しない範囲でも協力の余地はあるという。",
        "今回の停戦とは異なり、前回は監視団がいた。",
        "批准とは何か。",
        "加盟とは終着点ではなく、義務の始まりでもあります。",
        "派兵は一度きりで終わったとは言い切れない。",
        "急ぐことと、良い文書ができることとは別の話です。",
        "首相とは会わなかった。",
        "それとは、古い時計のことだ。",
        "外相は地図の北の端を指した。",
        "住民は役所の遅い対応に文句を言う。",
        "大使は遺憾の意を表します。",
    ],
)
def test_traps(sentence: str) -> None:
    assert not [one.text for one in understand(sentence).terms if one.definition]


def test_the_passage_and_its_receipt_are_words_of_the_text() -> None:
    lines = ("! 題", "批准書とは、国の最終的な意思を記した文書です。次の文。")
    text, _blocks = blocks_of(*lines)
    found = term("批准書", *lines)
    assert found.definition is not None
    assert found.receipt is not None
    for passage in (found.definition, found.receipt):
        assert text[passage.start : passage.end] == passage.text


def test_the_first_definition_stays() -> None:
    lines = (
        "代表団とは、国を代表して会議に出る人々です。",
        "代表団とは、言い換えれば旅をする役所です。",
    )
    assert definition("代表団", *lines) == "国を代表して会議に出る人々"


def test_headings_define_nothing() -> None:
    assert not [
        one
        for one in understand("# 公海とは、どの国のものでもない海", "本文。").terms
        if one.definition
    ]
