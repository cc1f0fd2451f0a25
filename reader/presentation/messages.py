"""Find the words for a message in the reader's language."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from reader.model.errors import ReaderError

Language = Literal["ja", "en"]
_AREAS = {"error": "errors"}


class Messages:
    """The program's words in one language; an area's catalogue is loaded when first needed.

    A key is ``area.name``; its catalogue is ``reader.presentation.wording.<area>`` and holds
    the pair (日本語, English). An unknown key is a fault of ours and raises KeyError.
    """

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self._place = 0 if language == "ja" else 1
        self._loaded: dict[str, dict[str, tuple[str, str]]] = {}

    def __call__(self, key: str, /, **details: object) -> str:
        """Return the words for a key, ``details`` in their places."""
        words = self._catalogue(key.partition(".")[0])[key][self._place]
        return words.format(**details) if details else words

    def error(self, error: ReaderError) -> str:
        """Tell an error of the world, with its details in their places."""
        catalogue = self._catalogue("error")
        pair = catalogue.get(f"error.{error.code}")
        if pair is None:
            return catalogue["error.unknown"][self._place].format(code=error.code)
        return pair[self._place].format(**error.details)

    def _catalogue(self, area: str) -> dict[str, tuple[str, str]]:
        if area not in self._loaded:
            name = _AREAS.get(area, area)
            module = import_module(f"reader.presentation.wording.{name}")
            self._loaded[area] = module.WORDING
        return self._loaded[area]
