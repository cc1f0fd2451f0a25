"""Reference blocks, lists of links, the foot of the page: where they begin and where they end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from reader.sources.entries import Entry, Section, is_headingish, names_a_list
from reader.sources.references import host_in, is_reference_like
from reader.sources.wide import columns
from reader.sources.zones import foot_start, is_story

_ENDS_REFERENCES = frozenset(
    {"links", "page", "tags", "breadcrumb", "caption", "reference_label", "reference"}
)
_ENDS_LINKS = frozenset({"reference_label", "reference", "links", "tags"})
_LONGEST_REFERENCE = 160


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands around a line of a section: ``seen`` counts the lines of it so far."""

    before: Entry
    following: Entry | None
    seen: int
    story_follows: bool


def mark_sections(entries: list[Entry]) -> None:
    """Settle what is around the story: by what it is, or by the section it stands in."""
    foot = foot_start(entries)
    last_story = max((place for place, entry in enumerate(entries) if is_story(entry)), default=-1)
    still_to_come = Counter(entry.body for entry in entries)
    section: Section = ""
    seen = 0
    for place, entry in enumerate(entries):
        still_to_come[entry.body] -= 1
        # What stands in a table of contents is named again further down.
        listed = section == "links" and still_to_come[entry.body] > 0
        if section and not listed:
            beside = _Beside(
                before=entries[place - 1],
                following=entries[place + 1] if place + 1 < len(entries) else None,
                seen=seen,
                story_follows=place < last_story,
            )
            if _ends(section, entry, beside):
                section = ""
        opened = _opens(entry, at_foot=place >= foot and not section)
        if opened:
            section, seen = opened, 0
        elif section:
            seen += 1
            _settle_within(section, entry)
        if entry.furniture is not None and (entry.kind is None or opened):
            _settle_furniture(entry)


def _opens(entry: Entry, *, at_foot: bool) -> Section:
    if entry.kind not in (None, "heading"):
        return ""
    if entry.role == "reference_label":
        return "references"
    if entry.role == "reference":
        return "cited"
    if entry.role in ("links", "profile"):
        return "links" if entry.role == "links" else "profile"
    return "foot" if at_foot and entry.role in ("page", "byline", "tags", "date") else ""


def _ends(section: Section, entry: Entry, beside: _Beside) -> bool:
    """Say whether the story (or something else) begins again with ``entry``."""
    if entry.line.kind == "heading":
        return True
    if section == "cited":
        return not host_in(entry.words) or entry.sentence
    if section == "references":
        return _ends_references(entry, beside.before)
    if section == "profile":
        return _ends_profile(entry, beside)
    if entry.role in _ENDS_LINKS:
        return True
    if is_story(entry) and entry.furniture is None:
        return section == "foot" or "。" in entry.words or columns(entry.words) > 80
    following = beside.following
    if following is None or not is_headingish(entry.body):
        return False
    marked = entry.marker is not None and entry.marker.heads
    if is_story(following) and following.furniture is None:
        return marked or (beside.seen > 0 and not _goes_on(beside.before, entry))
    if marked and beside.story_follows:
        return True
    heads_points = following.marker is not None and names_a_list(entry.body)
    return heads_points and entry.furniture is None and (marked or entry.marker is None)


def _goes_on(before: Entry, entry: Entry) -> bool:
    """Say whether ``entry`` is one more item of the list that ``before`` is of."""
    if before.marker is None or entry.marker is None:
        return entry.marker is not None and entry.marker.sort != "number"
    return before.marker.style == entry.marker.style


def _ends_profile(entry: Entry, beside: _Beside) -> bool:
    """Say whether a life has been told: in the middle of a story it takes one paragraph."""
    if entry.role or (entry.marker is not None and entry.marker.sort not in ("bracket", "number")):
        return True
    return beside.seen > 0 and (beside.story_follows or is_headingish(entry.body))


def _ends_references(entry: Entry, before: Entry) -> bool:
    if entry.role in _ENDS_REFERENCES:
        return True
    numbers = [one.marker.number for one in (before, entry) if one.marker is not None]
    if numbers and entry.marker is not None and entry.marker.sort == "number":
        return len(numbers) > 1 and numbers[1] <= numbers[0]
    if entry.role == "byline" and entry.furniture and entry.furniture.byline.author:
        return entry.gap or entry.words[0] in "(（【["
    if entry.marker is not None and entry.marker.heads and is_headingish(entry.body):
        return not host_in(entry.words)
    if not entry.sentence or is_reference_like(entry.body):
        return False
    return "。" in entry.words or columns(entry.words) > _LONGEST_REFERENCE


def _settle_within(section: Section, entry: Entry) -> None:
    if entry.kind in ("heading", "title"):
        return
    if section in ("links", "foot", "profile"):
        entry.section = section
        entry.settle("aside")
    elif entry.role == "separator":
        entry.settle("aside")
    else:
        entry.section = section
        listed = entry.marker is not None and entry.marker.sort in ("bullet", "number", "sign")
        entry.settle("reference", bare=listed)


def _settle_furniture(entry: Entry) -> None:
    if entry.role == "caption":
        entry.settle("caption")
    elif entry.role == "reference":
        entry.settle("reference")
    else:
        entry.settle("aside")
