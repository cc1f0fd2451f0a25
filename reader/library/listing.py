"""Keep the lines of the article list: corrections applied, counts made, ready to be paged."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library.connection import Connection

_LINE = """
    INSERT OR REPLACE INTO listing
    WITH line AS (
        SELECT number AS article, id, added, event_date,
            ifnull((SELECT value FROM correction
                WHERE article = number AND field = 'title'), title) AS title,
            ifnull((SELECT value FROM correction
                WHERE article = number AND field = 'source'), source) AS source,
            ifnull((SELECT value FROM correction
                WHERE article = number AND field = 'published'), published) AS published,
            (SELECT max(number) FROM revision WHERE article = article.number) AS revision
        FROM article WHERE number = :article
    )
    SELECT article, id, title, source, published, event_date, added,
        coalesce(nullif(published, ''), nullif(event_date, ''), added),
        status, starred, tags,
        (SELECT count(*) FROM watch_point
            WHERE article = :article AND status IN ('open', 'developing') AND NOT dismissed),
        (SELECT count(*) FROM note WHERE article = :article),
        revision,
        ifnull((SELECT version FROM understanding WHERE article = :article
            AND understanding.revision = line.revision), 0),
        deleted <> ''
    FROM line JOIN article_state USING (article)
    """

_TAGS = """
    INSERT OR IGNORE INTO listing_tag (tag, trashed, newest, article)
    SELECT value, trashed, newest, article FROM listing, json_each(listing.tags)
    WHERE article = ?
    """


def refresh_line(db: Connection, article: int) -> None:
    """Make the line of an article anew, after anything in it may have changed."""
    db.run("DELETE FROM listing_tag WHERE article = ?", (article,))
    before = db.value("SELECT newest FROM listing WHERE article = ?", (article,))
    db.run(_LINE, {"article": article})
    db.run(_TAGS, (article,))
    if before is not None:
        _date_terms(db, article, before)


def remove_line(db: Connection, article: int) -> None:
    """Take the line of an article out of the list."""
    db.run("DELETE FROM listing_tag WHERE article = ?", (article,))
    db.run("DELETE FROM listing WHERE article = ?", (article,))


def _date_terms(db: Connection, article: int, before: str) -> None:
    """Take a new date of the article along to the terms that it uses."""
    newest = db.value("SELECT newest FROM listing WHERE article = ?", (article,))
    if newest != before:
        from reader.library.term_counts import settle_newest, uses_in, with_roots

        db.run("UPDATE article_term SET newest = ? WHERE article = ?", (newest, article))
        settle_newest(db, with_roots(db, uses_in(db, article)))
