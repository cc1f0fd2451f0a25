"""What an English text says that a word means is told as such; what only looks so is not."""

from __future__ import annotations

import pytest
from language_values import term, understand


@pytest.mark.parametrize(
    "sentence, form, meaning",
    [
        ("Snapback refers to the return of sanctions.", "Snapback", "the return of sanctions"),
        ("A summit is a meeting at which leaders bargain in person.", "summit",
         "a meeting at which leaders bargain in person"),
        ("Consensus, in the words of the club, means a decision nobody objects to.", "Consensus",
         "a decision nobody objects to"),
        ("A PHEIC (say “fake”) is an extraordinary event which may need a response.", "PHEIC",
         "an extraordinary event which may need a response"),
        ("Enrichment is the process of raising the share of one isotope.", "Enrichment",
         "the process of raising the share of one isotope"),
        ("Quantitative tightening, or QT, means selling bonds that a bank holds.",
         "Quantitative tightening", "selling bonds that a bank holds"),
        ("Every mile or so sits a repeater, a device that boosts the light.", "repeater",
         "a device that boosts the light"),
        ("They use grey-zone tactics, meaning hostile acts kept below the level of war.",
         "grey-zone tactics", "hostile acts kept below the level of war"),
        ("The point where a cable comes ashore is known as a landing station.", "landing station",
         "The point where a cable comes ashore"),
        ("It belongs to the shadow fleet, the hundreds of old tankers that carry the oil.",
         "shadow fleet", "the hundreds of old tankers that carry the oil"),
        ("The High Ambition Coalition (HAC), an alliance led by Norway, wants more.",
         "High Ambition Coalition", "an alliance led by Norway, wants more"),
        ("Ideas such as extended producer responsibility (EPR), under which makers pay, failed.",
         "extended producer responsibility", "under which makers pay, failed"),
        ("Gilt yields, the interest that the state pays on its bonds, hardly moved.", "Gilt yields",
         "the interest that the state pays on its bonds"),
        ("Lithography is the process of drawing circuits on silicon with light.", "Lithography",
         "the process of drawing circuits on silicon with light"),
    ],
)  # fmt: skip
def test_definitions(sentence: str, form: str, meaning: str) -> None:
    found = term(form, sentence, language="en")
    assert found.definition is not None
    assert found.definition.text == meaning
    assert found.receipt is not None
    assert found.receipt.text == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "It is a plan that will fail.",
        "The decision means that the talks will go on for weeks.",
        "A deal is not something that ministers expect.",
        "A deal is a long way off, which worries them.",
        "The treaty is a step that nobody took lightly.",
        "Vladimir Putin is a man who waits.",
        "Inger Sorvali, executive director of the fund, spoke.",
        "Iran is a country that borders seven others.",
        "In June, a court that sits in Paris ruled.",
        "He is known as a hard man.",
        "This means a delay of two years for them.",
        "The ban, a blow to exporters, begins on Monday.",
        "The next day is the one that counts.",
    ],
)
def test_what_defines_nothing(sentence: str) -> None:
    assert not [one for one in understand(sentence, language="en").terms if one.definition]


def test_the_hedges_of_a_definition_stay() -> None:
    found = term("salar", "A salar is a dry lake bed where brine may lie below.", language="en")
    assert found.definition is not None
    assert "may" in found.definition.text
