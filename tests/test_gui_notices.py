"""The short notice over the article: never wider than its room, and never markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from gui_values import put_on_screen
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from reader.gui.notices import Notice

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONG = (
    "元に戻しました — 注目ポイント「追加の高位級代表団訪問がいつ、どのレベルで行われるのか」を外す"
)


@pytest.fixture
def room(qtbot: QtBot) -> QWidget:
    """Give a room of a narrow window's width."""
    room = QWidget()
    room.resize(420, 300)
    put_on_screen(qtbot, room)
    return room


def test_long_words_are_cut_in_their_middle_and_told_whole(room: QWidget) -> None:
    notice = Notice(room)
    notice.say(LONG, button="やり直す")
    label, button = notice.findChildren(QLabel)[0], notice.findChildren(QPushButton)[0]
    assert room.rect().contains(notice.geometry())
    assert label.text().startswith("元に戻しました")
    assert label.text().endswith("外す")
    assert "…" in label.text()
    assert button.isVisible()
    assert (notice.words, notice.toolTip(), notice.accessibleName()) == (LONG, LONG, LONG)
    room.resize(1200, 300)
    assert label.text() == LONG
    assert notice.toolTip() == ""


def test_words_are_never_markup(room: QWidget) -> None:
    notice = Notice(room)
    notice.say("「<b>太字</b>」を隠しました")
    assert notice.findChildren(QLabel)[0].textFormat() == Qt.TextFormat.PlainText


def test_what_is_offered_is_done_once(room: QWidget) -> None:
    done: list[str] = []
    notice = Notice(room)
    notice.say("隠しました", button="元に戻す", act=lambda: done.append("undone"))
    QTest.mouseClick(notice.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    notice.act()
    assert done == ["undone"]
    assert notice.words == ""


def test_a_notice_leaves_the_line_at_the_foot_free(room: QWidget) -> None:
    notice = Notice(room)
    notice.say("隠しました")
    assert notice.geometry().bottom() < room.height() - 32
