"""The line below an article: what the colours of its terms mean, and which of them are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QToolButton, QWidget

from reader.model.understanding import CATEGORIES
from reader.system.settings import TERMS_SHOWN

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QResizeEvent

    from reader.presentation.messages import Messages
    from reader.presentation.theme import Theme
    from reader.system.settings import Settings

_WIDE, _HIGH = 13, 11
_SCALE = 3
_ON_DEMAND = ("attributions", "elsewhere")


class Legend(QWidget):
    """Six categories to switch on and off, and a menu of how much is shown.

    ``category_toggled(name, on)``, ``level_chosen(name)``, ``shown_toggled(what, on)`` for the
    attributions and the terms that only other articles know.
    """

    category_toggled = Signal(str, bool)
    level_chosen = Signal(str)
    shown_toggled = Signal(str, bool)

    def __init__(self, theme: Theme, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = messages
        self._compact = False
        self._present: Collection[str] = CATEGORIES
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 8, 2)
        self._row.setSpacing(0)
        self._buttons = QButtonGroup(self)
        self._buttons.setExclusive(False)
        for number, category in enumerate(CATEGORIES):
            self._row.addWidget(self._make_button(number, messages(f"terms.legend.{category}")))
        self._row.addStretch(1)
        self._more = QToolButton()
        self._more.setObjectName("legend")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(self._make_menu())
        self._row.addWidget(self._more)
        self._buttons.idToggled.connect(self._on_toggled)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the dots in the colours of a theme."""
        for number, category in enumerate(CATEGORIES):
            self._buttons.button(number).setIcon(_dot(theme[f"term.{category}"]))

    def show_settings(self, settings: Settings) -> None:
        """Show which categories are on and how much is shown, without telling anybody."""
        self.blockSignals(True)
        for number, category in enumerate(CATEGORIES):
            self._buttons.button(number).setChecked(category not in settings.categories_off)
        self.blockSignals(False)
        for action in self._levels.actions():
            action.setChecked(action.data() == settings.terms_shown)
        shown = (settings.attributions_shown, settings.elsewhere_shown)
        for action, on in zip(self._on_demand, shown, strict=True):
            action.setChecked(on)
        level = self._say(f"terms.level.{settings.terms_shown}")
        self._more.setText(self._say("terms.shown", level=level))
        self._fit()

    def show_present(self, categories: Collection[str]) -> None:
        """Show only the categories that the article has."""
        self._present = categories
        for number, category in enumerate(CATEGORIES):
            self._buttons.button(number).setVisible(category in categories)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _make_button(self, number: int, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("legend")
        button.setCheckable(True)
        button.setIconSize(QSize(_WIDE, _HIGH))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setText(name)
        button.setAccessibleName(name)
        button.setToolTip(self._say("terms.legend.tip", name=name, key=f"Alt+{number + 1}"))
        self._buttons.addButton(button, number)
        return button

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        self._levels = QActionGroup(self)
        for level in TERMS_SHOWN:
            action = menu.addAction(self._say(f"window.action.terms_{level}"))
            action.setCheckable(True)
            action.setData(level)
            self._levels.addAction(action)
        menu.addSeparator()
        self._on_demand: list[QAction] = []
        for what in _ON_DEMAND:
            action = menu.addAction(self._say(f"window.action.show_{what}"))
            action.setCheckable(True)
            action.setData(what)
            self._on_demand.append(action)
        menu.triggered.connect(self._on_triggered)
        return menu

    def _fit(self) -> None:
        """Leave the names away, and only the dots, where there is no room for them."""
        room = self.width() - self._more.sizeHint().width() - 24
        buttons = [
            self._buttons.button(number)
            for number, category in enumerate(CATEGORIES)
            if category in self._present
        ]
        self._set_compact(compact=False)
        self._set_compact(compact=sum(one.sizeHint().width() for one in buttons) > room)

    def _set_compact(self, *, compact: bool) -> None:
        if compact == self._compact:
            return
        self._compact = compact
        kind = (
            Qt.ToolButtonStyle.ToolButtonIconOnly
            if compact
            else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        )
        for button in self._buttons.buttons():
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(kind)

    @Slot(int, bool)
    def _on_toggled(self, number: int, on: bool) -> None:
        self.category_toggled.emit(CATEGORIES[number], on)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        if action in self._on_demand:
            self.shown_toggled.emit(action.data(), action.isChecked())
        else:
            self.level_chosen.emit(action.data())


def _dot(colour: str) -> QIcon:
    """Draw a dot that is full while a category is on, and a ring while it is off."""
    icon = QIcon()
    for state in (QIcon.State.On, QIcon.State.Off):
        picture = QPixmap(_WIDE * _SCALE, _HIGH * _SCALE)
        picture.setDevicePixelRatio(_SCALE)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colour), 1.3))
        painter.setBrush(QColor(colour) if state == QIcon.State.On else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(_HIGH / 2, _HIGH / 2), 3.4, 3.4)
        painter.end()
        icon.addPixmap(picture, QIcon.Mode.Normal, state)
    return icon
