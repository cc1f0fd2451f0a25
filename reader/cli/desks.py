"""Which library a command works on."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cli.arguments import Arguments
    from reader.services.desk import Desk


def library_folder(arguments: Arguments) -> Path:
    """Return the library's folder: as asked for, else as usual on this machine."""
    if arguments.library:
        return Path(os.path.abspath(arguments.library))  # noqa: PTH100 - links stay links
    from reader.system.paths import default_library

    return default_library()


def open_to_read(arguments: Arguments) -> Desk:
    """Open the library of a command that only reads, also where nothing can be written."""
    from reader.services.desk import open_desk

    return open_desk(library_folder(arguments), create=False, or_read_only=True)


def open_library(arguments: Arguments, *, create: bool = False) -> Desk:
    """Open the library of a command; only what adds to one makes one."""
    from reader.services.desk import open_desk

    return open_desk(library_folder(arguments), create=create)


@contextmanager
def open_to_change(arguments: Arguments, *, create: bool = False) -> Iterator[Desk]:
    """Open the library of a command that changes it; its plain copies are brought along."""
    with open_library(arguments, create=create) as desk, desk.mirroring.keeping_up():
        yield desk
