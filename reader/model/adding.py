"""Adding a source: what was decided about it, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from reader.model.changes import Changes

if TYPE_CHECKING:
    from reader.model.errors import ReaderError

Outcome = Literal["added", "unchanged", "updated", "failed"]


@dataclass(frozen=True, slots=True)
class SourceReport:
    """One line of the report: what came of one source."""

    source: str
    outcome: Outcome
    id: str = ""
    title: str = ""
    error: ReaderError | None = None


@dataclass(frozen=True, slots=True)
class AddReport:
    """What came of all the sources of one call, in order."""

    sources: tuple[SourceReport, ...] = ()
    changes: Changes = field(default_factory=Changes)
