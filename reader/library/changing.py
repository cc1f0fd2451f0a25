"""Bring along everything that follows from what the reader said of a term."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from reader.library.forms import seek
from reader.library.naming import rehash, settle_names, settle_states
from reader.library.search_index import refresh
from reader.library.term_counts import count_anew

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.library.connection import Connection

_SAID = """
    SELECT merged_into, ifnull(root, number),
        CASE WHEN own THEN text END, CASE WHEN own THEN text_own END
    FROM term WHERE number = ?
    """

_BELOW = """
    WITH RECURSIVE below (number) AS (
        VALUES (:number)
        UNION SELECT term.number FROM term JOIN below ON merged_into = below.number
    ) SELECT number FROM below
    """


class _Said(NamedTuple):
    """What the reader said of a term, as far as other rows depend on it."""

    merged_into: int | None
    root: int
    forms: frozenset[str]
    removed: frozenset[str]


@contextmanager
def changing(db: Connection, number: int) -> Iterator[None]:
    """Change what the reader said of a term, inside the caller's transaction.

    The term may come or go meanwhile.
    """
    before = _said(db, number)
    yield
    after = _said(db, number)
    rehash(db, number)
    for form in sorted(before.forms ^ after.forms):
        seek(db, form)
    for form in sorted(before.removed ^ after.removed):
        seek(db, form, term=after.root)
    if before.merged_into != after.merged_into:
        _regroup(db, number, before)
    settle_names(db, [number, before.merged_into or number])
    settle_states(db, [number])
    refresh(db, "term", [number])


def top_of(db: Connection, number: int) -> int:
    """Return what a term is shown as: what it is merged into in the end, or itself."""
    while (
        above := db.value("SELECT merged_into FROM term WHERE number = ?", (number,))
    ) is not None:
        number = above
    return number


def _said(db: Connection, number: int) -> _Said:
    row = db.one(_SAID, (number,))
    if row is None:
        return _Said(None, number, frozenset(), frozenset())
    merged_into, root, *forms = row
    verdicts = db.all("SELECT form, verdict FROM term_alias WHERE term = ?", (number,))
    return _Said(
        merged_into,
        root,
        frozenset([*filter(None, forms), *(form for form, said in verdicts if said == "added")]),
        frozenset(form for form, said in verdicts if said == "removed"),
    )


def _regroup(db: Connection, number: int, before: _Said) -> None:
    """Let a term and those below it be shown as what they are merged into now."""
    root = top_of(db, number)
    for (below,) in db.all(_BELOW, {"number": number}):
        db.run(
            "UPDATE term SET root = ? WHERE number = ?", (None if below == root else root, below)
        )
    count_anew(db, {number, before.root, root})
    for parted in (before.root, root):
        removed = db.all(
            "SELECT form FROM term_alias WHERE term = ? AND verdict = 'removed'", (parted,)
        )
        for (form,) in removed:
            seek(db, form, term=parted)
            seek(db, form, term=number)
