"""Who wrote it and who published it: bylines, datelines and the names of outlets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.sources.patterns import one_of
from reader.sources.wide import columns, narrow

_OUTLET_END = re.compile(
    one_of(r"""
    通信社?|新聞社?|新報社?|日報|時報|週報|月報|会報|通報|タイムズ|タイムス|ジャーナル|ポスト
    ヘラルド|トリビューン
    プレス|ガゼット|クロニクル|ニュース(?:社|局)?|ニューズ|放送(?:局|協会)?|テレビ|ラジオ
    編集(?:部|室|局|委員会)
    報道(?:部|局|室)|取材班|電子版|デジタル|オンライン|ウェブ|マガジン|レビュー|ウオッチ|ウォッチ
    (?<=[\u3040-\u9fff])(?:NEWS|News)
    ダイジェスト|編集室|取材室|報道室|論説室|ジャーナル編集室
    アワー|ワイヤー|ポータル|版
    \b(?:News|NEWS|Times|Post|Herald|Tribune|Journal|Gazette|Daily|Press|Agency|Network|Broadcasting)
    \b(?:Observer|Monitor|Review|Wire|Bulletin|Chronicle|Standard|Telegraph|Mail|Today|Online|Service)
    \b(?:Media|Report|Radio|TV|Web|Weekly|Dispatch|Courier|Examiner|Magazine|Newswire|Desk)
    """)
    + "$"
)
_KNOWN = frozenset(
    "共同 時事 AFP=時事 AFP＝時事 AFP時事 ロイター ブルームバーグ タス 新華社 中央社 聯合 共同通信"
    " 時事通信 朝日 読売 毎日 日経 産経 Reuters AP AFP BBC CNN NHK TASS CGTN Xinhua Bloomberg"
    " DW NPR UPI Yonhap KCNA ANN TBS".split()
)
_KNOWN_DESK = re.compile(
    rf"({'|'.join(sorted(map(re.escape, _KNOWN)))})(?:編集(?:部|局)?|支局|日本語版)"
)
NO_NAME = re.compile(
    r"[。、?!？！「」『』…:：]|(?:を|には|では|とは|から|まで|への|して|した|する|ない|です|ます)"
)
_DESK = re.compile(
    r"(?:社会|政治|経済|国際|外報|外信|文化|科学|運動|写真|地方|編集|生活|論説|調査|デジタル|特別"
    r"|報道"
    r"|[^\s・]{1,8}支|[^\s・]{1,8}総)(?:部|局|室|班)(?:デスク|長|次長)?$"
)
_LABEL = one_of(r"""
    取材[・＆&]文|取材[・/／]執筆|文[・/／](?:写真|構成)|文責|写真[・/／]文|構成[・/／]文|執筆者?
    著者|筆者|記者|記事
    文|取材|寄稿|構成|翻訳|訳|聞き手|監修|(?:この記事を)?書いた人|投稿者|作成者|制作|編集|ライター
    レポート
    リポート|リポーター|レポーター|担当
""")
_LABELLED = re.compile(rf"(?:{_LABEL})\s*[:/=|・]\s*(?P<who>\S.*)|(?:{_LABEL})\s+(?P<spaced>\S.*)")
_NEXT_LABEL = re.compile(
    rf"[、，;；\s\u3000]\s*(?=(?:{_LABEL}|写真|撮影|イラスト|図)\s*[:：/／=＝|・])"
)
_ENGLISH = re.compile(
    r"(?:(?:[Bb]y|BY|(?:[Ww]ritten|[Rr]eporting|[Rr]eported|[Ee]dited|[Ee]diting|[Tt]ranslated"
    r"|Story"
    r"|[Tt]ext|[Ee]ssay|[Aa]nalysis|[Cc]ommentary|[Rr]eport|[Ii]nterview|[Rr]eview|Words) by)"
    r"|(?:Author|Writer|Reporter|Editor|Byline|Text)\s?[:|])\s+"
    r"(?P<who>[A-Z\u3041-\u9fff].*)"
)
_POSTS = one_of("""
    記者|特派員|編集委員|論説委員|解説委員|支局長|通信員|編集長|論説主幹|ライター|キャスター
    アナウンサー
""")
_POST = re.compile(rf"(?P<who>.{{2,16}}?)[\s・]*{_POSTS}(?:\s*[@(].*)?$")
_POST_FIRST = re.compile(rf"{_POSTS}[\s・]+(?P<who>\S{{2,10}})")
_ALONE = re.compile("[\u3005\u4e00-\u9fff]{1,3}[ \u3000][\u3005\u3041-\u30fe\u4e00-\u9fff]{1,4}")
_ISSUED_BY = re.compile(
    r"(?:配信元?|提供元?|発行元?|発行者|掲載(?:元|誌|紙)?)\s*[:：/／]\s*(?P<who>\S.*)"
)
_DATELINE = re.compile(r"[【〔［\[(（](?P<inner>[^】〕］\])）]{2,40})[】〕］\])）]")
_EDGE = " \t\u3000・･,、，/／|｜=＝:：-—–―@＠"
_SPLIT = re.compile(r"[\s・,、/|=:@]+")
_PERSON = re.compile(
    r"[\u3005\u3041-\u30fe\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
    r"A-Za-z.'’ \u3000・=＝-]{2,24}"
)
_LATIN_WORD = r"(?:[A-Z][\w.'’-]*|de|van|von|bin|al|el|da|la)"
LATIN_NAME = re.compile(rf"{_LATIN_WORD}(?: {_LATIN_WORD}){{1,3}}")
_OFFICE = re.compile(
    r"[^\sのをがはにでとへ、。]{0,14}(?:省|庁|県|府|市役所|大学|委員会|研究所|機構|協会|連盟|財団)"
    r"[^\sのをがはにでとへ、。]{0,14}(?:局|課|部|室|委員会|事務局|センター|本部)?"
    r"|[\u4e00-\u9fff]{2,14}(?:事務局|本部|総局|支局|支部|広報[課室部])"
    r"|(?:株式会社|合同会社|(?:一般|公益)(?:社団|財団)法人|独立行政法人|NPO法人)[^\s、。]{1,20}"
    r"|[^\s、。]{1,16}(?:株式会社|合同会社|有限会社)"
)
# What ends like an outlet and is none.
_REGIONAL = re.compile(
    r".{0,4}(?:県内|国内|海外|地域|世界|国際|政治|経済|社会|最新|主要|注目|トップ|速報|新着|芸能"
    r"|スポーツ)(?:の)?(?:ニュース|NEWS|News)$"
)
_TOPICS = frozenset(
    "衛星通信 量子通信 光通信 無線通信 国際版 最新版 改訂版 主なニュース ニュース 速報ニュース"
    " 国際ニュース 経済ニュース 政治ニュース 最新ニュース 関連ニュース News".split()
)
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Byline:
    """Whom a line names: either may be empty."""

    author: str = ""
    publisher: str = ""


NOBODY = Byline()


def is_outlet(words: str) -> bool:
    """Say whether ``words`` look like the name of an outlet and like nothing else."""
    name = words.strip(_EDGE)
    if name in _KNOWN:
        return True
    if not 2 < columns(name) <= 44 or NO_NAME.search(name) or len(name.split()) > 6:
        return False
    if (
        ("の" in name and "編集" not in name)
        or name in _TOPICS
        or _REGIONAL.match(name)
        or re.search("[,|;/©:：]", name)
    ):
        return False
    return _OUTLET_END.search(narrow(name)) is not None


def is_office(words: str) -> bool:
    """Say whether words name the office above an announcement (環境省自然環境局)."""
    return columns(words) <= 32 and _OFFICE.fullmatch(words) is not None


def byline_of(words: str, *, strict: bool) -> Byline | None:
    """Return whom a stripped line names when naming them is all it does.

    ``strict`` (in the middle of a text) takes only what cannot be anything else.
    """
    if columns(words) > 2 * _LONGEST or words.endswith("。"):
        return None
    found = _bracketed(words, strict=strict) or _labelled(words)
    return found or (None if strict else _loose(words))


def dateline_of(words: str) -> Byline | None:
    """Return whom the dateline names that begins a paragraph (【北京＝早瀬有里】中国は…)."""
    match = _DATELINE.match(words)
    return _place_and_name(match["inner"]) if match and match.end() < len(words) else None


def _bracketed(words: str, *, strict: bool) -> Byline | None:
    match = _DATELINE.fullmatch(words)
    if match is None:
        return None
    inner = match["inner"]
    found = _place_and_name(inner) or _labelled(inner) or _post(inner) or _agency(inner)
    found = found or _several(inner)
    if found is not None or strict:
        return found
    return _loose(inner) or (_signed(inner) if words[0] in "(（" else None)


def _place_and_name(inner: str) -> Byline | None:
    """Read 【ビエンチャン＝環礁通信】, 【北京共同】, [モスクワ 20日 ロイター]."""
    parts = [part for part in re.split(r"[=＝]", inner) if part.strip()]
    if len(parts) == 2 and columns(inner) <= 50 and not NO_NAME.search(inner):
        return _who(parts[1]) if is_person(parts[1]) or is_outlet(parts[1]) else None
    pieces = inner.split()
    if len(pieces) > 1 and (is_outlet(pieces[-1]) or pieces[-1] in _KNOWN) and len(inner) < 30:
        return Byline(publisher=pieces[-1])
    glued = re.fullmatch(r"[^\s。、]{2,12}?(共同|時事|ロイター|新華社|AFP|AP)", inner)
    return Byline(publisher=glued[1]) if glued else None


def _several(inner: str) -> Byline | None:
    """Read (ダカール＝砂海通信、真壁つばさ), (金融部・保科すみれ、ワシントン＝江波戸凌)."""
    if columns(inner) > 70 or NO_NAME.search(inner.replace("、", " ")):
        return None
    people: list[str] = []
    houses: list[str] = []
    desks = 0
    parts = [part.strip() for part in re.split(r"[、，,;；/／|｜]", inner) if part.strip()]
    for part in parts:
        place, _, who = part.rpartition("＝") if "＝" in part else part.rpartition("=")
        desks += bool(place)
        for piece in re.split(r"[・\s\u3000]+", who):
            desks += bool(_DESK.search(piece))
            if is_outlet(piece):
                houses.append(piece)
            elif not _DESK.search(piece) and (place or part is not parts[0] or "・" in part):
                people.append(piece)
    if not (houses or desks) or len(parts) < 2 or not all(is_person(one) for one in people):
        return None
    if any(len(one) > 12 for one in people):
        return None
    return Byline("、".join(people), houses[0] if houses else "")


def _signed(inner: str) -> Byline | None:
    """Read (小宮あかね) and (南ひかり　編集：木下透) at the head or the foot."""
    name = re.split(r"[\s\u3000]+(?:編集|校閲|写真|取材)\s?[:：・]", inner)[0].strip()
    if not 3 <= len(name) <= 12 or not is_person(name) or not re.search("[\u4e00-\u9fff]", name):
        return None
    return Byline(name)


def signed(words: str) -> Byline | None:
    """Read 【小宮あかね】, as a writer signs the last line of a story."""
    match = _DATELINE.fullmatch(words)
    if match is None or _DESK.search(match["inner"]):
        return None
    return _signed(match["inner"])


def _agency(inner: str) -> Byline | None:
    return Byline(publisher=inner.strip()) if is_outlet(inner) else None


def _labelled(words: str) -> Byline | None:
    match = _LABELLED.fullmatch(narrow(words)) or _ENGLISH.fullmatch(words)
    if match is None:
        return None
    groups = match.groupdict()
    found = "who" if groups.get("who") else "spaced"
    who = _NEXT_LABEL.split(words[match.start(found) : match.end(found)])[0].strip()
    if len(who) > _LONGEST or NO_NAME.search(re.sub(r"[(（].*[)）]$", "", who)):
        return None
    if found == "spaced" and not is_person(re.sub(r"[(（].*[)）]$", "", who)):
        return None
    return _who(who)


def _who(who: str) -> Byline:
    """Part a name from the outlet beside it: 三田村航（アジア航路編集部）; Jane Doe, Reuters."""
    who = re.sub(r"[;；].*", "", who).strip()
    inside = re.fullmatch(r"(?P<name>[^(（]+)[(（](?P<where>[^)）]+)[)）]", who)
    if inside is not None:
        where = inside["where"].strip()
        publisher = where if is_outlet(where) else ""
        return Byline(_bare(inside["name"]), publisher)
    if is_outlet(who):
        return Byline(publisher=who.strip(_EDGE))
    parts = [part.strip() for part in re.split(r"\s*[|•·]\s*", who) if part.strip()]
    if len(parts) > 1:
        return Byline(_bare(parts[0]), next((part for part in parts[1:] if is_outlet(part)), ""))
    name, comma, where = who.partition(",")
    if comma and is_outlet(where):
        return Byline(_bare(name), where.strip())
    head, _, rest = who.replace("\u3000", " ").partition(" ")
    if rest and is_outlet(head):
        return Byline(_bare(rest), head)
    return Byline(_bare(name if comma and who.isascii() else who))


def _loose(words: str) -> Byline | None:
    """Read みなと国際通信　外報部・早瀬有里, 早瀬有里記者, an outlet alone."""
    posted = _post(words)
    if posted is not None:
        return posted
    desk = _KNOWN_DESK.fullmatch(words)
    if desk is not None:
        return Byline(publisher=desk[1])
    if re.fullmatch(r"[^\s=＝。、]{2,12}[=＝][^\s=＝。、]{2,10}", words):
        return _place_and_name(words)
    if _ALONE.fullmatch(words) and not _DESK.search(words.split(maxsplit=1)[0]):
        return Byline(words)
    issued = _ISSUED_BY.fullmatch(words)
    if issued is not None:
        who = issued["who"].strip(_EDGE)
        named = columns(who) <= 40 and not NO_NAME.search(who) and not re.search(r"\d|//", who)
        return Byline(publisher=who) if is_outlet(who) or named else None
    if is_outlet(words):
        return Byline(publisher=words.strip(_EDGE))
    if NO_NAME.search(words) or columns(words) > 60:
        return None
    pieces = [piece for piece in _SPLIT.split(narrow(words)) if piece]
    outlets = [piece for piece in pieces if is_outlet(piece) or _DESK.search(piece)]
    others = [piece for piece in pieces if piece not in outlets]
    houses = [house for piece in outlets if (house := _house(piece))]
    people = len(others) <= 2 and all(is_person(piece) and len(piece) <= 12 for piece in others)
    if people and (houses or (outlets and others)):
        return Byline(" ".join(others), _as_written(words, houses[0]) if houses else "")
    return _latin(words)


def _house(piece: str) -> str:
    """Return the outlet in 潮風新聞 or 潮風新聞ネパール支局, and nothing of 外報部."""
    if not _DESK.search(piece) or "編集" in piece:
        return piece
    match = re.match(r".{2,16}?(?:通信社?|新聞社?|放送|タイムズ|ニュース|テレビ)", piece)
    return match[0] if match else ""


def _latin(words: str) -> Byline | None:
    """Read Jane Doe | Harbour News."""
    name, _, where = re.sub(r"\s*[|,–—-]\s+", "|", words, count=1).partition("|")
    if where and LATIN_NAME.fullmatch(name) and is_outlet(where):
        return Byline(name, where.strip())
    if where and is_outlet(name) and LATIN_NAME.fullmatch(where):
        return Byline(where, name)
    return None


def _post(words: str) -> Byline | None:
    bare = words.strip("()（）[]［］")
    match = _POST.fullmatch(bare) or _POST_FIRST.fullmatch(bare)
    if match is None or NO_NAME.search(match["who"]):
        return None
    # 早瀬有里＝モスクワ特派員 names the person first.
    named = re.split("[=＝]", match["who"])[0]
    pieces = [piece for piece in re.split(r"[\s・/\u3000]+", named) if piece]
    houses = [piece for piece in pieces if is_outlet(piece)]
    names = [piece for piece in pieces if piece not in houses and not _DESK.search(piece)]
    if not names or not all(is_person(name) for name in names) or len(names) > 3:
        return None
    return Byline(
        "".join(names[-2:]) if len(names[-1]) <= 3 else names[-1], houses[0] if houses else ""
    )


def is_person(words: str) -> bool:
    """Say whether words may be the name of a person and nothing else."""
    name = words.strip()
    return bool(_PERSON.fullmatch(name)) and not NO_NAME.search(name) and "の" not in name[1:-1]


def _bare(name: str) -> str:
    """Return a person's name without the post behind it."""
    stripped = name.strip().strip(_EDGE)
    match = _POST.fullmatch(stripped)
    return (match["who"] if match else stripped).strip(_EDGE)


def _as_written(words: str, folded: str) -> str:
    place = narrow(words).find(folded)
    return words[place : place + len(folded)] if place >= 0 else folded
