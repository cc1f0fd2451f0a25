"""The menu over the article: what can be done with what is under the pointer or at the caret."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from reader.gui.article_pane.swatches import swatch_icon
from reader.gui.term_menu import TermAct, add_category_choice, fill_term_menu
from reader.model.annotations import HIGHLIGHT_COLORS
from reader.presentation.marks import short_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.model.annotations import Highlight
    from reader.model.blocks import Block
    from reader.model.terms import ArticleTerm
    from reader.presentation.messages import Messages
    from reader.presentation.theme import Theme


class Wish(NamedTuple):
    """What an action of the menu is for, beside those of a term: a name, and what it needs.

    The names are copy, highlight, note, term, watch, recolor, show, remove, extend, split, merge
    and block; ``mark`` is the highlight that it is about.
    """

    name: str
    detail: str = ""
    mark: Highlight | None = None


class Meant(NamedTuple):
    """What a menu is about: a selection, a term and its word, a highlight, a line, all or none.

    ``elsewhere`` is the id of a term that only other articles know; ``mergeable`` is how many
    highlights can be joined, ``split_at`` where the caret parts one.
    """

    selected: bool = False
    term: ArticleTerm | None = None
    form: str = ""
    elsewhere: str = ""
    marks: tuple[Highlight, ...] = ()
    block: Block | None = None
    mergeable: int = 0
    split_at: int = -1


class ArticleMenu(QMenu):
    """A menu that is made for one place and goes when it is closed."""

    def __init__(self, meant: Meant, messages: Messages, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._say = messages
        self._theme = theme
        if meant.selected:
            self._add_selection()
        elif meant.term is not None:
            fill_term_menu(self, meant.term, messages, theme=theme, form=meant.form)
        elif meant.elsewhere:
            self._add("terms.card.open", TermAct("card", meant.elsewhere), keys="Alt+Enter")
            self._add("window.copy", TermAct("copy", meant.elsewhere, meant.form))
        if meant.marks:
            self._add_marks(meant)
        if meant.block is not None and not meant.selected:
            self._add_block(meant.block)

    def _add_selection(self) -> None:
        self._add("window.copy", Wish("copy"), keys="Ctrl+C")
        self.addSeparator()
        self._add_colors(self, "highlight")
        self._add("terms.note", Wish("note"), keys="N")
        self.addSeparator()
        below = self.addMenu(self._say("terms.make"))
        add_category_choice(below, self._say, self._theme)
        for action in below.actions():
            action.setData(Wish("term", str(action.data())))
        self._add("terms.watch.make", Wish("watch"), keys="W")

    def _add_marks(self, meant: Meant) -> None:
        """Offer what can be done with a highlight, or with each of several by its words."""
        if not self.isEmpty():
            self.addSeparator()
        if len(meant.marks) == 1:
            self._add_mark(self, meant.marks[0], meant)
        else:
            for mark in meant.marks:
                icon = swatch_icon(mark.color, self._theme)
                below = self.addMenu(icon, self._say("marking.words", text=short_words(mark)))
                self._add_mark(below, mark, meant)
        if meant.mergeable > 1:
            self._add("marking.merge", Wish("merge"), keys="M", count=meant.mergeable)

    def _add_mark(self, menu: QMenu, mark: Highlight, meant: Meant) -> None:
        selected = meant.selected
        if not selected:
            self._add_colors(menu.addMenu(self._say("terms.highlight.color")), "recolor", mark)
        self._add("window.highlight.note", Wish("show", mark=mark), menu=menu)
        key = "marking.extend" if selected else "marking.hold"
        self._add(key, Wish("extend", mark=mark), keys="E", menu=menu)
        if not selected and mark.start < meant.split_at < mark.end:
            self._add("marking.split", Wish("split", mark=mark), keys="S", menu=menu)
        keys = "" if selected else "Delete"
        self._add("window.highlight.remove", Wish("remove", mark=mark), keys=keys, menu=menu)

    def _add_block(self, block: Block) -> None:
        self.addSeparator()
        if block.kind != "heading":
            self._add("terms.block.heading", Wish("block", "heading"))
        if block.kind != "paragraph":
            self._add("terms.block.paragraph", Wish("block", "paragraph"))

    def _add_colors(self, menu: QMenu, name: str, mark: Highlight | None = None) -> None:
        for color in HIGHLIGHT_COLORS:
            words = self._say(f"window.color.{color}")
            action = menu.addAction(swatch_icon(color, self._theme), words)
            action.setData(Wish(name, color, mark))

    def _add(
        self,
        key: str,
        wish: Wish | TermAct,
        *,
        keys: str = "",
        menu: QMenu | None = None,
        **details: object,
    ) -> None:
        words = self._say(key, **details)
        (menu or self).addAction(f"{words}\t{keys}" if keys else words).setData(wish)
