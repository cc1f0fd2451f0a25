"""Watch points: the questions that articles leave open, and what the reader says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.encoding import anchor as unpacked_anchor
from reader.library.encoding import pack_anchor, packed, row_hash
from reader.library.finding import number_of, resolve
from reader.library.knowing import read_revision, watch_points_of, watch_points_where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.library.connection import Connection
    from reader.model.annotations import Anchor, Placement
    from reader.model.watching import WatchPoint, WatchStatus

POINT_HASHED = "status, tags, dismissed, CASE origin WHEN 'reader' THEN text END, anchor"
"""What of a watch point is the reader's; its hash is of these, in this order."""

_UNTOUCHED = ("open", "[]", 0, None, None)


class WatchPoints:
    """Keeps statuses, histories and tags, and the reader's own questions."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def of_article(self, article_id: str) -> tuple[WatchPoint, ...]:
        """Return the watch points of an article in the order of its text, those gone last."""
        with self._db.reading():
            return watch_points_of(self._db, number_of(self._db, "article", article_id))

    def get(self, watch_id: str) -> WatchPoint:
        """Return one watch point."""
        with self._db.reading():
            number = number_of(self._db, "watch_point", watch_id)
            return watch_points_where(self._db, "number = ?", (number,))[0]

    def resolve(self, prefix: str) -> str:
        """Return the one id that begins with ``prefix``."""
        return resolve(self._db, "watch_point", prefix)

    def all(
        self,
        *,
        status: WatchStatus | None = None,
        limit: int = 200,
        after: WatchPoint | None = None,
    ) -> list[WatchPoint]:
        """Return watch points of the whole library, those added last first, no trash.

        ``after`` is the last of the page before.
        """
        conditions = ["NOT trashed", "NOT dismissed"]
        values: list[object] = []
        if status is not None:
            conditions.append("watch_point.status = ?")
            values.append(status)
        with self._db.reading():
            if after is not None:
                conditions.append("number < ?")
                values.append(number_of(self._db, "watch_point", after.id))
            condition = " AND ".join(conditions) + " ORDER BY number DESC LIMIT ?"
            return list(watch_points_where(self._db, condition, (*values, limit)))

    def add(
        self,
        article_id: str,
        *,
        id: str,  # noqa: A002
        text: str,
        anchor: Anchor | None = None,
        heading: str = "",
        horizon: str = "",
    ) -> WatchPoint:
        """Keep a question of the reader's own, on a passage of the newest revision or on none."""
        from reader.library.listing import refresh_line
        from reader.library.search_index import refresh

        with self._db.writing():
            article = number_of(self._db, "article", article_id)
            number = self._db.insert(
                """
                INSERT INTO watch_point
                    (id, article, origin, text, start, "end", heading, horizon, anchor, made_on)
                VALUES (?, ?, 'reader', ?, ?, ?, ?, ?, ?, ?)
                """,
                (
                    id,
                    article,
                    text,
                    anchor.start if anchor else 0,
                    anchor.end if anchor else 0,
                    heading,
                    horizon,
                    pack_anchor(anchor) if anchor else None,
                    read_revision(self._db, article).number if anchor else None,
                ),
            )
            rehash_point(self._db, number)
            refresh_line(self._db, article)
            refresh(self._db, "watch_point", [number])
            return self.get(id)

    def anchors(self, article_id: str) -> dict[str, tuple[Anchor, int]]:
        """Return the anchors of the reader's own, and the revisions they were made on, by id."""
        rows = self._db.all(
            "SELECT id, anchor, made_on FROM watch_point"
            " WHERE article = ? AND anchor IS NOT NULL ORDER BY number",
            (number_of(self._db, "article", article_id),),
        )
        return {id_: (unpacked_anchor(written), made_on) for id_, written, made_on in rows}

    def replace_placements(self, placements: Iterable[tuple[str, Placement]]) -> None:
        """Say where watch points lie in the newest revision; lost ones at (0, 0)."""
        with self._db.writing():
            for id_, placement in placements:
                number = number_of(self._db, "watch_point", id_)
                self._db.run(
                    'UPDATE watch_point SET start = ?, "end" = ? WHERE number = ?',
                    (placement.start, placement.end, number),
                )

    def set_status(
        self, watch_id: str, status: WatchStatus, *, why: str = "", now: str
    ) -> WatchPoint:
        """Say where the question stands; its history grows by one step, even to the same."""
        from reader.library.listing import refresh_line

        with self._db.writing():
            number = number_of(self._db, "watch_point", watch_id)
            row = self._db.one(
                "SELECT article, status FROM watch_point WHERE number = ?", (number,)
            )
            assert row is not None
            article, before = row
            add_status_change(self._db, number, at=now, before=before, after=status, why=why)
            self._db.run("UPDATE watch_point SET status = ? WHERE number = ?", (status, number))
            rehash_point(self._db, number)
            refresh_line(self._db, article)
            return self.get(watch_id)

    def dismissed(self, article_id: str) -> tuple[WatchPoint, ...]:
        """Return the points of an article of which the reader said that they are none."""
        with self._db.reading():
            article = number_of(self._db, "article", article_id)
            return watch_points_where(
                self._db, "article = ? AND dismissed ORDER BY start, number", (article,)
            )

    def set_dismissed(self, watch_id: str, *, dismissed: bool) -> None:
        """Take a point out of every list, or bring it back; a new understanding keeps to it."""
        from reader.library.listing import refresh_line
        from reader.library.search_index import refresh

        with self._db.writing():
            number = number_of(self._db, "watch_point", watch_id)
            self._db.run(
                "UPDATE watch_point SET dismissed = ? WHERE number = ?", (int(dismissed), number)
            )
            rehash_point(self._db, number)
            article = self._db.value("SELECT article FROM watch_point WHERE number = ?", (number,))
            refresh_line(self._db, article)
            refresh(self._db, "watch_point", [number])

    def set_tags(self, watch_id: str, tags: Iterable[str]) -> None:
        """Replace the reader's tags on a watch point."""
        with self._db.writing():
            number = number_of(self._db, "watch_point", watch_id)
            self._db.run(
                "UPDATE watch_point SET tags = ? WHERE number = ?", (packed(list(tags)), number)
            )
            rehash_point(self._db, number)


def rehash_point(db: Connection, number: int) -> None:
    """Keep the hash of what the reader said of a watch point; none where that is nothing."""
    row = db.one(f"SELECT {POINT_HASHED} FROM watch_point WHERE number = ?", (number,))  # noqa: S608
    assert row is not None
    db.run("UPDATE watch_point SET hash = ? WHERE number = ?", (point_hash(*row), number))


def point_hash(*said: object) -> str:
    """Return the hash of the columns of ``POINT_HASHED``; empty while all are as they were."""
    return "" if said == _UNTOUCHED else row_hash(*said)


def add_status_change(
    db: Connection, number: int, *, at: str, before: str, after: str, why: str = ""
) -> None:
    """Let the history of a watch point grow by one step."""
    db.insert(
        "INSERT INTO status_change (watch_point, at, before, after, why, hash)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (number, at, before, after, why, row_hash(at, before, after, why)),
    )
