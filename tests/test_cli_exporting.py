"""``chumoku export`` and ``check``: out of the library, and is it sound."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from test_cli_running import ARTICLE, Chumoku

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
    chumoku("note", added, "--quote", "供給網の情報", "--note", "要点")
    return added


def _export(chumoku: Chumoku, *words: str, code: int = 0) -> bytes:
    return chumoku("export", *words, "--format", "markdown", code=code)


def test_the_formats_are_listed(chumoku: Chumoku) -> None:
    formats = chumoku.json("export", "--list-formats")
    assert {"markdown", "html"} <= {form["name"] for form in formats}
    assert "markdown" in chumoku("export", "--list-formats").decode()


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_an_article_is_exported_to_a_file_and_to_standard_output(
    name: str, chumoku: Chumoku, article: str, tmp_path: Path
) -> None:
    out = tmp_path / "out.file"
    (file,) = chumoku.json("export", article, "--format", name, "--out", str(out))
    assert (file["id"], file["path"], file["outcome"]) == (article, str(out), "written")
    text = out.read_bytes().decode()
    assert "\r" not in text
    for words in ("半導体協定、来月に署名へ", "要点", "協定がいつ発効するのか"):
        assert words in text
    printed = chumoku("export", article, "--format", name, "--out", "-").decode()
    assert "協定がいつ発効するのか" in printed


def test_the_headings_speak_the_language_asked_for(
    chumoku: Chumoku, article: str, tmp_path: Path
) -> None:
    for language, words in (("ja", "注目ポイント"), ("en", "Watch points")):
        out = tmp_path / f"{language}.md"
        _export(chumoku, article, "--out", str(out), "--lang", language)
        assert f"## {words}" in out.read_text("utf-8")


def test_the_same_export_again_changes_nothing(
    chumoku: Chumoku, article: str, tmp_path: Path
) -> None:
    out = tmp_path / "out.md"
    _export(chumoku, article, "--out", str(out))
    before = out.read_bytes()
    _export(chumoku, article, "--out", str(out))
    assert out.read_bytes() == before


def test_what_the_reader_changed_in_an_export_stays(
    chumoku: Chumoku, article: str, tmp_path: Path
) -> None:
    out = tmp_path / "out.md"
    _export(chumoku, article, "--out", str(out))
    mine = out.read_text("utf-8").replace("協定がいつ発効するのか", "わたしの問い")
    out.write_text("わたしの前書き\n".join(mine.partition("## ")[::2]), "utf-8")
    out.write_text(mine + "\nわたしの後書き\n", "utf-8")
    chumoku("summary", article, "-", stdin="あとから書いた要約".encode())
    (file,) = chumoku.json("export", article, "--format", "markdown", "--out", str(out))
    text = out.read_text("utf-8")
    assert len(file["kept"]) >= 1
    assert all(words in text for words in ("わたしの問い", "わたしの後書き", "あとから書いた要約"))


def test_a_foreign_file_is_left_alone_unless_asked(
    chumoku: Chumoku, article: str, tmp_path: Path
) -> None:
    out = tmp_path / "diary.md"
    out.write_text("日記", "utf-8")
    _export(chumoku, article, "--out", str(out), code=1)
    assert str(out) in chumoku.errors
    assert out.read_text("utf-8") == "日記"
    _export(chumoku, article, "--out", str(out), "--replace")
    assert "半導体協定" in out.read_text("utf-8")


def test_the_export_of_another_article_is_left_alone(
    chumoku: Chumoku, article: str, tmp_path: Path
) -> None:
    other = chumoku.add(tmp_path / "b.txt", "港の工事\n港の工事が終わりました。\n")
    out = tmp_path / "out.md"
    _export(chumoku, article, "--out", str(out))
    before = out.read_bytes()
    _export(chumoku, other, "--out", str(out), code=1)
    assert out.read_bytes() == before


def test_several_articles_go_into_a_folder(chumoku: Chumoku, article: str, tmp_path: Path) -> None:
    twin = chumoku.add(tmp_path / "b.txt", ARTICLE + "続報です。\n")
    out = tmp_path / "out" / "exports"
    words = ("export", article, twin, "--format", "markdown", "--out", str(out))
    files = chumoku.json(*words)
    names = sorted(path.name for path in out.iterdir())
    assert len(names) == len(files) == 2
    assert {file["outcome"] for file in files} == {"written"}
    # A file that the reader gave another name is still the article's.
    (out / names[0]).rename(out / "renamed.md")
    chumoku(*words)
    assert sorted(path.name for path in out.iterdir()) == sorted(["renamed.md", names[1]])


def test_a_file_in_the_place_of_the_folder_is_told(
    chumoku: Chumoku, article: str, tmp_path: Path
) -> None:
    other = chumoku.add(tmp_path / "b.txt", "港の工事\n港の工事が終わりました。\n")
    out = tmp_path / "file"
    out.write_text("x")
    _export(chumoku, article, other, "--out", str(out), code=1)
    assert out.read_text() == "x"


def test_a_missing_folder_is_told(chumoku: Chumoku, article: str, tmp_path: Path) -> None:
    _export(chumoku, article, "--out", str(tmp_path / "no" / "out.md"), code=1)
    assert not (tmp_path / "no").exists()


@pytest.mark.parametrize(
    "words",
    [
        "export",
        "export ID",
        "export ID --format markdown",
        "export ID --out x",
        "export ID --format pamphlet --out x",
        "export ID ID2 --format markdown --out -",
    ],
)
def test_wrong_usage_is_two(words: str, chumoku: Chumoku) -> None:
    chumoku(*words.split(), code=2)


def test_an_id_that_is_not_there_exports_nothing(
    chumoku: Chumoku, article: str, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    _export(chumoku, article, "zzzz", "--out", str(out), code=1)
    assert not out.exists()


def test_check_finds_a_sound_library_sound(chumoku: Chumoku, article: str) -> None:
    checked = chumoku.json("check")
    assert checked["problems"] == []
    assert checked["statistics"]["articles"] == 1
    assert chumoku("check").decode().strip()


def test_check_finds_a_changed_word(chumoku: Chumoku, article: str) -> None:
    with sqlite3.connect(chumoku.folder / "library.db") as db:
        db.execute("UPDATE note SET text = 'changed'")
    db.close()
    checked = chumoku.json("check", code=1)
    assert "note" in {problem["kind"] for problem in checked["problems"]}
    assert "note" in chumoku("check", code=1).decode()
