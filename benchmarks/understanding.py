"""How well articles are understood, held against gold made by hand.

``python -m benchmarks.understanding [FOLDER ...]`` takes folders of ``NAME.txt`` with gold in
``NAME.json`` (docs/understanding.md); without any, those of the tests and ``../shared/gold``
where it is there. What was made while looking and what was kept aside is told apart.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.scoring import KINDS, Score, Scored, score
from reader.model.errors import ReaderError
from reader.presentation.article_json import analysed as as_json
from reader.services.analysing import analyse_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PROJECT = Path(__file__).resolve().parent.parent
_GOLD_HAS = 3
_ASIDE = "aside"

TARGETS = {
    "title": 0.97,
    "headings": 0.97,
    "watch points: list": 0.97,
    "watch points: sentence": 0.80,
    "terms": 0.78,
    "terms: must": 0.96,
    "definitions": 0.90,
}
"""The least F1 of a kind; of ``terms: must`` the least recall."""
KEY_SENTENCES = 2.3


@dataclass(frozen=True, slots=True)
class Summed:
    """The articles of one folder, and the sum of their scores."""

    name: str
    articles: dict[str, Scored]

    def total(self, kind: str) -> Score:
        """Return the sum of the scores of a kind over all articles."""
        scores = (one.scores[kind] for one in self.articles.values() if kind in one.scores)
        return sum(scores, Score())

    @property
    def kinds(self) -> list[str]:
        """Return what was scored, the categories of terms behind the rest."""
        every = {kind for one in self.articles.values() for kind in one.scores}
        return [*(kind for kind in KINDS if kind in every), *sorted(every - set(KINDS))]

    @property
    def key_sentences(self) -> float:
        """Return how many key sentences of the gold's three are among our first five."""
        return sum(one.key_sentences for one in self.articles.values()) / len(self.articles)


def main(argv: Sequence[str]) -> int:
    """Score the folders and print a table for each; return the exit code."""
    arguments = _arguments(argv)
    folders = [Path(one) for one in arguments.folders] or _usual_folders()
    summed = [one for folder in folders if (one := score_folder(folder)).articles]
    if not summed:
        print("no gold was found", file=sys.stderr)
        return 1
    if arguments.json:
        json.dump([_as_json(one) for one in summed], sys.stdout, ensure_ascii=False, indent=1)
        print()
        return 0
    for one in summed:
        print("\n".join(_table(one)))
        if arguments.errors:
            print("\n".join(_errors(one)))
        print()
    return 0


def score_folder(folder: Path) -> Summed:
    """Understand every article of ``folder`` that has gold, and score it."""
    scored: dict[str, Scored] = {}
    for path in sorted(folder.glob("*.txt")):
        gold_path = path.with_suffix(".json")
        if not gold_path.is_file():
            continue
        gold = json.loads(gold_path.read_text(encoding="utf-8"))
        try:
            analysed = analyse_file(path)
        except ReaderError as error:
            print(f"{path.name}: {error}", file=sys.stderr)
            continue
        told = as_json(analysed.document, analysed.understanding)
        scored[path.stem] = score(told, gold)
    return Summed(folder.name, scored)


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Score the understanding of articles.")
    parser.add_argument("folders", nargs="*", metavar="FOLDER", help="NAME.txt and NAME.json")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument(
        "--errors", action="store_true", help="print each error, but for what is kept aside"
    )
    return parser.parse_args(argv)


def _usual_folders() -> list[Path]:
    gold = _PROJECT / "tests" / "gold"
    return [_PROJECT.parent / "shared" / "gold", gold / "tuning", gold / _ASIDE]


def _table(summed: Summed) -> Iterator[str]:
    yield f"{summed.name}: {len(summed.articles)} articles"
    yield f"{'':<26} {'right':>5} {'given':>5} {'gold':>5}  precision  recall     F1"
    for kind in summed.kinds:
        yield _line(kind, summed.total(kind))
    wanted = f"  (at least {KEY_SENTENCES})"
    yield f"{'key sentences':<26} {summed.key_sentences:.2f} of {_GOLD_HAS} within 5{wanted}"
    shouted = sum(len(one.shouted) for one in summed.articles.values())
    yield f"{'non-terms shown':<26} {shouted}  (at most 0)"


def _line(kind: str, total: Score) -> str:
    line = f"{kind:<26} {total.right:>5} {total.given:>5} {total.gold:>5}"
    line += f"  {total.precision:>9.3f}  {total.recall:>6.3f}  {total.f1:>5.3f}"
    if kind in TARGETS:
        value = total.recall if kind == "terms: must" else total.f1
        met = "met" if value >= TARGETS[kind] else "NOT met"
        line += f"  (at least {TARGETS[kind]}: {met})"
    return line


def _errors(summed: Summed) -> Iterator[str]:
    if summed.name == _ASIDE:
        yield "what is kept aside stays unseen"
        return
    for name, scored in summed.articles.items():
        yield f"{name}: key sentences {scored.key_sentences}, shouted {list(scored.shouted)}"
        for kind, found in scored.errors.items():
            yield f"  {kind}: {'  '.join(found)}"


def _as_json(summed: Summed) -> dict[str, object]:
    return {
        "folder": summed.name,
        "articles": len(summed.articles),
        "scores": {
            kind: {
                "right": total.right,
                "given": total.given,
                "gold": total.gold,
                "precision": round(total.precision, 4),
                "recall": round(total.recall, 4),
                "f1": round(total.f1, 4),
            }
            for kind in summed.kinds
            for total in [summed.total(kind)]
        },
        "key_sentences": round(summed.key_sentences, 3),
        "shouted": sum(len(one.shouted) for one in summed.articles.values()),
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
