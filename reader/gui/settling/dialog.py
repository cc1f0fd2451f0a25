"""Highlights whose passage has changed, one after the other: old text and new, three answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from reader.gui.flow_layout import FlowLayout
from reader.gui.settling.side_view import SideView
from reader.gui.side_pane.panels import words_label
from reader.presentation.dates import for_people

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.model.passage import Passage
    from reader.model.settling import Doubt, Side
    from reader.presentation.messages import Messages
    from reader.presentation.theme import Theme

_SHORT = 22
_NOTE = 160


class SettleDialog(QDialog):
    """Asks about each highlight that waits; every answer has a key of one letter.

    ``accept_wanted(id, revision)``, ``move_wanted(id, start, end, revision)``,
    ``keep_wanted(id)``, ``remove_wanted(id)``, ``undo_wanted()``.
    """

    accept_wanted = Signal(str, int)
    move_wanted = Signal(str, int, int, int)
    keep_wanted = Signal(str)
    remove_wanted = Signal(str)
    undo_wanted = Signal()

    def __init__(self, messages: Messages, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = messages
        self._theme = theme
        self._doubts: tuple[Doubt, ...] = ()
        self._place = 0
        self._answered = 0
        self.setWindowTitle(messages("settling.title"))
        self.resize(980, 640)
        self.progress = words_label(name="section")
        self.about = words_label()
        self.note = words_label(name="muted")
        self.old = SideView(messages("settling.old"), gone=True)
        self.new = SideView(messages("settling.new"), gone=False)
        self.new.box.selectionChanged.connect(self._on_selection_changed)
        self.buttons: dict[str, QPushButton] = {}
        self.candidates: list[QPushButton] = []
        self._places: list[Passage] = []
        self._offers = FlowLayout(gap=5)
        self._candidates_title = words_label(name="muted")
        column = QVBoxLayout(self)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self.about, 1)
        top.addWidget(self.progress)
        column.addLayout(top)
        column.addWidget(self.note)
        column.addWidget(self._make_sides(), 1)
        column.addWidget(self._candidates_title)
        column.addLayout(self._offers)
        column.addLayout(self._make_buttons())
        for number in range(1, 6):
            self._key(str(number), self._on_digit)

    @property
    def doubt(self) -> Doubt | None:
        """Return the one that is asked about."""
        return self._doubts[self._place] if self._doubts else None

    def show_doubts(self, doubts: Sequence[Doubt], *, at: str = "") -> None:
        """Ask about these; ``at`` names the one to begin with, else it goes on where it was."""
        self._doubts = tuple(doubts)
        named = [place for place, one in enumerate(doubts) if one.mark.id == at]
        self._place = named[0] if named else min(self._place, max(len(doubts) - 1, 0))
        self._show()

    def count_answer(self, by: int) -> None:
        """Learn that one was answered, or that an answer was taken back."""
        self._answered = max(self._answered + by, 0)
        self.buttons["undo"].setEnabled(self._answered > 0)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for view in (self.old, self.new):
            view.set_theme(theme)

    def tell(self, words: str) -> None:
        """Say why an answer could not be taken."""
        self.about.setText(words)

    def _make_sides(self) -> QSplitter:
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setChildrenCollapsible(False)
        sides.setHandleWidth(1)
        self.old.layout().setContentsMargins(0, 0, 8, 0)  # type: ignore[union-attr]
        self.new.layout().setContentsMargins(8, 0, 0, 0)  # type: ignore[union-attr]
        sides.addWidget(self.old)
        sides.addWidget(self.new)
        sides.setSizes([1, 1])
        return sides

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(7)
        kinds: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("accept", "A", self._on_accept),
            ("move", "M", self._on_move),
            ("keep", "Q", self._on_keep),
            ("remove", "Del", self._on_remove),
            ("undo", "Ctrl+Z", self._on_undo),
            ("previous", "P", self._on_previous),
            ("next", "N", self._on_next),
        )
        for name, key, slot in kinds:
            if name == "undo":
                row.addStretch(1)
            button = QPushButton(self._say(f"settling.{name}"))
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            self._key(key, button.click)
            self.buttons[name] = button
            row.addWidget(button)
        self.buttons["undo"].setEnabled(False)
        return row

    def _key(self, key: str, slot: Callable[[], None]) -> None:
        QShortcut(QKeySequence(key), self).activated.connect(slot)

    def _show(self) -> None:
        say, doubt = self._say, self.doubt
        if doubt is None:
            return
        total = len(self._doubts) + self._answered
        number = self._place + self._answered + 1
        self.progress.setText(say("settling.progress", number=number, total=total))
        state = doubt.mark.state
        if state == "doubtful" and not (doubt.old.marked or doubt.new.marked):
            state_key = "unsure"
        else:
            state_key = str(state)
        self.about.setText(say(f"settling.{state_key}"))
        note = " ".join(doubt.mark.note.split())
        self.note.setText(say("settling.note", words=_cut(note, _NOTE)) if note else "")
        self.note.setVisible(bool(note))
        self.old.show_side(doubt.old, self._heading("old", doubt.old), self._theme)
        self.new.show_side(doubt.new, self._heading("new", doubt.new), self._theme)
        self._show_candidates(doubt)
        self.buttons["accept"].setEnabled(doubt.mark.state == "doubtful")
        for name in ("previous", "next"):
            self.buttons[name].setEnabled(len(self._doubts) > 1)
        if doubt.mark.state == "lost":
            self._choose(0)
        self._on_selection_changed()
        self.new.box.setFocus()

    def _show_candidates(self, doubt: Doubt) -> None:
        self.candidates = []
        # The place that is shown as the passage is there to be accepted, not to be moved to.
        here = (doubt.new.start, doubt.new.end)
        self._places = [one for one in doubt.candidates if (one.start, one.end) != here]
        for number, place in enumerate(self._places, 1):
            words = _cut(" ".join(place.text.split()), _SHORT)
            button = QPushButton(f"{number}  {words}".replace("&", "&&"))
            button.setAccessibleName(
                self._say("settling.candidate", number=number, words=place.text)
            )
            button.setToolTip(place.text)
            button.setAutoDefault(False)
            button.setProperty("number", number)
            button.clicked.connect(self._on_candidate_clicked)
            self.candidates.append(button)
        self._offers.replace(self.candidates)
        key = "settling.candidates" if self.candidates else "settling.by_hand"
        self._candidates_title.setText(self._say(key))

    def _heading(self, name: str, side: Side) -> str:
        date = for_people(side.date[:10], self._say.language)
        return self._say(
            "settling.side", side=self._say(f"settling.{name}"), title=side.title, date=date
        )

    def _choose(self, number: int) -> None:
        if number < len(self._places):
            place = self._places[number]
            self.new.select(place.start, place.end)
            self.new.box.setFocus()

    def _step(self, by: int) -> None:
        if self._doubts:
            self._place = (self._place + by) % len(self._doubts)
            self._show()

    @Slot()
    def _on_selection_changed(self) -> None:
        start, end = self.new.selection
        self.buttons["move"].setEnabled(end > start)

    @Slot()
    def _on_candidate_clicked(self) -> None:
        self._choose(int(self.sender().property("number")) - 1)

    @Slot()
    def _on_digit(self) -> None:
        key = self.sender()
        if isinstance(key, QShortcut):
            self._choose(int(key.key().toString()) - 1)

    @Slot()
    def _on_accept(self) -> None:
        if self.doubt is not None:
            self.accept_wanted.emit(self.doubt.mark.id, self.doubt.revision)

    @Slot()
    def _on_move(self) -> None:
        start, end = self.new.selection
        if self.doubt is not None and end > start:
            self.move_wanted.emit(self.doubt.mark.id, start, end, self.doubt.revision)

    @Slot()
    def _on_keep(self) -> None:
        if self.doubt is not None:
            self.keep_wanted.emit(self.doubt.mark.id)

    @Slot()
    def _on_remove(self) -> None:
        if self.doubt is not None:
            self.remove_wanted.emit(self.doubt.mark.id)

    @Slot()
    def _on_undo(self) -> None:
        self.undo_wanted.emit()

    @Slot()
    def _on_previous(self) -> None:
        self._step(-1)

    @Slot()
    def _on_next(self) -> None:
        self._step(1)


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[:most] + "…"
