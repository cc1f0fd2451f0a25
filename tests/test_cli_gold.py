"""The sample article and the annotated ones, through the commands as a person types them."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING, Any

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


def _gold(path: Path) -> Any:  # noqa: ANN401
    return json.loads(unicodedata.normalize("NFC", path.read_text("utf-8")))


def test_the_sample_article(chumoku: Chumoku, shared: Path) -> None:
    gold = _gold(shared / "gold" / "seed.json")
    (report,) = chumoku.json("add", str(shared / "gold" / "seed.txt"))
    assert report["outcome"] == "added"
    shown = chumoku.json("show", report["id"])
    assert shown["title"] == gold["title"]
    assert shown["lead"].split("\n") == gold["lead"]
    assert (shown["source"], shown["published"] or shown["event_date"]) == ("cgtn.com", "2025-12")
    assert shown["headings"] == gold["headings"]
    listed = [point for point in shown["watch_points"] if point["origin"] == "list"]
    wanted = [point["text"] for point in gold["watch_points"] if point["kind"] == "list"]
    assert [point["text"] for point in listed] == wanted
    assert all(shown["text"][point["start"] : point["end"]] == point["text"] for point in listed)
    body = {block["kind"] for block in shown["blocks"] if "cgtn.com" in _words(shown, block)}
    assert body == {"reference"}
    assert "cgtn.com" in shown["references"]
    terms = {term["text"]: term for term in shown["terms"]}
    (definition,) = [one for one in gold["definitions"] if one["term"] == "相互防衛条約"]
    assert terms["相互防衛条約"]["definition"]["text"] in definition["sentence"]
    names = {name for term in shown["terms"] for name in (term["text"], *term["aliases"])}
    must = [term for term in gold["terms"] if term["must"]]
    found = [term["text"] for term in must if {term["text"], *term["aliases"]} & names]
    assert len(must) == 11
    assert len(found) >= 9, found
    again = chumoku.json("add", str(shared / "gold" / "seed.txt"))
    assert again[0]["outcome"] == "unchanged"


def test_the_annotated_articles_parse(chumoku: Chumoku, shared: Path) -> None:
    names = sorted(path for path in (shared / "gold").glob("*.txt"))
    analysed = chumoku.json("analyse", *map(str, names))
    assert len(analysed) == 13
    right = 0
    for one, path in zip(analysed, names, strict=True):
        gold = _gold(path.with_suffix(".json"))
        points = [point["text"] for point in one["watch_points"] if point["origin"] == "list"]
        wanted = [point["text"] for point in gold["watch_points"] if point["kind"] == "list"]
        right += (
            one["title"] == gold["title"]
            and one["headings"] == gold["headings"]
            and points == wanted
        )
    assert right >= 12


def _words(shown: Any, block: Any) -> str:  # noqa: ANN401
    words: str = shown["text"][block["start"] : block["end"]]
    return words
