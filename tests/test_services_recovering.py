"""What a window left behind goes into the library once, or stays where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.services.desk import Desk, open_desk
from reader.services.own_words import SaveKey
from reader.system.draft_lines import LineWriter
from reader.system.drafts import DraftJournal
from reader.system.paths import draft_folders

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LINE = "\n\n---\n\n"


@pytest.fixture
def desk(library_folder: Path) -> Iterator[Desk]:
    with open_desk(library_folder) as desk:
        desk.adding.add_text("橋の記事\n橋が架かる。\n\n注目ポイント\n- 費用は増えるのか", "橋.txt")
        desk.understanding.finish()
        yield desk


@pytest.fixture
def article(desk: Desk) -> str:
    return desk.reading.page()[0].id


def leave(desk: Desk, *words: tuple[SaveKey, str, str]) -> Path:
    """Leave a journal behind, as a process that is killed does."""
    journal = DraftJournal(*draft_folders(desk.folder))
    for key, text, expected in words:
        journal.keep(key, text, expected)
    assert journal.close()
    return journals(desk)[-1]


def journals(desk: Desk) -> list[Path]:
    return [path for folder in draft_folders(desk.folder) for path in sorted(folder.glob("*"))]


def notes(desk: Desk, article: str) -> list[str]:
    return [note.text for note in desk.annotating.notes_on("article", article)]


def leftovers(desk: Desk) -> list[tuple[str, str]]:
    return [(one.kind, one.id) for one in desk.recovering.leftovers()]


def test_every_kind_of_words_comes_back(desk: Desk, article: str) -> None:
    mark, _ = desk.annotating.highlight(article, 5, 8)
    point = desk.watching.of_article(article)[0].id
    term, _ = desk.glossary.make_term(article, 0, 1)
    places = [
        (SaveKey("note", "article", article), "記事のメモ", ""),
        (SaveKey("summary", "article", article), "要約", ""),
        (SaveKey("highlight", "highlight", mark.id), "線のメモ", ""),
        (SaveKey("note", "watch_point", point), "問いのメモ", ""),
        (SaveKey("note", "term", term), "用語のメモ", ""),
        (SaveKey("definition", "term", term), "渡るもの", ""),
    ]
    path = leave(desk, *places)
    assert leftovers(desk) == [("draft", path.name)]
    found = desk.recovering.recover()
    assert [(key, of) for key, of in found.places] == [
        (key, "" if key.target == "term" else article) for key, _, _ in places
    ]
    assert found.changes.annotations == {article}
    assert notes(desk, article) == ["記事のメモ"]
    assert desk.summarising.get(article).text == "要約"
    assert desk.annotating.notes_on("highlight", mark.id)[0].text == "線のメモ"
    assert desk.annotating.notes_on("watch_point", point)[0].text == "問いのメモ"
    card = desk.glossary.card(term)
    assert [note.text for note in card.notes] == ["用語のメモ"]
    assert [one.text for one in card.definitions if not one.article_id] == ["渡るもの"]
    assert journals(desk) == []
    assert leftovers(desk) == []


def test_what_came_back_can_be_undone(desk: Desk, article: str) -> None:
    leave(desk, (SaveKey("note", "article", article), "戻った", ""))
    desk.recovering.recover()
    desk.undoing.undo()
    assert notes(desk, article) == []


def test_words_that_were_committed_are_not_written_again(desk: Desk, article: str) -> None:
    note, _ = desk.annotating.note("article", article, "一")
    leave(
        desk,
        (SaveKey("note", "article", article, note.id), "一", ""),
        (SaveKey("summary", "article", article), " \n", "x"),
    )
    assert desk.recovering.recover().places == ()
    assert notes(desk, article) == ["一"]


def test_a_new_note_that_was_typed_on_after_its_first_save_stays_one(
    desk: Desk, article: str
) -> None:
    key = SaveKey("note", "article", article)
    lines = LineWriter()
    first = lines.kept(key, "一", "", at="2026-01-10T09:00:00Z")
    desk.annotating.note("article", article, "一")
    path = leave(desk, (key, "", ""))
    path.write_bytes(first + lines.kept(key, "一二", "", at="2026-01-10T09:00:01Z"))
    assert len(desk.recovering.recover().places) == 1
    assert notes(desk, article) == ["一二"]


def test_a_note_that_was_changed_elsewhere_keeps_both(desk: Desk, article: str) -> None:
    note, _ = desk.annotating.note("article", article, "一")
    desk.annotating.rewrite(note.id, "よそ")
    leave(desk, (SaveKey("note", "article", article, note.id), "一二", "一"))
    desk.recovering.recover()
    assert notes(desk, article) == [f"一二{LINE}よそ"]


def test_a_note_that_was_removed_meanwhile_is_written_anew_once(desk: Desk, article: str) -> None:
    note, _ = desk.annotating.note("article", article, "一")
    desk.annotating.remove_note(note.id)
    path = leave(desk, (SaveKey("note", "article", article, note.id), "一二", "一"))
    left = path.read_bytes()
    desk.recovering.recover()
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(left)
    desk.recovering.recover()
    assert notes(desk, article) == ["一二"]


def test_words_whose_place_is_gone_become_a_text_file(desk: Desk, article: str) -> None:
    leave(
        desk,
        (SaveKey("note", "article", "0" * 16), "居場所がない", ""),
        (SaveKey("summary", "article", article), "要約", ""),
    )
    found = desk.recovering.recover()
    assert (len(found.places), found.rescued) == (1, 1)
    (path,) = desk.folder.glob("chumoku-unsaved-*.txt")
    assert found.path == str(path)
    assert "居場所がない" in path.read_text("utf-8")
    assert journals(desk) == []


def test_a_newer_journal_is_left_untouched(desk: Desk, article: str) -> None:
    path = leave(desk, (SaveKey("summary", "article", article), "要約", ""))
    data = path.read_bytes() + b'{"v":2,"more":true}\n'
    path.write_bytes(data)
    assert desk.recovering.recover().places == ()
    assert path.read_bytes() == data
    assert leftovers(desk) == [("draft", path.name)]


def test_words_of_a_kind_that_is_not_known_yet_are_left(desk: Desk, article: str) -> None:
    journal = DraftJournal(*draft_folders(desk.folder))
    journal.keep(("letter", "article", article, ""), "拝啓", "")
    assert journal.close()
    (path,) = journals(desk)
    data = path.read_bytes()
    assert desk.recovering.recover().places == ()
    assert path.read_bytes() == data


def test_a_damaged_journal_gives_what_it_can_and_stays(desk: Desk, article: str) -> None:
    path = leave(
        desk,
        (SaveKey("note", "article", article), "無事", ""),
        (SaveKey("summary", "article", article), "傷んだ", ""),
    )
    path.write_bytes(path.read_bytes().replace("傷んだ".encode(), "痛んだ".encode()))
    assert len(desk.recovering.recover().places) == 1
    assert notes(desk, article) == ["無事"]
    assert desk.summarising.get(article).text == ""
    (kept,) = journals(desk)
    assert kept.suffix == ".kept"
    assert "痛んだ" in kept.read_text("utf-8")
    assert leftovers(desk) == [("draft", kept.name)]
    assert desk.recovering.recover().places == ()
    assert notes(desk, article) == ["無事"]


def test_a_locked_library_leaves_the_journal(desk: Desk, article: str) -> None:
    path = leave(desk, (SaveKey("summary", "article", article), "要約", ""))
    with open_desk(desk.folder) as other:
        desk._library._db.raw.execute("PRAGMA busy_timeout = 20")
        with other._library.writing():
            assert desk.recovering.recover().waiting
        assert path.exists()
    assert not desk.recovering.recover().waiting
    assert desk.summarising.get(article).text == "要約"
    assert journals(desk) == []
