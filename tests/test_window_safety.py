"""The library's safety in the real window: backups, damage, restoring, and places to read only."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest
from gui_values import nameless
from places import disk, make_read_only, make_writable
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from reader.gui.application import Program, run_window
from reader.gui.autosave import AutosaveEdit
from reader.gui.dialogs.telling import TextDialog
from reader.gui.notes.widget import NoteWidget
from reader.gui.safety.restore_dialog import RestoreDialog
from reader.gui.window import MainWindow
from reader.services.desk import open_desk
from reader.services.safekeeping import Safekeeping

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

TEXT = """\
半導体協定、来月に署名へ

A国とB国は半導体協定に来月署名すると発表しました。半導体協定とは、供給網の情報を分け合う取り決めです。

今後の注目ポイント

- 協定がいつ発効するのか
"""


def fill(folder: Path) -> str:
    """Make a library with an article that is understood and has a note."""
    with open_desk(folder) as desk:
        article = str(desk.adding.add_text(TEXT, "a.txt").id)
        desk.understanding.finish()
        desk.annotating.note("article", article, "最初のメモ")
    return article


def notes_in(folder: Path) -> list[str]:
    with open_desk(folder) as desk:
        article = desk.reading.page()[0].id
        return [note.text for note in desk.reading.open(article).notes]


@pytest.fixture
def start(qtbot: QtBot, library_folder: Path, tmp_path: Path) -> Iterator[Callable[[], Program]]:
    """Give a way to start the program in English on a library with one article."""
    started: list[Program] = []

    def start_program(folder: Path = library_folder) -> Program:
        program = Program(folder, settings_path=tmp_path / "settings.json", language="en")
        started.append(program)
        program.show()
        qtbot.waitUntil(lambda: program.idle and program.safety is not None, timeout=60_000)
        return program

    fill(library_folder)
    yield start_program
    for program in started:
        program.window.close()
        program.close()


def look(qtbot: QtBot, program: Program) -> None:
    """Have the library looked after now, and wait for what comes of it."""
    guard = program.guard
    assert guard is not None
    guard.look()
    qtbot.waitUntil(lambda: not guard.errands.busy and not program.session.busy, timeout=60_000)


def banner(program: Program, name: str) -> str:
    """Return the words of a banner that is to be seen, or nothing."""
    assert program.safety is not None
    there = program.safety.banner(name)
    return there.words if there is not None and there.isVisible() else ""


def test_the_window_backs_up_once_a_day(
    qtbot: QtBot, start: Callable[[], Program], library_folder: Path
) -> None:
    program = start()
    keeping = Safekeeping(library_folder)
    assert keeping.backups() == []
    look(qtbot, program)
    (made,) = keeping.backups()
    assert made.kind == "daily"
    look(qtbot, program)
    assert keeping.backups() == [made]
    assert not banner(program, "damage")
    program.window.commands.actions_by_name["backup_now"].trigger()
    qtbot.waitUntil(lambda: "Backed up" in program.window.notice.words)
    assert [one.kind for one in keeping.backups()] == ["by_hand", "daily"]


def test_damage_is_told_above_the_article_with_the_way_back(
    qtbot: QtBot, start: Callable[[], Program], library_folder: Path
) -> None:
    with open_desk(library_folder) as desk:
        desk.maintaining.back_up()
    path = library_folder / "library.db"
    path.write_bytes(path.read_bytes().replace("最初のメモ".encode(), "最悪のメモ".encode()))
    program = start()
    look(qtbot, program)
    assert "damaged" in banner(program, "damage")
    assert [one.kind for one in Safekeeping(library_folder).backups()] == ["by_hand"]
    safety = program.safety
    assert safety is not None
    up = safety.banner("damage")
    assert up is not None
    assert nameless(up) == []
    up.buttons[0].click()
    details = program.window.findChild(TextDialog)
    assert details is not None
    assert "note" in details.box.toPlainText()
    details.close()
    up.buttons[1].click()
    dialog = program.window.findChild(RestoreDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.restore_button.isEnabled, timeout=60_000)
    assert nameless(dialog) == []
    assert "articles 1, notes 1" in dialog.box.toPlainText()
    assert "“最悪のメモ”" in dialog.box.toPlainText()
    dialog.close()
    program.looks.choose_language("ja")
    assert "壊れた部分" in banner(program, "damage")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of eight megabytes."""
    with disk(tmp_path / "disk", megabytes=8) as place:
        yield place


def test_a_backup_that_cannot_be_made_is_told(
    qtbot: QtBot, small_disk: Path, start: Callable[[Path], Program]
) -> None:
    fill(small_disk / "library")
    program = start(small_disk / "library")
    look(qtbot, program)
    assert "disk is full" in banner(program, "backup")
    assert not Safekeeping(small_disk / "library").backups()


class Steps:
    """Does one thing after another while the program has the events to itself."""

    def __init__(self) -> None:
        self._steps: list[Callable[[], bool]] = []
        self._timer = QTimer()
        self._timer.setInterval(20)
        self._timer.timeout.connect(self._on_due)
        self._left = 1500

    def run(self, folder: Path, settings: Path, *steps: Callable[[], bool]) -> int:
        """Run the window; each step is tried until it returns true."""
        self._steps = list(steps)
        self._timer.start()
        code = run_window(folder, settings_path=settings, language="en")
        self._timer.stop()
        assert not self._steps, "not all was done"
        return code

    def _on_due(self) -> None:
        self._left -= 1
        if self._left < 0:
            # Nothing comes any more: let go of whatever is open.
            for widget in QApplication.topLevelWidgets():
                widget.close()
        elif self._steps and self._steps[0]():
            self._steps.pop(0)


def shown(kind: type) -> object | None:
    """Return the window or dialog of a kind that is to be seen."""
    everything = QApplication.topLevelWidgets()
    return next((one for one in everything if isinstance(one, kind) and one.isVisible()), None)


def window() -> MainWindow | None:
    """Return the main window once everything in it is there."""
    there = shown(MainWindow)
    if not isinstance(there, MainWindow) or there.known is None:
        return None
    return there if there.side_pane.article_id else None


def open_backups() -> bool:
    there = window()
    if there is None or there.session.busy:
        return False
    there.commands.actions_by_name["show_backups"].trigger()
    return True


def restore_chosen() -> bool:
    dialog = shown(RestoreDialog)
    if not isinstance(dialog, RestoreDialog) or not dialog.restore_button.isEnabled():
        return False
    dialog.restore_button.click()
    return True


def close_window(words: str = "") -> Callable[[], bool]:
    """Return a step that closes the window, once its notice holds some words."""

    def close() -> bool:
        there = window()
        if there is None or words not in there.notice.words:
            return False
        there.close()
        return True

    return close


def test_a_backup_is_restored_and_the_window_opens_anew(
    qtbot: QtBot, library_folder: Path, tmp_path: Path
) -> None:
    article = fill(library_folder)
    with open_desk(library_folder) as desk:
        desk.maintaining.back_up()
        desk.annotating.note("article", article, "後のメモ")

    def type_a_note() -> bool:
        there = window()
        if there is None:
            return False
        there.commands.actions_by_name["show_notes"].trigger()
        if not there.side_pane.notes.article_editors:
            return False
        # Words that are not saved yet go into what is set aside.
        QTest.keyClicks(there.side_pane.notes.article_editors[0], "typed ")
        return True

    code = Steps().run(
        library_folder,
        tmp_path / "settings.json",
        type_a_note,
        open_backups,
        restore_chosen,
        close_window("What it replaced is kept"),
    )
    assert code == 0
    assert notes_in(library_folder) == ["最初のメモ"]
    keeping = Safekeeping(library_folder)
    assert [one.kind for one in keeping.backups()] == ["replaced", "by_hand"]
    keeping.restore(keeping.backups()[0])
    assert "後のメモ" in notes_in(library_folder)
    assert any("typed" in text for text in notes_in(library_folder))


def test_a_library_that_cannot_be_opened_offers_its_newest_good_backup(
    qtbot: QtBot, library_folder: Path, tmp_path: Path
) -> None:
    fill(library_folder)
    with open_desk(library_folder) as desk:
        desk.maintaining.back_up()
        desk.maintaining.back_up()
    newest = Safekeeping(library_folder).backups()[0].path
    newest.write_bytes(newest.read_bytes().replace("最初のメモ".encode(), "最悪のメモ".encode()))
    found = b"some other file" * 400
    (library_folder / "library.db").write_bytes(found)

    def restore_what_is_offered() -> bool:
        dialog = shown(RestoreDialog)
        if not isinstance(dialog, RestoreDialog) or not dialog.restore_button.isEnabled():
            return False
        assert dialog.chosen is not None
        assert dialog.chosen.number == 1
        return restore_chosen()

    code = Steps().run(
        library_folder,
        tmp_path / "settings.json",
        restore_what_is_offered,
        close_window("What it replaced is kept"),
    )
    assert code == 0
    assert notes_in(library_folder) == ["最初のメモ"]
    (kept,) = (library_folder / "damaged").iterdir()
    assert kept.read_bytes() == found


def test_quitting_instead_leaves_everything_as_it_was(
    qtbot: QtBot, library_folder: Path, tmp_path: Path
) -> None:
    library_folder.mkdir()
    (library_folder / "library.db").write_bytes(b"some other file" * 400)

    def quit_instead() -> bool:
        dialog = shown(RestoreDialog)
        if not isinstance(dialog, RestoreDialog) or "no backups" not in dialog.box.toPlainText():
            return False
        assert not dialog.restore_button.isEnabled()
        dialog.close()
        return True

    assert Steps().run(library_folder, tmp_path / "settings.json", quit_instead) == 1
    assert [path.name for path in library_folder.iterdir()] == ["library.db"]


HOLD = (
    "import sys\nfrom pathlib import Path\nfrom reader.services.desk import open_desk\n"
    "desk = open_desk(Path(sys.argv[1]))\nprint('open', flush=True)\nsys.stdin.read()\n"
)


def test_nothing_is_restored_while_a_command_has_the_library_open(
    qtbot: QtBot, library_folder: Path, project: Path, tmp_path: Path
) -> None:
    article = fill(library_folder)
    with open_desk(library_folder) as desk:
        desk.maintaining.back_up()
        desk.annotating.note("article", article, "後のメモ")

    told: list[str] = []

    def read_the_message() -> bool:
        box = shown(QMessageBox)
        if isinstance(box, QMessageBox):
            told.append(box.text())
            box.accept()
        return bool(told)

    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(library_folder)],
        cwd=project,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        code = Steps().run(
            library_folder,
            tmp_path / "settings.json",
            open_backups,
            restore_chosen,
            read_the_message,
            close_window(),
        )
        process.communicate("")
    assert code == 0
    assert "has this library open" in told[0]
    assert notes_in(library_folder) == ["最初のメモ", "後のメモ"]


@pytest.fixture
def read_only_place(tmp_path: Path) -> Iterator[Path]:
    """Give a library where nothing can be written."""
    with disk(tmp_path / "disk") as place:
        fill(place / "library")
        make_read_only(place)
        yield place / "library"
        make_writable(place)


@pytest.fixture
def reading(read_only_place: Path, start: Callable[[Path], Program]) -> Program:
    """Give a window on it."""
    return start(read_only_place)


def test_a_library_that_can_only_be_read_is_shown_and_says_so(
    qtbot: QtBot, reading: Program
) -> None:
    window = reading.window
    assert "read only" in banner(reading, "read_only")
    assert window.known is not None
    assert window.known.notes[0].text == "最初のメモ"
    actions = window.commands.actions_by_name
    for name in ("add_files", "correct", "toggle_read", "trash", "undo", "backup_now"):
        assert not actions[name].isEnabled(), name
    for name in ("export", "search", "show_backups", "show_glossary"):
        assert actions[name].isEnabled(), name
    for tab in ("notes", "summary", "watch"):
        actions[f"show_{tab}"].trigger()
        editors = window.side_pane.findChildren(AutosaveEdit)
        assert all(editor.isReadOnly() for editor in editors if editor.isVisible())
    actions["show_notes"].trigger()
    for note in window.side_pane.findChildren(NoteWidget):
        note.write_tags()
        assert not note.tag_line.box.isVisible()
    assert window.side_pane.summary.editor is not None
    QTest.keyClicks(window.side_pane.summary.editor, "words")
    window.hand_over()
    assert not reading.session.saver.unsaved


def test_what_is_tried_all_the_same_is_refused_kindly(qtbot: QtBot, reading: Program) -> None:
    window = reading.window
    known = window.known
    assert known is not None
    view = window.article_pane.view
    view.setFocus()
    view.select_range(0, 4)
    view.selection_ended.emit()
    assert "swatches" not in window.article_pane.selecting.__dict__
    acts = (
        partial(window.articles.highlight, 0, 4, "blue", with_note=False),
        partial(window.articles.set_status, known.watch_points[0].id, "answered"),
    )
    for act in acts:
        window.notice.hide()
        act()
        qtbot.waitUntil(lambda: "read only" in window.notice.words)
    # What the window does by itself is not even tried.
    window.notice.hide()
    window.articles.keep_position(known.article.id, 3)
    window.progress.status_reached.emit(known.article.id, "read")
    look(qtbot, reading)
    assert window.notice.words == ""
    assert not banner(reading, "backup")
