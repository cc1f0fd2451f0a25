"""``chumoku add``: sources into the library, with a line of report for each."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from reader.cli.desks import open_to_change
from reader.cli.program import DONE, NOT_DONE
from reader.model.errors import ReaderError

if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.terminal import Terminal
    from reader.model.adding import SourceReport
    from reader.services.adding import Adding
    from reader.services.desk import Desk


def add_command(arguments: Arguments, terminal: Terminal) -> int:
    """Add files, folders and standard input, and understand what was added."""
    reports: list[SourceReport] = []
    with open_to_change(arguments, create=True) as desk:
        for source in arguments.sources:
            found = _add(desk.adding, source)
            reports += found
            if not arguments.json:
                for report in found:
                    _tell(report, terminal)
        code = _understand(desk, terminal)
    if arguments.json:
        terminal.document([_written(report, terminal) for report in reports])
    for report in reports:
        if report.error is not None:
            code = NOT_DONE
            if arguments.json:
                terminal.error(report.error, about=report.source)
    return code


def _understand(desk: Desk, terminal: Terminal) -> int:
    """Understand what was added; whatever hinders that, the report of the adding is told."""
    try:
        desk.understanding.finish()
    except ReaderError as error:
        terminal.error(error)
        return NOT_DONE
    return DONE


def _add(adding: Adding, source: str) -> list[SourceReport]:
    if source == "-":
        from reader.services.adding import LIMIT

        return [adding.add_bytes(sys.stdin.buffer.read(LIMIT + 1), "-")]
    return list(adding.add([source]).sources)


def _tell(report: SourceReport, terminal: Terminal) -> None:
    """Write the report of one source at once: of many, the first is of use before the last."""
    if report.error is not None:
        terminal.error(report.error, about=report.source)
        return
    terminal.line(
        terminal.say(
            f"terminal.add.{report.outcome}",
            source=report.source,
            id=report.id,
            title=report.title,
        )
    )


def _written(report: SourceReport, terminal: Terminal) -> dict[str, object]:
    """Write one line of the report as ``add --json`` promises it."""
    error = report.error
    return {
        "source": report.source,
        "outcome": report.outcome,
        "id": report.id or None,
        "title": report.title,
        "error": None if error is None else terminal.say.error(error),
        "code": None if error is None else error.code,
    }
