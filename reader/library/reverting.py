"""Put the reader's rows back, with everything that follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.changing import changing
from reader.library.images import ANCHOR, TABLES, UNTOUCHED, Image, Touched, insert_row, row_of
from reader.library.listing import refresh_line
from reader.library.naming import FROM_THE_READER
from reader.library.search_index import refresh

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.library.connection import Connection
    from reader.library.images import Row

_ORDER = {table: place for place, table in enumerate(TABLES)}
_FOUND = ("number", "id", "text", "category", "within", "reading", "aliases", "forms", "version")


class Reverting:
    """Applies the images of one act, inside the caller's transaction."""

    def __init__(self, db: Connection, images: Iterable[Image], *, now: str) -> None:
        self._db = db
        self._now = now
        self._images = list(images)
        self.touched = Touched()

    def apply(self) -> list[Image]:
        """Put all rows back; return the images, with what hung on those that went away."""
        hung = [image for one in self._images for image in self._hanging(one)]
        images = [*self._images, *hung]
        for image in sorted(images, key=lambda image: -_ORDER[image.table]):
            if image.after is None:
                self._remove(image)
        for image in sorted(images, key=lambda image: _ORDER[image.table]):
            if image.after is not None:
                self._put(image, image.after)
        return images

    def _hanging(self, image: Image) -> list[Image]:
        """Return the history of a watch point that goes away: it comes back with it."""
        if image.table != "watch_point" or image.after is not None:
            return []
        rows = self._db.all(
            "SELECT number FROM status_change WHERE watch_point = ? ORDER BY number", image.key
        )
        return [
            Image("status_change", row_of(self._db, "status_change", (number,)), None)
            for (number,) in rows
        ]

    def _remove(self, image: Image) -> None:
        db, row = self._db, image.before
        assert row is not None
        number = image.key[0]
        assert isinstance(number, int)
        if image.table == "note":
            from reader.library.removed import keep_note

            self._note_touched(row)
            keep_note(db, number, self._now)
        elif image.table == "highlight":
            from reader.library.removed import keep_highlight

            keep_highlight(db, number, self._now)
            self._annotated(row)
        elif image.table == "term":
            self._put_term(image, dict(UNTOUCHED))
        elif image.table == "term_alias":
            with changing(db, number):
                self._delete(image)
            self._term_touched(number)
        else:
            self._delete(image)
            self._settle(image, row)

    def _put(self, image: Image, row: Row) -> None:
        db = self._db
        if image.table == "term":
            self._put_term(image, row)
        elif image.table == "term_alias":
            number = row["term"]
            assert isinstance(number, int)
            with changing(db, number):
                self._write(image, row)
            self._term_touched(number)
        elif image.table == "article_state":
            self._put_state(image, row)
        else:
            if image.table == "watch_point" and image.before is not None:
                self._remember_status(image, row)
            self._write(image, row)
            self._settle(image, row)

    def _put_term(self, image: Image, row: Row) -> None:
        from reader.library.term_use import remove_unused

        db = self._db
        (number,) = image.key
        assert isinstance(number, int)
        before, after = image.before or UNTOUCHED, image.after or UNTOUCHED
        changed = {name: after[name] for name in FROM_THE_READER if before[name] != after[name]}
        self._term_touched(number)
        with changing(db, number):
            if row_of(db, "term", (number,)) is None:
                insert_row(db, "term", {name: row[name] for name in _FOUND})
            self._update("term", image, changed)
        self._term_touched(number)
        remove_unused(db, [number])

    def _put_state(self, image: Image, row: Row) -> None:
        from reader.library.trash import lay_in, take_out

        assert image.before is not None
        (article,) = image.key
        assert isinstance(article, int)
        if "deleted" in image.changed:
            if row["deleted"] == "":
                take_out(self._db, article)
                self.touched.added.add(self._article_id(article))
            else:
                lay_in(self._db, article, str(row["deleted"]))
                self.touched.removed.add(self._article_id(article))
        self._update("article_state", image, image.changed)
        refresh_line(self._db, article)
        self.touched.state.add(self._article_id(article))

    def _remember_status(self, image: Image, row: Row) -> None:
        """Let the history of a watch point grow by the way back."""
        if image.before is not None and image.before["status"] != row["status"]:
            from reader.library.watch_points import add_status_change

            number = row["number"]
            assert isinstance(number, int)
            add_status_change(
                self._db,
                number,
                at=self._now,
                before=str(image.before["status"]),
                after=str(row["status"]),
            )

    def _write(self, image: Image, row: Row) -> None:
        """Bring a row back whole, or the columns of it that the act changed."""
        if image.before is not None:
            self._update(image.table, image, image.changed)
            if image.table == "highlight" and any(name in image.changed for name in ANCHOR):
                self.touched.placed.add(self._article_id(row["article"]))
            return
        if image.table in ("note", "highlight"):
            self._db.run("DELETE FROM removed WHERE id = ?", (row["id"],))
        if image.table == "highlight" and row["placed_on"] != self._newest(row):
            row = {**row, "placed_on": self._newest(row), "start": 0, "end": 0, "state": "lost"}
            self.touched.placed.add(self._article_id(row["article"]))
        if image.table == "watch_point" and row["made_on"] not in (None, self._newest(row)):
            row = {**row, "start": 0, "end": 0}
            self.touched.placed.add(self._article_id(row["article"]))
        insert_row(self._db, image.table, row)

    def _settle(self, image: Image, row: Row) -> None:
        """Bring along what is derived from a row."""
        table, number, article = image.table, row.get("number"), row.get("article")
        if table == "note":
            self._settle_note(row)
        elif table == "status_change":
            return
        elif table == "block_correction":
            from reader.library.block_corrections import wait_again

            assert isinstance(article, int)
            wait_again(self._db, article)
            self.touched.content.add(self._article_id(article))
        else:
            assert isinstance(article, int)
            refresh_line(self._db, article)
            if table == "watch_point":
                assert isinstance(number, int)
                refresh(self._db, "watch_point", [number])
            if table == "correction":
                refresh(self._db, "article", [article])
                self.touched.state.add(self._article_id(article))
            else:
                self._annotated(row)

    def _settle_note(self, row: Row) -> None:
        from reader.library.notes import settle_note

        number, article, term = row["number"], row["article"], row["on_term"]
        assert isinstance(number, int)
        settle_note(
            self._db,
            number,
            article if isinstance(article, int) else None,
            term=term if isinstance(term, int) else None,
        )
        self._note_touched(row)

    def _note_touched(self, row: Row) -> None:
        if row["article"] is not None:
            self._annotated(row)
        if row["on_term"] is not None:
            self._term_touched(row["on_term"])

    def _annotated(self, row: Row) -> None:
        self.touched.annotations.add(self._article_id(row["article"]))

    def _term_touched(self, number: object) -> None:
        """Note the ids of a term and of what it is shown as."""
        rows = self._db.all(
            "SELECT id FROM term WHERE number IN"
            " (:number, (SELECT root FROM term WHERE number = :number))",
            {"number": number},
        )
        self.touched.terms.update(id_ for (id_,) in rows)

    def _article_id(self, article: object) -> str:
        return str(self._db.value("SELECT id FROM article WHERE number = ?", (article,)))

    def _newest(self, row: Row) -> object:
        found: object = self._db.value(
            "SELECT max(number) FROM revision WHERE article = ?", (row["article"],)
        )
        return found

    def _update(self, table: str, image: Image, values: Row) -> None:
        if values:
            columns = ", ".join(f'"{name}" = ?' for name in values)
            self._db.run(
                f"UPDATE {table} SET {columns} WHERE {self._condition(table)}",  # noqa: S608
                (*values.values(), *image.key),
            )

    def _delete(self, image: Image) -> None:
        self._db.run(
            f"DELETE FROM {image.table} WHERE {self._condition(image.table)}",  # noqa: S608
            image.key,
        )

    def _condition(self, table: str) -> str:
        return " AND ".join(f'"{name}" = ?' for name in TABLES[table].key)
