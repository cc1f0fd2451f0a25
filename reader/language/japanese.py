"""Understand a Japanese article by the rules for Japanese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.language.article import prepare
from reader.language.article_dates import article_date
from reader.language.attributions import attributions
from reader.language.hedges import hedges
from reader.language.japanese_watch import JAPANESE as RULES
from reader.language.key_sentences import JAPANESE as STYLE
from reader.language.key_sentences import key_sentences
from reader.language.terms import terms
from reader.language.watching import watch_points
from reader.model.understanding import Understanding

if TYPE_CHECKING:
    from reader.language.resources import Resources
    from reader.model.blocks import Block


def understand(
    text: str, blocks: tuple[Block, ...], *, version: int, resources: Resources
) -> Understanding:
    """Return what is understood of a Japanese ``text``."""
    article = prepare(text, blocks, resources)
    found = terms(article)
    parted: dict[int, list[tuple[int, int]]] = {}
    for one in article.sentences:
        parted.setdefault(blocks[one.block].start, []).append((one.start, one.end))
    watched = watch_points(text, blocks, RULES, folded=article.folded, parted=parted)
    ranges = [(one.start, one.end, one.block, one.lead) for one in article.sentences]
    told = attributions(article)
    when = article_date(article.folded, blocks)
    chosen = key_sentences(
        text,
        blocks,
        ranges=ranges,
        terms=found,
        watched=watched,
        style=STYLE,
        told=told,
        year=when.year if when is not None else 0,
    )
    return Understanding(
        version,
        "ja",
        found,
        watched,
        chosen,
        attributions=told,
        hedges=hedges(article),
    )
