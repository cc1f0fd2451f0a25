"""Search: exactly what a scan of the folded texts would find, shown where it stands."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from libraries.building import (
    NOW,
    TEXT,
    add_article,
    add_text,
    passage,
    point,
    term,
    understand,
    understanding,
)

from reader.library import Library
from reader.library.queries import split
from reader.library.tokens import FOLDING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reader.model.searching import HitKind


@pytest.fixture
def library(library_folder: Path) -> Iterator[Library]:
    with Library.open(library_folder) as opened:
        yield opened


def found(library: Library, query: str) -> list[str]:
    return [hit.id for hit in library.search.find(query).hits]


STANDS_IN_IT = (
    ("会", "談", "首脳会談", "会談、", "、", "5.8", "10:30", "3.5%", "𠮷野", "👩‍👩‍👧"),
    ("(DPRK)", "DPRK", "dprk", "ＤＰＲＫ", "PRK", "P", "RK)", "K)の", "ss)が", "Tass)が"),
    ("2025年12月", "025", "25年", "5年", "12月3", "月3日", "covid-19", "vid-1", "19の", "d-19の"),
    ("「不敗", "」を", "ロシア", "ﾛｼｱ", "シア通", "㍿", "株式", "ガイド", "が", "ｶﾞｲ"),
    ("é", "CAFÉ", "fé(", "prime minister", '"prime minister"', '"minister of"', '"me min"'),
    ('"会談。会談"', '"話。\nprime"', '"に 着"'),
)


@pytest.mark.parametrize("query", [query for line in STANDS_IN_IT for query in line])
def test_what_stands_in_a_text_is_found(library: Library, query: str) -> None:
    text = (
        "首脳会談、2025年12月3日に5.8億円\n"
        "「不敗の友好」を語った。ロシア通信(Tass)が、人民共和国(DPRK)の代表は10:30に 着き、"
        "3.5%のCovid-19の件で𠮷野氏👩‍👩‍👧とCafé(cafe\u0301)で会談。会談は㍿の場で、ｶﾞｲﾄﾞの話。\n"
        "Prime Minister of Hokkai"
    )
    add_article(library, "a", text=text)
    add_article(library, "b", text="何もない")
    assert found(library, query) == ["a"]
    assert library.search.find(query).total == 1


STANDS_NOT_IN_IT = (
    ("談会", "首脳談", "PRX", "XPRK", "2025年1月", "12月4日", "条約(", "会談(", "DPRKの首", "k)に"),
    ("covid19", '"prime  minister"', '"会談 会談"', "ministerof", "10時30", "\ud83d", "\ufdd0"),
)


@pytest.mark.parametrize("query", [query for line in STANDS_NOT_IN_IT for query in line])
def test_what_does_not_stand_there_is_not_found(library: Library, query: str) -> None:
    text = "首脳会談は2025年12月3日、DPRK(ＤＰＲＫ)のprime minister of 条約"
    add_article(library, "a", text=text)
    assert library.search.find(query).total == 0


TYPED = (
    ('"', '""', '"""', "*", "AND", "NOT", "NEAR(", "title:", "{", "a*", "-a", "^a", "(", "'"),
    (";--", "%", "_", "\\", "会 AND", '会" OR "談', " ", "\t\n", "\u3000", "\x00", "\ud83d"),
    ("a" * 10_000, "会" * 3000, "会 " * 500, '"' * 99),
)


@pytest.mark.parametrize("query", [query for line in TYPED for query in line], ids=range(29))
def test_nothing_that_is_typed_is_an_error(library: Library, query: str) -> None:
    add_article(library, "a")
    library.search.find(query)


def test_words_are_split_at_blanks_and_marks_make_a_phrase() -> None:
    assert split("  防衛　条約 ") == ("防衛", "条約")
    assert split('"a b" c') == ("a b", "c")
    assert split('"a b') == ("a b",)
    assert split('"a b "c') == ("a b ", "c")
    assert split('5" x') == ('5"', "x")
    assert split('"') == ('"',)
    assert split('"" x') == ('""', "x")
    assert split("A ａ a") == ("a",)
    assert split("") == split(" \u3000") == ()


def test_all_words_are_wanted_in_title_and_text_together(library: Library) -> None:
    add_article(library, "a", text="北の橋\n南の島")
    library.articles.correct("a", "title", "東の空")
    add_article(library, "b", text="北の橋")
    assert found(library, "東 島") == ["a"]
    assert found(library, "橋 西") == []
    assert library.search.find("北").total == 2


def test_titles_come_first_then_the_newest(library: Library) -> None:
    add_article(library, "a", text="題\n橋の話", published="2026-01-03")
    add_article(library, "b", text="橋の題\n話", published="2026-01-01")
    add_article(library, "c", text="題\n橋の話", published="2026-01-04")
    add_article(library, "d", text="橋の題\n話", published="2026-01-02")
    hits = library.search.find("橋").hits
    assert [hit.id for hit in hits] == ["d", "b", "c", "a"]
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 4
    few = library.search.find("橋", limit=3)
    assert (few.total, [hit.id for hit in few.hits]) == (4, ["d", "b", "c"])


def test_many_hits_come_in_the_order_of_few(
    library: Library, ids: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(6):
        id_ = f"a{number}"
        add_article(library, id_, published=f"2026-01-0{1 + number * 5 % 7}")
        found_here = understanding(terms=(term("橋"),), points=(point("船の便は残るのか"),))
        understand(library, id_, ids, found_here)
        library.notes.add(id=ids(), target="article", target_id=id_, text="橋と船", now=NOW)
    library.articles.delete("a3", NOW)
    for query in ("船", "橋", "の", "北海", "へ", "k 船"):
        for limit in (1, 4, 50):
            for kinds in (None, ("watch_point",), ("article", "note")):
                monkeypatch.setattr("reader.library.candidates.MANY", 2000)
                few = library.search.find(query, limit=limit, kinds=kinds)
                monkeypatch.setattr("reader.library.candidates.MANY", 1)
                assert library.search.find(query, limit=limit, kinds=kinds) == few


def test_notes_terms_and_watch_points_are_found_too(
    library: Library, ids: Callable[[], str]
) -> None:
    add_article(library, "a")
    bridge = term("北海大橋", aliases=("ほっかいばし",), definition=passage("北海大橋とは"))
    question = point("船の便は残るのか")
    understand(library, "a", ids, understanding(terms=(bridge,), points=(question,)))
    (kept,) = library.terms.of_article("a")
    on_article = library.notes.add(
        id=ids(), target="article", target_id="a", text="船で渡った北海大橋", now=NOW
    )
    on_term = library.notes.add(
        id=ids(), target="term", target_id=kept.id, text="北海大橋の長さを調べる", now=NOW
    )
    hits = {(hit.kind, hit.id): hit for hit in library.search.find("北海大橋").hits}
    assert hits.keys() == {
        ("article", "a"),
        ("term", kept.id),
        ("note", on_article.id),
        ("note", on_term.id),
    }
    title = "北海の橋、夏に開通へ"
    assert hits["note", on_article.id].article == "a"
    assert hits["note", on_article.id].title == title
    assert hits["note", on_term.id].article == ""
    assert hits["note", on_term.id].title == "北海大橋"
    assert hits["term", kept.id].snippet == "北海大橋"
    assert found(library, "ほっかいばし") == [kept.id]
    (asked,) = library.search.find("便は残", kinds=("watch_point",)).hits
    assert (asked.kind, asked.article, asked.title, asked.position) == (
        "watch_point",
        "a",
        title,
        0,
    )
    of_kind: dict[HitKind, int] = {"article": 1, "note": 1, "term": 0, "watch_point": 1}
    for kind, total in of_kind.items():
        assert library.search.find("船", kinds=(kind,)).total == total
    assert library.search.find("船", kinds=("note", "article")).total == 2
    assert library.search.find("船", kinds=()).total == 0


def test_the_index_follows_every_change(library: Library, ids: Callable[[], str]) -> None:
    add_article(library, "a", text="古い題\n古い本文")
    library.articles.correct("a", "title", "直した題")
    assert (found(library, "直した"), found(library, "古い題")) == (["a"], ["a"])
    add_text(library, "a", text="新しい題\n新しい本文")
    assert (found(library, "古い"), found(library, "新しい本")) == ([], ["a"])
    library.articles.correct("a", "title", None)
    assert found(library, "直した") == []
    note = library.notes.add(id=ids(), target="article", target_id="a", text="一つ目", now=NOW)
    library.notes.set_text(note.id, "二つ目", now=NOW)
    assert (found(library, "一つ"), found(library, "二つ")) == ([], [note.id])
    library.notes.remove(note.id, now=NOW)
    assert found(library, "二つ") == []
    understand(library, "a", ids, understanding(terms=(term("題", within="題"),)))
    assert library.search.find("題", kinds=("term",)).total == 1
    understand(library, "a", ids, understanding())
    assert library.search.find("題", kinds=("term",)).total == 0
    library.articles.purge("a")
    assert library._db.value("SELECT count(*) FROM search_entry") == 0
    for table in ("search_text", "search_part"):
        library._db.one(f"CREATE VIRTUAL TABLE temp.left USING fts5vocab(main, {table}, row)")
        assert library._db.all("SELECT term FROM temp.left") == []
        library._db.one("DROP TABLE temp.left")


def test_a_snippet_is_cut_from_the_original_around_the_first_hit(library: Library) -> None:
    before = "あ" * 300
    text = f"題\n{before}ＮＡＴＯの①部隊がｶﾞｲﾄﾞに従う。NATOは" + "い" * 300
    add_article(library, "a", text=text)
    (hit,) = library.search.find("nato").hits
    assert text[hit.position :].startswith("ＮＡＴＯ")
    assert hit.snippet.startswith("…あ")
    assert hit.snippet.endswith("い…")
    assert 60 <= len(hit.snippet) <= 90
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["ＮＡＴＯ", "NATO"]
    (hit,) = library.search.find("1部隊 ガイド").hits
    assert text[hit.position :].startswith("①部隊")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["①部隊", "ｶﾞｲﾄﾞ"]


def test_a_short_text_is_its_own_snippet_in_one_line(library: Library) -> None:
    add_article(library, "a", text="題\n本文の橋")
    (hit,) = library.search.find("橋").hits
    assert (hit.snippet, hit.marks, hit.position) == ("題 本文の橋", ((5, 6),), 5)
    library.articles.correct("a", "title", "北の島")
    (hit,) = library.search.find("島").hits
    assert (hit.title, hit.snippet, hit.marks, hit.position) == ("北の島", "北の島", ((2, 3),), 0)


def test_very_long_runs_are_found_everywhere(library: Library) -> None:
    run = "".join(chr(97 + number * number % 23) for number in range(5000))
    add_article(library, "a", text=f"題\ndata:{run}。")
    for start, length in ((0, 5000), (17, 3), (300, 40), (4000, 900), (250, 20), (0, 24), (1, 25)):
        assert found(library, run[start : start + length]) == ["a"]
    assert found(library, run[1200:1290] + "x") == []
    assert found(library, run[-30:] + "。") == ["a"]


def test_an_index_of_another_folding_is_made_anew(
    library: Library, ids: Callable[[], str], library_folder: Path
) -> None:
    for number in range(5):
        add_article(library, f"a{number}", text=f"題{number}\n橋の本文")
    add_article(library, "t", text="捨てた橋")
    library.articles.delete("t", NOW)
    expected = library.search.find("橋")
    library.meta.set("folding", str(FOLDING + 1))
    assert not library.search.is_ready()
    assert library.search.find("橋") == expected
    assert library.search.find("橋", kinds=("note",)).total == 0
    library.articles.correct("a0", "title", "新しい題")
    note = library.notes.add(id=ids(), target="article", target_id="a1", text="橋メモ", now=NOW)
    library.articles.delete("a2", NOW)
    told: list[int] = []
    library.search.rebuild(progress=told.append)
    assert told == [6, 7]
    assert library.search.is_ready()
    assert set(found(library, "橋")) == {"a0", "a1", "a3", "a4", note.id}
    assert library.check() == []
    library.search.rebuild(progress=told.append)
    assert told == [6, 7]


def test_making_the_index_anew_goes_on_where_it_ended(library: Library) -> None:
    for number in range(3):
        add_article(library, f"a{number}")

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    library.meta.set("folding", "0")
    with pytest.raises(KeyboardInterrupt):
        library.search.rebuild(progress=stop)
    assert not library.search.is_ready()
    add_article(library, "b")
    assert library.search.find("北海").total == 4
    library.search.rebuild()
    assert library.search.is_ready()
    assert library.search.find("北海").total == 4
    assert library.check() == []


def test_a_text_in_another_line_order_is_not_a_phrase(library: Library) -> None:
    add_article(library, "a", text=TEXT)
    assert library.search.find("開通へ北海県").total == 0
    assert library.search.find('"へ\n北"').total == 1


def test_half_a_character_is_nothing(library: Library) -> None:
    add_article(library, "a")
    assert library.search.find("橋\udc00").total == 0
    assert sys.maxunicode == 0x10FFFF
