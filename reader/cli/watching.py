"""``chumoku watch``: the questions that articles leave open, and where they stand."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from reader.cli.desks import open_to_change, open_to_read
from reader.cli.program import DONE
from reader.model.errors import UsageError
from reader.model.watching import WATCH_STATUSES
from reader.presentation import article_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.cli.arguments import Arguments
    from reader.cli.terminal import Terminal
    from reader.model.watching import WatchPoint
    from reader.services.desk import Desk

_PAGE = 500


def watch_command(arguments: Arguments, terminal: Terminal) -> int:
    """List watch points, set the status of one, or say that one is none."""
    words = arguments.words
    if words[:1] == ["set"]:
        return _set(words[1:], arguments, terminal)
    if words[:1] in (["dismiss"], ["restore"]):
        return _dismiss(words, arguments, terminal)
    if len(words) > 1:
        raise UsageError("watch_words", words=" ".join(words))
    with open_to_read(arguments) as desk:
        article_id = desk.reading.resolve(words[0]) if words else ""
        desk.understanding.finish()
        points = _of_article(desk, article_id, arguments) if words else _all(desk, arguments)
        _tell(list(islice(points, arguments.limit)), arguments, terminal)
    return DONE


def _set(words: list[str], arguments: Arguments, terminal: Terminal) -> int:
    if len(words) != 2:
        raise UsageError("watch_words", words=" ".join(("set", *words)))
    prefix, status = words
    if status not in WATCH_STATUSES:
        raise UsageError("bad_status", status=status, known=", ".join(WATCH_STATUSES))
    with open_to_change(arguments) as desk:
        watch_id = desk.watching.resolve(prefix)
        desk.watching.set_status(watch_id, status, why=arguments.why)
        point = desk.watching.get(watch_id)
    if arguments.json:
        terminal.document(article_json.watch_point(point))
    else:
        _tell([point], arguments, terminal)
    return DONE


def _dismiss(words: list[str], arguments: Arguments, terminal: Terminal) -> int:
    if len(words) != 2:
        raise UsageError("watch_words", words=" ".join(words))
    with open_to_change(arguments) as desk:
        watch_id = desk.watching.resolve(words[1])
        if words[0] == "dismiss":
            desk.watching.dismiss(watch_id)
        else:
            desk.watching.restore(watch_id)
        point = desk.watching.get(watch_id)
    if arguments.json:
        terminal.document(article_json.watch_point(point))
    else:
        _tell([point], arguments, terminal)
    return DONE


def _of_article(desk: Desk, article_id: str, arguments: Arguments) -> Iterator[WatchPoint]:
    for point in desk.watching.of_article(article_id):
        if arguments.status in {None, point.status}:
            yield point


def _all(desk: Desk, arguments: Arguments) -> Iterator[WatchPoint]:
    after: WatchPoint | None = None
    while page := desk.watching.all(status=arguments.status, limit=_PAGE, after=after):
        yield from page
        after = page[-1]


def _tell(points: Iterable[WatchPoint], arguments: Arguments, terminal: Terminal) -> None:
    if arguments.json:
        terminal.document([article_json.watch_point(point) for point in points])
        return
    from reader.cli.telling import watch_line

    for point in points:
        terminal.line(watch_line(point, terminal))
