"""The highlights of the open article as things to choose, reshape, part and join."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QToolTip

from reader.presentation.marks import about_mark, joined_to, marks_at, marks_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.gui.article_pane.pane import ArticlePane
    from reader.model.annotations import Highlight
    from reader.presentation.messages import Messages


class Editing(QObject):
    """Knows which highlight is meant, and turns keys and handles into wishes.

    ``extend_wanted(id, start, end)``, ``split_wanted(id, at)``, ``merge_wanted(ids)``.
    """

    extend_wanted = Signal(str, int, int)
    split_wanted = Signal(str, int)
    merge_wanted = Signal(object)

    def __init__(self, pane: ArticlePane, messages: Messages) -> None:
        super().__init__(pane)
        self._pane = pane
        self._view = pane.view
        self._say = messages
        self._chosen_from: tuple[str, ...] = ()
        view = self._view
        view.edit_key_pressed.connect(self._on_key)
        view.mark_clicked.connect(self._on_mark_clicked)
        view.mark_pointed.connect(self._on_mark_pointed)
        view.reshaped.connect(self._on_reshaped)

    @property
    def chosen(self) -> Highlight | None:
        """Return the highlight that has the handles."""
        wanted = self._view.overlay.chosen
        return next((mark for mark in self._marks if mark.id == wanted), None)

    def choose_at(self, offset: int) -> Highlight | None:
        """Choose the smallest highlight over an offset; of several the next one each time."""
        found = marks_at(self._marks, offset)
        ids = tuple(mark.id for mark in found)
        place = 0
        if ids == self._chosen_from and self._view.overlay.chosen in ids:
            place = (ids.index(self._view.overlay.chosen) + 1) % len(ids)
        self._chosen_from = ids
        self.choose(found[place] if found else None)
        return found[place] if found else None

    def choose(self, mark: Highlight | None) -> None:
        """Give a highlight the handles, or none."""
        self._view.overlay.chosen = mark.id if mark else ""
        self._view.viewport().update()

    def meant(self) -> Highlight | None:
        """Return the highlight that a key means: the chosen one if the caret is in it.

        Else the smallest at the caret, and last the one that ends there.
        """
        caret = self._view.caret_offset()
        found = marks_at(self._marks, caret) or marks_at(self._marks, caret, ends=True)
        return next((mark for mark in found if mark == self.chosen), found[0] if found else None)

    def meant_marks(self) -> list[Highlight]:
        """Return the highlights that joining is about: of the selection, else at the caret."""
        selected = self._view.selected_range()
        if selected is not None:
            return marks_of(self._marks, *selected)
        mark = self.meant()
        return joined_to(self._marks, mark, self._view.offsets.text) if mark else []

    def extend(self, mark: Highlight | None = None) -> None:
        """Let a highlight mark what is selected; without a selection take hold of it.

        Of itself it is the chosen one, else the one that has most of the selection. What is
        selected just as it is marked has the other end to be moved.
        """
        selected = self._view.selected_range()
        if selected is None:
            mark = mark or self.meant()
            if mark is not None:
                self.choose(mark)
                self._view.select_range(mark.start, mark.end)
            return
        mark = mark or self._extended_to(*selected)
        if mark is None:
            return
        self.choose(mark)
        if (mark.start, mark.end) == selected and mark.state == "anchored":
            self._view.turn_selection()
            return
        self._pane.hide_floating()
        self._view.clear_selection()
        self.extend_wanted.emit(mark.id, *selected)

    def split(self, mark: Highlight | None = None) -> None:
        """Part a highlight at the caret, if that is inside of it."""
        mark, caret = mark or self.meant(), self._view.caret_offset()
        if mark is not None and mark.start < caret < mark.end:
            self.split_wanted.emit(mark.id, caret)

    def merge(self) -> None:
        """Join the highlights that are meant, where there is more than one."""
        marks = self.meant_marks()
        if len(marks) > 1:
            self._pane.hide_floating()
            self._view.clear_selection()
            self.choose(marks[0])
            self.merge_wanted.emit([mark.id for mark in marks])

    def step(self, by: int) -> None:
        """Go to the next or the previous highlight of the text, round its ends."""
        marks = [mark for mark in self._marks if self._view.offsets.shows(mark.start)]
        if not marks:
            return
        chosen, caret = self.chosen, self._view.caret_offset()
        if chosen in marks and chosen.start <= caret <= chosen.end:
            place = marks.index(chosen) + by
        else:
            before = sum(1 for mark in marks if mark.start < caret)
            at_caret = before < len(marks) and marks[before].start == caret
            place = before - 1 if by < 0 else before + (1 if at_caret and chosen else 0)
        mark = marks[place % len(marks)]
        self._pane.go_to(mark.start, mark.end)
        self.choose(mark)
        event = QAccessibleAnnouncementEvent(self._view, about_mark(mark, self._say))
        QAccessible.updateAccessibility(event)

    @property
    def _marks(self) -> Sequence[Highlight]:
        """Return the highlights that have a place, in the order of the text."""
        known = self._pane.known
        return [mark for mark in known.highlights if mark.state != "lost"] if known else ()

    def _extended_to(self, start: int, end: int) -> Highlight | None:
        found = marks_of(self._marks, start, end)
        chosen = self.chosen
        if chosen in found:
            return chosen
        return max(
            found, key=lambda mark: min(mark.end, end) - max(mark.start, start), default=None
        )

    @Slot(str)
    def _on_key(self, name: str) -> None:
        if name in ("next", "previous"):
            self.step(1 if name == "next" else -1)
        elif name == "extend":
            self.extend()
        elif name == "split":
            self.split()
        else:
            self.merge()

    @Slot(str)
    def _on_mark_clicked(self, mark_id: str) -> None:
        self.choose(next((mark for mark in self._marks if mark.id == mark_id), None))
        self._pane.highlight_chosen.emit(mark_id)

    @Slot(str, QPoint)
    def _on_mark_pointed(self, mark_id: str, where: QPoint) -> None:
        mark = next((one for one in self._marks if one.id == mark_id), None)
        if mark is not None:
            QToolTip.showText(where, about_mark(mark, self._say), self._view.viewport())

    @Slot(int, int)
    def _on_reshaped(self, start: int, end: int) -> None:
        mark = self.chosen
        if mark is not None and (mark.start, mark.end) != (start, end):
            self.extend_wanted.emit(mark.id, start, end)
