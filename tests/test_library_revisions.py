"""Revisions and originals: kept for good, byte for byte."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from libraries.building import LATER, NOW, TEXT, add_article, add_text, anchor, document

from reader.library import Library
from reader.model.annotations import Placement
from reader.model.blocks import Block, Span
from reader.model.document import Document
from reader.model.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def library(library_folder: Path) -> Iterator[Library]:
    with Library.open(library_folder) as opened:
        yield opened


def test_an_original_comes_back_byte_for_byte(library: Library) -> None:
    data = b"\xef\xbb\xbf\x00\xff not text at all\r\n"
    sha256 = library.articles.store_original(data)
    assert sha256 == hashlib.sha256(data).hexdigest()
    assert library.articles.store_original(data) == sha256
    assert library.articles.original(sha256) == data
    assert [path.name for path in (library.folder / "originals").iterdir()] == [sha256]


def test_an_original_that_is_gone_or_changed_is_told(library: Library) -> None:
    revision = add_article(library, "a")
    path = library.folder / "originals" / revision.sha256
    path.write_bytes(b"something else")
    with pytest.raises(LibraryError, match="original_damaged"):
        library.articles.original(revision.sha256)
    path.unlink()
    with pytest.raises(LibraryError, match="original_missing"):
        library.articles.original(revision.sha256)
    with pytest.raises(ValueError, match="not a SHA-256"):
        library.articles.original("../library.db")


def test_a_revision_names_an_original_that_is_there(library: Library) -> None:
    add_article(library, "a")
    with pytest.raises(ValueError, match="not stored"):
        library.articles.add_revision(
            "a", sha256="0" * 64, name="x.txt", document=document(), now=LATER
        )
    assert len(library.articles.revisions("a")) == 1


def test_all_texts_are_kept_and_the_newest_is_shown(library: Library) -> None:
    first = add_article(library, "a", text="一つ目の本文")
    second = add_text(library, "a", text="二つ目の本文")
    assert second.number > first.number
    assert library.articles.revision("a") == second
    assert library.articles.revisions("a") == (second, first)
    assert library.articles.original(first.sha256).decode() == "一つ目の本文"
    assert library.articles.original_name(first.sha256) == "article.txt"
    assert library.articles.original_name("0" * 64) == ""
    assert library.known("a").revision == second


def test_blocks_and_spans_come_back_as_they_were(library: Library) -> None:
    text = "題𠮷\n見出し\n・項目のリンク"
    blocks = (
        Block("title", 0, 2),
        Block("heading", 3, 6, 2),
        Block(
            "list_item",
            8,
            14,
            1,
            (Span(8, 10, "strong"), Span(11, 14, "link", "https://example.org/?a=1&b='2'")),
        ),
    )
    library.articles.add(id="a", facts=document(text).facts, origin="", now=NOW)
    sha256 = library.articles.store_original(text.encode())
    revision = library.articles.add_revision(
        "a", sha256=sha256, name="x.md", document=Document(text, blocks, parser=7), now=NOW
    )
    assert (revision.text, revision.blocks) == (text, blocks)


def test_highlights_in_a_changed_text_are_lost_until_they_are_found(
    library: Library, ids: Callable[[], str]
) -> None:
    add_article(library, "a")
    made = library.highlights.add(
        id=ids(), article_id="a", anchor=anchor("二つの島"), color="green", now=NOW
    )
    add_text(library, "a", text=TEXT)
    assert library.highlights.get(made.id) == made
    with library.writing():
        add_text(library, "a", text="前置き\n" + TEXT)
        (lost,) = library.highlights.of_article("a")
        assert (lost.state, lost.start, lost.end) == ("lost", 0, 0)
        assert (lost.text, lost.anchor, lost.made_on) == (made.text, made.anchor, made.made_on)
        found = Placement(made.start + 4, made.end + 4, "anchored")
        library.highlights.replace_placements([(made.id, found)])
    placed = library.highlights.get(made.id)
    assert (placed.state, placed.start, placed.end) == ("anchored", found.start, found.end)
    assert library.known("a").revision.text[placed.start : placed.end] == "二つの島"
