"""A window on a library that can only be read: what would write is switched off in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_MARK = "read_only"


def mark_read_only(window: QWidget) -> None:
    """Have a window known as one in which nothing can be written."""
    window.setProperty(_MARK, True)


def is_read_only(widget: QWidget) -> bool:
    """Say whether nothing can be written in the window that a widget is in."""
    return bool(widget.window().property(_MARK))
