"""What is wanted of the term whose card is shown: done at once, or after a dialog."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot

from reader.gui.glossary.acts import GlossaryActs

if TYPE_CHECKING:
    from reader.gui.glossary.card_page import CardPage
    from reader.gui.looks import Looks
    from reader.gui.session import Session
    from reader.gui.undoing import Undoing
    from reader.model.glossary import TermCard
    from reader.model.understanding import Category
    from reader.presentation.messages import Messages

_LEAVING = ("hide", "show", "forget")


class Wishes(QObject):
    """Does what the card's buttons say. ``leaving(id)`` before a term leaves the list by it."""

    leaving = Signal(str)

    def __init__(
        self,
        card: CardPage,
        session: Session,
        messages: Messages,
        *,
        looks: Looks,
        undoing: Undoing,
    ) -> None:
        super().__init__(card)
        self._page = card
        self._session = session
        self._messages = messages
        self._looks = looks
        self.acts = GlossaryActs(undoing, messages, parent=self)

    @Slot(str, str)
    def do(self, name: str, value: str = "") -> None:
        """Do something with the term whose card is shown; ``value`` is a form or another id."""
        card = self._page.card
        if card is None:
            return
        acts = {
            "hide": partial(self.acts.hide, card),
            "show": partial(self.acts.show, card),
            "forget": partial(self.acts.forget, card),
            "edit": partial(self._open_correct, card),
            "add_alias": partial(self._open_alias, card),
            "merge": partial(self._open_merge, card),
            "remove_alias": partial(self.acts.remove_alias, card, value),
            "restore_alias": partial(self.acts.restore_alias, card, value),
            "part": partial(self._part, card, value),
        }
        self._page.hand_over()
        if name in _LEAVING:
            self.leaving.emit(card.entry.id)
        acts[name]()

    def put_away(self) -> None:
        """Take the term out of the list: forget an own one, hide another, or bring it back."""
        if self._page.card is not None:
            entry = self._page.card.entry
            self.do("forget" if entry.own else "show" if entry.hidden else "hide")

    @Slot(str)
    def set_category(self, category: str) -> None:
        """Say what kind of thing the term is."""
        if self._page.card is not None:
            self.acts.set_category(self._page.card, cast("Category", category))

    def _part(self, card: TermCard, term_id: str) -> None:
        form = next((one.text for one in card.merged if one.id == term_id), "")
        self.acts.part(term_id, form)

    def _open_correct(self, card: TermCard) -> None:
        from reader.gui.glossary.dialogs import CorrectTermDialog

        dialog = CorrectTermDialog(card.entry, self._messages, self._page.window())
        dialog.corrected.connect(partial(self.acts.correct, card))
        dialog.open()

    def _open_alias(self, card: TermCard) -> None:
        from reader.gui.glossary.dialogs import AliasDialog

        dialog = AliasDialog(card.entry, self._messages, self._page.window())
        dialog.added.connect(partial(self.acts.add_alias, card))
        dialog.open()

    def _open_merge(self, card: TermCard) -> None:
        from reader.gui.glossary.merging import MergeDialog

        dialog = MergeDialog(
            card.entry.id,
            card.entry.text,
            session=self._session,
            messages=self._messages,
            looks=self._looks,
            parent=self._page.window(),
        )
        dialog.chosen.connect(partial(self.acts.merge, card))
        dialog.open()
