"""Whatever signs a text has: what is selected, marked and pointed at is what the text has there."""

from __future__ import annotations

import unicodedata
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, TypeAlias

import pytest
from gui_values import Line, again, known_article, put_on_screen
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest

from reader.gui.article_pane.pane import ArticlePane
from reader.gui.article_pane.places import sign_under
from reader.model.annotations import Anchor, Highlight
from reader.presentation.messages import Messages
from reader.presentation.theme import LIGHT
from reader.services.desk import open_desk
from reader.services.stepping import words as words_of

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.gui.article_pane.view import ArticleView
    from reader.model.blocks import BlockKind
    from reader.model.known import KnownArticle

    Lines: TypeAlias = list[tuple[tuple[BlockKind, str], list[str]]]

SIGNS = (
    *"あ橋塚架るのはア。、「」aB1・-",
    *(" ", "\u3000", "\t", "か\u309a", "x\u0301", "が", "ｶﾞ", "ﾊ", "𠮷", "𩸽", "葛\U000e0100"),
    *("👍🏽", "👨\u200d👩\u200d👧\u200d👦", "🇯🇵", "❤\ufe0f", "🏴\U000e0067\U000e0062\U000e007f"),
)
"""Everything that is seen as one sign, however many code points or UTF-16 units it takes."""

LINES = st.tuples(
    st.sampled_from(
        [
            ("paragraph", ""),
            ("paragraph", "\u3000"),
            ("list_item", "- "),
            ("list_item", "12. "),
            ("heading", "■ "),
            ("quotation", ""),
            ("aside", ""),
        ]
    ),
    st.lists(st.sampled_from(SIGNS), min_size=1, max_size=14),
)
ARTICLES = st.lists(LINES, min_size=1, max_size=5)
WITH_WINDOW = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
HARD = [
    (("list_item", "12. "), ["𠮷", "👨\u200d👩\u200d👧\u200d👦", "か\u309a"]),
    (("aside", ""), ["🇯🇵"]),
]


class Shown:
    """A pane on the screen, and articles of which it is known where their signs begin."""

    def __init__(self, qtbot: QtBot) -> None:
        self.pane = ArticlePane(LIGHT, Messages("ja"))
        self.pane.resize(QSize(560, 520))
        put_on_screen(qtbot, self.pane)
        self.edges: list[set[int]] = []
        self.wanted: list[tuple[object, ...]] = []
        self.pane.highlight_wanted.connect(self._hear)

    @property
    def view(self) -> ArticleView:
        return self.pane.view

    @property
    def known(self) -> KnownArticle:
        known = self.pane.known
        assert known is not None
        return known

    @property
    def text(self) -> str:
        return self.known.revision.text

    def show(self, lines: Lines, *, unfolded: bool) -> None:
        # What is folded away is shown at the end: there it is in the order of the text as well.
        lines = sorted(lines, key=_is_aside)
        made = [Line("title", "𠮷題"), Line("paragraph", "前👍🏽の行")]
        made += [Line(kind, "".join(signs), before=before) for (kind, before), signs in lines]
        self.pane.show_blank("")
        self.pane.show_article(known_article(*made))
        blocks = self.known.revision.blocks
        folded = next((block for block in blocks if block.kind == "aside"), None)
        if unfolded and folded is not None:
            self.pane.go_to(folded.start, folded.start)
        parts = [["𠮷", "題"], ["前", "👍🏽", "の", "行"], *(signs for _, signs in lines)]
        self.edges = [
            {block.start + at for at in accumulate(map(len, signs), initial=0)}
            for block, signs in zip(blocks, parts, strict=True)
            if unfolded or block.kind != "aside"
        ]

    def places(self) -> list[int]:
        """Return every code point that is shown, and the ends of the lines."""
        return [at for edges in self.edges for at in range(min(edges), max(edges) + 1)]

    def trimmed(self, start: int, end: int) -> tuple[int, int] | None:
        """Return a range without white space and markers at its ends."""
        seen = [
            at
            for edges in self.edges
            for at in range(max(min(edges), start), min(max(edges), end))
            if not self.text[at].isspace()
        ]
        return (min(seen), max(seen) + 1) if seen else None

    def _hear(self, *wanted: object) -> None:
        self.wanted.append(wanted)


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def _is_aside(line: tuple[tuple[BlockKind, str], list[str]]) -> bool:
    return line[0][0] == "aside"


def mark(text: str, start: int, end: int) -> Highlight:
    words = text[start:end]
    anchor = Anchor(words, "", "", start, end)
    return Highlight("m", words, start, end, "blue", "anchored", "", (), "", anchor, made_on=1)


@example(lines=HARD, unfolded=True, data=None)
@given(lines=ARTICLES, unfolded=st.booleans(), data=st.data())
@WITH_WINDOW
def test_what_is_selected_is_told_and_marked_as_it_is_in_the_text(
    shown: Shown,
    lines: Lines,
    unfolded: bool,
    data: st.DataObject | None,
) -> None:
    shown.show(lines, unfolded=unfolded)
    places = shown.places()
    if data is None:
        ranges = [(a, b) for a in places[::2] for b in places[1::3] if a < b]
    else:
        pair = st.tuples(st.sampled_from(places), st.sampled_from(places))
        ranges = [(min(one), max(one)) for one in data.draw(st.lists(pair, min_size=1, max_size=5))]
    for start, end in ranges:
        shown.view.select_range(start, end)
        expected = shown.trimmed(start, end) if start < end else None
        assert shown.view.selected_range() == expected
        shown.wanted.clear()
        QTest.keyClick(shown.view, Qt.Key.Key_1)
        if expected is None:
            assert shown.wanted == []
            continue
        assert shown.wanted == [(*expected, "yellow", False)]
        shown.pane.show_article(again(shown.known, highlights=(mark(shown.text, *expected),)))
        (painted,) = shown.view.extraSelections()
        ends = painted.cursor.selectionStart(), painted.cursor.selectionEnd()
        assert shown.view.offsets.range_to_text(*ends) == expected
        # Qt parts paragraphs by a sign of its own, and shows a marker of its own.
        first, last = (painted.cursor.selectedText().split("\u2029")[at] for at in (0, -1))
        words = shown.text[slice(*expected)].split("\n")
        assert words[0].startswith(first.rstrip())
        assert last.endswith(words[-1].lstrip(" -■12.\u3000"))
        shown.pane.show_article(again(shown.known, highlights=()))


@example(lines=HARD, unfolded=False, known_words=True)
@given(lines=ARTICLES, unfolded=st.booleans(), known_words=st.booleans())
@WITH_WINDOW
def test_the_caret_is_never_inside_of_what_is_seen_as_one_sign(
    shown: Shown,
    lines: Lines,
    unfolded: bool,
    known_words: bool,
) -> None:
    def source(text: str, then: object) -> None:
        assert callable(then)
        then(words_of(text))

    shown.view.words_source = source if known_words else None
    shown.show(lines, unfolded=unfolded)
    edges = set().union(*shown.edges)
    view = shown.view
    for key, modifier in (
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier),
    ):
        back = Qt.Key.Key_Left if key == Qt.Key.Key_Right else Qt.Key.Key_Up
        for direction, ends in ((key, Qt.Key.Key_Home), (back, Qt.Key.Key_End)):
            QTest.keyClick(view, ends, Qt.KeyboardModifier.ControlModifier)
            before = -1
            while view.textCursor().position() != before:
                before = view.textCursor().position()
                offset = view.offsets.to_text(before)
                assert offset is None or offset in edges
                QTest.keyClick(view, direction, modifier)
            if key == Qt.Key.Key_Right:
                last = view.document().characterCount() - 1 if direction == key else 0
                assert before == last


@example(lines=HARD, unfolded=True)
@given(lines=ARTICLES, unfolded=st.booleans())
@WITH_WINDOW
def test_a_point_on_a_sign_means_that_sign(shown: Shown, lines: Lines, unfolded: bool) -> None:
    shown.show(lines, unfolded=unfolded)
    view = shown.view
    view.gestures.rest()
    for edges in shown.edges:
        for start, end in pairwise(sorted(edges)):
            first, last = view.rectangle_of(start), view.rectangle_of(end)
            if first.top() != last.top() or last.left() - first.left() < 4:
                continue
            point = QPoint((first.left() + last.left()) // 2, first.center().y())
            if not view.viewport().rect().contains(point):
                continue
            place = sign_under(view, point)
            assert place is not None
            assert view.offsets.to_text(place) == start
            assert view.offset_at(point) in (start, end)
            assert view.offset_at(QPoint(first.left() + 1, point.y())) == start
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
            assert view.caret_offset() in (start, end)


@pytest.fixture(scope="module")
def decomposed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("decomposed")


@given(
    signs=st.lists(st.sampled_from((*SIGNS, "ガ", "ぱ", "é")), min_size=4, max_size=20),
    data=st.data(),
)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_article_in_decomposed_form_is_marked_where_it_is_read(
    shown: Shown, decomposed: Path, signs: list[str], data: st.DataObject
) -> None:
    words = "".join(signs)
    written = unicodedata.normalize("NFD", f"ガ橋の題\n\nはじめの段落は{words}です。\n")
    path = decomposed / "a.txt"
    path.write_text(written, "utf-8")
    with open_desk(decomposed / "library") as desk:
        article = desk.adding.add([str(path)]).sources[0].id
        known = desk.reading.open(article)
        text = known.revision.text
        assert unicodedata.normalize("NFC", written.replace("塚", "")).startswith(text[:4])
        shown.pane.show_blank("")
        shown.pane.show_article(known)
        line = text.rindex("\n") + 1
        start, end = sorted(
            data.draw(st.tuples(*[st.integers(line, len(text))] * 2), label="range")
        )
        assume(text[start:end].strip())
        shown.view.select_range(start, end)
        shown.wanted.clear()
        QTest.keyClick(shown.view, Qt.Key.Key_2)
        ((first, last, color, _note),) = shown.wanted
        assert isinstance(first, int)
        assert isinstance(last, int)
        made, _ = desk.annotating.highlight(article, first, last, color=str(color))
        assert made.text == text[start:end].strip()
        shown.pane.show_article(desk.reading.open(article))
        drawn = {one.cursor.selectedText() for one in shown.view.extraSelections()}
        assert made.text in drawn
        desk.annotating.remove_highlight(made.id)
