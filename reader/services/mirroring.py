"""Mirror what the reader wrote as plain files, to be read without Chumoku."""

from __future__ import annotations

import logging
import os
import time
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain, count
from typing import TYPE_CHECKING, NamedTuple

from reader.export.filenames import candidates, fold_name
from reader.library import Problem
from reader.library.plain_copies import TERM_NOTES
from reader.model.annotated import AnnotatedSummary
from reader.model.errors import NotFoundError, ReaderError
from reader.presentation.messages import Messages
from reader.services.copy_files import CopyFiles, digest
from reader.services.knowing import known_article
from reader.system.files import FileError

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Sequence

    from reader.library import Library
    from reader.library.plain_copies import PlainCopy
    from reader.model.known import KnownArticle
    from reader.model.watching import WatchPoint
    from reader.presentation.messages import Language

_log = logging.getLogger(__name__)

FOLDER = "notes"
README = "README.txt"
TRASH = "trash/"
_SUFFIX = ".md"
_LOCK = "notes.lock"
_LANGUAGE = "copies.language"
_A_COMMAND = 20
_A_STEP = 16


class _Made(NamedTuple):
    """A copy as it is to be: no name where nothing of the reader's is left."""

    copy: PlainCopy
    name: str = ""
    data: bytes = b""

    @property
    def hash(self) -> str:
        return digest(self.data) if self.name else ""


class Mirroring:
    """Keeps ``notes/`` up with the library; nothing that was edited there is overwritten.

    An article's copy holds the reader's words and marks alone, so that it is due with them. That
    of an article in the trash lies in ``trash/``.
    """

    def __init__(self, library: Library, *, clock: Callable[[], str]) -> None:
        self._library = library
        self._clock = clock
        self._put_off: set[int] = set()
        self._others_at_work = False
        self._cleared = False
        self._names: dict[str, int] = {}
        self._names_of = -1

    @property
    def waiting(self) -> bool:
        """Say whether copies could not be written and are to be tried again later."""
        return bool(self._put_off) or self._others_at_work

    def go_on(self, limit: int = 1) -> int:
        """Bring some copies up to date; return how many are left to be done now.

        What the disk does not take is put off until ``try_again``.
        """
        copies = self._library.plain_copies
        due = copies.due(besides=self._put_off, limit=limit)
        self._others_at_work = False
        if not due:
            return 0
        self._bring(due)
        return 0 if self._others_at_work else copies.count_due(besides=self._put_off)

    def try_again(self) -> None:
        """Let the next steps try what was put off."""
        self._put_off.clear()

    def finish(self, *, seconds: float | None = None) -> None:
        """Bring all copies up to date, as far as the disk and the time allow."""
        until = None if seconds is None else time.monotonic() + seconds
        self.try_again()
        step = _A_STEP if seconds is None else 1
        while self.go_on(step) and (until is None or time.monotonic() < until):
            pass

    @contextmanager
    def keeping_up(self) -> Iterator[None]:
        """Bring up to date, at the end, what is changed in the block."""
        copies = self._library.plain_copies
        before = copies.counters()
        yield
        after = copies.counters()
        changed = [article for article, due in after.items() if due != before.get(article, 0)]
        self._bring(copies.of(changed[:_A_COMMAND]))

    def check(self) -> list[Problem]:
        """Return what is wrong with the copies; missing ones are made again."""
        self.finish()
        found: list[Problem] = []
        missing: list[int] = []
        for copy in self._all():
            what = self._wrong(copy)
            if what:
                found.append(Problem("copy", what, copy.article_id))
            if what == _MISSING:
                missing.append(copy.article)
        for article in missing:
            self._library.plain_copies.make_due(article)
        self.finish()
        return found

    def _all(self) -> Iterator[PlainCopy]:
        after = -1
        while page := self._library.plain_copies.all(after=after):
            yield from page
            after = page[-1].article

    def _wrong(self, copy: PlainCopy) -> str:
        if copy.article in self._put_off:
            return "the plain copy could not be brought up to date"
        if copy.due:
            return ""  # another process is at it
        for name in copy.names[:1]:
            try:
                there = self._files.hash_of(name)
            except (FileError, OSError) as error:
                return f"the plain copy cannot be read: {error}"
            if there is None:
                return _MISSING
            if there not in copy.hashes:
                return f"the plain copy was edited, and is kept aside when it is due: {name}"
        return ""

    def _bring(self, copies: Sequence[PlainCopy]) -> None:
        """Bring copies up to date, or put them off."""
        if not copies:
            return
        try:
            with self._alone() as alone:
                self._others_at_work = not alone
                if alone:
                    self._bring_alone(copies)
        except (ReaderError, OSError) as error:
            _log.info("the plain copies are put off: %s", error)
            self._put_off.update(copy.article for copy in copies)

    def _bring_alone(self, copies: Sequence[PlainCopy]) -> None:
        library = self._library
        # Another process may have brought them up to date before we were alone.
        copies = [copy for copy in library.plain_copies.of(c.article for c in copies) if copy.due]
        made = [one for one in map(self._make, copies) if one is not None]
        with library.writing():
            for one in made:
                self._plan(one)
        if not self._cleared:
            self._files.clear_away()
            self._cleared = True
        written = [one for one in made if self._put(one)]
        with library.writing():
            for one in written:
                library.plain_copies.settle(one.copy.article, one.name, one.hash, one.copy.due)

    def _make(self, copy: PlainCopy) -> _Made | None:
        """Make what a copy is to hold; a fault of ours puts off that one alone."""
        try:
            if copy.article == TERM_NOTES:
                return self._of_terms(copy)
            try:
                known = own_words(known_article(self._library, copy.article_id))
            except NotFoundError:
                return _Made(copy)
            if not _says_something(known):
                return _Made(copy)
            return self._of_article(copy, known)
        except ReaderError:
            raise
        except Exception:  # noqa: BLE001 - the others are written all the same
            _log.exception("a plain copy could not be made")
            self._put_off.add(copy.article)
            return None

    def _of_article(self, copy: PlainCopy, known: KnownArticle) -> _Made:
        from reader.export.markdown_file import write

        article = known.article
        language = self._language(article.language)
        text = write(AnnotatedSummary(known=known, exported="", language=language))
        place = TRASH if article.deleted else ""
        name = self._name(copy, article.title, article.id, place)
        return _Made(copy, name, text.encode("utf-8", "replace"))

    def _of_terms(self, copy: PlainCopy) -> _Made:
        from reader.export.term_notes import NotedTerm, write_term_notes

        notes = [NotedTerm(*note) for note in self._library.plain_copies.term_notes()]
        if not notes:
            return _Made(copy)
        language = self._language("")
        title = Messages(language)("copies.term_notes")
        text = write_term_notes(notes, language)
        name = self._name(copy, title, "terms", "")
        return _Made(copy, name, text.encode("utf-8", "replace"))

    def _name(self, copy: PlainCopy, title: str, id_: str, place: str) -> str:
        """Return the name of a copy: the one it has where that still fits, else a free one."""
        best = [place + name for name in candidates(title, id_, suffix=_SUFFIX)]
        present = {fold_name(name): name for name in copy.names}
        kept = next((present[folded] for folded in map(fold_name, best) if folded in present), "")
        if kept:
            return kept
        taken = self._taken()
        more = (f"{place}{id_} {number}{_SUFFIX}" for number in count(2))
        name = next(name for name in chain(best, more) if self._is_free(name, taken))
        taken[fold_name(name)] = copy.article
        return name

    def _is_free(self, name: str, taken: Container[str]) -> bool:
        return fold_name(name) not in taken and not os.path.lexists(self._files.folder / name)

    def _taken(self) -> dict[str, int]:
        """Return whose the names of the copies are; read anew when another process wrote."""
        version = self._library.data_version()
        if version != self._names_of:
            self._names_of = version
            self._names = {
                fold_name(name): article for article, name in self._library.plain_copies.names()
            }
        return self._names

    def _plan(self, made: _Made) -> None:
        copy = made.copy
        if not made.name:
            return
        names = dict.fromkeys((made.name, *copy.names))
        hashes = dict.fromkeys((*copy.hashes, made.hash))
        if (tuple(names), tuple(hashes)) != (copy.names, copy.hashes):
            self._library.plain_copies.plan(copy, names, hashes)

    def _put(self, made: _Made) -> bool:
        """Bring the files of a copy up to date; say whether that was done."""
        copy = made.copy
        ours = {*copy.hashes, made.hash}
        try:
            for name in copy.names:
                if name != made.name:
                    self._files.take_away(name, ours=ours)
                    self._taken().pop(fold_name(name), None)
            if made.name:
                self._prepare_folder()
                self._files.write(made.name, made.data, ours=ours)
        except (FileError, OSError) as error:
            _log.info("a plain copy is put off: %s", error)
            self._put_off.add(copy.article)
            return False
        return True

    def _prepare_folder(self) -> None:
        folder = self._files.folder
        folder.mkdir(exist_ok=True)
        if not os.path.lexists(folder / README):
            words = Messages(self._language(""))("copies.readme")
            self._files.write(README, words.encode("utf-8-sig"), ours=())

    def _language(self, of_article: str) -> Language:
        """Return the language of all copies of this library, chosen once."""
        from reader.system.language import known_language, of_system

        kept = known_language(self._library.meta.get(_LANGUAGE))
        if kept is None:
            kept = of_system(os.environ) or known_language(of_article) or "ja"
            self._library.meta.set(_LANGUAGE, kept)
        return kept

    @property
    def _files(self) -> CopyFiles:
        return CopyFiles(self._library.folder / FOLDER, self._aside)

    def _aside(self, stem: str, suffix: str) -> str:
        say = Messages(self._language(""))
        return say("copies.aside", stem=stem, date=self._clock()[:10], suffix=suffix)

    @contextmanager
    def _alone(self) -> Iterator[bool]:
        """Say whether no other process is writing copies, and keep others from it."""
        from reader.system.locks import lock

        handle = os.open(self._library.folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            try:
                alone = lock(handle)
            except OSError:
                alone = True  # the file system knows no locks
            yield alone
        finally:
            os.close(handle)


_MISSING = "the plain copy is missing, and is made again"


def own_words(known: KnownArticle) -> KnownArticle:
    """Return an article with what the reader wrote and marked, and nothing that is understood."""
    points = tuple(point for point in known.watch_points if _is_touched(point))
    return replace(known, terms=(), key_sentences=(), watch_points=points)


def _is_touched(point: WatchPoint) -> bool:
    touched = point.status != "open" or point.tags or point.notes or point.history
    return point.origin == "reader" or bool(touched)


def _says_something(known: KnownArticle) -> bool:
    parts: Iterable[object] = (known.highlights, known.notes, known.watch_points)
    return bool(known.summary.text.strip()) or any(parts)
