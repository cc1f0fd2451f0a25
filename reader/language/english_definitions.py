"""Find where an English text says what one of its words means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.language.definitions import Definition
from reader.language.tables import defining as table

if TYPE_CHECKING:
    from reader.language.english import Sentence

_REFERS = re.compile(table.REFERS)
_IS_A = re.compile(table.IS_A)
_NOT_A_MEANING = re.compile(table.NOT_A_MEANING)
_NO_TERM = re.compile(table.NO_TERM, re.IGNORECASE)
_LEAST = 12


def definitions(text: str, sentences: list[Sentence]) -> list[Definition]:
    """Return the definitions of the text in order, one for a sentence at most."""
    found = []
    for sentence in sentences:
        if sentence.kind != "paragraph":
            continue
        match = _REFERS.fullmatch(text, sentence.start, sentence.end) or _IS_A.fullmatch(
            text, sentence.start, sentence.end
        )
        if match is None or _NOT_A_MEANING.match(match["said"]) or _NO_TERM.match(match["term"]):
            continue
        if len(match["said"]) >= _LEAST:
            found.append(
                Definition(match.span("term"), match.span("said"), (sentence.start, sentence.end))
            )
    return found
