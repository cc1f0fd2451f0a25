"""What terms are shown as: the reader's word first, then what the articles gave."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.library.encoding import packed, row_hash, strings
from reader.library.sorting import folded, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.library.connection import Connection

MOST_ALIASES = 50
"""A term keeps no more aliases than that library-wide; each article keeps all of its own."""

FROM_THE_READER = (
    "hidden", "own", "category_own", "text_own", "reading_own", "definition_own", "merged_into",
)  # fmt: skip
"""The columns that the reader alone writes, in the order that their hash is of."""

UNTOUCHED = (0, 0, None, None, None, None, None)
"""What they hold in a term that the reader never touched."""

STATE = """
    CASE WHEN merged_into IS NOT NULL THEN 0 WHEN hidden THEN 2
        WHEN articles > 0 OR own OR definition_own IS NOT NULL
            OR EXISTS (SELECT 1 FROM note WHERE on_term = term.number) THEN 1
        ELSE 0 END
    """
"""Says in SQL where a term is listed: a term that only the trash uses is in no list."""

_ROW = f"""
    SELECT text, category, reading, aliases, forms,
        category_own, text_own, reading_own, state, {STATE},
        shown_text, shown_category, shown_reading, shown_aliases, sort_key, folded
    FROM term WHERE number = ?
    """  # noqa: S608 (a constant of ours)


class Shown(NamedTuple):
    """The columns that a term is shown by, as they stand in its row."""

    text: str
    category: str
    reading: str
    aliases: str
    sort_key: str
    folded: str


def shown(text: str, category: str, reading: str, aliases: Iterable[str]) -> Shown:
    """Return what a term with these words is shown by."""
    others = [alias for alias in dict.fromkeys(aliases) if alias != text][:MOST_ALIASES]
    return Shown(
        text,
        category,
        reading,
        packed(others),
        sort_key(text, reading),
        folded(text, reading, *others),
    )


def settle_names(db: Connection, numbers: Iterable[int]) -> list[int]:
    """Bring along what terms are shown as, and the search; return those that changed.

    The terms that they are merged into are settled with them.
    """
    wanted = list(dict.fromkeys(numbers))
    above = wanted
    while above:
        rows = db.all(
            "SELECT merged_into FROM term WHERE merged_into IS NOT NULL"
            " AND number IN (SELECT value FROM json_each(?))",
            (packed(above),),
        )
        above = [number for (number,) in rows]
        wanted = list(dict.fromkeys((*wanted, *above)))
    changed = [number for number in wanted if _settle(db, number)]
    if changed:
        from reader.library.search_index import refresh

        refresh(db, "term", changed)
    return changed


def settle_states(db: Connection, numbers: Iterable[int]) -> None:
    """Bring along where terms are listed, and the search."""
    wanted = list(numbers)
    if not wanted:
        return
    rows = db.all(
        f"SELECT number FROM term WHERE number IN (SELECT value FROM json_each(?))"  # noqa: S608
        f" AND state <> {STATE}",
        (packed(wanted),),
    )
    if rows:
        from reader.library.search_index import refresh

        changed = [number for (number,) in rows]
        db.run(
            f"UPDATE term SET state = {STATE}"  # noqa: S608 (a constant of ours)
            " WHERE number IN (SELECT value FROM json_each(?))",
            (packed(changed),),
        )
        refresh(db, "term", changed)


def rehash(db: Connection, number: int) -> None:
    """Keep the hash of what the reader said of a term; there is none where that is nothing."""
    columns = ", ".join(FROM_THE_READER)
    row = db.one(f"SELECT {columns} FROM term WHERE number = ?", (number,))  # noqa: S608
    if row is not None:
        db.run("UPDATE term SET hash = ? WHERE number = ?", (said_hash(*row), number))


def said_hash(*said: object) -> str:
    """Return the hash of what the reader said of a term; empty where that is nothing."""
    return "" if said == UNTOUCHED else row_hash(*said)


def _settle(db: Connection, number: int) -> bool:
    row = db.one(_ROW, (number,))
    if row is None:
        return False
    text, category, reading, aliases, forms, category_own, text_own, reading_own, *rest = row
    state, state_now, *before = rest
    verdicts: dict[str, str] = dict(
        db.all("SELECT form, verdict FROM term_alias WHERE term = ?", (number,))
    )
    children = db.all(
        "SELECT shown_text, shown_aliases FROM term WHERE merged_into = ? ORDER BY number",
        (number,),
    )
    names = [text] if text_own else []
    names += [form for form, verdict in verdicts.items() if verdict == "added"]
    names += strings(forms)
    names += strings(aliases)
    for name, others in children:
        names += [name, *strings(others)]
    kept = [name for name in names if verdicts.get(name) != "removed"]
    now = shown(
        text_own or text,
        category_own or category,
        reading if reading_own is None else reading_own,
        kept,
    )
    if (state_now, *now) == (state, *before):
        return False
    db.run(
        """
        UPDATE term SET state = ?, shown_text = ?, shown_category = ?, shown_reading = ?,
            shown_aliases = ?, sort_key = ?, folded = ?
        WHERE number = ?
        """,
        (state_now, *now, number),
    )
    return True
