"""Bytes into characters: which encoding a file is in, and when it is no text at all.

The order, measured on Japanese files and snippets: byte order mark; what the carrier says
(a server's charset); what the document itself declares; ``ESC $`` means ISO-2022-JP; strict
UTF-8; then the likeliest of EUC-JP, CP932 (never ``shift_jis``) and UTF-16 without a mark.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from reader.model.errors import SourceError
from reader.sources.japanese import decode_euc_jp, decode_iso_2022_jp, kana_score

if TYPE_CHECKING:
    from collections.abc import Callable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})"
    rb"|<\?xml[^<>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})[\"']"
    rb"|-\*-[^\n]{0,100}?coding\s*:\s*([\w.-]{2,40})[^\n]{0,100}?-\*-"
    rb"|\bvim?:[^\n]{0,100}?(?:fileencoding|fenc)=([\w.-]{2,40})",
    re.IGNORECASE,
)
_JAPANESE: dict[str, Callable[[bytes], str]] = {
    "shift_jis": lambda data: data.decode("cp932"),
    "cp932": lambda data: data.decode("cp932"),
    "euc_jp": decode_euc_jp,
    "iso2022_jp": decode_iso_2022_jp,
}
# What browsers read under these names (https://encoding.spec.whatwg.org/).
_READ_AS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "x-euc-jp": "euc_jp",
}
_KNOWN = re.compile(
    r"utf-?(8|16|32)|cp\d+|iso8859|koi8|gb18030|big5|tis|mac|hz|johab|euc|shift|iso2022"
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_DAMAGE = "\ufffd"
# What Western text has beyond ASCII; capitals with accents stand beside other letters.
_WESTERN = re.compile(
    "[\xa0\xa3\xa9\xab\xae\xb0\xbb\xdf-\xff\u0153\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac\u2122]"
    "|[\xa1\xbf](?=[A-Za-z\xc0-\xff])|[\xc0-\xde\u0152](?=[A-Za-z])"
)
_SIGHT = 4096


def decode(data: bytes, *, hint: str = "", name: str = "") -> str:
    """Return the characters of ``data``; raises SourceError ``not_text`` when it has none.

    ``hint`` is an encoding that the carrier named, ``name`` what an error calls the source.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _sound(data[len(mark) :].decode(encoding, "replace"), name)
    if b"\0" in data[:_SIGHT] and (wide := _wide(data)) is not None:
        return _sound(wide, name)
    for declared in (hint, _declared(data)):
        text = _by_name(data, declared) if declared else None
        if text is not None:
            return _sound(text, name)
    text = _undeclared(data)
    if text is None:
        raise SourceError("not_text", name=name, path=name)
    return _sound(text, name)


def _undeclared(data: bytes) -> str | None:
    if b"\x1b$" in data:
        text = _attempt(decode_iso_2022_jp, data)
        if text is not None:
            return text
    text = _attempt(lambda raw: raw.decode("utf-8"), data)
    if text is not None:
        return text
    return (
        _likeliest(data)
        or _western(data)
        or _likeliest(data, few=True)
        or _damaged_utf_8(data)
    )  # fmt: skip


def _likeliest(data: bytes, *, few: bool = False) -> str | None:
    """Return the Japanese reading that scores best, if it looks like Japanese.

    Without ``few`` a kanji or two among ASCII are not enough.
    """
    ways: tuple[Callable[[bytes], str], ...] = (
        decode_euc_jp,
        lambda raw: raw.decode("cp932"),
        lambda raw: raw.decode("utf-16-le"),
        lambda raw: raw.decode("utf-16-be"),
    )
    best, found = 0.4, None
    for way in ways:
        text = _attempt(way, data)
        if text is None or (not few and _mostly_ascii(text)):
            continue
        score = kana_score(text)
        if score > best:
            best, found = score, text
    return found


def _mostly_ascii(text: str) -> bool:
    """Say whether hardly anything but ASCII is there, and no kana: then it is Western."""
    beyond = [sign for sign in text if sign > "\x7f"]
    kana = any("\u3041" <= sign <= "\u30fe" for sign in beyond)
    return not kana and len(beyond) * 10 < len(text)


def _western(data: bytes) -> str | None:
    """Return Windows-1252 when a few typical signs stand in what is ASCII otherwise."""
    text = _attempt(lambda raw: raw.decode("cp1252"), data)
    if text is None:
        return None
    beyond = sum(1 for sign in text if sign > "\x7f")
    return text if beyond * 3 < len(text) and len(_WESTERN.findall(text)) == beyond else None


def _damaged_utf_8(data: bytes) -> str | None:
    """Return UTF-8 with a few bytes broken, a torn end for one; what is broken stays visible."""
    text = data.decode("utf-8", "replace")
    broken = text.count(_DAMAGE)
    sound = sum(1 for sign in text if sign > "\x7f" and sign != _DAMAGE)
    return text if broken * 50 < sound or (broken == 1 and sound > 3) else None


def _wide(data: bytes) -> str | None:
    """Return UTF-16 without a mark that holds ASCII, known by where its NUL bytes stand."""
    even, odd = data[0:_SIGHT:2].count(0), data[1:_SIGHT:2].count(0)
    if min(even, odd) * 8 > max(even, odd) or max(even, odd) * 40 < min(len(data), _SIGHT):
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    text = _attempt(lambda raw: raw.decode(encoding), data[: len(data) & ~1])
    if text is None or _CONTROLS.search(text[:_SIGHT]):
        return None
    ascii_ = sum(1 for sign in text[:_SIGHT] if sign <= "\x7f")
    plausible = ascii_ * 10 > min(len(text), _SIGHT) * 9 or kana_score(text) > 0.4
    return text if plausible else None


def _declared(data: bytes) -> str:
    head = data[:_SIGHT]
    found = _DECLARED.search(head)
    if found is None:
        return ""
    return next(part for part in found.groups() if part is not None).decode("ascii", "ignore")


def _by_name(data: bytes, declared: str) -> str | None:
    """Return the text in the declared encoding, unless that cannot be right.

    Bytes beyond ASCII that are sound UTF-8 are UTF-8, whatever an old declaration says.
    """
    try:
        called = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):
        called = declared.strip().lower()
    called = _READ_AS.get(called, called)
    if not data.isascii() and _attempt(lambda raw: raw.decode("utf-8"), data) is not None:
        return None
    if called in _JAPANESE:
        return _attempt(_JAPANESE[called], data)
    if not _KNOWN.match(called):
        return None
    return _attempt(lambda raw: raw.decode(called), data)


def _attempt(way: Callable[[bytes], str], data: bytes) -> str | None:
    try:
        return way(data)
    except (UnicodeError, LookupError):
        return None


def _sound(text: str, name: str) -> str:
    """Return ``text``, unless control characters show that it is none."""
    controls = len(_CONTROLS.findall(text))
    if controls > max(1, len(text) // 20):
        raise SourceError("not_text", name=name, path=name)
    return text
