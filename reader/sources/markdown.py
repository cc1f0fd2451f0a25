"""Markdown into lines: front matter, Python-Markdown, cleaning, and a walk over what came out."""

from __future__ import annotations

from dataclasses import replace

from reader.sources.entries import MarkedLine, is_headingish
from reader.sources.front_matter import title_in
from reader.sources.markdown_lines import TAGS, lines_of_html
from reader.sources.markdown_source import Part, prepare
from reader.sources.text import source_lines

_EARLIEST = 6


def markdown_lines(body: str, *, title: str = "") -> list[MarkedLine]:
    """Return the lines of a Markdown text; ``body`` has been cleaned (``reader.sources.text``).

    A ``title`` that is not the first heading becomes the first line.
    """
    prepared = prepare(body)
    lines = [line for part in prepared.parts for line in _lines_of(part, prepared.hidden)]
    if not lines and not prepared.notes:
        # Nothing but marks: better shown as they stand than lost.
        lines = _plain(Part(body), {})
    notes = [line for note in prepared.notes for line in _lines_of(Part(note), prepared.hidden)]
    lines += [replace(line, kind="reference", level=0) for line in notes if line.kind != "image"]
    return with_title(_bold_headings(lines), title)


def with_title(lines: list[MarkedLine], title: str) -> list[MarkedLine]:
    """Return the lines with their title marked, put first where only a front matter has it."""
    first = next((place for place, line in enumerate(lines) if line.kind == "heading"), None)
    if title:
        for place in {0, first if first is not None else 0}:
            if place < len(lines) and _same(lines[place].words, title):
                return _retitled(lines, place)
        return [MarkedLine(title, kind="title"), *lines]
    if first is None or first > _EARLIEST:
        return lines
    if first == 0 or lines[first].level == 1:
        return _retitled(lines, first)
    return lines


def broken_lines(lines: tuple[str, ...]) -> tuple[list[MarkedLine], bool]:
    """Return the lines of a front matter that could not be read, and whether one is a title."""
    kept: list[MarkedLine] = []
    titled = False
    for line in lines:
        found = None if titled else title_in(line)
        titled = titled or found is not None
        kept.append(MarkedLine(line, kind="title" if found else "aside", inset=found))
    return kept, titled


def _retitled(lines: list[MarkedLine], place: int) -> list[MarkedLine]:
    return [*lines[:place], replace(lines[place], kind="title", level=0), *lines[place + 1 :]]


def _same(words: str, title: str) -> bool:
    return "".join(words.split()) == "".join(title.split())


def _lines_of(part: Part, hidden: dict[int, str]) -> list[MarkedLine]:
    if part.plain:
        return _plain(part, hidden)
    try:
        return lines_of_html(_html(part.source), hidden)
    except RecursionError:
        return _plain(part, hidden)


def _plain(part: Part, hidden: dict[int, str]) -> list[MarkedLine]:
    return [
        MarkedLine(line.words.translate(hidden), line.gap)
        for line in source_lines(part.source)
    ]  # fmt: skip


def _html(source: str) -> str:
    """Convert, then clean: raw HTML passes through Markdown untouched."""
    import markdown
    import nh3

    dirty = markdown.markdown(source, extensions=["tables", "fenced_code", "sane_lists"])
    return nh3.clean(
        dirty,
        tags=set(TAGS),
        attributes={"a": {"href"}, "img": {"alt", "title"}},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


def _bold_headings(lines: list[MarkedLine]) -> list[MarkedLine]:
    """Take a short line that is strong from end to end for the heading it is meant to be."""
    made: list[MarkedLine] = []
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else None
        strong = any(
            span.kind == "strong"
            and line.words[span.start : span.end].strip() == line.words.strip()
            for span in line.spans
        )
        heads = following is not None and following.kind in (None, "list_item", "paragraph")
        if line.kind is None and strong and heads and is_headingish(line.words.strip()):
            made.append(replace(line, kind="heading", level=3))
        else:
            made.append(line)
    return made
