"""Articles: what was published, the reader's corrections, and what the reader did with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.encoding import packed, row_hash, strings
from reader.library.finding import number_of, resolve
from reader.library.knowing import read_article, read_state
from reader.library.listing import refresh_line
from reader.library.revisions import Revisions
from reader.model.article import ArticleRow
from reader.model.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.library.connection import Row
    from reader.model.article import Article, ArticleState, CorrectableField, ReadStatus
    from reader.model.document import Facts

_FACTS = (
    "title",
    "author",
    "publisher",
    "source",
    "url",
    "published",
    "event_date",
    "event_date_text",
    "language",
    "declared_id",
)

_LINE = """
    SELECT id, article, title, source, published, added, status, starred, listing.tags,
        watch_open, notes, understood, event_date
    FROM listing
    """


class Articles(Revisions):
    """Keeps articles; their texts are the business of ``Revisions``."""

    def resolve(self, prefix: str) -> str:
        """Return the one id that begins with ``prefix``; the trash counts too."""
        return resolve(self._db, "article", prefix)

    def get(self, article_id: str) -> Article:
        """Return an article with its corrections applied."""
        return read_article(self._db, article_id)

    def find_same(self, *, declared_id: str, url: str, origin: str) -> list[str]:
        """Return articles with the same front-matter id, then address, then path.

        Nothing is found by an empty sign. Those in the trash come last under each sign.
        """
        found: dict[str, None] = {}
        signs = (("declared_id", declared_id), ("url", url), ("origin", origin))
        for column, sign in signs:
            if sign:
                rows = self._db.all(
                    f"""
                    SELECT article.id FROM article JOIN listing ON listing.article = number
                    WHERE article.{column} = ? AND article.{column} <> ''
                    ORDER BY trashed, number DESC
                    """,  # noqa: S608 (our columns)
                    (sign,),
                )
                found |= dict.fromkeys(id_ for (id_,) in rows)
        return list(found)

    def find_by_sha256(self, sha256: str) -> str | None:
        """Return the article whose newest revision has these very bytes, the trash last."""
        id_: str | None = self._db.value(
            """
            SELECT listing.id FROM revision JOIN listing ON listing.revision = revision.number
            WHERE sha256 = ? ORDER BY trashed, listing.article
            """,
            (sha256,),
        )
        return id_

    def declared(self, declared_ids: Iterable[str]) -> set[str]:
        """Return those of the front-matter ids that the library has, even in the trash."""
        rows = self._db.all(
            "SELECT declared_id FROM article WHERE declared_id <> ''"
            " AND declared_id IN (SELECT value FROM json_each(?))",
            (packed(list(declared_ids)),),
        )
        return {declared_id for (declared_id,) in rows}

    def add(self, *, id: str, facts: Facts, origin: str, now: str) -> Article:  # noqa: A002
        """Add an article; its first revision follows in the same transaction."""
        with self._db.writing():
            columns = ", ".join(_FACTS)
            places = ", ".join("?" * len(_FACTS))
            number = self._db.insert(
                f"INSERT INTO article (id, added, origin, tags, {columns})"  # noqa: S608
                f" VALUES (?, ?, ?, ?, {places})",
                (id, now, origin, packed(list(facts.tags)), *_values(facts)),
            )
            self._db.run("INSERT INTO article_state (article) VALUES (?)", (number,))
            refresh_line(self._db, number)
            return self.get(id)

    def update_facts(self, article_id: str, facts: Facts) -> None:
        """Replace what the source says of the article; corrections stay."""
        with self._db.writing():
            number = number_of(self._db, "article", article_id)
            columns = ", ".join(f"{name} = ?" for name in _FACTS)
            self._db.run(
                f"UPDATE article SET tags = ?, {columns} WHERE number = ?",  # noqa: S608
                (packed(list(facts.tags)), *_values(facts), number),
            )
            self._settle(number)

    def correct(self, article_id: str, field: CorrectableField, value: str | None) -> None:
        """Put the reader's word over what the source says; None takes it back."""
        with self._db.writing():
            number = number_of(self._db, "article", article_id)
            if value is None:
                self._db.run(
                    "DELETE FROM correction WHERE article = ? AND field = ?", (number, field)
                )
            else:
                self._db.run(
                    "INSERT OR REPLACE INTO correction (article, field, value, hash)"
                    " VALUES (?, ?, ?, ?)",
                    (number, field, value, row_hash(field, value)),
                )
            self._settle(number)

    def state(self, article_id: str) -> ArticleState:
        """Return what the reader did with an article."""
        return read_state(self._db, number_of(self._db, "article", article_id))

    def set_state(
        self,
        article_id: str,
        *,
        status: ReadStatus | None = None,
        starred: bool | None = None,
        tags: Sequence[str] | None = None,
        position: int | None = None,
        now: str,
    ) -> None:
        """Keep what the reader did with an article; what is None stays as it is."""
        shown = {
            "status": status,
            "starred": None if starred is None else int(starred),
            "tags": None if tags is None else packed(list(tags)),
        }
        changed = {name: value for name, value in shown.items() if value is not None}
        with self._db.writing():
            number = number_of(self._db, "article", article_id)
            values: dict[str, object] = {**changed, "modified": now}
            if position is not None:
                values["position"] = position
            columns = ", ".join(f"{name} = ?" for name in values)
            self._db.run(
                f"UPDATE article_state SET {columns} WHERE article = ?",  # noqa: S608
                (*values.values(), number),
            )
            if changed:
                refresh_line(self._db, number)

    def delete(self, article_id: str, now: str) -> None:
        """Lay an article into the trash: nothing of it is lost, and nothing finds it."""
        from reader.library.trash import lay_in

        with self._db.writing():
            lay_in(self._db, number_of(self._db, "article", article_id), now)

    def restore(self, article_id: str) -> None:
        """Take an article out of the trash."""
        from reader.library.trash import take_out

        with self._db.writing():
            take_out(self._db, number_of(self._db, "article", article_id))

    def purge(self, article_id: str) -> None:
        """Remove an article for good, with all that belongs to it and its originals."""
        from reader.library.trash import purge

        with self._db.writing():
            purge(self._db, number_of(self._db, "article", article_id))

    def rows(
        self,
        *,
        after: ArticleRow | None = None,
        limit: int = 200,
        status: ReadStatus | None = None,
        tag: str | None = None,
        starred: bool = False,
        deleted: bool = False,
    ) -> list[ArticleRow]:
        """Return a page of the list, the newest first; ``after`` is the last row before it.

        The newest is told by the day of publication, else of the event, else of adding.
        """
        conditions, values = _conditions(status, tag, starred=starred, deleted=deleted)
        order = "listing_tag" if tag is not None else "listing"
        if after is not None:
            conditions += f" AND ({order}.newest, {order}.article) < (?, ?)"
            values += (after.published or after.event_date or after.added, after.number)
        rows = self._db.all(
            f"{_LINE} {conditions} ORDER BY {order}.newest DESC, {order}.article DESC LIMIT ?",
            (*values, limit),
        )
        return [_line(row) for row in rows]

    def count(
        self,
        *,
        status: ReadStatus | None = None,
        tag: str | None = None,
        starred: bool = False,
        deleted: bool = False,
    ) -> int:
        """Count the articles of the list."""
        conditions, values = _conditions(status, tag, starred=starred, deleted=deleted)
        counted: int = self._db.value(
            f"SELECT count(*) FROM listing {conditions}",  # noqa: S608 (our words)
            values,
        )
        return counted

    def row(self, article_id: str) -> ArticleRow:
        """Return the list line of one article."""
        found = self.rows_of([article_id])
        if not found:
            raise NotFoundError("no_such_id", id=article_id, kind="article")
        return found[0]

    def rows_of(self, ids: Sequence[str]) -> list[ArticleRow]:
        """Return the list lines of some articles, in the order of the ids; the gone left out."""
        rows = self._db.all(
            f"{_LINE} WHERE article IN (SELECT number FROM article WHERE article.id IN"  # noqa: S608
            " (SELECT value FROM json_each(?)))",
            (packed(list(ids)),),
        )
        found = {row[0]: row for row in rows}
        return [_line(found[id_]) for id_ in ids if id_ in found]

    def _settle(self, number: int) -> None:
        """Bring along what is derived from the facts."""
        from reader.library.search_index import refresh

        refresh_line(self._db, number)
        refresh(self._db, "article", [number])


def _values(facts: Facts) -> tuple[str, ...]:
    return tuple(getattr(facts, name) for name in _FACTS)


def _conditions(
    status: ReadStatus | None, tag: str | None, *, starred: bool, deleted: bool
) -> tuple[str, tuple[object, ...]]:
    """Return what picks the lines of a list; each case has an index in its order."""
    source = ""
    conditions = "listing.trashed = ?"
    values: tuple[object, ...] = (int(deleted),)
    if tag is not None:
        source = "JOIN listing_tag USING (article)"
        conditions = "listing_tag.trashed = ? AND tag = ?"
        values = (int(deleted), tag)
    if status is not None:
        conditions += " AND status = ?"
        values = (*values, status)
    if starred:
        conditions += " AND starred = 1"
    return f"{source} WHERE {conditions}", values


def _line(row: Row) -> ArticleRow:
    return ArticleRow(
        id=row[0],
        number=row[1],
        title=row[2],
        source=row[3],
        published=row[4],
        added=row[5],
        status=row[6],
        starred=bool(row[7]),
        tags=strings(row[8]),
        watch_open=row[9],
        notes=row[10],
        understood=bool(row[11]),
        event_date=row[12],
    )
