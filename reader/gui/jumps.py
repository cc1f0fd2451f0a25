"""The ways between list, article and side pane: a click on one goes to the place in another."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.gui.article_pane.pane import ArticlePane
    from reader.gui.list_pane.pane import ListPane
    from reader.gui.session import Session
    from reader.gui.side_pane.pane import SidePane
    from reader.model.known import KnownArticle
    from reader.model.searching import Hit
    from reader.services.desk import Desk


class Jumps(QObject):
    """Goes from hits, cards, terms and marks to their passages and back."""

    def __init__(
        self,
        session: Session,
        list_pane: ListPane,
        article_pane: ArticlePane,
        *,
        side_pane: SidePane,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.list_pane = list_pane
        self.article_pane = article_pane
        self.side_pane = side_pane
        self._pending_hit: Hit | None = None
        self._pending_passage: tuple[str, int, int] | None = None
        self._show_highlight: tuple[str, bool] | None = None
        list_pane.hit_chosen.connect(self._on_hit_chosen)
        article_pane.term_chosen.connect(self._on_term_chosen)
        article_pane.watch_point_chosen.connect(self._on_watch_point_chosen)
        article_pane.highlight_chosen.connect(self._on_highlight_chosen)
        side_pane.point_chosen.connect(self._on_point_chosen)
        side_pane.term_chosen.connect(self._on_term_wanted)
        side_pane.highlight_chosen.connect(self._on_highlight_wanted)
        side_pane.passage_chosen.connect(article_pane.go_to)

    @property
    def known(self) -> KnownArticle | None:
        """Return the article that is open."""
        return self.article_pane.known

    def show_waiting(self) -> None:
        """Go on to what was asked for before the article was there."""
        known = self.known
        if known is None:
            return
        if self._pending_hit is not None and self._pending_hit.article == known.article.id:
            hit, self._pending_hit = self._pending_hit, None
            self._show_hit(hit)
        if self._pending_passage is not None and self._pending_passage[0] == known.article.id:
            (_, start, end), self._pending_passage = self._pending_passage, None
            self._show_passage(start, end)
        if self._show_highlight is not None:
            id_, write = self._show_highlight
            if any(mark.id == id_ for mark in known.highlights):
                self._show_highlight = None
                if write:
                    self.side_pane.show_tab("notes")
                self.side_pane.notes.show_current(id_, write=write)

    def go_to_passage(self, article_id: str, start: int, end: int) -> None:
        """Show a passage of an article, which is opened first if it is not."""
        if self.known is not None and self.known.article.id == article_id:
            self._show_passage(start, end)
            return
        self._pending_passage = article_id, start, end
        self.session.open(article_id)

    def go_back(self, article_id: str, position: int) -> None:
        """Show an article again, the line at ``position`` at the top."""
        self.go_to_passage(article_id, position, position)

    def next_pane(self, by: int) -> None:
        """Give the keyboard to the pane that is ``by`` further to the right."""
        focus = [self.list_pane, self.article_pane, self.side_pane]
        focused = QApplication.focusWidget()
        has = [focused is not None and pane.isAncestorOf(focused) for pane in focus]
        place = (has.index(True) + by) % 3 if True in has else 0
        if place == 0:
            self.list_pane.focus_list()
        elif place == 1:
            self.article_pane.view.setFocus()
        else:
            self.side_pane.focus_tab(self.side_pane.tab)

    @Slot(str, bool)
    def show_highlighted(self, highlight_id: str, with_note: bool) -> None:
        """Show a highlight that was just made, as soon as the article has it."""
        self._show_highlight = (highlight_id, with_note)
        self.show_waiting()

    def _show_term_hit(self, hit: Hit, articles: Sequence[str]) -> None:
        """Show a term in the open article if it is there, else in the newest that uses it."""
        here = self.known.article.id if self.known is not None else ""
        if articles:
            self._go_to_hit(replace(hit, article=here if here in articles else articles[0]))

    def _show_passage(self, start: int, end: int) -> None:
        """Bring a passage into view; one without an extent is a place to come back to."""
        if end > start:
            self.article_pane.go_to(start, end)
        else:
            self.article_pane.view.scroll_to_position(start)

    def _go_to_hit(self, hit: Hit) -> None:
        if self.known is not None and self.known.article.id == hit.article:
            self._show_hit(hit)
            return
        self._pending_hit = hit
        self.session.open(hit.article)

    def _show_hit(self, hit: Hit) -> None:
        known = self.known
        if known is None:
            return
        from reader.presentation.occurrences import occurrences

        query = self.list_pane.search_box.text()
        self.article_pane.mark_found(occurrences(known.revision.text, query))
        if hit.kind == "watch_point":
            self._on_watch_point_chosen(hit.id)
            self._on_point_chosen(hit.id)
        elif hit.kind == "note":
            self.side_pane.show_tab("notes")
        elif hit.kind == "term":
            self._on_term_chosen(hit.id)
            self._on_term_wanted(hit.id)
        elif hit.position:
            self.article_pane.go_to(hit.position, hit.position + 1)

    @Slot(object)
    def _on_hit_chosen(self, hit: Hit) -> None:
        if hit.kind == "term":
            self.session.read(partial(_users_of_term, hit.id), partial(self._show_term_hit, hit))
        elif hit.article:
            self._go_to_hit(hit)

    @Slot(str)
    def _on_term_chosen(self, term_id: str) -> None:
        self.side_pane.show_tab("terms")
        self.side_pane.terms.show_current(term_id)

    @Slot(str)
    def _on_term_wanted(self, term_id: str) -> None:
        """Go to the next place of a term behind the caret, from the last to the first."""
        known = self.known
        places = [one.occurrences for one in known.terms if one.id == term_id] if known else []
        if not places or not places[0]:
            return
        caret = self.article_pane.view.caret_offset()
        behind = [place for place in places[0] if place[0] > caret]
        start, end = behind[0] if behind else places[0][0]
        self.article_pane.go_to(start, end)
        self.article_pane.show_term(term_id, start)

    @Slot(str)
    def _on_watch_point_chosen(self, point_id: str) -> None:
        self.side_pane.show_tab("watch")
        self.side_pane.watch.show_current(point_id)

    @Slot(str)
    def _on_point_chosen(self, point_id: str) -> None:
        for point in self.known.watch_points if self.known else ():
            if point.id == point_id and point.end > point.start:
                self.article_pane.go_to(point.start, point.end)

    @Slot(str)
    def _on_highlight_chosen(self, highlight_id: str) -> None:
        self.side_pane.show_tab("notes")
        self.side_pane.notes.show_current(highlight_id, write=True)

    @Slot(str)
    def _on_highlight_wanted(self, highlight_id: str) -> None:
        for mark in self.known.highlights if self.known else ():
            if mark.id == highlight_id and mark.state != "lost":
                self.article_pane.go_to(mark.start, mark.end)


def _users_of_term(term_id: str, desk: Desk) -> Sequence[str]:
    return desk.glossary.articles_using(term_id)
