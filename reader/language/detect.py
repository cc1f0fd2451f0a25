"""Tell the language of a text by its letters, and by its small words where letters are Latin."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

_SAMPLE = 6_000
_LATIN_WORD = re.compile(r"[^\W\d_]+")

# Frequent small words, each of one of these languages much more than of the others.
_SMALL_WORDS = {
    "en": "the of and to in that is for with on was as by from at it be this are has its have not",
    "de": "der die und das den von ist mit dem nicht ein eine für auf sich im des auch wird zu",
    "fr": "le les des et est dans une pour que qui sur par au pas avec sont du ce il la",
    "es": "el los que las una por con del para se su al como es más lo fue entre y la",
    "it": "il che di per una con non sono della dei gli è nel anche le si da del al",
    "pt": "os que não uma com para do da em por dos das mais ao foi se ele é o e",
    "nl": "het een van en de dat niet op te zijn met voor die aan er om ook als bij naar",
}


@cache
def _small_words() -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}


def language_of(text: str) -> str:
    """Return the code of the language ("ja", "en", "zh", "ko" …), or "" where it is not clear."""
    letters = {name: len(script.findall(text, 0, _SAMPLE)) for name, script in _scripts().items()}
    total = sum(letters.values())
    if not total:
        return ""
    if letters["kana"] * 20 >= total:
        return "ja"
    if letters["hangul"] * 5 >= total:
        return "ko"
    if letters["han"] * 3 >= total:
        return "ja" if letters["kana"] else "zh"
    for script, language in _ONE_LANGUAGE.items():
        if letters[script] * 2 >= total:
            return language
    return _latin_language(text) if letters["latin"] * 2 >= total else ""


def _latin_language(text: str) -> str:
    words = Counter(word.lower() for word in _LATIN_WORD.findall(text[:_SAMPLE]))
    scores = {
        language: sum(words[word] for word in small) for language, small in _small_words().items()
    }
    best = max(scores, key=lambda language: scores[language])
    if scores[best] * 12 < words.total():
        return ""
    return best


_ONE_LANGUAGE = {"cyrillic": "ru", "arabic": "ar", "thai": "th", "greek": "el", "hebrew": "he"}


@cache
def _scripts() -> dict[str, re.Pattern[str]]:
    return {
        "latin": re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff\uff21-\uff5a]"),
        "kana": re.compile("[ぁ-ゖァ-ヺ\uff66-\uff9f]"),
        "han": re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"),
        "hangul": re.compile("[\uac00-\ud7af\u1100-\u11ff]"),
        "cyrillic": re.compile("[\u0400-\u052f]"),
        "greek": re.compile("[\u0370-\u03ff]"),
        "hebrew": re.compile("[\u0590-\u05ff]"),
        "arabic": re.compile("[\u0600-\u06ff]"),
        "thai": re.compile("[\u0e00-\u0e7f]"),
    }
