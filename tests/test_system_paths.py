"""Where things lie."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reader.system import paths


def test_what_comes_along_lies_beside_the_package_in_a_checkout(project: Path) -> None:
    assert paths.articles_folder() == project / "articles"
    assert paths.resource("themes/light.toml") == project / "resources" / "themes" / "light.toml"


def test_the_library_lies_in_the_readers_home(home: Path) -> None:
    folder = paths.default_library()
    assert folder.is_relative_to(home)
    assert folder.name == "chumoku"


@pytest.mark.parametrize("named", ["relative/図書", "~/図書"])
def test_the_environment_names_another_library(
    named: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHUMOKU_LIBRARY", named)
    root = home if named.startswith("~") else Path.cwd()
    assert paths.default_library() == root / named.removeprefix("~/")


def test_an_empty_name_in_the_environment_names_nothing(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHUMOKU_LIBRARY", "")
    assert paths.default_library().is_relative_to(home)


def test_settings_logs_and_reports_lie_in_the_readers_home(home: Path) -> None:
    for path in (paths.settings_file(), paths.log_folder(), paths.crash_folder()):
        assert path.is_relative_to(home)
    assert paths.settings_file().name == "settings.json"


def test_under_the_stores_python_nothing_lies_in_app_data(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    store = "C:\\Program Files\\WindowsApps\\PythonSoftwareFoundation.Python.3.12_3.12.2800.0_x64"
    monkeypatch.setattr(sys, "base_prefix", store)
    assert paths.default_library() == home / "Chumoku"
    for path in (paths.settings_file(), paths.log_folder(), paths.crash_folder()):
        assert path.is_relative_to(home / "Chumoku")
