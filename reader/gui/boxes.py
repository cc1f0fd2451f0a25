"""Words in a box for somebody who started from an icon and reads no terminal."""

from __future__ import annotations

import os
import sys


def tell_without_terminal(words: str) -> None:
    """Show a box until it is closed; nothing where a terminal has told it, or nobody could see."""
    if (sys.stderr is not None and sys.stderr.isatty()) or not _has_screen():
        return
    from PySide6.QtWidgets import QMessageBox

    from reader.gui.application import make_application

    make_application()
    QMessageBox.critical(None, "Chumoku", words)


def _has_screen() -> bool:
    if os.environ.get("QT_QPA_PLATFORM", "") in {"offscreen", "minimal"}:
        return False
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return sys.platform in {"win32", "darwin"} or bool(shown)
