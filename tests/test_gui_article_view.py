"""The article on the screen: pointer, selection, keys, marks, and what it never does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from gui_values import (
    Line,
    again,
    bridge_article,
    colours,
    highlight,
    known_article,
    nameless,
    places,
    put_on_screen,
    term,
    watch_point,
)
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QMouseEvent, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.gui.article_pane.pane import ArticlePane
from reader.gui.article_pane.view import ArticleView
from reader.model.annotations import HIGHLIGHT_COLORS
from reader.model.article import ArticleState
from reader.presentation.messages import Messages
from reader.presentation.theme import DARK, LIGHT

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.model.known import KnownArticle

JA = Messages("ja")
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Shown:
    """An article pane on the screen with an article, and everything that it told."""

    def __init__(self, qtbot: QtBot, known: KnownArticle, size: QSize) -> None:
        self.bot = qtbot
        self.pane = ArticlePane(LIGHT, JA)
        self.pane.resize(size)
        put_on_screen(qtbot, self.pane)
        self.told: list[tuple[object, ...]] = []
        for name in (
            "highlight_wanted",
            "recolor_wanted",
            "remove_wanted",
            "term_chosen",
            "watch_point_chosen",
            "highlight_chosen",
            "link_chosen",
        ):
            getattr(self.pane, name).connect(self._hear(name))
        self.pane.show_article(known)

    @property
    def known(self) -> KnownArticle:
        known = self.pane.known
        assert known is not None
        return known

    @property
    def view(self) -> ArticleView:
        return self.pane.view

    def at(self, words: str, nth: int = 0) -> int:
        """Return where words stand in the text for the nth time."""
        return places(self.known.revision.text, words)[nth][0]

    def point(self, position: int) -> QPoint:
        """Return a point of the viewport on the sign at a text offset, scrolled into view."""
        self.view.go_to(position, position, flash=False)
        return self.view.rectangle_of(position).center() + QPoint(4, 0)

    def click(self, position: int) -> None:
        point = self.point(position)
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=point)

    def drag(self, first: int, last: int) -> None:
        """Select by mouse: press before one sign, move, release before another."""
        self.view.go_to(first, first, flash=False)
        ends = [self.view.rectangle_of(place).center() for place in (first, last)]
        port = self.view.viewport()
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=ends[0])
        for point in (ends[0] + QPoint(3, 0), ends[1]):
            move = QMouseEvent(
                QEvent.Type.MouseMove,
                QPointF(point),
                QPointF(port.mapToGlobal(point)),
                Qt.MouseButton.NoButton,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
            QApplication.sendEvent(port, move)
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=ends[1])

    def hover(self, position: int) -> None:
        point = self.point(position)
        QTest.mouseMove(self.view.viewport(), point - QPoint(0, 80))
        QTest.mouseMove(self.view.viewport(), point)

    def press(self, key: Qt.Key, *, times: int = 1, shift: bool = False) -> None:
        for _ in range(times):
            if shift:
                QTest.keyClick(self.view, key, SHIFT)
            else:
                QTest.keyClick(self.view, key)

    def picture(self) -> QImage:
        return self.view.viewport().grab().toImage()

    def _hear(self, name: str) -> object:
        def hear(*values: object) -> None:
            self.told.append((name, *values))

        return hear


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """Give the article about the bridge on the screen."""
    return Shown(qtbot, bridge_article(), QSize(760, 620))


def show(qtbot: QtBot, known: KnownArticle, *, width: int = 760) -> Shown:
    """Show an article of a test's own."""
    return Shown(qtbot, known, QSize(width, 620))


# The hover card


def test_a_term_says_what_it_is_when_the_pointer_rests_on_it(shown: Shown, qtbot: QtBot) -> None:
    shown.hover(shown.at("佐藤花子"))
    assert not shown.pane.card.isVisible()
    qtbot.waitUntil(shown.pane.card.isVisible)
    assert shown.pane.card.words == (
        "佐藤花子  さとうはなこ\n人物 ・ 別名 佐藤市長\nこの記事に 4 回 ・ ほか 2 件の記事"
    )
    assert shown.pane.rect().contains(shown.pane.card.geometry())


def test_a_definition_is_on_the_card_as_the_article_has_it(shown: Shown, qtbot: QtBot) -> None:
    shown.hover(shown.at("北湖町"))
    qtbot.waitUntil(shown.pane.card.isVisible)
    assert shown.pane.card.words.split("\n")[2:] == [
        "橋を架ける協定",
        "この記事から採取 ・ この記事に 3 回",
    ]


def test_the_card_goes_when_the_pointer_does(shown: Shown, qtbot: QtBot) -> None:
    shown.hover(shown.at("佐藤花子"))
    qtbot.waitUntil(shown.pane.card.isVisible)
    QTest.mouseMove(shown.view.viewport(), shown.point(shown.at("「橋は三年で")))
    assert not shown.pane.card.isVisible()
    shown.hover(shown.at("佐藤花子"))
    qtbot.waitUntil(shown.pane.card.isVisible)
    shown.view.verticalScrollBar().setValue(shown.view.verticalScrollBar().value() + 30)
    assert not shown.pane.card.isVisible()


def test_a_card_of_a_narrow_pane_stays_within_it(qtbot: QtBot) -> None:
    shown = show(qtbot, bridge_article(), width=240)
    last = shown.at("佐藤花子", 3)
    shown.pane.show_term("term 佐藤花子", last)
    assert shown.pane.card.isVisible()
    assert shown.pane.card.geometry().left() >= 0
    assert shown.pane.card.geometry().right() <= shown.pane.width()


# Clicks


def test_a_click_on_a_watch_point_its_term_or_a_highlight_tells_which(shown: Shown) -> None:
    shown.click(shown.at("増えるのか"))
    shown.click(shown.at("佐藤花子"))
    shown.click(shown.at("三年で架かる"))
    shown.click(shown.at("町の議会は"))
    assert shown.told == [
        ("watch_point_chosen", "point 費用は増えるのか"),
        ("term_chosen", "term 佐藤花子"),
        ("highlight_chosen", "mark 橋は三年で架かる"),
    ]


def test_the_smallest_of_nested_highlights_is_meant(qtbot: QtBot) -> None:
    known = bridge_article()
    text = known.revision.text
    marks = (highlight(text, "橋は三年で架かる"), highlight(text, "三年", "red"))
    shown = show(qtbot, again(known, highlights=marks))
    shown.click(shown.at("三年で架かる"))
    shown.click(shown.at("架かる」"))
    assert shown.told == [
        ("highlight_chosen", "mark 三年"),
        ("highlight_chosen", "mark 橋は三年で架かる"),
    ]
    assert shown.pane.editing.choose_at(text.index("三年")) == marks[1]


def test_a_click_beside_the_text_of_a_page_tells_nothing(shown: Shown, qtbot: QtBot) -> None:
    QTest.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 30))
    assert shown.told == []


# Selecting and marking


def test_a_passage_selected_by_mouse_is_highlighted_by_a_digit(shown: Shown) -> None:
    start = shown.at("𠮷野市の佐藤") + 1
    shown.drag(start, start + 9)
    assert shown.pane.swatches.isVisible()
    assert shown.pane.rect().contains(shown.pane.swatches.geometry())
    shown.press(Qt.Key.Key_3)
    assert shown.told == [("highlight_wanted", start, start + 9, "green", False)]
    assert not shown.pane.swatches.isVisible()
    assert not shown.view.textCursor().hasSelection()


@pytest.mark.parametrize("before", [0, 1, 2])
def test_signs_outside_the_basic_plane_count_as_one(qtbot: QtBot, before: int) -> None:
    words = "𠮷" * before + "北湖𠮷👍の町。"
    shown = show(qtbot, known_article(Line("title", "𠮷題"), Line("paragraph", words)))
    start = shown.at("北湖")
    shown.view.select_range(start, start)
    shown.press(Qt.Key.Key_Right, times=4, shift=True)
    assert shown.known.revision.text[slice(*(shown.view.selected_range() or ()))] == "北湖𠮷👍"
    shown.press(Qt.Key.Key_1)
    assert shown.told == [("highlight_wanted", start, start + 4, "yellow", False)]


def test_letting_go_of_shift_offers_the_colours(shown: Shown, qtbot: QtBot) -> None:
    start = shown.at("北湖町")
    shown.view.setFocus()
    shown.view.select_range(start, start)
    QTest.keyPress(shown.view, Qt.Key.Key_Right, SHIFT)
    assert not shown.pane.swatches.isVisible()
    QTest.keyRelease(shown.view, Qt.Key.Key_Shift)
    assert shown.pane.swatches.isVisible()
    shown.press(Qt.Key.Key_Right)
    assert not shown.pane.swatches.isVisible()


@pytest.mark.parametrize("number,color", list(enumerate(HIGHLIGHT_COLORS, 1)))
def test_each_digit_has_its_colour_and_h_the_last_one(
    shown: Shown, number: int, color: str
) -> None:
    start = shown.at("北湖町")
    shown.view.select_range(start, start + 3)
    shown.press(Qt.Key(Qt.Key.Key_0 + number))
    shown.view.select_range(start, start + 2)
    shown.press(Qt.Key.Key_H)
    assert shown.told == [
        ("highlight_wanted", start, start + 3, color, False),
        ("highlight_wanted", start, start + 2, color, False),
    ]


def test_n_highlights_with_a_note_and_shows_the_note_of_a_mark(shown: Shown) -> None:
    start = shown.at("北湖町")
    shown.view.select_range(start, start + 3)
    shown.press(Qt.Key.Key_N)
    caret = shown.at("架かる」")
    shown.view.select_range(caret, caret)
    shown.press(Qt.Key.Key_N)
    assert shown.told == [
        ("highlight_wanted", start, start + 3, "yellow", True),
        ("highlight_chosen", "mark 橋は三年で架かる"),
    ]


def test_the_colours_beside_a_selection_can_be_clicked(shown: Shown, qtbot: QtBot) -> None:
    start = shown.at("北湖町")
    shown.drag(start, start + 3)
    button = shown.pane.swatches._buttons.button(HIGHLIGHT_COLORS.index("blue"))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shown.told == [("highlight_wanted", start, start + 3, "blue", False)]


def test_keys_without_a_selection_mark_nothing(shown: Shown) -> None:
    start = shown.at("北湖町")
    shown.view.select_range(start, start)
    for key in (Qt.Key.Key_1, Qt.Key.Key_8, Qt.Key.Key_H, Qt.Key.Key_N, Qt.Key.Key_Delete):
        shown.press(key)
    shown.view.select_range(start, start + 2)
    shown.press(Qt.Key.Key_9)
    shown.press(Qt.Key.Key_0)
    assert shown.told == []


def test_white_space_at_the_ends_is_not_marked(qtbot: QtBot) -> None:
    shown = show(qtbot, known_article(Line("title", "題名"), Line("paragraph", "前 　中  後")))
    start = shown.at("前")
    shown.view.select_range(start + 1, start + 6)
    shown.press(Qt.Key.Key_1)
    shown.view.select_range(start + 1, start + 3)
    shown.press(Qt.Key.Key_1)
    middle = shown.at("中")
    assert shown.told == [("highlight_wanted", middle, middle + 1, "yellow", False)]


def test_a_selection_over_items_holds_the_text_between(shown: Shown) -> None:
    first = shown.at("三百億円")
    last = shown.at("工期は三年") + 2
    shown.view.select_range(first, last)
    shown.press(Qt.Key.Key_1)
    assert shown.told == [("highlight_wanted", first, last, "yellow", False)]
    assert shown.known.revision.text[first:last] == "三百億円\n1. 工期"


def test_delete_takes_the_highlight_at_the_caret_away(shown: Shown) -> None:
    caret = shown.at("三年で架かる")
    shown.view.select_range(caret, caret)
    shown.press(Qt.Key.Key_Delete)
    assert shown.told == [("remove_wanted", "mark 橋は三年で架かる")]


def test_return_acts_on_what_is_at_the_caret(shown: Shown) -> None:
    for words in ("佐藤花子", "増えるのか"):
        shown.view.select_range(shown.at(words), shown.at(words))
        shown.press(Qt.Key.Key_Return)
    assert shown.told == [
        ("term_chosen", "term 佐藤花子"),
        ("watch_point_chosen", "point 費用は増えるのか"),
    ]


def test_what_is_copied_is_what_is_read(shown: Shown) -> None:
    start = shown.at("佐藤花子市長")
    shown.view.select_range(start, start + 6)
    mime: QMimeData = shown.view.createMimeDataFromSelection()
    assert mime.text() == "佐藤花子市長"


# Marks and dots


def test_highlights_lie_on_their_words_and_lost_ones_nowhere(qtbot: QtBot) -> None:
    known = bridge_article()
    text = known.revision.text
    marks = (
        highlight(text, "協定を結んだ", "blue"),
        highlight(text, "橋は三年で架かる", "red", state="doubtful"),
        highlight(text, "北湖の新しい橋", "green", state="lost"),
    )
    shown = show(qtbot, again(known, highlights=marks))
    drawn = [
        (one.cursor.selectedText(), one.format.background().color().name())
        for one in shown.view.extraSelections()
    ]
    assert drawn == [
        ("協定を結んだ", LIGHT["mark.blue"]),
        ("橋は三年で架かる", LIGHT["mark.red"]),
    ]
    assert {LIGHT["mark.blue"], LIGHT["mark.red"]} <= colours(shown.picture())
    assert LIGHT["mark.green"] not in colours(shown.picture())


def test_found_words_and_a_passage_gone_to_are_marked(shown: Shown, qtbot: QtBot) -> None:
    place = shown.at("工期は三年")
    shown.pane.mark_found([(place, place + 2)])
    shown.pane.go_to(place, place + 5)
    seen = {
        one.format.background().color().name(): one.cursor.selectedText()
        for one in shown.view.extraSelections()
    }
    assert seen[LIGHT["found"]] == "工期"
    assert seen[LIGHT["flash"]] == "工期は三年"
    shown.view._flash_timer.start(10)
    qtbot.waitUntil(lambda: len(shown.view.extraSelections()) == 2)


def test_a_watch_point_has_a_dot_beside_its_line(shown: Shown) -> None:
    shown.point(shown.at("増えるのか"))
    picture = shown.picture()
    left = shown.view.document().rootFrame().frameFormat().leftMargin()
    for words, status in (("費用は増える", "open"), ("漁業への影響", "developing")):
        height = shown.view.rectangle_of(shown.at(words)).center().y() + 1
        seen = {picture.pixelColor(x, height).name() for x in range(int(left))}
        assert LIGHT[f"status.{status}"] in seen


def test_a_watch_point_whose_passage_is_gone_has_no_dot(qtbot: QtBot) -> None:
    known = bridge_article()
    gone = watch_point(known.revision.text, "費用は増えるのか", start=0, end=0)
    shown = show(qtbot, again(known, watch_points=(gone,)))
    assert LIGHT["status.open"] not in colours(shown.picture())


# What an article may not do


@pytest.fixture
def picture_file(tmp_path: Path) -> Path:
    """Give a picture on disk in a colour that nothing else has."""
    picture = QImage(300, 300, QImage.Format.Format_RGB32)
    picture.fill(QColor("#ff00ff"))
    path = tmp_path / "図.png"
    assert picture.save(str(path))
    return path


def test_a_picture_that_an_article_names_is_never_loaded(qtbot: QtBot, picture_file: Path) -> None:
    address = picture_file.as_uri()
    image = Line("image", "図の説明", spans=((0, 4, "link", address),))
    raw = Line("paragraph", f'<img src="{address}"> ![]({picture_file}) <img src="{picture_file}">')
    shown = show(qtbot, known_article(Line("title", "題名"), image, raw, Line("image", address)))
    assert "#ff00ff" not in colours(shown.picture())
    assert raw.words in shown.view.toPlainText()


@pytest.mark.parametrize("form", ["{uri}", "{path}", "{name}"])
def test_the_view_reads_no_file_even_if_markup_came_through(
    qtbot: QtBot, picture_file: Path, form: str
) -> None:
    view = ArticleView(LIGHT)
    qtbot.addWidget(view)
    view.setSearchPaths([str(picture_file.parent)])
    view.document().setBaseUrl(QUrl.fromLocalFile(f"{picture_file.parent}/"))
    address = form.format(uri=picture_file.as_uri(), path=picture_file, name=picture_file.name)
    view.setHtml(
        f'<body background="{address}"><img src="{address}" width="200" height="200">'
        f'<table background="{address}"><tr><td>zelle</td></tr></table></body>'
    )
    assert "#ff00ff" not in colours(view.grab().toImage())
    kind = QTextDocument.ResourceType.ImageResource
    loaded = view.document().resource(kind.value, QUrl(address))
    assert isinstance(loaded, QImage)
    assert loaded.size() == QSize(1, 1)


@pytest.mark.parametrize("local", [True, False])
def test_a_link_is_told_and_never_followed(qtbot: QtBot, tmp_path: Path, local: bool) -> None:
    page = tmp_path / "page.html"
    page.write_text("<h1>followed</h1>", "utf-8")
    address = page.as_uri() if local else "https://news.example/?a=1&b=%E6%A9%8B"
    line = Line("paragraph", "続きはここにある。", spans=((3, 5, "link", address),))
    shown = show(qtbot, known_article(Line("title", "題名"), line))
    before = shown.view.toPlainText()
    shown.click(shown.at("ここ"))
    shown.view.select_range(shown.at("ここ"), shown.at("ここ"))
    shown.press(Qt.Key.Key_Return)
    assert shown.told == [("link_chosen", address)] * 2
    assert shown.view.toPlainText() == before
    assert shown.view.source().isEmpty()
    assert not shown.view.openLinks()
    assert not shown.view.openExternalLinks()


def test_a_link_that_looks_like_one_of_ours_does_nothing(qtbot: QtBot) -> None:
    line = Line("paragraph", "続きはここにある。", spans=((3, 5, "link", "chumoku:term/x"),))
    shown = show(qtbot, known_article(Line("title", "題名"), line))
    shown.click(shown.at("ここ"))
    assert shown.told == []


# Folded lines, positions, and staying where one is


def test_asides_unfold_by_click_and_fold_again(shown: Shown) -> None:
    end = QTextCursor(shown.view.document())
    for unfolded in (True, False):
        end = shown.view.document().find("関連リンクなど")
        shown.view.setTextCursor(end)
        point = shown.view.cursorRect(end).center() - QPoint(20, 0)
        QTest.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
        assert ("記者 山田" in shown.view.toPlainText()) == unfolded


def test_going_to_a_folded_line_unfolds_it(shown: Shown) -> None:
    place = shown.at("北湖の漁業")
    shown.pane.go_to(place, place + 5)
    port = shown.view.viewport().rect()
    assert port.contains(shown.view.rectangle_of(place).center())


def test_an_article_opens_where_it_was_left(qtbot: QtBot) -> None:
    known = bridge_article()
    place = places(known.revision.text, "町の議会は")[8][0]
    shown = show(qtbot, again(known, state=ArticleState(position=place)))
    assert shown.view.top_position() == place
    assert 0 <= shown.view.rectangle_of(place).top() < 12


def top_line_holds(shown: Shown, position: int) -> bool:
    """Say whether the sign at a text offset is in the first line of the view."""
    line = shown.view.rectangle_of(position)
    return -line.height() < line.center().y() < 2 * line.height()


def test_zoom_and_theme_keep_the_position(shown: Shown) -> None:
    place = shown.at("町の議会は", 8)
    shown.view.scroll_to_position(place)
    for zoom in (1.5, 0.7, 1.1, 2.0, 1.0):
        shown.pane.set_look(DARK, zoom)
        assert top_line_holds(shown, place)
    shown.pane.set_look(LIGHT, 1.0)
    assert shown.view.top_position() == place
    assert LIGHT["paper"] not in DARK.roles.values()


def test_many_small_resizes_keep_the_position(shown: Shown) -> None:
    place = shown.at("町の議会は", 8)
    shown.view.scroll_to_position(place)
    for width in [*range(760, 400, -12), *range(400, 760, 12)]:
        shown.pane.resize(width, 620)
        assert top_line_holds(shown, place)


def test_scrolling_after_a_resize_counts(shown: Shown) -> None:
    shown.view.scroll_to_position(shown.at("町の議会は", 8))
    shown.pane.resize(500, 620)
    bar = shown.view.verticalScrollBar()
    bar.setValue(bar.value() - 200)
    place = shown.view.top_position()
    assert place < shown.at("町の議会は", 6)
    shown.pane.resize(480, 620)
    assert top_line_holds(shown, place)


def test_the_same_article_with_other_marks_is_not_laid_out_again(shown: Shown) -> None:
    place = shown.at("町の議会は", 8)
    shown.view.scroll_to_position(place)
    value = shown.view.verticalScrollBar().value()
    start = shown.at("町の議会は", 9)
    shown.view.select_range(start, start + 4)
    text = shown.known.revision.text
    marks = (*shown.known.highlights, highlight(text, "工期は三年"))
    shown.pane.show_article(again(shown.known, highlights=marks))
    assert shown.view.verticalScrollBar().value() == value
    assert shown.view.selected_range() == (start, start + 4)
    assert len(shown.view.extraSelections()) == 2


def test_terms_that_come_later_leave_place_and_selection_alone(qtbot: QtBot) -> None:
    known = bridge_article()
    shown = show(qtbot, again(known, terms=(), watch_points=(), understood=False))
    place = shown.at("町の議会は", 8)
    shown.view.scroll_to_position(place)
    start = shown.at("町の議会は", 9)
    shown.view.select_range(start, start + 4)
    shown.pane.show_article(known)
    assert shown.view.top_position() == place
    assert shown.view.selected_range() == (start, start + 4)
    shown.point(shown.at("佐藤花子"))
    assert LIGHT["term.person"] in colours(shown.picture())
    shown.click(shown.at("佐藤花子"))
    assert shown.told[-1] == ("term_chosen", "term 佐藤花子")


def test_another_article_starts_at_its_own_place_folded_and_without_hits(shown: Shown) -> None:
    shown.pane.mark_found([(0, 2)])
    shown.pane.go_to(shown.at("記者 山田"), shown.at("記者 山田") + 2)
    other = known_article(
        Line("title", "別の記事"),
        Line("paragraph", "長い。" * 900),
        Line("aside", "署名"),
        id="b" * 16,
    )
    shown.pane.show_article(other)
    assert shown.view.top_position() == 0
    assert shown.view.verticalScrollBar().value() == 0
    assert "署名" not in shown.view.toPlainText().split("\n")
    assert shown.view.extraSelections() == []


def test_resting_tells_the_position_once(shown: Shown, qtbot: QtBot) -> None:
    place = shown.at("町の議会は", 8)
    with qtbot.waitSignal(shown.pane.moved) as moved:
        shown.view.scroll_to_position(place)
    assert moved.args == [place]


def test_no_article_no_card(shown: Shown) -> None:
    shown.pane.show_term("term 佐藤花子", shown.at("佐藤花子"))
    shown.pane.show_blank("ようこそ")
    assert not shown.pane.card.isVisible()
    assert shown.pane.known is None
    assert shown.pane.editing.choose_at(3) is None
    shown.pane.go_to(0, 1)
    shown.pane.set_look(DARK, 1.2)


def test_every_control_has_a_name(shown: Shown) -> None:
    assert nameless(shown.pane) == []


def test_a_term_of_a_long_word_is_marked_over_both_lines(qtbot: QtBot) -> None:
    line = Line("paragraph", "あ" * 38 + "北湖町立図書館" + "い" * 20)
    text = known_article(Line("title", "題"), line).revision.text
    known = known_article(Line("title", "題"), line, terms=(term(text, "北湖町立図書館", "place"),))
    shown = show(qtbot, known)
    shown.hover(shown.at("書館"))
    qtbot.waitUntil(shown.pane.card.isVisible)
    assert shown.pane.card.words.startswith("北湖町立図書館")
