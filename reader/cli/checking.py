"""``chumoku check``: is every word in the library still as it was written."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, NamedTuple

from reader.cli.desks import library_folder, open_to_read
from reader.cli.program import DONE, NOT_DONE
from reader.model.errors import LibraryError
from reader.presentation.safekeeping import backup_values

if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.terminal import Terminal
    from reader.model.safekeeping import Backup
    from reader.presentation.messages import Messages

_CANNOT_BE_OPENED = {"damaged", "not_a_library", "library_gone", "backup_unsound"}
# What else is told of these in English is only that their hash is another one.
_OF_WORDS = {"revision", "note", "summary", "highlight", "removed", "correction"} | {
    "watch_point",
    "term",
    "block",
    "act",
}
# These lie beside the library: no backup would help.
_BESIDE = {"draft", "copy"}


class _Examined(NamedTuple):
    """What a check came to; ``failure`` says why the library cannot be opened."""

    problems: list[dict[str, str]]
    counted: dict[str, int] | None = None
    failure: LibraryError | None = None


def check_command(arguments: Arguments, terminal: Terminal) -> int:
    """Check the library; what is wrong is told with the newest good backup, no word is changed.

    Plain copies that are missing are made again.
    """
    problems, counted, failure = _examine(arguments)
    damaged = any(one["kind"] not in _BESIDE for one in problems)
    backup = _newest_good(arguments) if damaged else None
    if arguments.json:
        found = {"library": str(library_folder(arguments)), "problems": problems}
        offered = _offered(backup) if backup else None
        terminal.document({**found, "statistics": counted, "backup": offered})
        return NOT_DONE if problems else DONE
    if not problems:
        terminal.line(terminal.say("terminal.check.sound"))
        return DONE
    if failure is not None:
        terminal.error(failure)
    else:
        for one in problems:
            terminal.line(problem_line(one["kind"], one["id"], one["what"], terminal.say))
        terminal.complain(terminal.say("terminal.check.problems", count=len(problems)))
    if backup is not None:
        terminal.complain(terminal.say("safety.check.offer", name=backup.name))
    elif damaged:
        terminal.complain(terminal.say("safety.check.no_offer"))
    return NOT_DONE


def _examine(arguments: Arguments) -> _Examined:
    try:
        with open_to_read(arguments) as desk:
            found = [*desk.maintaining.check(), *desk.recovering.leftovers()]
            if not desk.read_only:
                found += desk.mirroring.check()
            counted = asdict(desk.maintaining.statistics())
    except LibraryError as error:
        if error.code not in _CANNOT_BE_OPENED:
            raise
        what = str(error.details.get("reason", error.code))
        return _Examined([{"kind": "file", "what": what, "id": ""}], failure=error)
    return _Examined([asdict(problem) for problem in found], counted)


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
