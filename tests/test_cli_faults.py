"""Faults of ours in a command: a line and a report, no traceback for the person at the terminal."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.arguments import Arguments, parse
from reader.cli.program import run
from reader.system.paths import crash_folder, log_folder

if TYPE_CHECKING:
    import pytest
    from conftest import LogWatch

    from reader.cli.terminal import Terminal

FAULTY_ADD = """
import sys
import reader.services.adding

def faulty(data, name):
    raise LookupError("a fault of ours in 港の橋")

reader.services.adding.read_document = faulty
from reader.__main__ import main
sys.exit(main())
"""


WORDS = "港の橋"


class Panic(BaseException):
    """What a library made with Rust raises: no Exception."""


def faulty(_arguments: Arguments, _terminal: Terminal) -> int:
    logging.getLogger("reader.test").info("just before, in %s", WORDS)
    raise LookupError(f"there is no {WORDS} here")


def panic(_arguments: Arguments, _terminal: Terminal) -> int:
    raise Panic("in a library")


def reported(told: str) -> Path:
    """Return the path of the report that was told, in a single line."""
    assert told.count("\n") == 1
    found = re.search(r"The report is at (.+\.txt)\.$", told.strip())
    assert found, told
    return Path(found.group(1))


def test_a_fault_ends_with_a_line_a_report_and_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(parse(["--lang", "en", "list"]), composed={"list": faulty}) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "Traceback" not in printed.err
    assert printed.err.startswith("A fault of Chumoku kept this from being finished.")
    report = reported(printed.err)
    assert report.parent == crash_folder()
    text = report.read_text("utf-8")
    assert "LookupError: there is no ??? here" in text
    assert "in faulty" in text
    assert "INFO reader.test: just before" in text
    assert "港" not in text


def test_a_panic_is_told_like_any_other_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(parse(["--lang", "en", "list"]), composed={"list": panic}) == 1
    assert "Panic: in a library" in reported(capsys.readouterr().err).read_text("utf-8")


def test_where_no_report_can_be_written_the_fault_is_told_all_the_same(
    capsys: pytest.CaptureFixture[str], expected_log: LogWatch
) -> None:
    expected_log("could not be written")
    log_folder().parent.mkdir(parents=True, exist_ok=True)
    log_folder().write_bytes(b"a file, where the folder should be")
    assert run(parse(["--lang", "en", "list"]), composed={"list": faulty}) == 1
    assert "could not be written" in capsys.readouterr().err


def test_a_fault_in_one_source_is_told_in_a_line_and_is_in_the_log(
    library_folder: Path, tmp_path: Path, project: Path
) -> None:
    (tmp_path / "a.txt").write_text("港の橋\n\n橋が開通した。", "utf-8")
    words = ("--lang", "en", "--library", str(library_folder), "add", str(tmp_path / "a.txt"))
    done = subprocess.run(
        [sys.executable, "-c", FAULTY_ADD, *words],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr + done.stdout
    log = (log_folder() / "chumoku.log").read_text("utf-8")
    assert "a.txt could not be added" in log
    assert "LookupError: a fault of ours in ???" in log


def test_a_quiet_command_writes_no_log(
    library_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("港の橋\n\n橋が開通した。", "utf-8")
    words = ["--library", str(library_folder), "add", str(tmp_path / "a.txt")]
    assert run(parse(words)) == 0
    assert capsys.readouterr().err == ""
    assert not log_folder().exists()
