"""English articles: names by their capitals, abbreviations, definitions, phrases."""

from __future__ import annotations

import pytest
from language_values import forms, places, term, understand

ARTICLE = (
    "! Norway and Chile sign pact on deep-sea cables",
    (
        "Norway and Chile signed a deep-sea cable agreement on Monday, Foreign Minister Elsa Moen"
        " said. The International Seabed Authority (ISA) welcomed the cable agreement."
    ),
    "Moen met President Gabriel Boric in Valparaiso. Boric's office praised the ISA.",
    "A seabed lease is a contract under which a state lets a company use the sea floor.",
)


@pytest.mark.parametrize(
    "form, category",
    [
        ("Norway", "place"),
        ("Elsa Moen", "person"),
        ("Gabriel Boric", "person"),
        ("International Seabed Authority", "organization"),
        ("Valparaiso", "place"),
        ("cable agreement", "concept"),
    ],
)
def test_terms(form: str, category: str) -> None:
    found = term(form, *ARTICLE, language="en")
    assert (found.text, found.category) == (form, category)


def test_titles_are_no_part_of_a_name_and_surnames_are_aliases() -> None:
    assert places("Elsa Moen", *ARTICLE, language="en") == ["Elsa Moen", "Moen"]
    assert places("Gabriel Boric", *ARTICLE, language="en") == ["Gabriel Boric", "Boric"]
    assert term("ISA", *ARTICLE, language="en").aliases == ("ISA",)


def test_common_words_and_days_are_no_terms() -> None:
    assert not {"The", "Monday", "A", "Foreign Minister", "President"} & forms(
        *ARTICLE, language="en"
    )


def test_chains_are_parted() -> None:
    found = forms("Vladimir Putin and Kim Jong Un met Luis Valdez of Ecuador.", language="en")
    assert {"Vladimir Putin", "Kim Jong Un", "Luis Valdez", "Ecuador"} <= found


def test_definitions() -> None:
    found = term("seabed lease", *ARTICLE, language="en")
    assert found.definition is not None
    assert (
        found.definition.text == "a contract under which a state lets a company use the sea floor"
    )
    other = term("Snapback", "Snapback refers to the return of sanctions.", language="en")
    assert other.definition is not None
    assert other.definition.text == "the return of sanctions"


@pytest.mark.parametrize(
    "sentence",
    [
        "It is a plan that will fail.",
        "The decision means that the talks will go on for weeks.",
        "A deal is not something that ministers expect.",
    ],
)
def test_what_defines_nothing(sentence: str) -> None:
    assert not [one for one in understand(sentence, language="en").terms if one.definition]


def test_key_sentences_begin_with_the_lead() -> None:
    assert (
        understand(*ARTICLE, language="en")
        .key_sentences[0]
        .text.startswith("Norway and Chile signed")
    )
