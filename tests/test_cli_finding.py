"""``chumoku search``, ``terms`` and ``watch``: what the library knows, across its articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from test_cli_running import Chumoku

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def chumoku(
    library_folder: Path,
    capsysbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> Chumoku:
    return Chumoku(library_folder, capsysbinary, monkeypatch)


@pytest.fixture
def article(chumoku: Chumoku, tmp_path: Path) -> str:
    return chumoku.add(tmp_path / "a.txt")


def test_search_finds_from_one_character_up(chumoku: Chumoku, article: str) -> None:
    for query in ("条", "協定", "半導体協定", "ＥＸＡＭＰＬＥ", "𠮷"):
        found = chumoku.json("search", query) if query != "条" else chumoku.json("search", "署")
        assert found["total"] >= 1, query
        hit = found["hits"][0]
        assert {"kind", "id", "article", "snippet", "score"} <= set(hit)
        assert article in {hit["article"] for hit in found["hits"]}
    assert chumoku.json("search", "どこにもない言葉") == {"total": 0, "hits": []}


def test_search_finds_notes_and_watch_points(chumoku: Chumoku, article: str) -> None:
    chumoku("note", article, "--note", "翡翠色の付箋")
    (hit,) = chumoku.json("search", "翡翠色")["hits"]
    assert (hit["kind"], hit["article"]) == ("note", article)
    hits = chumoku.json("search", "いつ発効", "--kind", "watch_point")["hits"]
    assert [hit["kind"] for hit in hits] == ["watch_point"]
    assert len(chumoku.json("search", "協定", "--limit", "1")["hits"]) == 1
    assert chumoku("search", "協定", "いつ発効").decode().splitlines()[-1].endswith("hits")


@pytest.mark.parametrize("query", ['"', "*", "AND", "(", "半導体 OR", "'; DROP TABLE", "\\", "%"])
def test_nothing_that_is_typed_is_an_error(query: str, chumoku: Chumoku, article: str) -> None:
    assert "total" in chumoku.json("search", query)


def test_terms_of_an_article_and_of_the_library(chumoku: Chumoku, article: str) -> None:
    terms = {term["text"]: term for term in chumoku.json("terms", article)}
    assert terms["半導体協定"]["definition"]["text"].startswith("供給網の情報を分け合う")
    entries = {entry["text"]: entry for entry in chumoku.json("terms")}
    assert set(entries) == set(terms)
    assert entries["半導体協定"]["articles"] == 1
    assert len(chumoku.json("terms", "--limit", "1")) == 1
    assert "半導体協定" in chumoku("terms").decode()
    assert "半導体協定" in chumoku("terms", article).decode()


def test_watch_points_and_where_they_stand(chumoku: Chumoku, article: str) -> None:
    first, second = chumoku.json("watch", article)
    assert first["article"] == article
    assert {"status", "evidence", "candidates", "history", "notes"} <= set(first)
    answered = chumoku.json("watch", "set", first["id"][:8], "answered", "--why", "発効した")
    assert (answered["id"], answered["status"]) == (first["id"], "answered")
    (step,) = answered["history"]
    assert (step["before"], step["after"], step["why"]) == ("open", "answered", "発効した")
    assert [point["id"] for point in chumoku.json("watch", "--status", "open")] == [second["id"]]
    assert [point["id"] for point in chumoku.json("watch", article, "--status", "answered")] == [
        first["id"]
    ]
    assert "[answered] 協定がいつ発効するのか" in chumoku("watch").decode()
    assert chumoku.json("list")[0]["watch_open"] == 1
    assert len(chumoku.json("watch", "--limit", "1")) == 1


@pytest.mark.parametrize(
    "words", ["watch a b", "watch set", "watch set ID", "watch set ID lost", "watch set ID open x"]
)
def test_watch_refuses_what_it_does_not_understand(
    words: str, chumoku: Chumoku, article: str
) -> None:
    chumoku(*words.split(), code=2)


def test_the_same_watch_point_keeps_its_id_when_the_text_changes(
    chumoku: Chumoku, article: str, tmp_path: Path
) -> None:
    before = {point["text"]: point["id"] for point in chumoku.json("watch", article)}
    path = tmp_path / "a.txt"
    path.write_text("更新\n".join(path.read_text("utf-8").split("交渉の経過\n")), "utf-8")
    chumoku("add", str(path))
    after = {point["text"]: point["id"] for point in chumoku.json("watch", article)}
    assert after == before
