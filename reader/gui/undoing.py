"""Undo and redo of what the reader did in the library, whichever window or command did it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from reader.model.changes import Changes
from reader.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.gui.notices import Notice
    from reader.gui.session import Session
    from reader.model.acts import Act, Undone
    from reader.model.errors import ReaderError
    from reader.presentation.messages import Messages
    from reader.services.desk import Desk


class Done(NamedTuple):
    """What a write gave, the act that it was (None where nothing changed), and its changes."""

    result: object
    act: Act | None
    changes: Changes


class NextActs(NamedTuple):
    """What would be undone now, and what done again."""

    undo: Act | None
    redo: Act | None


class Undoing(QObject):
    """Takes acts back and does them again, and says which; ``next_known(undo, redo)`` in words."""

    next_known = Signal(str, str)

    def __init__(
        self, session: Session, notice: Notice, messages: Messages, *, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._notice = notice
        self._say = messages
        session.changed.connect(self._on_changed)
        session.changed_elsewhere.connect(self._on_changed)

    def do(self, work: Callable[[Desk], object], then: Callable[[Done], None]) -> None:
        """Write something; ``then`` learns which act it was."""
        self._session.write(partial(_do, work), then)

    def tell(self, words: str, done: Done) -> None:
        """Say what was done, quietly, and offer to take just that back."""
        act = done.act
        if act is None:
            return
        self._notice.say(
            words,
            button=self._say("window.undo"),
            act=partial(self._undo_just, act),
        )

    @Slot()
    def undo(self) -> None:
        """Take the latest act back."""
        self._session.write(_undo, self._on_undone, failed=self._on_refused)

    @Slot()
    def redo(self) -> None:
        """Do again what was undone last."""
        self._session.write(_redo, self._on_redone, failed=self._on_refused)

    @Slot()
    def refresh(self) -> None:
        """Ask what would be undone and done again."""
        self._session.read(_next, self._on_next)

    def _undo_just(self, act: Act) -> None:
        self._session.write(partial(_undo_just, act.id), self._on_undone, failed=self._on_refused)

    def _words(self, act: Act) -> str:
        return self._say(act.label, **act.details)

    def _on_undone(self, undone: Undone | None) -> None:
        if undone is None:
            self._notice.say(self._say("terms.undo.nothing"))
            return
        self._notice.say(
            self._say("terms.undo.done", what=self._words(undone.act)),
            button=self._say("terms.undo.redo"),
            act=self.redo,
        )

    def _on_redone(self, undone: Undone | None) -> None:
        if undone is None:
            self._notice.say(self._say("terms.undo.nothing_again"))
            return
        self._notice.say(
            self._say("terms.undo.redone", what=self._words(undone.act)),
            button=self._say("window.undo"),
            act=self.undo,
        )

    def _on_refused(self, error: ReaderError) -> None:
        self._notice.say(self._say.error(error))
        self.refresh()

    def _on_next(self, acts: NextActs) -> None:
        words = [self._words(act) if act is not None else "" for act in acts]
        self.next_known.emit(*words)

    @Slot()
    def _on_changed(self) -> None:
        self.refresh()


def _do(work: Callable[[Desk], object], desk: Desk) -> Done:
    before = desk.undoing.next_undo()
    result = work(desk)
    after = desk.undoing.next_undo()
    changes = result if isinstance(result, Changes) else None
    if isinstance(result, tuple) and isinstance(result[-1], Changes):
        changes = result[-1]
    new = after if after is not None and (before is None or before.id != after.id) else None
    return Done(result, new, changes or Changes())


def _undo(desk: Desk) -> Undone | None:
    return desk.undoing.undo()


def _redo(desk: Desk) -> Undone | None:
    return desk.undoing.redo()


def _undo_just(act_id: str, desk: Desk) -> Undone | None:
    """Undo an act if it is still the latest: a notice must not take another one back."""
    latest = desk.undoing.next_undo()
    if latest is None or latest.id != act_id:
        raise UsageError("undo_not_latest")
    return desk.undoing.undo()


def _next(desk: Desk) -> NextActs:
    return NextActs(desk.undoing.next_undo(), desk.undoing.next_redo())
