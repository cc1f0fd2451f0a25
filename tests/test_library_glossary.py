"""The glossary: its orders, its filter, its pages, and what is kept of each term."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from glossary_values import add, found, understand

from reader.library.sorting import folded, sort_key
from reader.library.surnames import is_bare
from reader.model.glossary import GLOSSARY_SORTS, GlossaryQuery
from reader.services.contexts import after_in, before_in
from reader.services.desk import Desk, open_desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.model.understanding import Category

TERMS: tuple[tuple[str, str, Category], ...] = (
    ("半導体協定", "はんどうたいきょうてい", "agreement"),
    ("ハノイ", "", "place"),
    ("バリ", "", "place"),
    ("パリ", "", "place"),
    ("ラーメン", "", "concept"),
    ("ラオス", "", "place"),
    ("亜細亜", "あじあ", "place"),
    ("匿名", "", "concept"),
    ("EU", "", "organization"),
    ("ＡＳＥＡＮ", "", "organization"),
    ("2025年計画", "", "event"),
    ("Éire", "", "place"),
    ("Россия", "", "place"),
)


@pytest.fixture
def desk(library_folder: Path) -> Iterator[Desk]:
    with open_desk(library_folder) as opened:
        yield opened


@pytest.fixture
def full(desk: Desk) -> Desk:
    for number in range(3):
        text = f"題{number}\n" + "、".join(form for form, _, _ in TERMS[number * 3 :])
        article = add(desk, text, published=f"2026-0{3 - number}-01")
        terms = [
            found(text, form, reading=reading, category=category, aliases=(f"別{form}",))
            for form, reading, category in TERMS[number * 3 :]
        ]
        understand(desk, article, *terms)
    return desk


def texts(desk: Desk, **asked: object) -> list[str]:
    return [entry.text for entry in desk.glossary.entries(GlossaryQuery(**asked))]  # type: ignore[arg-type]


def test_the_order_of_readings(full: Desk) -> None:
    assert texts(full) == [
        "亜細亜",
        "ハノイ",
        "バリ",
        "パリ",
        "半導体協定",
        "ラーメン",
        "ラオス",
        "匿名",
        "2025年計画",
        "ＡＳＥＡＮ",
        "Éire",
        "EU",
        "Россия",
    ]


@pytest.mark.parametrize(
    "form, reading, letter",
    [
        ("橋", "はし", "は"),
        ("橋", "ばし", "は"),
        ("ギリシャ", "", "き"),
        ("ヴァチカン", "", "う"),
        ("っぽい", "", "つ"),
        ("匿名", "", "匿"),
        ("「橋」", "", "橋"),
        ("NATO", "NATO", "Ｎ"),
        ("nato", "", "Ｎ"),
        ("3月", "", "３"),
        ("Россия", "", "～"),
        ("…", "", "～"),
        ("", "", "～"),
    ],
)
def test_each_stands_under_its_letter(form: str, reading: str, letter: str) -> None:
    assert sort_key(form, reading)[0] == letter


def test_voicing_small_kana_and_long_vowels_decide_last() -> None:
    for words in ("はし ばし ぱし はしか", "らあく らーめん らい", "きやく きゃく きやくや"):
        keys = [sort_key(word, "") for word in words.split()]
        assert keys == sorted(keys)
    assert sort_key("ハシ", "") == sort_key("はし", "") == sort_key("ﾊｼ", "")


@pytest.mark.parametrize(
    "typed, expected",
    [
        ("はんどうたい", ["半導体協定"]),
        ("ハンドウタイ", ["半導体協定"]),
        ("ぱり", ["パリ"]),
        ("asean", ["ＡＳＥＡＮ"]),
        ("別EU", ["EU"]),
        ("別 パ", ["パリ"]),
        ("どこにもない", []),
        ("%", []),
        ("éire", ["Éire"]),
        ("パ\ud800リ", []),
    ],
)
def test_the_filter_looks_at_forms_aliases_and_readings(
    full: Desk, typed: str, expected: list[str]
) -> None:
    assert texts(full, text=typed) == expected
    assert full.glossary.count(GlossaryQuery(text=typed)) == len(expected)


def test_categories_and_notes_choose(full: Desk) -> None:
    places = frozenset(("place", "event"))
    assert set(texts(full, categories=places)) == {
        form for form, _, category in TERMS if category in places
    }
    assert full.glossary.count(GlossaryQuery(categories=frozenset())) == 0
    paris = full.glossary.entries(GlossaryQuery(text="パリ"))[0]
    full.annotating.note("term", paris.id, "いつか行く")
    assert texts(full, noted=True) == ["パリ"]
    assert full.glossary.count(GlossaryQuery(noted=True)) == 1


def test_by_use_by_newest_by_form(full: Desk) -> None:
    used = full.glossary.entries(GlossaryQuery(sort="use"))
    assert [entry.articles for entry in used] == sorted(
        (entry.articles for entry in used), reverse=True
    )
    newest = [entry.newest for entry in full.glossary.entries(GlossaryQuery(sort="newest"))]
    assert newest == sorted(newest, reverse=True)
    assert texts(full, sort="form") == sorted(form for form, _, _ in TERMS)


@pytest.mark.parametrize("sort", GLOSSARY_SORTS)
def test_pages_hold_when_a_term_goes_meanwhile(full: Desk, sort: str) -> None:
    query = GlossaryQuery(sort=sort)  # type: ignore[arg-type]
    whole = full.glossary.entries(query)
    first = full.glossary.entries(query, limit=5)
    full.glossary.hide(first[-1].id)
    rest = full.glossary.entries(query, limit=500, after=first[-1])
    assert [entry.id for entry in first + rest] == [entry.id for entry in whole]


def test_the_newest_article_of_a_term_follows_dates_and_trash(full: Desk) -> None:
    def newest() -> str:
        return full.glossary.entries(GlossaryQuery(text="EU"))[0].newest

    assert newest() == "2026-03-01"
    article = next(row.id for row in full.reading.page() if row.published == "2026-03-01")
    full.reading.trash([article])
    assert newest() == "2026-02-01"
    full.reading.restore([article])
    full.reading.correct(article, "published", "2025-01-01")
    assert newest() == "2026-02-01"
    full.reading.correct(article, "published", "2027")
    assert newest() == "2027"
    dates = [place.date for place in full.glossary.occurrences(entry_id(full, "EU"))]
    assert dates[0] == "2027"
    full.reading.purge([article])
    assert newest() == "2026-02-01"


def entry_id(desk: Desk, form: str) -> str:
    return next(e.id for e in desk.glossary.entries(GlossaryQuery(text=form)) if e.text == form)


def test_folding_keeps_lines_apart() -> None:
    assert folded("ＥＵ", "ヨミ") == "eu\nよみ"
    assert unicodedata.is_normalized("NFKC", folded("ﾊﾟﾘ"))


@pytest.mark.parametrize(
    "name, bare",
    [
        ("金", True),
        ("田中", True),
        ("佐々木", True),
        ("長谷川", True),
        ("キム", True),
        ("Smith", True),
        ("O'Brien", True),
        ("金正恩", False),
        ("石破茂", False),
        ("田中太郎", False),
        ("ラブロフ", True),
        ("セルゲイ・ラブロフ", False),
        ("John Smith", False),
    ],
)
def test_which_names_say_too_little(name: str, bare: bool) -> None:
    assert is_bare(name) is bare


@pytest.mark.parametrize(
    "text, words, before, after",
    [
        ("前の文。橋は長い。次の文。", "橋", "", "は長い。"),
        ("前の文。その橋は長い", "橋", "その", "は長い"),
        ("題\nその橋\n次", "橋", "その", ""),
        ("あ" * 60 + "橋" + "い" * 60, "橋", "…" + "あ" * 40, "い" * 40 + "…"),
        ("あ" * 40 + "橋" + "い" * 40, "橋", "あ" * 40, "い" * 40),
        ("彼は「橋だ。」と言った。", "橋", "彼は「", "だ。」"),
        ("It fell. Mr. J. Smith of the U.S. met 3.5 people. Then", "Smith", "J. ", " of the"),
        ("Why? EU said so. Next", "EU", "", " said so."),
    ],
)
def test_the_sentence_around_a_place(text: str, words: str, before: str, after: str) -> None:
    start = text.index(words)
    assert before_in(text, start).endswith(before)
    assert after_in(text, start + len(words)).startswith(after)
    assert len(before_in(text, start)) <= 41
    assert len(after_in(text, start + len(words))) <= 41
