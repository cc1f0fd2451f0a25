"""Every error that the library raises is told in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from reader.library.connection import _WORLD
from reader.model.errors import LibraryError
from reader.presentation.messages import Messages

if TYPE_CHECKING:
    from pathlib import Path

    from reader.presentation.messages import Language

DETAILS = {
    "folder": "/library",
    "reason": "why",
    "found": 2,
    "known": 1,
    "needs": "1.0",
    "id": "abc",
    "kind": "note",
    "name": "000001-2026-01-10-daily.db",
    "sha256": "0" * 64,
}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_code_has_words(project: Path, language: Language) -> None:
    codes = set(_WORLD.values())
    for path in (project / "reader" / "library").glob("*.py"):
        source = path.read_text(encoding="utf-8")
        codes |= set(re.findall(r'(?:Library|NotFound)Error\(\s*"(\w+)"', source))
    assert {"locked", "newer", "no_such_id", "library_gone", "original_missing"} <= codes
    words = Messages(language)
    unknown = words.error(LibraryError("nobody-raises-this")).partition("nobody")[0]
    for code in codes:
        told = words.error(LibraryError(code, **DETAILS))
        assert not told.startswith(unknown), code
        assert "{" not in told
