"""``chumoku add``, ``list`` and ``show``: articles in, and all that is known of them out."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from test_cli_running import ARTICLE, Chumoku

SHOWN = {
    "id", "title", "lead", "author", "publisher", "source", "url", "published", "event_date",
    "language", "text", "blocks", "headings", "references", "watch_points", "terms",
    "key_sentences", "highlights", "notes", "summary", "state",
}  # fmt: skip
WATCH = {
    "id", "text", "start", "end", "origin", "heading", "status", "horizon", "tags", "notes",
    "evidence", "candidates",
}  # fmt: skip
TERM = {
    "id", "text", "category", "reading", "aliases", "definition", "occurrences", "weight", "shown",
}  # fmt: skip
LISTED = {
    "id", "title", "source", "published", "added", "status", "starred", "tags", "watch_open",
    "notes",
}  # fmt: skip


@pytest.fixture
def chumoku(
    library_folder: Path,
    capsysbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> Chumoku:
    return Chumoku(library_folder, capsysbinary, monkeypatch)


def test_show_has_every_key_it_promises(chumoku: Chumoku, tmp_path: Path) -> None:
    shown = chumoku.json("show", chumoku.add(tmp_path / "a.txt"))
    assert set(shown) >= SHOWN
    assert all(set(point) >= WATCH for point in shown["watch_points"])
    assert all(set(term) >= TERM for term in shown["terms"])
    assert [set(block) for block in shown["blocks"]] == [
        {"kind", "level", "start", "end", "spans"} for _ in shown["blocks"]
    ]
    assert shown["title"] == "半導体協定、来月に署名へ"
    assert shown["headings"] == ["交渉の経過", "今後の注目ポイント"]
    assert shown["references"] == ["example.com"]
    assert [point["text"] for point in shown["watch_points"]] == [
        "協定がいつ発効するのか",
        "C国が加わるのか",
    ]
    assert {point["heading"] for point in shown["watch_points"]} == {"今後の注目ポイント"}
    assert shown["state"]["status"] == "unread"
    assert shown["summary"] == {"text": "", "modified": ""}
    assert shown["language"] == "ja"


def test_every_position_is_a_range_of_code_points(chumoku: Chumoku, tmp_path: Path) -> None:
    shown = chumoku.json("show", chumoku.add(tmp_path / "a.txt"))
    text = shown["text"]
    assert "𠮷田外相が明らかにしました🎉。" in text
    for found in (*shown["watch_points"], *shown["key_sentences"]):
        assert text[found["start"] : found["end"]] == found["text"]
    for term in shown["terms"]:
        words = {text[start:end] for start, end in term["occurrences"]}
        assert words <= {term["text"], *term["aliases"]}, term["text"]
        if term["definition"]:
            start, end = term["definition"]["start"], term["definition"]["end"]
            assert text[start:end] == term["definition"]["text"]


@pytest.mark.parametrize(
    "bytes_of",
    [
        lambda text: unicodedata.normalize("NFD", text).encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.replace("\n", "\r").encode("utf-16"),
        lambda text: text.replace("\n", "\n \n\u3000\n").encode(),
    ],
    ids=["NFD", "CRLF", "BOM", "UTF-16 and CR", "blank lines"],
)
def test_a_text_comes_out_the_same_however_it_was_written(
    bytes_of: object, chumoku: Chumoku, tmp_path: Path
) -> None:
    assert callable(bytes_of)
    text = ARTICLE + "ガギグ はプラグ ﾊﾝｶｸ 一２\n"
    path = tmp_path / "a.txt"
    path.write_bytes(bytes_of(text))
    (report,) = chumoku.json("add", str(path))
    shown = chumoku.json("show", report["id"])
    assert shown["text"] == unicodedata.normalize("NFC", text).strip("\n")
    heading = next(block for block in shown["blocks"] if block["kind"] == "heading")
    assert shown["text"][heading["start"] : heading["end"]] == "交渉の経過"


def test_add_reports_each_source_and_fails_for_none_but_the_bad(
    chumoku: Chumoku, tmp_path: Path
) -> None:
    good, gone = tmp_path / "good.txt", tmp_path / "gone.txt"
    good.write_text(ARTICLE, "utf-8")
    reports = chumoku.json("add", str(good), str(gone), "https://example.com/a", code=1)
    assert [report["outcome"] for report in reports] == ["added", "failed", "failed"]
    assert all({"source", "outcome", "id", "error"} <= set(report) for report in reports)
    assert (reports[0]["error"], reports[1]["id"]) == (None, None)
    assert str(gone) in reports[1]["error"]
    assert "save the page as text" in reports[2]["error"].lower()
    assert chumoku.errors.count("\n") == 2
    assert len(chumoku.json("list")) == 1


def test_adding_twice_and_adding_a_change(chumoku: Chumoku, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    first = chumoku.add(path)
    quote = "供給網の情報を分け合う"
    chumoku("note", first, "--quote", quote, "--note", "要点")
    (again,) = chumoku.json("add", str(path))
    assert (again["outcome"], again["id"]) == ("unchanged", first)
    path.write_text(ARTICLE.replace("来月署名すると", "来月にも署名すると"), "utf-8")
    (changed,) = chumoku.json("add", str(path))
    assert (changed["outcome"], changed["id"]) == ("updated", first)
    shown = chumoku.json("show", first)
    (mark,) = shown["highlights"]
    assert "来月にも署名すると" in shown["text"]
    assert (mark["state"], mark["note"]) == ("anchored", "要点")
    assert shown["text"][mark["start"] : mark["end"]] == quote


def test_add_takes_standard_input(chumoku: Chumoku) -> None:
    (report,) = chumoku.json("add", "-", stdin=ARTICLE.encode("cp932", "ignore"))
    assert (report["source"], report["outcome"]) == ("-", "added")
    assert chumoku.json("show", report["id"])["title"] == "半導体協定、来月に署名へ"


def test_add_tells_people_what_happened(chumoku: Chumoku, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, "utf-8")
    assert chumoku("add", str(path)).decode().startswith("added: 半導体協定、来月に署名へ [")
    assert chumoku("add", str(path)).decode().startswith("unchanged: ")


def test_commands_never_add_the_bundled_articles(chumoku: Chumoku, tmp_path: Path) -> None:
    chumoku.add(tmp_path / "a.txt")
    assert len(chumoku.json("list")) == 1


def test_list_shows_the_newest_first_and_what_is_asked_for(
    chumoku: Chumoku, tmp_path: Path
) -> None:
    for name, date in (("old", "2024-05-01"), ("new", "2025-06-01"), ("middle", "2024-12")):
        front = f"---\ntitle: {name} 記事\ndate: {date}\n---\n"
        chumoku.add(tmp_path / f"{name}.md", f"{front}{name} の本文です。条約の話です。\n")
    rows = chumoku.json("list")
    assert [row["title"] for row in rows] == ["new 記事", "middle 記事", "old 記事"]
    assert all(set(row) >= LISTED for row in rows)
    assert len(chumoku.json("list", "--limit", "2")) == 2
    assert [row["title"] for row in chumoku.json("list", "middle")] == ["middle 記事"]
    assert len(chumoku.json("list", "条約", "--limit", "2")) == 2
    assert chumoku.json("list", "--status", "read") == []
    assert chumoku.json("list", "--tag", "nothing") == []
    assert len(chumoku("list").decode().splitlines()) == 3


def test_show_takes_a_unique_beginning_of_an_id(chumoku: Chumoku, tmp_path: Path) -> None:
    article = chumoku.add(tmp_path / "a.txt")
    assert chumoku.json("show", article[:6].upper())["id"] == article
    chumoku("show", "zzzzzz", code=1)
    assert "zzzzzz" in chumoku.errors


def test_show_tells_people_without_letting_a_text_rewrite_the_screen(
    chumoku: Chumoku, tmp_path: Path
) -> None:
    article = chumoku.add(tmp_path / "a.txt", ARTICLE.replace("交渉の経過", "交渉\x1b[2Jの経過"))
    printed = chumoku("show", article).decode()
    assert "協定がいつ発効するのか" in printed
    assert "\x1b" not in printed


@pytest.mark.parametrize("command", ["list", "show x", "terms", "watch", "search x", "check"])
def test_reading_where_no_library_is_makes_none(command: str, chumoku: Chumoku) -> None:
    assert chumoku(*command.split(), code=1) == b""
    assert not chumoku.folder.exists()


def test_a_folder_is_added_whole(chumoku: Chumoku, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text(ARTICLE, "utf-8")
    (folder / "deep" / "b.md").write_text("# 港の工事\n\n港の工事が終わりました。\n", "utf-8")
    (folder / "deep" / "c.png").write_bytes(b"\x89PNG")
    reports = chumoku.json("add", str(folder))
    assert [Path(report["source"]).name for report in reports] == ["a.txt", "b.md"]
    assert {report["outcome"] for report in reports} == {"added"}


def test_bytes_that_are_no_text_are_just_not_found(chumoku: Chumoku, tmp_path: Path) -> None:
    chumoku.add(tmp_path / "a.txt")
    odd = b"\xff\xfe".decode("utf-8", "surrogateescape")
    assert chumoku.json("list", "--tag", odd) == []
    assert chumoku.json("list", odd) == []
    assert chumoku.json("search", odd)["total"] == 0
    for words in (["show", odd], ["watch", odd], ["add", str(tmp_path / odd)]):
        chumoku(*words, code=1)
    chumoku("note", chumoku.json("list")[0]["id"], "--note", odd)
