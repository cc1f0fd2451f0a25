"""The style of an entry's page, on top of that of a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.gui.glossary.style import card_sheet, list_sheet
from reader.gui.sheets import filled

if TYPE_CHECKING:
    from reader.presentation.theme import Theme


def rows_sheet(theme: Theme, pixels: float) -> str:
    """Return the style sheet of the list; ``pixels`` is the size of interface text."""
    return list_sheet(theme, pixels) + filled(_CHIPS, theme, pixels)


def page_sheet(theme: Theme, pixels: float) -> str:
    """Return the style sheet of a page; ``pixels`` is the size of interface text."""
    sized = _PAGE.replace("@quotation", f"{pixels * 1.3:.0f}px")
    return card_sheet(theme, pixels) + filled(
        sized.replace("@title", f"{pixels * 1.5:.0f}px"), theme, pixels
    )


_CHIPS = """
QToolButton#chip { background: @chosen; border: 1px solid transparent; border-radius: 6px;
    padding: 2px 7px; font-size: @small; }
QToolButton#chip:hover { background: @hover; }
QToolButton#chip:focus { border: 1px solid @focus; }
QToolButton#switch:disabled, QToolButton#menu:disabled { color: @line; }
"""

_PAGE = """
QLabel#title { font-family: @serif; font-size: @title; font-weight: 700; }
QLabel#quotation { font-size: @quotation; }
QToolButton#swatch { border: 1px solid transparent; border-radius: 7px; padding: 2px; }
QToolButton#swatch:hover { background: @hover; }
QToolButton#swatch:checked { border: 1px solid @muted; background: @chosen; }
QToolButton#swatch:focus { border: 1px solid @focus; }
"""
