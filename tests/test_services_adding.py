"""The way of sources into the library: what is new, what is the same, what is changed."""

from __future__ import annotations

import hashlib
import os
import sys
from typing import TYPE_CHECKING

import pytest

import reader.services.adding
from reader.services.desk import Desk, open_desk
from reader.sources.reading import MAX_BYTES, read_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from conftest import LogWatch

    from reader.model.adding import SourceReport
    from reader.model.document import Document

LINES = [
    "半導体協定、来月に署名へ",
    "A国とB国は10日、半導体協定に来月署名すると発表しました。",
    "協定は供給網の情報を分け合うための取り決めで、両国は三年かけて話し合ってきました。",
    "今後の注目ポイント",
    "- 協定がいつ発効するのか",
    "- C国が加わるのか",
]
TEXT = "\n".join(LINES)
CHANGED = TEXT.replace("来月署名すると", "来月にも署名すると")
OTHER = "港の工事が終わる\nD市は、港の広げ直しが終わったと伝えました。\n船は春から入れます。"


@pytest.fixture
def desk(library_folder: Path, fixed_clock: Callable[[], str]) -> Iterator[Desk]:
    with open_desk(library_folder, clock=fixed_clock) as opened:
        yield opened


def _add(desk: Desk, path: Path, text: str | bytes = TEXT) -> SourceReport:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    (report,) = desk.adding.add([str(path)]).sources
    return report


def test_a_new_text_is_added_with_its_original(desk: Desk, tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    report = _add(desk, tmp_path / "a.txt", data)
    assert (report.outcome, report.title) == ("added", LINES[0])
    known = desk.reading.open(report.id)
    assert known.revision.text == TEXT
    assert known.revision.sha256 == hashlib.sha256(data).hexdigest()
    assert (desk.folder / "originals" / known.revision.sha256).read_bytes() == data


def test_the_same_file_again_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    first = _add(desk, tmp_path / "a.txt")
    again = _add(desk, tmp_path / "a.txt")
    assert (again.outcome, again.id) == ("unchanged", first.id)
    assert desk.reading.count() == 1


def test_the_same_bytes_elsewhere_are_the_same_article(desk: Desk, tmp_path: Path) -> None:
    first = _add(desk, tmp_path / "a.txt")
    copy = _add(desk, tmp_path / "copy.txt")
    assert (copy.outcome, copy.id) == ("unchanged", first.id)


def test_a_changed_file_is_a_new_revision(desk: Desk, tmp_path: Path) -> None:
    first = _add(desk, tmp_path / "a.txt")
    changed = _add(desk, tmp_path / "a.txt", CHANGED)
    assert (changed.outcome, changed.id) == ("updated", first.id)
    assert desk.reading.open(first.id).revision.text == CHANGED
    assert desk.reading.count() == 1


def test_a_file_that_goes_back_to_its_old_text_shows_that_text(desk: Desk, tmp_path: Path) -> None:
    first = _add(desk, tmp_path / "a.txt")
    _add(desk, tmp_path / "a.txt", CHANGED)
    back = _add(desk, tmp_path / "a.txt")
    assert (back.outcome, back.id) == ("updated", first.id)
    assert desk.reading.open(first.id).revision.text == TEXT


def test_another_text_in_the_same_file_is_another_article(desk: Desk, tmp_path: Path) -> None:
    first = _add(desk, tmp_path / "today.txt")
    other = _add(desk, tmp_path / "today.txt", OTHER)
    assert other.outcome == "added"
    assert other.id != first.id
    assert desk.reading.open(first.id).revision.text == TEXT


def test_the_same_text_with_changes_elsewhere_is_another_article(
    desk: Desk, tmp_path: Path
) -> None:
    first = _add(desk, tmp_path / "a.txt")
    other = _add(desk, tmp_path / "b.txt", CHANGED)
    assert (other.outcome, other.id != first.id) == ("added", True)


def test_the_declared_id_knows_an_article_by_another_path(desk: Desk, tmp_path: Path) -> None:
    front = "---\nid: pact-1\ntitle: 半導体協定\n---\n"
    first = _add(desk, tmp_path / "a.md", front + TEXT)
    moved = _add(desk, tmp_path / "elsewhere.md", front + CHANGED)
    assert (moved.outcome, moved.id) == ("updated", first.id)


def test_highlights_are_found_again_in_the_new_text(desk: Desk, tmp_path: Path) -> None:
    first = _add(desk, tmp_path / "a.txt")
    start = TEXT.index("供給網の情報")
    desk.annotating.highlight(first.id, start, start + 6, note="大事")
    _add(desk, tmp_path / "a.txt", CHANGED)
    (mark,) = desk.reading.open(first.id).highlights
    assert (mark.state, CHANGED[mark.start : mark.end]) == ("anchored", "供給網の情報")
    assert mark.note == "大事"


def test_a_highlight_survives_a_text_that_comes_and_goes(desk: Desk, tmp_path: Path) -> None:
    first = _add(desk, tmp_path / "a.txt")
    start = TEXT.index(LINES[2])
    desk.annotating.highlight(first.id, start, start + len(LINES[2]))
    _add(desk, tmp_path / "a.txt", TEXT.replace(LINES[2] + "\n", ""))
    assert desk.reading.open(first.id).highlights[0].state == "lost"
    _add(desk, tmp_path / "a.txt")
    (mark,) = desk.reading.open(first.id).highlights
    assert (mark.state, mark.start) == ("anchored", start)


def test_corrections_stay_when_the_file_changes(desk: Desk, tmp_path: Path) -> None:
    first = _add(desk, tmp_path / "a.txt")
    desk.reading.correct(first.id, "title", "わたしの題")
    _add(desk, tmp_path / "a.txt", CHANGED)
    assert desk.reading.open(first.id).article.title == "わたしの題"


def test_one_bad_source_stops_nothing_else(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "1-empty.txt").write_bytes(b" \n\n")
    (tmp_path / "2-binary.txt").write_bytes(bytes(range(256)) * 40)
    with (tmp_path / "3-large.txt").open("wb") as file:
        file.truncate(50 << 20)
    (tmp_path / "4-good.txt").write_text(TEXT, "utf-8")
    report = desk.adding.add([str(tmp_path), "https://example.com/x", str(tmp_path / "gone.txt")])
    told = [(one.outcome, one.error.code if one.error else "") for one in report.sources]
    assert told == [
        ("failed", "empty"),
        ("failed", "not_text"),
        ("failed", "too_large"),
        ("added", ""),
        ("failed", "no_network"),
        ("failed", "missing"),
    ]
    assert report.changes.added == {report.sources[3].id}


def test_a_fault_of_ours_in_one_source_stops_nothing_else(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_log: LogWatch
) -> None:
    def faulty(data: bytes, name: str) -> Document:
        if name == "bad.txt":
            raise RecursionError("too deep")
        return read_document(data, name)

    monkeypatch.setattr(reader.services.adding, "read_document", faulty)
    expected_log("bad.txt could not be added")
    for name in ("bad.txt", "good.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    bad, good = desk.adding.add([str(tmp_path)]).sources
    assert bad.error is not None
    assert (bad.error.code, good.outcome) == ("our_fault", "added")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes of this kind")
def test_a_pipe_in_a_folder_is_no_trap(desk: Desk, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (report,) = desk.adding.add([str(tmp_path)]).sources
    assert report.outcome == "failed"


def test_a_source_at_the_limit_is_taken_and_one_above_is_not(desk: Desk) -> None:
    assert desk.adding.add_bytes(b"x" * (MAX_BYTES + 1), "large.txt").outcome == "failed"


def test_progress_is_told_and_cancelling_keeps_what_was_added(desk: Desk, tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(f"題{number}\n本文{number}です。" * 3, "utf-8")
    seen: list[tuple[int, int, str]] = []
    report = desk.adding.add(
        [str(tmp_path)],
        progress=lambda done, of, one: seen.append((done, of, one.outcome)),
        cancelled=lambda: len(seen) == 2,
    )
    assert seen == [(1, 4, "added"), (2, 4, "added")]
    assert len(report.sources) == desk.reading.count() == 2


def test_pasted_text_is_added_without_a_path(desk: Desk) -> None:
    report = desk.adding.add_text(TEXT + "\ud800", "pasted.txt")
    known = desk.reading.open(report.id)
    assert (known.revision.text, known.article.origin) == (TEXT, "")


def test_adding_what_lies_in_the_trash_takes_it_out(desk: Desk, tmp_path: Path) -> None:
    first = _add(desk, tmp_path / "a.txt")
    desk.annotating.note("article", first.id, "あとで読む")
    desk.reading.trash([first.id])
    again = _add(desk, tmp_path / "a.txt")
    assert (again.outcome, again.id) == ("added", first.id)
    assert [note.text for note in desk.reading.open(first.id).notes] == ["あとで読む"]
    assert desk.reading.count() == 1


def test_bundled_articles_come_once_and_never_return(desk: Desk, project: Path) -> None:
    if not list((project / "articles").glob("*.md")):
        pytest.skip("there are no bundled articles yet")
    first = desk.adding.add_bundled()
    assert {one.outcome for one in first.sources} == {"added"}
    assert desk.adding.add_bundled().sources == ()
    gone, trashed = first.sources[0].id, first.sources[1].id
    desk.reading.trash([gone, trashed])
    desk.reading.purge([gone])
    assert desk.adding.add_bundled().sources == ()


def test_a_torn_write_leaves_no_half_article(desk: Desk, tmp_path: Path) -> None:
    folder = desk.folder / "originals"
    folder.mkdir(exist_ok=True)
    folder.rmdir()
    folder.write_text("in the way")
    report = _add(desk, tmp_path / "a.txt")
    assert report.outcome == "failed"
    assert desk.reading.count() == 0
    folder.unlink()
    assert _add(desk, tmp_path / "a.txt").outcome == "added"
