"""Named entities: found in single sentences as others annotate them, exactly and fast."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.entities import Tally, terms
from benchmarks.entity_data import read_samples
from reader.language.analysis import ANALYSER_VERSION, analyse, analyser_version
from reader.language.entities import Tagger
from reader.language.entity_weights import read_weights, write_weights
from reader.language.folding import fold
from reader.language.resources import NAMES, WEIGHTS, load
from reader.language.tokens import tokens
from reader.language.viterbi import Decoder
from reader.model.blocks import Block
from reader.system.paths import resource

if TYPE_CHECKING:
    from pathlib import Path

    from reader.language.entities import Entity
    from reader.model.understanding import Understanding

RESOURCES = load(resource(""))


def tagged(text: str) -> list[Entity]:
    assert RESOURCES.tagger is not None
    folded = fold(text)
    words = tokens(folded, 0, len(folded))
    return RESOURCES.tagger.entities(folded, words, RESOURCES.names.japanese)


def found(text: str) -> set[tuple[str, str]]:
    return {(text[start:end], category) for start, end, category in terms(text, RESOURCES)}


@pytest.mark.parametrize(
    "sentence, names",
    [
        (
            "ノルウェーのストーレ首相は5日、オスロで記者会見した。",
            "ノルウェー/place ストーレ/person オスロ/place",
        ),
        ("バイデン前米大統領が講演した。", "バイデン/person 米/place"),
        ("日米韓の外相が会談した。", "米/place 韓/place"),
        ("県警は無職の三宅悠真容疑者(41)を逮捕した。", "三宅悠真/person"),
        (
            "東南アジア諸国連合(ASEAN)が声明を出した。",
            "東南アジア諸国連合/organization ASEAN/organization",
        ),
        ("英BBCが伝えた。", "BBC/organization"),
        ("福岡高裁は請求を退けた。", "福岡高裁/organization"),
        ("愛媛県今治市の造船所で火災があった。", "愛媛県今治市/place"),
        ("能登半島地震から1年がたつ。", "能登半島地震/event"),
        ("クリステルソン首相と森下外相が会った。", "クリステルソン/person 森下/person"),
        ("京都大学の水野教授(農学)が語る。", "京都大学/organization 水野/person"),
        ("ロシア西部クルスク州で戦闘が続く。", "ロシア/place クルスク州/place"),
        ("大谷さんと上野で会った。", "大谷/person 上野/place"),
        ("日ハムの田村投手が完封した。", "田村/person"),
    ],
)
def test_names_of_single_sentences_are_terms_with_their_exact_range(
    sentence: str, names: str
) -> None:
    wanted = {(one.split("/")[0], one.split("/")[1]) for one in names.split(" ")}
    assert wanted <= found(sentence)


def test_a_name_inside_a_compound_is_found_as_well() -> None:
    assert ("綾瀬はるか", "person") in found("綾瀬はるか主演のドラマが始まる。")
    assert {("日", "place"), ("米", "place")} <= found("日米首脳会談が開かれた。")


def test_posts_web_addresses_and_same_countries_are_no_names() -> None:
    forms = {form for form, _ in found("森下外相は同国を訪れ、案内をasean.orgに載せた。")}
    assert "森下" in forms
    assert not {"森下外相", "同国", "asean.org"} & forms


def test_sentences_of_the_news(project: Path) -> None:
    tally = Tally()
    for sample in read_samples(project / "tests" / "entities" / "news.txt"):
        spans = {span for span in terms(sample.text, RESOURCES) if span[2] != "concept"}
        tally.add(spans, {span for span in sample.entities if span[2] != "concept"})
    score = 2 * tally.hits["all"] / (tally.found["all"] + tally.wanted["all"])
    assert score >= 0.85


def test_one_letter_for_a_country_is_that_country() -> None:
    understood = _understood("米政府は米国民に退避を求め、訪米中の外相も米側と会った。")
    (country,) = [one for one in understood.terms if one.key == "アメリカ合衆国"]
    assert country.category == "place"
    assert {"米国", "米"} >= {country.text, *country.aliases}


def test_one_thing_has_one_key_in_every_language() -> None:
    key = "朝鮮民主主義人民共和国"
    assert key in {one.key for one in _understood("北朝鮮がミサイルを撃った。").terms}
    text = "North Korea fired a missile, South Korea said."
    english = analyse(text, (Block("paragraph", 0, len(text)),), "en", resources=RESOURCES)
    assert key in {one.key for one in english.terms}


def _understood(text: str) -> Understanding:
    return analyse(text, (Block("paragraph", 0, len(text)),), "ja", resources=RESOURCES)


@given(st.text())
def test_entities_of_any_string_lie_in_it_apart_from_each_other(text: str) -> None:
    entities = tagged(text)
    assert all(0 <= one.start < one.end <= len(text) for one in entities)
    assert all(one.end <= other.start for one, other in pairwise(entities))
    assert tagged(text) == entities


@pytest.mark.parametrize("piece", ["金正恩", "ア・", "「", "a b ", "日米", "𠮷😀", "(" * 9 + ")"])
def test_tagging_takes_time_in_proportion(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    started = time.process_time()
    tagged(text)
    # A quadratic step takes minutes here.
    assert time.process_time() - started < 15


LABELS = ("O", "B-place", "B-person", "I-place", "I-person")
ROW = st.lists(st.integers(-1000, 1000), min_size=5, max_size=5)
WORTH = st.lists(st.integers(-300, 300), min_size=5, max_size=5)


@given(st.lists(ROW, min_size=1, max_size=4), WORTH)
def test_the_decoder_finds_the_best_labels(rows: list[list[int]], worth: list[int]) -> None:
    steps = [[worth[label] + (label == before) for before in range(5)] for label in range(5)]
    found = Decoder(LABELS, steps).best(rows)
    assert _is_allowed(found)
    best = max(_sum(labels, rows, steps) for labels in _sequences(len(rows)) if _is_allowed(labels))
    # A name right behind a name is looked at from the likeliest one alone.
    assert best - _sum(found, rows, steps) <= len(rows)


def _sequences(length: int) -> list[list[int]]:
    every: list[list[int]] = [[]]
    for _ in range(length):
        every = [[*one, label] for one in every for label in range(5)]
    return every


def _is_allowed(labels: list[int]) -> bool:
    return all(
        label < 3 or before in (label, label - 2) for before, label in pairwise([0, *labels])
    )


def _sum(labels: list[int], rows: list[list[int]], steps: list[list[int]]) -> int:
    return sum(
        row[label] + steps[label][before]
        for row, label, before in zip(rows, labels, [0, *labels], strict=False)
    )


def test_weights_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "weights.bin"
    write_weights(
        path,
        labels=("O", "B-place", "I-place"),
        tables={"word": {"東京": {7: 1.5, 8: -0.25}, "都": {0: -40.0}}, "head": {}},
        steps=[[0.0, 0.5, 1.0]] * 3,
        always=[2.0, 0.0, -1.0],
    )
    weights = read_weights(path)
    word = weights.tables["word"]
    assert (word.index, word.starts) == ({"東京": 0, "都": 1}, [0, 2, 3])
    # A weight beyond what the file can hold is the farthest that it can.
    assert (list(word.cells), list(word.weights)) == ([7, 8, 0], [1500, -250, -32767])
    assert weights.tables["head"].index == {}
    assert (weights.steps[0], weights.always) == ((0, 500, 1000), (2000, 0, -1000))
    assert Tagger(weights).entities("東京都", tokens("東京都", 0, 3), RESOURCES.names.japanese)


@pytest.mark.parametrize("damage", ["nothing", "foreign", "cut", "flipped"])
def test_damaged_weights_are_told(tmp_path: Path, damage: str) -> None:
    data = resource(WEIGHTS).read_bytes()
    path = tmp_path / "weights.bin"
    path.write_bytes(
        {
            "nothing": b"",
            "foreign": b"PNG" + data,
            "cut": data[:-100],
            "flipped": data[:3000] + bytes([data[3000] ^ 0xFF]) + data[3001:],
        }[damage]
    )
    with pytest.raises(ValueError, match="weights"):
        read_weights(path)


def test_without_weights_the_rules_work_alone(tmp_path: Path) -> None:
    shutil.copy(resource(NAMES), tmp_path / NAMES)
    alone = load(tmp_path)
    assert alone.tagger is None
    text = "ロシアのラブロフ外相が平壌を訪れた。"
    found = analyse(text, (Block("paragraph", 0, len(text)),), "ja", resources=alone)
    assert {"ロシア", "ラブロフ", "平壌"} <= {one.text for one in found.terms}
    assert found.version == analyser_version(tmp_path) == 2 * ANALYSER_VERSION


def test_the_version_tells_that_a_tagger_is_there() -> None:
    assert analyser_version(resource("")) == 2 * ANALYSER_VERSION + 1
    assert _understood("東京").version == analyser_version(resource(""))


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.language import entities

    monkeypatch.setattr(entities, "_MOST_REMEMBERED", 50)
    tagger = Tagger(read_weights(resource(WEIGHTS)))
    text = "".join(f"島{number}の市長は{chr(0x4E00 + number)}山で会った。" for number in range(300))
    words = tokens(text, 0, len(text))
    again = tagger.entities(text, words, RESOURCES.names.japanese)
    assert len(tagger._remembered) <= 50
    assert tagger.entities(text, words, RESOURCES.names.japanese) == again


def test_weights_are_not_read_before_they_are_needed(project: Path) -> None:
    code = (
        "import sys; from reader.services.analysing import version; version();"
        "late = 'reader.language.entities reader.language.entity_weights sudachipy';"
        "print([name for name in late.split() if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
