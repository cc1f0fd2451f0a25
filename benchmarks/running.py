"""The command line of the benchmarks, of one alone and of all of them."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from shutil import which
from typing import TYPE_CHECKING

from benchmarks.measuring import Figure, Options
from benchmarks.telling import report, table, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from benchmarks.measuring import Json


def arguments_of(argv: Sequence[str], names: Sequence[str] = ()) -> argparse.Namespace:
    """Read the words of the command line; ``names`` are the benchmarks to choose from."""
    parser = argparse.ArgumentParser(description="Measure Chumoku beside its floors and peers.")
    if names:
        parser.add_argument("--only", action="append", choices=names, help="only this one")
        parser.add_argument("--page", metavar="FILE", help="write a table in Markdown")
    parser.add_argument("--json", metavar="FILE", help="write JSON; - is standard output")
    parser.add_argument("--runs", type=int, metavar="N", help="runs of each figure")
    parser.add_argument("--quick", action="store_true", help="small and few: is it working?")
    parser.add_argument(
        "--display",
        action="store_true",
        help="with a display (the one there is, else Xvfb) instead of off-screen",
    )
    return parser.parse_args(argv)


def run_alone(measure: Callable[[Options], list[Figure]]) -> int:
    """Run one benchmark from the command line."""
    arguments = arguments_of(sys.argv[1:])
    options = Options(runs=arguments.runs, quick=arguments.quick)
    with screen(display=arguments.display):
        figures = [figure.to_json() for figure in measure(options)]
        show(figures, arguments.json)
        if arguments.json is not None:
            write(report(figures), arguments.json)
    return 0


def show(figures: Iterable[Json], out: str | None) -> None:
    """Print lines for people, where they do not mix with the JSON."""
    print(table(figures), file=sys.stderr if out == "-" else sys.stdout, flush=True)


@contextmanager
def screen(*, display: bool) -> Iterator[None]:
    """Show windows on a display, or nowhere."""
    if not display:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        yield
        return
    os.environ.pop("QT_QPA_PLATFORM", None)
    there = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    if there or not sys.platform.startswith("linux"):
        yield
        return
    with _xvfb():
        yield


@contextmanager
def _xvfb() -> Iterator[None]:
    program = which("Xvfb")
    if program is None:
        raise SystemExit("There is no display, and Xvfb is not installed.")
    read, write_end = os.pipe()
    server = subprocess.Popen(
        [program, "-displayfd", str(write_end), "-screen", "0", "1600x1000x24"],
        pass_fds=(write_end,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    try:
        number = os.read(read, 16).decode().strip()
        os.environ["DISPLAY"] = f":{number}"
        time.sleep(0.2)
        yield
    finally:
        os.environ.pop("DISPLAY", None)
        os.close(read)
        server.terminate()
        server.wait()
