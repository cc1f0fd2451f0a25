"""The import table of the design: which package may know which, read from the source."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

READER = Path(__file__).resolve().parent.parent / "reader"

ALL = frozenset(
    {"model", "system", "language", "annotation", "presentation"}
    | {"sources", "library", "export", "services"}
)
MAY_IMPORT: dict[str, frozenset[str]] = {
    "model": frozenset(),
    "system": frozenset(),
    "language": frozenset({"model"}),
    "annotation": frozenset({"model"}),
    "presentation": frozenset({"model"}),
    "sources": frozenset({"model", "system"}),
    "library": frozenset({"model", "system"}),
    "export": frozenset({"model", "presentation"}),
    "printing": frozenset({"model", "presentation"}),
    "services": ALL,
    "gui": frozenset({"model", "system", "presentation", "services"}),
    "cli": frozenset({"model", "system", "presentation", "services"}),
    "__main__": ALL | {"printing", "gui", "cli"},
    "__init__": frozenset(),
}
ONLY_IN: dict[str, frozenset[str]] = {
    "PySide6": frozenset({"gui", "printing"}),
    "shiboken6": frozenset({"gui", "printing"}),
    "sqlite3": frozenset({"library"}),
    "platformdirs": frozenset({"system"}),
    "markdown": frozenset({"sources", "presentation", "export"}),
    "sudachipy": frozenset({"language"}),
    "sudachidict_core": frozenset({"language"}),
}
SAYS_NOTHING = re.compile(r"(utils?|misc|common|helpers?|managers?)")
STATEMENT = re.compile(
    r"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|PRAGMA|BEGIN)\b.*", re.DOTALL
)


@dataclass(frozen=True)
class Import:
    """One import of a module: what, where, and whether it waits inside a function."""

    module: str
    path: Path
    line: int
    late: bool

    @property
    def importer(self) -> str:
        """The package of ours that imports (or ``__main__`` and ``__init__`` at the top)."""
        inside = self.path.relative_to(READER)
        return inside.parts[0] if len(inside.parts) > 1 else inside.stem

    @property
    def imported(self) -> str:
        """The package of ours that is imported, empty for one that is not ours."""
        parts = self.module.split(".")
        return parts[1] if parts[0] == "reader" and len(parts) > 1 else ""

    def __str__(self) -> str:
        return f"{self.path.relative_to(READER.parent)}:{self.line} imports {self.module}"


def sources() -> list[Path]:
    return sorted(READER.rglob("*.py"))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def modules_named(node: ast.AST) -> Iterator[str]:
    """Give what a node imports; ``import_module`` counts with what its words begin with."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, "imports are absolute"
        for alias in node.names:
            # ``from reader import gui`` names a package of ours in its second half.
            yield f"{node.module}.{alias.name}" if node.module == "reader" else str(node.module)
    elif isinstance(node, ast.Call):
        called = node.func.attr if isinstance(node.func, ast.Attribute) else None
        called = node.func.id if isinstance(node.func, ast.Name) else called
        if called in {"import_module", "__import__", "run_module"} and node.args:
            words = node.args[0]
            first = words.values[0] if isinstance(words, ast.JoinedStr) else words
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value.rstrip(".")


def imports_of(path: Path) -> Iterator[Import]:
    def walk(node: ast.AST, *, late: bool) -> Iterator[Import]:
        for child in ast.iter_child_nodes(node):
            for module in modules_named(child):
                yield Import(module, path, getattr(child, "lineno", 0), late)
            inside = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            yield from walk(child, late=late or inside)

    yield from walk(tree_of(path), late=False)


@cache
def imports() -> tuple[Import, ...]:
    return tuple(found for path in sources() for found in imports_of(path))


def test_every_package_stands_in_the_table() -> None:
    packages = {path.parent.name for path in READER.glob("*/__init__.py")}
    modules = {path.stem for path in READER.glob("*.py")}
    assert packages | modules <= MAY_IMPORT.keys()


def test_packages_import_what_the_table_allows() -> None:
    wrong = [
        str(found)
        for found in imports()
        if found.imported
        and found.imported != found.importer
        and found.imported in MAY_IMPORT
        and found.imported not in MAY_IMPORT[found.importer]
    ]
    assert not wrong, "\n".join(wrong)


def test_model_uses_the_standard_library_alone() -> None:
    wrong = [
        str(found)
        for found in imports()
        if found.importer == "model"
        and found.imported != "model"
        and found.module.split(".")[0] not in sys.stdlib_module_names
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("module", sorted(ONLY_IN))
def test_a_library_is_known_where_it_belongs(module: str) -> None:
    wrong = [
        str(found)
        for found in imports()
        if found.module.split(".")[0] == module and found.importer not in ONLY_IN[module]
    ]
    assert not wrong, "\n".join(wrong)


def test_the_window_is_imported_late() -> None:
    """A terminal command must not pay for Qt."""
    wrong = [
        str(found)
        for found in imports()
        if found.importer == "__main__" and found.imported in {"gui", "printing"} and not found.late
    ]
    assert not wrong, "\n".join(wrong)


def test_sql_is_written_in_the_library_alone() -> None:
    wrong = [
        f"{path.relative_to(READER.parent)}:{node.lineno}"
        for path in sources()
        if path.relative_to(READER).parts[0] != "library"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and STATEMENT.fullmatch(node.value)
    ]
    assert not wrong, "\n".join(wrong)


def test_no_module_has_a_name_that_says_nothing() -> None:
    paths = [path for path in READER.rglob("*") if SAYS_NOTHING.fullmatch(path.stem)]
    assert not paths


def test_the_reading_of_imports_sees_every_kind(tmp_path: Path) -> None:
    """The table is only as good as what is read: one line of each kind."""
    path = tmp_path / "sample.py"
    path.write_text(
        "import reader.gui.window as w, json\n"
        "from reader import cli\n"
        "def f(name):\n"
        "    from reader.library.schema import VERSION\n"
        "    import_module('reader.language.tokens')\n"
        "    importlib.import_module(f'reader.sources.{name}')\n"
        "class C:\n"
        "    import sqlite3\n"
        "    def g(self): import platformdirs\n",
        encoding="utf-8",
    )
    found = {(each.module, each.late) for each in imports_of(path)}
    assert found == {
        ("reader.gui.window", False),
        ("json", False),
        ("reader.cli", False),
        ("reader.library.schema", True),
        ("reader.language.tokens", True),
        ("reader.sources", True),
        ("sqlite3", False),
        ("platformdirs", True),
    }


def test_what_every_start_loads_of_the_machine_is_light(project: Path) -> None:
    program = (
        "import sys\n"
        "import reader.system.paths, reader.system.files, reader.system.settings\n"
        "import reader.system.logs, reader.system.crash, reader.system.workers\n"
        "import reader.system.claim\n"
        "heavy = 'platformdirs json multiprocessing concurrent.futures platform tempfile socket'\n"
        "print([name for name in heavy.split() if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=project, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
