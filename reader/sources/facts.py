"""What an article says of itself: title, author, outlet, dates, source, language, tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model.document import Facts
from reader.model.languages import language_of
from reader.sources.dates import complete, dates_in
from reader.sources.names import Byline, dateline_of, is_outlet
from reader.sources.page_words import tags_in
from reader.sources.references import source_of
from reader.sources.wide import narrow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.sources.entries import Entry

_UPDATED = re.compile(r"更新|改訂|修正|追記|updated|modified|revised", re.IGNORECASE)
_ISSUED = re.compile(r"公開|配信|掲載|投稿|発行|初出|published|posted|issued", re.IGNORECASE)
_AGO = re.compile(
    r"\d+\s?(?:分|時間|日|週間|か月|カ月|年)前(?:に?更新)?"
    r"|(?:[Uu]pdated )?\b(?:\d+|an?) (?:minutes?|hours?|days?|weeks?) ago"
)
_NO_EVENT = re.compile(r"[^。、]{0,6}?(?:までに|まで(?=の目標)|以来|以降)")
_LONGEST_TITLE = 200
# Dates and names among links to elsewhere, or in references, are not the article's.
_ITS_OWN = ("", "foot")
_SENTENCE = re.compile(r".+?[。．！？!?]|.+?[.](?=\s)")
_RIGHTS = re.compile(
    r"(?:©|Ⓒ|\(c\)|copyright)[\s©:(c)]*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,.]*(?P<who>[^\s].*)",
    re.IGNORECASE,
)
_RIGHTS_END = re.compile(
    r"\s{2,}.*|\s*(?:無断|All rights|inc\.|co\.|株式会社|\.\s|　).*", re.IGNORECASE
)
# NAGASAKI, Japan, September 1, 2025 /Wire/ --
_DATELINE = re.compile(
    r"[A-Z][\w .,'’-]{1,60}?[,.(] ?(?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})\)?\s?(?:/[^/]{1,30}"
    r"/)?\s?(?:--|[-–—])"
)
_CITY = re.compile(
    r"[A-Z][A-Z .'-]{2,30}(?:, [A-Z][\w. ]{2,20})? \((?P<who>[A-Z][\w ]{1,30})\) ?[-–—]"
)


def facts_of(entries: Sequence[Entry]) -> Facts:
    """Return what the lines tell; a front matter may know better."""
    byline = _byline(entries)
    published = _published(entries)
    named = [entry for entry in entries if entry.kind == "reference"]
    references = [_words(entry) for entry in named]
    linked = [span.target for entry in named for span in entry.line.spans if span.kind == "link"]
    event, words = _event(entries, published)
    return Facts(
        title=_title(entries),
        author=byline.author,
        publisher=byline.publisher,
        source=source_of(references, linked) or byline.publisher,
        published=published,
        event_date=event,
        event_date_text=words,
        language=language_of("\n".join(entry.words for entry in entries)),
        tags=_tags(entries),
    )


def _title(entries: Sequence[Entry]) -> str:
    for entry in entries:
        if entry.kind == "title":
            return _words(entry)
    told = [_words(entry) for entry in entries if entry.kind != "aside"]
    words = told[0] if told else _words(entries[0]) if entries else ""
    if len(words) <= _LONGEST_TITLE and len(entries) == 1:
        return words
    first = _SENTENCE.match(words[: _LONGEST_TITLE + 1])
    if first is not None:
        return first[0]
    return words if len(words) <= _LONGEST_TITLE else words[: _LONGEST_TITLE - 1] + "…"


def _words(entry: Entry) -> str:
    return entry.words[entry.start : entry.end]


def _byline(entries: Sequence[Entry]) -> Byline:
    """Return the author and the outlet that the lines around the story name, the first of each."""
    named = [
        entry.furniture.byline for entry in entries if entry.furniture and entry.section in _ITS_OWN
    ]
    leads = [entry.words for entry in entries if entry.kind == "paragraph"][:2]
    named += [byline for words in leads if (byline := dateline_of(words) or _city(words))]
    named += [
        byline for entry in entries if entry.role == "page" and (byline := _rights(entry.words))
    ]
    author = next((byline.author for byline in named if byline.author), "")
    return Byline(author, next((byline.publisher for byline in named if byline.publisher), ""))


def _city(words: str) -> Byline | None:
    match = _CITY.match(words)
    return Byline(publisher=match["who"]) if match and is_outlet(match["who"]) else None


def _rights(words: str) -> Byline | None:
    """Read ©みなと国際通信　無断転載を禁じます."""
    match = _RIGHTS.search(words)
    if match is None:
        return None
    who = _RIGHTS_END.sub("", match["who"]).strip(" .,、。\u3000")
    return Byline(publisher=who) if 1 < len(who) <= 40 else None


def _published(entries: Sequence[Entry]) -> str:
    """Return when it was published, from the first line around the story that says so."""
    lines = [entry.words for entry in entries if entry.role == "date" and entry.section in _ITS_OWN]
    for read in (_issue_date, _any_date):
        found = next((date for words in lines if (date := read(words))), "")
        if found:
            return found
    leads = [entry.words for entry in entries if entry.kind == "paragraph"][:1]
    dated = [match["date"] for words in leads if (match := _DATELINE.match(words))]
    return next((date.written for words in dated for date in dates_in(words) if date.day), "")


def _issue_date(words: str) -> str:
    """Return the date of a date line that is not that of an update."""
    dates = [date for date in dates_in(words) if date.year and date.month and date.written]
    plain = _AGO.sub(lambda ago: " " * len(ago[0]), narrow(words))
    ends = [max(date.end, date.time_end) for date in dates]
    before = [plain[end : date.start] for end, date in zip([0, *ends], dates, strict=False)]
    behind = plain[ends[-1] :] if ends else ""
    trailing = bool(_UPDATED.search(behind) or _ISSUED.search(behind)) and not before[0].strip()
    labels = [*before[1:], behind] if trailing else before
    issued = [date for date, label in zip(dates, labels, strict=True) if _ISSUED.search(label)]
    others = [date for date, label in zip(dates, labels, strict=True) if not _UPDATED.search(label)]
    return next((date.written for date in (*issued, *others)), "")


def _any_date(words: str) -> str:
    """Return the date of a date line, were it of an update: by then it was published."""
    return next((date.written for date in dates_in(words) if date.month and date.written), "")


def _event(entries: Sequence[Entry], published: str) -> tuple[str, str]:
    """Return when it happened, and the words: the first date of the lead, if it is certain."""
    for words in _lead(entries):
        for date in dates_in(words):
            if _NO_EVENT.match(words, date.end):
                continue
            found = complete(date, published)
            return found, words[date.start : date.end] if found else ""
    return "", ""


def _lead(entries: Sequence[Entry]) -> list[str]:
    lead: list[str] = []
    for entry in entries:
        if entry.kind == "heading" and lead:
            break
        if entry.kind == "paragraph":
            lead.append(entry.words)
    return lead


def _tags(entries: Sequence[Entry]) -> tuple[str, ...]:
    found = (tag for entry in entries if entry.role == "tags" for tag in tags_in(entry.words))
    return tuple(dict.fromkeys(found))
