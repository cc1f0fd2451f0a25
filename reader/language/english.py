"""Understand an English article by rules for English, behind the same interface as Japanese."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.language.english_article import prepare
from reader.language.english_horizons import article_date
from reader.language.english_saying import attributions, hedges
from reader.language.english_terms import terms
from reader.language.english_watch import ENGLISH
from reader.language.key_sentences import Style, key_sentences
from reader.language.watching import watch_points
from reader.model.understanding import Understanding

if TYPE_CHECKING:
    from reader.language.english_article import EnglishArticle
    from reader.language.gazetteer import Gazetteer
    from reader.model.blocks import Block
    from reader.model.passage import Passage
    from reader.model.understanding import Attribution, FoundTerm, FoundWatchPoint

_STYLE = Style(
    fact=re.compile(
        r"\b(?:said|told|signed|adopted|announced|agreed|took|began|opened|met|entered|approved"
        r"|declared|ruled"
        r"|voted|ended|rejected|launched|left|became|won|killed|struck|reached|held|gave|came"
        r"|went)\b"
    ),
    opinion=re.compile(
        r"\b(?:perhaps|arguably|seems?|appears?|ought|probably|maybe)\b|\"$|^\"|\bsaid (?:he|she"
        r"|they)\b"
    ),
    date=re.compile(
        r"\b(?:(?:19|20)\d\d|January|February|March|April|June|July|August|September|October"
        r"|November|December"
        r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|\bin May\b"
    ),
    definition=re.compile(
        r"\b(?:refers to|is defined as|stands for|is short for)\b|^An? [\w' -]{3,40} is an? "
    ),
    reference=re.compile(
        r"^(?:This|That|These|Those|It|They|He|She|Its|Their|His|Her|Then|There|Both|Neither"
        r"|Others?|Some|Such|Here|One)\b"
    ),
    decides=re.compile(
        r"\b(?:agreed|adopted|approved|signed|ruled|ordered|decided|voted|declared|announced"
        r"|launched|landed"
        r"|entered into force|took effect|takes effect|came into force|collapsed|ended in"
        r"|rejected|ratified"
        r"|resigned|elected|appointed|banned|imposed|lifted|halted|suspended|withdrew|joined"
        r"|promised|proposed"
        r"|ended|cut|raised|left its|held)\b"
    ),
    ahead=re.compile(
        r"\b(?:will|next (?:year|month|week|spring|summer|autumn)|due (?:in|on|to|by)|deadline"
        r"|plans? to|expected to"
        r"|by the end of)\b"
    ),
    looks_back=re.compile(
        r"\b(?:years? ago|decades? ago|centur(?:y|ies)|once|had been|used to|in the (?:19|20)\d0s"
        r"|a decade)\b"
    ),
    year=re.compile(r"\b((?:19|20)\d\d)\b"),
)


def understand(
    text: str, blocks: tuple[Block, ...], *, version: int, names: Gazetteer
) -> Understanding:
    """Return what is understood of an English ``text``."""
    article = prepare(text, blocks)
    found = terms(article, names)
    watched = tuple(
        replace(point, text=text[point.start : point.end])
        for point in watch_points(article.folded, blocks, ENGLISH)
    )
    said = attributions(article, found)
    chosen = _key_sentences(article, terms=found, watched=watched, said=said)
    return Understanding(
        version,
        "en",
        found,
        watched,
        chosen,
        attributions=said,
        hedges=hedges(article),
    )


def _key_sentences(
    article: EnglishArticle,
    *,
    terms: tuple[FoundTerm, ...],
    watched: tuple[FoundWatchPoint, ...],
    said: tuple[Attribution, ...],
) -> tuple[Passage, ...]:
    when = article_date(article.folded, article.blocks)
    return key_sentences(
        article.text,
        article.blocks,
        ranges=[(one.start, one.end, one.block, one.lead) for one in article.sentences],
        terms=terms,
        watched=watched,
        style=_STYLE,
        told=said,
        year=when.year if when is not None else 0,
    )
