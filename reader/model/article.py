"""An article, its revisions, and what the reader did with it: three things kept apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from reader.model.blocks import Block

ReadStatus = Literal["unread", "reading", "read"]
READ_STATUSES: tuple[ReadStatus, ...] = ("unread", "reading", "read")

CorrectableField = Literal["title", "published", "source", "author"]
CORRECTABLE_FIELDS: tuple[CorrectableField, ...] = ("title", "published", "source", "author")


@dataclass(frozen=True, slots=True)
class Article:
    """A thing that was published, as the reader sees it: corrections applied.

    ``number`` is the row's order of adding. ``added`` and ``deleted`` are UTC times
    (``2026-01-10T09:00:00Z``); ``deleted`` is empty unless it lies in the trash.
    ``corrected`` names the fields that the reader corrected. ``origin`` is the absolute path
    or the address it was added from.
    """

    id: str
    number: int
    title: str
    author: str
    publisher: str
    source: str
    url: str
    published: str
    event_date: str
    event_date_text: str
    language: str
    added: str
    origin: str
    deleted: str = ""
    corrected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """One immutable state of an article's text, and the original it came from.

    ``number`` is the row id; ``sha256`` is of the original's bytes, in lower-case hex.
    """

    number: int
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    added: str


class ArticleState(NamedTuple):
    """What the reader did with an article; never part of its content.

    ``position`` is the code point offset of the first line in view.
    """

    status: ReadStatus = "unread"
    starred: bool = False
    tags: tuple[str, ...] = ()
    position: int = 0


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """A line of the article list: enough to paint it, nothing more."""

    id: str
    number: int
    title: str
    source: str
    published: str
    added: str
    status: ReadStatus
    starred: bool
    tags: tuple[str, ...]
    watch_open: int
    notes: int
    understood: bool = True
    event_date: str = ""
