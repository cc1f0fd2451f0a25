"""What a process has loaded, holds in memory and has started; imports next to nothing."""

from __future__ import annotations

import os
import sys


def memory() -> dict[str, float]:
    """Return the megabytes this process holds: resident, and its share (PSS) where known."""
    found: dict[str, float] = {}
    for path, names in (
        ("/proc/self/status", {"VmRSS": "resident", "VmHWM": "highest"}),
        ("/proc/self/smaps_rollup", {"Pss": "share"}),
    ):
        for line in _lines(path):
            name, _, rest = line.partition(":")
            if name in names:
                found[names[name]] = int(rest.split()[0]) / 1024
    return found


def children() -> int:
    """Count the processes that this one has started and that still live."""
    found = 0
    own = str(os.getpid())
    for name in os.listdir("/proc") if os.path.isdir("/proc") else ():  # noqa: PTH112, PTH208
        if name.isdecimal():
            for line in _lines(f"/proc/{name}/stat"):
                # The name in parentheses may hold blanks.
                found += line.rpartition(")")[2].split()[1] == own
    return found


def loaded(package: str) -> int:
    """Count the loaded modules of a package."""
    return sum(1 for name in sys.modules if name.partition(".")[0] == package)


def _lines(path: str) -> list[str]:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:  # noqa: PTH123
            return file.readlines()
    except OSError:
        return []
