"""``chumoku search``: find words in all that the library holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.desks import open_to_read
from reader.cli.program import DONE
from reader.presentation import article_json

if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.terminal import Terminal
    from reader.model.searching import Hit

_HITS = 50


def search_command(arguments: Arguments, terminal: Terminal) -> int:
    """Search articles, notes, terms and watch points."""
    with open_to_read(arguments) as desk:
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


def _hit(hit: Hit, terminal: Terminal) -> str:
    kind = terminal.say(f"terminal.kind.{hit.kind}")
    snippet = " ".join(hit.snippet.split())
    title = f"{hit.title}: " if hit.title and hit.title != snippet else ""
    return f"{(hit.article or hit.id)[:8]} [{kind}] {title}{snippet}"
