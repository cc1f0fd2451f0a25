"""The tables of names are in order: nothing is two things, and what is known is found."""

from __future__ import annotations

import re

from reader.language.gazetteer import english, japanese
from reader.language.tables import organisations, people, places

TABLES = {
    "country": (places.COUNTRIES, 4),
    "place": (places.PLACES, 2),
    "organization": (organisations.ORGANISATIONS, 2),
    "agreement": (organisations.AGREEMENTS, 2),
    "event": (organisations.EVENTS, 2),
    "person": (people.PEOPLE, 3),
}


def names(table: str) -> list[str]:
    lines = TABLES[table][0].strip().splitlines()
    return [name for line in lines for name in line.split(";")[0].split("|")]


def test_every_line_has_its_fields() -> None:
    for table, count in TABLES.values():
        assert {line.count(";") + 1 for line in table.strip().splitlines()} == {count}


def test_no_name_stands_in_two_lines() -> None:
    every = [name for table in TABLES for name in dict.fromkeys(names(table))]
    assert sorted(name for name in set(every) if every.count(name) > 1) == []


def test_readings_are_hiragana() -> None:
    readings = [line.split(";")[1] for line in people.PEOPLE.strip().splitlines()]
    assert all(re.fullmatch("[ぁ-ゖー・]*", reading) for reading in readings)


def test_there_are_as_many_countries_as_the_world_has() -> None:
    assert len(places.COUNTRIES.strip().splitlines()) > 190


def test_names_of_one_thing_are_known_as_one() -> None:
    north = japanese().get("北朝鮮")
    assert north is not None
    assert north is japanese().get("DPRK") is japanese().get("朝鮮民主主義人民共和国")
    assert english().get("NATO") is english().get("North Atlantic Treaty Organization")


def test_the_longest_name_is_found() -> None:
    assert japanese().at("東ティモール政府", 0) == "東ティモール"
    assert japanese().at("国連安全保障理事会", 0) == "国連安全保障理事会"
