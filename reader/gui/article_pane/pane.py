"""The middle pane: lays an article out, and turns what the reader does on it into wishes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from reader.gui.article_pane.marked import MarginDot
from reader.gui.article_pane.view import ArticleView
from reader.gui.fonts import BODY_PIXELS, line_height, sans_font, serif_font
from reader.presentation.article_page import PageStyle, article_page
from reader.system.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.gui.article_pane.editing import Editing
    from reader.gui.article_pane.hover_card import HoverCard
    from reader.gui.article_pane.legend import Legend
    from reader.gui.article_pane.offering import Offers
    from reader.gui.article_pane.selecting import Selecting
    from reader.gui.article_pane.swatches import Swatches
    from reader.gui.article_pane.terms import ArticleTerms
    from reader.model.glossary import ElsewhereTerm
    from reader.model.known import KnownArticle
    from reader.presentation.article_page import TermPlace
    from reader.presentation.messages import Messages
    from reader.presentation.theme import Theme

_LEADING = 1.85
_FOOT = 32


class ArticlePane(QWidget):
    """Shows one article. Everything it tells is in offsets of the text and public ids.

    ``highlight_wanted(start, end, color, with_note)``, ``recolor_wanted(id, color)``,
    ``remove_wanted(id)``, ``term_chosen(id)``, ``watch_point_chosen(id)``,
    ``highlight_chosen(id)``, ``link_chosen(address)``, ``moved(offset)`` when the first line in
    view is another one. Of terms: ``term_card_asked(id)``, ``term_act_asked(act, id, detail)``,
    ``details_asked(id)`` for what its card adds; of a passage: ``term_asked(start, end,
    category)``, ``watch_point_asked(start, end)``; ``block_asked(start, kind)`` for a line.
    """

    highlight_wanted = Signal(int, int, str, bool)
    recolor_wanted = Signal(str, str)
    remove_wanted = Signal(str)
    term_chosen = Signal(str)
    watch_point_chosen = Signal(str)
    highlight_chosen = Signal(str)
    link_chosen = Signal(str)
    moved = Signal(int)
    term_card_asked = Signal(str)
    term_act_asked = Signal(str, str, str)
    details_asked = Signal(str)
    term_asked = Signal(int, int, str)
    watch_point_asked = Signal(int, int)
    block_asked = Signal(int, str)

    def __init__(
        self,
        theme: Theme,
        messages: Messages,
        *,
        zoom: float = 1.0,
        settings: Settings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("middle")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.theme = theme
        self._messages = messages
        self._zoom = zoom
        self._settings = settings or Settings()
        self._known: KnownArticle | None = None
        self._drawn: Sequence[TermPlace] = ()
        self._unfolded = False
        self._laid_out = -1
        self.view = ArticleView(theme)
        self.view.setAccessibleName(messages("window.article"))
        self._blank = self._make_blank()
        self._foot = QFrame()
        self._foot.setObjectName("foot")
        self._stack = self._place_widgets()
        self._moved_timer = QTimer(self)
        self._moved_timer.setSingleShot(True)
        self._moved_timer.setInterval(400)
        self._moved_timer.timeout.connect(self._on_rested)
        self._connect()
        self.show_blank("")

    @cached_property
    def terms(self) -> ArticleTerms:
        """Return what sets the terms off and shows their card."""
        from reader.gui.article_pane.terms import ArticleTerms

        return ArticleTerms(self, self._messages)

    @cached_property
    def selecting(self) -> Selecting:
        """Return what turns selected words into something."""
        from reader.gui.article_pane.selecting import Selecting

        return Selecting(self, self._messages)

    @cached_property
    def editing(self) -> Editing:
        """Return what chooses and changes highlights."""
        from reader.gui.article_pane.editing import Editing

        return Editing(self, self._messages)

    @cached_property
    def offers(self) -> Offers:
        """Return the menus."""
        from reader.gui.article_pane.offering import Offers

        return Offers(self, self._messages)

    @cached_property
    def legend(self) -> Legend:
        """Return the line below the article, made after the first paint."""
        from reader.gui.article_pane.legend import Legend

        legend = Legend(self.theme, self._messages)
        # Its names give way to dots, and never hold the pane open.
        legend.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self._foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(legend)
        return legend

    @property
    def card(self) -> HoverCard:
        """Return the card that says what a term means."""
        return self.terms.card

    @property
    def swatches(self) -> Swatches:
        """Return the bar beside a selection."""
        return self.selecting.swatches

    @property
    def known(self) -> KnownArticle | None:
        """Return the article that is shown, or None."""
        return self._known

    def show_blank(self, words: str) -> None:
        """Show a few words instead of an article."""
        self._known = None
        self._blank.setText(words)
        self._stack.setCurrentWidget(self._blank)
        self._foot.hide()
        self.hide_floating()

    def show_article(self, known: KnownArticle) -> None:
        """Show an article; one that is shown already keeps its place and its selection."""
        shown = self._known
        same = shown is not None and shown.article.id == known.article.id
        self._known = known
        if same and shown is not None and _same_page(shown, known):
            self._show_marks(known)
            self._set_off()
            return
        position = self.view.top_position() if same else known.state.position
        if not same:
            self._unfolded = False
            self.view.set_found([])
            if "terms" in self.__dict__:
                self.terms.forget()
        self._lay_out(known, position)
        self._stack.setCurrentWidget(self.view)
        self._foot.show()

    def set_look(self, theme: Theme, zoom: float) -> None:
        """Take other colours or another zoom (1.0 is the size of the design)."""
        self.theme, self._zoom = theme, zoom
        self._foot.setFixedHeight(round(_FOOT * zoom))
        if "legend" in self.__dict__:
            self.legend.set_theme(theme)
        if "selecting" in self.__dict__:
            self.swatches.set_theme(theme)
        if self._known is not None:
            self._lay_out(self._known, self.view.top_position())

    def set_emphasis(self, settings: Settings) -> None:
        """Set off what the settings ask for; the page stays as it is laid out."""
        self._settings = settings
        self.legend.show_settings(settings)
        self._set_off()
        self.hide_floating()

    def show_elsewhere(self, article_id: str, terms: Sequence[ElsewhereTerm]) -> None:
        """Set off the terms that only other articles know, if that article is still open."""
        if self._known is not None and self._known.article.id == article_id:
            self.terms.set_elsewhere(terms)
            self._set_off()

    def go_to(self, start: int, end: int) -> None:
        """Bring a passage into view; one that is folded away is unfolded first."""
        known = self._known
        if known is None:
            return
        folded = any(
            block.kind == "aside" and block.start <= start < block.end
            for block in known.revision.blocks
        )
        if folded and not self._unfolded:
            self._unfolded = True
            self._lay_out(known, 0)
        self.view.go_to(start, end)

    def show_term(self, term_id: str, start: int) -> None:
        """Show the card of a term beside one of its places."""
        self.terms.show(term_id, start)

    def mark_found(self, ranges: list[tuple[int, int]]) -> None:
        """Mark the hits of a search in the article."""
        self.view.set_found(ranges)

    def hide_floating(self) -> bool:
        """Hide what floats over the page, as far as it was ever shown; say whether any was."""
        found = False
        for owner, name in (("terms", "card"), ("selecting", "swatches")):
            widget = vars(self.__dict__[owner]).get(name) if owner in self.__dict__ else None
            if widget is not None and widget.isVisible():
                widget.hide()
                found = True
        return found

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._known is None:
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.offers.open_at_caret()
        else:
            self.offers.open_at(self.view.viewport().mapFromGlobal(event.globalPos()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape or not self.hide_floating():
            super().keyPressEvent(event)

    def _place_widgets(self) -> QStackedLayout:
        """Set the page above room for its legend, which is made after the first paint."""
        stack = QStackedLayout()
        stack.addWidget(self.view)
        stack.addWidget(self._blank)
        self._foot.setFixedHeight(round(_FOOT * self._zoom))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(stack, 1)
        column.addWidget(self._foot)
        return stack

    def _make_blank(self) -> QLabel:
        blank = QLabel()
        blank.setObjectName("empty")
        blank.setAlignment(Qt.AlignmentFlag.AlignCenter)
        blank.setWordWrap(True)
        blank.setMargin(40)
        return blank

    def _connect(self) -> None:
        view = self.view
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        view.touched.connect(self._on_touched)
        view.link_clicked.connect(self.link_chosen)
        view.asides_toggled.connect(self._on_asides_toggled)
        view.clicked.connect(self._on_clicked)
        view.menu_key_pressed.connect(self._on_menu_key)
        view.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def _lay_out(self, known: KnownArticle, position: int) -> None:
        pixels = BODY_PIXELS * self._zoom
        style = PageStyle(
            pixels=pixels,
            leading=_LEADING,
            font_height=line_height(sans_font(pixels)),
            serif_height=line_height(serif_font(pixels * 1.75)),
            theme=self.theme,
        )
        # What is usually highlighted the page knows by itself: no more is loaded for it.
        usual = self._settings.terms_shown == "usual" and not self._settings.categories_off
        page = article_page(
            known,
            style,
            messages=self._messages,
            unfolded=self._unfolded,
            places=None if usual else self.terms.places(known, self._settings),
        )
        kept = self._selection_to_keep(known)
        self.view.show_page(page, theme=self.theme, pixels=pixels)
        self._drawn = page.terms
        self._laid_out = known.revision.number
        self._show_marks(known)
        if self._settings.attributions_shown or self._settings.elsewhere_shown:
            self._set_off()
        self._show_legend()
        if kept is not None:
            self.view.select_range(*kept)
        self.view.scroll_to_position(position)
        self.hide_floating()

    def _set_off(self) -> None:
        """Lay over the page what it was not laid out with."""
        if self._known is not None:
            self.terms.apply(self._known, self._drawn, self._settings)
            self._show_legend()

    def _show_legend(self) -> None:
        if self._known is not None and "legend" in self.__dict__:
            self.legend.show_present({term.category for term in self._known.terms})

    def _selection_to_keep(self, known: KnownArticle) -> tuple[int, int] | None:
        """Return what is selected, or where the caret is, while the text stays the same."""
        if self._laid_out != known.revision.number:
            return None
        caret = self.view.caret_offset()
        return self.view.selected_range() or (caret, caret)

    def _show_marks(self, known: KnownArticle) -> None:
        dots = [
            MarginDot(point.start, f"status.{point.status}")
            for point in known.watch_points
            if point.end > point.start
        ]
        self.view.set_marks(known.highlights, dots)

    @Slot()
    def _on_touched(self) -> None:
        """Make what answers pointer and keys, at the first sign of them."""
        for name in ("terms", "selecting", "editing"):
            getattr(self, name)

    @Slot()
    def _on_menu_key(self) -> None:
        self.offers.open_at_caret()

    @Slot()
    def _on_asides_toggled(self) -> None:
        if self._known is not None:
            value = self.view.verticalScrollBar().value()
            self._unfolded = not self._unfolded
            self._lay_out(self._known, 0)
            self.view.verticalScrollBar().setValue(value)

    @Slot(int)
    def _on_clicked(self, offset: int) -> None:
        mark = self.editing.choose_at(offset)
        if mark is not None:
            self.highlight_chosen.emit(mark.id)
            return
        for point in self._known.watch_points if self._known else ():
            if point.start <= offset < point.end:
                self.watch_point_chosen.emit(point.id)
                return

    @Slot()
    def _on_scrolled(self) -> None:
        self.hide_floating()
        self._moved_timer.start()

    @Slot()
    def _on_rested(self) -> None:
        if self._known is not None:
            self.moved.emit(self.view.top_position())


def _same_page(one: KnownArticle, other: KnownArticle) -> bool:
    """Say whether two values of one article are laid out alike (marks, terms and cards aside)."""
    return (
        one.revision.number == other.revision.number
        and one.revision.blocks == other.revision.blocks
        and one.article == other.article
        and [point.status for point in one.watch_points]
        == [point.status for point in other.watch_points]
    )
