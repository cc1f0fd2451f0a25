"""The left pane: the search box, the views of the library, the list of articles or hits."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.list_pane.models import ROW_ROLE, ArticleListModel, HitListModel
from reader.gui.list_pane.painting import ArticleDelegate, HitDelegate
from reader.gui.list_pane.rows_view import Rows
from reader.model.article import ArticleRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.searching import Found, Hit
    from reader.presentation.messages import Messages
    from reader.presentation.theme import Theme

VIEWS = ("all", "unread", "starred", "trash")
_SEARCH_AFTER = 120


class ListPane(QWidget):
    """Search, views and list. It shows what it is given and tells what the reader chose.

    Signals: ``article_chosen(id)``, ``hit_chosen(Hit)``, ``search_wanted(query)``,
    ``search_left()``, ``view_changed(name)``, ``page_wanted(after)``, ``menu_wanted(position)``,
    ``reading_wanted()`` when the reader goes on into the article.
    """

    article_chosen = Signal(str)
    hit_chosen = Signal(object)
    search_wanted = Signal(str)
    search_left = Signal()
    view_changed = Signal(str)
    page_wanted = Signal(object)
    menu_wanted = Signal(object)
    reading_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        messages: Messages,
        *,
        pixels: float = 13,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._messages = messages
        self.view = "all"
        self.model = ArticleListModel(messages, self)
        self._article_delegate = ArticleDelegate(theme, messages, pixels=pixels, parent=self)
        self.search_box = self._make_search_box()
        self.menu_button = self._make_menu_button()
        self.rows = self._make_rows()
        self._empty = self._make_empty()
        self._stack = QStackedWidget()
        for page in (self.rows, self._empty):
            self._stack.addWidget(page)
        self._look = theme, pixels
        self._lay_out()
        self._search_timer = QTimer(self)
        self._search_timer.setSingleShot(True)
        self._search_timer.setInterval(_SEARCH_AFTER)
        self._search_timer.timeout.connect(self._on_search_due)

    @cached_property
    def hit_rows(self) -> Rows:
        """Return the list of hits, made for the first search."""
        rows = Rows(self._messages("window.hits"))
        rows.setModel(self._hits)
        rows.setItemDelegate(self._hit_delegate)
        rows.selectionModel().currentChanged.connect(self._on_hit_changed)
        rows.clicked.connect(self._on_hit_changed)
        rows.chosen.connect(self._on_hit_changed)
        self._stack.addWidget(rows)
        return rows

    @cached_property
    def _hits(self) -> HitListModel:
        return HitListModel(self._messages, self)

    @cached_property
    def _hit_delegate(self) -> HitDelegate:
        theme, pixels = self._look
        return HitDelegate(theme, self._messages, pixels=pixels, parent=self)

    @property
    def _shows_hits(self) -> bool:
        return "hit_rows" in self.__dict__ and self._stack.currentWidget() is self.hit_rows

    @property
    def searching(self) -> bool:
        """Say whether the list shows the hits of a search."""
        return bool(self.search_box.text().strip())

    def show_rows(self, rows: Sequence[ArticleRow], *, complete: bool, current: str) -> None:
        """Show the first page of a view, the article that is open kept chosen."""
        self.model.show_first(rows, complete=complete)
        self.mark_current(current)
        if not self.searching:
            self._show_list()

    def show_hits(self, found: Found) -> None:
        """Show what a search found."""
        self._hits.show(found.hits)
        if found.hits:
            self._stack.setCurrentWidget(self.hit_rows)
        else:
            self._empty.setText(self._messages("window.search.nothing"))
            self._stack.setCurrentWidget(self._empty)

    def mark_current(self, article_id: str) -> None:
        """Choose an article in the list without opening it again."""
        place = self.model.place_of(article_id)
        index = self.model.index(place) if place >= 0 else QModelIndex()
        if index == self.rows.currentIndex():
            return
        selection = self.rows.selectionModel()
        selection.blockSignals(True)
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        selection.blockSignals(False)
        self.rows.viewport().update()
        if index.isValid():
            self.rows.scrollTo(index)

    def current_id(self) -> str:
        """Return the id of the article chosen in the list, or an empty string."""
        row = self.model.row_at(self.rows.currentIndex().row())
        return row.id if row else ""

    def neighbour_of(self, article_id: str) -> str:
        """Return the article to show when one leaves the list: the next, else the one before."""
        place = self.model.place_of(article_id)
        for candidate in (place + 1, place - 1):
            row = self.model.row_at(candidate)
            if row is not None and row.id != article_id:
                return row.id
        return ""

    def show_view(self, view: str) -> None:
        """Show another view of the library."""
        self._tabs.button(VIEWS.index(view)).click()

    def step(self, by: int) -> None:
        """Open the article ``by`` lines further down (or up)."""
        place = max(0, min(self.rows.currentIndex().row() + by, self.model.rowCount() - 1))
        self.rows.setCurrentIndex(self.model.index(place))

    def focus_list(self) -> None:
        """Give the keyboard to what the list shows now."""
        (self.hit_rows if self._shows_hits else self.rows).setFocus()

    def set_look(self, theme: Theme, pixels: float) -> None:
        """Take other colours, or another size of the interface text."""
        self._look = theme, pixels
        self._article_delegate.set_look(theme, pixels)
        views = [self.rows]
        if "hit_rows" in self.__dict__:
            self._hit_delegate.set_look(theme, pixels)
            views.append(self.hit_rows)
        for view in views:
            view.doItemsLayout()
            view.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.search_box
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
        ):
            if event.key() == Qt.Key.Key_Escape:
                self.search_box.clear()
                self.focus_list()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_search_due()
                self._into_list()
                return True
        return super().eventFilter(watched, event)

    def _into_list(self) -> None:
        """Go on from the search box: to the first hit, or to the list."""
        self.focus_list()
        if self._shows_hits and not self.hit_rows.currentIndex().isValid():
            self.hit_rows.setCurrentIndex(self._hits.index(0))

    def _make_search_box(self) -> QLineEdit:
        box = QLineEdit()
        box.setPlaceholderText(self._messages("window.search.placeholder"))
        box.setAccessibleName(self._messages("window.search.placeholder"))
        box.textChanged.connect(self._on_search_edited)
        box.installEventFilter(self)
        return box

    def _make_menu_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("menu")
        button.setText("☰")
        button.setAccessibleName(self._messages("window.menu"))
        button.setToolTip(self._messages("window.menu"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _make_rows(self) -> Rows:
        rows = Rows(self._messages("window.list"))
        rows.setModel(self.model)
        rows.setItemDelegate(self._article_delegate)
        rows.selectionModel().currentChanged.connect(self._on_current_changed)
        rows.menu_wanted.connect(self.menu_wanted)
        rows.chosen.connect(self._on_row_returned)
        self.model.page_wanted.connect(self.page_wanted)
        return rows

    def _make_empty(self) -> QLabel:
        label = QLabel()
        label.setObjectName("empty")
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        label.setContentsMargins(20, 40, 20, 20)
        return label

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 4, 10, 4)
        top.addWidget(self.search_box, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addLayout(self._make_tabs())
        layout.addWidget(self._stack, 1)

    def _make_tabs(self) -> QHBoxLayout:
        tabs = QHBoxLayout()
        tabs.setContentsMargins(11, 2, 8, 4)
        tabs.setSpacing(2)
        self._tabs = QButtonGroup(self)
        for number, name in enumerate(VIEWS):
            button = QToolButton()
            button.setObjectName("tab")
            button.setText(self._messages(f"window.view.{name}"))
            button.setCheckable(True)
            button.setChecked(name == self.view)
            self._tabs.addButton(button, number)
            tabs.addWidget(button)
        tabs.addStretch(1)
        self._tabs.idClicked.connect(self._on_tab_clicked)
        return tabs

    def _show_list(self) -> None:
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.rows)
            return
        self._empty.setText(self._messages(f"window.empty.{self.view}"))
        self._stack.setCurrentWidget(self._empty)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = current.data(ROW_ROLE)
        if isinstance(row, ArticleRow):
            self.article_chosen.emit(row.id)

    @Slot(QModelIndex)
    def _on_row_returned(self, _index: QModelIndex) -> None:
        self.reading_wanted.emit()

    @Slot(QModelIndex)
    def _on_hit_changed(self, current: QModelIndex) -> None:
        hit: Hit | None = current.data(ROW_ROLE)
        if hit is not None:
            self.hit_chosen.emit(hit)

    @Slot(int)
    def _on_tab_clicked(self, number: int) -> None:
        self.view = VIEWS[number]
        self.search_box.clear()
        self.view_changed.emit(self.view)

    @Slot()
    def _on_search_edited(self) -> None:
        # The button brings an icon theme along, which the first paint can do without.
        self.search_box.setClearButtonEnabled(True)
        if self.searching:
            self._search_timer.start()
            return
        self._search_timer.stop()
        self._show_list()
        self.search_left.emit()

    @Slot()
    def _on_search_due(self) -> None:
        self._search_timer.stop()
        if self.searching:
            self.search_wanted.emit(self.search_box.text())
