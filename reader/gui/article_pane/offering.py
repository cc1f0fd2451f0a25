"""Offers what can be done at a place of the article, and tells what was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from reader.gui.article_pane.menus import ArticleMenu, Meant, Wish
from reader.gui.term_menu import TermAct, add_category_choice
from reader.presentation.marks import marks_at, marks_of

if TYPE_CHECKING:
    from reader.gui.article_pane.pane import ArticlePane
    from reader.model.annotations import Highlight
    from reader.model.blocks import Block
    from reader.model.known import KnownArticle
    from reader.presentation.article_page import TermPlace
    from reader.presentation.messages import Messages


class Offers(QObject):
    """The menus of an article pane, made when the first of them is asked for."""

    def __init__(self, pane: ArticlePane, messages: Messages) -> None:
        super().__init__(pane)
        self._pane = pane
        self._say = messages
        self._meant = Meant()
        self._line = 0

    def open_at(self, point: QPoint) -> None:
        """Open the menu of what is under a point of the viewport."""
        view = self._pane.view
        offset = view.offset_at(point)
        term = view.gestures.term_under(point)
        self._open(offset, term, view.viewport().mapToGlobal(point))

    def open_at_caret(self) -> None:
        """Open the menu of what is selected, or of the term or line that the caret is in."""
        view = self._pane.view
        caret = view.caret_offset()
        at = view.viewport().mapToGlobal(view.cursorRect().bottomLeft())
        self._open(caret, view.terms.near(caret), at)

    def choose_category(self) -> None:
        """Ask what kind of term the selected words are."""
        view = self._pane.view
        if view.selected_range() is None:
            return
        menu = QMenu(self._pane)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self._say("terms.make"))
        add_category_choice(menu, self._say, self._pane.theme)
        for action in menu.actions():
            action.setData(Wish("term", str(action.data())))
        menu.triggered.connect(self._on_triggered)
        self._pop_up(menu, view.viewport().mapToGlobal(view.selection_rectangle().bottomLeft()))

    def _open(self, offset: int | None, place: TermPlace | None, at: QPoint) -> None:
        pane, known = self._pane, self._pane.known
        if known is None or offset is None:
            return
        selected = pane.view.selected_range() is not None
        block = _block_at(known, offset)
        self._line = known.revision.text.rfind("\n", 0, block.start) + 1 if block else 0
        form = known.revision.text[place.start : place.end] if place else ""
        term = pane.terms.term(place.term_id) if place else None
        self._meant = Meant(
            selected=selected,
            term=term,
            form=form,
            elsewhere=place.term_id if place and term is None else "",
            marks=self._marks_at(offset),
            block=block if block is not None and block.kind != "title" else None,
            mergeable=len(pane.editing.meant_marks()),
            split_at=pane.view.caret_offset(),
        )
        menu = ArticleMenu(self._meant, self._say, pane.theme, pane)
        menu.triggered.connect(self._on_triggered)
        if menu.isEmpty():
            menu.deleteLater()
        else:
            self._pop_up(menu, at)

    def _marks_at(self, offset: int) -> tuple[Highlight, ...]:
        """Return the highlights that a selection has part of, or that are at an offset."""
        known, selected = self._pane.known, self._pane.view.selected_range()
        marks = [mark for mark in known.highlights if mark.state != "lost"] if known else []
        return tuple(marks_of(marks, *selected) if selected else marks_at(marks, offset))

    def _pop_up(self, menu: QMenu, at: QPoint) -> None:
        self._pane.view.gestures.rest()
        self._pane.hide_floating()
        menu.popup(at)
        # By keyboard one goes on with the arrows: the first line is where they begin, unless
        # it would open a menu of its own at once.
        first = menu.actions()[0]
        if first.menu() is None:
            menu.setActiveAction(first)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        wish = action.data()
        if isinstance(wish, TermAct):
            self._pane.terms.do(wish)
        elif isinstance(wish, Wish):
            self._fulfil(wish)

    def _fulfil(self, wish: Wish) -> None:
        pane = self._pane
        if wish.name == "copy":
            words = pane.view.textCursor().selection().toPlainText()
            QGuiApplication.clipboard().setText(words)
        elif wish.name == "highlight":
            pane.selecting.highlight(wish.detail)
        elif wish.name == "note":
            pane.selecting.note()
        elif wish.name == "term":
            pane.selecting.make_term(wish.detail)
        elif wish.name == "watch":
            pane.selecting.make_watch_point()
        elif wish.name == "block":
            pane.block_asked.emit(self._line, wish.detail)
        elif wish.name == "merge":
            pane.editing.merge()
        elif wish.mark is not None:
            self._change(wish.mark, wish)

    def _change(self, mark: Highlight, wish: Wish) -> None:
        pane = self._pane
        if wish.name == "recolor":
            pane.recolor_wanted.emit(mark.id, wish.detail)
        elif wish.name == "show":
            pane.highlight_chosen.emit(mark.id)
        elif wish.name == "remove":
            pane.remove_wanted.emit(mark.id)
        elif wish.name == "extend":
            pane.editing.extend(mark)
        elif wish.name == "split":
            pane.editing.split(mark)


def _block_at(known: KnownArticle, offset: int) -> Block | None:
    """Return the block that a place of the text is in, or whose line's end it is at."""
    return next(
        (block for block in known.revision.blocks if block.start <= offset <= block.end), None
    )
