"""The terms of the article: a list in one of three orders, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from reader.gui.side_pane.panels import words_label
from reader.gui.side_pane.term_list import TermList
from reader.gui.side_pane.term_model import TERM_ORDERS, TermListModel

if TYPE_CHECKING:
    from collections.abc import Collection

    from reader.model.terms import ArticleTerm
    from reader.presentation.messages import Messages
    from reader.presentation.theme import Theme


class TermPanel(QWidget):
    """``term_chosen(id)`` for its next passage, ``card_asked(id)``, ``act_chosen(TermAct)``."""

    term_chosen = Signal(str)
    card_asked = Signal(str)
    act_chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        messages: Messages,
        *,
        pixels: float = 13,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._say = messages
        self._theme = theme
        self._wanted = ""
        self.model = TermListModel(messages, self)
        self.list = TermList(self.model, theme, pixels)
        self.list.setAccessibleName(messages("window.tab.terms"))
        self.setFocusProxy(self.list)
        self._order = QToolButton()
        self._order.setObjectName("legend")
        self._order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._order.setMenu(self._make_menu())
        self._empty = words_label(name="muted")
        self._empty.setContentsMargins(16, 4, 14, 0)
        self._empty.hide()
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 10, 0)
        top.addStretch(1)
        top.addWidget(self._order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        self.list.chosen.connect(self._on_chosen)
        self.list.card_asked.connect(self._on_card_asked)
        self.list.menu_asked.connect(self._on_menu_asked)
        self._show_order()

    @property
    def says(self) -> str:
        """Return what is said instead of terms, or nothing."""
        return "" if self._empty.isHidden() else self._empty.text()

    def show_terms(self, terms: tuple[ArticleTerm, ...], *, none: str = "") -> None:
        """Show other terms, the chosen one chosen still; ``none`` is said where there are none."""
        current = self.list.current_id()
        self.model.show(terms)
        if current and not self.list.current_id():
            self._choose(self.model.place_of(current))
        self._empty.setText(none)
        self._empty.setVisible(bool(none) and not terms)
        self._order.setVisible(len(terms) > 1)
        if self._wanted:
            self.show_current(self._wanted)

    def light(self, ids: Collection[str]) -> None:
        """Learn which terms are highlighted in the article now."""
        self.model.light(ids)

    def show_current(self, term_id: str) -> None:
        """Choose a term in the list without going anywhere, as soon as it is there."""
        place = self.model.place_of(term_id)
        self._wanted = term_id if place < 0 else ""
        self._choose(place)

    def set_look(self, theme: Theme, pixels: float) -> None:
        """Take other colours, or another size of the interface text."""
        self._theme = theme
        self.list.delegate.set_look(theme, pixels)
        self.list.doItemsLayout()

    def _choose(self, place: int) -> None:
        if place >= 0:
            self.list.setCurrentIndex(self.model.index(place))
            self.list.scrollTo(self.model.index(place))

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        self._orders = QActionGroup(self)
        for order in TERM_ORDERS:
            action = menu.addAction(self._say(f"terms.sort.{order}"))
            action.setCheckable(True)
            action.setData(order)
            self._orders.addAction(action)
        self._orders.triggered.connect(self._on_order_chosen)
        return menu

    def _show_order(self) -> None:
        order = self.model.order
        words = self._say(f"terms.sort.{order}")
        self._order.setText(f"{words} ▾")
        self._order.setAccessibleName(f"{self._say('terms.sort')}: {words}")
        for action in self._orders.actions():
            action.setChecked(action.data() == order)

    @Slot(QAction)
    def _on_order_chosen(self, action: QAction) -> None:
        current = self.list.current_id()
        self.model.sort_by(action.data())
        self._choose(self.model.place_of(current))
        self._show_order()

    @Slot(object)
    def _on_chosen(self, term: ArticleTerm) -> None:
        self.term_chosen.emit(term.id)

    @Slot(object)
    def _on_card_asked(self, term: ArticleTerm) -> None:
        self.card_asked.emit(term.id)

    @Slot(object, object)
    def _on_menu_asked(self, term: ArticleTerm, at: QPoint) -> None:
        from reader.gui.term_menu import fill_term_menu

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_term_menu(menu, term, self._say, theme=self._theme)
        menu.triggered.connect(self._on_act)
        menu.popup(at)
        menu.setActiveAction(menu.actions()[0])

    @Slot(QAction)
    def _on_act(self, action: QAction) -> None:
        self.act_chosen.emit(action.data())
