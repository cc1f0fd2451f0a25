"""What the understanding of one text gives: pure values, of the text and the analyser alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from reader.model.passage import Passage

Category = Literal["person", "place", "organization", "agreement", "concept", "event"]
CATEGORIES: tuple[Category, ...] = (
    "person",
    "place",
    "organization",
    "agreement",
    "concept",
    "event",
)
WatchOrigin = Literal["list", "sentence", "reader"]


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """A key term of one text.

    ``text`` is its fullest form, ``reading`` in hiragana (empty if unknown), ``definition``
    the passage that defines it, hedges kept, and ``receipt`` the whole sentence it stands in.
    ``occurrences`` are ranges of the form or any of its aliases, in order, not overlapping
    each other. ``weight`` is 0 to 1, the heaviest term of the text at 1; ``shown`` says
    whether it is highlighted by default. ``key`` is the preferred form in the curated table of
    names, the same for texts of every language ("朝鮮民主主義人民共和国" for 北朝鮮 or DPRK);
    empty where the table does not have the thing.
    """

    text: str
    category: Category
    reading: str
    aliases: tuple[str, ...]
    occurrences: tuple[tuple[int, int], ...]
    weight: float
    shown: bool
    definition: Passage | None = None
    receipt: Passage | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class FoundWatchPoint:
    """An open question of one text and where it stands (list marker left out).

    ``heading`` is the heading it stands under, or the sentence that introduces its list;
    ``horizon`` a date or ``first/last`` pair of dates if the text names one, else empty.
    """

    text: str
    start: int
    end: int
    origin: WatchOrigin
    heading: str
    horizon: str = ""


class Attribution(NamedTuple):
    """Who says so: the range of the words (「…によると」), and of the one who says it.

    ``source_start`` and ``source_end`` are 0 where nobody is named.
    """

    start: int
    end: int
    source_start: int
    source_end: int


class Hedge(NamedTuple):
    """The range of words that leave something open: 可能性がある, とみられる, is expected to."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Understanding:
    """All that is understood of one text by one version of the analyser."""

    version: int
    language: str
    terms: tuple[FoundTerm, ...]
    watch_points: tuple[FoundWatchPoint, ...]
    key_sentences: tuple[Passage, ...]
    attributions: tuple[Attribution, ...] = ()
    hedges: tuple[Hedge, ...] = ()
