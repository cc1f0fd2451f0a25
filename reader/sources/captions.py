"""Lines that belong to a picture: captions, credits, the words under a chart."""

from __future__ import annotations

import re

from reader.sources.names import is_outlet
from reader.sources.patterns import compiled, one_of
from reader.sources.wide import columns, narrow

_PICTURE = one_of("""
    (?:資料|参考|提供|代表)?写真|画像|図版?|図表|図解|地図|グラフ|イラスト|動画|映像|表紙
    キャプション
""")
_ENGLISH = one_of(r"""
    (?:file )?photo(?:graph)?|image|figure|fig\.?|illustration|picture|caption|credit|video|map
    chart
""")
_AGENCIES = (
    "時事|共同|ロイター|通信社?|写真|afp|ap|getty images|getty|epa|reuters|xinhua|新華社|タス"
    "|イメージ"
    "|pa media|pa wire|shutterstock|istock|bloomberg|anadolu|handout"
)
_CAPTION = compiled(rf"""
    [\[(【〔<◇▲▽△※*]*\s*{_PICTURE}(?:説明|提供|出典|撮影|下|上|左|右)?\s*[\d①-⑨]{{0,2}}\s*[:=/|\])】〕>].*
    [◇▲▽△※*]?\s*{_PICTURE}(?:説明|提供|出典)?\s*[\d①-⑨]{{0,2}}\s+\S.{{0,120}}
    \((?:{_PICTURE}|資料|イメージ|file photo|photo|image).{{0,80}}\)
    [\[【](?:{_PICTURE}|イメージ|file photo|photo|image)\s*[\d①-⑨]{{0,2}}[\]】]
    ※?\s*(?:写真|画像|イラスト)はイメージ(?:です)?
    (?:撮影|提供)\s*[:=/・].{{1,60}}
    .{{2,200}}=[^=]{{0,40}}(?:撮影|提供)\)?
    (?!copyright)[^©]{{2,100}}\s?©\s?[^\d\s].{{0,30}}
    写真・図版|写真|図版|画像|フォト(?:ギャラリー)?
    {_ENGLISH}s?(?: credit)?\s*\d{{0,2}}\s*[:|].{{1,200}}
    (?:photo|photograph|image|picture|illustration)s? (?:by|courtesy|via|from) .{{1,100}}
    (?:figure|fig\.) \d{{1,2}}[.:] .{{1,200}}
    .{{1,200}}\((?:photo|image|file|{_AGENCIES})[^()]{{0,60}}\)
    .{{1,160}}(?:/|via )\s?(?:{_AGENCIES})(?: images)?
    .{{2,200}}[.。]\s?\([A-Z][\w.'’ -]{{2,40}} (?:for|/) [A-Z][^()]{{2,40}}\)
    (?:画像|写真|映像|動画|図)(?:提供|説明|出典|キャプション|クレジット)\s?[,、:].{{1,200}}
    (?:image|video|photo|media) (?:caption|source|credit)s?\s?[,:].{{1,200}}
    .{{1,300}}\[(?:file|photo|image)?[^\[\]]{{0,40}}(?:[:/][^\[\]]{{1,60}}|{_AGENCIES})\]
    .{{1,300}}\([^()]{{0,40}}(?:{_AGENCIES})\s?/\s?[^()]{{1,40}}\)
    .{{2,120}}[。、][^。、]{{1,16}}(?:で|にて)、\d{{4}}年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:撮影)?
    .{{1,200}}\.?\s(?:photo|photograph|credit|image)s?\s?(?:by|:)\s?[^.]{{1,60}}
""")
# THE SHOUTED AGENCY of Reuters, and the bare agency that the BBC puts before a picture's words.
_SHOUTED = re.compile(
    r".{0,300}\b(?:REUTERS|AFP|AP|EPA|XINHUA|KYODO)/[A-Z].{1,100}"
    r"|(?:Getty Images|Reuters|AFP|EPA|PA Media|AFP via Getty Images|AP)\s(?:[A-Z][^.]{10,160})"
)
# 会談に臨む両首脳＝12日、元山（ロイター）; a day alone says when, and heads a chronicle.
_DAY_AND_PLACE = (
    r"(?:[^()=。、]{0,20}\d日[、,][^()=。]{1,24}|[^()=。、]{1,20}[、,][^()=。]{0,12}\d日)"
)
_ENDING = re.compile(
    rf"\({_DAY_AND_PLACE}\)$|={_DAY_AND_PLACE}(?:\([^()]{{1,16}}\))?$"
    rf"|\([^()]{{0,24}}(?:資料|提供|撮影|{_AGENCIES})[^()]{{0,16}}\)$"
    rf"|=[^。=]{{0,30}}(?:撮影|提供|{_AGENCIES}|から|右|左|中央)(?:[、,][^。=]{{0,30}})?$"
    r"|[\s、]\d{1,2}日(?:午前|午後|朝|昼|夜|未明|夕方?)?$|[。、][^。、]{1,16}(?:で|にて"
    r"|前で)、\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:撮影)?$"
    r"|\((?:左|右|中央|手前|奥|左から\S{0,6})\)",
    re.IGNORECASE,
)
_TOLD = re.compile(r"【(?:図解|動画|映像|地図|グラフ|イラスト|写真特集|写真で)[^】]{0,8}】\s*\S")


def is_caption(words: str) -> bool:
    """Say whether a stripped line calls itself a caption."""
    plain = narrow(words)
    if plain[-1] == "。" and not re.match(r"[\[(【<▲]?(?:写真|図|地図|資料写真)", plain):
        return False
    if plain[0] == "▲" and columns(plain) <= 120:
        return True
    if len(plain) > 400:
        return False
    return _CAPTION.fullmatch(plain) is not None or _SHOUTED.fullmatch(plain) is not None


def heads_pictures(words: str) -> bool:
    """Say whether a line is a title that tells of its pictures (【図解】都市鉱山とは)."""
    return _TOLD.match(words) is not None


def may_be_caption(words: str) -> bool:
    """Say whether a line without a final stop ends as captions do: day, place, agency."""
    plain = narrow(words)
    if _ENDING.search(plain):
        return True
    credit = re.search(r"\(([^()]{2,20})\)$", plain)
    return credit is not None and is_outlet(credit[1])
