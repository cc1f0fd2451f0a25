"""Between two windows: offer a backup of a library that cannot be opened, and restore one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QDialog, QMessageBox, QVBoxLayout

from reader.gui.safety.errands import Errands
from reader.gui.safety.restore_dialog import RestoreDialog
from reader.gui.side_pane.panels import words_label

if TYPE_CHECKING:
    from pathlib import Path

    from reader.model.errors import ReaderError
    from reader.model.safekeeping import Backup
    from reader.presentation.messages import Messages

_CAN_BE_RESTORED = {"damaged", "not_a_library", "library_gone", "backup_unsound"}


def offer_backup(folder: Path, failure: ReaderError, messages: Messages) -> Backup | None:
    """Say why a library cannot be opened; return the backup that the reader chose instead."""
    if failure.code not in _CAN_BE_RESTORED:
        QMessageBox.critical(None, "Chumoku", messages.error(failure))
        return None
    errands = Errands()
    chosen: list[Backup] = []
    dialog = RestoreDialog(folder, errands, messages, failure=messages.error(failure))
    dialog.restore_wanted.connect(chosen.append)
    dialog.exec()
    errands.close()
    dialog.deleteLater()
    return chosen[0] if chosen else None


def restore(folder: Path, backup: Backup, messages: Messages) -> str:
    """Put a backup in the library's place, with a word meanwhile; return what to say of it.

    What could not be done is told at once, and nothing is left to say.
    """
    waiting = _waiting(messages("safety.restore.wait"))
    errands = Errands()
    loop = QEventLoop()
    kept: list[Path | None] = []
    errors: list[ReaderError] = []

    def on_restored(path: Path | None) -> None:
        kept.append(path)
        loop.quit()

    def on_failed(error: ReaderError) -> None:
        errors.append(error)
        loop.quit()

    errands.crashed.connect(loop.quit)
    errands.ask("put_back", folder, backup, then=on_restored, failed=on_failed)
    loop.exec()
    errands.close()
    waiting.hide()
    waiting.deleteLater()
    if not kept:
        words = messages.error(errors[0]) if errors else messages("safety.restore.fault")
        QMessageBox.warning(None, "Chumoku", words)
        return ""
    if kept[0] is None:
        return messages("safety.restore.came")
    return messages("safety.restore.came_kept", path=str(kept[0]))


def _waiting(words: str) -> QDialog:
    dialog = QDialog()
    dialog.setWindowTitle("Chumoku")
    dialog.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, on=False)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(28, 22, 28, 22)
    layout.addWidget(words_label(words))
    dialog.show()
    return dialog
