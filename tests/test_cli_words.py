"""Every error that can be told has its words, and so has every line of the terminal."""

from __future__ import annotations

import ast
import re
import string
from typing import TYPE_CHECKING

import pytest

from reader.presentation.wording import errors, terminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ERRORS = {"SourceError", "LibraryError", "NotFoundError", "ExportError", "UsageError", "FileError"}
_SAID = re.compile(r"\"(terminal\.[\w.]+)\"")


def _sources(project: Path, package: str) -> Iterator[str]:
    for path in sorted((project / "reader" / package).rglob("*.py")):
        yield path.read_text("utf-8")


def _raised(project: Path) -> dict[str, list[set[str]]]:
    """Return the codes that are raised, with the details that each place gives."""
    found: dict[str, list[set[str]]] = {}
    for source in _sources(project, "."):
        for node in ast.walk(ast.parse(source)):
            match node:
                case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(code))]):
                    if name in _ERRORS:
                        details = {keyword.arg for keyword in node.keywords if keyword.arg}
                        found.setdefault(code, []).append(details)
    return found


def test_every_error_has_words(project: Path) -> None:
    raised = _raised(project)
    assert {"missing", "no_network", "bad_status", "foreign_file"} <= set(raised)
    assert not [code for code in raised if f"error.{code}" not in errors.WORDING]


def _places(words: str) -> set[str]:
    return {name for _, name, *_ in string.Formatter().parse(words) if name}


def test_the_details_of_an_error_fill_its_words(project: Path) -> None:
    for code, given in _raised(project).items():
        for said in errors.WORDING.get(f"error.{code}", ()):
            for details in given:
                assert _places(said) <= details, (code, said, details)


@pytest.mark.parametrize("words", [errors.WORDING, terminal.WORDING])
def test_each_language_keeps_to_itself(words: dict[str, tuple[str, str]]) -> None:
    for key, (japanese, english) in words.items():
        assert japanese, key
        assert not re.search(r"[\u3041-\u30ff]", english), key


def test_every_line_of_the_terminal_is_worded(project: Path) -> None:
    said = {key for code in _sources(project, "cli") for key in _SAID.findall(code)}
    assert said
    assert said <= set(terminal.WORDING)
