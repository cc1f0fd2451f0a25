"""From the line above an article to the reader's answers about its highlights."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from shiboken6 import isValid

from reader.gui.settling.line import SettleLine
from reader.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction

    from reader.gui.settling.dialog import SettleDialog
    from reader.gui.window import MainWindow
    from reader.model.acts import Undone
    from reader.model.annotations import Highlight
    from reader.model.changes import Changes
    from reader.model.errors import ReaderError
    from reader.model.settling import Doubt
    from reader.services.desk import Desk


class SettleFlow(QObject):
    """Says what waits in the open article, asks about it, and writes the answers."""

    def __init__(self, window: MainWindow, actions: dict[str, QAction]) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._say = window.messages
        self._action = actions["settle"]
        self._put_off = ""
        self._asked_of = ""
        self._dialog: SettleDialog | None = None
        self._acts: list[str] = []
        self.line = SettleLine(window.messages)
        window.views.add_line(self.line)
        self.line.check_wanted.connect(self.open)
        self.line.later_wanted.connect(self._on_later)
        self._action.triggered.connect(self.open)
        window.side_pane.settle_wanted.connect(self.open_at)
        window.article_shown.connect(self.refresh)
        window.views.changed.connect(self.refresh)
        window.looks.changed.connect(self._on_looks_changed)
        self.refresh()

    @property
    def dialog(self) -> SettleDialog | None:
        """Return the dialog while it is open."""
        return self._dialog if self._dialog is not None and isValid(self._dialog) else None

    @Slot()
    def refresh(self) -> None:
        """Say how many highlights of the article that is to be seen wait for an answer."""
        known = self._window.known
        count = 0
        if known is not None and self._window.views.view == "articles":
            count = sum(1 for mark in known.highlights if waits(mark))
            if self._put_off != known.article.id:
                self._put_off = ""
        self._action.setEnabled(count > 0)
        self.line.show_count(0 if self._put_off else count)

    @Slot()
    def open(self) -> None:
        """Ask about the highlights of the open article, from the first that waits."""
        self.open_at("")

    @Slot(str)
    def open_at(self, highlight_id: str) -> None:
        """Ask about them, beginning with this one."""
        known = self._window.known
        if known is not None and self.dialog is None:
            self._asked_of = known.article.id
            self._read(partial(self._on_first_read, highlight_id))

    def _read(self, then: Callable[[tuple[Doubt, ...]], None]) -> None:
        self._session.read(partial(_doubts, self._asked_of), then)

    def _on_first_read(self, highlight_id: str, doubts: tuple[Doubt, ...]) -> None:
        from reader.gui.settling.dialog import SettleDialog

        if not doubts or self.dialog is not None:
            return
        dialog = SettleDialog(self._say, self._window.looks.theme, self._window)
        dialog.accept_wanted.connect(self._on_accept)
        dialog.move_wanted.connect(self._on_move)
        dialog.keep_wanted.connect(self._on_keep)
        dialog.remove_wanted.connect(self._on_remove)
        dialog.undo_wanted.connect(self._on_undo)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._on_finished)
        self._dialog, self._acts = dialog, []
        dialog.show_doubts(doubts, at=highlight_id)
        dialog.open()

    def _write(self, work: Callable[[Desk], Changes]) -> None:
        self._session.write(partial(_act, work), self._on_answered, failed=self._on_failed)

    def _on_answered(self, result: tuple[str, Changes]) -> None:
        self._acts.append(result[0])
        if self.dialog is not None:
            self.dialog.count_answer(1)
        self._read(self._on_read_again)

    def _on_read_again(self, doubts: Sequence[Doubt]) -> None:
        if self.dialog is None:
            return
        if doubts:
            self.dialog.show_doubts(doubts)
            return
        self.dialog.accept()
        self._window.notice.say(
            self._say("settling.done"),
            button=self._say("window.undo"),
            act=self._window.articles.undoing.undo,
        )

    def _on_failed(self, error: ReaderError) -> None:
        """Say why an answer could not be taken, over what stands there now."""
        self._read(partial(self._on_read_after_failure, self._say.error(error)))

    def _on_read_after_failure(self, words: str, doubts: Sequence[Doubt]) -> None:
        self._on_read_again(doubts)
        if self.dialog is not None and doubts:
            self.dialog.tell(words)

    def _on_undone(self, _undone: Undone | None) -> None:
        if self._acts:
            self._acts.pop()
        if self.dialog is not None:
            self.dialog.count_answer(-1)
        self._read(self._on_read_again)

    @Slot(str, int)
    def _on_accept(self, highlight_id: str, revision: int) -> None:
        self._write(partial(_accept, highlight_id, revision))

    @Slot(str, int, int, int)
    def _on_move(self, highlight_id: str, start: int, end: int, revision: int) -> None:
        self._write(partial(_move, highlight_id, start, end, revision))

    @Slot(str)
    def _on_keep(self, highlight_id: str) -> None:
        self._write(partial(_keep, highlight_id))

    @Slot(str)
    def _on_remove(self, highlight_id: str) -> None:
        self._write(partial(_remove, highlight_id))

    @Slot()
    def _on_undo(self) -> None:
        """Take the last answer back, and no other act."""
        if self._acts:
            work = partial(_undo, self._acts[-1])
            self._session.write(work, self._on_undone, failed=self._on_failed)

    @Slot()
    def _on_later(self) -> None:
        if self._window.known is not None:
            self._put_off = self._window.known.article.id
        self.refresh()

    @Slot()
    def _on_finished(self) -> None:
        self._dialog = None

    @Slot()
    def _on_looks_changed(self) -> None:
        if self.dialog is not None:
            self.dialog.set_theme(self._window.looks.theme)


def waits(mark: Highlight) -> bool:
    """Say whether a highlight waits for the reader's answer."""
    return mark.state != "anchored" and not mark.quotation


def _doubts(article_id: str, desk: Desk) -> tuple[Doubt, ...]:
    return desk.settling.doubtful_of(article_id)


def _act(work: Callable[[Desk], Changes], desk: Desk) -> tuple[str, Changes]:
    """Write an answer, and tell which act it was."""
    changes = work(desk)
    done = desk.undoing.next_undo()
    return (done.id if done is not None else ""), changes


def _accept(highlight_id: str, revision: int, desk: Desk) -> Changes:
    return desk.settling.accept(highlight_id, revision=revision)


def _move(highlight_id: str, start: int, end: int, revision: int, desk: Desk) -> Changes:
    return desk.settling.move(highlight_id, start, end, revision=revision)


def _keep(highlight_id: str, desk: Desk) -> Changes:
    return desk.settling.keep_as_quotation(highlight_id)


def _remove(highlight_id: str, desk: Desk) -> Changes:
    return desk.annotating.remove_highlight(highlight_id)


def _undo(act_id: str, desk: Desk) -> Undone | None:
    latest = desk.undoing.next_undo()
    if latest is None or latest.id != act_id:
        raise UsageError("undo_not_latest")
    return desk.undoing.undo()
