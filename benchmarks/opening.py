"""From the key press in the list to the painted article, in the real window."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import (
    QEventLoop,
    QMessageLogContext,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextBrowser

from benchmarks.libraries import fill
from benchmarks.measuring import Figure, Options, Spread, Target, in_turn
from benchmarks.painting import seconds_until_painted
from benchmarks.running import run_alone
from benchmarks.texts import articles
from reader.gui.application import Program
from reader.gui.fonts import BODY_PIXELS, line_height, sans_font, serif_font
from reader.presentation.article_page import PageStyle, article_page

_LENGTH = 5000
_TERMS, _HIGHLIGHTS = 40, 10
_FRAME = 20.0


def measure(options: Options) -> list[Figure]:
    """Open articles one after the other, and the same pages in a bare text browser."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    QApplication.setStyle("Fusion")
    qInstallMessageHandler(_tell)
    with tempfile.TemporaryDirectory(prefix="chumoku-opening-") as place:
        library = Path(place) / "library"
        texts = articles(options.size(80, 24), length=_LENGTH)
        fill(library, texts, terms=_TERMS, highlights=_HIGHLIGHTS)
        program = Program(library, settings_path=Path(place) / "settings.json")
        try:
            return _measure(program, options.count(usual=40, quick=3))
        finally:
            program.window.close()
            program.close()


def _measure(program: Program, runs: int) -> list[Figure]:
    program.show()
    _let_rest(program)
    desk = _Desk(program)
    taken = in_turn({"next": desk.open_next, "floor": desk.floor, "jump": desk.jump}, runs)
    floor = Spread.of(taken["floor"])
    return [
        Figure(
            f"opening.{name}",
            "ms",
            Spread.of(taken[name]),
            floor=("setHtml and paint of the page alone", floor),
            target=Target("median", _FRAME),
        )
        for name in ("next", "jump")
    ]


class _Desk:
    """A reader's hands on the window: every call opens another article, then lets it rest."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._rows = program.window.list_pane.rows
        self._alone = QTextBrowser()
        self._alone.document().setDefaultFont(sans_font(BODY_PIXELS))
        self._alone.resize(program.window.article_pane.size())
        self._alone.show()

    def open_next(self) -> float:
        """Go one line down, to an article that the window may have expected."""
        if self._place() + 1 >= self._count():
            self._press(Qt.Key.Key_Home)
        return self._press(Qt.Key.Key_Down)

    def jump(self) -> float:
        """Go where the window cannot have expected it."""
        near_end = self._place() + 12 >= self._count()
        return self._press(Qt.Key.Key_Home if near_end else Qt.Key.Key_PageDown)

    def floor(self) -> float:
        """Show the page of the open article in a browser with nothing around it."""
        html = self._page()
        seconds = seconds_until_painted(self._alone.viewport(), lambda: self._alone.setHtml(html))
        _let_rest(self._program)
        return seconds * 1000

    def _press(self, key: Qt.Key) -> float:
        window = self._program.window
        before = window.known
        assert before is not None
        seconds = seconds_until_painted(
            window.article_pane.view.viewport(),
            lambda: QTest.keyClick(self._rows, key),
            ready=lambda: window.known is not None and window.known.article != before.article,
        )
        self._check()
        _let_rest(self._program)
        return seconds * 1000

    def _check(self) -> None:
        """Make sure that what was painted is the article that was asked for, with its marks."""
        window = self._program.window
        known = window.known
        assert known is not None
        assert known.article.id == window.list_pane.current_id()
        assert known.article.title in window.article_pane.view.toPlainText()
        marks = sum(len(term.occurrences) for term in known.terms) + len(known.highlights)
        assert marks == _TERMS + _HIGHLIGHTS, marks
        assert _LENGTH * 0.9 < len(known.revision.text) < _LENGTH * 1.1, len(known.revision.text)

    def _page(self) -> str:
        window = self._program.window
        assert window.known is not None
        style = PageStyle(
            pixels=BODY_PIXELS,
            leading=1.85,
            font_height=line_height(sans_font(BODY_PIXELS)),
            serif_height=line_height(serif_font(BODY_PIXELS * 1.75)),
            theme=window.looks.theme,
        )
        return article_page(window.known, style, messages=window.messages).html

    def _place(self) -> int:
        return self._rows.currentIndex().row()

    def _count(self) -> int:
        return self._program.window.list_pane.model.rowCount()


def _tell(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, but not what it says off-screen at each new article."""
    if "propagateSizeHints" not in message:
        print(message, file=sys.stderr)


def _let_rest(program: Program) -> None:
    """Let everything run that follows the painting, as in a reader's pause."""
    _run_events(100)
    while not program.idle:
        _run_events(20)


def _run_events(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(run_alone(measure))
