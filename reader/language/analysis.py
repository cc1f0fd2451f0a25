"""Understand an article: its language, key terms, watch points and key sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.language.detect import language_of
from reader.model.understanding import Understanding

if TYPE_CHECKING:
    from reader.model.blocks import Block

ANALYSER_VERSION = 1
"""Goes up with every change of what ``analyse`` gives for some text."""


def analyse(text: str, blocks: tuple[Block, ...], language: str = "") -> Understanding:
    """Return what is understood of ``text``, which depends on the arguments alone.

    ``language`` is a code ("ja", "en-GB"); without one it is detected. A language without rules
    of its own gives an Understanding that claims nothing.
    """
    code = language.replace("_", "-").split("-")[0].lower() or language_of(text)
    if code == "ja":
        from reader.language.japanese import understand

        return understand(text, blocks, version=ANALYSER_VERSION)
    if code == "en":
        from reader.language.english import understand as understand_english

        return understand_english(text, blocks, version=ANALYSER_VERSION)
    return Understanding(ANALYSER_VERSION, code, (), (), ())
