"""The annotated summary of an article: the document that is exported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model.known import KnownArticle


@dataclass(frozen=True, slots=True)
class AnnotatedSummary:
    """The document that is exported; a writer gets this and knows nothing else.

    ``exported`` is the UTC time of the export, ``language`` (``ja`` or ``en``) the language of
    its headings.
    """

    known: KnownArticle
    exported: str
    language: str = "ja"
