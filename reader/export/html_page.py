"""Write an annotated summary as one page that asks the network for nothing.

The page carries all annotations and the article's text as JSON-LD besides, so that adding it to
another library restores them.
"""

from __future__ import annotations

import hashlib
import re
from html import escape
from typing import TYPE_CHECKING

from reader.export.content import Content
from reader.export.html_article import article_html, text_html
from reader.export.html_entries import (
    highlight_entry,
    language_of,
    note_aside,
    term_entry,
    watch_point_entry,
    where_link,
)
from reader.export.html_notes import html_of
from reader.export.html_style import style_sheet
from reader.export.jsonld import collection, script_text
from reader.export.merging import KeptEdit, Merged
from reader.presentation.dates import moment_for_people

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.model.annotated import AnnotatedSummary
    from reader.model.annotations import Highlight

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_HASH = '<meta name="chumoku-hash" content="{}">'
_OWNER = re.compile(r'<meta name="chumoku-article" content="(\w+)">')
_HEAD = 4_000


def write(summary: AnnotatedSummary) -> str:
    """Write the page; it knows its own hash, so that an edit by hand is seen."""
    page = "\n".join(_page(Content(summary))) + "\n"
    return page.replace(_HASH.format(""), _HASH.format(_digest(page)), 1)


def owner(data: bytes) -> str:
    """Return the id of the article that a page of ours tells of, or ''."""
    head = data[:_HEAD].decode("utf-8", "replace")
    found = _OWNER.search(head) if head.lstrip("\ufeff").startswith("<!DOCTYPE html>") else None
    return found[1] if found else ""


def merge(existing: str, fresh: str) -> Merged:
    """Take the fresh page, unless the reader changed the existing one: then that stays."""
    plain = existing.removeprefix("\ufeff").replace("\r\n", "\n")
    found = re.search(_HASH.format(r"(\w*)"), plain[:_HEAD])
    if found and _digest(plain.replace(found.group(), _HASH.format(""), 1)) == found[1]:
        return Merged(fresh, rewritten=("page",) if plain != fresh else ())
    return Merged(existing, kept_edits=(KeptEdit("page", existing, fresh),))


def _digest(page: str) -> str:
    return hashlib.sha256(page.encode("utf-8", "replace")).hexdigest()[:32]


def _page(content: Content) -> Iterator[str]:
    known, say = content.known, content.say
    title = escape(content.title)
    yield "<!DOCTYPE html>"
    yield f'<html lang="{content.language}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="generator" content="Chumoku">'
    yield f'<meta name="chumoku-article" content="{known.article.id}">'
    yield _HASH.format("")
    yield f"<title>{title}</title>"
    yield f"<style>\n{style_sheet()}</style>"
    yield "</head>"
    yield "<body>"
    yield f"<header>\n<h1>{title}</h1>"
    yield from _citation(content)
    yield "</header>\n<main>"
    yield from _sections(content)
    yield "</main>"
    made = say("export.made", when=moment_for_people(content.summary.exported, content.language))
    yield f"<footer><p>{escape(say('export.legend'))}</p><p>{escape(made)}</p></footer>"
    yield '<script type="application/ld+json">'
    yield script_text(collection(content.summary))
    yield "</script>\n</body>\n</html>"


def _citation(content: Content) -> Iterator[str]:
    yield '<dl class="citation">'
    for fact in content.citation():
        value = text_html(fact.value)
        if fact.url:
            value = f'<a href="{escape(fact.url)}" rel="noopener noreferrer">{value}</a>'
        yield f"<dt>{escape(fact.label)}</dt><dd>{value}</dd>"
    yield "</dl>"


def _sections(content: Content) -> Iterator[str]:
    known, language = content.known, language_of(content)
    if known.summary.text.strip():
        yield from _section(content, "summary", "thinks", [html_of(known.summary.text)])
    if known.key_sentences:
        quotes = [
            f"<blockquote{language}>{text_html(one.text)} {where_link(content, one.start)}"
            "</blockquote>"
            for one in known.key_sentences
        ]
        yield from _section(content, "key_sentences", "says", quotes)
    for name, marks in (("highlights", content.highlights()), ("lost", content.lost())):
        if marks:
            yield from _section(content, name, "says", _highlights(content, marks))
    if known.watch_points:
        points = [watch_point_entry(content, point) for point in known.watch_points]
        lines = ['<ul class="questions">', *points, "</ul>"]
        yield from _section(content, "watch_points", "asks", lines)
    terms = content.terms()
    if terms:
        entries = [term_entry(content, term) for term in terms]
        yield from _section(content, "terms", "says", ['<dl class="terms">', *entries, "</dl>"])
    if known.notes:
        asides = [
            note_aside(content, note.text, named=f"n-{note.id}", tags=note.tags)
            for note in known.notes
        ]
        yield from _section(content, "notes", "thinks", asides)
    if known.revision.text:
        lines = [f"<article{language}>", *article_html(content), "</article>"]
        yield from _section(content, "text", "says", lines)


def _highlights(content: Content, marks: list[Highlight]) -> Iterator[str]:
    yield '<ol class="entries">'
    for mark in marks:
        yield highlight_entry(content, mark)
    yield "</ol>"


def _section(content: Content, name: str, layer: str, lines: Iterable[str]) -> Iterator[str]:
    say = content.say
    heading = escape(say(f"export.{name}"))
    yield f'<section id="{name.replace("_", "-")}" class="{layer}" aria-label="{heading}">'
    yield f'<h2>{heading}<span class="layer">{escape(say(f"export.{layer}"))}</span></h2>'
    yield from lines
    yield "</section>"
