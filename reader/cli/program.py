"""Run one command: find it, tell its errors, end with its exit code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from reader.cli.arguments import Arguments
from reader.cli.terminal import Terminal
from reader.model.errors import ReaderError, UsageError
from reader.system.logs import start_logging
from reader.system.paths import crash_folder, log_folder

if TYPE_CHECKING:
    from reader.system.logs import Logs

Command = Callable[[Arguments, Terminal], int]

DONE, NOT_DONE, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130

_MODULES = {
    "add": "adding",
    "list": "articles",
    "show": "articles",
    "analyse": "analysing",
    "search": "finding",
    "terms": "terms",
    "watch": "watching",
    "note": "writing",
    "notes": "notebook",
    "summary": "writing",
    "undo": "undoing",
    "redo": "undoing",
    "export": "exporting",
    "backup": "safekeeping",
    "restore": "safekeeping",
    "check": "checking",
}


def run(arguments: Arguments, *, composed: Mapping[str, Command] | None = None) -> int:
    """Run the command of ``arguments`` and return the exit code.

    ``composed`` are commands from outside: what this package must not import. What our own say
    goes into the log, not to stderr; a fault of ours leaves a report.
    """
    terminal = Terminal(arguments.lang)
    logs = start_logging(folder=log_folder) if arguments.command in _MODULES else None
    try:
        code = _command(arguments, composed or {})(arguments, terminal)
        terminal.finish()
    except ReaderError as error:
        terminal.error(error)
        return WRONG_USAGE if isinstance(error, UsageError) else NOT_DONE
    except BrokenPipeError:
        return DONE  # whoever read our output has seen enough
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit:
        raise
    except BaseException as fault:  # noqa: BLE001 - a panic of a library is no Exception
        return _tell_fault(fault, terminal, logs)
    finally:
        if logs is not None:
            logs.close()
    return code


def _tell_fault(fault: BaseException, terminal: Terminal, logs: Logs | None) -> int:
    """Tell a fault of ours in a line, and where its report is."""
    from reader import __version__
    from reader.system.crash import CrashReports

    recent = logs.recent if logs is not None else list
    path = CrashReports(crash_folder(), version=__version__, recent=recent).report(fault)
    told = terminal.say("crash.report_at", path=path) if path else terminal.say("crash.no_report")
    terminal.complain(f"{terminal.say('crash.command')} {told}")
    return NOT_DONE


def _command(arguments: Arguments, composed: Mapping[str, Command]) -> Command:
    name = arguments.command or ""
    if name in composed:
        return composed[name]
    command: Command = getattr(import_module(f"reader.cli.{_MODULES[name]}"), f"{name}_command")
    return command
