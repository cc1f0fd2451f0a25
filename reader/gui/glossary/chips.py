"""Names as small buttons in a row: aliases that can be parted, terms that are met together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from reader.gui.flow_layout import FlowLayout
from reader.gui.glossary.dots import category_icon
from reader.gui.side_pane.panels import words_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.understanding import Category
    from reader.presentation.messages import Messages
    from reader.presentation.term_page import TermPage
    from reader.presentation.theme import Theme

_LONGEST = 28


class Chip(NamedTuple):
    """A name: what a click on it does (``act`` on ``value``), and how that is said."""

    act: str
    value: str
    words: str
    said: str
    category: Category | None = None
    gone: bool = False


class Chips(QWidget):
    """A heading and the names below it; ``chosen(act, value)``. It hides when it has none."""

    chosen = Signal(str, str)

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self._flow = FlowLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(words_label(heading, "heading"))
        layout.addLayout(self._flow)

    @property
    def buttons(self) -> list[QToolButton]:
        """Return the buttons, in order."""
        items = (self._flow.itemAt(place) for place in range(self._flow.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, QToolButton)]

    def show_chips(self, chips: Sequence[Chip], theme: Theme) -> None:
        """Show these names."""
        if self._shown == (tuple(chips), theme.name):
            return
        self._shown = (tuple(chips), theme.name)
        self._flow.replace([self._button(chip, theme) for chip in chips])
        self.setVisible(bool(chips))

    def _button(self, chip: Chip, theme: Theme) -> QToolButton:
        button = QToolButton()
        button.setObjectName("gone" if chip.gone else "chip")
        words = chip.words if len(chip.words) <= _LONGEST else chip.words[:_LONGEST] + "…"
        # An ampersand would be a mnemonic.
        button.setText(words.replace("&", "&&"))
        button.setAccessibleName(chip.said)
        button.setToolTip(chip.said)
        button.setProperty("act", chip.act)
        button.setProperty("value", chip.value)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if chip.category is not None:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIcon(category_icon(chip.category, theme))
        button.clicked.connect(self._on_clicked)
        return button

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        self.chosen.emit(button.property("act"), button.property("value"))


def alias_chips(page: TermPage, say: Messages) -> list[Chip]:
    """Return the other forms of a term, what was merged into it, and what was parted from it."""
    chips = [
        Chip("remove_alias", form, f"{form}  ×", say("glossary.alias.remove", form=form))
        for form in page.aliases
    ]
    chips += [
        Chip("part", one.id, f"{one.form}  ⇤", say("glossary.alias.part", form=one.form))
        for one in page.merged
    ]
    chips += [
        Chip("restore_alias", form, form, say("glossary.alias.restore", form=form), gone=True)
        for form in page.removed
    ]
    return chips


def together_chips(page: TermPage) -> list[Chip]:
    """Return the terms that stand in the same articles."""
    return [
        Chip("open", one.id, one.form, one.form, category=one.category) for one in page.together
    ]
