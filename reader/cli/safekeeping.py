"""``chumoku backup`` and ``chumoku restore``: copies of the library, and the way back to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.desks import library_folder, open_library
from reader.cli.program import DONE, NOT_DONE
from reader.presentation.safekeeping import backup_line, backup_values, look_lines, look_values

if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.terminal import Terminal
    from reader.services.safekeeping import Safekeeping


def backup_command(arguments: Arguments, terminal: Terminal) -> int:
    """Back the library up; one in which something is damaged is copied as it is, and told."""
    with open_library(arguments) as desk:
        made = desk.maintaining.back_up()
    damaged = made.kind == "damaged"
    if arguments.json:
        terminal.document(backup_values(made))
    elif not damaged:
        terminal.line(terminal.say("safety.backup.made", path=made.path))
    if damaged:
        terminal.complain(terminal.say("safety.backup.damaged", path=made.path))
    return NOT_DONE if damaged else DONE


def restore_command(arguments: Arguments, terminal: Terminal) -> int:
    """List the backups, show what one holds, or with ``--yes`` put it in the library's place."""
    from reader.services.safekeeping import Safekeeping

    keeping = Safekeeping(library_folder(arguments))
    if arguments.backup is None:
        return _list(keeping, arguments, terminal)
    look = keeping.look(keeping.find(arguments.backup))
    if not arguments.json:
        for line in look_lines(look, terminal.say):
            terminal.line(line)
    if not arguments.yes:
        if arguments.json:
            terminal.document({**look_values(look), "restored": False, "kept": None})
        elif look.usable:
            terminal.line(terminal.say("safety.restore.how", name=look.backup.name))
        return DONE if look.usable else NOT_DONE
    kept = keeping.restore(look.backup)
    if arguments.json:
        path = str(kept) if kept else None
        terminal.document({**look_values(look), "restored": True, "kept": path})
        return DONE
    terminal.line(terminal.say("safety.restore.done", name=look.backup.name))
    if kept is not None:
        terminal.line(terminal.say("safety.restore.kept", path=kept))
    return DONE


def _list(keeping: Safekeeping, arguments: Arguments, terminal: Terminal) -> int:
    backups = keeping.backups()
    if arguments.json:
        terminal.document([backup_values(one) for one in backups])
        return DONE
    for backup in backups:
        terminal.line(backup_line(backup, terminal.say))
    if not backups:
        terminal.line(terminal.say("safety.restore.none"))
    return DONE
