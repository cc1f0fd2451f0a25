"""The last acts of the reader, as images of the rows they changed: to undo and to do again.

An act is recorded by naming the rows that it may change (``Acts.recorded``). What only follows
from those rows (counts, lines of the list, the search) is no part of an image: it is made again
when the rows are put back.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from reader.library.encoding import packed, row_hash, unpacked
from reader.library.fitting import all_fit
from reader.library.images import Image, snapshot
from reader.library.reverting import Reverting
from reader.model.acts import Act
from reader.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reader.library.connection import Connection, Row
    from reader.library.images import Rows, Touched

MOST = 100
"""So many acts can be undone."""

JOINED_WITHIN = 60.0
"""Seconds after which a change of the same words is an act of its own."""


class Reverted(NamedTuple):
    """An act that was undone or done again, and the things that it touched."""

    act: Act
    touched: Touched


class Acts:
    """Keeps the reader's last acts."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    @contextmanager
    def recorded(
        self,
        *rows: Rows,
        id: str,  # noqa: A002
        now: str,
        label: str,
        details: Mapping[str, str],
        joins: bool = False,
    ) -> Iterator[None]:
        """Do something in one transaction, and keep what it changed of some rows.

        An act that changes nothing of them is not kept. One that ``joins`` goes on with the
        last act, where that has the same label, changed the same rows, and is not a minute old.
        What was undone before cannot be done again afterwards.
        """
        db = self._db
        with db.writing():
            before = snapshot(db, rows)
            yield
            after = snapshot(db, rows, also=before)
            images = [
                Image(key[0], before.get(key), after.get(key))
                for key in {**before, **after}
                if before.get(key) != after.get(key)
            ]
            images = [image for image in images if image.counts]
            if images:
                self._keep(images, id_=id, now=now, label=label, details=details, joins=joins)

    def next_undo(self) -> Act | None:
        """Return the act that would be undone, if there is one."""
        row = self._next(undone=False)
        return None if row is None else _act(row)

    def next_redo(self) -> Act | None:
        """Return the act that would be done again, if there is one."""
        row = self._next(undone=True)
        return None if row is None else _act(row)

    def undo(self, *, now: str) -> Reverted | None:
        """Put back what was before the last act; None when there is none.

        UsageError ``undo_changed`` where its rows have changed since.
        """
        return self._revert(now=now, undoing=True)

    def redo(self, *, now: str) -> Reverted | None:
        """Do the act again that was undone last; None when there is none.

        UsageError ``redo_changed`` where its rows have changed since.
        """
        return self._revert(now=now, undoing=False)

    def drop(self, act_id: str) -> None:
        """Forget an act: it can be neither undone nor done again."""
        with self._db.writing():
            self._db.run("DELETE FROM act WHERE id = ?", (act_id,))

    def _revert(self, *, now: str, undoing: bool) -> Reverted | None:
        db = self._db
        with db.writing():
            row = self._next(undone=not undoing)
            if row is None:
                return None
            act = _act(row)
            images = [Image(*image) for image in unpacked(row[5])]
            turned = [image.turned() for image in reversed(images)] if undoing else images
            if not all_fit(db, turned):
                code = "undo_changed" if undoing else "redo_changed"
                raise UsageError(code, act=act.id, label=act.label, details=act.details)
            reverting = Reverting(db, turned, now=now)
            # What hung on a row that went away comes back with it.
            seen = reverting.apply()
            kept = [image.turned() for image in reversed(seen)] if undoing else seen
            self._write(row[0], act, kept, undone=undoing)
            return Reverted(act, reverting.touched)

    def _next(self, *, undone: bool) -> Row | None:
        order = "ASC" if undone else "DESC"
        return self._db.one(
            "SELECT number, id, at, label, details, images FROM act WHERE undone = ?"  # noqa: S608
            f" ORDER BY number {order} LIMIT 1",
            (int(undone),),
        )

    def _keep(
        self,
        images: list[Image],
        *,
        id_: str,
        now: str,
        label: str,
        details: Mapping[str, str],
        joins: bool,
    ) -> None:
        db = self._db
        db.run("DELETE FROM act WHERE undone = 1")
        act = Act(id_, now, label, dict(details))
        last = self._next(undone=False) if joins else None
        if last is not None and _goes_on(last, act, images):
            first = [Image(*image) for image in unpacked(last[5])]
            joined = [one._replace(after=two.after) for one, two in zip(first, images, strict=True)]
            joined = [image for image in joined if image.counts]
            self._write(last[0], replace(act, id=last[1]), joined, undone=False)
            return
        number = db.insert(
            "INSERT INTO act (id, at, label, details, images, hash) VALUES (?, '', '', '', '', '')",
            (id_,),
        )
        self._write(number, act, images, undone=False)
        db.run(
            "DELETE FROM act WHERE number <= (SELECT number FROM act ORDER BY number DESC"
            " LIMIT 1 OFFSET ?)",
            (MOST,),
        )

    def _write(self, number: int, act: Act, images: list[Image], *, undone: bool) -> None:
        details, written = packed(dict(act.details)), packed(images)
        self._db.run(
            "UPDATE act SET at = ?, label = ?, details = ?, images = ?, undone = ?, hash = ?"
            " WHERE number = ?",
            (
                act.at,
                act.label,
                details,
                written,
                int(undone),
                row_hash(act.label, details, written),
                number,
            ),
        )


def forget_acts(db: Connection, article: int) -> None:
    """Forget the acts whose images hold words of an article that goes for good."""
    for number, written in db.all("SELECT number, images FROM act"):
        rows = [row for _, *rows in unpacked(written) for row in rows if row is not None]
        if any(row.get("article") == article for row in rows):
            db.run("DELETE FROM act WHERE number = ?", (number,))


def _act(row: Row) -> Act:
    return Act(row[1], row[2], row[3], unpacked(row[4]))


def _goes_on(last: Row, act: Act, images: list[Image]) -> bool:
    """Say whether an act goes on with the last one: the same words, typed further."""
    before = [Image(*image) for image in unpacked(last[5])]
    apart = datetime.fromisoformat(act.at) - datetime.fromisoformat(last[2])
    return (
        last[3] == act.label
        and [(one.table, one.key) for one in before] == [(one.table, one.key) for one in images]
        and 0 <= apart.total_seconds() <= JOINED_WITHIN
    )
