"""``chumoku list`` and ``chumoku show``: the articles, and all that is known of one."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from reader.cli.desks import open_to_read
from reader.cli.program import DONE
from reader.presentation import article_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cli.arguments import Arguments
    from reader.cli.terminal import Terminal
    from reader.model.article import ArticleRow
    from reader.services.desk import Desk

_PAGE = 500


def list_command(arguments: Arguments, terminal: Terminal) -> int:
    """List articles, newest first."""
    with open_to_read(arguments) as desk:
        rows = islice(_rows(desk, arguments), arguments.limit)
        if arguments.json:
            terminal.document([article_json.article_row(row) for row in rows])
            return DONE
        for row in rows:
            terminal.line(_line(row, terminal))
    return DONE


def show_command(arguments: Arguments, terminal: Terminal) -> int:
    """Show one article with all that is known of it."""
    from reader.cli.telling import tell_article

    with open_to_read(arguments) as desk:
        article_id = desk.reading.resolve(arguments.id)
        desk.understanding.finish()
        known = desk.reading.open(article_id)
    if arguments.json:
        terminal.document(article_json.known_article(known))
    else:
        tell_article(known, terminal)
    return DONE


def _rows(desk: Desk, arguments: Arguments) -> Iterator[ArticleRow]:
    query = " ".join(arguments.query)
    wanted = _hits(desk, query) if query.strip() else None
    after: ArticleRow | None = None
    while page := desk.reading.page(
        after=after, limit=_PAGE, status=arguments.status, tag=arguments.tag
    ):
        yield from (row for row in page if wanted is None or row.id in wanted)
        after = page[-1]


def _hits(desk: Desk, query: str) -> frozenset[str]:
    """Return every article that has the words of the query."""
    total = desk.reading.count()
    found = desk.searching.find(query, limit=max(1, total), kinds=("article",))
    return frozenset(hit.id for hit in found.hits)


def _line(row: ArticleRow, terminal: Terminal) -> str:
    facts = [
        row.published or row.event_date,
        row.source,
        terminal.say("terminal.list.watch", count=row.watch_open) if row.watch_open else "",
        terminal.say("terminal.list.notes", count=row.notes) if row.notes else "",
        " ".join(f"#{tag}" for tag in row.tags),
    ]
    told = "  ".join(fact for fact in facts if fact)
    mark = {"unread": "●", "reading": "◐", "read": " "}[row.status]
    star = "★" if row.starred else ""
    return f"{row.id[:8]} {mark} {star}{row.title}" + (f"  ({told})" if told else "")
