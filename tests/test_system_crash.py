"""Faults of our own end in a report, not in a lost window."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from reader.system import crash

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import LogWatch


@pytest.fixture
def told() -> list[tuple[str, Path | None]]:
    return []


@pytest.fixture
def reports(tmp_path: Path, told: list[tuple[str, Path | None]]) -> Iterator[crash.CrashReports]:
    reports = crash.CrashReports(
        tmp_path / "crashes",
        version="1.2.3",
        recent=lambda: ["a line of the log"],
        on_crash=lambda text, path: told.append((text, path)),
    )
    yield reports
    reports.close()


def fault(words: str) -> Exception:
    try:
        try:
            raise KeyError(words)
        except KeyError as cause:
            raise RuntimeError("on top") from cause
    except RuntimeError as error:
        return error


def test_a_report_tells_what_is_needed(
    reports: crash.CrashReports, told: list[tuple[str, Path | None]], home: Path
) -> None:
    path = reports.report(fault(f"{home}/file"))
    assert path is not None
    text = path.read_text(encoding="utf-8")
    assert told == [(text, path)]
    assert text.startswith("Chumoku 1.2.3: a fault, 20")
    assert f"Python {sys.version.split()[0]}" in text
    assert "KeyError: '~/file'" in text
    assert text.index("KeyError") < text.index("RuntimeError: on top")
    assert "in fault" in text
    assert text.endswith("The last lines of the log:\na line of the log\n")


def test_a_report_keeps_the_words_of_an_article_out(reports: crash.CrashReports) -> None:
    path = reports.report(fault("相互防衛条約 " * 50))
    assert path is not None
    text = path.read_text(encoding="utf-8")
    assert "条約" not in text
    assert max(len(line) for line in text.splitlines()) < 300


def test_quotations_paths_and_lines_of_the_log_are_told_discreetly(
    tmp_path: Path, home: Path
) -> None:
    lines = [
        f"INFO reader.x: {home}/Documents/条約の行方.txt could not be added",
        "ERROR reader.x: no place for 'the treaty was signed'\nValueError: \"a b\" and 'one'",
        "INFO reader.x: " + "long " * 200,
    ]
    reports = crash.CrashReports(tmp_path, version="1", recent=lambda: lines)
    path = reports.report(fault(f"'a quotation of words' in '{home}/x' of {'word ' * 90}"))
    assert path is not None
    text = path.read_text(encoding="utf-8")
    for hidden in ("quotation", "treaty", "条約", '"a b"', str(home)):
        assert hidden not in text, hidden
    for told in ("~/Documents/?????.txt could not be added", "no place for '...'", "and 'one'"):
        assert told in text, told
    assert max(len(line) for line in text.splitlines()) < 300


def test_a_fault_that_nobody_heard_of_is_told_to_who_listens_later(tmp_path: Path) -> None:
    reports = crash.CrashReports(tmp_path, version="1", recent=list)
    first = reports.report(fault("before there was a window"))
    told: list[Path | None] = []
    reports.listen(lambda _text, path: told.append(path))
    assert told == [first]
    reports.listen(lambda _text, path: told.append(path))
    assert told == [first]


def test_the_same_fault_is_told_once(
    reports: crash.CrashReports, told: list[tuple[str, Path | None]]
) -> None:
    for _ in range(50):
        reports.report(fault("again"))
    assert len(told) == 1


def test_a_report_that_cannot_be_written_is_still_told(
    tmp_path: Path,
    reports: crash.CrashReports,
    told: list[tuple[str, Path | None]],
    expected_log: LogWatch,
) -> None:
    expected_log("could not be written")
    (tmp_path / "crashes").write_bytes(b"")
    reports.report(fault("x"))
    assert [path for _text, path in told] == [None]


def test_only_the_newest_reports_are_kept(tmp_path: Path, reports: crash.CrashReports) -> None:
    folder = tmp_path / "crashes"
    folder.mkdir()
    for number in range(30):
        (folder / f"crash-2020{number:04}.txt").write_bytes(b"old")
    newest = reports.report(fault("x"))
    kept = sorted(folder.iterdir())
    assert len(kept) == 20
    assert kept[-1] == newest


def run(program: str, folder: Path, project: Path) -> subprocess.CompletedProcess[str]:
    begin = (
        "import sys, pathlib, threading\n"
        "from reader.system import crash\n"
        "reports = crash.install(pathlib.Path(sys.argv[1]), version='1')\n"
    )
    return subprocess.run(
        [sys.executable, "-c", begin + program, str(folder)],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )


def test_faults_of_the_program_and_of_a_thread_are_reported(tmp_path: Path, project: Path) -> None:
    program = (
        "def work(): raise ValueError('in a thread')\n"
        "thread = threading.Thread(target=work, name='a-thread'); thread.start(); thread.join()\n"
        "raise LookupError('at the end')\n"
    )
    done = run(program, tmp_path, project)
    assert done.returncode == 1
    assert "ValueError: in a thread" in done.stderr
    assert "LookupError: at the end" in done.stderr
    texts = [path.read_text(encoding="utf-8") for path in sorted(tmp_path.glob("crash-*"))]
    assert len(texts) == 2
    assert "Thread: a-thread" in texts[0]
    assert "LookupError: at the end" in texts[1]


def test_an_interruption_is_no_fault(tmp_path: Path, project: Path) -> None:
    run("raise KeyboardInterrupt", tmp_path, project)
    assert not list(tmp_path.glob("crash-*"))


def test_a_fault_in_machine_code_is_found_at_the_next_start(tmp_path: Path, project: Path) -> None:
    done = run("import faulthandler; faulthandler._sigsegv()", tmp_path, project)
    assert done.returncode != 0
    left = crash.CrashReports(tmp_path, version="1", recent=list, on_crash=None).left_behind
    assert len(left) == 1
    assert "Segmentation fault" in left[0].read_text() or sys.platform == "win32"


def test_what_was_left_behind_is_taken_once_and_its_report_is_kept(
    tmp_path: Path, project: Path, home: Path
) -> None:
    run("import faulthandler; faulthandler._sigsegv()", tmp_path, project)
    (tmp_path / "fault-20200101T000000Z-1.txt").write_text(f"Chumoku 1, begun\n{home}/x\n")
    left = crash.CrashReports(tmp_path, version="1", recent=list).take_left_behind()
    assert left is not None
    assert left.fault
    assert left.report.startswith("Chumoku 1, begun 20")
    assert left.report.endswith("begun\n~/x\n")
    assert crash.CrashReports(tmp_path, version="1", recent=list).take_left_behind() is None
    assert len(list(tmp_path.glob("told-fault-*.txt"))) == 2


def test_a_run_that_was_killed_is_known_and_one_that_goes_on_is_left_alone(
    tmp_path: Path, project: Path
) -> None:
    going_on = crash.install(tmp_path, version="1")
    try:
        run("import os, signal; os._exit(9)", tmp_path, project)
        left = crash.CrashReports(tmp_path, version="1", recent=list).take_left_behind()
        assert left is not None
        assert not left.fault
        assert left.report.startswith("Chumoku 1, begun 20")
        assert crash.CrashReports(tmp_path, version="1", recent=list).take_left_behind() is None
        assert len(list(tmp_path.iterdir())) == 1
    finally:
        going_on.close()
    assert not list(tmp_path.iterdir())


def test_a_quiet_run_leaves_nothing(tmp_path: Path, project: Path) -> None:
    done = run("reports.close()", tmp_path, project)
    assert (done.returncode, done.stderr) == (0, "")
    assert not list(tmp_path.iterdir())


def test_old_empty_fault_files_go_and_young_ones_stay(tmp_path: Path) -> None:
    old, young = tmp_path / "fault-1.txt", tmp_path / "fault-2.txt"
    for path in (old, young):
        path.write_bytes(b"")
    month_ago = time.time() - 30 * 86400
    os.utime(old, (month_ago, month_ago))
    assert crash.CrashReports(tmp_path, version="1", recent=list, on_crash=None).left_behind == ()
    assert list(tmp_path.iterdir()) == [young]


def test_the_former_hooks_come_back(tmp_path: Path) -> None:
    before = sys.excepthook, threading.excepthook
    reports = crash.CrashReports(tmp_path, version="1", recent=list, on_crash=None)
    reports.close()
    assert (sys.excepthook, threading.excepthook) == before
