"""The program's own log: a file for people, and the last lines in memory for a crash report.

Lines tell what the program did, never words of an article or of the reader; what an exception
says is made so here.
"""

from __future__ import annotations

import logging
import os
import sys
import time
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import TextIOWrapper
    from pathlib import Path
    from types import TracebackType

_LINES_KEPT = 200
_BYTES_KEPT = 1 << 20


class Logs:
    """What was started by ``start_logging``: ask it for the last lines, close it at the end."""

    def __init__(self, handlers: tuple[logging.Handler, ...], lines: deque[str]) -> None:
        self._handlers = handlers
        self._lines = lines

    def recent(self) -> list[str]:
        """Return the last lines, oldest first."""
        return list(self._lines)

    def close(self) -> None:
        """Stop logging and close the file."""
        ours = logging.getLogger("reader")
        for handler in self._handlers:
            ours.removeHandler(handler)
            handler.close()


def start_logging(
    *, folder: Path | Callable[[], Path] | None = None, verbose: bool = False
) -> Logs:
    """Keep what the ``reader`` loggers say from now on.

    In memory always; in ``folder/chumoku.log`` where a folder is given (it and the file are
    made by the first line, so that a quiet start touches no disk, nor asks where it is); on
    stderr, with all details, when ``verbose``.
    """
    lines: deque[str] = deque(maxlen=_LINES_KEPT)
    handlers: list[logging.Handler] = [_Recent(lines)]
    if folder is not None:
        handlers.append(_LogFile(folder))
    if verbose and sys.stderr is not None:
        handlers.append(logging.StreamHandler())
    layout = _Layout(
        "%(asctime)s.%(msecs)03dZ %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S"
    )
    layout.converter = time.gmtime
    ours = logging.getLogger("reader")
    ours.setLevel(logging.DEBUG if verbose else logging.INFO)
    for handler in handlers:
        handler.setFormatter(layout)
        ours.addHandler(handler)
    return Logs(tuple(handlers), lines)


class _Layout(logging.Formatter):
    """Sets out a record on a line, the traceback of an exception below it."""

    def formatException(  # noqa: N802 - as logging has it
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        """Return the traceback, with no more of what an exception says than a report may tell."""
        from reader.system.discretion import traceback_lines

        return "\n".join(traceback_lines(ei[1])) if ei[1] is not None else ""


class _Recent(logging.Handler):
    """Keeps the last lines in memory."""

    def __init__(self, lines: deque[str]) -> None:
        super().__init__()
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line, and the traceback of an exception with it."""
        self._lines.append(self.format(record))


class _LogFile(logging.FileHandler):
    """The log file: the one before is kept as ``chumoku.log.1`` when it has grown large."""

    def __init__(self, folder: Path | Callable[[], Path]) -> None:
        super().__init__(os.devnull, encoding="utf-8", delay=True, errors="backslashreplace")
        self._folder = folder

    def _open(self) -> TextIOWrapper:
        """Open the file, or nothing at all: a log that cannot be written stops nobody."""
        try:
            folder = self._folder() if callable(self._folder) else self._folder
            path = folder / "chumoku.log"
            folder.mkdir(parents=True, exist_ok=True)
            self._make_room(path)
            self.baseFilename = str(path.absolute())
            return super()._open()
        except OSError:
            return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123

    def _make_room(self, path: Path) -> None:
        try:
            if path.stat().st_size > _BYTES_KEPT:
                path.replace(path.with_name(f"{path.name}.1"))
        except OSError:
            pass  # not there yet, or held by another window
