"""A desk: what opening one does, what it costs, and what its acts give back."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from reader.model.changes import Changes
from reader.model.errors import LibraryError, NotFoundError, UsageError
from reader.services.desk import Desk, open_desk
from reader.services.safekeeping import Safekeeping

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from conftest import FixedClock

TEXT = """\
半導体協定、来月に署名へ
A国とB国は10日、半導体協定に来月署名すると発表しました。
半導体協定とは、供給網の情報を分け合うための取り決めです。
今後の注目ポイント
- 協定がいつ発効するのか
- C国が加わるのか
"""


@pytest.fixture
def desk(library_folder: Path, fixed_clock: FixedClock) -> Iterator[Desk]:
    with open_desk(library_folder, clock=fixed_clock) as opened:
        yield opened


@pytest.fixture
def article(desk: Desk) -> str:
    added = desk.adding.add_text(TEXT, "pasted").id
    desk.understanding.finish()
    return added


def test_opening_makes_a_library_once(library_folder: Path) -> None:
    with open_desk(library_folder) as desk:
        assert desk.created
        assert desk.folder == library_folder
    with open_desk(library_folder, create=False) as desk:
        assert not desk.created


def test_without_leave_no_library_is_made(library_folder: Path) -> None:
    with pytest.raises(LibraryError) as caught:
        open_desk(library_folder, create=False)
    assert caught.value.code == "no_library"
    assert not library_folder.exists()


def test_ids_and_times_are_arguments(library_folder: Path, fixed_clock: FixedClock) -> None:
    made = iter(range(1, 1000))
    with open_desk(
        library_folder, clock=fixed_clock, random_bits=lambda _count: next(made)
    ) as desk:
        report = desk.adding.add_text(TEXT, "pasted")
        assert report.id == "0000000000000001"
        assert desk.reading.row(report.id).added == "2026-01-10T09:00:00Z"


def test_another_connection_sees_that_something_was_written(
    desk: Desk, library_folder: Path
) -> None:
    before = desk.data_version()
    with open_desk(library_folder) as other:
        other.adding.add_text(TEXT, "pasted")
    assert desk.data_version() != before


def test_the_first_paint_loads_little(library_folder: Path, project: Path) -> None:
    open_desk(library_folder).close()
    code = (
        "import sys; from pathlib import Path; from reader.services.desk import open_desk;"
        f"desk = open_desk(Path({str(library_folder)!r})); desk.reading.page();"
        "bad = [name for name in sys.modules if name.partition('.')[0] in"
        " {'PySide6', 'sudachipy', 'rapidfuzz', 'markdown', 'nh3', 'yaml', 'logging.config'}"
        " or name.startswith(('reader.sources', 'reader.language', 'reader.export',"
        " 'reader.annotation', 'reader.services.adding'))];"
        "desk.close(); sys.exit(' '.join(bad) or 0)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=project, capture_output=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_each_act_says_what_it_changed(desk: Desk, article: str) -> None:
    only = frozenset((article,))
    mark, changes = desk.annotating.highlight(article, 0, 5)
    assert changes == Changes(annotations=only)
    assert desk.annotating.recolor(mark.id, "red") == Changes(annotations=only)
    note, changes = desk.annotating.note("article", article, "メモ")
    assert changes == Changes(annotations=only)
    assert desk.annotating.rewrite(note.id, "別のメモ")[1] == Changes(annotations=only)
    assert desk.annotating.remove_note(note.id) == Changes(annotations=only)
    assert desk.summarising.write(article, "要約") == Changes(annotations=only)
    point = desk.watching.of_article(article)[0]
    assert desk.watching.set_status(point.id, "answered") == Changes(annotations=only)
    assert desk.watching.set_status(point.id, "answered") == Changes()
    assert desk.reading.set_state(article, status="read") == Changes(state=only)
    assert desk.reading.correct(article, "title", "題") == Changes(state=only)
    assert desk.reading.trash([article]) == Changes(removed=only)
    assert desk.reading.restore([article]) == Changes(added=only)
    assert desk.reading.purge([article]) == Changes(removed=only)


def test_a_note_on_a_term_shows_wherever_the_term_is_used(desk: Desk, article: str) -> None:
    other = desk.adding.add_text(TEXT.replace("来月", "再来月"), "pasted").id
    desk.understanding.finish()
    (term,) = [one for one in desk.glossary.of_article(article) if one.text == "半導体協定"]
    note, changes = desk.annotating.note("term", term.id, "覚える")
    assert changes.annotations == {article, other}
    (shared,) = [one for one in desk.glossary.of_article(other) if one.id == term.id]
    assert [one.text for one in shared.notes] == ["覚える"]
    assert desk.annotating.remove_note(note.id).annotations == {article, other}
    assert desk.annotating.restore_removed(note.id).annotations == {article, other}


def test_what_was_removed_comes_back(desk: Desk, article: str) -> None:
    mark, _ = desk.annotating.highlight(article, 0, 5, note="要点")
    desk.annotating.remove_highlight(mark.id)
    assert desk.reading.open(article).highlights == ()
    assert desk.annotating.restore_removed(mark.id) == Changes(annotations=frozenset((article,)))
    (back,) = desk.reading.open(article).highlights
    assert (back.id, back.note, back.state) == (mark.id, "要点", "anchored")


def test_a_highlight_that_comes_back_into_a_changed_text_is_found_there(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    article = desk.adding.add([str(path)]).sources[0].id
    start = TEXT.index("供給網の情報")
    mark, _ = desk.annotating.highlight(article, start, start + 6)
    desk.annotating.remove_highlight(mark.id)
    changed = TEXT.replace("来月署名すると", "来月にも署名すると")
    path.write_text(changed, "utf-8")
    desk.adding.add([str(path)])
    desk.annotating.restore_removed(mark.id)
    (back,) = desk.reading.open(article).highlights
    assert (back.state, changed[back.start : back.end]) == ("anchored", "供給網の情報")


def test_the_note_of_a_highlight_is_written_changed_and_taken_away(
    desk: Desk, article: str
) -> None:
    mark, _ = desk.annotating.highlight(article, 0, 5)

    def note() -> str:
        return desk.reading.open(article).highlights[0].note

    desk.annotating.note_highlight(mark.id, "一", expected="")
    assert note() == "一"
    desk.annotating.note_highlight(mark.id, "二", expected="一")
    assert note() == "二"
    desk.annotating.note_highlight(mark.id, " ", expected="一")
    assert note() == "二", "changed elsewhere: not ours to take away"
    desk.annotating.note_highlight(mark.id, "", expected="二")
    assert note() == ""


def test_two_writers_lose_no_word(desk: Desk, article: str) -> None:
    note, _ = desk.annotating.note("article", article, "はじめ")
    desk.annotating.rewrite(note.id, "窓で書いた", expected="はじめ")
    both, _ = desk.annotating.rewrite(note.id, "端末で書いた", expected="はじめ")
    assert "窓で書いた" in both.text
    assert "端末で書いた" in both.text
    desk.summarising.write(article, "要約一", expected="")
    desk.summarising.write(article, "要約二", expected="")
    assert "要約一" in desk.summarising.get(article).text
    assert "要約二" in desk.summarising.get(article).text


def test_words_that_a_file_cannot_hold_are_no_conflict(desk: Desk, article: str) -> None:
    note, _ = desk.annotating.note("article", article, "は\u3099\r\n半\ud800分\0")
    assert note.text == "ば\n半分"
    again, _ = desk.annotating.rewrite(note.id, "続き", expected="は\u3099\r\n半\ud800分\0")
    assert again.text == "続き"


def test_corrections_must_make_sense(desk: Desk, article: str) -> None:
    desk.reading.correct(article, "published", "2026-01")
    assert desk.reading.open(article).article.published == "2026-01"
    for field, value, code in (
        ("published", "2026-13", "bad_date"),
        ("published", "昨日", "bad_date"),
        ("text", "x", "bad_field"),
    ):
        with pytest.raises(UsageError) as caught:
            desk.reading.correct(article, field, value)
        assert caught.value.code == code
    desk.reading.correct(article, "title", " 新しい\n題 ")
    assert desk.reading.row(article).title == "新しい 題"
    desk.reading.correct(article, "title", "")
    assert desk.reading.row(article).title == "半導体協定、来月に署名へ"


@pytest.mark.parametrize("span", [(0, 0), (5, 3), (-1, 4), (0, 10_000), (12, 13)])
def test_a_highlight_needs_words(span: tuple[int, int], desk: Desk, article: str) -> None:
    with pytest.raises(UsageError):
        desk.annotating.highlight(article, *span)


def test_what_is_unknown_is_refused_before_anything_is_written(desk: Desk, article: str) -> None:
    point = desk.watching.of_article(article)[0]
    acts: list[Callable[[], object]] = [
        lambda: desk.annotating.highlight(article, 0, 5, color="pink"),
        lambda: desk.watching.set_status(point.id, "lost"),
        lambda: desk.reading.set_state(article, status="lost"),
        lambda: desk.reading.page(status="lost"),
        lambda: desk.annotating.note("article", article, "\n"),
    ]
    for act in acts:
        with pytest.raises(UsageError):
            act()
    known = desk.reading.open(article)
    assert (known.highlights, known.notes, known.state.status) == ((), (), "unread")


def test_many_are_trashed_all_or_none(desk: Desk, article: str) -> None:
    with pytest.raises(NotFoundError):
        desk.reading.trash([article, "zzzzzzzzzzzzzzzz"])
    assert desk.reading.count() == 1


def test_tags_are_kept_once_without_blanks(desk: Desk, article: str) -> None:
    desk.reading.set_state(article, tags=[" 経済 ", "経済", "", "半 導体"])
    assert desk.reading.row(article).tags == ("経済", "半 導体")
    assert [row.id for row in desk.reading.page(tag="経済")] == [article]


def test_pages_follow_one_another(desk: Desk) -> None:
    for number in range(5):
        desk.adding.add_text(f"記事{number}\n本文{number}です。", "pasted")
    first = desk.reading.page(limit=3)
    rest = desk.reading.page(limit=3, after=first[-1])
    assert [row.title for row in first + rest] == [f"記事{number}" for number in (4, 3, 2, 1, 0)]


def test_the_language_is_known_once_the_article_is_understood(desk: Desk, article: str) -> None:
    assert desk.reading.open(article).article.language == "ja"
    assert desk.summarising.annotated(article, language="en").known.article.language == "ja"


def test_checking_and_counting(desk: Desk, article: str) -> None:
    assert desk.maintaining.check() == []
    counted = desk.maintaining.statistics()
    assert (counted.articles, counted.watch_points) == (1, 2)
    desk.maintaining.rebuild_search()
    assert desk.searching.find("半導体協定").total >= 1


def test_what_was_taken_away_long_ago_is_forgotten(
    desk: Desk, article: str, fixed_clock: FixedClock
) -> None:
    note, _ = desk.annotating.note("article", article, "メモ")
    desk.annotating.remove_note(note.id)
    assert desk.maintaining.forget_removed() == 0
    keeping = Safekeeping(desk.folder, clock=fixed_clock)
    fixed_clock.advance(31 * 86400)
    for _ in range(7):
        assert desk.maintaining.forget_removed() == 0
        assert keeping.look_after().backup is not None
        fixed_clock.advance(86400)
    assert desk.maintaining.forget_removed() == 1
    with pytest.raises(NotFoundError):
        desk.annotating.restore_removed(note.id)
