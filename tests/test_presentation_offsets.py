"""Offsets of a text and of its page: each the other's inverse, and what Qt itself counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from gui_values import Line, known_article, places, term
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from reader.gui.article_pane.view import ArticleView
from reader.presentation.article_page import PageStyle, article_page
from reader.presentation.messages import Messages
from reader.presentation.offsets import OffsetMap, PageLine, utf16_length, utf16_to_code_points
from reader.presentation.theme import LIGHT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from reader.model.known import KnownArticle

STYLE = PageStyle(pixels=16.5, leading=1.85, font_height=1.45, serif_height=1.45, theme=LIGHT)
SIGNS = "あ𠮷野家かがｶﾞ塚ＡＢaB<&>\"'&;👨👩\u200d👧\ufe0f\u0301\u3099 \t\u3000\u00a0\u200b\ufffc・-"
NASTY = (
    "a  b   c    d",
    "\tタブ\t\t終わり",
    "<b>&amp;</b> &lt;script&gt; <img src=x>",
    "\"二重\" '一重' 「かぎ」 “曲がり”",
    "𠮷野家で𠮷田さんと食べる",
    "家族👨‍👩‍👧‍👦と旗🇯🇵と肌👍🏽",
    "ﾊﾝｶｸｶﾞﾅとｶﾞﾊﾞﾊﾟ",
    "行の\u2028途中と\u200b幅なし\u00ad",
    "　　全角の字下げ　と　間　",
    "\u00a0\u00a0動かぬ空白\u00a0",
    "e\u0301 か\u3099 は\u309a 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "\x1b[31m制御\x07文字\x7f",
)


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, tuple[PageLine, ...], str]:
    """Draw a text, the lines of its page in any order, and the signs of the whole page."""
    words = st.text(SIGNS, min_size=1, max_size=8)
    text = ""
    lines: list[tuple[PageLine, str]] = []
    for _ in range(draw(st.integers(1, 5))):
        text += ("\n" if text else "") + draw(st.text(" 　・-𠮷", max_size=3))
        line = draw(words)
        start, text = len(text), text + line
        prefix = draw(st.sampled_from(["", "・", "1. ", "𠮷 "]))
        units = utf16_length(prefix)
        shown = PageLine(start, len(text), units, units + utf16_length(line))
        lines.append((shown, prefix + line))
        text += draw(st.text(" 　", max_size=2))
    for _ in range(draw(st.integers(0, 2))):
        furniture = draw(st.text(SIGNS, max_size=5))
        lines.append((PageLine(-1, -1, 0, utf16_length(furniture)), furniture))
    lines = draw(st.permutations(lines))
    return text, tuple(line for line, _ in lines), "\n".join(words for _, words in lines)


@given(st.text(SIGNS))
def test_units_are_counted_as_utf_16_does(text: str) -> None:
    assert utf16_length(text) == len(text.encode("utf-16-le")) // 2


@given(st.text(SIGNS), st.data())
def test_units_and_code_points_are_inverse(text: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(text)))
    assert utf16_to_code_points(text, utf16_length(text[:position])) == position


def test_the_middle_of_a_pair_is_the_sign_it_belongs_to() -> None:
    assert [utf16_to_code_points("a𠮷b", units) for units in range(6)] == [0, 1, 1, 2, 3, 3]


@given(pages())
def test_every_shown_position_comes_back(page: tuple[str, tuple[PageLine, ...], str]) -> None:
    text, lines, shown = page
    offsets = OffsetMap(text, lines)
    signs = shown.encode("utf-16-le")
    for line in lines:
        for position in range(line.start, line.end + 1) if line.start >= 0 else ():
            screen = offsets.to_screen(position)
            assert screen is not None
            assert offsets.to_text(screen) == position
            assert offsets.shows(position) == (position < line.end)
            if position < line.end:
                sign = text[position].encode("utf-16-le")
                assert signs[2 * screen : 2 * screen + len(sign)] == sign


@given(pages())
def test_every_place_of_the_page_is_its_sign_or_furniture(
    page: tuple[str, tuple[PageLine, ...], str],
) -> None:
    text, lines, shown = page
    offsets = OffsetMap(text, lines)
    screen = 0
    for sign in shown:
        position = offsets.to_text(screen)
        if position is not None and offsets.to_screen(position) == screen and sign != "\n":
            assert position == len(text) or text[position] == sign or not offsets.shows(position)
        assert 0 <= offsets.nearest_text(screen) <= len(text)
        screen += utf16_length(sign)


@given(pages(), st.data())
def test_a_selection_never_leaves_the_text_and_holds_no_white_space_around(
    page: tuple[str, tuple[PageLine, ...], str], data: st.DataObject
) -> None:
    text, lines, shown = page
    offsets = OffsetMap(text, lines)
    ends = st.integers(0, utf16_length(shown))
    start, end = sorted((data.draw(ends), data.draw(ends)))
    found = offsets.range_to_text(start, end)
    if found is not None:
        assert 0 <= found[0] < found[1] <= len(text)
        assert text[slice(*found)] == text[slice(*found)].strip()


@given(pages(), st.data())
def test_selected_words_are_found_as_they_are(
    page: tuple[str, tuple[PageLine, ...], str], data: st.DataObject
) -> None:
    text, lines, _shown = page
    offsets = OffsetMap(text, lines)
    line = data.draw(st.sampled_from([line for line in lines if line.start >= 0]))
    start = data.draw(st.integers(line.start, line.end - 1))
    end = data.draw(st.integers(start + 1, line.end))
    first, last = offsets.to_screen(start), offsets.to_screen(end)
    assert first is not None
    assert last is not None
    found = offsets.range_to_text(first, last)
    words = text[start:end].strip()
    assert (text[slice(*found)] if found else "") == words


def test_a_selection_over_several_lines_holds_what_lies_between() -> None:
    known = known_article(
        Line("title", "題名"),
        Line("list_item", "𠮷から", before="- ", level=1),
        Line("list_item", "ここまで", before="- ", level=1),
    )
    page = article_page(known, STYLE, messages=Messages("ja"))
    text = known.revision.text
    first, last = page.offsets.to_screen(text.index("から")), page.offsets.to_screen(len(text) - 2)
    assert first is not None
    assert last is not None
    found = page.offsets.range_to_text(first, last)
    assert found is not None
    assert text[slice(*found)] == "から\n- ここ"


def test_a_selection_of_furniture_alone_is_none() -> None:
    known = known_article(Line("title", "題名"), Line("list_item", "項目", before="- ", level=1))
    offsets = article_page(known, STYLE, messages=Messages("ja")).offsets
    about = offsets.lines[0]
    assert about.start == -1
    assert offsets.range_to_text(0, about.length) is None
    marker = offsets.to_screen(known.revision.text.index("項目"))
    assert marker is not None
    assert offsets.range_to_text(marker - 1, marker) is None
    assert offsets.to_text(3) is None
    assert offsets.nearest_text(3) == 0


def selected(view: ArticleView, start: int, end: int) -> str:
    """Return what Qt says stands between two offsets of the page."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def check_with_qt(known: KnownArticle) -> None:
    """Check that Qt has every block and every term where the map says they are."""
    page = article_page(known, STYLE, messages=Messages("ja"), unfolded=True)
    view = ArticleView(LIGHT)
    view.show_page(page, theme=LIGHT, pixels=STYLE.pixels)
    text = known.revision.text
    ranges = [(block.start, block.end) for block in known.revision.blocks]
    ranges += [place for one in known.terms for place in one.occurrences]
    ranges += [
        (at, at + 1) for block in known.revision.blocks for at in range(block.start, block.end)
    ]
    for start, end in ranges:
        first, last = page.offsets.to_screen(start), page.offsets.to_screen(end)
        assert first is not None
        assert last is not None
        # At the end of a line the next offset of the text may be another line's.
        assert selected(view, first, last) == text[start:end]
    units = sum(line.length + 1 for line in page.offsets.lines)
    assert view.document().characterCount() == units
    view.deleteLater()


@pytest.mark.parametrize("words", NASTY)
def test_qt_has_the_text_where_the_map_says(qapp: QApplication, words: str) -> None:
    known = known_article(
        Line("aside", words, before="  "),
        Line("title", words),
        Line("heading", words, before="■", level=2),
        Line("paragraph", words + "。" + words, after="  "),
        Line("list_item", words, before="- ", level=1),
        Line("list_item", words, before="　２） ", level=2),
        Line("quotation", words),
        Line("caption", words),
        Line("table_row", words),
        Line("image", words),
        Line("reference", words),
        Line("aside", words),
    )
    check_with_qt(known)


@settings(max_examples=40)
@given(st.lists(st.text(SIGNS, min_size=1, max_size=12), min_size=1, max_size=4), st.data())
@example(["𠮷野家の𠮷"], None)
def test_qt_agrees_on_any_text_with_terms(
    qapp: QApplication, words: list[str], data: st.DataObject | None
) -> None:
    lines = [Line("title", "題名"), *(Line("paragraph", one) for one in words)]
    text = known_article(*lines).revision.text
    wanted = ["𠮷"] if data is None else []
    if data is not None:
        first = data.draw(st.integers(3, len(text) - 1))
        last = data.draw(st.integers(first, len(text)))
        wanted = [part for part in text[first:last].split("\n") if part]
    terms = tuple(
        term(text, one, "place", occurrences=places(text, one), id=f"term {number}")
        for number, one in enumerate(wanted)
    )
    check_with_qt(known_article(*lines, terms=terms))
