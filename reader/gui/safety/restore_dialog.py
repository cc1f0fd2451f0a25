"""Choose a backup, see what it holds and what restoring it would change, and restore it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListView,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.gui.dialogs.buttons import button_row
from reader.gui.safety.backup_model import BackupModel
from reader.gui.side_pane.panels import words_label
from reader.presentation.safekeeping import look_lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent

    from reader.gui.safety.errands import Errands
    from reader.model.errors import ReaderError
    from reader.model.safekeeping import Backup, Look
    from reader.presentation.messages import Messages


class RestoreDialog(QDialog):
    """``restore_wanted(Backup)`` when the reader chose one.

    ``failure`` says why a library cannot be opened: then the newest good backup is chosen
    beforehand, and closing the dialog ends the program.
    """

    restore_wanted = Signal(object)

    def __init__(
        self,
        folder: Path,
        errands: Errands,
        messages: Messages,
        *,
        failure: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._errands = errands
        self._say = messages
        self._failing = bool(failure)
        self._look: Look | None = None
        self.setWindowTitle(messages("safety.restore.title"))
        self.resize(820, 480)
        self.model = BackupModel(messages, self)
        self.rows = QListView()
        self.rows.setObjectName("rows")
        self.rows.setAccessibleName(messages("safety.list.name"))
        self.rows.setModel(self.model)
        self.rows.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.rows.selectionModel().currentChanged.connect(self._on_current_changed)
        self.box = QPlainTextEdit()
        self.box.setReadOnly(True)
        self.box.setTabChangesFocus(True)
        self.box.setAccessibleName(messages("safety.look.name"))
        self._place(failure)
        self._ask_for_backups()

    @property
    def chosen(self) -> Backup | None:
        """Return the backup that is chosen."""
        return self.model.backup(self.rows.currentIndex())

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.reject()

    def _place(self, failure: str) -> None:
        say = self._say
        kind = QDialogButtonBox.StandardButton
        leave = say("safety.restore.quit" if self._failing else "window.close")
        buttons = button_row({kind.Ok: say("safety.restore.do"), kind.Cancel: leave})
        self.restore_button = buttons.button(kind.Ok)
        self.restore_button.setEnabled(False)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        panes = QHBoxLayout()
        panes.setSpacing(12)
        panes.addWidget(self.rows, 2)
        panes.addWidget(self.box, 3)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        if failure:
            layout.addWidget(words_label(failure))
        layout.addWidget(words_label(say("safety.restore.about"), "muted"))
        layout.addLayout(panes, 1)
        layout.addWidget(buttons)

    def _ask_for_backups(self) -> None:
        self.box.setPlainText(self._say("safety.look.wait"))
        self._errands.ask("backups_in", self._folder, then=self._on_listed, failed=self._on_failed)

    def _on_listed(self, backups: Sequence[Backup]) -> None:
        self.model.show(backups)
        if not backups:
            self.box.setPlainText(self._say("safety.list.none"))
        elif self._failing:
            self._errands.ask(
                "newest_good_in", self._folder, then=self._on_offered, failed=self._on_failed
            )
        else:
            self._choose(self.model.index(0))

    def _on_offered(self, backup: Backup | None) -> None:
        index = self.model.index_of(backup) if backup is not None else self.model.index(0)
        if self.chosen is None:
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        self.rows.setCurrentIndex(index)
        self.rows.setFocus()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        self._look = None
        self.restore_button.setEnabled(False)
        backup = self.model.backup(index)
        if backup is not None:
            self.box.setPlainText(self._say("safety.look.wait"))
            self._errands.ask(
                "look_at", self._folder, backup, then=self._on_looked, failed=self._on_failed
            )

    def _on_looked(self, look: Look) -> None:
        if self.chosen != look.backup:
            return
        self._look = look
        self.box.setPlainText("\n".join(look_lines(look, self._say)))
        self.restore_button.setEnabled(look.usable)

    def _on_failed(self, error: ReaderError) -> None:
        self.box.setPlainText(self._say.error(error))

    @Slot()
    def _on_accepted(self) -> None:
        if self._look is not None and self._look.usable:
            self.accept()
            self.restore_wanted.emit(self._look.backup)
