"""The tags of a note or a highlight: a small button each, and a box to type more."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit, QSizePolicy, QToolButton, QWidget

from reader.gui.flow_layout import FlowLayout
from reader.gui.guarding import guarded
from reader.model.tags import clean_tag, clean_tags

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
    from PySide6.QtWidgets import QAbstractItemView

    from reader.gui.notes.aids import NoteAids
    from reader.presentation.messages import Messages

_BETWEEN = re.compile(r"[,、，;；\n\t]")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHOWN = 24


class TagBox(QLineEdit):
    """``typed(text)`` when a tag is complete, ``rubbed()`` by Backspace where there is nothing."""

    typed = Signal(str)
    rubbed = Signal()

    def __init__(self, aids: NoteAids, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._aids = aids
        self._composing = False
        self.setObjectName("tags")
        self.setFrame(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._on_edited)

    @cached_property
    def completer_of_tags(self) -> QCompleter:
        """Return what offers the tags that are in use, made when something is first typed."""
        completer = QCompleter(self._aids.names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(8)
        completer.setWidget(self)
        completer.activated[str].connect(self._on_chosen)  # type: ignore[index]
        return completer

    def complete(self) -> None:
        """Take what is typed for a tag, if it is anything."""
        text = self.text()
        if text.strip():
            self.clear()
            self.typed.emit(text)

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self.text() or self.placeholderText())
        return QSize(wide + 26, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing:
            super().keyPressEvent(event)
            return
        if event.key() in _ENTER:
            offers = self._offers
            if offers is not None and offers.currentIndex().isValid():
                event.ignore()  # the list of offers takes it
            else:
                self.complete()
                self._hide_offers()
            return
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.rubbed.emit()
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        if self._composing:
            self._hide_offers()
        super().inputMethodEvent(event)

    @guarded
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._aids.ask_for_names()

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._composing = False
            self.complete()

    @property
    def _offers(self) -> QAbstractItemView | None:
        """Return the list of offers while it is open."""
        if "completer_of_tags" not in self.__dict__:
            return None
        offers = self.completer_of_tags.popup()
        return offers if offers is not None and offers.isVisible() else None

    def _hide_offers(self) -> None:
        if self._offers is not None:
            self._offers.hide()

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self.updateGeometry()
        *whole, rest = _BETWEEN.split(text)
        if whole:
            self.setText(rest)
            for one in whole:
                self.typed.emit(one)
            self._hide_offers()
            return
        self.completer_of_tags.setCompletionPrefix(clean_tag(text))
        if clean_tag(text):
            self.completer_of_tags.complete()
        else:
            self._hide_offers()

    @Slot(str)
    def _on_chosen(self, tag: str) -> None:
        self.clear()
        self.typed.emit(tag)


class _Chip(QToolButton):
    """A tag; Space, Enter, Delete and Backspace take it away."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*_ENTER, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
            return
        super().keyPressEvent(event)


class TagLine(QWidget):
    """``changed()`` when the reader gave a tag or took one away."""

    changed = Signal()

    def __init__(self, messages: Messages, aids: NoteAids, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = messages
        self._tags: tuple[str, ...] = ()
        self._read_only = False
        self._flow = FlowLayout(self, gap=4)
        self.box = TagBox(aids)
        self.box.setPlaceholderText(messages("notes.tag.add"))
        self.box.setAccessibleName(messages("notes.tag.add"))
        self.box.setToolTip(messages("notes.tag.about"))
        self.box.typed.connect(self._on_typed)
        self.box.rubbed.connect(self._on_rubbed)
        self._chips: list[QToolButton] = []
        self._flow.addWidget(self.box)

    @property
    def tags(self) -> tuple[str, ...]:
        """Return the tags that are shown."""
        return self._tags

    @property
    def chips(self) -> list[QToolButton]:
        """Return the buttons of the tags, in order."""
        return list(self._chips)

    def show_tags(self, tags: Sequence[str]) -> None:
        """Show these tags; what is being typed stays."""
        if tuple(tags) == self._tags:
            return
        self._tags = tuple(tags)
        self._lay()

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be changed, or everything again."""
        self._read_only = read_only
        self.box.setVisible(not read_only)
        self._lay()

    def put_in_order(self) -> None:
        """Let Tab go through the chips to the box, from whatever is before the box."""
        before = self.box.previousInFocusChain()
        while before is not None and before in self._chips:
            before = before.previousInFocusChain()
        for widget in (*self._chips, self.box):
            if before is not None:
                QWidget.setTabOrder(before, widget)
            before = widget

    def hand_over(self) -> None:
        """Take what is typed for a tag: the box is left."""
        self.box.complete()

    def _lay(self) -> None:
        """Put the chips before the box, which stays what and where it is."""
        focused = next((n for n, chip in enumerate(self._chips) if chip.hasFocus()), None)
        self._chips = [self._chip(tag) for tag in self._tags]
        self._flow.replace([*self._chips, self.box])
        self.put_in_order()
        if focused is not None:
            self.box.setFocus()
        self.updateGeometry()

    def _chip(self, tag: str) -> QToolButton:
        chip = _Chip(self)
        chip.setObjectName("tag")
        short = tag if len(tag) <= _SHOWN else tag[:_SHOWN] + "…"
        # An ampersand would be a mnemonic.
        words = short.replace("&", "&&")
        chip.setText(words if self._read_only else f"{words}  ×")
        said = tag if self._read_only else self._say("notes.tag.remove", tag=tag)
        chip.setAccessibleName(said)
        chip.setToolTip(said)
        chip.setProperty("tag", tag)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.setEnabled(not self._read_only)
        chip.clicked.connect(self._on_chip_clicked)
        chip.show()
        return chip

    def _change(self, tags: Sequence[str]) -> None:
        if tuple(tags) != self._tags:
            self.show_tags(tags)
            self.changed.emit()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._change(clean_tags((*self._tags, text)))

    @Slot()
    def _on_rubbed(self) -> None:
        self._change(self._tags[:-1])

    @Slot()
    def _on_chip_clicked(self) -> None:
        gone = self.sender().property("tag")
        self._change([tag for tag in self._tags if tag != gone])
