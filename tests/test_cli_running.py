"""The commands as programs: bytes, exit codes, consoles; and the way other tests run them."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from reader.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = """\
半導体協定、来月に署名へ
A国とB国は10日、半導体協定に来月署名すると発表しました。𠮷田外相が明らかにしました🎉。
交渉の経過
半導体協定とは、供給網の情報を分け合うための取り決めです。
今後の注目ポイント
- 協定がいつ発効するのか
- C国が加わるのか
Reference(s):
example.com
"""


class Chumoku:
    """Runs commands in this process on one library, and checks the exit code."""

    def __init__(
        self, folder: Path, capture: pytest.CaptureFixture[bytes], patch: pytest.MonkeyPatch
    ) -> None:
        self.folder = folder
        self._capture = capture
        self._patch = patch
        self.errors = ""

    def __call__(self, *words: str, code: int = 0, stdin: bytes = b"") -> bytes:
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        self._capture.readouterr()
        ended = main(["--lang", "en", "--library", str(self.folder), *words])
        printed = self._capture.readouterr()
        self.errors = printed.err.decode()
        assert ended == code, self.errors
        return printed.out

    def json(self, *words: str, code: int = 0, stdin: bytes = b"") -> Any:  # noqa: ANN401
        return json.loads(self(*words, "--json", code=code, stdin=stdin))

    def add(self, path: Path, text: str = ARTICLE) -> str:
        """Write a text and add it; return the id of its article."""
        path.write_bytes(text.encode())
        (report,) = self.json("add", str(path))
        return str(report["id"])


@pytest.fixture
def chumoku(
    library_folder: Path,
    capsysbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> Chumoku:
    return Chumoku(library_folder, capsysbinary, monkeypatch)


def _run(*words: str, project: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "reader", *words],
        cwd=project,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


@pytest.fixture
def filled(library_folder: Path, tmp_path: Path, chumoku: Chumoku) -> Path:
    chumoku.add(tmp_path / "article.txt")
    return library_folder


@pytest.mark.parametrize(
    "environment", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}]
)
def test_json_is_utf8_whatever_the_console_is(
    environment: dict[str, str], filled: Path, project: Path
) -> None:
    ended = _run("--library", str(filled), "list", "--json", project=project, **environment)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert "半導体協定、来月に署名へ".encode() in ended.stdout
    assert json.loads(ended.stdout)[0]["title"] == "半導体協定、来月に署名へ"


def test_lines_for_people_never_fail_on_a_poor_console(filled: Path, project: Path) -> None:
    listed = _run("--library", str(filled), "list", project=project, PYTHONIOENCODING="ascii")
    assert (listed.returncode, listed.stderr) == (0, b"")
    helped = _run("--help", "--lang", "ja", project=project, PYTHONIOENCODING="ascii")
    assert helped.returncode == 0


def test_the_library_is_named_by_the_environment_too(filled: Path, project: Path) -> None:
    ended = _run("list", "--json", project=project, CHUMOKU_LIBRARY=str(filled))
    assert len(json.loads(ended.stdout)) == 1


def test_a_reader_that_has_seen_enough_is_no_error(filled: Path, project: Path) -> None:
    (article,) = json.loads(
        _run("--library", str(filled), "list", "--json", project=project).stdout
    )
    words = ["--library", str(filled), "show", article["id"], "--json"]
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", *words],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert (process.wait(60), process.stderr.read()) == (0, b"")
    process.stderr.close()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full here")  # noqa: PTH110
def test_output_that_cannot_be_written_is_told(filled: Path, project: Path) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        ended = subprocess.run(
            [sys.executable, "-m", "reader", "--library", str(filled), "list"],
            cwd=project,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ended.returncode == 1
    assert b"Traceback" not in ended.stderr


def test_wrong_usage_is_two_and_prints_nothing_to_stdout(project: Path) -> None:
    ended = _run("list", "--status", "lost", project=project)
    assert (ended.returncode, ended.stdout) == (2, b"")


def test_errors_go_to_stderr_in_the_language_asked_for(library_folder: Path, project: Path) -> None:
    words = ("--library", str(library_folder), "list", "--json")
    japanese = _run(*words, "--lang", "ja", project=project, PYTHONIOENCODING="utf-8")
    assert (japanese.returncode, japanese.stdout) == (1, b"")
    assert any("\u3041" <= sign <= "\u3096" for sign in japanese.stderr.decode())
    english = _run(*words, "--lang", "en", project=project)
    assert english.stderr.startswith(b"There is no library in ")


def test_a_command_loads_neither_qt_nor_the_tokeniser_to_list(filled: Path, project: Path) -> None:
    code = (
        "import sys; from reader.__main__ import main;"
        f"main(['--library', {str(filled)!r}, 'list', '--json']);"
        "bad = [name for name in ('PySide6', 'sudachipy', 'rapidfuzz', 'markdown', 'nh3')"
        " if name in sys.modules];"
        "sys.exit(' '.join(bad) or 0)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=project, capture_output=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_two_commands_at_once_lose_nothing(
    library_folder: Path, tmp_path: Path, project: Path, chumoku: Chumoku
) -> None:
    processes = []
    for number in range(3):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"{number}番目の記事\n{ARTICLE}", "utf-8")
        words = ["--library", str(library_folder), "add", str(path), "--json"]
        processes.append(
            subprocess.Popen(
                [sys.executable, "-m", "reader", *words],
                cwd=project,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        )
    for process in processes:
        printed, errors = process.communicate(timeout=60)
        assert (process.returncode, errors) == (0, b"")
        assert json.loads(printed)[0]["outcome"] == "added"
    rows = chumoku.json("list")
    assert len(rows) == 3
    assert all(len(chumoku.json("watch", row["id"])) == 2 for row in rows)
