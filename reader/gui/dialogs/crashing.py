"""The dialog about faults of ours: says what happened, and shows the whole of what may be saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, Qt, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication, QTextOption
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.gui.dialogs.buttons import button_row
from reader.gui.side_pane.panels import words_label
from reader.model.errors import ReaderError
from reader.system.files import FileError, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.presentation.messages import Messages

_BETWEEN = "\n" + "=" * 60 + "\n\n"


class CrashDialog(QDialog):
    """Faults of this run, collected; the reader decides what becomes of their report.

    ``article`` gives the text that is open, or nothing; ``unsaved`` how many places have words
    that are not committed. What the box shows is what is copied and saved, to the letter.
    """

    def __init__(
        self,
        messages: Messages,
        *,
        article: Callable[[], str],
        unsaved: Callable[[], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(messages("crash.title"))
        self.resize(700, 520)
        self._messages = messages
        self._article = article
        self._unsaved = unsaved
        self._reports: list[str] = []
        self._path: Path | None = None
        self.words = words_label()
        self.box = self._make_box()
        self.with_article = QCheckBox(messages("crash.with_article"))
        self.with_article.setEnabled(bool(article()))
        self.with_article.toggled.connect(self._on_toggled)
        self.outcome = words_label()
        layout = QVBoxLayout(self)
        layout.addWidget(self.words)
        layout.addWidget(self.box, 1)
        layout.addWidget(self.with_article)
        layout.addWidget(self.outcome)
        layout.addWidget(self._make_buttons())

    @property
    def count(self) -> int:
        """Return how many faults are told."""
        return len(self._reports)

    def add(self, report: str, path: Path | None) -> None:
        """Tell one more fault; ``path`` is where its report was written."""
        self._reports.append(report)
        self._path = path
        self._show_text()
        self.update_words()

    def write_to(self, path: Path) -> None:
        """Write what the box shows into a file, whole or not at all, and say what came of it."""
        try:
            write_whole(path, self._text().encode("utf-8", "backslashreplace"))
        except FileError as error:
            self._tell(self._messages.error(ReaderError(error.code, **error.details)))
        else:
            self._tell(self._messages("crash.saved_at", path=path))

    @Slot()
    def update_words(self) -> None:
        """Say how things stand: what was typed may have been committed meanwhile."""
        say, unsaved, count = self._messages, self._unsaved(), self.count
        happened = say("crash.several", count=count) if count > 1 else say("crash.one")
        kept = say("crash.unsaved", count=unsaved) if unsaved else say("crash.saved")
        written = say("crash.report_at", path=self._path) if self._path else say("crash.no_report")
        open_now = self.with_article.isChecked()
        holds = say("crash.what_it_holds_now" if open_now else "crash.what_it_holds")
        self.words.setText(f"{happened}\n{kept}\n\n{written}\n{holds}")

    def _make_box(self) -> QPlainTextEdit:
        box = QPlainTextEdit()
        box.setReadOnly(True)
        box.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        box.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        box.setTabChangesFocus(True)
        box.setAccessibleName(self._messages("crash.report"))
        return box

    def _make_buttons(self) -> QDialogButtonBox:
        say, role = self._messages, QDialogButtonBox.ButtonRole.ActionRole
        row = button_row({QDialogButtonBox.StandardButton.Close: say("window.close")})
        close = row.button(QDialogButtonBox.StandardButton.Close)
        save = row.addButton(say("crash.save"), role)
        copy = row.addButton(say("window.copy"), role)
        for button in (save, copy):
            button.setAutoDefault(False)
        close.setDefault(True)
        save.clicked.connect(self._on_save)
        copy.clicked.connect(self._on_copy)
        row.rejected.connect(self.close)
        return row

    def _text(self) -> str:
        """Return the whole of what would be saved."""
        parts = list(self._reports)
        article = self._article() if self.with_article.isChecked() else ""
        if article:
            parts.append(f"The text of the open article:\n\n{article}\n")
        return _BETWEEN.join(parts)

    def _show_text(self) -> None:
        self.box.setPlainText(self._text())

    def _tell(self, words: str) -> None:
        self.outcome.setText(words)
        self.outcome.setAccessibleName(words)

    @Slot()
    def _on_toggled(self) -> None:
        self._show_text()
        self.update_words()
        if self.with_article.isChecked():
            # It stands at the end: what was added is to be seen.
            bar = self.box.verticalScrollBar()
            bar.setValue(bar.maximum())

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text())
        self._tell(self._messages("crash.copied"))

    @Slot()
    def _on_save(self) -> None:
        dialog = QFileDialog(self, self._messages("crash.save"), QDir.homePath())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(self._messages("crash.file"))
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    @Slot(str)
    def _on_file_chosen(self, name: str) -> None:
        self.write_to(Path(name))
