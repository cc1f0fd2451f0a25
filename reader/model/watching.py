"""Watch points as the library keeps them: a question, its status, and its history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from reader.model.annotations import Note
    from reader.model.understanding import WatchOrigin

WatchStatus = Literal["open", "developing", "answered", "dropped"]
WATCH_STATUSES: tuple[WatchStatus, ...] = ("open", "developing", "answered", "dropped")


class StatusChange(NamedTuple):
    """One step of a watch point's history, appended and never erased. ``at`` is UTC."""

    at: str
    before: WatchStatus
    after: WatchStatus
    why: str


@dataclass(frozen=True, slots=True)
class WatchPoint:
    """A question that an article leaves open, with the passage it comes from.

    ``start`` and ``end`` are code points of the article's current revision; both are 0 when
    the passage is gone from it and only the reader's touch kept the point. ``dismissed`` says
    that the reader said it is none: then no list has it.
    """

    id: str
    article_id: str
    text: str
    start: int
    end: int
    origin: WatchOrigin
    heading: str
    status: WatchStatus
    horizon: str = ""
    tags: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    history: tuple[StatusChange, ...] = ()
    dismissed: bool = False
