"""The lines of a source on their way to blocks: what each one is, and what is decided of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from reader.sources.captions import may_be_caption
from reader.sources.markers import Marker, marker_of
from reader.sources.references import host_in
from reader.sources.wide import columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.blocks import BlockKind, Span
    from reader.sources.furniture import Furniture

Section = Literal["", "links", "profile", "references", "cited", "foot"]

_CLOSERS = "」』）)]］】\"'”’〉》*_ \t\u3000"
_POLITE = re.compile(r"(?:です|ます|ました|でした|ません|ましょう|ください|下さい)[！!♪]?$")
_GOES_ON = re.compile(
    r"\b(?:includ(?:es?|ing)|are|is|has|have(?: \w+){0,3}|has(?: \w+){0,3}|were|was|said|says"
    r"|saying|adds|added|asked|wrote|remain|namely)\s?[:：]$"
)
# HOST: What should we watch?
_SPEAKER = re.compile(r"[A-Z][A-Z.' -]{1,30}: |【(?:記者|問|答|質問|回答|司会)】.")
_QUESTION = re.compile(r"か[。？?]?$|[？?]$")
_BLANKS = "".join(sign for sign in map(chr, range(0x3001)) if sign.isspace()) + (
    "\u200b\u200c\u200e\u200f\u2060\u00ad"
)
_WRAPPED = 8
_NARROWEST, _WIDEST = 40, 100
_SHORTENED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|St|vs|v|Gen|Sen|Rep|Gov|Prof|Lt|Col|Capt|No|Jr|Sr|Inc|Co|Ltd|[A-Z]"
    r"|[ap]\.m|Jan|Feb"
    r"|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\."
)
_SENTENCES = re.compile(r"[a-z\d)][.!?][\"'”’)]? [A-Z\"“]")
INTRODUCES = re.compile(
    r"(?:次|以下|下記|つぎ)の(?:通り|とおり|よう|点|項目|[0-9０-９一二三四五六七八九十]+\s?(?:つ"
    r"|点|項目))|以下[、だで:：]"
    r"|\b(?:the following|as follows|listed below|these (?:questions|points))\b"
)
_LIST_WORDS = re.compile(
    r"ポイント|注目|焦点|視点|論点|争点|項目|一覧|概要|まとめ|要点|チェック|見どころ|見所|問い"
    r"|課題|骨子|内容|成果|経緯|年表|日程|予定"
    r"|(?i:points|takeaways|what to watch|questions|timeline|key facts|at a glance|summary)"
)


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of the text and what its markup says of it, if the source has markup.

    ``kind`` is settled by the markup, or None where only the words can tell. ``spans`` count
    from the start of the line, ``gap`` says that blank lines stood before it. ``inset`` is the
    range of the block where it is less than the line without its blanks.
    """

    words: str
    gap: bool = False
    kind: BlockKind | None = None
    level: int = 0
    spans: tuple[Span, ...] = ()
    inset: tuple[int, int] | None = None


@dataclass(slots=True)
class Entry:
    """A line in the making.

    ``words`` is the line without the white space (seen or unseen) around it, which begins at
    ``offset``; ``start`` and ``end`` are the range of the block in ``words``. ``looks`` keeps what
    it is on its own in each zone of the page, which is asked again and again.
    """

    line: MarkedLine
    words: str
    offset: int
    marker: Marker | None
    sentence: bool
    furniture: Furniture | None = None
    kind: BlockKind | None = None
    level: int = 0
    start: int = 0
    end: int = 0
    section: Section = ""
    looks: dict[str, Furniture | None] = field(default_factory=dict)

    @property
    def body(self) -> str:
        """Return the words without the mark before them."""
        if self.marker is None:
            return self.words
        return self.words[self.marker.start : self.marker.end]

    @property
    def role(self) -> str:
        """Return what the line is outside the story, or nothing."""
        return self.furniture.role if self.furniture else ""

    @property
    def gap(self) -> bool:
        """Say whether blank lines stood before the line."""
        return self.line.gap

    def settle(self, kind: BlockKind, *, level: int = 0, bare: bool = False) -> None:
        """Decide the kind; ``bare`` leaves the mark out of the block."""
        self.kind = kind
        self.level = level
        self.start, self.end = 0, len(self.words)
        if bare and self.marker is not None:
            self.start, self.end = self.marker.start, self.marker.end


def make_entries(lines: Sequence[MarkedLine]) -> list[Entry]:
    """Return the lines as entries, nothing decided yet but what their markup says."""
    entries = [_entry(line) for line in lines]
    for entry in entries:
        if entry.line.kind is not None:
            decorated = entry.line.kind == "heading" and entry.marker and entry.marker.heads
            entry.settle(entry.line.kind, level=entry.line.level, bare=bool(decorated))
            if entry.line.inset is not None:
                entry.start, entry.end = (place - entry.offset for place in entry.line.inset)
    _unmark_weak(entries)
    _unmark_letters(entries)
    _find_wrapped(entries)
    return entries


def _entry(line: MarkedLine) -> Entry:
    # Pages put zero-width blanks before words; a line may hold nothing else.
    words = line.words.strip(_BLANKS) or line.words.strip()
    offset = line.words.index(words)
    marker = marker_of(words) if line.kind in (None, "heading") else None
    if line.kind == "heading" and marker and (marker.weak or marker.sort in ("bullet", "quote")):
        marker = None
    body = words if marker is None else words[marker.start : marker.end]
    return Entry(line, words, offset, marker, is_sentence(body), end=len(words))


def is_sentence(words: str) -> bool:
    """Say whether a line is running text: it ends like a sentence, or is too long for a head."""
    if "。" in words:
        return True
    bare = words.rstrip(_CLOSERS)
    if bare.endswith("．") or columns(words) > 160:
        return True
    if not bare.isascii() and columns(bare) > len(bare) * 1.5:
        return columns(words) > 120 or (bare.endswith(".") and len(bare) > 8)
    spaces = bare.count(" ")
    if (bare.endswith(".") and spaces >= 4) or spaces > 18:
        return True
    if bare[-1:] == "?" and spaces < 14:
        return False
    return _SENTENCES.search(_SHORTENED.sub("", bare)) is not None


def is_headingish(words: str) -> bool:
    """Say whether words are such as headings are made of."""
    width = columns(words)
    if not 3 <= width <= 96 or is_sentence(words) or words[-1] in "、,;；，":
        return False
    if words[-1] in ":：" and (width > 40 or INTRODUCES.search(words)):
        return False
    if (
        _SPEAKER.match(words)
        or _GOES_ON.search(words)
        or _POLITE.search(words)
        or INTRODUCES.search(words)
        or host_in(words)
    ):
        return False
    if not any(sign.isalpha() for sign in words):
        return False
    if width < len(words) * 1.2:
        return len(words.split()) <= 15 and not words[0].islower() and words[-1] != "."
    return width <= 88 and not may_be_caption(words)


def names_a_list(words: str) -> bool:
    """Say whether words can head a list of points."""
    return _LIST_WORDS.search(words) is not None


def asks(words: str) -> bool:
    """Say whether words end as a question does."""
    return _QUESTION.search(words) is not None


def _unmark_weak(entries: list[Entry]) -> None:
    """Drop marks that count only in company: 5 people … is no list without a 4 or a 6."""
    numbers = {(entry.marker.style, entry.marker.number) for entry in entries if entry.marker}
    for place, entry in enumerate(entries):
        mark = entry.marker
        if mark is None or not mark.weak:
            continue
        company = numbers
        if mark.style == "blank":
            beside = entries[max(0, place - 1) : place] + entries[place + 1 : place + 2]
            company = {
                (other.marker.style, other.marker.number) for other in beside if other.marker
            }
        if not {(mark.style, mark.number - 1), (mark.style, mark.number + 1)} & company:
            entry.marker = None
            entry.sentence = is_sentence(entry.words)


def _unmark_letters(entries: list[Entry]) -> None:
    """Drop an o before a line that has none beside it with another: Word writes o for a ring."""
    for place, entry in enumerate(entries):
        if entry.marker is None or entry.marker.style != "o":
            continue
        beside = entries[max(0, place - 1) : place] + entries[place + 1 : place + 2]
        if not any(other.words[:2] == "o " for other in beside):
            entry.marker = None
            entry.sentence = is_sentence(entry.words)


def _find_wrapped(entries: list[Entry]) -> None:
    """Take the full lines of text that was wrapped by hand as running text."""
    loose = [entry for entry in entries if entry.marker is None and entry.kind is None]
    widths = sorted(columns(entry.words) for entry in loose)
    if len(widths) < _WRAPPED:
        return
    # A title or an address may stick out beyond the margin.
    margin = widths[len(widths) * 9 // 10]
    if not _NARROWEST <= margin <= _WIDEST:
        return
    full = [
        entry for entry in loose
        if margin - 6 <= columns(entry.words) <= margin + 2 and entry.words[-1] not in "。.!?！？"
    ]  # fmt: skip
    if len(full) >= max(_WRAPPED // 2, len(loose) // 4):
        for entry in full:
            entry.sentence = True
