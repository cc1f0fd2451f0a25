"""run.py: what it finds missing, what it says, and that it goes on where it was interrupted."""

from __future__ import annotations

import os
import runpy
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

import run

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="packages are Debian's")

PROGRAM = """
import json, os, sys
words = sys.argv[1:]
if words[:1] == ["list"]:
    print(json.dumps([{"id": "abc"}]))
else:
    print(*words, "|", os.environ.get("QT_QPA_PLATFORM"), os.environ.get("CHUMOKU_LIBRARY"))
"""


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder that is the whole PATH, for programs written by the test."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def write_program(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


def test_an_older_python_is_told_plainly(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer; this is 3\.9\.2"):
        runpy.run_path(str(project / "run.py"))


@pytest.mark.parametrize(
    "words, library",
    [
        ([], ""),
        (["--library", "a b"], "a b"),
        (["--library=図書"], "図書"),
        (["list"], None),
        (["--library", "x", "list"], None),
        (["--help"], None),
        (["--library"], None),
    ],
)
def test_what_opens_a_window(words: list[str], library: str | None) -> None:
    assert run.wants_window(words) == library


@pytest.mark.parametrize(
    "platform, environment, shown",
    [
        ("win32", {}, True),
        ("darwin", {}, True),
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, False),
    ],
)
def test_where_a_window_can_be_shown(
    platform: str, environment: dict[str, str], *, shown: bool
) -> None:
    assert run.has_display(platform, environment) is shown


@linux_only
def test_libraries_fonts_and_tools_that_are_missing_are_named(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_program(programs, "apt-get", "exit 0")
    write_program(programs, "fc-list", "exit 0")
    write_program(programs, "xdotool", "exit 0")
    monkeypatch.setattr(run, "OFF_SCREEN", {"libc.so.6": "libc6", "libnone.so.9": "libnone9"})
    monkeypatch.setattr(run, "ON_SCREEN", {"libwindow.so.9": "libwindow9"})
    assert run.missing_packages("test") == (
        ["libnone9", "libwindow9", "xvfb", "openbox", "gcc libc6-dev"],
        ["fontconfig", "fonts-noto-cjk"],
    )
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    write_program(programs, "fc-list", "echo Noto Sans CJK JP")
    assert run.missing_packages("run") == (["libnone9"], [])


@linux_only
def test_root_installs_what_is_missing(
    programs: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setenv("DEBIAN_FRONTEND", "")
    write_program(programs, "apt-get", f'echo "$@" >> "{tmp_path}/asked"')
    run.provide(["libegl1"], ["fonts-noto-cjk"])
    assert (tmp_path / "asked").read_text().splitlines() == [
        "update",
        "install -y --no-install-recommends libegl1 fonts-noto-cjk",
    ]
    assert "Missing: libegl1 fonts-noto-cjk. Installing" in capfd.readouterr().err


@linux_only
def test_root_is_told_when_installing_fails(
    programs: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setenv("DEBIAN_FRONTEND", "")
    write_program(programs, "apt-get", "exit 100")
    with pytest.raises(SystemExit):
        run.provide(["libegl1"], [])
    assert "Please type this" in capfd.readouterr().err
    run.provide([], ["fonts-noto-cjk"])
    assert "No Japanese font" in capfd.readouterr().err


@linux_only
def test_others_get_one_command_to_type(
    programs: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    write_program(programs, "apt-get", "echo must not be called")
    command = "  sudo apt-get update && sudo apt-get install -y --no-install-recommends "
    with pytest.raises(SystemExit) as stopped:
        run.provide(["libegl1", "libgl1"], ["fonts-noto-cjk"])
    assert stopped.value.code == 1
    told = capfd.readouterr()
    assert told.out == ""
    assert told.err.splitlines()[-1] == f"{command}libegl1 libgl1 fonts-noto-cjk"
    run.provide([], ["fonts-noto-cjk"])
    assert capfd.readouterr().err.splitlines()[-1] == f"{command}fonts-noto-cjk"


@linux_only
def test_another_system_is_told_the_names(
    programs: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        run.provide(["libegl1"], [])
    assert "libegl1" in capfd.readouterr().err
    run.provide([], ["fonts-noto-cjk"])
    assert "fonts-noto-cjk" in capfd.readouterr().err


def test_libraries_are_asked_of_the_systems_linker() -> None:
    assert not run.library_loads("libchumoku-none.so.9")


@pytest.fixture
def checkout(project: Path, tmp_path: Path) -> Path:
    """Give a small checkout whose environment has everything already but pip's word for it.

    What the lock names is borrowed from the environment of the tests, so that pip finds it
    installed; the program is one that tells how it was called.
    """
    folder = tmp_path / "チェック out"
    (folder / "tests").mkdir(parents=True)
    (folder / "reader").mkdir()
    (folder / "reader" / "__init__.py").write_text("")
    (folder / "reader" / "__main__.py").write_text(PROGRAM, encoding="utf-8")
    for name in ("run.py", "requirements.lock", "tests/requirements.lock"):
        shutil.copy(project / name, folder / name)
    venv.create(folder / ".venv", with_pip=False, symlinks=os.name != "nt")
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    find = [str(run_python(folder)), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    site = subprocess.run(find, capture_output=True, encoding="utf-8", check=True)
    lines = [f"import sys; sys.path.append({name!a})\n" for name in sorted(borrowed)]
    Path(site.stdout.strip()).joinpath("borrowed.pth").write_text("".join(lines), encoding="ascii")
    return folder


def run_python(checkout: Path) -> Path:
    return checkout / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def start(checkout: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    return subprocess.run(
        [sys.executable, str(checkout / "run.py"), *words],
        cwd=checkout.parent,
        env={**kept, "PIP_NO_INDEX": "1", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_it_sets_up_once_and_then_just_starts(checkout: Path) -> None:
    first = start(checkout, "add", "a b", QT_QPA_PLATFORM="")
    assert first.returncode == 0, first.stderr
    assert "Setting Chumoku up" in first.stderr
    assert first.stdout.splitlines()[-1] == "add a b |  None"
    second = start(checkout, "add", "a b", QT_QPA_PLATFORM="")
    assert (second.stdout, second.stderr) == ("add a b |  None\n", "")

    interrupted(checkout)
    lock_changed(checkout)
    nothing_to_show(checkout)
    launcher_works(checkout)


def interrupted(checkout: Path) -> None:
    """Without its stamp a set-up was not finished, whatever lies there."""
    stamp = checkout / ".venv" / "chumoku-run.stamp"
    stamp.unlink()
    stamp.with_suffix(".new").write_text("half")
    mended = start(checkout, "add")
    assert mended.returncode == 0, mended.stderr
    assert "Setting Chumoku up" in mended.stderr
    assert start(checkout, "add").stderr == ""


def lock_changed(checkout: Path) -> None:
    with (checkout / "requirements.lock").open("a") as lock:
        lock.write("# another\n")
    assert "Setting Chumoku up" in start(checkout, "add").stderr
    assert start(checkout, "add").stderr == ""


def nothing_to_show(checkout: Path) -> None:
    """Without a display the window is drawn into a picture and a summary printed."""
    if sys.platform in {"win32", "darwin"}:
        return
    done = start(checkout, "--library", "図書")
    library = checkout.parent / "図書"
    assert done.stdout.splitlines() == [
        f"shot {checkout / 'chumoku-window.png'} | offscreen {library}",
        f"export abc --format markdown --out - | offscreen {library}",
    ]
    assert "no display" in done.stderr


def launcher_works(checkout: Path) -> None:
    name = "Scripts/chumoku.cmd" if os.name == "nt" else "bin/chumoku"
    done = subprocess.run(
        [str(checkout / ".venv" / name), "list"],
        cwd=checkout.parent,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == '[{"id": "abc"}]\n'


def test_what_cannot_be_installed_is_told_and_tried_again(checkout: Path) -> None:
    with (checkout / "requirements.lock").open("a") as lock:
        lock.write(f"chumoku-none==1 --hash=sha256:{'0' * 64}\n")
    for _ in range(2):
        done = start(checkout, "add")
        assert done.returncode == 1
        assert "Not everything could be installed" in done.stderr
        assert done.stdout.count(" | ") == 0
