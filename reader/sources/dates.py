"""Dates as texts write them, in Japanese and English, each only as precise as its words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.model.dates import is_date
from reader.sources.wide import narrow

if TYPE_CHECKING:
    from collections.abc import Iterator

_KANJI = "〇一二三四五六七八九十"
_NUMBER = rf"(?:\d{{1,2}}|元|[{_KANJI}]{{1,3}})"
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
_ERA = "|".join(_ERAS)
_PART = "初旬|上旬|中旬|下旬|初め|はじめ|半ば|末|頃|ごろ"
# 3日間 and 24年ぶり are lengths of time, not dates.
_SPAN = (
    "間|以上|以内|ぶり|連続|前|後|目|分|程度|ほど|余|近く|にわた|越し|半|未満|度|代|もの|がかり"
    "|たらず|ごと"
)
_WEEKDAY = (
    r"(?:\s*[(（]\s*(?:[月火水木金土日祝・]{1,3}|[日月火水木金土]曜日?|[A-Z][a-z]{2,8})\s*[)）]"
    r"|\s*(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?|[日月火水木金土]曜日?))?"
)
_JAPANESE = re.compile(
    rf"(?:(?P<era>{_ERA})\s*(?P<in_era>{_NUMBER})|(?<!\d)(?P<year>\d{{4}}"
    rf"|[〇一二三四五六七八九]{{4}}))"
    rf"(?:\((?:(?:{_ERA})?{_NUMBER}年?|\d{{4}}年?)\))?\s*年(?!{_SPAN})"
    rf"(?:\s*(?P<month>{_NUMBER})\s*月(?!間)(?:\s*(?P<day>{_NUMBER})\s*日(?!間|ぶり))?)?"
    rf"(?P<part>{_PART}|春|夏|秋|冬|初頭|前半|後半)?"
)
_MONTH_DAY = re.compile(
    r"(?:(?P<when>一昨年|昨年|去年|前年|今年|本年|来年|翌年|同年)|(?<![\d年]))"
    rf"(?P<month>\d{{1,2}})月(?!{_SPAN})(?:(?P<day>\d{{1,2}})日(?!{_SPAN}))?(?P<part>{_PART})?"
)
_DAY = re.compile(
    r"(?:(?P<when>先月|前月|昨月|来月|翌月|同月|毎月|今月)|(?<![\d月第約計べ各の.,]))"
    rf"(?P<day>\d{{1,2}})日(?!{_SPAN}|の期間|本|米|中|韓)"
)
_NUMERIC = re.compile(
    r"(?<![\d./-])(?P<year>(?:19|20)\d\d)(?P<by>[-/.])(?P<month>\d{1,2})"
    r"(?:(?P=by)(?P<day>\d{1,2}))?(?![\d/-]|\.\d)"
)
_KOREAN = re.compile(r"(?P<year>\d{4})년\s*(?P<month>\d{1,2})월(?:\s*(?P<day>\d{1,2})일)?")
_BACKWARDS = re.compile(
    r"(?<![\d./-])(?P<one>\d{1,2})(?P<by>[/.])(?P<two>\d{1,2})(?P=by)(?P<year>(?:19|20)\d\d)(?!\d)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?"
    r"|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)"
)
_ORDINAL = "(?:st|nd|rd|th)?"
_ENGLISH = re.compile(
    r"\b(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[ -])?"
    rf"(?:(?P<before>\d{{1,2}}){_ORDINAL} (?:of )?)?(?P<name>{_NAME})(?!\w)"
    rf"(?: (?P<after>\d{{1,2}}){_ORDINAL}(?!\d))?(?:,? (?P<year>(?:19|20)\d\d)(?!\d))?"
)
_ENGLISH_YEAR = re.compile(
    r"\b(?:[Ii]n|[Dd]uring|[Ss]ince|[Bb]y) (?P<year>(?:19|20)\d\d)\b(?![-/])"
)
_TIME = re.compile(
    rf"{_WEEKDAY}(?:T|[\s,、/|・-]|at |-)*(?P<half>午前|午後|AM|PM)?\s*(?P<hour>\d{{1,2}})"
    r"(?:(?:[:時]|\.(?=\d\d ?(?:[AaPp]\.?[Mm]\b|[A-Z]{3,4}\b)))(?P<minute>\d{2})"
    r"|時(?:(?P<short>\d{1,2})分)?)(?::\d\d(?:\.\d+)?)?分?"
    r"(?:\s*(?P<english>[AaPp]\.?[Mm]\b\.?))?"
)
# 6:30 PM UTC, Monday, before the date.
_TIME_BEFORE = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?P<blank> ?)(?P<half>[AaPp]\.?[Mm]\b\.?)?"
    r"(?: ?\(?[A-Z]{2,5}(?:[+-]\d{1,2})?\)?)?,? (?:on )?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat"
    r"|Sun)[a-z]{0,6}\.?,? )?$"
)
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text: where its words stand, and what they say (0 where they do not).

    ``when`` is the word that leans on another date (昨年, 今月), ``time`` is ``HH:MM``.
    """

    start: int
    end: int
    year: int = 0
    month: int = 0
    day: int = 0
    when: str = ""
    time: str = ""
    time_end: int = 0

    @property
    def written(self) -> str:
        """Return the date as the model keeps it, or nothing when it has no year."""
        if not self.year:
            return ""
        found = f"{self.year:04}"
        if self.month:
            found += f"-{self.month:02}" + (f"-{self.day:02}" if self.day else "")
        if self.day and self.time:
            found += f"T{self.time}"
        return found if is_date(found) else ""


def dates_in(words: str) -> Iterator[WrittenDate]:
    """Yield the dates in ``words`` in order; those without a year too, and never overlapping."""
    folded = narrow(words[:_LONGEST])
    found = sorted(
        (date for find in _FINDERS for date in find(folded)),
        key=lambda date: (date.start, -date.end),
    )
    end = 0
    for date in found:
        if date.start >= end and date.month <= 12 and date.day <= 31:
            yield date
            end = max(date.end, date.time_end)


def read_date(words: str) -> str:
    """Return the first whole date in ``words`` as the model keeps it, or nothing."""
    folded = words.strip()
    if len(folded) <= 10 and is_date(folded):
        return folded
    return next((date.written for date in dates_in(words) if date.written), "")


def complete(date: WrittenDate, published: str) -> str:
    """Return ``date`` with the year, or the month too, of the day it was told on.

    Only where that is certain: a day of the ten days before, a month and day of the same year
    before; else nothing.
    """
    if date.year:
        return replace(date, time="").written
    if len(published) < 10:
        return ""
    year, month, day = int(published[:4]), int(published[5:7]), int(published[8:10])
    if date.month:
        return _in_year(date, year=year, told=(month, day))
    near = date.when == "今月" or (not date.when and 0 <= day - date.day <= 10)
    return replace(date, year=year, month=month, time="").written if near else ""


def _in_year(date: WrittenDate, *, year: int, told: tuple[int, int]) -> str:
    moved = {"昨年": -1, "去年": -1, "一昨年": -2, "今年": 0, "本年": 0, "来年": 1}
    if date.when in moved:
        return replace(date, year=year + moved[date.when], time="").written
    if date.when or (date.month, date.day) > told:
        return ""
    return replace(date, year=year, time="").written


def _japanese(words: str) -> Iterator[WrittenDate]:
    for match in _JAPANESE.finditer(words):
        year = (
            _count(match["year"])
            if match["year"]
            else _ERAS[match["era"]] + _count(match["in_era"])
        )
        yield _made(match, words, year=year, month=_count(match["month"]), day=_count(match["day"]))


def _month_day(words: str) -> Iterator[WrittenDate]:
    for match in _MONTH_DAY.finditer(words):
        yield _made(
            match,
            words,
            year=0,
            month=int(match["month"]),
            day=int(match["day"] or 0),
            when=match["when"] or "",
        )


def _day(words: str) -> Iterator[WrittenDate]:
    for match in _DAY.finditer(words):
        yield _made(match, words, year=0, month=0, day=int(match["day"]), when=match["when"] or "")


def _numeric(words: str) -> Iterator[WrittenDate]:
    for match in _NUMERIC.finditer(words):
        if match["day"] or match["by"] != ".":
            yield _made(
                match,
                words,
                year=int(match["year"]),
                month=int(match["month"]),
                day=int(match["day"] or 0),
            )
    for match in _KOREAN.finditer(words):
        yield _made(
            match,
            words,
            year=int(match["year"]),
            month=int(match["month"]),
            day=int(match["day"] or 0),
        )
    for match in _BACKWARDS.finditer(words):
        one, two = int(match["one"]), int(match["two"])
        # 07/08/2024 is read one way in London and another in New York.
        if one > 12 or two > 12 or one == two or match["by"] == ".":
            day, month = (two, one) if two > 12 else (one, two)
            yield _made(match, words, year=int(match["year"]), month=month, day=day)


def _english(words: str) -> Iterator[WrittenDate]:
    for match in _ENGLISH.finditer(words):
        day = int(match["before"] or match["after"] or 0)
        if day or match["year"]:
            month = _MONTHS.index(match["name"][:3].lower()) + 1
            made = _made(match, words, year=int(match["year"] or 0), month=month, day=day)
            yield made if made.time else _with_time_before(made, words)
    for match in _ENGLISH_YEAR.finditer(words):
        yield WrittenDate(match.start("year"), match.end(), year=int(match["year"]))


def _made(
    match: re.Match[str], words: str, *, year: int, month: int, day: int, when: str = ""
) -> WrittenDate:
    clock = _TIME.match(words, match.end()) if day else None
    time, end = ("", 0) if clock is None else (_time(clock), clock.end())
    return WrittenDate(match.start(), match.end(), year, month, day, when, time, end)


def _with_time_before(date: WrittenDate, words: str) -> WrittenDate:
    """Return the date with the time that stands before it, if one does."""
    clock = _TIME_BEFORE.search(words, max(0, date.start - 40), date.start)
    if clock is None or not date.day or not (clock["minute"] or clock["half"]):
        return date
    hour = int(clock["hour"]) % 12 if clock["half"] else int(clock["hour"])
    hour += 12 if clock["half"] and clock["half"][0] in "Pp" else 0
    minute = int(clock["minute"] or 0)
    if hour > 23 or minute > 59:
        return date
    return replace(date, start=clock.start(), time=f"{hour:02}:{minute:02}", time_end=date.end)


def _time(match: re.Match[str]) -> str:
    hour = int(match["hour"])
    half = (match["half"] or match["english"] or "").lower().replace(".", "")
    if half in ("午後", "pm") and hour < 12:
        hour += 12
    if half in ("午前", "am") and hour == 12:
        hour = 0
    minute = int(match["minute"] or match["short"] or 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""


def _count(written: str | None) -> int:
    """Return the number that digits or kanji write; 元 is the first year of an era."""
    if not written:
        return 0
    if written == "元":
        return 1
    if written.isdecimal():
        return int(written)
    if "十" not in written:
        return int("".join(str(_KANJI.index(sign)) for sign in written))
    tens, _, ones = written.partition("十")
    return (_KANJI.find(tens) if tens else 1) * 10 + (_KANJI.find(ones) if ones else 0)


_FINDERS = (_japanese, _month_day, _day, _numeric, _english)
