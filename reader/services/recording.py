"""Keep an act of the reader's together with what it changes, so that it can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library import Rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from reader.library import Library
    from reader.model.ids import IdMaker

MOST_DETAIL = 40
"""Characters of a detail that a label shows; the label is a line of a menu."""


class Recording:
    """Records acts: ``with recording("act.x", rows("note", id=id), text=...):``."""

    def __init__(self, library: Library, *, clock: Callable[[], str], make_id: IdMaker) -> None:
        self._library = library
        self._clock = clock
        self._make_id = make_id

    def __call__(
        self, label: str, /, *rows: Rows, joins: bool = False, **details: str
    ) -> AbstractContextManager[None]:
        """Record what is done in the block: one transaction, one act under ``label``.

        ``rows`` are all that the block may change of the reader's. An act that ``joins`` goes
        on with the last one where that changed the same.
        """
        return self._library.acts.recorded(
            *rows,
            id=self._make_id(),
            now=self._clock(),
            label=label,
            details={name: _short(words) for name, words in details.items()},
            joins=joins,
        )


def rows(table: str, /, **where: object) -> Rows:
    """Name the rows of a table whose columns have these values."""
    return Rows(table, where)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= MOST_DETAIL else line[: MOST_DETAIL - 1] + "…"
