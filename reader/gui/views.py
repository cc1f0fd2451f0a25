"""The views of the window: the articles, and the others, each made when it is first wanted."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from reader.gui.view_switch import ViewSwitch
from reader.system.settings import VIEW_CHOICES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.gui.glossary.view import GlossaryView
    from reader.gui.notebook.view import NotebookView
    from reader.gui.trail import CardPlace, Trail
    from reader.gui.window import MainWindow
    from reader.model.notebook import NotebookEntry
    from reader.system.settings import ViewChoice


_SIZES = (316, 760, 352)
_SHARES = (2, 5, 2)


class Views(QObject):
    """Places the panes, shows one view in them, and knows the way back; ``changed(name)``.

    On the left the switch and the list of the view, in the ``middle`` the article or the card,
    on the right what stands beside an article; a card has the room of both.
    """

    changed = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.view: ViewChoice = "articles"
        self._first: ViewChoice = "articles"
        self._sizes: list[int] = []
        self.switch = ViewSwitch(window.messages, window.list_pane.menu_button)
        self.switch.chosen.connect(self.choose)
        self._lists = QStackedLayout()
        self.splitter = self._place_panes()

    @cached_property
    def glossary(self) -> GlossaryView:
        """Return the glossary, which nothing needs before it is first shown."""
        from reader.gui.glossary.view import GlossaryView

        window = self._window
        undoing = window.articles.undoing
        glossary = GlossaryView(
            window.session, window.looks, window.messages, undoing=undoing, parent=self
        )
        self._place_view(glossary)
        glossary.passage_wanted.connect(self._on_passage_wanted)
        glossary.card_left.connect(self._on_card_left)
        return glossary

    @cached_property
    def notebook(self) -> NotebookView:
        """Return the view of all notes, which nothing needs before it is first shown."""
        from reader.gui.notebook.view import NotebookView

        window = self._window
        notebook = NotebookView(
            window.session,
            window.looks,
            window.messages,
            undoing=window.articles.undoing,
            notice=window.notice,
            aids=window.side_pane.note_aids,
            parent=self,
        )
        self._place_view(notebook)
        notebook.entry_wanted.connect(self._on_entry_wanted)
        return notebook

    @property
    def other(self) -> GlossaryView | NotebookView | None:
        """Return the view that is shown, unless it is that of the articles."""
        if self.view == "articles":
            return None
        return self.glossary if self.view == "glossary" else self.notebook

    @cached_property
    def trail(self) -> Trail:
        """Return the line that leads back, made with the glossary."""
        from reader.gui.trail import Trail

        trail = Trail(self._window.messages)
        trail.back_wanted.connect(self.back)
        self._column.insertWidget(0, trail)
        window = self._window
        window.list_pane.article_chosen.connect(self._on_gone_another_way)
        window.list_pane.hit_chosen.connect(self._on_gone_another_way)
        return trail

    @property
    def sizes(self) -> list[int]:
        """Return the widths of the three panes, as the articles have them."""
        return self._sizes or self.splitter.sizes()

    def add_line(self, line: QWidget) -> None:
        """Place a line above the article."""
        self._column.insertWidget(self._column.indexOf(self._window.article_pane), line)

    def restore(self, sizes: Sequence[int], view: str) -> None:
        """Take the widths of the panes and the view of the last time."""
        if len(sizes) == len(_SIZES) and any(sizes):
            self.splitter.setSizes(list(sizes))
        if view != "articles" and view in VIEW_CHOICES:
            self._first = view
            # The first paint is that of an article, whatever the view.
            self._window.article_shown.connect(self._on_first_article)

    @Slot(str)
    def choose(self, name: ViewChoice) -> None:
        """Show a view that the reader chose: what led there before is forgotten."""
        if "trail" in self.__dict__:
            self.trail.clear()
        self.show(name)
        self.focus_list()

    def show(self, name: ViewChoice) -> None:
        """Show a view in the panes."""
        if name == self.view:
            return
        window, left = self._window, self.other
        self.view = name
        shown = self.other
        window.setUpdatesEnabled(False)
        if left is None:
            self._sizes = self.splitter.sizes()
            window.side_pane.hand_over()
            window.progress.stop()
        else:
            left.leave()
            left.card.hide()
        if shown is not None:
            shown.show()
            shown.card.show()
        self._lists.setCurrentWidget(window.list_pane if shown is None else shown.list_pane)
        window.article_pane.setVisible(shown is None)
        window.side_pane.setVisible(shown is None)
        self._share_room()
        if shown is None and window.known is not None:
            window.progress.show_article(window.known)
        self.switch.mark(name)
        window.setUpdatesEnabled(True)
        self.changed.emit(name)

    @Slot(str)
    def show_card(self, term_id: str) -> None:
        """Show the card of a term; the way back leads to the article that is open."""
        from reader.gui.trail import ArticlePlace

        known = self._window.known
        if self.view == "articles" and known is not None:
            position = self._window.article_pane.view.top_position()
            self.trail.add(ArticlePlace(known.article.id, known.article.title, position))
        self.show("glossary")
        self.glossary.show_card(term_id)
        self.focus_list()

    @Slot()
    def back(self) -> None:
        """Go back to where the reader came from."""
        from reader.gui.trail import CardPlace, NotePlace

        place = self.trail.take() if "trail" in self.__dict__ else None
        if place is None:
            return
        if isinstance(place, CardPlace):
            self.show("glossary")
            self.glossary.return_to(place)
            self.glossary.card.focus_card()
        elif isinstance(place, NotePlace):
            self.show("notebook")
            self.notebook.return_to(place)
            self.notebook.list_pane.focus_list()
        else:
            self.show("articles")
            self._window.jumps.go_back(place.article_id, place.position)
            self._window.article_pane.view.setFocus()

    def hand_over(self) -> None:
        """Hand all new words of the other views to the saver now."""
        if "glossary" in self.__dict__:
            self.glossary.card.hand_over()
        if "notebook" in self.__dict__:
            self.notebook.card.hand_over()

    def focus_list(self) -> None:
        """Give the keyboard to the list of the view."""
        shown = self.other or self._window
        shown.list_pane.focus_list()

    def next_pane(self, by: int) -> None:
        """Give the keyboard to the pane that is ``by`` further to the right."""
        shown = self.other
        if shown is None:
            self._window.jumps.next_pane(by)
            return
        focused = QApplication.focusWidget()
        if focused is not None and shown.card.isAncestorOf(focused):
            shown.list_pane.focus_list()
        else:
            shown.card.focus_card()

    def _place_view(self, view: GlossaryView | NotebookView) -> None:
        """Place the list and the page of a view where those of the articles are."""
        self._lists.addWidget(view.list_pane)
        view.card.hide()
        self._column.addWidget(view.card, 1)
        view.list_pane.line_chosen.connect(self._on_gone_another_way)
        self._window.looks.changed.connect(view.set_look)

    def _share_room(self) -> None:
        """Give a page the room of the article and of what stands beside it."""
        if self.view == "articles":
            self.splitter.setSizes(self._sizes)
            self._sizes = []
        else:
            left, *rest = self._sizes
            self.splitter.setSizes([left, sum(rest), 0])

    def _place_panes(self) -> QSplitter:
        """Place the panes from the outside in: what moves with all it holds is styled anew."""
        window = self._window
        splitter = QSplitter(Qt.Orientation.Horizontal, window)
        window.setCentralWidget(splitter)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        left = QWidget(splitter)
        left.setObjectName("panel")
        self.middle = QWidget(splitter)
        self.middle.setObjectName("middle")
        splitter.addWidget(window.side_pane)
        column = QVBoxLayout(left)
        self._column = QVBoxLayout(self.middle)
        for box in (column, self._column):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        column.addWidget(self.switch)
        column.addLayout(self._lists, 1)
        self._lists.addWidget(window.list_pane)
        self._column.addWidget(window.banner)
        self._column.addWidget(window.article_pane, 1)
        for pane, least in ((left, 225), (self.middle, 300), (window.side_pane, 255)):
            pane.setMinimumWidth(least)
        for place, share in enumerate(_SHARES):
            splitter.setStretchFactor(place, share)
        splitter.setSizes(list(_SIZES))
        return splitter

    @Slot()
    def _on_first_article(self) -> None:
        self._window.article_shown.disconnect(self._on_first_article)
        # The rest of the start comes first.
        QTimer.singleShot(0, self, self._show_first)

    @Slot()
    def _show_first(self) -> None:
        self.show(self._first)
        self.focus_list()

    @Slot(str, int, int)
    def _on_passage_wanted(self, article_id: str, start: int, end: int) -> None:
        self.trail.add(self.glossary.card.place)
        self.show("articles")
        self._window.jumps.go_to_passage(article_id, start, end)
        self._window.article_pane.view.setFocus()

    @Slot(object)
    def _on_entry_wanted(self, entry: NotebookEntry) -> None:
        """Go to where an entry stands: its passage, the top of its article, or its term."""
        self.trail.add(self.notebook.card.place_of(entry))
        if entry.kind == "term":
            self.show("glossary")
            self.glossary.show_card(entry.target_id)
            self.glossary.card.focus_card()
            return
        self.show("articles")
        self._window.side_pane.show_tab("watch" if entry.kind == "watch_point" else "notes")
        self._window.jumps.go_to_passage(entry.article_id, entry.start, entry.end)
        if entry.is_highlight:
            self._window.jumps.show_highlighted(entry.id, False)
        self._window.article_pane.view.setFocus()

    @Slot(object)
    def _on_card_left(self, place: CardPlace) -> None:
        self.trail.add(place)

    @Slot()
    def _on_gone_another_way(self) -> None:
        if "trail" in self.__dict__:
            self.trail.clear()
