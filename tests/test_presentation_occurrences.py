"""The words of a search, found on the page whatever their width and case."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.presentation.occurrences import occurrences


def words(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in occurrences(text, query)]


def test_width_and_case_do_not_matter() -> None:
    text = "欧州中央銀行(ＥＣＢ)、ecb.europa.eu、𠮷野のＥｃｂ"
    assert words(text, "ECB") == ["ＥＣＢ", "ecb", "Ｅｃｂ"]
    assert words(text, "ｅｃｂ") == ["ＥＣＢ", "ecb", "Ｅｃｂ"]


def test_every_word_of_the_query_is_marked() -> None:
    assert words("条約と条文、会談", '"条約" 会談') == ["条約", "会談"]
    assert words("条約", "  ") == []


def test_a_sign_that_unfolds_into_several_moves_nothing() -> None:
    text = "㌔と㈱とﬁのあとの条約"
    assert words(text, "条約") == ["条約"]


@given(st.text(), st.text())
def test_places_are_always_inside_the_text(text: str, query: str) -> None:
    for start, end in occurrences(text, query):
        assert 0 <= start < end <= len(text)
