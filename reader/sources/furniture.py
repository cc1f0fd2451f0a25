"""What a line is when it is not part of the story: date line, caption, share button, label."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from reader.sources.captions import is_caption
from reader.sources.dates import dates_in
from reader.sources.names import NOBODY, Byline, byline_of, signed
from reader.sources.notices import is_notice
from reader.sources.page_words import (
    is_breadcrumb,
    is_kicker,
    is_page_part,
    opens_links,
    opens_profile,
    tags_in,
)
from reader.sources.patterns import EDGE, compiled
from reader.sources.references import is_reference_label, is_reference_line
from reader.sources.wide import columns, narrow

Role = Literal[
    "separator",
    "date",
    "byline",
    "breadcrumb",
    "tags",
    "caption",
    "page",
    "links",
    "profile",
    "reference",
    "reference_label",
    "kicker",
]
Zone = Literal["head", "story", "foot"]
_LONGEST = 400
_LONG_SENTENCE = 60
_CLOCK = re.compile(
    r"\d{1,2}[:時.]\d{2}分?(?::\d\d)?|(?:GMT|UTC|JST)?\s?[+-]\d{1,2}:?(?:\d\d)?\b"
    r"|\b\d+ (?:minutes?|hours?|days?) ago"
    r"|\b\d+(?:分|時間|日)前|\b[AaPp]\.?[Mm]\b\.?|午前|午後"
    r"|\b(?:JST|GMT|UTC|EDT|EST|ET|BST|CET|KST|Z)\b"
    r"|\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b|[月火水木金土日]曜日?"
    r"|\([^()]{0,6}\)"
)
_DATE_WORDS = compiled(r"""
    (?:最終)?(?:公開|更新|配信|掲載|投稿|発行|発表|作成|発売|改訂|修正|追記)(?:日時?|時刻|済み?)?
    (?:放送|配布)(?:日時?)?
    (?:初出|出稿|付)(?:日時?)?|日付|日時|朝刊|夕刊|号
    (?:first |last |originally )?(?:published|updated|posted|modified|issued)(?: (?:on|at))?
    \b(?:date|revised|on|at|as of)\b
""")
_NUMBER = re.compile(r"\d|[〇一二三四五六七八九十元]年")
_DAY = re.compile(r"(?<!\d)(?:\d{1,2}/\d{1,2}|\d{1,2}月\d{1,2}日)(?!\d)")
_PARTICLES = re.compile(r"[。、]|(?:を|が|は|に)\S")


@dataclass(frozen=True, slots=True)
class Furniture:
    """What a line is, and whom it names if that is its business."""

    role: Role
    byline: Byline = NOBODY


def furniture_of(words: str, *, zone: Zone) -> Furniture | None:
    """Say what a stripped line is, if it is not part of the story.

    Within the ``story`` only what cannot be anything else is taken.
    """
    if len(words) > _LONGEST:
        return None if any(sign.isalnum() for sign in words) else Furniture("separator")
    return _of_line(words, zone)


@lru_cache(maxsize=1024)
def _of_line(words: str, zone: Zone) -> Furniture | None:
    strict = zone == "story"
    if not any(sign.isalnum() for sign in words):
        return Furniture("separator")
    if words[-1] == "。" and len(words) > _LONG_SENTENCE:
        return Furniture("page") if is_page_part(words) or is_notice(words) else None
    return (
        _labelled(words) or page_part(words) or _dated(words, zone) or _noticed(words)
        or _named(words, strict=strict) or _kicker(words, zone) or _signed(words, zone)
    )  # fmt: skip


def item_part(words: str) -> Furniture | None:
    """Return what the words of a list item are to the page around the story."""
    return page_part(words) or _noticed(words)


def page_part(words: str) -> Furniture | None:
    """Return what a line is to the page around the story: links, buttons, tags, the way here."""
    if tags_in(words):
        return Furniture("tags")
    if opens_links(words):
        return Furniture("links")
    if opens_profile(words):
        return Furniture("profile")
    if is_page_part(words):
        return Furniture("page")
    return Furniture("breadcrumb") if is_breadcrumb(words) else None


def _noticed(words: str) -> Furniture | None:
    return Furniture("page") if is_notice(words) else None


def _labelled(words: str) -> Furniture | None:
    if is_reference_label(words):
        return Furniture("reference_label")
    if is_reference_line(words):
        return Furniture("reference")
    return Furniture("caption") if is_caption(words) else None


def _dated(words: str, zone: Zone) -> Furniture | None:
    """Return a line that tells when (and perhaps where) the article appeared."""
    if len(words) > 120 or (words[-1] in "。." and not words.endswith(("a.m.", "p.m."))):
        return None
    rest = narrow(words)
    if _NUMBER.search(rest) is None:
        return None
    dates = [date for date in dates_in(words) if date.year and date.month]
    if not dates:
        return Furniture("date") if _tells_time_only(rest) else None
    for date in reversed(dates):
        rest = rest[: date.start] + " " + rest[max(date.end, date.time_end) :]
    rest = _DATE_WORDS.sub(" ", _CLOCK.sub(" ", rest)).strip(EDGE + ",、./。")
    if not rest:
        return Furniture("date")
    place = narrow(words).find(rest)
    byline = byline_of(words[place : place + len(rest)] if place >= 0 else rest, strict=False)
    if byline is not None:
        return Furniture("date", byline)
    short = columns(rest) <= 24 and not _PARTICLES.search(rest) and rest[0] != "の"
    return Furniture("date") if short and zone == "head" else None


def _tells_time_only(words: str) -> bool:
    """Say whether a line is a day and a time without a year (12/4(木) 7:05配信)."""
    rest, days = _DAY.subn(" ", words)
    rest, told = _DATE_WORDS.subn(" ", rest)
    rest, clocks = _CLOCK.subn(" ", rest)
    return bool(days and (told or clocks)) and not rest.strip(EDGE + ",、./")


def _named(words: str, *, strict: bool) -> Furniture | None:
    byline = byline_of(words, strict=strict)
    return None if byline is None else Furniture("byline", byline)


def _signed(words: str, zone: Zone) -> Furniture | None:
    byline = signed(words) if zone == "foot" and not is_kicker(words) else None
    return None if byline is None else Furniture("byline", byline)


def _kicker(words: str, zone: Zone) -> Furniture | None:
    return Furniture("kicker") if zone == "head" and is_kicker(words) else None
