"""The glossary in the real window: found, read, followed into articles, corrected, remembered."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest
from glossary_values import add, found, understand
from gui_values import colours, nameless, passage
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.gui.application import Program
from reader.gui.glossary.dialogs import AliasDialog, CorrectTermDialog
from reader.gui.glossary.merging import MergeDialog
from reader.gui.glossary.models import ENTRY_ROLE
from reader.gui.shot import Shot, draw
from reader.model.errors import UsageError
from reader.model.glossary import GlossaryQuery
from reader.presentation.term_page import ContextRow
from reader.presentation.theme import DARK
from reader.services.desk import open_desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.gui.glossary.card_page import CardPage
    from reader.gui.glossary.list_pane import GlossaryList
    from reader.model.understanding import Category
    from reader.services.desk import Desk

TREATY = "北湖相互協力条約"
FIRST = """北湖町と南湖町、橋の協定に署名
2024年6月19日
出典：北湖日報
ロシアのマリア・サントス大統領と日本の岸田文雄首相は、北湖相互協力条約に署名した。\
北湖相互協力条約とは、湖の両岸が災害のときに助け合うことを約束する取り決めである。
マリア・サントス大統領は「条約は湖を守る」と述べた。岸田文雄首相は国際連合の支援に触れた。
"""
SECOND = """北湖相互協力条約の批准、秋へ
2024年11月12日
出典：北湖日報
ロシア外務省は、北湖相互協力条約の批准を秋に進めると発表した。\
北湖相互協力条約とは、有事の支援の手順を定めた文書とされる。
ロシアのマリア・サントス大統領は批准を急ぐ考えを示した。
"""
THIRD = (
    """北湖相互協力条約が発効
2025年12月3日
出典：北湖日報
北湖相互協力条約が発効した。北湖相互協力条約は、湖の水質を共に守る枠組みである。\
ロシア外務省は声明を出した。
"""
    + "湖の船は今日も岸と岸とを結び、町の人びとは桟橋に集まった。\n" * 60
    + "国際連合は北湖相互協力条約を歓迎した。\n"
)
FOURTH = """北湖相互協力条約から一年
2026年1月8日
出典：北湖日報
北湖相互協力条約の発効から一年がたち、ロシア外務省は成果を語った。
"""


MEANINGS = (
    "湖の両岸が災害のときに助け合うことを約束する取り決め",
    "有事の支援の手順を定めた文書とされる",
    "湖の水質を共に守る枠組み",
)
TERMS: dict[str, tuple[Category, str]] = {
    TREATY: ("agreement", "ほっこそうごきょうりょくじょうやく"),
    "マリア・サントス": ("person", "まりあ・さんとす"),
    "岸田文雄": ("person", "きしだふみお"),
    "ロシア": ("place", "ろしあ"),
    "ロシア外務省": ("organization", "ろしあがいむしょう"),
    "国際連合": ("organization", "こくさいれんごう"),
}


def put(desk: Desk, text: str) -> None:
    """Add an article in which the terms of this test are found, whatever an analyser finds."""
    article = add(desk, text)
    words = desk.reading.open(article).revision.text
    meaning = next((one for one in MEANINGS if one in words), "")
    understand(
        desk,
        article,
        *(
            found(
                words,
                form,
                category=category,
                reading=reading,
                definition=passage(words, meaning) if form == TREATY and meaning else None,
            )
            for form, (category, reading) in TERMS.items()
            if form in words
        ),
    )


@pytest.fixture
def filled(library_folder: Path) -> Path:
    """Give a library of three articles that are understood."""
    with open_desk(library_folder) as desk:
        for text in (FIRST, SECOND, THIRD):
            put(desk, text)
    return library_folder


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[Path], Program]]:
    """Give a way to start the program on a library, as often as wanted."""
    started: list[Program] = []

    def start_program(folder: Path) -> Program:
        program = Program(folder, settings_path=tmp_path / "settings.json")
        program.looks.choose_language("ja")
        started.append(program)
        program.show()
        qtbot.waitUntil(lambda: program.idle, timeout=60_000)
        return program

    yield start_program
    for program in started:
        end(program)


def end(program: Program) -> None:
    """Close the window as a reader does, and let everything end."""
    program.window.close()
    assert program.close()


class Glossary:
    """The program with its glossary open, and hands on it."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self.bot = qtbot
        self.program = program
        self.window = program.window
        self.window.resize(QSize(1280, 800))
        self.window.activateWindow()
        self.bot.waitUntil(self.window.isActiveWindow)
        self.act("show_glossary")
        self.bot.waitUntil(lambda: self.rows.model.rowCount() > 0)
        self.rest()

    @property
    def view(self) -> str:
        return self.window.views.view

    @property
    def rows(self) -> GlossaryList:
        return self.window.views.glossary.list_pane

    @property
    def card(self) -> CardPage:
        return self.window.views.glossary.card

    @property
    def forms(self) -> list[str]:
        model = self.rows.model
        return [str(model.index(place).data()) for place in range(model.rowCount())]

    def act(self, name: str) -> None:
        self.window.commands.actions_by_name[name].trigger()

    def rest(self) -> None:
        """Wait until everything that was begun is done and laid out."""
        self.bot.wait(90)
        self.bot.waitUntil(lambda: self.program.idle, timeout=30_000)
        self.bot.wait(20)

    def open(self, form: str) -> None:
        """Choose a term in the list by keyboard."""
        self.rows.rows.setFocus()
        QTest.keyClick(self.rows.rows, Qt.Key.Key_Home)
        for _ in range(self.rows.model.rowCount()):
            if self.rows.rows.currentIndex().data() == form:
                break
            QTest.keyClick(self.rows.rows, Qt.Key.Key_Down)
        self.bot.waitUntil(lambda: self.shown() == form)
        self.rest()

    def shown(self) -> str:
        """Return the form of the term whose card is shown."""
        return self.card.page.form if self.card.page else ""

    def shows(self, term_id: str) -> bool:
        return self.card.term_id == term_id

    def do(self, name: str) -> None:
        """Choose something from the menu of the card."""
        for action in self.card.head.more.menu().actions():
            if action.data() == name:
                assert action.isVisible()
                action.trigger()
                return
        raise AssertionError(name)

    def click_line(self, place: int) -> None:
        """Click a line of the contexts."""
        rows = self.card.contexts
        self.card.area.ensureWidgetVisible(rows)
        rect = rows.visualRect(rows.model().index(place, 0))
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


@pytest.fixture
def glossary(qtbot: QtBot, start: Callable[[Path], Program], filled: Path) -> Glossary:
    """Give the window on three articles with its glossary open."""
    return Glossary(qtbot, start(filled))


def test_the_first_paint_loads_nothing_of_the_glossary(filled: Path, project: Path) -> None:
    program = (
        "import json, sys\n"
        "from pathlib import Path\n"
        "from benchmarks.painting import PaintWatch\n"
        "from reader.gui.application import Program, make_application, wait_until\n"
        "make_application(offscreen=True)\n"
        "told = []\n"
        "program = Program(Path(sys.argv[1]), settings_path=Path(sys.argv[2]))\n"
        "window = program.window\n"
        "page = window.article_pane.view.viewport()\n"
        "watch = PaintWatch(page, lambda: window.known is not None)\n"
        "watch.painted.connect(lambda _at: told.append(sorted(sys.modules)))\n"
        "program.show()\n"
        "wait_until(lambda: told, 30)\n"
        "print(json.dumps([name for name in told[0] if 'glossary' in name]))\n"
        "program.close()\n"
    )
    settings = filled.parent / "settings.json"
    settings.write_text('{"view": "glossary"}', "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", program, str(filled), str(settings)],
        cwd=project,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert json.loads(done.stdout.splitlines()[-1]) == []


def test_the_glossary_shows_every_term_and_the_first_card(glossary: Glossary) -> None:
    assert {TREATY, "マリア・サントス", "ロシア外務省", "国際連合"} <= set(glossary.forms)
    assert glossary.shown() == glossary.forms[0]
    assert glossary.rows.current_id() == glossary.card.term_id
    assert not glossary.window.side_pane.isVisible()
    assert nameless(glossary.rows) + nameless(glossary.card) == []


def test_a_card_tells_who_said_what_and_when(glossary: Glossary) -> None:
    glossary.open(TREATY)
    page = glossary.card.page
    assert page is not None
    assert [(one.label, one.date) for one in page.definitions] == [
        ("最初の説明", "2024年6月19日"),
        ("別の説明", "2024年11月12日"),
        ("最新の説明", "2025年12月3日"),
    ]
    rows = glossary.card.contexts.model()
    headings = [
        row.form for place in range(rows.rowCount()) if (row := context(glossary, place)).heading
    ]
    assert headings == [text.splitlines()[0] for text in (THIRD, SECOND, FIRST)]
    assert "マリア・サントス" in {one.form for one in page.together}


def context(glossary: Glossary, place: int) -> ContextRow:
    """Return a line of the contexts."""
    row = glossary.card.contexts.model().index(place, 0).data(ENTRY_ROLE)
    assert isinstance(row, ContextRow)
    return row


def test_filters_and_orders_answer_from_the_library(glossary: Glossary) -> None:
    filters = glossary.rows.filters
    QTest.keyClicks(filters.box, "x")
    filters.box.setText("ロシ")
    glossary.bot.waitUntil(lambda: set(glossary.forms) == {"ロシア", "ロシア外務省"})
    # The card stays: it is what the reader was looking at.
    assert glossary.shown()
    glossary.rows.rows.setCurrentIndex(glossary.rows.model.index(1))
    glossary.rest()
    glossary.window.resize(QSize(1000, 360))
    filters.box.clear()
    glossary.bot.waitUntil(lambda: len(glossary.forms) > 2)
    # What was found is still in view among all the others.
    rows = glossary.rows.rows
    assert rows.viewport().rect().intersects(rows.visualRect(rows.currentIndex()))
    filters.categories["agreement"].click()
    glossary.bot.waitUntil(lambda: glossary.forms == [TREATY])
    filters.categories["agreement"].click()
    filters.choose_sort("use")
    glossary.bot.waitUntil(lambda: glossary.forms[0] == TREATY)
    filters.box.setText("どこにもない")
    glossary.bot.waitUntil(lambda: bool(glossary.rows.empty_words))


def test_a_context_leads_into_the_article_and_back_to_the_same_place(
    glossary: Glossary,
) -> None:
    glossary.window.resize(QSize(1000, 560))
    glossary.open(TREATY)
    bar = glossary.card.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    glossary.rest()
    rows = glossary.card.contexts
    # The last line of the newest article stands far down in its text.
    last = max(
        place
        for place in range(rows.model().rowCount())
        if context(glossary, place).article_id == context(glossary, 0).article_id
    )
    row = context(glossary, last)
    scrolled = glossary.card.scrolled
    QTest.mouseClick(
        rows.viewport(),
        Qt.MouseButton.LeftButton,
        pos=rows.visualRect(rows.model().index(last, 0)).center(),
    )
    window = glossary.window
    view = window.article_pane.view
    glossary.bot.waitUntil(
        lambda: window.known is not None and window.known.article.id == row.article_id
    )
    glossary.bot.waitUntil(
        lambda: view.viewport().rect().contains(view.rectangle_of(row.start).center())
    )
    assert glossary.view == "articles"
    assert view.verticalScrollBar().value() > 0
    assert window.side_pane.isVisible()
    assert window.views.trail.button.accessibleName() == f"「{TREATY}」に戻る"

    QTest.mouseClick(window.views.trail.button, Qt.MouseButton.LeftButton)
    glossary.rest()
    assert glossary.view == "glossary"
    assert glossary.shown() == TREATY
    assert glossary.card.scrolled == scrolled
    assert rows.currentIndex().row() == last
    assert not window.views.trail.isVisible()


def test_a_definition_leads_to_its_passage(glossary: Glossary) -> None:
    glossary.open(TREATY)
    card = glossary.card.definitions.cards[0]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    window = glossary.window
    glossary.bot.waitUntil(
        lambda: window.known is not None and window.known.article.title == FIRST.splitlines()[0]
    )
    page = glossary.card.page
    assert page is not None
    assert window.known is not None
    part = page.definitions[0]
    assert window.known.revision.text[part.start : part.end] == part.text
    glossary.act("back")
    assert window.views.view == "glossary"


def test_a_related_term_opens_its_card_and_the_key_leads_back(glossary: Glossary) -> None:
    glossary.window.resize(QSize(1000, 480))
    glossary.open(TREATY)
    glossary.card.area.verticalScrollBar().setValue(150)
    chip = next(one for one in glossary.card.together.buttons if one.text() == "マリア・サントス")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    glossary.bot.waitUntil(lambda: glossary.shown() == "マリア・サントス")
    assert glossary.rows.rows.currentIndex().data() == "マリア・サントス"
    glossary.rest()
    assert glossary.card.scrolled == 0
    QTest.keyClick(glossary.card, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    glossary.bot.waitUntil(lambda: glossary.shown() == TREATY)
    glossary.rest()
    assert glossary.card.scrolled == 150


def test_a_term_of_an_article_opens_its_card_and_the_way_back_is_the_article(
    glossary: Glossary,
) -> None:
    window = glossary.window
    glossary.act("show_articles")
    known = window.known
    assert known is not None
    term = next(one for one in known.terms if one.text == TREATY)
    window.article_pane.term_card_asked.emit(term.id)
    glossary.bot.waitUntil(lambda: glossary.shown() == TREATY)
    assert window.views.trail.button.accessibleName() == f"「{known.article.title}」に戻る"
    glossary.act("back")
    assert window.views.view == "articles"
    assert window.known is not None
    assert window.known.article.id == known.article.id


def test_choosing_something_else_forgets_the_way_back(glossary: Glossary) -> None:
    glossary.open(TREATY)
    glossary.click_line(1)
    window = glossary.window
    glossary.bot.waitUntil(lambda: window.views.view == "articles")
    glossary.rest()
    window.list_pane.step(1)
    assert not window.views.trail.isVisible()
    glossary.act("back")
    assert window.views.view == "articles"


# What the reader corrects


def test_a_category_is_corrected_and_taken_back(glossary: Glossary) -> None:
    glossary.open("マリア・サントス")
    menu = glossary.card.head.category.menu()
    next(one for one in menu.actions() if one.data() == "organization").trigger()
    glossary.bot.waitUntil(lambda: glossary.card.head.category.text().startswith("組織"))
    assert "組織" in glossary.window.notice.words
    glossary.window.notice.act()
    glossary.bot.waitUntil(lambda: glossary.card.head.category.text().startswith("人物"))
    assert glossary.shown() == "マリア・サントス"


def test_a_form_and_a_reading_are_corrected_everywhere(glossary: Glossary, filled: Path) -> None:
    glossary.open("マリア・サントス")
    QTest.keyClick(glossary.rows.rows, Qt.Key.Key_F2)
    dialog = glossary.window.findChildren(CorrectTermDialog)[0]
    dialog.form_box.setText("マリア・ドス・サントス")
    dialog.reading_box.setText("まりあ・どす・さんとす")
    dialog.buttons.accepted.emit()
    glossary.bot.waitUntil(lambda: glossary.shown() == "マリア・ドス・サントス")
    glossary.bot.waitUntil(lambda: "マリア・ドス・サントス" in glossary.forms)
    assert glossary.rows.rows.currentIndex().data() == "マリア・ドス・サントス"
    with open_desk(filled) as desk:
        found = desk.glossary.entries(GlossaryQuery(text="まりあ・どす"))
    assert [one.text for one in found] == ["マリア・ドス・サントス"]


def test_a_hidden_term_leaves_the_list_and_can_be_brought_back(glossary: Glossary) -> None:
    glossary.open("マリア・サントス")
    neighbour = glossary.rows.neighbour_of(glossary.card.term_id)
    QTest.keyClick(glossary.rows.rows, Qt.Key.Key_Delete)
    glossary.bot.waitUntil(lambda: "マリア・サントス" not in glossary.forms)
    glossary.bot.waitUntil(lambda: glossary.card.term_id == neighbour)
    assert glossary.rows.current_id() == neighbour
    assert "マリア・サントス" in glossary.window.notice.words
    glossary.rows.filters.choose_flag("hidden")
    glossary.bot.waitUntil(lambda: glossary.forms == ["マリア・サントス"])
    glossary.open("マリア・サントス")
    glossary.do("show")
    glossary.bot.waitUntil(lambda: bool(glossary.rows.empty_words))
    glossary.rows.filters.choose_flag("hidden")
    glossary.bot.waitUntil(lambda: "マリア・サントス" in glossary.forms)


def test_hiding_is_undone_from_the_notice(glossary: Glossary) -> None:
    glossary.open("マリア・サントス")
    glossary.do("hide")
    glossary.bot.waitUntil(lambda: "マリア・サントス" not in glossary.forms)
    glossary.window.notice.act()
    glossary.bot.waitUntil(lambda: "マリア・サントス" in glossary.forms)


def test_the_notice_undoes_its_own_act_and_no_other(glossary: Glossary, filled: Path) -> None:
    glossary.open("マリア・サントス")
    glossary.do("hide")
    glossary.bot.waitUntil(lambda: "マリア・サントス" in glossary.window.notice.words)
    with open_desk(filled) as desk:
        treaty = desk.glossary.entries(GlossaryQuery(text=TREATY))[0]
        desk.glossary.set_category(treaty.id, "event")
    glossary.window.notice.act()
    refused = glossary.window.messages.error(UsageError("undo_not_latest"))
    glossary.bot.waitUntil(lambda: glossary.window.notice.words == refused)
    with open_desk(filled) as desk:
        assert desk.glossary.card(treaty.id).entry.category == "event"


def test_two_terms_become_one_and_are_parted_again(glossary: Glossary) -> None:
    glossary.open("ロシア外務省")
    glossary.do("merge")
    dialog = glossary.window.findChildren(MergeDialog)[0]
    assert nameless(dialog) == []
    QTest.keyClicks(dialog.box, "x")
    dialog.box.setText("国際連")
    glossary.bot.waitUntil(
        lambda: [dialog.model.index(0).data()] == ["国際連合"] and dialog.model.rowCount() == 1
    )
    QTest.keyClick(dialog.box, Qt.Key.Key_Down)
    QTest.keyClick(dialog.rows, Qt.Key.Key_Return)
    glossary.bot.waitUntil(lambda: glossary.shown() == "国際連合")
    glossary.bot.waitUntil(lambda: "ロシア外務省" not in glossary.forms)
    glossary.rest()
    chip = next(one for one in glossary.card.aliases.buttons if one.property("act") == "part")
    assert chip.text().startswith("ロシア外務省")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    glossary.bot.waitUntil(lambda: "ロシア外務省" in glossary.forms)
    assert glossary.shown() == "国際連合"


def test_another_form_is_added_parted_and_brought_back(glossary: Glossary) -> None:
    glossary.open(TREATY)

    def chips() -> list[tuple[str, str]]:
        return [
            (one.property("act"), one.property("value"))
            for one in glossary.card.aliases.buttons
            if one.property("value") == "桟橋"
        ]

    glossary.do("add_alias")
    dialog = glossary.window.findChildren(AliasDialog)[0]
    dialog.form_box.setText("桟橋")
    dialog.buttons.accepted.emit()
    glossary.bot.waitUntil(lambda: chips() == [("remove_alias", "桟橋")])
    glossary.rest()
    added = next(one for one in glossary.card.aliases.buttons if one.property("value") == "桟橋")
    QTest.mouseClick(added, Qt.MouseButton.LeftButton)
    glossary.bot.waitUntil(lambda: ("remove_alias", "桟橋") not in chips())
    glossary.window.notice.act()
    glossary.bot.waitUntil(lambda: chips() == [("remove_alias", "桟橋")])


def test_an_own_term_is_marked_and_can_be_forgotten(
    qtbot: QtBot, start: Callable[[Path], Program], filled: Path
) -> None:
    with open_desk(filled) as desk:
        article = desk.reading.page(limit=1)[0].id
        text = desk.reading.open(article).revision.text
        at = text.index("桟橋")
        desk.glossary.make_term(article, at, at + 2)
    glossary = Glossary(qtbot, start(filled))
    glossary.open("桟橋")
    assert glossary.card.page is not None
    assert glossary.card.page.own
    glossary.do("forget")
    glossary.bot.waitUntil(lambda: "桟橋" not in glossary.forms)
    glossary.bot.waitUntil(lambda: glossary.shown() not in ("", "桟橋"))


# The reader's own words


def test_a_definition_and_a_note_are_on_disk_soon(glossary: Glossary, filled: Path) -> None:
    glossary.open(TREATY)
    own = glossary.card.own
    assert own is not None
    own.definition.setFocus()
    QTest.keyClicks(own.definition, "my own words")
    own.notes.editors[0].setFocus()
    QTest.keyClicks(own.notes.editors[0], "to follow")
    term = glossary.card.term_id

    def kept() -> tuple[list[str], list[str]]:
        with open_desk(filled) as desk:
            told = desk.glossary.card(term)
        own_definitions = [one.text for one in told.definitions if not one.article_id]
        return own_definitions, [one.text for one in told.notes]

    glossary.bot.waitUntil(lambda: kept() == (["my own words"], ["to follow"]), timeout=5000)
    assert own.notes.editors[0].hasFocus()
    glossary.open("マリア・サントス")
    glossary.open(TREATY)
    again = glossary.card.own
    assert again is not None
    assert again.definition.words == "my own words"
    assert [one.words for one in again.notes.editors] == ["to follow"]


def test_words_typed_last_are_kept_when_the_window_closes(glossary: Glossary, filled: Path) -> None:
    glossary.open(TREATY)
    term = glossary.card.term_id
    assert glossary.card.own is not None
    glossary.card.own.definition.setPlainText("最後の言葉")
    glossary.window.close()
    assert glossary.program.close()
    with open_desk(filled) as desk:
        assert desk.glossary.card(term).definitions[0].text == "最後の言葉"


def test_a_definition_written_elsewhere_meanwhile_is_not_lost(
    glossary: Glossary, filled: Path
) -> None:
    glossary.open(TREATY)
    term = glossary.card.term_id
    own = glossary.card.own
    assert own is not None
    own.definition.setFocus()
    with open_desk(filled) as desk:
        desk.glossary.set_definition(term, "端末から")
    glossary.rest()
    own.definition.setPlainText("窓から")
    own.definition.hand_over()
    glossary.bot.waitUntil(lambda: not glossary.program.session.saver.unsaved)
    with open_desk(filled) as desk:
        kept = desk.glossary.card(term).definitions[0].text
    assert "窓から" in kept
    assert "端末から" in kept


# What changes elsewhere


def test_a_refresh_does_not_take_back_what_was_chosen_meanwhile(glossary: Glossary) -> None:
    glossary.open(TREATY)
    for _ in range(6):
        # The card is read anew, and while that is under way the reader goes on.
        glossary.window.views.glossary.refresh()
        QTest.keyClick(glossary.rows.rows, Qt.Key.Key_Up)
        wanted = glossary.rows.current_id()
        glossary.bot.waitUntil(partial(glossary.shows, wanted))


def test_a_new_article_comes_in_and_nothing_moves(glossary: Glossary, filled: Path) -> None:
    glossary.window.resize(QSize(1000, 480))
    glossary.open(TREATY)
    glossary.card.area.verticalScrollBar().setValue(220)
    before, scrolled = glossary.card.contexts.model().rowCount(), glossary.card.scrolled
    with open_desk(filled) as desk:
        put(desk, FOURTH)
    glossary.bot.waitUntil(
        lambda: glossary.card.contexts.model().rowCount() > before, timeout=15_000
    )
    glossary.rest()
    assert context(glossary, 0).form == FOURTH.splitlines()[0]
    assert glossary.shown() == TREATY
    assert glossary.rows.current_id() == glossary.card.term_id
    assert glossary.card.scrolled == scrolled


def test_a_term_that_goes_with_its_article_leaves_its_card(
    glossary: Glossary, filled: Path
) -> None:
    glossary.open("岸田文雄")
    with open_desk(filled) as desk:
        first = next(row for row in desk.reading.page(limit=9) if "南湖町" in row.title)
        desk.reading.trash([first.id])
    glossary.bot.waitUntil(lambda: "岸田文雄" not in glossary.forms, timeout=15_000)
    glossary.rest()
    assert glossary.shown()


# The window around it


def test_the_view_is_remembered_and_so_are_the_widths_of_the_articles(
    glossary: Glossary, start: Callable[[Path], Program], filled: Path
) -> None:
    window = glossary.window
    glossary.act("show_articles")
    window.resize(QSize(790, 690))
    window.splitter.setSizes([229, 300, 259])
    sizes = window.splitter.sizes()
    glossary.act("show_glossary")
    end(glossary.program)
    program = start(filled)
    glossary.bot.waitUntil(lambda: program.window.views.view == "glossary")
    glossary.bot.waitUntil(lambda: program.window.views.glossary.list_pane.model.rowCount() > 0)
    program.window.views.choose("articles")
    assert program.window.splitter.sizes() == sizes


def test_the_switch_changes_views_by_mouse(glossary: Glossary) -> None:
    views = glossary.window.views
    buttons = views.switch.buttons
    assert [one.text() for one in buttons] == ["記事", "用語集", "メモ"]
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert (views.view, glossary.window.article_pane.isVisible()) == ("articles", True)
    assert glossary.window.list_pane.rows.hasFocus()
    QTest.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert (views.view, glossary.card.isVisible()) == ("glossary", True)
    assert glossary.rows.rows.hasFocus()
    QTest.mouseClick(buttons[2], Qt.MouseButton.LeftButton)
    assert (views.view, glossary.card.isVisible()) == ("notebook", False)
    assert views.notebook.card.isVisible()


def test_keys_do_what_makes_sense_in_the_glossary(glossary: Glossary) -> None:
    window = glossary.window
    actions = window.commands.actions_by_name
    assert not actions["trash"].isEnabled()
    assert not actions["export"].isEnabled()
    glossary.act("search")
    assert glossary.rows.filters.box.hasFocus()
    glossary.rows.focus_list()
    place = glossary.rows.rows.currentIndex().row()
    glossary.act("next")
    assert glossary.rows.rows.currentIndex().row() == place + 1
    QTest.keyClick(window, Qt.Key.Key_F6)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert glossary.card.isAncestorOf(focused)
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert glossary.rows.rows.hasFocus()
    glossary.act("show_watch")
    assert window.views.view == "articles"
    assert window.side_pane.tab == "watch"
    assert actions["trash"].isEnabled()


def test_an_article_behind_the_glossary_is_not_being_read(glossary: Glossary) -> None:
    known = glossary.window.known
    assert known is not None
    glossary.program.session.write(
        lambda desk: desk.reading.set_state(known.article.id, status="unread")
    )
    glossary.bot.wait(2000)
    assert glossary.window.known is not None
    assert glossary.window.known.state.status == "unread"


def test_theme_and_size_reach_the_glossary_at_once(glossary: Glossary) -> None:
    glossary.act("theme_dark")
    image = glossary.card.grab().toImage()
    assert image.pixelColor(5, 5).lightness() < 80
    height = glossary.rows.rows.sizeHintForRow(0)
    glossary.act("larger")
    assert glossary.rows.rows.sizeHintForRow(0) > height
    glossary.act("theme_light")
    glossary.act("usual_size")


def test_the_language_changes_and_the_glossary_stays(glossary: Glossary) -> None:
    old = glossary.window
    glossary.open(TREATY)
    assert glossary.card.own is not None
    glossary.card.own.definition.setPlainText("途中まで")
    glossary.act("language_en")
    program = glossary.program
    glossary.bot.waitUntil(lambda: program.window is not old)
    views = program.window.views
    glossary.bot.waitUntil(lambda: views.view == "glossary", timeout=10_000)
    assert [one.text() for one in views.switch.buttons] == ["Articles", "Glossary", "Notes"]
    glossary.bot.waitUntil(lambda: views.glossary.list_pane.model.rowCount() > 0)
    views.glossary.list_pane.filters.box.setText(TREATY)
    glossary.bot.waitUntil(lambda: views.glossary.list_pane.model.rowCount() == 1)
    views.glossary.list_pane.step(0)
    card = views.glossary.card
    glossary.bot.waitUntil(lambda: card.page is not None and card.page.form == TREATY)
    assert card.own is not None
    assert card.own.definition.words == "途中まで"


@pytest.mark.parametrize("view", ["glossary", "card"])
def test_a_picture_shows_the_glossary(
    qapp: QApplication, filled: Path, tmp_path: Path, view: str
) -> None:
    out = tmp_path / "picture.png"
    shot = Shot(view=view, theme="dark", language="ja", size="1000x700")
    assert draw(filled, out, settings_path=tmp_path / "settings.json", shot=shot) == 0
    picture = QImage(str(out))
    assert (picture.width(), picture.height()) == (1000, 700)
    # Every category that the list shows has its dot there.
    seen = colours(picture.copy(0, 0, 224, 700))
    assert {DARK["term.place"], DARK["term.organization"]} <= seen
    assert not (tmp_path / "settings.json").exists()


def test_an_empty_glossary_says_what_to_do(
    qtbot: QtBot, start: Callable[[Path], Program], library_folder: Path
) -> None:
    with open_desk(library_folder):
        pass
    program = start(library_folder)
    program.window.views.choose("glossary")
    page = program.window.views.glossary.card
    qtbot.waitUntil(lambda: "Ctrl+O" in page.blank_words)
    assert program.window.views.glossary.list_pane.empty_words
