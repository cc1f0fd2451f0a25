"""``chumoku notes``: every note and highlight from a terminal, and what was taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from test_cli_running import Chumoku

from reader.services.desk import open_desk

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
    added = chumoku.add(tmp_path / "a.txt")
    chumoku("note", added, "--quote", "半導体協定", "--note", "期限を調べる", "--color", "red")
    chumoku("note", added, "--quote", "半導体協定", "--nth", "2", "--color", "blue")
    chumoku("note", added, "--note", "全体を\nもう一度")
    return added


def test_all_are_listed_the_last_first(chumoku: Chumoku, article: str) -> None:
    entries = chumoku.json("notes")
    assert {entry["kind"] for entry in entries} == {"article", "bare", "highlight"}
    noted = next(entry for entry in entries if entry["kind"] == "highlight")
    assert (noted["quotation"], noted["color"], noted["state"]) == (
        "半導体協定",
        "red",
        "anchored",
    )
    assert [note["text"] for note in noted["notes"]] == ["期限を調べる"]
    whole = next(entry for entry in entries if entry["kind"] == "article")
    assert (whole["article"], whole["color"], whole["state"]) == (article, None, None)
    assert whole["notes"][0]["text"] == "全体を\nもう一度"
    said = chumoku("notes", "--lang", "ja").decode()
    assert "期限を調べる" in said
    assert "全体を もう一度" in said


def test_words_and_filters_choose(chumoku: Chumoku, article: str) -> None:
    def kinds(*words: str) -> list[str]:
        return sorted(entry["kind"] for entry in chumoku.json("notes", *words))

    assert kinds("期限") == ["highlight"]
    assert kinds("協定", "期限") == ["highlight"]
    assert kinds("ない") == []
    assert kinds("--color", "red", "--color", "blue") == ["bare", "highlight"]
    assert kinds("--kind", "article") == ["article"]
    assert kinds("--state", "lost") == []
    assert kinds("--article", article[:6], "--limit", "2", "--sort", "article") == [
        "article",
        "highlight",
    ]
    with open_desk(chumoku.folder) as desk:
        for entry in desk.notebook.entries():
            if entry.kind == "bare":
                desk.annotating.set_highlight_tags(entry.id, ("数字", "問い"))
    assert kinds("--tag", "数字", "--tag", "問い") == ["bare"]
    assert kinds("--tag", "数字", "--tag", "橋") == []
    assert "#数字" in chumoku("notes", "--tag", "数字").decode()
    chumoku("notes", "--article", "nothing", code=1)


def test_what_was_removed_comes_back(chumoku: Chumoku, article: str) -> None:
    before = chumoku.json("notes")
    with open_desk(chumoku.folder) as desk:
        desk.notebook.remove([entry["id"] for entry in before if entry["kind"] != "bare"])
    removed = chumoku.json("notes", "--removed")
    assert {one["text"] for one in removed} == {"全体を\nもう一度", "半導体協定"}
    assert [one["days_left"] for one in removed] == [30, 30]
    assert {one["article"] for one in removed} == {article}
    said = chumoku("notes", "--removed", "--limit", "1", "--lang", "ja").decode()
    assert "あと 30 日" in said
    for one in removed:
        told = chumoku("notes", "restore", one["id"][:9]).decode()
        assert one["id"] in told
    assert chumoku.json("notes", "--removed") == []
    assert chumoku.json("notes") == before
    chumoku("notes", "restore", "zzzz", code=1)
