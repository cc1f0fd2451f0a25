"""Terms on the page: their menus and keys, the legend, and what is set off without a new layout."""

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
    places,
    put_on_screen,
    term,
)
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QCursor, QGuiApplication, QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from reader.gui.article_pane.pane import ArticlePane
from reader.model.glossary import ElsewhereTerm
from reader.model.understanding import CATEGORIES, Attribution, Hedge
from reader.presentation.messages import Messages
from reader.presentation.theme import DARK, LIGHT
from reader.system.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from reader.model.known import KnownArticle
    from reader.presentation.theme import Theme

JA = Messages("ja")
TOLD = (
    "term_card_asked",
    "term_act_asked",
    "details_asked",
    "term_asked",
    "watch_point_asked",
    "block_asked",
    "term_chosen",
    "highlight_wanted",
    "remove_wanted",
    "recolor_wanted",
    "highlight_chosen",
)


class Page:
    """An article pane on the screen, and everything that it told."""

    def __init__(self, qtbot: QtBot, known: KnownArticle, settings: Settings) -> None:
        self.bot = qtbot
        self.pane = ArticlePane(LIGHT, JA, settings=settings)
        self.pane.resize(QSize(760, 620))
        put_on_screen(qtbot, self.pane)
        self.told: list[tuple[object, ...]] = []
        for name in TOLD:
            getattr(self.pane, name).connect(self._hear(name))
        self.pane.show_article(known)
        self.view = self.pane.view
        self.view.setFocus()

    @property
    def text(self) -> str:
        assert self.pane.known is not None
        return self.pane.known.revision.text

    def at(self, words: str, nth: int = 0) -> int:
        """Return where words stand in the text for the nth time."""
        return places(self.text, words)[nth][0]

    def caret(self, words: str, nth: int = 0) -> None:
        """Put the caret before words."""
        place = self.at(words, nth)
        self.view.go_to(place, place, flash=False)

    def select(self, words: str) -> tuple[int, int]:
        """Select words."""
        place = places(self.text, words)[0]
        self.view.go_to(*place, flash=False)
        self.view.select_range(*place)
        return place

    def point(self, words: str, nth: int = 0, *, right: bool = False) -> QPoint:
        """Return a point in the left or right half of the first sign of words."""
        self.caret(words, nth)
        return self.view.rectangle_of(self.at(words, nth)).center() + QPoint(12 if right else 4, 0)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        QTest.keyClick(self.view, key, modifier or Qt.KeyboardModifier.NoModifier)

    def menu_at(self, words: str, nth: int = 0, *, selected: bool = False) -> QMenu:
        """Open the menu by the right button on words, which may be selected."""
        if not selected:
            self.caret(words, nth)
        point = self.view.rectangle_of(self.at(words, nth)).center() + QPoint(4, 0)
        port = self.view.viewport()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, port.mapToGlobal(point))
        QApplication.sendEvent(port, event)
        return self.menu()

    def menu(self) -> QMenu:
        """Return the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def choose(self, menu: QMenu, *path: str) -> None:
        """Choose an action of a menu by its words, through the menus below it."""
        for words in path[:-1]:
            below = action(menu, words).menu()
            assert isinstance(below, QMenu)
            menu = below
        action(menu, path[-1]).trigger()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()

    def _hear(self, name: str) -> object:
        def hear(*values: object) -> None:
            self.told.append((name, *values))

        return hear


def action(menu: QMenu, words: str) -> QAction:
    """Return the action of a menu that says these words, its key left away."""
    found = [one for one in menu.actions() if one.text().partition("\t")[0] == words]
    assert found, [one.text() for one in menu.actions()]
    return found[0]


def words_of(menu: QMenu) -> list[str]:
    """Return what a menu offers."""
    return [one.text().partition("\t")[0] for one in menu.actions() if not one.isSeparator()]


@pytest.fixture(autouse=True)
def no_menu_stays() -> Iterator[None]:
    yield
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    """Give the article about the bridge on the screen."""
    return Page(qtbot, bridge_article(), Settings())


def show(qtbot: QtBot, known: KnownArticle, **settings: object) -> Page:
    return Page(qtbot, known, replace(Settings(), **settings))  # type: ignore[arg-type]


# The menu of a term


OPEN = JA("terms.card.open")


def test_the_menu_of_a_term_offers_what_can_be_done_with_it(page: Page) -> None:
    assert words_of(page.menu_at("佐藤花子")) == [
        OPEN,
        JA("window.action.next_place"),
        JA("window.action.previous_place"),
        JA("terms.category"),
        JA("terms.merge"),
        JA("terms.part"),
        JA("terms.hide"),
        JA("window.copy"),
        JA("terms.block.heading"),
    ]


def test_what_is_chosen_from_the_menu_of_a_term_is_told(page: Page) -> None:
    for path in (
        (OPEN,),
        (JA("terms.hide"),),
        (JA("terms.merge"),),
        (JA("terms.category"), JA("window.category.event")),
        (JA("terms.part"), "佐藤市長"),
    ):
        page.choose(page.menu_at("佐藤花子"), *path)
    id_ = "term 佐藤花子"
    assert page.told == [
        ("term_card_asked", id_),
        ("term_act_asked", "hide", id_, ""),
        ("term_act_asked", "merge", id_, ""),
        ("term_act_asked", "category", id_, "event"),
        ("term_act_asked", "part", id_, "佐藤市長"),
    ]


def test_an_alias_that_is_pointed_at_can_be_parted_at_once(qtbot: QtBot) -> None:
    lines = Line("title", "題"), Line("paragraph", "佐藤花子市長と佐藤市長の話。")
    text = known_article(*lines).revision.text
    both = (*places(text, "佐藤花子"), *places(text, "佐藤市長"))
    alias = term(text, "佐藤花子", aliases=("佐藤市長",), occurrences=both)
    page = show(qtbot, known_article(*lines, terms=(alias,)))
    assert JA("terms.part") in words_of(page.menu_at("佐藤花子"))
    page.choose(page.menu_at("佐藤市長"), JA("terms.part.this", form="佐藤市長"))
    assert page.told == [("term_act_asked", "part", "term 佐藤花子", "佐藤市長")]


def test_a_term_of_the_readers_own_is_taken_back_and_not_hidden(qtbot: QtBot) -> None:
    known = bridge_article()
    own = tuple(replace(one, own=True) for one in known.terms)
    page = show(qtbot, again(known, terms=own))
    menu = page.menu_at("佐藤花子")
    assert JA("terms.hide") not in words_of(menu)
    page.choose(menu, JA("terms.forget"))
    assert page.told == [("term_act_asked", "forget", "term 佐藤花子", "")]


def test_the_word_that_is_pointed_at_is_copied(page: Page) -> None:
    page.choose(page.menu_at("佐藤花子"), JA("window.copy"))
    assert QGuiApplication.clipboard().text() == "佐藤花子"


@pytest.mark.parametrize(
    "key,modifier",
    [
        (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier),
    ],
)
@pytest.mark.parametrize("behind", [0, 4])
def test_the_menu_key_opens_the_menu_of_the_term_at_the_caret(
    page: Page, key: Qt.Key, modifier: Qt.KeyboardModifier, behind: int
) -> None:
    place = page.at("佐藤花子") + behind
    page.view.go_to(place, place, flash=False)
    page.press(key, modifier)
    menu = page.menu()
    assert menu.activeAction() is action(menu, OPEN)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert page.told == [("term_card_asked", "term 佐藤花子")]


def test_a_menu_that_the_system_opens_by_key_is_that_of_the_caret(page: Page) -> None:
    page.caret("佐藤花子")
    somewhere = page.view.viewport().rect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, somewhere, page.view.mapToGlobal(somewhere)
    )
    QApplication.sendEvent(page.view, event)
    assert OPEN in words_of(page.menu())


def test_alt_return_asks_for_the_card_and_return_for_the_term(page: Page) -> None:
    page.caret("佐藤花子")
    page.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    page.press(Qt.Key.Key_Return)
    id_ = "term 佐藤花子"
    assert page.told == [
        ("term_card_asked", id_),
        ("term_chosen", id_),
        ("details_asked", id_),
    ]
    page.told.clear()
    page.caret("町の議会は")
    page.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert page.told == []


def test_no_card_comes_up_behind_a_menu(page: Page, qtbot: QtBot) -> None:
    point = page.point("佐藤花子")
    QTest.mouseMove(page.view.viewport(), point - QPoint(0, 80))
    QTest.mouseMove(page.view.viewport(), point)
    page.pane.offers.open_at(point)
    qtbot.wait(350)
    assert not page.pane.card.isVisible()


def test_the_menu_says_which_category_a_term_has(page: Page) -> None:
    below = action(page.menu_at("佐藤花子"), JA("terms.category")).menu()
    assert isinstance(below, QMenu)
    ticked = [one.text() for one in below.actions() if one.text().endswith("✓")]
    assert ticked == [f"{JA('window.category.person')}\t✓"]


# From place to place


def test_the_places_of_a_term_follow_each_other_both_ways(page: Page) -> None:
    page.caret("佐藤花子", 1)
    first = [start for start, _ in places(page.text, "佐藤花子")]
    seen = []
    for by in (1, 1, 1, -1, -1):
        page.pane.terms.step(by)
        seen.append(first.index(page.view.caret_offset()))
        assert page.pane.card.isVisible()
    assert seen == [2, 3, 0, 3, 2]


def test_the_next_place_is_that_of_the_term_shown_last_where_the_caret_is_on_none(
    page: Page,
) -> None:
    page.pane.show_term("term 北湖町", page.at("北湖町"))
    page.caret("町の議会は", 3)
    page.pane.terms.step(-1)
    assert page.view.caret_offset() == page.at("北湖町", 2)
    page.caret("町の議会は", 3)
    page.choose(page.menu_at("佐藤花子"), JA("window.action.next_place"))
    assert page.view.caret_offset() == page.at("佐藤花子", 1)


def test_without_a_term_there_is_no_next_place(page: Page) -> None:
    page.caret("町の議会は", 3)
    page.pane.terms.step(1)
    assert page.view.caret_offset() == page.at("町の議会は", 3)


# The card beside the word


def test_a_card_leads_to_the_card_of_the_glossary(page: Page) -> None:
    page.pane.show_term("term 北湖町", page.at("北湖町"))
    QTest.mouseClick(page.pane.card, Qt.MouseButton.LeftButton)
    assert page.told == [
        ("details_asked", "term 北湖町"),
        ("term_card_asked", "term 北湖町"),
    ]
    assert not page.pane.card.isVisible()


def test_a_card_says_how_many_other_definitions_there_are(page: Page) -> None:
    card = page.pane.card
    page.pane.show_term("term 北湖町", page.at("北湖町"))
    card.add_definitions("term 北湖町", 0)
    assert JA("terms.definitions", count=0) not in card.words
    card.add_definitions("term 北湖町", 2)
    assert card.words.endswith(" ・ ほかの定義 2")
    page.pane.show_term("term 佐藤花子", page.at("佐藤花子"))
    card.add_definitions("term 北湖町", 2)
    assert "ほかの定義" not in card.words


def test_a_definition_of_the_readers_own_is_not_said_to_be_of_this_article(
    qtbot: QtBot,
) -> None:
    known = bridge_article()
    place = known.terms[1]
    assert place.definition is not None
    own = replace(place, definition=place.definition._replace(start=0, end=0), own=True)
    page = show(qtbot, again(known, terms=(own,)))
    page.pane.show_term("term 北湖町", page.at("北湖町"))
    assert JA("window.defined.here") not in page.pane.card.words
    assert JA("terms.own") in page.pane.card.words


def test_the_pointer_can_go_to_the_card(page: Page, qtbot: QtBot) -> None:
    page.pane.show_term("term 佐藤花子", page.at("佐藤花子"))
    card = page.pane.card
    card.linger(card.geometry().center())
    assert card.isVisible()
    card.linger(card.geometry().bottomRight() + QPoint(60, 60))
    assert not card.isVisible()


def test_a_card_goes_when_the_pointer_stops_on_its_way(page: Page, qtbot: QtBot) -> None:
    QCursor.setPos(page.pane.mapToGlobal(QPoint(2, 2)))
    page.pane.show_term("term 佐藤花子", page.at("佐藤花子"))
    page.pane.card.linger(page.pane.card.geometry().topLeft() - QPoint(2, 2))
    qtbot.waitUntil(lambda: not page.pane.card.isVisible())


def test_escape_takes_away_what_floats_over_the_page(page: Page) -> None:
    page.pane.show_term("term 佐藤花子", page.at("佐藤花子"))
    page.press(Qt.Key.Key_Escape)
    assert not page.pane.card.isVisible()


def test_only_the_very_signs_of_a_term_answer_the_pointer(page: Page, qtbot: QtBot) -> None:
    """The right half of the sign before a term is not the term."""
    before, behind = page.at("の佐藤花子"), page.at("佐藤花子") + 4
    page.caret("佐藤花子")
    port = page.view.viewport()
    for place in (before, behind):
        page.view.go_to(place, place, flash=False)
        centre = page.view.rectangle_of(place).center()
        for across in (3, 13):
            QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=centre + QPoint(across, 0))
    assert not [told for told in page.told if told[0] == "term_chosen"]
    for words, right in (("佐藤花子", False), ("子市長", True)):
        QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=page.point(words, right=right))
    chosen = [told for told in page.told if told[0] == "term_chosen"]
    assert chosen == [("term_chosen", "term 佐藤花子")] * 2


def test_the_last_sign_of_a_line_answers_for_itself(qtbot: QtBot) -> None:
    """Right of it Qt sees the first place of the next line."""
    line = Line("paragraph", "橋" * 30 + "北湖町" * 12 + "橋" * 30)
    text = known_article(Line("title", "題"), line).revision.text
    known = known_article(Line("title", "題"), line, terms=(term(text, "北湖町", "place"),))
    page = show(qtbot, known)
    view, port = page.view, page.view.viewport()
    for place in range(page.at("北湖町"), page.at("北湖町", 11) + 3):
        here, after = view.rectangle_of(place), view.rectangle_of(place + 1)
        if after.top() > here.top():
            QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=here.center() + QPoint(11, 0))
    assert ("term_chosen", "term 北湖町") in page.told


def test_the_hand_says_that_a_word_can_be_clicked(page: Page) -> None:
    port = page.view.viewport()
    # The pointer may lie there from another test: what does not move tells nobody.
    QTest.mouseMove(port, page.point("市長は「橋"))
    QTest.mouseMove(port, page.point("佐藤花子"))
    assert port.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(port, page.point("市長は「橋"))
    assert port.cursor().shape() == Qt.CursorShape.IBeamCursor


# From a selection


def test_selected_words_become_a_term_of_the_category_that_is_chosen(page: Page) -> None:
    place = page.select("三百億円")
    menu = page.menu_at("百億", selected=True)
    assert words_of(menu) == [
        JA("window.copy"),
        *(JA(f"window.color.{color}") for color in ("yellow", "red", "green", "blue")),
        *(JA(f"window.color.{color}") for color in ("purple", "magenta", "orange", "gray")),
        JA("terms.note"),
        JA("terms.make"),
        JA("terms.watch.make"),
    ]
    page.choose(menu, JA("terms.make"), JA("window.category.concept"))
    assert page.told == [("term_asked", *place, "concept")]
    assert page.view.selected_range() is None


def test_t_asks_for_the_category_and_return_takes_the_first(page: Page) -> None:
    place = page.select("三百億円")
    page.press(Qt.Key.Key_T)
    assert words_of(page.menu()) == [JA(f"window.category.{one}") for one in CATEGORIES]
    QTest.keyClick(page.menu(), Qt.Key.Key_Return)
    assert page.told == [("term_asked", *place, "person")]


def test_w_makes_a_watch_point_and_neither_key_does_anything_without_a_selection(
    page: Page,
) -> None:
    page.caret("町の議会は")
    page.press(Qt.Key.Key_T)
    page.press(Qt.Key.Key_W)
    assert page.told == []
    assert QApplication.activePopupWidget() is None
    place = page.select("町の議会は来春に採決する")
    page.press(Qt.Key.Key_W)
    assert page.told == [("watch_point_asked", *place)]


def test_the_bar_beside_a_selection_makes_terms_and_watch_points(page: Page) -> None:
    place = page.select("三百億円")
    page.view.selection_ended.emit()
    page.view.touched.emit()
    page.view.selection_ended.emit()
    bar = page.pane.swatches
    assert bar.isVisible()
    assert page.pane.rect().contains(bar.geometry())
    bar.watch_wanted.emit()
    assert page.told == [("watch_point_asked", *place)]
    assert not bar.isVisible()


# Lines


def test_a_line_can_be_said_to_be_a_heading_and_a_heading_running_text(page: Page) -> None:
    page.choose(page.menu_at("町の議会は"), JA("terms.block.heading"))
    page.choose(page.menu_at("協定の中身"), JA("terms.block.paragraph"))
    assert page.told == [
        ("block_asked", page.at("町の議会は"), "heading"),
        ("block_asked", page.at("■ 協定の中身"), "paragraph"),
    ]


def test_an_item_can_be_either_and_a_title_nothing(page: Page) -> None:
    assert words_of(page.menu_at("費用は三百億円")) == [
        JA("terms.block.heading"),
        JA("terms.block.paragraph"),
    ]
    page.menu().close()
    point = page.point("新しい橋")
    page.pane.offers.open_at(point)
    assert QApplication.activePopupWidget() is None


def test_a_highlight_is_recoloured_and_removed_from_the_menu(page: Page) -> None:
    mark = "mark 橋は三年で架かる"
    path = JA("terms.highlight.color"), JA("window.color.red")
    page.choose(page.menu_at("三年で架かる"), *path)
    page.choose(page.menu_at("三年で架かる"), JA("window.highlight.remove"))
    page.choose(page.menu_at("三年で架かる"), JA("window.highlight.note"))
    assert page.told == [
        ("recolor_wanted", mark, "red"),
        ("remove_wanted", mark),
        ("highlight_chosen", mark),
    ]


# The legend, and what is set off


def drawn(page: Page) -> set[tuple[str, str]]:
    """Return what lies over the page as colours of words: (words, colour)."""
    return {
        (one.cursor.selectedText(), one.format.foreground().color().name())
        for one in page.view.extraSelections()
        if one.format.hasProperty(one.format.Property.ForegroundBrush)
    }


def test_a_category_is_switched_off_and_on_without_a_new_layout(page: Page) -> None:
    place = page.at("町の議会は", 40)
    page.view.scroll_to_position(place)
    document = page.view.document()
    page.pane.set_emphasis(replace(Settings(), categories_off=("person",)))
    assert page.view.document() is document
    assert page.view.top_position() == place
    page.point("佐藤花子")
    assert LIGHT["term.person"] not in colours(page.view.viewport().grab().toImage())
    assert drawn(page) == {("佐藤花子", LIGHT["text"])}
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=page.point("佐藤花子"))
    assert page.told == []
    page.pane.set_emphasis(Settings())
    assert page.view.extraSelections() == [] or not drawn(page)
    assert LIGHT["term.person"] in colours(page.view.viewport().grab().toImage())


def test_all_terms_can_be_highlighted_and_answer_then(page: Page) -> None:
    page.pane.set_emphasis(replace(Settings(), terms_shown="more"))
    assert drawn(page) == {("協定", LIGHT["term.agreement"])}
    point = page.point("協定を結")
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert page.told[0] == ("term_chosen", "term 協定")


def test_a_page_is_laid_out_as_the_settings_have_it(qtbot: QtBot) -> None:
    page = show(qtbot, bridge_article(), categories_off=("person",), terms_shown="more")
    page.point("佐藤花子")
    seen = colours(page.view.viewport().grab().toImage())
    assert LIGHT["term.person"] not in seen
    assert LIGHT["term.agreement"] in seen
    assert drawn(page) == set()
    page.pane.set_look(DARK, 1.2)
    assert drawn(page) == set()


def test_what_the_reader_corrects_shows_without_a_new_layout(page: Page) -> None:
    document = page.view.document()
    known = bridge_article()
    person, place, agreement = known.terms
    page.pane.show_article(again(known, terms=(place, agreement)))
    assert drawn(page) == {("佐藤花子", LIGHT["text"])}
    page.pane.show_article(again(known, terms=(replace(person, category="event"), place)))
    assert drawn(page) == {("佐藤花子", LIGHT["term.event"])}
    page.pane.show_article(known)
    assert drawn(page) == set()
    assert page.view.document() is document


def test_who_says_so_and_what_is_left_open_are_set_off_quietly(qtbot: QtBot) -> None:
    known = bridge_article()
    text = known.revision.text
    said, open_ = places(text, "佐藤花子市長は")[0], places(text, "三年で架かる")[0]
    known = again(
        known,
        attributions=(Attribution(*said, said[0], said[0] + 4),),
        hedges=(Hedge(*open_),),
    )
    page = show(qtbot, known)
    page.point("佐藤花子")
    quiet = {LIGHT["attribution"], LIGHT["source"], LIGHT["hedge"]}
    assert not quiet & colours(page.view.viewport().grab().toImage())
    page.pane.set_emphasis(replace(Settings(), attributions_shown=True))
    page.point("佐藤花子")
    seen = colours(page.view.viewport().grab().toImage())
    assert quiet <= seen
    # The term in it keeps its own colour.
    assert LIGHT["term.person"] in seen


def test_terms_of_other_articles_are_dotted_and_lead_to_their_cards(
    qtbot: QtBot, page: Page
) -> None:
    place = places(page.text, "議会")[0]
    other = ElsewhereTerm("elsewhere", "議会", "organization", *place)
    page.pane.show_elsewhere("b" * 16, (other,))
    page.pane.set_emphasis(replace(Settings(), elsewhere_shown=True))
    assert page.view.terms.at(place[0]) is None
    page.pane.show_elsewhere("a" * 16, (other,))
    found = page.view.terms.at(place[0])
    assert found is not None
    assert found.term_id == "elsewhere"
    point = page.point("議会は")
    QTest.mouseMove(page.view.viewport(), point - QPoint(0, 80))
    QTest.mouseMove(page.view.viewport(), point)
    qtbot.waitUntil(page.pane.card.isVisible)
    assert page.pane.card.words == "議会\n組織\nほかの記事の用語"
    page.choose(page.menu_at("議会は"), OPEN)
    page.choose(page.menu_at("議会は"), JA("window.copy"))
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=page.point("議会は"))
    assert page.told == [("term_card_asked", "elsewhere")] * 2
    assert QGuiApplication.clipboard().text() == "議会"
    page.pane.set_emphasis(Settings())
    assert page.view.terms.at(place[0]) is None


def test_another_article_forgets_the_terms_of_other_articles(page: Page) -> None:
    place = places(page.text, "議会")[0]
    page.pane.set_emphasis(replace(Settings(), elsewhere_shown=True))
    page.pane.show_elsewhere("a" * 16, (ElsewhereTerm("x", "議会", "event", *place),))
    page.pane.show_article(
        known_article(Line("title", "別"), Line("paragraph", "橋" * 400), id="b" * 16)
    )
    assert page.view.terms.at(place[0]) is None


def test_the_legend_tells_what_is_switched(page: Page, qtbot: QtBot) -> None:
    page.pane.set_emphasis(replace(Settings(), categories_off=("place",)))
    legend = page.pane.legend
    told: list[tuple[object, ...]] = []
    legend.category_toggled.connect(lambda *values: told.append(values))
    legend.level_chosen.connect(lambda *values: told.append(values))
    legend.shown_toggled.connect(lambda *values: told.append(values))
    person, place = (legend._buttons.button(number) for number in (0, 1))
    assert (person.isChecked(), place.isChecked()) == (True, False)
    QTest.mouseClick(person, Qt.MouseButton.LeftButton)
    QTest.keyClick(place, Qt.Key.Key_Space)
    for one in legend._more.menu().actions():
        if one.data() in ("more", "attributions"):
            one.trigger()
    assert told == [
        ("person", False),
        ("place", True),
        ("more",),
        ("attributions", True),
    ]


def test_the_legend_has_the_categories_of_the_article_and_names_where_there_is_room(
    page: Page,
) -> None:
    page.pane.set_emphasis(Settings())
    legend = page.pane.legend
    page.bot.waitUntil(legend.isVisible)
    buttons = [legend._buttons.button(number) for number in range(len(CATEGORIES))]
    assert [button.isVisible() for button in buttons] == [True, True, False, True, False, False]
    kinds = Qt.ToolButtonStyle
    assert buttons[0].toolButtonStyle() == kinds.ToolButtonTextBesideIcon  # type: ignore[attr-defined]
    page.pane.resize(250, 620)
    assert buttons[0].toolButtonStyle() == kinds.ToolButtonIconOnly  # type: ignore[attr-defined]
    assert legend.width() <= 250
    assert page.pane.rect().contains(QRect(legend.mapTo(page.pane, QPoint()), legend.size()))
    page.pane.resize(760, 620)
    assert buttons[0].toolButtonStyle() == kinds.ToolButtonTextBesideIcon  # type: ignore[attr-defined]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_a_dot_is_full_while_its_category_is_on_and_a_ring_while_it_is_off(
    page: Page, theme: Theme
) -> None:
    page.pane.set_look(theme, 1.0)
    filled = []
    for off in ((), ("person",)):
        page.pane.set_emphasis(replace(Settings(), categories_off=off))
        button = page.pane.legend._buttons.button(0)
        assert isinstance(button, QToolButton)
        size = button.iconSize()
        state = QIcon.State.Off if off else QIcon.State.On
        assert button.isChecked() != bool(off)
        picture = button.icon().pixmap(size, QIcon.Mode.Normal, state).toImage()
        colour = theme["term.person"]
        points = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
        filled.append(sum(picture.pixelColor(*point).name() == colour for point in points))
        assert any(picture.pixelColor(*point).alpha() for point in points)
    assert filled[0] > 2 * filled[1]


def test_every_control_has_a_name(page: Page) -> None:
    page.pane.set_emphasis(Settings())
    assert nameless(page.pane) == []


def test_five_hundred_marks_are_laid_over_a_long_article_in_no_time(qtbot: QtBot) -> None:
    line = Line("paragraph", "北湖町の議会は橋を架ける。" * 10)
    lines = (Line("title", "題"), *[line] * 50)
    text = known_article(*lines).revision.text
    page = show(qtbot, known_article(*lines, terms=(term(text, "北湖町", "place", shown=False),)))
    with qtbot.waitSignal(page.view.page_painted):
        page.view.viewport().update()
    document = page.view.document()
    page.pane.set_emphasis(replace(Settings(), terms_shown="more"))
    assert len(page.view.extraSelections()) == 500
    assert page.view.document() is document
