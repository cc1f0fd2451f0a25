"""Tags on notes and highlights: one form for a word, undone like any act, nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from glossary_values import add

from reader.model.tags import clean_tag, clean_tags
from reader.services.desk import Desk, open_desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = "北海の橋、夏に開通へ\n北海県は橋の工事が終わりに近いと発表した。"


@pytest.fixture
def desk(library_folder: Path) -> Iterator[Desk]:
    with open_desk(library_folder) as opened:
        yield opened


@pytest.fixture
def article(desk: Desk) -> str:
    return add(desk, TEXT)


@pytest.mark.parametrize(
    "typed,kept",
    [
        ("  橋 ", "橋"),
        ("#橋", "橋"),
        ("＃ 橋", "橋"),
        ("ＡＩ", "AI"),
        ("ｶﾞｽ", "ガス"),
        ("a\nb\tc", "a b c"),
        ("\ufa10", "\ufa10"),
        ("橋\u200b\x00", "橋"),
        ("\ud800橋", "橋"),
        ("あ" * 80, "あ" * 60),
        ("あ" * 59 + " い", "あ" * 59),
        (" #　", ""),
    ],
)
def test_a_tag_has_one_form(typed: str, kept: str) -> None:
    assert clean_tag(typed) == kept
    assert clean_tag(kept) == kept


def test_a_tag_is_there_once_and_nothing_is_no_tag() -> None:
    assert clean_tags(["橋", "#橋", "", " ", "夏"]) == ("橋", "夏")


def test_tags_of_notes_and_highlights_are_in_use_and_undone(desk: Desk, article: str) -> None:
    note, _ = desk.annotating.note("article", article, "図書館へ", tags=["#橋", "夏"])
    mark, _ = desk.annotating.highlight(article, 0, 4, tags=["橋"])
    assert note.tags == ("橋", "夏")
    assert desk.annotating.tags_in_use() == ("橋", "夏")
    desk.annotating.set_highlight_tags(mark.id, ["県"])
    changes = desk.annotating.set_note_tags(note.id, [])
    assert changes.annotations == {article}
    assert desk.annotating.tags_in_use() == ("県",)
    undone = desk.undoing.undo()
    assert undone is not None
    assert undone.act.label == "act.tag_note"
    desk.undoing.undo()
    known = desk.reading.open(article)
    assert (known.notes[0].tags, known.highlights[0].tags) == (("橋", "夏"), ("橋",))


def test_the_same_tags_again_are_no_act(desk: Desk, article: str) -> None:
    note, _ = desk.annotating.note("article", article, "図書館へ", tags=["橋"])
    before = desk.undoing.next_undo()
    desk.annotating.set_note_tags(note.id, ["橋", "#橋"])
    assert desk.undoing.next_undo() == before


def test_tags_that_came_and_went_elsewhere_stay_so(desk: Desk, article: str) -> None:
    mark, _ = desk.annotating.highlight(article, 0, 4, tags=["橋", "夏"])
    desk.annotating.set_highlight_tags(mark.id, ["夏", "県"])
    desk.annotating.set_highlight_tags(mark.id, ["橋", "夏", "冬"], expected=["橋", "夏"])
    assert desk.annotating.tags_on("highlight", mark.id) == ("夏", "冬", "県")


def test_exports_show_the_tags_of_a_note(desk: Desk, article: str) -> None:
    desk.annotating.note("article", article, "図書館へ", tags=["橋 と 川", "夏"])
    for form in desk.exporting.formats():
        written = desk.exporting.render(article, format_name=form.name, language="ja").decode()
        assert "#橋-と-川 #夏" in written or ("橋 と 川" in written and "夏" in written)
