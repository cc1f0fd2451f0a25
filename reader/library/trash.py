"""The trash: articles laid aside with all that belongs to them, taken back, or gone for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.journal import forget_acts
from reader.library.listing import refresh_line, remove_line
from reader.library.originals import forget
from reader.library.search_index import refresh
from reader.library.term_counts import Uses, count_changed, uses_in
from reader.library.term_use import remove_unused

if TYPE_CHECKING:
    from reader.library.connection import Connection
    from reader.model.searching import HitKind

# In the order in which nothing refers to what is taken away.
_PURGE = (
    "DELETE FROM removed WHERE article = ?",
    "DELETE FROM note WHERE article = ?",
    """
    DELETE FROM status_change
    WHERE watch_point IN (SELECT number FROM watch_point WHERE article = ?)
    """,
    "DELETE FROM watch_point WHERE article = ?",
    "DELETE FROM highlight WHERE article = ?",
    "DELETE FROM summary WHERE article = ?",
    "DELETE FROM article_term WHERE article = ?",
    "DELETE FROM understanding WHERE article = ?",
    "DELETE FROM correction WHERE article = ?",
    "DELETE FROM block_correction WHERE article = ?",
    "DELETE FROM article_state WHERE article = ?",
    "DELETE FROM revision WHERE article = ?",
    "DELETE FROM article WHERE number = ?",
)


def lay_in(db: Connection, article: int, now: str) -> None:
    """Lay an article into the trash; one that lies there already stays as it is."""
    if db.run(
        "UPDATE article_state SET deleted = ? WHERE article = ? AND deleted = ''", (now, article)
    ):
        uses = uses_in(db, article)
        _settle(db, article)
        _count(db, article, uses, {})


def take_out(db: Connection, article: int) -> None:
    """Take an article out of the trash, if it lies there."""
    if db.run(
        "UPDATE article_state SET deleted = '' WHERE article = ? AND deleted <> ''", (article,)
    ):
        _settle(db, article)
        _count(db, article, {}, uses_in(db, article))


def purge(db: Connection, article: int) -> None:
    """Remove an article for good; originals that nothing names any more go after the commit."""
    lay_in(db, article, "purged")
    names = [
        name for (name,) in db.all("SELECT sha256 FROM revision WHERE article = ?", (article,))
    ]
    terms = [
        number
        for (number,) in db.all("SELECT term FROM article_term WHERE article = ?", (article,))
    ]
    remove_line(db, article)
    for statement in _PURGE:
        db.run(statement, (article,))
    remove_unused(db, terms)
    forget_acts(db, article)
    # Where there is a plain copy, its name is kept until the file is taken away.
    db.run("DELETE FROM plain_copy WHERE article = ? AND name = ''", (article,))
    db.after_commit(lambda: forget(db, names))


def _count(db: Connection, article: int, before: Uses, after: Uses) -> None:
    newest = db.value("SELECT newest FROM listing WHERE article = ?", (article,))
    count_changed(db, before, after, newest=newest)


def _settle(db: Connection, article: int) -> None:
    """Put the article and what belongs to it into the list and the search, or take it out."""
    refresh_line(db, article)
    refresh(db, "article", [article])
    belonging: tuple[tuple[HitKind, str], ...] = (
        ("note", "SELECT number FROM note WHERE article = ?"),
        ("watch_point", "SELECT number FROM watch_point WHERE article = ?"),
    )
    for kind, sql in belonging:
        refresh(db, kind, [number for (number,) in db.all(sql, (article,))])
