"""Notes in the real window: what is typed is in the library soon, whatever is done next."""

from __future__ import annotations

import sqlite3
import time
from typing import TYPE_CHECKING

import pytest
from glossary_values import add
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMainWindow

from reader.gui.application import Program
from reader.services.desk import Desk, open_desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.gui.notes.widget import NoteWidget
    from reader.model.annotations import Note

TEXTS = (
    "北海の橋、夏に開通へ\n北海県は橋の工事が終わりに近いと発表した。",
    "船の便、残るか\n北海県は船の便を残すか決める。",
)
WAYS = ("focus", "tab", "article", "view", "deactivation", "close")


@pytest.fixture
def articles(library_folder: Path) -> list[str]:
    with open_desk(library_folder) as desk:
        made = [add(desk, text) for text in TEXTS]
        desk.understanding.finish()
    return made


@pytest.fixture
def program(
    qtbot: QtBot, library_folder: Path, tmp_path: Path, articles: list[str]
) -> Iterator[Program]:
    started = Program(library_folder, settings_path=tmp_path / "settings.json", language="ja")
    started.show()
    qtbot.waitUntil(lambda: started.idle and started.window.known is not None, timeout=60_000)
    started.window.activateWindow()
    qtbot.waitUntil(started.window.isActiveWindow)
    started.session.open(articles[0])
    qtbot.waitUntil(lambda: started.window.side_pane.article_id == articles[0])
    # Nothing of an article that is opened takes the keyboard from the window.
    assert started.window.isActiveWindow()
    yield started
    started.window.close()
    assert started.close()


@pytest.fixture
def stored(library_folder: Path, articles: list[str]) -> Callable[[], tuple[Note, ...]]:
    def notes() -> tuple[Note, ...]:
        with open_desk(library_folder) as desk:
            return desk.annotating.notes_on("article", articles[0])

    return notes


def note_of(program: Program) -> NoteWidget:
    notes = program.window.side_pane.notes._notes
    assert notes is not None
    return notes.widgets[0]


def be_impatient(desk: Desk) -> None:
    """Let a write that another one keeps waiting fail soon."""
    desk._library._db.raw.execute("PRAGMA busy_timeout = 20")


def mode_of(note: NoteWidget) -> str:
    return note.pages.mode


def go_on(program: Program, way: str, other: str) -> None:
    """Do what takes the reader away from a note."""
    window = program.window
    if way == "focus":
        window.article_pane.view.setFocus()
    elif way == "tab":
        window.side_pane._tabs.button(0).click()
    elif way == "article":
        program.session.open(other)
    elif way == "view":
        window.commands.actions_by_name["show_glossary"].trigger()
    elif way == "deactivation":
        other_window = QMainWindow(window)
        other_window.setWindowFlag(Qt.WindowType.Window)
        other_window.show()
        other_window.activateWindow()
    else:
        window.close()


def test_words_are_committed_within_two_seconds_of_the_last_key(
    qtbot: QtBot, program: Program, stored: Callable[[], tuple[Note, ...]]
) -> None:
    program.window.commands.actions_by_name["show_notes"].trigger()
    box = note_of(program).editor
    for word in ("one ", "two ", "three"):
        QTest.keyClicks(box, word)
        qtbot.wait(300)
    last = time.monotonic()
    qtbot.waitUntil(lambda: [note.text for note in stored()] == ["one two three"], timeout=2000)
    assert time.monotonic() - last < 2
    qtbot.waitUntil(lambda: not note_of(program).unsaved)
    assert box.hasFocus()


@pytest.mark.parametrize("way", WAYS)
def test_words_and_tags_are_committed_when_the_reader_goes_on(
    qtbot: QtBot,
    program: Program,
    articles: list[str],
    stored: Callable[[], tuple[Note, ...]],
    way: str,
) -> None:
    program.window.commands.actions_by_name["show_notes"].trigger()
    note = note_of(program)
    QTest.keyClicks(note.editor, "a **thought**")
    note.tag_line.box.setFocus()
    QTest.keyClicks(note.tag_line.box, "later, soon")
    began = time.monotonic()
    go_on(program, way, articles[1])
    if way == "close":
        assert program.session.saver.finish()
    qtbot.waitUntil(
        lambda: [(one.text, one.tags) for one in stored()] == [("a **thought**", ("later", "soon"))]
    )
    assert time.monotonic() - began < 1.5


def test_the_keys_of_the_window_do_nothing_while_a_note_is_written(program: Program) -> None:
    program.window.commands.actions_by_name["show_notes"].trigger()
    box = note_of(program).editor
    QTest.keyClicks(box, "word")
    QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(box, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert box.words == "*word*"
    assert not program.window.findChildren(QDialog)
    view = program.window.article_pane.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = program.window.findChildren(QDialog)
    dialog.reject()


def test_what_was_tagged_is_offered_and_undone_in_the_window(
    qtbot: QtBot, program: Program, articles: list[str]
) -> None:
    window = program.window
    window.commands.actions_by_name["show_notes"].trigger()
    note = note_of(program)
    QTest.keyClicks(note.editor, "one")
    note.tag_line.box.setFocus()
    QTest.keyClicks(note.tag_line.box, "bridge,")
    qtbot.waitUntil(lambda: not note.unsaved and note.key.note_id != "")
    window.article_pane.view.setFocus()
    note.tag_line.box.setFocus()
    qtbot.waitUntil(lambda: window.side_pane.note_aids.names.stringList() == ["bridge"])
    window.article_pane.view.setFocus()
    window.articles.undoing.undo()
    qtbot.waitUntil(lambda: note.tags == ())
    assert note.editor.words == "one"
    assert note_of(program) is note


def test_tags_that_could_not_be_saved_yet_are_there_when_the_article_comes_back(
    qtbot: QtBot,
    program: Program,
    articles: list[str],
    library_folder: Path,
    stored: Callable[[], tuple[Note, ...]],
) -> None:
    window = program.window
    window.commands.actions_by_name["show_notes"].trigger()
    note = note_of(program)
    QTest.keyClicks(note.editor, "one")
    window.article_pane.view.setFocus()
    qtbot.waitUntil(lambda: note.key.note_id != "" and not program.session.saver.unsaved)
    program.session.write(be_impatient)
    other = sqlite3.connect(library_folder / "library.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    note.write_tags()
    QTest.keyClicks(note.tag_line.box, "first,second,")
    qtbot.waitUntil(lambda: window.banner.words != "")
    assert note.tags == ("first", "second")
    program.session.open(articles[1])
    qtbot.waitUntil(lambda: window.side_pane.article_id == articles[1])
    program.session.open(articles[0])
    qtbot.waitUntil(lambda: window.side_pane.article_id == articles[0])
    again = note_of(program)
    assert again is not note
    assert again.tags == ("first", "second")
    assert again.unsaved
    other.execute("ROLLBACK")
    other.close()
    assert program.session.saver.finish()
    assert [one.tags for one in stored()] == [("first", "second")]
    qtbot.waitUntil(lambda: not again.unsaved)


def test_a_note_is_rendered_off_the_window_and_stays_through_the_glossary(
    qtbot: QtBot, program: Program
) -> None:
    window = program.window
    window.commands.actions_by_name["show_notes"].trigger()
    note = note_of(program)
    QTest.keyClicks(note.editor, "# title")
    window.article_pane.view.setFocus()
    qtbot.waitUntil(lambda: mode_of(note) == "shown")
    assert note.pages.preview is not None
    assert note.pages.preview.toPlainText() == "title"
    window.views.choose("glossary")
    window.views.choose("articles")
    assert mode_of(note) == "shown"
    window.commands.actions_by_name["show_notes"].trigger()
    assert note.editor.hasFocus()
    assert mode_of(note) == "written"
