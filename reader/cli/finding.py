"""``chumoku search`` and ``chumoku terms``: find words, and say what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.desks import open_library
from reader.cli.program import DONE
from reader.presentation import article_json
from reader.presentation.readings import shown_reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cli.arguments import Arguments
    from reader.cli.terminal import Terminal
    from reader.model.glossary import GlossaryEntry
    from reader.model.searching import Hit
    from reader.services.desk import Desk

_HITS = 50
_PAGE = 500


def search_command(arguments: Arguments, terminal: Terminal) -> int:
    """Search articles, notes, terms and watch points."""
    with open_library(arguments) as desk:
        desk.maintaining.rebuild_search()
        found = desk.searching.find(
            " ".join(arguments.query),
            limit=arguments.limit or _HITS,
            kinds=arguments.kind,
        )
    if arguments.json:
        terminal.document(article_json.found(found))
        return DONE
    for hit in found.hits:
        terminal.line(_hit(hit, terminal))
    terminal.line(terminal.say("terminal.search.total", shown=len(found.hits), total=found.total))
    return DONE


def terms_command(arguments: Arguments, terminal: Terminal) -> int:
    """Tell the terms of one article, or those of the whole library."""
    from reader.cli.telling import term_line

    with open_library(arguments) as desk:
        article_id = desk.reading.resolve(arguments.id) if arguments.id else ""
        desk.understanding.finish()
        if article_id:
            terms = desk.glossary.of_article(article_id)[: arguments.limit]
            written = [article_json.article_term(term) for term in terms]
            lines = [term_line(term, terminal) for term in terms] if not arguments.json else []
        else:
            entries = list(_entries(desk, arguments.limit))
            written = [article_json.glossary_entry(entry) for entry in entries]
            lines = [_entry(entry, terminal) for entry in entries] if not arguments.json else []
    if arguments.json:
        terminal.document(written)
    for line in lines:
        terminal.line(line)
    return DONE


def _entries(desk: Desk, limit: int | None) -> Iterator[GlossaryEntry]:
    after: GlossaryEntry | None = None
    left = limit
    while left is None or left > 0:
        page = desk.glossary.entries(limit=_PAGE if left is None else min(left, _PAGE), after=after)
        if not page:
            return
        yield from page
        after = page[-1]
        left = None if left is None else left - len(page)


def _hit(hit: Hit, terminal: Terminal) -> str:
    kind = terminal.say(f"terminal.kind.{hit.kind}")
    snippet = " ".join(hit.snippet.split())
    title = f"{hit.title}: " if hit.title and hit.title != snippet else ""
    return f"{(hit.article or hit.id)[:8]} [{kind}] {title}{snippet}"


def _entry(entry: GlossaryEntry, terminal: Terminal) -> str:
    reading = shown_reading(entry.text, entry.reading)
    reading = f"({reading})" if reading else ""
    category = terminal.say(f"terminal.category.{entry.category}")
    count = terminal.say("terminal.terms.articles", count=entry.articles)
    definition = f": {entry.definition}" if entry.definition else ""
    return f"{entry.text}{reading} [{category}] {count}{definition}"
