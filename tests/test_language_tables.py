"""The table of names is in order: nothing is two things, and what is known is found."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from reader.language.gazetteer import Gazetteer, Names, read_names
from reader.model.understanding import CATEGORIES
from reader.system.paths import resource

if TYPE_CHECKING:
    from pathlib import Path

LINES = [
    line.split("\t")
    for line in resource("names.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
SORTS = {"country", "capital", "organisation", "leader", "agreement", "event", "place"}


@pytest.fixture(scope="module")
def names() -> Names:
    return read_names(resource("names.tsv"))


def test_every_line_has_its_fields() -> None:
    assert {len(fields) for fields in LINES} == {6}
    assert {fields[1] for fields in LINES} <= set(CATEGORIES)
    assert {fields[2] for fields in LINES} == SORTS
    assert all(fields[3].split("|")[0] == fields[0] for fields in LINES)


@pytest.mark.parametrize("column", [0, 3, 5])
def test_no_name_stands_in_two_lines(column: int) -> None:
    every = Counter(name for fields in LINES for name in fields[column].split("|") if name)
    assert [name for name, count in every.items() if count > 1] == []


def test_what_has_kanji_has_a_reading_in_hiragana() -> None:
    for fields in LINES:
        readings = fields[4].split("|")
        for place, name in enumerate(fields[3].split("|")):
            reading = readings[place] if place < len(readings) else ""
            assert re.fullmatch("[ぁ-ゖー]*", reading), name
            assert reading or not re.search("[一-鿿々]", name), name


def test_there_are_as_many_countries_as_the_world_has() -> None:
    countries = [fields for fields in LINES if fields[2] == "country"]
    assert len(countries) > 195
    assert all(fields[5] for fields in countries)


@pytest.mark.parametrize(
    "name, reading",
    [
        ("元山", "うぉんさん"),
        ("平壌", "ぴょんやん"),
        ("深圳", "しんせん"),
        ("辺野古", "へのこ"),
        ("択捉島", "えとろふとう"),
        ("李在明", "いじぇみょん"),
        ("鴻海", "ほんはい"),
        ("北朝鮮", "きたちょうせん"),
        ("プーチン", ""),
    ],
)
def test_readings_are_those_of_the_news(names: Names, name: str, reading: str) -> None:
    known = names.japanese.get(name)
    assert known is not None
    assert known.reading_of(name) == reading


def test_names_of_one_thing_are_known_as_one(names: Names) -> None:
    north = names.japanese.get("北朝鮮")
    assert north is not None
    assert north is names.japanese.get("DPRK") is names.japanese.get("朝鮮民主主義人民共和国")
    other = names.english.get("North Korea")
    assert other is not None
    assert other.key == north.key == "朝鮮民主主義人民共和国"
    assert names.english.get("NATO") is names.english.get("North Atlantic Treaty Organization")


def test_the_longest_name_is_found(names: Names) -> None:
    assert names.japanese.at("東ティモール政府", 0) == "東ティモール"
    assert names.japanese.at("国連安全保障理事会", 0) == "国連安全保障理事会"


def test_one_character_is_known_but_not_looked_for(names: Names) -> None:
    known = names.japanese.get("米")
    assert known is not None
    assert known.key == "アメリカ合衆国"
    assert names.japanese.at("米を食べる", 0) == ""


def test_a_broken_table_names_its_line(tmp_path: Path) -> None:
    (tmp_path / "names.tsv").write_text("# head\n島\tplace\tplace\t島\tしま\n", "utf-8")
    with pytest.raises(ValueError, match=r"names\.tsv:2"):
        read_names(tmp_path / "names.tsv")


def test_an_empty_table_knows_nothing() -> None:
    assert Gazetteer(()).get("日本") is None
