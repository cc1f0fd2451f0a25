"""Understand an English article by simpler rules than the Japanese, behind the same interface."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.language.article import TERM_KINDS
from reader.language.english_terms import terms
from reader.language.english_watch import ENGLISH
from reader.language.key_sentences import Style, key_sentences
from reader.language.sentences import sentences
from reader.language.watching import watch_points
from reader.model.understanding import Understanding

if TYPE_CHECKING:
    from reader.model.blocks import Block, BlockKind

_STYLE = Style(
    fact=re.compile(
        r"\b(?:said|signed|adopted|announced|agreed|took|began|opened|met|will|has|have|were|was|entered|approved)\b"
    ),
    opinion=re.compile(r"\b(?:may|might|could|perhaps|seems?|appears?|arguably|likely)\b"),
    date=re.compile(
        r"\b(?:[12]\d{3}|January|February|March|April|June|July|August|September|October|November|December)\b"
    ),
    definition=re.compile(r"\b(?:refers to|means|is defined as)\b"),
    reference=re.compile(
        r"^(?:This|That|These|Those|It|They|He|She|But|However|Meanwhile|Still|Also)\b"
    ),
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block; ``lead`` before the first heading."""

    start: int
    end: int
    kind: BlockKind
    block: int
    lead: bool


def understand(text: str, blocks: tuple[Block, ...], *, version: int) -> Understanding:
    """Return what is understood of an English ``text``."""
    found = _sentences(text, blocks)
    named = terms(text, found)
    watched = watch_points(text, blocks, ENGLISH)
    ranges = [(one.start, one.end, one.block, one.lead) for one in found]
    chosen = key_sentences(text, blocks, ranges=ranges, terms=named, watched=watched, style=_STYLE)
    return Understanding(version, "en", named, watched, chosen)


def _sentences(text: str, blocks: tuple[Block, ...]) -> list[Sentence]:
    found = []
    lead = True
    for index, block in enumerate(blocks):
        lead = lead and block.kind != "heading"
        if block.kind in TERM_KINDS:
            found += [
                Sentence(start, end, block.kind, index, lead)
                for start, end in sentences(text, block.start, block.end)
            ]
    return found
