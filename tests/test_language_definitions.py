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
        (
            "フレイルとは加齢に伴って心身の活力が落ちた状態を意味する。",
            "フレイル",
            "加齢に伴って心身の活力が落ちた状態",
        ),
        (
            "軍事境界線は、休戦協定で定められた南北の境目を指す言葉だ。",
            "軍事境界線",
            "休戦協定で定められた南北の境目",
        ),
        (
            "拒否権というのは、1カ国でも反対すれば決議が通らない常任理事国の権利のことだ。",
            "拒否権",
            "1カ国でも反対すれば決議が通らない常任理事国の権利",
        ),
        (
            "仲裁裁判とは、一般に、当事国が選んだ裁判官が争いを裁く手続きとされる。",
            "仲裁裁判",
            "一般に、当事国が選んだ裁判官が争いを裁く手続き",
        ),
        (
            "実態が伴わないのに環境に優しいと装う行為は「グリーンウォッシング」と呼ばれる。",
            "グリーンウォッシング",
            "実態が伴わないのに環境に優しいと装う行為",
        ),
        (
            "中央銀行が国債を買い入れて資金を供給する政策を、量的緩和という。",
            "量的緩和",
            "中央銀行が国債を買い入れて資金を供給する政策",
        ),
        (
            "「ゾンビ企業」と呼ばれる、利払いを利益で賄えない会社が増えている。",
            "ゾンビ企業",
            "利払いを利益で賄えない会社",
        ),
        (
            "炉の中にポンプを組み込んだ一体型軽水炉（IPR）と呼ばれる型だ。",
            "一体型軽水炉",
            "炉の中にポンプを組み込んだ",
        ),
        (
            "いわゆる「年収の壁」は、年収が一定額を超えると手取りが減る問題だ。",
            "年収の壁",
            "年収が一定額を超えると手取りが減る問題",
        ),
        (
            "スタグフレーション＝景気停滞と物価上昇が同時に進む状態＝への懸念が広がる。",
            "スタグフレーション",
            "景気停滞と物価上昇が同時に進む状態",
        ),
        (
            "減圧弁――圧力が上がりすぎるのを防ぐための装置――が壊れた。",
            "減圧弁",
            "圧力が上がりすぎるのを防ぐための装置",
        ),
        (
            "優生思想、すなわち人に優劣をつけて命を排除しようとする考え方が背景にあった。",
            "優生思想",
            "人に優劣をつけて命を排除しようとする考え方",
        ),
        (
            "高額療養費制度は、医療費の自己負担が上限を超えた分を払い戻す仕組みである。",
            "高額療養費制度",
            "医療費の自己負担が上限を超えた分を払い戻す仕組み",
        ),
        (
            "EPRは、製品の作り手が廃棄まで責任を負うという考え方で、欧州で広がった。",
            "EPR",
            "製品の作り手が廃棄まで責任を負うという考え方",
        ),
        (
            "輸出管理とは、軍事に使える品を国が許可制にすることにほかならない。",
            "輸出管理",
            "軍事に使える品を国が許可制にすること",
        ),
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
        "二つ目は、保健と医学教育の分野で力を合わせるという協定です。",
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
        "家族とは3年会っていない状態だ。",
        "中国とは国交がない国である。",
        "同社とは昨年、提携した間柄だ。",
        "今回の判決とは対極にある判断だ。",
        "きっぱりとした拒否とは受け取りにくい発言だ。",
        "前政権とは対照的に、新政権は対話を重視する。",
        "改革とは程遠い内容だ。",
        "工場の閉鎖は、地域の雇用が失われることを意味する。",
        "今回の決定は、事実上の政策転換を意味する。",
        "同省は年内に法案を出す方針だ。",
        "田中氏は改革を進める考えだ。",
        "住民投票は、賛否を問う初めての機会となる。",
        "委員会（11人で構成する組織）が調べる。",
        "合意（7日）は守られなかった。",
        "若者の間では「タイパ」（時間対効果）という言葉が広まっている。",
    ],
)
def test_traps(sentence: str) -> None:
    assert not [one.text for one in understand(sentence).terms if one.definition]


@pytest.mark.parametrize(
    "introduction",
    [
        "物価高で注目されるのが「縮小値上げ」だ。",
        "「縮小値上げ」という言葉がある。",
        "縮小値上げとは何か。",
    ],
)
def test_the_sentence_after_the_one_that_brings_a_word_up(introduction: str) -> None:
    said = "価格を据え置いたまま内容量を減らすこと"
    found = term("縮小値上げ", f"{introduction}{said}を指す。")
    assert found.definition is not None
    assert found.receipt is not None
    assert (found.definition.text, found.receipt.text) == (said, f"{said}を指す。")


def test_entries_under_a_heading_for_words() -> None:
    lines = ("本文。", "# 用語メモ", "- 政策金利：中央銀行が景気を調整するために操作する金利")
    assert definition("政策金利", *lines) == "中央銀行が景気を調整するために操作する金利"
    assert not [
        one
        for one in understand("# 協議の日程", "- 第1回会合：外相が議題を決める会合").terms
        if one.definition
    ]


def test_a_surer_definition_wins_over_an_earlier_one() -> None:
    lines = (
        "減反政策は、長く農家を縛ってきた制度だ。",
        "減反政策とは、コメの作り過ぎを防ぐために作付けを抑える政策のことだ。",
    )
    assert definition("減反政策", *lines) == "コメの作り過ぎを防ぐために作付けを抑える政策"


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
