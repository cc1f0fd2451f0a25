"""Highlighting in the real window: kept in the library, undone by one step, from any file."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.gui.application import Program
from reader.gui.dialogs.telling import TextDialog
from reader.services.desk import open_desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.gui.article_pane.view import ArticleView
    from reader.model.annotations import Highlight

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
WORDS = (
    "ガス橋の話\n\n𠮷野市は橋を架ける協定を結んだ。"
    "家族👨\u200d👩\u200d👧の費用は三百億円で、工期は三年だ。\n"
)


class Window:
    """The program on a library with one article, which a file in another normal form gave."""

    def __init__(self, qtbot: QtBot, folder: Path, place: Path) -> None:
        source = place / "decomposed.txt"
        source.write_text(unicodedata.normalize("NFD", WORDS), "utf-8")
        with open_desk(folder) as desk:
            self.article = desk.adding.add([str(source)]).sources[0].id
        self.bot = qtbot
        self.program = Program(folder, settings_path=place / "settings.json")
        self.program.looks.choose_language("ja")
        self.program.show()
        qtbot.waitUntil(
            lambda: self.program.idle and self.program.window.known is not None, timeout=60_000
        )
        self.program.session.open(self.article)
        qtbot.waitUntil(lambda: self.program.window.side_pane.article_id == self.article)
        self.view.setFocus()

    @property
    def view(self) -> ArticleView:
        return self.program.window.article_pane.view

    @property
    def text(self) -> str:
        assert self.program.window.known is not None
        return self.program.window.known.revision.text

    @property
    def marks(self) -> tuple[Highlight, ...]:
        assert self.program.window.known is not None
        return self.program.window.known.highlights

    def put(self, words: str, by: int = 0) -> None:
        at = self.text.index(words) + by
        self.view.select_range(at, at)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.view, key, modifier or Qt.KeyboardModifier.NoModifier)

    def wait_for(self, *words: str) -> None:
        self.bot.waitUntil(lambda: [mark.text for mark in self.marks] == list(words))

    def act(self, name: str) -> None:
        self.program.window.commands.actions_by_name[name].trigger()


@pytest.fixture
def window(qtbot: QtBot, library_folder: Path, tmp_path: Path) -> Iterator[Window]:
    made = Window(qtbot, library_folder, tmp_path)
    yield made
    made.program.window.close()
    assert made.program.close()


def test_highlights_are_made_reshaped_parted_and_joined_by_keyboard_alone(window: Window) -> None:
    # The first step by words has the tokeniser of the worker process asked, never one of ours.
    window.put("協定")
    window.key(Qt.Key.Key_Right, CTRL | SHIFT)
    window.bot.waitUntil(lambda: window.view.steps.ready, timeout=30_000)
    window.key(Qt.Key.Key_3)
    window.wait_for("協定")
    assert window.marks[0].color == "green"

    window.key(Qt.Key.Key_E)
    window.key(Qt.Key.Key_Right, CTRL | SHIFT, times=2)
    window.key(Qt.Key.Key_E)
    window.wait_for("協定を結んだ")
    window.key(Qt.Key.Key_6)
    window.bot.waitUntil(lambda: window.marks[0].color == "magenta")

    window.put("結んだ")
    window.key(Qt.Key.Key_S)
    window.wait_for("協定を", "結んだ")
    window.put("家族")
    window.key(Qt.Key.Key_Right, SHIFT, times=5)
    assert window.text[slice(*(window.view.selected_range() or ()))] == "家族👨\u200d👩\u200d👧の費"
    window.key(Qt.Key.Key_H)
    window.wait_for("協定を", "結んだ", "家族👨\u200d👩\u200d👧の費")
    window.view.select_range(window.text.index("を結"), window.text.index("費用"))
    window.key(Qt.Key.Key_M)
    joined = "協定を結んだ。家族👨\u200d👩\u200d👧の費"
    window.wait_for(joined)
    assert joined in {one.cursor.selectedText() for one in window.view.extraSelections()}

    for words in (["協定を", "結んだ", "家族👨\u200d👩\u200d👧の費"], ["協定を", "結んだ"]):
        window.act("undo")
        window.wait_for(*words)
    window.act("redo")
    window.act("redo")
    window.wait_for(joined)


def test_the_article_that_the_window_begins_with_shows_its_highlights(
    qtbot: QtBot, library_folder: Path, tmp_path: Path
) -> None:
    with open_desk(library_folder) as desk:
        desk.adding.add_text(WORDS, "a.txt")
    program = Program(library_folder, settings_path=tmp_path / "settings.json")
    program.show()
    qtbot.waitUntil(lambda: program.idle and program.window.known is not None, timeout=60_000)
    view = program.window.article_pane.view
    view.select_range(0, 3)
    QTest.keyClick(view, Qt.Key.Key_1)

    def seen() -> bool:
        known = program.window.known
        return known is not None and [mark.text for mark in known.highlights] == ["ガス橋"]

    qtbot.waitUntil(seen)
    program.window.close()
    assert program.close()


def test_handles_move_an_end_and_the_notice_takes_it_back(window: Window) -> None:
    window.put("三百億円")
    window.key(Qt.Key.Key_Right, SHIFT, times=4)
    window.key(Qt.Key.Key_1)
    window.wait_for("三百億円")
    window.put("百億円")
    window.key(Qt.Key.Key_Return)
    _, last = window.view.overlay.grips()
    port, button = window.view.viewport(), Qt.MouseButton.LeftButton
    target = window.view.rectangle_of(window.text.index("工期")).center()
    QTest.mousePress(port, button, pos=last)
    where = QPointF(target), QPointF(port.mapToGlobal(target))
    plain = Qt.KeyboardModifier.NoModifier
    move = QMouseEvent(QEvent.Type.MouseMove, *where, Qt.MouseButton.NoButton, button, plain)
    QApplication.sendEvent(port, move)
    QTest.mouseRelease(port, button, pos=target)
    window.wait_for("三百億円で、")
    window.program.window.notice.act()
    window.wait_for("三百億円")


def test_the_keys_are_told_in_the_list_of_keys(window: Window) -> None:
    window.act("show_keys")
    dialog = window.program.window.findChild(TextDialog)
    assert isinstance(dialog, TextDialog)
    told = dialog.box.toPlainText()
    for words in ("語ごと", "文ごと", "] [", "E 範囲を選ぶ", "S カーソルの所で分ける", "M 重なる"):
        assert words in told
    dialog.close()
