"""The list of the glossary: pages, filters, keys, and what it says where there is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from gui_values import colours, nameless, put_on_screen
from PySide6.QtCore import QAbstractListModel, QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from term_card_values import entries, entry

from reader.gui.glossary.list_pane import GlossaryList
from reader.gui.glossary.models import ENTRY_ROLE, GlossaryListModel
from reader.model.glossary import GLOSSARY_SORTS, GlossaryQuery
from reader.model.understanding import CATEGORIES
from reader.presentation.messages import Messages
from reader.presentation.theme import DARK, LIGHT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from reader.model.glossary import GlossarySort
    from reader.model.understanding import Category
    from reader.presentation.theme import Theme

JA = Messages("ja")
ROWS = entries(60)


class Heard(list[object]):
    """Everything that a signal told."""

    def take(self, *told: object) -> None:
        self.append(told[0] if len(told) == 1 else told)


def watched(model: QAbstractListModel) -> QAbstractItemModelTester:
    """Watch a model; what it does wrong is a Qt warning, which fails the test."""
    return QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Warning, model
    )


@pytest.fixture
def pane(qtbot: QtBot) -> GlossaryList:
    """Give the list on the screen, with sixty terms."""
    pane = GlossaryList(LIGHT, JA)
    pane.resize(320, 600)
    pane.show_query(ROWS, count=60, current="")
    put_on_screen(qtbot, pane)
    return pane


def test_the_model_is_sound_in_all_it_does(qapp: QApplication) -> None:
    model = GlossaryListModel(JA)
    watched(model)
    model.show([], count=0)
    model.show(ROWS[:10], count=40)
    model.want(30)
    model.append(ROWS[10:20], complete=False)
    model.append(ROWS[18:45], complete=False)
    model.append(ROWS[45:46], complete=True)
    assert (model.rowCount(), model.complete) == (46, True)
    model.show(ROWS[:20], count=60)
    model.append(ROWS[20:25], complete=True)
    assert model.rowCount() == 25
    model.show([*ROWS[:24], entry("別")], count=25)
    model.append([], complete=True)
    model.show(ROWS[:3], count=3)
    assert [model.entry_at(place) for place in range(-1, 4)] == [None, *ROWS[:3], None]


def test_the_list_is_as_long_as_the_glossary_from_the_beginning(qapp: QApplication) -> None:
    model = GlossaryListModel(JA)
    model.show(entries(200), count=20_000)
    assert (model.rowCount(), model.loaded, model.complete) == (20_000, 200, False)
    assert model.index(150).data() == "用語00150"
    assert model.index(19_999).data() is None


def test_lines_are_asked_for_one_page_at_a_time_until_they_are_there(qapp: QApplication) -> None:
    model = GlossaryListModel(JA)
    asked = Heard()
    model.rows_wanted.connect(asked.take)
    rows = entries(5_000)
    model.show(rows[:200], count=5_000)
    model.want(100)
    assert asked == []
    model.want(190)
    model.want(3_000)
    assert asked == [(rows[199], 200)]
    model.append(rows[200:400], complete=False)
    assert asked[1:] == [(rows[399], 2_000)]
    model.append(rows[400:2_400], complete=False)
    model.append(rows[2_400:3_060], complete=False)
    assert len(asked) == 3
    assert model.index(3_000).data() == "用語03000"


def test_lines_far_behind_are_read_anew_when_they_are_wanted(qapp: QApplication) -> None:
    model = GlossaryListModel(JA)
    watched(model)
    asked, resets = Heard(), Heard()
    model.rows_wanted.connect(asked.take)
    model.modelReset.connect(lambda: resets.take(True))
    rows = entries(1_000)
    model.show(rows, count=1_000)
    resets.clear()
    model.show([entry(rows[0].text, "place"), *rows[1:200]], count=1_000)
    assert (resets, model.loaded, model.rowCount()) == ([], 200, 1_000)
    assert model.place_of(rows[500].id) == -1
    model.want(500)
    assert asked == [(rows[199], 360)]
    model.append(rows[200:560], complete=False)
    assert model.place_of(rows[500].id) == 500


def test_a_glossary_that_grew_or_shrank_meanwhile_ends_where_it_ends(qapp: QApplication) -> None:
    model = GlossaryListModel(JA)
    watched(model)
    model.show(ROWS[:10], count=20)
    model.append(ROWS[10:30], complete=True)
    assert model.rowCount() == 30
    model.show(ROWS[:10], count=50)
    model.append(ROWS[10:12], complete=True)
    assert model.rowCount() == 12


def test_scrolling_asks_for_what_comes_into_view(qtbot: QtBot, pane: GlossaryList) -> None:
    rows = entries(1_000)
    pane.show_query(rows[:200], count=1_000, current="")
    with qtbot.waitSignal(pane.rows_wanted) as asked:
        pane.rows.verticalScrollBar().setValue(pane.rows.verticalScrollBar().maximum())
    assert asked.args == [rows[199], 800]
    pane.append(rows[200:], complete=True)
    index = pane.rows.indexAt(pane.rows.viewport().rect().bottomLeft())
    assert index.data() == "用語00999"


def test_lines_that_only_changed_leave_everything_where_it_is(pane: GlossaryList) -> None:
    pane.mark_current(ROWS[30].id)
    pane.rows.verticalScrollBar().setValue(500)
    told, resets = Heard(), Heard()
    pane.line_chosen.connect(told.take)
    pane.model.modelReset.connect(lambda: resets.take(True))
    changed = [entry(one.text, "place") for one in ROWS]
    pane.show_rows(changed, count=60, current=ROWS[30].id)
    assert pane.rows.verticalScrollBar().value() == 500
    assert pane.current_id() == ROWS[30].id
    assert pane.model.index(3).data(ENTRY_ROLE) == changed[3]
    assert (told, resets) == ([], [])


class Painted(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.times += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


def test_lines_that_come_or_change_are_painted_anew(qtbot: QtBot, pane: GlossaryList) -> None:
    pane.show_query(ROWS[:8], count=20, current="")
    qtbot.wait(30)
    painted = Painted(pane.rows.viewport())
    pane.append(ROWS[8:20], complete=True)
    qtbot.waitUntil(lambda: painted.times == 1)
    pane.show_rows([entry(ROWS[0].text, "place"), *ROWS[1:20]], count=20, current="")
    qtbot.waitUntil(lambda: painted.times == 2)


def test_a_term_that_comes_or_goes_does_not_move_what_is_in_view(pane: GlossaryList) -> None:
    pane.mark_current(ROWS[30].id)
    pane.rows.verticalScrollBar().setValue(505)
    top = pane.rows.indexAt(pane.rows.viewport().rect().topLeft())
    seen = top.data(), pane.rows.visualRect(top).top()
    told = Heard()
    pane.line_chosen.connect(told.take)
    pane.show_rows([entry("新しい"), *ROWS[:5], *ROWS[6:]], count=60, current=ROWS[30].id)
    top = pane.rows.indexAt(pane.rows.viewport().rect().topLeft())
    assert (top.data(), pane.rows.visualRect(top).top()) == seen
    pane.show_rows([entry("一つ"), entry("二つ"), *ROWS], count=62, current=ROWS[30].id)
    top = pane.rows.indexAt(pane.rows.viewport().rect().topLeft())
    assert (top.data(), pane.rows.visualRect(top).top()) == seen
    assert pane.current_id() == ROWS[30].id
    assert told == []


def test_a_term_further_down_is_looked_for_page_by_page(qtbot: QtBot, pane: GlossaryList) -> None:
    rows = entries(900)
    asked = Heard()
    pane.rows_wanted.connect(asked.take)
    pane.show_query(rows[:200], count=900, current="")
    pane.mark_current(rows[700].id)
    assert asked == [(rows[199], 200)]
    pane.append(rows[200:400], complete=False)
    pane.append(rows[400:600], complete=False)
    pane.append(rows[600:800], complete=False)
    assert pane.current_id() == rows[700].id
    assert pane.rows.viewport().rect().intersects(pane.rows.visualRect(pane.rows.currentIndex()))


def test_the_first_list_shows_the_term_whose_card_is_shown(pane: GlossaryList) -> None:
    pane.show_query(ROWS, count=60, current=ROWS[50].id, seek=True)
    visible = pane.rows.viewport().rect()
    assert visible.intersects(pane.rows.visualRect(pane.model.index(50)))
    # Another order or filter is shown from its beginning.
    pane.show_query(ROWS, count=60, current=ROWS[50].id)
    assert pane.rows.verticalScrollBar().value() == 0
    assert pane.current_id() == ROWS[50].id


def test_the_keyboard_walks_through_the_terms(pane: GlossaryList) -> None:
    told, card = Heard(), Heard()
    pane.line_chosen.connect(told.take)
    pane.page_wanted.connect(lambda: card.take(pane.current_id()))
    pane.mark_current(ROWS[0].id)
    pane.focus_list()
    QTest.keyClick(pane.rows, Qt.Key.Key_Down)
    QTest.keyClick(pane.rows, Qt.Key.Key_End)
    pane.step(-1)
    QTest.keyClick(pane.rows, Qt.Key.Key_Return)
    assert told == [ROWS[place].id for place in (1, 59, 58)]
    assert card == [ROWS[58].id]


def test_the_keyboard_alone_opens_no_other_card(pane: GlossaryList) -> None:
    told = Heard()
    pane.line_chosen.connect(told.take)
    pane.filters.box.setFocus()
    pane.focus_list()
    assert pane.rows.hasFocus()
    assert (told, pane.current_id()) == ([], "")
    QTest.keyClick(pane.rows, Qt.Key.Key_Down)
    assert told == [ROWS[0].id]


def test_keys_on_a_line_correct_and_hide_its_term(pane: GlossaryList) -> None:
    told = Heard()
    pane.edit_wanted.connect(lambda: told.take("edit"))
    pane.hide_wanted.connect(lambda: told.take("hide"))
    pane.mark_current(ROWS[2].id)
    pane.focus_list()
    QTest.keyClick(pane.rows, Qt.Key.Key_F2)
    QTest.keyClick(pane.rows, Qt.Key.Key_Delete)
    assert told == ["edit", "hide"]


def test_a_term_that_leaves_has_a_neighbour_to_show(pane: GlossaryList) -> None:
    assert pane.neighbour_of(ROWS[4].id) == ROWS[5].id
    assert pane.neighbour_of(ROWS[59].id) == ROWS[58].id
    assert pane.neighbour_of("not there") == ""
    pane.show_query(ROWS[:1], count=1, current="")
    assert pane.neighbour_of(ROWS[0].id) == ""


def test_every_control_has_a_name(pane: GlossaryList) -> None:
    assert nameless(pane) == []


def test_a_screen_reader_is_told_the_whole_line(pane: GlossaryList) -> None:
    one = entry("橋", "place", reading="はし", own=True)
    pane.show_query([one], count=1, current="")
    said = pane.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert all(words in said for words in ("橋", "はし", "地名・国", "2 件の記事", "自作"))


# Filters


def test_typing_filters_once_when_it_rests(qtbot: QtBot, pane: GlossaryList) -> None:
    told = Heard()
    pane.query_changed.connect(told.take)
    QTest.keyClicks(pane.filters.box, "asean ")
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert told == [GlossaryQuery(text="asean")]


def test_a_composition_is_left_alone_until_it_is_committed(
    qtbot: QtBot, pane: GlossaryList
) -> None:
    told = Heard()
    pane.query_changed.connect(told.take)
    box = pane.filters.box
    box.setFocus()
    for preedit in ("b", "ぼ", "ぼう", "防衛"):
        QApplication.sendEvent(box, QInputMethodEvent(preedit, []))
        qtbot.wait(30)
    assert (box.text(), told) == ("", [])
    commit = QInputMethodEvent("", [])
    commit.setCommitString("防衛")
    QApplication.sendEvent(box, commit)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [GlossaryQuery(text="防衛")]


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_down_filters_at_once_and_goes_to_the_first_term(pane: GlossaryList, key: Qt.Key) -> None:
    found = ROWS[7:9]
    pane.query_changed.connect(lambda _query: pane.show_query(found, count=2, current=""))
    pane.filters.box.setFocus()
    pane.filters.box.insert("用語")
    QTest.keyClick(pane.filters.box, key)
    assert pane.rows.hasFocus()
    assert pane.current_id() == found[0].id


def test_escape_shows_all_terms_again(qtbot: QtBot, pane: GlossaryList) -> None:
    told = Heard()
    pane.query_changed.connect(told.take)
    pane.filters.box.setFocus()
    QTest.keyClicks(pane.filters.box, "x")
    QTest.keyClick(pane.filters.box, Qt.Key.Key_Escape)
    assert told == [GlossaryQuery()]
    assert pane.rows.hasFocus()


def test_a_category_switched_on_shows_it_alone_and_another_one_adds_to_it(
    qtbot: QtBot, pane: GlossaryList
) -> None:
    told: list[GlossaryQuery] = []
    pane.query_changed.connect(told.append)
    names: tuple[Category, ...] = ("person", "place")
    for name in names:
        with qtbot.waitSignal(pane.query_changed):
            pane.filters.categories[name].click()
    for name in names:
        with qtbot.waitSignal(pane.query_changed):
            pane.filters.categories[name].click()
    assert [query.categories for query in told] == [
        {"person"},
        {"person", "place"},
        {"place"},
        set(CATEGORIES),
    ]


def test_every_order_and_the_hidden_terms_can_be_asked_for(pane: GlossaryList) -> None:
    told: list[GlossaryQuery] = []
    pane.query_changed.connect(told.append)
    for sort in GLOSSARY_SORTS:
        pane.filters.choose_sort(sort)
        assert pane.filters.order.text().startswith(JA(f"glossary.sort.{sort}"))
    assert [query.sort for query in told] == list(GLOSSARY_SORTS)
    for flag in ("noted", "hidden"):
        pane.filters.choose_flag(flag)
        assert JA(f"glossary.flag.{flag}") in pane.filters.order.text()
    assert (told[-2].noted, told[-2].hidden) == (True, False)
    assert (told[-1].noted, told[-1].hidden) == (True, True)


def test_the_number_of_terms_is_told(pane: GlossaryList) -> None:
    pane.show_query(ROWS, count=12_345, current="")
    assert pane.filters.count_words == "12,345 語"
    pane.show_query([], count=0, current="")
    assert pane.filters.count_words == ""


def test_an_empty_glossary_says_so(pane: GlossaryList) -> None:
    pane.show_query([], count=0, current="")
    assert pane.empty_words == JA("glossary.empty")
    assert not pane.rows.isVisible()
    pane.step(1)
    assert pane.current_id() == ""


def test_a_filter_without_hits_says_so_and_can_be_given_up(
    qtbot: QtBot, pane: GlossaryList
) -> None:
    pane.filters.box.setText("ない")
    pane.filters.categories["place"].setChecked(True)
    pane.show_query([], count=0, current="")
    assert pane.empty_words == JA("glossary.nothing")
    told = Heard()
    pane.query_changed.connect(told.take)
    QTest.mouseClick(pane.all_button, Qt.MouseButton.LeftButton)
    assert told[-1] == GlossaryQuery()
    pane.show_query(ROWS, count=60, current="")
    assert pane.empty_words == ""


def test_that_nothing_is_hidden_is_said(pane: GlossaryList) -> None:
    pane.filters.choose_flag("hidden")
    pane.show_query([], count=0, current="")
    assert pane.empty_words == JA("glossary.nothing.hidden")
    pane.filters.choose_sort("use")
    pane.filters.box.setText("橋")
    pane.show_query([], count=0, current="")
    assert pane.empty_words == JA("glossary.nothing")
    pane.filters.clear()
    assert pane.filters.query == GlossaryQuery(sort="use")
    assert JA("glossary.flag.hidden") not in pane.filters.order.text()


# Looks


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_each_category_has_its_mark(pane: GlossaryList, theme: Theme) -> None:
    rows = [entry(f"橋{name}", name) for name in CATEGORIES]
    pane.show_query(rows, count=len(rows), current=rows[0].id)
    pane.set_look(theme, 13)
    seen = colours(pane.rows.viewport().grab().toImage())
    assert {theme[f"term.{name}"] for name in CATEGORIES} <= seen
    assert {theme["chosen"], theme["text"]} <= seen


def test_long_forms_and_readings_stay_within_the_line(pane: GlossaryList) -> None:
    long = entry("とても長い名前の国際機関" * 9, reading="とてもながい" * 9, articles=12_345)
    for width in (225, 320, 700):
        pane.resize(width, 400)
        pane.show_query([long, entry("橋", reading="はし")], count=2, current=long.id)
        picture = pane.rows.viewport().grab().toImage()
        edge = {picture.pixelColor(picture.width() - 3, y).name() for y in range(60)}
        assert len(edge) == 1


def test_the_first_term_under_a_letter_has_it_before_it(pane: GlossaryList) -> None:
    def marked(sort: GlossarySort) -> bool:
        pane.filters.choose_sort(sort)
        rows = [entry(text, sort_key=text) for text in ("あさ", "あめ", "かぜ")]
        pane.show_query(rows, count=3, current="")
        picture = pane.rows.viewport().grab().toImage()
        # The dot of a line begins further to the right where letters stand before it.
        line = [picture.pixelColor(x, 16).name() for x in range(60)]
        return line.index(LIGHT["term.concept"]) > 26

    assert marked("reading")
    assert not marked("use")
