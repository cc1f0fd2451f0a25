"""Style sheets with the names of roles in them (``@accent``), filled from a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.presentation.theme import SERIF_FAMILIES

if TYPE_CHECKING:
    from reader.presentation.theme import Theme


def filled(sheet: str, theme: Theme, pixels: float) -> str:
    """Return a sheet with its colours, fonts and sizes; ``pixels`` is that of interface text."""
    named = {f"@{name}": value for name, value in theme.roles.items()}
    named["@small"] = f"{pixels - 1:.0f}px"
    named["@serif"] = ", ".join(f'"{family}"' for family in SERIF_FAMILIES)
    named["@large"] = f"{pixels * 2.15:.0f}px"
    for name in sorted(named, key=len, reverse=True):
        sheet = sheet.replace(name, named[name])
    return sheet
