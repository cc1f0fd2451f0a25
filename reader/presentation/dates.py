"""Dates for people, in Japanese and English, never more precise than they are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.dates import is_date

if TYPE_CHECKING:
    from datetime import tzinfo

    from reader.presentation.messages import Language

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def for_people(written: str, language: Language, *, words: str = "") -> str:
    """Write a date (``reader.model.dates``) as people do: 2025年12月, December 2025.

    ``words`` are those of the text (12月初旬): they are shown as they stand, and the date beside
    them only when they do not name its year. What is not a date is given back as it is.
    """
    told = _told(written, language)
    if not words:
        return told
    if not written or _names_year(words, written[:4]):
        return words
    return f"{words}({told})" if language == "ja" else f"{words} ({told})"


def period_for_people(written: str, language: Language) -> str:
    """Write a date, or a ``first/last`` pair of dates, as people do."""
    first, slash, last = written.partition("/")
    if not slash:
        return for_people(first, language)
    between = "〜" if language == "ja" else " – "
    return between.join((for_people(first, language), for_people(last, language)))


def moment_for_people(utc: str, language: Language, *, zone: tzinfo | None = None) -> str:
    """Write a moment (``2026-01-10T09:00:00Z``) to the minute, in ``zone``, else in UTC."""
    from datetime import UTC, datetime

    try:
        moment = datetime.fromisoformat(utc)
    except ValueError:
        return utc
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    local = moment.astimezone(zone or UTC).strftime("%Y-%m-%dT%H:%M")
    return _told(local, language) + ("" if zone else " UTC")


def _told(written: str, language: Language) -> str:
    if not is_date(written):
        return written
    day, _, time = written.partition("T")
    numbers = [int(part) for part in day.split("-")]
    told = _japanese(numbers) if language == "ja" else _english(numbers)
    if not time:
        return told
    return f"{told}{' ' if language == 'ja' else ', '}{_clock(time)}"


def _japanese(numbers: list[int]) -> str:
    return "".join(f"{number}{unit}" for number, unit in zip(numbers, "年月日", strict=False))


def _english(numbers: list[int]) -> str:
    year, *rest = numbers
    named = [str(year)]
    if rest:
        named.append(_MONTHS[rest[0] - 1])
    if len(rest) > 1:
        named.append(str(rest[1]))
    return " ".join(reversed(named))


def _clock(time: str) -> str:
    """Write ``09:00:00+09:00`` as 9:00 (UTC+9): the zone only where the text gives it."""
    hours, minutes = time[:2].removeprefix("0"), time[3:5]
    zone = time[5:].lstrip(":0123456789")
    if not zone:
        return f"{hours}:{minutes}"
    if zone == "Z":
        return f"{hours}:{minutes} UTC"
    ahead = zone[1:3].removeprefix("0")
    beyond = zone[3:].removeprefix(":")
    return f"{hours}:{minutes} (UTC{zone[0]}{ahead}{f':{beyond}' if beyond.strip('0') else ''})"


def _names_year(words: str, year: str) -> bool:
    # int() reads full-width digits too, and so must this.
    digits = "".join(str(int(letter)) if letter.isdecimal() else letter for letter in words)
    return year in digits
