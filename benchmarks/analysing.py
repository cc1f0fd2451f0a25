"""How long an article takes to be understood, beside the tokeniser alone."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from sudachipy import Dictionary, SplitMode  # type: ignore[import-untyped]

from benchmarks.measuring import Figure, Options, Spread, Target, in_turn
from benchmarks.running import run_alone
from benchmarks.texts import articles
from reader.services.analysing import understand
from reader.sources.reading import document_of_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.model.document import Document

_LENGTH = 2_000
_MOST_MS = 20.0


def measure(options: Options) -> list[Figure]:
    """Understand one article after the other, each beside the tokenising of its text."""
    runs = options.count(usual=60, quick=3)
    documents = [document_of_text(made.text) for made in articles(runs + 2, length=_LENGTH)]
    tokenizer = Dictionary().tokenizer(mode=SplitMode.C)

    def tokenise(document: Document) -> None:
        for line in document.text.splitlines():
            list(tokenizer.tokenize(line))

    taken = in_turn(
        {
            "ours": _each(documents, lambda document: understand(document.text, document.blocks)),
            "floor": _each(documents, tokenise),
        },
        runs,
        warm_up=2,
    )
    floor = ("tokenising alone", Spread.of(taken["floor"]))
    target = Target("median", _MOST_MS)
    spread = Spread.of(taken["ours"])
    return [Figure("analysing.article", "ms", spread, floor=floor, target=target)]


def _each(documents: list[Document], act: Callable[[Document], object]) -> Callable[[], float]:
    """Return a call that takes the next document and tells the milliseconds."""
    waiting = iter(documents)

    def once() -> float:
        document = next(waiting)
        began = time.perf_counter()
        act(document)
        return (time.perf_counter() - began) * 1000

    return once


if __name__ == "__main__":
    sys.exit(run_alone(measure))
