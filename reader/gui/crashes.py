"""Faults of ours, told in the window: those of this run in a dialog, those before in a line."""

from __future__ import annotations

import contextlib
import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from shiboken6 import isValid

from reader.system.paths import log_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.gui.dialogs.crashing import CrashDialog
    from reader.gui.window import MainWindow
    from reader.system.crash import CrashReports, LeftBehind

_log = logging.getLogger(__name__)


def show_folder(window: MainWindow) -> None:
    """Open the folder of the log and the crash reports in the system's file manager."""
    folder = log_folder()
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        window.notice.say(window.messages("crash.folder", path=folder))


class CrashTelling(QObject):
    """Tells the faults that ``crashes`` reports, from whatever thread they come.

    ``window`` gives the window that there is now. What goes wrong while telling is logged and
    told in one line; it never leads to telling again.
    """

    _reported = Signal(str, object)

    def __init__(
        self, crashes: CrashReports, window: Callable[[], MainWindow], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._crashes = crashes
        self._window = window
        self._dialog: CrashDialog | None = None
        self._over = False
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)
        crashes.listen(self._reported.emit)

    def tell_before(self) -> None:
        """Say once that an earlier run did not end by itself, with its report at hand."""
        left = self._crashes.take_left_behind()
        if left is None:
            return
        window = self._window()
        say = window.messages
        window.notice.say(
            say("crash.before" if left.fault else "crash.killed"),
            button=say("crash.before.show"),
            act=partial(self._show_before, left),
        )

    def close(self) -> None:
        """Tell nothing any more: the window goes, and reports are only written."""
        self._over = True
        if self._dialog is not None and isValid(self._dialog):
            self._dialog.close()

    def _show_before(self, left: LeftBehind) -> None:
        from reader.gui.dialogs.telling import TextDialog

        window = self._window()
        say = window.messages
        title, about = say("crash.title"), say("crash.before.about")
        TextDialog(title, about, left.report, messages=say, parent=window).open()

    def _tell(self, report: str, path: Path | None) -> None:
        dialog = self._dialog
        if dialog is None or not isValid(dialog) or not dialog.isVisible():
            dialog = self._dialog = self._make_dialog()
        dialog.add(report, path)
        if not dialog.isVisible():
            dialog.open()

    def _make_dialog(self) -> CrashDialog:
        from reader.gui.dialogs.crashing import CrashDialog

        window = self._window()
        saver = window.session.saver

        def article() -> str:
            known = window.known
            return known.revision.text if known is not None else ""

        dialog = CrashDialog(
            window.messages, article=article, unsaved=lambda: len(saver.unsaved), parent=window
        )
        saver.state_changed.connect(dialog.update_words)
        return dialog

    @Slot(str, object)
    def _on_reported(self, report: str, path: Path | None) -> None:
        if self._over:
            return
        try:
            self._tell(report, path)
        except Exception:  # noqa: BLE001 - it would be told the same way, and fail again
            self._over = True
            _log.exception("a fault could not be told")
            window = self._window()
            window.banner.say(window.messages("crash.plain"))
