"""What is wanted of the entries that are chosen: done at once, or after a dialog."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from reader.gui.article_pane.swatches import swatch_icon
from reader.gui.notebook.acts import NotebookActs
from reader.gui.notebook.models import RemovedLine
from reader.model.annotations import HIGHLIGHT_COLORS
from reader.model.notebook import NotebookEntry

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.gui.looks import Looks
    from reader.gui.notebook.list_pane import NotebookList
    from reader.gui.notebook.page import EntryPage
    from reader.gui.notices import Notice
    from reader.gui.session import Session
    from reader.gui.undoing import Undoing
    from reader.presentation.messages import Messages

_SHORT = 24


class Wishes(QObject):
    """Does what keys, buttons and the menu say.

    ``leaving(id)`` before entries go, with the one to show next; ``go_wanted(id)``.
    """

    leaving = Signal(str)
    go_wanted = Signal(str)

    def __init__(
        self,
        rows: NotebookList,
        page: EntryPage,
        session: Session,
        *,
        messages: Messages,
        looks: Looks,
        undoing: Undoing,
        notice: Notice,
    ) -> None:
        super().__init__(page)
        self._rows = rows
        self._page = page
        self._say = messages
        self._looks = looks
        self.known_tags: tuple[str, ...] = ()
        self.acts = NotebookActs(session, undoing, notice, messages=messages, parent=self)
        rows.remove_wanted.connect(self.remove)
        rows.color_wanted.connect(self.recolor)
        rows.menu_wanted.connect(self.open_menu)
        page.act_wanted.connect(self._on_act)
        page.color_wanted.connect(self._on_color)
        page.removed.restore_wanted.connect(self.restore)
        page.removed.forget_wanted.connect(self.forget)
        page.removed.empty_wanted.connect(self.empty)

    @Slot()
    def remove(self) -> None:
        """Take away what is chosen; of the trash, ask to let go of it for good."""
        if self._rows.filters.trash:
            self.forget()
            return
        entries = self._entries()
        if entries:
            self._remove(entries)

    @Slot(str)
    def recolor(self, color: str) -> None:
        """Give the highlights that are chosen another colour."""
        marks = [entry.id for entry in self._entries() if entry.is_highlight]
        if marks:
            self.acts.recolor(marks, color)

    @Slot()
    def restore(self) -> None:
        """Bring back what is chosen in the trash."""
        ids = [line.id for line in self._removed()]
        if ids:
            self._leave(ids)
            self.acts.restore(ids)

    @Slot()
    def forget(self) -> None:
        """Ask, then let go for good of what is chosen in the trash."""
        lines = self._removed()
        if not lines:
            return
        if len(lines) == 1:
            text = " ".join(lines[0].removed.text.split())
            text = text if len(text) <= _SHORT else text[:_SHORT] + "…"
            about = self._say("notebook.forget.about", text=text)
        else:
            about = self._say("notebook.forget.all", count=len(lines))
        self._ask(about, partial(self._forget, [line.id for line in lines]))

    @Slot()
    def empty(self) -> None:
        """Ask, then let go of all that lies in the trash."""
        count = f"{self._rows.model.rowCount():,}"
        self._ask(self._say("notebook.forget.all", count=count), self.acts.empty)

    @Slot(object)
    def open_menu(self, position: QPoint) -> None:
        """Open the menu of what is chosen."""
        menu = QMenu(self._page.window())
        menu.setObjectName("entries")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.triggered.connect(self._on_menu)
        if self._rows.filters.trash:
            _add(menu, self._say("notebook.restore"), self.restore)
            _add(menu, self._say("notebook.forget"), self.forget)
            menu.popup(position)
            return
        entries = self._entries()
        if len(entries) == 1:
            go = "go" if entries[0].is_placed else "go.article"
            go = "go.term" if entries[0].kind == "term" else go
            _add(menu, self._say(f"notebook.{go}"), partial(self.go_wanted.emit, entries[0].id))
        if any(entry.is_highlight for entry in entries):
            self._add_colors(menu.addMenu(self._say("notebook.colors")))
        _add(menu, self._say("notebook.act.tag"), self.open_tag)
        self._add_tags(menu, entries)
        menu.addSeparator()
        many = len(entries) > 1
        words = self._say("notebook.remove.many" if many else "notebook.remove", count=len(entries))
        _add(menu, words, self.remove)
        menu.popup(position)

    @Slot()
    def open_tag(self) -> None:
        """Ask for a tag, and give it to what is chosen."""
        from reader.gui.notebook.dialogs import TagDialog

        ids = [entry.id for entry in self._entries()]
        title = self._say("notebook.tag.add")
        dialog = TagDialog(
            title, "", self.known_tags, messages=self._say, parent=self._page.window()
        )
        dialog.named.connect(partial(self.acts.add_tag, ids))
        dialog.open()

    def _add_colors(self, menu: QMenu) -> None:
        for color in HIGHLIGHT_COLORS:
            action = _add(menu, self._say(f"window.color.{color}"), partial(self.recolor, color))
            action.setIcon(swatch_icon(color, self._looks.theme))

    def _add_tags(self, menu: QMenu, entries: list[NotebookEntry]) -> None:
        """Offer what can be done with the tags of an entry all over the library."""
        for tag in entries[0].tags if len(entries) == 1 else ():
            its = menu.addMenu(f"#{tag}".replace("&", "&&"))
            _add(its, self._say("notebook.act.rename_tag"), partial(self._open_rename, tag))
            _add(its, self._say("notebook.act.remove_tag"), partial(self.acts.remove_tag, tag))

    def _open_rename(self, tag: str) -> None:
        from reader.gui.notebook.dialogs import TagDialog

        title = self._say("notebook.act.rename_tag")
        dialog = TagDialog(
            title, tag, self.known_tags, messages=self._say, parent=self._page.window()
        )
        dialog.named.connect(partial(self.acts.rename_tag, tag))
        dialog.open()

    def _ask(self, about: str, then: object) -> None:
        from reader.gui.notebook.dialogs import ForgetDialog

        dialog = ForgetDialog(about, self._say, self._page.window())
        dialog.accepted.connect(then)
        dialog.open()

    def _forget(self, ids: list[str]) -> None:
        self._leave(ids)
        self.acts.forget(ids)

    def _remove(self, entries: list[NotebookEntry]) -> None:
        self._page.hand_over()
        self._leave([entry.id for entry in entries])
        self.acts.remove(entries)

    def _leave(self, ids: list[str]) -> None:
        """Go on to the line behind those that go, else to the one before."""
        behind = self._rows.neighbour_of(ids[-1])
        self.leaving.emit(behind if behind not in ids else "")

    def _entries(self) -> list[NotebookEntry]:
        """Return the entries that are chosen in the list, else the one that is shown."""
        entry_at, place_of = self._rows.model.entry_at, self._rows.model.place_of
        chosen = (entry_at(place_of(id_)) for id_ in self._rows.selected_ids())
        found = [line for line in chosen if isinstance(line, NotebookEntry)]
        shown = self._page.entry
        return found or ([shown] if shown is not None else [])

    def _removed(self) -> list[RemovedLine]:
        entry_at, place_of = self._rows.model.entry_at, self._rows.model.place_of
        chosen = (entry_at(place_of(id_)) for id_ in self._rows.selected_ids())
        found = [line for line in chosen if isinstance(line, RemovedLine)]
        shown = self._page.removed_line
        return found or ([shown] if shown is not None else [])

    @Slot(QAction)
    def _on_menu(self, action: QAction) -> None:
        act = action.data()
        if callable(act):
            act()

    @Slot(str)
    def _on_act(self, name: str) -> None:
        """Do what the page's buttons say, with the entry that is shown there."""
        entry = self._page.entry
        if entry is None:
            return
        if name == "go":
            self.go_wanted.emit(entry.id)
        elif name == "remove":
            self._remove([entry])
        elif name == "tag":
            self._page.write_tags()
        elif name == "only_article":
            self._rows.filters.only_article(entry.article_id, entry.title)

    @Slot(str)
    def _on_color(self, color: str) -> None:
        if self._page.entry is not None:
            self.acts.recolor([self._page.entry.id], color)


def _add(menu: QMenu, words: str, act: Callable[[], None]) -> QAction:
    """Add a line to a menu, with what it does."""
    action = menu.addAction(words)
    action.setData(act)
    return action
