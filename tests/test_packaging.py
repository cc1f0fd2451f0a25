"""What is handed out works: the wheel in an environment of its own, and the locks."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ARTICLE = """---
title: 港の夜明け
---

港で新しい桟橋が開いた。

## 今後の注目ポイント

- 便数がいつ増えるか
"""


class Installed:
    """A fresh environment in which the wheel is installed, and a way to run things there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.scripts = folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = self.scripts / ("python.exe" if os.name == "nt" else "python")
        self.chumoku = self.scripts / ("chumoku.exe" if os.name == "nt" else "chumoku")

    def run(self, *command: str | Path, within: Path | None = None) -> str:
        """Run a command far from the checkout; return what it printed."""
        done = subprocess.run(
            [str(word) for word in command],
            cwd=within or self.folder,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def installed(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Build the wheel, and install it alone in a fresh environment.

    What it depends on is borrowed from the environment of the tests through a .pth file,
    which saves a download of 200 MB a run. Chumoku itself can only come from the wheel: a
    .pth file of the borrowed folder is not read, and the checkout is not on the path.
    """
    built = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(built)]
    done = subprocess.run([*build, str(project)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = built.glob("chumoku-*-py3-none-any.whl")
    installed = Installed(tmp_path_factory.mktemp("fresh"))
    venv.create(installed.folder, with_pip=False, symlinks=os.name != "nt")
    site = "import sysconfig; print(sysconfig.get_path('purelib'))"
    own = Path(installed.run(installed.python, "-c", site).strip())
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    lines = [f"import sys; sys.path.append({name!a})\n" for name in sorted(borrowed)]
    (own / "borrowed.pth").write_text("".join(lines), encoding="ascii")
    pip = ["-m", "pip", "install", "--no-deps", "--no-index", "--quiet"]
    installed.run(installed.python, *pip, wheel)
    return installed


def test_the_package_and_what_comes_along_are_the_wheels_own(installed: Installed) -> None:
    program = (
        "import reader\n"
        "from reader.system import paths\n"
        "print(reader.__file__)\n"
        "print(paths.articles_folder())\n"
        "print(paths.resource('x').parent)\n"
    )
    lines = installed.run(installed.python, "-c", program).splitlines()
    for line in lines:
        assert Path(line).is_relative_to(installed.folder.resolve()), line
        assert Path(line).exists(), line


def test_every_article_and_resource_is_in_the_wheel(installed: Installed, project: Path) -> None:
    program = "from reader.system import paths; print(paths.articles_folder().parent)"
    carried = Path(installed.run(installed.python, "-c", program).strip())
    for name in ("articles", "resources"):
        here = contents(project / name)
        assert here
        assert contents(carried / name) == here


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_command_adds_and_shows_an_article(
    installed: Installed, library_folder: Path, tmp_path: Path
) -> None:
    source = tmp_path / "港.md"
    source.write_text(ARTICLE, encoding="utf-8")
    library = ("--library", library_folder)
    added = installed.run(
        installed.chumoku, *library, "add", source.name, "--json", within=tmp_path
    )
    (report,) = json.loads(added)
    assert report["outcome"] == "added"
    shown = json.loads(installed.run(installed.chumoku, *library, "show", report["id"], "--json"))
    assert shown["title"] == "港の夜明け"
    assert [point["text"] for point in shown["watch_points"]] == ["便数がいつ増えるか"]


def test_the_wheel_says_what_it_is(installed: Installed, project: Path) -> None:
    program = (
        "import importlib.metadata as metadata, reader\n"
        "facts = metadata.distribution('chumoku')\n"
        "print(facts.version == reader.__version__, facts.metadata['License-Expression'])\n"
        "print('all' in facts.metadata.get_all('Provides-Extra'))\n"
    )
    told = installed.run(installed.python, "-c", program).splitlines()
    assert told == ["True MIT AND CC-BY-SA-3.0", "True"]


# The locks


def pins(path: Path) -> dict[tuple[str, str], str]:
    """Return the versions of a lock file by name and marker."""
    found: dict[tuple[str, str], str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith((" ", "#")):
            wanted = Requirement(line.rstrip("\\ "))
            found[canonicalize_name(wanted.name), str(wanted.marker or "")] = str(wanted.specifier)
    return found


@pytest.fixture
def locks(project: Path) -> dict[str, Path]:
    return {
        "run": project / "requirements.lock",
        "test": project / "tests" / "requirements.lock",
    }


def test_the_tests_have_the_versions_that_the_program_has(locks: dict[str, Path]) -> None:
    assert pins(locks["run"]).items() <= pins(locks["test"]).items()


def test_the_locks_hold_what_is_declared(project: Path, locks: dict[str, Path]) -> None:
    facts = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    declared = {
        "run": facts["project"]["dependencies"],
        "test": facts["dependency-groups"]["test"],
    }
    for name, lines in declared.items():
        versions = {pinned: version for (pinned, _), version in pins(locks[name]).items()}
        for wanted in map(Requirement, lines):
            version = versions[canonicalize_name(wanted.name)].removeprefix("==")
            if wanted.marker is None:
                assert wanted.specifier.contains(version), wanted


def test_every_locked_file_has_a_hash_and_no_lock_names_a_host(locks: dict[str, Path]) -> None:
    for path in locks.values():
        text = path.read_text(encoding="utf-8")
        for entry in re.split(r"\n(?=[a-z])", text)[1:]:
            assert "--hash=sha256:" in entry, entry
        assert not re.search(r"://|--(extra-)?index|--find-links|\bfile:|\.(org|com|net)\b", text)
