"""In which language a terminal is talked to."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reader.presentation.messages import Messages
from reader.system.language import known_language, of_system

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.presentation.messages import Language


def messages_in(asked: str | None) -> Messages:
    """Return the words in the language asked for, else in the reader's, else in English."""
    return Messages(chosen(asked) or "en")


def chosen(asked: str | None) -> Language | None:
    """Return the language asked for, else of the settings, else of the system, else None."""
    return known_language(asked or "") or _of_settings() or of_system(os.environ)


def asked_for(argv: Sequence[str]) -> str | None:
    """Return what ``--lang`` says before the words are parsed, as the help needs it."""
    for word, after in zip(argv, [*argv[1:], ""], strict=True):
        if word == "--lang":
            return after
        if word.startswith("--lang="):
            return word.partition("=")[2]
    return None


def _of_settings() -> Language | None:
    from reader.system.paths import settings_file
    from reader.system.settings import load_settings

    return known_language(load_settings(settings_file()).language)
