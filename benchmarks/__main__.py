"""Run all benchmarks, each in a process of its own so that none feels another."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.running import arguments_of, screen, show
from benchmarks.telling import page, report, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.measuring import Json

NAMES = ("start", "opening", "analysing", "background", "glossary", "searching", "anchoring")


def main(argv: Sequence[str]) -> int:
    """Run the benchmarks that are wanted and tell their figures; return the exit code."""
    arguments = arguments_of(argv, NAMES)
    words = ["--quick"] if arguments.quick else []
    words += ["--display"] if arguments.display else []
    words += ["--runs", str(arguments.runs)] if arguments.runs else []
    figures: list[Json] = []
    failed: list[str] = []
    with screen(display=arguments.display):
        for name in arguments.only or NAMES:
            found = _run(name, words)
            if found is None:
                failed.append(name)
            else:
                figures += found
                show(found, arguments.json)
        told = report(figures)
        if arguments.json is not None:
            write(told, arguments.json)
        if arguments.page is not None:
            Path(arguments.page).write_text(page(told), encoding="utf-8")
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def _run(name: str, words: Sequence[str]) -> list[Json] | None:
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{name}", "--json", "-", *words],
        cwd=Path(__file__).resolve().parent.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        return None
    figures: list[Json] = json.loads(done.stdout)["figures"]
    return figures


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
