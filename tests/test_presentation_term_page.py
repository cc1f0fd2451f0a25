"""What the card of a term and the lines of the glossary say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from term_card_values import definition, entry, occurrence, treaty_card

from reader.presentation.messages import Messages
from reader.presentation.term_page import context_rows, entry_signs, entry_spoken, term_page

JA, EN = Messages("ja"), Messages("en")


def test_the_page_has_the_head_of_the_card() -> None:
    page = term_page(treaty_card(), JA)
    assert (page.form, page.reading) == ("相互防衛条約", "そうごぼうえいじょうやく")
    assert (page.category, page.category_name) == ("agreement", "条約・合意・法")
    assert page.facts == "3 件の記事 ・ 7 か所"
    assert page.aliases == ("防衛条約", "同条約")
    assert page.removed == ("条約",)
    assert [one.form for one in page.merged] == ["防衛の取り決め"]
    assert [(one.form, one.category) for one in page.together] == [
        ("北湖町", "place"),
        ("佐藤花子", "person"),
    ]


def test_a_merged_term_is_told_once() -> None:
    card = treaty_card()
    forms = (*card.entry.aliases, card.merged[0].text)
    page = term_page(treaty_card(entry=replace(card.entry, aliases=forms)), JA)
    assert page.aliases == ("防衛条約", "同条約")
    assert [one.form for one in page.merged] == ["防衛の取り決め"]


def test_the_readers_own_definition_is_apart_from_those_of_articles() -> None:
    page = term_page(treaty_card(), JA)
    assert page.own_definition == "自分の説明"
    assert [one.text for one in page.definitions] == [
        "助け合う約束",
        "有事の支援を定めた条約とされる",
        "武力攻撃に共に当たる条約",
    ]


def test_each_definition_says_which_one_it_is_and_where_it_stands() -> None:
    first, other, newest = term_page(treaty_card(), JA).definitions
    assert (first.label, other.label, newest.label) == ("最初の説明", "別の説明", "最新の説明")
    assert (first.title, first.date) == ("記事 a1", "2024年6月19日")
    # No day that nobody named.
    assert other.date == "2024年11月"
    assert (newest.article_id, newest.start, newest.end) == ("a3", 40, 52)


def test_one_definition_is_neither_the_first_nor_the_newest() -> None:
    card = treaty_card(definitions=(definition("助け合う約束"),))
    page = term_page(card, EN)
    assert [one.label for one in page.definitions] == [""]
    assert page.own_definition == ""
    bare = term_page(treaty_card(definitions=()), EN)
    assert bare.definitions == ()


def test_two_definitions_are_the_first_and_the_newest() -> None:
    card = treaty_card(definitions=treaty_card().definitions[1:3])
    labels = [one.label for one in term_page(card, EN).definitions]
    assert labels == ["First met", "Newest"]


def test_a_definition_without_a_date_names_its_article_alone() -> None:
    card = treaty_card(definitions=(definition("約束", "a1", ""),))
    part = term_page(card, JA).definitions[0]
    assert (part.title, part.date) == ("記事 a1", "")


def test_a_term_that_no_article_uses_says_so() -> None:
    card = treaty_card()
    alone = replace(card, entry=replace(card.entry, articles=0, occurrences=0))
    assert term_page(alone, JA).facts == "いまの記事には出てきません"


def test_contexts_stand_under_the_headings_of_their_articles() -> None:
    rows = context_rows([occurrence(1), occurrence(2), occurrence(3, article="a2")], JA)
    assert [row.heading for row in rows] == [True, False, False, True, False]
    assert [row.form for row in rows if row.heading] == ["記事 a1", "記事 a2"]
    assert rows[0].date == "2025年12月3日"
    # A heading leads to the first place of its article.
    assert (rows[3].article_id, rows[3].start) == ("a2", 30)
    assert rows[1].spoken == "…前の言葉1、防衛条約と後の言葉1。"


def test_the_next_page_of_contexts_goes_on_under_the_same_heading() -> None:
    rows = context_rows([occurrence(4), occurrence(5, article="a2")], JA, under="a1")
    assert [row.heading for row in rows] == [False, True, False]


def test_a_context_is_one_line_whatever_the_text_has() -> None:
    broken = occurrence(1, before="前\n", form="防衛\n条約", after="\n後", article_title="題\n名")
    heading, row = context_rows([broken], JA)
    assert "\n" not in f"{heading.form}{row.before}{row.form}{row.after}{row.spoken}"


@pytest.mark.parametrize(
    "before, shown",
    [
        ("- ", ""),
        ("・", ""),
        ("■ 町の", "町の"),
        ("…湖 - ", "…湖 - "),
        ("「", "「"),
        ("2025年、", "2025年、"),
    ],
)
def test_the_marker_of_a_list_is_no_part_of_a_context(before: str, shown: str) -> None:
    assert context_rows([occurrence(1, before=before)], JA)[1].before == shown


def test_a_line_is_said_with_its_signs() -> None:
    one = entry("橋", "place", reading="はし", own=True, hidden=True)
    assert entry_signs(one, JA) == ("自作", "非表示")
    said = entry_spoken(one, JA)
    assert all(
        words in said for words in ("橋", "はし", "地名・国", "2 件の記事", "自作", "非表示")
    )
    assert entry_signs(entry("橋"), EN) == ()
