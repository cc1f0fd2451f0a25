"""Tell the language of a text, for those who understand it; how is told in ``model.languages``."""

from __future__ import annotations

from reader.model.languages import language_of

__all__ = ["language_of"]
