"""The dialog about faults of ours: true words, and nothing saved that is not shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from gui_values import nameless, put_on_screen
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton

from reader.gui.dialogs.crashing import CrashDialog
from reader.presentation.messages import Messages

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.presentation.messages import Language

ARTICLE = "港の橋が開通\n船が通れる高さになった。"


class State:
    """What the dialog asks of the window."""

    article = ARTICLE
    unsaved = 0


@pytest.fixture
def state() -> State:
    return State()


def shown(qtbot: QtBot, state: State, language: Language = "en") -> CrashDialog:
    dialog = CrashDialog(
        Messages(language), article=lambda: state.article, unsaved=lambda: state.unsaved
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    put_on_screen(qtbot, dialog)
    return dialog


def button(dialog: CrashDialog, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == words)


def test_faults_are_collected_and_counted(qtbot: QtBot, state: State, tmp_path: Path) -> None:
    dialog = shown(qtbot, state)
    dialog.add("first report\n", tmp_path / "one.txt")
    assert dialog.words.text().startswith("Something in Chumoku went wrong.")
    assert str(tmp_path / "one.txt") in dialog.words.text()
    dialog.add("second report\n", None)
    assert dialog.words.text().startswith("2 things in Chumoku went wrong.")
    assert "could not be written" in dialog.words.text()
    text = dialog.box.toPlainText()
    assert text.index("first report") < text.index("second report")


def test_it_claims_that_all_is_saved_only_while_it_is(qtbot: QtBot, state: State) -> None:
    state.unsaved = 2
    dialog = shown(qtbot, state)
    dialog.add("report", None)
    assert "Words in 2 places are not saved yet" in dialog.words.text()
    assert "Nothing that you wrote is lost" not in dialog.words.text()
    state.unsaved = 0
    dialog.update_words()
    assert "Nothing that you wrote is lost" in dialog.words.text()


def test_what_is_shown_is_what_is_copied_and_saved(
    qtbot: QtBot, state: State, tmp_path: Path
) -> None:
    dialog = shown(qtbot, state)
    dialog.add("the report\n", None)
    assert not dialog.with_article.isChecked()
    assert ARTICLE not in dialog.box.toPlainText()
    for wanted in (True, False):
        QTest.keyClick(dialog.with_article, Qt.Key.Key_Space)
        text = dialog.box.toPlainText()
        assert (ARTICLE in text) == wanted
        assert ("text of the open article" in dialog.words.text()) == wanted
        QTest.mouseClick(button(dialog, "Copy"), Qt.MouseButton.LeftButton)
        assert QGuiApplication.clipboard().text() == text
        dialog.write_to(tmp_path / "report.txt")
        assert (tmp_path / "report.txt").read_text("utf-8") == text
        assert str(tmp_path / "report.txt") in dialog.outcome.text()


def test_without_an_article_there_is_none_to_include(qtbot: QtBot, state: State) -> None:
    state.article = ""
    assert not shown(qtbot, state).with_article.isEnabled()


def test_a_file_is_chosen_and_the_dialog_waits_for_nothing(
    qtbot: QtBot, state: State, tmp_path: Path
) -> None:
    dialog = shown(qtbot, state)
    dialog.add("the report\n", None)
    QTest.mouseClick(button(dialog, "Save…"), Qt.MouseButton.LeftButton)
    chooser = dialog.findChild(QFileDialog)
    assert chooser is not None
    assert chooser.selectedFiles()[0].endswith("chumoku-crash-report.txt")
    chooser.setDirectory(str(tmp_path))
    chooser.selectFile("mine.txt")
    chooser.accept()
    assert (tmp_path / "mine.txt").read_text("utf-8") == "the report\n"
    # A second fault while the reader chooses does not open a second dialog.
    dialog.add("another", None)
    assert dialog.count == 2


def test_a_file_that_cannot_be_written_is_told(qtbot: QtBot, state: State, tmp_path: Path) -> None:
    dialog = shown(qtbot, state)
    dialog.add("the report\n", None)
    dialog.write_to(tmp_path / "not there" / "report.txt")
    assert "is not there. Nothing was written." in dialog.outcome.text()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_it_works_by_keyboard_and_every_control_has_a_name(
    language: Language, qtbot: QtBot, state: State
) -> None:
    dialog = shown(qtbot, state, language)
    dialog.add("report", None)
    assert nameless(dialog) == []
    reached = set()
    for _ in range(8):
        focused = dialog.focusWidget()
        reached.add(type(focused).__name__)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert reached >= {"QPlainTextEdit", "QCheckBox", "QPushButton"}
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
