"""Which terms stand out, and what lies over a page when that changes."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from gui_values import Line, known_article, places, term
from hypothesis import given
from hypothesis import strategies as st

from reader.model.glossary import ElsewhereTerm
from reader.model.understanding import Attribution, Hedge
from reader.presentation.article_page import TermPlace, term_places
from reader.presentation.emphasis import (
    TermPlaces,
    elsewhere_places,
    highlighted,
    next_place,
    places_of,
    tones,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from reader.model.known import KnownArticle
    from reader.model.terms import ArticleTerm
    from reader.model.understanding import Category

TEXT = "佐藤花子と北湖町と協定と概念と祭り"
WEIGHTS = {"佐藤花子": 1.0, "北湖町": 0.8, "協定": 0.6, "概念": 0.4, "祭り": 0.2}
CATEGORIES: tuple[Category, ...] = ("person", "place", "agreement", "concept", "event")
NAMES: tuple[tuple[str, Category], ...] = (
    ("佐藤花子", "person"),
    ("北湖町", "place"),
    ("協定", "agreement"),
)


def five_terms() -> tuple[ArticleTerm, ...]:
    return tuple(
        term(TEXT, words, category, weight=weight, shown=words != "祭り")
        for (words, weight), category in zip(WEIGHTS.items(), CATEGORIES, strict=True)
    )


def names(terms: Sequence[ArticleTerm]) -> list[str]:
    return [one.text for one in terms]


def test_each_level_highlights_more_than_the_one_before() -> None:
    terms = five_terms()
    assert names(highlighted(terms, "fewer")) == ["佐藤花子", "北湖町"]
    assert names(highlighted(terms)) == ["佐藤花子", "北湖町", "協定", "概念"]
    assert names(highlighted(terms, "more")) == list(WEIGHTS)


def test_an_odd_number_of_terms_keeps_the_one_in_the_middle() -> None:
    assert names(highlighted(five_terms()[:3], "fewer")) == ["佐藤花子", "北湖町"]
    assert names(highlighted(five_terms()[:1], "fewer")) == ["佐藤花子"]
    assert highlighted((), "fewer") == ()


def test_a_category_that_is_off_changes_nothing_about_the_others() -> None:
    terms = five_terms()
    assert names(highlighted(terms, "fewer", ("person",))) == ["北湖町"]
    assert names(highlighted(terms, "more", ("person", "event"))) == ["北湖町", "協定", "概念"]


@pytest.mark.parametrize("level", ["fewer", "usual", "more"])
def test_what_the_reader_made_a_term_is_highlighted_at_every_level(level: str) -> None:
    own = replace(five_terms()[4], own=True, weight=0.0)
    assert "祭り" in names(highlighted((*five_terms()[:4], own), level))
    assert "祭り" not in names(highlighted((*five_terms()[:4], own), level, ("event",)))


def article(*lines: Line, **parts: Any) -> KnownArticle:  # noqa: ANN401 (any part)
    return known_article(Line("title", "佐藤花子の題"), *lines, **parts)


def laid_over(
    known: KnownArticle,
    *,
    off: Collection[str] = (),
    level: str = "usual",
    elsewhere: Sequence[ElsewhereTerm] = (),
    attributions: bool = False,
) -> list[tuple[str, str, str]]:
    """Return what lies over the usual page at another level, as (words, role, style)."""
    usual = places_of(known, "usual", ())
    wanted = places_of(known, level, off)
    text = known.revision.text
    return [
        (text[one.start : one.end], one.role, one.style)
        for one in tones(known, usual, wanted, elsewhere=elsewhere, attributions=attributions)
    ]


def of_lines(*lines: Line, **shown: bool) -> KnownArticle:
    """Return an article of lines in which 佐藤花子 and 北湖町 are terms, 協定 one not shown."""
    text = article(*lines).revision.text
    found = [
        term(text, words, category, shown=shown.get(category, True))
        for words, category in NAMES
        if words in text
    ]
    return article(*lines, terms=tuple(found))


def test_nothing_lies_over_a_page_that_is_as_it_should_be() -> None:
    assert laid_over(of_lines(Line("paragraph", "佐藤花子と北湖町"))) == []


def test_terms_that_are_switched_off_take_the_colour_of_what_they_stand_in() -> None:
    known = of_lines(
        Line("paragraph", "佐藤花子は話した。"),
        Line("quotation", "佐藤花子の言葉"),
        Line("paragraph", "佐藤花子", spans=((0, 4, "link", "https://news.example"),)),
    )
    assert laid_over(known, off=("person",)) == [
        ("佐藤花子", "text", "colour"),
        ("佐藤花子", "muted", "colour"),
        ("佐藤花子", "accent", "colour"),
    ]


def test_terms_that_are_switched_on_take_their_colour_but_not_in_the_title() -> None:
    known = of_lines(Line("paragraph", "佐藤花子の協定"), agreement=False, person=False)
    assert laid_over(known, level="more") == [
        ("佐藤花子", "term.person", "colour"),
        ("協定", "term.agreement", "colour"),
    ]


def test_a_term_of_another_category_is_coloured_anew() -> None:
    known = of_lines(Line("paragraph", "北湖町にて"))
    usual = places_of(known, "usual", ())
    changed = replace(known, terms=(replace(known.terms[-1], category="organization"),))
    over = tones(changed, usual, places_of(changed, "usual", ()))
    assert [(one.role, one.style) for one in over] == [("term.organization", "colour")]


def test_a_longer_term_takes_the_place_of_the_one_within_it() -> None:
    line = "北湖町立図書館の北湖町"
    text = article(Line("paragraph", line)).revision.text
    library = term(text, "北湖町立図書館", "organization", shown=False)
    known = article(Line("paragraph", line), terms=(term(text, "北湖町", "place"), library))
    assert laid_over(known, level="more") == [("北湖町立図書館", "term.organization", "colour")]
    longer = places_of(known, "more", ())
    back = tones(known, longer, places_of(known, "usual", ()))
    text_of = [(known.revision.text[one.start : one.end], one.role) for one in back]
    assert text_of == [("北湖町", "term.place"), ("立図書館", "text")]


def test_who_says_so_and_what_is_left_open_are_set_off_on_demand() -> None:
    text = article(Line("paragraph", "北湖町によると、橋は架かる可能性がある。")).revision.text
    (start, _), (_, end) = places(text, "北湖町")[0], places(text, "によると")[0]
    open_ = places(text, "可能性がある")[0]
    known = article(
        Line("paragraph", "北湖町によると、橋は架かる可能性がある。"),
        attributions=(
            Attribution(start, end, start, start + 3),
            Attribution(open_[0], open_[1], 0, 0),
        ),
        hedges=(Hedge(*open_),),
    )
    assert laid_over(known) == []
    assert laid_over(known, attributions=True) == [
        ("北湖町によると", "attribution", "wash"),
        ("可能性がある", "attribution", "wash"),
        ("北湖町", "source", "wash"),
        ("可能性がある", "hedge", "line"),
    ]


def test_terms_of_other_articles_are_dotted_where_the_article_has_none_of_its_own() -> None:
    known = of_lines(Line("paragraph", "佐藤花子と南湖町"))
    text = known.revision.text
    others = [
        ElsewhereTerm("x", words, "place", *place)
        for words in ("花子と", "南湖町")
        for place in places(text, words)
    ]
    assert laid_over(known, elsewhere=others) == [("南湖町", "term.place", "dots")]
    wanted = places_of(known, "usual", ())
    assert [place.term_id for place in elsewhere_places(others, wanted)][-1] == "x"


def test_a_term_is_found_by_any_of_its_signs_and_no_other() -> None:
    found = TermPlaces([TermPlace(5, 8, "b", "place"), TermPlace(2, 5, "a", "person")])
    at = [found.at(position) for position in range(10)]
    assert [place.term_id if place else "" for place in at] == ["", "", *"aaabbb", "", ""]
    assert TermPlaces([]).at(3) is None


def test_a_caret_is_at_the_term_it_stands_before_in_or_behind() -> None:
    found = TermPlaces([TermPlace(2, 5, "a", "person"), TermPlace(5, 8, "b", "place")])
    near = [found.near(caret) for caret in range(10)]
    assert [place.term_id if place else "" for place in near] == ["", "", *"aaabbbb", ""]


def test_places_follow_each_other_round_and_round() -> None:
    places_ = [(2, 4), (8, 10), (20, 22)]
    assert [next_place(places_, caret) for caret in (0, 2, 8, 20)] == [
        (2, 4),
        (8, 10),
        (20, 22),
        (2, 4),
    ]
    assert [next_place(places_, caret, by=-1) for caret in (30, 20, 8, 2)] == [
        (20, 22),
        (8, 10),
        (2, 4),
        (20, 22),
    ]
    assert next_place([], 3) is None


RANGES = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 12), st.sampled_from("abc")), max_size=20
)


@given(RANGES, RANGES)
def test_words_are_never_coloured_twice(
    drawn: list[tuple[int, int, str]], wanted: list[tuple[int, int, str]]
) -> None:
    """Qt leaves out a colour that overlaps another: none of ours may."""
    words = "あ" * 80
    kinds: dict[str, Category] = {"a": "person", "b": "place", "c": "event"}

    def known_of(ranges: list[tuple[int, int, str]]) -> KnownArticle:
        terms = tuple(
            replace(
                term(words, "あ", kinds[kind], occurrences=((start, start + length),)),
                id=f"{number}",
            )
            for number, (start, length, kind) in enumerate(ranges)
        )
        return known_article(Line("paragraph", words), terms=terms)

    before, after = term_places(known_of(drawn).terms), term_places(known_of(wanted).terms)
    over = tones(known_of(wanted), before, after)
    for one, other in pairwise(over):
        assert one.end <= other.start
    colours = dict.fromkeys(range(80), "text")
    for place in before:
        colours |= dict.fromkeys(range(place.start, place.end), f"term.{place.category}")
    for tone in over:
        colours |= dict.fromkeys(range(tone.start, tone.end), tone.role)
    expected = dict.fromkeys(range(80), "text")
    for place in after:
        expected |= dict.fromkeys(range(place.start, place.end), f"term.{place.category}")
    assert colours == expected
