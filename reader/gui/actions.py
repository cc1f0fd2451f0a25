"""What can be done in the window, as a table: a name, its keys, its place in the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from reader.presentation.messages import Messages


class ActionSpec(NamedTuple):
    """An action: its keys in Qt's portable form, and the section of the menu it stands in."""

    name: str
    keys: tuple[str, ...]
    section: int
    checkable: bool = False


ACTIONS = (
    ActionSpec("add_files", ("Ctrl+O",), 1),
    ActionSpec("add_folder", ("Ctrl+Shift+O",), 1),
    ActionSpec("paste", ("Ctrl+Shift+V",), 1),
    ActionSpec("export", ("Ctrl+E",), 1),
    ActionSpec("correct", ("Ctrl+I",), 2),
    ActionSpec("toggle_read", ("Ctrl+U",), 2),
    ActionSpec("toggle_star", ("Ctrl+D",), 2),
    ActionSpec("settle", ("F7",), 2),
    ActionSpec("trash", ("Ctrl+Backspace", "Ctrl+Delete"), 2),
    ActionSpec("restore", (), 2),
    ActionSpec("show_articles", ("Ctrl+L",), 3),
    ActionSpec("show_glossary", ("Ctrl+G",), 3),
    ActionSpec("show_notebook", ("Ctrl+Shift+N",), 3),
    ActionSpec("back", ("Alt+Left", "Ctrl+["), 3),
    ActionSpec("search", ("Ctrl+F", "Ctrl+K"), 3),
    ActionSpec("next", ("Alt+Down", "Ctrl+J"), 3),
    ActionSpec("previous", ("Alt+Up", "Ctrl+Shift+J"), 3),
    ActionSpec("read", ("Ctrl+0",), 3),
    ActionSpec("show_watch", ("Ctrl+1",), 3),
    ActionSpec("show_terms", ("Ctrl+2",), 3),
    ActionSpec("show_notes", ("Ctrl+3",), 3),
    ActionSpec("show_summary", ("Ctrl+4",), 3),
    ActionSpec("larger", ("Ctrl++", "Ctrl+=", "Ctrl+;"), 4),
    ActionSpec("smaller", ("Ctrl+-",), 4),
    ActionSpec("usual_size", ("Ctrl+Shift+0",), 4),
    ActionSpec("theme_system", (), 5, checkable=True),
    ActionSpec("theme_light", (), 5, checkable=True),
    ActionSpec("theme_dark", (), 5, checkable=True),
    ActionSpec("language_system", (), 6, checkable=True),
    ActionSpec("language_ja", (), 6, checkable=True),
    ActionSpec("language_en", (), 6, checkable=True),
    ActionSpec("undo", ("Ctrl+Z",), 8),
    ActionSpec("redo", ("Ctrl+Shift+Z", "Ctrl+Y"), 8),
    ActionSpec("next_place", ("F3",), 9),
    ActionSpec("previous_place", ("Shift+F3",), 9),
    ActionSpec("category_person", ("Alt+1",), 10, checkable=True),
    ActionSpec("category_place", ("Alt+2",), 10, checkable=True),
    ActionSpec("category_organization", ("Alt+3",), 10, checkable=True),
    ActionSpec("category_agreement", ("Alt+4",), 10, checkable=True),
    ActionSpec("category_concept", ("Alt+5",), 10, checkable=True),
    ActionSpec("category_event", ("Alt+6",), 10, checkable=True),
    ActionSpec("terms_fewer", ("Alt+7",), 11, checkable=True),
    ActionSpec("terms_usual", ("Alt+8",), 11, checkable=True),
    ActionSpec("terms_more", ("Alt+9",), 11, checkable=True),
    ActionSpec("show_attributions", ("Alt+0",), 12, checkable=True),
    ActionSpec("show_elsewhere", ("Alt+Shift+0",), 12, checkable=True),
    ActionSpec("backup_now", (), 13),
    ActionSpec("show_backups", (), 13),
    ActionSpec("show_keys", ("F1",), 7),
    ActionSpec("show_reports", (), 7),
    ActionSpec("quit", ("Ctrl+Q",), 7),
)


WRITING = (
    "add_files",
    "add_folder",
    "paste",
    "correct",
    "toggle_read",
    "toggle_star",
    "trash",
    "restore",
    "undo",
    "redo",
    "backup_now",
)
"""The actions that change the library: off where it can only be read."""


def make_actions(window: QWidget, messages: Messages) -> dict[str, QAction]:
    """Make the actions, their keys working all over the window."""
    made: dict[str, QAction] = {}
    for spec in ACTIONS:
        action = QAction(messages(f"window.action.{spec.name}"), window)
        action.setObjectName(spec.name)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(spec.checkable)
        window.addAction(action)
        made[spec.name] = action
    return made


def fill_menu(menu: QMenu, actions: dict[str, QAction], sections: tuple[int, ...]) -> None:
    """Put the actions of some sections into a menu, a line between sections."""
    for number in sections:
        if not menu.isEmpty():
            menu.addSeparator()
        for spec in ACTIONS:
            if spec.section == number:
                menu.addAction(actions[spec.name])


def keys_of(spec: ActionSpec) -> str:
    """Return an action's keys as this system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return " / ".join(QKeySequence(key).toString(native) for key in spec.keys)
