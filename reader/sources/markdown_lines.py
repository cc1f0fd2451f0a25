"""Walk through the HTML that Markdown became, and take out lines with their kinds and spans."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from reader.model.blocks import BlockKind, Span, SpanKind
from reader.sources.entries import MarkedLine
from reader.sources.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

TAGS = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code table thead tbody tr td th hr br a img"
    " strong b em i ruby rt rp div section article figure figcaption"
    " dl dt dd details summary sup sub del".split()
)
_INLINE: dict[str, SpanKind] = {
    "strong": "strong",
    "b": "strong",
    "em": "emphasis",
    "i": "emphasis",
}
_NO_BLOCK = frozenset("a strong b em i code ruby rt rp sup sub del img br td th".split())
_BLANKS = re.compile(r"([ \t]*[\r\n][ \t\r\n]*|[ \t]+)")
# Between these no blank stands where a line ends; Korean parts its words and is left out.
_UNSPACED = re.compile(
    "[\u2e80-\u30ff\u31f0-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
)
_SAFE = re.compile(r"(?:https?://|mailto:)[^\s]+", re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    kind: SpanKind
    start: int
    target: str = ""


class LineWalker(HTMLParser):
    """Collects lines from clean HTML. Feed it, close it, then read ``lines``."""

    def __init__(self, hidden: dict[int, str]) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[MarkedLine] = []
        self._hidden = hidden
        self._words: list[str] = []
        self._length = 0
        self._spans: list[Span] = []
        self._opened: list[_Open] = []
        self._pictures: list[tuple[str, str]] = []
        self._reading: list[str] | None = None
        self._skipped = False
        self._ruby_base = 0
        self._heading = 0
        self._lists: list[bool] = []
        self._quotes = 0
        self._row = self._code = self._under_picture = False
        self._pending = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, a span, a cell, a picture."""
        if tag == "br":
            self._break()
        elif tag == "img":
            told = {name: (value or "").strip() for name, value in attrs}
            self._pictures.append((told.get("alt", ""), told.get("title", "")))
        elif tag in ("td", "th"):
            if self._words or self._row_begun:
                self._add("\t")
            self._row_begun = True
        elif tag in _NO_BLOCK:
            self._open_inline(tag, dict(attrs))
        else:
            self._flush()
            self._open_block(tag)

    def handle_endtag(self, tag: str) -> None:
        """End a block or a span."""
        if tag in ("td", "th", "br", "img"):
            return
        if tag in _NO_BLOCK:
            self._close_inline(tag)
            return
        self._flush()
        self._close_block(tag)

    def handle_data(self, data: str) -> None:
        """Take words in."""
        if self._skipped:
            return
        if self._reading is not None:
            self._reading.append(data)
        elif self._code:
            for place, line in enumerate(data.split("\n")):
                if place:
                    self._flush()
                self._add(line)
        else:
            self._flow(data)

    def close(self) -> None:
        """End the last line."""
        super().close()
        self._flush()

    _row_begun = False

    def _flow(self, data: str) -> None:
        """Add words, each run of blanks as one, and line ends as the writing system wants."""
        for place, piece in enumerate(_BLANKS.split(data)):
            if not piece:
                continue
            if place % 2:
                self._pending = "\n" if "\n" in piece or self._pending == "\n" else " "
                continue
            if self._pending and self._words:
                before, after = self._words[-1][-1:], piece[0]
                joined = self._pending == "\n" and (
                    _UNSPACED.match(before) or _UNSPACED.match(after)
                )
                if not joined and before != "\t":
                    self._add(" ")
            self._pending = ""
            self._add(piece)

    def _add(self, words: str) -> None:
        if words:
            self._words.append(words)
            self._length += len(words)

    def _break(self) -> None:
        if self._heading or self._row:
            self._pending = "\n"
        else:
            self._flush(goes_on=True)

    def _open_inline(self, tag: str, attrs: dict[str, str | None]) -> None:
        if tag == "rt":
            self._reading = []
        elif tag == "rp":
            self._skipped = True
        elif tag == "ruby":
            self._ruby_base = self._start()
        elif tag == "a":
            self._opened.append(_Open("link", self._start(), attrs.get("href") or ""))
        elif tag in _INLINE:
            self._opened.append(_Open(_INLINE[tag], self._start()))

    def _start(self) -> int:
        """Return where the next words will begin, the blank before them given out first."""
        if self._pending and self._words:
            # Whether a blank is due depends on what follows; a span never begins with one.
            return -1 - self._length
        return self._length

    def _close_inline(self, tag: str) -> None:
        if tag == "rp":
            self._skipped = False
        elif tag == "rt" and self._reading is not None:
            reading = "".join(self._reading).strip()
            self._reading = None
            if reading and self._length > self._ruby_base:
                self._span(_Open("ruby", self._ruby_base, reading))
            self._ruby_base = self._length
        elif tag == "a" or tag in _INLINE:
            kind: SpanKind = "link" if tag == "a" else _INLINE[tag]
            for place in range(len(self._opened) - 1, -1, -1):
                if self._opened[place].kind == kind:
                    self._span(self._opened.pop(place))
                    return

    def _span(self, opened: _Open) -> None:
        words = "".join(self._words)
        start = opened.start
        if start < 0:
            start = -1 - start
            start += len(words[start:]) - len(words[start:].lstrip(" "))
        if opened.kind == "link" and not _SAFE.fullmatch(opened.target):
            return
        if start < len(words):
            self._spans.append(Span(start, len(words), opened.kind, opened.target))

    def _open_block(self, tag: str) -> None:
        if tag[0] == "h" and tag[1:].isdecimal():
            self._heading = int(tag[1])
        elif tag in ("ul", "ol"):
            self._lists.append(False)
        elif tag == "li" and self._lists:
            self._lists[-1] = True
        elif tag == "blockquote":
            self._quotes += 1
        elif tag == "tr":
            self._row, self._row_begun = True, False
        elif tag == "pre":
            self._code = True
        elif tag == "figcaption":
            self._under_picture = True

    def _close_block(self, tag: str) -> None:
        if tag[0] == "h" and tag[1:].isdecimal():
            self._heading = 0
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "blockquote":
            self._quotes = max(0, self._quotes - 1)
        elif tag == "tr":
            self._row = self._row_begun = False
        elif tag == "pre":
            self._code = False
        elif tag == "figcaption":
            self._under_picture = False

    def _flush(self, *, goes_on: bool = False) -> None:
        """End the line; with ``goes_on`` open spans carry over into the next."""
        still_open = [replace(opened, start=0) for opened in self._opened]
        for opened in reversed(self._opened):
            self._span(opened)
        words = "".join(self._words).translate(self._hidden)
        if words.strip():
            kind, level = self._kind()
            self.lines.append(
                _finished(MarkedLine(words, self._gap(kind), kind, level, tuple(self._spans)))
            )
        for alternative, title in self._pictures:
            self.lines += _picture_lines(
                alternative.translate(self._hidden), title.translate(self._hidden)
            )
        self._words, self._spans, self._pictures, self._length, self._pending = [], [], [], 0, ""
        self._ruby_base = 0
        self._opened = still_open if goes_on else []

    def _gap(self, kind: BlockKind | None) -> bool:
        return kind not in ("list_item", "table_row") and bool(self.lines)

    def _kind(self) -> tuple[BlockKind | None, int]:
        if self._row:
            return "table_row", 0
        if self._code:
            return "paragraph", 0
        if self._under_picture:
            return "caption", 0
        if self._quotes:
            return "quotation", 0
        if self._heading:
            return "heading", self._heading
        if self._lists and self._lists[-1]:
            self._lists[-1] = False
            return "list_item", min(len(self._lists), 6)
        return ("paragraph", 0) if self._lists else (None, 0)


def lines_of_html(html: str, hidden: dict[int, str]) -> list[MarkedLine]:
    """Return the lines of clean HTML."""
    walker = LineWalker(hidden)
    walker.feed(html)
    walker.close()
    return walker.lines


def _picture_lines(alternative: str, title: str) -> Iterator[MarkedLine]:
    if alternative.strip():
        yield _finished(MarkedLine(alternative, gap=True, kind="image"))
    if title.strip() and title != alternative:
        yield _finished(MarkedLine(title, kind="caption"))


def _finished(line: MarkedLine) -> MarkedLine:
    """Return the line as the text may hold it: entities can write what no text may hold."""
    plain = clean(line.words).replace("\n", " ")
    if plain == line.words:
        kept = tuple(sorted(line.spans, key=lambda span: (span.start, -span.end)))
        return replace(line, spans=kept)
    return replace(line, words=plain, spans=())
