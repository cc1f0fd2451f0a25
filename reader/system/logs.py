"""The program's own log: a file for people, and the last lines in memory for a crash report.

Lines tell what the program did, never words of an article or of the reader.
"""

from __future__ import annotations

import logging
import os
import sys
import time
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from io import TextIOWrapper
    from pathlib import Path

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


def start_logging(*, folder: Path | None = None, verbose: bool = False) -> Logs:
    """Keep what the ``reader`` loggers say from now on.

    In memory always; in ``folder/chumoku.log`` where a folder is given (it and the file are
    made by the first line, so that a quiet start touches no disk); on stderr, with all
    details, when ``verbose``.
    """
    lines: deque[str] = deque(maxlen=_LINES_KEPT)
    handlers: list[logging.Handler] = [_Recent(lines)]
    if folder is not None:
        handlers.append(_LogFile(folder / "chumoku.log"))
    if verbose and sys.stderr is not None:
        handlers.append(logging.StreamHandler())
    layout = logging.Formatter(
        "%(asctime)s.%(msecs)03dZ %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S"
    )
    layout.converter = time.gmtime
    ours = logging.getLogger("reader")
    ours.setLevel(logging.DEBUG if verbose else logging.INFO)
    for handler in handlers:
        handler.setFormatter(layout)
        ours.addHandler(handler)
    return Logs(tuple(handlers), lines)


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

    def __init__(self, path: Path) -> None:
        super().__init__(path, encoding="utf-8", delay=True, errors="backslashreplace")
        self._path = path

    def _open(self) -> TextIOWrapper:
        """Open the file, or nothing at all: a log that cannot be written stops nobody."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._make_room()
            return super()._open()
        except OSError:
            return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123

    def _make_room(self) -> None:
        try:
            if self._path.stat().st_size > _BYTES_KEPT:
                self._path.replace(self._path.with_name(f"{self._path.name}.1"))
        except OSError:
            pass  # not there yet, or held by another window
