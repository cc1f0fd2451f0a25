"""Part a passage into sentences; what stands in brackets or quotation marks is never parted."""

from __future__ import annotations

import re

_OPENING = {
    "「": "」",
    "『": "』",
    "（": "）",
    "(": ")",
    "〈": "〉",
    "《": "》",
    "【": "】",
    "“": "”",
    "[": "]",
}
_CLOSING = frozenset(_OPENING.values())
_ENDS = frozenset("。！？!?．.")
_AFTER_END = frozenset("。！？!?．」』）)】”\"'’")
# Words that go on with what was quoted or exclaimed: 「行く。」と…, どうなる？が…
_GOES_ON = tuple("とをがはにのもでやへ、，,をだな")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen col sen rep gov lt sgt st no vs jr sr inc ltd co corp etc eg ie u.s u.k"
    " u.n e.g i.e a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec approx".split()
)
_STOP = re.compile("[。！？!?．.\n「『（(〈《【“\\[」』）)〉》】”\\]]")
_LAST_WORD = re.compile(r"[\w.]+$")


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the ranges of the sentences of ``text[start:end]``, white space around them left out.

    A line end always ends a sentence. A bracket that is never closed on its line does not
    count, so one slip of the writer does not swallow the rest.
    """
    found: list[tuple[int, int]] = []
    begin, end = start, min(end, len(text))
    for cut in _cuts(text, start, end):
        _add(found, text, begin, cut)
        begin = cut
    _add(found, text, begin, end)
    return found


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Return the places where a sentence ends, in order."""
    marks = [match.start() for match in _STOP.finditer(text, start, end)]
    partners = _partners(text, marks)
    cuts: list[int] = []
    open_until = -1
    for at in marks:
        char = text[at]
        if char == "\n":
            cuts.append(at)
        elif at < open_until:
            continue
        elif at in partners:
            open_until = partners[at]
        elif at == open_until:
            if text[at - 1] in "。！？" and _ends_at(text, at, end):
                cuts.append(_past_end(text, at + 1, end))
        elif char in _ENDS and (not cuts or at >= cuts[-1]) and _ends_at(text, at, end):
            cuts.append(_past_end(text, at + 1, end))
    return cuts


def _partners(text: str, marks: list[int]) -> dict[int, int]:
    """Return where each bracket that is closed on its line is closed."""
    partners: dict[int, int] = {}
    stack: list[int] = []
    for at in marks:
        char = text[at]
        if char == "\n":
            stack.clear()
        elif char in _OPENING:
            stack.append(at)
        elif char in _CLOSING and stack and _OPENING[text[stack[-1]]] == char:
            partners[stack.pop()] = at
    return partners


def _past_end(text: str, at: int, end: int) -> int:
    while at < end and text[at] in _AFTER_END:
        at += 1
    return at


def _ends_at(text: str, at: int, end: int) -> bool:
    """Say whether the mark at ``at`` ends a sentence, by what stands around it."""
    char = text[at]
    after = _past_end(text, at + 1, end)
    rest = text[after : after + 1]
    if char == "。":
        return after >= end or not (after > at + 1 and rest.startswith(_GOES_ON))
    if char in ".．":
        return _dot_ends(text, at, after, end)
    if char in "!?" and rest.isspace():
        return not text[after : min(after + 4, end)].lstrip()[:1].islower()
    if char in "!?" and rest.isascii():
        return after >= end
    return after >= end or not rest.startswith(_GOES_ON)


def _dot_ends(text: str, at: int, after: int, end: int) -> bool:
    """Judge a Latin full stop: a blank and a capital must follow, no abbreviation precede."""
    if after >= end:
        return True
    if not text[after].isspace():
        return False
    following = text[after : min(after + 4, end)].lstrip()[:1]
    if following and (following.islower() or following in ",;:"):
        return False
    word = _LAST_WORD.search(text, max(0, at - 24), at)
    last = word.group().lower() if word else ""
    return last not in _ABBREVIATIONS and not (len(last) == 1 and last.isalpha())
