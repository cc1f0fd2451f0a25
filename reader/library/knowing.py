"""Read an article and all that is known of it: few queries, for the first paint waits for it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reader.library.encoding import blocks, packed, passages, ranges, strings
from reader.model.annotations import Anchor, Highlight, Note, Summary
from reader.model.article import Article, ArticleState, Revision
from reader.model.errors import NotFoundError
from reader.model.known import KnownArticle
from reader.model.passage import Passage
from reader.model.terms import ArticleTerm
from reader.model.watching import StatusChange, WatchPoint

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.library.connection import Connection, Row

_ARTICLE = """
    SELECT article.number, article.id, title, author, publisher, source, url, published,
        event_date, event_date_text,
        coalesce(nullif(article.language, ''), understanding.language, ''),
        added, origin, deleted,
        (SELECT json_group_object(field, value) FROM correction
            WHERE correction.article = article.number)
    FROM article JOIN article_state ON article_state.article = article.number
    LEFT JOIN understanding ON understanding.article = article.number
    WHERE article.id = ?
    """

_REVISIONS = """
    SELECT number, sha256, text, blocks, added FROM revision
    WHERE article = ? ORDER BY number DESC
    """

_TERMS = """
    SELECT term.number, term.id, text, category, article_term.reading, article_term.aliases,
        article_term.occurrences, weight, shown, definition, definition_start, definition_end,
        receipt, receipt_start, receipt_end, articles
    FROM article_term JOIN term ON term.number = article_term.term
    WHERE article = ? ORDER BY place
    """

_WATCH_POINTS = """
    SELECT watch_point.number, watch_point.id, listing.id, text, start, "end", origin, heading,
        watch_point.status, horizon, watch_point.tags
    FROM watch_point JOIN listing USING (article)
    """

_HIGHLIGHTS = """
    SELECT number, id, exact, prefix, suffix, made_start, made_end, made_on, color, tags,
        created, start, "end", state
    FROM highlight
    """

_NOTES = """
    SELECT note.id,
        CASE WHEN on_article THEN 'article' WHEN on_watch_point THEN 'watch_point'
            WHEN on_term THEN 'term' ELSE 'highlight' END,
        coalesce(article.id, watch_point.id, term.id, highlight.id),
        note.text, note.created, note.modified,
        coalesce(on_article, on_watch_point, on_term, on_highlight)
    FROM note
    LEFT JOIN article ON article.number = on_article
    LEFT JOIN watch_point ON watch_point.number = on_watch_point
    LEFT JOIN term ON term.number = on_term
    LEFT JOIN highlight ON highlight.number = on_highlight
    """


def known(db: Connection, article_id: str) -> KnownArticle:
    """Return all that is known of one article."""
    with db.reading():
        article = read_article(db, article_id)
        revision = read_revision(db, article.number)
        understood = db.one(
            "SELECT revision, key_sentences FROM understanding WHERE article = ?",
            (article.number,),
        )
        current = understood is not None and understood[0] == revision.number
        return KnownArticle(
            article=article,
            revision=revision,
            state=read_state(db, article.number),
            understood=current,
            terms=read_terms(db, article) if current else (),
            watch_points=watch_points_of(db, article.number),
            key_sentences=passages(understood[1]) if current and understood else (),
            highlights=highlights_of(db, article.number),
            notes=notes_on(db, "article", article.number),
            summary=read_summary(db, article.number),
        )


def read_article(db: Connection, article_id: str) -> Article:
    """Return an article with its corrections applied."""
    row = db.one(_ARTICLE, (article_id,))
    if row is None:
        raise NotFoundError("no_such_id", id=article_id, kind="article")
    corrected = json.loads(row[-1])
    return Article(
        number=row[0],
        id=row[1],
        title=corrected.get("title", row[2]),
        author=corrected.get("author", row[3]),
        publisher=row[4],
        source=corrected.get("source", row[5]),
        url=row[6],
        published=corrected.get("published", row[7]),
        event_date=row[8],
        event_date_text=row[9],
        language=row[10],
        added=row[11],
        origin=row[12],
        deleted=row[13],
        corrected=tuple(sorted(corrected)),
    )


def read_revision(db: Connection, article: int) -> Revision:
    """Return the newest revision of an article."""
    row = db.one(_REVISIONS + " LIMIT 1", (article,))
    assert row is not None, "an article is added together with its first revision"
    return _revision(row)


def read_revisions(db: Connection, article: int) -> tuple[Revision, ...]:
    """Return all revisions of an article, the newest first."""
    return tuple(map(_revision, db.all(_REVISIONS, (article,))))


def _revision(row: Row) -> Revision:
    number, sha256, text, written, added = row
    return Revision(number, sha256, text, blocks(written), added)


def read_state(db: Connection, article: int) -> ArticleState:
    """Return what the reader did with an article."""
    row = db.one(
        "SELECT status, starred, tags, position FROM article_state WHERE article = ?", (article,)
    )
    assert row is not None
    status, starred, tags, position = row
    return ArticleState(status, bool(starred), strings(tags), position)


def read_summary(db: Connection, article: int) -> Summary:
    """Return the reader's summary of an article; an empty one while there is none."""
    row = db.one("SELECT text, modified FROM summary WHERE article = ?", (article,))
    return Summary(*row) if row else Summary()


def read_terms(db: Connection, article: Article) -> tuple[ArticleTerm, ...]:
    """Return the terms of an article, as the analyser ordered them."""
    itself = 0 if article.deleted else 1
    rows = db.all(_TERMS, (article.number,))
    notes = _notes_by_target(db, "term", [row[0] for row in rows])
    return tuple([_term(row, row[-1] - itself, notes.get(row[0], ())) for row in rows])


def _term(row: Row, elsewhere: int, notes: tuple[Note, ...]) -> ArticleTerm:
    _, id_, text, category, reading, aliases, occurrences, weight, shown, *told, _ = row
    return ArticleTerm(
        id=id_,
        text=text,
        category=category,
        reading=reading,
        aliases=strings(aliases),
        occurrences=ranges(occurrences),
        weight=weight,
        shown=bool(shown),
        definition=Passage(*told[:3]) if told[0] is not None else None,
        receipt=Passage(*told[3:]) if told[3] is not None else None,
        elsewhere=elsewhere,
        notes=notes,
    )


def watch_points_of(db: Connection, article: int) -> tuple[WatchPoint, ...]:
    """Return the watch points of an article in the order of its text, those without one last."""
    return watch_points_where(db, 'article = ? ORDER BY "end" = 0, start, number', (article,))


def watch_points_where(
    db: Connection, condition: str, parameters: Sequence[object]
) -> tuple[WatchPoint, ...]:
    """Return the watch points that a condition of ours names, in its order."""
    rows = db.all(f"{_WATCH_POINTS} WHERE {condition}", parameters)
    numbers = [row[0] for row in rows]
    notes = _notes_by_target(db, "watch_point", numbers)
    histories: dict[int, list[StatusChange]] = {}
    for number, *change in db.all(
        """
        SELECT watch_point, at, before, after, why FROM status_change
        WHERE watch_point IN (SELECT value FROM json_each(?)) ORDER BY number
        """,
        (packed(numbers),),
    ):
        histories.setdefault(number, []).append(StatusChange(*change))
    return tuple(
        [_watch_point(row, notes.get(row[0], ()), histories.get(row[0], ())) for row in rows]
    )


def _watch_point(row: Row, notes: tuple[Note, ...], history: Iterable[StatusChange]) -> WatchPoint:
    _, id_, article, text, start, end, origin, heading, status, horizon, tags = row
    return WatchPoint(
        id=id_,
        article_id=article,
        text=text,
        start=start,
        end=end,
        origin=origin,
        heading=heading,
        status=status,
        horizon=horizon,
        tags=strings(tags),
        notes=notes,
        history=tuple(history),
    )


def highlights_of(db: Connection, article: int) -> tuple[Highlight, ...]:
    """Return the highlights of an article in the order of its text, the lost ones last."""
    return highlights_where(
        db, "article = ? ORDER BY state = 'lost', start, \"end\", number", (article,)
    )


def highlights_where(
    db: Connection, condition: str, parameters: Sequence[object]
) -> tuple[Highlight, ...]:
    """Return the highlights that a condition of ours names, in its order."""
    rows = db.all(f"{_HIGHLIGHTS} WHERE {condition}", parameters)
    notes = _notes_by_target(db, "highlight", [row[0] for row in rows])
    return tuple([_highlight(row, notes.get(row[0], ())) for row in rows])


def _highlight(row: Row, notes: Iterable[Note]) -> Highlight:
    number, id_, exact, prefix, suffix, made_start, made_end, made_on, color, tags, *placed = row
    del number
    created, start, end, state = placed
    return Highlight(
        id=id_,
        text=exact,
        start=start,
        end=end,
        color=color,
        state=state,
        note="\n\n".join([note.text for note in notes]),
        tags=strings(tags),
        created=created,
        anchor=Anchor(exact, prefix, suffix, made_start, made_end),
        made_on=made_on,
    )


def notes_on(db: Connection, target: str, number: int) -> tuple[Note, ...]:
    """Return the notes on one thing, in the order they were made."""
    return notes_where(db, f"on_{target} = ?", (number,))


def notes_where(db: Connection, condition: str, parameters: Sequence[object]) -> tuple[Note, ...]:
    """Return the notes that a condition of ours names, in the order they were made."""
    rows = db.all(f"{_NOTES} WHERE {condition} ORDER BY note.number", parameters)
    return tuple([Note(*row[:-1]) for row in rows])


def _notes_by_target(
    db: Connection, target: str, numbers: list[int]
) -> dict[int, tuple[Note, ...]]:
    if not numbers:
        return {}
    found: dict[int, tuple[Note, ...]] = {}
    for row in db.all(
        f"{_NOTES} WHERE on_{target} IN (SELECT value FROM json_each(?))"  # noqa: S608
        " ORDER BY note.number",
        (packed(numbers),),
    ):
        found[row[-1]] = (*found.get(row[-1], ()), Note(*row[:-1]))
    return found
