"""Understand texts with what Chumoku brings along; for texts that are in no library as well."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.language.analysis import analyse, analyser_version
from reader.model.errors import ReaderError, SourceError
from reader.system.paths import resource

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.model.blocks import Block
    from reader.model.document import Document
    from reader.model.understanding import Understanding

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Analysed:
    """A text with its blocks, and what is understood of it."""

    document: Document
    understanding: Understanding


def understand(text: str, blocks: tuple[Block, ...], language: str = "") -> Understanding:
    """Return what today's analyser understands of a text; worker processes call it by name.

    The first call of a process reads the resources. May raise a panic of the tokeniser, which
    is no Exception.
    """
    from reader.language.resources import load

    return analyse(text, blocks, language, resources=load(resource("")))


def version() -> int:
    """Return the version of what ``understand`` gives; loads nothing."""
    return analyser_version(resource(""))


def analyse_file(path: Path) -> Analysed:
    """Understand a file; SourceError when it is none or holds no text."""
    from reader.services.words import read_source
    from reader.sources.reading import MAX_BYTES

    return analyse_bytes(read_source(path, MAX_BYTES), path.name)


def analyse_bytes(data: bytes, name: str) -> Analysed:
    """Understand a source from its bytes; ``name`` tells its kind."""
    from reader.sources.reading import read_document

    return _analysed(name, lambda: read_document(data, name))


def analyse_text(text: str) -> Analysed:
    """Understand a text without a name; a single line is title and text in one."""
    from reader.sources.reading import document_of_text

    return _analysed("-", lambda: document_of_text(text))


def _analysed(name: str, read: Callable[[], Document]) -> Analysed:
    """Read and understand; whatever happens to one text, the next has its turn."""
    try:
        document = read()
        language = document.facts.language
        return Analysed(document, understand(document.text, document.blocks, language))
    except (ReaderError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of the tokeniser is no Exception
        _log.exception("%s could not be understood", name)
        raise SourceError("our_fault", path=name) from error
