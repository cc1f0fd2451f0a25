"""Bring back what was typed and not committed when a window ended without a farewell."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NamedTuple, cast, get_args

from reader.library import Problem
from reader.model.annotations import NoteTarget
from reader.model.changes import Changes
from reader.model.errors import NotFoundError, ReaderError
from reader.services.own_words import Kind, SaveKey, write
from reader.services.rescuing import rescue
from reader.services.words import tidy
from reader.system.draft_file import DraftFile
from reader.system.draft_lines import read_journal
from reader.system.drafts import SUFFIX
from reader.system.paths import draft_folders

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reader.library import Library
    from reader.services.desk import Desk
    from reader.system.draft_lines import Draft, Journal

_log = logging.getLogger(__name__)

KEPT = ".kept"
"""Ends the name of a journal that is damaged: what could be read of it is recovered."""


class Recovered(NamedTuple):
    """What came of the journals that were left behind.

    ``places`` are those whose words are in the library again, each with the article it shows
    with (none for a term). ``rescued`` counts the words whose place is gone, which are in the
    text file ``path`` now. ``waiting`` says that the library did not take all of it: that
    stays in its journal.
    """

    places: tuple[tuple[SaveKey, str], ...] = ()
    rescued: int = 0
    path: str = ""
    waiting: bool = False
    changes: Changes = Changes()


class Recovering:
    """Recovers drafts into one library; those of a window that runs are left to it."""

    def __init__(self, desk: Desk, library: Library, *, clock: Callable[[], str]) -> None:
        self._desk = desk
        self._library = library
        self._clock = clock

    def recover(self) -> Recovered:
        """Write into the library what it does not hold, and take the journals away."""
        all_of_it = Recovered()
        for files in self._left_behind():
            try:
                found = self._recover(files)
            except ReaderError as error:
                _log.info("drafts stay where they are: %s", error)
                found = Recovered(waiting=True)
            except OSError as error:
                _log.info("a journal cannot be read: %s", error)
                found = Recovered()
            finally:
                for file in files:
                    file.close()
            all_of_it = _joined(all_of_it, found)
        return all_of_it

    def leftovers(self) -> list[Problem]:
        """Name the journals that hold words and belong to no window that runs."""
        found = []
        for files in self._left_behind():
            for file in files:
                try:
                    journal = read_journal(file.read())
                except OSError:
                    journal = None
                finally:
                    file.close()
                if journal is None or journal.drafts or journal.damaged or journal.newer:
                    found.append(Problem("draft", _told(journal), file.path.name))
        for folder in draft_folders(self._library.folder):
            found += [
                Problem("draft", "a damaged journal of drafts was kept", path.name)
                for path in sorted(folder.glob(f"*{KEPT}"))
            ]
        return found

    def _left_behind(self) -> Iterator[list[DraftFile]]:
        """Open the journals whose process has ended, each with all of its files."""
        named: dict[str, list[Path]] = {}
        for folder in draft_folders(self._library.folder):
            for path in folder.glob(f"*{SUFFIX}"):
                named.setdefault(path.name, []).append(path)
        for _, paths in sorted(named.items()):
            files = []
            for path in paths:
                try:
                    file = DraftFile.take_over(path)
                except OSError as error:
                    _log.info("a journal cannot be opened: %s", error)
                    file = None
                if file is not None:
                    files.append(file)
            if len(files) == len(paths):
                yield files
            else:
                for file in files:
                    file.close()

    def _recover(self, files: list[DraftFile]) -> Recovered:
        journal = read_journal(*(file.read() for file in files))
        if journal.newer or not all(_is_known(draft) for draft in journal.drafts):
            _log.info("drafts of a newer Chumoku are left to it")
            return Recovered()
        places: list[tuple[SaveKey, str]] = []
        gone: dict[SaveKey, str] = {}
        changes = Changes()
        faulty = False
        for draft in journal.drafts:
            key = _key(draft)
            try:
                made = self._restore(draft)
            except NotFoundError:
                gone[key] = draft.text
            except ReaderError:
                raise
            except Exception:  # noqa: BLE001 - no word may hang on a fault of ours
                _log.exception("a draft could not be recovered")
                gone[key], faulty = draft.text, True
            else:
                if made is not None:
                    places.append((key, self._article_of(key)))
                    changes |= made
        path = self._rescue(gone)
        if gone and path is None:
            return Recovered(tuple(places), waiting=True, changes=changes)
        self._put_away(files, keep=bool(journal.damaged) or faulty)
        return Recovered(tuple(places), len(gone), str(path or ""), changes=changes)

    def _restore(self, draft: Draft) -> Changes | None:
        """Write the words of a draft; None where the library holds them already."""
        words = tidy(draft.text).rstrip()
        if not words:
            return None
        key, held = self._present(draft)
        # Words of another window may follow below ours, after a blank line.
        if any(text.rstrip() == words or text.startswith(f"{words}\n\n") for text in held):
            return None
        expected = draft.expected
        if key.note_id and not draft.place[-1]:
            # The note was made from an earlier draft, and nobody was told its id any more.
            expected = held[0]
        return write(key, draft.text, expected, self._desk).changes

    def _present(self, draft: Draft) -> tuple[SaveKey, list[str]]:
        """Return the place that the words belong to, and what is there now."""
        desk, key = self._desk, _key(draft)
        if key.kind == "summary":
            return key, [desk.summarising.get(key.target_id).text]
        if key.kind == "definition":
            told = desk.glossary.card(key.target_id).definitions
            return key, [one.text for one in told if not one.article_id]
        if key.kind == "tags":
            kept = desk.annotating.tags_on(key.target, key.target_id, key.note_id)
            return key, ["\n".join(kept)]
        there = desk.annotating.notes_on(key.target, key.target_id)
        if key.kind == "highlight" or any(note.id == key.note_id for note in there):
            return key, [
                note.text for note in there if key.kind == "highlight" or note.id == key.note_id
            ]
        since = [note for note in there if note.created >= draft.began]
        earlier = {tidy(text) for text in draft.texts}
        for note in since:
            if not key.note_id and note.text in earlier:
                return key._replace(note_id=note.id), [note.text]
        return key, [note.text for note in since]

    def _article_of(self, key: SaveKey) -> str:
        if key.target == "article":
            return key.target_id
        if key.target == "watch_point":
            return self._desk.watching.get(key.target_id).article_id
        if key.target == "highlight":
            return self._library.highlights.article_of(key.target_id)
        return ""

    def _rescue(self, words: dict[SaveKey, str]) -> Path | None:
        from pathlib import Path

        if not words:
            return None
        return rescue(words, (self._library.folder, Path.home()), stamp=self._clock())

    def _put_away(self, files: list[DraftFile], *, keep: bool) -> None:
        """Take journals away whose words are safe; a damaged one stays under another name."""
        for file in files:
            try:
                if keep:
                    file.rename(file.path.with_suffix(KEPT))
                else:
                    file.remove()
            except OSError as error:
                _log.info("a journal that is done with stays: %s", error)


def _key(draft: Draft) -> SaveKey:
    kind, target, target_id, note_id = draft.place
    return SaveKey(cast("Kind", kind), cast("NoteTarget", target), target_id, note_id)


def _is_known(draft: Draft) -> bool:
    place = draft.place
    return len(place) == 4 and place[0] in get_args(Kind) and place[1] in get_args(NoteTarget)


def _told(journal: Journal | None) -> str:
    if journal is None:
        return "a journal of drafts cannot be read"
    if journal.newer:
        return "drafts of a newer version wait to be recovered by it"
    return f"{len(journal.drafts)} drafts wait for the next window to recover them"


def _joined(one: Recovered, other: Recovered) -> Recovered:
    return Recovered(
        one.places + other.places,
        one.rescued + other.rescued,
        other.path or one.path,
        one.waiting or other.waiting,
        one.changes | other.changes,
    )
