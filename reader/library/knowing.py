"""Read an article and all that is known of it: few queries, for the first paint waits for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.library.encoding import (
    attributions,
    blocks,
    former_anchors,
    hedges,
    packed,
    passages,
    ranges,
    strings,
    unpacked,
    word,
)
from reader.model.annotations import Anchor, Highlight, Note, Summary
from reader.model.article import Article, ArticleState, Revision
from reader.model.errors import NotFoundError
from reader.model.known import KnownArticle
from reader.model.passage import Passage
from reader.model.terms import ArticleTerm
from reader.model.watching import StatusChange, WatchPoint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
    SELECT number, sha256, text, blocks, added,
        EXISTS (SELECT 1 FROM block_correction
            WHERE block_correction.article = revision.article)
    FROM revision WHERE article = ? ORDER BY number DESC
    """

# What the reader parted all forms of is no term of the article any more.
_TERMS = """
    SELECT shown.number, shown.id, ifnull(shown.text_own, article_term.text),
        shown.shown_category, ifnull(shown.reading_own, article_term.reading),
        article_term.text, article_term.aliases, article_term.occurrences, weight,
        article_term.shown, key, shown.own OR term.own, shown.articles,
        (SELECT json_group_array(form) FROM term_alias
            WHERE term_alias.term = shown.number AND verdict = 'removed'),
        shown.definition_own, definition, definition_start, definition_end,
        receipt, receipt_start, receipt_end
    FROM article_term JOIN term ON term.number = article_term.term
    JOIN term AS shown ON shown.number = ifnull(term.root, term.number)
    WHERE article = ? AND NOT shown.hidden
        AND (article_term.found IS NULL OR article_term.occurrences <> '[]')
    ORDER BY place
    """

_WATCH_POINTS = """
    SELECT watch_point.number, watch_point.id, listing.id, text, start, "end", origin, heading,
        watch_point.status, horizon, watch_point.tags, dismissed
    FROM watch_point JOIN listing USING (article)
    """

_HIGHLIGHTS = """
    SELECT number, id, exact, prefix, suffix, made_start, made_end, made_on, color, tags,
        created, start, "end", state, former, quotation
    FROM highlight
    """

_NOTES = """
    SELECT note.id,
        CASE WHEN on_article THEN 'article' WHEN on_watch_point THEN 'watch_point'
            WHEN on_term THEN 'term' ELSE 'highlight' END,
        coalesce(article.id, watch_point.id, term.id, highlight.id),
        note.text, note.created, note.modified, note.tags,
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
            "SELECT revision, key_sentences, attributions, hedges FROM understanding"
            " WHERE article = ?",
            (article.number,),
        )
        if understood is not None and understood[0] != revision.number:
            understood = None
        return KnownArticle(
            article=article,
            revision=revision,
            state=read_state(db, article.number),
            understood=understood is not None,
            terms=read_terms(db, article) if understood else (),
            watch_points=watch_points_of(db, article.number),
            key_sentences=passages(understood[1]) if understood else (),
            highlights=highlights_of(db, article.number),
            notes=notes_on(db, "article", article.number),
            summary=read_summary(db, article.number),
            attributions=attributions(understood[2]) if understood else (),
            hedges=hedges(understood[3]) if understood else (),
        )


def read_article(db: Connection, article_id: str) -> Article:
    """Return an article with its corrections applied."""
    row = db.one(_ARTICLE, (article_id,))
    if row is None:
        raise NotFoundError("no_such_id", id=article_id, kind="article")
    corrected = unpacked(row[-1])
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
    return _revision(db, article, row)


def read_revisions(db: Connection, article: int) -> tuple[Revision, ...]:
    """Return all revisions of an article, the newest first."""
    return tuple([_revision(db, article, row) for row in db.all(_REVISIONS, (article,))])


def _revision(db: Connection, article: int, row: Row) -> Revision:
    number, sha256, text, written, added, corrected = row
    found = blocks(written)
    if corrected:
        from reader.library.block_corrections import corrected_blocks

        found = corrected_blocks(db, article, text, found)
    return Revision(number, sha256, text, found, added)


def read_state(db: Connection, article: int) -> ArticleState:
    """Return what the reader did with an article."""
    row = db.one(
        "SELECT status, starred, tags, position FROM article_state WHERE article = ?", (article,)
    )
    assert row is not None
    status, starred, tags, position = row
    return ArticleState(word(status), bool(starred), strings(tags), position)


def read_summary(db: Connection, article: int) -> Summary:
    """Return the reader's summary of an article; an empty one while there is none."""
    row = db.one("SELECT text, modified FROM summary WHERE article = ?", (article,))
    return Summary(*row) if row else Summary()


def read_terms(db: Connection, article: Article) -> tuple[ArticleTerm, ...]:
    """Return the terms of an article as the reader corrected them, in the analyser's order."""
    itself = 0 if article.deleted else 1
    rows = db.all(_TERMS, (article.number,))
    notes = term_notes(db, [row[0] for row in rows])
    found: dict[int, ArticleTerm] = {}
    for row in rows:
        term = _term(row, row[12] - itself, notes.get(row[0], ()))
        found[row[0]] = _joined(found[row[0]], term) if row[0] in found else term
    return tuple(found.values())


def _term(row: Row, elsewhere: int, notes: tuple[Note, ...]) -> ArticleTerm:
    _, id_, text, category, reading, form, aliases, occurrences, weight, shown, key, own = row[:12]
    removed, definition_own, *told = row[13:]
    others = strings(aliases)
    if form != text:
        others = (form, *(alias for alias in others if alias != text))
    if removed != "[]":
        parted = strings(removed)
        others = tuple([alias for alias in others if alias not in parted])
    definition = Passage(*told[:3]) if told[0] is not None else None
    receipt = Passage(*told[3:]) if told[3] is not None else None
    if definition_own is not None:
        definition, receipt = Passage(definition_own, 0, 0), None
    return ArticleTerm(
        id=id_,
        text=text,
        category=word(category),
        reading=reading,
        aliases=others,
        occurrences=ranges(occurrences),
        weight=weight,
        shown=bool(shown),
        definition=definition,
        receipt=receipt,
        elsewhere=elsewhere,
        notes=notes,
        key=key,
        own=bool(own),
    )


def _joined(first: ArticleTerm, second: ArticleTerm) -> ArticleTerm:
    """Make one of two terms of an article that the reader merged."""
    names = (*first.aliases, second.text, *second.aliases)
    places = set(first.occurrences) | set(second.occurrences)
    told = first if first.definition is not None else second
    return replace(
        first,
        aliases=tuple([name for name in dict.fromkeys(names) if name != first.text]),
        occurrences=tuple(_apart(sorted(places))),
        weight=max(first.weight, second.weight),
        shown=first.shown or second.shown,
        definition=told.definition,
        receipt=told.receipt,
        key=first.key or second.key,
    )


def _apart(places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield ranges that do not overlap one before them."""
    behind = 0
    for start, end in places:
        if start >= behind:
            yield start, end
            behind = end


def watch_points_of(db: Connection, article: int) -> tuple[WatchPoint, ...]:
    """Return the watch points of an article in the order of its text, those without one last."""
    return watch_points_where(
        db, 'article = ? AND NOT dismissed ORDER BY "end" = 0, start, number', (article,)
    )


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
        histories.setdefault(number, []).append(_step(*change))
    return tuple(
        [_watch_point(row, notes.get(row[0], ()), histories.get(row[0], ())) for row in rows]
    )


def _step(at: str, before: str, after: str, why: str) -> StatusChange:
    return StatusChange(at, word(before), word(after), why)


def _watch_point(row: Row, notes: tuple[Note, ...], history: Iterable[StatusChange]) -> WatchPoint:
    _, id_, article, text, start, end, origin, heading, status, horizon, tags, dismissed = row
    return WatchPoint(
        id=id_,
        article_id=article,
        text=text,
        start=start,
        end=end,
        origin=origin,
        heading=heading,
        status=word(status),
        horizon=horizon,
        tags=strings(tags),
        notes=notes,
        history=tuple(history),
        dismissed=bool(dismissed),
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
    created, start, end, state, former, quotation = placed
    return Highlight(
        id=id_,
        text=exact,
        start=start,
        end=end,
        color=word(color),
        state=word(state),
        note="\n\n".join([note.text for note in notes]),
        tags=strings(tags),
        created=created,
        anchor=Anchor(exact, prefix, suffix, made_start, made_end),
        made_on=made_on,
        former=former_anchors(former),
        quotation=bool(quotation),
    )


def notes_on(db: Connection, target: str, number: int) -> tuple[Note, ...]:
    """Return the notes on one thing, in the order they were made."""
    return notes_where(db, f"on_{target} = ?", (number,))


def notes_where(db: Connection, condition: str, parameters: Sequence[object]) -> tuple[Note, ...]:
    """Return the notes that a condition of ours names, in the order they were made."""
    rows = db.all(f"{_NOTES} WHERE {condition} ORDER BY note.number", parameters)
    return tuple([_note(row) for row in rows])


def _note(row: Row) -> Note:
    id_, target, target_id, text, created, modified, tags = row[:7]
    return Note(id_, target, target_id, text, created, modified, strings(tags))


def term_notes(db: Connection, numbers: list[int]) -> dict[int, tuple[Note, ...]]:
    """Return the notes on terms, and with them those on the terms merged into them."""
    members = db.all(
        "SELECT number, root FROM term WHERE root IN (SELECT value FROM json_each(?))",
        (packed(numbers),),
    )
    found = _notes_by_target(db, "term", [*numbers, *(number for number, _ in members)])
    for number, root in members if found else ():
        if number in found:
            found[root] = (*found.get(root, ()), *found.pop(number))
    return found


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
        found[row[-1]] = (*found.get(row[-1], ()), _note(row))
    return found
