"""The middle pane: lays an article out, and turns what the reader does on it into wishes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QLabel, QMenu, QStackedLayout, QWidget

from reader.gui.article_pane.view import ArticleView, MarginDot
from reader.gui.fonts import BODY_PIXELS, line_height, sans_font, serif_font
from reader.model.annotations import HIGHLIGHT_COLORS, Highlight
from reader.presentation.article_page import PageStyle, article_page

if TYPE_CHECKING:
    from reader.gui.article_pane.hover_card import HoverCard
    from reader.gui.article_pane.swatches import Swatches
    from reader.model.known import KnownArticle
    from reader.presentation.messages import Messages
    from reader.presentation.theme import Theme

_LEADING = 1.85


class ArticlePane(QWidget):
    """Shows one article. Everything it tells is in offsets of the text and public ids.

    ``highlight_wanted(start, end, color, with_note)``, ``recolor_wanted(id, color)``,
    ``remove_wanted(id)``, ``term_chosen(id)``, ``watch_point_chosen(id)``,
    ``highlight_chosen(id)``, ``link_chosen(address)``, ``moved(offset)`` when the first line in
    view is another one.
    """

    highlight_wanted = Signal(int, int, str, bool)
    recolor_wanted = Signal(str, str)
    remove_wanted = Signal(str)
    term_chosen = Signal(str)
    watch_point_chosen = Signal(str)
    highlight_chosen = Signal(str)
    link_chosen = Signal(str)
    moved = Signal(int)

    def __init__(
        self,
        theme: Theme,
        messages: Messages,
        *,
        zoom: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("middle")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._messages = messages
        self._zoom = zoom
        self._known: KnownArticle | None = None
        self._unfolded = False
        self._laid_out = -1
        self._last_color = "yellow"
        self.view = ArticleView(theme)
        self.view.setAccessibleName(messages("window.article"))
        self._blank = self._make_blank()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._blank)
        self._moved_timer = QTimer(self)
        self._moved_timer.setSingleShot(True)
        self._moved_timer.setInterval(400)
        self._moved_timer.timeout.connect(self._on_rested)
        self._connect()
        self.show_blank("")

    @cached_property
    def card(self) -> HoverCard:
        """Return the card that says what a term means, made when it is first needed."""
        from reader.gui.article_pane.hover_card import HoverCard

        return HoverCard(self._messages, self)

    @cached_property
    def swatches(self) -> Swatches:
        """Return the bar that highlights a selection, made when it is first needed."""
        from reader.gui.article_pane.swatches import Swatches

        swatches = Swatches(self._theme, self._messages, self)
        swatches.color_chosen.connect(self._on_color_chosen)
        swatches.note_wanted.connect(self._on_note_wanted)
        return swatches

    @property
    def known(self) -> KnownArticle | None:
        """Return the article that is shown, or None."""
        return self._known

    def show_blank(self, words: str) -> None:
        """Show a few words instead of an article."""
        self._known = None
        self._blank.setText(words)
        self._stack.setCurrentWidget(self._blank)
        self._hide_floating()

    def show_article(self, known: KnownArticle) -> None:
        """Show an article; one that is shown already keeps its place and its selection."""
        shown = self._known
        same = shown is not None and shown.article.id == known.article.id
        if same and shown is not None and _same_page(shown, known):
            self._known = known
            self._show_marks(known)
            return
        position = self.view.top_position() if same else known.state.position
        if not same:
            self._unfolded = False
            self.view.set_found([])
        self._known = known
        self._lay_out(known, position)
        self._stack.setCurrentWidget(self.view)

    def set_look(self, theme: Theme, zoom: float) -> None:
        """Take other colours or another zoom (1.0 is the size of the design)."""
        self._theme, self._zoom = theme, zoom
        if "swatches" in self.__dict__:
            self.swatches.set_theme(theme)
        if self._known is not None:
            self._lay_out(self._known, self.view.top_position())

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
        for term in self._known.terms if self._known else ():
            if term.id == term_id:
                place = self.view.rectangle_of(start)
                corner = self.view.viewport().mapTo(self, place.topLeft())
                self.card.show_term(term, QRect(corner, place.size()))

    def mark_found(self, ranges: list[tuple[int, int]]) -> None:
        """Mark the hits of a search in the article."""
        self.view.set_found(ranges)

    def highlight_at(self, offset: int) -> Highlight | None:
        """Return the innermost highlight over a text offset."""
        if self._known is None:
            return None
        over = [
            mark
            for mark in self._known.highlights
            if mark.state != "lost" and mark.start <= offset < mark.end
        ]
        return min(over, key=lambda mark: mark.end - mark.start, default=None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._known is not None:
            point = self.view.viewport().mapFromGlobal(event.globalPos())
            self._open_menu(point, event.globalPos())

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
        view.term_hovered.connect(self._on_term_hovered)
        view.term_clicked.connect(self._on_term_clicked)
        view.link_clicked.connect(self.link_chosen)
        view.asides_toggled.connect(self._on_asides_toggled)
        view.clicked.connect(self._on_clicked)
        view.selection_ended.connect(self._on_selection_ended)
        view.selectionChanged.connect(self._on_selection_changed)
        view.color_key_pressed.connect(self._on_color_chosen)
        view.note_key_pressed.connect(self._on_note_wanted)
        view.remove_key_pressed.connect(self._on_remove_pressed)
        view.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def _lay_out(self, known: KnownArticle, position: int) -> None:
        pixels = BODY_PIXELS * self._zoom
        style = PageStyle(
            pixels=pixels,
            leading=_LEADING,
            font_height=line_height(sans_font(pixels)),
            serif_height=line_height(serif_font(pixels * 1.75)),
            theme=self._theme,
        )
        page = article_page(known, style, messages=self._messages, unfolded=self._unfolded)
        kept = self._selection_to_keep(known)
        self.view.show_page(page, theme=self._theme, pixels=pixels)
        self._laid_out = known.revision.number
        self._show_marks(known)
        if kept is not None:
            self.view.select_range(*kept)
        self.view.scroll_to_position(position)
        self._hide_floating()

    def _selection_to_keep(self, known: KnownArticle) -> tuple[int, int] | None:
        """Return what is selected, or where the caret is, while the text stays the same."""
        if self._laid_out != known.revision.number:
            return None
        caret = self.view.caret_offset()
        return self.view.selected_range() or (caret, caret)

    def _hide_floating(self) -> None:
        """Hide what floats over the page, as far as it was ever shown."""
        for name in ("card", "swatches"):
            if name in self.__dict__:
                getattr(self, name).hide()

    def _show_marks(self, known: KnownArticle) -> None:
        dots = [
            MarginDot(point.start, f"status.{point.status}")
            for point in known.watch_points
            if point.end > point.start
        ]
        self.view.set_marks(known.highlights, dots)

    def _highlight_selection(self, color: str, *, with_note: bool) -> None:
        selected = self.view.selected_range()
        self.swatches.hide()
        if selected is None:
            return
        self._last_color = color
        self.view.clear_selection()
        self.highlight_wanted.emit(*selected, color, with_note)

    def _open_menu(self, point: QPoint, at: QPoint) -> None:
        from reader.gui.article_pane.swatches import swatch_icon

        say = self._messages
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offset = self.view.offset_at(point)
        mark = self.highlight_at(offset) if offset is not None else None
        selected = self.view.selected_range() is not None
        if selected:
            menu.addAction(say("window.copy")).setData(("copy", ""))
        if selected or mark is not None:
            for color in HIGHLIGHT_COLORS:
                action = menu.addAction(
                    swatch_icon(color, self._theme), say(f"window.color.{color}")
                )
                action.setData(("highlight" if selected else "recolor", color))
        if mark is not None:
            menu.addSeparator()
            menu.addAction(say("window.highlight.note")).setData(("show", ""))
            menu.addAction(say("window.highlight.remove")).setData(("remove", ""))
        if menu.isEmpty():
            return
        chosen = menu.exec(at)
        if chosen is not None:
            act, color = chosen.data()
            self._do(act, color, mark)

    def _do(self, act: str, color: str, mark: Highlight | None) -> None:
        if act == "copy":
            QGuiApplication.clipboard().setText(self.view.textCursor().selection().toPlainText())
        elif act == "highlight":
            self._highlight_selection(color, with_note=False)
        elif mark is not None and act == "recolor":
            self.recolor_wanted.emit(mark.id, color)
        elif mark is not None and act == "show":
            self.highlight_chosen.emit(mark.id)
        elif mark is not None and act == "remove":
            self.remove_wanted.emit(mark.id)

    @Slot(int, QRect)
    def _on_term_hovered(self, place: int, beside: QRect) -> None:
        if self._known is None or not 0 <= place < len(self._known.terms):
            self._hide_floating()
            return
        corner = self.view.viewport().mapTo(self, beside.topLeft())
        self.card.show_term(self._known.terms[place], QRect(corner, beside.size()))

    @Slot(int, int)
    def _on_term_clicked(self, place: int, offset: int) -> None:
        if self._known is not None and 0 <= place < len(self._known.terms):
            term_id = self._known.terms[place].id
            self.term_chosen.emit(term_id)
            self.show_term(term_id, offset)

    @Slot()
    def _on_asides_toggled(self) -> None:
        if self._known is not None:
            value = self.view.verticalScrollBar().value()
            self._unfolded = not self._unfolded
            self._lay_out(self._known, 0)
            self.view.verticalScrollBar().setValue(value)

    @Slot(int)
    def _on_clicked(self, offset: int) -> None:
        mark = self.highlight_at(offset)
        if mark is not None:
            self.highlight_chosen.emit(mark.id)
            return
        for point in self._known.watch_points if self._known else ():
            if point.start <= offset < point.end:
                self.watch_point_chosen.emit(point.id)
                return

    @Slot()
    def _on_selection_ended(self) -> None:
        if self.view.selected_range() is None:
            self.swatches.hide()
            return
        place = self.view.selection_rectangle()
        corner = self.view.viewport().mapTo(self, place.topLeft())
        self.card.hide()
        self.swatches.show_beside(QRect(corner, place.size()))

    @Slot()
    def _on_selection_changed(self) -> None:
        if not self.view.textCursor().hasSelection():
            self._hide_floating()

    @Slot(str)
    def _on_color_chosen(self, color: str) -> None:
        self._highlight_selection(color or self._last_color, with_note=False)

    @Slot()
    def _on_note_wanted(self) -> None:
        if self.view.selected_range() is not None:
            self._highlight_selection(self._last_color, with_note=True)
            return
        mark = self.highlight_at(self.view.caret_offset())
        if mark is not None:
            self.highlight_chosen.emit(mark.id)

    @Slot(int)
    def _on_remove_pressed(self, offset: int) -> None:
        mark = self.highlight_at(offset)
        if mark is not None:
            self.remove_wanted.emit(mark.id)

    @Slot()
    def _on_scrolled(self) -> None:
        self._hide_floating()
        self._moved_timer.start()

    @Slot()
    def _on_rested(self) -> None:
        if self._known is not None:
            self.moved.emit(self.view.top_position())


def _same_page(one: KnownArticle, other: KnownArticle) -> bool:
    """Say whether two values of one article are laid out alike (marks and cards aside)."""
    return (
        one.revision.number == other.revision.number
        and one.revision.blocks == other.revision.blocks
        and one.terms == other.terms
        and one.article == other.article
        and [point.status for point in one.watch_points]
        == [point.status for point in other.watch_points]
    )
