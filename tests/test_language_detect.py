"""The language of a text is told by its letters and its small words."""

from __future__ import annotations

import pytest

from reader.language.analysis import analyse
from reader.language.detect import language_of
from reader.model.blocks import Block


@pytest.mark.parametrize(
    "text, language",
    [
        ("東京で会議が開かれた。", "ja"),
        ("カタカナ", "ja"),
        ("ＮＡＴＯとＥＵの会議", "ja"),
        ("北京今天举行了会议", "zh"),
        ("서울에서 회의가 열렸다", "ko"),
        ("В Москве прошла встреча министров", "ru"),
        ("The ministers met in the capital for a day of talks.", "en"),
        ("Die Minister trafen sich in der Hauptstadt und sprachen mit dem Präsidenten.", "de"),
        ("Les ministres se sont réunis dans la capitale pour une journée de travail.", "fr"),
        ("Los ministros se reunieron en la capital para una jornada de trabajo.", "es"),
        ("12345 !?", ""),
        ("", ""),
    ],
)
def test_language_of(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_japanese_text_with_a_foreign_reference_stays_japanese() -> None:
    assert (
        language_of("港の工事が始まった。\nSource: Harbour Daily, a newspaper of the port.") == "ja"
    )


def test_a_language_without_rules_claims_nothing() -> None:
    text = "Les ministres se sont réunis à Paris. Reste à savoir si la paix est possible."
    found = analyse(text, (Block("paragraph", 0, len(text)),))
    assert (found.language, found.terms, found.watch_points, found.key_sentences) == (
        "fr",
        (),
        (),
        (),
    )


def test_the_language_that_is_named_wins() -> None:
    text = "東京"
    assert analyse(text, (Block("title", 0, 2),), "ja-JP").language == "ja"
    assert analyse(text, (Block("title", 0, 2),), "ja").terms[0].text == "東京"
