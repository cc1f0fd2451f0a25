"""``chumoku note`` and ``summary``: the reader's own words from a terminal."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from test_cli_running import Chumoku

if TYPE_CHECKING:
    from pathlib import Path

QUOTE = "半導体協定"


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


def test_a_note_on_the_article(chumoku: Chumoku, article: str) -> None:
    written = chumoku.json("note", article, "--note", "あとで\nもう一度")
    assert written["highlight"] is None
    (note,) = chumoku.json("show", article)["notes"]
    assert (note["text"], note["id"]) == ("あとで\nもう一度", written["note"]["id"])
    assert chumoku.json("list")[0]["notes"] == 1


def test_a_quotation_is_highlighted_where_it_stands_first(chumoku: Chumoku, article: str) -> None:
    written = chumoku.json("note", article, "--quote", QUOTE, "--note", "鍵", "--color", "blue")
    shown = chumoku.json("show", article)
    (mark,) = shown["highlights"]
    assert mark == written["highlight"]
    assert (mark["start"], mark["color"], mark["note"]) == (0, "blue", "鍵")
    text = shown["text"]
    assert [text[start:end] for start, end in written["others"]] == [QUOTE] * 2


def test_another_place_can_be_chosen(chumoku: Chumoku, article: str) -> None:
    chumoku("note", article, "--quote", QUOTE, "--nth", "3")
    shown = chumoku.json("show", article)
    assert shown["highlights"][0]["start"] == shown["text"].index("半導体協定とは")
    chumoku("note", article, "--quote", QUOTE, "--nth", "4", code=1)
    assert "3" in chumoku.errors


def test_a_quotation_in_another_normal_form_is_found(chumoku: Chumoku, article: str) -> None:
    quote = unicodedata.normalize("NFD", "ための取り決めです。\r\n\r\n今後の注目ポイント")
    chumoku("note", article, "--quote", quote)
    (mark,) = chumoku.json("show", article)["highlights"]
    assert mark["text"] == "ための取り決めです。\n今後の注目ポイント"


def test_tags_are_of_the_highlight_with_a_quotation_else_of_the_note(
    chumoku: Chumoku, article: str
) -> None:
    chumoku("note", article, "--note", "あとで", "--tag", "#ＡＩ", "--tag", "春", "--tag", "AI")
    chumoku("note", article, "--quote", QUOTE, "--note", "鍵", "--tag", "協定")
    shown = chumoku.json("show", article)
    assert [note["tags"] for note in shown["notes"]] == [["AI", "春"]]
    (mark,) = shown["highlights"]
    assert (mark["tags"], mark["quotation"], mark["former"]) == (["協定"], False, [])


def test_people_are_told_of_the_other_places(chumoku: Chumoku, article: str) -> None:
    printed = chumoku("note", article, "--quote", QUOTE).decode()
    assert "2 more places" in printed


def test_words_that_are_not_there_are_not_highlighted(chumoku: Chumoku, article: str) -> None:
    chumoku("note", article, "--quote", "どこにもない", "--note", "x", code=1)
    assert "どこにもない" in chumoku.errors
    shown = chumoku.json("show", article)
    assert (shown["highlights"], shown["notes"]) == ([], [])


@pytest.mark.parametrize("words", [[], ["--note", " "], ["--quote", "\n"]])
def test_nothing_to_write_is_wrong_usage(words: list[str], chumoku: Chumoku, article: str) -> None:
    chumoku("note", article, *words, code=2)


def test_a_summary_is_written_and_printed(chumoku: Chumoku, article: str, tmp_path: Path) -> None:
    assert chumoku("summary", article) == b""
    path = tmp_path / "summary.md"
    path.write_bytes("一行目\r\n\r\n二行目\r\n".encode("utf-8-sig"))
    chumoku("summary", article, str(path))
    assert chumoku("summary", article).decode() == "一行目\n\n二行目\n"
    written = chumoku.json("summary", article, "-", stdin="書き直し".encode())
    assert (written["id"], written["text"]) == (article, "書き直し")
    assert chumoku.json("show", article)["summary"]["text"] == "書き直し"


def test_an_empty_pipe_does_not_wipe_a_summary(chumoku: Chumoku, article: str) -> None:
    chumoku("summary", article, "-", stdin="大切な要約".encode())
    chumoku("summary", article, "-", stdin=b"", code=1)
    assert chumoku("summary", article).decode() == "大切な要約\n"


def test_a_summary_from_a_file_that_is_no_text_is_refused(
    chumoku: Chumoku, article: str, tmp_path: Path
) -> None:
    (tmp_path / "x.bin").write_bytes(bytes(range(256)) * 9)
    chumoku("summary", article, str(tmp_path / "x.bin"), code=1)
    chumoku("summary", article, str(tmp_path / "gone"), code=1)
    assert chumoku("summary", article) == b""
