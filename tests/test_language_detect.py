"""The language of a text is told by its letters and its small words."""

from __future__ import annotations

import pytest

from reader.language.detect import language_of
from reader.model.blocks import Block
from reader.services.analysing import understand as analyse

JAPANESE = """
東京で会議が開かれた。
カタカナ
ＮＡＴＯとＥＵの会議
日米首脳会談、関税で合意
日米首脳会談開催
ＮＡＴＯ、ＥＵ、ＡＳＥＡＮ、ＢＲＩＣＳの首脳が会談
OpenAI、Anthropic、Google DeepMindのCEOがG7 Summitに出席
""".strip().split("\n")
ENGLISH = """
The ministers met in the capital for a day of talks.
Plastics treaty talks collapse in Geneva
Norway and Chile sign a pact
The minister met Ōta Yūki, who said "頑張ります" to reporters after the vote.
""".strip().split("\n")
OTHERS = {
    "zh": ("北京今天举行了会议", "中美元首会谈在北京举行", "臺灣總統府今天發表聲明，對此表示關切。",
           "日本人气品牌「の」在中国开设了第一家商店，引起了许多消费者的关注。"),
    "ko": ("서울에서 회의가 열렸다", "중국 北京에서 열린 회담"),
    "ru": ("В Москве прошла встреча министров",),
    "uk": ("Уряд заявив у понеділок, що нова угода є важливою для країни.",),
    "de": ("Die Minister trafen sich in der Hauptstadt und sprachen mit dem Präsidenten.",),
    "fr": ("Les ministres se sont réunis dans la capitale pour une journée de travail.",),
    "es": ("Los ministros se reunieron en la capital para una jornada de trabajo.",),
    "it": ("Il governo ha detto lunedì che il nuovo accordo è importante per il paese.",),
    "pt": ("O governo disse na segunda-feira que o novo acordo é importante para o país.",),
    "nl": ("De minister zei dat het kabinet morgen een besluit neemt over de nieuwe wet.",),
    "sv": ("Regeringen sade på måndagen att det nya avtalet är viktigt för landet.",),
    "pl": ("Rząd poinformował w poniedziałek, że nowa umowa jest ważna dla kraju.",),
    "tr": ("Hükümet pazartesi günü yeni anlaşmanın ülke için önemli olduğunu söyledi.",),
    "id": ("Pemerintah mengatakan pada hari Senin bahwa perjanjian itu akan berlanjut.",),
    "hu": ("A kormány hétfőn azt mondta, hogy az új megállapodás fontos az országnak.",),
    "af": ("Die regering het Maandag gesê dat die nuwe ooreenkoms belangrik is vir die land.",),
    "ar": ("قالت الحكومة يوم الاثنين إن الاتفاق الجديد مهم للبلاد.",),
    "hi": ("सरकार ने सोमवार को कहा कि नया समझौता महत्वपूर्ण है।",),
}  # fmt: skip


@pytest.mark.parametrize("text", JAPANESE)
def test_japanese(text: str) -> None:
    assert language_of(text) == "ja"


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    assert language_of(text) == "en"


@pytest.mark.parametrize(
    "text, language", [(text, language) for language, texts in OTHERS.items() for text in texts]
)
def test_other_languages_are_never_taken_for_the_two_that_are_understood(
    text: str, language: str
) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["12345 !?", "", "🙂🙂", "北京東京"])
def test_what_tells_nothing_is_no_language(text: str) -> None:
    assert language_of(text) == ""


def test_a_japanese_text_with_a_foreign_reference_stays_japanese() -> None:
    assert (
        language_of("港の工事が始まった。\nSource: Harbour Daily, a newspaper of the port.") == "ja"
    )


def test_a_language_without_rules_claims_nothing() -> None:
    text = "Les ministres se sont réunis à Paris. Reste à savoir si la paix est possible."
    found = analyse(text, (Block("paragraph", 0, len(text)),))
    assert found.language == "fr"
    assert not found.terms + found.watch_points + found.key_sentences
    assert not found.attributions + found.hedges


def test_the_language_that_is_named_wins() -> None:
    text = "東京"
    assert analyse(text, (Block("title", 0, 2),), "ja-JP").language == "ja"
    assert analyse(text, (Block("title", 0, 2),), "ja").terms[0].text == "東京"
