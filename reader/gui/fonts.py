"""The fonts of the window: Japanese families first, and the measures a page is laid out by."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from reader.presentation.theme import SANS_FAMILIES, SERIF_FAMILIES

BODY_PIXELS = 16.5
INTERFACE_PIXELS = 13


def sans_font(pixels: float) -> QFont:
    """Return the interface and body font at a size in pixels, Japanese families first."""
    return _font(SANS_FAMILIES, pixels)


def serif_font(pixels: float) -> QFont:
    """Return the font of titles at a size in pixels, bold as they are.

    The regular weight is another file of some megabytes, which nothing here would show.
    """
    font = _font(SERIF_FAMILIES, pixels)
    font.setBold(True)
    return font


def line_height(font: QFont) -> float:
    """Return the font's own line height in ems, for Japanese text."""
    # A family that is missing is replaced by another at layout: what counts is what is used.
    metrics = QFontMetricsF(font)
    return metrics.lineSpacing() / max(font.pixelSize(), 1)


def _font(families: tuple[str, ...], pixels: float) -> QFont:
    font = QFont()
    system = QApplication.font().family()
    font.setFamilies([*families, system])
    font.setPixelSize(round(pixels))
    return font
