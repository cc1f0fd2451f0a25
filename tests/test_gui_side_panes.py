"""The right pane: cards, menus, and editors that nothing takes out of the reader's hands."""

from __future__ import annotations

from dataclasses import replace
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
    note,
    passage,
    put_on_screen,
    term,
    watch_point,
)
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel

from reader.gui.saving import SaveKey
from reader.gui.side_pane.note_panel import HighlightCard
from reader.gui.side_pane.pane import TABS, SidePane
from reader.gui.side_pane.term_model import TermListModel
from reader.gui.side_pane.watch_panel import WatchPanel
from reader.model.annotations import HIGHLIGHT_COLORS, Summary
from reader.model.understanding import CATEGORIES
from reader.model.watching import WATCH_STATUSES, StatusChange, WatchPoint
from reader.presentation.messages import Messages
from reader.presentation.theme import DARK, LIGHT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from reader.gui.autosave import AutosaveEdit
    from reader.gui.side_pane.panels import Card, Column
    from reader.gui.side_pane.watch_panel import WatchCard
    from reader.model.known import KnownArticle
    from reader.model.watching import WatchStatus
    from reader.presentation.theme import Theme

JA = Messages("ja")
ARTICLE = "a" * 16
OPEN, DEVELOPING = "point 費用は増えるのか", "point 漁業への影響は調べられるのか"
MARK = "mark 橋は三年で架かる"


class Side(SidePane):
    """The right pane, and everything that it told."""

    def __init__(self) -> None:
        super().__init__(LIGHT, JA)
        self.told: list[tuple[object, ...]] = []
        for name in (
            "point_chosen",
            "status_wanted",
            "term_chosen",
            "highlight_chosen",
            "recolor_wanted",
            "remove_wanted",
            "passage_chosen",
            "save_wanted",
        ):
            getattr(self, name).connect(self._hear(name))

    def _hear(self, name: str) -> object:
        def hear(*values: object) -> None:
            self.told.append((name, *values))

        return hear

    def watch_card(self, id_: str) -> WatchCard:
        card = self.watch.card(id_)
        assert card is not None
        return card

    def mark_card(self, id_: str) -> HighlightCard:
        card = self.notes.card(id_)
        assert card is not None
        return card

    @property
    def summary_box(self) -> AutosaveEdit:
        assert self.summary.editor is not None
        return self.summary.editor


@pytest.fixture
def side(qtbot: QtBot) -> Side:
    """Give the right pane on the screen with the article about the bridge."""
    side = Side()
    side.resize(360, 640)
    side.show_article(bridge_article())
    put_on_screen(qtbot, side)
    return side


def words_of(widget: QLabel | Card) -> list[str]:
    """Return what the labels in a card say."""
    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


def shown_lines(panel: Column) -> list[str]:
    """Return headings and cards of a column, top to bottom, by what they are called."""
    widgets: list[QWidget] = panel._shown
    return [
        widget.text() if isinstance(widget, QLabel) else widget.accessibleName()
        for widget in widgets
    ]


# Watch points


def test_each_watch_point_has_a_card_under_its_heading(side: Side) -> None:
    assert shown_lines(side.watch) == [
        "今後の注目ポイント",
        "未解決: 費用は増えるのか",
        "注目",
        "動きあり: 漁業への影響は調べられるのか",
    ]
    assert words_of(side.watch_card(DEVELOPING)) == [
        "●  動きあり",
        "漁業への影響は調べられるのか",
        "めど 2026年4月",
    ]


@pytest.mark.parametrize("status", WATCH_STATUSES)
def test_a_card_says_the_status_and_its_menu_asks_for_another(
    side: Side, status: WatchStatus
) -> None:
    card = side.watch_card(OPEN)
    action = next(one for one in card._more.menu().actions() if one.data() == status)
    action.trigger()
    assert side.told == [("status_wanted", OPEN, status)]
    points = bridge_article().watch_points
    changed = replace(points[0], status=status)
    side.watch.show_points((changed, *points[1:]))
    assert side.watch_card(OPEN) is card
    assert words_of(card)[0] == f"●  {JA(f'window.watch.{status}')}"
    checked = [one.data() for one in card._more.menu().actions() if one.isChecked()]
    assert checked == [status]


def test_a_card_tells_since_when_and_what_is_gone(side: Side) -> None:
    step = StatusChange("2026-01-05T09:00:00Z", "open", "answered", "")
    point = replace(
        bridge_article().watch_points[0], start=0, end=0, status="answered", history=(step,)
    )
    side.watch.show_points((point,))
    assert words_of(side.watch_card(OPEN))[-1] == (
        "2026年1月5日 から ・ いまの版にこの一節はありません"
    )


def test_a_card_is_chosen_by_click_return_or_space(side: Side) -> None:
    card = side.watch_card(OPEN)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(12, 30))
    QTest.mouseClick(card, Qt.MouseButton.RightButton, pos=QPoint(12, 30))
    QTest.keyClick(card, Qt.Key.Key_Return)
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert side.told == [("point_chosen", OPEN)] * 3
    assert card.property("current")
    side.watch.show_current(DEVELOPING)
    assert not card.property("current")
    assert side.watch_card(DEVELOPING).property("current")


def points_between() -> tuple[WatchPoint, ...]:
    """Return points from a list, from the running text, and from the same list again."""
    text = "一。二。三。四。"
    return (
        watch_point(text, "一。"),
        watch_point(text, "二。", origin="sentence"),
        watch_point(text, "三。"),
        watch_point(text, "四。", origin="sentence"),
    )


def test_headings_come_again_where_they_are_needed_and_stay(side: Side) -> None:
    side.watch.show_points(points_between())
    lines = shown_lines(side.watch)
    assert lines[::2] == ["注目", "本文から", "注目", "本文から"]
    side.watch.show_points(points_between())
    assert shown_lines(side.watch) == lines
    assert len({id(widget) for widget in side.watch._shown}) == 8


def test_an_article_without_watch_points_says_so(side: Side) -> None:
    side.watch.show_points(())
    assert shown_lines(side.watch) == [JA("window.watch.none")]
    assert side.watch.card(OPEN) is None


def test_a_note_on_a_watch_point_is_written_from_its_menu(side: Side) -> None:
    card = side.watch_card(OPEN)
    assert not card.notes.isVisible()
    menu = card._more.menu()
    next(one for one in menu.actions() if one.text() == JA("window.note.add")).trigger()
    assert card.notes.isVisible()
    assert card.notes.editors[0].hasFocus()
    QTest.keyClicks(card.notes.editors[0], "ask again")
    side.hand_over()
    key = SaveKey("note", "watch_point", OPEN)
    assert side.told == [("save_wanted", key, "ask again", "")]


# Editors and refreshing


def test_what_is_typed_stays_while_the_article_is_shown_again(side: Side) -> None:
    side.focus_tab("notes")
    box = side.notes.article_editors[0]
    assert box.hasFocus()
    QTest.keyClick(box, Qt.Key.Key_End)
    QTest.keyClicks(box, " and more")
    caret = box.textCursor().position()
    for known in (bridge_article(), again(bridge_article(), highlights=()), bridge_article()):
        side.show_article(known)
        assert side.notes.article_editors == [box]
        assert box.hasFocus()
        assert box.toPlainText() == "全体のメモ and more"
        assert box.textCursor().position() == caret
    side.hand_over()
    key = SaveKey("note", "article", ARTICLE, "note")
    assert side.told == [("save_wanted", key, "全体のメモ and more", "全体のメモ")]


@pytest.mark.parametrize("focused", [True, False])
def test_typed_words_go_on_from_the_text_they_began_with(side: Side, focused: bool) -> None:
    side.focus_tab("notes")
    box = side.notes.article_editors[0]
    box.setPlainText("自分の言葉")
    if not focused:
        side.notes.write_article_note()
        box.clearFocus()
        side.told.clear()
        box.setPlainText("自分の言葉。")
    side.show_article(again(bridge_article(), notes=(note("よそで書かれた"),)))
    side.hand_over()
    # What they began with is what the library compares: it will keep both.
    assert side.told[-1][3] == "全体のメモ"
    assert box.toPlainText().startswith("自分の言葉")


def test_a_box_that_is_not_in_use_shows_what_was_written_elsewhere(side: Side) -> None:
    side.show_tab("notes")
    box = side.notes.article_editors[0]
    side.show_article(
        again(bridge_article(), notes=(note("よそで"),), summary=Summary("よその要約"))
    )
    assert box.toPlainText() == "よそで"
    assert side.summary_box.toPlainText() == "よその要約"
    side.hand_over()
    assert side.told == []


def test_a_box_with_the_keyboard_shows_it_when_it_is_left(side: Side) -> None:
    side.focus_tab("notes")
    box = side.notes.article_editors[0]
    side.show_article(again(bridge_article(), notes=(note("よそで"),)))
    assert box.toPlainText() == "全体のメモ"
    side.focus_tab("watch")
    assert box.toPlainText() == "よそで"
    assert side.told == []


def test_a_composition_is_left_alone(side: Side) -> None:
    side.focus_tab("summary")
    box = side.summary_box
    QApplication.sendEvent(box, QInputMethodEvent("はしが", []))
    side.show_article(again(bridge_article(), summary=Summary("よその要約")))
    box.confirm("橋が架かる。", "橋が架かる。")
    layout = box.textCursor().block().layout()
    assert layout.preeditAreaText() == "はしが"
    assert box.toPlainText() == "橋が架かる。"
    assert not box.unsaved
    commit = QInputMethodEvent("", [])
    commit.setCommitString("橋が")
    QApplication.sendEvent(box, commit)
    assert "橋が" in box.toPlainText()
    assert box.unsaved


def test_a_first_note_keeps_its_box_when_it_gets_its_id(side: Side) -> None:
    side.show_article(again(bridge_article(), notes=()))
    side.focus_tab("notes")
    box = side.notes.article_editors[0]
    QTest.keyClicks(box, "first")
    side.hand_over()
    new = SaveKey("note", "article", ARTICLE)
    assert side.told == [("save_wanted", new, "first", "")]
    QTest.keyClicks(box, " more")
    side.confirm(new, "first", "first", "n1")
    side.show_article(again(bridge_article(), notes=(note("first", id="n1"),)))
    assert side.notes.article_editors == [box]
    assert box.hasFocus()
    assert box.toPlainText() == "first more"
    side.hand_over()
    assert side.told[-1] == ("save_wanted", new._replace(note_id="n1"), "first more", "first")


def test_a_note_that_shows_up_before_it_is_confirmed_is_not_shown_twice(side: Side) -> None:
    side.show_article(again(bridge_article(), notes=()))
    side.focus_tab("notes")
    box = side.notes.article_editors[0]
    QTest.keyClicks(box, "first")
    side.hand_over()
    side.show_article(again(bridge_article(), notes=(note("first", id="n1"),)))
    side.confirm(SaveKey("note", "article", ARTICLE), "first", "first", "n1")
    assert side.notes.article_editors == [box]
    assert not box.unsaved


def test_an_emptied_note_keeps_its_box_and_can_be_written_again(side: Side) -> None:
    side.focus_tab("notes")
    box = side.notes.article_editors[0]
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    side.hand_over()
    key = SaveKey("note", "article", ARTICLE, "note")
    assert side.told == [("save_wanted", key, "", "全体のメモ")]
    side.confirm(key, "", "", "")
    side.show_article(again(bridge_article(), notes=()))
    assert side.notes.article_editors == [box]
    QTest.keyClicks(box, "again")
    side.hand_over()
    side.confirm(key, "again", "again", "n2")
    side.show_article(again(bridge_article(), notes=(note("again", id="n2"),)))
    assert side.notes.article_editors == [box]
    assert (box.key.note_id, box.toPlainText(), box.hasFocus()) == ("n2", "again", True)


def test_both_texts_are_shown_when_another_writer_was_there(side: Side) -> None:
    side.focus_tab("summary")
    box = side.summary_box
    box.moveCursor(box.textCursor().MoveOperation.End)
    QTest.keyClicks(box, " ab")
    side.hand_over()
    asked = "橋が架かる。 ab"
    QTest.keyClicks(box, "c")
    side.confirm(SaveKey("summary", "article", ARTICLE), f"{asked}\n\n---\n\nよそで", asked, "")
    assert box.toPlainText() == f"{asked}c\n\n---\n\nよそで"
    assert box.textCursor().position() == len(asked) + 1
    side.hand_over()
    assert side.told[-1][2:] == (f"{asked}c\n\n---\n\nよそで", f"{asked}\n\n---\n\nよそで")


def test_a_text_that_was_tidied_leaves_the_caret_where_it_is(side: Side) -> None:
    side.focus_tab("summary")
    box = side.summary_box
    box.setPlainText("前か\u3099後")
    box.moveCursor(box.textCursor().MoveOperation.End)
    side.hand_over()
    side.confirm(SaveKey("summary", "article", ARTICLE), "前が後", "前か\u3099後", "")
    assert box.toPlainText() == "前が後"
    assert box.textCursor().atEnd()
    assert not box.unsaved
    side.hand_over()
    assert len(side.told) == 1


def test_signs_that_qt_would_change_are_not_a_change_of_the_reader(side: Side) -> None:
    written = "100\u00a0km と 𠮷 \u3000と\tタブ\n二行目"
    known = again(bridge_article(), notes=(note(written, id="n1"),), summary=Summary(written))
    side.show_article(known)
    side.hand_over()
    assert side.told == []
    box = side.summary_box
    assert not box.unsaved
    box.insertPlainText("追記 ")
    side.hand_over()
    assert side.told[-1][2:] == (f"追記 {written}", written)


def test_words_that_are_not_committed_yet_are_shown_when_the_article_comes_back(
    side: Side,
) -> None:
    keys = (
        SaveKey("summary", "article", ARTICLE),
        SaveKey("highlight", "highlight", MARK),
        SaveKey("note", "article", ARTICLE, "note"),
        SaveKey("note", "watch_point", OPEN),
        SaveKey("summary", "article", "b" * 16),
    )
    side.show_unsaved({key: f"unterwegs {number}" for number, key in enumerate(keys)})
    boxes = [
        side.summary_box,
        side.mark_card(MARK).editor,
        side.notes.article_editors[0],
        side.watch_card(OPEN).notes.editors[0],
    ]
    assert [box.toPlainText() for box in boxes] == [f"unterwegs {number}" for number in range(4)]
    assert all(box.unsaved for box in boxes)
    side.hand_over()
    assert side.told == []
    boxes[0].insertPlainText("und ")
    side.hand_over()
    assert side.told == [("save_wanted", keys[0], "und unterwegs 0", "橋が架かる。")]


def test_a_box_asks_for_a_save_while_one_types_on(side: Side, qtbot: QtBot) -> None:
    side.focus_tab("summary")
    typed = 0
    while not side.told and typed < 60:
        QTest.keyClicks(side.summary_box, "x")
        typed += 1
        qtbot.wait(25)
    assert side.told
    assert typed > 10


def test_leaving_a_box_asks_for_a_save_at_once(side: Side) -> None:
    side.focus_tab("summary")
    QTest.keyClicks(side.summary_box, "x")
    assert side.told == []
    side.focus_tab("notes")
    assert [one[0] for one in side.told] == ["save_wanted"]


def test_tab_leaves_a_box(side: Side) -> None:
    side.focus_tab("summary")
    QTest.keyClick(side.summary_box, Qt.Key.Key_Tab)
    assert not side.summary_box.hasFocus()
    assert "\t" not in side.summary_box.toPlainText()


def test_another_article_has_boxes_of_its_own(side: Side) -> None:
    side.focus_tab("summary")
    old = side.summary_box
    QTest.keyClicks(old, "x")
    side.hand_over()
    other = known_article(Line("title", "別の記事"), id="b" * 16)
    side.show_article(other)
    assert side.summary_box is not old
    assert side.summary_box.toPlainText() == ""
    assert [box.toPlainText() for box in side.notes.article_editors] == [""]
    assert shown_lines(side.notes)[-1] == JA("window.highlight.none")
    side.confirm(SaveKey("summary", "article", ARTICLE), "x橋が架かる。", "x橋が架かる。", "")
    assert side.summary_box.toPlainText() == ""
    assert side.tab == "summary"


# Highlights


def test_highlights_stand_in_the_order_of_the_text_and_lost_ones_last(side: Side) -> None:
    known = bridge_article()
    text = known.revision.text
    marks = (
        highlight(text, "工期は三年", "red", state="doubtful"),
        highlight(text, "北湖の新しい橋", "gray", state="lost"),
        highlight(text, "町の議会は来春に採決する。" * 20, "blue"),
        highlight(text, "橋は三年で架かる"),
    )
    side.show_article(again(known, highlights=marks))
    cards = [widget for widget in side.notes._shown if isinstance(widget, HighlightCard)]
    assert [words_of(card) for card in cards] == [
        ["黄", "橋は三年で架かる"],
        ["要確認", "工期は三年"],
        ["青", ("町の議会は来春に採決する。" * 20)[:110] + "…"],
        ["いまの本文にありません", "北湖の新しい橋"],
    ]
    assert cards[0] is side.mark_card(MARK)


@pytest.mark.parametrize("color", HIGHLIGHT_COLORS)
def test_a_highlight_is_coloured_anew_from_its_menu(side: Side, color: str) -> None:
    actions = side.mark_card(MARK)._more.menu().actions()
    next(one for one in actions if one.data() == color).trigger()
    assert side.told == [("recolor_wanted", MARK, color)]


def test_a_highlight_is_removed_from_its_menu(side: Side) -> None:
    side.mark_card(MARK)._more.menu().actions()[-1].trigger()
    assert side.told == [("remove_wanted", MARK)]
    side.show_article(again(bridge_article(), highlights=()))
    assert side.notes.card(MARK) is None


def test_the_note_of_a_highlight_is_written_in_its_card(side: Side) -> None:
    side.show_tab("notes")
    side.notes.show_current(MARK, write=True)
    card = side.mark_card(MARK)
    assert card.editor.hasFocus()
    assert card.property("current")
    assert card.editor.toPlainText() == "三年は短い"
    QTest.keyClicks(card.editor, "? ")
    side.hand_over()
    key = SaveKey("highlight", "highlight", MARK)
    assert side.told == [("save_wanted", key, "? 三年は短い", "三年は短い")]
    side.confirm(key, "? 三年は短い", "? 三年は短い", "")
    assert not card.editor.unsaved
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(12, 6))
    assert side.told[-1] == ("highlight_chosen", MARK)


def test_a_theme_reaches_every_card(side: Side) -> None:
    side.show_tab("notes")
    side.set_look(DARK, 16)
    dot = side.mark_card(MARK)._dot.pixmap().toImage()
    assert DARK["mark.yellow"] in colours(dot)


# Summary


def test_key_sentences_lead_to_their_passages(side: Side) -> None:
    known = bridge_article()
    lines = shown_lines(side.summary._sentences)
    assert lines == [JA("window.summary.key_sentences"), "工期は三年", "町の議会は来春に採決する。"]
    side.summary._sentences._shown[1].chosen.emit("0")  # type: ignore[attr-defined]
    one = known.key_sentences[0]
    assert side.told == [("passage_chosen", one.start, one.end)]


def test_key_sentences_are_those_of_the_article_that_is_open(side: Side) -> None:
    one = known_article(Line("title", "一つ目の文。"), id="b" * 16)
    two = known_article(Line("title", "二つ目の文。"), id="c" * 16)
    for known in (one, two):
        words = known.revision.text
        side.show_article(again(known, key_sentences=(passage(words, words),)))
        assert shown_lines(side.summary._sentences)[1:] == [words]
    side.show_article(two)
    assert shown_lines(side.summary._sentences) == []


# Terms


def many_terms() -> KnownArticle:
    line = "北湖町と佐藤花子と協定と法律と概念と祭り"
    terms = tuple(
        term(line, words, category, weight=weight, shown=shown)
        for words, category, weight, shown in zip(
            ("佐藤花子", "北湖町", "法律", "協定", "概念", "祭り"),
            CATEGORIES,
            (0.2, 1.0, 0.5, 0.9, 0.4, 0.3),
            (True, True, False, True, True, False),
            strict=True,
        )
    )
    return known_article(Line("paragraph", line), terms=terms)


def test_the_term_model_is_sound(qapp: QApplication) -> None:
    model = TermListModel(JA)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.show(many_terms().terms)
    model.show(many_terms().terms)
    model.show(())
    model.show(bridge_article().terms)
    assert model.place_of("term 佐藤花子") == 0
    assert model.place_of("nothing") == -1
    assert model.data(model.index(7, 0)) is None


def test_terms_that_are_marked_come_first_then_the_heavy_ones(side: Side) -> None:
    side.terms.show_terms(many_terms().terms)
    model = side.terms.model
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert names == ["北湖町", "協定", "概念", "佐藤花子", "法律", "祭り"]


def test_a_term_says_what_it_means_or_what_kind_it_is(side: Side) -> None:
    model = side.terms.model
    said = [
        model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
    ]
    assert said == [
        "佐藤花子、人物 ・ この記事に 4 回 ・ 別名 佐藤市長",
        "北湖町、橋を架ける協定",
        "協定、条約・合意・法 ・ この記事に 4 回",
    ]


def test_a_term_is_chosen_by_click_or_key(side: Side) -> None:
    side.focus_tab("terms")
    terms = side.terms.list
    place = terms.visualRect(side.terms.model.index(1, 0)).center()
    QTest.mouseClick(terms.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.keyClick(terms, Qt.Key.Key_Down)
    QTest.keyClick(terms, Qt.Key.Key_Return)
    assert side.told == [("term_chosen", "term 北湖町"), ("term_chosen", "term 協定")]
    side.told.clear()
    side.terms.show_current("term 佐藤花子")
    assert terms.currentIndex().row() == 0
    side.show_article(bridge_article())
    assert terms.currentIndex().row() == 0
    assert side.told == []


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_terms_are_painted_in_the_colour_of_their_category(side: Side, theme: Theme) -> None:
    long = term("長" * 200, "長" * 200, "event", reading="なが" * 200)
    terms = (*(replace(one, shown=True) for one in many_terms().terms), long)
    side.set_look(theme, 16)
    side.show_tab("terms")
    side.show_article(again(many_terms(), terms=terms))
    side.terms.show_current("term 北湖町")
    seen = colours(side.terms.list.viewport().grab().toImage())
    assert {theme[f"term.{category}"] for category in CATEGORIES} <= seen
    assert theme["chosen"] in seen


# The pane


def test_the_tabs_say_how_much_there_is(side: Side) -> None:
    said = [side._tabs.button(number).text() for number in range(len(TABS))]
    assert said == ["注目ポイント 2", "用語 2", "メモ 2", "要約"]
    side.show_nothing()
    assert [side._tabs.button(number).text() for number in range(4)] == [
        "注目ポイント",
        "用語",
        "メモ",
        "要約",
    ]
    assert not side.isEnabled()


def test_each_tab_takes_the_keyboard_where_one_works_in_it(side: Side) -> None:
    boxes: dict[str, QWidget] = {
        "notes": side.notes.article_editors[0],
        "summary": side.summary_box,
        "terms": side.terms.list,
        "watch": side._tabs.button(0),
    }
    for name, box in boxes.items():
        side.focus_tab(name)
        assert side.tab == name
        assert box.hasFocus(), name


def test_how_the_saving_stands_is_said(side: Side) -> None:
    for state in ("saving", "saved", "failed"):
        side.show_saving(state)
        assert side._footer.text() == JA(f"window.saving.{state}")
    side.show_saving("")
    assert side._footer.text() == ""


def test_every_control_has_a_name(side: Side) -> None:
    side.watch_card(OPEN).notes.write()
    assert nameless(side) == []


def test_nothing_on_a_card_is_read_as_markup(side: Side) -> None:
    words = "<b>太字</b> &amp; <img src=x>"
    known = known_article(
        Line("paragraph", words),
        watch_points=(watch_point(words, words, heading=words),),
        highlights=(highlight(words, words),),
        key_sentences=(passage(words, words),),
    )
    side.show_article(known)
    labels = [label for label in side.findChildren(QLabel) if "太字" in label.text()]
    assert len(labels) >= 4
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_a_sentence_that_introduces_a_list_is_cut_and_told_whole_by_its_tip(qtbot: QtBot) -> None:
    intro = "この先の動きを追うときは、次の三つを手がかりにすると全体の流れがつかみやすくなります。"
    short = "今後の注目ポイント"
    panel = WatchPanel(JA)
    qtbot.addWidget(panel)
    panel.show_points(
        tuple(
            WatchPoint(f"w{place}", "a", "いつか", 0, 3, "list", heading, "open")
            for place, heading in enumerate((intro, short))
        )
    )
    labels = [label for label in panel.findChildren(QLabel) if label.objectName() == "section"]
    said = {label.text(): label.toolTip() for label in labels}
    assert set(said.values()) == {intro, ""}
    assert said[short] == ""
    cut = next(words for words, tip in said.items() if tip == intro)
    assert cut.endswith("…")
    assert intro.startswith(cut[:-1])
    assert len(cut) < len(intro)
