"""Corrections in the real window: each shows at once, is told quietly, and can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from gui_values import places
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.gui.application import Program
from reader.gui.dialogs.telling import TextDialog
from reader.gui.glossary.merging import MergeDialog
from reader.model.errors import UsageError
from reader.presentation.messages import Messages
from reader.presentation.theme import LIGHT
from reader.services.desk import open_desk
from reader.system.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.gui.article_pane.pane import ArticlePane
    from reader.gui.reading_aids import ReadingAids
    from reader.model.known import KnownArticle
    from reader.model.terms import ArticleTerm

JA = Messages("ja")
MAIN = """\
ロシアと国際連合、北極海条約の協議を再開

2025年12月3日

ロシア外務省によりますと、ロシアのラブロフ外相は国際連合(国連)のグテーレス事務総長と会談しました。
国連は北極海条約について、共同の調査を求めています。北極海条約とは、氷の海の通行を定める条約です。
ロシア外務省は北極海条約の草案を公表する可能性があると説明しました。

協議の行方

国連は来年春に再び会談する見通しです。

今後の注目ポイント

- 北極海条約の草案は公表されるのか
- 国連の調査は始まるのか
"""
OTHER = """\
北極海条約、三つの国が署名

2025年11月2日

北極海条約とは、砕氷船の航路を分け合う条約を指します。ロシアのプーチン大統領が式典に出席しました。
ユネスコは海の氷の記録を集めています。協議の行方が注目されます。
"""
GERMAN = """\
Der See friert zu

Der See ist in diesem Winter zum ersten Mal seit zehn Jahren ganz zugefroren.
Die Menschen laufen auf dem Eis, und die Kinder spielen am Ufer mit den Hunden.
"""


class Window:
    """A window on a small library of our own, with the article about the talks open."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self.bot = qtbot
        self.program = program

    @property
    def known(self) -> KnownArticle:
        known = self.program.window.known
        assert known is not None
        return known

    @property
    def page(self) -> ArticlePane:
        return self.program.window.article_pane

    @property
    def aids(self) -> ReadingAids:
        return self.program.window.commands.aids

    @property
    def text(self) -> str:
        return self.known.revision.text

    def term(self, form: str) -> ArticleTerm:
        return next(one for one in self.known.terms if one.text == form)

    def has(self, form: str) -> bool:
        return any(one.text == form for one in self.known.terms)

    def rows(self) -> list[str]:
        model = self.program.window.side_pane.terms.model
        return [str(model.index(row).data()) for row in range(model.rowCount())]

    def do(self, name: str) -> None:
        """Press what the menu or its key does."""
        self.program.window.commands.actions_by_name[name].trigger()

    def label(self, name: str) -> str:
        return self.program.window.commands.actions_by_name[name].text()

    def told(self) -> str:
        return self.program.window.notice.words

    def until(self, done: Callable[[], bool]) -> None:
        """Wait until something holds, and all that was begun is done."""
        self.bot.waitUntil(lambda: done() and self.program.idle, timeout=20_000)

    def open(self, words: str) -> None:
        """Open the article whose title has these words."""
        pane = self.program.window.list_pane
        rows = [pane.model.row_at(place) for place in range(pane.model.rowCount())]
        row = next(row for row in rows if row is not None and words in row.title)
        self.program.session.open(row.id)
        self.until(lambda: self.known.article.id == row.id)
        self.until(lambda: self.program.window.side_pane.article_id == row.id)

    def highlighted(self, words: str) -> str:
        """Return the id of the term that words belong to on the page, or nothing."""
        place = self.page.view.terms.at(places(self.text, words)[0][0])
        return place.term_id if place is not None else ""


@pytest.fixture
def window(qtbot: QtBot, library_folder: Path, tmp_path: Path) -> Iterator[Window]:
    """Give the window on a library of three articles."""
    with open_desk(library_folder) as desk:
        for number, text in enumerate((OTHER, GERMAN, MAIN)):
            desk.adding.add_text(text, f"{number}.txt")
        desk.understanding.finish()
    program = Program(library_folder, settings_path=tmp_path / "settings.json", language="ja")
    program.show()
    shown = Window(qtbot, program)
    qtbot.waitUntil(lambda: program.idle and program.window.known is not None, timeout=60_000)
    shown.open("条約の協議")
    yield shown
    program.window.close()
    assert program.close()


# Terms


def test_a_hidden_term_goes_from_page_and_list_and_comes_back_by_the_notice(
    window: Window,
) -> None:
    assert window.highlighted("ラブロフ") == window.term("ラブロフ").id
    window.page.term_act_asked.emit("hide", window.term("ラブロフ").id, "")
    window.until(lambda: not window.has("ラブロフ"))
    assert "ラブロフ" not in window.rows()
    assert window.highlighted("ラブロフ") == ""
    assert window.told() == JA("terms.done.hide", form="ラブロフ")
    window.program.window.notice.act()
    window.until(lambda: window.has("ラブロフ"))
    assert window.highlighted("ラブロフ") == window.term("ラブロフ").id
    assert window.told().startswith("元に戻しました")


def test_undo_and_redo_say_what_they_would_do_and_do_it(window: Window) -> None:
    window.page.term_act_asked.emit("hide", window.term("ラブロフ").id, "")
    window.until(lambda: "ラブロフ" in window.label("undo"))
    assert window.label("redo") == JA("window.action.redo")
    window.do("undo")
    window.until(lambda: window.has("ラブロフ"))
    window.until(lambda: "ラブロフ" in window.label("redo"))
    window.do("redo")
    window.until(lambda: not window.has("ラブロフ"))
    window.do("show_keys")
    dialog = window.program.window.findChildren(TextDialog)[-1]
    assert any(
        line.startswith("Ctrl+Z") and "ラブロフ" in line
        for line in dialog.box.toPlainText().split("\n")
    )
    dialog.close()


def test_there_may_be_nothing_to_undo(window: Window) -> None:
    window.do("undo")
    window.until(lambda: window.told() == JA("terms.undo.nothing"))
    window.do("redo")
    window.until(lambda: window.told() == JA("terms.undo.nothing_again"))


def test_another_category_shows_in_its_colour_without_a_new_layout(window: Window) -> None:
    document = window.page.view.document()
    term = window.term("北極海条約")
    window.page.term_act_asked.emit("category", term.id, "event")
    window.until(lambda: window.term("北極海条約").category == "event")
    assert window.page.view.document() is document
    over = {
        (one.cursor.selectedText(), one.format.foreground().color().name())
        for one in window.page.view.extraSelections()
    }
    assert ("北極海条約", LIGHT["term.event"]) in over
    category = JA("window.category.event")
    assert window.told() == JA("terms.done.category", form="北極海条約", category=category)


def test_an_alias_is_parted(window: Window) -> None:
    term = window.term("国際連合")
    assert "国連" in term.aliases
    window.page.term_act_asked.emit("part", term.id, "国連")
    window.until(lambda: "国連" not in window.term("国際連合").aliases)
    assert window.told() == JA("terms.done.part", alias="国連")
    assert window.highlighted("国連は") != term.id
    window.do("undo")
    window.until(lambda: "国連" in window.term("国際連合").aliases)


def test_a_term_is_merged_with_one_that_is_found_by_its_name(window: Window) -> None:
    before = window.term("国際連合").id
    window.page.term_act_asked.emit("merge", before, "")
    dialog = window.program.window.findChildren(MergeDialog)[-1]
    dialog.box.setText("プーチン")
    window.bot.waitUntil(lambda: dialog.model.rowCount() == 1)
    QTest.keyClick(dialog.box, Qt.Key.Key_Return)
    window.until(lambda: window.term("国際連合").id != before)
    assert window.told() == JA("terms.done.merge", form="国際連合", other="ウラジーミル・プーチン")
    assert window.highlighted("国際連合") == window.term("国際連合").id
    window.do("undo")
    window.until(lambda: window.term("国際連合").id == before)


def test_selected_words_become_a_term_here_and_elsewhere_and_are_taken_back(
    window: Window,
) -> None:
    words = "協議の行方"
    window.page.view.select_range(*places(window.text, words)[0])
    window.page.selecting.make_term("concept")
    window.until(lambda: window.has(words))
    term = window.term(words)
    assert term.own
    assert window.highlighted(words) == term.id
    assert window.told() == JA("terms.done.make", form=words)
    side = window.program.window.side_pane
    window.until(lambda: side.tab == "terms" and side.terms.list.current_id() == term.id)
    window.open("三つの国")
    assert window.term(words).id == term.id
    window.page.term_act_asked.emit("forget", term.id, "")
    window.until(lambda: not window.has(words))
    assert window.told() == JA("terms.done.forget", form=words)
    window.do("undo")
    window.until(lambda: window.has(words))


def test_what_the_reader_makes_a_term_is_seen_though_its_category_was_off(
    window: Window,
) -> None:
    window.do("category_concept")
    window.page.view.select_range(*places(window.text, "協議の行方")[0])
    window.page.selecting.make_term("concept")
    window.until(lambda: window.has("協議の行方"))
    assert window.highlighted("協議の行方") == window.term("協議の行方").id


def test_a_term_of_ones_own_can_be_made_in_any_language(window: Window) -> None:
    window.open("Der See")
    side = window.program.window.side_pane
    assert side.terms.says == JA("terms.structure_only")
    window.page.view.select_range(*places(window.text, "Eis")[0])
    window.page.selecting.make_term("concept")
    window.until(lambda: window.has("Eis"))
    assert side.terms.says == ""
    assert window.highlighted("Eis") == window.term("Eis").id


def test_a_menu_of_the_list_does_what_that_of_the_page_does(window: Window) -> None:
    from reader.gui.term_menu import TermAct

    term = window.term("ラブロフ")
    side = window.program.window.side_pane
    asked: list[str] = []
    window.page.term_card_asked.connect(asked.append)
    side.term_act_chosen.emit(TermAct("card", term.id))
    side.term_act_chosen.emit(TermAct("next", term.id))
    assert asked == [term.id]
    assert window.page.view.caret_offset() in [start for start, _ in term.occurrences]
    side.term_act_chosen.emit(TermAct("hide", term.id))
    window.until(lambda: not window.has("ラブロフ"))


def test_a_card_tells_of_definitions_that_other_articles_give(window: Window) -> None:
    term = window.term("北極海条約")
    assert term.definition is not None
    window.page.show_term(term.id, term.occurrences[0][0])
    window.until(lambda: JA("terms.definitions", count=1) in window.page.card.words)
    assert term.definition.text in window.page.card.words


# Watch points and lines


def test_a_watch_point_that_is_none_goes_and_comes_back(window: Window) -> None:
    point = next(one for one in window.known.watch_points if "草案は公表" in one.text)
    side = window.program.window.side_pane
    side.dismiss_asked.emit(point.id)
    window.until(lambda: side.watch.card(point.id) is None)
    assert window.told() == JA("terms.done.dismiss")
    window.program.window.notice.act()
    window.until(lambda: side.watch.card(point.id) is not None)


def test_selected_words_become_a_watch_point(window: Window) -> None:
    words = "国連は来年春に再び会談する見通しです"
    start, end = places(window.text, words)[0]
    window.page.view.select_range(start, end)
    window.page.selecting.make_watch_point()
    side = window.program.window.side_pane
    window.until(lambda: any(one.origin == "reader" for one in window.known.watch_points))
    made = next(one for one in window.known.watch_points if one.origin == "reader")
    assert (made.start, made.end, made.text) == (start, end, words)
    assert window.told() == JA("terms.done.watch")
    window.until(lambda: side.watch.card(made.id) is not None)
    card = side.watch.card(made.id)
    assert card is not None
    window.until(lambda: side.tab == "watch" and bool(card.property("current")))
    window.do("undo")
    window.until(lambda: side.watch.card(made.id) is None)


def test_a_line_becomes_a_heading_and_running_text_again(window: Window) -> None:
    words = "国連は来年春に再び会談する見通しです。"

    def kind() -> str:
        place = places(window.text, words)[0]
        return next(one.kind for one in window.known.revision.blocks if one.start == place[0])

    assert kind() == "paragraph"
    start = places(window.text, words)[0][0]
    window.page.block_asked.emit(start, "heading")
    window.until(lambda: kind() == "heading")
    assert window.told() == JA("terms.done.heading")
    window.until(lambda: window.known.understood)
    window.page.block_asked.emit(start, "paragraph")
    window.until(lambda: kind() == "paragraph")
    window.do("undo")
    window.until(lambda: kind() == "heading")


# Undo where it cannot or must not be


def test_what_was_changed_since_is_not_undone_and_the_reason_is_told(
    window: Window, library_folder: Path
) -> None:
    term = window.term("ラブロフ")
    window.page.term_act_asked.emit("category", term.id, "event")
    window.until(lambda: window.term("ラブロフ").category == "event")
    with open_desk(library_folder) as desk:
        desk._library._db.raw.execute(
            "UPDATE term SET category_own = 'concept' WHERE id = ?", (term.id,)
        )
    window.do("undo")
    refused = JA.error(UsageError("undo_changed"))
    window.until(lambda: window.told() == refused)
    assert window.term("ラブロフ").category != "person"


def test_a_notice_takes_back_its_own_act_and_no_later_one(
    window: Window, library_folder: Path
) -> None:
    term = window.term("ラブロフ")
    window.page.term_act_asked.emit("hide", term.id, "")
    window.until(lambda: not window.has("ラブロフ"))
    with open_desk(library_folder) as desk:
        desk.glossary.set_category(window.term("北極海条約").id, "event")
    window.program.window.notice.act()
    window.until(lambda: window.told() == JA.error(UsageError("undo_not_latest")))
    assert not window.has("ラブロフ")
    window.until(lambda: window.term("北極海条約").category == "event")


def test_the_key_belongs_to_a_text_box_while_one_types(window: Window) -> None:
    window.page.term_act_asked.emit("hide", window.term("ラブロフ").id, "")
    window.until(lambda: not window.has("ラブロフ"))
    side = window.program.window.side_pane
    side.focus_tab("summary")
    box = side.summary.editor
    assert box is not None
    QTest.keyClicks(box, "abc")
    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.toPlainText() != "abc"
    window.until(lambda: True)
    assert not window.has("ラブロフ")
    window.page.view.setFocus()
    QTest.keyClick(window.page.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    window.until(lambda: box.toPlainText() != "abc" or window.has("ラブロフ"))


def test_a_highlight_and_the_trash_go_the_same_way_back(window: Window) -> None:
    start, end = places(window.text, "共同の調査")[0]
    window.page.highlight_wanted.emit(start, end, "yellow", False)
    window.until(lambda: len(window.known.highlights) == 1)
    window.page.remove_wanted.emit(window.known.highlights[0].id)
    window.until(lambda: window.known.highlights == ())
    assert window.told() == JA("window.highlight.removed")
    window.program.window.notice.act()
    window.until(lambda: len(window.known.highlights) == 1)


# What is set off


def test_keys_switch_categories_and_levels_and_the_choice_is_kept(
    window: Window, tmp_path: Path
) -> None:
    term = window.term("ラブロフ")
    window.do("category_person")
    assert window.highlighted("ラブロフ") == ""
    assert not window.page.legend._buttons.button(0).isChecked()
    assert not window.program.window.commands.actions_by_name["category_person"].isChecked()
    window.do("terms_more")
    settings = load_settings(tmp_path / "settings.json")
    assert (settings.categories_off, settings.terms_shown) == (("person",), "more")
    window.do("category_person")
    assert window.highlighted("ラブロフ") == term.id
    window.page.legend._buttons.button(0).click()
    assert window.highlighted("ラブロフ") == ""
    assert not window.program.window.commands.actions_by_name["category_person"].isChecked()


def test_attributions_and_hedges_are_shown_and_hidden_by_key(window: Window) -> None:
    assert window.known.hedges
    before = len(window.page.view.extraSelections())
    window.do("show_attributions")
    assert len(window.page.view.extraSelections()) > before
    window.do("show_attributions")
    assert len(window.page.view.extraSelections()) == before


def test_terms_that_only_other_articles_know_are_asked_for_on_demand(window: Window) -> None:
    window.page.view.select_range(*places(window.text, "共同の調査")[0])
    window.page.selecting.make_term("concept")
    window.until(lambda: window.has("共同の調査"))
    window.open("三つの国")
    assert window.highlighted("式典") == ""
    window.do("show_elsewhere")
    window.until(lambda: not window.program.session.busy)
    own = {one.id for one in window.known.terms}
    window.open("条約の協議")
    window.until(lambda: not window.program.session.busy)
    assert {one.id for one in window.known.terms if one.shown} - own
