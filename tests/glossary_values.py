"""A desk whose articles are understood as a test says, not as an analyser does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.understanding import FoundTerm, FoundWatchPoint, Understanding
from reader.services.understanding import Pending

if TYPE_CHECKING:
    from reader.model.changes import Changes
    from reader.model.passage import Passage
    from reader.model.terms import ArticleTerm
    from reader.model.understanding import Category
    from reader.services.desk import Desk

TODAY = 1000
"""A version of an analyser that is newer than ours."""


def add(desk: Desk, text: str, *, published: str = "") -> str:
    """Add an article that nobody has understood yet; return its id."""
    added = desk.adding.add_text(text, "pasted").id
    if published:
        desk.reading.correct(added, "published", published)
    return added


def found(
    text: str,
    form: str,
    *,
    category: Category = "place",
    aliases: tuple[str, ...] = (),
    key: str = "",
    reading: str = "",
    definition: Passage | None = None,
    weight: float = 0.5,
    shown: bool = True,
) -> FoundTerm:
    """Make a term that stands in a text wherever its form or one of its aliases does."""
    places = {
        (start, start + len(name))
        for name in (form, *aliases)
        for start in range(len(text))
        if text.startswith(name, start)
    }
    longest = sorted(places, key=lambda place: (place[0], -place[1]))
    apart: list[tuple[int, int]] = []
    for start, end in longest:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return FoundTerm(
        text=form,
        category=category,
        reading=reading,
        aliases=aliases,
        occurrences=tuple(apart),
        weight=weight,
        shown=shown,
        definition=definition,
        receipt=definition,
        key=key,
    )


def question(text: str, words: str) -> FoundWatchPoint:
    """Make a watch point of the words of a text."""
    start = text.index(words)
    return FoundWatchPoint(words, start, start + len(words), "sentence", "")


def understand(
    desk: Desk,
    article_id: str,
    *terms: FoundTerm,
    points: tuple[FoundWatchPoint, ...] = (),
    version: int = TODAY,
) -> Changes:
    """Store what was found in the newest text of an article."""
    revision = desk.reading.open(article_id).revision
    pending = Pending(article_id, revision.number, revision.text, revision.blocks, "")
    return desk.understanding.store(pending, Understanding(version, "ja", terms, points, ()))


def term_of(desk: Desk, article_id: str, form: str) -> ArticleTerm:
    """Return the term of an article with that form."""
    (term,) = [one for one in desk.reading.open(article_id).terms if one.text == form]
    return term


def forms_of(desk: Desk, article_id: str) -> list[str]:
    """Return the forms of the terms of an article."""
    return [term.text for term in desk.reading.open(article_id).terms]


def words_of(desk: Desk, article_id: str, term_id: str) -> list[str]:
    """Return the words where a term of an article stands."""
    known = desk.reading.open(article_id)
    return [
        known.revision.text[start:end]
        for term in known.terms
        if term.id == term_id
        for start, end in term.occurrences
    ]
