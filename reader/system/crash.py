"""Faults of our own: a report on disk that a person can read and send, and no lost window.

A report names versions, the traceback and the last lines of the log, without the words of an
article or of the reader (``reader.system.discretion``).
"""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import threading
import time
from typing import TYPE_CHECKING, NamedTuple, TextIO

from reader.system.clock import now_utc
from reader.system.discretion import discreet, traceback_lines, without_home
from reader.system.files import FileError, write_whole
from reader.system.locks import held_elsewhere, lock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

_log = logging.getLogger(__name__)

_REPORTS_KEPT = 20
_REPORTS_A_RUN = 10
_DAYS_EMPTY = 7
# All others are: a panic in a library made with Rust is no Exception.
_NO_FAULTS = (KeyboardInterrupt, SystemExit)


class LeftBehind(NamedTuple):
    """What an earlier run left that did not end: whether by a fault in machine code, its report."""

    fault: bool
    report: str


class CrashReports:
    """The hooks that ``install`` set; ``close`` puts the former ones back.

    ``on_crash`` may come later, when there is a window to show it (``listen``): it is given the
    report and its path (None when it could not be written), in whatever thread the fault was.
    """

    def __init__(
        self,
        folder: Path,
        *,
        version: str,
        recent: Callable[[], list[str]],
        on_crash: Callable[[str, Path | None], None] | None = None,
    ) -> None:
        self._on_crash = on_crash
        self._untold: list[tuple[str, Path | None]] = []
        self._folder = folder
        self._version = version
        self._recent = recent
        self._seen: set[tuple[str, str, int]] = set()
        self._former = sys.excepthook, threading.excepthook
        self._fault_file: TextIO | None = None
        self._fault_path = folder / f"fault-{_stamp()}.txt"
        self._head = f"Chumoku {version}, begun {now_utc()}\n"

    @property
    def left_behind(self) -> tuple[Path, ...]:
        """Return the fault files of runs that did not end by themselves, newest first.

        A fault in machine code is written there; a run that was killed leaves the head alone.
        """
        return _left_behind(self._folder)

    def start(self) -> None:
        """Set the hooks, and let faults in machine code be written to a file of their own."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        try:
            import faulthandler

            self._folder.mkdir(parents=True, exist_ok=True)
            self._fault_file = self._fault_path.open("w", encoding="utf-8", newline="\n")
            lock(self._fault_file.fileno())
            self._fault_file.write(self._head)
            self._fault_file.flush()
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
            with contextlib.suppress(OSError):
                if not _holds_a_fault(self._fault_path):
                    self._fault_path.unlink()

    def listen(self, on_crash: Callable[[str, Path | None], None]) -> None:
        """Tell faults from now on, and those that nobody was told of yet."""
        self._on_crash = on_crash
        untold, self._untold = self._untold, []
        for report, path in untold:
            on_crash(report, path)

    def take_left_behind(self) -> LeftBehind | None:
        """Return what earlier runs left behind, and mark it as told; None if all of them ended."""
        told = []
        for path in self.left_behind:
            with contextlib.suppress(OSError):
                fault = _holds_a_fault(path)
                told.append(LeftBehind(fault, without_home(path.read_text("utf-8", "replace"))))
                if fault:
                    path.replace(path.with_name(f"told-{path.name}"))
                else:
                    path.unlink()
        self._keep_newest("told-*.txt")
        if not told:
            return None
        return LeftBehind(any(one.fault for one in told), "\n".join(one.report for one in told))

    def report(self, fault: BaseException) -> Path | None:
        """Write a report of ``fault`` and tell it; return its path, None for one that was told.

        The same fault at the same place is told once a run: one in a paint event would
        otherwise fill the disk.
        """
        place = _place(fault)
        if place in self._seen or len(self._seen) >= _REPORTS_A_RUN:
            return None
        self._seen.add(place)
        text = without_home(report_text(fault, version=self._version, lines=self._recent()))
        path = self._write(text)
        if self._on_crash is not None:
            self._on_crash(text, path)
        else:
            self._untold.append((text, path))
        return path

    def _write(self, text: str) -> Path | None:
        path = self._folder / f"crash-{_stamp()}-{len(self._seen)}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(path, text.encode("utf-8", "backslashreplace"))
            self._keep_newest("crash-*.txt")
        except (FileError, OSError) as error:
            _log.error("a crash report could not be written: %s", error)
            return None
        return path

    def _keep_newest(self, names: str) -> None:
        for old in sorted(self._folder.glob(names))[:-_REPORTS_KEPT]:
            with contextlib.suppress(OSError):
                old.unlink(missing_ok=True)

    def _on_exception(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        former = self._former[0]
        former(kind, fault, trace)
        if not issubclass(kind, _NO_FAULTS):
            self._report_safely(fault)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        self._former[1](args)
        if args.exc_value is not None and not issubclass(args.exc_type, _NO_FAULTS):
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
        *traceback_lines(fault),
        "",
        "The last lines of the log:",
        *([discreet(line) for record in lines for line in record.splitlines()] or ["(none)"]),
    ]
    return "\n".join(parts) + "\n"


def _place(fault: BaseException) -> tuple[str, str, int]:
    """Return what makes two faults the same: their kind and the line that raised them."""
    trace = fault.__traceback__
    if trace is None:
        return type(fault).__qualname__, "", 0
    while trace.tb_next is not None:
        trace = trace.tb_next
    return type(fault).__qualname__, trace.tb_frame.f_code.co_filename, trace.tb_lineno


def _holds_a_fault(path: Path) -> bool:
    """Say whether a fault file has more in it than its head."""
    return path.read_bytes().count(b"\n") > 1


def _stamp() -> str:
    """Return a part of a file name that no other run of the program has."""
    return f"{now_utc().replace(':', '').replace('-', '')}-{os.getpid()}"


def _left_behind(folder: Path) -> tuple[Path, ...]:
    """Return the fault files of runs that are over, newest first; remove old empty ones.

    One that is locked belongs to a window that is open; a young empty one may.
    """
    found = []
    for path in sorted(folder.glob("fault-*.txt"), reverse=True):
        try:
            facts = path.stat()
            if facts.st_size:
                if not held_elsewhere(str(path)):
                    found.append(path)
            elif time.time() - facts.st_mtime > _DAYS_EMPTY * 86400:
                path.unlink()
        except OSError:
            continue
    return tuple(found)
