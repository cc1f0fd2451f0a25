"""What the window says and does for the safety of its library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from reader.gui.autosave import AutosaveEdit
from reader.gui.notes.widget import NoteWidget
from reader.gui.reading_only import mark_read_only
from reader.gui.safety.banner import SafetyBanner

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.gui.safety.guard import Guard
    from reader.gui.window import MainWindow
    from reader.model.errors import ReaderError
    from reader.model.safekeeping import Backup, Findings
    from reader.services.desk import Desk

_SAVED_WITHIN = 5.0


class SafetyFlow(QObject):
    """Tells what the guard found, backs up on demand, and leads to the restore view.

    ``restore_wanted(Backup)`` when the reader chose a backup and all words are saved.
    """

    restore_wanted = Signal(object)

    def __init__(self, window: MainWindow, guard: Guard) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._guard = guard
        self._say = window.messages
        self._banners: dict[str, SafetyBanner] = {}
        guard.found.connect(self._on_found)
        guard.failed.connect(self._on_guard_failed)
        actions = window.commands.actions_by_name
        actions["backup_now"].triggered.connect(self.back_up)
        actions["show_backups"].triggered.connect(self.show_backups)
        if self._session.read_only:
            self._begin_read_only()
        self._on_found(guard.findings)
        if guard.problem is not None:
            self._on_guard_failed(guard.problem)

    def banner(self, name: str) -> SafetyBanner | None:
        """Return the banner about ``read_only``, ``damage`` or ``backup``, if it is up."""
        return self._banners.get(name)

    @Slot()
    def back_up(self) -> None:
        """Back the library up because the reader asks for it."""
        self._window.hand_over()
        self._session.write(_back_up, self._on_backed_up, failed=self._on_backup_failed)

    @Slot()
    def show_backups(self) -> None:
        """Show the backups, what each holds, and the way back to it."""
        from reader.gui.safety.restore_dialog import RestoreDialog

        dialog = RestoreDialog(
            self._session.folder, self._guard.errands, self._say, parent=self._window
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.restore_wanted.connect(self._on_restore_wanted)
        dialog.open()

    @Slot()
    def show_damage(self) -> None:
        """Show what is damaged, in full."""
        from reader.gui.dialogs.telling import TextDialog

        say = self._say
        dialog = TextDialog(
            say("safety.damage.title"),
            say("safety.damage.about"),
            "\n".join(self._guard.findings.damage),
            messages=say,
            parent=self._window,
        )
        dialog.open()

    def _begin_read_only(self) -> None:
        window = self._window
        mark_read_only(window)
        for editor in window.findChildren(AutosaveEdit):
            editor.setReadOnly(True)
        for note in window.findChildren(NoteWidget):
            note.set_read_only(True)
        window.commands.update()
        folder = str(self._session.folder)
        self._put_up("read_only", self._say("safety.read_only", folder=folder), {})

    def _put_up(self, name: str, words: str, acts: dict[str, Callable[[], None]]) -> None:
        self._take_down(name)
        banner = SafetyBanner(words, acts)
        self._banners[name] = banner
        column = self._window.views.middle.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, banner)
        banner.show()

    def _take_down(self, name: str) -> None:
        banner = self._banners.pop(name, None)
        if banner is not None:
            banner.hide()
            banner.deleteLater()

    @Slot(object)
    def _on_found(self, findings: Findings) -> None:
        self._take_down("backup")
        self._take_down("damage")
        if findings.damage:
            say = self._say
            self._put_up(
                "damage",
                say("safety.damage.banner"),
                {
                    say("safety.damage.details"): self.show_damage,
                    say("safety.damage.restore"): self.show_backups,
                },
            )

    @Slot(object)
    def _on_guard_failed(self, error: ReaderError) -> None:
        words = self._say("safety.backup.not_made", why=self._say.error(error))
        self._put_up("backup", words, {self._say("safety.backup.again"): self._guard.look})

    def _on_backed_up(self, backup: Backup) -> None:
        key = "safety.window.damaged" if backup.kind == "damaged" else "safety.window.backed_up"
        self._window.notice.say(self._say(key, path=str(backup.path)))

    def _on_backup_failed(self, error: ReaderError) -> None:
        self._window.notice.say(self._say.error(error))

    @Slot(object)
    def _on_restore_wanted(self, backup: Backup) -> None:
        window = self._window
        if self._session.read_only:
            window.notice.say(self._say("safety.restore.read_only"))
            return
        window.hand_over()
        if self._session.saver.unsaved and not self._session.saver.finish(_SAVED_WITHIN):
            window.notice.say(self._say("safety.restore.unsaved"))
            return
        self.restore_wanted.emit(backup)


def _back_up(desk: Desk) -> Backup:
    return desk.maintaining.back_up()
