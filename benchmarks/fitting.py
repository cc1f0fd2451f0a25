"""Fit the odds by which words that are no names are chosen as terms (``reader.language.choosing``).

``python -m benchmarks.fitting FOLDER ...`` takes folders of ``NAME.txt`` with gold in
``NAME.json`` (docs/understanding.md), prints the weights that fit all of them, and how well
weights fitted on the other articles choose the words of each.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.language.article import prepare
from reader.language.choosing import NEVER, WEIGHTS, features
from reader.language.covering import Cover
from reader.language.detect import language_of
from reader.language.folding import fold
from reader.language.gathering import gathered
from reader.language.occurrences import Places
from reader.language.placing import is_name
from reader.language.resources import load
from reader.sources.reading import read_document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.language.resources import Resources

_RESOURCES = Path(__file__).resolve().parent.parent / "resources"
_CHANCES = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
_STRENGTH = 1.0
_ROUNDS = 25
_CLOSE = 1e-6


class Example(NamedTuple):
    """A word of an article: what speaks for and against it, and whether the gold has it."""

    article: str
    form: str
    told: dict[str, float]
    right: bool


def examples(folder: Path, resources: Resources) -> list[Example]:
    """Return the words of the Japanese articles of ``folder`` that are no names."""
    found: list[Example] = []
    for path in sorted(folder.glob("*.txt")):
        gold = path.with_suffix(".json")
        document = read_document(path.read_bytes(), path.name)
        if not gold.exists() or language_of(document.text) != "ja":
            continue
        wanted = json.loads(gold.read_text(encoding="utf-8"))["terms"]
        forms = {fold(form) for term in wanted for form in (term["text"], *term["aliases"])}
        article = prepare(document.text, document.blocks, resources)
        finder = Places(article)
        things = gathered(article)
        covered = Cover(p for one in things if is_name(one) for p in finder.of_thing(one))
        for one in things:
            if is_name(one) or one.form in NEVER or one.sorts["defined"]:
                continue
            count = sum(place not in covered for place in finder.of_thing(one))
            if count:
                right = not forms.isdisjoint(one.forms)
                found.append(Example(path.stem, one.form, features(one, count), right))
    return found


def fit(known: Sequence[Example], names: Sequence[str]) -> dict[str, float]:
    """Return the weights of a logistic regression, by Newton's method, kept small by a penalty."""
    rows = [[one.told.get(name, 0.0) for name in names] for one in known]
    weights = [0.0] * len(names)
    for _ in range(_ROUNDS):
        slope = [_STRENGTH * weight for weight in weights]
        bend = [[_STRENGTH * (i == j) for j in range(len(names))] for i in range(len(names))]
        for row, one in zip(rows, known, strict=True):
            chance = _chance(sum(w * x for w, x in zip(weights, row, strict=True)))
            present = [(index, value) for index, value in enumerate(row) if value]
            for index, value in present:
                slope[index] += (chance - one.right) * value
                for other, also in present:
                    bend[index][other] += chance * (1 - chance) * value * also
        step = _solved(bend, slope)
        weights = [weight - part for weight, part in zip(weights, step, strict=True)]
        if max(map(abs, step)) < _CLOSE:
            break
    return dict(zip(names, weights, strict=True))


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a set of linear equations by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for column in range(size):
        pivot = max(range(column, size), key=lambda index: abs(rows[index][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for index in range(size):
            if index != column and rows[index][column]:
                factor = rows[index][column] / rows[column][column]
                rows[index] = [
                    a - factor * b for a, b in zip(rows[index], rows[column], strict=True)
                ]
    return [rows[index][size] / rows[index][index] for index in range(size)]


def held_out(known: Sequence[Example], names: Sequence[str]) -> list[tuple[float, bool]]:
    """Return the chance of each word by the weights that fit the other articles, and the truth."""
    told: list[tuple[float, bool]] = []
    for article in sorted({one.article for one in known}):
        weights = fit([one for one in known if one.article != article], names)
        for one in known:
            if one.article == article:
                odds = sum(weights[name] * value for name, value in one.told.items())
                told.append((_chance(odds), one.right))
    return told


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit, and print what came of it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fitting", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    resources = load(_RESOURCES)
    known = [
        one
        for folder in parser.parse_args(arguments).folders
        for one in examples(folder, resources)
    ]
    if not known:
        print("no articles with gold", file=sys.stderr)
        return 2
    names = [name for name in WEIGHTS if any(one.told.get(name) for one in known)]
    for name, weight in fit(known, names).items():
        print(f"{name:16} {weight:6.2f}  (in use {WEIGHTS[name]:.2f})")
    told = held_out(known, names)
    gold = sum(right for _chance_, right in told)
    for least in _CHANCES:
        given = [right for chance, right in told if chance >= least]
        right = sum(given)
        f1 = 2 * right / max(1, len(given) + gold)
        of = f"{right} of {len(given)} right, {gold} in all"
        print(f"chance of {least:.2f} at least: {of}, F1 {f1:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
