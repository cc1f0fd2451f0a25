"""The style of the glossary's widgets, on top of the window's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.gui.sheets import filled

if TYPE_CHECKING:
    from reader.presentation.theme import Theme


def list_sheet(theme: Theme, pixels: float) -> str:
    """Return the style sheet of the list; ``pixels`` is the size of interface text."""
    return filled(_LIST, theme, pixels)


def card_sheet(theme: Theme, pixels: float) -> str:
    """Return the style sheet of a card; ``pixels`` is the size of interface text."""
    return filled(_CARD, theme, pixels)


_LIST = """
QToolButton#switch { border: 1px solid transparent; border-radius: 6px; padding: 2px 5px 2px 0;
    background: transparent; font-size: @small; color: @muted; }
QToolButton#switch:hover { background: @hover; }
QToolButton#switch:checked { background: @chosen; color: @text; }
QToolButton#switch:focus { border: 1px solid @focus; }
QToolButton#menu { color: @muted; font-size: @small; padding: 2px 6px; }
QLabel#empty { padding: 0; }
"""

_CARD = """
QScrollArea, QWidget#page { background: @paper; border: none; }
QLabel#form { font-family: @serif; font-size: @large; font-weight: 700; }
QLabel#heading { color: @muted; font-size: @small; font-weight: 600; }
QLabel#label { color: @accent; font-size: @small; font-weight: 600; }
QFrame#card { background: @card; }
QFrame#card:hover { border: 1px solid @focus; }
QFrame#strip { background: @flash; border: none; border-radius: 8px; }
QPlainTextEdit { background: @card; }
QToolButton#chip { background: transparent; border: 1px solid @line; border-radius: 8px;
    padding: 3px 9px; }
QToolButton#chip:hover { background: @hover; }
QToolButton#chip:focus { border: 1px solid @focus; }
QToolButton#chip::menu-indicator { image: none; }
QToolButton#gone { background: transparent; border: 1px dashed @line; border-radius: 8px;
    padding: 3px 9px; color: @muted; text-decoration: line-through; }
QToolButton#gone:hover { background: @hover; }
QToolButton#gone:focus { border: 1px dashed @focus; }
QToolButton#quiet { background: transparent; border: 1px solid transparent; border-radius: 7px;
    padding: 5px 10px; color: @muted; }
QToolButton#quiet:hover { background: @hover; color: @text; }
QToolButton#quiet:focus { border: 1px solid @focus; }
QListView#rows { background: transparent; }
"""
