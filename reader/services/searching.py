"""Search in articles, notes, terms and watch points."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library import Library
    from reader.model.searching import Found, HitKind


class Searching:
    """What the search box needs."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def find(self, query: str, *, limit: int = 50, kinds: Sequence[HitKind] | None = None) -> Found:
        """Return the best hits; nothing that a person types is an error."""
        return self._library.search.find(query, limit=limit, kinds=kinds)
