"""The style of the widgets, made from the roles of a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from reader.presentation.theme import Theme


def palette_of(theme: Theme) -> QPalette:
    """Return a palette for the parts that no style sheet reaches."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: "panel",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "paper",
        QPalette.ColorRole.AlternateBase: "panel",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Button: "panel",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.ToolTipBase: "card",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.Highlight: "selection",
        QPalette.ColorRole.HighlightedText: "selection_text",
        QPalette.ColorRole.Link: "accent",
    }
    for role, name in roles.items():
        palette.setColor(role, QColor(theme[name]))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme["muted"]))
    return palette


def style_sheet(theme: Theme, pixels: int) -> str:
    """Return the style sheet of the window; ``pixels`` is the size of interface text."""
    named = {name.replace(".", "_"): value for name, value in theme.roles.items()}
    sheet = _SHEET
    for name in sorted(named, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", named[name])
    return sheet.replace("@small", f"{pixels - 1}px").replace("@size", f"{pixels}px")


_SHEET = """
QWidget { color: @text; font-size: @size; }
QMainWindow, QWidget#panel, QScrollArea#panel, QScrollArea#panel > QWidget > QWidget {
    background: @panel; }
QWidget#middle { background: @paper; }
QSplitter::handle { background: @line; }
QTextBrowser#article { background: @paper; border: none; }
QLineEdit, QPlainTextEdit, QComboBox { background: @card; border: 1px solid @line;
    border-radius: 7px; padding: 6px 9px;
    selection-background-color: @selection; selection-color: @selection_text; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: 1px solid @focus; }
QListView#rows { background: @panel; border: none; outline: none; }
QToolButton#tab, QToolButton#menu { border: 1px solid transparent; border-radius: 7px;
    padding: 6px 9px; background: transparent; }
QToolButton#view { border: 1px solid transparent; border-bottom: 2px solid transparent;
    padding: 4px 7px; margin: 0 3px; background: transparent; color: @muted; font-weight: 600; }
QToolButton#view:hover { color: @text; }
QToolButton#view:checked { color: @text; border-bottom: 2px solid @accent; }
QToolButton#view:focus { border: 1px solid @focus; }
QToolButton#menu { padding: 5px 8px; }
QToolButton#menu::menu-indicator { image: none; }
QToolButton#tab:hover, QToolButton#menu:hover { background: @hover; }
QToolButton#tab:checked { background: @chosen; }
QToolButton#tab[fitted="true"] { padding: 6px 3px; }
QFrame#foot { background: @paper; border-top: 1px solid @line; }
QToolButton#legend, QToolButton#trail { border: 1px solid transparent; border-radius: 6px;
    padding: 3px 6px;
    background: transparent; color: @muted; font-size: @small; }
QToolButton#legend:hover, QToolButton#trail:hover { background: @hover; }
QToolButton#legend:focus, QToolButton#trail:focus { border: 1px solid @focus; }
QToolButton#legend { padding: 3px 2px; }
QToolButton#legend::menu-indicator { image: none; }
QToolButton#tab:focus, QToolButton#menu:focus { border: 1px solid @focus; }
QFrame#card { background: @card; border: 1px solid @line; border-radius: 8px; }
QFrame#card[current="true"] { border: 1px solid @focus; background: @flash; }
QFrame#card[state="doubtful"] { border-left: 3px solid @unread; }
QFrame#card[state="lost"], QFrame#card[state="quotation"] { border: 1px dashed @muted; }
QLabel#struck { color: @muted; text-decoration: line-through; }
QPushButton#small { padding: 2px 10px; font-size: @small; }
QFrame#card QPlainTextEdit { background: @paper; }
QFrame#hover, QFrame#swatches { background: @card; border: 1px solid @line; border-radius: 8px; }
QFrame#notice { background: @text; border-radius: 8px; }
QFrame#notice QLabel { color: @paper; }
QFrame#notice QPushButton { color: @paper; background: transparent; border: 1px solid @muted;
    padding: 3px 10px; border-radius: 6px; }
QFrame#notice QPushButton:focus { border: 1px solid @paper; }
QFrame#banner { background: @flash; border-bottom: 1px solid @line; }
QTextBrowser#preview { background: @paper; border: 1px solid transparent; border-radius: 7px;
    padding: 3px 5px; }
QTextBrowser#preview:hover { border: 1px solid @line; }
QTextBrowser#preview:focus { border: 1px solid @focus; }
QToolButton#preview { border: 1px solid transparent; border-radius: 6px; padding: 1px 6px;
    background: transparent; color: @muted; font-size: @small; }
QToolButton#preview:hover { background: @hover; }
QToolButton#tag { border: 1px solid @line; border-radius: 8px; padding: 1px 7px;
    background: @paper; color: @muted; font-size: @small; }
QToolButton#tag:hover { background: @hover; color: @text; }
QToolButton#tag:focus { border: 1px solid @focus; }
QLineEdit#tags { background: transparent; border: 1px solid transparent; border-radius: 8px;
    padding: 1px 6px; font-size: @small; }
QLineEdit#tags:hover { background: @hover; }
QLineEdit#tags:focus { background: @paper; border: 1px solid @focus; }
QLabel#muted { color: @muted; font-size: @small; }
QLabel#section { color: @muted; }
QLabel#link { color: @accent; font-size: @small; }
QLabel#term { font-size: @size; font-weight: 700; }
QLabel#empty { color: @muted; }
QLabel#status_open { color: @status_open; font-weight: 600; font-size: @small; }
QLabel#status_developing { color: @status_developing; font-weight: 600; font-size: @small; }
QLabel#status_answered { color: @status_answered; font-weight: 600; font-size: @small; }
QLabel#status_dropped { color: @status_dropped; font-weight: 600; font-size: @small; }
QPushButton { background: @card; border: 1px solid @line; border-radius: 7px; padding: 6px 14px; }
QPushButton:hover { background: @hover; }
QPushButton:focus { border: 1px solid @focus; }
QPushButton:default { background: @chosen; }
QPushButton:disabled { color: @muted; }
QMenu { background: @card; border: 1px solid @line; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 22px; border-radius: 5px; }
QMenu::icon { padding-left: 9px; }
QMenu::item:selected { background: @chosen; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: 5px 8px; }
QDialog { background: @panel; }
QToolTip { background: @card; color: @text; border: 1px solid @line; }
QCheckBox { spacing: 7px; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar::handle:vertical { background: @line; border-radius: 4px; min-height: 36px;
    margin: 2px; }
QScrollBar::handle:vertical:hover { background: @muted; }
QScrollBar:horizontal { background: transparent; height: 11px; }
QScrollBar::handle:horizontal { background: @line; border-radius: 4px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
