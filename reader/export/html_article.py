"""The article's text as HTML: its blocks, its links and readings, and the highlights in it."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.export.content import web_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.export.content import Content
    from reader.model.annotations import Highlight
    from reader.model.blocks import Block, Span

_CLASSES = {
    "title": "title",
    "caption": "caption",
    "image": "caption",
    "table_row": "row",
    "reference": "faint",
    "aside": "faint",
}
_TAGS = {"strong": "strong", "emphasis": "em"}


def article_html(content: Content) -> list[str]:
    """Write the blocks of the article as lines of HTML, each highlight marked in them."""
    writer = _ArticleWriter(content)
    lines: list[str] = []
    depth = 0
    for index, block in enumerate(content.places.blocks):
        wanted = max(1, block.level) if block.kind == "list_item" else 0
        depth = _to_depth(lines, depth, wanted)
        lines.append(writer.block(block, content.places.number_of(index)))
    _to_depth(lines, depth, 0)
    return lines


def text_html(text: str) -> str:
    """Escape ``text``; its line ends are kept, control characters are not."""
    kept = "".join(sign for sign in text if sign >= " " or sign in "\n\t")
    return escape(kept).replace("\n", "<br>")


def _to_depth(lines: list[str], depth: int, wanted: int) -> int:
    """Open or close lists; a deeper one stands in an item of its own."""
    while depth > wanted:
        lines.append("</ul>" if depth == 1 else "</ul></li>")
        depth -= 1
    while depth < wanted:
        lines.append("<ul>" if depth == 0 else '<li class="deeper"><ul>')
        depth += 1
    return depth


class _ArticleWriter:
    """Writes blocks in order, and knows which highlights it has begun."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._text = content.known.revision.text
        self._marks = content.highlights()
        self._begun: set[str] = set()

    def block(self, block: Block, number: int) -> str:
        words = "".join(self._inline(block))
        named = f' id="p-{number}" data-n="¶{number}"' if number else ""
        if block.kind == "heading":
            level = min(6, 2 + max(1, block.level))
            return f"<h{level}>{words}</h{level}>"
        if block.kind == "list_item":
            return f"<li{named}>{words}</li>"
        if block.kind == "quotation":
            return f"<blockquote><p{named}>{words}</p></blockquote>"
        kind = _CLASSES.get(block.kind, "")
        styled = f' class="{kind}"' if kind else ""
        return f"<p{named}{styled}>{words}</p>"

    def _inline(self, block: Block) -> Iterator[str]:
        """Cut the block wherever a mark or span begins or ends, and wrap each piece anew.

        Marks may overlap in any way; so the tags of each piece close before the next one.
        """
        marks = [m for m in self._marks if m.start < block.end and m.end > block.start]
        rubies = list(_rubies(block))
        spans = [span for span in block.spans if span.kind != "ruby"]
        edges = {edge for mark in marks for edge in (mark.start, mark.end)}
        edges |= {edge for span in block.spans for edge in (span.start, span.end)}
        inner = {edge for edge in edges if block.start < edge < block.end}
        starts = {ruby.start for ruby in rubies}
        ends = {ruby.end: ruby.target for ruby in rubies}
        for start, end in pairwise(sorted({block.start, *inner, block.end})):
            if start in starts:
                yield "<ruby>"
            yield self._piece(start, end, marks, spans)
            if end in ends:
                yield f"<rp>(</rp><rt>{text_html(ends[end])}</rt><rp>)</rp></ruby>"

    def _piece(self, start: int, end: int, marks: list[Highlight], spans: list[Span]) -> str:
        words = text_html(self._text[start:end])
        for span in spans:
            if span.start <= start and end <= span.end:
                words = _spanned(words, span)
        for mark in reversed(marks):
            if mark.start <= start and end <= mark.end:
                words = self._marked(words, mark, last=end == mark.end)
        return words

    def _marked(self, words: str, mark: Highlight, *, last: bool) -> str:
        """Wrap a piece of a highlight; the last one links to its entry in the list."""
        say = self._content.say
        attributes = [f'class="c-{mark.color}"', f'data-chumoku-id="{mark.id}"']
        if mark.state == "doubtful":
            attributes[0] = f'class="c-{mark.color} doubtful"'
            attributes.append(f'title="{escape(say("export.doubtful"))}"')
        if mark.note.strip():
            attributes.append(f'aria-details="n-{mark.id}"')
        if mark.id not in self._begun:
            attributes.append(f'id="h-{mark.id}"')
        self._begun.add(mark.id)
        marked = f"<mark {' '.join(attributes)}>{words}</mark>"
        if not last:
            return marked
        number = self._marks.index(mark) + 1
        label = escape(f"{say('export.to_note')} {number}")
        link = f'<a class="to" href="#e-{mark.id}" data-n="{number}" aria-label="{label}"></a>'
        return marked + link


def _rubies(block: Block) -> Iterator[Span]:
    at = block.start
    for span in sorted(block.spans, key=lambda one: one.start):
        if span.kind == "ruby" and at <= span.start < span.end <= block.end:
            at = span.end
            yield span


def _spanned(words: str, span: Span) -> str:
    if span.kind == "link":
        address = web_address(span.target)
        link = f'<a href="{escape(address)}" rel="noopener noreferrer">{words}</a>'
        return link if address else words
    tag = _TAGS[span.kind]
    return f"<{tag}>{words}</{tag}>"
