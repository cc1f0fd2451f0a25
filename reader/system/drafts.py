"""The draft journal of a window: what is typed and not committed, on disk within a moment.

Everything is written by a thread of its own; whoever types only hands over a text.
"""

from __future__ import annotations

import logging
import os
import queue
import threading
from typing import TYPE_CHECKING, NamedTuple

from reader.system.clock import now_utc
from reader.system.draft_file import DraftFile
from reader.system.draft_lines import LineWriter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.system.draft_lines import Place

_log = logging.getLogger(__name__)

_RETRY = 2.0
SUFFIX = ".jsonl"


class _Words(NamedTuple):
    place: Place
    text: str | None  # None: they are committed
    expected: str = ""


class DraftJournal:
    """Keeps the last words of each place until they are committed.

    They go into the folder ``beside`` the library, which is made where that is there, or
    ``otherwise`` into that one. While nothing is uncommitted the file is empty; it is made with
    the first words and taken away in the end.
    """

    def __init__(self, beside: Path, otherwise: Path) -> None:
        self._folders = (beside, otherwise)
        self._name = f"{now_utc().replace(':', '')}-{os.urandom(5).hex()}{SUFFIX}"
        self._words: queue.SimpleQueue[_Words | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        # Of the thread alone:
        self._live: dict[Place, _Words] = {}
        self._late: dict[Place, _Words] = {}
        self._files: list[DraftFile | None] = [None] * len(self._folders)
        self._at: int | None = None
        self._lines = LineWriter()
        self._told = False

    def keep(self, place: Place, text: str, expected: str) -> None:
        """Keep the words of a place, which go on from the text ``expected``."""
        self._hand_over(_Words(place, text, expected))

    def done(self, place: Place) -> None:
        """Let go of the words of a place: they are committed, or no longer wanted."""
        self._hand_over(_Words(place, None))

    def close(self, timeout: float = 5.0) -> bool:
        """Write what is left and stop; say whether all words are committed or in a file.

        A file with words in it stays for the next start.
        """
        if self._thread is None:
            return True
        self._words.put(None)
        self._thread.join(timeout)
        return not self._thread.is_alive() and not self._late

    def _hand_over(self, words: _Words) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="chumoku-drafts", daemon=True)
            self._thread.start()
        self._words.put(words)

    def _run(self) -> None:
        closing = False
        while not closing:
            closing = self._gather()
            try:
                self._write()
            except OSError as error:
                if not self._told:
                    self._told = True
                    _log.info("no place takes the drafts: %s", error)
        for file in self._files:
            self._leave(file)

    def _gather(self) -> bool:
        """Wait for words, and take all that are there; say whether they were the last."""
        try:
            words = self._words.get(timeout=_RETRY if self._late else None)
            while words is not None:
                self._late.pop(words.place, None)
                self._late[words.place] = words
                words = self._words.get_nowait()
        except queue.Empty:
            return False
        return True

    def _write(self) -> None:
        """Bring the file up to date; what could not be written stays late."""
        for place, words in self._late.items():
            self._live.pop(place, None)
            if words.text is not None:
                self._live[place] = words
        if not self._live:
            self._clear()
        elif self._at is None or not self._append_to(self._at, list(self._late.values())):
            self._begin_file()
        self._late.clear()
        self._told = False

    def _clear(self) -> None:
        for number, file in enumerate(self._files):
            if file is not None:
                try:
                    file.clear()
                except OSError:
                    # Its lines are told to be done, where it takes that; else they are found
                    # in the library at the next start.
                    self._append_to(number, list(self._late.values()))
        self._at = None

    def _begin_file(self) -> None:
        """Put all that is live into the first file that takes it; those before are cleared."""
        error: OSError | None = None
        for number, folder in enumerate(self._folders):
            try:
                file = self._files[number]
                if file is None:
                    file = self._files[number] = DraftFile.make(
                        folder / self._name, parents=number > 0
                    )
            except OSError as caught:
                error = caught
                continue
            self._lines.start_over()
            if self._append_to(number, list(self._live.values())):
                self._at = number
                self._clear_all_but(number)
                return
        raise error or OSError("it was refused")

    def _append_to(self, number: int, words: Sequence[_Words]) -> bool:
        file = self._files[number]
        assert file is not None
        at = now_utc()
        lines = [
            self._lines.done(one.place, at=at)
            if one.text is None
            else self._lines.kept(one.place, one.text, one.expected, at=at)
            for one in words
        ]
        try:
            file.append(b"".join(lines))
        except FileNotFoundError:
            file.close()
            self._files[number] = None
        except OSError as error:
            _log.info("drafts do not go into %s: %s", file.path.parent, error)
        else:
            return True
        self._at = None
        return False

    def _clear_all_but(self, number: int) -> None:
        for other, file in enumerate(self._files):
            if other != number and file is not None:
                try:
                    file.clear()
                except OSError as error:
                    # What is there is older than what is here: the lines are numbered.
                    _log.info("older drafts stay in %s: %s", file.path.parent, error)

    def _leave(self, file: DraftFile | None) -> None:
        if file is None:
            return
        try:
            if self._live:
                file.close()
            else:
                file.remove()
        except OSError as error:
            _log.info("a journal without drafts stays in %s: %s", file.path.parent, error)
