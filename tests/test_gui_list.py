"""The left pane: models, painting, and what the search box leaves alone."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
from gui_values import colours, nameless, put_on_screen, row
from PySide6.QtCore import QAbstractListModel, QBuffer, QIODevice, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QInputMethodEvent, QPainter, QPixmap
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.gui.list_pane.models import ROW_ROLE, ArticleListModel, HitListModel
from reader.gui.list_pane.painting import ArticleDelegate, HitDelegate
from reader.gui.list_pane.pane import VIEWS, ListPane
from reader.model.searching import Found, Hit
from reader.presentation.messages import Messages
from reader.presentation.theme import DARK, LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.model.article import ArticleRow
    from reader.presentation.theme import Theme

JA = Messages("ja")
ROWS = [row(f"記事 {number}", number) for number in range(30, 0, -1)]
HIT = Hit("article", "id0007", "id0007", "題名", "前の北湖の後", ((2, 4),), 40, 1.0)


def watched(model: QAbstractListModel) -> QAbstractItemModelTester:
    """Watch a model; what it does wrong is a Qt warning, which fails the test."""
    return QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Warning, model
    )


@pytest.fixture
def pane(qtbot: QtBot) -> ListPane:
    """Give a list pane on the screen, with thirty articles."""
    pane = ListPane(LIGHT, JA)
    pane.resize(320, 600)
    pane.show_rows(ROWS, complete=True, current="")
    put_on_screen(qtbot, pane)
    return pane


class Heard(list[object]):
    """Everything that a signal told."""

    def take(self, *told: object) -> None:
        self.append(told[0] if len(told) == 1 else told)


def test_the_article_model_is_sound_in_all_it_does(qapp: QApplication) -> None:
    model = ArticleListModel(JA)
    watched(model)
    model.show_first([], complete=True)
    model.show_first(ROWS[:10], complete=False)
    model.fetchMore(QModelIndex())
    model.append(ROWS[8:20], complete=False)
    model.change(row("もうひとつ", 25))
    model.change(row("ここにない", 99))
    model.show_first(ROWS[:20], complete=False)
    model.append([], complete=True)
    model.show_first(ROWS[5:8], complete=True)
    assert [model.row_at(place) for place in range(-1, 4)] == [None, *ROWS[5:8], None]


def test_the_hit_model_is_sound(qapp: QApplication) -> None:
    model = HitListModel(JA)
    watched(model)
    model.show((HIT, HIT))
    model.show(())
    model.show((HIT,))
    assert model.index(0).data(ROW_ROLE) == HIT


def test_a_screen_reader_is_told_the_whole_line(qapp: QApplication) -> None:
    articles, hits = ArticleListModel(JA), HitListModel(JA)
    articles.show_first([row("題名", status="unread")], complete=True)
    hits.show((HIT,))
    role = Qt.ItemDataRole.AccessibleTextRole
    said = articles.index(0).data(role)
    assert all(words in said for words in ("題名", "未読", "テスト通信", "2025年12月3日", "注目 2"))
    assert hits.index(0).data(role) == "記事: 題名、前の北湖の後"


def test_pages_are_asked_for_one_at_a_time_and_end(qapp: QApplication) -> None:
    model = ArticleListModel(JA)
    wanted = Heard()
    model.page_wanted.connect(wanted.take)
    model.show_first(ROWS[:10], complete=False)
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert wanted == [ROWS[9]]
    assert not model.canFetchMore(QModelIndex())
    model.append(ROWS[8:12], complete=False)
    assert model.rowCount() == 12
    assert model.canFetchMore(QModelIndex())
    model.append(ROWS[12:14], complete=True)
    assert not model.canFetchMore(QModelIndex())
    assert [model.place_of(one.id) for one in ROWS[:14]] == list(range(14))
    assert not model.canFetchMore(model.index(0))


def test_scrolling_to_the_end_asks_for_the_next_page(qtbot: QtBot, pane: ListPane) -> None:
    pane.show_rows(ROWS[:12], complete=False, current="")
    with qtbot.waitSignal(pane.page_wanted) as asked:
        pane.rows.verticalScrollBar().setValue(pane.rows.verticalScrollBar().maximum())
    assert asked.args == [ROWS[11]]


def test_a_row_that_only_changed_leaves_everything_where_it_is(pane: ListPane) -> None:
    pane.mark_current(ROWS[20].id)
    pane.rows.verticalScrollBar().setValue(400)
    value = pane.rows.verticalScrollBar().value()
    told, resets = Heard(), Heard()
    pane.article_chosen.connect(told.take)
    pane.model.modelReset.connect(resets.take)
    read = [row(one.title, one.number, starred=True) for one in ROWS]
    pane.show_rows(read, complete=True, current=ROWS[20].id)
    assert pane.current_id() == ROWS[20].id
    assert pane.rows.selectionModel().isSelected(pane.model.index(20))
    assert pane.rows.verticalScrollBar().value() == value
    assert pane.model.row_at(3) == read[3]
    assert not told
    assert not resets


def test_a_new_article_does_not_open_another_one(pane: ListPane) -> None:
    pane.mark_current(ROWS[3].id)
    told = Heard()
    pane.article_chosen.connect(told.take)
    pane.show_rows([row("新しい", 31), *ROWS], complete=True, current=ROWS[3].id)
    assert pane.current_id() == ROWS[3].id
    assert not told


def test_the_keyboard_walks_through_the_articles(qtbot: QtBot, pane: ListPane) -> None:
    told, reading = Heard(), Heard()
    pane.article_chosen.connect(told.take)
    pane.reading_wanted.connect(lambda: reading.take(pane.current_id()))
    pane.mark_current(ROWS[0].id)
    pane.focus_list()
    QTest.keyClick(pane.rows, Qt.Key.Key_Down)
    QTest.keyClick(pane.rows, Qt.Key.Key_Down)
    pane.step(1)
    pane.step(-100)
    pane.step(100)
    QTest.keyClick(pane.rows, Qt.Key.Key_Return)
    assert told == [ROWS[place].id for place in (1, 2, 3, 0, 29)]
    assert reading == [ROWS[29].id]


def test_an_article_that_leaves_has_a_neighbour_to_show(pane: ListPane) -> None:
    assert pane.neighbour_of(ROWS[4].id) == ROWS[5].id
    assert pane.neighbour_of(ROWS[29].id) == ROWS[28].id
    pane.show_rows(ROWS[:1], complete=True, current="")
    assert pane.neighbour_of(ROWS[0].id) == ""


@pytest.mark.parametrize("view", VIEWS)
def test_an_empty_view_says_so(qtbot: QtBot, pane: ListPane, view: str) -> None:
    with qtbot.waitSignal(pane.view_changed) as changed:
        pane.show_view(view)
    assert changed.args == [view]
    pane.show_rows([], complete=True, current="")
    assert not pane.rows.isVisible()
    assert pane._empty.text() == JA(f"window.empty.{view}")
    pane.step(1)
    assert pane.current_id() == ""


def test_every_control_has_a_name(pane: ListPane) -> None:
    pane.show_hits(Found(1, (HIT,)))
    assert nameless(pane) == []


# Searching


def test_typing_searches_once_when_it_rests(qtbot: QtBot, pane: ListPane) -> None:
    told = Heard()
    pane.search_wanted.connect(told.take)
    QTest.keyClicks(pane.search_box, "ECB ")
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["ECB "]


def test_escape_leaves_the_search_and_the_list_is_as_it_was(qtbot: QtBot, pane: ListPane) -> None:
    pane.mark_current(ROWS[5].id)
    left = Heard()
    pane.search_left.connect(lambda: left.take(True))
    QTest.keyClicks(pane.search_box, "ECB")
    pane.show_hits(Found(1, (HIT,)))
    assert pane.hit_rows.isVisible()
    QTest.keyClick(pane.search_box, Qt.Key.Key_Escape)
    assert (pane.search_box.text(), pane.searching, left) == ("", False, [True])
    assert pane.rows.isVisible()
    assert pane.current_id() == ROWS[5].id


def test_escape_in_an_empty_box_is_left_to_the_window(qtbot: QtBot, pane: ListPane) -> None:
    left = Heard()
    pane.search_left.connect(lambda: left.take(True))
    QTest.keyClick(pane.search_box, Qt.Key.Key_Escape)
    assert not left


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_down_searches_at_once_and_goes_to_what_was_found(
    qtbot: QtBot, pane: ListPane, key: Qt.Key
) -> None:
    pane.search_wanted.connect(lambda _query: pane.show_hits(Found(2, (HIT, HIT))))
    pane.search_box.setFocus()
    pane.search_box.insert("北湖")
    told = Heard()
    pane.hit_chosen.connect(told.take)
    QTest.keyClick(pane.search_box, key)
    assert pane.hit_rows.hasFocus()
    QTest.keyClick(pane.hit_rows, Qt.Key.Key_Down)
    assert told
    assert set(told) == {HIT}


def test_a_hit_that_comes_later_takes_over_the_keyboard(qtbot: QtBot, pane: ListPane) -> None:
    pane.search_box.setFocus()
    pane.search_box.insert("北湖")
    QTest.keyClick(pane.search_box, Qt.Key.Key_Down)
    pane.show_hits(Found(1, (HIT,)))
    assert pane.hit_rows.hasFocus()


def test_rows_that_come_during_a_search_do_not_hide_the_hits(pane: ListPane) -> None:
    pane.search_box.setText("北湖")
    pane.show_hits(Found(1, (HIT,)))
    pane.show_rows(ROWS[:3], complete=True, current="")
    assert pane.hit_rows.isVisible()


def test_a_search_without_hits_says_so(pane: ListPane) -> None:
    pane.search_box.setText("北湖")
    pane.show_hits(Found(0, ()))
    assert pane._empty.isVisible()
    assert pane._empty.text() == JA("window.search.nothing")


def test_a_composition_is_left_alone_until_it_is_committed(qtbot: QtBot, pane: ListPane) -> None:
    told = Heard()
    pane.search_wanted.connect(told.take)
    pane.search_left.connect(lambda: told.take("left"))
    pane.search_box.setFocus()
    for preedit in ("k", "き", "きた", "北湖"):
        QApplication.sendEvent(pane.search_box, QInputMethodEvent(preedit, []))
        assert not pane._search_timer.isActive()
    assert (pane.search_box.text(), pane.searching) == ("", False)
    commit = QInputMethodEvent("", [])
    commit.setCommitString("北湖")
    QApplication.sendEvent(pane.search_box, commit)
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["北湖"]


# Painting


def option_for(delegate: QStyledItemDelegate, width: int = 320) -> QStyleOptionViewItem:
    """Return how a list would ask for a line to be painted."""
    option = QStyleOptionViewItem()
    height = delegate.sizeHint(option, QModelIndex()).height()
    option.rect = QRect(0, 0, width, height)
    option.state = QStyle.StateFlag.State_Enabled
    return option


def painted_words(delegate: QStyledItemDelegate, index: QModelIndex, width: int = 320) -> list[str]:
    """Return the words of each line that a delegate paints, from top to bottom."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture = QSvgGenerator()
    picture.setOutputDevice(buffer)
    option = option_for(delegate, width)
    picture.setSize(QSize(width, option.rect.height()))
    painter = QPainter(picture)
    delegate.paint(painter, option, index)
    painter.end()
    drawn = re.findall(r'<text[^>]* y="([\d.]+)"[^>]*>([^<]*)</text>', buffer.data().toStdString())
    lines: dict[float, str] = {}
    for height, words in drawn:
        lines[float(height)] = lines.get(float(height), "") + unescape(words)
    return [lines[height] for height in sorted(lines)]


def article(one: ArticleRow) -> QModelIndex:
    model = ArticleListModel(JA, QApplication.instance())
    model.show_first([one], complete=True)
    return model.index(0)


@pytest.mark.parametrize("sign", ["橋", "𠮷", "👍"])
def test_a_title_over_two_lines_loses_no_sign(qapp: QApplication, sign: str) -> None:
    title = sign * 20 + "これはまだ読める"
    first, second, caption = painted_words(ArticleDelegate(LIGHT, JA), article(row(title)))
    assert first + second == title
    assert caption.startswith("テスト通信")


@pytest.mark.parametrize("sign", ["橋", "𠮷"])
def test_a_title_that_is_too_long_is_cut_at_its_end(qapp: QApplication, sign: str) -> None:
    title = sign * 20 + "この題名は二行に収まらない長さがある" * 5
    first, second, _ = painted_words(ArticleDelegate(LIGHT, JA), article(row(title)))
    assert second.endswith("…")
    assert title.startswith(first + second[:-1])
    assert len(second) > 10


def test_a_short_title_takes_one_line(qapp: QApplication) -> None:
    words = painted_words(ArticleDelegate(LIGHT, JA), article(row("<b>短い</b>&amp;")))
    assert words[0] == "<b>短い</b>&amp;"
    assert len(words) == 2


def test_a_star_and_a_narrow_list_leave_room_for_the_title(qapp: QApplication) -> None:
    one = row("長い題名" * 20, starred=True, status="unread", source="とても長い出典の名前" * 5)
    for width in (60, 120, 320):
        words = painted_words(ArticleDelegate(LIGHT, JA), article(one), width)
        assert any("★" in line for line in words)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_unread_starred_and_chosen_lines_are_painted_so(pane: ListPane, theme: Theme) -> None:
    pane.set_look(theme, 16)
    rows = [row("未読の題名" * 9, 2, status="unread", starred=True), row("既読", 1)]
    pane.show_rows(rows, complete=True, current=rows[1].id)
    seen = colours(pane.rows.viewport().grab().toImage())
    assert {theme[role] for role in ("unread", "accent", "text", "chosen")} <= seen


def hit_index(hit: Hit) -> QModelIndex:
    model = HitListModel(JA, QApplication.instance())
    model.show((hit,))
    return model.index(0)


def test_a_hit_says_where_it_is_and_the_words_around(qapp: QApplication) -> None:
    words = painted_words(HitDelegate(LIGHT, JA), hit_index(HIT))
    assert words == ["記事 ・ 題名", "前の北湖の後"]


@pytest.mark.parametrize("before", [2, 24], ids=["first line", "second line"])
def test_found_words_are_marked_wherever_they_stand(qapp: QApplication, before: int) -> None:
    snippet = "𠮷" * before + "北湖" + "の後に続く言葉" * 12
    hit = Hit("note", "n", "a", "題名", snippet, ((before, before + 2),), 0, 1.0)
    delegate = HitDelegate(LIGHT, JA)
    option = option_for(delegate)
    picture = QPixmap(option.rect.size())
    picture.fill(QColor(LIGHT["panel"]))
    painter = QPainter(picture)
    delegate.paint(painter, option, hit_index(hit))
    painter.end()
    image = picture.toImage()
    marked = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).name() == LIGHT["found"]
    ]
    assert marked
    lines = painted_words(delegate, hit_index(hit))
    line = next(number for number, words in enumerate(lines) if "北湖" in words)
    heights = {y for _x, y in marked}
    middle = image.height() * (line + 0.5) / 3
    assert min(heights) < middle < max(heights)
    assert max(x for x, _y in marked) - min(x for x, _y in marked) < 40
