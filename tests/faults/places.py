"""Places with faults of their own: small disks, and folders in memory."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def quick_folder() -> str | None:
    """Return a folder in memory; None, the usual temporary one, where there is none."""
    memory = "/dev/shm"
    return memory if os.access(memory, os.W_OK) else None


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path | None]:
    """Mount a small disk at ``folder``; give None where that is not allowed."""
    folder.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        yield None
        return
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        yield None
        return
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(disk: Path, *, room: int = 0) -> Path:
    """Leave so much room on a disk; return the file that took the rest."""
    filler = disk / "filler"
    with filler.open("ab", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                pass
        file.truncate(file.tell() - room)
    return filler
