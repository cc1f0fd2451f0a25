"""Which names of people say too little to be one person in the whole library."""

from __future__ import annotations

import re

_KANJI = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# One or two kanji (金, 田中); three where the second repeats the first (佐々木), or where the last
# is one that ends long surnames (長谷川, 五十嵐, 久保田) and no given name behind a short one.
_LAST = "[川田原部嵐崎沢保宮寺野木]"
_JAPANESE = re.compile(rf"[{_KANJI}ヶケノ]{{1,2}}|[{_KANJI}]々[{_KANJI}]|[{_KANJI}]{{2}}{_LAST}")
_KANA = re.compile(r"[ァ-ヴー]+")
_LETTERS = re.compile(r"[^\W\d_぀-鿿]+(?:[-'’][^\W\d_]+)*")


def is_bare(name: str) -> bool:
    """Say whether a name may be a surname alone, which many people share.

    One word of katakana is no better: ジョンソン is more than one statesman.
    """
    return any(shape.fullmatch(name) for shape in (_JAPANESE, _KANA, _LETTERS))
