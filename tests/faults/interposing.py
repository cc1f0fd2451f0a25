"""Run workloads behind a C library that counts, refuses and writes down what reaches the disk.

One server process pays for starting Python; it forks a child for each run (``forking.py``).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from faults.ledger import Book

if TYPE_CHECKING:
    from types import TracebackType

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


@cache
def hindrance() -> str:
    """Say why nothing can be interposed here; nothing when it can."""
    if sys.platform != "linux":
        return "files are interposed on Linux alone"
    if not shutil.which("cc"):
        return "there is no C compiler here"
    looked = subprocess.run(
        ["cc", "-E", "-x", "c", "-"],
        input=b"#include <pthread.h>",
        capture_output=True,
        check=False,
    )
    return "the C compiler has no headers here" if looked.returncode else ""


def compiled(folder: Path) -> Path:
    """Compile the C library; return it."""
    library = folder / "interposed.so"
    source = str(HERE / "interposed.c")
    words = ["cc", "-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror", "-o", str(library)]
    subprocess.run([*words, source, "-ldl", "-lpthread"], check=True)
    return library


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a program that finds our modules and those of the tests."""
    path = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    return {**os.environ, "PYTHONPATH": path, **more}


@dataclass(frozen=True, slots=True)
class Job:
    """One run of a workload in ``place``; its book goes to ``report``.

    The ``nth`` change (0: none) fails with ``error``, and with ``ever`` all after it; with
    ``halves`` a write does half of its work first; an ``error`` below zero kills the program
    instead. ``log`` takes everything that reaches the files. ``pragma`` is run on the library's
    connection and is known to the workload alone. ``user`` is who the program runs as.
    """

    workload: str
    place: str
    report: str
    nth: int = 0
    error: int = 0
    ever: bool = False
    halves: bool = False
    log: str = ""
    pragma: str = ""
    user: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a run: its exit status, changes counted, the refused one, and its book."""

    status: int
    counted: int
    refused: str
    book: Book


class Server:
    """The process that forks a child for each job."""

    def __init__(self, library: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(HERE / "forking.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment(LD_PRELOAD=str(library)),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def run(self, job: Job) -> Outcome:
        """Run a job to its end."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(asdict(job)) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        lines = Path(job.report).read_text(encoding="utf-8").splitlines()
        return Outcome(answer["status"], answer["counted"], answer["refused"], Book.of(lines))

    def close(self) -> None:
        """End the server."""
        self._process.communicate()
