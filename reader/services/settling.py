"""Settle highlights whose passage has changed: what each was, what it may be now, the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.changes import Changes
from reader.model.errors import UsageError
from reader.model.passage import Passage
from reader.model.settling import Doubt, Side
from reader.services.recording import Recording, rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library import Library
    from reader.model.annotations import Highlight
    from reader.model.article import Revision
    from reader.model.ids import IdMaker


class Settling:
    """The reader's word on passages that are not what they were; each answer can be undone."""

    def __init__(self, library: Library, *, clock: Callable[[], str], make_id: IdMaker) -> None:
        self._library = library
        self._clock = clock
        self._record = Recording(library, clock=clock, make_id=make_id)

    def waiting(self, article_id: str) -> tuple[Highlight, ...]:
        """Return the highlights that wait for an answer: in doubt, then lost."""
        marks = self._library.highlights.of_article(article_id)
        return tuple(mark for mark in marks if mark.state != "anchored" and not mark.quotation)

    def doubtful_of(self, article_id: str) -> tuple[Doubt, ...]:
        """Return what waits in an article, each with its passage in the old text and the new."""
        waiting = self.waiting(article_id)
        if not waiting:
            return ()
        revisions = {one.number: one for one in self._library.articles.revisions(article_id)}
        newest = revisions[max(revisions)]
        return tuple(_doubt(mark, revisions[mark.made_on], newest) for mark in waiting)

    def accept(self, highlight_id: str, *, revision: int | None = None) -> Changes:
        """Let a highlight in doubt mean the words that it lies on now; the former are kept.

        ``revision`` is the one that the reader has seen: UsageError ``text_changed`` where
        there is a newer one. ``nothing_to_settle`` where the highlight is not in doubt.
        """
        mark = self._library.highlights.get(highlight_id)
        if mark.state != "doubtful":
            raise UsageError("nothing_to_settle")
        return self._anchor(mark, mark.start, mark.end, label="act.accept", revision=revision)

    def move(
        self, highlight_id: str, start: int, end: int, *, revision: int | None = None
    ) -> Changes:
        """Let a highlight mean another passage of the newest text; the former words are kept."""
        mark = self._library.highlights.get(highlight_id)
        return self._anchor(mark, start, end, label="act.move", revision=revision)

    def keep_as_quotation(self, highlight_id: str) -> Changes:
        """Keep the words of a highlight with no place in the text: it is looked for no more."""
        highlights = self._library.highlights
        mark = highlights.get(highlight_id)
        touched = rows("highlight", id=highlight_id)
        with self._record("act.keep_as_quotation", touched, text=mark.text):
            highlights.keep_as_quotation(highlight_id, now=self._clock())
        return Changes(annotations=frozenset((highlights.article_of(highlight_id),)))

    def _anchor(
        self, mark: Highlight, start: int, end: int, *, label: str, revision: int | None
    ) -> Changes:
        from reader.annotation.anchors import describe

        library = self._library
        with library.writing():
            article_id = library.highlights.article_of(mark.id)
            newest = library.articles.revision(article_id)
            if revision not in (None, newest.number):
                raise UsageError("text_changed")
            if not 0 <= start < end <= len(newest.text) or not newest.text[start:end].strip():
                raise UsageError("bad_range", start=start, end=end)
            with self._record(label, rows("highlight", id=mark.id), text=mark.text):
                library.highlights.set_anchor(
                    mark.id,
                    describe(newest.text, start, end),
                    now=self._clock(),
                    instead=True,
                )
        return Changes(annotations=frozenset((article_id,)))


def _doubt(mark: Highlight, made_on: Revision, newest: Revision) -> Doubt:
    from reader.annotation.likely import changed, likely_places

    anchor = mark.anchor
    now = newest.text[mark.start : mark.end]
    gone, came = changed(anchor.exact, now)
    old = _side(made_on, anchor.start, anchor.end, gone)
    new = _side(newest, mark.start, mark.end, came)
    places = likely_places(anchor, newest.text)
    if mark.state == "doubtful":
        # What is shown as the passage is the first to choose from.
        here = (mark.start, mark.end)
        places = (here, *(place for place in places if not _same(place, here)))
    candidates = tuple(Passage(newest.text[start:end], start, end) for start, end in places)
    return Doubt(mark, old, new, candidates, newest.number)


def _side(revision: Revision, start: int, end: int, marked: tuple[tuple[int, int], ...]) -> Side:
    text = revision.text
    title = next((text[one.start : one.end] for one in revision.blocks if one.kind == "title"), "")
    ranges = tuple((start + first, start + last) for first, last in marked)
    return Side(title, revision.added, text, start, end, ranges)


def _same(one: tuple[int, int], other: tuple[int, int]) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * shared >= one[1] - one[0]
