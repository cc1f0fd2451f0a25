"""The page of an article: marks over its column, dots in the margin, and what is done on it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)

from reader.gui.article_pane.marked import MarkedColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from PySide6.QtWidgets import QWidget

    from reader.gui.article_pane.dragging import Dragging
    from reader.gui.article_pane.gestures import Gestures
    from reader.gui.article_pane.steps import CaretSteps
    from reader.presentation.theme import Theme

    WordsSource: TypeAlias = Callable[[str, Callable[[Sequence[int]], None]], None]


class ArticleView(MarkedColumn):
    """Shows a page and tells, in offsets of the text, what the reader does on it.

    ``term_hovered(id, rectangle)`` gives the id of a term, or nothing when the pointer leaves
    it, ``term_clicked(id, offset)`` one that was clicked or meant by Return; ``clicked(offset)``
    a click on text that is no selection. ``mark_clicked(id)`` is told of a click on a mark in
    the margin, ``mark_pointed(id, screen point)`` when the pointer rests there;
    ``reshaped(start, end)`` when an end of the current highlight was moved. The keys are told
    by what they are for: ``edit_key_pressed`` with extend, split, merge, next or previous.
    ``words_source(text, then)`` finds the words of a text elsewhere.
    """

    term_hovered = Signal(str, QRect)
    term_clicked = Signal(str, int)
    link_clicked = Signal(str)
    asides_toggled = Signal()
    clicked = Signal(int)
    mark_clicked = Signal(str)
    mark_pointed = Signal(str, QPoint)
    reshaped = Signal(int, int)
    selection_ended = Signal()
    color_key_pressed = Signal(str)
    note_key_pressed = Signal()
    remove_key_pressed = Signal()
    edit_key_pressed = Signal(str)
    term_key_pressed = Signal()
    watch_key_pressed = Signal()
    card_key_pressed = Signal(str)
    menu_key_pressed = Signal()
    touched = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.words_source: WordsSource | None = None
        self.anchorClicked.connect(self._on_anchor_clicked)

    @cached_property
    def gestures(self) -> Gestures:
        """Return what listens to pointer and keys, made with the first of them (``touched``)."""
        from reader.gui.article_pane.gestures import Gestures

        self.touched.emit()
        return Gestures(self)

    @cached_property
    def dragging(self) -> Dragging:
        """Return what the mouse takes hold of, made when it is first pressed."""
        from reader.gui.article_pane.dragging import Dragging

        return Dragging(self)

    @cached_property
    def steps(self) -> CaretSteps:
        """Return what moves the caret by words and sentences."""
        from reader.gui.article_pane.steps import CaretSteps

        return CaretSteps(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.dragging.pressed(event):
            super().mousePressEvent(event)
            self.dragging.settle(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self.dragging.doubled(event):
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.dragging.moved(event):
            super().mouseMoveEvent(event)
            self.dragging.settle(event)
        self.gestures.moved(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.dragging.released(event):
            return
        super().mouseReleaseEvent(event)
        self.gestures.released(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self._unpainted:
            self.caret.show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if "caret" in self.__dict__:
            self.caret.hide()

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self.steps.takes(event)
        ):
            # On macOS a step by words has the keys of an action: here it is the step.
            event.accept()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._highlights:
            mark = self.overlay.mark_at(event.pos())
            if mark is not None:
                self.mark_pointed.emit(mark.id, event.globalPos())
                return True
        return super().viewportEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.gestures.left()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.gestures.pressed(event):
            return
        before = self.textCursor().position()
        super().keyPressEvent(event)
        self.steps.settle(before)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if event.key() == Qt.Key.Key_Shift:
            self.selection_ended.emit()

    @Slot(QUrl)
    def _on_anchor_clicked(self, url: QUrl) -> None:
        self.gestures.follow(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
