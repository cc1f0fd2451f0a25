"""The plain copies: every word of the reader's in a file, and no edit of anybody's lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.services.desk import Desk, open_desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import FixedClock


@pytest.fixture(autouse=True)
def japanese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")


@pytest.fixture
def desk(library_folder: Path, fixed_clock: FixedClock) -> Iterator[Desk]:
    with open_desk(library_folder, clock=fixed_clock) as desk:
        yield desk


def add(desk: Desk, title: str = "橋の記事", more: str = "") -> str:
    found = desk.adding.add_text(
        f"{title}\n橋が架かる。町が喜ぶ。{more}\n\n今後の注目ポイント\n- 費用は増えるのか",
        f"{title}.txt",
    )
    desk.understanding.finish()
    return found.id


def noted(desk: Desk, title: str = "橋の記事", *, note: str = "続報を待つ 𠮷") -> str:
    article = add(desk, title)
    desk.annotating.note("article", article, note)
    return article


def mirror(desk: Desk) -> None:
    desk.mirroring.finish()
    assert not desk.mirroring.waiting


def copies(desk: Desk) -> dict[str, str]:
    """Return the words of all files in the folder but the one that explains it."""
    folder = desk.folder / "notes"
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "README.txt"
    }


def times(desk: Desk) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in (desk.folder / "notes").rglob("*")}


# What is mirrored


def test_all_that_the_reader_wrote_can_be_read_without_us(desk: Desk) -> None:
    article = noted(desk)
    desk.summarising.write(article, "橋の要約")
    mark, _ = desk.annotating.highlight(article, 5, 10, note="線のメモ")
    point = desk.watching.of_article(article)[0]
    desk.watching.set_status(point.id, "developing", why="着工した")
    desk.annotating.note("watch_point", point.id, "問いのメモ")
    add(desk, "読んだだけの記事")
    mirror(desk)
    (words,) = copies(desk).values()
    assert list(copies(desk)) == ["橋の記事.md"]
    for part in (
        "続報を待つ 𠮷",
        "橋の要約",
        mark.text,
        "線のメモ",
        "費用は増えるのか",
        "着工した",
        "問いのメモ",
    ):
        assert part in words


def test_the_notes_on_terms_are_one_file(desk: Desk) -> None:
    article = add(desk)
    bridge, _ = desk.glossary.make_term(article, 0, 1)
    town, _ = desk.glossary.make_term(article, 11, 12)
    desk.annotating.note("term", bridge, "橋のメモ")
    note, _ = desk.annotating.note("term", town, "町のメモ")
    mirror(desk)
    (words,) = copies(desk).values()
    assert list(copies(desk)) == ["用語のメモ.md"]
    assert "## 橋" in words
    assert "橋のメモ" in words
    assert "町のメモ" in words
    for one in desk.annotating.notes_on("term", bridge):
        desk.annotating.remove_note(one.id)
    desk.annotating.remove_note(note.id)
    mirror(desk)
    assert copies(desk) == {}


def test_the_folder_says_what_it_is_in_both_languages(desk: Desk) -> None:
    noted(desk)
    mirror(desk)
    path = desk.folder / "notes" / "README.txt"
    told = path.read_text("utf-8-sig")
    assert "読み込まれません" in told
    assert "not read back" in told
    path.write_text("mine", "utf-8")
    noted(desk, "別の記事")
    mirror(desk)
    assert path.read_text("utf-8") == "mine"


def test_the_language_is_chosen_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    noted(desk)
    mirror(desk)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    with open_desk(desk.folder) as other:
        noted(other, "別の記事")
        mirror(other)
        for words in copies(other).values():
            assert "## メモ" in words


def test_without_a_language_of_the_system_it_is_that_of_the_article(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    article = desk.adding.add_text(
        "The bridge opens\nThe town opened the new bridge on Monday, and people were glad.", "b.txt"
    ).id
    desk.understanding.finish()
    desk.annotating.note("article", article, "look again")
    mirror(desk)
    assert "## Notes" in copies(desk)["The bridge opens.md"]


# Keeping up


def test_a_copy_follows_every_change_and_is_not_touched_without_one(desk: Desk) -> None:
    article = noted(desk)
    note = desk.annotating.notes_on("article", article)[0]
    mirror(desk)
    before = times(desk)
    desk.understanding.finish()
    mirror(desk)
    desk.annotating.rewrite(note.id, "別の言葉")
    desk.annotating.rewrite(note.id, "続報を待つ 𠮷")
    mirror(desk)
    assert times(desk) == before
    desk.annotating.rewrite(note.id, "別の言葉")
    mirror(desk)
    assert "別の言葉" in copies(desk)["橋の記事.md"]


def test_undo_takes_a_copy_away_and_redo_brings_it_back(desk: Desk) -> None:
    noted(desk)
    mirror(desk)
    before = copies(desk)
    desk.undoing.undo()
    mirror(desk)
    assert copies(desk) == {}
    desk.undoing.redo()
    mirror(desk)
    assert copies(desk) == before


def test_a_copy_follows_the_title(desk: Desk) -> None:
    article = noted(desk)
    mirror(desk)
    desk.reading.correct(article, "title", "新しい題名")
    mirror(desk)
    assert list(copies(desk)) == ["新しい題名.md"]
    desk.reading.correct(article, "title", None)
    mirror(desk)
    assert list(copies(desk)) == ["橋の記事.md"]


def test_articles_of_one_title_have_a_copy_each(desk: Desk) -> None:
    titles = ("Bridge", "BRIDGE", "bridge")
    for number, title in enumerate(titles):
        article = desk.adding.add_text(f"{title}\n本文 {number}", f"{number}.txt").id
        desk.annotating.note("article", article, f"メモ{number}")
    mirror(desk)
    named = copies(desk)
    assert len({name.casefold() for name in named}) == 3
    assert [sum(f"メモ{n}" in words for words in named.values()) for n in range(3)] == [1, 1, 1]
    first = next(name for name, words in named.items() if "メモ0" in words)
    desk.undoing.undo()
    desk.undoing.redo()
    mirror(desk)
    assert list(copies(desk)) == list(named)
    assert first in copies(desk)


def test_the_copy_of_an_article_in_the_trash_lies_in_a_folder_of_its_own(desk: Desk) -> None:
    article = noted(desk)
    mirror(desk)
    desk.reading.trash([article])
    mirror(desk)
    assert list(copies(desk)) == ["trash/橋の記事.md"]
    desk.reading.restore([article])
    mirror(desk)
    assert list(copies(desk)) == ["橋の記事.md"]
    desk.reading.trash([article])
    desk.reading.purge([article])
    mirror(desk)
    assert copies(desk) == {}
    assert desk._library.plain_copies.all() == []


# What somebody edited


def edit(desk: Desk, name: str = "橋の記事.md") -> str:
    path = desk.folder / "notes" / name
    words = path.read_text("utf-8") + "\n手で書いた行\n"
    path.write_text(words, "utf-8")
    return words


def test_an_edited_copy_is_kept_aside(desk: Desk) -> None:
    article = noted(desk)
    mirror(desk)
    edited = [edit(desk)]
    desk.summarising.write(article, "要約一")
    mirror(desk)
    edited.append(edit(desk))
    desk.summarising.write(article, "要約二")
    mirror(desk)
    kept = copies(desk)
    assert {words for words in kept.values() if "手で書いた行" in words} == set(edited)
    assert set(kept) == {
        "橋の記事.md",
        "橋の記事 (編集済み 2026-01-10).md",
        "橋の記事 (編集済み 2026-01-10) 2.md",
    }
    assert "要約二" in kept["橋の記事.md"]
    assert "手で書いた行" not in kept["橋の記事.md"]


@pytest.mark.parametrize("act", ["title", "undo", "purge"])
def test_an_edited_copy_outlives_its_name_its_notes_and_its_article(desk: Desk, act: str) -> None:
    article = noted(desk)
    mirror(desk)
    words = edit(desk)
    if act == "title":
        desk.reading.correct(article, "title", "新しい題名")
    elif act == "undo":
        desk.undoing.undo()
    else:
        desk.reading.purge([article])
    mirror(desk)
    assert copies(desk)["橋の記事 (編集済み 2026-01-10).md"] == words
    assert "橋の記事.md" not in copies(desk)


def test_a_file_that_was_there_before_is_not_ours(desk: Desk) -> None:
    path = desk.folder / "notes" / "橋の記事.md"
    path.parent.mkdir()
    path.write_text("mine", "utf-8")
    noted(desk)
    mirror(desk)
    assert len(copies(desk)) == 2
    assert path.read_text("utf-8") == "mine"


def test_check_names_copies_that_are_missing_or_edited(desk: Desk) -> None:
    article, other = noted(desk), noted(desk, "別の記事")
    mirror(desk)
    assert desk.mirroring.check() == []
    (desk.folder / "notes" / "橋の記事.md").unlink()
    words = edit(desk, "別の記事.md")
    told = {(one.kind, one.id, one.what.split(",")[0]) for one in desk.mirroring.check()}
    assert told == {
        ("copy", article, "the plain copy is missing"),
        ("copy", other, "the plain copy was edited"),
    }
    assert "続報を待つ" in copies(desk)["橋の記事.md"]
    assert copies(desk)["別の記事.md"] == words
    assert [one.id for one in desk.mirroring.check()] == [other]


# When it cannot be done


def test_what_cannot_be_written_waits_and_is_told(desk: Desk) -> None:
    article = noted(desk)
    folder = desk.folder / "notes"
    folder.write_bytes(b"in the way")
    assert desk.mirroring.go_on(5) == 0
    assert desk.mirroring.waiting
    assert [(one.kind, one.id) for one in desk.mirroring.check()] == [("copy", article)]
    folder.unlink()
    mirror(desk)
    assert list(copies(desk)) == ["橋の記事.md"]
    assert desk.mirroring.check() == []


def test_a_library_that_takes_no_write_puts_the_copies_off(desk: Desk) -> None:
    noted(desk)
    desk._library._db.raw.execute("PRAGMA busy_timeout = 20")
    with open_desk(desk.folder) as other, other._library.writing():
        assert desk.mirroring.go_on(5) == 0
        assert desk.mirroring.waiting
    mirror(desk)
    assert list(copies(desk)) == ["橋の記事.md"]


def test_only_one_process_writes_at_a_time(desk: Desk) -> None:
    noted(desk)
    with open_desk(desk.folder) as other, other.mirroring._alone():
        assert desk.mirroring.go_on(5) == 0
        assert desk.mirroring.waiting
        assert desk.mirroring.check() == []
    mirror(desk)
    assert list(copies(desk)) == ["橋の記事.md"]


def test_a_small_step_leaves_the_rest(desk: Desk) -> None:
    for number in range(3):
        noted(desk, f"記事{number}")
    assert desk.mirroring.go_on(1) == 2
    assert len(copies(desk)) == 1
    assert desk.mirroring.go_on(2) == 0
    assert len(copies(desk)) == 3


MIRROR = """
import sys
from pathlib import Path
from reader.services.desk import open_desk

with open_desk(Path(sys.argv[1])) as desk:
    for round in range(100_000):
        for row in desk.reading.page():
            desk.summarising.write(row.id, f"{sys.argv[2]} {round}")
            desk.reading.correct(row.id, "title", f"{row.number} {sys.argv[2]} {round % 3}")
            desk.mirroring.go_on(1)
        print(round, flush=True)
"""


def mirror_for_ever(folder: Path, project: Path, name: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", MIRROR, str(folder), name],
        stdout=subprocess.PIPE,
        text=True,
        cwd=project,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_two_processes_that_are_killed_leave_whole_files_and_no_strays(
    library_folder: Path, project: Path
) -> None:
    with open_desk(library_folder) as desk:
        articles = [noted(desk, f"記事{number}") for number in range(3)]
    for _ in range(3):
        processes = [mirror_for_ever(library_folder, project, name) for name in ("甲", "乙")]
        for process in processes:
            assert process.stdout is not None
            process.stdout.readline()
            process.stdout.readline()
        for path in (library_folder / "notes").glob("*.md"):
            try:
                words = path.read_text("utf-8")
            except FileNotFoundError:
                continue  # it has another name by now
            assert words.startswith("---\n")
            assert words.endswith(" -->\n")
        for process in processes:
            os.kill(process.pid, signal.SIGKILL)
            process.communicate()
    with open_desk(library_folder) as desk:
        mirror(desk)
        kept = copies(desk)
        assert len(kept) == len(articles), list(kept)
        for article in articles:
            summary = desk.summarising.get(article).text
            assert any(article in words and summary in words for words in kept.values())
        assert desk.mirroring.check() == []


@settings(max_examples=25)
@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=4))
def test_any_titles_have_files_of_their_own(
    tmp_path_factory: pytest.TempPathFactory, titles: list[str]
) -> None:
    with open_desk(tmp_path_factory.mktemp("library")) as desk:
        wanted = 0
        for number, title in enumerate(titles):
            article = desk.adding.add_text(f"記事\n本文{number}", f"{number}.txt").id
            desk.annotating.note("article", article, "メモ")
            desk.reading.correct(article, "title", title)
            wanted += 1
        mirror(desk)
        assert len({name.casefold() for name in copies(desk)}) == wanted
        assert desk.mirroring.check() == []


# From a terminal


def test_a_command_brings_along_what_it_changed(desk: Desk) -> None:
    article, other = add(desk), noted(desk, "別の記事")
    for words in (["note", article, "--note", "端末から"], ["watch", "--json"]):
        done = subprocess.run(
            [sys.executable, "-m", "reader", "--library", str(desk.folder), *words],
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
    assert list(copies(desk)) == ["橋の記事.md"]
    assert "端末から" in copies(desk)["橋の記事.md"]
    assert other not in "".join(copies(desk).values())
