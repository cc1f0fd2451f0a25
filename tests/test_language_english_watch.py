"""What an English text leaves open is found: lists that are announced, and sentences that ask."""

from __future__ import annotations

import pytest
from language_values import understand

from reader.language.article_dates import PartialDate
from reader.language.english_horizons import horizon

QUESTIONS = ("- whether the ice holds", "- who pays for the ship")


def watched(*lines: str, origin: str = "") -> list[str]:
    found = understand(*lines, language="en").watch_points
    return [point.text for point in found if point.origin == origin or not origin]


@pytest.mark.parametrize(
    "heading",
    [
        "What to watch",
        "WHAT TO WATCH",
        "What to look out for",
        "What I'm watching",
        "Things to watch",
        "Questions for the coming months",
        "Key questions",
        "Open questions",
        "Three questions that remain",
        "On our radar",
        "What we don't know",
        "Issues to watch in 2026",
        "Dates to watch",
        "Unanswered questions",
        "4. Points to follow",
    ],
)
def test_headings_announce(heading: str) -> None:
    lines = ("! Pact", "Ministers signed it.", f"# {heading}", *QUESTIONS)
    assert watched(*lines, origin="list") == [line[2:] for line in QUESTIONS]


@pytest.mark.parametrize(
    "heading", ["What's next", "Looking ahead", "What happens now?", "Next steps"]
)
def test_headings_that_look_ahead_need_items_that_ask(heading: str) -> None:
    lines = ("! Pact", "Ministers signed it.", f"# {heading}")
    assert watched(*lines, *QUESTIONS) == [line[2:] for line in QUESTIONS]
    facts = ("- 3 May: ministers met in Oslo", "- 9 May: the text was adopted")
    assert watched(*lines, *facts) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Three questions will decide whether the thaw lasts:",
        "The following points are worth watching.",
        "Here is what to watch for:",
        "It is not yet clear:",
    ],
)
def test_a_sentence_announces(sentence: str) -> None:
    assert watched("! Pact", f"Ministers signed it. {sentence}", *QUESTIONS, origin="list") == [
        line[2:] for line in QUESTIONS
    ]


@pytest.mark.parametrize(
    "intro, items",
    [
        ("# Timeline", ("- 1963: test ban signed", "- 1968: treaty opened")),
        ("# Key takeaways", ("- The fund reached its goal.", "- Members paid most of it.")),
        ("The treaty has three parts:", ("- limits on catches", "- a fund for poor states")),
        ("# What we know", ("- Two ships collided.", "- Nobody was hurt.")),
        ("Among those present were:", ("- the minister of trade", "- two judges")),
    ],
)
def test_lists_of_facts_are_refused(intro: str, items: tuple[str, ...]) -> None:
    assert watched("! Pact", "Ministers signed it.", intro, *items) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "It remains to be seen whether the truce will hold.",
        "Whether the crew can be tried at all is unclear.",
        "How a court would divide the blame is a puzzle that no one has solved.",
        "All eyes are now on the central bank.",
        "The question is whether Berlin will pay.",
        "The next vote will be closely watched in Tokyo.",
        "Much hinges on the budget, which is due in May.",
        "It will depend on how Beijing reacts.",
        "No date has been set for another session.",
        "The court has not said whether it will seek warrants.",
        "They have yet to say when they would leave.",
        "It is too early to say if others will follow.",
        "How the virus will behave is anyone's guess.",
        "Nobody on the board will say how low rates might go.",
        "The first is whether the officers can be tried.",
        "Diplomats will be looking to the summit for a sign of movement.",
        "The government must decide by Friday whether to sign.",
        "A bigger test will come in the autumn.",
        "The text leaves open who inspects the machines.",
        "There is no guarantee that the donors will pay.",
    ],
)
def test_sentences_that_ask(sentence: str) -> None:
    assert watched("! Pact", f"Ministers signed it on Monday. {sentence}") == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "It was unclear whether anybody had been on board.",
        "There is no doubt that the deal will pass.",
        "The question was settled in March.",
        "He asked whether the ship had left.",
        "Whether the crew had meant it was for a court to say.",
        "A year later the answer was no.",
        "The minister watched the game from the stands.",
        '"The question is whether they dare," he said.',
        "The first act, which came into force in 2023, moved slowly.",
        "What has alarmed scientists is an offshoot of the virus.",
        "Defeat is only a question of time, a general said.",
    ],
)
def test_sentences_that_do_not(sentence: str) -> None:
    assert watched("! Pact", f"Ministers signed it on Monday. {sentence}") == []


MARCH_2025 = PartialDate(2025, 3, 14)


@pytest.mark.parametrize(
    "words, when, date",
    [
        ("a verdict by 18 December 2026", None, "2026-12-18"),
        ("a verdict on December 18, 2026", None, "2026-12-18"),
        ("a launch in 2028", None, "2028"),
        ("a launch in March 2026", None, "2026-03"),
        ("a launch in the first half of 2026", None, "2026-01/2026-06"),
        ("a verdict by the end of the year", MARCH_2025, "2025"),
        ("a verdict by the end of the year", None, ""),
        ("a vote next year", MARCH_2025, "2026"),
        ("a vote in September", MARCH_2025, "2025-09"),
        ("a vote in January", MARCH_2025, "2026-01"),
        ("a vote on 16 November", MARCH_2025, "2025-11-16"),
        ("a vote next spring", MARCH_2025, "2026-03/2026-05"),
        ("a vote later this month", MARCH_2025, "2025-03"),
        ("a vote next month", MARCH_2025, "2025-04"),
        ("whether the ships may sail", MARCH_2025, ""),
        ("who answers for the fall of the government", MARCH_2025, ""),
        ("how the ships fared in the summer of 2019", MARCH_2025, ""),
        ("the army, which brokered a truce in September", MARCH_2025, ""),
        ("how the fund of 2019 is spent", MARCH_2025, ""),
        ("since the vote in 2019", MARCH_2025, ""),
        ("in the coming months", MARCH_2025, ""),
        ("whether May resigns", MARCH_2025, ""),
    ],
)
def test_horizons(words: str, when: PartialDate | None, date: str) -> None:
    assert horizon(words, when) == date


def test_the_date_of_the_article_gives_the_year() -> None:
    lines = ("! Pact", "@ August 3, 2025", "The ruling is due.", "# What to watch",
             "- Whether the court rules in September")  # fmt: skip
    assert [one.horizon for one in understand(*lines, language="en").watch_points] == ["2025-09"]
