"""The backups of a library as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.presentation.safekeeping import size_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.safekeeping import Backup
    from reader.presentation.messages import Messages

_NONE = QModelIndex()


class BackupModel(QAbstractListModel):
    """One line a backup, the newest first."""

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = messages
        self._backups: list[Backup] = []

    def show(self, backups: Sequence[Backup]) -> None:
        """Show these backups."""
        self.beginResetModel()
        self._backups = list(backups)
        self.endResetModel()

    def backup(self, index: QModelIndex) -> Backup | None:
        """Return the backup of a line."""
        row = index.row()
        return self._backups[row] if 0 <= row < len(self._backups) else None

    def index_of(self, backup: Backup) -> QModelIndex:
        """Return the line of a backup."""
        names = [one.name for one in self._backups]
        return self.index(names.index(backup.name)) if backup.name in names else _NONE

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NONE) -> int:
        return 0 if parent.isValid() else len(self._backups)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if not index.isValid():
            return None
        backup = self._backups[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return backup.name
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        kind = self._say(f"safety.kind.{backup.kind}")
        return self._say(
            "safety.list.line",
            number=backup.number or "–",
            date=backup.date or backup.name,
            kind=kind,
            size=size_of(backup),
        )
