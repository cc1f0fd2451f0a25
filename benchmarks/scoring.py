"""Hold what was understood of a text against gold made by hand: counts, then F1."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

KINDS = (
    "title",
    "headings",
    "watch points: list",
    "watch points: sentence",
    "references",
    "date",
    "source",
    "terms",
    "terms: must",
    "definitions",
)
"""What is scored, in the order it is told; one ``terms: CATEGORY`` each besides."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many were right, how many were given, how many the gold has."""

    right: int = 0
    given: int = 0
    gold: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.given + other.given, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Return the share of what was given that is right; 1 where nothing was given."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """Return the share of the gold that was given; 1 where the gold has nothing."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of both; 1 where there is nothing on either side."""
        both = self.given + self.gold
        return 2 * self.right / both if both else 1.0


@dataclass(frozen=True, slots=True)
class Scored:
    """One article held against its gold.

    ``shouted`` are words that no reader wants highlighted and that are; ``key_sentences`` how
    many of the gold's stand among the first five; ``errors`` tells by kind what was given
    wrongly (``+``) and what is missing (``-``).
    """

    scores: Mapping[str, Score]
    key_sentences: int
    shouted: tuple[str, ...]
    errors: Mapping[str, tuple[str, ...]]


def score(told: Mapping[str, Any], gold: Mapping[str, Any]) -> Scored:
    """Hold what ``analyse --json`` tells of one article against its gold.

    Strings are compared in NFC, white space at their ends aside. A term is right when one of
    its forms is one of the gold's, each gold term once; a definition when its passage lies in
    the gold's sentence and its term is that one; a watch point word for word.
    """
    told, gold = _normal(told), _normal(gold)
    scores: dict[str, Score] = {}
    errors: dict[str, tuple[str, ...]] = {}

    def hold(
        kind: str, given: Iterable[str], wanted: Iterable[str], free: Sequence[str] = ()
    ) -> None:
        ours = Counter(one for one in given if one not in free)
        theirs = Counter(wanted)
        both = (ours & theirs).total()
        scores[kind] = Score(both, ours.total(), theirs.total())
        errors[kind] = _differences(ours, theirs)

    hold("title", [told["title"]], [gold["title"]])
    hold("headings", told["headings"], gold["headings"])
    for kind in ("list", "sentence"):
        points = [one["text"] for one in gold["watch_points"] if one["kind"] == kind]
        free = [one["text"] for one in gold["watch_points"] if one.get("optional")]
        given = [one["text"] for one in told["watch_points"] if one["origin"] == kind]
        hold(f"watch points: {kind}", given, [one for one in points if one not in free], free)
    hold("references", told["references"], gold["references"])
    if gold.get("date"):
        dates = {told["published"][: len(gold["date"])], told["event_date"]}
        hold("date", [gold["date"] if gold["date"] in dates else "?"], [gold["date"]])
    sources = {gold.get("source"), gold.get("publisher")} - {None}
    if sources:
        source = told["source"]
        hold("source", [gold["source"] if source in sources else source], [gold["source"]])
    _hold_terms(told, gold, scores, errors)
    _hold_definitions(told, gold, scores, errors)
    shown = {term["text"] for term in told["terms"] if term["shown"]}
    keys = [one["text"] for one in told["key_sentences"][:5]]
    return Scored(
        scores,
        sum(any(key in text or text in key for text in keys) for key in gold["key_sentences"]),
        tuple(word for word in gold["non_terms"] if word in shown),
        {kind: found for kind, found in errors.items() if found},
    )


def _hold_terms(
    told: Mapping[str, Any],
    gold: Mapping[str, Any],
    scores: dict[str, Score],
    errors: dict[str, tuple[str, ...]],
) -> None:
    wanted = {form: i for i, term in enumerate(gold["terms"]) for form in reversed(_forms(term))}
    pairs: dict[int, int] = {}
    for place, term in enumerate(told["terms"]):
        for form in _forms(term):
            if form in wanted and wanted[form] not in pairs:
                pairs[wanted[form]] = place
                break
    given, theirs = told["terms"], gold["terms"]
    scores["terms"] = Score(len(pairs), len(given), len(theirs))
    ours = set(pairs.values())
    errors["terms"] = (
        *(f"+{term['text']}" for place, term in enumerate(given) if place not in ours),
        *(f"-{term['text']}" for i, term in enumerate(theirs) if i not in pairs),
    )
    every = {form for term in given for form in _forms(term)}
    must = [term["text"] for term in theirs if term["must"]]
    found = [text for text in must if text in every]
    scores["terms: must"] = Score(len(found), len(found), len(must))
    errors["terms: must"] = tuple(f"-{text}" for text in must if text not in every)
    for category in sorted({term["category"] for term in (*given, *theirs)}):
        scores[f"terms: {category}"] = Score(
            sum(
                theirs[i]["category"] == category == given[place]["category"]
                for i, place in pairs.items()
            ),
            sum(term["category"] == category for term in given),
            sum(term["category"] == category for term in theirs),
        )


def _hold_definitions(
    told: Mapping[str, Any],
    gold: Mapping[str, Any],
    scores: dict[str, Score],
    errors: dict[str, tuple[str, ...]],
) -> None:
    left = list(gold["definitions"])
    given = [term for term in told["terms"] if term["definition"]]
    wrong = []
    for term in given:
        for one in left:
            fits = any(form in one["term"] for form in _forms(term))
            if fits and term["definition"]["text"] in one["sentence"]:
                left.remove(one)
                break
        else:
            wrong.append(f"+{term['text']}: {term['definition']['text']}")
    right = len(gold["definitions"]) - len(left)
    scores["definitions"] = Score(right, len(given), len(gold["definitions"]))
    missing = [f"-{one['term']}: {one['sentence']}" for one in left]
    errors["definitions"] = (*wrong, *missing)


def _forms(term: Mapping[str, Any]) -> list[str]:
    return [term["text"], *term["aliases"]]


def _differences(ours: Counter[str], theirs: Counter[str]) -> tuple[str, ...]:
    given = [f"+{one}" for one in (ours - theirs).elements()]
    return (*given, *(f"-{one}" for one in (theirs - ours).elements()))


def _normal(value: Any) -> Any:  # noqa: ANN401 (any JSON)
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value).strip()
    if isinstance(value, list):
        return [_normal(one) for one in value]
    if isinstance(value, dict):
        return {key: _normal(one) for key, one in value.items()}
    return value
