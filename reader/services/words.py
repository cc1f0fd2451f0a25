"""Make the reader's own words fit to be kept, without changing what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.errors import SourceError
from reader.system.files import FileError, read_limited

if TYPE_CHECKING:
    from pathlib import Path

LIMIT = 4 << 20
"""Bytes of a file with the reader's own words."""


def tidy(words: str) -> str:
    """Return words as they are kept: one kind of line end, nothing that a file cannot hold."""
    from reader.sources.text import clean

    return clean(words)


def read_words(path: Path) -> str:
    """Return the words in a text file; SourceError when there are none to be read."""
    return words_in(read_source(path, LIMIT), str(path))


def words_in(data: bytes, name: str) -> str:
    """Return the words in bytes, whatever encoding they came in."""
    from reader.sources.encodings import decode

    if len(data) > LIMIT:
        raise SourceError("too_large", path=name, limit=LIMIT)
    return tidy(decode(data, name=name))


def read_source(path: Path, limit: int) -> bytes:
    """Return the bytes of a file; SourceError says why that cannot be."""
    try:
        return read_limited(path, limit)
    except FileError as error:
        raise SourceError(error.code, **error.details) from error
