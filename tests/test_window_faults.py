"""Faults of ours, wherever they are raised: the window stays, and no word is lost."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from reader.gui.application import Program
from reader.gui.autosave import AutosaveEdit
from reader.gui.dialogs.crashing import CrashDialog
from reader.gui.dialogs.telling import TextDialog
from reader.services.desk import open_desk
from reader.system.crash import CrashReports
from reader.system.paths import log_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import LogWatch
    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot

ARTICLE = "港の新しい橋、来月に着工へ\n\n市は港に橋を架けると発表しました。\n"
NOTE = "typed when it went wrong"

pytestmark = pytest.mark.qt_no_exception_capture


class Faulty(QWidget):
    """A widget of which everything fails, as a fault of ours would."""

    happened = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.happened.connect(self._on_happened)
        self.setGeometry(0, 0, 9, 9)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        raise LookupError("in a paint event")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        raise LookupError("in a key event")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.User:
            raise LookupError("in an event filter")
        return False

    def on_time(self) -> None:
        raise LookupError("in a timer")

    @Slot()
    def _on_happened(self) -> None:
        raise LookupError("in a slot")


@pytest.fixture
def crashes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CrashReports]:
    # The hooks of pytest would take a fault for one of the test.
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    monkeypatch.setattr(threading, "excepthook", threading.__excepthook__)
    crashes = CrashReports(tmp_path / "crashes", version="1", recent=list)
    crashes.start()
    yield crashes
    crashes.close()


@pytest.fixture
def program(
    qtbot: QtBot, crashes: CrashReports, library_folder: Path, tmp_path: Path
) -> Iterator[Program]:
    with open_desk(library_folder) as desk:
        desk.adding.add_text(ARTICLE, "a.txt")
        desk.understanding.finish()
    program = Program(
        library_folder, settings_path=tmp_path / "settings.json", crashes=crashes, language="en"
    )
    program.show()
    qtbot.waitUntil(lambda: program.idle and program.window.known is not None, timeout=60_000)
    yield program
    for dialog in program.window.findChildren(CrashDialog):
        dialog.close()
    program.window.close()
    assert program.close()


def type_note(program: Program, words: str) -> None:
    program.window.side_pane.focus_tab("notes")
    editor = program.window.focusWidget()
    assert isinstance(editor, AutosaveEdit)
    QTest.keyClicks(editor, words)


def typed(program: Program) -> str:
    """Return what stands in the editor of the article's note."""
    program.window.side_pane.focus_tab("notes")
    editor = program.window.focusWidget()
    assert isinstance(editor, AutosaveEdit)
    return editor.words


def notes(folder: Path) -> list[str]:
    with open_desk(folder) as desk:
        (row,) = desk.reading.page()
        return [note.text for note in desk.reading.open(row.id).notes]


def dialogs(program: Program) -> list[CrashDialog]:
    found = program.window.findChildren(CrashDialog)
    return [dialog for dialog in found if dialog.isVisible()]


def in_a_slot(program: Program) -> None:
    Faulty(program.window).happened.emit()


def in_a_paint_event(program: Program) -> None:
    Faulty(program.window).show()


def in_a_key_event(program: Program) -> None:
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.postEvent(Faulty(program.window), key)


def in_an_event_filter(program: Program) -> None:
    faulty = Faulty(program.window)
    program.window.article_pane.installEventFilter(faulty)
    QCoreApplication.postEvent(program.window.article_pane, QEvent(QEvent.Type.User))


def in_a_timer(program: Program) -> None:
    QTimer.singleShot(0, Faulty(program.window).on_time)


def in_a_thread(program: Program) -> None:
    def work() -> None:
        raise LookupError("in a thread")

    threading.Thread(target=work).start()


def in_a_reading_job(program: Program) -> None:
    program.session.read(lambda desk: [][len(desk.reading.page()) + 5], print)


def in_a_writing_job(program: Program) -> None:
    program.session.write(lambda desk: [][len(desk.reading.page()) + 5])


def in_what_follows_a_job(program: Program) -> None:
    program.session.write(lambda desk: 1, lambda number: [][number])


class Panic(BaseException):
    """What a library made with Rust raises: no Exception."""


def in_a_panic_of_a_job(program: Program) -> None:
    def panic(_desk: object) -> None:
        raise Panic("in a library")

    program.session.write(panic)


PLACES = (
    in_a_slot,
    in_a_paint_event,
    in_a_key_event,
    in_an_event_filter,
    in_a_timer,
    in_a_thread,
    in_a_reading_job,
    in_a_writing_job,
    in_what_follows_a_job,
    in_a_panic_of_a_job,
)


def test_a_fault_is_told_and_half_typed_words_are_committed(
    qtbot: QtBot,
    program: Program,
    library_folder: Path,
    tmp_path: Path,
    expected_log: LogWatch,
) -> None:
    expected_log("a job on the library failed")
    for number, raise_it in enumerate(PLACES, start=1):
        place = raise_it.__name__
        type_note(program, f" {place}")
        raise_it(program)
        qtbot.waitUntil(lambda: len(dialogs(program)) == 1)
        assert program.window.isVisible(), place
        qtbot.waitUntil(lambda: notes(library_folder) == [typed(program)])
        assert place in typed(program)
        (dialog,) = dialogs(program)
        qtbot.waitUntil(
            lambda: "Nothing that you wrote is lost" in dialogs(program)[0].words.text()
        )
        told = dialog.box.toPlainText()
        assert any(kind in told for kind in ("LookupError: ", "IndexError: ", "Panic: ")), place
        assert len(list((tmp_path / "crashes").glob("crash-*.txt"))) == number, place
        dialog.close()
        for faulty in program.window.findChildren(Faulty):
            faulty.hide()


def test_several_faults_have_one_dialog_and_a_later_one_a_new_one(
    qtbot: QtBot, program: Program, library_folder: Path
) -> None:
    in_a_slot(program)
    in_a_thread(program)
    in_what_follows_a_job(program)
    qtbot.waitUntil(lambda: [dialog.count for dialog in dialogs(program)] == [3])
    dialogs(program)[0].close()
    qtbot.waitUntil(lambda: not dialogs(program))
    in_a_paint_event(program)
    qtbot.waitUntil(lambda: [dialog.count for dialog in dialogs(program)] == [1])
    dialogs(program)[0].close()
    # The reader goes on, and what is typed now is kept as well.
    type_note(program, NOTE)
    qtbot.waitUntil(lambda: notes(library_folder) == [NOTE])


def test_a_fault_before_there_was_a_window_is_told_in_it(
    qtbot: QtBot, crashes: CrashReports, library_folder: Path, tmp_path: Path
) -> None:
    with open_desk(library_folder) as desk:
        desk.adding.add_text(ARTICLE, "a.txt")
        desk.understanding.finish()
    crashes.report(LookupError("at the very start"))
    program = Program(library_folder, settings_path=tmp_path / "settings.json", crashes=crashes)
    program.show()
    qtbot.waitUntil(lambda: len(dialogs(program)) == 1, timeout=60_000)
    qtbot.waitUntil(lambda: program.idle, timeout=60_000)
    program.window.close()
    assert program.close()


def test_a_fault_while_telling_one_ends_there(
    qtbot: QtBot, program: Program, expected_log: LogWatch
) -> None:
    expected_log("a fault could not be told")
    # A window whose words cannot be found, as after an update that went half way.
    program.window.messages._loaded["crash"] = {
        "crash.plain": ("だめ", "Close Chumoku and open it anew.")
    }
    in_a_slot(program)
    in_a_thread(program)
    qtbot.waitUntil(lambda: program.window.banner.words == "Close Chumoku and open it anew.")
    qtbot.wait(50)
    assert not dialogs(program)


def test_words_are_kept_by_a_window_that_fails_to_close(
    qtbot: QtBot,
    program: Program,
    library_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    side = program.window.side_pane
    side.focus_tab("summary")
    editor = program.window.focusWidget()
    assert isinstance(editor, AutosaveEdit)

    def stumble() -> None:
        raise LookupError("while closing")

    # Closing stumbles over the watch points before it comes to the summary.
    with monkeypatch.context() as patched:
        patched.setattr(side.watch, "hand_over", stumble)
        QTest.keyClicks(editor, NOTE)
        QTimer.singleShot(0, program.window.close)
        qtbot.waitUntil(lambda: bool(list((tmp_path / "crashes").glob("crash-*.txt"))))
        assert program.close()
    with open_desk(library_folder) as desk:
        (row,) = desk.reading.page()
        assert desk.summarising.get(row.id).text == NOTE


def test_the_folder_of_the_reports_opens_from_the_menu(qtbot: QtBot, program: Program) -> None:
    class Opener(QObject):
        opened: list[QUrl] = []  # noqa: RUF012 (of this test alone)

        @Slot(QUrl)
        def take(self, url: QUrl) -> None:
            self.opened.append(url)

    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "take")  # type: ignore[arg-type]
    menu = program.window.list_pane.menu_button.menu()
    menu.popup(program.window.pos())
    for _ in range(2):
        QTest.keyClick(menu, Qt.Key.Key_Up)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    QDesktopServices.unsetUrlHandler("file")
    assert [url.toLocalFile() for url in opener.opened] == [str(log_folder())]
    assert log_folder().is_dir()


RUN = """
import os, signal, sys, threading
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from reader.gui import application
from reader.system.crash import install

NOTE, how = sys.argv[4], sys.argv[3]

class Program(application.Program):
    def show(self):
        self.window.article_shown.connect(lambda _id: QTimer.singleShot(300, self.act))
        return super().show()

    def act(self):
        self.window.side_pane.focus_tab("notes")
        QTest.keyClicks(self.window.focusWidget(), NOTE)
        if how == "terminate":
            os.kill(os.getpid(), signal.SIGTERM)
            return
        number = signal.SIGKILL if how == "kill" else signal.SIGSEGV
        self.session.saver.stored.connect(lambda *_: os.kill(os.getpid(), number))
        raise LookupError("while it was typed")

if __name__ == "__main__":
    application.Program = Program
    folder = Path(sys.argv[1])
    crashes = install(Path(sys.argv[2]), version="1")
    code = application.run_window(
        folder, settings_path=folder.with_name("settings.json"), crashes=crashes
    )
    crashes.close()
    sys.exit(code)
"""


def run_out(folder: Path, reports: Path, how: str, project: Path) -> int:
    with open_desk(folder) as desk:
        desk.adding.add_text(ARTICLE, "a.txt")
        desk.understanding.finish()
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(folder), str(reports), how, NOTE],
        cwd=project,
        check=False,
        timeout=60,
        capture_output=True,
    )
    return done.returncode


def start_again(
    qtbot: QtBot, folder: Path, reports: Path, settings: Path
) -> tuple[Program, CrashReports]:
    crashes = CrashReports(reports, version="1", recent=list)
    crashes.start()
    program = Program(folder, settings_path=settings, crashes=crashes, language="en")
    program.show()
    qtbot.waitUntil(lambda: program.idle and program.window.known is not None, timeout=60_000)
    return program, crashes


def end(program: Program, crashes: CrashReports) -> None:
    program.window.close()
    assert program.close()
    crashes.close()


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
@pytest.mark.parametrize(
    "how,words",
    [
        ("fault in machine code", "ended suddenly, by a fault of its own"),
        ("kill", "ended before it was closed"),
    ],
)
def test_what_an_earlier_run_left_behind_is_told_once_and_its_words_are_there(
    how: str,
    words: str,
    qtbot: QtBot,
    library_folder: Path,
    tmp_path: Path,
    project: Path,
) -> None:
    reports, settings = tmp_path / "crashes", tmp_path / "settings.json"
    assert run_out(library_folder, reports, how, project) < 0
    assert notes(library_folder) == [NOTE]
    program, crashes = start_again(qtbot, library_folder, reports, settings)
    notice = program.window.notice
    assert words in notice.words
    QTest.mouseClick(notice.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    (dialog,) = program.window.findChildren(TextDialog)
    report = dialog.box.toPlainText()
    assert report.startswith("Chumoku 1, begun 20")
    assert ("Segmentation fault" in report) == (how != "kill")
    dialog.close()
    end(program, crashes)
    program, crashes = start_again(qtbot, library_folder, reports, settings)
    assert program.window.notice.words == ""
    end(program, crashes)


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_a_window_that_is_asked_to_end_saves_and_leaves_nothing_behind(
    library_folder: Path, tmp_path: Path, project: Path
) -> None:
    assert run_out(library_folder, tmp_path / "crashes", "terminate", project) == 0
    assert notes(library_folder) == [NOTE]
    assert list((tmp_path / "crashes").iterdir()) == []
