"""All that is known of one article, as one finished value for windows, pages and exports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model.annotations import Highlight, Note, Summary

if TYPE_CHECKING:
    from reader.model.article import Article, ArticleState, Revision
    from reader.model.passage import Passage
    from reader.model.terms import ArticleTerm
    from reader.model.understanding import Attribution, Hedge
    from reader.model.watching import WatchPoint


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """An article with its text and everything that the library knows of it.

    ``understood`` is false while its understanding is still to be done: then terms, watch
    points and key sentences are empty. ``revision`` is the newest.
    """

    article: Article
    revision: Revision
    state: ArticleState
    understood: bool
    terms: tuple[ArticleTerm, ...] = ()
    watch_points: tuple[WatchPoint, ...] = ()
    key_sentences: tuple[Passage, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    notes: tuple[Note, ...] = ()
    summary: Summary = Summary()
    attributions: tuple[Attribution, ...] = ()
    hedges: tuple[Hedge, ...] = ()
