"""``chumoku terms``: what words mean, and what the reader says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.desks import open_library, open_to_read
from reader.cli.program import DONE
from reader.model.errors import NotFoundError, UsageError
from reader.model.glossary import GLOSSARY_SORTS, GlossaryQuery
from reader.presentation import article_json
from reader.presentation.readings import shown_reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.cli.arguments import Arguments
    from reader.cli.terminal import Terminal
    from reader.model.changes import Changes
    from reader.model.glossary import GlossaryEntry
    from reader.services.desk import Desk
    from reader.services.glossary import Glossary

_PAGE = 500

# What can be said of a term, and how many words stand behind it.
_ACTS: dict[str, int] = {
    "hide": 0,
    "show": 0,
    "category": 1,
    "merge": 1,
    "part": 0,
    "rename": 1,
    "define": 1,
}


def terms_command(arguments: Arguments, terminal: Terminal) -> int:
    """Tell the terms of one article, or those of the library, or correct one."""
    words = arguments.words
    if words and words[0] in _ACTS:
        return _correct(words, arguments, terminal)
    if len(words) > 1:
        raise UsageError("terms_words", words=" ".join(words))
    with open_to_read(arguments) as desk:
        article_id = desk.reading.resolve(words[0]) if words else ""
        desk.understanding.finish()
        if article_id:
            _tell_article(desk, article_id, arguments, terminal)
        else:
            _tell_library(desk, arguments, terminal)
    return DONE


def _tell_article(desk: Desk, article_id: str, arguments: Arguments, terminal: Terminal) -> None:
    from reader.cli.telling import term_line

    terms = desk.glossary.of_article(article_id)[: arguments.limit]
    if arguments.json:
        terminal.document([article_json.article_term(term) for term in terms])
        return
    for term in terms:
        terminal.line(term_line(term, terminal))


def _tell_library(desk: Desk, arguments: Arguments, terminal: Terminal) -> None:
    entries = _entries(desk, arguments)
    if arguments.json:
        terminal.document([_written(desk.glossary, entry) for entry in entries])
        return
    for entry in entries:
        terminal.line(_line(entry, terminal))


def _entries(desk: Desk, arguments: Arguments) -> Iterator[GlossaryEntry]:
    sort = next(sort for sort in GLOSSARY_SORTS if sort == arguments.sort)
    query = GlossaryQuery(sort=sort, hidden=arguments.hidden)
    after: GlossaryEntry | None = None
    left = arguments.limit
    while left is None or left > 0:
        many = _PAGE if left is None else min(left, _PAGE)
        page = desk.glossary.entries(query, limit=many, after=after)
        if not page:
            return
        yield from page
        after = page[-1]
        left = None if left is None else left - len(page)


def _written(glossary: Glossary, entry: GlossaryEntry) -> dict[str, object]:
    told = [article_json.definition(one) for one in glossary.definitions(entry.id)]
    return {
        **article_json.glossary_entry(entry),
        "key": glossary.key(entry.id),
        "definitions": told,
    }


def _correct(words: list[str], arguments: Arguments, terminal: Terminal) -> int:
    verb, *rest = words
    if len(rest) != 1 + _ACTS[verb]:
        raise UsageError("terms_words", words=" ".join(words))
    with open_library(arguments) as desk:
        desk.understanding.finish()
        term_id = _resolve(desk.glossary, rest[0])
        _act(desk.glossary, verb, term_id, rest[1:])
        card = desk.glossary.card(term_id)
    if arguments.json:
        terminal.document(article_json.term_card(card))
    else:
        terminal.line(_line(card.entry, terminal))
    return DONE


def _act(glossary: Glossary, verb: str, term_id: str, rest: list[str]) -> None:
    if verb == "merge":
        glossary.merge(term_id, into=_resolve(glossary, rest[0]))
        return
    acts: dict[str, Callable[..., Changes]] = {
        "hide": glossary.hide,
        "show": glossary.show,
        "part": glossary.part,
        "category": glossary.set_category,
        "rename": glossary.set_form,
        "define": glossary.set_definition,
    }
    acts[verb](term_id, *rest)


def _resolve(glossary: Glossary, written: str) -> str:
    """Return the id of a term: by how that begins, or by a form that only one term has."""
    try:
        return glossary.resolve(written)
    except NotFoundError:
        found = {
            entry.id
            for hidden in (False, True)
            for entry in glossary.entries(GlossaryQuery(text=written, hidden=hidden), limit=_PAGE)
            if entry.text == written
        }
        if not found:
            raise
    if len(found) > 1:
        raise NotFoundError("ambiguous_term", form=written, ids=", ".join(sorted(found)))
    return found.pop()


def _line(entry: GlossaryEntry, terminal: Terminal) -> str:
    from reader.cli.telling import SHORT_ID

    reading = shown_reading(entry.text, entry.reading)
    reading = f"({reading})" if reading else ""
    category = terminal.say(f"terminal.category.{entry.category}")
    count = terminal.say("terminal.terms.articles", count=entry.articles)
    definition = f": {entry.definition}" if entry.definition else ""
    return f"{entry.id[:SHORT_ID]} {entry.text}{reading} [{category}] {count}{definition}"
