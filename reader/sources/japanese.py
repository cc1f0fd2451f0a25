"""Japanese bytes: ISO-2022-JP, EUC-JP and CP932 as they are really written, and a kana score.

Files that call themselves EUC-JP or ISO-2022-JP hold the circled numbers and name kanji that
NEC and IBM added (① 髙 﨑), which Python's codecs of those names refuse; CP932 has them all,
so what the codecs refuse is carried over into CP932 pair by pair.
"""

from __future__ import annotations

import re

_EUC_UNITS = re.compile(
    rb"[\x00-\x7f]+|(?:\x8e[\xa1-\xdf])+|(?:[\xa1-\xfe]{2})+|\x8f[\xa1-\xfe]{2}"
)
_ESCAPES = re.compile(rb"(\x1b\$\(?[@BDOPQ]|\x1b\([A-Z])")
_SAMPLE = 20_000
_ALL_KANJI = 40


def decode_iso_2022_jp(data: bytes) -> str:
    """Decode bytes with escape sequences; raises UnicodeDecodeError."""
    parts = _ESCAPES.split(data)
    found: list[str] = [parts[0].decode("ascii")]
    for escape, part in zip(parts[1::2], parts[2::2], strict=True):
        if escape == b"\x1b(I":
            found.append(bytes(byte | 0x80 for byte in part).decode("cp932"))
        elif escape.startswith(b"\x1b("):
            found.append(part.decode("ascii"))
        elif escape == b"\x1b$(D":
            found.append(_behind(b"\x8f", part))
        elif escape == b"\x1b$(P":
            found.append(_behind(b"\x8f", part, "euc_jis_2004"))
        else:
            found.append(_two_bytes(part))
    return "".join(found)


def decode_euc_jp(data: bytes) -> str:
    """Decode EUC-JP, vendors' characters included; raises UnicodeDecodeError."""
    try:
        return data.decode("euc_jp")
    except UnicodeDecodeError:
        pass
    found: list[str] = []
    place = 0
    while place < len(data):
        unit = _EUC_UNITS.match(data, place)
        if unit is None:
            raise UnicodeDecodeError("euc_jp", data, place, place + 1, "illegal byte")
        if unit[0][0] in (0x8E, 0x8F) or unit[0][0] < 0x80:
            found.append(unit[0].decode("euc_jp"))
        else:
            found.append(_pairs(unit[0]))
        place = unit.end()
    return "".join(found)


def kana_score(text: str) -> float:
    """Say how much ``text`` looks like Japanese that was decoded right: from -5 to 2.

    The mean over the characters beyond ASCII of its beginning: kana and Japanese punctuation
    speak for it most, the kanji of JIS level 1 too; half-width kana, rare kanji, private use
    and control characters are what wrong guesses give.
    """
    beyond = [sign for sign in text[:_SAMPLE] if sign > "\x7f"]
    if not beyond:
        return 0.0
    kana = sum(1 for sign in beyond if "\u3041" <= sign <= "\u30fe")
    if len(beyond) > _ALL_KANJI and kana * 20 < len(beyond):
        # Chinese and Korean bytes read as Japanese are kanji after kanji.
        return -1.0
    return sum(_weight(sign) for sign in beyond) / len(beyond)


def _weight(sign: str) -> float:
    if "\u3041" <= sign <= "\u30fe" or sign in "、。「」・（）『』":
        return 2.0
    if "\u4e00" <= sign <= "\u9fff":
        pair = sign.encode("euc_jp", "ignore")
        return 1.0 if len(pair) == 2 and 0xB0 <= pair[0] <= 0xCF else -0.25
    if "\u3000" <= sign <= "\u303f" or "\uff01" <= sign <= "\uff5e":
        return 1.0
    if "\uff61" <= sign <= "\uff9f":
        return -0.5
    if sign < "\xa0" or "\ue000" <= sign <= "\uf8ff":
        return -5.0
    return 0.5 if "\u2000" <= sign <= "\u2fff" else -0.5


def _two_bytes(part: bytes) -> str:
    """Decode pairs of seven-bit bytes; line ends may stand among them in sloppy mail."""
    units = re.split(rb"([\x00-\x20]+)", part)
    return "".join(
        unit.decode("ascii") if place % 2 else decode_euc_jp(bytes(byte | 0x80 for byte in unit))
        for place, unit in enumerate(units)
    )


def _behind(shift: bytes, part: bytes, encoding: str = "euc_jp") -> str:
    """Decode pairs of a second plane, each behind its shift byte in EUC."""
    pairs = (part[place : place + 2] for place in range(0, len(part), 2))
    eight_bit = (shift + bytes(byte | 0x80 for byte in pair) for pair in pairs)
    return b"".join(eight_bit).decode(encoding)


def _pairs(pairs: bytes) -> str:
    """Decode EUC pairs that Python's EUC-JP refuses: vendors' rows, or JIS X 0213."""
    try:
        return _to_cp932(pairs).decode("cp932")
    except UnicodeDecodeError:
        return pairs.decode("euc_jis_2004")


def _to_cp932(pairs: bytes) -> bytes:
    """Carry EUC pairs over into CP932 by the arithmetic of the two codes."""
    carried = bytearray()
    for place in range(0, len(pairs), 2):
        row, cell = pairs[place] - 0xA0, pairs[place + 1] - 0xA0
        lead = (row + 1) // 2 + (0x80 if row <= 62 else 0xC0)
        trail = cell + (63 if cell < 64 else 64) if row % 2 else cell + 158
        carried += bytes((lead, trail))
    return bytes(carried)
