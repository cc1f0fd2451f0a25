"""Headings without any mark: short lines that stand before what they head."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.sources.captions import may_be_caption
from reader.sources.entries import INTRODUCES, Entry, asks, is_headingish, names_a_list
from reader.sources.numbering import count_told
from reader.sources.wide import columns

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEVEL = 2
_DASH = re.compile(r"[―—─〜～~‐-]+[ \u3000]*")
_QUOTED = re.compile(r"[「『“\"].+[」』”\"]")
_LONGEST_QUOTED = 30
_PARTS = re.compile(
    r"今後|これから|^次の|行方|背景|展望|見通し|はじめに|おわりに|終わりに|結び|用語|解説|歴史|とは(?:何か)?$"
    r"|(?i:^(?:what|how|why|who)\b|next|background|outlook|ahead|introduction|conclusion|explained|glossary)"
)
_CHAPTER = re.compile(
    r"第\s?[0-9０-９一二三四五六七八九十]{1,3}\s?[部章節編回]|(?:part|chapter|section) \w{1,5}\b",
    re.IGNORECASE,
)
_VERSE, _VERSE_WIDTH = 4, 30


def settle_headings(entries: list[Entry], *, marked: bool) -> None:
    """Settle unmarked headings, and lists without marks, among what is not settled yet.

    ``marked`` says that the source has markup for headings: then only a line before a list,
    or one that names its points, is one without it.
    """
    first = next((place for place, entry in enumerate(entries) if _is_text(entry)), len(entries))
    decorated = sum(1 for entry in entries if entry.kind == "heading")
    story = [(place, entry) for place, entry in enumerate(entries) if _counts(entry)]
    run: list[tuple[int, Entry]] = []
    for place, entry in story:
        if _may_head(entry, run[-1][1] if run else None):
            run.append((place, entry))
            continue
        if run:
            in_head = place <= first
            closely = _touch(entries, run[-1][0], place)
            _settle_run(
                [each for _, each in run], entry, entries[run[0][0] - 1] if run[0][0] else None,
                strict=marked or decorated > 1, in_head=in_head, closely=closely,
            )  # fmt: skip
        run = []
    if len(run) > 2 and names_a_list(run[0][1].words):
        _settle_list([entry for _, entry in run], following=None)


def settle_captions(entries: Sequence[Entry]) -> None:
    """Settle short lines that end as the words under a picture do."""
    for entry in entries:
        bare = entry.kind is None and entry.marker is None and not entry.sentence
        if bare and may_be_caption(entry.words):
            entry.settle("caption")


def settle_quotations(entries: Sequence[Entry]) -> None:
    """Settle lines that one pair of Japanese quotation marks holds from end to end."""
    for entry in entries:
        if entry.kind is None and entry.words[0] in "「『" and _is_whole_quotation(entry.words):
            entry.settle("quotation")


def _counts(entry: Entry) -> bool:
    return entry.kind in (None, "heading", "list_item", "quotation", "table_row", "paragraph")


def _is_text(entry: Entry) -> bool:
    return entry.kind in (None, "paragraph") and entry.sentence


def _may_head(entry: Entry, before: Entry | None) -> bool:
    if entry.kind is not None or entry.marker is not None or entry.sentence:
        return False
    if before is not None and entry.words == before.words:
        return False
    if _is_whole_quotation(entry.words) and len(entry.words) > _LONGEST_QUOTED:
        return False
    return is_headingish(entry.words)


def _is_whole_quotation(words: str) -> bool:
    if not _QUOTED.fullmatch(words):
        return False
    inner = words[1:-1]
    return words[0] not in inner and words[-1] not in inner


def _touch(entries: Sequence[Entry], place: int, following: int) -> bool:
    """Say whether nothing of the page (a date line, a byline) stands between the two."""
    return not any(
        entry.kind == "aside" and entry.role != "separator"
        for entry in entries[place + 1 : following]
    )


def _settle_run(
    run: Sequence[Entry],
    following: Entry,
    before: Entry | None,
    *,
    strict: bool,
    in_head: bool,
    closely: bool,
) -> None:
    """Settle short lines that stand together before ``following``."""
    last = run[-1]
    introduced = before is not None and before.sentence and bool(INTRODUCES.search(before.words))
    if len(run) > 2 and (introduced or names_a_list(run[0].words)):
        _settle_list(run, following=following, headed=not introduced)
        return
    if following.kind == "heading":
        told = count_told(last.words) or _names_a_part(last.words)
        if told and following.marker is not None:
            last.settle("heading", level=_LEVEL)
        return
    if _is_verse(run):
        return
    dash = _DASH.match(last.words)
    if following.kind != "list_item":
        strict = strict and not _names_a_part(last.words)
        if strict or (in_head and (not closely or dash is not None)):
            return
    last.settle("heading", level=_LEVEL)
    last.start = dash.end() if dash else 0


def _names_a_part(words: str) -> bool:
    """Say whether words are such as head the parts of an article, whatever it is about."""
    return names_a_list(words) or bool(_PARTS.search(words) or _CHAPTER.match(words))


def _is_verse(run: Sequence[Entry]) -> bool:
    """Say whether short lines that stand close together are one thing, as those of a poem are."""
    if len(run) < _VERSE or any(entry.gap for entry in run[1:]):
        return False
    return all(columns(entry.words) <= _VERSE_WIDTH for entry in run)


def _settle_list(run: Sequence[Entry], *, following: Entry | None, headed: bool = True) -> None:
    """Settle a heading and the points below it that have no marks of their own."""
    items = list(run)
    if headed:
        items.pop(0).settle("heading", level=_LEVEL)
    if following is not None and following.sentence and len(items) > 1 and _stands_apart(items):
        items.pop().settle("heading", level=_LEVEL)
    for entry in items:
        entry.settle("list_item", level=1)


def _stands_apart(items: Sequence[Entry]) -> bool:
    """Say whether the last line heads what follows instead of ending the list."""
    *points, last = items
    if last.gap and not any(entry.gap for entry in points[1:]):
        return True
    return all(asks(entry.words) for entry in points) and not asks(last.words)
