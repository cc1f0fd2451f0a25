"""What the reader marked and wrote anywhere in the library, as the view of all notes shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from reader.model.annotations import HighlightColor, Note, NoteTarget

EntryKind = Literal["highlight", "bare", "article", "watch_point", "term"]
"""A highlight with its notes, one without any, or a note on something else."""
ENTRY_KINDS: tuple[EntryKind, ...] = ("highlight", "bare", "article", "watch_point", "term")

EntryState = Literal["anchored", "doubtful", "lost", "quotation", ""]
"""Where the passage of a highlight is; empty for all others. A quotation is lost for good."""

NotebookSort = Literal["modified", "created", "article"]
NOTEBOOK_SORTS: tuple[NotebookSort, ...] = ("modified", "created", "article")

Look = Literal["doubtful", "lost"]
"""What a highlight waits for: a look at words that were edited, or words that are gone."""
LOOKS: tuple[Look, ...] = ("doubtful", "lost")


@dataclass(frozen=True, slots=True)
class NotebookQuery:
    """Which entries are asked for, and in which order; what is empty keeps nothing out.

    ``text`` is looked for in notes, quotations, tags and titles: its words, all of them, where
    quotation marks make one of several. An entry has one of the ``colors``, one of the
    ``kinds``, one of the ``looks``, and all of the ``tags``. ``article_id`` asks for one
    article. ``since`` and ``until`` are UTC, the first included, of the last change. The order
    is the last change or the making, newest first, or that of the articles, newest first, and
    of their texts.
    """

    text: str = ""
    colors: frozenset[HighlightColor] = frozenset()
    tags: frozenset[str] = frozenset()
    kinds: frozenset[EntryKind] = frozenset()
    looks: frozenset[Look] = frozenset()
    article_id: str = ""
    since: str = ""
    until: str = ""
    sort: NotebookSort = "modified"


class EntryPlace(NamedTuple):
    """Where an entry stands in any of the orders: what the next page begins behind."""

    number: int
    newest: str
    article: int
    place: int


@dataclass(frozen=True, slots=True)
class NotebookEntry:
    """A line of the notebook. ``id`` is that of the highlight, or of the note on something else.

    ``target_id`` is what the note is on. ``title`` is that of the article, as the reader
    corrected it, or the form of a term. ``quotation`` (of a highlight, or the question of a
    watch point) and ``note`` are at most 300 characters; ``notes`` counts the notes. ``start``
    and ``end`` are in the article's newest text, both 0 where the passage is nowhere.
    """

    id: str
    kind: EntryKind
    target_id: str
    article_id: str
    title: str
    quotation: str
    note: str
    notes: int
    color: HighlightColor | Literal[""]
    state: EntryState
    tags: tuple[str, ...]
    created: str
    modified: str
    start: int
    end: int
    place: EntryPlace

    @property
    def is_highlight(self) -> bool:
        """Say whether this is a highlight, with notes or without."""
        return self.kind in ("highlight", "bare")

    @property
    def target(self) -> NoteTarget:
        """Return what kind of thing its notes are on."""
        if self.kind == "highlight" or self.kind == "bare":  # noqa: PLR1714 (for the type)
            return "highlight"
        return self.kind

    @property
    def is_placed(self) -> bool:
        """Say whether it has a passage in the newest text."""
        return self.end > self.start


@dataclass(frozen=True, slots=True)
class NotebookPage:
    """All of one entry: its whole quotation, what its sentence has around it, and its notes.

    ``date`` is that of the article. ``passage`` are the words that are marked now, where they
    are others than the quotation.
    """

    entry: NotebookEntry
    quotation: str
    before: str
    after: str
    passage: str
    date: str
    notes: tuple[Note, ...]


class TagCount(NamedTuple):
    """A tag, and how many entries have it."""

    tag: str
    many: int


@dataclass(frozen=True, slots=True)
class NotebookCounts:
    """How many entries there are: of each kind, colour and tag, and with a passage to look at.

    ``removed`` counts what was taken away and can still come back.
    """

    total: int
    kinds: dict[EntryKind, int]
    colors: dict[HighlightColor, int]
    doubtful: int
    lost: int
    tags: tuple[TagCount, ...]
    removed: int


class RemovedEntry(NamedTuple):
    """A note or a highlight that was taken away. ``number`` is its order.

    ``text`` is the note, or the quotation of a highlight, ``note`` the first note that goes
    with that. ``article_id`` is empty for a note on a term, whose form is the ``title``.
    """

    number: int
    id: str
    kind: Literal["note", "highlight"]
    article_id: str
    title: str
    text: str
    note: str
    color: HighlightColor | Literal[""]
    removed: str
