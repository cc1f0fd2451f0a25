"""The menus of the notebook's filters: order, kinds and period in one, the tags in another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from reader.model.notebook import ENTRY_KINDS, NOTEBOOK_SORTS
from reader.presentation.dates import for_people
from reader.presentation.periods import PERIODS, Days, days_of, in_utc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.notebook import EntryKind, NotebookSort, TagCount
    from reader.presentation.messages import Messages

_MOST_TAGS = 40


class MenuButton(QToolButton):
    """A quiet button with a menu; ``changed()``."""

    changed = Signal()

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self.setObjectName("menu")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self.setMenu(self._menu)

    def _checkable(self, menu: QMenu, words: str, data: object) -> QAction:
        # An ampersand would be a mnemonic.
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setData(data)
        return action


class OrderMenu(MenuButton):
    """The order, the kinds (none switched on means all), and the period of the last change."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(messages, parent)
        self._days: Days | None = None
        self._sorts = QActionGroup(self._menu)
        for sort in NOTEBOOK_SORTS:
            words = messages(f"notebook.sort.{sort}")
            self._sorts.addAction(self._checkable(self._menu, words, sort))
        self._menu.addSeparator()
        self._kinds = [
            self._checkable(self._menu, messages(f"notebook.kind.{kind}"), kind)
            for kind in ENTRY_KINDS
        ]
        self._menu.addSeparator()
        self._periods = QActionGroup(self._menu)
        periods = self._menu.addMenu(messages("notebook.period"))
        for name in ("any", *PERIODS, "between"):
            words = messages(f"notebook.period.{name}")
            self._periods.addAction(self._checkable(periods, words, name))
        self._menu.triggered.connect(self._on_triggered)
        self.clear()

    @property
    def sort(self) -> NotebookSort:
        """Return the order."""
        return cast("NotebookSort", self._sorts.checkedAction().data())

    @property
    def kinds(self) -> frozenset[EntryKind]:
        """Return the kinds that are switched on."""
        return frozenset(action.data() for action in self._kinds if action.isChecked())

    @property
    def bounds(self) -> tuple[str, str]:
        """Return the first moment of the period and the one behind it, both empty for any."""
        name = self._periods.checkedAction().data()
        if name in PERIODS:
            return in_utc(days_of(name, date.today()), None)  # noqa: DTZ011 (the reader's own day)
        return in_utc(self._days, None) if self._days is not None else ("", "")

    def choose(self, name: str) -> None:
        """Choose an order or a period, or switch a kind on or off."""
        actions = (*self._sorts.actions(), *self._kinds, *self._periods.actions())
        next(action for action in actions if action.data() == name).trigger()

    def clear(self) -> None:
        """Show all kinds of any time; the order stays."""
        if self._sorts.checkedAction() is None:
            self._sorts.actions()[0].setChecked(True)
        for action in self._kinds:
            action.setChecked(False)
        self._any()
        self._tell()

    def between(self, days: Days) -> None:
        """Show what was changed last from one day to another."""
        self._days = days
        self._periods.actions()[-1].setChecked(True)
        self._tell()
        self.changed.emit()

    def _any(self) -> None:
        self._days = None
        self._periods.actions()[0].setChecked(True)

    def _tell(self) -> None:
        say = self._messages
        told = [self._sorts.checkedAction().text()]
        told += [action.text() for action in self._kinds if action.isChecked()]
        period = self._periods.checkedAction()
        if self._days is not None:
            first, last = (for_people(day.isoformat(), say.language) for day in self._days)
            told.append(say("notebook.period.shown", first=first, last=last))
        elif period.data() in PERIODS:
            told.append(period.text())
        self.setText(" ・ ".join(told) + " ▾")
        self.setAccessibleName(f"{say('notebook.order')}: {'、'.join(told)}")
        self.setToolTip(say("notebook.order"))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        if action.data() == "between":
            self._ask()
            return
        if action in self._periods.actions():
            self._days = None
        self._tell()
        self.changed.emit()

    def _ask(self) -> None:
        from reader.gui.notebook.dialogs import PeriodDialog

        before = self._days
        if before is None:
            # Until days are chosen nothing is kept out.
            self._any()
        dialog = PeriodDialog(before, self._messages, self.window())
        dialog.chosen.connect(self.between)
        dialog.open()


class TagMenu(MenuButton):
    """The tags in use with how many entries have each; an entry must have all that are chosen."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(messages, parent)
        self._chosen: frozenset[str] = frozenset()
        self._tags: tuple[TagCount, ...] | None = None
        self.setText(f"{messages('notebook.tags')} ▾")
        self.setAccessibleName(messages("notebook.tags"))
        self._menu.triggered.connect(self._on_triggered)

    @property
    def chosen(self) -> frozenset[str]:
        """Return the tags that are chosen."""
        return self._chosen

    def show_tags(self, tags: Sequence[TagCount]) -> None:
        """Offer these tags."""
        if self._tags == tuple(tags):
            return
        self._tags = tuple(tags)
        self._fill()

    def choose(self, tag: str) -> None:
        """Ask for a tag besides those that are chosen."""
        self._set(self._chosen | {tag})

    def drop(self, tag: str) -> None:
        """Ask for a tag no more."""
        self._set(self._chosen - {tag})

    def clear(self) -> None:
        """Ask for no tag, without telling."""
        self._chosen = frozenset()
        self._fill()

    def _set(self, chosen: frozenset[str]) -> None:
        self._chosen = chosen
        self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        say, tags = self._messages, self._tags or ()
        self._menu.clear()
        for tag, many in tags[:_MOST_TAGS]:
            words = say("notebook.with_count", name=f"#{tag}", count=many)
            self._checkable(self._menu, words, tag).setChecked(tag in self._chosen)
        if len(tags) > _MOST_TAGS:
            more = self._menu.addAction(say("notebook.tags.more", count=len(tags) - _MOST_TAGS))
            more.setEnabled(False)
        if not tags:
            self._menu.addAction(say("notebook.tags.none")).setEnabled(False)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        tag = action.data()
        if isinstance(tag, str):
            self._set(self._chosen ^ {tag})
