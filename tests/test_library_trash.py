"""The trash: nothing in it is found, all of it comes back, and a purge leaves nothing."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from libraries.building import (
    LATER,
    NOW,
    add_article,
    add_text,
    anchor,
    point,
    term,
    understand,
    understanding,
)

from reader.library import Library
from reader.model.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def library(library_folder: Path, ids: Callable[[], str]) -> Iterator[Library]:
    with Library.open(library_folder) as opened:
        add_article(opened, "a")
        found = understanding(terms=(term("島"),), points=(point("船の便は残るのか"),))
        understand(opened, "a", ids, found)
        (asked,) = opened.watch_points.of_article("a")
        opened.watch_points.set_status(asked.id, "developing", now=NOW)
        opened.notes.add(id=ids(), target="article", target_id="a", text="橋のメモ", now=NOW)
        marked = opened.highlights.add(
            id=ids(), article_id="a", anchor=anchor("二つの島"), color="blue", now=NOW
        )
        opened.notes.add(
            id=ids(), target="highlight", target_id=marked.id, text="島のメモ", now=NOW
        )
        opened.articles.set_state("a", tags=("橋",), now=NOW)
        opened.articles.correct("a", "title", "直した題")
        opened.summaries.set("a", "要約", now=NOW)
        yield opened


def test_what_lies_in_the_trash_is_not_found(library: Library) -> None:
    before = library.known("a")
    library.articles.delete("a", LATER)
    library.articles.delete("a", "2027")
    assert library.articles.rows() == []
    assert library.articles.rows(tag="橋") == []
    assert library.articles.count() == 0
    assert [row.id for row in library.articles.rows(deleted=True)] == ["a"]
    assert [row.id for row in library.articles.rows(deleted=True, tag="橋")] == ["a"]
    for words in ("北海", "橋のメモ", "島のメモ", "船の便", "島", "直した題"):
        assert library.search.find(words).total == 0, words
    assert library.terms.glossary() == []
    assert library.articles.get("a").deleted == LATER
    assert library.known("a").notes == before.notes


def test_all_of_it_comes_back(library: Library) -> None:
    before = library.known("a")
    found = {words: library.search.find(words) for words in ("北海", "メモ", "島", "船")}
    library.articles.delete("a", LATER)
    library.articles.restore("a")
    library.articles.restore("a")
    assert library.known("a") == before
    assert library.articles.rows(tag="橋")[0].notes == 2
    for words, hits in found.items():
        assert library.search.find(words) == hits


def test_a_purge_leaves_nothing_of_the_article(library: Library, ids: Callable[[], str]) -> None:
    add_article(library, "b", text="残る記事")
    understand(library, "b", ids, understanding(terms=(term("島"),)))
    add_text(library, "a", text="直した本文")
    note = library.notes.add(id=ids(), target="article", target_id="a", text="x", now=NOW)
    library.notes.remove(note.id, now=NOW)
    names = {revision.sha256 for revision in library.articles.revisions("a")}
    library.articles.delete("a", LATER)
    library.articles.purge("a")
    with pytest.raises(NotFoundError):
        library.articles.get("a")
    assert library.search.find("橋").total == 0
    assert library.removed.list() == []
    assert [row.id for row in library.articles.rows()] == ["b"]
    left = {path.name for path in (library.folder / "originals").iterdir()}
    assert left == {library.articles.revision("b").sha256}
    assert not names & left
    assert library.check() == []
    with sqlite3.connect(library.folder / "library.db") as raw:
        tables = raw.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%article INTEGER%'"
        )
        for (table,) in tables.fetchall():
            (left_over,) = raw.execute(f"SELECT count(*) FROM {table} WHERE article = 1").fetchone()
            assert left_over == 0, table
    raw.close()


def test_a_purge_without_the_trash_before_counts_right(
    library: Library, ids: Callable[[], str]
) -> None:
    add_article(library, "b")
    understand(library, "b", ids, understanding(terms=(term("島"), term("橋"))))
    library.articles.purge("a")
    assert [(entry.text, entry.articles) for entry in library.terms.glossary()] == [
        ("島", 1),
        ("橋", 1),
    ]


def test_an_original_stays_while_another_article_has_the_same_bytes(library: Library) -> None:
    same = add_article(library, "b")
    library.articles.purge("a")
    assert library.articles.original(same.sha256)
    library.articles.purge("b")
    assert list((library.folder / "originals").iterdir()) == []


def _purge_and_fail(library: Library) -> None:
    library.articles.purge("a")
    raise RuntimeError


def test_a_purge_that_is_rolled_back_keeps_the_original(library: Library) -> None:
    sha256 = library.articles.revision("a").sha256
    with pytest.raises(RuntimeError), library.writing():
        _purge_and_fail(library)
    assert library.articles.original(sha256)
    assert library.known("a").summary.text == "要約"
    add_article(library, "b", text="ほか")
    assert library.articles.original(sha256)


def test_the_numbers_of_purged_rows_are_not_used_again(
    library: Library,
) -> None:
    number = library.articles.get("a").number
    library.articles.purge("a")
    add_article(library, "b")
    assert library.articles.get("b").number > number
