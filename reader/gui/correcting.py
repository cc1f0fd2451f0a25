"""What the reader corrects in an article: its terms, watch points and lines; all can be undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.gui.article_pane.pane import ArticlePane
    from reader.gui.looks import Looks
    from reader.gui.session import Session
    from reader.gui.undoing import Done, Undoing
    from reader.model.changes import Changes
    from reader.model.terms import ArticleTerm
    from reader.model.watching import WatchPoint
    from reader.presentation.messages import Messages
    from reader.services.desk import Desk

_SHORT = 24


class Correcting(QObject):
    """Turns wishes about the open article into writes, and tells quietly what was done.

    ``term_made(id)`` and ``watch_point_made(id)`` for what the reader made.
    """

    term_made = Signal(str)
    watch_point_made = Signal(str)

    def __init__(
        self,
        session: Session,
        undoing: Undoing,
        messages: Messages,
        *,
        looks: Looks,
        article_pane: ArticlePane,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._undoing = undoing
        self._say = messages
        self._looks = looks
        self._pane = article_pane
        self._window = window
        self._merging: ArticleTerm | None = None

    @Slot(str, str, str)
    def act(self, name: str, term_id: str, detail: str) -> None:
        """Do what the menu of a term asks: hide, category, merge, part or forget."""
        term = self._term(term_id)
        if term is None:
            return
        if name == "merge":
            self._ask_for_other(term)
            return
        form, say = _short(term.text), self._say
        words = {
            "hide": say("terms.done.hide", form=form),
            "forget": say("terms.done.forget", form=form),
        }
        if name == "category":
            category = say(f"window.category.{detail}")
            words[name] = say("terms.done.category", form=form, category=category)
        elif name == "part":
            words[name] = say("terms.done.part", alias=_short(detail))
        self._undoing.do(_WORK[name](term_id, detail), partial(self._tell, words[name]))

    @Slot(int, int, str)
    def make_term(self, start: int, end: int, category: str) -> None:
        """Make a passage of the open article a term."""
        known = self._pane.known
        if known is not None:
            form = _short(known.revision.text[start:end])
            work = partial(_make_term, known.article.id, start, end, category)
            self._undoing.do(work, partial(self._on_term_made, form))

    @Slot(int, int)
    def make_watch_point(self, start: int, end: int) -> None:
        """Make a passage of the open article a watch point."""
        known = self._pane.known
        if known is not None:
            work = partial(_make_watch_point, known.article.id, start, end)
            self._undoing.do(work, self._on_watch_point_made)

    @Slot(str)
    def dismiss(self, watch_id: str) -> None:
        """Say that a watch point is none."""
        words = self._say("terms.done.dismiss")
        self._undoing.do(partial(_dismiss, watch_id), partial(self._tell, words))

    @Slot(int, str)
    def correct_block(self, start: int, kind: str) -> None:
        """Say that the line that begins at ``start`` is a heading, or running text."""
        known = self._pane.known
        if known is not None:
            words = self._say(f"terms.done.{kind}")
            work = partial(_correct_block, known.article.id, start, kind)
            self._undoing.do(work, partial(self._tell, words))

    def _term(self, term_id: str) -> ArticleTerm | None:
        known = self._pane.known
        return next((one for one in known.terms if one.id == term_id), None) if known else None

    def _ask_for_other(self, term: ArticleTerm) -> None:
        from reader.gui.glossary.merging import MergeDialog

        self._merging = term
        dialog = MergeDialog(
            term.id,
            term.text,
            session=self._session,
            messages=self._say,
            looks=self._looks,
            parent=self._window,
        )
        dialog.chosen.connect(self._on_other_chosen)
        dialog.open()

    def _tell(self, words: str, done: Done) -> None:
        self._undoing.tell(words, done)

    def _on_term_made(self, form: str, done: Done) -> None:
        self._tell(self._say("terms.done.make", form=form), done)
        if isinstance(done.result, tuple):
            self.term_made.emit(done.result[0])

    def _on_watch_point_made(self, done: Done) -> None:
        self._tell(self._say("terms.done.watch"), done)
        if isinstance(done.result, tuple):
            self.watch_point_made.emit(done.result[0].id)

    @Slot(str, str)
    def _on_other_chosen(self, into: str, form: str) -> None:
        term = self._merging
        if term is not None:
            words = self._say("terms.done.merge", form=_short(term.text), other=_short(form))
            self._undoing.do(partial(_merge, term.id, into), partial(self._tell, words))


def _short(words: str) -> str:
    return words if len(words) <= _SHORT else words[:_SHORT] + "…"


def _hide(term_id: str, _detail: str, desk: Desk) -> Changes:
    return desk.glossary.hide(term_id)


def _forget(term_id: str, _detail: str, desk: Desk) -> Changes:
    return desk.glossary.forget(term_id)


def _set_category(term_id: str, category: str, desk: Desk) -> Changes:
    return desk.glossary.set_category(term_id, category)


def _part(term_id: str, form: str, desk: Desk) -> Changes:
    return desk.glossary.remove_alias(term_id, form)


def _merge(term_id: str, into: str, desk: Desk) -> Changes:
    return desk.glossary.merge(term_id, into=into)


def _make_term(
    article_id: str, start: int, end: int, category: str, desk: Desk
) -> tuple[str, Changes]:
    return desk.glossary.make_term(article_id, start, end, category=category)


def _make_watch_point(
    article_id: str, start: int, end: int, desk: Desk
) -> tuple[WatchPoint, Changes]:
    return desk.watching.make(article_id, start, end)


def _dismiss(watch_id: str, desk: Desk) -> Changes:
    return desk.watching.dismiss(watch_id)


def _correct_block(article_id: str, start: int, kind: str, desk: Desk) -> Changes:
    return desk.reading.correct_block(article_id, start, kind=kind)


_WORK = {
    "hide": partial(partial, _hide),
    "forget": partial(partial, _forget),
    "category": partial(partial, _set_category),
    "part": partial(partial, _part),
}
