"""How many articles use a term, how often, and the newest of them; the trash is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.encoding import packed
from reader.library.naming import settle_states

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.library.connection import Connection

Uses = dict[int, int]
"""How often one article uses each of its terms, by number."""

IN_USE = "(article_term.found IS NULL OR article_term.occurrences <> '[]')"
"""Says in SQL that an article still uses a term: the reader has not parted all of its forms."""

_TOTALS = f"""
    UPDATE term SET (articles, occurrences, newest) = (
        SELECT count(DISTINCT article), ifnull(sum(json_array_length(article_term.occurrences)), 0),
            ifnull(max(listing.newest), '')
        FROM article_term JOIN listing USING (article)
        WHERE term IN (SELECT number FROM term AS member
                WHERE member.number = :number OR member.root = :number)
            AND NOT trashed AND {IN_USE}
    ) WHERE number = :number
    """  # noqa: S608 (a constant of ours)

_NEWEST = f"""
    UPDATE term SET newest = ifnull((
        SELECT max(newest) FROM (
            SELECT (
                SELECT listing.newest FROM article_term JOIN listing USING (article)
                WHERE article_term.term = member.number AND NOT trashed AND {IN_USE}
                ORDER BY article_term.newest DESC, article DESC LIMIT 1
            ) AS newest
            FROM term AS member WHERE member.number = :number OR member.root = :number
        )
    ), '') WHERE number = :number
    """  # noqa: S608 (a constant of ours)


def uses_of(rows: Iterable[tuple[int, str, str | None]]) -> Uses:
    """Return how often terms are used, from their number, occurrences and ``found``."""
    return {
        number: occurrences.count("[") - 1
        for number, occurrences, found in rows
        if found is None or occurrences != "[]"
    }


def uses_in(db: Connection, article: int) -> Uses:
    """Return how often an article uses each of its terms."""
    rows = db.all(
        "SELECT term, json_array_length(occurrences) FROM article_term"  # noqa: S608
        f" WHERE article = ? AND {IN_USE}",
        (article,),
    )
    return dict(rows)


def count_changed(db: Connection, before: Uses, after: Uses, *, newest: str) -> None:
    """Count the change from one use of terms by an article to another one.

    ``newest`` is the date of the article.
    """
    if before == after:
        return
    roots = _roots(db, {**before, **after})
    had, has = _with_roots(before, roots), _with_roots(after, roots)
    steps = [
        (
            (number in has) - (number in had),
            has.get(number, 0) - had.get(number, 0),
            newest if number in has else "",
            number,
        )
        for number in {**had, **has}
        if had.get(number) != has.get(number)
    ]
    db.run_many(
        "UPDATE term SET articles = articles + ?, occurrences = occurrences + ?,"
        " newest = max(newest, ?) WHERE number = ?",
        steps,
    )
    gone = had.keys() - has.keys()
    settle_newest(db, gone)
    settle_states(db, gone | (has.keys() - had.keys()))


def settle_newest(db: Connection, numbers: Iterable[int]) -> None:
    """Find the newest article of terms that may have lost it."""
    for number in numbers:
        db.run(_NEWEST, {"number": number})


def count_anew(db: Connection, numbers: Iterable[int]) -> None:
    """Count the whole use of terms, after what belongs to them has changed."""
    wanted = list(numbers)
    for number in wanted:
        db.run(_TOTALS, {"number": number})
    settle_states(db, wanted)


def with_roots(db: Connection, uses: Uses) -> Uses:
    """Return a use of terms together with that of the terms which they are merged into."""
    return _with_roots(uses, _roots(db, uses))


def _roots(db: Connection, numbers: Iterable[int]) -> Mapping[int, int]:
    """Return what terms are merged into; those that are not merged are left out."""
    if db.one("SELECT 1 FROM term WHERE root IS NOT NULL LIMIT 1") is None:
        return {}
    rows = db.all(
        "SELECT number, root FROM term WHERE root IS NOT NULL"
        " AND number IN (SELECT value FROM json_each(?))",
        (packed(list(numbers)),),
    )
    return dict(rows)


def _with_roots(uses: Uses, roots: Mapping[int, int]) -> Uses:
    """Add the use of merged terms to that of the terms which they are merged into."""
    if not roots:
        return uses
    total = dict(uses)
    for number, root in roots.items():
        if number in uses:
            total[root] = total.get(root, 0) + uses[number]
    return total
