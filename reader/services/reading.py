"""The article list, single articles, and what the reader does with them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from reader.model.article import CORRECTABLE_FIELDS, READ_STATUSES, ReadStatus
from reader.model.blocks import CORRECTED_KINDS
from reader.model.changes import Changes
from reader.model.errors import UsageError
from reader.services.knowing import known_article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from contextlib import AbstractContextManager

    from reader.library import Library, Rows
    from reader.model.article import ArticleRow
    from reader.model.ids import IdMaker
    from reader.model.known import KnownArticle
    from reader.services.recording import Recording


class Reading:
    """What the list and the article view need; reading changes nothing by itself."""

    def __init__(self, library: Library, *, clock: Callable[[], str], make_id: IdMaker) -> None:
        self._library = library
        self._clock = clock
        self._make_id = make_id

    def page(
        self,
        *,
        after: ArticleRow | None = None,
        limit: int = 200,
        status: str | None = None,
        tag: str | None = None,
        starred: bool = False,
        deleted: bool = False,
    ) -> list[ArticleRow]:
        """Return a page of the list, newest first, beginning behind the row ``after``."""
        return self._library.articles.rows(
            after=after,
            limit=limit,
            status=_status(status),
            tag=tag,
            starred=starred,
            deleted=deleted,
        )

    def count(
        self,
        *,
        status: str | None = None,
        tag: str | None = None,
        starred: bool = False,
        deleted: bool = False,
    ) -> int:
        """Count the articles of the list."""
        return self._library.articles.count(
            status=_status(status), tag=tag, starred=starred, deleted=deleted
        )

    def row(self, article_id: str) -> ArticleRow:
        """Return the list line of one article."""
        return self._library.articles.row(article_id)

    def resolve(self, prefix: str) -> str:
        """Return the id that begins with ``prefix``; it must be the only one."""
        return self._library.articles.resolve(prefix)

    def open(self, article_id: str) -> KnownArticle:
        """Return an article with all that is known of it."""
        return known_article(self._library, article_id)

    def set_state(
        self,
        article_id: str,
        *,
        status: str | None = None,
        starred: bool | None = None,
        tags: Sequence[str] | None = None,
        position: int | None = None,
    ) -> Changes:
        """Keep what the reader did with an article; what is None stays as it is."""
        self._library.articles.set_state(
            article_id,
            status=_status(status),
            starred=starred,
            tags=None if tags is None else _tags(tags),
            position=None if position is None else max(0, position),
            now=self._clock(),
        )
        return Changes(state=frozenset((article_id,)))

    def correct(self, article_id: str, field: str, value: str | None) -> Changes:
        """Correct a fact of an article; None or nothing takes the correction back."""
        if field not in CORRECTABLE_FIELDS:
            raise UsageError("bad_field", field=field, known=", ".join(CORRECTABLE_FIELDS))
        value = " ".join(value.split()) if value else ""
        if field == "published" and value:
            _check_date(value)
        article = self._library.articles.get(article_id)
        touched = self._rows("correction", article=article.number, field=field)
        with self._record("act.correct", touched, text=article.title):
            self._library.articles.correct(article_id, field, value or None)
        return Changes(state=frozenset((article_id,)))

    def correct_block(
        self, article_id: str, start: int, *, kind: str | None, level: int = 2
    ) -> Changes:
        """Say what the line is that begins at ``start``; None takes it back.

        ``level`` is that of a heading, 1 to 6. The article is understood anew with that. Of a
        line that comes again in a later text the same holds. UsageError ``bad_block``.
        """
        from reader.services.understanding import try_again

        if kind is not None and kind not in CORRECTED_KINDS:
            raise UsageError("bad_block", kind=kind, known=", ".join(CORRECTED_KINDS))
        line = self._library.blocks.line(article_id, start)
        if line is None or not line.words.strip() or not 1 <= level <= 6:
            raise UsageError("bad_line", start=start)
        levels = {"heading": level, "list_item": 1}
        article = self._library.articles.get(article_id)
        touched = self._rows(
            "block_correction", article=article.number, line=line.words, nth=line.nth
        )
        with self._record("act.block", touched, text=line.words):
            self._library.blocks.correct(article_id, line, kind, level=levels.get(kind or "", 0))
            try_again(self._library, article_id)
        return Changes(content=frozenset((article_id,)))

    def trash(self, ids: Iterable[str]) -> Changes:
        """Lay articles into the trash, with everything that belongs to them."""
        now = self._clock()
        found = frozenset(ids)
        with self._recorded_states(found, "act.trash"):
            for article_id in found:
                self._library.articles.delete(article_id, now)
        return Changes(removed=found)

    def restore(self, ids: Iterable[str]) -> Changes:
        """Take articles out of the trash."""
        found = frozenset(ids)
        with self._recorded_states(found, "act.untrash"):
            for article_id in found:
                self._library.articles.restore(article_id)
        return Changes(added=found)

    def purge(self, ids: Iterable[str]) -> Changes:
        """Remove articles for good, with everything that belongs to them."""
        found = frozenset(ids)
        with self._library.writing():
            for article_id in found:
                self._library.articles.purge(article_id)
        return Changes(removed=found)

    def _recorded_states(self, ids: Iterable[str], label: str) -> AbstractContextManager[None]:
        """Record what happens to articles as one act."""
        articles = [self._library.articles.get(article_id) for article_id in ids]
        touched = [self._rows("article_state", article=article.number) for article in articles]
        titles = [article.title for article in articles]
        return self._record(label, *touched, text=titles[0] if titles else "")

    @cached_property
    def _record(self) -> Recording:
        from reader.services.recording import Recording  # late: reading records nothing

        return Recording(self._library, clock=self._clock, make_id=self._make_id)

    def _rows(self, table: str, **where: object) -> Rows:
        from reader.services.recording import rows

        return rows(table, **where)


def _status(status: str | None) -> ReadStatus | None:
    if status is not None and status not in READ_STATUSES:
        raise UsageError("bad_status", status=status, known=", ".join(READ_STATUSES))
    return status


def _tags(tags: Sequence[str]) -> tuple[str, ...]:
    """Keep each tag once, in order, without the white space around it."""
    return tuple(dict.fromkeys(kept for tag in tags if (kept := " ".join(tag.split()))))


def _check_date(value: str) -> None:
    from reader.model.dates import is_date

    if not is_date(value):
        raise UsageError("bad_date", date=value)
