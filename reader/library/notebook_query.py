"""Turn what is asked of the notebook into SQL: from an index in order, or from the few that fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.library.encoding import packed
from reader.library.queries import split
from reader.model.notebook import ENTRY_KINDS, LOOKS

if TYPE_CHECKING:
    from reader.library.connection import Connection
    from reader.model.notebook import NotebookEntry, NotebookQuery

_FEW = 1500
"""So many entries are looked up and sorted sooner than an index is gone through for them."""

_BEHIND = (
    "newest <= :newest AND ((newest, article) < (:newest, :article)"
    " OR (newest, article) = (:newest, :article) AND (place, number) > (:place, :number))"
)
# How each order goes on behind an entry, and by what; each has an index with its name.
_ORDERS = {
    "modified": ("(modified, number) < (:at, :number)", "modified DESC, number DESC"),
    "created": ("(created, number) < (:at, :number)", "created DESC, number DESC"),
    "article": (_BEHIND, "newest DESC, article DESC, place, number"),
}

_TAGGED = "EXISTS (SELECT 1 FROM notebook_tag WHERE tag = :tag{place} AND number = notebook.number)"
_FEW_TAGGED = "number IN (SELECT number FROM notebook_tag WHERE tag = :tag{place})"
_MANY = "SELECT count(*) FROM (SELECT 1 FROM notebook_tag WHERE tag = ? LIMIT ?)"


class Asked(NamedTuple):
    """The numbers of the entries that are asked for, as SQL; its values, and its order."""

    sql: str
    values: dict[str, object]
    order: str = ""
    behind: str = ""

    def paging(self, limit: int, after: NotebookEntry | None) -> str:
        """Return the SQL for a page, and put what it needs into the values."""
        self.values["limit"] = limit
        behind = ""
        if after is not None:
            behind = f" AND {self.behind}"
            created = "created" in self.behind
            self.values.update(after.place._asdict())
            self.values["at"] = after.created if created else after.modified
        return f"{self.sql}{behind} ORDER BY {self.order} LIMIT :limit"

    def counting(self) -> str:
        """Return the SQL that counts."""
        return f"SELECT count(*) FROM ({self.sql})"  # noqa: S608 (our words)


class Scan:
    """Finds the entries that have some words by reading all of them, once for the same words."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._seen: object = None
        self._numbers = "[]"

    def numbers(self, words: tuple[str, ...]) -> str:
        """Return the numbers of the entries that have all the words, as JSON."""
        state = self._db.value("PRAGMA data_version"), self._db.raw.total_changes
        if self._seen != (words, state):
            said = " AND ".join(["instr(folded, ?)"] * len(words))
            sql = f"SELECT json_group_array(number) FROM notebook NOT INDEXED WHERE {said}"  # noqa: S608 (our words)
            self._numbers = self._db.value(sql, words)
            self._seen = words, state
        return self._numbers


def ask(db: Connection, query: NotebookQuery, scan: Scan) -> Asked:
    """Return how the entries of a query are found."""
    conditions, values = _conditions(query)
    words = _words(query.text)
    few = _few(db, query, values)
    index = "NOT INDEXED" if few else f"INDEXED BY notebook_by_{query.sort}"
    if few:
        values |= {f"word{place}": word for place, word in enumerate(words)}
        said = [f"instr(folded, :word{place})" for place in range(len(words))]
        conditions = [few, *conditions, *said]
    elif words:
        conditions.append("number IN (SELECT value FROM json_each(:found))")
        values["found"] = scan.numbers(words)
    behind, order = _ORDERS[query.sort]
    where = " AND ".join(conditions or ["1"])
    sql = f"SELECT number FROM notebook {index} WHERE {where}"  # noqa: S608 (our words)
    return Asked(sql, values, order, behind)


def _conditions(query: NotebookQuery) -> tuple[list[str], dict[str, object]]:
    """Return what the indexes of the orders can tell by themselves, and the tags."""
    conditions: list[str] = []
    values: dict[str, object] = {}
    if query.colors:
        conditions.append("color IN (SELECT value FROM json_each(:colors))")
        values["colors"] = packed(sorted(query.colors))
    if query.kinds and not query.kinds >= frozenset(ENTRY_KINDS):
        conditions.append("kind IN (SELECT value FROM json_each(:kinds))")
        values["kinds"] = packed(sorted(query.kinds))
    if query.looks:
        states: list[str] = [look for look in LOOKS if look in query.looks]
        states += ["quotation"] if "lost" in states else []
        conditions.append("state IN (SELECT value FROM json_each(:states))")
        values["states"] = packed(states)
    for name, sign in (("since", ">="), ("until", "<")):
        bound = getattr(query, name)
        if bound:
            conditions.append(f"modified {sign} :{name}")
            values[name] = bound
    for place, tag in enumerate(sorted(query.tags)):
        conditions.append(_TAGGED.format(place=place))
        values[f"tag{place}"] = tag
    return conditions, values


def _few(db: Connection, query: NotebookQuery, values: dict[str, object]) -> str:
    """Return the condition that alone leaves only a few entries, if there is one."""
    if query.article_id:
        values["article_id"] = query.article_id
        return (
            "number IN (SELECT notebook.number FROM article JOIN notebook"
            " ON notebook.article = article.number WHERE article.id = :article_id)"
        )
    for place, tag in enumerate(sorted(query.tags)):
        if db.value(_MANY, (tag, _FEW)) < _FEW:
            return _FEW_TAGGED.format(place=place)
    return ""


def _words(text: str) -> tuple[str, ...]:
    # Half of a character that a broken program handed over stands in no word.
    return split(text.encode("utf-8", "replace").decode())
