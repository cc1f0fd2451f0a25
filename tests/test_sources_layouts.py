"""One article in thousands of layouts: every heading style with every list, date line, byline."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from reader.sources.reading import document_of_text

if TYPE_CHECKING:
    from reader.model.document import Document

Style = Callable[[int, str], str]

TITLE = "北の港町で深海の観測網が動き始める　国境を越えて波を読む"
LEAD = [
    "北東の海に面した港町で3日、深海の揺れと水温を測る観測網が動き始めた。費用は三つの国が分け合う。",
    "計画が持ち上がってから8年がたつ。",
]
HEADINGS = ["八年がかりの準備", "観測網とは何か", "今後の注目点", "漁師の声 「海が近くなった」"]
PARAGRAPHS = [
    ["最初の話し合いでは、費用の分け方で意見が割れた。港の組合が場所を貸すと申し出て、流れが変わったという。"],
    ["観測網とは、海の底に置いた計器を一本の線でつなぎ、揺れや水温を絶えず記録する仕組みである。",
     "線の長さは420キロに及ぶ。"],
    [],
    ["組合長は、網を下ろす場所を選びやすくなったと話す。ただし、機器の修理には船を出さなければならない。"],
]  # fmt: skip
ITEMS = [
    "記録の公開がいつ始まるのか",
    "修理の費用を誰が負担するか",
    "隣の湾まで線を延ばす計画が認められるかどうか",
]


def before(mark: str) -> Style:
    """Write the same mark before every line."""
    return lambda _, words: mark + words


def around(opening: str, closing: str) -> Style:
    """Write marks around every line."""
    return lambda _, words: opening + words + closing


def counted(digits: str, pattern: str = "{}") -> Style:
    """Write a number before every line."""
    return lambda place, words: pattern.format(digits[place - 1]) + words


HEADING_STYLES: dict[str, Style] = {
    "none": before(""),
    **{mark: before(mark) for mark in (
        "■", "■ ", "◆", "◇", "▼", "●", "★ ", "□", "▶︎ ", "○ ", "📌 ", "## ", "### ", "―",
    )},
    **{pair: around(*pair.split()) for pair in (
        "【 】", "〔 〕", "＜ ＞", "《 》", "［ ］", "** **", "◆ ◆", "― ―",
    )},
    "== ==": around("== ", " =="),
    "1.": counted("1234", "{}. "),
    "1)": counted("1234", "{}) "),
    "１．": counted("１２３４", "{}．"),
    "１　": counted("１２３４", "{}　"),
    "1 ": counted("1234", "{} "),
    "（1）": counted("1234", "（{}）"),
    "①": counted("①②③④"),
    "一、": counted("一二三四", "{}、"),
    "Ⅰ．": counted("ⅠⅡⅢⅣ", "{}．"),
}  # fmt: skip
NUMBERED = ("1.", "1)", "１．", "１　", "1 ", "（1）", "①", "一、", "Ⅰ．")
LIST_STYLES: dict[str, Style] = {
    **{mark: before(mark) for mark in (
        "- ", "* ", "+ ", "・", "　・", "・ ", "･", "• ", "•", "◦ ", "‣ ", "▪ ", "– ", "— ", "－　",
        "○", "● ", "■", "□ ", "▶ ", "✓ ", "✅ ", "-", "- [ ] ", "  - ", "\t• ",
    )},
    "1.": counted("123", "{}. "),
    "1)": counted("123", "{}) "),
    "(1)": counted("123", "({}) "),
    "（1）": counted("123", "（{}）"),
    "1 ": counted("123", "{} "),
    "１　": counted("１２３", "{}　"),
    "1、": counted("123", "{}、"),
    "①": counted("①②③"),
    "⑴": counted("⑴⑵⑶"),
    "❶": counted("❶❷❸"),
    "一、": counted("一二三", "{}、"),
    "ア.": counted("アイウ", "{}. "),
    "（ア）": counted("アイウ", "（{}）"),
    "a)": counted("abc", "{}) "),
    "ポイント": counted("123", "ポイント{}："),
    "Q1.": counted("123", "Q{}. "),
}  # fmt: skip
BLANKS = ("none", "everywhere", "sections", "blocks")
DATE_LINES = {
    "2025年4月3日 18時30分": "2025-04-03T18:30",
    "2025/04/03 09:00　更新 2025/04/04 11:20": "2025-04-03T09:00",
    "更新：2025年4月5日 8:00　公開：2025年4月3日 7:00": "2025-04-03T07:00",
    "2025/04/05 8:00更新　2025/04/03 7:00公開": "2025-04-03T07:00",
    "公開日：2025年4月3日　更新日：2025年4月5日": "2025-04-03",
    "2025.04.03": "2025-04-03",
    "掲載 2025.4.3 Thu 12:30": "2025-04-03T12:30",
    "２０２５年４月３日（木）": "2025-04-03",
    "2025年4月3日(木) 07:05 配信": "2025-04-03T07:05",
    "2025年4月3日 午後6時5分": "2025-04-03T18:05",
    "2025年4月3日 午後4:12 GMT+9 2日前更新": "2025-04-03T16:12",
    "令和7年4月3日": "2025-04-03",
    "2025-04-03": "2025-04-03",
    "April 3, 2025": "2025-04-03",
    "最終更新：2025年4月5日": "2025-04-05",
}
BYLINES = {
    "潮風新聞　社会部・北村さや": ("北村さや", "潮風新聞"),
    "文＝北村さや": ("北村さや", ""),
    "文・北村さや": ("北村さや", ""),
    "取材・文／北村さや（潮風通信）": ("北村さや", "潮風通信"),
    "執筆：北村さや": ("北村さや", ""),
    "北村さや記者": ("北村さや", ""),
    "（社会部　北村さや）": ("北村さや", ""),
    "【白浜＝北村さや】": ("北村さや", ""),
    "【白浜＝潮風通信】": ("", "潮風通信"),
    "［白浜　３日　潮風通信］": ("", "潮風通信"),
    "潮風新聞編集部": ("", "潮風新聞編集部"),
    "潮風通信": ("", "潮風通信"),
    "By Saya Kitamura": ("Saya Kitamura", ""),
    "By SAYA KITAMURA, Harbour News": ("SAYA KITAMURA", "Harbour News"),
}
REFERENCES: dict[tuple[str, ...], tuple[int, str]] = {
    ("Reference(s):", "Three labs switch on deep-sea network", "tidewire.example"):
        (2, "tidewire.example"),
    ("出典：白浜研究所、潮風通信",): (1, "白浜研究所"),
    ("（出典：白浜研究所）",): (1, "白浜研究所"),
    ("【出典】", "・白浜研究所（shirahama.example）", "・潮風通信"): (2, "shirahama.example"),
    ("〔出典〕", "白浜研究所「観測網の手引き」"): (1, "白浜研究所"),
    ("■参考資料", "白浜研究所「観測網の手引き」", "https://www.shirahama.example/a"):
        (2, "www.shirahama.example"),
    ("## 参考文献", "- [1] 白浜研究所『手引き』2025年"): (1, "白浜研究所"),
    ("情報源：https://shirahama.example/a?b=1",): (1, "shirahama.example"),
    ("ソース／白浜研究所", "https://shirahama.example/a"): (2, "shirahama.example"),
    ("Source: tidewire.example",): (1, "tidewire.example"),
}  # fmt: skip
AROUND: tuple[tuple[str, ...], ...] = (
    ("関連記事", "・波の音を聞く", "・海底の地図ができるまで"),
    ("▼アクセスランキング", "１　春の海の注意点", "２　港の朝市案内", "３　灯台の百年"),
    ("あわせて読みたい", "波の音を聞く", "海底の地図", "会員登録で続きが読める｜アプリを開く"),
    ("この記事をシェアする", "Facebook", "X", "LINE", "©潮風新聞社 無断転載を禁じます"),
    ("#海 #観測", "前へ 1 2 3 次へ"),
    ("【関連記事】", "<1> 波の音を聞く", "<2> 海底の地図"),
    ("おすすめ記事", "[PR] 港の宿", "利用規約 | プライバシーポリシー | お問い合わせ"),
    ("Related stories", "Waves and wires", "Advertisement", "Share this article"),
)


LIKE_SOMETHING_ELSE = """
参考人招致の行方
写真が語る十年
出典をめぐる争い
関連法案の審議
編集権は誰のものか
トップ会談の舞台裏
3つの争点
2024年6月の合意
「家族がそろった」
国連はどう動く？
海の上のニュース
保存か開発か
次のページをめくる国々
コメントを避けた大統領
図で見る合意
一国主義との距離
10年後の姿
解説
米国
Q&A　南シナ海問題
検索市場の独占
EUの決断――脱石炭
ロイターの取材に答えて
データで見る漁獲量
シェア争いの激化
COP30への宿題
まとめ
""".strip().split("\n")
TITLES = """
【速報】南米沖で大きな揺れ　津波の心配なし
＜社説＞海の憲法を生かす道は
（社説）核軍縮、成果なき幕切れ
社説：難民をだれが受け入れるのか
【独自】二国間の密約文書、40年ぶりに見つかる
2024年の海のニュース10選
今週の注目ニュース
国連総会、停戦決議を採択＝賛成120カ国
海の水が、熱い。
核のごみはどこへ?
【図解】深海の観測網とは
北村さや記者が見た選挙戦
1ドル＝150円台、輸入企業に明暗
「なぜ伝わらなかったのか」　避難指示の夜を検証
写真で振り返る首脳会議
Opinion | The sea does not forget
Mr. Kim goes to Moscow
COP30、開幕
""".strip().split("\n")


@dataclass
class Layout:
    """An article in the making: each line with what it is."""

    heading: Style = HEADING_STYLES["none"]
    listed: Style = LIST_STYLES["・"]
    blanks: str = "none"
    above: tuple[str, ...] = ()
    below: tuple[tuple[str, str], ...] = ()
    headings: list[str] = field(default_factory=lambda: HEADINGS)

    def written(self) -> str:
        lines = [("title", TITLE), *(("above", line) for line in self.above)]
        lines += [("paragraph", words) for words in LEAD]
        for place, heading in enumerate(self.headings, start=1):
            lines.append(("heading", self.heading(place, heading)))
            paragraphs = PARAGRAPHS[place - 1]
            lines += [("paragraph", words) for words in paragraphs]
            if not paragraphs:
                lines += [("item", self.listed(at, item)) for at, item in enumerate(ITEMS, start=1)]
        lines += self.below
        return "\n".join(self._spaced(lines))

    def _spaced(self, lines: list[tuple[str, str]]) -> list[str]:
        spaced: list[str] = []
        last = ""
        for kind, words in lines:
            together = kind == last and kind in ("item", "above", "reference", "around")
            section = kind == "heading" or (kind in ("reference", "around") and not together)
            if spaced and (
                self.blanks == "everywhere"
                or (self.blanks == "blocks" and not together)
                or (self.blanks == "sections" and section)
            ):
                spaced.append("")
            spaced.append(words)
            last = kind
        return spaced


def items_of(document: Document) -> list[str]:
    return [document.text_of(block) for block in document.blocks if block.kind == "list_item"]


def headings_of(style: str) -> list[str]:
    """Return the headings as they are read: without decoration, with their numbers."""
    if style not in NUMBERED:
        return HEADINGS
    return [HEADING_STYLES[style](place, words) for place, words in enumerate(HEADINGS, start=1)]


def check_story(document: Document, style: str = "none") -> None:
    assert document.facts.title == TITLE
    assert list(document.headings) == headings_of(style)
    assert document.lead == "\n".join(LEAD)
    assert items_of(document) == ITEMS


@pytest.mark.parametrize("heading", HEADING_STYLES)
def test_headings_of_any_style_stand_with_lists_of_any_style(heading: str) -> None:
    for name, listed in LIST_STYLES.items():
        document = document_of_text(Layout(HEADING_STYLES[heading], listed).written())
        assert list(document.headings) == headings_of(heading), name
        assert items_of(document) == ITEMS, name


@pytest.mark.parametrize("blanks", BLANKS)
def test_blank_lines_change_nothing(blanks: str) -> None:
    for heading, listed in itertools.product(HEADING_STYLES, ("- ", "・", "①", "1.", "● ")):
        layout = Layout(HEADING_STYLES[heading], LIST_STYLES[listed], blanks)
        check_story(document_of_text(layout.written()), heading)


@pytest.mark.parametrize("heading", ["none", "■", "【 】", "## ", "1."])
@pytest.mark.parametrize("blanks", BLANKS)
def test_the_head_tells_when_and_by_whom(heading: str, blanks: str) -> None:
    for (date, published), (byline, named) in itertools.product(
        DATE_LINES.items(), BYLINES.items()
    ):
        for above in ((date, byline), (byline, date)):
            layout = Layout(HEADING_STYLES[heading], blanks=blanks, above=above)
            document = document_of_text(layout.written())
            check_story(document, heading)
            assert document.facts.published == published, above
            assert (document.facts.author, document.facts.publisher) == named, above


@pytest.mark.parametrize("heading", ["none", "■", "【 】", "## ", "1."])
@pytest.mark.parametrize("blanks", BLANKS)
def test_the_foot_tells_the_source_and_leaves_the_page_out(heading: str, blanks: str) -> None:
    for (references, (count, source)), around_it in itertools.product(REFERENCES.items(), AROUND):
        cited = [("reference", line) for line in references]
        page = [("around", line) for line in around_it]
        for below in ((*cited, *page), (*page, *cited)):
            if below[0] == page[0] and around_it[0].startswith("あわせて"):
                continue
            layout = Layout(HEADING_STYLES[heading], blanks=blanks, below=below)
            document = document_of_text(layout.written())
            check_story(document, heading)
            assert len(document.references) == count, below
            assert document.facts.source == source, below
            asides = {document.text_of(b) for b in document.blocks if b.kind == "aside"}
            assert set(around_it) <= asides, below


@pytest.mark.parametrize("heading", ["none", "■", "【 】", "## ", "1."])
def test_links_in_the_middle_end_where_the_story_goes_on(heading: str) -> None:
    for around_it in AROUND[:4]:
        layout = Layout(HEADING_STYLES[heading])
        lines = layout.written().split("\n")
        second = next(place for place, line in enumerate(lines) if HEADINGS[1] in line)
        document = document_of_text("\n".join([*lines[:second], *around_it, *lines[second:]]))
        check_story(document, heading)


@pytest.mark.parametrize("heading", LIKE_SOMETHING_ELSE)
def test_headings_that_look_like_something_else_stay_headings(heading: str) -> None:
    for style in ("none", "■", "【 】"):
        layout = Layout(HEADING_STYLES[style], headings=[HEADINGS[0], heading, *HEADINGS[2:]])
        document = document_of_text(layout.written())
        assert list(document.headings) == [HEADINGS[0], heading, *HEADINGS[2:]]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize(
    "above", [(), ("ホーム > 国際 > アジア",), ("国際",), ("【速報】",), ("潮風新聞",)]
)
def test_a_title_of_any_kind_is_found(title: str, above: tuple[str, ...]) -> None:
    lines = [
        *above,
        title,
        "2025年4月3日 18時30分",
        "潮風通信　北村さや",
        *LEAD,
        HEADINGS[0],
        *PARAGRAPHS[0],
    ]
    document = document_of_text("\n".join(lines))
    assert document.facts.title == title
    assert document.facts.published == "2025-04-03T18:30"
    assert list(document.headings) == [HEADINGS[0]]
