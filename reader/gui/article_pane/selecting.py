"""What the reader makes of selected words: a highlight, a note, a term, a watch point."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Slot

from reader.gui.reading_only import is_read_only

if TYPE_CHECKING:
    from reader.gui.article_pane.pane import ArticlePane
    from reader.gui.article_pane.swatches import Swatches
    from reader.presentation.messages import Messages


class Selecting(QObject):
    """Turns a selection and the keys on it into wishes of its pane."""

    def __init__(self, pane: ArticlePane, messages: Messages) -> None:
        super().__init__(pane)
        self._pane = pane
        self._view = pane.view
        self._messages = messages
        self._last_color = "yellow"
        view = self._view
        view.selection_ended.connect(self._on_selection_ended)
        view.selectionChanged.connect(self._on_selection_changed)
        view.color_key_pressed.connect(self.highlight)
        view.note_key_pressed.connect(self.note)
        view.remove_key_pressed.connect(self._on_remove_pressed)
        view.term_key_pressed.connect(self._on_term_key)
        view.watch_key_pressed.connect(self.make_watch_point)

    @cached_property
    def swatches(self) -> Swatches:
        """Return the bar beside a selection."""
        from reader.gui.article_pane.swatches import Swatches

        swatches = Swatches(self._pane.theme, self._messages, self._pane)
        swatches.color_chosen.connect(self.highlight)
        swatches.note_wanted.connect(self.note)
        swatches.term_wanted.connect(self._on_term_key)
        swatches.watch_wanted.connect(self.make_watch_point)
        return swatches

    @Slot(str)
    def highlight(self, color: str) -> None:
        """Highlight what is selected, in the last colour if none is named.

        Without a selection the highlight at the caret takes that colour.
        """
        if color and not self._view.textCursor().hasSelection():
            mark = self._pane.editing.meant()
            if mark is not None and mark.color != color:
                self._pane.recolor_wanted.emit(mark.id, color)
            return
        self._highlight(color or self._last_color, with_note=False)

    @Slot()
    def note(self) -> None:
        """Highlight what is selected for a note on it, or show the note at the caret."""
        if self._view.selected_range() is not None:
            self._highlight(self._last_color, with_note=True)
            return
        mark = self._pane.editing.meant()
        if mark is not None:
            self._pane.highlight_chosen.emit(mark.id)

    def make_term(self, category: str) -> None:
        """Make what is selected a term of a category."""
        if selected := self._take():
            self._pane.term_asked.emit(*selected, category)

    @Slot()
    def make_watch_point(self) -> None:
        """Make what is selected a watch point."""
        if selected := self._take():
            self._pane.watch_point_asked.emit(*selected)

    def _highlight(self, color: str, *, with_note: bool) -> None:
        if selected := self._take():
            self._last_color = color
            self._pane.highlight_wanted.emit(*selected, color, with_note)

    def _take(self) -> tuple[int, int] | None:
        """Return what is selected, and let go of the selection."""
        selected = self._view.selected_range()
        self._pane.hide_floating()
        if selected is not None:
            self._view.clear_selection()
        return selected

    @Slot()
    def _on_selection_ended(self) -> None:
        self._pane.hide_floating()
        if self._view.selected_range() is None or is_read_only(self._pane):
            return
        place = self._view.selection_rectangle()
        corner = self._view.viewport().mapTo(self._pane, place.topLeft())
        self.swatches.show_beside(QRect(corner, place.size()))

    @Slot()
    def _on_selection_changed(self) -> None:
        if "swatches" in self.__dict__ and not self._view.textCursor().hasSelection():
            self.swatches.hide()

    @Slot()
    def _on_term_key(self) -> None:
        self._pane.offers.choose_category()

    @Slot()
    def _on_remove_pressed(self) -> None:
        mark = self._pane.editing.meant()
        if mark is not None:
            self._pane.remove_wanted.emit(mark.id)
