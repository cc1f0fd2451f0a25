"""Headings without any mark: short lines that stand before what they head."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.sources.captions import may_be_caption
from reader.sources.entries import INTRODUCES, Entry, asks, is_headingish, names_a_list

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEVEL = 2
_DASH = re.compile(r"[―—─〜～~‐-]+[ \u3000]*")
_QUOTED = re.compile(r"[「『“\"].+[」』”\"]")
_LONGEST_QUOTED = 30


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
        return
    dash = _DASH.match(last.words)
    if following.kind != "list_item":
        subtitle = in_head and (not closely or strict or dash is not None)
        if subtitle or (strict and not names_a_list(last.words)):
            return
    last.settle("heading", level=_LEVEL)
    last.start = dash.end() if dash else 0


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
