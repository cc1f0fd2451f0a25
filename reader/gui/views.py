"""The two views of the window: the articles, and the glossary, made when it is first wanted."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from reader.gui.view_switch import ViewSwitch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.gui.glossary.trail import CardPlace, Trail
    from reader.gui.glossary.view import GlossaryView
    from reader.gui.window import MainWindow
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
        self._lists.addWidget(glossary.list_pane)
        glossary.card.hide()
        self._column.addWidget(glossary.card, 1)
        glossary.passage_wanted.connect(self._on_passage_wanted)
        glossary.card_left.connect(self._on_card_left)
        glossary.list_pane.term_chosen.connect(self._on_gone_another_way)
        window.list_pane.article_chosen.connect(self._on_gone_another_way)
        window.list_pane.hit_chosen.connect(self._on_gone_another_way)
        window.looks.changed.connect(glossary.set_look)
        return glossary

    @cached_property
    def trail(self) -> Trail:
        """Return the line that leads back, made with the glossary."""
        from reader.gui.glossary.trail import Trail

        trail = Trail(self._window.messages)
        trail.back_wanted.connect(self.back)
        self._column.insertWidget(0, trail)
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
        if view == "glossary":
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
        window, glossary = self._window, self.glossary
        self.view = name
        window.setUpdatesEnabled(False)
        if name == "glossary":
            self._sizes = self.splitter.sizes()
            window.side_pane.hand_over()
            window.progress.stop()
            glossary.show()
        else:
            glossary.leave()
        at_articles = name == "articles"
        self._lists.setCurrentWidget(window.list_pane if at_articles else glossary.list_pane)
        glossary.card.setVisible(not at_articles)
        window.article_pane.setVisible(at_articles)
        window.side_pane.setVisible(at_articles)
        if at_articles:
            self.splitter.setSizes(self._sizes)
            self._sizes = []
            if window.known is not None:
                window.progress.show_article(window.known)
        else:
            left, middle, right = self._sizes
            self.splitter.setSizes([left, middle + right, 0])
        self.switch.mark(name)
        window.setUpdatesEnabled(True)
        self.changed.emit(name)

    @Slot(str)
    def show_card(self, term_id: str) -> None:
        """Show the card of a term; the way back leads to the article that is open."""
        from reader.gui.glossary.trail import ArticlePlace

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
        from reader.gui.glossary.trail import CardPlace

        place = self.trail.take() if "trail" in self.__dict__ else None
        if place is None:
            return
        if isinstance(place, CardPlace):
            self.show("glossary")
            self.glossary.return_to(place)
            self.glossary.card.focus_card()
        else:
            self.show("articles")
            self._window.jumps.go_back(place.article_id, place.position)
            self._window.article_pane.view.setFocus()

    def hand_over(self) -> None:
        """Hand all new words of the glossary to the saver now."""
        if "glossary" in self.__dict__:
            self.glossary.card.hand_over()

    def focus_list(self) -> None:
        """Give the keyboard to the list of the view."""
        at_articles = self.view == "articles"
        (self._window.list_pane if at_articles else self.glossary.list_pane).focus_list()

    def next_pane(self, by: int) -> None:
        """Give the keyboard to the pane that is ``by`` further to the right."""
        if self.view == "articles":
            self._window.jumps.next_pane(by)
            return
        focused = QApplication.focusWidget()
        in_card = focused is not None and self.glossary.card.isAncestorOf(focused)
        if in_card:
            self.glossary.list_pane.focus_list()
        else:
            self.glossary.card.focus_card()

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
        QTimer.singleShot(0, self, self._show_glossary)

    @Slot()
    def _show_glossary(self) -> None:
        self.show("glossary")
        self.focus_list()

    @Slot(str, int, int)
    def _on_passage_wanted(self, article_id: str, start: int, end: int) -> None:
        self.trail.add(self.glossary.card.place)
        self.show("articles")
        self._window.jumps.go_to_passage(article_id, start, end)
        self._window.article_pane.view.setFocus()

    @Slot(object)
    def _on_card_left(self, place: CardPlace) -> None:
        self.trail.add(place)

    @Slot()
    def _on_gone_another_way(self) -> None:
        if "trail" in self.__dict__:
            self.trail.clear()
