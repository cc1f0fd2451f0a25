"""The box of a note and its page on one spot: the page lies over the box while nobody writes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QRect, QSize, QTimer, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.gui.autosave import grown
from reader.gui.notes.edit import NoteEdit
from reader.gui.notes.preview import NotePreview, place_in_words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from reader.gui.notes.aids import NoteAids
    from reader.gui.saving import SaveKey

Mode = Literal["written", "shown", "both"]

_RENDER_AFTER = 250
_GAP = 4


class NotePages(QWidget):
    """Shows a note's page over its box, or below it while it is written.

    The box stays in its place below the page, with its words, its caret and the keyboard's way
    to it: showing one or the other moves nothing but a widget without words of its own.
    """

    def __init__(
        self,
        key: SaveKey,
        text: str,
        aids: NoteAids,
        *,
        placeholder: str,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        # What moves with all it holds is styled anew: it is made where it stays.
        editor = self.editor = grown(NoteEdit(key, text, self), placeholder)
        self._aids = aids
        self._name = name
        self._preview: NotePreview | None = None
        self._writing = False
        self._beside = False
        self._rests = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(editor)
        aids.rendered.connect(self._on_rendered)
        editor.entered.connect(self._on_entered)
        editor.left.connect(self._on_left)
        editor.ended.connect(self._on_ended)
        editor.preview_wanted.connect(self.toggle)
        editor.textChanged.connect(self._on_text_changed)

    @cached_property
    def _render(self) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(_RENDER_AFTER)
        timer.timeout.connect(self.refresh)
        return timer

    @property
    def mode(self) -> Mode:
        """Say what is to be seen: the box, the page, or both."""
        if self._preview is None or self._preview.isHidden():
            return "written"
        return "both" if self._writing else "shown"

    @property
    def preview(self) -> NotePreview | None:
        """Return the page, once there was one."""
        return self._preview

    @Slot()
    def toggle(self) -> None:
        """Show the page below the box while something is written, or no more."""
        self._beside = not self._beside
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what is to be seen now; a page that is not rendered yet comes when it is."""
        words = self.editor.words
        page = None
        if words.strip() and self.isVisible() and (self._beside or not self._writing):
            page = self._aids.page(words)
            if page is None and self._writing:
                return  # the page of a moment ago stays until the new one is there
        if page is None:
            if self._preview is not None:
                self._preview.hide()
        else:
            preview = self._make_preview()
            preview.show_page(page)
            preview.show()
            preview.raise_()
            if self._rests:
                preview.setFocus()
        self._rests = self._rests and page is None
        self._place()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        height = self.editor.sizeHint().height()
        if self._preview is not None and self.mode != "written":
            shown = self._preview.fitting_height()
            height = shown if self.mode == "shown" else height + _GAP + shown
        return QSize(200, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
            self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _make_preview(self) -> NotePreview:
        if self._preview is None:
            self._preview = NotePreview(self._name, self)
            self._preview.resize(self.size())
            QWidget.setTabOrder(self.editor, self._preview)
            self._preview.edit_wanted.connect(self._on_edit_wanted)
        return self._preview

    def _place(self) -> None:
        room, mode = self.rect(), self.mode
        if mode == "both" and self._preview is not None:
            upper = self.editor.sizeHint().height()
            self.editor.setGeometry(QRect(0, 0, room.width(), upper))
            top = upper + _GAP
            self._preview.setGeometry(QRect(0, top, room.width(), max(room.height() - top, 0)))
            return
        self.editor.setGeometry(room)
        if self._preview is not None and mode == "shown":
            self._preview.setGeometry(room)

    @Slot()
    def _on_entered(self) -> None:
        self._writing, self._rests = True, False
        self.refresh()

    @Slot()
    def _on_left(self) -> None:
        self._writing = False
        self.refresh()

    @Slot()
    def _on_ended(self) -> None:
        """Give the keyboard to the page, as soon as it is there."""
        self._writing, self._rests = False, True
        self.refresh()

    @Slot()
    def _on_text_changed(self) -> None:
        if self.editor.hasFocus():
            self._writing, self._rests = True, False
        # Where keys follow one another the page can wait.
        if self._beside or not self._writing:
            self._render.start()

    @Slot(str)
    def _on_rendered(self, text: str) -> None:
        if text == self.editor.words and (self._beside or not self._writing):
            self.refresh()

    @Slot(int)
    def _on_edit_wanted(self, position: int) -> None:
        """Go on writing, where the page was clicked."""
        if self._preview is not None and position >= 0:
            shown = self._preview.toPlainText()
            self.editor.show_place(place_in_words(self.editor.words, shown, position))
        self.editor.setFocus()
