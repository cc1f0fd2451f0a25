"""The head of a card: form and reading, category, counts, and what can be done with the term."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from reader.gui.glossary.dots import category_icon
from reader.gui.side_pane.panels import more_button, words_label
from reader.model.understanding import CATEGORIES

if TYPE_CHECKING:
    from reader.presentation.messages import Messages
    from reader.presentation.term_page import TermPage
    from reader.presentation.theme import Theme

ACTS = ("edit", "add_alias", "merge", "hide", "show", "forget")


class CardHead(QWidget):
    """Form, reading, category and counts; ``act_wanted(name)`` and ``category_wanted(name)``."""

    act_wanted = Signal(str)
    category_wanted = Signal(str)

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self.form = words_label(name="form")
        self.reading = words_label(name="muted")
        selectable = Qt.TextInteractionFlag.TextSelectableByMouse
        self.form.setTextInteractionFlags(selectable)
        self.reading.setTextInteractionFlags(selectable)
        self.category = self._make_category()
        self._facts = QLabel()
        self._facts.setObjectName("muted")
        self.edit = QToolButton()
        self.edit.setObjectName("quiet")
        self.edit.setText(messages("glossary.act.edit"))
        self.edit.clicked.connect(self._on_edit)
        self.more = more_button(messages("glossary.act.menu"))
        self._acts = self._make_menu()
        self._strip = self._make_strip()
        self._lay_out()

    def show_page(self, page: TermPage, theme: Theme) -> None:
        """Show the head of a card."""
        self.form.setText(page.form)
        self.form.setAccessibleName(page.form)
        self.reading.setText(page.reading)
        self.reading.setVisible(bool(page.reading))
        self.category.setText(f"{page.category_name} ▾")
        self.category.setIcon(category_icon(page.category, theme))
        words = self._messages("glossary.category")
        self.category.setAccessibleName(f"{words}: {page.category_name}")
        own = self._messages("glossary.own") if page.own else ""
        self._facts.setText(" ・ ".join(part for part in (page.facts, own) if part))
        for action, name in zip(self._categories.actions(), CATEGORIES, strict=True):
            action.setIcon(category_icon(name, theme))
            action.setChecked(name == page.category)
            # The dot stands where the check mark would be.
            font = action.font()
            font.setBold(name == page.category)
            action.setFont(font)
        self._acts["hide"].setVisible(not page.hidden)
        self._acts["show"].setVisible(page.hidden)
        self._acts["forget"].setVisible(page.own)
        self._strip.setVisible(page.hidden)

    def _make_category(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("chip")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(self._messages("glossary.category"))
        self._categories = QMenu(button)
        for name in CATEGORIES:
            action = self._categories.addAction(self._messages(f"window.category.{name}"))
            action.setData(name)
            action.setCheckable(True)
        self._categories.triggered.connect(self._on_category_chosen)
        button.setMenu(self._categories)
        return button

    def _make_menu(self) -> dict[str, QAction]:
        menu = QMenu(self)
        acts: dict[str, QAction] = {}
        for name in ACTS:
            if name == "hide":
                menu.addSeparator()
            acts[name] = menu.addAction(self._messages(f"glossary.act.{name}"))
            acts[name].setData(name)
        acts["edit"].setShortcut(QKeySequence(Qt.Key.Key_F2))
        acts["edit"].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        menu.triggered.connect(self._on_act_chosen)
        self.more.setMenu(menu)
        return acts

    def _make_strip(self) -> QFrame:
        """Make the line that says that a term is hidden, and brings it back."""
        strip = QFrame()
        strip.setObjectName("strip")
        back = QToolButton()
        back.setObjectName("quiet")
        back.setText(self._messages("glossary.act.show"))
        back.clicked.connect(self._on_back)
        row = QHBoxLayout(strip)
        row.setContentsMargins(12, 4, 6, 4)
        row.addWidget(words_label(self._messages("glossary.hidden")), 1)
        row.addWidget(back)
        return strip

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.form)
        words.addWidget(self.reading)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addLayout(words, 1)
        for button in (self.edit, self.more):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        facts = QHBoxLayout()
        facts.setSpacing(12)
        facts.addWidget(self.category)
        facts.addWidget(self._facts)
        facts.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(9)
        layout.addLayout(top)
        layout.addLayout(facts)
        layout.addWidget(self._strip)

    @Slot()
    def _on_edit(self) -> None:
        self.act_wanted.emit("edit")

    @Slot()
    def _on_back(self) -> None:
        self.act_wanted.emit("show")

    @Slot(QAction)
    def _on_act_chosen(self, action: QAction) -> None:
        self.act_wanted.emit(action.data())

    @Slot(QAction)
    def _on_category_chosen(self, action: QAction) -> None:
        self.category_wanted.emit(action.data())
