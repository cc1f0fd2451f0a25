"""Libraries to measure on: our own texts, with marks set by hand instead of by the tokeniser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library import Library
from reader.model.annotations import HIGHLIGHT_COLORS
from reader.model.ids import BITS, encode_id
from reader.model.understanding import FoundTerm, FoundWatchPoint, Understanding
from reader.services.analysing import version
from reader.services.desk import Desk
from reader.system.clock import now_utc
from reader.system.identity import random_bits

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from benchmarks.texts import MadeText, Named
    from reader.model.article import Revision
    from reader.model.ids import IdMaker


def fill(folder: Path, texts: Iterable[MadeText], *, terms: int, highlights: int = 0) -> list[str]:
    """Add texts to a library, each with so many marked places; return their ids."""
    make_id = _new_id
    ids = []
    with Library.open(folder) as library:
        desk = Desk(library, clock=now_utc, make_id=make_id)
        with library.writing():
            for number, made in enumerate(texts):
                name = f"{number:05}.txt"
                report = desk.adding.add_bytes(made.text.encode(), name)
                assert report.outcome == "added", report
                ids.append(report.id)
                _understand(library, report.id, made.names, terms, make_id)
                _highlight(desk, library.articles.revision(report.id), report.id, highlights)
    return ids


def _new_id() -> str:
    return encode_id(random_bits(BITS))


def _understand(
    library: Library, article_id: str, names: Iterable[Named], terms: int, make_id: IdMaker
) -> None:
    revision = library.articles.revision(article_id)
    understood = Understanding(
        version=version(),
        language="ja",
        terms=tuple(_terms(revision.text, names, terms)),
        watch_points=tuple(_watch_points(revision)),
        key_sentences=(),
    )
    library.understandings.store(
        article_id, revision.number, understood, now=now_utc(), make_id=make_id
    )


def _terms(text: str, names: Iterable[Named], places: int) -> Iterable[FoundTerm]:
    """Give the names of a text as terms, with as many places in all as are wanted."""
    taken: set[int] = set()
    found: list[tuple[int, int, Named]] = []
    for name in sorted(names, key=lambda each: -len(each.text)):
        start = text.find(name.text)
        while start >= 0:
            end = start + len(name.text)
            if taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                found.append((start, end, name))
            start = text.find(name.text, end)
    # Evenly over the text, so that a page shows as many as another.
    kept = sorted(found, key=lambda each: each[0])
    if len(kept) > places:
        kept = [kept[number * len(kept) // places] for number in range(places)]
    for name in dict.fromkeys(each[2] for each in kept):
        occurrences = tuple((start, end) for start, end, other in kept if other == name)
        yield FoundTerm(name.text, name.kind, "", (), occurrences, 0.5, shown=True)


def _watch_points(revision: Revision) -> Iterable[FoundWatchPoint]:
    for block in revision.blocks:
        if block.kind == "list_item":
            words = revision.text[block.start : block.end]
            yield FoundWatchPoint(words, block.start, block.end, "list", "今後の注目ポイント")


def _highlight(desk: Desk, revision: Revision, article_id: str, count: int) -> None:
    paragraphs = [block for block in revision.blocks if block.kind == "paragraph"]
    assert len(paragraphs) >= count
    for number in range(count):
        block = paragraphs[number * len(paragraphs) // count]
        end = min(block.start + 24, block.end)
        color = HIGHLIGHT_COLORS[number % len(HIGHLIGHT_COLORS)]
        desk.annotating.highlight(article_id, block.start, end, color=color)
