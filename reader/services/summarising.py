"""The reader's own summary of an article, and the annotated summary made around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.annotated import AnnotatedSummary
from reader.model.changes import Changes
from reader.services.knowing import known_article
from reader.services.recording import Recording, rows
from reader.services.words import tidy

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library import Library
    from reader.model.annotations import Summary
    from reader.model.ids import IdMaker


class Summarising:
    """Keeps the reader's summaries."""

    def __init__(self, library: Library, *, clock: Callable[[], str], make_id: IdMaker) -> None:
        self._library = library
        self._clock = clock
        self._record = Recording(library, clock=clock, make_id=make_id)

    def get(self, article_id: str) -> Summary:
        """Return the summary of an article; an empty one while there is none."""
        return self._library.summaries.get(article_id)

    def write(self, article_id: str, text: str, *, expected: str | None = None) -> Changes:
        """Keep a summary.

        ``expected`` is the text that the writer began from: when another window or command
        has written since, both texts are kept.
        """
        article = self._library.articles.get(article_id)
        touched = rows("summary", article=article.number)
        with self._record("act.summary", touched, joins=True, text=article.title):
            self._library.summaries.set(
                article_id,
                tidy(text),
                now=self._clock(),
                expected=None if expected is None else tidy(expected),
            )
        return Changes(annotations=frozenset((article_id,)))

    def annotated(self, article_id: str, *, language: str) -> AnnotatedSummary:
        """Return the document that is exported."""
        known = known_article(self._library, article_id)
        return AnnotatedSummary(known=known, exported=self._clock(), language=language)
