"""An updated article in the real window: its highlights are decided about by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from gui_values import nameless
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from test_services_settling import AGAIN, EDITED, GONE, PAGE, STAYS, mark

from reader.gui.application import Program
from reader.services.desk import open_desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.gui.settling.dialog import SettleDialog
    from reader.gui.settling.flow import SettleFlow
    from reader.model.annotations import Highlight

NOW = "橋の工事が九月の末に終わると発表した"


@pytest.fixture
def marks(library_folder: Path) -> dict[str, str]:
    """Give an article with three highlights that has come again with another text."""
    with open_desk(library_folder) as desk:
        article = desk.adding.add_text(PAGE, "a.md").id
        made = {words: mark(desk, article, words) for words in (EDITED, GONE, STAYS)}
        desk.adding.add_text(AGAIN, "a.md")
        desk.understanding.finish()
    return made


@pytest.fixture
def program(
    qtbot: QtBot, library_folder: Path, tmp_path: Path, marks: dict[str, str]
) -> Iterator[Program]:
    assert marks
    started = Program(library_folder, settings_path=tmp_path / "settings.json", language="ja")
    started.show()
    qtbot.waitUntil(lambda: started.idle and started.window.known is not None, timeout=60_000)
    started.window.activateWindow()
    qtbot.waitUntil(started.window.isActiveWindow)
    yield started
    started.window.close()
    assert started.close()


@pytest.fixture
def flow(program: Program) -> SettleFlow:
    return program.window.commands.settling


@pytest.fixture
def stored(library_folder: Path, marks: dict[str, str]) -> Callable[[str], Highlight | None]:
    def get(words: str) -> Highlight | None:
        with open_desk(library_folder) as desk:
            known = desk.reading.open(desk.reading.page()[0].id)
        return next((one for one in known.highlights if one.id == marks[words]), None)

    return get


def opened(qtbot: QtBot, program: Program) -> SettleDialog:
    """Press the key of the menu, and wait for the dialog."""
    flow = program.window.commands.settling
    QTest.keyClick(program.window.article_pane.view, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: flow.dialog is not None and flow.dialog.isActiveWindow())
    assert flow.dialog is not None
    return flow.dialog


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def test_the_reader_settles_all_by_keyboard_and_takes_one_back(
    qtbot: QtBot,
    program: Program,
    flow: SettleFlow,
    marks: dict[str, str],
    stored: Callable[[str], Highlight | None],
) -> None:
    assert flow.line.words == "この記事は更新されました。要確認 2 件"
    dialog = opened(qtbot, program)
    assert nameless(dialog) == []
    assert dialog.progress.text() == "1 / 2 件"
    assert "認める" in dialog.about.text()
    assert "橋の工のこと" in dialog.note.text()
    press(Qt.Key.Key_A)
    qtbot.waitUntil(lambda: dialog.progress.text() == "2 / 2 件")
    accepted = stored(EDITED)
    assert accepted is not None
    assert (accepted.state, accepted.text) == ("anchored", NOW)

    # The answer is taken back in the dialog, and given again.
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.progress.text() == "1 / 2 件")
    before = stored(EDITED)
    assert before is not None
    assert (before.state, before.text) == ("doubtful", EDITED)
    press(Qt.Key.Key_A)
    qtbot.waitUntil(lambda: dialog.progress.text() == "2 / 2 件")

    # What is gone is moved to words that are selected by keyboard.
    assert "見当たりません" in dialog.about.text()
    assert not dialog.buttons["accept"].isEnabled()
    assert not dialog.buttons["move"].isEnabled()
    assert dialog.new.box.hasFocus()
    for _ in range(4):
        press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_M)
    qtbot.waitUntil(lambda: flow.dialog is None)
    moved = stored(GONE)
    assert moved is not None
    assert (moved.state, moved.text) == ("anchored", "北海の橋")
    assert program.window.notice.words == "すべて確かめました"
    qtbot.waitUntil(lambda: flow.line.words == "")
    qtbot.waitUntil(lambda: not program.window.commands.actions_by_name["settle"].isEnabled())
    card = program.window.side_pane.notes.card(marks[EDITED])
    assert card is not None
    assert card._former is not None
    assert EDITED in card._former.text()


def test_a_card_leads_to_its_own_question_and_keeps_a_quotation(
    qtbot: QtBot,
    program: Program,
    flow: SettleFlow,
    marks: dict[str, str],
    stored: Callable[[str], Highlight | None],
) -> None:
    program.window.side_pane.show_tab("notes")
    card = program.window.side_pane.notes.card(marks[GONE])
    assert card is not None
    assert card._state.text() == "いまの本文にありません"
    assert card._settle is not None
    card._settle.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: flow.dialog is not None and flow.dialog.isActiveWindow())
    dialog = flow.dialog
    assert dialog is not None
    assert dialog.doubt is not None
    assert dialog.doubt.mark.id == marks[GONE]
    press(Qt.Key.Key_Q)
    qtbot.waitUntil(lambda: "認める" in dialog.about.text())
    kept = stored(GONE)
    assert kept is not None
    assert kept.quotation
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: card._state.text() == "引用 — 本文に箇所はありません")
    assert card._settle.isHidden()
    assert flow.line.words == "この記事は更新されました。要確認 1 件"
    plain = program.window.side_pane.notes.card(marks[STAYS])
    assert plain is not None
    assert plain._settle is None


def test_one_can_be_removed_and_the_others_walked_through(
    qtbot: QtBot, program: Program, marks: dict[str, str], stored: Callable[[str], Highlight | None]
) -> None:
    dialog = opened(qtbot, program)
    shown = []
    for key in (Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_P):
        press(key)
        assert dialog.doubt is not None
        shown.append(dialog.doubt.mark.id)
    assert shown == [marks[GONE], marks[EDITED], marks[GONE]]
    press(Qt.Key.Key_Delete)
    qtbot.waitUntil(dialog.buttons["undo"].isEnabled)
    qtbot.waitUntil(lambda: not dialog.buttons["next"].isEnabled())
    assert stored(GONE) is None
    assert dialog.doubt is not None
    assert dialog.doubt.mark.id == marks[EDITED]
    dialog.reject()


def test_a_text_that_changes_meanwhile_is_shown_before_anything_is_decided(
    qtbot: QtBot,
    program: Program,
    library_folder: Path,
    stored: Callable[[str], Highlight | None],
) -> None:
    dialog = opened(qtbot, program)
    with open_desk(library_folder) as desk:
        desk.adding.add_text(AGAIN.replace("九月の末", "十月のはじめ"), "a.md")
    press(Qt.Key.Key_A)
    qtbot.waitUntil(lambda: "また更新されました" in dialog.about.text())
    now = stored(EDITED)
    assert now is not None
    assert (now.state, now.text) == ("doubtful", EDITED)
    assert "十月のはじめ" in dialog.new.box.toPlainText()
    dialog.reject()


def test_a_likely_place_is_chosen_by_its_digit(
    qtbot: QtBot,
    program: Program,
    library_folder: Path,
    marks: dict[str, str],
    stored: Callable[[str], Highlight | None],
) -> None:
    moved = "別の船の便は、橋が開いたあとも一年半のあいだ残されるという。"
    other = "島の船の便は、橋が開いたあとは三年のあいだ残されるかもしれない。"
    with open_desk(library_folder) as desk:
        desk.adding.add_text(AGAIN.rstrip() + f"\n\n{moved}\n\n{other}\n", "a.md")
        desk.understanding.finish()

    def came() -> bool:
        known = program.window.known
        return known is not None and moved in known.revision.text

    qtbot.waitUntil(came)
    qtbot.waitUntil(lambda: program.idle)
    flow = program.window.commands.settling
    flow.open_at(marks[GONE])
    qtbot.waitUntil(lambda: flow.dialog is not None and flow.dialog.isActiveWindow())
    dialog = flow.dialog
    assert dialog is not None
    press(Qt.Key.Key_1)
    start, end = dialog.new.selection
    words = dialog.new._text[start:end]
    assert len(words) > 10
    assert words in moved + other
    press(Qt.Key.Key_M)
    qtbot.waitUntil(lambda: (found := stored(GONE)) is not None and found.text == words)
    dialog.reject()


def test_the_line_can_be_put_off_until_the_article_is_opened_again(
    program: Program, flow: SettleFlow
) -> None:
    flow.line.later.click()
    assert flow.line.words == ""
    assert program.window.commands.actions_by_name["settle"].isEnabled()
    program.window.views.choose("glossary")
    assert not program.window.commands.actions_by_name["settle"].isEnabled()
    program.window.views.choose("articles")
    assert flow.line.words == ""
