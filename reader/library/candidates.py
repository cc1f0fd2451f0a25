"""Which entries have the words of a query, and which of them come first."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reader.library import search_index
from reader.library.folding import fold
from reader.library.queries import LookUp, Phrase, has_run, matching, plan
from reader.library.tokens import LONG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.connection import Connection
    from reader.model.searching import HitKind

# What belongs to an article is as new as that.
_FEW = """
    WITH hit (number) AS MATERIALIZED ({hits})
    SELECT hit.number, ifnull(newest, '') AS newest FROM hit LEFT JOIN listing
    ON listing.article = CASE hit.number & 3
        WHEN 0 THEN hit.number >> 2
        WHEN 1 THEN (SELECT article FROM note WHERE note.number = hit.number >> 2)
        WHEN 3 THEN (SELECT article FROM watch_point WHERE watch_point.number = hit.number >> 2)
        END
    ORDER BY newest DESC, hit.number DESC LIMIT :limit
    """

# Of many it is quicker to go down the list of articles until enough of them are found.
_MANY = {
    0: """
        SELECT article * 4, newest FROM listing
        WHERE trashed = 0 AND article * 4 IN ({hits})
        ORDER BY newest DESC, article DESC LIMIT :limit
        """,
    3: """
        SELECT number * 4 + 3, newest FROM listing
        CROSS JOIN watch_point ON watch_point.article = listing.article
        WHERE trashed = 0 AND number * 4 + 3 IN ({hits})
        ORDER BY newest DESC, listing.article DESC LIMIT :limit
        """,
}
MANY = 2000


class Candidates:
    """The entries that have all the words: those the index is sure of, and those that were read.

    A query of the index itself is never turned into rows here but for the best of them, so
    that a word which every article has costs little.
    """

    def __init__(
        self, db: Connection, words: tuple[str, ...], kinds: Sequence[HitKind] | None
    ) -> None:
        self._db = db
        self._words = words
        chosen = search_index.KINDS if kinds is None else kinds
        self._kinds = frozenset(search_index.KINDS.index(kind) for kind in chosen)
        found = plan(words)
        ready = search_index.is_ready(db)
        self._sure = found.sure if ready else None
        to_read = self._doubtful(found.possible) if ready else self._every_entry()
        self._read = self._read_through(to_read)

    def count(self) -> int:
        """Return how many there are."""
        return self._counted(self._kinds) + len(self._read)

    def best(self, limit: int) -> list[tuple[int, float]]:
        """Return the best with their scores: those with the words in the title, then the newest."""
        titled = [number for number, in_its_title in self._read.items() if in_its_title]
        first = self._newest(titled, limit, in_titles=True)
        best = [(number, 1 + _recency(newest)) for number, newest in first]
        if len(best) < limit:
            taken = {number for number, _ in best}
            rest = self._newest(list(self._read), limit + len(best), in_titles=False)
            best += [(number, _recency(when)) for number, when in rest if number not in taken]
        return best[:limit]

    def _newest(self, numbers: list[int], limit: int, *, in_titles: bool) -> list[tuple[int, str]]:
        """Return the newest of the hits and of ``numbers`` besides."""
        many: set[int] = set()
        if self._counted(self._kinds, in_titles=in_titles) > MANY:
            many = {
                kind
                for kind in _MANY.keys() & self._kinds
                if self._counted(frozenset((kind,)), in_titles=in_titles) > MANY
            }
        asked = [(_FEW, self._hits(numbers, kinds=self._kinds - many, in_titles=in_titles))]
        asked += [
            (_MANY[kind], self._hits([], kinds=frozenset((kind,)), in_titles=in_titles))
            for kind in many
        ]
        rows: list[tuple[int, str]] = []
        for sql, (source, names) in asked:
            found = self._db.all(sql.format(hits=source), {**names, "limit": limit})
            rows += [(number, newest) for number, newest in found]
        rows.sort(key=lambda row: (row[1], row[0]), reverse=True)
        return rows[:limit]

    def _counted(self, kinds: frozenset[int], *, in_titles: bool = False) -> int:
        """Count the hits of some kinds that the index is sure of."""
        source, names = self._hits([], kinds=kinds, in_titles=in_titles)
        counted: int = self._db.value(
            f"SELECT count(*) FROM ({source})",  # noqa: S608 (our words)
            names,
        )
        return counted

    def _hits(
        self,
        numbers: list[int],
        *,
        kinds: frozenset[int],
        in_titles: bool = False,
    ) -> tuple[str, dict[str, object]]:
        """Return the query for what the index is sure of and ``numbers``, and its parameters."""
        sources = ["SELECT value AS rowid FROM json_each(:numbers)"]
        names: dict[str, object] = {"numbers": json.dumps(numbers)}
        if self._sure is not None:
            source, more = self._source(*matching(self._sure, in_title=in_titles), kinds=kinds)
            sources.append(source)
            names |= more
        return " UNION ALL ".join(sources), names

    def _source(
        self, texts: str, parts: str, *, kinds: frozenset[int]
    ) -> tuple[str, dict[str, object]]:
        """Return the query for the entries of a look-up, and its parameters."""
        names: dict[str, object] = {"texts": texts, "parts": parts}
        part = "SELECT rowid FROM search_part WHERE search_part MATCH :parts"
        text = "SELECT rowid FROM search_text WHERE search_text MATCH :texts"
        if not texts:
            source = part if parts else "SELECT number AS rowid FROM search_entry WHERE 1"
        else:
            source = f"{text} AND +rowid IN ({part})" if parts else text
        if len(kinds) < len(search_index.KINDS):
            source += f" AND rowid & 3 IN ({', '.join(map(str, sorted(kinds)))})"
        return source, names

    def _doubtful(self, possible: LookUp) -> set[int]:
        """Return the entries that must be read to know."""
        doubtful: set[int] = set()
        if self._sure != possible:
            doubtful |= self._numbers(possible)
        if any(map(has_run, self._words)):
            doubtful |= self._numbers(LookUp(parts=(Phrase((LONG,)),)))
        if doubtful and self._sure is not None:
            doubtful -= self._numbers(self._sure)
        return doubtful

    def _numbers(self, look_up: LookUp) -> set[int]:
        source, names = self._source(*matching(look_up), kinds=self._kinds)
        return {number for (number,) in self._db.all(source, names)}

    def _every_entry(self) -> set[int]:
        numbers = search_index.all_numbers(self._db)
        return {number for number in numbers if number & 3 in self._kinds}

    def _read_through(self, numbers: set[int]) -> dict[int, bool]:
        """Return those that have the words, and whether their title has them all."""
        found: dict[int, bool] = {}
        for number in numbers:
            made_of = search_index.content(self._db, number)
            if made_of is not None:
                title, body = map(fold, made_of)
                if all(word in title or word in body for word in self._words):
                    found[number] = all(word in title for word in self._words)
        return found


def _recency(newest: str) -> float:
    """Return a number from 0 to 1 that is higher for a later date."""
    digits = newest[:10].replace("-", "")
    return int(digits.ljust(8, "0")) / 1e8 if digits.isdecimal() else 0.0
