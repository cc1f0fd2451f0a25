"""What stands before the words of a line: bullets, numbers, heading marks, brackets."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from reader.sources.wide import narrow

MarkerSort = Literal["bullet", "sign", "number", "bracket", "hash", "frame", "quote"]


@dataclass(frozen=True, slots=True)
class Marker:
    """A mark and the range of the bare words, in the stripped line.

    ``sort``: a ``bullet`` always makes a list item; a ``sign`` (■) or ``number`` makes one or
    a heading, as its neighbours decide; ``bracket`` (【】 around it all), ``hash`` (##) and
    ``frame`` (== ==) make headings; ``quote`` is ``>``. ``style`` tells marks of one kind from
    others. A ``weak`` mark is one only beside another of its style with the next ``number``.
    """

    sort: MarkerSort
    style: str
    start: int
    end: int
    number: int = 0
    weak: bool = False

    @property
    def heads(self) -> bool:
        """Say whether it is such as headings have."""
        return self.sort in ("sign", "bracket", "hash", "frame")


# Geometric shapes, stars, pointing hands, and the emoji that blogs put before headings.
_SIGN = (
    r"[\u25a0-\u25ff\u2600-\u2767\u2794-\u27bf\u2b00-\u2bff\u29bf\u3007\u3013"
    r"\U0001f300-\U0001faff]"
)
_SIGN_LINE = re.compile(
    rf"(?P<mark>({_SIGN})[\ufe0e\ufe0f]?(?:\2[\ufe0e\ufe0f]?)*)[ \t\u3000]*(?P<body>\S.*)",
    re.DOTALL,
)
_DOTS = "・･•‣◦⁃∙·▪▫▸▹➤➢➔✓✔☑☐✅→⇒➡\uf0b7\uf0d8\uf0fc"
_BULLET = re.compile(
    rf"(?:o(?=[ \t])|[-*+–—―−‐－＊＋](?=[ \t\u3000])|[{_DOTS}](?![・･.…])"
    rf"|[-－−‐](?=[\u3041-\u9fff「『（【]))"
    r"[ \t\u3000]*(?:\[[ xX]\][ \t\u3000]+)?(?=\S)"
)
_COUNTS = "一二三四五六七八九十"
_ROMAN = {
    numeral: number
    for number, numeral in enumerate("I II III IV V VI VII VIII IX X".split(), start=1)
}
_KANA = "アイウエオカキクケコサシスセソ"
_HIRAGANA = "あいうえおかきくけこさしすせそ"
_LABELS = "ポイント|視点|論点|焦点|注目点|注目|疑問|問い|理由|課題|その|Point|Question|Step|Q"
_CIRCLED = "\u2460-\u2487\u24ea-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf"
# Tried in this order on the narrowed line; the weak ones count only in company.
_NUMBERS: tuple[tuple[str, re.Pattern[str], bool], ...] = tuple(
    (style, re.compile(pattern + r"\s*(?=\S)"), weak)
    for style, pattern, weak in (
        ("circled", f"(?P<n>[{_CIRCLED}])", False),
        ("dotted", "(?P<n>[\u2488-\u249b])", False),
        ("brackets", rf"[(〔\[【](?P<n>\d{{1,2}}|[{_COUNTS}]{{1,2}})[)〕\]】]", False),
        ("half", r"(?P<n>\d{1,2})[)〕]", False),
        ("dot", r"(?P<n>\d{1,2})\.(?![\d.])", False),
        ("kanji", rf"(?P<n>[{_COUNTS}]{{1,2}})[、.,)]", True),
        ("comma", r"(?P<n>\d{1,2})[、,:](?!\s*\d)", True),
        ("space", r"(?P<n>\d{1,2})\s", True),
        ("position", r"(?P<n>\d{1,2})位[:\s]*", True),
        ("roman", r"(?P<n>[IVX]{1,4})[.)、]", True),
        ("roman sign", r"(?P<n>[\u2160-\u216b])[.)、\s]", True),
        ("kana", rf"\(?(?P<n>[{_KANA}])[.)、\s]", True),
        ("hiragana", rf"\(?(?P<n>[{_HIRAGANA}])[.)]", True),
        ("letter", r"\(?(?P<n>[A-Ja-j])[.)]", True),
        ("label", rf"(?:{_LABELS})\s?(?P<n>\d{{1,2}}|[{_COUNTS}{_CIRCLED}])\s*[:.、）)|]", True),
    )
)
_OPENING, _CLOSING = "【〔［[＜《〈≪«", "】〕］]＞》〉≫»"
_BRACKETS = dict(zip(_OPENING, _CLOSING, strict=True))
_HASH = re.compile(r"(?P<hashes>[#＃]{1,6})[ \t\u3000]+(?P<body>\S.*?)(?:[ \t]+#+)?", re.DOTALL)
_FRAME = re.compile(
    r"(?P<frame>\*\*|__|[=＝]+|[-－―—─━]+|[*＊]+|[~～〜]+)[ \t\u3000]*(?P<body>[^\s=＝*＊].*?)"
    r"[ \t\u3000]*(?P=frame)",
    re.DOTALL,
)
_QUOTE = re.compile(r"[>＞](?:[>＞ \t\u3000])*(?=\S)")
_LONGEST_HEAD = 200


def marker_of(words: str) -> Marker | None:
    """Return the mark of a stripped line, if it has one."""
    first = words[:1]
    if not first or (first.isalpha() and first not in _STARTS):
        return None
    return (
        _quote(words)
        or _number(words)
        or _framed(words)
        or _bullet(words)
        or _sign(words)
        or _bracketed(words)
    )


def _quote(words: str) -> Marker | None:
    match = _QUOTE.match(words)
    return Marker("quote", ">", match.end(), len(words)) if match else None


def _bullet(words: str) -> Marker | None:
    match = _BULLET.match(words)
    return Marker("bullet", words[0], match.end(), len(words)) if match else None


def _number(words: str) -> Marker | None:
    head = narrow(words[:24])
    for style, pattern, weak in _NUMBERS:
        match = pattern.match(head)
        if match is not None and (number := _value(match["n"])):
            end = match.end()
            if style == "space" and words[:end].isascii() and words[end].isascii():
                # 12 34 is a row of figures; 5 people may be the fifth item, or no item at all.
                if words[end].isdigit():
                    return None
                return Marker("number", "blank", end, len(words), number, weak=True)
            return Marker("number", style, end, len(words), number, weak=weak)
    return None


def _value(written: str) -> int:
    """Return the number that a digit of any kind, a kana or a letter stands for."""
    if written.isdecimal():
        return int(written)
    if written in _ROMAN:
        return _ROMAN[written]
    if len(written) == 1:
        for row in (_KANA, _HIRAGANA, "ABCDEFGHIJ", "abcdefghij"):
            if written in row:
                return row.index(written) + 1
        return int(unicodedata.numeric(written, 0))
    tens, _, ones = written.partition("十")
    return (
        (_COUNTS.find(tens) + 1 if tens else 1) * 10 + _COUNTS.find(ones) + 1
        if "十" in written
        else 0
    )


def _sign(words: str) -> Marker | None:
    match = _SIGN_LINE.match(words)
    if match is None:
        return None
    start, end = match.start("body"), len(words)
    mark = match["mark"]
    body = words[start:].rstrip()
    if body.endswith(mark):
        end = len(words[: start + len(body) - len(mark)].rstrip())
    if not any(sign.isalnum() for sign in words[start:end]):
        return None
    return Marker("sign", match[2], start, end)


def _bracketed(words: str) -> Marker | None:
    """Return the mark of a line that one pair of brackets holds from end to end."""
    close = _BRACKETS.get(words[0])
    if close is None or len(words) < 3 or words[-1] != close:
        return None
    inner = words[1:-1]
    if words[0] in inner or close in inner or len(inner) > _LONGEST_HEAD:
        return None
    start = 1 + len(inner) - len(inner.lstrip())
    return Marker("bracket", words[0], start, start + len(inner.strip()))


def _framed(words: str) -> Marker | None:
    """Return the mark of ``## heading``, ``== heading ==`` and the like."""
    if len(words) > _LONGEST_HEAD:
        return None
    match = _HASH.fullmatch(words)
    if match is not None:
        return Marker("hash", "#", match.start("body"), match.end("body"), len(match["hashes"]))
    match = _FRAME.fullmatch(words)
    if match is not None and any(sign.isalnum() for sign in match["body"]):
        return Marker("frame", match["frame"], match.start("body"), match.end("body"))
    return None


_STARTS = frozenset(
    _COUNTS
    + _KANA
    + _HIRAGANA
    + "oABCDEFGHIJVXabcdefghijＡＢＣＤＥＦＧＨＩＪａｂｃｄｅ"
    + "".join(part[0] for part in _LABELS.split("|"))
)
