"""Theme, zoom and language: what the reader chose, what the system says, and telling the panes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader.gui.fonts import INTERFACE_PIXELS, sans_font
from reader.gui.style import palette_of, style_sheet
from reader.presentation.theme import DARK, LIGHT, Theme
from reader.system.settings import (
    ZOOM_LEAST,
    ZOOM_MOST,
    LanguageChoice,
    Settings,
    ThemeChoice,
    update_settings,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.presentation.messages import Language

_STEP = 10


class Looks(QObject):
    """The looks of the program; ``changed`` for colours and sizes, ``language_changed`` apart.

    Every choice is written to the settings at once. ``language`` is what was asked for at the
    start: it holds for this run, until another is chosen.
    """

    changed = Signal()
    language_changed = Signal()

    def __init__(
        self,
        settings: Settings,
        settings_path: Path,
        *,
        language: Language | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self._asked = language
        self._path = settings_path
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    @property
    def theme(self) -> Theme:
        """Return the colours in force."""
        choice = self.settings.theme
        if choice == "system":
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if choice == "dark" else LIGHT

    @property
    def language(self) -> Language:
        """Return the language of the window."""
        if self._asked is not None:
            return self._asked
        choice = self.settings.language
        if choice == "system":
            return "ja" if QLocale().language() == QLocale.Language.Japanese else _other_language()
        return choice

    @property
    def zoom(self) -> float:
        """Return the zoom as a factor."""
        return self.settings.zoom / 100

    @property
    def pixels(self) -> int:
        """Return the size of interface text in pixels."""
        return round(INTERFACE_PIXELS * self.zoom)

    def apply(self) -> None:
        """Give the whole application its colours and its interface font."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette_of(self.theme))
            application.setFont(sans_font(self.pixels))
            application.setStyleSheet(style_sheet(self.theme, self.pixels))

    def choose_theme(self, theme: ThemeChoice) -> None:
        """Take another theme."""
        self.keep(lambda settings: replace(settings, theme=theme))
        self._refresh()

    def choose_language(self, language: LanguageChoice) -> None:
        """Take another language of the window."""
        before = self.language
        self._asked = None
        self.keep(lambda settings: replace(settings, language=language))
        if self.language != before:
            self.language_changed.emit()

    def zoom_by(self, steps: int) -> None:
        """Make everything larger or smaller; 0 is back to the usual size."""
        zoom = self.settings.zoom + steps * _STEP if steps else 100
        zoom = max(ZOOM_LEAST, min(zoom, ZOOM_MOST))
        self.keep(lambda settings: replace(settings, zoom=zoom))
        self._refresh()

    def keep(self, change: Callable[[Settings], Settings]) -> None:
        """Write a change of the settings to disk."""
        self.settings = update_settings(self._path, change)

    def _refresh(self) -> None:
        self.apply()
        self.changed.emit()

    @Slot()
    def _on_scheme_changed(self) -> None:
        if self.settings.theme == "system":
            self._refresh()


def _other_language() -> Language:
    """Choose for a system that is not Japanese: Japanese where it is among its languages."""
    wanted = QLocale.system().uiLanguages()
    return "ja" if any(name.startswith("ja") for name in wanted) else "en"
