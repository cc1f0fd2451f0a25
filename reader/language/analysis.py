"""Understand an article: its language, key terms, watch points and key sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.language.detect import language_of
from reader.model.understanding import Understanding

if TYPE_CHECKING:
    from pathlib import Path

    from reader.language.resources import Resources
    from reader.model.blocks import Block

ANALYSER_VERSION = 2
"""Goes up with every change of what ``analyse`` gives for some text."""


def analyse(
    text: str, blocks: tuple[Block, ...], language: str = "", *, resources: Resources
) -> Understanding:
    """Return what is understood of ``text``, which depends on the arguments alone.

    ``language`` is a code ("ja", "en-GB"); without one it is detected. A language without rules
    of its own gives an Understanding that claims nothing.
    """
    version = _version(trained=resources.trained)
    code = language.replace("_", "-").split("-")[0].lower() or language_of(text)
    if code == "ja":
        from reader.language.japanese import understand
        from reader.language.unwrapping import unwrap

        joined = unwrap(text, blocks)
        if joined is None:
            return understand(text, blocks, version=version, resources=resources)
        found = understand(joined.text, joined.blocks, version=version, resources=resources)
        return joined.back(found)
    if code == "en":
        from reader.language.english import understand as understand_english

        return understand_english(text, blocks, version=version, names=resources.names.english)
    return Understanding(version, code, (), (), ())


def analyser_version(folder: Path) -> int:
    """Return the version that ``analyse`` has with the resources in ``folder``; loads nothing.

    An understanding made with a trained tagger is newer than one of the same rules without.
    """
    from reader.language.resources import has_weights

    return _version(trained=has_weights(folder))


def _version(*, trained: bool) -> int:
    return 2 * ANALYSER_VERSION + trained
