"""Undo what the reader did last, and do it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.acts import Undone
from reader.model.changes import Changes
from reader.model.errors import UsageError
from reader.services.following import follow
from reader.services.forms import Forms

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library import Library
    from reader.library.journal import Reverted
    from reader.model.acts import Act

SECONDS = 1.0


class Undoing:
    """The last hundred acts of the reader, over restarts and for all windows of a library."""

    def __init__(self, library: Library, *, clock: Callable[[], str]) -> None:
        self._library = library
        self._clock = clock
        self._forms = Forms(library)

    def next_undo(self) -> Act | None:
        """Return the act that ``undo`` would undo, if there is one."""
        return self._library.acts.next_undo()

    def next_redo(self) -> Act | None:
        """Return the act that ``redo`` would do again, if there is one."""
        return self._library.acts.next_redo()

    def undo(self) -> Undone | None:
        """Undo the last act; None where there is none.

        UsageError ``undo_changed`` where what it changed has been changed since; that act is
        given up, so that the one before it can be undone.
        """
        return self._revert(self._library.acts.undo)

    def redo(self) -> Undone | None:
        """Do again what was undone last; UsageError ``redo_changed`` as above."""
        return self._revert(self._library.acts.redo)

    def _revert(self, way: Callable[..., Reverted | None]) -> Undone | None:
        library = self._library
        try:
            with library.writing():
                reverted = way(now=self._clock())
                for article_id in reverted.touched.placed if reverted else ():
                    follow(library, article_id)
        except UsageError as error:
            library.acts.drop(str(error.details["act"]))
            raise
        if reverted is None:
            return None
        self._forms.go_on(seconds=SECONDS)
        touched = reverted.touched
        changes = Changes(
            added=frozenset(touched.added),
            removed=frozenset(touched.removed),
            content=frozenset(touched.content),
            annotations=frozenset(touched.annotations),
            state=frozenset(touched.state),
            terms=frozenset(touched.terms),
        )
        return Undone(reverted.act, changes)
