"""The tabs of the side pane, which say as much as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_LEFT, _RIGHT, _GAP = 12, 8, 2
# Pixels beside the words of a tab, from roomy to as close as the style lets them be read.
_AROUND = (28, 20, 11)


class Tabs(QWidget):
    """A row of tabs with counts; ``chosen(number)``.

    Where the row is narrow the tabs move closer together; then only the tab that is shown has
    its count. A word is never cut.
    """

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = list(names)
        self._counts = [0] * len(self._names)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(_LEFT, 10, _RIGHT, 5)
        row.setSpacing(_GAP)
        for number, name in enumerate(self._names):
            button = QToolButton()
            button.setObjectName("tab")
            button.setProperty("fitted", True)
            # The style would have it wider than the words need.
            button.setText(name)
            button.setCheckable(True)
            button.setChecked(number == 0)
            self._group.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self._group.idToggled.connect(self._on_toggled)
        self._group.idClicked.connect(self.chosen)

    @property
    def current(self) -> int:
        """Return the number of the tab that is shown."""
        return self._group.checkedId()

    def choose(self, number: int) -> None:
        """Show a tab as the one that is shown."""
        self._group.button(number).setChecked(True)

    def button(self, number: int) -> QToolButton:
        """Return the button of a tab."""
        button = self._group.button(number)
        assert isinstance(button, QToolButton)
        return button

    def set_count(self, number: int, count: int) -> None:
        """Say how much there is behind a tab; nothing is said of nothing."""
        self._counts[number] = count
        name = self._names[number]
        self.button(number).setAccessibleName(f"{name} {count}" if count else name)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        # The row fits itself into any width: it must not hold the pane open.
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """Say as much as there is room for."""
        names = self._names
        full = [self._words(number) for number in range(len(names))]
        short = [full[n] if n == self.current else name for n, name in enumerate(names)]
        room = self.width() - _LEFT - _RIGHT - _GAP * len(names)
        metrics = self.button(0).fontMetrics()
        for words, around in (*((full, one) for one in _AROUND), (short, _AROUND[-1])):
            if sum(metrics.horizontalAdvance(one) + around for one in words) <= room:
                break
        else:
            words, around = names, _AROUND[-1]
        for number, said in enumerate(words):
            button = self.button(number)
            button.setText(said)
            button.setFixedWidth(metrics.horizontalAdvance(said) + around)
            button.setToolTip("" if said == full[number] else full[number])

    def _words(self, number: int) -> str:
        count = self._counts[number]
        return f"{self._names[number]} {count}" if count else self._names[number]

    @Slot(int, bool)
    def _on_toggled(self, _number: int, on: bool) -> None:
        if on:
            self._fit()
