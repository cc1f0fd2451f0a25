"""Make Markdown as people write it into Markdown that Python-Markdown reads as they meant it.

Lists right behind a paragraph, two blanks of nesting, Japanese bullets, ``2026. これは`` at the
start of a line, hashtags, ``<金>`` that is no tag: each would lose its structure or its words.
What would take quadratic time (thousands of open brackets) is made harmless.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.sources.entries import is_sentence
from reader.sources.furniture import furniture_of
from reader.sources.markers import marker_of
from reader.sources.page_words import tags_in

if TYPE_CHECKING:
    from collections.abc import Iterator

_FENCE = re.compile(r"[ \t]*(?P<fence>`{3,}|~{3,})")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-*+]|\d{1,9}[.)])(?P<space>[ \t]+)(?=\S)")
_YEAR = re.compile(r"^([ \t]*\d{3,})([.)])(?=[ \t])")
_RULE = re.compile(r"[ ]{0,3}(?:-{3,}|={3,}|\*{3,}|_{3,})[ \t]*$")
_HEADING = re.compile(r"#{1,6}(?:[ \t]|(?<=##)[^#\s])")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t:]*-{2,}[-|: \t]*$")
_FOOTNOTE = re.compile(r"\[\^(?P<name>[^\]\s]{1,60})\]:[ \t]*(?P<words>.*)")
_DEFINITION = re.compile(r"[ ]{0,3}\[[^\]\^][^\]]{0,200}\]:[ \t]*\S+.*")
_DEEP_QUOTE = re.compile(r"((?:[ \t]{0,3}>){8})(?:[ \t]{0,3}>)+")
_TAGS = (
    "a|abbr|article|aside|audio|b|base|blockquote|body|br|button|center|cite|code|dd|del|details|div|dl|dt|em|embed"
    "|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main"
    "|mark|math|meta|nav|noscript|object|ol|p|picture|pre|q|rp|rt|ruby|s|script|section|select|small|source|span"
    "|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|title|tr|u|ul|video"
)
_TAG = rf"/?(?:{_TAGS})(?=[\s/>])[^<>]{{0,2000}}>"
_ADDRESS = r"(?:https?|mailto):[^\s<>]{1,2000}>|[\w.+-]{1,64}@[\w.-]{1,255}>"
_NO_TAG = re.compile(rf"<(?!{_TAG}|!--|{_ADDRESS})", re.IGNORECASE)
_LINK = re.compile(r"!?\[[^\[\]\n]{0,300}\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,200}\])")
_MARKUP = re.compile(
    r"^(?:#{1,6}[ \t]\S|```|~~~|[ ]{0,3}>[ \t]?\S|\|?[ \t]*:?-{3,}:?[ \t]*\|)"
    r"|^.{1,200}\n(?:={3,}|-{3,})[ \t]*$"
    r"|\*\*[^*\n]{1,300}\*\*|!?\[[^\[\]\n]{1,300}\]\([^()\s]{1,1000}\)"
    r"|<(?:p|br|div|ruby|img|h[1-6]|strong|em|b)\b",
    re.MULTILINE,
)
_CHUNK = 30_000
_BRACKETS = 60
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the source; ``plain`` ones are too much for a Markdown parser."""

    source: str
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """Parts to convert one by one, the footnotes, and how to bring back what was hidden."""

    parts: tuple[Part, ...]
    notes: tuple[str, ...]
    hidden: dict[int, str]


def has_markup(body: str) -> bool:
    """Say whether a text has anything of Markdown but hyphens before its list items."""
    return _MARKUP.search(body) is not None


def prepare(body: str) -> Prepared:
    r"""Return the source made ready, in parts of bounded size. Line ends are ``\\n`` already."""
    hide = _unused(body)
    lines, notes = _without_footnotes(body.split("\n"))
    ready = _Rewriter(hide).rewrite(lines)
    definitions = [line for line in ready if _DEFINITION.fullmatch(line)][:500]
    parts = tuple(_parts(ready, "\n".join(definitions)))
    return Prepared(parts, notes, {ord(sign): shown for shown, sign in hide.items()})


def _unused(body: str) -> dict[str, str]:
    """Choose noncharacters, which no text may hold, to stand for < and [ meanwhile."""
    free = [chr(code) for code in range(0xFDD0, 0xFDF0) if chr(code) not in body]
    return dict(zip("<[", free, strict=False)) if len(free) > 1 else {}


def _without_footnotes(lines: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """Take ``[^1]: …`` out, and their marks in the text; a mark without a note stays."""
    notes: dict[str, str] = {}
    kept: list[str] = []
    for line in lines:
        match = _FOOTNOTE.fullmatch(line)
        if match is None or not match["words"].strip():
            kept.append(line)
        else:
            notes[match["name"]] = (notes.get(match["name"], "") + " " + match["words"]).strip()
    if notes:
        marks = re.compile(r"\[\^([^\]\s]{1,60})\](?!:)")
        kept = [marks.sub(lambda mark: "" if mark[1] in notes else mark[0], line) for line in kept]
    return kept, tuple(notes.values())


def _parts(lines: list[str], definitions: str) -> Iterator[Part]:
    """Cut between blocks once a part is long enough; definitions of links go to every part."""
    part: list[str] = []
    size, fence = 0, ""
    for place, line in enumerate(lines):
        part.append(line)
        size += len(line) + 1
        fence = _fence_after(line, fence)
        following = lines[place + 1] if place + 1 < len(lines) else ""
        if size > _CHUNK and not line.strip() and not fence and following[:1].strip():
            yield _part(part, definitions)
            part, size = [], 0
    yield _part(part, definitions if size < _CHUNK * 8 else "")


def _part(lines: list[str], definitions: str) -> Part:
    source = "\n".join(lines)
    if any(len(block) > _CHUNK * 2 for block in re.split(r"\n[ \t]*\n", source)):
        return Part(source, plain=True)
    return Part(f"{source}\n\n{definitions}\n" if definitions else source)


def _fence_after(line: str, fence: str) -> str:
    match = _FENCE.match(line)
    if match is None:
        return fence
    if not fence:
        return match["fence"]
    closes = match["fence"].startswith(fence) and not line[match.end() :].strip()
    return "" if closes else fence


class _Rewriter:
    """Goes through the lines once and writes them anew; knows fences and the list it is in."""

    def __init__(self, hide: dict[str, str]) -> None:
        self._hide = hide
        self._out: list[str] = []
        self._indents: list[int] = []
        self._fence = ""

    def rewrite(self, lines: list[str]) -> list[str]:
        """Return the lines as Python-Markdown wants them."""
        for place, line in enumerate(lines):
            was_in_code = self._fence
            self._fence = _fence_after(line, self._fence)
            if self._fence or was_in_code:
                if self._fence and not was_in_code:
                    self._blank()
                self._out.append(line)
            else:
                self._text(line, lines[place + 1] if place + 1 < len(lines) else "")
        return self._out

    def _text(self, line: str, following: str) -> None:
        if not line.strip():
            self._out.append("")
            return
        line = self._harmless(_YEAR.sub(r"\1\\\2", line))
        item = _ITEM.match(line)
        if item is not None and not _RULE.match(line) and self._begins_item(item):
            self._item(line, item)
        elif self._indents and line[0] in " \t":
            self._continued(line)
        else:
            self._paragraph(line, following)

    def _begins_item(self, item: re.Match[str]) -> bool:
        """Say whether an item mark begins a list: within a paragraph only 1. and bullets do."""
        inside = bool(self._out) and bool(self._out[-1].strip()) and not self._indents
        return not inside or item["mark"] in "-*+" or item["mark"][:-1] == "1"

    def _item(self, line: str, item: re.Match[str]) -> None:
        indent = len(item["indent"].expandtabs(4))
        while self._indents and indent < self._indents[-1] + 2:
            self._indents.pop()
        if not self._indents:
            self._blank_behind_text()
        self._indents.append(indent)
        depth = min(len(self._indents), _DEEPEST)
        mark = item["mark"].replace(")", ".")
        self._out.append("    " * (depth - 1) + f"{mark} {line[item.end() :]}")

    def _continued(self, line: str) -> None:
        """Write an indented line of a list item: a further paragraph, or more of the first."""
        if self._out and self._out[-1].strip():
            self._out.append(line.lstrip())
            return
        indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
        while self._indents and indent < self._indents[-1] + 2:
            self._indents.pop()
        depth = min(len(self._indents), _DEEPEST)
        self._out.append("    " * depth + line.lstrip() if depth else line)

    def _paragraph(self, line: str, following: str) -> None:
        behind = self._out[-1] if self._out else ""
        if self._indents and behind.strip() and not self._stands_alone(line):
            self._out.append(line)
            return
        self._indents.clear()
        if (_RULE.match(line) and is_sentence(behind)) or (
            "|" in line and _TABLE_RULE.match(following) and "|" not in behind
        ):
            self._blank()
        if tags_in(line) and not line.startswith("##"):
            line = "\\" + line.lstrip()
        if self._stands_alone(line):
            self._blank()
            self._out += [_DEEP_QUOTE.sub(r"\1", line), ""]
        else:
            self._out.append(_DEEP_QUOTE.sub(r"\1", line))

    def _stands_alone(self, line: str) -> bool:
        """Say whether a line is one by itself, whatever stands around it."""
        words = line.strip()
        if _HEADING.match(words):
            return True
        if words[0] in "<|>#" or len(words) > 200:
            return False
        mark = marker_of(words)
        if (
            mark is not None
            and not mark.weak
            and mark.sort in ("bullet", "number", "sign", "bracket")
        ):
            return True
        return furniture_of(words, zone="story") is not None and not _RULE.match(line)

    def _blank_behind_text(self) -> None:
        if self._out and self._out[-1].strip():
            self._blank()

    def _blank(self) -> None:
        if self._out and self._out[-1].strip():
            self._out.append("")

    def _harmless(self, line: str) -> str:
        """Hide < that opens no tag, and brackets that open no link where there are too many."""
        if not self._hide:
            return line
        if "<" in line:
            line = _NO_TAG.sub(self._hide["<"], line)
        if line.count("[") > _BRACKETS:
            kept = [match[0] for match in _LINK.finditer(line)]
            others = _LINK.split(line)
            opened = self._hide["["]
            pieces = [others[0].replace("[", opened)]
            for link, other in zip(kept, others[1:], strict=True):
                pieces += [link, other.replace("[", opened)]
            line = "".join(pieces)
        return line
