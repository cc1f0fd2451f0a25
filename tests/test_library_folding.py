"""Folding for the search, and the way back, for any text; and the search against a scan."""

from __future__ import annotations

import string
import sys
import unicodedata
from itertools import count, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from libraries.building import add_article

from reader.library import Library
from reader.library.folding import fold, joins, original_range
from reader.library.queries import split
from reader.library.snippets import cut
from reader.library.tokens import _STAND_INS, entry_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What real texts mix, and what folding changes: kana in both widths with their marks, capital
# and full-width letters, ligatures, squared words, Hangul parts, emoji, other planes.
ALPHABET = (
    "会談条約会談条約北海の。、「」『』()（）!?！？:・ー〜…%"
    "アイガカｱｲｶﾞｶﾟﾊﾟｰあいがか\u3099\u309aabcdprkABCDPRKｄｐｒｋＡＢ0123４５①㍿㌔ﬁßİıſΣς"
    "éÉe\u0301ñ\u1100\u1161\u11a8가각\u0bc6\u0bbe𠮷塚\ufa10👩\u200d\U0001f3fd \u3000\n\t-'\"#*_.,&"
)
any_text = st.text(st.sampled_from(ALPHABET), max_size=60)
wild_text = st.text(st.characters(codec="utf-8"), max_size=20)


@given(any_text | wild_text)
@settings(max_examples=300)
def test_the_pieces_between_cuts_fold_like_the_whole(text: str) -> None:
    cuts = [place for place, char in enumerate(text) if place and not joins(char)]
    pieces = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    assert "".join(map(fold, pieces)) == fold(text)


@given(any_text | wild_text, st.integers(0, 80), st.integers(1, 8))
@settings(max_examples=300)
def test_a_range_leads_back_to_what_folds_to_it(text: str, start: int, length: int) -> None:
    folded = fold(text)
    end = min(start + length, len(folded))
    if start >= end:
        return
    first, last = original_range(text, start, end)
    assert folded[start:end] in fold(text[first:last])
    assert len(fold(text[:first])) <= start
    if first + 1 < last and not joins(text[first + 1]):
        assert len(fold(text[: first + 1])) > start


def test_every_character_that_joins_is_known() -> None:
    for code in range(sys.maxunicode + 1):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            first, second = (chr(int(part, 16)) for part in parts)
            if len(unicodedata.normalize("NFC", first + second)) == 1:
                assert joins(second), f"U+{ord(second):04X}"
        if 0xD800 <= code < 0xE000:
            continue
        if unicodedata.combining(chr(code)):
            assert joins(chr(code)), f"U+{code:04X}"


def test_every_ascii_character_that_splits_tokens_is_written_otherwise() -> None:
    assert set(_STAND_INS) == set(string.punctuation)
    written = " ".join(entry_tokens("A(1)", "b_c-d.e 会(談)"))
    assert not set(string.punctuation) & set(written)


@given(any_text, st.lists(st.text(st.sampled_from(ALPHABET), min_size=1, max_size=3), max_size=3))
def test_marks_in_a_snippet_are_on_the_words(text: str, words: list[str]) -> None:
    folded = tuple(filter(str.strip, map(fold, words)))
    snippet = cut(text, folded)
    assert "\n" not in snippet.text
    assert len(snippet.text) <= 82
    shown = [any(word in fold(text) for word in folded)]
    assert (snippet.position is not None) == any(shown)
    for start, end in snippet.marks:
        marked = fold(snippet.text[start:end])
        plain = [word.replace("\n", " ") for word in folded]
        assert any(word in marked for word in plain)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("search") / "library"
    with Library.open(folder) as opened:
        yield opened


_numbers = count()


def pieces_of(texts: list[str]) -> st.SearchStrategy[str]:
    """Give queries that stand in one of the texts, cut anywhere."""
    joined = "\n".join(texts) or "-"
    return st.tuples(st.integers(0, len(joined) - 1), st.integers(1, 6)).map(
        lambda cut: joined[cut[0] : cut[0] + cut[1]]
    )


@given(st.data())
@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_search_finds_exactly_what_a_scan_finds(library: Library, data: st.DataObject) -> None:
    texts = data.draw(st.lists(st.tuples(any_text, any_text), min_size=1, max_size=4))
    ids = {f"x{next(_numbers)}": pair for pair in texts}
    with library.writing():
        for row in library.articles.rows():
            library.articles.purge(row.id)
        for id_, (title, body) in ids.items():
            add_article(library, id_, text=body)
            library.articles.correct(id_, "title", title)
    everything = [part for pair in texts for part in pair]
    piece = pieces_of(everything) | st.text(st.sampled_from(ALPHABET), min_size=1, max_size=4)
    queries = data.draw(st.lists(piece, min_size=1, max_size=8))
    queries += [f"{one} {other}" for one, other in pairwise(queries)]
    queries += [f'"{query}"' for query in queries]
    for query in queries:
        words = split(query)
        expected = {
            id_
            for id_, (title, body) in ids.items()
            if words and all(word in fold(title) or word in fold(body) for word in words)
        }
        result = library.search.find(query)
        assert {hit.id for hit in result.hits} == expected, query
        assert result.total == len(expected)
