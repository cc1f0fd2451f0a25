"""Articles in the library: added, found again, corrected, listed and paged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from libraries.building import LATER, NOW, TEXT, add_article, add_text, document

from reader.library import Library
from reader.model.article import ArticleState
from reader.model.document import Facts
from reader.model.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def library(library_folder: Path) -> Iterator[Library]:
    with Library.open(library_folder) as opened:
        yield opened


def test_an_article_comes_back_as_it_was_added(library: Library) -> None:
    facts = Facts(
        title="北海の橋",
        author="山本",
        publisher="北海新報",
        source="example.org",
        url="https://example.org/bridge",
        published="2026-01",
        event_date="2025-12",
        event_date_text="12月初旬",
        language="ja",
        declared_id="bridge",
        tags=("交通",),
    )
    made = library.articles.add(id="0000000000000001", facts=facts, origin="/a/b.md", now=NOW)
    add_text(library, made.id, text=TEXT)
    found = library.articles.get(made.id)
    assert (found.title, found.author, found.publisher) == ("北海の橋", "山本", "北海新報")
    assert (found.published, found.event_date) == ("2026-01", "2025-12")
    assert (found.event_date_text, found.language) == ("12月初旬", "ja")
    assert (found.added, found.origin, found.deleted) == (NOW, "/a/b.md", "")
    assert found == made


def test_a_prefix_finds_the_one_article_as_a_person_writes_it(library: Library) -> None:
    add_article(library, "0abc000000000001")
    add_article(library, "0abd000000000001")
    assert library.articles.resolve("oABc") == "0abc000000000001"
    assert library.articles.resolve("0abd-0000") == "0abd000000000001"
    for prefix, code in (("0ab", "ambiguous_id"), ("zz", "no_such_id"), ("", "no_such_id")):
        with pytest.raises(NotFoundError) as caught:
            library.articles.resolve(prefix)
        assert caught.value.code == code
        assert caught.value.details == {"id": prefix, "kind": "article"}


def test_what_is_not_there_is_told(library: Library) -> None:
    with pytest.raises(NotFoundError, match="no_such_id"):
        library.articles.get("nothing")
    with pytest.raises(NotFoundError, match="no_such_id"):
        library.articles.row("nothing")
    with pytest.raises(NotFoundError, match="no_such_id"):
        library.known("nothing")


def test_the_same_article_is_found_by_its_signs_the_strongest_first(library: Library) -> None:
    add_article(library, "a", origin="/texts/one.txt")
    add_article(library, "b", origin="/texts/two.txt", url="https://example.org/1")
    add_article(library, "c", declared_id="one")
    find = library.articles.find_same
    assert find(declared_id="one", url="https://example.org/1", origin="/texts/one.txt") == [
        "c",
        "b",
        "a",
    ]
    assert find(declared_id="", url="", origin="") == []
    library.articles.delete("c", LATER)
    assert find(declared_id="one", url="", origin="") == ["c"]


def test_the_same_bytes_are_found_in_the_newest_revision_alone(library: Library) -> None:
    first = add_article(library, "a", text="一つ目")
    assert library.articles.find_by_sha256(first.sha256) == "a"
    second = add_text(library, "a", text="二つ目")
    assert library.articles.find_by_sha256(first.sha256) is None
    assert library.articles.find_by_sha256(second.sha256) == "a"


def test_declared_ids_are_known_even_in_the_trash(library: Library) -> None:
    add_article(library, "a", declared_id="one")
    add_article(library, "b", declared_id="two")
    library.articles.delete("b", LATER)
    assert library.articles.declared(["one", "two", "three", ""]) == {"one", "two"}


def test_a_correction_is_shown_and_can_be_taken_back(library: Library) -> None:
    add_article(library, "a", source="wrong.example", published="2026")
    library.articles.correct("a", "title", "正しい題")
    library.articles.correct("a", "source", "")
    corrected = library.articles.get("a")
    assert (corrected.title, corrected.source) == ("正しい題", "")
    assert corrected.corrected == ("source", "title")
    assert library.articles.row("a").title == "正しい題"
    library.articles.update_facts("a", Facts(title="ほかの題", source="right.example"))
    library.articles.correct("a", "title", None)
    kept = library.articles.get("a")
    assert (kept.title, kept.source, kept.corrected) == ("ほかの題", "", ("source",))


def test_what_the_reader_did_is_kept_apart_from_the_content(library: Library) -> None:
    add_article(library, "a")
    assert library.articles.state("a") == ArticleState()
    library.articles.set_state("a", status="reading", position=40, now=NOW)
    library.articles.set_state("a", starred=True, tags=("橋", "北海"), now=NOW)
    assert library.articles.state("a") == ArticleState("reading", True, ("橋", "北海"), 40)
    add_text(library, "a", text="新しい本文")
    assert library.articles.state("a").tags == ("橋", "北海")
    row = library.articles.row("a")
    assert (row.status, row.starred, row.tags) == ("reading", True, ("橋", "北海"))
    library.articles.set_state("a", tags=(), starred=False, now=NOW)
    assert library.articles.state("a") == ArticleState("reading", False, (), 40)


def test_the_list_is_newest_first_by_publication_then_event_then_adding(library: Library) -> None:
    add_article(library, "a", published="2025-12")
    add_article(library, "b", event_date="2026-01-02")
    add_article(library, "c", published="2026-01-02", event_date="2020")
    add_article(library, "d", now="2026-01-01T00:00:00Z")
    add_article(library, "e", published="2025-12-31")
    assert [row.id for row in library.articles.rows()] == ["c", "b", "d", "e", "a"]
    library.articles.correct("a", "published", "2026-02")
    assert library.articles.rows(limit=1)[0].id == "a"


@pytest.mark.parametrize("size", [1, 2, 3, 50])
def test_pages_follow_each_other_without_gap_or_double(
    library: Library, ids: Callable[[], str], size: int
) -> None:
    for number in range(11):
        add_article(library, ids(), published=f"2026-01-0{1 + number % 3}")
    whole = library.articles.rows(limit=100)
    assert len(whole) == library.articles.count() == 11
    paged = library.articles.rows(limit=size)
    while page := library.articles.rows(after=paged[-1], limit=size):
        paged += page
    assert paged == whole


def test_the_list_can_be_of_one_status_or_tag(library: Library) -> None:
    for id_, published in (("a", "2026-01-01"), ("b", "2026-01-02"), ("c", "2026-01-03")):
        add_article(library, id_, published=published)
    library.articles.set_state("a", tags=("橋",), now=NOW)
    library.articles.set_state("c", tags=("橋", "船"), status="read", now=NOW)
    rows = library.articles.rows
    assert [row.id for row in rows(tag="橋")] == ["c", "a"]
    assert [row.id for row in rows(tag="橋", after=rows(tag="橋", limit=1)[0])] == ["a"]
    assert [row.id for row in rows(status="unread")] == ["b", "a"]
    assert [row.id for row in rows(tag="橋", status="read")] == ["c"]
    assert library.articles.count(tag="橋") == 2
    assert library.articles.count(tag="橋", status="unread") == 1
    library.articles.set_state("c", tags=("船",), now=NOW)
    assert [row.id for row in rows(tag="橋")] == ["a"]
    assert rows(tag="nothing") == []
    library.articles.set_state("b", starred=True, now=NOW)
    assert [row.id for row in rows(starred=True)] == ["b"]
    assert library.articles.count(starred=True) == 1
    assert rows(starred=True, tag="橋") == []


def test_rows_come_in_the_order_of_their_ids(library: Library) -> None:
    for id_ in ("a", "b", "c"):
        add_article(library, id_)
    assert [row.id for row in library.articles.rows_of(["c", "x", "a"])] == ["c", "a"]


def test_a_title_without_a_line_of_its_own_is_kept(library: Library) -> None:
    made = document("本文だけ", title="題")
    library.articles.add(id="a", facts=made.facts, origin="", now=NOW)
    add_text(library, "a", text="本文だけ")
    assert library.articles.row("a").title == "題"
