"""``chumoku export``: annotated summaries into files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.desks import open_to_read
from reader.cli.language import chosen
from reader.cli.program import DONE, NOT_DONE
from reader.model.errors import UsageError

if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.terminal import Terminal
    from reader.services.exporting import ExportedFile


def export_command(arguments: Arguments, terminal: Terminal) -> int:
    """Export articles, or list the formats."""
    from reader.services.exporting import known_format

    if arguments.list_formats:
        return _list_formats(arguments, terminal)
    if not (arguments.ids and arguments.format and arguments.out):
        raise UsageError("export_what")
    form = known_format(arguments.format)
    to_stdout = arguments.out == "-"
    if to_stdout and len(arguments.ids) > 1 and not form.one_file:
        raise UsageError("export_one")
    language = chosen(arguments.lang) or "ja"
    with open_to_read(arguments) as desk:
        ids = [desk.reading.resolve(prefix) for prefix in arguments.ids]
        desk.understanding.finish()
        if to_stdout:
            terminal.data(desk.exporting.render(*ids, format_name=form.name, language=language))
            return DONE
        report = desk.exporting.export(
            ids,
            form.name,
            Path(arguments.out),
            replace=arguments.replace,
            language=language,
            as_folder=arguments.out.endswith(("/", os.sep)),
        )
    if arguments.json:
        terminal.document([_written(file, terminal) for file in report.files])
    for file in report.files:
        _tell(file, arguments, terminal)
    return NOT_DONE if any(file.error for file in report.files) else DONE


def _list_formats(arguments: Arguments, terminal: Terminal) -> int:
    from reader.services.exporting import known_formats

    if arguments.json:
        terminal.document(
            [
                {
                    "name": form.name,
                    "label": terminal.say(form.label),
                    "suffix": form.suffix,
                    "one_file": form.one_file,
                }
                for form in known_formats()
            ]
        )
        return DONE
    for form in known_formats():
        terminal.line(f"{form.name:10} {form.suffix:6} {terminal.say(form.label)}")
    return DONE


def _tell(file: ExportedFile, arguments: Arguments, terminal: Terminal) -> None:
    if file.error is not None:
        terminal.error(file.error, about=str(file.path))
    elif not arguments.json:
        terminal.line(terminal.say(f"terminal.export.{file.outcome}", path=file.path))
        if file.kept_edits:
            terminal.line(terminal.say("terminal.export.kept", count=file.kept_edits))


def _written(file: ExportedFile, terminal: Terminal) -> dict[str, object]:
    merged = file.merged
    return {
        "id": file.ids[0],
        "ids": list(file.ids),
        "path": str(file.path),
        "outcome": file.outcome,
        "kept": [edit.id for edit in merged.kept_edits] if merged else [],
        "error": None if file.error is None else terminal.say.error(file.error),
    }
