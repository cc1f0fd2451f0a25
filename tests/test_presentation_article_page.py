"""What a reader sees of an article on its page, as Qt itself lays it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import pytest
from gui_values import Line, bridge_article, known_article, term, watch_point
from PySide6.QtGui import QFont, QTextBlock, QTextCursor, QTextFormat

from reader.gui.article_pane.view import ArticleView
from reader.model.understanding import CATEGORIES
from reader.presentation.article_page import (
    ASIDES_ADDRESS,
    PageStyle,
    TermPlace,
    about_line,
    article_page,
    reading_minutes,
)
from reader.presentation.messages import Messages
from reader.presentation.theme import DARK, LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextCharFormat
    from PySide6.QtWidgets import QApplication

    from reader.model.blocks import SpanKind
    from reader.model.known import KnownArticle
    from reader.presentation.offsets import OffsetMap

    Draw: TypeAlias = Callable[..., "Drawn"]

JA, EN = Messages("ja"), Messages("en")


@dataclass
class Drawn:
    """A page as Qt has it."""

    view: ArticleView
    offsets: OffsetMap
    text: str
    terms: tuple[TermPlace, ...]

    @property
    def lines(self) -> list[str]:
        """Return the paragraphs, top to bottom."""
        return self.view.document().toPlainText().split("\n")

    def looks(self, words: str, nth: int = 0) -> QTextCharFormat:
        """Return how the first sign of words is drawn, where they stand for the nth time."""
        at = -1
        for _ in range(nth + 1):
            at = self.text.index(words, at + 1)
        return self.looks_at(at)

    def looks_at(self, position: int) -> QTextCharFormat:
        """Return how the sign at an offset of the text is drawn."""
        screen = self.offsets.to_screen(position)
        assert screen is not None
        cursor = QTextCursor(self.view.document())
        cursor.setPosition(screen + 1)
        return cursor.charFormat()

    def colour(self, words: str, nth: int = 0) -> str:
        """Return the colour of words."""
        return self.looks(words, nth).foreground().color().name()

    def address(self, words: str, nth: int = 0) -> str:
        """Return where a click on words leads."""
        return self.looks(words, nth).anchorHref()

    def term(self, words: str, nth: int = 0) -> str:
        """Return the id of the term that the first sign of words belongs to, or nothing."""
        at = -1
        for _ in range(nth + 1):
            at = self.text.index(words, at + 1)
        place = self.view.terms.at(at)
        return place.term_id if place else ""

    def block(self, words: str) -> QTextBlock:
        """Return the paragraph that words stand in."""
        screen = self.offsets.to_screen(self.text.index(words))
        assert screen is not None
        return self.view.document().findBlock(screen)


@pytest.fixture
def draw(qapp: QApplication) -> Draw:
    """Give a way to lay an article out."""

    def lay_out(
        known: KnownArticle,
        *,
        theme: Theme = LIGHT,
        messages: Messages = JA,
        unfolded: bool = False,
    ) -> Drawn:
        style = PageStyle(16.5, 1.85, font_height=1.45, serif_height=1.45, theme=theme)
        page = article_page(known, style, messages=messages, unfolded=unfolded)
        view = ArticleView(theme)
        view.show_page(page, theme=theme, pixels=16.5)
        return Drawn(view, page.offsets, known.revision.text, page.terms)

    return lay_out


def test_a_page_has_the_line_about_it_then_title_and_blocks_in_order(draw: Draw) -> None:
    known = bridge_article()
    lines = draw(known).lines
    assert lines[0].startswith("テスト通信 ・ 2025年12月3日 ・ ")
    assert lines[1:4] == [
        "北湖の新しい橋、2027年に開通へ",
        "𠮷野市と北湖町は、橋を架ける協定を結んだ。" * 3,
        "協定の中身",
    ]


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_terms_have_the_colour_of_their_category_but_not_in_the_title(
    draw: Draw, theme: Theme
) -> None:
    names = {category: f"名前{number}" for number, category in enumerate(CATEGORIES)}
    line = "と".join(names.values())
    lines = Line("title", line), Line("heading", line, level=1), Line("paragraph", line)
    text = known_article(*lines).revision.text
    terms = tuple(term(text, name, category) for category, name in names.items())
    drawn = draw(known_article(*lines, terms=terms), theme=theme)
    for category, name in names.items():
        assert drawn.colour(name) == drawn.colour("と") != theme[f"term.{category}"]
        assert drawn.colour(name, nth=1) == theme[f"term.{category}"]
        assert drawn.colour(name, nth=2) == theme[f"term.{category}"]
        for nth in range(3):
            assert drawn.term(name, nth) == f"term {name}"
            assert drawn.address(name, nth) == ""
            assert not drawn.looks(name, nth).fontUnderline()
    assert drawn.term("と", nth=1) == ""


def test_a_term_that_is_not_shown_is_plain_text(draw: Draw) -> None:
    drawn = draw(bridge_article())
    assert drawn.term("協定") == ""
    assert drawn.colour("協定を結") == drawn.colour("を架ける")
    assert drawn.term("佐藤花子") == "term 佐藤花子"


def test_terms_within_terms_and_next_to_each_other_are_drawn_whole(draw: Draw) -> None:
    line = "安藤記念財団北湖支部北湖町"
    text = known_article(Line("title", "題"), Line("paragraph", line)).revision.text
    terms = (
        term(text, "安藤", "person"),
        term(text, "安藤記念財団", "organization"),
        term(text, "北湖支部", "place"),
        term(text, "北湖町", "place"),
    )
    drawn = draw(known_article(Line("title", "題"), Line("paragraph", line), terms=terms))
    assert drawn.lines[2] == line
    assert [line[place.start - 2 : place.end - 2] for place in drawn.terms] == [
        "安藤記念財団",
        "北湖支部",
        "北湖町",
    ]
    assert drawn.colour("安藤") == drawn.colour("財団") == LIGHT["term.organization"]
    assert drawn.colour("北湖支部") == drawn.colour("北湖町") == LIGHT["term.place"]


def test_asides_are_folded_behind_a_link_at_the_end(draw: Draw) -> None:
    drawn = draw(bridge_article())
    assert drawn.lines[-1] == JA("window.asides.show", count=2)
    assert not any("記者 山田" in line for line in drawn.lines)
    end = QTextCursor(drawn.view.document())
    end.movePosition(QTextCursor.MoveOperation.End)
    assert end.charFormat().anchorHref() == ASIDES_ADDRESS


def test_unfolded_asides_stand_at_the_end_and_can_be_selected(draw: Draw) -> None:
    drawn = draw(bridge_article(), unfolded=True)
    assert drawn.lines[-3:] == [
        JA("window.asides.hide"),
        "2025年12月3日 記者 山田",
        "関連記事：北湖の漁業",
    ]
    assert drawn.colour("記者 山田") == LIGHT["muted"]
    place = drawn.text.index("記者 山田")
    screen = drawn.offsets.to_screen(place)
    assert screen is not None
    assert drawn.offsets.to_text(screen) == place


def test_terms_in_asides_and_after_them_are_all_coloured(draw: Draw) -> None:
    lines = (
        Line("aside", "北湖町発"),
        Line("title", "題名"),
        Line("paragraph", "北湖町の橋。"),
        Line("aside", "関連：北湖町"),
        Line("paragraph", "また北湖町。"),
    )
    text = known_article(*lines).revision.text
    drawn = draw(known_article(*lines, terms=(term(text, "北湖町", "place"),)), unfolded=True)
    assert [drawn.colour("北湖町", nth) for nth in range(4)] == [LIGHT["term.place"]] * 4


def test_an_article_without_asides_has_no_link(draw: Draw) -> None:
    drawn = draw(known_article(Line("title", "題名"), Line("paragraph", "本文。")))
    assert drawn.lines[1:] == ["題名", "本文。"]


def test_references_stand_under_a_heading_of_their_own(draw: Draw) -> None:
    known = known_article(
        Line("title", "題名"), Line("reference", "北湖通信 12月2日"), Line("reference", "町の広報")
    )
    drawn = draw(known)
    assert drawn.lines[1:] == ["題名", JA("window.references"), "北湖通信 12月2日", "町の広報"]
    assert drawn.colour("町の広報") == LIGHT["muted"]


def test_a_corrected_title_is_shown_instead_of_the_written_one(draw: Draw) -> None:
    lines = Line("title", "誤った題名"), Line("paragraph", "本文。")
    drawn = draw(known_article(*lines, title="正しい題名 <1>", corrected=("title",)))
    assert drawn.lines[1:] == ["正しい題名 <1>", "本文。"]


def test_an_article_without_a_title_line_shows_the_title_it_has(draw: Draw) -> None:
    drawn = draw(known_article(Line("paragraph", "本文だけ。"), title="ファイルの名"))
    assert drawn.lines[1:] == ["ファイルの名", "本文だけ。"]


def test_bullets_are_drawn_alike_and_numbers_as_they_are_written(draw: Draw) -> None:
    markers = ["- ", "* ", "・", "• ", "　◆ ", "1. ", "２） ", "① ", "(3) ", "a) "]
    items = [Line("list_item", "項目", before=marker, level=1) for marker in markers]
    drawn = draw(known_article(Line("title", "題名"), *items))
    assert drawn.lines[2:] == [
        *["・項目"] * 5,
        "1. 項目",
        "２） 項目",
        "① 項目",
        "(3) 項目",
        "a) 項目",
    ]


def test_deeper_items_stand_further_in(draw: Draw) -> None:
    levels = (1, 2, 3)
    items = [Line("list_item", f"深さ{level}", before="- ", level=level) for level in levels]
    drawn = draw(known_article(Line("title", "題名"), *items))
    lefts = [drawn.block(f"深さ{level}").blockFormat().leftMargin() for level in levels]
    assert lefts == sorted(set(lefts))


def test_title_and_headings_stand_out(draw: Draw) -> None:
    drawn = draw(bridge_article())
    title, heading = drawn.looks("北湖の新しい橋"), drawn.looks("協定の中身")
    body = drawn.looks("と北湖町は")
    assert title.fontWeight() == heading.fontWeight() == QFont.Weight.Bold
    sizes = [one.font().pixelSize() for one in (title, heading, body)]
    assert sizes == sorted(set(sizes), reverse=True)
    assert "Serif" in title.font().families()[0]


@pytest.mark.parametrize(
    "language,ragged", [("ja", False), ("en", True), ("de-AT", True), ("", False)]
)
def test_lines_of_long_words_are_not_torn_apart(draw: Draw, language: str, ragged: bool) -> None:
    lines = Line("title", "題名"), Line("paragraph", "本文の言葉。")
    drawn = draw(known_article(*lines, language=language))
    # A paragraph without an alignment of its own is justified as the whole page is.
    format_ = drawn.block("本文の言葉").blockFormat()
    assert format_.hasProperty(QTextFormat.Property.BlockAlignment) == ragged


def spanned(kind: SpanKind, target: str = "", words: str = "前の語と後") -> KnownArticle:
    """Return an article with a span over 語 (and a 𠮷 before it)."""
    line = Line("paragraph", "𠮷" + words, spans=((3, 4, kind, target),))
    return known_article(Line("title", "題名"), line)


def test_strong_and_emphasis_are_drawn(draw: Draw) -> None:
    strong, emphasis = draw(spanned("strong")), draw(spanned("emphasis"))
    assert strong.looks("語").fontWeight() == QFont.Weight.Bold
    assert strong.looks("と後").fontWeight() == QFont.Weight.Normal
    assert emphasis.looks("語").fontItalic()
    assert not emphasis.looks("と後").fontItalic()


def test_a_link_leads_where_it_says(draw: Draw) -> None:
    address = "https://news.example/?a=\"1\"&b='2'&c=<3>"
    drawn = draw(spanned("link", address))
    assert drawn.address("語") == address
    assert drawn.address("と後") == ""
    assert drawn.colour("語") == LIGHT["accent"]


def test_ruby_tells_the_reading_and_adds_nothing_to_the_line(draw: Draw) -> None:
    drawn = draw(spanned("ruby", 'よみ"<b>'))
    assert drawn.lines[2] == "𠮷前の語と後"
    assert drawn.looks("語").toolTip() == 'よみ"<b>'
    assert drawn.looks("と後").toolTip() == ""


def test_a_term_within_a_link_keeps_its_colour_and_leads_where_the_link_does(draw: Draw) -> None:
    words = "北湖町の橋の記事"
    line = Line("paragraph", words, spans=((2, 6, "link", "https://news.example/1"),))
    text = known_article(Line("title", "題名"), line).revision.text
    drawn = draw(known_article(Line("title", "題名"), line, terms=(term(text, "北湖町", "place"),)))
    assert drawn.lines[2] == words
    assert drawn.address("北湖") == ""
    assert drawn.term("北湖") == drawn.term("町") == "term 北湖町"
    assert drawn.address("町") == drawn.address("の橋") == "https://news.example/1"
    assert drawn.colour("町") == LIGHT["term.place"]
    assert drawn.looks("町").fontUnderline()
    assert drawn.colour("の橋") == LIGHT["accent"]
    assert drawn.address("記事") == ""


@pytest.mark.parametrize("address", [ASIDES_ADDRESS, "chumoku:anything"])
def test_a_link_of_an_article_is_never_one_of_ours(draw: Draw, address: str) -> None:
    assert draw(spanned("link", address)).address("語") == ""


HOSTILE = (
    '<img src="file:///etc/hostname"><script>alert(1)</script>',
    "<a href='chumoku:term/0'>x</a></p><table><tr><td>y</td></tr></table>",
    '" style="color:red" onclick="x',
    "&lt;b&gt;&#60;i&#62;&nbsp;",
    "![図](file:///etc/hostname) {{7*7}} @import url(https://x.example/a.css)",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_of_an_article_is_ever_markup(draw: Draw, words: str) -> None:
    link = ((0, len(words), "link", 'https://x.example/"><img src="file:///etc/hostname">'),)
    kinds = ("title", "heading", "paragraph", "list_item", "image", "caption", "reference", "aside")
    known = known_article(
        *(Line(kind, words, level=1, spans=link) for kind in kinds),  # type: ignore[arg-type]
        source=words,
        author=words,
    )
    drawn = draw(known, unfolded=True)
    assert drawn.lines[0].startswith(f"{words} ・ ")
    assert [line.removeprefix("・") for line in drawn.lines[1:7]] == [words] * 6
    assert drawn.lines[7:9] == ["出典", words]
    assert drawn.lines[-1] == words
    frame = drawn.view.document().rootFrame()
    assert frame.childFrames() == []
    for number in range(drawn.view.document().blockCount()):
        fragments = drawn.view.document().findBlockByNumber(number).begin()
        while not fragments.atEnd():
            assert not fragments.fragment().charFormat().isImageFormat()
            fragments += 1


def test_a_page_names_nothing_to_load(qapp: QApplication) -> None:
    style = PageStyle(16.5, 1.85, font_height=1.45, serif_height=1.45, theme=LIGHT)
    page = article_page(bridge_article(), style, messages=JA, unfolded=True)
    for loading in ("src=", "url(", "<link", "<style", "@import", "background="):
        assert loading not in page.html


@pytest.mark.parametrize(
    "text,minutes",
    [
        ("", 1),
        ("短い。", 1),
        ("橋" * 2000, 4),
        ("word " * 460, 2),
        ("橋" * 1500 + " https://news.example/2025/12/03/bridge", 3),
        ("word " * 230 + "橋" * 100, 1),
    ],
)
def test_reading_takes_so_many_minutes(text: str, minutes: int) -> None:
    assert reading_minutes(text) == minutes


def test_the_line_about_an_article_says_what_is_known_and_nothing_else() -> None:
    lines = Line("title", "題名"), Line("paragraph", "橋は架かるか。町は残るか。")
    text = known_article(*lines).revision.text
    points = (
        watch_point(text, "橋は架かるか。"),
        watch_point(text, "町は残るか。", "developing"),
        watch_point(text, "題名", "answered"),
    )
    bare = known_article(*lines, source="", published="")
    assert about_line(bare, JA) == "約1分"
    full = known_article(*lines, author="山田", published="2025-12", watch_points=points)
    assert about_line(full, JA) == (
        "テスト通信 ・ 2025年12月 ・ 山田 ・ 約1分 ・ 未解決の注目ポイント 2"
    )
    assert about_line(full, EN) == (
        "テスト通信 ・ December 2025 ・ 山田 ・ about 1 min ・ open watch points: 2"
    )
    event = known_article(
        *lines,
        source="",
        publisher="北湖新聞",
        published="",
        event_date="2025-12",
        event_date_text="12月初旬",
    )
    assert about_line(event, JA) == "北湖新聞 ・ 12月初旬(2025年12月) ・ 約1分"
