"""In which language a terminal is talked to."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from reader.presentation.messages import Messages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.presentation.messages import Language


def messages_in(asked: str | None) -> Messages:
    """Return the words in the language asked for, else in the reader's, else in English."""
    return Messages(chosen(asked) or "en")


def chosen(asked: str | None) -> Language | None:
    """Return the language asked for, else of the settings, else of the system, else None."""
    return _known(asked or "") or _of_settings() or of_system(os.environ)


def asked_for(argv: Sequence[str]) -> str | None:
    """Return what ``--lang`` says before the words are parsed, as the help needs it."""
    for word, after in zip(argv, [*argv[1:], ""], strict=True):
        if word == "--lang":
            return after
        if word.startswith("--lang="):
            return word.partition("=")[2]
    return None


def of_system(environment: Mapping[str, str]) -> Language | None:
    """Return the system's language if it is one of ours."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return _known(environment[name])
    if sys.platform == "win32":
        import ctypes

        # The low ten bits of a language id are the language: 0x11 Japanese, 0x09 English.
        language = ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF
        return _known({0x11: "ja", 0x09: "en"}.get(language, ""))
    return None


def _of_settings() -> Language | None:
    from reader.system.paths import settings_file
    from reader.system.settings import load_settings

    return _known(load_settings(settings_file()).language)


def _known(name: str) -> Language | None:
    """Read ``ja_JP.UTF-8`` and its like."""
    if name[:2] == "ja" and not name[2:3].isalpha():
        return "ja"
    if name[:2] == "en" and not name[2:3].isalpha():
        return "en"
    return None
