"""Who wrote it, where a bare name stands between a title and the story: Ruth Ames in Taveta."""

from __future__ import annotations

import re

from reader.sources.names import LATIN_NAME, NO_NAME, Byline, is_outlet, is_person
from reader.sources.wide import columns

_LONGEST = 60
_LATIN_WRITER = re.compile(
    rf"(?:(?:[Cc]ommentary|[Aa]nalysis|[Oo]pinion|[Ss]tory|[Tt]ext|[Ww]ords|[Rr]eview"
    rf"|[Rr]eport) by )?"
    rf"(?P<who>{LATIN_NAME.pattern}(?:(?:, | and |, and ){LATIN_NAME.pattern}){{0,3}})"
    r"(?: in [A-Z][\w' -]{1,30}(?: and .{1,40})?|,? (?:and agencies|staff writer|correspondent)"
    r"|, (?P<where>.{2,50}))?"
)
_NOT_A_NAME = frozenset(
    "The A An In On At Why What How Who Where When Which Is Are Will Can Key Quick Read Our This"
    " These For From With And But Not No New Next First Last More Inside After Before"
    " Behind".split()
)
_TITLED_WRITER = re.compile(
    r"(?P<who>[\u3005\u3041-\u30fe\u4e00-\u9fff\u3000 ]{2,12})[(（][^()（）]{0,24}(?:ライター"
    r"|記者|ジャーナリスト|教授|研究員|特派員|編集[者長委員]{1,2}|作家|評論家|専門家"
    r"|アナリスト|フェロー|講師|弁護士|支局長|デスク|コラムニスト)[^()（）]{0,8}[)）]"
)
_KANA_WRITER = re.compile(
    r"(?P<who>[\u30a0-\u30ff\u4e00-\u9fff々]{2,20})[、，,]\s?(?P<where>[^、。（(]{2,20})(?:[（(]"
    r"[^（）()]{1,16}[)）])?"
)
_AFFILIATION = re.compile(
    r"(?:研究所|大学|大学院|機構|財団(?:法人)?|協会|センター|総研|研究科"
    r"|学部)[^\s\u3000]{0,16}[\s\u3000]"
    r"|(?:研究員|教授|准教授|講師|フェロー|アナリスト|エコノミスト|論説委員|編集委員|代表理事"
    r"|所長)[\s\u3000]"
)


def head_byline(words: str) -> Byline | None:
    """Return whom a line names that stands between a title and the story, or nothing.

    Only there a bare name is surely the writer's: Elena Nowak; Ruth Ames in Taveta; Ana Ruiz,
    author of …; エレナ・ノヴァク、港湾放送（ワルシャワ）.
    """
    if columns(words) > 2 * _LONGEST or words[-1] in "。.?？!！":
        return None
    match = _LATIN_WRITER.fullmatch(words)
    if match is not None and match["who"].split()[0] not in _NOT_A_NAME:
        where = (match["where"] or "").strip()
        return Byline(match["who"], where if is_outlet(where) else "")
    match = _TITLED_WRITER.fullmatch(words)
    if match is not None and is_person(match["who"]):
        return Byline(match["who"])
    match = _KANA_WRITER.fullmatch(words)
    if match is not None and is_outlet(match["where"]):
        return Byline(match["who"], match["where"])
    pieces = re.split(r"[\s\u3000]+", words)
    if len(pieces) > 1 and _AFFILIATION.search(words) and not NO_NAME.search(words):
        return Byline(pieces[-1] if is_person(pieces[-1]) and len(pieces[-1]) <= 8 else "")
    return None
