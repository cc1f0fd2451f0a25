"""What every test gets: a home of its own, no screen, and a log that must stay quiet."""

from __future__ import annotations

import gc
import logging
import os
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from reader.model.ids import encode_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A busy machine is no fault of the code: how long a thing takes is measured in benchmarks/.
settings.register_profile("chumoku", deadline=None)
settings.load_profile("chumoku")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test an empty home: nothing of the person at this machine is read or written."""
    folder = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(folder / name.lower()))
    for name in ("APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder / "AppData" / name))
    monkeypatch.delenv("CHUMOKU_LIBRARY", raising=False)
    return folder


@pytest.fixture(autouse=True)
def widgets_go_here(request: pytest.FixtureRequest) -> Iterator[None]:
    """Take down a test's widgets in the thread they live in, not in one of a later test.

    Windows go first, with all that is in them: the collector knows no order, and a layout that
    loses a part asks others for their size, of which half may be gone. A list of offers belongs
    to what completes words in a box, and goes with that.
    """
    yield
    if "qtbot" in request.fixturenames:
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QApplication
        from shiboken6 import delete, isValid

        for widget in QApplication.topLevelWidgets():
            if not isValid(widget) or widget.parentWidget() is not None:
                continue
            if widget.windowType() != Qt.WindowType.Popup:
                delete(widget)
        gc.collect()


@pytest.fixture(scope="session")
def project() -> Path:
    """Give the root of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder with the annotated sample articles, or skip where it is not there."""
    folder = Path(os.environ.get("CHUMOKU_SHARED", ROOT.parent / "shared"))
    if not (folder / "gold").is_dir():
        pytest.skip(f"the sample articles are not at {folder} (CHUMOKU_SHARED names another place)")
    return folder


@pytest.fixture
def library_folder(tmp_path: Path) -> Path:
    """Give the path of a library that is not there yet; its name holds blanks and kanji."""
    return tmp_path / "my library 図書"


@dataclass
class FixedClock:
    """A clock that stands still until it is told to go on."""

    time: datetime = field(default_factory=lambda: datetime(2026, 1, 10, 9, tzinfo=UTC))

    def __call__(self) -> str:
        return self.time.strftime("%Y-%m-%dT%H:%M:%SZ")

    def advance(self, seconds: float = 1) -> str:
        """Go on, and tell the new time."""
        self.time += timedelta(seconds=seconds)
        return self()


@pytest.fixture
def fixed_clock() -> FixedClock:
    """Give a clock at 2026-01-10T09:00:00Z; calling it tells the time as the program writes it."""
    return FixedClock()


@pytest.fixture
def ids() -> Callable[[], str]:
    """Give a maker of ids that are the same in each run and differ from their first digits on."""
    made = 0

    def make() -> str:
        nonlocal made
        made += 1
        # An odd factor spreads the numbers over all 80 bits without a collision.
        return encode_id(made * 0x9E3779B97F4A7C15F39D % (1 << 80))

    return make


class LogWatch(logging.Handler):
    """Keeps the warnings of our own loggers, and knows which of them were expected."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        self.expected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def __call__(self, text: str) -> None:
        """Expect a warning or error that holds ``text``; it fails the test when none comes."""
        self.expected.append(text)

    def unexpected(self) -> list[str]:
        return [line for line in self.lines if not any(text in line for text in self.expected)]

    def missing(self) -> list[str]:
        return [text for text in self.expected if not any(text in line for line in self.lines)]


@pytest.fixture(autouse=True)
def expected_log(request: pytest.FixtureRequest) -> Iterator[LogWatch]:
    """Fail a test when ``reader.*`` logs a warning it did not expect.

    Expect one by calling the fixture, or with ``@pytest.mark.expects_log("text")``.
    """
    watch = LogWatch()
    for mark in request.node.iter_markers("expects_log"):
        watch(*mark.args)
    ours = logging.getLogger("reader")
    ours.addHandler(watch)
    yield watch
    ours.removeHandler(watch)
    if watch.unexpected():
        pytest.fail("unexpected log:\n" + "\n".join(watch.unexpected()), pytrace=False)
    if watch.missing():
        pytest.fail(f"expected in the log, but not there: {watch.missing()}", pytrace=False)
