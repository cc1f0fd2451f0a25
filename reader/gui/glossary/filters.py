"""What the glossary shows: words typed, categories switched on, the order, and what is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.flow_layout import FlowLayout
from reader.gui.glossary.dots import category_icon
from reader.model.glossary import GLOSSARY_SORTS, GlossaryQuery
from reader.model.understanding import CATEGORIES

if TYPE_CHECKING:
    from reader.model.glossary import GlossarySort
    from reader.presentation.messages import Messages
    from reader.presentation.theme import Theme

FLAGS = ("noted", "hidden")
_AFTER = 120


class Filters(QWidget):
    """The box, the switches and the menu above the list; ``changed(GlossaryQuery)``.

    No category switched on means all of them.
    """

    changed = Signal(object)

    def __init__(self, theme: Theme, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self.box = self._make_box()
        self.categories = {name: self._make_switch(name) for name in CATEGORIES}
        self.order = self._make_order()
        self._count = QLabel()
        self._count.setObjectName("muted")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER)
        self._timer.timeout.connect(self._on_due)
        self._lay_out()
        self.set_theme(theme)
        self._tell_order()

    @property
    def query(self) -> GlossaryQuery:
        """Return what is to be shown."""
        on = frozenset(name for name, button in self.categories.items() if button.isChecked())
        chosen = self._sorts.checkedAction()
        flags = {name: action.isChecked() for name, action in self._flags.items()}
        return GlossaryQuery(
            text=self.box.text().strip(),
            categories=on or frozenset(CATEGORIES),
            sort=cast("GlossarySort", chosen.data()),
            hidden=flags["hidden"],
            noted=flags["noted"],
        )

    @property
    def narrowed(self) -> bool:
        """Say whether anything keeps terms out of the list."""
        query = self.query
        some = bool(query.text) or len(query.categories) < len(CATEGORIES)
        return some or query.noted or query.hidden

    def clear(self) -> None:
        """Let everything be shown again."""
        for button in self.categories.values():
            button.setChecked(False)
        for action in self._flags.values():
            action.setChecked(False)
        self.box.clear()
        self._tell_order()
        self._on_due()

    @property
    def count_words(self) -> str:
        """Return what is said of how many terms there are."""
        return self._count.text()

    def show_count(self, words: str) -> None:
        """Say how many terms the list has."""
        self._count.setText(words)

    def choose_sort(self, sort: GlossarySort) -> None:
        """Set the list in another order."""
        self._sorts.actions()[GLOSSARY_SORTS.index(sort)].trigger()

    def choose_flag(self, flag: str) -> None:
        """Switch on or off that only hidden terms are shown, or those with notes (``noted``)."""
        self._flags[flag].trigger()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for name, button in self.categories.items():
            button.setIcon(category_icon(name, theme))

    def hurry(self) -> None:
        """Tell of typed words now, if that is still to be done."""
        if self._timer.isActive():
            self._on_due()

    def _make_box(self) -> QLineEdit:
        box = QLineEdit()
        words = self._messages("glossary.filter")
        box.setPlaceholderText(words)
        box.setAccessibleName(words)
        box.setClearButtonEnabled(True)
        # Only committed words change the text: a composition is left alone.
        box.textChanged.connect(self._on_edited)
        return box

    def _make_switch(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("switch")
        button.setText(self._messages(f"window.category.{name}"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        button.toggled.connect(self._on_changed)
        return button

    def _make_order(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("menu")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        self._sorts = QActionGroup(menu)
        for sort in GLOSSARY_SORTS:
            action = self._checkable(menu, f"glossary.sort.{sort}")
            action.setData(sort)
            self._sorts.addAction(action)
        self._sorts.actions()[0].setChecked(True)
        menu.addSeparator()
        self._flags = {name: self._checkable(menu, f"glossary.flag.{name}") for name in FLAGS}
        menu.triggered.connect(self._on_ordered)
        button.setMenu(menu)
        return button

    def _checkable(self, menu: QMenu, key: str) -> QAction:
        action = menu.addAction(self._messages(key))
        action.setCheckable(True)
        return action

    def _lay_out(self) -> None:
        switches = FlowLayout(gap=2)
        for button in self.categories.values():
            switches.addWidget(button)
        foot = QHBoxLayout()
        foot.addWidget(self.order)
        foot.addStretch(1)
        foot.addWidget(self._count)
        foot.setContentsMargins(0, 0, 6, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 4, 10, 2)
        layout.setSpacing(6)
        layout.addWidget(self.box)
        layout.addLayout(switches)
        layout.addLayout(foot)

    def _tell_order(self) -> None:
        say = self._messages
        told = [self._sorts.checkedAction().text()]
        told += [action.text() for action in self._flags.values() if action.isChecked()]
        self.order.setText(" ・ ".join(told) + " ▾")
        self.order.setAccessibleName(f"{say('glossary.order')}: {'、'.join(told)}")
        self.order.setToolTip(say("glossary.order"))

    @Slot()
    def _on_edited(self) -> None:
        self._timer.start()

    @Slot(QAction)
    def _on_ordered(self, _action: QAction) -> None:
        self._tell_order()
        self._on_due()

    @Slot()
    def _on_changed(self) -> None:
        self._timer.start(0)

    @Slot()
    def _on_due(self) -> None:
        self._timer.stop()
        self._timer.setInterval(_AFTER)
        self.changed.emit(self.query)
