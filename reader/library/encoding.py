"""Write the lists that values hold as compact JSON, and read them back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from reader.model.annotations import Anchor
from reader.model.blocks import Block, BlockKind, Span
from reader.model.errors import LibraryError
from reader.model.passage import Passage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.model.understanding import Attribution, Hedge

T = TypeVar("T")
_KINDS = frozenset(get_args(BlockKind))


def _reads(read: Callable[[str], T]) -> Callable[[str], T]:
    """Tell what was not written like this as damage: only sound values were ever written."""

    def checked(text: str) -> T:
        try:
            return read(text)
        except (ValueError, TypeError) as error:
            raise LibraryError("damaged_row", reason=str(error)) from error

    return checked


WORDS = frozenset(
    (
        "open developing answered dropped unread reading read anchored doubtful lost"
        " yellow red green blue purple magenta orange gray"
        " person place organization agreement concept event"
    ).split()
)
"""What columns of few values hold; listed, for the values' own modules take long to load."""


def word(text: str) -> Any:  # noqa: ANN401
    """Return a status, a colour, a state or a category, if it ever was one."""
    if text not in WORDS:
        raise LibraryError("damaged_row", reason=f"{text!r} was never written")
    return text


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def packed(values: object) -> str:
    """Write lists, strings and numbers as JSON without blanks, Japanese as it is."""
    return _encode(values)


# What a text of JSON holds is known to its writer alone, see Row.
@_reads
def unpacked(text: str) -> Any:  # noqa: ANN401
    """Read what ``packed`` wrote."""
    return json.loads(text)


@_reads
def strings(text: str) -> tuple[str, ...]:
    """Read a list of strings."""
    return () if text == "[]" else tuple(json.loads(text))


def pack_ranges(ranges: Iterable[tuple[int, int]]) -> str:
    """Write ranges as ``[[start,end],...]``."""
    return f"[{','.join([f'[{start},{end}]' for start, end in ranges])}]"


@_reads
def ranges(text: str) -> tuple[tuple[int, int], ...]:
    """Read ranges."""
    return tuple([(start, end) for start, end in json.loads(text)])


def pack_passages(passages: Iterable[Passage]) -> str:
    """Write passages as ``[[start,end,text],...]``."""
    return packed([[found.start, found.end, found.text] for found in passages])


@_reads
def passages(text: str) -> tuple[Passage, ...]:
    """Read passages."""
    return tuple([Passage(words, start, end) for start, end, words in json.loads(text)])


def pack_blocks(blocks: Iterable[Block]) -> str:
    """Write blocks as ``[[kind,start,end],...]``, with a level and spans only where needed."""
    return packed([_block_values(block) for block in blocks])


def _block_values(block: Block) -> list[object]:
    values: list[object] = [block.kind, block.start, block.end]
    if block.level or block.spans:
        values.append(block.level)
    if block.spans:
        values.append([[span.start, span.end, span.kind, span.target] for span in block.spans])
    return values


@_reads
def blocks(text: str) -> tuple[Block, ...]:
    """Read blocks."""
    return tuple([_block(*values) for values in json.loads(text)])


def _block(
    kind: str, start: int, end: int, level: int = 0, spans: Sequence[Sequence[object]] = ()
) -> Block:
    if kind not in _KINDS:
        raise ValueError(f"no kind of block: {kind}")
    if not spans:
        return Block(kind, start, end, level)  # type: ignore[arg-type]
    return Block(kind, start, end, level, tuple([Span(*span) for span in spans]))  # type: ignore[arg-type]


def pack_anchor(anchor: Anchor) -> str:
    """Write an anchor as ``[exact,prefix,suffix,start,end]``."""
    return packed([anchor.exact, anchor.prefix, anchor.suffix, anchor.start, anchor.end])


@_reads
def anchor(text: str) -> Anchor:
    """Read an anchor."""
    return Anchor(*json.loads(text))


def former_anchors(text: str) -> tuple[Anchor, ...]:
    """Read the anchors that a highlight had before: ``[[exact,...,end,made_on],...]``."""
    return () if text == "[]" else tuple([Anchor(*one[:5]) for one in json.loads(text)])


def pack_attributions(found: Iterable[Attribution]) -> str:
    """Write attributions as ``[[start,end,source_start,source_end],...]``."""
    return packed([list(one) for one in found])


@_reads
def attributions(text: str) -> tuple[Attribution, ...]:
    """Read attributions."""
    if text == "[]":
        return ()
    from reader.model.understanding import Attribution  # late: its module takes 2 ms to load

    return tuple([Attribution(*one) for one in json.loads(text)])


@_reads
def hedges(text: str) -> tuple[Hedge, ...]:
    """Read hedges, which are written as ranges."""
    if text == "[]":
        return ()
    from reader.model.understanding import Hedge  # late, as above

    return tuple([Hedge(*one) for one in json.loads(text)])


def row_hash(*parts: object) -> str:
    """Return the hash that a row's words are kept with, so that damage to them is found."""
    from hashlib import blake2b  # late: loading it takes longer than opening a library

    written = packed(parts).encode()
    return blake2b(written, digest_size=16).hexdigest()
