"""Sentences with their named entities: the annotated ones that are given, and sets of our own."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from reader.model.understanding import Category

if TYPE_CHECKING:
    from pathlib import Path

_OF_TYPE: dict[str, Category] = {
    "人名": "person",
    "地名": "place",
    "施設名": "place",
    "法人名": "organization",
    "政治的組織名": "organization",
    "その他の組織名": "organization",
    "イベント名": "event",
    "製品名": "concept",
}
_MARKED = re.compile(r"\{(\w+):([^{}]*)\}")
_ASIDE = 5

Span = tuple[int, int, Category]
"""Where a name begins and ends, in code points, and what it is."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence with its entities in order; ``aside`` when it is not to be trained on."""

    text: str
    entities: tuple[Span, ...]
    aside: bool = False


def read_samples(path: Path) -> list[Sample]:
    """Read sentences: JSON lines as the data set has them, else lines of ``{person:金正恩}氏``.

    Of the data set every page whose number divides by five is held aside.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    if path.suffix == ".jsonl":
        return [_of_json(json.loads(line)) for line in lines if line.strip()]
    return [_of_marks(line) for line in lines if line.strip() and not line.startswith("#")]


def _of_json(told: dict[str, object]) -> Sample:
    text, entities = told["text"], told["entities"]
    assert isinstance(text, str)
    assert isinstance(entities, list)
    spans = sorted((*one["span"], _OF_TYPE[one["type"]]) for one in entities)
    return Sample(text, tuple(spans), aside=int(str(told["curid"])) % _ASIDE == 0)


def _of_marks(line: str) -> Sample:
    text = ""
    entities: list[Span] = []
    done = 0
    for match in _MARKED.finditer(line):
        text += line[done : match.start()]
        category = next(one for one in get_args(Category) if one == match.group(1))
        entities.append((len(text), len(text) + len(match.group(2)), category))
        text += match.group(2)
        done = match.end()
    return Sample(text + line[done:], tuple(entities), aside=True)
