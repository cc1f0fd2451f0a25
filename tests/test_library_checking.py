"""The check names what is damaged, and counting counts."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, get_args

import pytest
from libraries.building import (
    LATER,
    NOW,
    TEXT,
    add_article,
    anchor,
    point,
    term,
    understand,
    understanding,
)

from reader.library import Library, Problem, Rows, Statistics
from reader.library.encoding import WORDS
from reader.model.annotations import AnchorState, HighlightColor
from reader.model.article import ReadStatus
from reader.model.ids import encode_id
from reader.model.understanding import Category
from reader.model.watching import WatchStatus

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


ISLAND = encode_id(0x9E3779B97F4A7C15F39D)
"""The first id that the tests give."""


@pytest.fixture
def filled(library_folder: Path, ids: Callable[[], str]) -> Path:
    with Library.open(library_folder) as library:
        add_article(library, "a")
        found = understanding(terms=(term("島"),), points=(point("船の便は残るのか"),))
        understand(library, "a", ids, found)
        library.notes.add(id="n", target="article", target_id="a", text="橋のメモ", now=NOW)
        library.highlights.add(
            id="h", article_id="a", anchor=anchor("二つの島"), color="blue", now=NOW
        )
        library.summaries.set("a", "橋の要約", now=NOW)
        island = library.known("a").terms[0].id
        library.corrections.set_field(island, "definition", "海の中の陸")
        library.corrections.set_alias(island, "小島", "added")
        line = library.blocks.line("a", 0)
        assert line is not None
        rows = Rows("block_correction", {"article": 1})
        with library.acts.recorded(rows, id="act", now=NOW, label="act.block", details={}):
            library.blocks.correct("a", line, "heading", level=2)
    return library_folder


def problems(folder: Path) -> list[tuple[str, str]]:
    with Library.open(folder) as library:
        return [(problem.kind, problem.id) for problem in library.check()]


def test_a_sound_library_has_no_problems(filled: Path) -> None:
    with Library.open(filled) as library:
        assert library.quick_check()
        assert library.check() == []


@pytest.mark.parametrize(
    "change, expected",
    [
        ("UPDATE note SET text = '橋のぬモ'", ("note", "n")),
        ("UPDATE revision SET text = replace(text, '橋', '箸')", ("revision", "a")),
        ("UPDATE summary SET text = ''", ("summary", "a")),
        ("UPDATE highlight SET exact = '三つの島'", ("highlight", "h")),
        ("UPDATE highlight SET made_start = made_start + 1", ("highlight", "h")),
        ("UPDATE term SET definition_own = '海の中の雪'", ("term", ISLAND)),
        ("UPDATE term SET hidden = 1", ("term", ISLAND)),
        ("UPDATE term_alias SET verdict = 'removed'", ("term", ISLAND)),
        ("UPDATE block_correction SET level = 3", ("block", "a")),
        ("UPDATE act SET images = '[]'", ("act", "act")),
        ("DELETE FROM article_state", ("reference", "a")),
        ("DELETE FROM revision", ("reference", "")),
        ("UPDATE listing SET title = '別の題'", ("index", "")),
        ("DELETE FROM search_entry WHERE number & 3 = 1", ("index", "")),
    ],
)
def test_a_damaged_row_is_named(filled: Path, change: str, expected: tuple[str, str]) -> None:
    with closing(sqlite3.connect(filled / "library.db")) as raw:
        raw.execute(change)
        raw.commit()
    assert expected in problems(filled)


def test_flipped_bits_in_the_words_of_the_reader_are_named(filled: Path) -> None:
    path = filled / "library.db"
    data = path.read_bytes()
    words = "橋のメモ".encode()
    assert words in data
    path.write_bytes(data.replace(words, "橋のメヨ".encode()))
    assert ("note", "n") in problems(filled)


def test_a_broken_file_is_told_and_does_not_stop_the_check(filled: Path) -> None:
    path = filled / "library.db"
    data = bytearray(path.read_bytes())
    with closing(sqlite3.connect(path)) as raw:
        page = raw.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'note_article'"
        ).fetchone()[0]
        (size,) = raw.execute("PRAGMA page_size").fetchone()
    start = (page - 1) * size
    data[start : start + size] = bytes(size)
    path.write_bytes(data)
    (filled / "originals" / "left-over").write_bytes(b"")
    with Library.open(filled) as library:
        assert not library.quick_check()
        kinds = {problem.kind for problem in library.check()}
    assert {"file", "original"} <= kinds


def test_originals_are_checked_byte_for_byte(filled: Path) -> None:
    with Library.open(filled) as library:
        sha256 = library.articles.revision("a").sha256
    path = filled / "originals" / sha256
    path.write_bytes(TEXT.encode() + b" ")
    (filled / "originals" / "stray").write_bytes(b"")
    with Library.open(filled) as library:
        assert library.check() == [
            Problem("original", "the original was changed", sha256),
            Problem("original", "no revision names this file", "stray"),
        ]
    path.unlink()
    assert problems(filled) == [("original", sha256), ("original", "stray")]


def test_counting_counts_what_is_there(filled: Path, ids: Callable[[], str]) -> None:
    with Library.open(filled) as library:
        add_article(library, "b", text="二つ目")
        add_article(library, "c", text="三つ目")
        library.articles.set_state("b", status="read", starred=True, now=NOW)
        library.articles.delete("c", LATER)
        found = library.statistics()
        size = sum(
            path.stat().st_size for path in filled.iterdir() if path.name.startswith("library.db")
        )
    assert found.bytes > 0
    assert found.bytes <= size
    assert found == Statistics(
        articles=2,
        unread=1,
        starred=1,
        trashed=1,
        revisions=2,
        understood=1,
        terms=1,
        watch_points=1,
        watch_open=1,
        highlights=1,
        notes=1,
        summaries=1,
        characters=len(TEXT) + 3,
        bytes=found.bytes,
    )


def test_what_is_told_twice_must_be_the_same(filled: Path) -> None:
    with closing(sqlite3.connect(filled / "library.db")) as raw, raw:
        raw.execute("UPDATE article SET source = '別の新聞'")
    assert ("reference", "a") in problems(filled)
    with Library.open(filled) as library:
        library.articles.correct("a", "source", "")
        assert library.check() == []


def test_a_step_that_nobody_took_is_named(filled: Path) -> None:
    with Library.open(filled) as library:
        asked = library.watch_points.of_article("a")[0].id
        library.watch_points.set_status(asked, "developing", why="県の説明会", now=NOW)
    with closing(sqlite3.connect(filled / "library.db")) as raw, raw:
        raw.execute("UPDATE status_change SET after = 'deweloping'")
    assert problems(filled) == [("reference", asked), ("watch_point", asked)]


def test_the_words_of_columns_are_those_of_the_values() -> None:
    kinds = (WatchStatus, ReadStatus, AnchorState, HighlightColor, Category)
    assert set().union(*map(get_args, kinds)) == WORDS
