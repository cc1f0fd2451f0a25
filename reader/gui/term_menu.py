"""The menu of a term, the same over the article and in the list beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.gui.glossary.dots import category_icon
from reader.model.understanding import CATEGORIES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from reader.model.terms import ArticleTerm
    from reader.presentation.messages import Messages
    from reader.presentation.theme import Theme


class TermAct(NamedTuple):
    """What is wanted of a term: ``name`` of the act, and a category or form where it needs one.

    The names are card, next, previous, hide, category, merge, part, forget and copy.
    """

    name: str
    term_id: str
    detail: str = ""


def fill_term_menu(
    menu: QMenu, term: ArticleTerm, messages: Messages, *, theme: Theme, form: str = ""
) -> None:
    """Put what can be done with a term into a menu; every action has a TermAct.

    ``form`` is the word that was pointed at: an alias among them can be parted at once.
    """
    say = messages
    _add(menu, say("terms.card.open") + "\tAlt+Enter", TermAct("card", term.id))
    if len(term.occurrences) > 1:
        _add(menu, say("window.action.next_place") + "\tF3", TermAct("next", term.id))
        _add(menu, say("window.action.previous_place") + "\tShift+F3", TermAct("previous", term.id))
    menu.addSeparator()
    _add_categories(menu.addMenu(say("terms.category")), term, messages, theme)
    _add(menu, say("terms.merge"), TermAct("merge", term.id))
    _add_aliases(menu, term, messages, form)
    act = "forget" if term.own else "hide"
    _add(menu, say("terms.forget" if term.own else "terms.hide"), TermAct(act, term.id))
    menu.addSeparator()
    _add(menu, say("window.copy"), TermAct("copy", term.id, form or term.text))


def add_category_choice(menu: QMenu, messages: Messages, theme: Theme) -> None:
    """Put the six categories into a menu; the data of an action is the category."""
    for category in CATEGORIES:
        action = menu.addAction(
            category_icon(category, theme), messages(f"window.category.{category}")
        )
        action.setData(category)


def _add_categories(menu: QMenu, term: ArticleTerm, messages: Messages, theme: Theme) -> None:
    add_category_choice(menu, messages, theme)
    for action in menu.actions():
        category = str(action.data())
        action.setData(TermAct("category", term.id, category))
        if category == term.category:
            # Beside a dot Qt has no room for a tick of its own.
            action.setText(f"{action.text()}\t✓")


def _add_aliases(menu: QMenu, term: ArticleTerm, messages: Messages, form: str) -> None:
    """Offer to part an alias: the one pointed at, or any of them."""
    if form in term.aliases:
        words = messages("terms.part.this", form=form)
        _add(menu, words, TermAct("part", term.id, form))
    elif term.aliases:
        below = menu.addMenu(messages("terms.part"))
        for alias in term.aliases:
            _add(below, alias, TermAct("part", term.id, alias))


def _add(menu: QMenu, words: str, act: TermAct) -> None:
    # An ampersand would make a letter of the reader's words a key of the menu.
    menu.addAction(words.replace("&", "&&")).setData(act)
