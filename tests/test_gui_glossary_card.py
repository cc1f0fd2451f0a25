"""The card of a term: what it says, what a click on it does, and words typed into it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from gui_values import colours, nameless, note, put_on_screen
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel
from term_card_values import definition, entry, occurrence, treaty_card

from reader.gui.glossary.card_page import CardPage
from reader.gui.glossary.dialogs import AliasDialog, CorrectTermDialog
from reader.gui.glossary.models import ContextModel
from reader.gui.saving import SaveKey
from reader.gui.trail import ArticlePlace, CardPlace, Trail
from reader.model.understanding import CATEGORIES
from reader.presentation.messages import Messages
from reader.presentation.term_page import context_rows
from reader.presentation.theme import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QAbstractButton, QWidget
    from pytestqt.qtbot import QtBot

    from reader.gui.glossary.card_head import CardHead
    from reader.model.glossary import Occurrence, TermCard
    from reader.presentation.theme import Theme

JA = Messages("ja")
PLACES = [occurrence(number, article=f"a{3 - number // 4}") for number in range(1, 8)]


class Told(CardPage):
    """A card, and everything that it told."""

    def __init__(self) -> None:
        super().__init__(LIGHT, JA)
        self.told: list[tuple[object, ...]] = []
        for name in (
            "passage_wanted",
            "term_wanted",
            "contexts_wanted",
            "act_wanted",
            "category_wanted",
            "save_wanted",
        ):
            getattr(self, name).connect(self._hear(name))

    def _hear(self, name: str) -> object:
        def hear(*values: object) -> None:
            self.told.append((name, *values))

        return hear

    def put(
        self, card: TermCard, places: Sequence[Occurrence] = PLACES, *, complete: bool = True
    ) -> None:
        self.show_card(card, places, complete=complete)


@pytest.fixture
def page(qtbot: QtBot) -> Told:
    """Give a card on the screen that has everything."""
    page = Told()
    page.resize(960, 700)
    put_on_screen(qtbot, page)
    page.put(treaty_card())
    settle()
    return page


def words_of(widget: QWidget) -> str:
    """Return all words that labels within a widget show."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def settle() -> None:
    """Let everything be laid out: one widget's new height is another one's new place."""
    for _ in range(5):
        QApplication.processEvents()


def press(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_card_shows_everything_that_is_known(page: Told) -> None:
    words = words_of(page)
    for part in (
        "相互防衛条約",
        "そうごぼうえいじょうやく",
        "3 件の記事 ・ 7 か所",
        "助け合う約束",
        "有事の支援を定めた条約とされる",
        "記事 a2",
        "2024年11月",
        "出てくる箇所 7",
    ):
        assert part in words
    assert page.head.category.text().startswith("条約・合意・法")
    assert [one.text().split()[0] for one in page.aliases.buttons] == [
        "防衛条約",
        "同条約",
        "防衛の取り決め",
        "条約",
    ]
    assert [one.text() for one in page.together.buttons] == ["北湖町", "佐藤花子"]
    assert page.own is not None
    assert page.own.definition.words == "自分の説明"


def test_what_is_not_known_takes_no_room(page: Told) -> None:
    bare = entry("橋", "concept", articles=1, occurrences=1)
    page.put(replace(treaty_card(), **dict.fromkeys(("definitions", "merged"), ()), entry=bare))
    page.put(
        treaty_card(entry=bare, definitions=(), merged=(), removed_aliases=(), co_terms=()),
        [],
    )
    settle()
    hidden = (page.aliases, page.definitions, page.together, page.contexts, page.head.reading)
    assert not any(widget.isVisible() for widget in hidden)
    assert page.own is not None
    assert page.own.isVisible()


def test_a_definition_leads_to_where_it_stands(page: Told) -> None:
    card = page.definitions.cards[1]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    page.definitions.cards[2].setFocus()
    QTest.keyClick(page.definitions.cards[2], Qt.Key.Key_Return)
    assert page.told == [("passage_wanted", "a2", 40, 52), ("passage_wanted", "a3", 40, 52)]


def test_definitions_stand_side_by_side_where_there_is_room(page: Told) -> None:
    def columns() -> int:
        page.definitions.updateGeometry()
        settle()
        return len({card.x() for card in page.definitions.cards})

    assert columns() == 3
    page.resize(640, 700)
    assert columns() == 2
    page.resize(380, 700)
    assert columns() == 1
    page.resize(1600, 700)
    assert columns() == 3
    page.put(treaty_card(definitions=(definition("約束"),)))
    assert columns() == 1


def test_a_context_leads_to_its_place_by_mouse_and_by_key(page: Told) -> None:
    rows = page.contexts
    page.area.ensureWidgetVisible(rows)
    heading, first = (rows.visualRect(rows.model().index(place, 0)) for place in (0, 1))
    for place in (heading, first):
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert page.told == [
        ("passage_wanted", "a3", 10, 14),
        ("passage_wanted", "a3", 10, 14),
        ("passage_wanted", "a3", 20, 24),
    ]


def test_the_form_stands_in_the_middle_in_its_colour(page: Told) -> None:
    rows = page.contexts
    picture = rows.grab().toImage()
    line = rows.visualRect(rows.model().index(1, 0))
    found = [
        x
        for x in range(picture.width())
        if any(
            picture.pixelColor(x, y).name() == LIGHT["term.agreement"]
            for y in range(line.top(), line.bottom())
        )
    ]
    assert found
    assert picture.width() * 0.3 < min(found) < max(found) < picture.width() * 0.7


def test_the_page_follows_the_keyboard_through_the_contexts(page: Told) -> None:
    page.put(treaty_card(), [occurrence(number) for number in range(60)])
    settle()
    page.contexts.setFocus()
    QTest.keyClick(page.contexts, Qt.Key.Key_End)
    settle()
    rows = page.contexts
    at = rows.viewport().mapTo(page.area.viewport(), rows.visualRect(rows.currentIndex()).center())
    assert page.area.viewport().rect().contains(at)


def test_the_context_model_is_sound(qapp: QApplication) -> None:
    model = ContextModel()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Warning, model
    )
    rows = context_rows(PLACES, JA)
    model.show(rows[:3])
    model.append(rows[3:5])
    model.append([])
    model.show(rows)
    model.show(())
    assert model.last_article == ""
    assert tester.parent() is model


def test_more_contexts_are_asked_for_near_the_end_and_only_once(page: Told) -> None:
    many = [occurrence(number) for number in range(50)]
    page.put(treaty_card(), many, complete=False)
    settle()
    assert page.told == []
    bar = page.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert page.told == [("contexts_wanted", many[-1])]
    bar.setValue(bar.maximum() - 10)
    assert len(page.told) == 1
    value = page.scrolled
    page.append([occurrence(number, article="a0") for number in range(50, 80)], complete=True)
    settle()
    assert page.scrolled == value
    bar.setValue(bar.maximum())
    assert len(page.told) == 1
    # One heading for each article, the second page going on under the first one's.
    assert page.contexts.model().rowCount() == 82


def test_the_same_card_again_moves_nothing(page: Told) -> None:
    page.put(treaty_card(), [occurrence(number) for number in range(60)])
    settle()
    page.contexts.setFocus()
    QTest.keyClick(page.contexts, Qt.Key.Key_PageDown)
    page.area.verticalScrollBar().setValue(500)
    chosen = page.contexts.currentIndex().row()
    page.put(treaty_card(co_terms=()), [occurrence(number) for number in range(1, 60)])
    settle()
    assert page.scrolled == 500
    assert page.contexts.currentIndex().row() == chosen - 1
    assert not page.together.isVisible()


def test_another_card_begins_at_its_top(page: Told) -> None:
    page.put(treaty_card(), [occurrence(number) for number in range(60)])
    settle()
    page.area.verticalScrollBar().setValue(500)
    page.put(treaty_card(entry=entry("橋")))
    assert page.scrolled == 0
    assert not page.contexts.currentIndex().isValid()


# What the reader does


def test_aliases_are_parted_and_brought_back(page: Told) -> None:
    for button in page.aliases.buttons:
        press(button)
    assert page.told == [
        ("act_wanted", "remove_alias", "防衛条約"),
        ("act_wanted", "remove_alias", "同条約"),
        ("act_wanted", "part", "term 防衛の取り決め"),
        ("act_wanted", "restore_alias", "条約"),
    ]


def test_a_term_of_the_same_articles_is_one_click_away(page: Told) -> None:
    press(page.together.buttons[1])
    assert page.told == [("term_wanted", "term 佐藤花子")]


def visible_acts(head: CardHead) -> list[str]:
    return [one.data() for one in head.more.menu().actions() if one.data() and one.isVisible()]


def test_the_menu_offers_what_makes_sense(page: Told) -> None:
    assert visible_acts(page.head) == ["edit", "add_alias", "merge", "hide"]
    page.put(treaty_card(entry=replace(treaty_card().entry, own=True, hidden=True)))
    assert visible_acts(page.head) == ["edit", "add_alias", "merge", "show", "forget"]
    assert JA("glossary.hidden") in words_of(page)
    assert JA("glossary.own") in words_of(page)
    for action in page.head.more.menu().actions():
        if action.data():
            action.trigger()
    press(page.head.edit)
    assert page.told == [
        *(("act_wanted", name, "") for name in ("edit", "add_alias", "merge", "hide", "show")),
        ("act_wanted", "forget", ""),
        ("act_wanted", "edit", ""),
    ]


def test_a_category_is_chosen_from_the_six(page: Told) -> None:
    actions = page.head.category.menu().actions()
    assert [one.data() for one in actions] == list(CATEGORIES)
    assert [one.data() for one in actions if one.isChecked()] == ["agreement"]
    actions[0].trigger()
    assert page.told == [("category_wanted", "person")]


def test_every_control_has_a_name(page: Told) -> None:
    assert nameless(page) == []


def test_names_are_shown_as_they_are_written(page: Told) -> None:
    odd = replace(treaty_card().entry, text="<b>A&B</b>", aliases=("R&D", "<i>x</i>"))
    page.put(treaty_card(entry=odd))
    assert "<b>A&B</b>" in words_of(page)
    assert page.aliases.buttons[0].accessibleName().startswith("「R&D」")
    assert page.aliases.buttons[0].text().startswith("R&&D")


# The reader's own words


def test_own_words_are_handed_over_to_be_saved(qtbot: QtBot, page: Told) -> None:
    own = page.own
    assert own is not None
    own.definition.setFocus()
    own.definition.selectAll()
    QTest.keyClicks(own.definition, "mine")
    QTest.keyClicks(own.notes.editors[0], "a note")
    page.hand_over()
    term = treaty_card().entry.id
    assert page.told == [
        ("save_wanted", SaveKey("definition", "term", term), "mine", "自分の説明"),
        ("save_wanted", SaveKey("note", "term", term), "a note", ""),
    ]
    page.confirm(SaveKey("definition", "term", term), "mine", "mine", "")
    assert not own.definition.unsaved


def test_words_that_are_not_saved_yet_go_with_the_card_that_is_left(page: Told) -> None:
    own = page.own
    assert own is not None
    own.definition.setPlainText("はんぶん")
    page.put(treaty_card(entry=entry("橋"), definitions=()))
    term = treaty_card().entry.id
    key = SaveKey("definition", "term", term)
    assert page.told == [("save_wanted", key, "はんぶん", "自分の説明")]
    # Back on the card before the write is done: the words are there.
    page.put(treaty_card())
    page.show_unsaved({key: "はんぶん"})
    assert page.own is not None
    assert page.own.definition.words == "はんぶん"


def test_a_refresh_never_touches_what_is_being_typed(qtbot: QtBot, page: Told) -> None:
    own = page.own
    assert own is not None
    own.definition.setFocus()
    own.definition.setPlainText("書きかけ")
    QApplication.sendEvent(own.definition, QInputMethodEvent("へんかん", []))
    newer = definition("よその人の説明", "")
    page.put(treaty_card(definitions=(newer, *treaty_card().definitions[1:])))
    assert page.own is own
    assert own.definition.words.startswith("書きかけ")


def test_own_words_are_all_to_be_seen_however_narrow_the_card(page: Told) -> None:
    page.put(treaty_card(definitions=(definition("長い説明を自分の言葉で書いた。" * 4, ""),)))
    assert page.own is not None
    for width in (960, 560, 420):
        page.resize(width, 700)
        settle()
        bar = page.own.definition.verticalScrollBar()
        assert bar.maximum() == 0, width


def test_notes_are_shown_each_in_its_editor(page: Told) -> None:
    term = treaty_card().entry.id
    notes = (
        note("一つ目", on="term", id="n1", of=term),
        note("二つ目", on="term", id="n2", of=term),
    )
    page.put(treaty_card(notes=notes))
    assert page.own is not None
    assert [one.words for one in page.own.notes.editors] == ["一つ目", "二つ目"]


# Looks


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_card_takes_the_colours_of_the_theme(page: Told, theme: Theme) -> None:
    page.set_look(theme, 13)
    seen = colours(page.grab().toImage())
    assert {theme["paper"], theme["card"], theme["line"]} <= seen


@pytest.mark.parametrize("width", [420, 700, 964, 1300])
def test_nothing_is_wider_than_the_page(page: Told, width: int) -> None:
    long = "とても長い別名の国際機関による合意文書" * 4
    card = treaty_card()
    page.put(
        replace(
            card,
            entry=replace(card.entry, text=long, aliases=(long, *card.entry.aliases)),
            co_terms=(entry(long), *card.co_terms),
        )
    )
    page.resize(width, 700)
    settle()
    inside = page.area.widget()
    assert inside is not None
    assert inside.width() <= page.area.viewport().width()
    for button in (*page.aliases.buttons, *page.together.buttons, page.head.more):
        right = button.mapTo(inside, QPoint(button.width(), 0)).x()
        assert right <= inside.width()


def test_nothing_is_said_in_place_of_a_card(page: Told) -> None:
    page.show_blank("まだありません")
    assert "まだありません" in words_of(page)
    assert (page.card, page.term_id) == (None, "")


# Dialogs and the way back


def test_a_form_and_a_reading_are_corrected(qtbot: QtBot) -> None:
    told: list[tuple[str, str]] = []
    dialog = CorrectTermDialog(treaty_card().entry, JA)
    qtbot.addWidget(dialog)
    dialog.corrected.connect(lambda *both: told.append(both))
    dialog.open()
    qtbot.waitUntil(dialog.form_box.hasFocus)
    QTest.keyClick(dialog.form_box, Qt.Key.Key_Tab)
    assert dialog.reading_box.hasFocus()
    assert nameless(dialog) == []
    dialog.form_box.setText("  ")
    dialog.buttons.accepted.emit()
    assert dialog.isVisible()
    dialog.form_box.setText(" 防衛条約 ")
    dialog.reading_box.setText("ぼうえいじょうやく")
    dialog.buttons.accepted.emit()
    assert told == [("防衛条約", "ぼうえいじょうやく")]


def test_another_form_is_added(qtbot: QtBot) -> None:
    told: list[str] = []
    dialog = AliasDialog(treaty_card().entry, JA)
    qtbot.addWidget(dialog)
    dialog.added.connect(told.append)
    dialog.open()
    dialog.buttons.accepted.emit()
    assert dialog.isVisible()
    dialog.form_box.setText("相互条約")
    dialog.buttons.accepted.emit()
    assert told == ["相互条約"]


def test_the_way_back_is_told_step_by_step(qtbot: QtBot) -> None:
    trail = Trail(JA)
    put_on_screen(qtbot, trail)
    trail.clear()
    assert not trail.isVisible()
    card, article = CardPlace("t1", "条約", 40), ArticlePlace("a1", "長い題名" * 20, 9)
    trail.add(article)
    trail.add(card)
    trail.add(card)
    assert trail.button.accessibleName() == "「条約」に戻る"
    assert trail.take() == card
    assert len(trail.button.text()) < 50
    assert trail.take() == article
    assert not trail.isVisible()
    assert trail.take() is None
