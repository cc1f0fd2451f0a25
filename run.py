#!/usr/bin/env python3
"""Set Chumoku up where it lies, and start it or its tests; nothing but Python is needed.

    python3 run.py                 the window
    python3 run.py add news.txt    any command of chumoku
    python3 run.py test            the checks and the tests; more arguments go to pytest

The first time makes the folder .venv beside this file and installs there what the lock file
names. An interrupted first time is mended by the next one.
"""

from __future__ import annotations

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 (whoever has an older one starts this, too)
    found = ".".join(map(str, sys.version_info[:3]))
    sys.exit("Chumoku needs Python 3.11 or newer; this is " + found + " (" + sys.executable + ").")

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCKS = {"run": ROOT / "requirements.lock", "test": ROOT / "tests" / "requirements.lock"}

# Debian's and Ubuntu's packages of what Qt's wheels expect of the system, by what each brings.
OFF_SCREEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
ON_SCREEN = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
# The compiler comes without headers: they are only recommended with it.
FOR_TESTS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "openbox": "openbox",
    "cc": "gcc libc6-dev",
}
FONTS = ["fontconfig", "fonts-noto-cjk"]


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks for; return the exit code."""
    if arguments[:1] == ["test"]:
        set_up("test")
        return run_tests(arguments[1:])
    set_up("run")
    library = wants_window(arguments)
    if library is not None and not has_display(sys.platform, os.environ):
        return show_without_display(library)
    return become([venv_python(), "-P", "-m", "reader", *arguments])


def wants_window(arguments: Sequence[str]) -> str | None:
    """Return the library named (or nothing) where the arguments open a window, else None."""
    library = ""
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word == "--library" and rest:
            library = rest.pop(0)
        elif word.startswith("--library="):
            library = word.partition("=")[2]
        else:
            return None
    return library


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Say whether a window can be shown; only a Linux or BSD can tell beforehand."""
    if platform in {"win32", "darwin"}:
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def become(command: Iterable[object]) -> int:
    """Let the command take the place of this program."""
    words = [str(word) for word in command]
    if os.name == "posix":
        sys.stdout.flush()
        os.execv(words[0], words)  # noqa: S606
    # Windows' exec returns to the prompt while the program is still running.
    return call(words)


def show_without_display(library: str) -> int:
    """Draw the window into a picture and print the summary of the newest article."""
    import json

    picture = ROOT / "chumoku-window.png"
    say(f"There is no display here: the window is drawn into {picture}")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if library:
        os.environ["CHUMOKU_LIBRARY"] = str(Path(library).expanduser().absolute())
    reader = [venv_python(), "-P", "-m", "reader"]
    code = call([*reader, "shot", picture])
    if code:
        return code
    code, listed = output_of([*reader, "list", "--json", "--limit", "1"])
    if code:
        return code
    articles = json.loads(listed)
    if not articles:
        say("The library has no article.")
        return 0
    say("The annotated summary of its first article:\n")
    return call([*reader, "export", articles[0]["id"], "--format", "markdown", "--out", "-"])


def run_tests(arguments: Sequence[str]) -> int:
    """Run every check; pytest comes last, so that its summary is the closing line."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.chdir(ROOT)
    python = [venv_python(), "-m"]
    checks = {
        "ruff check": [*python, "ruff", "check", "--output-format", "concise", "."],
        "ruff format": [*python, "ruff", "format", "--check", "."],
        "mypy": [*python, "mypy"],
        "pytest": [*python, "pytest", "-n", "2", *arguments],
    }
    failed = []
    for name, command in checks.items():
        say(f"== {name}")
        if call(command):
            failed.append(name)
    if failed and failed != ["pytest"]:
        say(f"FAILED: {', '.join(failed)}")
    return 1 if failed else 0


# Setting up


def set_up(part: str) -> None:
    """Make sure that everything for ``part`` (run or test) is installed.

    A stamp beside what was installed says which lock file it came from. It is taken away
    before anything is touched and written at the very end.
    """
    if venv_is_whole() and read_text(stamp_file(part)) == stamp_of(part):
        return
    say("Setting Chumoku up in .venv (once; a download of some 200 MB) ...")
    check_machine()
    if sys.platform.startswith("linux"):
        provide(*missing_packages(part))
    stamp_file(part).unlink(missing_ok=True)
    make_venv()
    install(LOCKS[part])
    join_checkout()
    check_qt()
    # What the tests need takes in what the program needs, in the same versions.
    for done in {"run", part}:
        beside = stamp_file(done).with_suffix(".new")
        beside.write_text(stamp_of(done), encoding="utf-8")
        beside.replace(stamp_file(done))
    say("Chumoku is set up.")


def stamp_file(part: str) -> Path:
    """Return where it is written that ``part`` is installed."""
    return VENV / f"chumoku-{part}.stamp"


def stamp_of(part: str) -> str:
    """Return what tells this set-up from another: the lock, the place and this program."""
    import hashlib

    found = hashlib.sha256()
    for path in (LOCKS[part], Path(__file__)):
        found.update(path.read_bytes())
    found.update(str(ROOT).encode("utf-8", "surrogateescape"))
    return found.hexdigest()


def venv_python() -> Path:
    """Return the Python of the virtual environment."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def venv_is_whole() -> bool:
    """Say whether the environment's Python is there, and still the one it was made with."""
    made_with = "".join(
        line.partition("=")[2].strip()
        for line in read_text(VENV / "pyvenv.cfg").splitlines()
        if line.startswith("executable")
    )
    return venv_python().exists() and (not made_with or Path(made_with).exists())


def check_machine() -> None:
    """Stop where Qt's wheels cannot run, with the reason."""
    if sys.maxsize < 1 << 32:
        stop("Chumoku needs a 64-bit Python; this one has 32 bits.")
    if sys.platform.startswith("linux"):
        import platform

        name, version = platform.libc_ver()
        numbers = tuple(int(part) for part in version.split(".")[:2] if part.isdigit())
        if name != "glibc" or numbers < (2, 34):
            stop(
                "Qt needs a Linux with glibc 2.34 or newer (Debian 12, Ubuntu 22.04, Fedora 35); "
                f"here is {name or 'another C library'} {version}."
            )


def missing_packages(part: str) -> tuple[list[str], list[str]]:
    """Return the packages without which it cannot go on, and those that it only wants."""
    import importlib.util
    import shutil

    needed = []
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        needed.append(f"python3.{sys.version_info.minor}-venv")
    with_window = part == "test" or has_display(sys.platform, os.environ) or is_root()
    libraries = {**OFF_SCREEN, **ON_SCREEN} if with_window else OFF_SCREEN
    needed += [package for name, package in libraries.items() if not library_loads(name)]
    if part == "test" and shutil.which("apt-get"):
        needed += [package for name, package in FOR_TESTS.items() if not shutil.which(name)]
    return needed, [] if has_japanese_font() else FONTS


def provide(needed: list[str], wanted: list[str]) -> None:
    """Install Debian packages as root; otherwise say what is missing, and how to get it."""
    import shutil

    if not needed and not wanted:
        return
    missing = " ".join([*needed, *wanted])
    if shutil.which("apt-get") is None:
        say(f"Missing, by the names of Debian's packages: {missing}")
        if needed:
            stop("Please install what they hold with your system's package manager.")
        return
    steps = ["apt-get update", f"apt-get install -y --no-install-recommends {missing}"]
    typed = " && ".join(step if is_root() else f"sudo {step}" for step in steps)
    if is_root():
        say(f"Missing: {missing}. Installing:\n  {typed}")
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
        call(steps[0].split())  # where this fails, older lists may still do
        if call(steps[1].split()) == 0:
            return
    if needed:
        stop(f"Missing: {missing}. Please type this, then start again:\n  {typed}")
    say(f"No Japanese font was found: articles may show empty boxes. It comes with\n  {typed}")


def library_loads(name: str) -> bool:
    """Say whether the system's linker finds a library and all that it needs."""
    import ctypes

    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def has_japanese_font() -> bool:
    """Ask fontconfig for a font that covers Japanese."""
    import shutil

    if shutil.which("fc-list") is None:
        return False
    code, listed = output_of(["fc-list", ":lang=ja", "family"])
    return code == 0 and bool(listed.strip())


def make_venv() -> None:
    """Make the virtual environment, or make it anew where it is not whole."""
    python = venv_python()
    if venv_is_whole() and output_of([python, "-m", "pip", "--version"])[0] == 0:
        return
    if call([sys.executable, "-m", "venv", "--clear", VENV]):
        stop(f"The virtual environment {VENV} could not be made.")


def install(lock: Path) -> None:
    """Install exactly what the lock file names, each file checked against its hash."""
    # A person's "install for the user alone" would miss the virtual environment.
    os.environ["PIP_USER"] = "0"
    pip = [venv_python(), "-m", "pip", "--disable-pip-version-check", "install"]
    if call([*pip, "--require-hashes", "-r", lock]):
        stop("Not everything could be installed (see above). Starting again goes on from here.")


def join_checkout() -> None:
    """Let the environment's Python find this checkout, and give it the command ``chumoku``."""
    code, folder = output_of(
        [venv_python(), "-c", "import sysconfig; print(ascii(sysconfig.get_path('purelib')))"]
    )
    if code:
        stop(f"The virtual environment {VENV} does not work; delete it and start again.")
    import ast

    # A line of code, because a plain path is read in an encoding that differs by version.
    line = f"import sys; sys.path.append({str(ROOT)!a})\n"
    Path(ast.literal_eval(folder.strip())).joinpath("chumoku-checkout.pth").write_text(
        line, encoding="ascii"
    )
    if os.name == "nt":
        command = VENV / "Scripts" / "chumoku.cmd"
        command.write_text('@"%~dp0python.exe" -P -m reader %*\n', encoding="ascii")
    else:
        command = VENV / "bin" / "chumoku"
        command.write_text(
            '#!/bin/sh\nexec "$(dirname -- "$0")/python" -P -m reader "$@"\n', encoding="ascii"
        )
        command.chmod(0o755)


def check_qt() -> None:
    """Load Qt once, so that what it misses is told now and in words."""
    code, told = output_of([venv_python(), "-c", "import PySide6.QtWidgets"], errors=True)
    if code:
        stop(f"Qt does not load here:\n  {told.strip().splitlines()[-1] if told else code}")


# Small things


def is_root() -> bool:
    """Say whether this is the user that may install packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def read_text(path: Path) -> str:
    """Return what a small file says, nothing where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def call(command: Iterable[object]) -> int:
    """Run a program in the foreground; return its exit code."""
    import subprocess

    sys.stdout.flush()
    return subprocess.run([str(word) for word in command], check=False).returncode


def output_of(command: Iterable[object], *, errors: bool = False) -> tuple[int, str]:
    """Run a program; return its exit code and what it printed (``errors``: on stderr)."""
    import subprocess

    done = subprocess.run(
        [str(word) for word in command],
        check=False,
        stdout=None if errors else subprocess.PIPE,
        stderr=subprocess.PIPE if errors else None,
    )
    told = done.stderr if errors else done.stdout
    return done.returncode, told.decode("utf-8", "replace")


def say(words: str) -> None:
    """Tell the person at the terminal, apart from what the commands print."""
    print(words, file=sys.stderr, flush=True)


def stop(words: str) -> NoReturn:
    """Tell why it cannot go on, and end."""
    say(words)
    raise SystemExit(1)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        say("\nInterrupted; starting again goes on from here.")
        sys.exit(130)
