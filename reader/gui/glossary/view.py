"""The glossary of the window: its list and its card, what they ask for and what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal, Slot
from PySide6.QtWidgets import QMenu

from reader.gui.glossary.card_page import CardPage
from reader.gui.glossary.list_pane import GlossaryList
from reader.gui.glossary.reading import CardAnswer, GlossaryReading, Listing
from reader.gui.glossary.trail import CardPlace
from reader.gui.glossary.wishes import Wishes
from reader.gui.notes.aids import NoteAids

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.gui.looks import Looks
    from reader.gui.session import Session
    from reader.gui.undoing import Undoing
    from reader.model.changes import Changes
    from reader.model.glossary import GlossaryEntry, GlossaryQuery, Occurrence
    from reader.presentation.messages import Messages

_WALKING = 70
_SETTLED = 350


class GlossaryView(QObject):
    """Joins the list and the card of the glossary with the library.

    ``passage_wanted(article, start, end)`` when the reader goes to a place in an article,
    ``card_left(CardPlace)`` when a card leads to another one.
    """

    passage_wanted = Signal(str, int, int)
    card_left = Signal(object)

    def __init__(
        self,
        session: Session,
        looks: Looks,
        messages: Messages,
        *,
        undoing: Undoing,
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
        self.list_pane = GlossaryList(looks.theme, messages, pixels=looks.pixels)
        self.card = CardPage(looks.theme, messages, NoteAids(session, self), pixels=looks.pixels)
        self.reading = GlossaryReading(session, self)
        self.wishes = Wishes(self.card, session, messages, looks=looks, undoing=undoing)
        self._walk = _timer(_WALKING, self._on_walked, self)
        self._settle = _timer(_SETTLED, self._on_settled, self)
        self._connect_session()
        self._connect_panes()

    def show(self) -> None:
        """Bring up to date what may have changed while the glossary was not to be seen."""
        self._shown = True
        if self._stale:
            self.refresh()

    def leave(self) -> None:
        """Learn that the glossary is not to be seen; words that were typed are saved."""
        self._shown = False
        self.card.hand_over()

    def show_card(self, term_id: str) -> None:
        """Show the card of a term from its top."""
        self.return_to(CardPlace(term_id, ""))

    def return_to(self, place: CardPlace) -> None:
        """Show a card again as it was; one that is shown still has not moved."""
        self._walk.stop()
        self._wanted, self._scrolled = place.term_id, place.scrolled
        self.reading.drop_card()
        if self.card.term_id != place.term_id:
            self.reading.read_card(place.term_id, contexts=place.contexts)
        self.list_pane.mark_current(place.term_id)

    def step(self, by: int) -> None:
        """Go ``by`` lines down in the list, or up."""
        self.list_pane.step(by)

    def search(self) -> None:
        """Give the keyboard to the box above the list."""
        self.list_pane.filters.box.setFocus()
        self.list_pane.filters.box.selectAll()

    def refresh(self) -> None:
        """Read anew what is shown, as far as it was."""
        self._stale = False
        self._settle.stop()
        rows = self.list_pane
        self.reading.read_list(rows.filters.query, limit=rows.reach, fresh=False)
        if self.card.term_id and self._wanted == self.card.term_id:
            self.reading.read_card(self._wanted, contexts=self.card.contexts.many)

    def set_look(self) -> None:
        """Take the colours and sizes that are in force now."""
        self.list_pane.set_look(self._looks.theme, self._looks.pixels)
        self.card.set_look(self._looks.theme, self._looks.pixels)

    def _connect_session(self) -> None:
        session = self._session
        session.changed.connect(self._on_changed)
        session.changed_elsewhere.connect(self._on_changed_elsewhere)
        session.saver.stored.connect(self.card.confirm)
        self.card.save_wanted.connect(session.saver.put)
        reading = self.reading
        reading.listed.connect(self._on_listed)
        reading.more_listed.connect(self._on_more_listed)
        reading.card_read.connect(self._on_card_read)
        reading.card_gone.connect(self._on_card_gone)
        reading.more_contexts_read.connect(self._on_more_contexts_read)

    def _connect_panes(self) -> None:
        rows, card = self.list_pane, self.card
        rows.query_changed.connect(self._on_query_changed)
        rows.rows_wanted.connect(self._on_rows_wanted)
        rows.term_chosen.connect(self._on_term_chosen)
        rows.card_wanted.connect(card.focus_card)
        rows.menu_wanted.connect(self._on_menu_wanted)
        rows.edit_wanted.connect(self._on_edit_wanted)
        rows.hide_wanted.connect(self._on_hide_wanted)
        card.passage_wanted.connect(self.passage_wanted)
        card.term_wanted.connect(self._on_term_wanted)
        card.contexts_wanted.connect(self._on_contexts_wanted)
        card.act_wanted.connect(self.wishes.do)
        card.category_wanted.connect(self.wishes.set_category)
        self.wishes.leaving.connect(self._on_leaving)
        self.wishes.acts.merged.connect(self._on_merged)
        self.wishes.acts.forgotten.connect(self._on_forgotten)

    @Slot(object)
    def _on_query_changed(self, query: GlossaryQuery) -> None:
        self.reading.read_list(query)

    @Slot(object, int)
    def _on_rows_wanted(self, after: GlossaryEntry, limit: int) -> None:
        self.reading.read_more(self.list_pane.filters.query, after, limit)

    @Slot(object)
    def _on_listed(self, listing: Listing) -> None:
        rows = self.list_pane
        narrowed, self._narrowed = self._narrowed, rows.filters.narrowed
        # What was found by a filter is still in view when the filter goes.
        seek = not rows.model.loaded or (narrowed and not self._narrowed)
        if listing.fresh or seek:
            rows.show_query(listing.rows, count=listing.many, current=self._wanted, seek=seek)
        else:
            rows.show_rows(listing.rows, count=listing.many, current=self._wanted)
        if not listing.rows and not self._wanted:
            words = "glossary.nothing" if rows.filters.narrowed else "glossary.welcome"
            self.card.show_blank(self._messages(words))
        elif not self._wanted:
            self.show_card(listing.rows[0].id)

    @Slot(object, bool)
    def _on_more_listed(self, rows: Sequence[GlossaryEntry], complete: bool) -> None:
        self.list_pane.append(rows, complete=complete)

    @Slot(object)
    def _on_card_read(self, answer: CardAnswer) -> None:
        other = answer.card.entry.id != self.card.term_id
        self._wanted = answer.card.entry.id
        self.card.show_card(answer.card, answer.occurrences, complete=answer.complete)
        self.card.show_unsaved(self._session.saver.unsaved)
        if other:
            self.card.scroll_to(self._scrolled)
        self._scrolled = 0

    @Slot(str)
    def _on_card_gone(self, term_id: str) -> None:
        if self._wanted == term_id:
            self._leave_card(term_id)

    def _leave_card(self, term_id: str) -> None:
        """Show another card than one whose term is gone."""
        neighbour = self.list_pane.neighbour_of(term_id)
        self._wanted = ""
        if neighbour:
            self.show_card(neighbour)
        else:
            self.card.show_blank("")
            self.refresh()

    @Slot(object, bool)
    def _on_more_contexts_read(self, occurrences: Sequence[Occurrence], complete: bool) -> None:
        self.card.append(occurrences, complete=complete)

    @Slot(object)
    def _on_contexts_wanted(self, after: Occurrence) -> None:
        self.reading.read_contexts(self.card.term_id, after)

    @Slot(str)
    def _on_term_chosen(self, term_id: str) -> None:
        # Someone who walks down the list with a key held does not want each card.
        self.reading.drop_card()
        self._wanted, self._scrolled = term_id, 0
        self._walk.start()

    @Slot()
    def _on_walked(self) -> None:
        self.reading.read_card(self._wanted)

    @Slot(str)
    def _on_term_wanted(self, term_id: str) -> None:
        """Go from a card to that of another term."""
        self.card_left.emit(self.card.place)
        self.show_card(term_id)

    @Slot(object)
    def _on_menu_wanted(self, position: QPoint) -> None:
        if self.card.card is None or self.card.term_id != self.list_pane.current_id():
            return
        menu = self.card.head.more.menu()
        assert isinstance(menu, QMenu)
        menu.popup(position)

    @Slot()
    def _on_edit_wanted(self) -> None:
        if self.card.term_id == self.list_pane.current_id():
            self.wishes.do("edit")

    @Slot()
    def _on_hide_wanted(self) -> None:
        if self.card.term_id == self.list_pane.current_id():
            self.wishes.put_away()

    @Slot(str)
    def _on_leaving(self, term_id: str) -> None:
        """Go on to the next term of the list before the one that is shown leaves it."""
        neighbour = self.list_pane.neighbour_of(term_id)
        if neighbour:
            self.show_card(neighbour)

    @Slot(str, str)
    def _on_merged(self, _term_id: str, into: str) -> None:
        self.show_card(into)

    @Slot(str)
    def _on_forgotten(self, term_id: str) -> None:
        if self._wanted == term_id:
            self._leave_card(term_id)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        self._stale = True
        said = changes.terms or changes.content or changes.added or changes.removed
        if not self._shown or not said:
            # What else is written (notes, statuses) shows nowhere here but in its own editor.
            return
        if changes.terms:
            self.refresh()
        else:
            # While many articles are understood one after another, once is enough.
            self._settle.start()

    @Slot()
    def _on_changed_elsewhere(self) -> None:
        self._stale = True
        if self._shown:
            self._settle.start()

    @Slot()
    def _on_settled(self) -> None:
        if self._shown:
            self.refresh()


def _timer(milliseconds: int, slot: object, parent: QObject) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(slot)
    return timer
