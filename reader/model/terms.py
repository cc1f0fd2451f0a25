"""Terms as one article uses them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model.annotations import Note
    from reader.model.passage import Passage
    from reader.model.understanding import Category


@dataclass(frozen=True, slots=True)
class ArticleTerm:
    """A term as one article uses it; fields as in ``understanding.FoundTerm``.

    What the reader corrected stands in place of what was found; a definition of the reader's
    own has the range (0, 0). ``elsewhere`` counts the other articles that use it; ``notes`` are
    on the term itself; ``own`` says that the reader made it.
    """

    id: str
    text: str
    category: Category
    reading: str
    aliases: tuple[str, ...]
    occurrences: tuple[tuple[int, int], ...]
    weight: float
    shown: bool
    definition: Passage | None = None
    receipt: Passage | None = None
    elsewhere: int = 0
    notes: tuple[Note, ...] = ()
    key: str = ""
    own: bool = False
