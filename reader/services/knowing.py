"""All that is known of an article, as one value."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library import Library
    from reader.model.known import KnownArticle


def known_article(library: Library, article_id: str) -> KnownArticle:
    """Return what is known; a language that the source does not name is the one understood."""
    known = library.known(article_id)
    if known.article.language:
        return known
    understood = library.understandings.get(article_id)
    if understood is None:
        return known
    return replace(known, article=replace(known.article, language=understood.language))
