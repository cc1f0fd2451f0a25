"""Who says a thing in an English text, and what it says without being certain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from language_values import blocks_of, understand

from reader.model.blocks import Block
from reader.services.analysing import understand as analyse


def said(sentence: str) -> list[tuple[str, str]]:
    text, _ = blocks_of(sentence)
    found = understand(sentence, language="en").attributions
    return [(text[one.start : one.end], text[one.source_start : one.source_end]) for one in found]


@pytest.mark.parametrize(
    "sentence, found",
    [
        ("The deal is off, Elsa Moen said.", [("said", "Elsa Moen")]),
        ("“The deal is off,” said Elsa Moen, the minister.", [("said", "Elsa Moen")]),
        ("According to the World Bank, growth has slowed.",
         [("According to the World Bank", "the World Bank")]),
        ("Elsa Moen, the minister of trade, told reporters that it was off.",
         [("told", "Elsa Moen")]),
        ("Two officials said on Monday that it was off.", [("said", "Two officials")]),
        ("The Organisation for Economic Co-operation and Development (OECD) reckons that it is.",
         [("reckons", "Organisation for Economic Co-operation and Development")]),
        ("Diplomats say the week will show it.", [("say", "Diplomats")]),
        ("He said so.", [("said", "")]),
        ("Nobody had a say in the matter, and the court has not said whether it can.", []),
        ("The noted singer arrived.", []),
    ],
)  # fmt: skip
def test_who_says_so(sentence: str, found: list[tuple[str, str]]) -> None:
    assert said(sentence) == found


@pytest.mark.parametrize(
    "sentence, words",
    [
        ("It may rain, and rates could well fall.", ["may", "could well"]),
        ("She is expected to raise taxes in May.", ["is expected to"]),
        ("The ship reportedly sank; the crew appears to be safe.", ["reportedly", "appears to"]),
        ("There is a chance that it fails.", ["There is a chance"]),
        ("The vote is likely to pass.", ["is likely to"]),
        ("The talks began in May. Theresa May spoke.", []),
        ('"It may rain," he said.', []),
    ],
)
def test_hedges(sentence: str, words: list[str]) -> None:
    text, _ = blocks_of(sentence)
    found = understand(sentence, language="en").hedges
    assert [text[one.start : one.end] for one in found] == words


@given(st.text(st.sampled_from('said may "“”(),.:; \nABcd'), max_size=120))
def test_ranges_lie_in_the_text_in_order(text: str) -> None:
    found = analyse(text, (Block("paragraph", 0, len(text)),), "en")
    end = 0
    for one in found.attributions:
        assert end <= one.start < one.end <= len(text)
        assert 0 <= one.source_start <= one.source_end <= len(text)
        end = one.end
    end = 0
    for hedge in found.hedges:
        assert end <= hedge.start < hedge.end <= len(text)
        end = hedge.end
