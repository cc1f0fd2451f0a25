"""What the reader does with a term, written off the GUI thread, each with a notice that undoes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.gui.undoing import Done, Undoing
    from reader.model.changes import Changes
    from reader.model.glossary import TermCard
    from reader.model.understanding import Category
    from reader.presentation.messages import Messages
    from reader.services.desk import Desk

    Work = Callable[[Desk], Changes]

_SHORT = 24


class GlossaryActs(QObject):
    """Turns wishes into writes on the library.

    ``merged(id, into)`` and ``forgotten(id)`` when a term is gone from the list by that.
    """

    merged = Signal(str, str)
    forgotten = Signal(str)

    def __init__(self, undoing: Undoing, messages: Messages, *, parent: QObject) -> None:
        super().__init__(parent)
        self._undoing = undoing
        self._messages = messages

    def hide(self, card: TermCard) -> None:
        """Take a term out of the glossary and out of the articles; it can be brought back."""
        words = self._messages("glossary.done.hidden", form=_short(card.entry.text))
        self._do(partial(_hide, card.entry.id), words)

    def show(self, card: TermCard) -> None:
        """Bring a hidden term back."""
        words = self._messages("glossary.done.shown", form=_short(card.entry.text))
        self._do(partial(_show, card.entry.id), words)

    def set_category(self, card: TermCard, category: Category) -> None:
        """Say what kind of thing a term is."""
        if category != card.entry.category:
            name = self._messages(f"window.category.{category}")
            words = self._messages("glossary.done.category", category=name)
            self._do(partial(_set_category, card.entry.id, category), words)

    def correct(self, card: TermCard, form: str, reading: str) -> None:
        """Correct the form and the reading of a term."""
        entry = card.entry
        if reading != entry.reading:
            words = self._messages("glossary.done.reading")
            self._do(partial(_set_reading, entry.id, reading), words)
        if form and form != entry.text:
            words = self._messages("glossary.done.form", form=_short(form))
            self._do(partial(_set_form, entry.id, form), words)

    def add_alias(self, card: TermCard, form: str) -> None:
        """Say that another form means the same."""
        words = self._messages("glossary.done.alias_added", form=_short(form))
        self._do(partial(_add_alias, card.entry.id, form), words)

    def remove_alias(self, card: TermCard, form: str) -> None:
        """Say that a form does not mean the same."""
        words = self._messages("glossary.done.alias_removed", form=_short(form))
        self._do(partial(_remove_alias, card.entry.id, form), words)

    def restore_alias(self, card: TermCard, form: str) -> None:
        """Take back that a form does not mean the same."""
        words = self._messages("glossary.done.alias_restored", form=_short(form))
        self._do(partial(_restore_alias, card.entry.id, form), words)

    def merge(self, card: TermCard, into: str, into_form: str) -> None:
        """Make a term one with another, which stays."""
        entry = card.entry
        words = self._messages(
            "glossary.done.merged", form=_short(entry.text), into=_short(into_form)
        )
        self._do(partial(_merge, entry.id, into), words, partial(self.merged.emit, entry.id, into))

    def part(self, term_id: str, form: str) -> None:
        """Make a term that was merged into another one stand by itself again."""
        words = self._messages("glossary.done.parted", form=_short(form))
        self._do(partial(_part, term_id), words)

    def forget(self, card: TermCard) -> None:
        """Take away a term that the reader made."""
        entry = card.entry
        words = self._messages("glossary.done.forgotten", form=_short(entry.text))
        self._do(partial(_forget, entry.id), words, partial(self.forgotten.emit, entry.id))

    def _do(self, work: Work, words: str, then: Callable[[], None] | None = None) -> None:
        self._undoing.do(work, partial(self._on_done, words, then))

    def _on_done(self, words: str, then: Callable[[], None] | None, done: Done) -> None:
        self._undoing.tell(words, done)
        if then is not None:
            then()


def _short(form: str) -> str:
    return form if len(form) <= _SHORT else form[:_SHORT] + "…"


def _hide(term_id: str, desk: Desk) -> Changes:
    return desk.glossary.hide(term_id)


def _show(term_id: str, desk: Desk) -> Changes:
    return desk.glossary.show(term_id)


def _set_category(term_id: str, category: Category, desk: Desk) -> Changes:
    return desk.glossary.set_category(term_id, category)


def _set_form(term_id: str, form: str, desk: Desk) -> Changes:
    return desk.glossary.set_form(term_id, form)


def _set_reading(term_id: str, reading: str, desk: Desk) -> Changes:
    return desk.glossary.set_reading(term_id, reading)


def _add_alias(term_id: str, form: str, desk: Desk) -> Changes:
    return desk.glossary.add_alias(term_id, form)


def _remove_alias(term_id: str, form: str, desk: Desk) -> Changes:
    return desk.glossary.remove_alias(term_id, form)


def _restore_alias(term_id: str, form: str, desk: Desk) -> Changes:
    return desk.glossary.restore_alias(term_id, form)


def _merge(term_id: str, into: str, desk: Desk) -> Changes:
    return desk.glossary.merge(term_id, into=into)


def _part(term_id: str, desk: Desk) -> Changes:
    return desk.glossary.part(term_id)


def _forget(term_id: str, desk: Desk) -> Changes:
    return desk.glossary.forget(term_id)
