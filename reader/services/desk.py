"""Open a library and hand out the use cases on it, each built when it is first needed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self

from reader.library import Library
from reader.model.errors import LibraryError
from reader.model.ids import BITS, IdMaker, encode_id
from reader.system.clock import now_utc
from reader.system.identity import random_bits as system_bits

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from reader.services.adding import Adding
    from reader.services.annotating import Annotating
    from reader.services.exporting import Exporting
    from reader.services.glossary import Glossary
    from reader.services.maintaining import Maintaining
    from reader.services.marking import Marking
    from reader.services.mirroring import Mirroring
    from reader.services.notebook import Notebook
    from reader.services.reading import Reading
    from reader.services.recovering import Recovering
    from reader.services.searching import Searching
    from reader.services.settling import Settling
    from reader.services.summarising import Summarising
    from reader.services.understanding import Understanding
    from reader.services.undoing import Undoing
    from reader.services.watching import Watching


def open_desk(
    folder: Path,
    *,
    create: bool = True,
    or_read_only: bool = False,
    clock: Callable[[], str] = now_utc,
    random_bits: Callable[[int], int] = system_bits,
) -> Desk:
    """Open the library in ``folder``; without ``create`` a library must be there.

    With ``or_read_only`` one that lies where nothing can be written is opened to be read.
    """
    try:
        library = Library.open(folder, create=create)
    except LibraryError as error:
        if error.code != "read_only" or not or_read_only:
            raise
        library = Library.open(folder, create=False, read_only=True)
    return Desk(library, clock=clock, make_id=lambda: encode_id(random_bits(BITS)))


class Desk:
    """One open library with its services; it belongs to the thread that opened it."""

    def __init__(self, library: Library, *, clock: Callable[[], str], make_id: IdMaker) -> None:
        self._library = library
        self._clock = clock
        self._make_id = make_id

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def folder(self) -> Path:
        """Return the folder of the library."""
        return self._library.folder

    @property
    def created(self) -> bool:
        """Say whether opening this desk made the library."""
        return self._library.created

    @property
    def read_only(self) -> bool:
        """Say whether nothing can be written to the library."""
        return self._library.read_only

    def data_version(self) -> int:
        """Return a number that changes when another connection wrote to the library."""
        return self._library.data_version()

    def close(self) -> None:
        """Close the library."""
        self._library.close()

    @cached_property
    def reading(self) -> Reading:
        """Return the article list, single articles, and what the reader does with them."""
        from reader.services.reading import Reading

        return Reading(self._library, clock=self._clock, make_id=self._make_id)

    @cached_property
    def adding(self) -> Adding:
        """Return the way of sources into the library."""
        from reader.services.adding import Adding

        return Adding(self._library, clock=self._clock, make_id=self._make_id)

    @cached_property
    def understanding(self) -> Understanding:
        """Return what is still to be understood, and where to put it."""
        from reader.services.understanding import Understanding

        return Understanding(self._library, clock=self._clock, make_id=self._make_id)

    @cached_property
    def annotating(self) -> Annotating:
        """Return highlights and notes."""
        from reader.services.annotating import Annotating

        return Annotating(self._library, clock=self._clock, make_id=self._make_id)

    @cached_property
    def settling(self) -> Settling:
        """Return the highlights whose passage has changed, and the reader's word on them."""
        from reader.services.settling import Settling

        return Settling(self._library, clock=self._clock, make_id=self._make_id)

    @cached_property
    def notebook(self) -> Notebook:
        """Return all notes and highlights of the library, and what was taken away."""
        from reader.services.notebook import Notebook

        return Notebook(self._library, clock=self._clock, make_id=self._make_id)

    @cached_property
    def marking(self) -> Marking:
        """Return the ways to change which words highlights mark."""
        from reader.services.marking import Marking

        return Marking(self._library, clock=self._clock, make_id=self._make_id)

    @cached_property
    def watching(self) -> Watching:
        """Return the watch points."""
        from reader.services.watching import Watching

        return Watching(self._library, clock=self._clock, make_id=self._make_id)

    @cached_property
    def glossary(self) -> Glossary:
        """Return the terms, and what the reader says of them."""
        from reader.services.glossary import Glossary

        return Glossary(self._library, clock=self._clock, make_id=self._make_id)

    @cached_property
    def undoing(self) -> Undoing:
        """Return the reader's last acts, to be undone and done again."""
        from reader.services.undoing import Undoing

        return Undoing(self._library, clock=self._clock)

    @cached_property
    def summarising(self) -> Summarising:
        """Return the reader's own summaries."""
        from reader.services.summarising import Summarising

        return Summarising(self._library, clock=self._clock, make_id=self._make_id)

    @cached_property
    def searching(self) -> Searching:
        """Return the search."""
        from reader.services.searching import Searching

        return Searching(self._library)

    @cached_property
    def exporting(self) -> Exporting:
        """Return the way of annotated summaries out of the library."""
        from reader.services.exporting import Exporting

        return Exporting(self._library, clock=self._clock)

    @cached_property
    def maintaining(self) -> Maintaining:
        """Return the checks of the library."""
        from reader.services.maintaining import Maintaining

        return Maintaining(self._library, clock=self._clock)

    @cached_property
    def recovering(self) -> Recovering:
        """Return the way of drafts into the library that a window left behind."""
        from reader.services.recovering import Recovering

        return Recovering(self, self._library, clock=self._clock)

    @cached_property
    def mirroring(self) -> Mirroring:
        """Return the plain copies of what the reader wrote."""
        from reader.services.mirroring import Mirroring

        return Mirroring(self._library, clock=self._clock)
