"""Weights are fitted to what speaks for and against a word, and told for articles held out."""

from __future__ import annotations

from benchmarks.fitting import Example, fit, held_out, main


def words(article: str) -> list[Example]:
    good = [Example(article, f"語{n}", {"start": 1.0, "listed": 1.0}, True) for n in range(9)]
    bad = [Example(article, f"言{n}", {"start": 1.0}, False) for n in range(30)]
    return [*good, *bad, Example(article, "例外", {"start": 1.0}, True)]


def test_what_marks_the_right_words_weighs_for_them() -> None:
    weights = fit([*words("一"), *words("二")], ["start", "listed"])
    assert weights["start"] < -1
    assert weights["listed"] > 2


def test_each_article_is_judged_by_the_others() -> None:
    told = held_out([*words("一"), *words("二")], ["start", "listed"])
    assert len(told) == 80
    assert min(chance for chance, right in told if right) < 0.2
    assert sum(chance > 0.5 for chance, _right in told) == 18


def test_a_folder_without_gold_is_told(tmp_path: object, capsys: object) -> None:
    assert main([str(tmp_path)]) == 2
