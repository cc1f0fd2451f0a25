"""What the reader did, so that it can be undone and done again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.model.changes import Changes


@dataclass(frozen=True, slots=True)
class Act:
    """One act of the reader's that can be undone.

    ``at`` is UTC, ``label`` the key of a message, ``details`` fill its places.
    """

    id: str
    at: str
    label: str
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Undone:
    """An act that was undone, or done again, and what that changed."""

    act: Act
    changes: Changes
