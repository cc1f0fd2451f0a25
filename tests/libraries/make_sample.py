"""Make the sample library of the current schema: ``python tests/libraries/make_sample.py``.

A sample is made once, when its schema lands, and never again: it shows that a library of
that time still opens.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent)]

from libraries.building import (  # noqa: E402
    LATER,
    NOW,
    TEXT,
    add_article,
    add_text,
    anchor,
    passage,
    point,
    term,
    understand,
    understanding,
)

from reader.library import Library, Rows  # noqa: E402
from reader.library.schema import VERSION  # noqa: E402
from reader.model.ids import encode_id  # noqa: E402


def make(folder: Path) -> None:
    """Fill a library with one of everything."""
    made = iter(range(1, 1000))

    def make_id() -> str:
        return encode_id(next(made) * 0x9E3779B97F4A7C15F39D % (1 << 80))

    with Library.open(folder) as library:
        article = make_id()
        add_article(library, article, text="北海の橋\n初めの本文", origin="/texts/bridge.txt")
        add_text(library, article, text=TEXT)
        definition = passage("北海大橋とは、二つの島を結ぶ橋である。")
        found = understanding(
            terms=(
                term("北海大橋", definition=definition),
                term("北海県", category="organization"),
            ),
            points=(point("料金はいくらになるのか"), point("船の便は残るのか")),
            sentences=(passage("北海県は橋の工事が終わりに近いと発表した。"),),
        )
        understand(library, article, make_id, found)
        price = library.watch_points.of_article(article)[0]
        library.watch_points.set_status(price.id, "developing", why="県の説明会", now=LATER)
        library.articles.correct(article, "title", "北海の橋、夏に開通(訂正)")
        library.articles.set_state(article, status="reading", tags=("橋",), position=12, now=NOW)
        library.summaries.set(article, "夏に橋が開く。", now=NOW)
        add = library.notes.add
        add(id=make_id(), target="article", target_id=article, text="図書館で地図を見る", now=NOW)
        marked = library.highlights.add(
            id=make_id(), article_id=article, anchor=anchor("二つの島"), color="green", now=NOW
        )
        add(id=make_id(), target="highlight", target_id=marked.id, text="どの島か", now=NOW)
        gone = add(id=make_id(), target="article", target_id=article, text="消したメモ", now=NOW)
        library.notes.remove(gone.id, now=LATER)
        _correct(library, article, make_id)
        _decide(library, article, make_id)
        trashed = make_id()
        add_article(library, trashed, text="捨てた記事\n本文")
        library.articles.delete(trashed, LATER)
    with closing(sqlite3.connect(folder / "library.db")) as raw:
        raw.execute("VACUUM")


def _correct(library: Library, article: str, make_id: Callable[[], str]) -> None:
    """Say of terms and lines what a reader can say since schema 2."""
    terms = {found.text: found.id for found in library.known(article).terms}
    bridge, county = terms["北海大橋"], terms["北海県"]
    library.corrections.set_field(bridge, "definition", "島へ渡る橋")
    library.corrections.set_field(county, "category", "place")
    library.corrections.set_alias(county, "県", "removed")
    own = library.corrections.make(id=make_id(), text="工事", category="event")
    with library.writing():
        while (batch := library.forms.next_batch(10)) is not None:
            number = library.corrections.number(own)
            places = [
                [(place, place + 2, number)] if (place := text.find("工事")) >= 0 else []
                for _, text in batch.texts
            ]
            library.forms.settle(batch, places)
    asked = library.watch_points.of_article(article)[1]
    rows = Rows("watch_point", {"id": asked.id})
    with library.acts.recorded(rows, id=make_id(), now=LATER, label="act.dismiss", details={}):
        library.watch_points.set_dismissed(asked.id, dismissed=True)
    line = library.blocks.line(article, 0)
    assert line is not None
    library.blocks.correct(article, line, "heading", level=1)


def _decide(library: Library, article: str, make_id: Callable[[], str]) -> None:
    """Decide on passages and tag notes, as a reader can since schema 3."""
    add = library.highlights.add
    moved = add(
        id=make_id(), article_id=article, anchor=anchor("料金は"), color="red", now=NOW, tags=["金"]
    )
    wider = anchor("料金はいくらになるのか")
    library.highlights.set_anchor(moved.id, wider, now=LATER, instead=True)
    gone = add(id=make_id(), article_id=article, anchor=anchor("船の便"), color="blue", now=NOW)
    library.highlights.keep_as_quotation(gone.id, now=LATER)
    (note,) = library.notes.on("article", article)
    library.notes.set_tags(note.id, ("地図", "調べる"), now=LATER)


if __name__ == "__main__":
    with TemporaryDirectory() as made:
        make(Path(made))
        shutil.make_archive(str(HERE / f"schema-{VERSION}"), "zip", made)
