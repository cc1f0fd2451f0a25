"""The benchmarks work: they run, in small, and tell what they promise. No time is judged here."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.__main__ import NAMES
from benchmarks.measuring import Figure, Spread, Target, in_turn
from benchmarks.texts import QUERIES, articles
from reader.sources.reading import document_of_text

if TYPE_CHECKING:
    from pathlib import Path

KEYS = {"name", "unit", "median", "low", "high", "runs", "floor", "peers", "ratio"}
KEYS |= {"target", "met"}


@pytest.mark.parametrize("name", NAMES)
def test_a_benchmark_tells_its_figures(name: str, project: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    words = [sys.executable, "-m", "benchmarks"]
    done = subprocess.run(
        [*words, "--quick", "--only", name, "--json", "-", "--page", page],
        cwd=project,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    assert told.keys() == {"machine", "date", "figures"}
    assert told["machine"]["cores"]
    assert told["figures"]
    written = page.read_text(encoding="utf-8")
    for figure in told["figures"]:
        assert f"| `{figure['name']}` |" in written
        assert figure.keys() == KEYS
        assert figure["name"].startswith(f"{name}.")
        assert figure["low"] <= figure["median"] <= figure["high"]
        # Nothing may be loaded or started before the first paint, however slow the machine is.
        if figure["unit"] in {"modules", "processes"}:
            assert figure["met"]


def test_a_figure_is_judged_by_its_median_or_by_its_ratio_to_the_floor() -> None:
    ours, floor = Spread.of([2.0, 3.0, 4.0]), ("floor", Spread.of([2.0, 2.0]))
    assert Figure("a", "ms", ours).met is None
    assert Figure("a", "ms", ours, floor=floor).ratio == 1.5
    assert Figure("a", "ms", ours, floor=floor, target=Target("ratio", 1.5)).met
    assert not Figure("a", "ms", ours, floor=floor, target=Target("ratio", 1.4)).met
    assert not Figure("a", "ms", ours, target=Target("median", 2.9)).met


def test_a_spread_is_the_median_between_the_quartiles() -> None:
    assert Spread.of([5.0, 1.0, 2.0, 4.0, 3.0]) == Spread(3.0, 2.0, 4.0, 5)
    assert Spread.of([7.0]) == Spread(7.0, 7.0, 7.0, 1)


def test_candidates_run_in_turn_and_nobody_always_first() -> None:
    order: list[str] = []

    def run(name: str) -> float:
        order.append(name)
        return float(len(order))

    taken = in_turn({"a": lambda: run("a"), "b": lambda: run("b")}, 3)
    assert "".join(order) == "baabbaab"
    assert taken["a"] == [3.0, 6.0, 7.0]


def test_texts_are_the_same_each_time_and_read_as_articles() -> None:
    once, again = list(articles(3, length=1600)), list(articles(3, length=1600))
    assert once == again
    for made in once:
        document = document_of_text(made.text)
        kinds = [block.kind for block in document.blocks]
        assert document.facts.title == made.title
        assert kinds.count("list_item") == 3
        assert 1200 < len(document.text) < 2000
        assert all(name.text in made.text for name in made.names)


def test_queries_are_as_long_as_they_say() -> None:
    assert all(len(query) == length for length, all_ in QUERIES.items() for query in all_)
