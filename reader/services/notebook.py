"""Everything that the reader marked and wrote in the library, and what was taken away of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from reader.model.annotations import HIGHLIGHT_COLORS
from reader.model.errors import UsageError
from reader.model.notebook import (
    ENTRY_KINDS,
    LOOKS,
    NOTEBOOK_SORTS,
    NotebookPage,
    NotebookQuery,
)
from reader.services.contexts import after_in, before_in
from reader.services.notebook_acts import NotebookActs

if TYPE_CHECKING:
    from reader.model.annotations import Note
    from reader.model.notebook import NotebookCounts, NotebookEntry, RemovedEntry

_ALL = NotebookQuery()


class Notebook(NotebookActs):
    """What the view of all notes needs; ``NotebookActs`` has the acts on several entries."""

    def entries(
        self,
        query: NotebookQuery = _ALL,
        *,
        limit: int = 200,
        after: NotebookEntry | None = None,
    ) -> list[NotebookEntry]:
        """Return notes and highlights of the whole library, a page at a time, behind ``after``."""
        return self._library.notebook.page(_checked(query), limit=limit, after=after)

    def count(self, query: NotebookQuery = _ALL) -> int:
        """Count the entries that a query asks for."""
        return self._library.notebook.count(_checked(query))

    def counts(self) -> NotebookCounts:
        """Count all entries by what they can be filtered by; its tags are all that are in use."""
        return self._library.notebook.counts()

    def words(self, entry_id: str) -> tuple[str, tuple[Note, ...]]:
        """Return the whole quotation of an entry, and its notes."""
        return self._library.notebook.whole(entry_id)

    def page(self, entry_id: str) -> NotebookPage:
        """Return all of one entry, with the sentence that its passage stands in."""
        notebook = self._library.notebook
        entry = notebook.get(entry_id)
        quotation, notes = notebook.whole(entry_id)
        before = after = passage = date = ""
        if entry.article_id:
            row = self._library.articles.row(entry.article_id)
            date = row.published or row.event_date
        if entry.is_placed:
            text = self._library.articles.revision(entry.article_id).text
            before, after = before_in(text, entry.start), after_in(text, entry.end)
            passage = text[entry.start : entry.end]
        return NotebookPage(
            entry=entry,
            quotation=quotation,
            before=before,
            after=after,
            passage=passage if passage != quotation else "",
            date=date,
            notes=notes,
        )

    def removed(
        self, *, limit: int = 200, after: RemovedEntry | None = None
    ) -> tuple[RemovedEntry, ...]:
        """Return what was taken away, the last first, a page at a time."""
        return self._library.removed.page(limit=limit, after=after)

    def count_removed(self) -> int:
        """Count what was taken away."""
        return self._library.removed.count()

    def days_left(self, removed: str) -> int:
        """Return for how many days yet something is kept that was taken away at a time."""
        from reader.library.removed import DAYS_KEPT

        until = datetime.fromisoformat(removed) + timedelta(days=DAYS_KEPT)
        left = until - datetime.fromisoformat(self._clock())
        return max(0, -(-left // timedelta(days=1)))

    def resolve_removed(self, prefix: str) -> str:
        """Return the one id of something taken away that begins with ``prefix``."""
        return self._library.removed.resolve(prefix)

    def forget(self, removed_id: str) -> None:
        """Let go for good of something that was taken away."""
        self._library.removed.forget_one(removed_id)

    def empty(self) -> int:
        """Let go for good of all that was taken away; return how many things that were."""
        with self._library.writing():
            many = self._library.removed.count()
            for removed in self._library.removed.page(limit=many):
                self._library.removed.forget_one(removed.id)
        return many


def _checked(query: NotebookQuery) -> NotebookQuery:
    for name, value, known in (
        ("sort", {query.sort}, NOTEBOOK_SORTS),
        ("color", query.colors, HIGHLIGHT_COLORS),
        ("kind", query.kinds, ENTRY_KINDS),
        ("state", query.looks, LOOKS),
    ):
        for one in value - set(known):
            raise UsageError("bad_choice", name=name, value=one, known=", ".join(known))
    return query
