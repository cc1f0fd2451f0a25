"""Train the tagger of names: ``python -m benchmarks.train_entities PATH [--with-aside]``.

PATH is the annotated data set (see resources/entities/NOTICE.md); python-crfsuite has to be
installed, which nothing else needs. The weights go to resources/entities, or to ``--out``.
Without ``--with-aside`` the pages that are held aside are not trained on.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.entity_data import Sample, read_samples
from benchmarks.entity_sentences import Maker, Varier
from reader.language.entity_features import SHIFTS, observations, placed
from reader.language.entity_weights import write_weights
from reader.language.folding import fold
from reader.language.gazetteer import read_names
from reader.language.resources import NAMES, WEIGHTS
from reader.language.tokens import tokens
from reader.system.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.language.gazetteer import Gazetteer

_MADE = Path(__file__).resolve().parent / "made"
_PARAMETERS = {"c1": 0.2, "c2": 0.1, "linesearch": "StrongBacktracking"}
_SENTENCES = 7_000
_LEAST = 0.02


def main(arguments: list[str]) -> int:
    """Train, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--with-aside", action="store_true")
    parser.add_argument("--out", type=Path, default=resource(""))
    parser.add_argument("--iterations", type=int, default=100)
    parser.add_argument("--models", type=int, default=4)
    chosen = parser.parse_args(arguments)
    samples = [
        sample for sample in read_samples(chosen.path) if chosen.with_aside or not sample.aside
    ]
    names = read_names(resource(NAMES)).japanese
    models = []
    for seed in range(1, chosen.models + 1):
        began = time.monotonic()
        every = _varied(samples, seed)
        models.append(_trained(every, names, chosen.iterations))
        print(f"model {seed}: {len(every)} sentences, {time.monotonic() - began:.0f} s", flush=True)
    write(average(models), chosen.out / WEIGHTS)
    print(chosen.out / WEIGHTS)
    return 0


def _varied(samples: list[Sample], seed: int) -> list[Sample]:
    """Return the sentences, made ones, and each sentence varied."""
    maker = Maker(_MADE, resource(NAMES), seed=seed)
    varier = Varier(samples, maker)
    return [*samples, *maker.sentences(_SENTENCES), *map(varier.vary, samples)]


@dataclass(frozen=True, slots=True)
class Model:
    """What training gives: the worth of steps between labels, and of a feature for a label."""

    steps: dict[tuple[str, str], float]
    features: dict[tuple[str, str], float]


def average(models: list[Model]) -> Model:
    """Return the mean of models: made sentences differ from seed to seed, and so do mistakes."""
    steps: dict[tuple[str, str], float] = defaultdict(float)
    features: dict[tuple[str, str], float] = defaultdict(float)
    for model in models:
        for sums, part in ((steps, model.steps), (features, model.features)):
            for key, weight in part.items():
                sums[key] += weight / len(models)
    return Model(steps, features)


def _trained(samples: Iterable[Sample], names: Gazetteer, iterations: int) -> Model:
    import pycrfsuite  # type: ignore[import-not-found]

    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({**_PARAMETERS, "max_iterations": iterations})
    for sample in samples:
        text = fold(sample.text)
        words = placed(tokens(text, 0, len(text)))
        labels = list(_labels(sample, [(word.start, word.end) for word in words]))
        if words:
            trainer.append(observations(text, words, names), labels)
    with tempfile.TemporaryDirectory() as folder:
        model = str(Path(folder) / "model")
        trainer.train(model)
        tagger = pycrfsuite.Tagger()
        tagger.open(model)
        info = tagger.info()
        return Model(dict(info.transitions), dict(info.state_features))


def _labels(sample: Sample, places: list[tuple[int, int]]) -> Iterator[str]:
    """Yield O, or B and I with the category, for each place; names between places count not."""
    starts = {start for start, _ in places}
    ends = {end for _, end in places}
    inside = {
        start: (end, category)
        for start, end, category in sample.entities
        if start in starts and end in ends
    }
    behind = 0
    category = ""
    for start, _end in places:
        if start in inside:
            behind, category = inside[start]
            yield f"B-{category}"
        else:
            yield f"I-{category}" if start < behind else "O"


def write(model: Model, path: Path) -> None:
    """Write a model as a file of weights; what is worth next to nothing is left out."""
    labels = tuple(
        sorted({label for _, label in model.features}, key=lambda label: (label != "O", label))
    )
    number = {label: index for index, label in enumerate(labels)}
    always = [0.0] * len(labels)
    tables: dict[str, dict[str, dict[int, float]]] = {
        kind: defaultdict(dict) for kind in sorted(SHIFTS)
    }
    for (feature, label), weight in model.features.items():
        if feature == "any":
            always[number[label]] = weight
            continue
        name, _, value = feature.partition("=")
        kind, _, shift = name.partition("@")
        cell = SHIFTS[kind].index(int(shift)) * len(labels) + number[label]
        if abs(weight) >= _LEAST and "\n" not in value:
            tables[kind][value][cell] = weight
    steps = [[model.steps.get((one, label), 0.0) for one in labels] for label in labels]
    write_weights(path, labels=labels, tables=tables, steps=steps, always=always)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
