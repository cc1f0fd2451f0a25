"""Keep the articles that come with Chumoku whole, our own, and linked to each other."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

FOLDER = Path(__file__).resolve().parent.parent / "articles"
FILES = sorted(FOLDER.glob("*"))
KEYS = {
    "id", "title", "date", "event_date", "source",
    "publisher", "author", "language", "tags", "license",
}  # fmt: skip
STORYLINES = {
    "a": ["a1-tumen-bridge-accord", "a2-tumen-bridge-groundbreaking",
          "a3-wonsan-and-the-monthly-flight", "a4-engineers-return-from-kursk"],
    "b": ["b1-bulgaria-convergence-report", "b2-schengen-land-borders",
          "b3-bulgaria-euro-decision", "b4-bulgaria-first-fifty-days"],
    "d": ["d1-plastics-treaty-busan", "d2-plastics-treaty-geneva"],
}  # fmt: skip


class Article(NamedTuple):
    """One article: its front matter and the Markdown below it."""

    path: Path
    meta: dict[str, str]
    body: str

    @property
    def sources(self) -> list[str]:
        """Return the lines of the section that names the sources."""
        section = re.split(r"^## (?:出典|Sources)\n", self.body, flags=re.MULTILINE)[1]
        return [line for line in section.splitlines() if line.startswith("- ")]

    @property
    def watch_list(self) -> list[str]:
        """Return the list items of the section of watch points."""
        heading = r"^## (?:今後の注目ポイント|What to watch)\n"
        after = re.split(heading, self.body, flags=re.MULTILINE)
        section = after[1].split("\n## ")[0] if len(after) > 1 else ""
        return re.findall(r"^(?:- |\d+\. )(.+)$", section, flags=re.MULTILINE)


class Pair(NamedTuple):
    """A watch point, the later passage that bears on it, and a name both share."""

    earlier: str
    point: str
    later: str
    passage: str
    name: str


PAIRS = [
    # Storyline a: how people and goods move between Russia and the DPRK.
    Pair("a1", "豆満江の自動車橋の工事が、いつ始まるのか",
         "a2", "2025年4月30日、国境を流れる豆満江で自動車橋の工事を始めた", "豆満江"),
    Pair("a1", "条約の第4条が、実際の戦いで持ち出される場面があるのか",
         "a2", "第4条に当たる事態だと判断し、参戦を命じた", "第4条"),
    Pair("a1", "モスクワとピョンヤンを結ぶ直通列車が、再び走るのか",
         "a3", "モスクワとピョンヤンを結ぶ旅客列車が、5年余りの運休を経て再開した", "ピョンヤン"),
    Pair("a1", "ロシアからの観光客の行き先が、スキー場から海辺のウォンサンなどへ広がるのか",
         "a4", "ウォンサンの海岸観光地区については、韓国統一省が8月", "ウォンサン"),
    Pair("a1", "金正恩氏が、招きに応じてモスクワを訪れるのか",  # still open: invited again
         "a4", "北京の釣魚台国賓館で約2時間半にわたって会談した", "金正恩氏"),
    Pair("a2", "ラブロフ外相をはじめ、ロシアの閣僚によるDPRK訪問は続くか",
         "a3", "ロシアのセルゲイ・ラブロフ外相がウォンサン(元山)で金正恩氏と会い", "ラブロフ外相"),
    Pair("a2", "戦闘の兵士に続いて、DPRKはどのような人員をロシアへ送るか",
         "a3", "クルスク州の復旧にDPRKの工兵1000人と建設要員5000人が加わる", "DPRK"),
    Pair("a2", "プーチン大統領と金正恩氏は、次にいつ、どこで会うか",
         "a4", "プーチン大統領と金正恩氏は9月3日", "プーチン大統領"),
    Pair("a2", "豆満江の自動車橋は、1年半とされる工期のうちに完成するか",  # still open
         "a4", "豆満江の自動車橋は工事が続く", "豆満江"),
    Pair("a3", "クルスク州の復旧に加わる工兵と建設要員が、いつ現地に入るのか",
         "a4", "8月初めにクルスク州へ出発し、地雷の除去などに当たった", "クルスク州"),
    Pair("a3", "プーチン大統領と金正恩氏の直接の会談が、年内に実現するのか",
         "a4", "プーチン大統領と金正恩氏は9月3日", "金正恩氏"),
    Pair("a3", "政府間委員会が予定どおり年内に開かれ、経済協力の中身が固まるのか",
         "a4", "31日にはピョンヤンで政府間の経済委員会が開かれ", "政府間"),
    Pair("a3", "ウォンサンの海岸観光地区が、外国人の受け入れを再開するのか",
         "a4", "外国人全般への再開が告げられたのかどうかは、確かめられなかった", "外国人"),
    # Storyline b: Bulgaria joins Schengen, then the euro.
    Pair("b1", "シェンゲン協定に残る陸の国境の検問が、いつなくなるのか",
         "b2", "陸の国境で行ってきた検問を、2025年1月1日からやめることを全会一致で決めた", "検問"),
    Pair("b1", "ブルガリアの12か月平均の物価上昇率が、いつ基準値の内側に入るのか",
         "b3", "ブルガリアの2025年4月までの12か月平均の物価上昇率は2.7%", "ブルガリア"),
    Pair("b1", "ブルガリア政府が、2年後を待たずに臨時の収れん報告書を求めるのか",
         "b3", "2月25日、ブルガリア政府が臨時の収れん報告書を求める", "ブルガリア"),
    Pair("b1", "ユーロへの交換比率が、いまの1.95583レフのまま決まるのか",
         "b3", "1ユーロ=1.95583レフに決まりました", "レフ"),
    Pair("b1", "ユーロへの切り替えで物価が上がるという心配に、政府がどう応えるのか",
         "b3", "レフとユーロの両方を書く二重の価格表示が義務になります", "ユーロ"),
    Pair("b2", "ルーマニアとブルガリアの国境に残る臨時の検査は、半年で終わるか",
         "b3", "臨時の検査は、半年の期限を迎えた7月1日に終わっています", "臨時の検査"),
    Pair("b2", "シェンゲン圏の次の目標として、ブルガリアのユーロ導入の日程は決まるか",
         "b3", "ブルガリアは21番目のユーロ圏の国になります", "ブルガリア"),
    Pair("b3", "二重の価格表示が、ユーロ導入に乗じた値上げの歯止めになるのか",
         "b4", "ユーロの導入が1月の物価を0.3から0.4ポイントほど押し上げた", "ユーロ"),
    Pair("b3", "レフとユーロが並んで使われる2026年1月を、混乱なく終えられるのか",
         "b4", "レフとユーロの両方が使える期間が1月31日に終わりました", "レフ"),
    Pair("b3", "反対の声や国内の政局が、2026年1月1日という予定を揺らすのか",
         "b4", "2026年1月1日のユーロ導入は予定どおりに行われました", "2026年1月1日"),
    Pair("b3", "ブルガリア国立銀行のラデフ総裁が、ECBの金融政策の会合にいつから加わるのか",
         "b4", "ラデフ総裁が欧州中央銀行(ECB)の金融政策の会合に", "ラデフ総裁"),
    # The English pair.
    Pair("d1", "When and where will the resumed session of the INC be held?",
         "d2", "met at the Palais des Nations in Geneva from 5 August 2025", "resumed session"),
    Pair("d1", "Will limits on plastic production stay in the Chair's Text?",
         "d2", "The first left out limits on plastic production altogether",
         "limits on plastic production"),
    Pair("d1", "Will the committee vote if consensus fails again?",
         "d2", "Delegates again worked by consensus, and no vote was called", "consensus"),
]  # fmt: skip


def read(path: Path) -> Article:
    """Split an article file into its front matter and its body."""
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return Article(path, dict(line.split(": ", 1) for line in head.splitlines()), body.strip("\n"))


def plain(markdown: str) -> str:
    """Return Markdown as plain text, near enough to count and compare it."""
    text = re.sub(r"^(?:#+ |- |\d+\. |> )|^\|[ -|]+$", "", markdown, flags=re.MULTILINE)
    return re.sub(r"\[([^\]]*)\]\([^)]*\)|[*|]", r"\1", text).strip()


def sentences(text: str) -> set[str]:
    """Return the sentences of 20 characters or more, whatever their width forms and spacing."""
    folded = re.sub(r"[ \t]", "", unicodedata.normalize("NFKC", text))
    return {part for part in re.split(r"[。\n]", folded) if len(part) >= 20}


def name_of(path: Path) -> str:
    """Name a test case after its file."""
    return path.stem


ARTICLES = [read(path) for path in FILES]
BY_ID = {article.meta["id"].removeprefix("chumoku-"): article for article in ARTICLES}
BY_SHORT_ID = {long_id.split("-")[0]: article for long_id, article in BY_ID.items()}
STORY_ARTICLES = [long_id for story in STORYLINES.values() for long_id in story]
each_file = pytest.mark.parametrize("path", FILES, ids=name_of)


def test_there_are_enough_articles() -> None:
    languages = [article.meta["language"] for article in ARTICLES]
    assert languages.count("ja") >= 8
    assert languages.count("en") >= 1
    assert all(path.suffix == ".md" and path.name.isascii() for path in FILES)


def test_ids_and_titles_are_unique() -> None:
    assert len({article.meta["id"] for article in ARTICLES}) == len(ARTICLES)
    assert len({article.meta["title"] for article in ARTICLES}) == len(ARTICLES)


@each_file
def test_front_matter_is_complete(path: Path) -> None:
    meta, body = read(path).meta, read(path).body
    assert set(meta) == KEYS
    assert all(value.strip() for value in meta.values())
    assert re.fullmatch(r"chumoku-[a-z]\d-[a-z0-9-]+", meta["id"])
    assert (meta["publisher"], meta["license"]) == ("Chumoku", "MIT")
    assert re.fullmatch(r"\[[^\[\]]+\]", meta["tags"])
    assert body.splitlines()[0] == f"# {meta['title']}"


@each_file
def test_dates_are_valid_and_in_order(path: Path) -> None:
    meta = read(path).meta
    published = date.fromisoformat(meta["date"]).isoformat()
    assert path.name.startswith(published)
    assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", meta["event_date"])
    assert meta["event_date"] <= published


@each_file
def test_length_suits_an_explainer(path: Path) -> None:
    article = read(path)
    low, high = (800, 1600) if article.meta["language"] == "ja" else (1200, 3200)
    assert low <= len(plain(article.body)) <= high
    assert unicodedata.is_normalized("NFC", article.body)


@each_file
def test_sources_are_named(path: Path) -> None:
    article = read(path)
    assert len(article.sources) >= 2
    assert all(re.search(r"[a-z0-9-]+\.[a-z]{2,4}\b", line) for line in article.sources)
    assert article.meta["source"] in article.sources[0]


@each_file
def test_no_sentence_is_borrowed(path: Path, shared: Path) -> None:
    own = sentences(plain(read(path).body))
    golds = sorted((shared / "gold").glob("*.txt"))
    assert golds
    for gold in golds:
        assert not own & sentences(gold.read_text(encoding="utf-8")), gold.name


@pytest.mark.parametrize("story", sorted(STORYLINES))
def test_storyline_runs_forward_in_time(story: str) -> None:
    dates = [BY_ID[long_id].meta["date"] for long_id in STORYLINES[story]]
    assert dates == sorted(set(dates))


@pytest.mark.parametrize("long_id", STORY_ARTICLES)
def test_storyline_articles_list_watch_points(long_id: str) -> None:
    assert len(BY_ID[long_id].watch_list) >= 3


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.earlier}-{pair.later}-{pair.name}")
def test_later_article_bears_on_watch_point(pair: Pair) -> None:
    earlier, later = BY_SHORT_ID[pair.earlier], BY_SHORT_ID[pair.later]
    assert pair.point in earlier.watch_list
    assert pair.passage in plain(later.body)
    assert earlier.meta["date"] < later.meta["date"]
    assert pair.name in pair.point
    assert pair.name in later.body


@pytest.mark.parametrize("story", ["a", "b"])
def test_every_later_article_brings_an_answer(story: str) -> None:
    answering = {pair.later for pair in PAIRS}
    assert {long_id.split("-")[0] for long_id in STORYLINES[story][1:]} <= answering
