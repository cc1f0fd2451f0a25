"""Terms as the library keeps them: one entry a full form and category, used by articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model.annotations import Note
    from reader.model.understanding import Category, Passage


@dataclass(frozen=True, slots=True)
class ArticleTerm:
    """A term as one article uses it; fields as in ``understanding.FoundTerm``.

    ``elsewhere`` counts the other articles that use it; ``notes`` are on the term itself.
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


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A term of the whole library, with the newest definition an article gives.

    ``articles`` and ``occurrences`` are counts; ``definition_article`` is the id of the article
    the definition comes from, or empty.
    """

    id: str
    text: str
    category: Category
    reading: str
    aliases: tuple[str, ...]
    articles: int
    occurrences: int
    definition: str = ""
    definition_article: str = ""
    notes: tuple[Note, ...] = ()
