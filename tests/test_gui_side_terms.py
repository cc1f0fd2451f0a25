"""The terms beside the article, in their orders; tabs in little room; and why there are none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from gui_values import (
    Line,
    again,
    bridge_article,
    colours,
    known_article,
    nameless,
    put_on_screen,
    term,
    watch_point,
)
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from reader.gui.side_pane.pane import TABS, SidePane
from reader.gui.style import style_sheet
from reader.gui.term_menu import TermAct
from reader.presentation.languages import has_rules
from reader.presentation.messages import Messages
from reader.presentation.theme import LIGHT
from reader.system.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from reader.model.known import KnownArticle
    from reader.model.understanding import Category

JA, EN = Messages("ja"), Messages("en")
LINE = "協定を北湖町とASEANと佐藤花子とアクラが結ぶ"


class Side(SidePane):
    """The right pane on the screen, and what it told."""

    def __init__(self, qtbot: QtBot, messages: Messages = JA, width: int = 360) -> None:
        super().__init__(LIGHT, messages)
        self.told: list[tuple[object, ...]] = []
        for name in ("term_chosen", "term_card_asked", "term_act_chosen", "dismiss_asked"):
            getattr(self, name).connect(self._hear(name))
        self.setStyleSheet(style_sheet(LIGHT, 13))
        self.resize(width, 640)
        self.show_article(five_terms())
        put_on_screen(qtbot, self)

    def rows(self) -> list[str]:
        model = self.terms.model
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def row(self, words: str) -> QPoint:
        """Return the middle of a row."""
        index = self.terms.model.index(self.rows().index(words))
        return self.terms.list.visualRect(index).center()

    def click(self, point: QPoint) -> None:
        QTest.mouseClick(self.terms.list.viewport(), Qt.MouseButton.LeftButton, pos=point)

    def tabs(self) -> list[str]:
        return [self._tabs.button(number).text() for number in range(len(TABS))]

    def _hear(self, name: str) -> object:
        def hear(*values: object) -> None:
            self.told.append((name, *values))

        return hear


def five_terms() -> KnownArticle:
    of: tuple[tuple[str, Category, str, float, bool], ...] = (
        ("佐藤花子", "person", "さとうはなこ", 1.0, True),
        ("北湖町", "place", "きたこちょう", 0.5, True),
        ("協定", "agreement", "きょうてい", 0.9, False),
        ("ASEAN", "organization", "", 0.7, True),
        ("アクラ", "place", "あくら", 0.6, True),
    )
    terms = tuple(
        term(LINE, words, category, reading=reading, weight=weight, shown=shown)
        for words, category, reading, weight, shown in of
    )
    return known_article(Line("paragraph", LINE), terms=terms)


@pytest.fixture
def side(qtbot: QtBot) -> Side:
    """Give the right pane with five terms, their tab in front."""
    side = Side(qtbot)
    side.focus_tab("terms")
    return side


@pytest.fixture(autouse=True)
def no_menu_stays() -> Iterator[None]:
    yield
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


# Orders


@pytest.mark.parametrize(
    "order,rows",
    [
        ("weight", ["佐藤花子", "ASEAN", "アクラ", "北湖町", "協定"]),
        ("place", ["協定", "北湖町", "ASEAN", "佐藤花子", "アクラ"]),
        ("reading", ["アクラ", "北湖町", "協定", "佐藤花子", "ASEAN"]),
    ],
)
def test_terms_stand_in_the_order_that_is_chosen(side: Side, order: str, rows: list[str]) -> None:
    for action in side.terms._orders.actions():
        if action.data() == order:
            action.trigger()
    assert side.rows() == rows
    assert side.terms._order.text() == f"{JA(f'terms.sort.{order}')} ▾"
    side.show_article(again(five_terms(), terms=five_terms().terms[::-1]))
    assert side.rows() == rows


def test_an_order_stays_when_another_article_is_shown(side: Side) -> None:
    side.terms._orders.actions()[1].trigger()
    side.show_article(bridge_article())
    assert side.rows() == ["北湖町", "協定", "佐藤花子"]


# What pointer and keys do on a row


def test_a_click_goes_to_the_passage_and_one_on_the_arrow_to_the_card(side: Side) -> None:
    middle = side.row("北湖町")
    side.click(middle)
    side.click(QPoint(side.terms.list.viewport().width() - 12, middle.y()))
    assert side.told == [("term_chosen", "term 北湖町"), ("term_card_asked", "term 北湖町")]


def test_a_press_that_ends_on_another_row_is_no_click(side: Side) -> None:
    port = side.terms.list.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=side.row("北湖町"))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=side.row("佐藤花子"))
    QTest.mouseClick(port, Qt.MouseButton.RightButton, pos=side.row("佐藤花子"))
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=QPoint(40, port.height() - 4))
    assert side.told == []


def test_return_goes_to_the_passage_and_alt_return_to_the_card(side: Side) -> None:
    side.terms.show_current("term アクラ")
    QTest.keyClick(side.terms.list, Qt.Key.Key_Return)
    QTest.keyClick(side.terms.list, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert side.told == [("term_chosen", "term アクラ"), ("term_card_asked", "term アクラ")]


@pytest.mark.parametrize("keyboard", [True, False])
def test_a_row_has_the_menu_of_its_term(side: Side, keyboard: bool) -> None:
    side.terms.show_current("term アクラ")
    reason = QContextMenuEvent.Reason
    point = side.row("アクラ")
    event = QContextMenuEvent(
        reason.Keyboard if keyboard else reason.Mouse,
        QPoint(2, 2) if keyboard else point,
        side.terms.list.viewport().mapToGlobal(point),
    )
    QApplication.sendEvent(side.terms.list.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    hide = next(one for one in menu.actions() if one.text() == JA("terms.hide"))
    hide.trigger()
    assert side.told == [("term_act_chosen", TermAct("hide", "term アクラ"))]


def test_a_term_that_was_just_made_is_chosen_as_soon_as_it_is_there(side: Side) -> None:
    side.terms.show_current("term 結ぶ")
    new = term(LINE, "結ぶ", "concept", own=True)
    side.show_article(again(five_terms(), terms=(*five_terms().terms, new)))
    assert side.terms.list.currentIndex().data() == "結ぶ"
    side.terms.show_current("term アクラ")
    side.show_article(five_terms())
    assert side.terms.list.currentIndex().data() == "アクラ"


def test_a_term_of_the_readers_own_says_so(side: Side) -> None:
    own = replace(five_terms().terms[0], own=True)
    side.show_article(again(five_terms(), terms=(own,)))
    said = side.terms.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "佐藤花子、人物 ・ 自分の用語 ・ この記事に 1 回"


# Following what is highlighted


def test_the_tab_counts_what_is_highlighted(side: Side) -> None:
    assert side.tabs()[1] == "用語 4"
    side.set_emphasis(replace(Settings(), terms_shown="more"))
    assert side.tabs()[1] == "用語 5"
    side.set_emphasis(replace(Settings(), categories_off=("place",)))
    assert side.tabs()[1] == "用語 2"
    side.show_article(bridge_article())
    assert side.tabs()[1] == "用語 1"


def test_a_term_that_is_not_highlighted_is_quiet_in_the_list(side: Side) -> None:
    def seen() -> set[str]:
        return colours(side.terms.list.viewport().grab().toImage())

    assert LIGHT["term.agreement"] not in seen()
    assert {LIGHT["term.place"], LIGHT["term.organization"]} <= seen()
    side.set_emphasis(replace(Settings(), terms_shown="more", categories_off=("organization",)))
    assert LIGHT["term.agreement"] in seen()
    assert LIGHT["term.organization"] not in seen()


# Tabs where there is little room


def ink(picture: QImage) -> int:
    """Count the dark points of a picture: words that are cut have fewer."""
    points = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return sum(picture.pixelColor(*point).lightness() < 120 for point in points)


@pytest.mark.parametrize("messages", [JA, EN], ids=["ja", "en"])
@pytest.mark.parametrize("width", [255, 275, 300, 340, 420])
def test_no_tab_is_ever_cut(qtbot: QtBot, messages: Messages, width: int) -> None:
    side = Side(qtbot, messages, width)
    known = bridge_article()
    many = tuple(replace(known.watch_points[0], id=f"p{number}") for number in range(24))
    side.show_article(again(known, watch_points=many))
    for name in TABS:
        side.show_tab(name)
        QApplication.processEvents()
        for number, tab in enumerate(TABS):
            button = side._tabs.button(number)
            assert button.text().startswith(messages(f"window.tab.{tab}"))
            # What is cut is drawn as a shorter word: the last sign is missing then.
            words = button.grab().toImage()
            button.resize(400, button.height())
            assert ink(words) == ink(button.grab().toImage()), (button.text(), width)
            side._tabs.resize(side.width() - 1, side._tabs.height())
            side._tabs.resize(side.width(), side._tabs.height())
            assert button.geometry().right() < side.width()
        assert side._tabs.button(0).accessibleName() == f"{messages('window.tab.watch')} 24"


def test_a_tab_without_its_count_tells_it_to_the_pointer(qtbot: QtBot) -> None:
    side = Side(qtbot, EN, 262)
    side.show_article(bridge_article())
    side.show_tab("summary")
    tab = side._tabs.button(0)
    assert (tab.text(), tab.toolTip()) == ("Watch", "Watch 2")
    side.resize(420, 640)
    assert (tab.text(), tab.toolTip()) == ("Watch 2", "")


# Where nothing is found


@pytest.mark.parametrize(
    "language,understood",
    [("ja", True), ("en-GB", True), ("en_US", True), ("de", False), ("zh", False), ("", False)],
)
def test_two_languages_are_understood(language: str, understood: bool) -> None:
    assert has_rules(language) == understood


def said(side: Side) -> list[str]:
    """Return what is said in place of watch points, terms and key sentences."""
    watch, sentences = (
        [label.text() for label in column._shown if isinstance(label, QLabel)]
        for column in (side.watch, side.summary._sentences)
    )
    return [*watch, side.terms.says, *sentences]


def test_an_article_in_another_language_says_that_it_shows_structure_only(side: Side) -> None:
    side.show_article(known_article(Line("paragraph", "Der See friert zu."), language="de"))
    assert said(side) == [JA("terms.structure_only")] * 3
    side.show_article(known_article(Line("paragraph", "湖は凍る。")))
    assert said(side)[:2] == [JA("window.watch.none"), JA("terms.none")]
    assert JA("terms.structure_only") not in said(side)


def test_what_the_reader_made_in_such_an_article_is_shown_as_ever(side: Side) -> None:
    text = "Der See friert zu."
    known = known_article(
        Line("paragraph", text),
        language="de",
        terms=(term(text, "See", "place", own=True),),
        watch_points=(watch_point(text, "friert zu"),),
    )
    side.show_article(known)
    assert side.rows() == ["See"]
    assert side.terms.says == ""
    assert side.watch.card("point friert zu") is not None


def test_an_article_that_is_still_being_read_is_not_said_to_have_nothing(side: Side) -> None:
    known = again(known_article(Line("paragraph", "湖は凍る。")), understood=False)
    side.show_article(known)
    assert said(side) == [JA("terms.pending")] * 3
    side.show_article(five_terms())
    assert side.terms.says == ""


# Watch points


def test_a_watch_point_can_be_said_to_be_none(side: Side) -> None:
    side.show_article(bridge_article())
    card = side.watch.card("point 費用は増えるのか")
    assert card is not None
    actions = card._more.menu().actions()
    next(one for one in actions if one.text() == JA("terms.watch.dismiss")).trigger()
    assert side.told == [("dismiss_asked", "point 費用は増えるのか")]


def test_a_watch_point_that_was_just_made_is_marked_as_soon_as_it_is_there(side: Side) -> None:
    known = bridge_article()
    side.show_article(known)
    made = watch_point(known.revision.text, "工期は三年", origin="reader", heading="")
    side.watch.show_current(made.id)
    side.show_article(again(known, watch_points=(*known.watch_points, made)))
    card = side.watch.card(made.id)
    assert card is not None
    assert card.property("current")


def test_every_control_has_a_name(side: Side) -> None:
    assert nameless(side) == []
