"""``chumoku check``: is every word in the library still as it was written."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from reader.cli.desks import open_library
from reader.cli.program import DONE, NOT_DONE

if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.terminal import Terminal


def check_command(arguments: Arguments, terminal: Terminal) -> int:
    """Check the library; what is wrong is told, and no word is changed.

    Plain copies that are missing are made again.
    """
    with open_library(arguments) as desk:
        problems = [
            *desk.maintaining.check(),
            *desk.recovering.leftovers(),
            *desk.mirroring.check(),
        ]
        counted = asdict(desk.maintaining.statistics())
        folder = str(desk.folder)
    if arguments.json:
        told = [asdict(problem) for problem in problems]
        terminal.document({"library": folder, "problems": told, "statistics": counted})
        return NOT_DONE if problems else DONE
    for problem in problems:
        terminal.line(f"{problem.kind} {problem.id}: {problem.what}")
    if problems:
        terminal.complain(terminal.say("terminal.check.problems", count=len(problems)))
        return NOT_DONE
    terminal.line(terminal.say("terminal.check.sound"))
    return DONE
