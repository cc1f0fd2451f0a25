"""An article comes again with another text: what the reader decides of its highlights holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.model.errors import UsageError
from reader.services.desk import Desk, open_desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.model.annotations import Highlight
    from reader.model.settling import Doubt

PAGE = """---
id: bridge-1
title: 北海の橋、夏に開通へ
---
北海県は、橋の工事が七月に終わると発表した。費用は三百億円になる見通し。

船の便は、橋が開いたあとも一年のあいだ残される。

町の議会は来週、通行料について話し合う予定だ。議員の多くは値下げを望んでいる。
"""
EDITED = "橋の工事が七月に終わると発表した"
GONE = "船の便は、橋が開いたあとも一年のあいだ残される。"
STAYS = "議員の多くは値下げを望んでいる"
AGAIN = (
    PAGE.replace("七月に終わる", "九月の末に終わる")
    .replace(GONE + "\n\n", "")
    .replace("見通し。", "見通し。県は新しい資料を公開した。")
)


@pytest.fixture
def desk(library_folder: Path) -> Iterator[Desk]:
    with open_desk(library_folder) as opened:
        yield opened


def mark(desk: Desk, article: str, words: str) -> str:
    ((start, end),) = desk.annotating.places_of(article, words)
    return desk.annotating.highlight(article, start, end, note=f"{words[:3]}のこと")[0].id


class Case:
    """An article that came twice, with three highlights made on its first text."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.article = desk.adding.add_text(PAGE, "a.md").id
        self.edited, self.gone, self.stays = (
            mark(desk, self.article, words) for words in (EDITED, GONE, STAYS)
        )
        self.change(AGAIN)

    def change(self, text: str) -> None:
        report = self.desk.adding.add_text(text, "a.md")
        assert (report.id, report.outcome) == (self.article, "updated")

    def get(self, id_: str) -> Highlight:
        known = self.desk.reading.open(self.article)
        return next(one for one in known.highlights if one.id == id_)

    @property
    def text(self) -> str:
        return self.desk.reading.open(self.article).revision.text

    def doubts(self) -> dict[str, Doubt]:
        return {one.mark.id: one for one in self.desk.settling.doubtful_of(self.article)}


@pytest.fixture
def case(desk: Desk) -> Case:
    return Case(desk)


def test_only_what_is_not_plain_waits_and_is_shown_old_and_new(case: Case) -> None:
    doubts = case.doubts()
    assert list(doubts) == [case.edited, case.gone]
    doubt = doubts[case.edited]
    old, new = doubt.old, doubt.new
    assert old.text[old.start : old.end] == EDITED
    assert new.text[new.start : new.end] == "橋の工事が九月の末に終わると発表した"
    assert [old.text[slice(*one)] for one in old.marked] == ["七月"]
    assert "".join(new.text[slice(*one)] for one in new.marked) == "九月の末"
    assert old.title == new.title == "北海の橋、夏に開通へ"
    assert doubt.candidates[0].text == "橋の工事が九月の末に終わると発表した"


def test_what_is_gone_has_no_place_but_all_its_words(case: Case) -> None:
    doubt = case.doubts()[case.gone]
    assert doubt.mark.state == "lost"
    assert doubt.new.start == doubt.new.end == 0
    assert doubt.new.marked == ()
    (gone,) = doubt.old.marked
    assert doubt.old.text[slice(*gone)] == GONE


def test_accepted_words_are_the_passage_from_then_on(case: Case) -> None:
    case.desk.settling.accept(case.edited, revision=case.doubts()[case.edited].revision)
    now = case.get(case.edited)
    assert (now.state, now.text) == ("anchored", "橋の工事が九月の末に終わると発表した")
    assert [anchor.exact for anchor in now.former] == [EDITED]
    assert now.note == "橋の工のこと"
    assert list(case.doubts()) == [case.gone]
    # Another change elsewhere leaves it where it is; one of its words is in doubt again.
    case.change(AGAIN.replace("来週", "来月"))
    assert case.get(case.edited).state == "anchored"
    case.change(AGAIN.replace("九月の末", "十月のはじめ"))
    doubt = case.doubts()[case.edited]
    assert doubt.old.text[doubt.old.start : doubt.old.end] == now.text


def test_a_highlight_is_moved_to_the_words_that_the_reader_chose(case: Case) -> None:
    words = "県は新しい資料を公開した"
    start = case.text.index(words)
    case.desk.settling.move(case.gone, start, start + len(words))
    now = case.get(case.gone)
    assert (now.state, now.text) == ("anchored", words)
    assert [anchor.exact for anchor in now.former] == [GONE]


def test_a_quotation_is_kept_and_looked_for_no_more(case: Case) -> None:
    case.desk.settling.keep_as_quotation(case.edited)
    now = case.get(case.edited)
    assert (now.state, now.quotation, now.text) == ("lost", True, EDITED)
    case.change(PAGE.replace("来週", "来月"))
    assert case.get(case.edited).state == "lost"
    assert case.edited not in case.doubts()


@pytest.mark.parametrize("answer", ["accept", "move", "keep"])
def test_each_answer_is_undone_and_done_again(case: Case, answer: str) -> None:
    before = case.get(case.edited)
    if answer == "accept":
        case.desk.settling.accept(case.edited)
    elif answer == "move":
        case.desk.settling.move(case.edited, 0, 4)
    else:
        case.desk.settling.keep_as_quotation(case.edited)
    after = case.get(case.edited)
    assert after != before
    undone = case.desk.undoing.undo()
    assert undone is not None
    assert case.article in undone.changes.annotations
    assert case.get(case.edited) == before
    case.desk.undoing.redo()
    assert case.get(case.edited) == after


def test_an_answer_is_undone_after_the_text_has_changed_again(case: Case) -> None:
    case.desk.settling.accept(case.edited)
    case.change(AGAIN.replace("九月の末", "七月"))
    case.desk.undoing.undo()
    now = case.get(case.edited)
    assert (now.state, now.text, now.former) == ("anchored", EDITED, ())


def test_nothing_is_decided_on_a_text_that_the_reader_has_not_seen(case: Case) -> None:
    seen = case.doubts()[case.edited].revision
    case.change(AGAIN.replace("九月の末", "十月"))
    with pytest.raises(UsageError) as told:
        case.desk.settling.accept(case.edited, revision=seen)
    assert told.value.code == "text_changed"
    with pytest.raises(UsageError) as told:
        case.desk.settling.move(case.edited, 0, 4, revision=seen)
    assert told.value.code == "text_changed"
    assert case.get(case.edited).text == EDITED


def test_what_is_not_in_doubt_cannot_be_accepted_nor_moved_to_nothing(case: Case) -> None:
    for id_ in (case.stays, case.gone):
        with pytest.raises(UsageError) as told:
            case.desk.settling.accept(id_)
        assert told.value.code == "nothing_to_settle"
    with pytest.raises(UsageError) as told:
        case.desk.settling.move(case.gone, 3, 3)
    assert told.value.code == "bad_range"


def test_a_lost_passage_is_offered_where_like_words_stand(case: Case) -> None:
    moved = "なお船の便は、橋の開通後も二年ほど残されるという。"
    case.change(AGAIN.rstrip() + "\n\n" + moved + "\n")
    doubt = case.doubts()[case.gone]
    assert any("船の便は、橋" in one.text for one in doubt.candidates)
