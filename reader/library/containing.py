"""The articles that may have some words, in the order of adding, the trash among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library import search_index
from reader.library.folding import fold
from reader.library.queries import LookUp, Phrase, has_run, matching, plan
from reader.library.tokens import LONG

if TYPE_CHECKING:
    from reader.library.connection import Connection

_EVERY = "SELECT article FROM listing WHERE article > :after ORDER BY article LIMIT :limit"
_TRASHED = "SELECT article * 4 FROM listing WHERE trashed = 1 AND article > :after"


def articles_with(db: Connection, words: str, *, after: int, limit: int) -> list[int]:
    """Return the numbers of articles that may have the words, those behind ``after``.

    Every one that has them is among these; whether one does, its text must tell.
    """
    folded = fold(words)
    found = plan((folded,)).possible
    if not search_index.is_ready(db) or found == LookUp():
        return [number for (number,) in db.all(_EVERY, {"after": after, "limit": limit})]
    texts, parts = matching(found)
    asked = {"after": after, "limit": limit, "texts": texts, "parts": parts}
    sources = [_TRASHED, _source(texts, parts)]
    if has_run(folded):
        asked["long"] = matching(LookUp(parts=(Phrase((LONG,)),)))[1]
        sources.append(
            "SELECT rowid FROM search_part WHERE search_part MATCH :long AND rowid > :after * 4"
        )
    hits = " UNION ".join(sources)
    rows = db.all(
        f"SELECT * FROM ({hits}) ORDER BY 1 LIMIT :limit",  # noqa: S608 (our words)
        asked,
    )
    return [number // 4 for (number,) in rows]


def _source(texts: str, parts: str) -> str:
    """Return the query for the articles of a look-up; kind 0 of an entry is an article."""
    behind = "AND rowid > :after * 4 + 3 AND rowid & 3 = 0"
    part = f"SELECT rowid FROM search_part WHERE search_part MATCH :parts {behind}"  # noqa: S608
    text = f"SELECT rowid FROM search_text WHERE search_text MATCH :texts {behind}"  # noqa: S608
    if not texts:
        return part
    return f"{text} AND +rowid IN ({part})" if parts else text
