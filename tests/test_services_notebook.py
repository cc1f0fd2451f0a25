"""The notebook as the window and the terminal use it: pages, acts on several, and the trash."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, cast

import pytest
from glossary_values import add, found, question, understand

from reader.model.changes import Changes
from reader.model.errors import NotFoundError, UsageError
from reader.model.notebook import NotebookQuery, NotebookSort
from reader.services.desk import Desk, open_desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import FixedClock

TEXT = """北海の橋、夏に開通へ
2026年1月5日
北海県は橋の工事が終わりに近いと発表した。橋は二つの島を結ぶ。
料金はいくらになるのか。"""


@pytest.fixture
def desk(library_folder: Path, fixed_clock: FixedClock) -> Iterator[Desk]:
    with open_desk(library_folder, clock=fixed_clock) as opened:
        yield opened


@pytest.fixture
def article(desk: Desk) -> str:
    added = add(desk, TEXT)
    point = question(TEXT, "料金はいくらになるのか。")
    understand(desk, added, found(TEXT, "北海県"), points=(point,))
    return added


def mark(desk: Desk, article: str, words: str, *, note: str = "") -> str:
    text = desk.reading.open(article).revision.text
    start = text.index(words)
    return desk.annotating.highlight(article, start, start + len(words), note=note)[0].id


def listed(desk: Desk, query: NotebookQuery | None = None) -> list[str]:
    return [entry.id for entry in desk.notebook.entries(query or NotebookQuery())]


def test_a_page_has_the_sentence_around_the_passage(desk: Desk, article: str) -> None:
    id_ = mark(desk, article, "二つの島", note="どの島か")
    page = desk.notebook.page(id_)
    assert (page.before, page.quotation, page.after) == ("橋は", "二つの島", "を結ぶ。")
    assert (page.passage, page.date) == ("", "2026-01-05")
    assert [note.text for note in page.notes] == ["どの島か"]
    point = desk.watching.of_article(article)[0].id
    note, _ = desk.annotating.note("watch_point", point, "県に聞く")
    page = desk.notebook.page(note.id)
    assert page.quotation == "料金はいくらになるのか。"
    assert (page.before, page.after) == ("", "")
    term = desk.glossary.entries()[0].id
    note, _ = desk.annotating.note("term", term, "北の県")
    page = desk.notebook.page(note.id)
    assert (page.quotation, page.date, page.entry.title) == ("", "", "北海県")
    with pytest.raises(NotFoundError):
        desk.notebook.page("nothing")


def test_what_cannot_be_asked_is_refused(desk: Desk) -> None:
    with pytest.raises(UsageError, match="bad_choice"):
        desk.notebook.entries(NotebookQuery(sort=cast("NotebookSort", "size")))
    with pytest.raises(UsageError, match="bad_color"):
        desk.notebook.recolor([], "pink")


def test_several_are_removed_as_one_act(desk: Desk, article: str) -> None:
    first = mark(desk, article, "二つの島", note="どの島か")
    second = desk.annotating.note("article", article, "全体")[0].id
    changes = desk.notebook.remove([first, second])
    assert changes == Changes(annotations=frozenset((article,)))
    assert listed(desk) == []
    assert [one.id for one in desk.notebook.removed()] == [second, first]
    act = desk.undoing.next_undo()
    assert act is not None
    assert (act.label, act.details["count"]) == ("act.remove_entries", "2")
    desk.undoing.undo()
    assert set(listed(desk)) == {first, second}
    desk.notebook.remove([second])
    act = desk.undoing.next_undo()
    assert act is not None
    assert act.label == "act.remove_note"
    assert desk.notebook.remove([]) == Changes()


def test_colours_are_for_highlights(desk: Desk, article: str) -> None:
    first = mark(desk, article, "二つの島")
    second = desk.annotating.note("article", article, "全体")[0].id
    assert desk.notebook.recolor([first, second], "red")
    assert desk.notebook.entry(first).color == "red"
    assert desk.notebook.recolor([first, second], "red") == Changes()


def test_tags_are_of_a_highlight_and_its_notes_together(desk: Desk, article: str) -> None:
    id_ = mark(desk, article, "二つの島", note="どの島か")
    desk.notebook.add_tag([id_], "#地理")
    assert desk.notebook.entry(id_).tags == ("地理",)
    other = desk.annotating.note("article", article, "全体")[0].id
    desk.notebook.add_tag([id_, other], "地理")
    desk.notebook.add_tag([id_, other], "橋")
    assert desk.notebook.entry(other).tags == ("地理", "橋")
    assert [(one.tag, one.many) for one in desk.notebook.counts().tags] == [("地理", 2), ("橋", 2)]
    changes = desk.notebook.rename_tag("地理", "橋")
    assert changes.annotations == {article}
    assert desk.notebook.entry(id_).tags == desk.notebook.entry(other).tags == ("橋",)
    assert desk.notebook.rename_tag("ない", "橋") == Changes()
    desk.notebook.remove_tag("橋")
    assert desk.notebook.counts().tags == ()
    desk.undoing.undo()
    desk.undoing.undo()
    assert desk.notebook.entry(other).tags == ("地理", "橋")


def test_a_tag_on_a_term_is_told_of_the_term(desk: Desk, article: str) -> None:
    term = desk.glossary.entries()[0].id
    note = desk.annotating.note("term", term, "北の県")[0].id
    desk.notebook.add_tag([note], "県")
    changes = desk.notebook.remove_tag("県")
    assert changes.terms == {term}
    assert desk.notebook.remove([note]).annotations == {article}


def test_what_was_removed_has_days_left_and_can_go_for_good(
    desk: Desk, article: str, fixed_clock: FixedClock
) -> None:
    first = mark(desk, article, "二つの島", note="どの島か")
    second = desk.annotating.note("article", article, "全体")[0].id
    desk.notebook.remove([first])
    (removed,) = desk.notebook.removed()
    assert desk.notebook.days_left(removed.removed) == 30
    fixed_clock.time += timedelta(days=28, hours=1)
    assert desk.notebook.days_left(removed.removed) == 2
    fixed_clock.time += timedelta(days=9)
    assert desk.notebook.days_left(removed.removed) == 0
    desk.annotating.restore_removed(desk.notebook.resolve_removed(first[:6]))
    assert set(listed(desk)) == {first, second}
    desk.notebook.remove([first, second])
    desk.notebook.forget(first)
    assert [one.id for one in desk.notebook.removed()] == [second]
    # The act that took it away could have brought it back: it is gone as well.
    with pytest.raises(UsageError, match="undo_changed"):
        desk.undoing.undo()
    assert listed(desk) == []
    assert desk.notebook.empty() == 1
    assert desk.notebook.count_removed() == 0
