"""Find rows by their public ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from reader.model.errors import NotFoundError
from reader.model.ids import fold_id

if TYPE_CHECKING:
    from reader.library.connection import Connection

# The tables whose rows have public ids, by the names that errors give them.
Kind: TypeAlias = Literal["article", "term", "watch_point", "highlight", "note", "removed"]


def number_of(db: Connection, kind: Kind, id_: str) -> int:
    """Return the number of the row with a public id; NotFoundError where there is none."""
    number = db.value(f"SELECT number FROM {kind} WHERE id = ?", (id_,))  # noqa: S608
    if number is None:
        raise NotFoundError("no_such_id", id=id_, kind=kind)
    return int(number)


def resolve(db: Connection, kind: Kind, prefix: str) -> str:
    """Return the one id that begins with ``prefix``, as a person may have written it."""
    folded = fold_id(prefix)
    found = db.all(
        f"SELECT id FROM {kind} WHERE id >= ? AND id < ? ORDER BY id LIMIT 2",  # noqa: S608
        (folded, folded + "\x7f"),
    )
    if not folded or not found:
        raise NotFoundError("no_such_id", id=prefix, kind=kind)
    if len(found) > 1 and found[0][0] != folded:
        raise NotFoundError("ambiguous_id", id=prefix, kind=kind)
    return str(found[0][0])
