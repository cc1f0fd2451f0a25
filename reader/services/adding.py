"""Bring sources into the library: read, decide, store; one source never hinders another."""

from __future__ import annotations

import hashlib
import logging
from typing import TYPE_CHECKING

from reader.model.adding import AddReport, SourceReport
from reader.model.changes import Changes
from reader.model.errors import ReaderError, SourceError
from reader.services.deciding import Intent, Stored, decide
from reader.services.following import follow
from reader.services.gathering import absolute, gather, printable
from reader.services.words import read_source
from reader.sources.formats import TEXT_FILES
from reader.sources.reading import MAX_BYTES as LIMIT
from reader.sources.reading import read_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from reader.library import Library
    from reader.model.adding import Outcome
    from reader.model.document import Document
    from reader.model.ids import IdMaker
    from reader.services.gathering import Gathered

__all__ = ["LIMIT", "Adding"]

_log = logging.getLogger(__name__)
_BUNDLED = "bundled.articles"


class Adding:
    """The way of articles into the library."""

    def __init__(self, library: Library, *, clock: Callable[[], str], make_id: IdMaker) -> None:
        self._library = library
        self._clock = clock
        self._make_id = make_id

    def gather(self, sources: Sequence[str]) -> list[str]:
        """Return the sources one by one, as ``add`` takes them: folders become their files."""
        found = gather(sources, suffixes=TEXT_FILES)
        return [one.source if one.error else str(one.path) for one in found]

    def add(
        self,
        sources: Sequence[str],
        *,
        progress: Callable[[int, int, SourceReport], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> AddReport:
        """Add files and folders; ``progress`` is told the number done, of how many, and what.

        When ``cancelled`` says so it stops before the next file; what was added is kept.
        """
        waiting = list(gather(sources, suffixes=TEXT_FILES))
        reports: list[SourceReport] = []
        for gathered in waiting:
            if cancelled is not None and cancelled():
                break
            reports.append(self._add_gathered(gathered))
            if progress is not None:
                progress(len(reports), len(waiting), reports[-1])
        return _report(reports)

    def add_bytes(self, data: bytes, name: str, *, origin: str = "") -> SourceReport:
        """Add one source from its bytes; ``name`` tells its kind, ``origin`` where it lives."""
        return _reported(name, lambda: self._add(data, printable(name), origin, name))

    def add_text(self, text: str, name: str) -> SourceReport:
        """Add a text that was pasted."""
        # Halves of surrogate pairs can be pasted; they are no text and UTF-8 has no place.
        return self.add_bytes(text.encode("utf-8", "ignore"), name)

    def add_bundled(self) -> AddReport:
        """Add the articles that come with Chumoku, but none that was ever here."""
        from reader.system.paths import articles_folder

        found = list(_bundled(articles_folder()))
        ids = [document.facts.declared_id for *_, document in found]
        known = set(self._library.meta.get(_BUNDLED).split())
        known |= self._library.articles.declared(ids)
        reports = [
            self._store(data, path.name, document, origin="", source=path.name)
            for path, data, document in found
            if document.facts.declared_id not in known
        ]
        # What was purged is in no table any more, and still must not return.
        self._library.meta.set(_BUNDLED, " ".join(sorted({*known, *ids})))
        return _report(reports)

    def _add_gathered(self, gathered: Gathered) -> SourceReport:
        def add() -> SourceReport:
            if gathered.error is not None:
                raise gathered.error
            data = read_source(gathered.path, LIMIT)
            name = printable(gathered.path.name)
            return self._add(data, name, absolute(gathered.path), gathered.source)

        return _reported(gathered.source, add)

    def _add(self, data: bytes, name: str, origin: str, source: str) -> SourceReport:
        same = self._library.articles.find_by_sha256(hashlib.sha256(data).hexdigest())
        if same is not None:
            return self._found_again(same, source)
        return self._store(data, name, read_document(data, name), origin=origin, source=source)

    def _store(
        self, data: bytes, name: str, document: Document, *, origin: str, source: str
    ) -> SourceReport:
        """Decide and store in one transaction; the original is on disk before what names it."""
        survivals: dict[int, float] = {}
        # Comparing long texts takes its time: do it before the others have to wait for us.
        self._decide(data, document, origin, survivals)
        with self._library.writing():
            intent = self._decide(data, document, origin, survivals)
            if intent.act == "nothing":
                return self._found_again(intent.id, source)
            article_id = intent.id or self._make_id()
            if intent.act == "add":
                self._library.articles.add(
                    id=article_id, facts=document.facts, origin=origin, now=self._clock()
                )
            else:
                self._library.articles.update_facts(article_id, document.facts)
            self._revise(article_id, data, name, document)
            fresh = self._take_back(article_id) or intent.act == "add"
            outcome: Outcome = "added" if fresh else "updated"
            return SourceReport(source, outcome, article_id, self._title(article_id))

    def _revise(self, article_id: str, data: bytes, name: str, document: Document) -> None:
        """Give an article its newest text, and find its highlights again in it."""
        articles = self._library.articles
        sha256 = articles.store_original(data)
        articles.add_revision(
            article_id, sha256=sha256, name=name, document=document, now=self._clock()
        )
        follow(self._library, article_id)

    def _decide(
        self, data: bytes, document: Document, origin: str, survivals: dict[int, float]
    ) -> Intent:
        """Decide; ``survivals`` remembers the comparisons by the revision compared with."""
        return decide(
            same_bytes=self._library.articles.find_by_sha256(hashlib.sha256(data).hexdigest()),
            candidates=self._candidates(document, origin, survivals),
        )

    def _candidates(
        self, document: Document, origin: str, survivals: dict[int, float]
    ) -> Iterator[Stored]:
        """Yield the articles that this may be, each with the share of its text that is left."""
        facts = document.facts
        for article_id in self._library.articles.find_same(
            declared_id=facts.declared_id, url=facts.url, origin=origin
        ):
            from reader.annotation.anchors import survival

            newest = self._library.articles.revision(article_id)
            if newest.number not in survivals:
                survivals[newest.number] = survival(newest.text, document.text)
            yield Stored(article_id, survivals[newest.number])

    def _found_again(self, article_id: str, source: str) -> SourceReport:
        """Report an article whose bytes are known."""
        outcome: Outcome = "added" if self._take_back(article_id) else "unchanged"
        return SourceReport(source, outcome, article_id, self._title(article_id))

    def _take_back(self, article_id: str) -> bool:
        """Take an article out of the trash: who adds it again wants to see it again."""
        articles = self._library.articles
        if not articles.get(article_id).deleted:
            return False
        articles.restore(article_id)
        return True

    def _title(self, article_id: str) -> str:
        return self._library.articles.get(article_id).title


def _reported(source: str, add: Callable[[], SourceReport]) -> SourceReport:
    """Report what came of one source; nothing that happens to it stops the others."""
    try:
        return add()
    except ReaderError as error:
        failed = error
    except Exception:  # noqa: BLE001 - a fault of ours in one source
        _log.exception("%s could not be added", source)
        failed = SourceError("our_fault", path=source)
    return SourceReport(source, "failed", error=failed)


def _report(reports: Sequence[SourceReport]) -> AddReport:
    ids = {
        outcome: frozenset(report.id for report in reports if report.outcome == outcome)
        for outcome in ("added", "updated")
    }
    changes = Changes(added=ids["added"], content=ids["updated"], annotations=ids["updated"])
    return AddReport(tuple(reports), changes)


def _bundled(folder: Path) -> Iterator[tuple[Path, bytes, Document]]:
    """Yield the articles of the folder; all have an id, which the tests make sure of."""
    for path in sorted(folder.glob("*.md")):
        data = read_source(path, LIMIT)
        yield path, data, read_document(data, path.name)
