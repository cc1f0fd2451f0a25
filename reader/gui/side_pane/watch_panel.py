"""The watch points of the article: a card each, with its status and the notes on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from reader.gui.side_pane.note_editors import NoteEditors
from reader.gui.side_pane.panels import Card, Column, more_button, words_label
from reader.model.watching import WATCH_STATUSES, WatchPoint
from reader.presentation.dates import for_people

if TYPE_CHECKING:
    from reader.gui.notes.aids import NoteAids
    from reader.gui.saving import SaveKey
    from reader.presentation.messages import Messages


_HEADING = 36


class WatchCard(Card):
    """One watch point.

    ``status_wanted(id, status)``, ``dismiss_asked(id)`` when it is none, ``save_wanted`` for
    its notes.
    """

    status_wanted = Signal(str, str)
    dismiss_asked = Signal(str)
    save_wanted = Signal(object, str, str)

    def __init__(
        self,
        point: WatchPoint,
        messages: Messages,
        aids: NoteAids | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(point.id, parent)
        self._messages = messages
        self._status = words_label()
        self._more = more_button(messages("window.watch.menu"))
        top = QHBoxLayout()
        top.addWidget(self._status, 1)
        top.addWidget(self._more)
        self.body.addLayout(top)
        self._question = words_label()
        self._below = words_label(name="muted")
        self.notes = NoteEditors(
            "watch_point",
            point.id,
            messages,
            placeholder=messages("window.note.on_watch"),
            always=False,
            aids=aids,
        )
        self.notes.save_wanted.connect(self.save_wanted)
        for widget in (self._question, self._below, self.notes):
            self.body.addWidget(widget)
        self._more.setMenu(self._make_menu())
        self.show_point(point)

    def show_point(self, point: WatchPoint) -> None:
        """Show what the point says and how it stands now."""
        say = self._messages
        status = say(f"window.watch.{point.status}")
        self._status.setText(f"●  {status}")
        if self._status.objectName() != f"status_{point.status}":
            self._status.setObjectName(f"status_{point.status}")
            self._status.style().unpolish(self._status)
            self._status.style().polish(self._status)
        self._question.setText(point.text)
        self.setAccessibleName(f"{status}: {point.text}")
        below = self._line_below(point)
        self._below.setText(below)
        self._below.setVisible(bool(below))
        self.notes.show_notes(point.notes)
        for action in self._actions:
            action.setChecked(action.data() == point.status)

    def _line_below(self, point: WatchPoint) -> str:
        say = self._messages
        parts = []
        if point.horizon:
            dates = [for_people(date, say.language) for date in point.horizon.split("/")]
            parts.append(say("window.watch.horizon", when="–".join(dict.fromkeys(dates))))
        if point.history:
            last = point.history[-1]
            parts.append(say("window.watch.since", when=for_people(last.at[:10], say.language)))
        if point.end == point.start:
            parts.append(say("window.watch.passage_gone"))
        return " ・ ".join(parts)

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        self._actions: list[QAction] = []
        for status in WATCH_STATUSES:
            action = menu.addAction(self._messages(f"window.watch.{status}"))
            action.setCheckable(True)
            action.setData(status)
            self._actions.append(action)
        menu.addSeparator()
        self._note_action = menu.addAction(self._messages("window.note.add"))
        self._dismiss_action = menu.addAction(self._messages("terms.watch.dismiss"))
        menu.triggered.connect(self._on_triggered)
        return menu

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        if action is self._note_action:
            self.notes.write()
        elif action is self._dismiss_action:
            self.dismiss_asked.emit(self.id)
        else:
            self.status_wanted.emit(self.id, action.data())


class WatchPanel(Column):
    """All watch points of one article under the headings they come from."""

    point_chosen = Signal(str)
    status_wanted = Signal(str, str)
    dismiss_asked = Signal(str)
    save_wanted = Signal(object, str, str)

    def __init__(
        self, messages: Messages, aids: NoteAids | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._messages = messages
        self._aids = aids
        self._cards: dict[str, WatchCard] = {}
        self._headings: dict[tuple[str, int], QWidget] = {}
        self._wanted = ""

    def show_points(self, points: tuple[WatchPoint, ...], *, none: str = "") -> None:
        """Show these points, cards that stay changed in place; ``none`` is said of none."""
        cards: dict[str, WatchCard] = {}
        order: list[QWidget] = []
        headings: dict[tuple[str, int], QWidget] = {}
        last = ""
        for point in points:
            heading = self._heading_of(point)
            if heading and heading != last:
                # One heading may stand at several places, when points from the text come between.
                place = (heading, sum(1 for words, _ in headings if words == heading))
                headings[place] = self._headings.get(place) or _heading_label(heading)
                order.append(headings[place])
            last = heading
            card = self._cards.get(point.id)
            if card is None:
                card = self._make_card(point)
            else:
                card.show_point(point)
            cards[point.id] = card
            order.append(card)
        if not order:
            order = [words_label(none or self._messages("window.watch.none"), "muted")]
        self._cards, self._headings = cards, headings
        self.set_order(order)
        if self._wanted in cards:
            self.show_current(self._wanted)

    def show_current(self, id_: str, *, note: bool = False) -> None:
        """Mark a card as the one that is meant and bring it into view, as soon as it is there."""
        for card in self._cards.values():
            card.set_current(card.id == id_)
        self._wanted = "" if id_ in self._cards else id_
        if id_ in self._cards:
            self.bring_into_view(self._cards[id_])
            if note:
                self._cards[id_].notes.write()

    def card(self, id_: str) -> WatchCard | None:
        """Return the card of a watch point."""
        return self._cards.get(id_)

    def confirm(self, key: SaveKey, text: str, asked: str, note_id: str) -> None:
        """Pass the saver's answer on to the card that it is for."""
        card = self._cards.get(key.target_id)
        if card is not None:
            card.notes.confirm(key, text, asked, note_id)

    def show_unsaved(self, key: SaveKey, text: str) -> None:
        """Pass words that are not committed yet on to the card that they are for."""
        if key.target_id in self._cards:
            self._cards[key.target_id].notes.show_unsaved(key, text)

    def hand_over(self) -> None:
        """Hand all new words to the saver now."""
        for card in self._cards.values():
            card.notes.hand_over()

    def _heading_of(self, point: WatchPoint) -> str:
        return (
            self._messages("window.watch.in_text") if point.origin == "sentence" else point.heading
        )

    def _make_card(self, point: WatchPoint) -> WatchCard:
        card = WatchCard(point, self._messages, self._aids)
        card.chosen.connect(self._on_chosen)
        card.status_wanted.connect(self.status_wanted)
        card.dismiss_asked.connect(self.dismiss_asked)
        card.save_wanted.connect(self.save_wanted)
        return card

    @Slot(str)
    def _on_chosen(self, id_: str) -> None:
        self.show_current(id_)
        self.point_chosen.emit(id_)


def _heading_label(heading: str) -> QWidget:
    """Make the label of a group; a whole sentence that introduces a list is cut short."""
    short = heading if len(heading) <= _HEADING else heading[:_HEADING] + "…"
    label = words_label(short, "section")
    label.setToolTip(heading if short != heading else "")
    return label
