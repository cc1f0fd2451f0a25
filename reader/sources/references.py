"""Where an article says that it comes from: labels of reference blocks, names and sites in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.sources.names import is_outlet
from reader.sources.patterns import EDGE, one_of
from reader.sources.wide import columns, narrow

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORDS = one_of(r"""
    references?(?:\(s\))?|sources?(?:\(s\))?|bibliography|works cited|citations?|via
    original(?: article| source)?
    出典(?:元|一覧)?|出所|参考(?:文献|資料|記事|リンク|url|サイト|元|ページ)?
    参照(?:元|文献|記事|先)?|引用(?:元|文献)?
    情報(?:源|元)|(?:ニュース)?ソース|元記事|原文|典拠|一次(?:資料|情報)
    主な(?:出典|参考文献|資料|情報源)|脚注|注釈|(?:资料|資料|新闻|消息)?[来來]源|出处
""")
_LABEL = re.compile(rf"{_WORDS}(?:\s*[/・、,&]\s*{_WORDS})*", re.IGNORECASE)
_LINE = re.compile(
    rf"[\[(【〔<※*]?\s*(?:(?:{_WORDS}|資料|データ|further reading|based on)\s*[\d①-⑨]?\s*(?:[:=/|]"
    rf"|[)】〕\]>])\s*(?P<rest>\S.*)"
    r"|(?:出典|出所|情報源|引用元|参考文献|参考資料)(?:\s+|は)(?P<spaced>\S.*))",
    re.IGNORECASE,
)
_ADDRESS_LINE = re.compile(
    r"[\[(【<]?\s*(?:提供元?|配信元?|掲載元?|元記事|記事|原文|url|link|permalink)\s*[:/"
    r"|]\s*https?://\S+",
    re.IGNORECASE,
)
_HOST = re.compile(
    r"(?:https?://(?:[^\s/@]+@)?"
    r"|(?<![\w@.-]))(?P<host>(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?P<top>[a-z]{2,24}))"
    r"(?![\w@.-]*@)(?!\w)",
    re.IGNORECASE,
)
_TOPS = frozenset(
    "com org net int edu gov mil info biz name news media press online site world today asia blog"
    " live app dev tv io example test local agency network report wiki africa paris tokyo london"
    " kyoto osaka nagoya".split()
)
_FILE_ENDS = frozenset("md py js ts rb sh cs pl rs so ps ai".split())
_NAME_ENDS = re.compile(
    r"\s*[、,;；／/|｜「『“\"(（\[【]|\s+[-–—―]\s+|https?://|\s{2,}|\u3000|(?<=[a-z]),? and "
)
_MADE_OF = re.compile(
    r"(?:の.{0,10})?(?:から|より|を[基元]に|をもとに|に基づ[きい]て?)(?:本紙|筆者"
    r"|編集部)?(?:が)?作成$"
)
_NOTE = re.compile(r"\s*[\[(（［]\d{1,3}[\])）］]\s*")
_LONGEST_NAME = 60


def is_reference_label(words: str) -> bool:
    """Say whether a line does nothing but head a reference block (出典, References:)."""
    if len(words) > _LONGEST_NAME:
        return False
    plain = narrow(words).strip()
    # Reference(s): must keep its brackets, 〔出典〕 must lose them.
    return any(_LABEL.fullmatch(bare) for bare in (plain.rstrip(" :"), plain.strip(EDGE)))


def is_reference_line(words: str) -> bool:
    """Say whether a line names its source behind a label (出典：外務省)."""
    plain = narrow(words)
    if len(plain) > 400 or plain[-1] == "。":
        return False
    return _LINE.match(plain) is not None or _ADDRESS_LINE.match(plain) is not None


def is_reference_like(words: str) -> bool:
    """Say whether a line can stand in a reference block: a site, a quoted title, a short name."""
    if host_in(words) or re.match(r"[\[(（]?\d{1,2}[\])）.]|[「『“\"]", words):
        return True
    return words[-1] not in "。." and columns(words) <= 160


def host_in(words: str) -> str:
    """Return the first host name in ``words``: cgtn.com, or that of an address."""
    for match in _HOST.finditer(narrow(words)):
        top = match["top"].lower()
        known = top in _TOPS or (len(top) == 2 and top not in _FILE_ENDS)
        if known and (len(match["host"]) > len(top) + 2 or "//" in match[0]):
            return match["host"].lower()
    return ""


def source_of(references: Sequence[str], linked: Sequence[str] = ()) -> str:
    """Return the source that a reference block names: a site first, else a name.

    ``references`` are its lines, ``linked`` the addresses that its links lead to.
    """
    for line in (*references, *linked):
        host = host_in(line)
        if host:
            return host
    names = [name for line in references if (name := _first_name(line))]
    # A whole title is no name: then an outlet beside it is the better answer.
    if names and columns(names[0]) > 40:
        return next((name for name in names if is_outlet(name)), names[0])
    return names[0] if names else ""


def _first_name(line: str) -> str:
    """Return what a line names first, without its label, if it is short enough for a name."""
    match = _LINE.match(narrow(line))
    if match is not None:
        line = line[match.start("rest" if match["rest"] else "spaced") :]
    line = _NOTE.sub("", line).strip(EDGE + '「『“"')
    cut = _NAME_ENDS.search(line)
    name = _MADE_OF.sub("", line[: cut.start()] if cut and cut.start() else line)
    name = name.strip(EDGE + '」』”"')
    return name if len(name) <= _LONGEST_NAME else ""
