"""What the program remembers of its window."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.system.settings import Settings, load_settings, save_settings, update_settings

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import LogWatch


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "not there yet" / "settings.json"


def test_a_first_start_has_the_usual_settings(file: Path) -> None:
    assert load_settings(file) == Settings()
    assert not file.parent.exists()


def test_everything_comes_back(file: Path, tmp_path: Path) -> None:
    settings = Settings(
        theme="dark",
        language="ja",
        zoom=130,
        window=bytes(range(256)),
        splitters={"main": (260, 700, 320)},
        terms_shown="fewer",
        categories_off=("event", "person"),
        attributions_shown=True,
        elsewhere_shown=True,
    ).with_article(tmp_path / "図書", "0123456789abcdef")
    assert save_settings(file, settings)
    again = load_settings(file)
    assert again == settings
    assert again.article_of(tmp_path / "図書") == "0123456789abcdef"
    assert again.article_of(tmp_path / "other") == ""


def test_what_a_newer_version_wrote_is_kept(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('{"theme": "dark", "future": {"一": [1, 2]}}', encoding="utf-8")
    save_settings(file, replace(load_settings(file), zoom=120))
    written = json.loads(file.read_text(encoding="utf-8"))
    assert written["future"] == {"一": [1, 2]}
    assert (written["theme"], written["zoom"]) == ("dark", 120)


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe", b"[1]", b"[" * 100_000])
def test_a_damaged_file_is_set_aside(file: Path, damage: bytes, expected_log: LogWatch) -> None:
    expected_log("damaged")
    file.parent.mkdir()
    file.write_bytes(damage)
    assert load_settings(file) == Settings()
    assert file.with_name("settings.json.damaged").read_bytes() == damage
    file.write_bytes(damage)
    load_settings(file)
    assert file.with_name("settings.json.damaged-2").read_bytes() == damage


def test_one_wrong_value_costs_only_itself(file: Path) -> None:
    file.parent.mkdir()
    file.write_text(
        json.dumps(
            {
                "theme": "purple",
                "language": ["ja"],
                "zoom": "large",
                "window": "not base64!",
                "splitters": {"main": [1, "2"], "side": [3, 4]},
                "last_article": {"/a": 1, "/b": "x"},
                "terms_shown": "plenty",
                "categories_off": ["event", 3, "event"],
                "attributions_shown": "yes",
                "elsewhere_shown": 1,
            }
        ),
        encoding="utf-8",
    )
    assert load_settings(file) == Settings(
        splitters={"side": (3, 4)},
        last_article={"/b": "x"},
        window=load_settings(file).window,
        categories_off=("event",),
    )


@pytest.mark.parametrize("written, meant", [(1, 50), (100, 100), (100_000, 400)])
def test_the_zoom_stays_readable(file: Path, written: int, meant: int) -> None:
    save_settings(file, Settings(zoom=written))
    assert load_settings(file).zoom == meant


def test_two_windows_keep_each_others_articles(file: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        update_settings(file, lambda now, name=name: now.with_article(tmp_path / name, name))  # type: ignore[misc]
    settings = load_settings(file)
    assert [settings.article_of(tmp_path / name) for name in ("one", "two")] == ["one", "two"]


def test_settings_that_cannot_be_saved_stop_nothing(tmp_path: Path, expected_log: LogWatch) -> None:
    expected_log("could not be saved")
    (tmp_path / "file").write_bytes(b"")
    assert not save_settings(tmp_path / "file" / "settings.json", Settings())


def test_settings_that_cannot_be_read_are_left_where_they_are(
    tmp_path: Path, expected_log: LogWatch
) -> None:
    expected_log("cannot be read")
    (tmp_path / "settings.json").mkdir()
    assert load_settings(tmp_path / "settings.json") == Settings()
    assert (tmp_path / "settings.json").is_dir()
