"""What the notebook shows: words typed, colours, tags, kinds, a period, an article, the trash."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from reader.gui.article_pane.swatches import swatch_icon
from reader.gui.chips import Chip, Chips
from reader.gui.flow_layout import FlowLayout
from reader.gui.notebook.menus import OrderMenu, TagMenu
from reader.model.annotations import HIGHLIGHT_COLORS
from reader.model.notebook import LOOKS, NotebookQuery

if TYPE_CHECKING:
    from reader.model.notebook import Look, NotebookCounts
    from reader.presentation.messages import Messages
    from reader.presentation.theme import Theme

_AFTER = 120


class Filters(QWidget):
    """The box, the switches and the menus above the list; ``changed(NotebookQuery)``.

    ``trash`` says whether what was taken away is shown instead. A colour or a state that nothing
    has is not offered.
    """

    changed = Signal(object)

    def __init__(self, theme: Theme, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._theme = theme
        self._article = ("", "")
        self.box = self._make_box()
        self.colors = {name: self._make_switch() for name in HIGHLIGHT_COLORS}
        self.looks = {name: self._make_switch() for name in LOOKS}
        self.trash_button = self._make_switch()
        self.trash_button.setText(messages("notebook.trash"))
        self.order = OrderMenu(messages)
        self.tags = TagMenu(messages)
        self.chips = Chips("")
        self._count = QLabel()
        self._count.setObjectName("muted")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER)
        self._timer.timeout.connect(self._on_due)
        self._lay_out()
        self.order.changed.connect(self._on_changed)
        self.tags.changed.connect(self._on_changed)
        self.chips.chosen.connect(self._on_chip)
        self.set_theme(theme)
        self._show_chips()

    @property
    def query(self) -> NotebookQuery:
        """Return what is to be shown."""
        colors = [name for name, button in self.colors.items() if button.isChecked()]
        looks = [name for name, button in self.looks.items() if button.isChecked()]
        since, until = self.order.bounds
        return NotebookQuery(
            text=self.box.text().strip(),
            colors=frozenset(colors),
            tags=self.tags.chosen,
            kinds=self.order.kinds,
            looks=frozenset(looks),
            article_id=self._article[0],
            since=since,
            until=until,
            sort=self.order.sort,
        )

    @property
    def trash(self) -> bool:
        """Say whether what was taken away is shown."""
        return self.trash_button.isChecked()

    @property
    def narrowed(self) -> bool:
        """Say whether anything keeps entries out of the list."""
        return self.trash or replace(self.query, sort="modified") != NotebookQuery()

    @property
    def count_words(self) -> str:
        """Return what is said of how many there are."""
        return self._count.text()

    def clear(self) -> None:
        """Let everything be shown again."""
        for button in (*self.colors.values(), *self.looks.values(), self.trash_button):
            button.setChecked(False)
        self.box.clear()
        self.order.clear()
        self.tags.clear()
        self._article = ("", "")
        self._on_due()

    def only_article(self, article_id: str, title: str) -> None:
        """Show the notes of one article alone."""
        self._article = (article_id, title)
        self._on_due()

    def only_tag(self, tag: str) -> None:
        """Show what has a tag."""
        self.tags.choose(tag)

    def show_count(self, words: str) -> None:
        """Say how many entries the list has."""
        self._count.setText(words)

    def show_counts(self, counts: NotebookCounts) -> None:
        """Say beside each switch how many entries it is for."""
        say = self._messages
        for name, button in self.colors.items():
            many = counts.colors.get(name, 0)
            button.setVisible(bool(many) or button.isChecked())
            words = say("notebook.with_count", name=say(f"window.color.{name}"), count=many)
            button.setAccessibleName(words)
            button.setToolTip(words)
        for look, many in (("doubtful", counts.doubtful), ("lost", counts.lost)):
            button = self.looks[cast("Look", look)]
            words = say("notebook.with_count", name=say(f"notebook.{look}"), count=many)
            button.setText(words)
            button.setVisible(bool(many) or button.isChecked())
        trash, many = say("notebook.trash"), counts.removed
        words = say("notebook.with_count", name=trash, count=many) if many else trash
        self.trash_button.setText(words)
        self.tags.show_tags(counts.tags)
        self._show_chips()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for name, button in self.colors.items():
            button.setIcon(swatch_icon(name, theme))

    def hurry(self) -> None:
        """Tell of typed words now, if that is still to be done."""
        if self._timer.isActive():
            self._on_due()

    def _make_box(self) -> QLineEdit:
        box = QLineEdit()
        words = self._messages("notebook.search")
        box.setPlaceholderText(words)
        box.setAccessibleName(words)
        box.setClearButtonEnabled(True)
        # Only committed words change the text: a composition is left alone.
        box.textChanged.connect(self._on_edited)
        return box

    def _make_switch(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("switch")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.toggled.connect(self._on_changed)
        return button

    def _lay_out(self) -> None:
        switches = FlowLayout(gap=2)
        for button in (*self.colors.values(), *self.looks.values(), self.tags, self.trash_button):
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
        layout.addWidget(self.chips)
        layout.addLayout(foot)

    def _show_chips(self) -> None:
        """Show what else narrows the list, each with a way to end it."""
        say = self._messages
        chips = [
            Chip("tag", tag, f"#{tag}  ×", say("notebook.tag.drop", tag=tag))
            for tag in sorted(self.tags.chosen)
        ]
        article_id, title = self._article
        if article_id:
            said = say("notebook.article.drop", title=title)
            chips.append(Chip("article", article_id, f"{title[:20]}  ×", said))
        self.chips.show_chips(chips, self._theme)
        # One trash, one order: what was taken away has nothing else to be filtered by.
        for widget in (self.box, self.order, self.tags, self.chips):
            widget.setEnabled(not self.trash)
        for button in (*self.colors.values(), *self.looks.values()):
            button.setEnabled(not self.trash)

    @Slot(str, str)
    def _on_chip(self, act: str, value: str) -> None:
        if act == "tag":
            self.tags.drop(value)
        else:
            self._article = ("", "")
            self._on_changed()

    @Slot()
    def _on_edited(self) -> None:
        self._timer.start()

    @Slot()
    def _on_changed(self) -> None:
        self._show_chips()
        self._timer.start(0)

    @Slot()
    def _on_due(self) -> None:
        self._timer.stop()
        self._timer.setInterval(_AFTER)
        self._show_chips()
        self.changed.emit(self.query)
