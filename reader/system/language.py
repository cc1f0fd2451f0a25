"""The language of the system, as far as it is one of ours."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping


def of_system(environment: Mapping[str, str]) -> Literal["ja", "en"] | None:
    """Return the system's language if it is one of ours."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return known_language(environment[name])
    if sys.platform == "win32":
        import ctypes

        # The low ten bits of a language id are the language: 0x11 Japanese, 0x09 English.
        language = ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF
        return known_language({0x11: "ja", 0x09: "en"}.get(language, ""))
    return None


def known_language(name: str) -> Literal["ja", "en"] | None:
    """Read ``ja_JP.UTF-8`` and its like."""
    if name[:2] == "ja" and not name[2:3].isalpha():
        return "ja"
    if name[:2] == "en" and not name[2:3].isalpha():
        return "en"
    return None
