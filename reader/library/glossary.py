"""Read the glossary: its lines page by page, and what the card of a term says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.encoding import packed, ranges, strings, word
from reader.library.knowing import term_notes
from reader.library.sorting import folded
from reader.library.term_counts import IN_USE
from reader.model.glossary import Definition, GlossaryEntry
from reader.model.understanding import CATEGORIES

if TYPE_CHECKING:
    from reader.library.connection import Connection, Row
    from reader.model.glossary import GlossaryQuery

_ENTRY = """
    SELECT number, id, shown_text, shown_category, shown_reading, shown_aliases, articles,
        occurrences, own, hidden, sort_key, newest, definition_own
    FROM term
    """

# How each order goes on behind an entry, and by what; each has an index with its name.
_ORDERS = {
    "reading": ("(sort_key, id) > (:sort_key, :id)", "sort_key, id"),
    "form": ("(shown_text, id) > (:text, :id)", "shown_text, id"),
    "newest": ("(newest, id) < (:newest, :id)", "newest DESC, id DESC"),
    "use": (
        "articles <= :articles AND (articles < :articles OR (sort_key, id) > (:sort_key, :id))",
        "articles DESC, sort_key, id",
    ),
}

_NOTED = """
    number IN (
        SELECT ifnull(term.root, term.number) FROM note JOIN term ON term.number = on_term
    )
    """

# The newest definition of each term: an index finds it without a look at the others.
_NEWEST = """
    SELECT value, article_term.newest, definition, listing.id
    FROM json_each(:numbers) CROSS JOIN article_term
        ON article_term.term = value AND article_term.article = (
            SELECT newer.article FROM article_term AS newer INDEXED BY article_term_defined
            JOIN listing USING (article)
            WHERE newer.term = value AND newer.definition IS NOT NULL AND NOT trashed
            ORDER BY newer.newest DESC, newer.article DESC LIMIT 1
        )
    JOIN listing USING (article)
    """

# Each definition once, with the oldest article that gives it.
_DEFINITIONS = """
    SELECT definition, min(article_term.newest), article_term.article, term
    FROM article_term INDEXED BY article_term_defined JOIN listing USING (article)
    WHERE {terms} AND definition IS NOT NULL AND NOT trashed
    GROUP BY definition ORDER BY 2, 3
    """

_WHERE_DEFINED = """
    SELECT listing.id, title, coalesce(nullif(published, ''), event_date), definition_start,
        definition_end
    FROM article_term JOIN listing USING (article) WHERE article = ? AND term = ?
    """

_NONE = ("", "", "")

MOST_DEFINITIONS = 30
"""So many definitions that differ are on a card: the first ones and the newest."""

_TOGETHER = f"""
    WITH seen (article) AS MATERIALIZED (
        SELECT article FROM article_term INDEXED BY article_term_newest
        WHERE {{terms}} AND {IN_USE}
        ORDER BY newest DESC, article DESC LIMIT 100
    )
    SELECT ifnull(term.root, term.number) AS other, count(DISTINCT article_term.article) AS many
    FROM seen CROSS JOIN article_term ON article_term.article = seen.article
    JOIN term ON term.number = article_term.term
    WHERE other <> :number AND {IN_USE}
    GROUP BY other ORDER BY many DESC LIMIT 40
    """  # noqa: S608 (a constant of ours)

_PLACES = f"""
    SELECT article_term.newest, article_term.article, listing.id, title,
        coalesce(nullif(published, ''), event_date), article_term.occurrences, revision.text
    FROM article_term INDEXED BY article_term_newest
    JOIN listing USING (article) JOIN revision ON revision.number = listing.revision
    WHERE {{terms}} AND NOT trashed AND understood > 0 AND {IN_USE} {{behind}}
    ORDER BY article_term.newest DESC, article_term.article DESC LIMIT :limit
    """  # noqa: S608 (a constant of ours)


def entries(
    db: Connection, query: GlossaryQuery, *, limit: int, after: GlossaryEntry | None
) -> list[GlossaryEntry]:
    """Return a page of the glossary, behind the entry ``after``."""
    conditions, values = _conditions(query)
    behind, order = _ORDERS[query.sort]
    if after is not None:
        conditions += f" AND {behind}"
        values |= {
            "sort_key": after.sort_key,
            "id": after.id,
            "text": after.text,
            "newest": after.newest,
            "articles": after.articles,
        }
    values["limit"] = limit
    # Of the few that carry notes each is looked up; all others come in the order of an index.
    index = "NOT INDEXED" if query.noted else f"INDEXED BY term_by_{query.sort}"
    rows = db.all(f"{_ENTRY} {index} WHERE {conditions} ORDER BY {order} LIMIT :limit", values)
    return _entries(db, rows)


def count(db: Connection, query: GlossaryQuery) -> int:
    """Count the terms that a query asks for."""
    conditions, values = _conditions(query)
    index = "NOT INDEXED" if query.noted else "INDEXED BY term_by_reading"
    counted: int = db.value(
        f"SELECT count(*) FROM term {index} WHERE {conditions}",  # noqa: S608 (our words)
        values,
    )
    return counted


def entries_of(db: Connection, numbers: list[int]) -> list[GlossaryEntry]:
    """Return the entries of some terms, in the order of their numbers here."""
    chosen = "WHERE number IN (SELECT value FROM json_each(?))"
    rows = db.all(f"{_ENTRY} {chosen}", (packed(numbers),))
    rows.sort(key=lambda row: numbers.index(row[0]))
    return _entries(db, rows)


def definitions(db: Connection, number: int) -> tuple[Definition, ...]:
    """Return what articles say that a term is, each once, oldest first and the newest last."""
    rows = db.all(_DEFINITIONS.format(terms=_terms(db, number)))
    newest = _newest_definitions(db, [number]).get(number, _NONE)[1]
    rows.sort(key=lambda row: bool(row[0] == newest))
    kept = rows[: MOST_DEFINITIONS - 1] + rows[MOST_DEFINITIONS - 1 :][-1:]
    found = []
    for words, _, article, term in kept:
        where = db.one(_WHERE_DEFINED, (article, term))
        assert where is not None
        found.append(Definition(words, *where))
    return tuple(found)


def together(db: Connection, number: int) -> list[GlossaryEntry]:
    """Return the terms that stand most often in the newest hundred articles of a term."""
    sql = _TOGETHER.format(terms=_terms(db, number))
    numbers = [other for other, _ in db.all(sql, {"number": number})]
    return [entry for entry in entries_of(db, numbers) if not entry.hidden][:8]


def places(
    db: Connection, number: int, *, limit: int, after: tuple[str, int] | None
) -> list[tuple[Row, tuple[tuple[int, int], ...]]]:
    """Return the articles of a term, the newest first, with where it stands in each.

    ``after`` is the date and the number of the article that a page begins with. A row is date
    of order, number, id, title, date and text of the article.
    """
    terms = _terms(db, number)
    asked: dict[str, object] = {"limit": limit * (terms.count(",") + 1)}
    behind = ""
    if after is not None:
        behind = "AND (article_term.newest, article_term.article) <= (:newest, :article)"
        asked |= {"newest": after[0], "article": after[1]}
    found: dict[int, tuple[Row, list[tuple[int, int]]]] = {}
    for *row, occurrences, text in db.all(_PLACES.format(terms=terms, behind=behind), asked):
        known = found.setdefault(row[1], ((*row, text), []))
        known[1].extend(ranges(occurrences))
    return [(row, tuple(sorted(set(where)))) for row, where in list(found.values())[:limit]]


def _terms(db: Connection, number: int) -> str:
    """Return the condition for a term and those merged into it; one alone comes in order."""
    rows = db.all("SELECT number FROM term WHERE root = ? ORDER BY number", (number,))
    if not rows:
        return f"term = {number:d}"
    return f"term IN ({number:d}, {', '.join(str(int(row[0])) for row in rows)})"


def _conditions(query: GlossaryQuery) -> tuple[str, dict[str, object]]:
    state = "state = 2" if query.hidden else "state = 1"
    conditions = [state]
    values: dict[str, object] = {}
    if not query.categories >= frozenset(CATEGORIES):
        conditions.append("shown_category IN (SELECT value FROM json_each(:categories))")
        values["categories"] = packed(sorted(query.categories))
    # Half of a character that a broken program handed over stands in no word.
    words = folded(query.text.encode("utf-8", "replace").decode()).split()
    values |= {f"word{place}": word for place, word in enumerate(words)}
    said = " AND ".join([state, *(f"instr(folded, :word{place})" for place in range(len(words)))])
    if query.noted:
        conditions += [said, _NOTED]
    elif words:
        # The index of folded words alone is gone through, then that of the order.
        conditions.append(
            f"number IN (SELECT number FROM term INDEXED BY term_folded WHERE {said})"  # noqa: S608
        )
    return " AND ".join(conditions), values


def _entries(db: Connection, rows: list[Row]) -> list[GlossaryEntry]:
    numbers = [row[0] for row in rows]
    notes = term_notes(db, numbers)
    told = _newest_definitions(db, [row[0] for row in rows if row[-1] is None])
    return [
        GlossaryEntry(
            id=row[1],
            text=row[2],
            category=word(row[3]),
            reading=row[4],
            aliases=strings(row[5]),
            articles=row[6],
            occurrences=row[7],
            definition=row[12] if row[12] is not None else told.get(row[0], _NONE)[1],
            definition_article=told.get(row[0], _NONE)[2],
            notes=notes.get(row[0], ()),
            own=bool(row[8]),
            hidden=bool(row[9]),
            sort_key=row[10],
            newest=row[11],
        )
        for row in rows
    ]


def _newest_definitions(db: Connection, numbers: list[int]) -> dict[int, tuple[str, str, str]]:
    """Return the newest definition of each term: its date, its words, its article's id."""
    rows = db.all(
        "SELECT number, root FROM term WHERE root IN (SELECT value FROM json_each(?))",
        (packed(numbers),),
    )
    roots: dict[int, int] = dict(rows)
    told: dict[int, tuple[str, str, str]] = {}
    asked = {"numbers": packed([*numbers, *roots])}
    for number, date, words, article in db.all(_NEWEST, asked):
        root = int(roots.get(number) or number)
        told[root] = max(told.get(root, _NONE), (date, words, article))
    return told
