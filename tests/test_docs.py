"""The documents say what the program does: commands, options, keys, packages, dependencies."""

from __future__ import annotations

import argparse
import re
import shlex
import tomllib
from typing import TYPE_CHECKING

import pytest
from test_imports import MAY_IMPORT

from reader.cli.arguments import COMMANDS, build_parser, parse
from reader.presentation import article_json
from reader.services.desk import open_desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EVERYWHERE = {"--help", "-h", "--library", "--lang", "--json", "--version"}
OF_A_LIBRARY = {"backups/", "damaged/", "drafts/", "notes/", "notes/trash/", "originals/"}
PROMISED = (
    "id title lead author publisher source url published event_date language text blocks headings"
    " references watch_points terms key_sentences highlights notes summary state"
).split()


@pytest.fixture(scope="module")
def terminal(project: Path) -> str:
    return (project / "docs" / "terminal.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def architecture(project: Path) -> str:
    return (project / "docs" / "architecture.md").read_text(encoding="utf-8")


def section_of(document: str, heading: str) -> str:
    """Return what stands under a heading of the second level."""
    match = re.search(rf"^## {heading}$(.*?)(?=^## |\Z)", document, re.MULTILINE | re.DOTALL)
    assert match, f"no section {heading!r}"
    return match.group(1)


def parsers() -> dict[str, argparse.ArgumentParser]:
    """Return the parser of each command."""
    for action in build_parser([])._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    raise AssertionError("no commands")


def examples(document: str) -> Iterator[list[str]]:
    """Give the words of every ``chumoku`` in the examples for a shell."""
    for block in re.findall(r"```sh\n(.*?)```", document, re.DOTALL):
        for line in block.splitlines():
            for command in line.split("|"):
                words = shlex.split(command, comments=True)
                if words[:1] == ["chumoku"]:
                    yield words[1:]


def rows_of(document: str) -> list[list[str]]:
    """Return the cells of all rows of tables."""
    return [
        [cell.strip() for cell in line.strip("|").split(" | ")]
        for line in document.splitlines()
        if line.startswith("| ") and not line.startswith("| ---")
    ]


def test_every_command_has_its_section_and_every_section_its_command(terminal: str) -> None:
    headings = re.findall(r"^## (\S+)$", terminal, re.MULTILINE)
    assert headings == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_a_command_is_told(name: str, terminal: str) -> None:
    section = section_of(terminal, name)
    known = {word for action in parsers()[name]._actions for word in action.option_strings}
    told = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", section))
    assert known - EVERYWHERE <= told
    assert told <= known


def test_what_holds_everywhere_is_told(terminal: str) -> None:
    section = section_of(terminal, "What holds for every command")
    told = set(re.findall(r"(?<!\w)--?[a-z]+", section))
    assert told >= EVERYWHERE


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_an_example(name: str, terminal: str) -> None:
    assert any(words[0] == name for words in examples(section_of(terminal, name)))


def test_every_example_is_understood(terminal: str, project: Path) -> None:
    readme = (project / "README.md").read_text(encoding="utf-8")
    for words in (*examples(terminal), *examples(readme)):
        parse(words)


def test_every_key_of_show_is_told_and_given(terminal: str, library_folder: Path) -> None:
    told = {
        key
        for row in rows_of(section_of(terminal, "show"))[1:]
        for key in re.findall(r"`(\w+)`", row[0])
    }
    with open_desk(library_folder) as desk:
        report = desk.adding.add_text("橋の工事が始まった\n\n今春に始まった。", "a.txt")
        given = article_json.known_article(desk.reading.open(report.id))
    assert set(PROMISED) <= told
    assert told == set(given)


def test_the_packages_are_those_of_the_import_table(architecture: str) -> None:
    told = {
        row[0].strip("`").removeprefix("reader/"): set(row[2].split(", ")) - {"nothing"}
        for row in rows_of(section_of(architecture, "Packages"))[1:]
    }
    # Printing to PDF and ODT has its place in the table before it is there.
    allowed = {name: set(may - {name}) for name, may in MAY_IMPORT.items()}
    for name in ("__main__", "__init__", "printing"):
        allowed.pop(name, None)
    assert told == allowed


def test_every_dependency_is_accounted_for(architecture: str, project: Path) -> None:
    settings = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    named = {re.split(r"[<>=;\s]", line)[0] for line in settings["project"]["dependencies"]}
    told = {row[0].strip("`") for row in rows_of(section_of(architecture, "Dependencies"))[1:]}
    assert told == named


def test_every_module_named_is_there(project: Path) -> None:
    for name in ("architecture.md", "coding.md", "benchmarks.md"):
        document = (project / "docs" / name).read_text(encoding="utf-8")
        for path in re.findall(r"`([a-z_]+/[\w/.]+)`", document):
            # A module is named as it is known inside the package.
            there = (project / path).exists() or (project / "reader" / path).exists()
            assert there or path in OF_A_LIBRARY, f"{name} names {path}"


def test_the_readme_links_to_what_is_there(project: Path) -> None:
    documents = [project / "README.md", *(project / "docs").glob("*.md")]
    for document in documents:
        for link in re.findall(r"\]\(([^)]+)\)", document.read_text(encoding="utf-8")):
            if "://" not in link:
                assert (document.parent / link).exists(), f"{document.name} links to {link}"


def test_the_readme_has_the_two_commands(project: Path) -> None:
    readme = (project / "README.md").read_text(encoding="utf-8")
    for command in ("python3 run.py ", "python3 run.py test", "pipx install ."):
        assert command in readme


def test_every_benchmark_is_told(project: Path) -> None:
    from benchmarks.__main__ import NAMES

    document = (project / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    assert re.findall(r"^\*\*(\w+)\*\*", document, re.MULTILINE) == list(NAMES)
