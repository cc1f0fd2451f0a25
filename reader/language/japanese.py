"""Understand a Japanese article by the rules for Japanese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.language.article import prepare
from reader.language.japanese_watch import JAPANESE as RULES
from reader.language.key_sentences import JAPANESE as STYLE
from reader.language.key_sentences import key_sentences
from reader.language.terms import terms
from reader.language.watching import watch_points
from reader.model.understanding import Understanding

if TYPE_CHECKING:
    from reader.model.blocks import Block


def understand(text: str, blocks: tuple[Block, ...], *, version: int) -> Understanding:
    """Return what is understood of a Japanese ``text``."""
    article = prepare(text, blocks)
    found = terms(article)
    watched = watch_points(text, blocks, RULES)
    ranges = [(one.start, one.end, one.block, one.lead) for one in article.sentences]
    chosen = key_sentences(text, blocks, ranges=ranges, terms=found, watched=watched, style=STYLE)
    return Understanding(version, "ja", found, watched, chosen)
