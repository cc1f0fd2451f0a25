"""The terms on the page of an article: which are set off, their card, and from place to place."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Slot
from PySide6.QtGui import QCursor, QGuiApplication

from reader.presentation.emphasis import elsewhere_places, next_place, places_of, tones

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.gui.article_pane.hover_card import HoverCard
    from reader.gui.article_pane.pane import ArticlePane
    from reader.gui.term_menu import TermAct
    from reader.model.glossary import ElsewhereTerm
    from reader.model.known import KnownArticle
    from reader.model.terms import ArticleTerm
    from reader.presentation.article_page import TermPlace
    from reader.presentation.messages import Messages
    from reader.system.settings import Settings


class ArticleTerms(QObject):
    """Made by its pane when the first term is pointed at, or the settings ask for more."""

    def __init__(self, pane: ArticlePane, messages: Messages) -> None:
        super().__init__(pane)
        self._pane = pane
        self._view = pane.view
        self._messages = messages
        self._elsewhere: Sequence[ElsewhereTerm] = ()
        self._current = ""
        view = self._view
        view.term_hovered.connect(self._on_hovered)
        view.term_clicked.connect(self._on_clicked)
        view.card_key_pressed.connect(pane.term_card_asked)
        view.selectionChanged.connect(self._on_selection_changed)

    @cached_property
    def card(self) -> HoverCard:
        """Return the card that says what a term means."""
        from reader.gui.article_pane.hover_card import HoverCard

        card = HoverCard(self._messages, self._pane)
        card.chosen.connect(self._pane.term_card_asked)
        return card

    def forget(self) -> None:
        """Begin with another article."""
        self._elsewhere = ()
        self._current = ""

    def places(self, known: KnownArticle, settings: Settings) -> Sequence[TermPlace]:
        """Return the places to lay an article out with."""
        return places_of(known, settings.terms_shown, settings.categories_off)

    def apply(self, known: KnownArticle, drawn: Sequence[TermPlace], settings: Settings) -> None:
        """Set off what the settings ask for, on a page that was laid out with ``drawn``."""
        wanted = self.places(known, settings)
        elsewhere = [
            one
            for one in self._elsewhere
            if settings.elsewhere_shown and one.category not in settings.categories_off
        ]
        over = tones(
            known,
            drawn,
            wanted,
            elsewhere=elsewhere,
            attributions=settings.attributions_shown,
        )
        self._view.set_tones(elsewhere_places(elsewhere, wanted), over)

    def set_elsewhere(self, terms: Sequence[ElsewhereTerm]) -> None:
        """Learn the terms that only other articles know."""
        self._elsewhere = terms

    def term(self, term_id: str) -> ArticleTerm | None:
        """Return a term of the article by its id, or None."""
        known = self._pane.known
        return next((term for term in known.terms if term.id == term_id), None) if known else None

    def show(self, term_id: str, start: int) -> None:
        """Show the card of a term beside one of its places."""
        self._current = term_id
        place = self._view.rectangle_of(start)
        self._show_card(term_id, place)

    def step(self, by: int, term_id: str = "") -> None:
        """Go to the next (1) or previous (-1) place of a term.

        Without an id it is the term at the caret, or the one that was shown last.
        """
        near = self._view.terms.near(self._view.caret_offset())
        term = self.term(term_id or (near.term_id if near else self._current))
        # The caret may stand behind its place: from there that one is not the previous.
        caret = near.start if near else self._view.caret_offset()
        found = next_place(term.occurrences, caret, by=by) if term else None
        if term is not None and found is not None:
            self._pane.go_to(*found)
            self.show(term.id, found[0])

    def do(self, act: TermAct) -> None:
        """Do what a menu asks of a term, or pass it on."""
        if act.name == "card":
            self._pane.term_card_asked.emit(act.term_id)
        elif act.name in {"next", "previous"}:
            self.step(1 if act.name == "next" else -1, act.term_id)
        elif act.name == "copy":
            QGuiApplication.clipboard().setText(act.detail)
        else:
            self._pane.term_act_asked.emit(*act)

    def _show_card(self, term_id: str, place: QRect) -> None:
        """Show the card of a term beside a place of the viewport."""
        corner = self._view.viewport().mapTo(self._pane, place.topLeft())
        beside = QRect(corner, place.size())
        term = self.term(term_id)
        if term is not None:
            self.card.show_term(term, beside)
            self._pane.details_asked.emit(term_id)
            return
        for one in self._elsewhere:
            if one.term_id == term_id:
                self.card.show_elsewhere(one, beside)
                return

    @Slot(str, QRect)
    def _on_hovered(self, term_id: str, beside: QRect) -> None:
        if term_id:
            self._show_card(term_id, beside)
        elif self.card.isVisible():
            self.card.linger(self._pane.mapFromGlobal(QCursor.pos()))

    @Slot(str, int)
    def _on_clicked(self, term_id: str, offset: int) -> None:
        if self.term(term_id) is None:
            self._pane.term_card_asked.emit(term_id)
            return
        self._pane.term_chosen.emit(term_id)
        self.show(term_id, offset)

    @Slot()
    def _on_selection_changed(self) -> None:
        if "card" in self.__dict__ and not self._view.textCursor().hasSelection():
            self.card.hide()
