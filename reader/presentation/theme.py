"""The colours of the program as named roles, light and dark; data, without Qt.

Every text colour has a contrast of at least 4.5 on the paper and the panel of its theme
(WCAG 2.2, 1.4.3), which a test computes.
"""

from __future__ import annotations

from typing import Literal

ThemeName = Literal["light", "dark"]


class Theme:
    """One set of colours, each ``#rrggbb``, by role; never changed."""

    __slots__ = ("name", "roles")

    def __init__(self, name: ThemeName, roles: dict[str, str]) -> None:
        self.name: ThemeName = name
        self.roles = roles

    def __getitem__(self, role: str) -> str:
        return self.roles[role]


LIGHT = Theme(
    "light",
    {
        "paper": "#fbfaf7",
        "panel": "#f3f1ec",
        "card": "#ffffff",
        "line": "#e1ddd3",
        "chosen": "#e8e2d3",
        "hover": "#ece8de",
        "text": "#22211f",
        "muted": "#67635b",
        "accent": "#9a3b22",
        "unread": "#b5432f",
        "focus": "#8a6d3b",
        "selection": "#cfdcf0",
        "selection_text": "#1b1a18",
        "found": "#f6d98a",
        "flash": "#f3e3c0",
        "attribution": "#f2efe8",
        "source": "#ebe7dd",
        "hedge": "#948e84",
        "term.person": "#1f5aa6",
        "term.place": "#217047",
        "term.organization": "#6f46a8",
        "term.agreement": "#a33629",
        "term.concept": "#8a4b0f",
        "term.event": "#0b6b78",
        "status.open": "#b03a2a",
        "status.developing": "#8a5d00",
        "status.answered": "#217047",
        "status.dropped": "#67635b",
        "mark.yellow": "#fbe69a",
        "mark.red": "#f9cfc9",
        "mark.green": "#cdebc3",
        "mark.blue": "#cbe3f8",
        "mark.purple": "#ded6f7",
        "mark.magenta": "#f7d0f3",
        "mark.orange": "#fad9b3",
        "mark.gray": "#dddcd8",
        "line.yellow": "#a88a00",
        "line.red": "#cc3b3b",
        "line.green": "#3f8a1c",
        "line.blue": "#1f7fc0",
        "line.purple": "#7a5ad6",
        "line.magenta": "#c23cb6",
        "line.orange": "#c46a08",
        "line.gray": "#7d7b76",
    },
)

DARK = Theme(
    "dark",
    {
        "paper": "#1f2023",
        "panel": "#191a1d",
        "card": "#25272b",
        "line": "#36393f",
        "chosen": "#2c3038",
        "hover": "#26292f",
        "text": "#e8e4dc",
        "muted": "#a19c92",
        "accent": "#e59a7c",
        "unread": "#e0705a",
        "focus": "#b99a63",
        "selection": "#3b5478",
        "selection_text": "#f4f1ea",
        "found": "#664a10",
        "flash": "#3c341f",
        "attribution": "#282a2e",
        "source": "#303338",
        "hedge": "#85817a",
        "term.person": "#7fb2f0",
        "term.place": "#74c796",
        "term.organization": "#c0a0ee",
        "term.agreement": "#f08f7c",
        "term.concept": "#e3aa6a",
        "term.event": "#6cc6d2",
        "status.open": "#f08a74",
        "status.developing": "#d9b04c",
        "status.answered": "#74c796",
        "status.dropped": "#a19c92",
        "mark.yellow": "#5a4d14",
        "mark.red": "#5e2c2a",
        "mark.green": "#2b4a20",
        "mark.blue": "#1f4562",
        "mark.purple": "#3e3566",
        "mark.magenta": "#57285a",
        "mark.orange": "#5f4018",
        "mark.gray": "#43454a",
        "line.yellow": "#d8b93a",
        "line.red": "#ff7a70",
        "line.green": "#7cc45a",
        "line.blue": "#5db4ee",
        "line.purple": "#a893f0",
        "line.magenta": "#e884de",
        "line.orange": "#f0a04a",
        "line.gray": "#a5a39e",
    },
)

THEMES: dict[str, Theme] = {"light": LIGHT, "dark": DARK}

SANS_FAMILIES = (
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "Hiragino Sans",
    "Hiragino Kaku Gothic ProN",
    "Yu Gothic UI",
    "Yu Gothic",
    "Meiryo",
    "BIZ UDPGothic",
    "Source Han Sans JP",
    "IPAexGothic",
)
SERIF_FAMILIES = (
    "Noto Serif CJK JP",
    "Noto Serif JP",
    "Hiragino Mincho ProN",
    "Yu Mincho",
    "BIZ UDPMincho",
    "Source Han Serif JP",
    "IPAexMincho",
)
"""Japanese families first, so that an English system does not show Chinese glyph forms."""


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio (1 to 21) of two ``#rrggbb`` colours, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
