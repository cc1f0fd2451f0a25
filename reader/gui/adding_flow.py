"""Adding articles from the window: files, folders, what is pasted, what is dropped."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from reader.gui.notices import Notice
    from reader.gui.session import Session
    from reader.model.adding import AddReport, SourceReport
    from reader.presentation.messages import Messages
    from reader.services.desk import Desk


class AddingFlow(QObject):
    """Adds one source after another, so that what the reader types meanwhile is saved between.

    ``added(id)`` tells the last article that came in when all is done.
    """

    added = Signal(str)
    finished = Signal()

    def __init__(
        self, session: Session, notice: Notice, messages: Messages, *, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._notice = notice
        self._messages = messages
        self._window = window
        self._waiting: list[str] = []
        self._done: list[SourceReport] = []

    @property
    def under_way(self) -> bool:
        """Say whether sources are waiting or being added."""
        return bool(self._waiting)

    @Slot()
    def choose_files(self) -> None:
        """Let the reader choose files."""
        from PySide6.QtWidgets import QFileDialog

        say = self._messages
        names, _kind = QFileDialog.getOpenFileNames(
            self._window,
            say("window.action.add_files"),
            "",
            ";;".join(
                (
                    f"{say('window.add.texts')} (*.txt *.md *.markdown *.text)",
                    f"{say('window.add.all')} (*)",
                )
            ),
        )
        self.add(names)

    @Slot()
    def choose_folder(self) -> None:
        """Let the reader choose a folder."""
        from PySide6.QtWidgets import QFileDialog

        name = QFileDialog.getExistingDirectory(
            self._window, self._messages("window.action.add_folder")
        )
        self.add([name] if name else [])

    @Slot()
    def paste(self) -> None:
        """Add what the clipboard holds: files, or the text of an article."""
        data = QGuiApplication.clipboard().mimeData()
        if not self.take(data):
            self._notice.say(self._messages("window.add.nothing_to_paste"))

    def can_take(self, data: QMimeData) -> bool:
        """Say whether something dropped here could be added."""
        return data.hasUrls() or data.hasText()

    def take(self, data: QMimeData) -> bool:
        """Add what was pasted or dropped; say whether there was anything in it."""
        paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if paths:
            self.add(paths)
            return True
        text = data.text()
        if not text.strip():
            return False
        name = self._messages("window.add.pasted")
        self._session.write(partial(_add_text, text, name), self._on_text_added)
        return True

    def add(self, sources: Sequence[str]) -> None:
        """Add files and folders; what waits already is finished first."""
        if not sources:
            return
        self._session.read(partial(_gather, list(sources)), self._on_gathered)

    def _on_gathered(self, paths: list[str]) -> None:
        start = not self._waiting
        self._waiting.extend(paths)
        if start:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            self._finish()
            return
        total = len(self._done) + len(self._waiting)
        if total > 1:
            words = self._messages("window.add.progress", done=len(self._done) + 1, total=total)
            self._notice.say(words, button=self._messages("window.stop"), act=self._stop)
        self._session.write(partial(_add, self._waiting[0]), self._on_added)

    def _stop(self) -> None:
        del self._waiting[1:]

    def _on_added(self, report: AddReport) -> None:
        self._done.extend(report.sources)
        del self._waiting[0]
        self._next()

    def _on_text_added(self, report: AddReport) -> None:
        self._done.extend(report.sources)
        if not self._waiting:
            self._finish()

    def _finish(self) -> None:
        done, self._done = self._done, []
        counts = {
            outcome: sum(1 for one in done if one.outcome == outcome)
            for outcome in ("added", "updated", "unchanged", "failed")
        }
        parts = [
            self._messages(f"window.add.{outcome}", count=count)
            for outcome, count in counts.items()
            if count
        ]
        self._notice.say("、".join(parts) or self._messages("window.add.none"))
        if counts["failed"]:
            self._show_failures([one for one in done if one.error is not None])
        came = [one.id for one in done if one.id]
        if came:
            self.added.emit(came[-1])
        self.finished.emit()

    def _show_failures(self, failed: list[SourceReport]) -> None:
        from reader.gui.dialogs.telling import TextDialog

        say = self._messages
        lines = [f"{one.source}\n    {say.error(one.error)}" for one in failed if one.error]
        dialog = TextDialog(
            say("window.add.report"),
            say("window.add.report.about", count=len(failed)),
            "\n\n".join(lines),
            messages=say,
            parent=self._window,
        )
        dialog.open()


def _gather(sources: list[str], desk: Desk) -> list[str]:
    return desk.adding.gather(sources)


def _add(source: str, desk: Desk) -> AddReport:
    return desk.adding.add([source])


def _add_text(text: str, name: str, desk: Desk) -> AddReport:
    from reader.model.adding import AddReport
    from reader.model.changes import Changes

    report = desk.adding.add_text(text, name)
    came = frozenset((report.id,)) if report.outcome == "added" else frozenset[str]()
    return AddReport((report,), Changes(added=came))
