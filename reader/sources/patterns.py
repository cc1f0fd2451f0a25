"""Build patterns from lists of alternatives, one a line, so that a vocabulary can be read."""

from __future__ import annotations

import re


def one_of(alternatives: str) -> str:
    """Return a group that matches any line of ``alternatives``; each line is a pattern."""
    lines = (line.strip() for line in alternatives.splitlines())
    return "(?:" + "|".join(line for line in lines if line) + ")"


def compiled(alternatives: str) -> re.Pattern[str]:
    """Compile ``one_of``, whatever the case of letters."""
    return re.compile(one_of(alternatives), re.IGNORECASE)


EDGE = (
    " \t\u3000【】〔〕［］[]＜＞<>《》〈〉≪≫()（）■□◆◇▼▽▲△●○◎★☆▶►→⇒»›>#*＝=♦♢❖✦✧✉－―—-–~〜:：・|｜"
)
"""Decoration that may stand around a label; it is stripped before a label is looked up."""
