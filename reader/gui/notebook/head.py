"""The head of an entry's page: what it is on, its article, its dates, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from reader.gui.article_pane.swatches import swatch_icon
from reader.gui.notebook.quotation import muted_label
from reader.gui.side_pane.panels import more_button, words_label
from reader.model.annotations import HIGHLIGHT_COLORS
from reader.presentation.dates import for_people
from reader.presentation.notebook_rows import dates_line
from reader.presentation.rows import SEPARATOR

if TYPE_CHECKING:
    from reader.model.notebook import NotebookPage
    from reader.presentation.messages import Messages
    from reader.presentation.theme import Theme

_SIDE = 18


class EntryHead(QWidget):
    """``act_wanted(name)``: go, remove or only_article; ``color_wanted(name)``."""

    act_wanted = Signal(str)
    color_wanted = Signal(str)

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._about = words_label(name="label")
        self.title = words_label(name="title")
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._dates = muted_label()
        self.go = self._button("go")
        self.remove = self._button("remove")
        self.remove.setText(messages("notebook.remove"))
        self.more = more_button(messages("notebook.act.menu"))
        self._menu = self._make_menu()
        self.colors = {name: self._swatch(name) for name in HIGHLIGHT_COLORS}
        self._palette = QWidget()
        self._lay_out()

    def show_page(self, page: NotebookPage, theme: Theme) -> None:
        """Show the head of an entry."""
        say, entry = self._messages, page.entry
        date = for_people(page.date, say.language) if page.date else ""
        about = say(f"notebook.about.{entry.kind}")
        self._about.setText(SEPARATOR.join(part for part in (about, date) if part))
        self.title.setText(entry.title)
        self._dates.setText(dates_line(entry, say))
        goes = "go" if entry.is_placed else "go.term" if entry.kind == "term" else "go.article"
        self.go.setText(say(f"notebook.{goes}"))
        self._palette.setVisible(entry.is_highlight)
        for name, button in self.colors.items():
            button.setIcon(swatch_icon(name, theme))
            button.setChecked(name == entry.color)
        self._menu["only_article"].setVisible(bool(entry.article_id))

    def _button(self, act: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("chip" if act == "go" else "quiet")
        button.setProperty("act", act)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._on_clicked)
        return button

    def _swatch(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("swatch")
        button.setCheckable(True)
        button.setIconSize(QSize(_SIDE, _SIDE))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        words = self._messages(f"window.color.{name}")
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({HIGHLIGHT_COLORS.index(name) + 1})")
        button.setProperty("color", name)
        button.clicked.connect(self._on_color)
        return button

    def _make_menu(self) -> dict[str, QAction]:
        menu = QMenu(self)
        acts = {}
        for name, key in (
            ("only_article", "notebook.article.only"),
            ("tag", "notebook.act.tag"),
            ("remove", "notebook.remove"),
        ):
            acts[name] = menu.addAction(self._messages(key))
            acts[name].setData(name)
        menu.triggered.connect(self._on_triggered)
        self.more.setMenu(menu)
        return acts

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self._about, 1)
        for button in (self.go, self.remove, self.more):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        swatches = QHBoxLayout(self._palette)
        swatches.setContentsMargins(0, 2, 0, 0)
        swatches.setSpacing(2)
        for swatch in self.colors.values():
            swatches.addWidget(swatch)
        swatches.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addLayout(top)
        layout.addWidget(self.title)
        layout.addWidget(self._dates)
        layout.addWidget(self._palette)

    @Slot()
    def _on_clicked(self) -> None:
        self.act_wanted.emit(self.sender().property("act"))

    @Slot()
    def _on_color(self) -> None:
        button = self.sender()
        assert isinstance(button, QToolButton)
        # It stays pressed until the library says otherwise.
        button.setChecked(True)
        self.color_wanted.emit(button.property("color"))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.act_wanted.emit(action.data())
