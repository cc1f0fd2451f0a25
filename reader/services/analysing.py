"""Understand texts that are in no library: the same understanding, nothing stored."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.language.analysis import analyse
from reader.model.errors import ReaderError, SourceError
from reader.services.words import read_source
from reader.sources.reading import MAX_BYTES as LIMIT
from reader.sources.reading import document_of_text, read_document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.model.document import Document
    from reader.model.understanding import Understanding

__all__ = ["LIMIT", "Analysed", "analyse_bytes", "analyse_file", "analyse_text"]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Analysed:
    """A text with its blocks, and what is understood of it."""

    document: Document
    understanding: Understanding


def analyse_file(path: Path) -> Analysed:
    """Understand a file; SourceError when it is none or holds no text."""
    return analyse_bytes(read_source(path, LIMIT), path.name)


def analyse_bytes(data: bytes, name: str) -> Analysed:
    """Understand a source from its bytes; ``name`` tells its kind."""
    return _analysed(name, lambda: read_document(data, name))


def analyse_text(text: str) -> Analysed:
    """Understand a text without a name; a single line is title and text in one."""
    return _analysed("-", lambda: document_of_text(text))


def _analysed(name: str, read: Callable[[], Document]) -> Analysed:
    """Read and understand; whatever happens to one text, the next has its turn."""
    try:
        document = read()
        language = document.facts.language
        return Analysed(document, analyse(document.text, document.blocks, language))
    except (ReaderError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of the tokeniser is no Exception
        _log.exception("%s could not be understood", name)
        raise SourceError("our_fault", path=name) from error
