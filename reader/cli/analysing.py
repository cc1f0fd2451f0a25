"""``chumoku analyse``: understand files or lines of texts without storing them."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from reader.cli.program import DONE, NOT_DONE
from reader.model.errors import ReaderError, SourceError, UsageError
from reader.presentation import article_json
from reader.services.adding import LIMIT
from reader.services.analysing import analyse_bytes, analyse_file, analyse_text
from reader.services.gathering import printable

if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.terminal import Terminal
    from reader.services.analysing import Analysed


def analyse_command(arguments: Arguments, terminal: Terminal) -> int:
    """Understand files, or the lines of a JSONL file."""
    if bool(arguments.files) == bool(arguments.jsonl):
        raise UsageError("analyse_what")
    if arguments.jsonl:
        return _lines(arguments.jsonl, terminal)
    return _files(arguments, terminal)


def _files(arguments: Arguments, terminal: Terminal) -> int:
    code = DONE
    written: list[dict[str, object]] = []
    for name in arguments.files:
        path = printable(name)
        try:
            analysed = _file(name)
        except ReaderError as error:
            code = NOT_DONE
            terminal.error(error, about=path)
            written.append({"path": path, "error": terminal.say.error(error)})
            continue
        if arguments.json:
            written.append({"path": path, **_json(analysed)})
        else:
            _tell(path, analysed, terminal)
    if arguments.json:
        terminal.document(written)
    return code


def _file(name: str) -> Analysed:
    if name == "-":
        return analyse_bytes(sys.stdin.buffer.read(LIMIT + 1), "-")
    return analyse_file(Path(name))


def _lines(name: str, terminal: Terminal) -> int:
    """Answer each line with a line, at once: whoever feeds us may be waiting for it."""
    if name == "-":
        return _answer(sys.stdin.buffer, terminal)
    try:
        with Path(name).open("rb") as file:
            return _answer(file, terminal)
    except FileNotFoundError:
        raise SourceError("missing", path=printable(name)) from None
    except IsADirectoryError:
        raise SourceError("is_folder", path=printable(name)) from None
    except PermissionError as error:
        reason = error.strerror or ""
        raise SourceError("unreadable", path=printable(name), reason=reason) from error


def _answer(lines: BinaryIO, terminal: Terminal) -> int:
    code = DONE
    for line in lines:
        if not line.strip():
            continue
        answer = _answer_to(line, terminal)
        if "error" in answer:
            code = NOT_DONE
        terminal.document(answer, indent=None)
    return code


def _answer_to(line: bytes, terminal: Terminal) -> dict[str, object]:
    """Understand one line; a broken one is answered with its id, if it has one, and why."""
    known: dict[str, object] = {}
    try:
        asked = _asked(line)
        known = {"id": asked.get("id")}
        text = asked.get("text")
        if not isinstance(text, str):
            raise SourceError("line_without_text")
        return {**known, **_json(analyse_text(text))}
    except ReaderError as error:
        return {"id": None, **known, "error": terminal.say.error(error)}


def _asked(line: bytes) -> dict[str, object]:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise SourceError("line_not_json", reason=str(error)) from None
    if not isinstance(asked, dict):
        raise SourceError("line_without_text")
    return asked


def _json(analysed: Analysed) -> dict[str, object]:
    return article_json.analysed(analysed.document, analysed.understanding)


def _tell(path: str, analysed: Analysed, terminal: Terminal) -> None:
    from reader.cli.telling import tell_analysed

    terminal.line(f"== {path}")
    tell_analysed(analysed.document, analysed.understanding, terminal)
    terminal.line()
