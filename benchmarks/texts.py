"""Japanese articles made by us from our own lists of words: the same seed, the same texts.

The places and people are invented; the sentences are plain news prose with headings, lists of
open questions and a reference block, so that every part of the program has its work.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["place", "person", "organization", "agreement", "concept"]

_FIRST = "北 南 東 西 青 白 赤 黒 大 小 上 下 新 高 長 広 深 浅 中 本".split()
_SECOND = "浜 原 沢 島 坂 森 川 丘 谷 野 崎 橋 波 岸 里 根 瀬 峰 津 江".split()
_SURNAMES = "安井 水原 滝本 桐谷 篠崎 葉山 柏木 雪村 有賀 三沢 氷室 早瀬 倉持 鳥越 真柴".split()
_GIVEN = "真理 健吾 美里 直人 由佳 晴彦 千秋 浩二 沙織 拓也 香織 亮介 恵美 英樹 涼子".split()
_POSTS = "市長 知事 局長 社長 教授 会長 大臣 理事長".split()
_TRADES = "水道 交通 漁業 農業 電力 港湾 観光 鉄道 気象 環境 医療 教育 林業 防災 統計".split()
_BODIES = "局 庁 公社 委員会 協会 機構 連合会 研究所 組合 審議会".split()
_PAPERS = "協定 条約 憲章 議定書 覚書 共同宣言 基本計画".split()
_IDEAS = "供給網 再生可能エネルギー 地域経済 情報公開 財政再建 災害復旧 物価対策 人口減少".split()
_IDEAS += "公共交通 水資源管理 森林保全 食料安全保障 沿岸漁業 技術移転 輸出規制 住民投票".split()
_WHEN = "今月初め 先週 昨年末 今春 来月 年内 来年度 夏以降 三日間の会議の後 記者会見で".split()
_WHAT = "橋の架け替え 新しい路線 港の拡張 水門の点検 学校の統合 税率の見直し".split()
_WHAT += "漁獲量の制限 観測所の設置 共同研究 運賃の改定 防波堤の建設 資料の公開".split()

_SENTENCES = (
    "{organization}は{when}、{what}について{place}と{place2}で説明会を開いた。",
    "{person}{post}は「{idea}を後回しにはできない」と述べ、{what}を急ぐ考えを示した。",
    "{place}では{percent}%の世帯が{what}に賛成しているが、費用をめぐる意見は分かれている。",
    "{agreement}は、{idea}のために両者が毎年{number}億円を出し合うことを定めている。",
    "専門家は、{idea}と{idea2}を同時に進めるのは難しいと指摘する。",
    "{when}に公表された資料によると、{what}には{number}か月かかる見通しだ。",
    "これに対し{organization}は、{place}の事情を考えれば{percent}%の削減が現実的だとしている。",
    "{person}氏と{person2}氏は{place}で会い、{agreement}の扱いを話し合った。",
    "もっとも、{what}の時期はまだ決まっておらず、{organization}の判断が待たれる。",
    "{idea}をめぐる議論は{number}年前から続き、{place}の住民の間でも関心が高い。",
    "一方で{place2}は、{agreement}の見直しを求める文書を{organization}に送った。",
    "{person}{post}によれば、{what}が終われば{place}との行き来は{percent}%増えるという。",
)
_DEFINITIONS = (
    "{agreement}とは、{place}と{place2}が{idea}について互いに協力することを約束した文書である。",
    "{idea}とは、一般に{what}のような事業を長い目で支える仕組みを指す。",
)
_TITLES = (
    "{place}で{what}、{organization}が計画を公表",
    "{agreement}に{place}が署名、{idea}へ一歩",
    "{person}{post}、{what}の先送りを表明",
    "{idea}の行方は 問われる{place}と{place2}の協力",
)
_HEADINGS = (
    "{what}の背景",
    "{place}の受け止め",
    "{agreement}が定めること",
    "{idea}という課題",
    "{organization}の立場",
)
_QUESTIONS = (
    "{organization}が{what}の時期をいつ決めるか",
    "{agreement}に{place2}が加わるかどうか",
    "{idea}の費用を{place}がどう負担するか",
    "{person}{post}が約束した資料が年内に公開されるか",
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name that texts are made of, and what it names."""

    text: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class MadeText:
    """An article as it would be copied from a news site, and the names it was made with."""

    title: str
    text: str
    names: tuple[Named, ...]


def articles(count: int, *, length: int, seed: int = 1) -> Iterator[MadeText]:
    """Make articles of about ``length`` characters each."""
    return (_Maker(random.Random(f"{seed}/{number}")).article(length) for number in range(count))


QUERIES: dict[int, tuple[str, ...]] = {
    1: ("港", "橋", "森", "税", "庁", "水"),
    2: ("防災", "青浜", "運賃", "桐谷", "港湾", "統合"),
    4: ("地域経済", "漁業組合", "公共交通", "財政再建", "共同宣言", "水門の点"),
}
"""What a reader of these texts may search for, by its length in characters."""


class _Maker:
    """Makes one article from one source of chance."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._named: dict[str, Named] = {}
        # An article keeps to a few names, as real ones do.
        self._places = [self._place() for _ in range(4)]
        self._people = [chance.choice(_SURNAMES) + chance.choice(_GIVEN) for _ in range(3)]
        self._posts = dict(zip(self._people, chance.sample(_POSTS, 3), strict=True))
        self._bodies = [chance.choice(_TRADES) + chance.choice(_BODIES) for _ in range(3)]
        self._papers = [f"{self._places[0]}{chance.choice(_TRADES)}{chance.choice(_PAPERS)}"]
        self._ideas = chance.sample(_IDEAS, 3)

    def article(self, length: int) -> MadeText:
        title = self._fill(_TITLES)
        lines = [title]
        size = 0
        while size < length * 0.88:
            if size > 300 and len(lines) % 5 == 0:
                lines.append(self._fill(_HEADINGS))
            lines.append(self._paragraph())
            size = sum(map(len, lines))
        lines += ["今後の注目ポイント", *(f"- {self._fill(_QUESTIONS)}" for _ in range(3))]
        lines += ["参考", f"「{title}」, aoi-shimbun.example"]
        names = sorted(self._named.values(), key=lambda name: name.text)
        return MadeText(title, "\n\n".join(lines), tuple(names))

    def _paragraph(self) -> str:
        sentences = [self._fill(_SENTENCES) for _ in range(self._chance.randint(2, 4))]
        if self._chance.random() < 0.15:
            sentences.insert(1, self._fill(_DEFINITIONS))
        return "".join(sentences)

    def _place(self) -> str:
        chance = self._chance
        return chance.choice(_FIRST) + chance.choice(_SECOND) + chance.choice(["市", "県", "島"])

    def _fill(self, forms: tuple[str, ...]) -> str:
        chance = self._chance
        places, people = chance.sample(self._places, 2), chance.sample(self._people, 2)
        ideas = chance.sample(self._ideas, 2)
        form = chance.choice(forms)
        words: dict[str, tuple[str, Kind | None]] = {
            "place": (places[0], "place"),
            "place2": (places[1], "place"),
            "person": (people[0], "person"),
            "person2": (people[1], "person"),
            "organization": (chance.choice(self._bodies), "organization"),
            "agreement": (chance.choice(self._papers), "agreement"),
            "idea": (ideas[0], "concept"),
            "idea2": (ideas[1], "concept"),
            "post": (self._posts[people[0]], None),
            "when": (chance.choice(_WHEN), None),
            "what": (chance.choice(_WHAT), None),
            "percent": (str(chance.randint(11, 89)), None),
            "number": (str(chance.randint(2, 60)), None),
        }
        for key, (text, kind) in words.items():
            if kind is not None and f"{{{key}}}" in form:
                self._named[text] = Named(text, kind)
        return form.format(**{key: text for key, (text, _) in words.items()})
