"""Terms as the library keeps them: one entry a full form and category, used by articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model.annotations import Note
    from reader.model.understanding import Category


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
