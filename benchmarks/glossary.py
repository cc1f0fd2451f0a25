"""How long it takes to find every term of a large glossary in an article."""

from __future__ import annotations

import random
import sys
import time
from typing import TYPE_CHECKING

from benchmarks.measuring import Figure, Options, Spread, Target, in_turn
from benchmarks.running import run_alone
from benchmarks.texts import articles
from reader.language.folding import fold
from reader.language.matching import Matcher

if TYPE_CHECKING:
    from collections.abc import Callable

_TERMS = 20_000
_LENGTH = 2_000
_MOST_MS = 5.0
_SHORTEST, _LONGEST = 2, 9


def measure(options: Options) -> list[Figure]:
    """Look for 20,000 forms in articles of 2,000 characters, beside the folding of the text."""
    runs = options.count(usual=100, quick=3)
    size = options.size(usual=_TERMS, quick=2_000)
    texts = [made.text for made in articles(60, length=_LENGTH)]
    forms = _forms(texts[20:], size)
    began = time.perf_counter()
    matcher = Matcher(forms)
    building = Spread.of([(time.perf_counter() - began) * 1000])
    by_head = _by_head(forms)
    looked_at = [text[:_LENGTH] for text in texts[:20]]
    taken = in_turn(
        {
            "ours": _each(looked_at, matcher.find),
            "floor": _each(looked_at, fold),
            "peer": _each(looked_at, lambda text: _look_up(text, by_head)),
        },
        runs,
        warm_up=3,
    )
    finding = Figure(
        "glossary.article",
        "ms",
        Spread.of(taken["ours"]),
        floor=("folding alone", Spread.of(taken["floor"])),
        peers={"a dictionary by two characters": Spread.of(taken["peer"])},
        target=Target("median", _MOST_MS),
    )
    return [finding, Figure("glossary.building", "ms", building)]


def _forms(texts: list[str], count: int) -> dict[str, int]:
    """Cut forms out of texts; most of them do occur again."""
    chance = random.Random(7)
    forms: dict[str, int] = {}
    while len(forms) < count:
        text = chance.choice(texts)
        start = chance.randrange(len(text) - _LONGEST)
        forms.setdefault(text[start : start + chance.randint(_SHORTEST, _LONGEST)], len(forms))
    return forms


def _by_head(forms: dict[str, int]) -> dict[str, list[str]]:
    heads: dict[str, list[str]] = {}
    for form in sorted(forms, key=lambda form: -len(form)):
        heads.setdefault(form[:_SHORTEST], []).append(form)
    return heads


def _look_up(text: str, by_head: dict[str, list[str]]) -> list[tuple[int, str]]:
    """Find the forms without an automaton; no bounds of words."""
    found, place = [], 0
    while place < len(text):
        for form in by_head.get(text[place : place + _SHORTEST], ()):
            if text.startswith(form, place):
                found.append((place, form))
                place += len(form)
                break
        else:
            place += 1
    return found


def _each(texts: list[str], act: Callable[[str], object]) -> Callable[[], float]:
    """Return a call that takes the next text, over and over, and tells the milliseconds."""
    number = 0

    def once() -> float:
        nonlocal number
        text = texts[number % len(texts)]
        number += 1
        began = time.perf_counter()
        act(text)
        return (time.perf_counter() - began) * 1000

    return once


if __name__ == "__main__":
    sys.exit(run_alone(measure))
