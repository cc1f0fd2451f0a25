"""What the reader does with the open article: marks, statuses, corrections, the trash."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from reader.model.changes import Changes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.gui.notices import Notice
    from reader.gui.session import Session
    from reader.gui.undoing import Done, Undoing
    from reader.model.annotations import Highlight
    from reader.presentation.messages import Messages
    from reader.services.desk import Desk


class ArticleFlow(QObject):
    """Turns wishes into writes on the library.

    ``highlighted(id, with_note)`` after a highlight was made.
    """

    highlighted = Signal(str, bool)

    def __init__(
        self, session: Session, notice: Notice, messages: Messages, *, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._notice = notice
        self._messages = messages
        self.article_id = ""

    @cached_property
    def undoing(self) -> Undoing:
        """Return the way back from what was done, made after the first paint."""
        from reader.gui.undoing import Undoing

        return Undoing(self._session, self._notice, self._messages, parent=self)

    @Slot(int, int, str, bool)
    def highlight(self, start: int, end: int, color: str, with_note: bool) -> None:
        """Mark a passage of the open article."""
        work = partial(_highlight, self.article_id, start, end, color)
        self._session.write(work, partial(self._on_highlighted, with_note))

    @Slot(str, str)
    def recolor(self, highlight_id: str, color: str) -> None:
        """Give a highlight another colour."""
        self._session.write(partial(_recolor, highlight_id, color))

    @Slot(str)
    def remove_highlight(self, highlight_id: str) -> None:
        """Take a highlight away; the notice can bring it back."""
        words = self._messages("window.highlight.removed")
        self.undoing.do(partial(_remove_highlight, highlight_id), partial(self._tell, words))

    @Slot(str, str)
    def set_status(self, watch_id: str, status: str) -> None:
        """Give a watch point another status."""
        self._session.write(partial(_set_status, watch_id, status))

    @Slot(object)
    def correct(self, wanted: dict[str, str | None]) -> None:
        """Correct facts of the open article."""
        self._session.write(partial(_correct, self.article_id, wanted))

    def set_state(
        self, article_id: str, *, status: str | None = None, starred: bool | None = None
    ) -> None:
        """Mark an article as read or unread, or give it a star."""
        self._session.write(partial(_set_state, article_id, status, starred))

    def keep_position(self, article_id: str, position: int) -> None:
        """Remember where the reader is in an article."""
        if self._session.read_only:
            return
        # Nobody else shows a position, so no view is told.
        self._session.write(partial(_keep_position, article_id, position))

    def trash(self, article_id: str, title: str) -> None:
        """Lay an article into the trash; the notice can bring it back."""
        short = title if len(title) <= 24 else title[:24] + "…"
        words = self._messages("window.trash.done", title=short)
        self.undoing.do(partial(_trash, [article_id]), partial(self._tell, words))

    def restore(self, article_id: str) -> None:
        """Take an article out of the trash."""
        self._session.write(partial(_restore, [article_id]), self._on_restored)

    def _on_highlighted(self, with_note: bool, result: tuple[Highlight, Changes]) -> None:
        self.highlighted.emit(result[0].id, with_note)

    def _tell(self, words: str, done: Done) -> None:
        self.undoing.tell(words, done)

    def _on_restored(self, _changes: Changes) -> None:
        self._notice.say(self._messages("window.trash.restored"))


def _highlight(
    article_id: str, start: int, end: int, color: str, desk: Desk
) -> tuple[Highlight, Changes]:
    return desk.annotating.highlight(article_id, start, end, color=color)


def _recolor(highlight_id: str, color: str, desk: Desk) -> Changes:
    return desk.annotating.recolor(highlight_id, color)


def _remove_highlight(highlight_id: str, desk: Desk) -> Changes:
    return desk.annotating.remove_highlight(highlight_id)


def _set_status(watch_id: str, status: str, desk: Desk) -> Changes:
    return desk.watching.set_status(watch_id, status)


def _correct(article_id: str, wanted: dict[str, str | None], desk: Desk) -> Changes:
    changes = Changes()
    for field, value in wanted.items():
        changes |= desk.reading.correct(article_id, field, value)
    return changes


def _set_state(article_id: str, status: str | None, starred: bool | None, desk: Desk) -> Changes:
    return desk.reading.set_state(article_id, status=status, starred=starred)


def _keep_position(article_id: str, position: int, desk: Desk) -> None:
    desk.reading.set_state(article_id, position=position)


def _trash(ids: Sequence[str], desk: Desk) -> Changes:
    return desk.reading.trash(ids)


def _restore(ids: Sequence[str], desk: Desk) -> Changes:
    return desk.reading.restore(ids)
