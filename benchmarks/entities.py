"""How well named entities are found: ``python -m benchmarks.entities PATH [--errors]``.

PATH holds annotated sentences (``entity_data.read_samples``). Each is understood by itself, as
``chumoku analyse --jsonl`` does; an entity is right where its range and category are exactly
those of the annotation. Of the data set, only the pages held aside are looked at; the tagger
that comes with Chumoku has seen them too, one trained without ``--with-aside`` has not.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.entity_data import Sample, Span, read_samples
from reader.language.analysis import analyse
from reader.language.folding import fold
from reader.language.resources import Resources, load
from reader.language.tokens import tokens
from reader.sources.reading import document_of_text
from reader.system.paths import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_NAMES = ("person", "place", "organization", "event")


@dataclass
class Tally:
    """Hits, what was found and what was wanted, by category and in all."""

    hits: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)

    def add(self, found: set[Span], wanted: set[Span]) -> None:
        """Count one sentence."""
        for count, spans in (
            (self.hits, found & wanted),
            (self.found, found),
            (self.wanted, wanted),
        ):
            count.update(category for _, _, category in spans)
            count["all"] += len(spans)
            main = sum(category != "event" for _, _, category in spans)
            count["people, places, organisations"] += main

    def told(self) -> list[str]:
        """Return a line for each category: F1, precision and recall."""
        return [
            f"  {kind:31} F1 {2 * self.hits[kind] / (self.found[kind] + wanted):.3f}"
            f"  precision {self.hits[kind] / max(self.found[kind], 1):.3f}"
            f"  recall {self.hits[kind] / wanted:.3f}  ({wanted})"
            for kind in ("all", "people, places, organisations", *_NAMES)
            if (wanted := self.wanted[kind])
        ]


def main(arguments: list[str]) -> int:
    """Score the public contract, and the tagger alone where there is one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--resources", type=Path, default=resource(""))
    parser.add_argument("--errors", action="store_true")
    chosen = parser.parse_args(arguments)
    resources = load(chosen.resources)
    samples = [sample for sample in read_samples(chosen.path) if sample.aside]
    ways: dict[str, Callable[[str, Resources], Iterable[Span]]] = {"as terms": terms}
    if resources.tagger is not None:
        ways["tagger alone"] = tagged
    for name, way in ways.items():
        tally = Tally()
        began = time.perf_counter()
        for sample in samples:
            found = {span for span in way(sample.text, resources) if span[2] in _NAMES}
            wanted = {span for span in sample.entities if span[2] in _NAMES}
            tally.add(found, wanted)
            if chosen.errors and found != wanted:
                _tell(sample, found, wanted)
        spent = (time.perf_counter() - began) * 1000 / max(len(samples), 1)
        print(f"{name}: {len(samples)} sentences, {spent:.2f} ms each")
        print("\n".join(tally.told()))
    return 0


def terms(text: str, resources: Resources) -> Iterable[Span]:
    """Yield every occurrence of every term of a text, in the places of that text."""
    document = document_of_text(text)
    found = analyse(document.text, document.blocks, "ja", resources=resources)
    before = max(fold(text).find(fold(document.text)), 0)
    for term in found.terms:
        for start, end in term.occurrences:
            yield start + before, end + before, term.category


def tagged(text: str, resources: Resources) -> Iterable[Span]:
    """Yield what the tagger finds before any rule."""
    folded = fold(text)
    if resources.tagger is not None:
        words = tokens(folded, 0, len(folded))
        yield from resources.tagger.entities(folded, words, resources.names.japanese)


def _tell(sample: Sample, found: set[Span], wanted: set[Span]) -> None:
    print(sample.text)
    for name, spans in (("too many", found - wanted), ("missed", wanted - found)):
        for start, end, category in sorted(spans):
            print(f"  {name}: {sample.text[start:end]} ({category})")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
