"""Highlighting in the article by keyboard and by mouse: the caret, its steps, marks and handles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from gui_values import (
    Line,
    again,
    colours,
    highlight,
    known_article,
    lay,
    places,
    put_on_screen,
    watch_point,
)
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QMouseEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolTip

from reader.gui.article_pane.lines import LINE_STYLES, draw_line
from reader.gui.article_pane.pane import ArticlePane
from reader.model.annotations import HIGHLIGHT_COLORS
from reader.presentation.messages import Messages
from reader.presentation.theme import DARK, LIGHT
from reader.services.stepping import words as words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pytestqt.qtbot import QtBot

    from reader.gui.article_pane.view import ArticleView
    from reader.model.annotations import Highlight
    from reader.model.known import KnownArticle
    from reader.presentation.theme import Theme

JA = Messages("ja")
PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LINES = (
    Line("title", "北湖の新しい橋"),
    Line("paragraph", "北湖町は橋を架ける協定を結んだ。費用は三百億円で、工期は三年と見る。"),
    Line(
        "paragraph", "佐藤市長は「三年で架かる。心配ない。」と述べた。The town can't wait, it said."
    ),
    Line("list_item", "費用は増えるのか", before="- ", level=1),
)
TEXT, _ = lay(*LINES)


class Shown:
    """A pane on the screen with an article, and what it told."""

    def __init__(self, qtbot: QtBot, *marks: Highlight, theme: Theme = LIGHT) -> None:
        self.pane = ArticlePane(theme, JA)
        self.pane.resize(QSize(820, 560))
        put_on_screen(qtbot, self.pane)
        self.told: list[tuple[object, ...]] = []
        for name in ("highlight_wanted", "recolor_wanted", "remove_wanted", "highlight_chosen"):
            getattr(self.pane, name).connect(self._hear(name))
        for name in ("extend_wanted", "split_wanted", "merge_wanted"):
            getattr(self.pane.editing, name).connect(self._hear(name))
        point = watch_point(TEXT, "費用は増えるのか")
        ordered = tuple(sorted(marks, key=lambda one: one.start))
        self.show(known_article(*LINES, highlights=ordered, watch_points=(point,)))
        self.view.setFocus()

    @property
    def view(self) -> ArticleView:
        return self.pane.view

    def show(self, known: KnownArticle) -> None:
        self.pane.show_article(known)
        QTest.qWait(1)
        self.view.grab()
        QApplication.processEvents()

    def put(self, words: str, by: int = 0) -> None:
        """Put the caret before some words, or ``by`` signs on."""
        at = TEXT.index(words) + by
        self.view.select_range(at, at)

    def key(self, key: Qt.Key | str, modifier: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
        for _ in range(times):
            if isinstance(key, str):
                QTest.keyClicks(self.view, key)
            else:
                QTest.keyClick(self.view, key, modifier)

    def selected(self) -> str:
        return TEXT[slice(*(self.view.selected_range() or (0, 0)))]

    def point(self, words: str) -> QPoint:
        return self.view.rectangle_of(TEXT.index(words)).center() + QPoint(5, 0)

    def click(self, words: str) -> None:
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=self.point(words))

    def double_click(self, words: str, *, third: bool = False) -> None:
        port, button = self.view.viewport(), Qt.MouseButton.LeftButton
        QTest.mouseClick(port, button, pos=self.point(words))
        QTest.mouseDClick(port, button, pos=self.point(words))
        if third:
            QTest.mouseClick(port, button, pos=self.point(words))

    def move(self, point: QPoint) -> None:
        """Move the mouse with its button held."""
        port = self.view.viewport()
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(point),
            QPointF(port.mapToGlobal(point)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            PLAIN,
        )
        QApplication.sendEvent(port, event)

    def picture(self) -> QImage:
        return self.view.viewport().grab().toImage()

    def walk(self, key: Qt.Key, times: int) -> list[int]:
        """Return the places that a step with Ctrl leads to, one after the other."""
        found = []
        for _ in range(times):
            self.key(key, CTRL)
            found.append(self.view.caret_offset())
        return found

    def _hear(self, name: str) -> Callable[..., None]:
        def hear(*values: object) -> None:
            self.told.append((name, *values))

        return hear


@pytest.fixture
def steady() -> Iterator[None]:
    """Have carets that do not blink."""
    before = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    yield
    QApplication.setCursorFlashTime(before)


def tokeniser(text: str, then: Callable[[Sequence[int]], None]) -> None:
    then(words_of(text))


def id_of(words: str) -> str:
    return f"mark {words}"


# The caret


@pytest.mark.usefixtures("steady")
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_caret_is_there_while_the_article_has_the_keyboard(qtbot: QtBot, theme: Theme) -> None:
    shown = Shown(qtbot, theme=theme)
    shown.put("協定")
    place = shown.view.cursorRect()
    inside = QPoint(place.left(), place.center().y())
    assert shown.picture().pixelColor(inside).name() == theme["accent"]
    other = QLineEdit(shown.pane)
    other.show()
    other.setFocus()
    assert theme["accent"] not in colours(shown.picture())
    shown.view.setFocus()
    shown.key(Qt.Key.Key_Right)
    moved = shown.view.cursorRect()
    assert moved.left() > place.left()
    here = QPoint(moved.left(), moved.center().y())
    assert shown.picture().pixelColor(here).name() == theme["accent"]
    assert shown.picture().pixelColor(inside).name() != theme["accent"]


def test_the_caret_blinks_as_the_system_has_it(qtbot: QtBot) -> None:
    before = QApplication.cursorFlashTime()
    try:
        QApplication.setCursorFlashTime(40)
        shown = Shown(qtbot)
        caret = shown.view.caret
        shown.put("協定")
        assert caret.lit
        qtbot.waitUntil(lambda: not caret.lit)
        qtbot.waitUntil(lambda: caret.lit)
        QApplication.setCursorFlashTime(0)
        shown.key(Qt.Key.Key_Right)
        QTest.qWait(60)
        assert caret.lit
    finally:
        QApplication.setCursorFlashTime(before)


def test_keys_move_the_caret_by_signs_lines_and_pages(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    shown.put("協定")
    shown.key(Qt.Key.Key_End)
    end_of_line = shown.view.caret_offset()
    shown.key(Qt.Key.Key_Home)
    assert shown.view.caret_offset() == TEXT.index("北湖町")
    assert end_of_line > TEXT.index("費用は三百億")
    shown.key(Qt.Key.Key_Down)
    assert shown.view.caret_offset() > end_of_line - 2
    shown.key(Qt.Key.Key_End, CTRL)
    assert shown.view.caret_offset() == len(TEXT)
    shown.key(Qt.Key.Key_Home, CTRL)
    assert shown.view.textCursor().position() == 0
    shown.key(Qt.Key.Key_PageDown)
    assert shown.view.textCursor().position() > 0


def test_steps_by_words_know_japanese_before_and_after_the_tokeniser(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    asked: list[tuple[str, Callable[[Sequence[int]], None]]] = []
    shown.view.words_source = lambda text, then: asked.append((text, then))
    start = TEXT.index("北湖町")

    def stops(*words: str) -> list[int]:
        return [TEXT.index(word, start) for word in words]

    shown.put("北湖町は")
    assert shown.walk(Qt.Key.Key_Right, 6) == stops(
        "は橋", "橋を", "を架", "架ける", "協定", "を結"
    )
    ((text, then),) = asked
    assert text == TEXT
    then(words_of(text))
    assert shown.view.steps.ready
    shown.put("北湖町は")
    # 架ける ends before 協定 and 結んだ before its full stop, which is a stop of its own.
    assert shown.walk(Qt.Key.Key_Right, 11)[-8:] == stops(
        "を架", "架ける", "協定", "を結", "結んだ", "。費用", "費用は三", "は三百"
    )
    assert shown.walk(Qt.Key.Key_Left, 3) == stops("費用は三", "。費用", "結んだ")
    assert len(asked) == 1


def test_english_steps_are_the_usual_ones_and_ask_nobody(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    text = "A bridge\nThe town can't wait, it said. No."
    asked: list[str] = []
    shown.view.words_source = lambda text, _then: asked.append(text)
    lines = (Line("title", "A bridge"), Line("paragraph", text.split("\n")[1]))
    shown.show(known_article(*lines, id="b" * 16, language="en"))
    shown.view.select_range(9, 9)
    walked = [text[at : at + 3].strip() for at in shown.walk(Qt.Key.Key_Right, 6)]
    assert walked == ["tow", "can", "wai", ", i", "it", "sai"]
    assert asked == []


def test_steps_by_sentences_leave_quotations_whole(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    shown.put("北湖町")
    assert shown.walk(Qt.Key.Key_Down, 4) == [
        TEXT.index(words) for words in ("費用は三百", "佐藤市長", "The town", "費用は増える")
    ]
    assert shown.walk(Qt.Key.Key_Up, 2) == [TEXT.index("The town"), TEXT.index("佐藤市長")]
    shown.key(Qt.Key.Key_Down, CTRL | SHIFT)
    assert shown.selected() == "佐藤市長は「三年で架かる。心配ない。」と述べた。"


def test_a_selection_by_words_ends_with_the_colours(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    shown.view.words_source = tokeniser
    shown.put("三百億円")
    shown.key(Qt.Key.Key_Right, CTRL | SHIFT)
    assert shown.selected() == "三百億円"
    QTest.keyRelease(shown.view, Qt.Key.Key_Shift)
    assert shown.pane.swatches.isVisible()
    shown.key(Qt.Key.Key_5)
    start = TEXT.index("三百億円")
    assert shown.told == [("highlight_wanted", start, start + 4, "purple", False)]


# The mouse


def test_a_double_click_selects_a_word_and_a_third_the_sentence(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    shown.view.words_source = tokeniser
    for at, word in (("百億円", "三百億円"), ("んだ。", "結んだ"), ("。費用", "。")):
        shown.double_click(at)
        assert shown.selected() == word
        QTest.qWait(QApplication.doubleClickInterval() + 20)
    shown.double_click("心配ない", third=True)
    assert shown.selected() == "佐藤市長は「三年で架かる。心配ない。」と述べた。"
    assert shown.pane.swatches.isVisible()


@pytest.mark.parametrize(
    "start,end,expected",
    [
        ("定を結", "億円で", "協定を結んだ。費用は三百億円"),
        ("期は三年", "用は三百", "費用は三百億円で、工期"),
    ],
)
def test_a_double_click_is_drawn_out_by_words(
    qtbot: QtBot, start: str, end: str, expected: str
) -> None:
    shown = Shown(qtbot)
    shown.view.words_source = tokeniser
    port, button, point = shown.view.viewport(), Qt.MouseButton.LeftButton, shown.point(start)
    where = QPointF(point), QPointF(port.mapToGlobal(point))
    double = QMouseEvent(QEvent.Type.MouseButtonDblClick, *where, button, button, PLAIN)
    QApplication.sendEvent(port, double)
    shown.move(shown.point(end))
    QTest.mouseRelease(port, button, pos=shown.point(end))
    assert shown.selected() == expected


# Keys on a highlight


def test_digits_give_the_highlight_at_the_caret_another_colour(qtbot: QtBot) -> None:
    shown = Shown(qtbot, highlight(TEXT, "三百億円", "blue"))
    shown.put("百億円")
    shown.key(Qt.Key.Key_4)  # blue already
    shown.key(Qt.Key.Key_2)
    shown.put("で、工期")  # where the caret is when it was just made
    shown.key(Qt.Key.Key_7)
    shown.put("見る。")
    shown.key(Qt.Key.Key_2)
    mark = id_of("三百億円")
    assert shown.told == [("recolor_wanted", mark, "red"), ("recolor_wanted", mark, "orange")]


def test_brackets_go_from_highlight_to_highlight_and_say_which(qtbot: QtBot) -> None:
    marks = ["協定", "三百億円", "佐藤市長"]
    shown = Shown(qtbot, *(highlight(TEXT, words) for words in marks))
    shown.key(Qt.Key.Key_Home, CTRL)
    walked = []
    for sign in "]]]][[":
        shown.key(sign)
        walked.append(shown.view.caret_offset())
        assert shown.pane.editing.chosen is not None
    order = [0, 1, 2, 0, 2, 1]
    assert walked == [TEXT.index(marks[number]) for number in order]
    shown.key(Qt.Key.Key_Delete)
    assert shown.told == [("remove_wanted", id_of("三百億円"))]


def test_e_takes_hold_of_a_highlight_and_gives_it_what_is_selected(qtbot: QtBot) -> None:
    shown = Shown(qtbot, highlight(TEXT, "三百億円"))
    mark, start = id_of("三百億円"), TEXT.index("三百億円")
    shown.put("百億円")
    shown.key(Qt.Key.Key_E)
    assert shown.selected() == "三百億円"
    shown.key(Qt.Key.Key_Right, SHIFT)
    shown.key(Qt.Key.Key_E)
    assert shown.told == [("extend_wanted", mark, start, start + 5)]
    assert shown.selected() == ""
    # Once more without a change: now the beginning is what moves.
    shown.put("百億円")
    shown.key(Qt.Key.Key_E, times=2)
    shown.key(Qt.Key.Key_Left, SHIFT, times=2)
    assert shown.selected() == "用は三百億円"
    shown.key(Qt.Key.Key_E)
    assert shown.told[1:] == [("extend_wanted", mark, start - 2, start + 4)]


def test_a_selection_over_a_part_shrinks_and_one_beside_does_nothing(qtbot: QtBot) -> None:
    shown = Shown(qtbot, highlight(TEXT, "三百億円"), highlight(TEXT, "佐藤市長"))
    start = TEXT.index("百億")
    shown.view.select_range(start, start + 2)
    shown.key(Qt.Key.Key_E)
    shown.view.select_range(TEXT.index("工期"), TEXT.index("工期") + 2)
    shown.key(Qt.Key.Key_E)
    assert shown.told == [("extend_wanted", id_of("三百億円"), start, start + 2)]


def test_s_parts_the_highlight_at_the_caret_and_nothing_else(qtbot: QtBot) -> None:
    shown = Shown(qtbot, highlight(TEXT, "三百億円"))
    for words in ("三百億円", "で、工期", "協定"):
        shown.put(words)
        shown.key(Qt.Key.Key_S)
    assert shown.told == []
    shown.put("億円")
    shown.key(Qt.Key.Key_S)
    assert shown.told == [("split_wanted", id_of("三百億円"), TEXT.index("億円"))]


def test_m_joins_what_touches_or_overlaps_or_is_selected(qtbot: QtBot) -> None:
    words = ["協定を結んだ。", "費用は三百億円", "億円で", "佐藤市長"]
    shown = Shown(qtbot, *(highlight(TEXT, one) for one in words))
    shown.put("協定")
    shown.key(Qt.Key.Key_M)
    shown.put("佐藤市長")
    shown.key(Qt.Key.Key_M)
    shown.view.select_range(TEXT.index("で、工期"), TEXT.index("市長は"))
    shown.key(Qt.Key.Key_M)
    assert shown.told == [
        ("merge_wanted", [id_of(one) for one in words[:3]]),
        ("merge_wanted", [id_of(one) for one in words[2:]]),
    ]


def test_return_and_clicks_go_through_those_that_overlap(qtbot: QtBot) -> None:
    words = ["三百億円", "費用は三百億円で", "百億"]
    shown = Shown(qtbot, *(highlight(TEXT, one) for one in words))
    shown.put("百億円")
    shown.key(Qt.Key.Key_Return, times=4)
    for _ in range(2):
        QTest.qWait(QApplication.doubleClickInterval() + 20)
        shown.click("百億円")
    chosen = [id_of(one) for one in ("百億", "三百億円", "費用は三百億円で")]
    assert [told[1] for told in shown.told] == [*chosen, chosen[0], chosen[1], chosen[2]]
    # What was chosen is what keys mean, though it is not the smallest.
    shown.put("百億円")
    shown.key(Qt.Key.Key_3)
    assert shown.told[-1] == ("recolor_wanted", chosen[2], "green")


# What is to be seen


def test_an_overlap_has_a_ground_of_its_own(qtbot: QtBot) -> None:
    plain = Shown(qtbot, highlight(TEXT, "費用は三百億円"), highlight(TEXT, "工期は三年", "red"))
    both = Shown(qtbot, highlight(TEXT, "費用は三百億円"), highlight(TEXT, "億円で、工期", "red"))
    assert len(plain.view.extraSelections()) == 2
    grounds = [
        (one.cursor.selectedText(), one.format.background().color())
        for one in both.view.extraSelections()
    ]
    assert [words for words, _ in grounds] == ["費用は三百億円", "億円で、工期", "億円"]
    light = [ground.lightness() for _, ground in grounds]
    assert light[2] < min(light[:2])
    assert grounds[2][1].name() in colours(both.picture())


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_has_a_line_that_is_told_apart_without_colour(theme: Theme) -> None:
    drawn = {}
    for color in HIGHLIGHT_COLORS:
        picture = QImage(100, 8, QImage.Format.Format_Grayscale8)
        picture.fill(QColor(theme["paper"]))
        painter = QPainter(picture)
        black = QColor(theme["text"])
        draw_line(painter, LINE_STYLES[color], black, left=0, right=100, top=1)
        painter.end()
        drawn[color] = bytes(picture.constBits())
    pictures = list(drawn.values())
    for number, one in enumerate(pictures):
        for other in pictures[number + 1 :]:
            different = sum(abs(a - b) > 60 for a, b in zip(one, other, strict=True))
            assert different > 25


def test_each_line_with_a_highlight_has_a_mark_in_the_margin(qtbot: QtBot) -> None:
    noted = highlight(TEXT, "三百億円", "blue", note="費用の内訳を聞く。\n二つめの行")
    doubtful = highlight(TEXT, "佐藤市長", "green", state="doubtful")
    shown = Shown(qtbot, noted, doubtful)
    frame = shown.view.document().rootFrame().frameFormat()
    edge = round(shown.view.viewport().width() - frame.rightMargin())
    beside = shown.picture().copy(edge, 0, 200, shown.view.viewport().height())
    assert {LIGHT["line.blue"], LIGHT["unread"]} <= colours(beside)
    assert LIGHT["status.open"] not in colours(beside)
    left = shown.picture().copy(0, 0, round(frame.leftMargin()), shown.view.viewport().height())
    assert LIGHT["line.blue"] not in colours(left)

    height = shown.view.rectangle_of(TEXT.index("三百億円")).center().y()
    point = QPoint(edge + round(0.5 * shown.view.pixels) + 3, height)
    port = shown.view.viewport()
    help_ = QHelpEvent(QEvent.Type.ToolTip, point, port.mapToGlobal(point))
    QApplication.sendEvent(port, help_)
    assert QToolTip.text() == "青のハイライト\nメモ: 費用の内訳を聞く。 二つめの行"
    QToolTip.hideText()
    QTest.mouseMove(port, point)
    assert port.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=point)
    assert shown.told == [("highlight_chosen", id_of("三百億円"))]
    assert shown.pane.editing.chosen == noted
    away = point + QPoint(0, 200)
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=away)
    assert len(shown.told) == 1


def test_an_end_of_a_highlight_is_drawn_to_another_place(qtbot: QtBot) -> None:
    shown = Shown(qtbot, highlight(TEXT, "三百億円"))
    assert shown.view.overlay.grips() == []
    shown.click("百億円")
    shown.told.clear()
    start = TEXT.index("三百億円")
    port, button = shown.view.viewport(), Qt.MouseButton.LeftButton
    first, last = shown.view.overlay.grips()
    assert first.x() < last.x()
    QTest.mouseMove(port, last)
    assert port.cursor().shape() == Qt.CursorShape.SizeHorCursor
    QTest.mousePress(port, button, pos=last)
    target = shown.view.rectangle_of(TEXT.index("工期")).center()
    shown.move(target)
    assert shown.selected() == "三百億円で、"
    QTest.mouseRelease(port, button, pos=target)
    QTest.mousePress(port, button, pos=first)
    inside = shown.view.rectangle_of(TEXT.index("億円")).center()
    shown.move(inside)
    QTest.mouseRelease(port, button, pos=inside)
    assert shown.told == [
        ("extend_wanted", id_of("三百億円"), start, start + 6),
        ("extend_wanted", id_of("三百億円"), start + 2, start + 4),
    ]
    assert shown.selected() == ""


# The menu


def menu_of(shown: Shown) -> QMenu:
    shown.pane.offers.open_at_caret()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def names(menu: QMenu) -> list[str]:
    return [one.text().split("\t")[0] for one in menu.actions() if not one.isSeparator()]


def test_the_menu_tells_overlapping_highlights_by_their_words(qtbot: QtBot) -> None:
    long = "協定を結んだ。費用は三百億円で、工期は三年"
    shown = Shown(qtbot, highlight(TEXT, "三百億円", "red"), highlight(TEXT, long, "blue"))
    shown.put("億円")
    menu = menu_of(shown)
    small, large, merge = names(menu)[:3]
    assert (small, large) == ("「三百億円」", "「協定を結んだ。費用は三百億円で、工…」")
    assert merge == "2 個のハイライトをひとつにまとめる"
    below = menu.actions()[0].menu()
    assert isinstance(below, QMenu)
    assert names(below) == [
        "ハイライトの色",
        "メモを見る",
        "範囲を選び直す",
        "ここで二つに分ける",
        "ハイライトを消す",
    ]
    below.actions()[3].trigger()
    menu.actions()[2].trigger()
    menu.close()
    assert shown.told[0] == ("split_wanted", id_of("三百億円"), TEXT.index("億円"))
    assert shown.told[1][0] == "merge_wanted"


def test_the_menu_of_a_selection_offers_it_to_the_highlights_it_touches(qtbot: QtBot) -> None:
    shown = Shown(qtbot, highlight(TEXT, "三百億円", "red"))
    start = TEXT.index("億円で")
    shown.view.select_range(start, start + 3)
    menu = menu_of(shown)
    extend = next(one for one in menu.actions() if one.text().startswith(JA("marking.extend")))
    extend.trigger()
    menu.close()
    assert shown.told == [("extend_wanted", id_of("三百億円"), start, start + 3)]


def test_a_highlight_that_is_gone_loses_its_handles(qtbot: QtBot) -> None:
    shown = Shown(qtbot, highlight(TEXT, "三百億円"))
    shown.click("百億円")
    known = shown.pane.known
    assert known is not None
    assert shown.view.overlay.grips()
    shown.show(again(known, highlights=()))
    assert shown.view.overlay.grips() == []
    assert places(TEXT, "三百億円")
