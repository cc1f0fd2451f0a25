"""The view of all notes in the real window: found, walked through, followed, removed, restored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from glossary_values import add, found, question, understand
from gui_values import nameless
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu

from reader.gui.application import Program
from reader.gui.notebook.dialogs import ForgetDialog, PeriodDialog, TagDialog
from reader.gui.notebook.models import RemovedLine, row_of
from reader.gui.notebook.painting import around_found
from reader.gui.shot import Shot, draw
from reader.model.annotations import Placement
from reader.model.notebook import NotebookQuery
from reader.services.desk import open_desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.gui.notebook.list_pane import NotebookList
    from reader.gui.notebook.page import EntryPage
    from reader.gui.notebook.view import NotebookView
    from reader.presentation.notebook_rows import NotebookRow
    from reader.services.desk import Desk

BRIDGE = (
    "北湖の橋、夏に開通へ\n2026年1月5日\n"
    + "湖の船は今日も岸と岸とを結び、町の人びとは桟橋に集まった。\n" * 40
    + "北湖町は橋の工事が終わりに近いと発表した。\n料金はいくらになるのか。\n"
)
MARKET = "湖の市場が開いた\n2026年1月8日\n市場には遠くの町からも人が来た。魚と布が並んだ。\n"


def mark(desk: Desk, article: str, words: str, color: str, note: str = "") -> str:
    start = desk.reading.open(article).revision.text.index(words)
    made = desk.annotating.highlight(article, start, start + len(words), color=color, note=note)
    return made[0].id


@pytest.fixture
def filled(library_folder: Path) -> Path:
    """Give a library with one of everything."""
    with open_desk(library_folder) as desk:
        bridge, market = add(desk, BRIDGE), add(desk, MARKET)
        point = question(BRIDGE, "料金はいくらになるのか。")
        understand(desk, bridge, found(BRIDGE, "北湖町"), points=(point,))
        understand(desk, market, found(MARKET, "市場"))
        mark(desk, bridge, "橋の工事が終わりに近い", "red", "誰の発表か")
        mark(desk, market, "遠くの町から", "blue")
        desk.annotating.note("article", market, "全体のメモ")
        desk.annotating.note("watch_point", desk.watching.of_article(bridge)[0].id, "町に聞く")
        desk.annotating.note("term", desk.glossary.entries()[0].id, "調べる")
    return library_folder


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[Path], Program]]:
    """Give a way to start the program on a library, the notes shown."""
    started: list[Program] = []

    def start_program(folder: Path, *, go: bool = True) -> Program:
        program = Program(folder, settings_path=tmp_path / "settings.json")
        program.looks.choose_language("ja")
        started.append(program)
        program.show()
        qtbot.waitUntil(lambda: program.idle, timeout=60_000)
        if go:
            press(qtbot, program, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | SHIFT)
        return program

    yield start_program
    for program in started:
        program.window.close()
        assert program.close()


SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def settle(qtbot: QtBot, program: Program) -> None:
    """Wait until nothing is asked for any more, and what was asked for late is there too."""
    for _ in range(2):
        qtbot.wait(150)
        qtbot.waitUntil(lambda: program.idle, timeout=20_000)


def press(
    qtbot: QtBot, program: Program, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN
) -> None:
    """Press a key where the keyboard is, and let everything come to rest."""
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    QTest.keyClick(QApplication.focusWidget() or program.window, key, modifier)
    settle(qtbot, program)


def view_of(program: Program) -> NotebookView:
    assert program.window.views.view == "notebook"
    return program.window.views.notebook


def shown_view(program: Program) -> str:
    return program.window.views.view


def rows_of(program: Program) -> NotebookList:
    return view_of(program).list_pane


def page_of(program: Program) -> EntryPage:
    return view_of(program).card


def lines(program: Program) -> list[str]:
    model = rows_of(program).model
    rows = (row_of(model.index(place)) for place in range(model.rowCount()))
    return [row.quotation or row.note for row in rows if row is not None]


ALL = ["調べる", "料金はいくらになるのか。", "全体のメモ", "遠くの町から", "橋の工事が終わりに近い"]


def choose(qtbot: QtBot, program: Program, words: str) -> None:
    place = lines(program).index(words)
    rows = rows_of(program).rows
    QTest.mouseClick(
        rows.viewport(),
        Qt.MouseButton.LeftButton,
        pos=rows.visualRect(rows_of(program).model.index(place)).center(),
    )
    settle(qtbot, program)


def test_all_notes_are_listed_and_walked_through(
    qtbot: QtBot, filled: Path, start: Callable[[Path], Program]
) -> None:
    program = start(filled)
    QAbstractItemModelTester(
        rows_of(program).model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    assert sorted(lines(program)) == sorted(ALL)
    assert rows_of(program).filters.count_words == "5 件"
    assert rows_of(program).rows.hasFocus()
    first = page_of(program).entry_id
    assert first
    press(qtbot, program, Qt.Key.Key_Down)
    second = page_of(program).entry_id
    assert second == rows_of(program).current_id()
    assert second != first
    assert nameless(page_of(program)) == nameless(rows_of(program)) == []


def test_a_click_goes_to_the_passage_and_back(
    qtbot: QtBot, filled: Path, start: Callable[[Path], Program]
) -> None:
    program = start(filled)
    choose(qtbot, program, "橋の工事が終わりに近い")
    page = page_of(program)
    entry = page.entry
    assert entry is not None
    QTest.mouseClick(page.quotation, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    settle(qtbot, program)
    window = program.window
    assert shown_view(program) == "articles"
    assert window.known is not None
    assert window.known.article.id == entry.article_id
    view = window.article_pane.view
    top, bottom = view.top_position(), view.caret_offset()
    assert top <= entry.start
    assert bottom >= top > 0
    press(qtbot, program, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page_of(program).entry_id == entry.id
    assert rows_of(program).rows.hasFocus()
    # The return key does the same, and a term leads to its card.
    press(qtbot, program, Qt.Key.Key_Return)
    assert shown_view(program) == "articles"
    press(qtbot, program, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    choose(qtbot, program, "調べる")
    press(qtbot, program, Qt.Key.Key_Return)
    assert shown_view(program) == "glossary"
    press(qtbot, program, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert rows_of(program).current_id() == page_of(program).entry_id


def test_typed_words_find_and_escape_shows_all_again(
    qtbot: QtBot, filled: Path, start: Callable[[Path], Program]
) -> None:
    program = start(filled)
    press(qtbot, program, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    box = rows_of(program).search_box
    assert box.hasFocus()
    box.insert("誰")
    settle(qtbot, program)
    assert lines(program) == ["橋の工事が終わりに近い"]
    press(qtbot, program, Qt.Key.Key_Down)
    assert rows_of(program).rows.hasFocus()
    assert page_of(program).entry is not None
    box.setFocus()
    box.insert("ない言葉")
    settle(qtbot, program)
    assert rows_of(program).empty_words == "当てはまるものがありません"
    assert rows_of(program).all_button.isVisible()
    press(qtbot, program, Qt.Key.Key_Escape)
    assert sorted(lines(program)) == sorted(ALL)


def test_filters_narrow_together(
    qtbot: QtBot, filled: Path, start: Callable[[Path], Program]
) -> None:
    program = start(filled)
    filters = rows_of(program).filters
    assert [name for name, button in filters.colors.items() if button.isVisible()] == [
        "red",
        "blue",
    ]
    assert not filters.looks["lost"].isVisible()
    filters.colors["blue"].click()
    settle(qtbot, program)
    assert lines(program) == ["遠くの町から"]
    filters.clear()
    filters.order.choose("term")
    filters.order.choose("article")
    settle(qtbot, program)
    assert "用語のメモ" in filters.order.text()
    assert lines(program) == ["調べる"]
    filters.clear()
    settle(qtbot, program)
    # The newest article first; what is of none is last.
    assert lines(program) == [
        "全体のメモ",
        "遠くの町から",
        "橋の工事が終わりに近い",
        "料金はいくらになるのか。",
        "調べる",
    ]
    filters.order.choose("today")
    settle(qtbot, program)
    assert len(lines(program)) == 5
    filters.order.choose("between")
    dialog = program.window.findChild(PeriodDialog)
    assert dialog is not None
    dialog.first.setDate(dialog.first.date().addYears(-3))
    dialog.last.setDate(dialog.first.date())
    dialog._on_accepted()
    settle(qtbot, program)
    assert lines(program) == []
    assert "〜" in filters.order.text()
    rows_of(program).all_button.click()
    settle(qtbot, program)
    choose(qtbot, program, "遠くの町から")
    page_of(program).head.act_wanted.emit("only_article")
    settle(qtbot, program)
    assert lines(program) == ["全体のメモ", "遠くの町から"]
    assert filters.query.article_id == desk_article(filled)


def desk_article(folder: Path) -> str:
    """Return the id of the article about the market."""
    with open_desk(folder, create=False) as desk:
        return next(row.id for row in desk.reading.page() if "市場" in row.title)


def test_a_note_is_written_where_it_is_shown(
    qtbot: QtBot, filled: Path, start: Callable[[Path], Program]
) -> None:
    program = start(filled)
    choose(qtbot, program, "遠くの町から")
    press(qtbot, program, Qt.Key.Key_F2)
    editors = page_of(program).notes
    assert editors is not None
    assert editors.widgets[0].editor.hasFocus()
    QTest.keyClicks(editors.widgets[0].editor, "from afar")
    press(qtbot, program, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | SHIFT)
    rows_of(program).focus_list()
    qtbot.waitUntil(lambda: not program.session.saver.unsaved, timeout=5_000)
    settle(qtbot, program)
    with open_desk(filled, create=False) as desk:
        (entry,) = desk.notebook.entries(NotebookQuery(text="afar"))
    assert entry.kind == "highlight"
    # The one changed last has come to the front, and is still the one that is chosen.
    assert lines(program)[0] == "遠くの町から"
    assert rows_of(program).current_id() == entry.id
    row = row_of(rows_of(program).model.index(0))
    assert row is not None
    assert row.note == "from afar"


def test_what_is_done_elsewhere_shows_and_moves_nothing(
    qtbot: QtBot, filled: Path, start: Callable[[Path], Program]
) -> None:
    program = start(filled)
    choose(qtbot, program, "全体のメモ")
    shown = page_of(program).entry_id
    with open_desk(filled, create=False) as desk:
        entry = next(one for one in desk.notebook.entries() if one.color == "blue")
        desk.annotating.note_highlight(entry.id, "よそで書いた")
    qtbot.waitUntil(
        lambda: any("よそ" in page_row(program, place).note for place in range(5)), timeout=10_000
    )
    assert page_of(program).entry_id == rows_of(program).current_id() == shown


def page_row(program: Program, place: int) -> NotebookRow:
    row = row_of(rows_of(program).model.index(place))
    assert row is not None
    return row


def test_several_are_coloured_tagged_and_removed_together(
    qtbot: QtBot, filled: Path, start: Callable[[Path], Program]
) -> None:
    program = start(filled)
    rows = rows_of(program)
    rows.filters.order.choose("article")
    settle(qtbot, program)
    choose(qtbot, program, "遠くの町から")
    press(qtbot, program, Qt.Key.Key_Down, SHIFT)
    assert len(rows.selected_ids()) == 2
    press(qtbot, program, Qt.Key.Key_3)
    assert len(rows.selected_ids()) == 2
    with open_desk(filled, create=False) as desk:
        assert desk.notebook.counts().colors == {"green": 2}
    view_of(program).wishes.open_tag()
    dialog = program.window.findChild(TagDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.box, "tag one")
    QTest.keyClick(dialog.box, Qt.Key.Key_Return)
    settle(qtbot, program)
    rows.focus_list()
    with open_desk(filled, create=False) as desk:
        assert [(one.tag, one.many) for one in desk.notebook.counts().tags] == [("tag one", 2)]
    press(qtbot, program, Qt.Key.Key_Delete)
    assert len(lines(program)) == 3
    assert program.window.notice.words == "2 件を外しました"
    program.window.notice.act()
    settle(qtbot, program)
    assert len(lines(program)) == 5


def tags_of(program: Program) -> list[str]:
    """Return the tags of the entry that is shown."""
    notes = page_of(program).notes
    return [tag for widget in notes.widgets for tag in widget.tags] if notes else []


def test_tags_are_put_on_and_taken_off(
    qtbot: QtBot, filled: Path, start: Callable[[Path], Program]
) -> None:
    program = start(filled)
    choose(qtbot, program, "全体のメモ")
    notes = page_of(program).notes
    assert notes is not None
    notes.write_tags()
    QTest.keyClicks(notes.widgets[0].tag_line.box, "fish")
    press(qtbot, program, Qt.Key.Key_Return)
    assert tags_of(program) == ["fish"]
    filters = rows_of(program).filters
    filters.only_tag("fish")
    settle(qtbot, program)
    assert lines(program) == ["全体のメモ"]
    assert [button.text() for button in filters.chips.buttons] == ["#fish  ×"]
    filters.chips.buttons[0].click()
    settle(qtbot, program)
    assert len(lines(program)) == 5
    notes.widgets[0].tag_line.chips[0].click()
    settle(qtbot, program)
    assert tags_of(program) == []
    with open_desk(filled, create=False) as desk:
        assert desk.notebook.counts().tags == ()


def test_what_was_removed_lies_in_the_trash_and_comes_back(
    qtbot: QtBot, filled: Path, start: Callable[[Path], Program]
) -> None:
    program = start(filled)
    rows = rows_of(program)
    for words in ("橋の工事が終わりに近い", "全体のメモ"):
        choose(qtbot, program, words)
        press(qtbot, program, Qt.Key.Key_Delete)
    assert page_of(program).entry is not None
    assert rows.filters.trash_button.text() == "ごみ箱 2"
    rows.filters.trash_button.click()
    settle(qtbot, program)
    assert lines(program) == ["全体のメモ", "橋の工事が終わりに近い"]
    row = row_of(rows.model.index(0))
    assert row is not None
    assert row.date == "あと 30 日"
    assert isinstance(page_of(program).removed_line, RemovedLine)
    rows.focus_list()
    press(qtbot, program, Qt.Key.Key_Down)
    press(qtbot, program, Qt.Key.Key_Return)
    assert lines(program) == ["全体のメモ"]
    press(qtbot, program, Qt.Key.Key_Delete)
    dialog = program.window.findChild(ForgetDialog)
    assert dialog is not None
    # Nothing goes before it was asked for.
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle(qtbot, program)
    assert lines(program) == ["全体のメモ"]
    view_of(program).wishes.empty()
    program.window.findChildren(ForgetDialog)[-1].forget.click()
    settle(qtbot, program)
    assert rows.empty_words == "ごみ箱は空です"
    rows.all_button.click()
    settle(qtbot, program)
    assert "全体のメモ" not in lines(program)
    assert "橋の工事が終わりに近い" in lines(program)


def test_what_wants_a_look_says_so(
    qtbot: QtBot, filled: Path, start: Callable[[Path], Program]
) -> None:
    with open_desk(filled) as desk:
        marks = [one for one in desk.notebook.entries() if one.is_highlight]
        places = [Placement(5, 9, "doubtful"), Placement(0, 0, "lost")]
        desk._library.highlights.replace_placements(
            list(zip([one.id for one in marks], places, strict=True))
        )
    program = start(filled)
    page, filters = page_of(program), rows_of(program).filters
    filters.looks["doubtful"].click()
    settle(qtbot, program)
    choose(qtbot, program, marks[0].quotation)
    assert "言い切れません" in page.strip.words
    filters.looks["doubtful"].click()
    filters.looks["lost"].click()
    settle(qtbot, program)
    choose(qtbot, program, marks[1].quotation)
    assert "いまの本文にはありません" in page.strip.words
    assert page.head.go.text() == "記事を開く"
    page.head.go.click()
    settle(qtbot, program)
    assert program.window.known is not None
    assert program.window.known.article.id == marks[1].article_id


def test_a_library_without_notes_says_how_to_make_one(
    qtbot: QtBot, library_folder: Path, start: Callable[[Path], Program]
) -> None:
    with open_desk(library_folder) as desk:
        add(desk, MARKET)
    program = start(library_folder)
    assert rows_of(program).empty_words == "まだメモがありません"
    assert "ここに集まります" in page_of(program).blank_words
    rows_of(program).filters.trash_button.click()
    settle(qtbot, program)
    assert "30日間" in page_of(program).blank_words


def test_the_view_is_remembered_and_drawn(
    qtbot: QtBot, filled: Path, tmp_path: Path, start: Callable[..., Program]
) -> None:
    program = start(filled)
    program.window.close()
    assert program.close()
    again = start(filled, go=False)
    qtbot.waitUntil(lambda: again.window.views.view == "notebook", timeout=10_000)
    settle(qtbot, again)
    assert len(lines(again)) == 5
    again.window.close()
    assert again.close()
    picture = tmp_path / "notes.png"
    for theme in ("light", "dark"):
        shot = Shot(view="notebook", theme=theme, language="en")
        assert draw(filled, picture, settings_path=tmp_path / "settings.json", shot=shot) == 0
        assert picture.stat().st_size > 10_000


def test_the_menu_does_what_it_says(
    qtbot: QtBot, filled: Path, start: Callable[[Path], Program]
) -> None:
    program = start(filled)

    def do(*words: str) -> None:
        view_of(program).wishes.open_menu(QPoint(0, 0))
        opened = program.window.findChild(QMenu, "entries")
        assert opened is not None
        menu = opened
        for word in words:
            action = next(one for one in menu.actions() if one.text() == word)
            inner = action.menu()
            if isinstance(inner, QMenu):
                menu = inner
            else:
                action.trigger()
        opened.close()
        settle(qtbot, program)

    choose(qtbot, program, "遠くの町から")
    do("色", "緑")
    with open_desk(filled, create=False) as desk:
        assert desk.notebook.counts().colors == {"green": 1, "red": 1}
        desk.notebook.add_tag([rows_of(program).current_id()], "橋")
    qtbot.waitUntil(lambda: bool(tags_of(program)), timeout=10_000)
    settle(qtbot, program)
    do("#橋", "タグの名前を変える…")
    dialog = program.window.findChild(TagDialog)
    assert dialog is not None
    dialog.box.setText("大橋")
    QTest.keyClick(dialog.box, Qt.Key.Key_Return)
    settle(qtbot, program)
    assert tags_of(program) == ["大橋"]
    do("#大橋", "タグを全体から外す")
    assert tags_of(program) == []
    do("本文の箇所へ")
    assert shown_view(program) == "articles"


def test_what_is_looked_for_is_in_view() -> None:
    late = "湖の船は今日も岸と岸とを結び、町の人びとは桟橋に集まった。"
    assert around_found(late, "") == late
    assert around_found(late, "今日") == late
    assert around_found(late, "ない") == late
    assert around_found(late, "桟橋") == "…町の人びとは桟橋に集まった。"
