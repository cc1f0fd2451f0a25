"""Colours can be read: every pair that is drawn together has the contrast it needs."""

from __future__ import annotations

import re

import pytest

from reader.model.annotations import HIGHLIGHT_COLORS
from reader.model.understanding import CATEGORIES
from reader.model.watching import WATCH_STATUSES
from reader.presentation.theme import (
    DARK,
    LIGHT,
    SANS_FAMILIES,
    SERIF_FAMILIES,
    THEMES,
    Theme,
    contrast,
)

READABLE = 4.5
"""WCAG 2.2, 1.4.3: text."""
SEEN = 3.0
"""WCAG 2.2, 1.4.11: what is no text; and a passage that is marked for a moment or by the reader."""

GROUNDS = ("paper", "panel", "card")
TERMS = tuple(f"term.{category}" for category in CATEGORIES)
STATUSES = tuple(f"status.{status}" for status in WATCH_STATUSES)
MARKS = tuple(f"mark.{color}" for color in HIGHLIGHT_COLORS)
LINES = tuple(f"line.{color}" for color in HIGHLIGHT_COLORS)

both = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


def too_faint(
    theme: Theme, fronts: tuple[str, ...], grounds: tuple[str, ...], least: float
) -> dict[tuple[str, str], float]:
    """Return the pairs whose contrast is below the least."""
    ratios = {
        (front, ground): contrast(theme[front], theme[ground])
        for front in fronts
        for ground in grounds
    }
    return {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < least}


def test_both_themes_have_the_same_roles() -> None:
    assert list(LIGHT.roles) == list(DARK.roles)
    assert {"light": LIGHT, "dark": DARK} == THEMES


@both
def test_every_colour_is_written_in_full(theme: Theme) -> None:
    assert all(re.fullmatch(r"#[0-9a-f]{6}", colour) for colour in theme.roles.values())


@both
def test_every_category_status_and_highlight_has_its_role(theme: Theme) -> None:
    assert set(theme.roles) >= {*TERMS, *STATUSES, *MARKS, *LINES}


@both
def test_all_text_can_be_read(theme: Theme) -> None:
    fronts = ("text", "muted", "accent", "unread", *TERMS, *STATUSES)
    assert not too_faint(theme, fronts, GROUNDS, READABLE)


@both
def test_text_can_be_read_on_a_line_that_is_chosen_or_pointed_at(theme: Theme) -> None:
    assert not too_faint(theme, ("text", "muted", *TERMS), ("chosen", "hover"), READABLE)


@both
def test_a_card_that_is_meant_and_a_passage_that_lights_up_can_be_read(theme: Theme) -> None:
    assert not too_faint(theme, ("text", "muted"), ("flash",), READABLE)
    assert not too_faint(theme, (*TERMS, *STATUSES), ("flash",), SEEN + 1)


@both
def test_words_under_a_mark_can_be_read(theme: Theme) -> None:
    assert not too_faint(theme, ("text",), (*MARKS, "found"), READABLE)
    assert not too_faint(theme, (*TERMS, "muted"), (*MARKS, "found"), SEEN)


@both
def test_who_says_so_can_be_read_and_stands_out_less_than_a_highlight(theme: Theme) -> None:
    washes = ("attribution", "source")
    assert not too_faint(theme, ("text", "muted", *TERMS), washes, READABLE)
    assert not too_faint(theme, ("hedge",), ("paper",), SEEN)
    loudest = max(contrast(theme[wash], theme["paper"]) for wash in washes)
    assert loudest < min(contrast(theme[mark], theme["paper"]) for mark in ("found", "mark.red"))
    assert contrast(theme["hedge"], theme["paper"]) < contrast(theme["muted"], theme["paper"])


@both
def test_selected_text_can_be_read(theme: Theme) -> None:
    assert not too_faint(theme, ("selection_text",), ("selection",), READABLE)


@both
def test_lines_dots_and_the_focus_can_be_seen(theme: Theme) -> None:
    assert not too_faint(theme, LINES, ("paper", "card"), SEEN)
    assert not too_faint(theme, ("focus", "unread", "accent"), (*GROUNDS, "chosen", "hover"), SEEN)


@both
def test_marks_differ_from_each_other_and_from_the_paper(theme: Theme) -> None:
    assert len({theme[mark] for mark in (*MARKS, "found", "flash", *GROUNDS)}) == 13


@pytest.mark.parametrize(
    "one,other,ratio",
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#777777", "#ffffff", 4.48)],
)
def test_contrast_is_what_the_standard_defines(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


def test_japanese_families_come_first() -> None:
    for families in (SANS_FAMILIES, SERIF_FAMILIES):
        assert families[0].endswith("CJK JP")
        assert not any(name.endswith((" SC", " TC", " KR")) for name in families)
