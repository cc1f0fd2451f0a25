"""Faults of our own: a report on disk that a person can read and send, and no lost window.

A report names versions, the traceback and the last lines of the log. To keep the words of an
article and of the reader out of it, what an exception says is cut short and loses what is not
ASCII, and the home folder is written ``~``.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import threading
import time
from typing import TYPE_CHECKING, TextIO

from reader.system.clock import now_utc
from reader.system.files import FileError, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

_log = logging.getLogger(__name__)

_REPORTS_KEPT = 20
_REPORTS_A_RUN = 10
_WORDS_KEPT = 160
_DAYS_EMPTY = 7


class CrashReports:
    """The hooks that ``install`` set; ``close`` puts the former ones back.

    ``on_crash`` may be set later, when there is a window to show it: it is given the report
    and its path (None when it could not be written), in whatever thread the fault was.
    """

    def __init__(
        self,
        folder: Path,
        *,
        version: str,
        recent: Callable[[], list[str]],
        on_crash: Callable[[str, Path | None], None] | None,
    ) -> None:
        self.on_crash = on_crash
        self._folder = folder
        self._version = version
        self._recent = recent
        self._seen: set[tuple[str, str, int]] = set()
        self._former = sys.excepthook, threading.excepthook
        self._fault_file: TextIO | None = None
        self._fault_path = folder / f"fault-{_stamp()}.txt"
        self.left_behind = _left_behind(folder)
        """What an earlier run wrote when it was killed by a fault in machine code."""

    def start(self) -> None:
        """Set the hooks, and let faults in machine code be written to a file of their own."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        try:
            import faulthandler

            self._folder.mkdir(parents=True, exist_ok=True)
            self._fault_file = self._fault_path.open("w", encoding="utf-8")
            faulthandler.enable(self._fault_file)
        except (OSError, ValueError) as error:
            _log.warning("faults will not be written to a file: %s", error)

    def close(self) -> None:
        """Put the former hooks back; a fault file without a fault goes."""
        sys.excepthook, threading.excepthook = self._former
        if self._fault_file is not None:
            import faulthandler

            faulthandler.disable()
            self._fault_file.close()
            self._fault_file = None
            _remove_if_empty(self._fault_path)

    def report(self, fault: BaseException) -> Path | None:
        """Write a report of ``fault`` and tell it; return its path, None for one that was told.

        The same fault at the same place is told once a run: one in a paint event would
        otherwise fill the disk.
        """
        place = _place(fault)
        if place in self._seen or len(self._seen) >= _REPORTS_A_RUN:
            return None
        self._seen.add(place)
        text = _without_home(report_text(fault, version=self._version, lines=self._recent()))
        path = self._write(text)
        if self.on_crash is not None:
            self.on_crash(text, path)
        return path

    def _write(self, text: str) -> Path | None:
        path = self._folder / f"crash-{_stamp()}-{len(self._seen)}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(path, text.encode("utf-8", "backslashreplace"))
            for old in sorted(self._folder.glob("crash-*.txt"))[:-_REPORTS_KEPT]:
                old.unlink(missing_ok=True)
        except (FileError, OSError) as error:
            _log.error("a crash report could not be written: %s", error)
            return None
        return path

    def _on_exception(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        former = self._former[0]
        former(kind, fault, trace)
        if issubclass(kind, Exception):
            self._report_safely(fault)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        self._former[1](args)
        if args.exc_value is not None and issubclass(args.exc_type, Exception):
            self._report_safely(args.exc_value)

    def _report_safely(self, fault: BaseException) -> None:
        """Report; a fault while reporting must not hide the first one or end the program."""
        try:
            self.report(fault)
        except Exception:  # noqa: BLE001 (nothing above could catch it)
            _log.exception("a fault could not be reported")


def install(
    folder: Path,
    *,
    version: str,
    recent: Callable[[], list[str]] = list,
    on_crash: Callable[[str, Path | None], None] | None = None,
) -> CrashReports:
    """Write a report into ``folder`` for every fault that nothing catches, from now on.

    ``recent`` gives the last lines of the log (``Logs.recent``).
    """
    reports = CrashReports(folder, version=version, recent=recent, on_crash=on_crash)
    reports.start()
    return reports


def report_text(fault: BaseException, *, version: str, lines: list[str]) -> str:
    """Return the report of a fault as a person reads it."""
    import platform

    qt = getattr(sys.modules.get("PySide6"), "__version__", "not loaded")
    parts = [
        f"Chumoku {version}: a fault, {now_utc()}",
        f"Python {platform.python_version()}, Qt {qt}, {platform.platform()}",
        f"Thread: {threading.current_thread().name}",
        "",
        *_traceback_lines(fault),
        "",
        "The last lines of the log:",
        *(lines or ["(none)"]),
    ]
    return "\n".join(parts) + "\n"


def _traceback_lines(fault: BaseException) -> list[str]:
    """Return the traceback of a fault and of those it came from, the first one first."""
    import traceback

    found: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = fault
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        frames = "".join(traceback.format_tb(current.__traceback__)).rstrip()
        found[:0] = [*frames.splitlines(), _words(current), *([""] if found else [])]
        hidden = current.__suppress_context__
        current = current.__cause__ or (None if hidden else current.__context__)
    return found


def _words(fault: BaseException) -> str:
    """Return the kind of a fault and the beginning of what it says."""
    try:
        said = "".join(sign if " " <= sign <= "~" else "?" for sign in str(fault))
    except Exception:  # noqa: BLE001 (a broken __str__ must not cost the report)
        said = "(it cannot be told)"
    if len(said) > _WORDS_KEPT:
        said = f"{said[:_WORDS_KEPT]} ..."
    name = f"{type(fault).__module__}.{type(fault).__qualname__}".removeprefix("builtins.")
    return f"{name}: {said}" if said else name


def _place(fault: BaseException) -> tuple[str, str, int]:
    """Return what makes two faults the same: their kind and the line that raised them."""
    trace = fault.__traceback__
    if trace is None:
        return type(fault).__qualname__, "", 0
    while trace.tb_next is not None:
        trace = trace.tb_next
    return type(fault).__qualname__, trace.tb_frame.f_code.co_filename, trace.tb_lineno


def _without_home(text: str) -> str:
    home = os.path.expanduser("~")  # noqa: PTH111 (Path.home raises where there is none)
    return text.replace(home, "~") if len(home) > 3 else text


def _stamp() -> str:
    """Return a part of a file name that no other run of the program has."""
    return f"{now_utc().replace(':', '').replace('-', '')}-{os.getpid()}"


def _left_behind(folder: Path) -> tuple[Path, ...]:
    """Return the fault files with something in them, newest first; remove old empty ones.

    A young empty one may belong to a window that is running.
    """
    found = []
    for path in sorted(folder.glob("fault-*.txt"), reverse=True):
        try:
            facts = path.stat()
            if facts.st_size:
                found.append(path)
            elif time.time() - facts.st_mtime > _DAYS_EMPTY * 86400:
                path.unlink()
        except OSError:
            continue
    return tuple(found)


def _remove_if_empty(path: Path) -> None:
    with contextlib.suppress(OSError):
        if not path.stat().st_size:
            path.unlink()
