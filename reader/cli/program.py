"""Run one command: find it, tell its errors, end with its exit code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from reader.cli.arguments import Arguments
from reader.cli.terminal import Terminal
from reader.model.errors import ReaderError, UsageError

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

    ``composed`` are commands from outside: what this package must not import.
    """
    terminal = Terminal(arguments.lang)
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
    return code


def _command(arguments: Arguments, composed: Mapping[str, Command]) -> Command:
    name = arguments.command or ""
    if name in composed:
        return composed[name]
    command: Command = getattr(import_module(f"reader.cli.{_MODULES[name]}"), f"{name}_command")
    return command
