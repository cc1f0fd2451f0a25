"""What the gold is held against: right is right, and every fault costs."""

from __future__ import annotations

from typing import Any

from benchmarks.scoring import Score, score

_GOLD: dict[str, Any] = {
    "title": "条約が発効",
    "date": "2026-01",
    "source": "seas.example",
    "publisher": None,
    "headings": ["背景", "焦点"],
    "watch_points": [
        {"text": "日本は加わるのか", "kind": "list"},
        {"text": "中国の出方が焦点となる。", "kind": "sentence"},
        {"text": "どちらでもよい。", "kind": "sentence", "optional": True},
    ],
    "terms": [
        {"text": "公海条約", "category": "agreement", "must": True, "aliases": ["BBNJ協定"]},
        {"text": "日本", "category": "place", "must": False, "aliases": []},
    ],
    "non_terms": ["今回"],
    "definitions": [{"term": "公海条約(BBNJ)", "sentence": "公海条約とは、公海を守る約束です。"}],
    "key_sentences": ["一つ。", "二つ。", "三つ。"],
    "references": ["seas.example"],
}


def _term(text: str, category: str = "agreement", **more: object) -> dict[str, Any]:
    return {
        "text": text,
        "category": category,
        "aliases": [],
        "shown": True,
        "definition": None,
        **more,
    }


def _told(**other: object) -> dict[str, Any]:
    right = {
        "title": "条約が発効",
        "published": "2026-01-17",
        "event_date": "",
        "source": "seas.example",
        "headings": ["背景", "焦点"],
        "watch_points": [
            {"text": "日本は加わるのか", "origin": "list"},
            {"text": "中国の出方が焦点となる。", "origin": "sentence"},
        ],
        "terms": [
            _term("公海条約", definition={"text": "公海を守る約束"}),
            _term("日本", "place"),
        ],
        "key_sentences": [{"text": "一つ。"}, {"text": "三つ。"}],
        "references": ["seas.example"],
    }
    return right | other


def test_everything_right_is_one() -> None:
    scored = score(_told(), _GOLD)
    assert {kind: one.f1 for kind, one in scored.scores.items()} == dict.fromkeys(
        scored.scores, 1.0
    )
    assert scored.errors == {}
    assert scored.key_sentences == 2


def test_a_term_counts_once_under_any_of_its_forms() -> None:
    terms = [_term("BBNJ協定"), _term("公海条約"), _term("米国", "place")]
    scored = score(_told(terms=terms), _GOLD)
    assert scored.scores["terms"] == Score(1, 3, 2)
    assert scored.errors["terms"] == ("+公海条約", "+米国", "-日本")


def test_a_must_term_is_wanted_under_its_own_form() -> None:
    assert score(_told(terms=[_term("BBNJ協定")]), _GOLD).scores["terms: must"].recall == 0


def test_a_wrong_category_is_wrong_only_for_the_category() -> None:
    scored = score(_told(terms=[_term("公海条約", "concept"), _term("日本", "place")]), _GOLD)
    assert scored.scores["terms"].f1 == 1
    assert scored.scores["terms: agreement"] == Score(0, 0, 1)
    assert scored.scores["terms: concept"] == Score(0, 1, 0)


def test_a_definition_must_lie_in_its_sentence_and_belong_to_its_term() -> None:
    other = [_term("日本", "place", definition={"text": "公海を守る約束"})]
    assert score(_told(terms=other), _GOLD).scores["definitions"] == Score(0, 1, 1)
    beyond = [_term("公海条約", definition={"text": "約束です。次の文"})]
    assert score(_told(terms=beyond), _GOLD).scores["definitions"] == Score(0, 1, 1)


def test_optional_watch_points_count_for_neither_side() -> None:
    points = [*_told()["watch_points"], {"text": "どちらでもよい。", "origin": "sentence"}]
    scored = score(_told(watch_points=points), _GOLD)
    assert scored.scores["watch points: sentence"] == Score(1, 1, 1)


def test_a_word_that_should_not_shout_is_told_only_when_it_is_shown() -> None:
    loud, quiet = _term("今回", "concept"), _term("今回", "concept", shown=False)
    assert score(_told(terms=[loud]), _GOLD).shouted == ("今回",)
    assert score(_told(terms=[quiet]), _GOLD).shouted == ()


def test_nothing_given_and_nothing_wanted_is_no_fault() -> None:
    assert (Score().precision, Score().recall, Score().f1) == (1.0, 1.0, 1.0)
