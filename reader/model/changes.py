"""What a write changed: returned by every mutation, told to every view by one signal."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """The ids of the articles that a write touched, by what happened to them.

    ``content`` (a new revision, a new understanding, corrected blocks), ``annotations``
    (highlights, notes, summaries, watch points), ``state`` (read, starred, tags, corrections).
    ``terms`` are the ids of the glossary terms that the reader changed: any article may use
    them, and only those that the act was made in are named besides.
    """

    added: frozenset[str] = field(default_factory=frozenset)
    removed: frozenset[str] = field(default_factory=frozenset)
    content: frozenset[str] = field(default_factory=frozenset)
    annotations: frozenset[str] = field(default_factory=frozenset)
    state: frozenset[str] = field(default_factory=frozenset)
    terms: frozenset[str] = field(default_factory=frozenset)

    def __or__(self, other: Changes) -> Changes:
        return Changes(
            added=self.added | other.added,
            removed=self.removed | other.removed,
            content=self.content | other.content,
            annotations=self.annotations | other.annotations,
            state=self.state | other.state,
            terms=self.terms | other.terms,
        )

    def __bool__(self) -> bool:
        return bool(self.articles or self.terms)

    @property
    def articles(self) -> frozenset[str]:
        """Return every article that was touched at all."""
        return self.added | self.removed | self.content | self.annotations | self.state
