"""What the understanding of texts needs besides its rules: the known names and the tagger."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.language.gazetteer import Names, read_names

if TYPE_CHECKING:
    from pathlib import Path

    from reader.language.entities import Tagger

NAMES = "names.tsv"
WEIGHTS = "entities/weights.bin"
"""The tagger's weights, below the folder of resources."""


@dataclass(frozen=True, slots=True)
class Resources:
    """All that a folder of resources holds for ``analyse``; ``trained`` where weights are there."""

    names: Names
    tagger: Tagger | None
    trained: bool


@lru_cache(maxsize=4)
def load(folder: Path) -> Resources:
    """Read the resources in ``folder``, once; without weights the rules work alone."""
    trained = has_weights(folder)
    return Resources(read_names(folder / NAMES), _tagger(folder) if trained else None, trained)


def has_weights(folder: Path) -> bool:
    """Say whether a trained tagger lies in ``folder``; a look at the disk, nothing more."""
    return (folder / WEIGHTS).is_file()


def _tagger(folder: Path) -> Tagger:
    from reader.language.entities import Tagger
    from reader.language.entity_weights import read_weights

    return Tagger(read_weights(folder / WEIGHTS))
