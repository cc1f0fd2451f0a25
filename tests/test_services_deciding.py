"""What a source is to the library, decided from values alone."""

from __future__ import annotations

from itertools import chain

from reader.services.deciding import Intent, Stored, decide


def test_the_same_bytes_are_nothing_new() -> None:
    assert decide(same_bytes="a", candidates=[Stored("b", 1.0)]) == Intent("nothing", "a")


def test_without_any_sign_it_is_a_new_article() -> None:
    assert decide(same_bytes=None, candidates=[]) == Intent("add")


def test_half_of_the_text_makes_it_the_same_article() -> None:
    assert decide(same_bytes=None, candidates=[Stored("a", 0.5)]) == Intent("revise", "a")


def test_less_than_half_of_the_text_makes_it_another_article() -> None:
    assert decide(same_bytes=None, candidates=[Stored("a", 0.49)]) == Intent("add")


def test_the_strongest_sign_whose_text_survives_wins() -> None:
    candidates = [Stored("by id", 0.2), Stored("by address", 0.6), Stored("by path", 1.0)]
    assert decide(same_bytes=None, candidates=candidates) == Intent("revise", "by address")


def _compared(_: int) -> Stored:
    raise AssertionError("compared further than needed")


def test_no_text_is_compared_once_the_article_is_found() -> None:
    candidates = chain([Stored("a", 1.0)], map(_compared, [1]))
    assert decide(same_bytes=None, candidates=candidates) == Intent("revise", "a")


def test_same_bytes_need_no_comparison() -> None:
    assert decide(same_bytes="a", candidates=map(_compared, [1])) == Intent("nothing", "a")
