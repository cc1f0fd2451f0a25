"""Everything that the reader does can be undone and done again, and nothing is lost by it."""

from __future__ import annotations

import contextlib
import random
from typing import TYPE_CHECKING

import pytest
from glossary_values import TODAY, add, found, question, understand

from reader.model.changes import Changes
from reader.model.errors import ReaderError, UsageError
from reader.model.glossary import GlossaryQuery
from reader.presentation.messages import Messages
from reader.services.desk import Desk, open_desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from conftest import FixedClock

    Act = Callable[[Desk, "Ids"], object]

TEXTS = (
    "北海の橋、夏に開通へ\n北海県は橋の工事が終わりに近いと発表した。\n料金はいくらになるのか。",
    "船の便、残るか\n北海県は船の便を残すか決める。橋が開くと客は減る。\n船の便は残るのか。",
)


class Ids:
    """What the acts are done to, by short names."""

    def __init__(self, desk: Desk) -> None:
        self.articles = [add(desk, text) for text in TEXTS]
        for article, text in zip(self.articles, TEXTS, strict=True):
            understand(
                desk,
                article,
                found(text, "北海県"),
                found(text, "橋", category="concept", aliases=("工事", "客")),
                points=(question(text, text.split("\n")[-1]),),
            )
        self.terms = {entry.text: entry.id for entry in desk.glossary.entries()}
        self.points = [desk.watching.of_article(article)[0].id for article in self.articles]
        self.mark = desk.annotating.highlight(self.articles[0], 0, 4, note="目印")[0].id
        self.note = desk.annotating.note("article", self.articles[0], "図書館へ")[0].id
        self.remark = desk.annotating.note("term", self.terms["橋"], "長い")[0].id


def span(number: int, words: str) -> tuple[int, int]:
    start = TEXTS[number].index(words)
    return start, start + len(words)


ACTS: dict[str, Act] = {
    "hide": lambda desk, ids: desk.glossary.hide(ids.terms["北海県"]),
    "show": lambda desk, ids: desk.glossary.show(ids.terms["北海県"]),
    "category": lambda desk, ids: desk.glossary.set_category(ids.terms["橋"], "place"),
    "form": lambda desk, ids: desk.glossary.set_form(ids.terms["橋"], "大橋"),
    "reading": lambda desk, ids: desk.glossary.set_reading(ids.terms["北海県"], "ほっかい"),
    "definition": lambda desk, ids: desk.glossary.set_definition(ids.terms["橋"], "渡るもの"),
    "merge": lambda desk, ids: desk.glossary.merge(ids.terms["橋"], into=ids.terms["北海県"]),
    "part": lambda desk, ids: desk.glossary.part(ids.terms["橋"]),
    "add alias": lambda desk, ids: desk.glossary.add_alias(ids.terms["北海県"], "船の便"),
    "remove alias": lambda desk, ids: desk.glossary.remove_alias(ids.terms["橋"], "工事"),
    "restore alias": lambda desk, ids: desk.glossary.restore_alias(ids.terms["橋"], "工事"),
    "make": lambda desk, ids: desk.glossary.make_term(ids.articles[1], *span(1, "船の便")),
    "make known": lambda desk, ids: desk.glossary.make_term(ids.articles[0], *span(0, "北海県")),
    "forget": lambda desk, ids: desk.glossary.forget(made(desk, "船の便")),
    "status": lambda desk, ids: desk.watching.set_status(ids.points[0], "developing", why="県"),
    "answered": lambda desk, ids: desk.watching.set_status(ids.points[0], "answered"),
    "dismiss": lambda desk, ids: desk.watching.dismiss(ids.points[1]),
    "restore": lambda desk, ids: desk.watching.restore(ids.points[1]),
    "point": lambda desk, ids: desk.watching.make(ids.articles[0], *span(0, "橋の工事")),
    "point status": lambda desk, ids: desk.watching.set_status(
        next(p.id for p in desk.watching.of_article(ids.articles[0]) if p.origin == "reader"),
        "answered",
    ),
    "block": lambda desk, ids: desk.reading.correct_block(ids.articles[0], 11, kind="heading"),
    "block back": lambda desk, ids: desk.reading.correct_block(ids.articles[0], 11, kind=None),
    "highlight": lambda desk, ids: desk.annotating.highlight(ids.articles[1], 0, 3, note="船"),
    "plain highlight": lambda desk, ids: desk.annotating.highlight(ids.articles[1], 4, 6),
    "recolor": lambda desk, ids: desk.annotating.recolor(ids.mark, "red"),
    "unmark": lambda desk, ids: desk.annotating.remove_highlight(ids.mark),
    "note": lambda desk, ids: desk.annotating.note("watch_point", ids.points[0], "聞く"),
    "note on a mark": lambda desk, ids: desk.annotating.note("highlight", ids.mark, "もう一つ"),
    "rewrite": lambda desk, ids: desk.annotating.rewrite(ids.note, "県の図書館へ"),
    "remove note": lambda desk, ids: desk.annotating.remove_note(ids.note),
    "remove remark": lambda desk, ids: desk.annotating.remove_note(ids.remark),
    "tag note": lambda desk, ids: desk.annotating.set_note_tags(ids.note, ["図書館", "春"]),
    "tag highlight": lambda desk, ids: desk.annotating.set_highlight_tags(ids.mark, ["橋"]),
    "bring back": lambda desk, ids: desk.annotating.restore_removed(ids.note),
    "summary": lambda desk, ids: desk.summarising.write(ids.articles[0], "夏に開く。"),
    "title": lambda desk, ids: desk.reading.correct(ids.articles[0], "title", "橋"),
    "trash": lambda desk, ids: desk.reading.trash([ids.articles[1]]),
    "untrash": lambda desk, ids: desk.reading.restore([ids.articles[1]]),
}


def made(desk: Desk, form: str) -> str:
    return next(entry.id for entry in desk.glossary.entries() if entry.text == form)


def state(desk: Desk) -> object:
    """Return all that a reader sees of the library, the histories aside."""
    articles = []
    for row in (*desk.reading.page(), *desk.reading.page(deleted=True)):
        known = desk.reading.open(row.id)
        points = [
            (p.id, p.text, p.start, p.end, p.status, p.notes, p.heading) for p in known.watch_points
        ]
        blocks = known.revision.blocks
        words = (known.terms, known.highlights, known.notes, known.summary, known.article)
        articles.append((row, points, blocks, words, desk.watching.dismissed(row.id)))
    glossary = [
        (entry, desk.glossary.card(entry.id), desk.glossary.occurrences(entry.id))
        for hidden in (False, True)
        for entry in desk.glossary.entries(GlossaryQuery(hidden=hidden))
    ]
    found = [
        sorted((hit.kind, hit.id) for hit in desk.searching.find(words, limit=500).hits)
        for words in ("橋", "船の便", "県", "図書館")
    ]
    # An article whose blocks were corrected waits anew: that is no part of what is seen.
    return [(row[0].id, *row[1:]) for row in articles], glossary, found


@pytest.fixture
def desk(library_folder: Path, fixed_clock: FixedClock) -> Iterator[Desk]:
    with open_desk(library_folder, clock=fixed_clock) as opened:
        yield opened


@pytest.fixture
def ids(desk: Desk) -> Ids:
    return Ids(desk)


@pytest.mark.parametrize("name", ACTS)
def test_each_act_is_undone_and_done_again(desk: Desk, ids: Ids, name: str) -> None:
    prepare = {
        "show": ["hide"],
        "part": ["merge"],
        "restore alias": ["remove alias"],
        "forget": ["make"],
        "answered": ["status"],
        "restore": ["dismiss"],
        "point status": ["point"],
        "block back": ["block"],
        "bring back": ["remove note"],
        "untrash": ["trash"],
    }
    for before in prepare.get(name, ()):
        ACTS[before](desk, ids)
    first = state(desk)
    ACTS[name](desk, ids)
    second = state(desk)
    assert first != second
    last = desk.undoing.next_undo()
    assert last is not None
    undone = desk.undoing.undo()
    assert undone is not None
    assert undone.act == last == desk.undoing.next_redo()
    assert undone.changes
    assert state(desk) == first
    again = desk.undoing.redo()
    assert again is not None
    assert again.changes
    assert state(desk) == second
    assert desk.undoing.undo() is not None
    assert state(desk) == first
    assert desk.maintaining.check() == []


@pytest.mark.parametrize("seed", range(12))
def test_any_acts_undone_leave_what_was_before(desk: Desk, ids: Ids, seed: int) -> None:
    chance = random.Random(seed)
    states = [state(desk)]
    first = desk.undoing.next_undo()
    for name in chance.choices(list(ACTS), k=14):
        before = desk.undoing.next_undo()
        with contextlib.suppress(ReaderError, StopIteration):
            ACTS[name](desk, ids)  # one that cannot be now is none
        last = desk.undoing.next_undo()
        if last != before:
            states.append(state(desk))
        else:
            assert state(desk) == states[-1]
        if chance.random() < 0.3:
            # A new understanding between the acts is no act, and takes nothing away.
            for number, article in enumerate(ids.articles):
                if number == 0 or desk.reading.count() == 2:
                    again(desk, article, number)
            states[-1] = state(desk)
    assert desk.maintaining.check() == []
    for expected in reversed(states[:-1]):
        assert desk.undoing.undo() is not None
        assert state(desk) == expected
    assert desk.undoing.next_undo() == first
    for expected in states[1:]:
        assert desk.undoing.redo() is not None
        assert state(desk) == expected
    assert desk.undoing.redo() is None
    assert desk.maintaining.check() == []


def again(desk: Desk, article: str, number: int) -> None:
    text = TEXTS[number]
    understand(
        desk,
        article,
        found(text, "北海県"),
        found(text, "橋", category="concept", aliases=("工事", "客")),
        points=(question(text, text.split("\n")[-1]),),
        version=TODAY + 1,
    )


def test_a_status_that_is_taken_back_is_one_more_step(desk: Desk, ids: Ids) -> None:
    ACTS["status"](desk, ids)
    desk.undoing.undo()
    point = desk.watching.get(ids.points[0])
    assert point.status == "open"
    assert [(step.before, step.after) for step in point.history] == [
        ("open", "developing"),
        ("developing", "open"),
    ]


def test_a_point_that_comes_back_has_its_history(desk: Desk, ids: Ids) -> None:
    ACTS["point"](desk, ids)
    ACTS["point status"](desk, ids)
    for _ in range(2):
        desk.undoing.undo()
    for _ in range(2):
        desk.undoing.redo()
    (point,) = [p for p in desk.watching.of_article(ids.articles[0]) if p.origin == "reader"]
    assert [step.after for step in point.history] == ["answered", "open", "answered"]


def test_what_was_changed_since_is_left_alone(desk: Desk, ids: Ids) -> None:
    ACTS["reading"](desk, ids)
    ACTS["rewrite"](desk, ids)
    # Written past the journal, as an older program might.
    desk._library.notes.set_text(ids.note, "別の窓で", now="2026-01-11T00:00:00Z")
    with pytest.raises(UsageError) as caught:
        desk.undoing.undo()
    assert caught.value.code == "undo_changed"
    assert Messages("ja").error(caught.value)
    assert desk.annotating.notes_on("article", ids.articles[0])[0].text == "別の窓で"
    # The act before it can still be undone.
    undone = desk.undoing.undo()
    assert undone is not None
    assert undone.changes == Changes(terms=frozenset((ids.terms["北海県"],)))


def test_what_is_gone_for_good_does_not_come_back(desk: Desk, ids: Ids) -> None:
    desk.annotating.note("article", ids.articles[1], "秘密の言葉")
    ACTS["reading"](desk, ids)
    desk.reading.purge([ids.articles[1]])
    images = desk._library._db.all("SELECT images FROM act")
    assert not [row for row in images if "秘密の言葉" in row[0]]
    undone = desk.undoing.undo()
    assert undone is not None
    assert undone.act.label == "act.reading"


def test_acts_outlive_the_program_and_a_hundred_are_kept(
    desk: Desk, ids: Ids, library_folder: Path
) -> None:
    for number in range(110):
        desk.glossary.set_reading(ids.terms["橋"], f"はし{number}")
    desk.close()
    with open_desk(library_folder) as opened:
        last = opened.undoing.next_undo()
        assert last is not None
        assert Messages("ja")(last.label, **last.details) == "用語「橋」の読みを直す"
        undone = 0
        while opened.undoing.undo() is not None:
            undone += 1
        assert undone == 100
        assert opened.glossary.card(ids.terms["橋"]).entry.reading == "はし9"


def test_typing_on_is_one_act(desk: Desk, ids: Ids, fixed_clock: FixedClock) -> None:
    for words in ("図", "図書", "図書館"):
        desk.annotating.rewrite(ids.note, words)
        fixed_clock.advance(2)
    desk.undoing.undo()
    assert desk.annotating.notes_on("article", ids.articles[0])[0].text == "図書館へ"
    desk.undoing.redo()
    assert desk.annotating.notes_on("article", ids.articles[0])[0].text == "図書館"
    fixed_clock.advance(120)
    desk.annotating.rewrite(ids.note, "後日")
    desk.undoing.undo()
    assert desk.annotating.notes_on("article", ids.articles[0])[0].text == "図書館"


def test_a_note_that_is_undone_can_still_be_brought_back(desk: Desk, ids: Ids) -> None:
    note, _ = desk.annotating.note("article", ids.articles[0], "大事な言葉")
    desk.undoing.undo()
    ACTS["hide"](desk, ids)
    assert desk.undoing.next_redo() is None
    desk.annotating.restore_removed(note.id)
    assert "大事な言葉" in [n.text for n in desk.annotating.notes_on("article", ids.articles[0])]


def test_a_mark_comes_back_into_a_text_that_changed(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXTS[0], "utf-8")
    article = desk.adding.add([str(path)]).sources[0].id
    mark, _ = desk.annotating.highlight(article, *span(0, "橋の工事"))
    desk.annotating.remove_highlight(mark.id)
    changed = TEXTS[0].replace("北海県は", "きのう、北海県は")
    path.write_text(changed, "utf-8")
    desk.adding.add([str(path)])
    desk.undoing.undo()
    (back,) = desk.reading.open(article).highlights
    assert (back.state, changed[back.start : back.end]) == ("anchored", "橋の工事")


def test_nothing_done_nothing_to_undo(desk: Desk) -> None:
    assert desk.undoing.undo() is None
    assert desk.undoing.redo() is None
    assert desk.undoing.next_undo() is None
    article = add(desk, TEXTS[0])
    desk.reading.correct(article, "title", "")
    desk.reading.set_state(article, position=3)
    assert desk.undoing.next_undo() is None
