"""An article as a page of rich text (Qt's subset of HTML), with a map of its offsets."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from reader.presentation.dates import for_people
from reader.presentation.offsets import OffsetMap, PageLine, utf16_length
from reader.presentation.theme import SERIF_FAMILIES, Theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.model.blocks import Block, Span
    from reader.model.known import KnownArticle
    from reader.model.terms import ArticleTerm
    from reader.model.understanding import Category
    from reader.presentation.messages import Messages

_OUR_OWN = "chumoku:"
ASIDES_ADDRESS = f"{_OUR_OWN}asides"
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})
_LONG_WORDS = ("en", "de", "fr", "es", "it", "pt", "nl", "ru", "el")
# As much of a text as tells its mixture of letters and signs.
_SAMPLE = 20_000
_SERIF = ",".join(f"'{family}'" for family in SERIF_FAMILIES)
MUTED_KINDS = ("caption", "reference", "aside", "quotation", "about", "sources")
_SIZES = {
    "title": 1.75,
    "heading": 1.16,
    "caption": 0.84,
    "reference": 0.84,
    "aside": 0.84,
    "sources": 0.84,
}
_SPACE_BEFORE = {"title": 0.1, "sources": 1.8, "heading": 1.7, "list_item": 0.15, "caption": 0.4}
_SPACE_AFTER = {
    "reference": 0.0,
    "sources": 0.1,
    "title": 0.7,
    "heading": 0.35,
    "list_item": 0.25,
    "paragraph": 0.72,
}


def _escape(words: str) -> str:
    """Write words so that nothing in them is markup; ``html`` would load a table of entities."""
    return words.translate(_ESCAPED)


class PageStyle(NamedTuple):
    """What the page needs to know of the window: sizes in pixels, ``leading`` in ems.

    ``font_height`` and ``serif_height`` are the line heights of the body and the title font in
    ems of their size: Qt's ``line-height`` in per cent multiplies those, so that the leading
    that is wanted has to be divided by them.
    """

    pixels: float
    leading: float
    font_height: float
    serif_height: float
    theme: Theme


class TermPlace(NamedTuple):
    """A range of the text (code points) that is highlighted as a place of a term."""

    start: int
    end: int
    term_id: str
    category: Category


class Page(NamedTuple):
    """A page to show and the way between its offsets and the text's.

    ``terms`` are the places that it has in the colours of their categories.
    """

    html: str
    offsets: OffsetMap
    terms: tuple[TermPlace, ...] = ()


def term_places(terms: Iterable[ArticleTerm]) -> list[TermPlace]:
    """Return every place of terms, in order; of places that overlap the first and longest."""
    found = [
        TermPlace(start, end, term.id, term.category)
        for term in terms
        for start, end in term.occurrences
    ]
    found.sort(key=lambda place: (place.start, -place.end))
    kept: list[TermPlace] = []
    for place in found:
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return kept


def article_page(
    known: KnownArticle,
    style: PageStyle,
    *,
    messages: Messages,
    unfolded: bool = False,
    places: Sequence[TermPlace] | None = None,
) -> Page:
    """Lay out an article: a line about it, its title, its blocks, then what is folded away.

    Asides are left out unless ``unfolded``; a link at the end shows how many there are.
    ``places`` are highlighted, in order and apart from each other; without them the places of
    the terms that usually are.
    """
    if places is None:
        places = term_places(term for term in known.terms if term.shown)
    builder = _PageBuilder(known, style, places)
    builder.furniture(about_line(known, messages), "about")
    sourced = False
    asides = [block for block in known.revision.blocks if block.kind == "aside"]
    titled = any(block.kind == "title" for block in known.revision.blocks)
    if not titled or "title" in known.article.corrected:
        builder.furniture(known.article.title, "title")
    for block in known.revision.blocks:
        if block.kind == "aside" or (block.kind == "title" and "title" in known.article.corrected):
            continue
        if block.kind == "reference" and not sourced:
            sourced = True
            builder.furniture(messages("window.references"), "sources")
        builder.block(block)
    if asides:
        key = "window.asides.hide" if unfolded else "window.asides.show"
        builder.link(messages(key, count=len(asides)), ASIDES_ADDRESS)
        for block in asides if unfolded else ():
            builder.block(block)
    return builder.page()


def about_line(known: KnownArticle, messages: Messages) -> str:
    """Say where an article is from, when it is of, and how long it takes to read."""
    article = known.article
    open_points = sum(1 for point in known.watch_points if point.status in ("open", "developing"))
    date = article.published or article.event_date
    words = "" if article.published else article.event_date_text
    parts = [
        article.source or article.publisher,
        for_people(date, messages.language, words=words) if date else "",
        article.author,
        messages("window.minutes", count=reading_minutes(known.revision.text)),
        messages("window.open_points", count=open_points) if open_points else "",
    ]
    return " ・ ".join(part for part in parts if part)


def reading_minutes(text: str) -> int:
    """Estimate the minutes a text takes: 500 Japanese signs, or 230 words, a minute.

    500 to 600 signs a minute is the usual figure for adults reading Japanese silently.
    """
    sample = text[:_SAMPLE]
    latin = sample.encode("ascii", "ignore")
    signs, words = len(sample) - len(latin), len(latin.split())
    minutes = signs / 500 + (words / 230 if signs < len(sample) / 2 else 0)
    return max(1, round(minutes * len(text) / max(len(sample), 1)))


class _PageBuilder:
    """Collects the paragraphs of one page and where the text lies in them."""

    def __init__(self, known: KnownArticle, style: PageStyle, places: Sequence[TermPlace]) -> None:
        self._text = known.revision.text
        self._style = style
        self._html: list[str] = []
        self._lines: list[PageLine] = []
        self._places = places
        self._next_place = 0
        # Words as long as those of Latin scripts leave holes in a justified line.
        self._ragged = known.article.language.split("-")[0] in _LONG_WORDS

    def page(self) -> Page:
        offsets = OffsetMap(self._text, tuple(self._lines))
        return Page("".join(self._html), offsets, tuple(self._places))

    def furniture(self, words: str, kind: str) -> None:
        self._paragraph(kind, _escape(words), muted=kind in MUTED_KINDS)
        self._lines.append(PageLine(-1, -1, 0, utf16_length(words)))

    def link(self, words: str, address: str) -> None:
        colour = self._style.theme["muted"]
        style = f"color:{colour};text-decoration:none"
        self._paragraph("aside", f'<a href="{address}" style="{style}">{_escape(words)}</a>')
        self._lines.append(PageLine(-1, -1, 0, utf16_length(words)))

    def block(self, block: Block) -> None:
        marker = self._marker(block)
        body = _escape(marker) + self._inline(block)
        self._paragraph(block.kind, body, level=block.level, muted=block.kind in MUTED_KINDS)
        prefix = utf16_length(marker)
        length = prefix + utf16_length(self._text[block.start : block.end])
        self._lines.append(PageLine(block.start, block.end, prefix, length))

    def _marker(self, block: Block) -> str:
        """Keep a numbered item's own marker; draw every other bullet the same way."""
        if block.kind != "list_item":
            return ""
        line_start = self._text.rfind("\n", 0, block.start) + 1
        written = self._text[line_start : block.start].strip()
        return f"{written} " if any(sign.isalnum() for sign in written) else "・"

    def _paragraph(self, kind: str, body: str, *, level: int = 0, muted: bool = False) -> None:
        style = self._style
        size = _SIZES.get("aside" if kind == "about" else kind, 1.0)
        pixels = style.pixels * size
        own_height = style.serif_height if kind == "title" else style.font_height
        leading = 1.42 if kind == "title" else style.leading
        rules = [
            "white-space:pre-wrap",
            f"line-height:{leading / own_height * 100:.1f}%",
            f"margin-top:{_SPACE_BEFORE.get(kind, 0) * style.pixels:.0f}px",
            f"margin-bottom:{_SPACE_AFTER.get(kind, 0.3) * style.pixels:.0f}px",
            f"font-size:{pixels:.1f}px",
        ]
        indent = self._indent(kind, level)
        if indent:
            rules.append(f"margin-left:{indent:.0f}px")
        if kind == "list_item":
            rules.append(f"text-indent:{-style.pixels:.0f}px")
        if kind == "title":
            rules.append(f"font-family:{_SERIF};font-weight:700")
        if kind == "heading":
            rules.append("font-weight:700")
        if muted:
            rules.append(f"color:{style.theme['muted']}")
        # Body text is justified; a short line of large or small type would only be torn apart.
        align = ' align="left"' if kind in _SIZES or muted or self._ragged else ""
        self._html.append(f'<p{align} style="{";".join(rules)}">{body}</p>')

    def _indent(self, kind: str, level: int) -> float:
        if kind == "list_item":
            return self._style.pixels * (1 + 1.2 * max(level - 1, 0))
        return self._style.pixels * 1.4 if kind == "quotation" else 0

    def _inline(self, block: Block) -> str:
        """Write a block's words with its terms and spans, cut where any of them begins or ends."""
        # Terms of a title answer the pointer, but in the colour of the title.
        terms = [] if block.kind == "title" else self._places_in(block)
        cuts = {block.start, block.end}
        for term in terms:
            cuts.update((max(term.start, block.start), min(term.end, block.end)))
        for span in block.spans:
            cuts.update((max(span.start, block.start), min(span.end, block.end)))
        edges = sorted(cuts)
        pieces: list[str] = []
        place = 0
        for start, end in itertools.pairwise(edges):
            while place < len(terms) and terms[place].end <= start:
                place += 1
            in_term = place < len(terms) and terms[place].start <= start
            spans = [span for span in block.spans if span.start <= start and end <= span.end]
            role = f"term.{terms[place].category}" if in_term else ""
            pieces.append(self._piece(self._text[start:end], role, spans))
        return "".join(pieces)

    def _places_in(self, block: Block) -> list[TermPlace]:
        """Return the terms of a block; blocks come in order but for asides at the end."""
        places = self._places
        if self._next_place and places[self._next_place - 1].start >= block.start:
            self._next_place = 0
        while self._next_place < len(places) and places[self._next_place].end <= block.start:
            self._next_place += 1
        found = []
        for number in range(self._next_place, len(places)):
            if places[number].start >= block.end:
                break
            found.append(places[number])
        return found

    def _piece(self, words: str, role: str, spans: list[Span]) -> str:
        """Write words with one look; ``role`` is the colour of a term, or nothing."""
        written = _escape(words)
        link = _target(spans, "link")
        if link.startswith(_OUR_OWN):
            link = ""
        reading = _target(spans, "ruby")
        if reading:
            # Qt draws no ruby: the reading is told to the pointer, and the line stays the text's.
            written = f'<span title="{_escape(reading)}">{written}</span>'
        if any(span.kind == "strong" for span in spans):
            written = f"<b>{written}</b>"
        if any(span.kind == "emphasis" for span in spans):
            written = f"<i>{written}</i>"
        colour = self._style.theme[role or "accent"]
        if link:
            line = ";text-decoration:underline" if role else ""
            return f'<a href="{_escape(link)}" style="color:{colour}{line}">{written}</a>'
        return f'<span style="color:{colour}">{written}</span>' if role else written


def _target(spans: list[Span], kind: str) -> str:
    return next((span.target for span in spans if span.kind == kind and span.target), "")
