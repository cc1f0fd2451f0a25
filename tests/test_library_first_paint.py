"""What the first paint waits for: little is loaded, and few questions are asked."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

from libraries.building import add_article, point, term, understand, understanding

from reader.library import Library
from reader.model.glossary import GLOSSARY_SORTS, GlossaryEntry, GlossaryQuery

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FIRST_PAINT = """
import json, sys
from pathlib import Path
from reader.library import Library

with Library.open(Path(sys.argv[1])) as library:
    library.known(library.articles.rows()[0].id)
    print(json.dumps(sorted(sys.modules)))
"""

LATE = {
    "hashlib",
    "unicodedata",
    "reader.library.backups",
    "reader.library.checking",
    "reader.library.folding",
    "reader.library.making",
    "reader.library.migrations",
    "reader.library.looking",
    "reader.library.originals",
    "reader.library.restoring",
    "reader.library.search",
    "reader.library.search_index",
    "reader.library.tokens",
    "reader.system.files",
}


def test_nothing_is_loaded_that_it_does_not_need(library_folder: Path, project: Path) -> None:
    with Library.open(library_folder) as library:
        add_article(library, "a")
    told = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, str(library_folder)],
        capture_output=True,
        text=True,
        check=True,
        cwd=project,
    )
    assert set(json.loads(told.stdout)) & LATE == set()


def test_an_article_is_known_in_few_questions(library_folder: Path, ids: Callable[[], str]) -> None:
    with Library.open(library_folder) as library:
        add_article(library, "a")
        terms = tuple(term(char) for char in "北海の橋夏")
        understand(library, "a", ids, understanding(terms=terms, points=(point("船の便"),)))
        asked: list[str] = []
        library._db.raw.set_trace_callback(asked.append)
        library.known("a")
        assert len(asked) <= 16
        asked.clear()
        library.articles.rows(limit=200)
        assert len(asked) == 1


def test_pages_of_the_list_are_read_from_an_index(library_folder: Path) -> None:
    with Library.open(library_folder) as library:
        for number in range(3):
            add_article(library, f"a{number}")
        last = library.articles.rows(limit=1)[0]
        entry = GlossaryEntry("t", "x", "place", "", (), 1, 1)
        asked: list[str] = []
        library._db.raw.set_trace_callback(asked.append)
        library.articles.rows()
        library.articles.rows(after=last)
        library.articles.rows(after=last, deleted=True)
        library.articles.rows(after=last, status="unread")
        library.articles.rows(after=last, tag="x")
        library.articles.rows(after=last, starred=True)
        for sort in GLOSSARY_SORTS:
            query = GlossaryQuery(text="x", categories=frozenset(("place",)), sort=sort)
            library.terms.glossary(query)
            library.terms.glossary(query, after=entry)
        library._db.raw.set_trace_callback(None)
        for sql in asked:
            if sql.lstrip().startswith("SELECT"):
                plan = [row[-1] for row in library._db.all(f"EXPLAIN QUERY PLAN {sql}")]
                assert not [step for step in plan if "TEMP B-TREE" in step], plan
                assert not [step for step in plan if step.startswith("SCAN listing")], plan
                assert not [step for step in plan if step.startswith("SCAN term")], plan
