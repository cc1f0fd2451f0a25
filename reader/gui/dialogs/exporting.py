"""Export the annotated summary: which format, and where to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.dialogs.buttons import button_row
from reader.gui.side_pane.panels import words_label

if TYPE_CHECKING:
    from reader.presentation.messages import Messages


class ExportDialog(QDialog):
    """``export_wanted(format, path)`` when the reader agrees.

    ``formats`` are (name, suffix) pairs; ``suggested`` a path without its suffix.
    """

    export_wanted = Signal(str, str)

    def __init__(
        self,
        title: str,
        formats: list[tuple[str, str]],
        suggested: Path,
        *,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._messages = messages
        self._suffixes = dict(formats)
        self._suggested = suggested
        self.setWindowTitle(messages("window.export.title"))
        self.setMinimumWidth(560)
        self.format_box = QComboBox()
        self.format_box.setAccessibleName(messages("window.export.format"))
        for name, _suffix in formats:
            self.format_box.addItem(messages(f"export.format.{name}"), name)
        self.path_box = QLineEdit()
        self.path_box.setAccessibleName(messages("window.export.path"))
        browse = QPushButton(messages("window.export.browse"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._on_browse)
        where = QHBoxLayout()
        where.addWidget(self.path_box, 1)
        where.addWidget(browse)
        form = QFormLayout()
        form.setSpacing(9)
        form.addRow(messages("window.export.format"), self.format_box)
        form.addRow(messages("window.export.path"), where)
        buttons = button_row(
            {
                QDialogButtonBox.StandardButton.Save: messages("window.export.do"),
                QDialogButtonBox.StandardButton.Cancel: messages("window.cancel"),
            }
        )
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(words_label(title))
        layout.addWidget(words_label(messages("window.export.about"), "muted"))
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.format_box.currentIndexChanged.connect(self._on_format_changed)
        self._on_format_changed()

    @Slot()
    def _on_format_changed(self) -> None:
        suffix = self._suffixes[self.format_box.currentData()]
        written = Path(self.path_box.text()) if self.path_box.text().strip() else self._suggested
        if written.suffix in self._suffixes.values():
            written = written.with_suffix("")
        self.path_box.setText(str(written.with_name(written.name + suffix)))

    @Slot()
    def _on_browse(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self,
            self._messages("window.export.title"),
            self.path_box.text(),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if path:
            self.path_box.setText(path)

    @Slot()
    def _on_accepted(self) -> None:
        if not self.path_box.text().strip():
            return
        self.accept()
        self.export_wanted.emit(self.format_box.currentData(), self.path_box.text().strip())
