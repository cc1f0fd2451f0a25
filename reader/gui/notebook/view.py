"""The notebook of the window: its list and its page, what they ask for and what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reader.gui.notebook.list_pane import NotebookList
from reader.gui.notebook.models import RemovedLine
from reader.gui.notebook.page import EntryPage
from reader.gui.notebook.reading import Listing, NotebookReading, Wanted
from reader.gui.notebook.wishes import Wishes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.gui.looks import Looks
    from reader.gui.notebook.models import Line
    from reader.gui.notes.aids import NoteAids
    from reader.gui.notices import Notice
    from reader.gui.session import Session
    from reader.gui.trail import NotePlace
    from reader.gui.undoing import Undoing
    from reader.model.changes import Changes
    from reader.model.notebook import NotebookEntry, NotebookPage, NotebookQuery
    from reader.presentation.messages import Messages

_WALKING = 70
_SETTLED = 350


class NotebookView(QObject):
    """Joins the list and the page of the notebook with the library.

    ``entry_wanted(NotebookEntry)`` when the reader goes to where an entry stands.
    """

    entry_wanted = Signal(object)

    def __init__(
        self,
        session: Session,
        looks: Looks,
        messages: Messages,
        *,
        undoing: Undoing,
        notice: Notice,
        aids: NoteAids,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._looks = looks
        self._messages = messages
        self._wanted = ""
        self._scrolled = 0
        self._narrowed = False
        self._stale = True
        self._shown = False
        self.list_pane = NotebookList(looks.theme, messages, pixels=looks.pixels)
        self.card = EntryPage(looks.theme, messages, aids, pixels=looks.pixels)
        self.reading = NotebookReading(session, self)
        self.wishes = Wishes(
            self.list_pane,
            self.card,
            session,
            messages=messages,
            looks=looks,
            undoing=undoing,
            notice=notice,
        )
        self._walk = _timer(_WALKING, self._on_walked, self)
        self._settle = _timer(_SETTLED, self.refresh, self)
        self._connect_session()
        self._connect_panes()

    def show(self) -> None:
        """Bring up to date what may have changed while the notebook was not to be seen."""
        self._shown = True
        if self._stale:
            self.refresh()

    def leave(self) -> None:
        """Learn that the notebook is not to be seen; words that were typed are saved."""
        self._shown = False
        self.card.hand_over()

    def return_to(self, place: NotePlace) -> None:
        """Show an entry again as it was."""
        self._show_entry(place.entry_id, place.scrolled)

    def step(self, by: int) -> None:
        """Go ``by`` lines down in the list, or up."""
        self.list_pane.step(by)

    def search(self) -> None:
        """Give the keyboard to the box above the list."""
        self.list_pane.search_box.setFocus()
        self.list_pane.search_box.selectAll()

    @Slot()
    def refresh(self) -> None:
        """Read anew what is shown, as far as it was."""
        if not self._shown:
            return
        self._stale = False
        self._settle.stop()
        self.reading.read_list(self._asked, limit=self.list_pane.reach, fresh=False)
        if self.card.entry_id and self._wanted == self.card.entry_id:
            self.reading.read_page(self._wanted)

    def set_look(self) -> None:
        """Take the colours and sizes that are in force now."""
        self.list_pane.set_look(self._looks.theme, self._looks.pixels)
        self.card.set_look(self._looks.theme, self._looks.pixels)

    @property
    def _asked(self) -> Wanted:
        filters = self.list_pane.filters
        return Wanted(filters.query, filters.trash)

    def _connect_session(self) -> None:
        session = self._session
        session.changed.connect(self._on_changed)
        session.changed_elsewhere.connect(self._on_changed_elsewhere)
        session.saver.stored.connect(self.card.confirm)
        self.card.save_wanted.connect(session.saver.put)
        reading = self.reading
        reading.listed.connect(self._on_listed)
        reading.more_listed.connect(self._on_more_listed)
        reading.page_read.connect(self._on_page_read)
        reading.page_gone.connect(self._on_page_gone)

    def _connect_panes(self) -> None:
        rows = self.list_pane
        rows.query_changed.connect(self._on_query_changed)
        rows.rows_wanted.connect(self._on_rows_wanted)
        rows.line_chosen.connect(self._on_line_chosen)
        rows.go_wanted.connect(self._on_go_wanted)
        rows.write_wanted.connect(self._on_write_wanted)
        self.wishes.go_wanted.connect(self._on_go_wanted)
        self.wishes.leaving.connect(self._on_leaving)
        self.wishes.acts.trash_changed.connect(self.refresh)

    def _show_entry(self, entry_id: str, scrolled: int = 0) -> None:
        self._walk.stop()
        self._wanted, self._scrolled = entry_id, scrolled
        self.reading.drop_page()
        if self.card.entry_id != entry_id:
            self._read(entry_id)
        self.list_pane.mark_current(entry_id)

    def _read(self, entry_id: str) -> None:
        """Show a line of the trash at once; read the page of an entry."""
        model = self.list_pane.model
        line = model.entry_at(model.place_of(entry_id))
        if isinstance(line, RemovedLine):
            self.card.show_removed(line)
        else:
            self.reading.read_page(entry_id)

    @Slot(object)
    def _on_query_changed(self, _query: NotebookQuery) -> None:
        self.reading.read_list(self._asked)

    @Slot(object, int)
    def _on_rows_wanted(self, after: Line, limit: int) -> None:
        self.reading.read_more(self._asked, after, limit)

    @Slot(object)
    def _on_listed(self, listing: Listing) -> None:
        rows = self.list_pane
        narrowed, self._narrowed = self._narrowed, rows.filters.narrowed
        # What was found by a filter is still in view when the filter goes.
        seek = not rows.model.loaded or (narrowed and not self._narrowed)
        rows.filters.show_counts(listing.counts)
        tags = [one.tag for one in listing.counts.tags]
        self.wishes.known_tags = tuple(tags)
        if listing.fresh or seek:
            rows.show_query(listing.rows, count=listing.many, current=self._wanted, seek=seek)
        else:
            rows.show_rows(listing.rows, count=listing.many, current=self._wanted)
        self._show_some_page(listing)

    def _show_some_page(self, listing: Listing) -> None:
        """Keep to the entry that is shown, else show the first one, else say why there is none."""
        trash = listing.wanted.trash
        shown = self.card.removed_line is not None
        listed = self.list_pane.model.place_of(self._wanted) >= 0
        if not listing.rows and (trash or shown or not self.card.entry_id):
            self._wanted = ""
            narrowed = self.list_pane.filters.narrowed
            key = "notebook.nothing" if narrowed else "notebook.welcome"
            self.card.show_blank(self._messages("notebook.welcome.trash" if trash else key))
        elif listing.rows and (not self._wanted or (not listed and (trash or shown))):
            self._show_entry(listing.rows[0].id)

    @Slot(object, bool)
    def _on_more_listed(self, rows: Sequence[Line], complete: bool) -> None:
        self.list_pane.append(rows, complete=complete)

    @Slot(object)
    def _on_page_read(self, page: NotebookPage) -> None:
        other = page.entry.id != self.card.entry_id
        self._wanted = page.entry.id
        self.card.show_page(page)
        self.card.show_unsaved(self._session.saver.unsaved)
        if other and self._scrolled:
            self.card.scroll_to(self._scrolled)
        self._scrolled = 0

    @Slot(str)
    def _on_page_gone(self, entry_id: str) -> None:
        if self._wanted != entry_id:
            return
        neighbour = self.list_pane.neighbour_of(entry_id)
        self._wanted = ""
        if neighbour:
            self._show_entry(neighbour)
        else:
            self.card.show_blank("")
            self.refresh()

    @Slot(str)
    def _on_line_chosen(self, entry_id: str) -> None:
        # Someone who walks down the list with a key held does not want each page.
        self.reading.drop_page()
        self._wanted, self._scrolled = entry_id, 0
        self._walk.start()

    @Slot()
    def _on_walked(self) -> None:
        self._read(self._wanted)

    @Slot(str)
    def _on_go_wanted(self, entry_id: str) -> None:
        """Go to where an entry stands; of the trash, bring it back."""
        model = self.list_pane.model
        line = model.entry_at(model.place_of(entry_id))
        if isinstance(line, RemovedLine):
            self.wishes.restore()
            return
        entry: NotebookEntry | None = line or self.card.entry
        if entry is not None:
            self._show_entry(entry.id)
            self.entry_wanted.emit(entry)

    @Slot()
    def _on_write_wanted(self) -> None:
        if self._wanted and self.card.entry_id == self._wanted:
            self.card.write()
        elif not self.list_pane.filters.trash:
            self.card.write_soon()

    @Slot(str)
    def _on_leaving(self, neighbour: str) -> None:
        """Go on to another line before the one that is shown leaves the list."""
        if neighbour:
            self._show_entry(neighbour)
        else:
            self._wanted = ""
            self.card.show_blank("")

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        self._stale = True
        if not self._shown:
            return
        if changes.annotations or changes.terms:
            self.refresh()
        else:
            # While many articles are understood one after another, once is enough.
            self._settle.start()

    @Slot()
    def _on_changed_elsewhere(self) -> None:
        self._stale = True
        if self._shown:
            self._settle.start()


def _timer(milliseconds: int, slot: object, parent: QObject) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(slot)
    return timer
