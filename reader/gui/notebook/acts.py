"""What the reader does with entries, written off the GUI thread, each with a notice that undoes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.gui.notices import Notice
    from reader.gui.session import Session
    from reader.gui.undoing import Done, Undoing
    from reader.model.changes import Changes
    from reader.model.errors import ReaderError
    from reader.model.notebook import NotebookEntry
    from reader.presentation.messages import Messages
    from reader.services.desk import Desk


class NotebookActs(QObject):
    """Turns wishes into writes. ``trash_changed()`` when something there went or came back."""

    trash_changed = Signal()

    def __init__(
        self,
        session: Session,
        undoing: Undoing,
        notice: Notice,
        *,
        messages: Messages,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._undoing = undoing
        self._notice = notice
        self._say = messages

    def remove(self, entries: Sequence[NotebookEntry]) -> None:
        """Take entries away; the notice brings them back."""
        if len(entries) == 1:
            one = "removed_mark" if entries[0].is_highlight else "removed"
            words = self._say(f"notebook.done.{one}")
        else:
            words = self._say("notebook.done.removed_many", count=len(entries))
        self._do(partial(_remove, [entry.id for entry in entries]), words)

    def recolor(self, entry_ids: Sequence[str], color: str) -> None:
        """Give highlights another colour."""
        words = self._say("notebook.done.recolored", color=self._say(f"window.color.{color}"))
        self._do(partial(_recolor, list(entry_ids), color), words)

    def add_tag(self, entry_ids: Sequence[str], tag: str) -> None:
        """Give entries a tag."""
        self._do(partial(_add_tag, list(entry_ids), tag), self._say("notebook.done.tagged"))

    def rename_tag(self, tag: str, name: str) -> None:
        """Call a tag otherwise wherever it stands."""
        words = self._say("notebook.done.renamed", name=name)
        self._do(partial(_rename_tag, tag, name), words)

    def remove_tag(self, tag: str) -> None:
        """Take a tag away wherever it stands."""
        self._do(partial(_remove_tag, tag), self._say("notebook.done.untagged", tag=tag))

    def restore(self, removed_ids: Sequence[str]) -> None:
        """Bring back what was taken away."""
        words = self._say("notebook.done.restored")
        for removed_id in removed_ids:
            self._session.write(
                partial(_restore, removed_id),
                partial(self._on_trash_changed, words),
                failed=self._on_refused,
            )

    def forget(self, removed_ids: Sequence[str]) -> None:
        """Let go of something for good."""
        words = self._say("notebook.done.forgotten")
        work = partial(_forget, list(removed_ids))
        self._session.write(work, partial(self._on_trash_changed, words), failed=self._on_refused)

    def empty(self) -> None:
        """Let go of all that was taken away."""
        words = self._say("notebook.done.forgotten")
        self._session.write(_empty, partial(self._on_trash_changed, words))

    def _do(self, work: Callable[[Desk], Changes], words: str) -> None:
        self._undoing.do(work, partial(self._on_done, words))

    def _on_done(self, words: str, done: Done) -> None:
        self._undoing.tell(words, done)

    def _on_trash_changed(self, words: str, _result: object) -> None:
        self._notice.say(words)
        self._undoing.refresh()
        self.trash_changed.emit()

    def _on_refused(self, error: ReaderError) -> None:
        self._notice.say(self._say.error(error))
        self.trash_changed.emit()


def _remove(entry_ids: Sequence[str], desk: Desk) -> Changes:
    return desk.notebook.remove(entry_ids)


def _recolor(entry_ids: Sequence[str], color: str, desk: Desk) -> Changes:
    return desk.notebook.recolor(entry_ids, color)


def _add_tag(entry_ids: Sequence[str], tag: str, desk: Desk) -> Changes:
    return desk.notebook.add_tag(entry_ids, tag)


def _rename_tag(tag: str, name: str, desk: Desk) -> Changes:
    return desk.notebook.rename_tag(tag, name)


def _remove_tag(tag: str, desk: Desk) -> Changes:
    return desk.notebook.remove_tag(tag)


def _restore(removed_id: str, desk: Desk) -> Changes:
    return desk.annotating.restore_removed(removed_id)


def _forget(removed_ids: Sequence[str], desk: Desk) -> None:
    for removed_id in removed_ids:
        desk.notebook.forget(removed_id)


def _empty(desk: Desk) -> int:
    return desk.notebook.empty()
