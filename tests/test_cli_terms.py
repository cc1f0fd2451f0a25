"""``chumoku terms``, ``watch dismiss``, ``undo``, ``redo``: the reader's word from a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from test_cli_running import Chumoku

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def chumoku(
    library_folder: Path,
    capsysbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> Chumoku:
    return Chumoku(library_folder, capsysbinary, monkeypatch)


@pytest.fixture
def article(chumoku: Chumoku, tmp_path: Path) -> str:
    return chumoku.add(tmp_path / "a.txt")


def texts(chumoku: Chumoku, *arguments: str) -> list[str]:
    return [entry["text"] for entry in chumoku.json("terms", *arguments)]


def test_a_term_is_hidden_by_its_form_and_shown_by_its_id(chumoku: Chumoku, article: str) -> None:
    hidden = chumoku.json("terms", "hide", "半導体協定")
    assert hidden["hidden"] is True
    assert "半導体協定" not in texts(chumoku)
    assert "半導体協定" not in texts(chumoku, article)
    assert texts(chumoku, "--hidden") == ["半導体協定"]
    assert "半導体協定" in chumoku("terms", "show", hidden["id"][:8]).decode()
    assert "半導体協定" in texts(chumoku)


def test_what_is_said_of_a_term_is_shown(chumoku: Chumoku, article: str) -> None:
    (before,) = [one for one in chumoku.json("terms") if one["text"] == "半導体協定"]
    assert before["definitions"][0]["article"] == article
    assert {"key", "own", "newest"} <= set(before)
    chumoku("terms", "category", "半導体協定", "concept")
    chumoku("terms", "rename", "半導体協定", "半導体の協定")
    told = chumoku.json("terms", "define", "半導体の協定", "わたしの言葉")
    assert (told["id"], told["category"]) == (before["id"], "concept")
    assert told["definition"] == "わたしの言葉"
    assert [one["article"] for one in told["definitions"]] == [None, article]
    (term,) = [one for one in chumoku.json("show", article)["terms"] if one["id"] == told["id"]]
    assert (term["text"], term["category"], term["own"]) == ("半導体の協定", "concept", False)
    assert term["definition"] == {"text": "わたしの言葉", "start": 0, "end": 0}


def test_terms_are_merged_and_parted(chumoku: Chumoku, article: str) -> None:
    first, second, *_ = chumoku.json("terms", "--sort", "form")
    merged = chumoku.json("terms", "merge", first["id"], second["id"])
    assert (merged["id"], [one["id"] for one in merged["merged"]]) == (second["id"], [first["id"]])
    assert first["text"] not in texts(chumoku)
    assert chumoku.json("terms", "part", first["id"])["id"] == first["id"]
    assert first["text"] in texts(chumoku)


@pytest.mark.parametrize(
    "words",
    [
        ("hide",),
        ("hide", "半導体協定", "x"),
        ("category", "半導体協定"),
        ("category", "半導体協定", "food"),
        ("part", "半導体協定"),
        ("merge", "半導体協定", "半導体協定"),
        ("explain", "半導体協定"),
    ],
)
def test_wrong_usage_changes_nothing(
    words: tuple[str, ...], chumoku: Chumoku, article: str
) -> None:
    before = chumoku.json("terms")
    chumoku("terms", *words, code=2)
    assert chumoku.json("terms") == before


def test_a_term_that_is_not_there(chumoku: Chumoku, article: str) -> None:
    chumoku("terms", "hide", "どこにもない", code=1)


def test_a_watch_point_is_dismissed_and_restored(chumoku: Chumoku, article: str) -> None:
    first, second = chumoku.json("watch", article)
    gone = chumoku.json("watch", "dismiss", first["id"][:8])
    assert (gone["id"], gone["dismissed"]) == (first["id"], True)
    assert [point["id"] for point in chumoku.json("watch")] == [second["id"]]
    assert [p["id"] for p in chumoku.json("show", article)["watch_points"]] == [second["id"]]
    assert chumoku.json("list")[0]["watch_open"] == 1
    assert "協定がいつ発効するのか" in chumoku("watch", "restore", first["id"]).decode()
    assert len(chumoku.json("watch")) == 2
    chumoku("watch", "dismiss", code=2)


def test_acts_are_undone_and_done_again(chumoku: Chumoku, article: str) -> None:
    chumoku("undo", code=1)
    chumoku("redo", code=1)
    chumoku("terms", "hide", "半導体協定")
    assert "半導体協定" in chumoku("undo").decode()
    assert "半導体協定" in texts(chumoku)
    act = chumoku.json("redo")
    assert (act["label"], act["details"]) == ("act.hide", {"text": "半導体協定"})
    assert "半導体協定" not in texts(chumoku)


def test_who_says_so_is_told_of_files_as_of_articles(chumoku: Chumoku, tmp_path: Path) -> None:
    path = tmp_path / "b.txt"
    path.write_text("題\n県によると、橋は夏に開通する可能性がある。\n", "utf-8")
    (analysed,) = chumoku.json("analyse", str(path))
    assert {"attributions", "hedges"} <= set(analysed)
    assert all("key" in term for term in analysed["terms"])
