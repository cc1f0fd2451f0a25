"""From the keys to the library: what is typed is committed, whatever the world does meanwhile."""

from __future__ import annotations

import gc
import sqlite3
import threading
import time
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import pytest
from gui_values import put_on_screen
from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest

from reader.gui.autosave import AutosaveEdit
from reader.gui.runner import DeskThread
from reader.gui.saving import SaveKey, Saver, with_kept
from reader.gui.side_pane.pane import SidePane
from reader.model.errors import LibraryError, ReaderError, UsageError
from reader.presentation.messages import Messages
from reader.presentation.theme import LIGHT
from reader.services.desk import Desk, open_desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.model.annotations import Note, NoteTarget
    from reader.model.changes import Changes
    from reader.model.known import KnownArticle

LINE = "\n\n---\n\n"


class Place(NamedTuple):
    """A library with one article in it."""

    folder: Path
    article: str

    def summary(self) -> str:
        with open_desk(self.folder) as desk:
            return desk.summarising.get(self.article).text

    def notes(self, target: NoteTarget = "article", of: str = "") -> list[str]:
        with open_desk(self.folder) as desk:
            return [note.text for note in desk.annotating.notes_on(target, of or self.article)]

    def known(self) -> KnownArticle:
        with open_desk(self.folder) as desk:
            return desk.reading.open(self.article)

    @property
    def summary_key(self) -> SaveKey:
        return SaveKey("summary", "article", self.article)

    @property
    def note_key(self) -> SaveKey:
        return SaveKey("note", "article", self.article)


class Told(QObject):
    """What a saver told."""

    def __init__(self, saver: Saver) -> None:
        super().__init__(saver)
        self.stored: list[tuple[SaveKey, str, str, str]] = []
        self.failed: list[tuple[SaveKey, str]] = []
        self.states: list[str] = []
        self.changes: list[Changes] = []
        saver.stored.connect(self._on_stored)
        saver.failed.connect(self._on_failed)
        saver.state_changed.connect(self.states.append)
        saver.changed.connect(self.changes.append)

    def _on_stored(self, key: SaveKey, text: str, asked: str, note_id: str) -> None:
        self.stored.append((key, text, asked, note_id))

    def _on_failed(self, key: SaveKey, error: ReaderError) -> None:
        self.failed.append((key, error.code))


@pytest.fixture(autouse=True)
def garbage() -> Iterator[None]:
    """Take down widgets that wait in a cycle on this thread alone, never in the one that writes."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def place(library_folder: Path) -> Place:
    """Give a library on disk with one article."""
    with open_desk(library_folder) as desk:
        report = desk.adding.add_text("橋の記事\n橋が架かる。町が喜ぶ。", "橋.txt")
    assert report.outcome == "added"
    return Place(library_folder, report.id)


@pytest.fixture
def writer(qapp: QObject, place: Place) -> Iterator[DeskThread]:
    """Give the thread that writes, which waits for others no longer than a moment."""
    thread = DeskThread(place.folder, "test-writing")
    thread.start()
    thread.submit(be_impatient)
    yield thread
    assert thread.close()


def be_impatient(desk: Desk) -> None:
    """Let a write that another one keeps waiting fail soon."""
    desk._library._db.raw.execute("PRAGMA busy_timeout = 20")


@pytest.fixture
def saver(writer: DeskThread) -> Saver:
    """Give a saver on the library that tries again soon."""
    saver = Saver(writer)
    saver._retry.setInterval(40)
    return saver


@pytest.fixture
def told(saver: Saver) -> Told:
    """Give what the saver tells."""
    return Told(saver)


class Lock:
    """Another program in the middle of a write."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / "library.db", isolation_level=None)
        self._connection.execute("BEGIN IMMEDIATE")

    def release(self) -> None:
        self._connection.execute("ROLLBACK")
        self._connection.close()


def settle(qtbot: QtBot, saver: Saver) -> None:
    """Wait until everything is committed."""
    qtbot.waitUntil(lambda: not saver.unsaved)


# Typing


def editor_for(qtbot: QtBot, saver: Saver, key: SaveKey, text: str = "") -> AutosaveEdit:
    """Return a box on the screen, tied to the saver as the panes tie theirs."""
    box = AutosaveEdit(key, text)
    box.save_wanted.connect(saver.put)

    def confirm(key: SaveKey, text: str, asked: str, note_id: str) -> None:
        if key == box.key:
            if note_id:
                box.key = key._replace(note_id=note_id)
            box.confirm(text, asked)

    saver.stored.connect(confirm)
    put_on_screen(qtbot, box)
    box.setFocus()
    return box


def test_what_is_typed_is_on_disk_within_two_seconds(
    qtbot: QtBot, place: Place, saver: Saver
) -> None:
    box = editor_for(qtbot, saver, place.summary_key)
    began = time.monotonic()
    QTest.keyClicks(box, "a bridge for the town")
    qtbot.waitUntil(lambda: place.summary() == "a bridge for the town", timeout=2000)
    assert time.monotonic() - began < 2
    settle(qtbot, saver)
    assert not box.unsaved


def test_words_outlive_the_box_they_were_typed_in(
    qtbot: QtBot, place: Place, saver: Saver, told: Told
) -> None:
    lock = Lock(place.folder)
    box = AutosaveEdit(place.summary_key)
    box.save_wanted.connect(saver.put)
    QTest.keyClicks(box, "kept")
    box.hand_over()
    box.deleteLater()
    qtbot.waitUntil(lambda: bool(told.failed))
    lock.release()
    settle(qtbot, saver)
    assert place.summary() == "kept"


def test_a_note_is_written_changed_emptied_and_written_again(
    qtbot: QtBot, place: Place, saver: Saver
) -> None:
    box = editor_for(qtbot, saver, place.note_key)
    for words, stored in (
        ("one", ["one"]),
        ("one two", ["one two"]),
        ("", []),
        ("three", ["three"]),
        ("  \n", []),
        ("four", ["four"]),
    ):
        box.setPlainText(words)
        box.hand_over()
        settle(qtbot, saver)
        assert place.notes() == stored
        assert not box.unsaved


# The saver


def test_the_newest_words_of_a_place_win(
    qtbot: QtBot, place: Place, saver: Saver, told: Told
) -> None:
    words = ["橋", "橋が", "橋が架", "橋が架か", "橋が架かった 𠮷"]
    for number, text in enumerate(words):
        saver.put(place.summary_key, text, words[number - 1] if number else "")
    assert saver.pending_text(place.summary_key) == words[-1]
    settle(qtbot, saver)
    assert place.summary() == words[-1]
    assert told.stored[-1] == (place.summary_key, words[-1], words[-1], "")
    assert len(told.stored) <= 2
    assert (told.states[0], told.states[-1]) == ("saving", "saved")
    assert told.changes[-1].annotations == {place.article}
    assert saver.pending_text(place.summary_key) is None


def test_each_place_has_its_own_words(qtbot: QtBot, place: Place, saver: Saver) -> None:
    saver.put(place.summary_key, "要約", "")
    saver.put(place.note_key, "メモ", "")
    settle(qtbot, saver)
    assert (place.summary(), place.notes()) == ("要約", ["メモ"])


def test_a_note_that_is_typed_on_while_it_is_first_written_stays_one_note(
    qtbot: QtBot, place: Place, saver: Saver, told: Told
) -> None:
    saver.put(place.note_key, "一", "")
    saver.put(place.note_key, "一二", "")
    settle(qtbot, saver)
    first, second = told.stored
    assert (first[0], first[1:3], second[1:3]) == (place.note_key, ("一", "一"), ("一二", "一二"))
    # The second answer is for the note, whose box has learnt its id from the first.
    assert second[0] == place.note_key._replace(note_id=first[3])
    assert place.notes() == ["一二"]


def highlight_in(place: Place) -> str:
    with open_desk(place.folder) as desk:
        mark, _ = desk.annotating.highlight(place.article, 5, 8)
        return mark.id


def test_the_note_of_a_highlight_comes_and_goes(qtbot: QtBot, place: Place, saver: Saver) -> None:
    mark = highlight_in(place)
    key = SaveKey("highlight", "highlight", mark)
    before = ""
    for words in ("一", "一二", ""):
        saver.put(key, words, before)
        settle(qtbot, saver)
        assert place.notes("highlight", mark) == ([words] if words else [])
        before = words


def test_words_are_told_as_they_are_kept(
    qtbot: QtBot, place: Place, saver: Saver, told: Told
) -> None:
    saver.put(place.summary_key, "か\u3099\r\nは\u3099\ufeff", "")
    settle(qtbot, saver)
    assert told.stored[-1][1] == place.summary() == "が\nば"


# When the library cannot be written


def test_a_locked_library_keeps_the_words_and_is_tried_again(
    qtbot: QtBot, place: Place, saver: Saver, told: Told
) -> None:
    lock = Lock(place.folder)
    saver.put(place.summary_key, "一", "")
    qtbot.waitUntil(lambda: bool(told.failed))
    assert told.failed[0] == (place.summary_key, "locked")
    assert saver.unsaved == {place.summary_key: "一"}
    assert told.states[:2] == ["saving", "failed"]
    saver.put(place.summary_key, "一二", "")
    qtbot.waitUntil(lambda: len(told.failed) >= 3)
    assert saver.unsaved == {place.summary_key: "一二"}
    assert place.summary() == ""
    lock.release()
    settle(qtbot, saver)
    assert place.summary() == "一二"
    assert told.states[-1] == "saved"
    assert not saver._retry.isActive()


def test_words_for_something_that_is_gone_are_kept(
    qtbot: QtBot, place: Place, saver: Saver, told: Told
) -> None:
    with open_desk(place.folder) as desk:
        desk.reading.trash([place.article])
        desk.reading.purge([place.article])
    saver.put(place.note_key, "無くしたくない", "")
    qtbot.waitUntil(lambda: len(told.failed) >= 2)
    assert told.failed[0][1] == "no_such_id"
    assert saver.unsaved == {place.note_key: "無くしたくない"}


def test_a_full_disk_keeps_the_words(
    qtbot: QtBot, place: Place, saver: Saver, writer: DeskThread, told: Told
) -> None:
    pages: list[int] = []

    def fill(desk: Desk) -> None:
        raw = desk._library._db.raw
        pages.append(raw.execute("PRAGMA page_count").fetchone()[0])
        raw.execute(f"PRAGMA max_page_count = {pages[0]}")

    writer.submit(fill)
    words = "長い言葉。" * 20_000
    saver.put(place.summary_key, words, "")
    qtbot.waitUntil(lambda: bool(told.failed))
    assert told.failed[0][1] == "disk_full"
    assert saver.unsaved[place.summary_key] == words
    writer.submit(lambda desk: desk._library._db.raw.execute("PRAGMA max_page_count = 1000000"))
    settle(qtbot, saver)
    assert place.summary() == words


@pytest.mark.expects_log("words could not be saved")
def test_a_fault_of_ours_is_reported_once_and_the_words_are_tried_again(
    qtbot: QtBot, place: Place, saver: Saver, writer: DeskThread, told: Told
) -> None:
    def run(statement: str, desk: Desk) -> None:
        desk._library._db.raw.execute(statement)

    faults: list[Exception] = []
    writer.crashed.connect(faults.append)
    refused = "BEFORE INSERT ON summary BEGIN SELECT RAISE (ABORT, 'a fault'); END"
    writer.submit(partial(run, f"CREATE TEMP TRIGGER refuse {refused}"))
    saver.put(place.summary_key, "一", "")
    qtbot.waitUntil(lambda: told.states.count("failed") >= 3)
    assert saver.unsaved == {place.summary_key: "一"}
    assert len(faults) == 1
    saver.put(place.summary_key, "一二", "")
    writer.submit(partial(run, "DROP TRIGGER refuse"))
    settle(qtbot, saver)
    assert place.summary() == "一二"


# Another writer


def test_a_save_onto_words_from_elsewhere_keeps_both(
    qtbot: QtBot, place: Place, saver: Saver
) -> None:
    box = editor_for(qtbot, saver, place.summary_key)
    QTest.keyClicks(box, "mine")
    with open_desk(place.folder) as desk:
        desk.summarising.write(place.article, "よその言葉")
    box.hand_over()
    settle(qtbot, saver)
    assert place.summary() == f"mine{LINE}よその言葉"
    assert box.toPlainText() == f"mine{LINE}よその言葉"
    assert box.textCursor().position() == 4
    QTest.keyClicks(box, " and on")
    box.hand_over()
    settle(qtbot, saver)
    assert place.summary() == f"mine and on{LINE}よその言葉"


def test_what_is_typed_while_both_are_kept_loses_neither(
    qtbot: QtBot, place: Place, saver: Saver, told: Told
) -> None:
    box = editor_for(qtbot, saver, place.summary_key)
    with open_desk(place.folder) as desk:
        desk.summarising.write(place.article, "よその言葉")
    lock = Lock(place.folder)
    QTest.keyClicks(box, "mine")
    box.hand_over()
    QTest.keyClicks(box, " and on")
    box.hand_over()
    QTest.keyClicks(box, "!")
    qtbot.waitUntil(lambda: bool(told.failed))
    lock.release()
    box.hand_over()
    settle(qtbot, saver)
    assert place.summary() == box.toPlainText() == f"mine and on!{LINE}よその言葉"


@pytest.mark.parametrize("newer", ["自分の言葉と続き", "言葉"])
def test_newer_words_that_waited_take_the_other_text_along(
    qtbot: QtBot, place: Place, saver: Saver, newer: str
) -> None:
    with open_desk(place.folder) as desk:
        desk.summarising.write(place.article, "よその言葉です")
    saver.put(place.summary_key, "自分の言葉", "")
    saver.put(place.summary_key, newer, "")
    settle(qtbot, saver)
    assert place.summary() == f"{newer}{LINE}よその言葉です"


def first_note(place: Place, text: str) -> Note:
    with open_desk(place.folder) as desk:
        return desk.annotating.note("article", place.article, text)[0]


def test_a_note_that_was_removed_elsewhere_is_written_anew(
    qtbot: QtBot, place: Place, saver: Saver, told: Told
) -> None:
    note = first_note(place, "一")
    with open_desk(place.folder) as desk:
        desk.annotating.remove_note(note.id)
    saver.put(place.note_key._replace(note_id=note.id), "一二", "一")
    settle(qtbot, saver)
    assert place.notes() == ["一二"]
    assert told.stored[-1][3] not in {"", note.id}


def test_emptying_a_note_does_not_take_away_what_another_wrote(
    qtbot: QtBot, place: Place, saver: Saver, told: Told
) -> None:
    note = first_note(place, "一")
    with open_desk(place.folder) as desk:
        desk.annotating.rewrite(note.id, "よその言葉")
    saver.put(place.note_key._replace(note_id=note.id), "", "一")
    settle(qtbot, saver)
    assert place.notes() == ["よその言葉"]
    assert told.stored[-1][1:3] == ("よその言葉", "")


def test_the_note_of_a_highlight_keeps_both_too(
    qtbot: QtBot, place: Place, saver: Saver, told: Told
) -> None:
    mark = highlight_in(place)
    with open_desk(place.folder) as desk:
        desk.annotating.note_highlight(mark, "よその言葉")
    saver.put(SaveKey("highlight", "highlight", mark), "自分", "")
    settle(qtbot, saver)
    assert place.notes("highlight", mark) == [f"自分{LINE}よその言葉"]
    assert told.stored[-1][1] == f"自分{LINE}よその言葉"


@pytest.mark.parametrize(
    "newer,asked,stored,wanted",
    [
        ("ab", "a", "a", "ab"),
        ("ab", "a", f"a{LINE}x", f"ab{LINE}x"),
        ("か\u3099ab", "か\u3099a", f"がa{LINE}x", f"か\u3099ab{LINE}x"),
        ("b", "", "x", "b\n\nx"),
        ("b", "か\u3099", "が", "b"),
        ("b", "", "", "b"),
    ],
)
def test_what_another_wrote_is_put_below_newer_words(
    newer: str, asked: str, stored: str, wanted: str
) -> None:
    assert with_kept(newer, asked=asked, stored=stored) == wanted


# Closing


def test_closing_commits_what_is_under_way_and_what_waits_behind_it(
    place: Place, saver: Saver, writer: DeskThread
) -> None:
    saver.put(place.summary_key, "一", "")
    saver.put(place.summary_key, "一二", "")
    saver.put(place.note_key, "メモ", "")
    assert saver.finish()
    assert writer.close()
    assert (place.summary(), place.notes()) == ("一二", ["メモ"])


def test_closing_waits_for_a_lock_to_go(place: Place, saver: Saver) -> None:
    lock = Lock(place.folder)
    QTimer.singleShot(120, lock.release)
    saver.put(place.summary_key, "一", "")
    assert saver.finish()
    assert place.summary() == "一"


def test_closing_says_when_words_could_not_be_committed(
    qtbot: QtBot, place: Place, saver: Saver
) -> None:
    lock = Lock(place.folder)
    saver.put(place.summary_key, "一", "")
    assert not saver.finish(0.2)
    assert saver.unsaved == {place.summary_key: "一"}
    lock.release()
    settle(qtbot, saver)
    assert place.summary() == "一"


def test_closing_with_nothing_to_save_takes_no_time(saver: Saver) -> None:
    began = time.monotonic()
    assert saver.finish()
    assert time.monotonic() - began < 1


# The thread


def test_results_come_in_order_on_the_thread_that_asked(qtbot: QtBot, writer: DeskThread) -> None:
    results: list[tuple[int, int]] = []

    def then(number: int) -> None:
        results.append((number, threading.get_ident()))

    for number in range(5):
        writer.submit(partial(_same, number), then)
    qtbot.waitUntil(lambda: len(results) == 5)
    assert results == [(number, threading.get_ident()) for number in range(5)]
    assert writer.waiting == 0


def _same(number: int, desk: Desk) -> int:
    assert threading.current_thread().name == "test-writing"
    return number


def refuse(desk: Desk) -> None:
    raise UsageError("bad_range", start=1, end=0)


def test_an_error_of_the_world_goes_to_who_asked_or_to_all(
    qtbot: QtBot, writer: DeskThread
) -> None:
    mine: list[ReaderError] = []
    writer.submit(refuse, failed=mine.append)
    with qtbot.waitSignal(writer.world_failed) as everybody:
        writer.submit(refuse)
    assert [error.code for error in mine] == ["bad_range"]
    assert everybody.args is not None
    assert everybody.args[0].code == "bad_range"


@pytest.mark.expects_log("a job on the library failed")
def test_a_fault_is_told_and_the_thread_goes_on(qtbot: QtBot, writer: DeskThread) -> None:
    with qtbot.waitSignal(writer.crashed) as crashed:
        writer.submit(lambda _desk: 1 // 0)
    assert crashed.args is not None
    assert isinstance(crashed.args[0], ZeroDivisionError)
    done: list[int] = []
    writer.submit(partial(_same, 7), done.append)
    qtbot.waitUntil(lambda: done == [7])


def test_a_library_that_cannot_be_opened_is_told_for_each_job(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "library.db").write_bytes(b"no library at all" * 100)
    thread = DeskThread(tmp_path, "test-broken")
    thread.start()
    errors: list[ReaderError] = []
    for _ in range(2):
        thread.submit(_ignore, failed=errors.append)
    qtbot.waitUntil(lambda: len(errors) == 2)
    assert {type(error) for error in errors} == {LibraryError}
    assert thread.close()


def _ignore(desk: Desk) -> None:
    """Do nothing with a desk."""


def test_closing_the_thread_finishes_its_queue_and_takes_no_more(place: Place) -> None:
    thread = DeskThread(place.folder, "test-closing")
    thread.start()
    done: list[int] = []

    def note(number: int, _desk: Desk) -> None:
        done.append(number)

    for number in range(20):
        thread.submit(partial(note, number))
    assert thread.close()
    thread.submit(partial(note, 99))
    assert done == list(range(20))
    assert thread.close()


# All of it together


@pytest.fixture
def side(qtbot: QtBot, place: Place, saver: Saver) -> SidePane:
    """Give the right pane tied to the library as the window ties it."""
    side = SidePane(LIGHT, Messages("ja"))
    side.resize(360, 640)
    side.show_article(place.known())
    side.save_wanted.connect(saver.put)
    saver.stored.connect(side.confirm)

    def reload(_changes: object) -> None:
        side.show_article(place.known())

    saver.changed.connect(reload)
    put_on_screen(qtbot, side)
    return side


def test_notes_and_summary_are_written_through_the_panes(
    qtbot: QtBot, place: Place, saver: Saver, side: SidePane
) -> None:
    side.focus_tab("notes")
    box = side.notes.article_editors[0]
    for part in ("first", " second", " third"):
        QTest.keyClicks(box, part)
        side.hand_over()
        QTest.keyClicks(box, ",")
        qtbot.waitUntil(lambda: len(saver.unsaved) == 0)
    side.hand_over()
    settle(qtbot, saver)
    assert place.notes() == ["first, second, third,"]
    assert side.notes.article_editors == [box]
    assert box.hasFocus()
    assert not box.unsaved
    box.clear()
    side.hand_over()
    settle(qtbot, saver)
    assert place.notes() == []
    QTest.keyClicks(box, "again")
    side.hand_over()
    settle(qtbot, saver)
    assert place.notes() == ["again"]
    assert side.notes.article_editors == [box]


def test_an_article_left_and_opened_again_while_the_library_is_locked_loses_nothing(
    qtbot: QtBot, place: Place, saver: Saver, side: SidePane, told: Told
) -> None:
    with open_desk(place.folder) as desk:
        other = desk.adding.add_text("別の記事\n別の本文。", "別.txt").id
        known_other = desk.reading.open(other)
    lock = Lock(place.folder)
    side.focus_tab("summary")
    assert side.summary.editor is not None
    QTest.keyClicks(side.summary.editor, "first thought")
    side.focus_tab("notes")
    QTest.keyClicks(side.notes.article_editors[0], "a note")
    side.hand_over()
    qtbot.waitUntil(lambda: bool(told.failed))
    side.show_article(known_other)
    side.show_unsaved(saver.unsaved)
    assert side.summary.editor.toPlainText() == ""
    side.show_article(place.known())
    side.show_unsaved(saver.unsaved)
    assert side.summary.editor.toPlainText() == "first thought"
    assert side.notes.article_editors[0].toPlainText() == "a note"
    side.summary.editor.appendPlainText("second thought")
    side.hand_over()
    lock.release()
    settle(qtbot, saver)
    assert place.summary() == "first thought\nsecond thought"
    assert place.notes() == ["a note"]
    assert len(side.notes.article_editors) == 1
