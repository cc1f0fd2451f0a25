"""Find the reader's own forms of terms in texts, and keep the articles in step with them."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.language.matching import Matcher
    from reader.library import Library

MOST_PLACES = 5000
"""Of the places in one text: a form of one character could stand in half a million."""

AT_ONCE = 200
"""Articles in one transaction, so that others can write meanwhile."""


class Forms:
    """Knows where the reader's forms stand; the automaton for them is kept until they change."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[str, int] = {}
        self._matcher: Matcher[int] | None = None

    def refresh(self) -> Mapping[str, int]:
        """Return the forms as they are now, with the numbers of their terms."""
        known = self._library.forms.known()
        if known != self._known:
            self._known, self._matcher = known, None
        return self._known

    def places(self, text: str) -> list[tuple[int, int, int]]:
        """Return where the forms of the last ``refresh`` stand: start, end, number of the term."""
        if not self._known:
            return []
        if self._matcher is None:
            from reader.language.matching import Matcher

            self._matcher = Matcher(self._known)
        return self._matcher.find(text)[:MOST_PLACES]

    def settle(self, article_id: str) -> None:
        """Bring one article in step at once."""
        with self._library.writing():
            self.refresh()
            batch = self._library.forms.of_article(article_id)
            self._library.forms.settle(batch, [self.places(text) for _, text in batch.texts])

    def go_on(self, *, seconds: float | None = None) -> bool:
        """Bring articles in step, for so many seconds; say whether any are left.

        Each transaction is short. What is left can be gone on with at any time, also after
        the program was closed.
        """
        until = None if seconds is None else monotonic() + seconds
        while self._settle_next():
            if until is not None and monotonic() >= until:
                return self._library.forms.is_waiting()
        return False

    def _settle_next(self) -> bool:
        if not self._library.forms.is_waiting():
            return False
        with self._library.writing():
            batch = self._library.forms.next_batch(AT_ONCE)
            if batch is None:
                return False
            self.refresh()
            self._library.forms.settle(batch, [self.places(text) for _, text in batch.texts])
        return True
