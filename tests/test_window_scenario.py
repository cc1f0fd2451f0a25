"""The whole job in the real window: read, mark, write, close, come back, export, read back."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest

from reader.gui.application import Program
from reader.gui.dialogs.telling import TextDialog
from reader.services.desk import open_desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QLineEdit
    from pytestqt.qtbot import QtBot

    from reader.model.known import KnownArticle

SUMMARY = "橋の工事が始まった。\n完成は2026年の見通し。"
NOTE = "開通の時期を 2026 年の記事で確かめる 𠮷"


@pytest.fixture
def start(qtbot: QtBot, library_folder: Path, tmp_path: Path) -> Iterator[Callable[[], Program]]:
    """Give a way to start the program on one library, as often as wanted."""
    started: list[Program] = []

    def start_program() -> Program:
        program = Program(library_folder, settings_path=tmp_path / "settings.json")
        program.looks.choose_language("ja")
        started.append(program)
        program.show()
        qtbot.waitUntil(lambda: program.idle and program.window.known is not None, timeout=60_000)
        return program

    yield start_program
    for program in started:
        end(program)


def end(program: Program) -> None:
    """Close the window as a reader does, and let everything end."""
    program.window.close()
    assert program.close()


def known_of(program: Program) -> KnownArticle:
    known = program.window.known
    assert known is not None
    return known


def open_article(qtbot: QtBot, program: Program, words: str) -> KnownArticle:
    """Walk the list by keyboard until an article whose title holds ``words`` is open."""
    pane = program.window.list_pane
    pane.rows.setFocus()
    QTest.keyClick(pane.rows, Qt.Key.Key_Home)
    for _ in range(pane.model.rowCount()):
        qtbot.waitUntil(
            lambda: (
                program.window.side_pane.article_id
                == known_of(program).article.id
                == pane.current_id()
            )
        )
        if words in known_of(program).article.title:
            return known_of(program)
        QTest.keyClick(pane.rows, Qt.Key.Key_Down)
    raise AssertionError(f"no article is called {words}")


def point_of(program: Program, offset: int) -> QPoint:
    """Return a point of the article's viewport inside the sign at a text offset."""
    view = program.window.article_pane.view
    view.go_to(offset, offset, flash=False)
    return view.rectangle_of(offset).center() + QPoint(4, 0)


def test_a_reader_does_the_whole_job_and_finds_it_again(
    qtbot: QtBot, start: Callable[[], Program], tmp_path: Path
) -> None:
    program = start()
    window = program.window
    known = open_article(qtbot, program, "豆満江")
    text = known.revision.text
    view = window.article_pane.view

    # A term says what it is when the pointer rests on it.
    term = next(one for one in known.terms if one.shown and one.occurrences)
    at = point_of(program, term.occurrences[0][0])
    QTest.mouseMove(view.viewport(), at - QPoint(0, 60))
    QTest.mouseMove(view.viewport(), at)
    card = window.article_pane.card
    qtbot.waitUntil(card.isVisible)
    assert term.text in card.words

    # A watch point leads to its passage, and the passage to its card.
    point = next(one for one in known.watch_points if one.origin == "list")
    card_of_point = window.side_pane.watch.card(point.id)
    assert card_of_point is not None
    view.verticalScrollBar().setValue(0)
    QTest.mouseClick(card_of_point, Qt.MouseButton.LeftButton, pos=QPoint(12, 8))
    assert view.viewport().rect().contains(view.rectangle_of(point.start).center())
    window.side_pane.show_tab("terms")
    plain = point.end - 2
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(program, plain))
    assert window.side_pane.tab == "watch"
    assert card_of_point.property("current")

    # Selected by keyboard, highlighted by a digit, with a note.
    sentence = re.search(r"[^\n。]{20,}。", text[text.index("\n") :])
    assert sentence is not None
    first = text.index(sentence.group())
    view.setFocus()
    view.select_range(first, first)
    for _ in range(7):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_4)
    qtbot.waitUntil(lambda: len(known_of(program).highlights) == 1)
    mark = known_of(program).highlights[0]
    assert (mark.text, mark.color, mark.state) == (text[first : first + 7], "blue", "anchored")
    window.article_pane.highlight_chosen.emit(mark.id)
    highlight_card = window.side_pane.notes.card(mark.id)
    assert highlight_card is not None
    highlight_card.editor.setPlainText(NOTE)
    qtbot.waitUntil(lambda: known_of(program).highlights[0].note == NOTE)

    # A note on the article, a summary, a note and a status on the watch point.
    window.commands.actions_by_name["show_notes"].trigger()
    QTest.keyClicks(window.side_pane.notes.article_editors[0], "an own thought")
    window.commands.actions_by_name["show_summary"].trigger()
    editor = window.side_pane.summary.editor
    assert editor is not None
    editor.setPlainText(SUMMARY)
    window.side_pane.watch.card(point.id).notes.write()  # type: ignore[union-attr]
    watch_editor = window.side_pane.watch.card(point.id).notes.editors[0]  # type: ignore[union-attr]
    watch_editor.setPlainText("続報を待つ")
    window.side_pane.watch.status_wanted.emit(point.id, "developing")
    qtbot.waitUntil(lambda: known_of(program).summary.text == SUMMARY)
    qtbot.waitUntil(lambda: [note.text for note in known_of(program).notes] == ["an own thought"])
    qtbot.waitUntil(
        lambda: any(
            one.id == point.id and one.status == "developing" and len(one.notes) == 1
            for one in known_of(program).watch_points
        )
    )

    # Corrected, then closed and opened again.
    window.articles.correct({"title": "直した題名", "published": "2025-05"})
    qtbot.waitUntil(lambda: known_of(program).article.title == "直した題名")
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    position = view.top_position()
    window.resize(QSize(790, 690))
    window.splitter.setSizes([229, 300, 259])
    sizes = window.splitter.sizes()
    end(program)

    program = start()
    again = known_of(program)
    assert again.article.id == known.article.id
    assert (again.article.title, again.article.published) == ("直した題名", "2025-05")
    assert again.summary.text == SUMMARY
    assert [(one.text, one.note) for one in again.highlights] == [(mark.text, NOTE)]
    assert [note.text for note in again.notes] == ["an own thought"]
    kept = next(one for one in again.watch_points if one.id == point.id)
    assert (kept.status, [note.text for note in kept.notes]) == ("developing", ["続報を待つ"])
    assert program.window.splitter.sizes() == sizes
    assert abs(program.window.article_pane.view.top_position() - position) < 120

    # Exported, and everything is in the file; the page holds it as data too.
    for name, suffix in (("markdown", ".md"), ("html", ".html")):
        out = tmp_path / f"out{suffix}"
        program.window.exporting.export(again.article.id, name, out, replace=False)
        qtbot.waitUntil(out.exists)
        written = out.read_text("utf-8")
        for words in ("直した題名", mark.text, "𠮷", "an own thought", "続報を待つ", point.text):
            assert words in written, (name, words)
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', written, re.DOTALL)
    assert data is not None
    assert NOTE in json.dumps(json.loads(data.group(1)), ensure_ascii=False)


def test_search_leads_to_the_passage(qtbot: QtBot, start: Callable[[], Program]) -> None:
    program = start()
    window = program.window
    box: QLineEdit = window.list_pane.search_box
    window.commands.actions_by_name["search"].trigger()
    QTest.keyClicks(box, "ECB")
    qtbot.waitUntil(lambda: window.list_pane.hit_rows.model().rowCount() > 0)
    QTest.keyClick(box, Qt.Key.Key_Down)
    window.list_pane.hit_rows.setCurrentIndex(window.list_pane.hit_rows.model().index(0, 0))
    qtbot.waitUntil(lambda: "ECB" in known_of(program).revision.text)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    assert window.list_pane.rows.isVisible()


def test_an_article_is_pasted_trashed_and_brought_back(
    qtbot: QtBot, start: Callable[[], Program]
) -> None:
    program = start()
    window = program.window
    before = window.list_pane.model.rowCount()
    QGuiApplication.clipboard().setText("貼り付けた記事\n本文の一行目です。二行目もあります。")
    window.commands.actions_by_name["paste"].trigger()
    qtbot.waitUntil(lambda: known_of(program).article.title == "貼り付けた記事")
    qtbot.waitUntil(lambda: window.list_pane.model.rowCount() == before + 1)
    pasted = known_of(program).article.id

    window.commands.actions_by_name["trash"].trigger()
    qtbot.waitUntil(lambda: window.list_pane.model.rowCount() == before)
    qtbot.waitUntil(lambda: known_of(program).article.id != pasted)
    window.notice.act()
    qtbot.waitUntil(lambda: window.list_pane.model.rowCount() == before + 1)

    window.articles.trash(pasted, "貼り付けた記事")
    qtbot.waitUntil(lambda: window.list_pane.model.rowCount() == before)
    window.list_pane.show_view("trash")
    qtbot.waitUntil(lambda: window.list_pane.model.rowCount() == 1)
    window.list_pane.rows.setCurrentIndex(window.list_pane.model.index(0))
    qtbot.waitUntil(lambda: known_of(program).article.id == pasted)
    assert window.commands.actions_by_name["restore"].isEnabled()
    window.commands.actions_by_name["restore"].trigger()
    window.list_pane.show_view("all")
    qtbot.waitUntil(lambda: window.list_pane.model.rowCount() == before + 1)


def test_files_are_dropped_and_faulty_ones_are_told(
    qtbot: QtBot, start: Callable[[], Program], tmp_path: Path
) -> None:
    program = start()
    window = program.window
    good = tmp_path / "記事.txt"
    good.write_text("落とした記事\n本文です。ここに続きがあります。", "utf-8")
    bad = tmp_path / "picture.txt"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (good, bad)])
    drop = QDropEvent(
        QPointF(400, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(drop)
    qtbot.waitUntil(lambda: "1" in window.notice.words and not window.adding.under_way)
    qtbot.waitUntil(lambda: known_of(program).article.title == "落とした記事")
    report = window.findChildren(TextDialog)[0]
    assert "picture.txt" in report.box.toPlainText()
    report.close()


def test_what_another_program_writes_comes_in(
    qtbot: QtBot, start: Callable[[], Program], library_folder: Path
) -> None:
    program = start()
    article_id = known_of(program).article.id
    with open_desk(library_folder) as desk:
        desk.annotating.note("article", article_id, "端末から")
    qtbot.waitUntil(lambda: [note.text for note in known_of(program).notes] == ["端末から"])


def test_theme_zoom_and_language_change_at_once(qtbot: QtBot, start: Callable[[], Program]) -> None:
    program = start()
    window = program.window
    size = window.article_pane.view.document().defaultFont().pixelSize()
    window.commands.actions_by_name["larger"].trigger()
    assert window.article_pane.view.document().defaultFont().pixelSize() > size
    window.commands.actions_by_name["theme_dark"].trigger()
    image = window.article_pane.view.grab().toImage()
    assert image.pixelColor(3, 3).lightness() < 80
    window.commands.actions_by_name["language_en"].trigger()
    qtbot.waitUntil(lambda: program.window is not window)
    assert program.window.list_pane.search_box.placeholderText() == "Search articles and notes"
    assert program.window.known is not None
    program.looks.choose_theme("light")
    program.looks.zoom_by(0)
