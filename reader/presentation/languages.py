"""For which languages terms and watch points are found; of others the structure is shown."""

from __future__ import annotations

_WITH_RULES = ("ja", "en")


def has_rules(language: str) -> bool:
    """Say whether texts in a language ("ja", "en-GB") are understood; empty is no language."""
    return language.replace("_", "-").split("-")[0].lower() in _WITH_RULES
