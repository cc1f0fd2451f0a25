"""What the reader says that a line of an article is: a heading, a paragraph, an item, an aside."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from reader.library.encoding import row_hash
from reader.model.blocks import Block

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.library.connection import Connection
    from reader.model.blocks import CorrectedKind


class Line(NamedTuple):
    """A line of a text: its words, how many before it have the same, and where it stands."""

    words: str
    nth: int
    start: int
    end: int


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines of a text."""
    seen: dict[str, int] = {}
    words = text.split("\n")
    starts = accumulate((len(line) + 1 for line in words), initial=0)
    for line, start in zip(words, starts, strict=False):
        nth = seen.get(line, 0)
        seen[line] = nth + 1
        yield Line(line, nth, start, start + len(line))


def corrected_blocks(
    db: Connection, article: int, text: str, blocks: tuple[Block, ...]
) -> tuple[Block, ...]:
    """Return the blocks of a text of an article as the reader corrected them."""
    rows = db.all(
        "SELECT line, nth, kind, level FROM block_correction WHERE article = ?", (article,)
    )
    said = {(line, nth): (kind, level) for line, nth, kind, level in rows}
    for line in lines_of(text):
        if (line.words, line.nth) in said:
            kind, level = said[line.words, line.nth]
            blocks = tuple(_with_line(blocks, line, kind, level))
    return blocks


def set_block(
    db: Connection, article: int, line: Line, kind: CorrectedKind | None, level: int
) -> None:
    """Keep what a line is; None takes the reader's word back. The article waits again."""
    db.run(
        "DELETE FROM block_correction WHERE article = ? AND line = ? AND nth = ?",
        (article, line.words, line.nth),
    )
    if kind is not None:
        db.run(
            "INSERT INTO block_correction VALUES (?, ?, ?, ?, ?, ?)",
            (
                article,
                line.words,
                line.nth,
                kind,
                level,
                row_hash(line.words, line.nth, kind, level),
            ),
        )
    wait_again(db, article)


def wait_again(db: Connection, article: int) -> None:
    """Have an article understood anew; until then it keeps the understanding it has."""
    from reader.library.listing import refresh_line

    db.run("UPDATE understanding SET version = 1 WHERE article = ?", (article,))
    refresh_line(db, article)


def _with_line(
    blocks: Iterable[Block], line: Line, kind: CorrectedKind, level: int
) -> Iterator[Block]:
    """Yield blocks in order, those of the line with its kind, one that goes beyond it cut."""
    made = False
    for block in blocks:
        if block.start >= line.end and not made:
            made = True
            yield from _bare(line, kind, level)
        if block.end <= line.start or block.start >= line.end:
            yield block
            continue
        made = True
        if block.start < line.start:
            yield from _cut(block, block.start, line.start - 1)
        within = _cut(block, max(block.start, line.start), min(block.end, line.end))
        yield from (part._replace(kind=kind, level=level) for part in within)
        if block.end > line.end:
            yield from _cut(block, line.end + 1, block.end)
    if not made:
        yield from _bare(line, kind, level)


def _bare(line: Line, kind: CorrectedKind, level: int) -> Iterator[Block]:
    """Yield the block of a line that no parser made one of, if there are words in it."""
    words = line.words.strip()
    if words:
        start = line.start + line.words.index(words)
        yield Block(kind, start, start + len(words), level)


def _cut(block: Block, start: int, end: int) -> Iterator[Block]:
    """Yield the part of a block in a range, unless there is none."""
    if start < end:
        spans = [
            span._replace(start=max(span.start, start), end=min(span.end, end))
            for span in block.spans
            if span.start < end and start < span.end
        ]
        yield block._replace(start=start, end=end, spans=tuple(spans))
