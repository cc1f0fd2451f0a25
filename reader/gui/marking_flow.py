"""What the reader does to highlights that are there: another range, two of one, one of several."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.gui.undoing import Done, Undoing
    from reader.model.annotations import Highlight
    from reader.model.changes import Changes
    from reader.presentation.messages import Messages
    from reader.services.desk import Desk


class MarkingFlow(QObject):
    """Turns wishes into acts on the library; the notice of each can take it back."""

    def __init__(self, undoing: Undoing, messages: Messages, *, parent: QObject) -> None:
        super().__init__(parent)
        self._undoing = undoing
        self._say = messages

    @Slot(str, int, int)
    def extend(self, highlight_id: str, start: int, end: int) -> None:
        """Let a highlight mark another range."""
        self._do(partial(_extend, highlight_id, start, end), "marking.extended")

    @Slot(str, int)
    def split(self, highlight_id: str, at: int) -> None:
        """Part a highlight in two."""
        self._do(partial(_split, highlight_id, at), "marking.was_split")

    @Slot(object)
    def merge(self, highlight_ids: Sequence[str]) -> None:
        """Join highlights into one."""
        self._do(partial(_merge, tuple(highlight_ids)), "marking.merged")

    def _do(self, work: Callable[[Desk], object], words: str) -> None:
        self._undoing.do(work, partial(self._tell, words))

    def _tell(self, words: str, done: Done) -> None:
        self._undoing.tell(self._say(words), done)


def _extend(highlight_id: str, start: int, end: int, desk: Desk) -> tuple[Highlight, Changes]:
    return desk.marking.extend(highlight_id, start, end)


def _split(highlight_id: str, at: int, desk: Desk) -> tuple[Highlight, Changes]:
    return desk.marking.split(highlight_id, at)


def _merge(highlight_ids: Sequence[str], desk: Desk) -> tuple[Highlight, Changes]:
    return desk.marking.merge(highlight_ids)
