"""The owner of every word that is typed and not yet committed.

An editor may go away (another article is opened) while its words are on their way; the saver
keeps them, one write at a time for each place, and tries again until they are in the library.
"""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal, Slot

from reader.model.errors import ReaderError
from reader.services.own_words import SaveKey, Stored, write
from reader.services.words import tidy

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.gui.runner import DeskThread
    from reader.services.desk import Desk

__all__ = ["Fault", "SaveKey", "Saver", "Stored", "with_kept"]

_log = logging.getLogger(__name__)

_RETRY = 4000
_RETRY_AT_END = 200


class Fault(NamedTuple):
    """A fault of ours that a write ran into."""

    error: BaseException


class _Words:
    """What waits for one place, what of it is on its way, and what went wrong."""

    __slots__ = ("expected", "fault", "text", "under_way")

    def __init__(self, text: str, expected: str) -> None:
        self.text = text
        self.expected = expected
        self.under_way: str | None = None
        self.fault: Fault | None = None


class Saver(QObject):
    """Commits what the editors hand over.

    ``taken(key, text, expected)`` when words were handed over, ``stored(key, text, asked,
    note_id)`` after a commit, ``changed(Changes)`` with it, ``failed(key, error)`` when it could
    not be done, ``state_changed(name)`` with ``saving``, ``saved`` or ``failed`` for the whole.
    """

    taken = Signal(object, object, object)
    stored = Signal(object, str, str, str)
    changed = Signal(object)
    failed = Signal(object, object)
    state_changed = Signal(str)

    def __init__(self, writer: DeskThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = writer
        self._words: dict[SaveKey, _Words] = {}
        self._retry = QTimer(self)
        self._retry.setInterval(_RETRY)
        self._retry.timeout.connect(self._on_retry)

    @property
    def unsaved(self) -> dict[SaveKey, str]:
        """Return the words that are not committed yet, by their place."""
        return {key: words.text for key, words in self._words.items()}

    def pending_text(self, key: SaveKey) -> str | None:
        """Return the words of a place that are still on their way, or None."""
        words = self._words.get(key)
        return words.text if words else None

    @Slot(object, str, str)
    def put(self, key: SaveKey, text: str, expected: str) -> None:
        """Take over words to commit; the newest of a place win."""
        words = self._words.get(key)
        if words is None:
            words = self._words[key] = _Words(text, expected)
        words.text = text
        self.taken.emit(key, text, words.expected)
        if words.under_way is None:
            self._send(key, words)

    def _send(self, key: SaveKey, words: _Words) -> None:
        words.under_way = words.text
        self.state_changed.emit("saving")
        self._writer.submit(
            partial(_try_to_write, key, words.text, words.expected),
            partial(self._on_stored, key),
            failed=self._failure(key),
        )

    def _failure(self, key: SaveKey) -> Callable[[ReaderError], None]:
        return partial(self._on_failed, key)

    def _on_stored(self, key: SaveKey, result: Stored | Fault) -> None:
        if isinstance(result, Fault):
            self._on_fault(key, result)
            return
        words = self._words.pop(key)
        asked = words.under_way or ""
        words.under_way, words.fault = None, None
        words.expected = result.text
        if words.text != asked:
            words.text = with_kept(words.text, asked=asked, stored=result.text)
            # A new note has its id now, and so have the words that its editor will hand over.
            now = key._replace(note_id=result.note_id or key.note_id)
            self._words[now] = words
            self._send(now, words)
        self.stored.emit(key, result.text, asked, result.note_id)
        self.changed.emit(result.changes)
        if not self._words:
            self._retry.stop()
            self.state_changed.emit("saved")

    def _on_failed(self, key: SaveKey, error: ReaderError) -> None:
        words = self._words[key]
        words.under_way = None
        self.failed.emit(key, error)
        self.state_changed.emit("failed")
        self._retry.start()

    def _on_fault(self, key: SaveKey, fault: Fault) -> None:
        """Keep the words although the fault is ours, and report it once."""
        words = self._words[key]
        words.under_way = None
        if words.fault is None:
            words.fault = fault
            _log.error("words could not be saved", exc_info=fault.error)
            self._writer.crashed.emit(fault.error)
        self.state_changed.emit("failed")
        self._retry.start()

    def finish(self, seconds: float = 15.0) -> bool:
        """Let events run until all words are committed; say whether they are."""
        loop, limit = QEventLoop(), QTimer()
        limit.setSingleShot(True)
        limit.timeout.connect(loop.quit)
        self.state_changed.connect(loop.quit)
        limit.start(round(seconds * 1000))
        interval = self._retry.interval()
        self._retry.start(_RETRY_AT_END)
        while self._words and limit.isActive():
            loop.exec()
        self._retry.setInterval(interval)
        if not self._words:
            self._retry.stop()
        return not self._words

    @Slot()
    def _on_retry(self) -> None:
        for key, words in list(self._words.items()):
            if words.under_way is None:
                self._send(key, words)


def _try_to_write(key: SaveKey, text: str, expected: str, desk: Desk) -> Stored | Fault:
    """Write, and give back a fault of ours as a value: the saver must learn of it too."""
    try:
        return write(key, text, expected, desk)
    except ReaderError:
        raise
    except BaseException as error:  # noqa: BLE001 - it is reported, and no word may hang on it
        return Fault(error)


def with_kept(newer: str, *, asked: str, stored: str) -> str:
    """Add to newer words what the library kept of another writer's below those it was given.

    ``asked`` were written and ``stored`` came of it; ``newer`` go on from ``asked``.
    """
    if stored == asked:
        return newer
    own = tidy(asked)
    if not own.strip():
        return f"{newer}\n\n{stored}" if stored.strip() else newer
    return newer + stored.removeprefix(own) if stored.startswith(own) else newer
