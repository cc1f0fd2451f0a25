"""Tell people in a terminal what is known of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.presentation.languages import has_rules
from reader.presentation.readings import shown_reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.cli.terminal import Terminal
    from reader.model.annotations import Highlight
    from reader.model.document import Document
    from reader.model.known import KnownArticle
    from reader.model.terms import ArticleTerm
    from reader.model.understanding import FoundTerm, FoundWatchPoint, Understanding
    from reader.model.watching import WatchPoint

SHORT_ID = 8
"""So many digits of an id are enough for a person: a million articles hardly share them."""


def tell_article(known: KnownArticle, terminal: Terminal) -> None:
    """Tell an article of the library."""
    article = known.article
    terminal.line(article.title)
    date = article.published or article.event_date_text or article.event_date
    terminal.line("  ".join(fact for fact in (article.id, article.source, date) if fact))
    _only_structure(article.language, terminal)
    _section("summary", known.summary.text.splitlines(), terminal)
    _section("watch", (watch_line(point, terminal) for point in known.watch_points), terminal)
    _section("terms", (term_line(term, terminal) for term in known.terms), terminal)
    _section("sentences", (sentence.text for sentence in known.key_sentences), terminal)
    _section("highlights", (_highlight(mark, terminal) for mark in known.highlights), terminal)
    _section("notes", (note.text for note in known.notes), terminal)
    _section("text", known.revision.text.splitlines(), terminal)


def tell_analysed(document: Document, understanding: Understanding, terminal: Terminal) -> None:
    """Tell a text that is in no library."""
    facts = document.facts
    terminal.line(facts.title)
    date = facts.published or facts.event_date_text or facts.event_date
    terminal.line("  ".join(fact for fact in (facts.source, date) if fact))
    _only_structure(facts.language or understanding.language, terminal)
    _section("headings", document.headings, terminal)
    _section("watch", (_question(point) for point in understanding.watch_points), terminal)
    _section("terms", (term_line(term, terminal) for term in understanding.terms), terminal)
    _section("sentences", (one.text for one in understanding.key_sentences), terminal)


def _only_structure(language: str, terminal: Terminal) -> None:
    """Say that no terms are looked for in a language without rules; headings may yet follow."""
    if not has_rules(language):
        terminal.line(terminal.say("terms.structure_only"))


def watch_line(point: WatchPoint, terminal: Terminal) -> str:
    """Write a watch point: its id, where it stands, and the question."""
    status = terminal.say(f"terminal.status.{point.status}")
    notes = "".join(f"\n  {note.text}" for note in point.notes)
    return f"{point.id[:SHORT_ID]} [{status}] {_question(point)}{notes}"


def term_line(term: FoundTerm | ArticleTerm, terminal: Terminal) -> str:
    """Write a term: its form, reading, category and definition."""
    reading = shown_reading(term.text, term.reading)
    reading = f"({reading})" if reading else ""
    category = terminal.say(f"terminal.category.{term.category}")
    definition = "" if term.definition is None else f": {term.definition.text}"
    return f"{term.text}{reading} [{category}]{definition}"


def _question(point: WatchPoint | FoundWatchPoint) -> str:
    return f"{point.text} ({point.horizon})" if point.horizon else point.text


def _highlight(mark: Highlight, terminal: Terminal) -> str:
    state = "" if mark.state == "anchored" else terminal.say(f"terminal.anchor.{mark.state}")
    note = f"\n  {mark.note}" if mark.note else ""
    return f"{mark.id[:SHORT_ID]} [{mark.color}] {state}{mark.text}{note}"


def _section(name: str, entries: Iterable[str], terminal: Terminal) -> None:
    """Write a heading and what stands under it; nothing when there is nothing."""
    lines = [line for entry in entries for line in entry.splitlines()]
    if not lines:
        return
    terminal.line()
    terminal.line(terminal.say(f"terminal.section.{name}"))
    for line in lines:
        terminal.line(f"  {line}")
