"""Understandings: kept, waited for, and made again without losing what the reader touched."""

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
    passage,
    point,
    term,
    understand,
    understanding,
)

from reader.library import Library
from reader.model.annotations import Placement
from reader.model.glossary import GLOSSARY_SORTS, GlossaryQuery

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PRICE = "料金はいくらになるのか"
SHIP = "船の便は残るのか"


@pytest.fixture
def library(library_folder: Path) -> Iterator[Library]:
    with Library.open(library_folder) as opened:
        yield opened


def test_an_understanding_comes_back_as_it_was_stored(
    library: Library, ids: Callable[[], str]
) -> None:
    add_article(library, "a")
    assert not library.known("a").understood
    assert library.understandings.get("a") is None
    bridge = term("北海大橋", definition=passage("北海大橋とは、二つの島を結ぶ橋である。"))
    island = term("島", aliases=("二つの島",))
    found = understanding(
        terms=(island, bridge), points=(point(PRICE), point(SHIP)), sentences=(passage("二つの島"),)
    )
    assert understand(library, "a", ids, found)
    known = library.known("a")
    assert known.understood
    assert known.article.language == "ja"
    assert known.key_sentences == found.key_sentences
    for kept, stored in zip(known.terms, found.terms, strict=True):
        for name in ("text", "category", "reading", "aliases", "occurrences", "weight", "shown"):
            assert getattr(kept, name) == getattr(stored, name)
        assert (kept.definition, kept.receipt) == (stored.definition, stored.receipt)
    for kept_point, stored_point in zip(known.watch_points, found.watch_points, strict=True):
        for name in ("text", "start", "end", "origin", "heading", "horizon"):
            assert getattr(kept_point, name) == getattr(stored_point, name)
        assert (kept_point.status, kept_point.article_id) == ("open", "a")
    understood = library.understandings.get("a")
    assert understood is not None
    assert (understood.version, understood.revision) == (1, known.revision.number)


def test_what_waits_is_what_is_new_changed_or_of_an_older_analyser(
    library: Library, ids: Callable[[], str]
) -> None:
    numbers = {id_: add_article(library, id_).number for id_ in ("a", "b", "c")}
    assert library.understandings.pending(2, 10) == list(numbers.items())
    assert library.understandings.pending(2, 1) == [("a", numbers["a"])]
    understand(library, "a", ids, understanding(version=2))
    understand(library, "b", ids, understanding(version=1))
    assert [id_ for id_, _ in library.understandings.pending(2, 10)] == ["c", "b"]
    library.articles.delete("c", LATER)
    assert [id_ for id_, _ in library.understandings.pending(2, 10)] == ["b"]
    changed = add_text(library, "a", text="新しい本文")
    assert library.understandings.pending(2, 10)[0] == ("a", changed.number)
    assert not library.articles.row("a").understood


def test_an_understanding_of_an_older_text_is_not_kept(
    library: Library, ids: Callable[[], str]
) -> None:
    old = add_article(library, "a")
    add_text(library, "a", text="新しい本文")
    found = understanding(points=(point(PRICE),))
    stored = library.understandings.store("a", old.number, found, now=NOW, make_id=ids)
    assert not stored
    assert library.watch_points.of_article("a") == ()


def test_ids_stay_when_a_text_is_understood_again(library: Library, ids: Callable[[], str]) -> None:
    add_article(library, "a")
    first = understanding(terms=(term("島"), term("橋")), points=(point(PRICE), point(SHIP)))
    understand(library, "a", ids, first)
    before = library.known("a")
    again = understanding(
        version=2, terms=(term("橋"), term("島")), points=(point(SHIP), point(PRICE))
    )
    understand(library, "a", ids, again)
    after = library.known("a")
    assert {found.text: found.id for found in after.terms} == {
        found.text: found.id for found in before.terms
    }
    assert [found.text for found in after.terms] == ["橋", "島"]
    assert after.watch_points == before.watch_points


def test_of_equal_questions_the_nearest_keeps_its_id(
    library: Library, ids: Callable[[], str]
) -> None:
    text = "題\nいつか\n間の文\nいつか"
    add_article(library, "a", text=text)
    both = (point("いつか", within=text), point("いつか", within=text, nth=1))
    understand(library, "a", ids, understanding(points=both))
    first, second = library.watch_points.of_article("a")
    understand(library, "a", ids, understanding(points=both[1:]))
    assert [found.id for found in library.watch_points.of_article("a")] == [second.id]
    understand(library, "a", ids, understanding(points=both))
    again = library.watch_points.of_article("a")
    assert again[1].id == second.id
    assert again[0].id not in {first.id, second.id}


def test_what_the_reader_touched_is_never_removed(library: Library, ids: Callable[[], str]) -> None:
    add_article(library, "a")
    lines = TEXT.split("\n")
    understand(library, "a", ids, understanding(points=tuple(map(point, lines))))
    noted, answered, tagged, removed, untouched = library.watch_points.of_article("a")
    library.notes.add(id=ids(), target="watch_point", target_id=noted.id, text="メモ", now=NOW)
    library.watch_points.set_status(answered.id, "answered", now=NOW)
    library.watch_points.set_tags(tagged.id, ("橋",))
    gone = library.notes.add(
        id=ids(), target="watch_point", target_id=removed.id, text="メモ", now=NOW
    )
    library.notes.remove(gone.id, now=NOW)
    understand(library, "a", ids, understanding())
    left = library.watch_points.of_article("a")
    assert [found.id for found in left] == [noted.id, answered.id, tagged.id, removed.id]
    assert [TEXT[found.start : found.end] for found in left] == lines[:4]
    add_text(library, "a", text="すっかり変わった本文")
    left = library.watch_points.of_article("a")
    assert {(found.start, found.end) for found in left} == {(0, 0)}
    assert {found.text for found in left} == set(lines[:4])
    assert untouched.id not in {found.id for found in left}


def test_a_new_text_takes_along_the_questions_it_still_asks(
    library: Library, ids: Callable[[], str]
) -> None:
    add_article(library, "a")
    understand(library, "a", ids, understanding(points=(point(PRICE), point(SHIP))))
    price, _ = library.watch_points.of_article("a")
    text = "前置き\n" + TEXT.replace(SHIP, "")
    add_text(library, "a", text=text)
    (kept,) = library.watch_points.of_article("a")
    assert kept.id == price.id
    assert text[kept.start : kept.end] == PRICE
    assert library.articles.row("a").watch_open == 1
    assert library.known("a").terms == ()


def test_terms_nobody_uses_go_unless_the_reader_wrote_on_them(
    library: Library, ids: Callable[[], str]
) -> None:
    add_article(library, "a")
    understand(library, "a", ids, understanding(terms=(term("島"), term("橋"), term("船"))))
    by_text = {found.text: found for found in library.terms.of_article("a")}
    library.notes.add(id=ids(), target="term", target_id=by_text["橋"].id, text="橋のメモ", now=NOW)
    taken = library.notes.add(
        id=ids(), target="term", target_id=by_text["船"].id, text="船のメモ", now=NOW
    )
    library.notes.remove(taken.id, now=NOW)
    understand(library, "a", ids, understanding())
    (entry,) = library.terms.glossary()
    assert (entry.id, entry.articles, entry.notes[0].text) == (by_text["橋"].id, 0, "橋のメモ")
    library.removed.restore(taken.id)
    assert {found.text for found in library.terms.glossary()} == {"橋", "船"}
    understand(library, "a", ids, understanding(terms=(term("島"), term("橋"))))
    ids_now = {found.text: found.id for found in library.terms.of_article("a")}
    assert ids_now["橋"] == by_text["橋"].id
    assert ids_now["島"] != by_text["島"].id


def test_the_glossary_joins_by_form_and_category_and_counts(
    library: Library, ids: Callable[[], str]
) -> None:
    for id_ in ("a", "b", "c"):
        add_article(library, id_)
    defined = term("橋", definition=passage("北海大橋とは"))
    understand(library, "a", ids, understanding(terms=(term("橋", aliases=("大橋",)), term("島"))))
    understand(library, "b", ids, understanding(terms=(defined,)))
    understand(library, "c", ids, understanding(terms=(term("橋", category="concept"),)))
    bridge, island, concept = library.terms.glossary(GlossaryQuery(sort="use"))
    assert (bridge.text, bridge.category, bridge.articles) == ("橋", "place", 2)
    assert bridge.occurrences == 2 * len(term("橋").occurrences)
    assert (bridge.aliases, bridge.reading) == (("大橋",), "よみ")
    assert (bridge.definition, bridge.definition_article) == ("北海大橋とは", "b")
    assert {(concept.category, concept.text), (island.category, island.text)} == {
        ("concept", "橋"),
        ("place", "島"),
    }
    assert library.terms.get(bridge.id) == bridge
    assert library.terms.resolve(bridge.id[:6]) == bridge.id
    assert set(library.terms.articles_using(bridge.id)) == {"a", "b"}
    (used,) = library.known("b").terms
    assert (used.id, used.elsewhere) == (bridge.id, 1)
    library.articles.delete("a", LATER)
    assert library.known("b").terms[0].elsewhere == 0
    assert library.known("a").terms[0].elsewhere == 1
    assert library.terms.articles_using(bridge.id) == ("b",)
    assert [found.text for found in library.terms.glossary()] == ["橋", "橋"]
    library.articles.restore("a")
    assert library.terms.glossary(GlossaryQuery(sort="use"))[0].articles == 2


def test_pages_of_the_glossary_follow_each_other(library: Library, ids: Callable[[], str]) -> None:
    for number, id_ in enumerate(("a", "b", "c")):
        add_article(library, id_)
        terms = tuple(term(char) for char in TEXT[: 4 + 3 * number] if char != "\n")
        understand(library, id_, ids, understanding(terms=terms))
    for sort in GLOSSARY_SORTS:
        query = GlossaryQuery(sort=sort)
        whole = library.terms.glossary(query, limit=100)
        assert len({entry.articles for entry in whole}) == 3
        paged = library.terms.glossary(query, limit=2)
        while page := library.terms.glossary(query, limit=2, after=paged[-1]):
            paged += page
        assert paged == whole, sort


def test_a_newer_analyser_forgets_the_aliases_of_the_older(
    library: Library, ids: Callable[[], str]
) -> None:
    for id_ in ("a", "b"):
        add_article(library, id_)
        found = understanding(terms=(term("橋", aliases=(f"別名{id_}",)),))
        understand(library, id_, ids, found)
    assert library.terms.glossary()[0].aliases == ("別名a", "別名b")
    understand(library, "a", ids, understanding(version=2, terms=(term("橋"),)))
    assert library.terms.glossary()[0].aliases == ()


def test_the_readers_own_question_is_kept_with_its_anchor(
    library: Library, ids: Callable[[], str]
) -> None:
    add_article(library, "a")
    marked = anchor("二つの島")
    own = library.watch_points.add("a", id=ids(), text="島はどこにあるのか", anchor=marked)
    free = library.watch_points.add("a", id=ids(), text="誰が払うのか")
    assert (own.origin, own.start, own.end) == ("reader", marked.start, marked.end)
    assert (free.start, free.end) == (0, 0)
    made_on = library.articles.revision("a").number
    assert library.watch_points.anchors("a") == {own.id: (marked, made_on)}
    understand(library, "a", ids, understanding())
    assert [found.id for found in library.watch_points.of_article("a")] == [own.id, free.id]
    text = "前置き\n" + TEXT
    add_text(library, "a", text=text)
    moved = library.watch_points.get(own.id)
    assert text[moved.start : moved.end] == "二つの島"
    library.watch_points.replace_placements([(own.id, Placement(0, 0, "lost"))])
    assert library.watch_points.get(own.id).end == 0


def test_the_history_of_a_question_grows_and_is_never_erased(
    library: Library, ids: Callable[[], str]
) -> None:
    add_article(library, "a")
    understand(library, "a", ids, understanding(points=(point(PRICE), point(SHIP))))
    price, ship = library.watch_points.of_article("a")
    assert library.articles.row("a").watch_open == 2
    library.watch_points.set_status(price.id, "developing", why="工事の発表", now=NOW)
    changed = library.watch_points.set_status(price.id, "answered", now=LATER)
    assert changed.status == "answered"
    told = [(step.at, step.before, step.after, step.why) for step in changed.history]
    assert told == [
        (NOW, "open", "developing", "工事の発表"),
        (LATER, "developing", "answered", ""),
    ]
    assert library.articles.row("a").watch_open == 1
    assert [found.id for found in library.watch_points.all(status="answered")] == [price.id]
    assert [found.id for found in library.watch_points.all()] == [ship.id, price.id]
    (last,) = library.watch_points.all(limit=1, after=library.watch_points.get(ship.id))
    assert last.id == price.id
    library.articles.delete("a", LATER)
    assert library.watch_points.all() == []
    assert library.watch_points.resolve(price.id[:8]) == price.id
