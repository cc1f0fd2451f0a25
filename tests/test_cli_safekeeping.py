"""``chumoku backup``, ``restore`` and ``check``, and a library that can only be read."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING

import pytest
from places import disk, make_read_only, make_writable
from test_cli_running import ARTICLE, Chumoku

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def chumoku(
    library_folder: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Chumoku:
    return Chumoku(library_folder, capfdbinary, monkeypatch)


@pytest.fixture
def article(chumoku: Chumoku, tmp_path: Path) -> str:
    return chumoku.add(tmp_path / "a.txt")


def test_there_and_back_again(chumoku: Chumoku, article: str) -> None:
    chumoku("note", article, "--note", "最初のメモ")
    assert "no backups yet" in chumoku("restore").decode()
    made = chumoku.json("backup")
    assert (made["number"], made["kind"]) == (1, "by_hand")
    assert made["name"] in chumoku("backup").decode().replace("000002", "000001")
    chumoku("note", article, "--note", "後のメモ")

    listed = chumoku("restore").decode().splitlines()
    assert [line.split()[0] for line in listed] == [
        made["name"].replace("1-", "2-", 1),
        made["name"],
    ]
    assert [one["number"] for one in chumoku.json("restore")] == [2, 1]

    shown = chumoku("restore", "1").decode()
    assert "articles 1, notes 1" in shown
    assert "最初のメモ" in shown
    assert "“後のメモ”" in shown
    assert f"chumoku restore {made['name']} --yes" in shown
    look = chumoku.json("restore", made["name"])
    assert look["difference"]["lost"]["notes"] == {"count": 1, "examples": ["後のメモ"]}
    assert (look["usable"], look["problems"], look["restored"]) == (True, [], False)
    assert [note["text"] for note in chumoku.json("show", article)["notes"]] == [
        "最初のメモ",
        "後のメモ",
    ]

    done = chumoku.json("restore", "000001", "--yes")
    assert done["restored"]
    assert done["kept"].endswith("-replaced.db")
    assert [note["text"] for note in chumoku.json("show", article)["notes"]] == ["最初のメモ"]
    assert "replaced by a restore" in chumoku("restore").decode()
    chumoku("restore", "3", "--yes")
    assert len(chumoku.json("show", article)["notes"]) == 2


def test_what_cannot_be_meant_is_told(chumoku: Chumoku, article: str) -> None:
    chumoku("backup")
    for words in ("9", "no-such"):
        chumoku("restore", words, "--yes", code=1)
        assert "There is no backup" in chumoku.errors
    chumoku("backup")
    chumoku("restore", "0000", code=1)
    assert "Several backups" in chumoku.errors
    assert chumoku("restore", "", code=2) == b""


def test_it_is_refused_while_the_library_is_open(
    chumoku: Chumoku, article: str, project: Path
) -> None:
    chumoku("backup")
    program = (
        "import sys\nfrom pathlib import Path\nfrom reader.services.desk import open_desk\n"
        "desk = open_desk(Path(sys.argv[1]))\nprint('open', flush=True)\nsys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(chumoku.folder)],
        cwd=project,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        chumoku("restore", "1")
        chumoku("restore", "1", "--yes", code=1)
        assert "has this library open" in chumoku.errors
        process.communicate("")
    chumoku("restore", "1", "--yes")


def test_damage_is_named_with_the_way_back(chumoku: Chumoku, article: str) -> None:
    chumoku("note", article, "--note", "橋のメモ")
    good = chumoku.json("backup")
    chumoku("backup")
    path = chumoku.folder / "library.db"
    path.write_bytes(path.read_bytes().replace("橋のメモ".encode(), "塩のメモ".encode()))
    # The newest copy is of the damaged library: it is not what is offered.
    assert chumoku.json("backup", code=1)["kind"] == "damaged"
    assert "the name of the copy says so" in chumoku.errors
    (chumoku.folder / "backups" / good["name"].replace("000001", "000002")).unlink()
    told = chumoku("check", code=1).decode()
    assert "note " in told
    assert "it is not as it was written" in told
    assert f"chumoku restore {good['name']} --yes" in chumoku.errors
    checked = chumoku.json("check", code=1)
    assert checked["backup"]["name"] == good["name"]
    assert checked["backup"]["restore"] == f"chumoku restore {good['name']} --yes"
    chumoku("restore", "1", "--yes")
    assert chumoku.json("check")["backup"] is None


def test_a_library_that_cannot_be_opened_is_checked_and_restored(
    chumoku: Chumoku, article: str
) -> None:
    name = chumoku.json("backup")["name"]
    path = chumoku.folder / "library.db"
    path.write_bytes(b"some other file" * 300)
    checked = chumoku.json("check", code=1)
    assert [problem["kind"] for problem in checked["problems"]] == ["file"]
    assert (checked["statistics"], checked["backup"]["name"]) == (None, name)
    chumoku("check", code=1)
    assert "is no library of Chumoku" in chumoku.errors
    assert name in chumoku.errors
    kept = chumoku.json("restore", name, "--yes")["kept"]
    assert "damaged" in kept
    assert chumoku.json("list")[0]["id"] == article


def test_without_a_backup_nothing_is_offered(chumoku: Chumoku, article: str) -> None:
    (chumoku.folder / "library.db").write_bytes(b"some other file" * 300)
    assert chumoku.json("check", code=1)["backup"] is None
    chumoku("check", code=1)
    assert "There is no good backup" in chumoku.errors


@pytest.fixture
def read_only(tmp_path: Path, chumoku: Chumoku) -> Iterator[tuple[Chumoku, str]]:
    """Give a library on a disk where nothing can be written, and its article."""
    with disk(tmp_path / "disk") as place:
        chumoku.folder = place / "library"
        article = chumoku.add(tmp_path / "a.txt")
        chumoku("note", article, "--note", "橋のメモ")
        chumoku("backup")
        make_read_only(place)
        yield chumoku, article
        make_writable(place)


def test_what_only_reads_works_where_nothing_can_be_written(
    read_only: tuple[Chumoku, str], tmp_path: Path
) -> None:
    chumoku, article = read_only
    assert chumoku.json("list")[0]["id"] == article
    assert chumoku.json("show", article)["watch_points"]
    assert chumoku.json("search", "橋のメモ")["total"] == 1
    assert chumoku.json("terms")
    point = chumoku.json("watch")[0]["id"]
    chumoku("summary", article)
    out = tmp_path / "out.md"
    chumoku("export", article, "--format", "markdown", "--out", str(out))
    assert "橋のメモ" in out.read_text("utf-8")
    assert chumoku.json("check")["problems"] == []
    assert chumoku("restore", "1")
    for words in (
        ("note", article, "--note", "x"),
        ("watch", "set", point, "answered"),
        ("add", str(tmp_path / "a.txt")),
        ("undo",),
        ("backup",),
        ("restore", "1", "--yes"),
    ):
        chumoku(*words, code=1)
        assert "cannot be written to" in chumoku.errors


LEAVE_A_LOG = """
import os, sys
from pathlib import Path
from reader.services.desk import open_desk

desk = open_desk(Path(sys.argv[1]))
article = desk.reading.page()[0].id
desk.annotating.note("article", article, "nur im Log")
os._exit(0)
"""


def test_a_log_that_was_left_where_nothing_can_be_written_is_read(
    tmp_path: Path, chumoku: Chumoku, project: Path
) -> None:
    with disk(tmp_path / "disk") as place:
        chumoku.folder = place / "library"
        chumoku.add(tmp_path / "a.txt")
        program = [sys.executable, "-c", LEAVE_A_LOG, str(chumoku.folder)]
        subprocess.run(program, cwd=project, check=True)
        (chumoku.folder / "library.db-shm").unlink()
        make_read_only(place)
        assert chumoku.json("search", "nur")["total"] == 1
        assert chumoku.json("check")["problems"] == []
        make_writable(place)


def test_an_older_library_is_told_where_nothing_can_be_written(
    tmp_path: Path, chumoku: Chumoku, project: Path
) -> None:
    with disk(tmp_path / "disk") as place:
        chumoku.folder = place / "library"
        shutil.unpack_archive(project / "tests" / "libraries" / "schema-1.zip", chumoku.folder)
        make_read_only(place)
        chumoku("list", code=1)
        assert "from an older version" in chumoku.errors
        make_writable(place)


def test_it_binds_by_permissions_alone(chumoku: Chumoku, article: str, project: Path) -> None:
    """The commands run as somebody who may only read."""
    if sys.platform == "win32" or os.geteuid() != 0:
        pytest.skip("only root can become another user")
    with tempfile.TemporaryDirectory(prefix="chumoku-open-") as place:
        os.chmod(place, 0o755)  # noqa: PTH101
        folder = shutil.copytree(chumoku.folder, f"{place}/library")
        home = f"{place}/home"
        os.mkdir(home, 0o777)  # noqa: PTH102

        def run(*words: str) -> subprocess.CompletedProcess[str]:
            return subprocess.run(
                [sys.executable, "-m", "reader", "--lang", "en", "--library", folder, *words],
                cwd=project,
                env={"HOME": home, "PYTHONDONTWRITEBYTECODE": "1"},
                user=65534,
                capture_output=True,
                text=True,
                check=False,
            )

        try:
            listed = run("list")
        except PermissionError:
            pytest.skip("another user cannot run this Python")
        assert listed.returncode == 0, listed.stderr
        assert ARTICLE.splitlines()[0] in listed.stdout
        noted = run("note", article, "--note", "x")
        assert noted.returncode == 1
        assert "cannot be written to" in noted.stderr
