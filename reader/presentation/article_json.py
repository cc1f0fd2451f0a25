"""Write what is known of an article as JSON values: the shape that ``show --json`` promises.

Keys are always present. Text that is not known is an empty string; only a definition that no
sentence gives is null.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model.acts import Act
    from reader.model.annotations import Highlight, Note, Summary
    from reader.model.article import ArticleRow, ArticleState
    from reader.model.blocks import Block
    from reader.model.glossary import Definition, GlossaryEntry, TermCard
    from reader.model.known import KnownArticle
    from reader.model.passage import Passage
    from reader.model.searching import Found
    from reader.model.terms import ArticleTerm
    from reader.model.understanding import (
        Attribution,
        FoundTerm,
        FoundWatchPoint,
        Hedge,
        Understanding,
    )
    from reader.model.watching import WatchPoint

Json = dict[str, object]


def known_article(known: KnownArticle) -> Json:
    """Write an article of the library with all that is known of it."""
    article, revision = known.article, known.revision
    return {
        "id": article.id,
        "title": article.title,
        "lead": Document(revision.text, revision.blocks).lead,
        "author": article.author,
        "publisher": article.publisher,
        "source": article.source,
        "url": article.url,
        "published": article.published,
        "event_date": article.event_date,
        "event_date_text": article.event_date_text,
        "language": article.language,
        **_content(Document(revision.text, revision.blocks)),
        "watch_points": [watch_point(point) for point in known.watch_points],
        "terms": [article_term(term) for term in known.terms],
        "key_sentences": [passage(sentence) for sentence in known.key_sentences],
        **_said(revision.text, known.attributions, known.hedges),
        "highlights": [highlight(mark) for mark in known.highlights],
        "notes": [note(words) for words in known.notes],
        "summary": summary(known.summary),
        "state": state(known.state),
        "added": article.added,
        "deleted": article.deleted,
        "corrected": list(article.corrected),
        "understood": known.understood,
    }


def analysed(document: Document, understanding: Understanding) -> Json:
    """Write the same of a text that is in no library: what a library adds is left out."""
    facts = document.facts
    return {
        "title": facts.title,
        "lead": document.lead,
        "author": facts.author,
        "publisher": facts.publisher,
        "source": facts.source,
        "url": facts.url,
        "published": facts.published,
        "event_date": facts.event_date,
        "event_date_text": facts.event_date_text,
        "language": facts.language or understanding.language,
        **_content(document),
        "watch_points": [_found_watch_point(point) for point in understanding.watch_points],
        "terms": [_term(term) for term in understanding.terms],
        "key_sentences": [passage(sentence) for sentence in understanding.key_sentences],
        **_said(document.text, understanding.attributions, understanding.hedges),
    }


def article_row(row: ArticleRow) -> Json:
    """Write a line of the article list."""
    return {
        "id": row.id,
        "title": row.title,
        "source": row.source,
        "published": row.published,
        "added": row.added,
        "status": row.status,
        "starred": row.starred,
        "tags": list(row.tags),
        "watch_open": row.watch_open,
        "notes": row.notes,
    }


def watch_point(point: WatchPoint) -> Json:
    """Write a watch point with its article and its history."""
    return {
        "id": point.id,
        "article": point.article_id,
        **_found_watch_point(point),
        "status": point.status,
        "tags": list(point.tags),
        "notes": [note(words) for words in point.notes],
        "evidence": [],
        "candidates": [],
        "history": [
            {"at": step.at, "before": step.before, "after": step.after, "why": step.why}
            for step in point.history
        ],
        "dismissed": point.dismissed,
    }


def article_term(term: ArticleTerm) -> Json:
    """Write a term as one article uses it."""
    return {
        "id": term.id,
        **_term(term),
        "own": term.own,
        "elsewhere": term.elsewhere,
        "notes": [note(words) for words in term.notes],
    }


def glossary_entry(entry: GlossaryEntry) -> Json:
    """Write a term of the whole library."""
    return {
        "id": entry.id,
        "text": entry.text,
        "category": entry.category,
        "reading": entry.reading,
        "aliases": list(entry.aliases),
        "articles": entry.articles,
        "occurrences": entry.occurrences,
        "definition": entry.definition,
        "definition_article": entry.definition_article,
        "notes": [note(words) for words in entry.notes],
        "own": entry.own,
        "hidden": entry.hidden,
        "newest": entry.newest,
    }


def definition(told: Definition) -> Json:
    """Write a definition and where it stands; ``article`` is null for the reader's own."""
    return {
        "text": told.text,
        "article": told.article_id or None,
        "title": told.article_title,
        "date": told.date,
        "start": told.start,
        "end": told.end,
    }


def term_card(card: TermCard) -> Json:
    """Write a term of the whole library with all that is known of it."""
    return {
        **glossary_entry(card.entry),
        "definitions": [definition(told) for told in card.definitions],
        "merged": [glossary_entry(entry) for entry in card.merged],
        "removed_aliases": list(card.removed_aliases),
        "co_terms": [{"id": entry.id, "text": entry.text} for entry in card.co_terms],
    }


def act(done: Act) -> Json:
    """Write an act of the reader's; ``label`` names its words."""
    return {"id": done.id, "at": done.at, "label": done.label, "details": dict(done.details)}


def found(hits: Found) -> Json:
    """Write what a search gave back."""
    return {
        "total": hits.total,
        "hits": [
            {
                "kind": hit.kind,
                "id": hit.id,
                "article": hit.article,
                "title": hit.title,
                "snippet": hit.snippet,
                "marks": [list(mark) for mark in hit.marks],
                "position": hit.position,
                "score": hit.score,
            }
            for hit in hits.hits
        ],
    }


def highlight(mark: Highlight) -> Json:
    """Write a highlight; a lost one keeps its quotation and has the range 0, 0."""
    return {
        "id": mark.id,
        "text": mark.text,
        "start": mark.start,
        "end": mark.end,
        "color": mark.color,
        "note": mark.note,
        "tags": list(mark.tags),
        "created": mark.created,
        "state": mark.state,
        "quotation": mark.quotation,
        "former": [anchor.exact for anchor in mark.former],
    }


def note(words: Note) -> Json:
    """Write a note of the reader's."""
    return {
        "id": words.id,
        "target": words.target,
        "target_id": words.target_id,
        "text": words.text,
        "tags": list(words.tags),
        "created": words.created,
        "modified": words.modified,
    }


def summary(words: Summary) -> Json:
    """Write the reader's own summary; empty while there is none."""
    return {"text": words.text, "modified": words.modified}


def state(read: ArticleState) -> Json:
    """Write what the reader did with an article."""
    return {
        "status": read.status,
        "starred": read.starred,
        "tags": list(read.tags),
        "position": read.position,
    }


def passage(words: Passage) -> Json:
    """Write a passage: its words and where they stand."""
    return {"text": words.text, "start": words.start, "end": words.end}


def _said(text: str, attributions: Iterable[Attribution], hedges: Iterable[Hedge]) -> Json:
    """Write who says what, and what is left open."""
    return {
        "attributions": [
            {
                **_range(text, one.start, one.end),
                "source": _range(text, one.source_start, one.source_end)
                if one.source_end
                else None,
            }
            for one in attributions
        ],
        "hedges": [_range(text, one.start, one.end) for one in hedges],
    }


def _range(text: str, start: int, end: int) -> Json:
    return {"text": text[start:end], "start": start, "end": end}


def _content(document: Document) -> Json:
    return {
        "text": document.text,
        "blocks": [block_of(block) for block in document.blocks],
        "headings": list(document.headings),
        "references": list(document.references),
    }


def block_of(block: Block) -> Json:
    """Write a block of the text with its spans."""
    return {
        "kind": block.kind,
        "level": block.level,
        "start": block.start,
        "end": block.end,
        "spans": [[span.start, span.end, span.kind, span.target] for span in block.spans],
    }


def _found_watch_point(point: FoundWatchPoint | WatchPoint) -> Json:
    return {
        "text": point.text,
        "start": point.start,
        "end": point.end,
        "origin": point.origin,
        "heading": point.heading,
        "horizon": point.horizon,
    }


def _term(term: FoundTerm | ArticleTerm) -> Json:
    return {
        "text": term.text,
        "category": term.category,
        "reading": term.reading,
        "aliases": list(term.aliases),
        "definition": None if term.definition is None else passage(term.definition),
        "occurrences": [list(place) for place in term.occurrences],
        "weight": term.weight,
        "shown": term.shown,
        "key": term.key,
    }
