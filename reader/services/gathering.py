"""Turn what a person named as sources into single files, and say why one is none."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.model.errors import ReaderError, SourceError, UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Gathered:
    """One line of the report to be: a file, or the reason why there is none.

    ``source`` is what to call it to the person, ``path`` where its bytes are.
    """

    source: str
    path: Path
    error: ReaderError | None = None


def gather(sources: Sequence[str], *, suffixes: Collection[str]) -> Iterator[Gathered]:
    """Yield the files that the sources name, in order; folders are read down to their leaves.

    Of a folder only files with one of the ``suffixes`` are taken, sorted, hidden ones left
    out, and links to other folders are not followed.
    """
    for source in sources:
        path = Path(source)
        if re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", source):
            yield Gathered(printable(source), path, UsageError("no_network", source=source))
        elif path.is_dir():
            yield from _in_folder(path, suffixes)
        else:
            yield _file(path)


def absolute(path: Path) -> str:
    """Return the absolute path as the library keeps it."""
    return printable(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links


def printable(path: str) -> str:
    """Write a path so that it can be stored and shown, even if its bytes are no UTF-8."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def _in_folder(folder: Path, suffixes: Collection[str]) -> Iterator[Gathered]:
    failed: list[OSError] = []
    found = False
    for place, folders, names in os.walk(folder, onerror=failed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in suffixes:
                found = True
                yield _file(Path(place, name))
    for error in failed:
        yield _unreadable(error, folder)
    if not found and not failed:
        name = printable(str(folder))
        yield Gathered(name, folder, SourceError("nothing_in_folder", path=name))


def _unreadable(error: OSError, folder: Path) -> Gathered:
    name = printable(str(error.filename or folder))
    return Gathered(name, Path(name), SourceError("unreadable", path=name))


def _file(path: Path) -> Gathered:
    """Take a regular file; a pipe or a device could keep its reader waiting for ever."""
    name = printable(str(path))
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return Gathered(name, path, SourceError("missing", path=name))
    except (OSError, ValueError):
        return Gathered(name, path, SourceError("unreadable", path=name))
    if not stat.S_ISREG(mode):
        return Gathered(name, path, SourceError("not_a_file", path=name))
    return Gathered(name, path)
