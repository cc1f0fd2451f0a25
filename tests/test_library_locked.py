"""While another one writes, every change waits, then is refused, and nothing is half-done."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from libraries.building import (
    LATER,
    NOW,
    TEXT,
    add_article,
    anchor,
    document,
    point,
    term,
    understand,
    understanding,
)

from reader.library import Library, Rows, Stored
from reader.model.annotations import Placement
from reader.model.document import Facts
from reader.model.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Change = Callable[[Library], object]


@pytest.fixture
def library(library_folder: Path) -> Iterator[Library]:
    """Give a library with one of everything, under ids that the changes below know."""
    made = iter(("t", "w"))
    with Library.open(library_folder, busy_timeout=0.05) as opened:
        add_article(opened, "a")
        found = understanding(terms=(term("島"),), points=(point("船の便は残るのか"),))
        understand(opened, "a", lambda: next(made), found)
        opened.notes.add(id="n", target="article", target_id="a", text="メモ", now=NOW)
        gone = opened.notes.add(id="g", target="article", target_id="a", text="x", now=NOW)
        opened.notes.remove(gone.id, now=NOW)
        opened.highlights.add(
            id="h", article_id="a", anchor=anchor("二つの島"), color="blue", now=NOW
        )
        add_article(opened, "b", text="捨てた")
        opened.articles.delete("b", NOW)
        opened.corrections.make(id="o", text="橋", category="concept")
        opened.corrections.make(id="m", text="工事", category="concept")
        opened.corrections.merge("m", "t")
        for number in range(2):
            rows = Rows("article_state", {"article": 1})
            with opened.acts.recorded(rows, id=f"act{number}", now=NOW, label="x", details={}):
                opened.articles.set_state("a", starred=not number, now=NOW)
        opened.acts.undo(now=NOW)
        yield opened


@pytest.fixture
def writer(library: Library) -> Iterator[sqlite3.Connection]:
    """Give another connection that writes all the time."""
    other = sqlite3.connect(library.folder / "library.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield other
    other.close()


def _store(library: Library) -> object:
    number = library.articles.revision("a").number
    return library.understandings.store(
        "a", number, understanding(terms=(term("橋"),)), now=NOW, make_id=lambda: "new"
    )


def _add_revision(library: Library) -> object:
    sha256 = library.articles.store_original(TEXT.encode())
    return library.articles.add_revision("a", sha256=sha256, name="x", document=document(), now=NOW)


def _settle(library: Library) -> object:
    batch = library.forms.next_batch(10)
    assert batch is not None
    library.forms.settle(batch, [[(0, 2, 2)] for _ in batch.texts])
    return batch


def _correct_block(library: Library) -> object:
    line = library.blocks.line("a", 0)
    assert line is not None
    library.blocks.correct("a", line, "heading", level=2)
    return line


def _record(library: Library) -> object:
    rows = Rows("note", {"id": "n"})
    with library.acts.recorded(rows, id="act9", now=NOW, label="x", details={}):
        return library.notes.set_text("n", "次", now=LATER)


CHANGES: dict[str, Change] = {
    "articles.add": lambda it: it.articles.add(id="c", facts=Facts(), origin="", now=NOW),
    "articles.add_revision": _add_revision,
    "articles.update_facts": lambda it: it.articles.update_facts("a", Facts(title="新")),
    "articles.correct": lambda it: it.articles.correct("a", "title", "直した"),
    "articles.set_state": lambda it: it.articles.set_state("a", position=3, now=NOW),
    "articles.delete": lambda it: it.articles.delete("a", LATER),
    "articles.restore": lambda it: it.articles.restore("b"),
    "articles.purge": lambda it: it.articles.purge("a"),
    "understandings.store": _store,
    "understandings.store_many": lambda it: it.understandings.store_many(
        [Stored("a", 1, understanding(terms=(term("夏"),)))], now=NOW, make_id=lambda: "new"
    ),
    "corrections.set_hidden": lambda it: it.corrections.set_hidden("t", hidden=True),
    "corrections.set_field": lambda it: it.corrections.set_field("t", "reading", "しま"),
    "corrections.set_alias": lambda it: it.corrections.set_alias("t", "二つの島", "added"),
    "corrections.merge": lambda it: it.corrections.merge("o", "t"),
    "corrections.part": lambda it: it.corrections.part("m"),
    "corrections.make": lambda it: it.corrections.make(id="n", text="夏", category="event"),
    "corrections.forget": lambda it: it.corrections.forget("o"),
    "forms.settle": _settle,
    "blocks.correct": _correct_block,
    "acts.recorded": _record,
    "acts.undo": lambda it: it.acts.undo(now=LATER),
    "acts.redo": lambda it: it.acts.redo(now=LATER),
    "acts.drop": lambda it: it.acts.drop("act0"),
    "watch_points.set_dismissed": lambda it: it.watch_points.set_dismissed("w", dismissed=True),
    "watch_points.add": lambda it: it.watch_points.add("a", id="w2", text="なぜか"),
    "watch_points.set_status": lambda it: it.watch_points.set_status("w", "dropped", now=NOW),
    "watch_points.set_tags": lambda it: it.watch_points.set_tags("w", ("x",)),
    "watch_points.replace_placements": lambda it: it.watch_points.replace_placements(
        [("w", Placement(0, 1, "anchored"))]
    ),
    "highlights.add": lambda it: it.highlights.add(
        id="h2", article_id="a", anchor=anchor("北海県"), color="red", now=NOW
    ),
    "highlights.set_color": lambda it: it.highlights.set_color("h", "red", now=NOW),
    "highlights.set_tags": lambda it: it.highlights.set_tags("h", ("x",), now=NOW),
    "highlights.set_anchor": lambda it: it.highlights.set_anchor(
        "h", anchor("二つの島を結ぶ橋"), now=NOW
    ),
    "highlights.keep_as_quotation": lambda it: it.highlights.keep_as_quotation("h", now=NOW),
    "highlights.remove": lambda it: it.highlights.remove("h", now=NOW),
    "highlights.replace_placements": lambda it: it.highlights.replace_placements(
        [("h", Placement(0, 1, "doubtful"))]
    ),
    "notes.add": lambda it: it.notes.add(id="n2", target="term", target_id="t", text="y", now=NOW),
    "notes.set_text": lambda it: it.notes.set_text("n", "次", now=LATER),
    "notes.set_tags": lambda it: it.notes.set_tags("n", ("x",), now=LATER),
    "notes.remove": lambda it: it.notes.remove("n", now=LATER),
    "summaries.set": lambda it: it.summaries.set("a", "要約", now=NOW),
    "removed.restore": lambda it: it.removed.restore("g"),
    "removed.forget_one": lambda it: it.removed.forget_one("g"),
    "removed.forget": lambda it: it.removed.forget("2027"),
    "meta.set": lambda it: it.meta.set("a", "1"),
    "meta.remove": lambda it: it.meta.remove("written_by"),
    "writing": lambda it: it.writing().__enter__(),
}


def everything(library: Library) -> list[object]:
    """Return all that the library holds, as rows."""
    tables = library._db.all(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_%'"
    )
    return [library._db.all(f"SELECT * FROM {name}") for (name,) in sorted(tables)]


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_refused_while_another_one_writes(
    library: Library, writer: sqlite3.Connection, name: str
) -> None:
    before = everything(library)
    with pytest.raises(LibraryError) as caught:
        CHANGES[name](library)
    assert caught.value.code == "locked"
    assert everything(library) == before
    writer.execute("ROLLBACK")
    if name == "writing":
        return
    CHANGES[name](library)
    assert everything(library) != before


def test_every_repository_has_its_changes_above(library: Library) -> None:
    reading = {
        "all", "anchors", "article_of", "articles_using", "count", "counts", "declared", "find",
        "find_by_sha256", "find_same", "get", "glossary", "is_ready", "list", "of_article", "on",
        "original", "original_name", "page", "pending",
        "rebuild", "resolve", "revision", "revisions",
        "row", "rows", "rows_of", "state", "store_original",
        "are_corrected", "called", "definition", "definitions", "dismissed", "is_found",
        "is_waiting", "key", "known", "line", "listed", "merged", "name", "named", "next_batch",
        "next_redo", "next_undo", "notes_of", "number", "numbers_of", "places",
        "removed_forms", "shown_as", "still_listed", "tagged", "tags_in_use", "text_of",
        "together", "verdict",
        "whole",
    }  # fmt: skip
    names = (
        "articles", "blocks", "understandings", "terms", "corrections", "forms", "watch_points",
        "highlights", "notes", "notebook", "summaries", "removed", "acts", "search", "meta",
    )  # fmt: skip
    changing = {
        f"{name}.{method}"
        for name in names
        for method in dir(getattr(library, name))
        if not method.startswith("_") and (method not in reading)
    }
    assert changing - {"meta.get"} == CHANGES.keys() - {"writing"}


@pytest.mark.usefixtures("writer")
def test_reading_goes_on_while_another_one_writes(library: Library) -> None:
    assert library.known("a").notes[0].text == "メモ"
    assert library.search.find("北海").total > 0
    assert len(library.articles.rows()) == 1
    assert "島" in {entry.text for entry in library.terms.glossary()}
    assert library.statistics().articles == 1


def test_a_change_waits_for_the_other_one_to_end(library: Library, library_folder: Path) -> None:
    with Library.open(library_folder) as patient:
        import threading

        other = sqlite3.connect(
            library_folder / "library.db", isolation_level=None, check_same_thread=False
        )
        other.execute("BEGIN IMMEDIATE")
        ending = threading.Timer(0.2, lambda: other.execute("COMMIT"))
        ending.start()
        patient.summaries.set("a", "待った", now=NOW)
        ending.join()
        other.close()
    assert library.summaries.get("a").text == "待った"
