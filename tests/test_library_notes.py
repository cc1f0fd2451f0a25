"""Highlights, notes and summaries: kept word for word, and what was taken away comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from libraries.building import (
    LATER,
    NOW,
    TEXT,
    add_article,
    add_text,
    anchor,
    point,
    term,
    understand,
    understanding,
)

from reader.library import Library
from reader.model.annotations import Anchor, Summary
from reader.model.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reader.model.annotations import NoteTarget


@pytest.fixture
def library(library_folder: Path, ids: Callable[[], str]) -> Iterator[Library]:
    with Library.open(library_folder) as opened:
        add_article(opened, "a")
        found = understanding(terms=(term("島"),), points=(point("船の便は残るのか"),))
        understand(opened, "a", ids, found)
        yield opened


def targets(library: Library, ids: Callable[[], str]) -> dict[NoteTarget, str]:
    made = library.highlights.add(
        id=ids(), article_id="a", anchor=anchor("二つの島"), color="yellow", now=NOW
    )
    return {
        "article": "a",
        "watch_point": library.watch_points.of_article("a")[0].id,
        "term": library.terms.of_article("a")[0].id,
        "highlight": made.id,
    }


def test_a_highlight_comes_back_as_it_was_made(library: Library, ids: Callable[[], str]) -> None:
    marked = anchor("工事の終わり", within=TEXT.replace("工事が", "工事の"))
    with pytest.raises(ValueError, match="not of the newest revision"):
        library.highlights.add(id=ids(), article_id="a", anchor=marked, color="blue", now=NOW)
    marked = anchor("二つの島")
    made = library.highlights.add(
        id=ids(), article_id="a", anchor=marked, color="blue", now=NOW, tags=("地理",)
    )
    assert made.anchor == marked
    assert (made.text, made.start, made.end) == ("二つの島", marked.start, marked.end)
    assert (made.color, made.state, made.tags, made.created) == (
        "blue",
        "anchored",
        ("地理",),
        NOW,
    )
    assert library.highlights.of_article("a") == (made,) == library.known("a").highlights
    library.highlights.set_color(made.id, "red", now=LATER)
    library.highlights.set_tags(made.id, (), now=LATER)
    changed = library.highlights.get(library.highlights.resolve(made.id[:5]))
    assert (changed.color, changed.tags) == ("red", ())
    assert library.highlights.article_of(made.id) == "a"


def test_highlights_stand_in_the_order_of_the_text(
    library: Library, ids: Callable[[], str]
) -> None:
    for words in ("船の便", "二つの島", "北海県"):
        library.highlights.add(
            id=ids(), article_id="a", anchor=anchor(words), color="gray", now=NOW
        )
    texts = [found.text for found in library.highlights.of_article("a")]
    assert texts == ["北海県", "二つの島", "船の便"]


def test_notes_can_be_on_anything_and_several_on_one(
    library: Library, ids: Callable[[], str]
) -> None:
    for target, target_id in targets(library, ids).items():
        first = library.notes.add(
            id=ids(), target=target, target_id=target_id, text=f"{target} 一", now=NOW
        )
        second = library.notes.add(
            id=ids(), target=target, target_id=target_id, text="二", now=LATER
        )
        assert (first.target, first.target_id, first.text) == (target, target_id, f"{target} 一")
        assert library.notes.on(target, target_id) == (first, second)
        assert library.notes.get(first.id) == first
        assert library.notes.resolve(first.id[:9]) == first.id
        assert library.notes.article_of(first.id) == ("" if target == "term" else "a")
    known = library.known("a")
    assert [note.text for note in known.notes] == ["article 一", "二"]
    assert [note.text for note in known.watch_points[0].notes] == ["watch_point 一", "二"]
    assert [note.text for note in known.terms[0].notes] == ["term 一", "二"]
    assert known.highlights[0].note == "highlight 一\n\n二"
    assert library.articles.row("a").notes == 6


def test_a_note_on_nothing_is_refused(library: Library, ids: Callable[[], str]) -> None:
    for target in ("article", "watch_point", "term", "highlight"):
        with pytest.raises(NotFoundError) as caught:
            library.notes.add(id=ids(), target=target, target_id="none", text="x", now=NOW)
        assert caught.value.details == {"id": "none", "kind": target}


def test_a_note_written_elsewhere_meanwhile_is_kept(
    library: Library, ids: Callable[[], str]
) -> None:
    note = library.notes.add(id=ids(), target="article", target_id="a", text="初め", now=NOW)
    assert library.notes.set_text(note.id, "窓の文", now=LATER, expected="初め").text == "窓の文"
    both = library.notes.set_text(note.id, "端末の文", now=LATER, expected="初め")
    assert both.text == "端末の文\n\n---\n\n窓の文"
    assert both.modified == LATER
    again = library.notes.set_text(note.id, "端末の文、直し", now=LATER, expected=both.text)
    assert again.text == "端末の文、直し"
    assert library.notes.set_text(note.id, "上書き", now=LATER).text == "上書き"
    merged = "三つ目\n\n---\n\n上書き"
    assert library.notes.set_text(note.id, merged, now=LATER, expected="?").text == merged
    emptied = library.notes.set_text(note.id, "", now=LATER, expected="?")
    assert emptied.text == merged
    assert library.notes.set_text(note.id, "", now=LATER, expected=emptied.text).text == ""
    assert library.notes.on("article", "a") == (library.notes.get(note.id),)


def test_a_summary_is_kept_and_so_is_one_written_elsewhere(library: Library) -> None:
    assert library.summaries.get("a") == Summary()
    assert library.summaries.set("a", "要約", now=NOW) == Summary("要約", NOW)
    both = library.summaries.set("a", "別の要約", now=LATER, expected="")
    assert both == Summary("別の要約\n\n---\n\n要約", LATER)
    assert library.known("a").summary == both
    unchanged = library.summaries.set("a", both.text, now="2027", expected=both.text)
    assert unchanged == both


def test_a_removed_note_comes_back(library: Library, ids: Callable[[], str]) -> None:
    for target, target_id in targets(library, ids).items():
        note = library.notes.add(
            id=ids(), target=target, target_id=target_id, text="残したい言葉", now=NOW
        )
        library.notes.remove(note.id, now=LATER)
        assert library.notes.on(target, target_id) == ()
        assert library.search.find("残したい言葉").total == 0
        (kept,) = library.removed.list()
        assert (kept.id, kept.kind, kept.text, kept.removed) == (
            note.id,
            "note",
            "残したい言葉",
            LATER,
        )
        assert kept.article_id == library.removed.restore(library.removed.resolve(note.id[:9]))
        assert library.notes.on(target, target_id) == (note,)
        assert library.search.find("残したい言葉").total == 1
        library.notes.remove(note.id, now=LATER)
        library.removed.forget("2027")
    assert library.articles.row("a").notes == 0


def test_a_removed_highlight_comes_back_with_its_notes(
    library: Library, ids: Callable[[], str]
) -> None:
    on = targets(library, ids)["highlight"]
    early = library.notes.add(id=ids(), target="highlight", target_id=on, text="早く", now=NOW)
    library.notes.add(id=ids(), target="highlight", target_id=on, text="後で", now=NOW)
    library.notes.remove(early.id, now=NOW)
    before = library.highlights.get(on)
    library.highlights.remove(on, now=LATER)
    assert library.known("a").highlights == ()
    assert [kept.text for kept in library.removed.list()] == ["二つの島", "早く"]
    with pytest.raises(NotFoundError, match="target_removed"):
        library.removed.restore(early.id)
    assert library.removed.restore(on) == "a"
    assert library.highlights.get(on) == before
    library.removed.restore(early.id)
    assert library.highlights.get(on).note == "早く\n\n後で"
    assert library.removed.list() == []


def test_a_highlight_that_comes_back_to_another_text_is_lost_first(
    library: Library, ids: Callable[[], str]
) -> None:
    on = targets(library, ids)["highlight"]
    library.highlights.remove(on, now=NOW)
    add_text(library, "a", text="前置き\n" + TEXT)
    library.removed.restore(on)
    came = library.highlights.get(on)
    assert (came.state, came.start, came.end, came.text) == ("lost", 0, 0, "二つの島")


def test_what_was_removed_long_ago_is_forgotten(library: Library, ids: Callable[[], str]) -> None:
    for now in (NOW, LATER):
        note = library.notes.add(id=ids(), target="article", target_id="a", text=now, now=now)
        library.notes.remove(note.id, now=now)
    assert library.removed.forget(LATER) == 1
    assert [kept.text for kept in library.removed.list()] == [LATER]


def test_any_words_are_kept_as_they_are(library: Library, ids: Callable[[], str]) -> None:
    words = "𠮷野家 👩‍👩‍👧 塚\u0301 \"'\\ \t\r\n%s {x} ; DROP TABLE note;--"
    note = library.notes.add(id=ids(), target="article", target_id="a", text=words, now=NOW)
    library.summaries.set("a", words, now=NOW)
    made = Anchor("二つの島", words, words, TEXT.index("二つの島"), TEXT.index("二つの島") + 4)
    marked = library.highlights.add(
        id=ids(), article_id="a", anchor=made, color="magenta", now=NOW, tags=(words,)
    )
    assert library.notes.get(note.id).text == words
    assert library.summaries.get("a").text == words
    assert library.highlights.get(marked.id).anchor == made
    assert library.highlights.get(marked.id).tags == (words,)
