"""What stands out in an article: the terms that are highlighted, and what else is set off."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Literal, NamedTuple

from reader.presentation.article_page import MUTED_KINDS, TermPlace, term_places

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from reader.model.blocks import Block
    from reader.model.glossary import ElsewhereTerm
    from reader.model.known import KnownArticle
    from reader.model.terms import ArticleTerm

Style = Literal["colour", "wash", "line", "dots"]


class Tone(NamedTuple):
    """A range of the text and how it is set off, in the colour of a theme's ``role``.

    ``start`` and ``end`` are code points. ``style``: the words themselves take the colour, or
    the ground behind them, or a line or dots under them.
    """

    start: int
    end: int
    role: str
    style: Style


def highlighted(
    terms: Iterable[ArticleTerm],
    level: str = "usual",
    categories_off: Collection[str] = (),
) -> tuple[ArticleTerm, ...]:
    """Return the terms that are highlighted: the usual ones, the heavier half of them, or all.

    What the reader made a term is among them at every level.
    """
    chosen = [term for term in terms if level == "more" or term.shown or term.own]
    if level == "fewer":
        heavy = sorted((term.weight for term in chosen if term.shown), reverse=True)
        least = heavy[(len(heavy) - 1) // 2] if heavy else 0.0
        chosen = [term for term in chosen if term.own or term.weight >= least]
    return tuple(term for term in chosen if term.category not in categories_off)


class TermPlaces:
    """Finds the term at a place, and the next place of a term; places must not overlap."""

    def __init__(self, places: Iterable[TermPlace]) -> None:
        self._places = sorted(places)
        self._starts = [place.start for place in self._places]

    def at(self, position: int) -> TermPlace | None:
        """Return the term that the sign at ``position`` (code points) belongs to."""
        before = bisect_right(self._starts, position) - 1
        place = self._places[before] if before >= 0 else None
        return place if place is not None and position < place.end else None

    def near(self, caret: int) -> TermPlace | None:
        """Return the term that a caret stands before, within or right behind."""
        return self.at(caret) or (self.at(caret - 1) if caret else None)

    def overlaps(self, start: int, end: int) -> bool:
        """Say whether any place has a sign in common with a range."""
        behind = bisect_right(self._starts, end - 1) - 1
        return behind >= 0 and self._places[behind].end > start


def next_place(
    places: Sequence[tuple[int, int]], caret: int, *, by: int = 1
) -> tuple[int, int] | None:
    """Return the place behind a caret, or before it, and from the last on to the first."""
    if not places:
        return None
    if by > 0:
        return next((place for place in places if place[0] > caret), places[0])
    return next((place for place in reversed(places) if place[0] < caret), places[-1])


def tones(
    known: KnownArticle,
    drawn: Sequence[TermPlace],
    wanted: Sequence[TermPlace],
    *,
    elsewhere: Sequence[ElsewhereTerm] = (),
    attributions: bool = False,
) -> list[Tone]:
    """Return what lies over a page that was laid out with the terms ``drawn`` in their colours.

    ``wanted`` are the highlighted terms now, ``elsewhere`` those of other articles that are to
    be shown too; ``attributions`` sets off who says so, and what is left open.
    """
    made: list[Tone] = []
    if attributions:
        made += _attribution_tones(known)
    own = TermPlaces(wanted)
    made += [
        Tone(one.start, one.end, f"term.{one.category}", "dots")
        for one in elsewhere
        if not own.overlaps(one.start, one.end)
    ]
    return made + _term_tones(known.revision.blocks, drawn, wanted)


def elsewhere_places(
    elsewhere: Iterable[ElsewhereTerm], wanted: Sequence[TermPlace]
) -> tuple[TermPlace, ...]:
    """Return the highlighted places together with those of terms that other articles know."""
    own = TermPlaces(wanted)
    others = [
        TermPlace(one.start, one.end, one.term_id, one.category)
        for one in elsewhere
        if not own.overlaps(one.start, one.end)
    ]
    return tuple(sorted((*wanted, *others)))


def places_of(known: KnownArticle, level: str, categories_off: Collection[str]) -> list[TermPlace]:
    """Return the places of the terms of an article that are highlighted."""
    return term_places(highlighted(known.terms, level, categories_off))


def _attribution_tones(known: KnownArticle) -> list[Tone]:
    made = [Tone(one.start, one.end, "attribution", "wash") for one in known.attributions]
    made += [
        Tone(one.source_start, one.source_end, "source", "wash")
        for one in known.attributions
        if one.source_end > one.source_start
    ]
    return made + [Tone(one.start, one.end, "hedge", "line") for one in known.hedges]


def _term_tones(
    blocks: Sequence[Block], drawn: Sequence[TermPlace], wanted: Sequence[TermPlace]
) -> list[Tone]:
    """Return the colours that make ``wanted`` of ``drawn``; none of them lies over another."""
    ground = _Ground(blocks)
    before = {(one.start, one.end): one.category for one in drawn if not ground.is_quiet(one.start)}
    now = {(one.start, one.end): one.category for one in wanted if not ground.is_quiet(one.start)}
    on = [
        Tone(start, end, f"term.{category}", "colour")
        for (start, end), category in now.items()
        if before.get((start, end)) != category
    ]
    off = [
        Tone(first, last, ground.role(first), "colour")
        for start, end in before.keys() - now.keys()
        for first, last in _without(start, end, wanted)
    ]
    return sorted(off + on)


def _without(start: int, end: int, places: Sequence[TermPlace]) -> list[tuple[int, int]]:
    """Return the parts of a range that none of the places, which are in order, covers."""
    left: list[tuple[int, int]] = []
    for place in places[bisect_right(places, start, key=lambda place: place.end) :]:
        if place.start >= end:
            break
        if place.start > start:
            left.append((start, place.start))
        start = place.end
    if start < end:
        left.append((start, end))
    return left


class _Ground:
    """Knows in which colour a page has the words that are no terms."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = sorted(blocks, key=lambda block: block.start)
        self._starts = [block.start for block in self._blocks]

    def is_quiet(self, position: int) -> bool:
        """Say whether terms keep the colour of the text there, as they do in a title."""
        block = self._block(position)
        return block is not None and block.kind == "title"

    def role(self, position: int) -> str:
        block = self._block(position)
        if block is None:
            return "text"
        if any(span.kind == "link" and span.start <= position < span.end for span in block.spans):
            return "accent"
        return "muted" if block.kind in MUTED_KINDS else "text"

    def _block(self, position: int) -> Block | None:
        place = bisect_right(self._starts, position) - 1
        return self._blocks[place] if place >= 0 else None
