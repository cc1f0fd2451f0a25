"""Highlights made longer, shorter, parted and joined: on the right words, with nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from glossary_values import add

from reader.model.errors import UsageError
from reader.presentation.messages import Messages
from reader.services.desk import Desk, open_desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import FixedClock

    from reader.model.annotations import Highlight

TEXT = "北海の橋、夏に開通へ\n北海県は 橋の工事が終わりに近いと発表した。\n料金はいくらになるのか。"


@pytest.fixture
def desk(library_folder: Path, fixed_clock: FixedClock) -> Iterator[Desk]:
    with open_desk(library_folder, clock=fixed_clock) as opened:
        yield opened


@pytest.fixture
def article(desk: Desk) -> str:
    return add(desk, TEXT)


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def mark(desk: Desk, article: str, words: str, *, color: str = "yellow", note: str = "") -> str:
    return desk.annotating.highlight(article, *span(words), color=color, note=note)[0].id


def marks(desk: Desk, article: str) -> dict[str, Highlight]:
    return {one.text: one for one in desk.reading.open(article).highlights}


def test_a_highlight_takes_more_words_or_fewer_and_keeps_the_rest(desk: Desk, article: str) -> None:
    id_ = mark(desk, article, "橋の工事", color="blue", note="確かめる")
    longer, changes = desk.marking.extend(id_, *span("北海県は 橋の工事が終わり"))
    assert changes.annotations == {article}
    assert (longer.id, longer.text, longer.color, longer.note) == (
        id_,
        "北海県は 橋の工事が終わり",
        "blue",
        "確かめる",
    )
    shorter, _ = desk.marking.extend(id_, *span("工事"))
    assert (shorter.text, shorter.state, shorter.former) == ("工事", "anchored", ())
    assert desk.marking.extend(id_, *span("工事"))[1] == type(changes)()


def test_white_space_at_the_ends_of_a_range_is_left_out(desk: Desk, article: str) -> None:
    id_ = mark(desk, article, "橋の工事")
    assert desk.marking.extend(id_, *span("は 橋の工事"))[0].text == "は 橋の工事"
    assert desk.marking.extend(id_, *span(" 橋の"))[0].text == "橋の"
    with pytest.raises(UsageError) as caught:
        desk.marking.extend(id_, *span(" "))
    assert caught.value.code == "bad_range"


def test_a_highlight_is_parted_and_its_note_stays_with_the_first(desk: Desk, article: str) -> None:
    id_ = mark(desk, article, "北海県は 橋の工事", color="red", note="県の発表")
    made, _ = desk.marking.split(id_, TEXT.index("橋の工事"))
    found = marks(desk, article)
    assert list(found) == ["北海県は", "橋の工事"]
    assert (found["北海県は"].id, found["北海県は"].note) == (id_, "県の発表")
    assert (found["橋の工事"], made.color, made.note) == (made, "red", "")
    for at in (*span("北海県は"), span("北海県は")[0] - 1):
        with pytest.raises(UsageError) as caught:
            desk.marking.split(id_, at)
        assert caught.value.code == "bad_split"
    assert Messages("ja").error(caught.value)


def test_joined_highlights_keep_notes_in_order_and_what_goes_can_come_back(
    desk: Desk, article: str
) -> None:
    last = mark(desk, article, "発表した", color="green", note="三つめ")
    first = mark(desk, article, "北海県は", color="red")
    middle = mark(desk, article, "工事が終わり", note="二つめ\n")
    library = desk._library
    for id_, tags in ((last, ["い", "う"]), (first, ["あ"]), (middle, ["い"])):
        library.highlights.set_tags(id_, tags, now="2026-01-10T09:00:00Z")
    note = desk.annotating.notes_on("highlight", middle)[0]
    library.notes.set_tags(note.id, ["後で"], now="2026-01-10T09:00:00Z")

    joined, changes = desk.marking.merge([last, first, middle, first])
    assert changes.annotations == {article}
    (only,) = desk.reading.open(article).highlights
    assert only == joined
    assert joined.text == "北海県は 橋の工事が終わりに近いと発表した"
    assert (joined.id, joined.color, joined.tags) == (first, "red", ("あ", "い", "う"))
    assert joined.note == "二つめ\n\n三つめ"
    assert desk.annotating.notes_on("highlight", first)[0].tags == ("後で",)

    desk.annotating.restore_removed(middle)
    assert marks(desk, article)["工事が終わり"].note.strip() == "二つめ"


def test_joining_without_notes_makes_none_and_one_undo_takes_it_back(
    desk: Desk, article: str
) -> None:
    ids = [mark(desk, article, words) for words in ("橋の工事", "工事が終わり")]
    before = desk.reading.open(article).highlights
    joined, _ = desk.marking.merge(ids)
    assert (joined.text, joined.note) == ("橋の工事が終わり", "")
    assert desk.undoing.undo() is not None
    assert desk.reading.open(article).highlights == before


def test_only_highlights_of_one_article_are_joined(desk: Desk, article: str) -> None:
    other = add(desk, "別の記事\n橋の工事の話。")
    one = mark(desk, article, "橋の工事")
    two = desk.annotating.highlight(other, 5, 9)[0].id
    for ids in ([one], [one, one], [one, two]):
        with pytest.raises(UsageError) as caught:
            desk.marking.merge(ids)
        assert caught.value.code == "bad_merge"
    assert len(desk.reading.open(article).highlights) == 1


def test_a_doubtful_highlight_gets_a_certain_place_and_remembers(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    article = desk.adding.add([str(path)]).sources[0].id
    words = "橋の工事が終わりに近いと発表した"
    id_ = desk.annotating.highlight(article, *span(words), note="本当か")[0].id
    changed = TEXT.replace(words, "橋の工事がほぼ終わりに近いと述べた")
    path.write_text(changed, "utf-8")
    desk.adding.add([str(path)])
    (doubtful,) = desk.reading.open(article).highlights
    assert doubtful.state == "doubtful"
    placed, _ = desk.marking.extend(id_, *span("橋の工事がほぼ終わりに近い", changed))
    assert (placed.state, placed.text, placed.note) == (
        "anchored",
        "橋の工事がほぼ終わりに近い",
        "本当か",
    )
    assert [former.exact for former in placed.former] == [words]
    assert desk.undoing.undo() is not None
    (back,) = desk.reading.open(article).highlights
    assert (back.state, back.text) == ("doubtful", words)


def test_what_was_done_is_told_in_both_languages(desk: Desk, article: str) -> None:
    id_ = mark(desk, article, "北海県は 橋の工事")
    made, _ = desk.marking.split(id_, TEXT.index("橋の工事"))
    desk.marking.extend(made.id, *span("工事"))
    desk.marking.merge([id_, made.id])
    told = []
    for _ in range(3):
        undone = desk.undoing.undo()
        assert undone is not None
        told.append([Messages(one)(undone.act.label, **undone.act.details) for one in ("ja", "en")])
    assert told == [
        [
            "ハイライトを「北海県は 橋の工事」にまとめる",
            "merge highlights into “北海県は 橋の工事”",
        ],
        ["ハイライトの範囲を「工事」にする", "let a highlight mark “工事”"],
        ["ハイライト「北海県は 橋の工事」を分ける", "split the highlight “北海県は 橋の工事”"],
    ]
