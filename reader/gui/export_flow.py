"""Exporting the open article from the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.gui.notices import Notice
    from reader.gui.session import Session
    from reader.model.errors import ReaderError
    from reader.model.known import KnownArticle
    from reader.presentation.messages import Messages
    from reader.services.desk import Desk
    from reader.services.exporting import ExportReport


class ExportFlow(QObject):
    """Asks for format and place, writes off the GUI thread, and says what came of it."""

    def __init__(
        self, session: Session, notice: Notice, messages: Messages, *, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._notice = notice
        self._messages = messages
        self._window = window
        self._folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )

    def open_dialog(self, known: KnownArticle) -> None:
        """Ask how and where to export an article."""
        self._session.read(partial(_choices, known.article.id), partial(self._ask, known))

    def _ask(self, known: KnownArticle, choices: tuple[list[tuple[str, str]], str]) -> None:
        from reader.gui.dialogs.exporting import ExportDialog

        formats, name = choices
        dialog = ExportDialog(
            known.article.title,
            formats,
            self._folder / name,
            messages=self._messages,
            parent=self._window,
        )
        dialog.export_wanted.connect(partial(self._on_wanted, known.article.id))
        dialog.open()

    def export(self, article_id: str, format_name: str, path: Path, *, replace: bool) -> None:
        """Write an article's annotated summary to a file."""
        self._folder = path.parent
        self._session.write(
            partial(
                _export,
                article_id,
                format_name,
                path,
                replace=replace,
                language=self._messages.language,
            ),
            self._on_exported,
            failed=partial(self._on_failed, article_id, format_name, path),
        )

    def _on_wanted(self, article_id: str, format_name: str, path: str) -> None:
        self.export(article_id, format_name, Path(path).expanduser(), replace=False)

    def _on_exported(self, report: ExportReport) -> None:
        say = self._messages
        kept = sum(one.kept_edits for one in report.files)
        words = say("window.export.done", path="、".join(str(one.path) for one in report.files))
        if kept:
            words += " " + say("window.export.kept", count=kept)
        self._notice.say(words)

    def _on_failed(self, article_id: str, format_name: str, path: Path, error: ReaderError) -> None:
        from PySide6.QtWidgets import QMessageBox

        say = self._messages
        if error.code != "foreign_file":
            QMessageBox.warning(self._window, say("window.export.title"), say.error(error))
            return
        question = say("window.export.foreign", path=str(path))
        answer = QMessageBox.question(self._window, say("window.export.title"), question)
        if answer == QMessageBox.StandardButton.Yes:
            self.export(article_id, format_name, path, replace=True)


def _choices(article_id: str, desk: Desk) -> tuple[list[tuple[str, str]], str]:
    formats = [(one.name, one.suffix) for one in desk.exporting.formats()]
    return formats, desk.exporting.file_stem(article_id)


def _export(
    article_id: str, format_name: str, path: Path, desk: Desk, *, replace: bool, language: str
) -> ExportReport:
    return desk.exporting.export(
        [article_id], format_name, path, replace=replace, language=language
    )
