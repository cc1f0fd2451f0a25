"""What helps in reading the open article: its corrections, undo, and what is set off in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QActionGroup

from reader.gui.correcting import Correcting
from reader.gui.emphasising import Emphasising
from reader.gui.marking_flow import MarkingFlow
from reader.model.errors import NotFoundError
from reader.model.understanding import CATEGORIES
from reader.system.settings import TERMS_SHOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.gui.term_menu import TermAct
    from reader.gui.window import MainWindow
    from reader.model.changes import Changes
    from reader.services.desk import Desk
    from reader.system.settings import Settings

_ON_DEMAND = ("attributions", "elsewhere")


class ReadingAids(QObject):
    """Connects the panes of a window with what is done there; made after the first paint."""

    def __init__(self, window: MainWindow, actions: dict[str, QAction]) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._article_pane = window.article_pane
        self._side_pane = window.side_pane
        session, say = window.session, window.messages
        self.undoing = window.articles.undoing
        self.correcting = Correcting(
            session,
            self.undoing,
            say,
            looks=window.looks,
            article_pane=self._article_pane,
            window=window,
        )
        self.emphasising = Emphasising(session, window.looks, self._article_pane, parent=self)
        self.marking = MarkingFlow(self.undoing, say, parent=self)
        self._connect_actions()
        self._connect_panes()
        session.changed.connect(self._on_changed)
        session.changed_elsewhere.connect(self.emphasising.ask_elsewhere)
        window.article_shown.connect(self.emphasising.ask_elsewhere)
        self._show_settings(window.looks.settings)
        self.undoing.refresh()

    def _connect_actions(self) -> None:
        actions = self._actions
        actions["undo"].triggered.connect(self.undoing.undo)
        actions["redo"].triggered.connect(self.undoing.redo)
        self.undoing.next_known.connect(self._on_next_known)
        for name, by in (("next_place", 1), ("previous_place", -1)):
            actions[name].setData(by)
            actions[name].triggered.connect(self._on_step)
        for category in CATEGORIES:
            actions[f"category_{category}"].setData(category)
            actions[f"category_{category}"].triggered.connect(self._on_category)
        group = QActionGroup(self)
        for level in TERMS_SHOWN:
            actions[f"terms_{level}"].setData(level)
            group.addAction(actions[f"terms_{level}"])
        group.triggered.connect(self._on_level)
        for what in _ON_DEMAND:
            actions[f"show_{what}"].setData(what)
            actions[f"show_{what}"].triggered.connect(self._on_shown)
        self.emphasising.changed.connect(self._on_settings_changed)

    def _connect_panes(self) -> None:
        page, side, correcting = self._article_pane, self._side_pane, self.correcting
        page.term_act_asked.connect(correcting.act)
        page.term_asked.connect(self._on_term_asked)
        page.watch_point_asked.connect(correcting.make_watch_point)
        page.block_asked.connect(correcting.correct_block)
        page.editing.extend_wanted.connect(self.marking.extend)
        page.editing.split_wanted.connect(self.marking.split)
        page.editing.merge_wanted.connect(self.marking.merge)
        page.view.words_source = self._ask_words
        page.details_asked.connect(self._on_details_asked)
        side.term_act_chosen.connect(self._on_term_act)
        side.dismiss_asked.connect(correcting.dismiss)
        correcting.term_made.connect(self._on_term_made)
        correcting.watch_point_made.connect(self._on_watch_point_made)

    def _show_settings(self, settings: Settings) -> None:
        for category in CATEGORIES:
            self._actions[f"category_{category}"].setChecked(
                category not in settings.categories_off
            )
        for level in TERMS_SHOWN:
            self._actions[f"terms_{level}"].setChecked(level == settings.terms_shown)
        self._actions["show_attributions"].setChecked(settings.attributions_shown)
        self._actions["show_elsewhere"].setChecked(settings.elsewhere_shown)
        self._side_pane.set_emphasis(settings)

    def _ask_words(self, text: str, then: Callable[[Sequence[int]], None]) -> None:
        """Have the words of a text found where the tokeniser is."""
        self._window.session.compute("reader.services.stepping.words", text, then=then)

    @Slot(object)
    def _on_settings_changed(self, settings: Settings) -> None:
        self._show_settings(settings)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        known = self._window.known
        if not changes.terms or known is None:
            return
        # Any article may use a term; the one that is open is read anew in any case.
        if known.article.id not in changes.articles:
            self._window.session.reload(known.article.id)
        self.emphasising.ask_elsewhere()

    @Slot(str, str)
    def _on_next_known(self, undo: str, redo: str) -> None:
        say = self._window.messages
        for name, what, key in (
            ("undo", undo, "terms.undo.of"),
            ("redo", redo, "terms.undo.again"),
        ):
            self._actions[name].setText(
                say(key, what=what) if what else say(f"window.action.{name}")
            )

    @Slot()
    def _on_step(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._article_pane.terms.step(action.data())

    @Slot()
    def _on_category(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.emphasising.toggle_category(action.data())

    @Slot(QAction)
    def _on_level(self, action: QAction) -> None:
        self.emphasising.choose_level(action.data())

    @Slot()
    def _on_shown(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.emphasising.show_more(action.data(), action.isChecked())

    @Slot(object)
    def _on_term_act(self, act: TermAct) -> None:
        self._article_pane.terms.do(act)

    @Slot(int, int, str)
    def _on_term_asked(self, start: int, end: int, category: str) -> None:
        if category in self._window.looks.settings.categories_off:
            # What the reader makes is to be seen.
            self.emphasising.toggle_category(category)
        self.correcting.make_term(start, end, category)

    @Slot(str)
    def _on_details_asked(self, term_id: str) -> None:
        term = self._article_pane.terms.term(term_id)
        here = term.definition.text if term is not None and term.definition else ""
        self._window.session.read(
            partial(_other_definitions, term_id, here), partial(self._on_details, term_id)
        )

    def _on_details(self, term_id: str, count: int) -> None:
        self._article_pane.card.add_definitions(term_id, count)

    @Slot(str)
    def _on_term_made(self, term_id: str) -> None:
        self._side_pane.show_tab("terms")
        self._side_pane.terms.show_current(term_id)

    @Slot(str)
    def _on_watch_point_made(self, watch_id: str) -> None:
        self._side_pane.show_tab("watch")
        self._side_pane.watch.show_current(watch_id)


def _other_definitions(term_id: str, here: str, desk: Desk) -> int:
    """Count the definitions of a term that say something else than the article does."""
    try:
        card = desk.glossary.card(term_id)
    except NotFoundError:
        return 0
    return sum(1 for one in card.definitions if one.text != here)
