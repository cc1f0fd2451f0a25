"""The notebook: every note and highlight, found by every filter, in pages that stay in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
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
from reader.library.folding import fold
from reader.library.queries import split
from reader.model.annotations import Anchor, Placement
from reader.model.errors import NotFoundError
from reader.model.notebook import NotebookEntry, NotebookQuery, TagCount

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reader.model.annotations import HighlightColor, NoteTarget

ALL = NotebookQuery()


@pytest.fixture
def library(library_folder: Path, ids: Callable[[], str]) -> Iterator[Library]:
    with Library.open(library_folder) as opened:
        add_article(opened, "a", published="2026-01-01")
        found = understanding(terms=(term("島"),), points=(point("船の便は残るのか"),))
        understand(opened, "a", ids, found)
        add_article(
            opened, "b", text="湖の町の市場\n市場が開いた。ＥＣＢも来た。", published="2026-01-05"
        )
        yield opened


def at(minute: int) -> str:
    return f"2026-01-10T09:{minute:02}:00Z"


def mark(
    library: Library,
    id_: str,
    words: str,
    *,
    article: str = "a",
    color: HighlightColor = "yellow",
    minute: int = 0,
    tags: tuple[str, ...] = (),
) -> str:
    text = library.articles.revision(article).text
    library.highlights.add(
        id=id_,
        article_id=article,
        anchor=anchor(words, within=text),
        color=color,
        now=at(minute),
        tags=tags,
    )
    return id_


def write(
    library: Library,
    id_: str,
    text: str,
    *,
    on: NoteTarget = "article",
    target: str = "a",
    minute: int = 0,
    tags: tuple[str, ...] = (),
) -> str:
    library.notes.add(id=id_, target=on, target_id=target, text=text, now=at(minute), tags=tags)
    return id_


def fill(library: Library) -> None:
    """Write one of everything, minute by minute."""
    mark(library, "bare", "二つの島", color="blue", minute=1)
    mark(library, "noted", "料金はいくら", color="red", minute=2, tags=("料金",))
    write(library, "n1", "誰が決めるのか", on="highlight", target="noted", minute=3, tags=("問い",))
    write(library, "n2", "続き", on="highlight", target="noted", minute=4)
    write(library, "whole", "全体のメモ", minute=5, tags=("料金", "橋"))
    point_id = library.watch_points.of_article("a")[0].id
    write(library, "asked", "港にも聞く", on="watch_point", target=point_id, minute=6)
    term_id = library.terms.of_article("a")[0].id
    write(library, "named", "しま", on="term", target=term_id, minute=7)
    mark(library, "other", "市場が開いた", article="b", color="blue", minute=8)


def found(library: Library, query: NotebookQuery = ALL, *, limit: int = 100) -> list[str]:
    entries = library.notebook.page(query, limit=limit)
    assert library.notebook.count(query) >= len(entries)
    if len(entries) < limit:
        assert library.notebook.count(query) == len(entries)
    return [entry.id for entry in entries]


def test_an_entry_says_what_it_is_and_where_it_stands(library: Library) -> None:
    fill(library)
    entries = {entry.id: entry for entry in library.notebook.page(ALL, limit=100)}
    noted = entries["noted"]
    assert (noted.kind, noted.target_id, noted.article_id) == ("highlight", "noted", "a")
    assert (noted.title, noted.quotation) == ("北海の橋、夏に開通へ", "料金はいくら")
    assert (noted.note, noted.notes, noted.tags) == ("誰が決めるのか", 2, ("料金", "問い"))
    assert (noted.color, noted.state, noted.created, noted.modified) == (
        "red",
        "anchored",
        at(2),
        at(4),
    )
    assert TEXT[noted.start : noted.end] == "料金はいくら"
    assert (entries["bare"].kind, entries["bare"].note) == ("bare", "")
    asked = entries["asked"]
    assert (asked.kind, asked.quotation, asked.note) == (
        "watch_point",
        "船の便は残るのか",
        "港にも聞く",
    )
    assert TEXT[asked.start : asked.end] == "船の便は残るのか"
    named = entries["named"]
    assert (named.kind, named.title, named.article_id) == ("term", "島", "")
    whole = entries["whole"]
    assert (whole.kind, whole.target_id, whole.tags) == ("article", "a", ("料金", "橋"))
    assert library.notebook.get("noted") == noted
    quotation, notes = library.notebook.whole("noted")
    assert (quotation, [note.text for note in notes]) == (
        "料金はいくら",
        ["誰が決めるのか", "続き"],
    )
    with pytest.raises(NotFoundError):
        library.notebook.get("n1")


def test_the_orders(library: Library) -> None:
    fill(library)
    assert found(library) == ["other", "named", "asked", "whole", "noted", "bare"]
    library.highlights.set_color("bare", "red", now=at(9))
    library.notes.set_text("n2", "書き足す", now=at(10))
    assert found(library)[:3] == ["noted", "bare", "other"]
    created = NotebookQuery(sort="created")
    assert found(library, created) == ["other", "named", "asked", "whole", "noted", "bare"]
    in_articles = NotebookQuery(sort="article")
    # The newest article first, what is of no article last; the note on the whole leads.
    assert found(library, in_articles) == ["other", "whole", "bare", "noted", "asked", "named"]
    library.articles.correct("b", "published", "2025-01-01")
    assert found(library, in_articles)[-2:] == ["other", "named"]


@pytest.mark.parametrize(
    "query, wanted",
    [
        (NotebookQuery(colors=frozenset(("blue",))), ["other", "bare"]),
        (NotebookQuery(colors=frozenset(("blue", "red"))), ["other", "noted", "bare"]),
        (NotebookQuery(tags=frozenset(("料金",))), ["whole", "noted"]),
        (NotebookQuery(tags=frozenset(("料金", "橋"))), ["whole"]),
        (NotebookQuery(tags=frozenset(("料金", "ない"))), []),
        (NotebookQuery(kinds=frozenset(("bare", "term"))), ["other", "named", "bare"]),
        (NotebookQuery(kinds=frozenset(("highlight",))), ["noted"]),
        (NotebookQuery(article_id="b"), ["other"]),
        (NotebookQuery(article_id="nowhere"), []),
        (NotebookQuery(since=at(6)), ["other", "named", "asked"]),
        (NotebookQuery(since=at(5), until=at(7)), ["asked", "whole"]),
        (NotebookQuery(text="しま"), ["named"]),
        (NotebookQuery(text="島"), ["named", "bare"]),
        (NotebookQuery(text="続"), ["noted"]),
        (NotebookQuery(text="問い 料金"), ["noted"]),
        (NotebookQuery(text="料金 誰"), ["noted"]),
        (NotebookQuery(text="湖"), ["other"]),
        (NotebookQuery(text="開通へ"), ["asked", "whole", "noted", "bare"]),
        (NotebookQuery(text="船の便"), ["asked"]),
        (NotebookQuery(text="金誰"), []),
        (NotebookQuery(text="料金", kinds=frozenset(("article",)), article_id="a"), ["whole"]),
        (NotebookQuery(text="市場", colors=frozenset(("blue",)), since=at(8)), ["other"]),
    ],
)
def test_every_filter(library: Library, query: NotebookQuery, wanted: list[str]) -> None:
    fill(library)
    assert found(library, query) == wanted


def test_width_and_case_do_not_matter(library: Library) -> None:
    mark(library, "m", "ＥＣＢも", article="b")
    write(library, "n", "ﾊﾝｶｸ と Straße")
    for text in ("ecb", "ECB", "ｅｃｂ"):
        assert found(library, NotebookQuery(text=text)) == ["m"]
    for text in ("ハンカク", "STRASSE", "straße"):
        assert found(library, NotebookQuery(text=text)) == ["n"]


def test_half_a_character_is_found_nowhere(library: Library) -> None:
    fill(library)
    assert found(library, NotebookQuery(text="\ud800")) == []


def test_what_the_text_lost_and_what_wants_a_look(library: Library) -> None:
    fill(library)
    places = [("bare", Placement(0, 0, "lost")), ("noted", Placement(1, 4, "doubtful"))]
    library.highlights.replace_placements(places)
    assert found(library, NotebookQuery(looks=frozenset(("lost",)))) == ["bare"]
    assert found(library, NotebookQuery(looks=frozenset(("doubtful",)))) == ["noted"]
    assert found(library, NotebookQuery(looks=frozenset(("lost", "doubtful")))) == [
        "noted",
        "bare",
    ]
    library.highlights.keep_as_quotation("noted", now=at(30))
    assert library.notebook.get("noted").state == "quotation"
    assert found(library, NotebookQuery(looks=frozenset(("lost",)))) == ["noted", "bare"]
    assert found(library, NotebookQuery(sort="article"))[-3:] == ["bare", "noted", "named"]
    counts = library.notebook.counts()
    assert (counts.doubtful, counts.lost) == (0, 2)


def test_the_counts(library: Library) -> None:
    fill(library)
    library.notes.remove("n2", now=LATER)
    counts = library.notebook.counts()
    assert counts.total == 6
    assert counts.kinds == {"highlight": 1, "bare": 2, "article": 1, "watch_point": 1, "term": 1}
    assert counts.colors == {"blue": 2, "red": 1}
    assert counts.tags == (TagCount("料金", 2), TagCount("問い", 1), TagCount("橋", 1))
    assert counts.removed == 1


def test_every_change_is_seen_at_once(library: Library) -> None:
    fill(library)
    library.notes.remove("n1", now=at(20))
    library.notes.remove("n2", now=at(20))
    assert library.notebook.get("noted").kind == "bare"
    assert found(library, NotebookQuery(text="誰")) == []
    library.removed.restore("n1")
    assert library.notebook.get("noted").note == "誰が決めるのか"
    assert found(library, NotebookQuery(text="誰")) == ["noted"]
    library.highlights.remove("noted", now=at(21))
    assert "noted" not in found(library)
    assert found(library, NotebookQuery(tags=frozenset(("問い",)))) == []
    library.removed.restore("noted")
    assert found(library, NotebookQuery(tags=frozenset(("問い",)))) == ["noted"]
    library.notes.set_tags("whole", ("新しい",), now=at(22))
    assert [one.tag for one in library.notebook.counts().tags] == ["問い", "料金", "新しい"]
    library.articles.correct("a", "title", "橋の名")
    assert library.notebook.get("whole").title == "橋の名"
    assert found(library, NotebookQuery(text="橋の名"))[0] == "whole"
    add_text(library, "a", text=TEXT.replace("二つ", "いま二つ"))
    shifted = anchor("二つの島", within=library.articles.revision("a").text)
    library.highlights.replace_placements(
        [("bare", Placement(shifted.start, shifted.end, "anchored"))]
    )
    assert library.notebook.get("bare").start == shifted.start


def test_the_name_of_a_term_is_the_one_it_is_shown_by(library: Library) -> None:
    fill(library)
    term_id = library.terms.of_article("a")[0].id
    library.corrections.set_field(term_id, "text", "諸島")
    assert library.notebook.get("named").title == "諸島"
    assert found(library, NotebookQuery(text="諸")) == ["named"]


def test_articles_in_the_trash_take_their_entries_along(library: Library) -> None:
    fill(library)
    library.articles.delete("a", LATER)
    assert found(library) == ["other", "named"]
    write(library, "late", "ごみ箱で")
    assert found(library, NotebookQuery(text="ごみ箱")) == []
    assert library.notebook.counts().total == 2
    library.articles.restore("a")
    assert found(library) == ["other", "named", "asked", "whole", "noted", "bare", "late"]
    assert found(library, NotebookQuery(tags=frozenset(("問い",)))) == ["noted"]
    library.articles.delete("a", LATER)
    library.articles.purge("a")
    assert found(library) == ["other", "named"]


def test_pages_stay_in_order_while_things_change(library: Library) -> None:
    for number in range(40):
        write(library, f"n{number:02}", f"メモ {number}", minute=number)
    for sort in ("modified", "created", "article"):
        query = NotebookQuery(sort=sort)
        whole = found(library, query)
        seen: list[str] = []
        after: NotebookEntry | None = None
        while page := library.notebook.page(query, limit=7, after=after):
            seen += [entry.id for entry in page]
            after = page[-1]
            if len(seen) == 14:
                # What comes to the front, or goes from behind, moves nothing else.
                write(library, f"new{sort}", "新しい", minute=50)
                library.notes.remove(whole[-1], now=LATER)
        assert [id_ for id_ in seen if not id_.startswith("new")] == [
            id_ for id_ in whole[:-1] if not id_.startswith("new")
        ]


def test_one_change_at_a_time_in_a_transaction_that_fails(library: Library) -> None:
    fill(library)
    before = found(library)
    with pytest.raises(NotFoundError), library.writing():
        write(library, write(library, "gone", "消える"), "も", target="nowhere")
    assert found(library) == before


PIECES = st.text(alphabet='aAａbﾊハß"、 島の\n株㍿', max_size=6)


@given(
    notes=st.lists(st.tuples(PIECES, st.lists(PIECES, max_size=2)), min_size=1, max_size=5),
    query=PIECES,
)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_search_is_a_scan(
    library: Library, ids: Callable[[], str], notes: list[tuple[str, list[str]]], query: str
) -> None:
    for entry in library.notebook.page(ALL, limit=1000):
        library.notes.remove(entry.id, now=LATER)
    title = fold(library.articles.get("a").title)
    expected = set()
    for text, tags in notes:
        id_ = write(library, ids(), text, tags=tuple(dict.fromkeys(tags)))
        parts = [fold(text), title, *(fold(tag) for tag in tags)]
        if all(any(word in part for part in parts) for word in split(query)):
            expected.add(id_)
    assert set(found(library, NotebookQuery(text=query))) == expected


def test_what_was_taken_away_is_listed_page_by_page(library: Library) -> None:
    fill(library)
    library.notes.remove("named", now=at(30))
    library.highlights.remove("noted", now=at(31))
    library.notes.remove("whole", now=at(32))
    first = library.removed.page(limit=2)
    rest = library.removed.page(limit=2, after=first[-1])
    assert [one.id for one in (*first, *rest)] == ["whole", "noted", "named"]
    marked, named = first[1], rest[0]
    assert (marked.kind, marked.text, marked.note, marked.color) == (
        "highlight",
        "料金はいくら",
        "誰が決めるのか",
        "red",
    )
    assert (marked.article_id, marked.title, marked.removed) == (
        "a",
        "北海の橋、夏に開通へ",
        at(31),
    )
    assert (named.article_id, named.title, named.text) == ("", "島", "しま")
    library.removed.forget_one("noted")
    assert [one.id for one in library.removed.page(limit=9)] == ["whole", "named"]
    assert library.removed.count() == 2
    with pytest.raises(NotFoundError):
        library.removed.restore("noted")


def test_a_check_sees_a_line_that_is_missing(library: Library) -> None:
    fill(library)
    assert library.check() == []
    with library.writing():
        library._db.run("DELETE FROM notebook WHERE kind = 'bare'")
    assert [problem.kind for problem in library.check()] == ["index"]


def test_tags_are_found_on_whatever_has_them(library: Library) -> None:
    fill(library)
    assert library.notebook.tagged("料金") == (["noted"], ["whole"])
    assert library.notebook.tagged("問い") == ([], ["n1"])
    assert library.notebook.tagged("ない") == ([], [])


def test_anchors_of_equal_words_are_told_apart(library: Library) -> None:
    second = TEXT.index("橋", TEXT.index("橋") + 1)
    library.highlights.add(
        id="second",
        article_id="a",
        anchor=Anchor("橋", "", "", second, second + 1),
        color="green",
        now=NOW,
    )
    mark(library, "first", "橋")
    assert found(library, NotebookQuery(sort="article")) == ["first", "second"]
