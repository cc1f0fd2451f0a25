"""``chumoku check``: is every word in the library still as it was written."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from reader.cli.desks import library_folder, open_to_read
from reader.cli.program import DONE, NOT_DONE
from reader.model.errors import LibraryError
from reader.presentation.safekeeping import backup_values

if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.terminal import Terminal
    from reader.model.safekeeping import Backup
    from reader.presentation.messages import Messages

_CANNOT_BE_OPENED = {"damaged", "not_a_library", "library_gone"}
# What else is told of these in English is only that their hash is another one.
_OF_WORDS = {"revision", "note", "summary", "highlight", "term", "block", "act"}


def check_command(arguments: Arguments, terminal: Terminal) -> int:
    """Check the library; what is wrong is told with the newest good backup, nothing is changed."""
    problems: list[dict[str, str]]
    counted = None
    failure = None
    try:
        with open_to_read(arguments) as desk:
            problems = [asdict(problem) for problem in desk.maintaining.check()]
            counted = asdict(desk.maintaining.statistics())
    except LibraryError as error:
        if error.code not in _CANNOT_BE_OPENED:
            raise
        failure = error
        problems = [
            {"kind": "file", "what": str(error.details.get("reason", error.code)), "id": ""}
        ]
    backup = _newest_good(arguments) if problems else None
    if arguments.json:
        found = {"library": str(library_folder(arguments)), "problems": problems}
        offered = _offered(backup) if backup else None
        terminal.document({**found, "statistics": counted, "backup": offered})
        return NOT_DONE if problems else DONE
    if failure is not None:
        terminal.error(failure)
    else:
        for problem in problems:
            terminal.line(
                problem_line(problem["kind"], problem["id"], problem["what"], terminal.say)
            )
    if not problems:
        terminal.line(terminal.say("terminal.check.sound"))
        return DONE
    if failure is None:
        terminal.complain(terminal.say("terminal.check.problems", count=len(problems)))
    if backup is None:
        terminal.complain(terminal.say("safety.check.no_offer"))
    else:
        terminal.complain(terminal.say("safety.check.offer", name=backup.name))
    return NOT_DONE


def problem_line(kind: str, id_: str, what: str, say: Messages) -> str:
    """Tell what is wrong: what it is in the reader's words, its id, and how it is wrong."""
    if kind in _OF_WORDS:
        what = say("safety.problem.detail", what=say("safety.problem.words"), detail=what)
    named = say(f"safety.problem.{kind}")
    line = say("safety.problem.line", kind=named, id=id_, what=what)
    return line if id_ else line.replace(" :", ":")


def _newest_good(arguments: Arguments) -> Backup | None:
    from reader.services.safekeeping import Safekeeping

    return Safekeeping(library_folder(arguments)).newest_good()


def _offered(backup: Backup) -> dict[str, object]:
    return {**backup_values(backup), "restore": f"chumoku restore {backup.name} --yes"}
