"""Who may show a window on a library: one process, whatever the path is written like."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.system.claim import Claim

TAKE = """
import sys
from pathlib import Path
from reader.system.claim import Claim

claim = Claim(Path(sys.argv[1]), Path(sys.argv[2]))
sys.stdin.readline()
print(claim.take(), flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def places(tmp_path: Path) -> Path:
    return tmp_path / "state" / "windows"


def process(folder: Path, places: Path, project: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", TAKE, str(folder), str(places)],
        cwd=project,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def go_on(one: subprocess.Popen[str]) -> None:
    assert one.stdin is not None
    one.stdin.write("\n")
    one.stdin.flush()


def told(one: subprocess.Popen[str]) -> str:
    assert one.stdout is not None
    return one.stdout.readline().strip()


def test_of_many_processes_at_once_exactly_one_has_it(
    library_folder: Path, places: Path, project: Path
) -> None:
    processes = [process(library_folder, places, project) for _ in range(6)]
    for one in processes:
        go_on(one)
    assert sorted(told(one) for one in processes) == ["False"] * 5 + ["True"]
    for one in processes:
        one.communicate("\n")


def test_it_goes_with_a_process_that_is_killed(
    library_folder: Path, places: Path, project: Path
) -> None:
    other = process(library_folder, places, project)
    go_on(other)
    assert told(other) == "True"
    claim = Claim(library_folder, places)
    assert not claim.take()
    assert claim.holder().process == str(other.pid)
    other.kill()
    other.communicate()
    assert claim.take()
    assert claim.holder().process == str(os.getpid())
    claim.close()


def test_what_listens_is_told_and_what_was_left_is_known(
    library_folder: Path, places: Path
) -> None:
    first, second = Claim(library_folder, places), Claim(library_folder, places)
    assert first.take()
    assert not second.take()
    first.tell("a name that is rather long")
    assert second.holder() == (str(os.getpid()), "a name that is rather long")
    first.tell("short")
    assert second.holder().server == "short"
    second.tell("not mine to tell")
    assert second.holder().server == "short"
    first.close()
    assert second.take()
    assert (second.left, second.holder().server) == ("short", "")
    second.close()


@pytest.mark.parametrize("there", [True, False])
def test_one_library_has_one_key_however_it_is_written(
    there: bool, tmp_path: Path, places: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "図書" / "library"
    folder.parent.mkdir()
    key = Claim(folder, places).key
    if there:
        folder.mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "図書", target_is_directory=True)
    monkeypatch.chdir(folder.parent)
    for name in ("library", "../図書/./library", str(tmp_path / "link" / "library")):
        assert Claim(Path(name), places).key == key, name
    assert Claim(folder.with_name("library2"), places).key != key


def test_case_counts_where_the_file_system_says_so(tmp_path: Path, places: Path) -> None:
    one, other = tmp_path / "Library", tmp_path / "library"
    one.mkdir()
    same = other.exists()
    assert (Claim(one, places).key == Claim(other, places).key) == same


@pytest.mark.skipif(sys.platform == "win32", reason="needs permissions of folders")
def test_a_library_that_cannot_be_written_has_one_window_too(tmp_path: Path, places: Path) -> None:
    folder = tmp_path / "read only"
    folder.mkdir(mode=0o500)
    first, second = Claim(folder, places), Claim(folder, places)
    assert (first.take(), second.take()) == (True, False)
    assert not list(folder.iterdir())
    for claim in (first, second):
        claim.close()


def test_a_home_that_takes_no_lock_keeps_nobody_from_reading(
    library_folder: Path, places: Path
) -> None:
    places.parent.mkdir()
    places.write_bytes(b"a file, where the folder should be")
    claim = Claim(library_folder, places)
    assert claim.take()
    claim.tell("goes nowhere")
    assert claim.holder() == ("", "")
    claim.close()
