"""Write an annotated summary as Markdown for Obsidian, which other programs read as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.export import front_matter
from reader.export.content import Content, one_line
from reader.export.managed import Ledger, Part
from reader.export.markdown_text import inside, plain, plain_lines, reader_lines, strong, tag
from reader.presentation.readings import shown_reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.export.front_matter import Front, Value
    from reader.model.annotated import AnnotatedSummary
    from reader.model.annotations import Highlight
    from reader.model.terms import ArticleTerm
    from reader.model.watching import WatchPoint

_BETWEEN = " ・ "
_BOXES = {"open": "[ ]", "developing": "[ ]", "answered": "[x]", "dropped": "[-]"}
"""Task boxes: Obsidian shows [-] as cancelled, and it is in nobody's list of open tasks."""


def write(summary: AnnotatedSummary) -> str:
    """Write the file: front matter, managed parts in order, and the ledger as its last line."""
    content = Content(summary)
    front = front_matter.front_of(_front_values(content))
    parts = list(_parts(content))
    ledger = Ledger(
        content.known.article.id,
        content.language,
        front_matter.hashes(front),
        tuple(part.id for part in parts),
    )
    return _joined(front, parts, ledger)


def _joined(front: Front, parts: list[Part], ledger: Ledger) -> str:
    body = "".join(f"{part.written()}\n" for part in parts)
    return f"{front.written()}\n{body}{ledger.written()}"


def _front_values(content: Content) -> dict[str, Value]:
    known, article = content.known, content.known.article
    tags = tuple(dict.fromkeys(name for name in map(tag, known.state.tags) if name))
    values: dict[str, Value] = {
        "title": content.title,
        "aliases": (),
        "tags": tags,
        "chumoku_id": article.id,
        "source": article.source,
        "publisher": article.publisher,
        "author": article.author,
        "url": article.url,
        "date": article.published or article.event_date,
        "event_date": article.event_date,
        "event_date_text": article.event_date_text,
        "imported": article.added.removesuffix("Z"),
        "language": article.language,
        "sha256": known.revision.sha256,
        "highlights": len(known.highlights),
        "watch_open": sum(
            1 for point in known.watch_points if point.status in ("open", "developing")
        ),
    }
    return {key: value for key, value in values.items() if value != ""}


def _parts(content: Content) -> Iterator[Part]:
    known, say = content.known, content.say
    yield Part("head", "\n".join(_head(content)))
    if known.summary.text.strip():
        lines = [f"> [!abstract] {say('export.summary')}"]
        lines += inside(reader_lines(known.summary.text), "> ")
        yield Part("summary", "\n".join(lines))
    if known.key_sentences:
        yield Part("key-sentences", "\n".join(_key_sentences(content)))
    yield from _highlights(content, content.highlights(), section="highlights")
    yield from _highlights(content, content.lost(), section="lost")
    if known.watch_points:
        yield Part("watch-points", f"## {say('export.watch_points')}")
        for point in known.watch_points:
            yield Part(f"watch-{point.id}", "\n".join(_watch_point(content, point)))
    terms = content.terms()
    if terms:
        lines = [f"## {say('export.terms')}", ""]
        for term in terms:
            lines += _term(content, term)
        yield Part("terms", "\n".join(lines))
    if known.notes:
        yield Part("notes", f"## {say('export.notes')}")
        for note in known.notes:
            yield Part(
                f"note-{note.id}", "\n".join(_note(content, note.text, prefix="> ", tags=note.tags))
            )


def _head(content: Content) -> Iterator[str]:
    yield f"# {plain(content.title)}"
    yield ""
    for fact in content.citation():
        value = f"<{fact.url}>" if fact.url else plain(fact.value)
        yield f"- {content.say('export.colon', label=fact.label, value=value)}"
    yield ""
    yield plain(content.say("export.legend"))


def _key_sentences(content: Content) -> Iterator[str]:
    yield f"## {content.say('export.key_sentences')}"
    for sentence in content.known.key_sentences:
        lines = plain_lines(sentence.text)
        mark = content.places.mark(sentence.start, content.say)
        yield ""
        yield from inside([*lines[:-1], f"{lines[-1]} {mark}".rstrip()] if lines else [mark], "> ")


def _highlights(content: Content, marks: list[Highlight], *, section: str) -> Iterator[Part]:
    part = "lost" if section == "lost" else ""
    if marks:
        yield Part(section, f"## {content.say(f'export.{section}')}")
    for mark in marks:
        yield Part(f"highlight-{mark.id}", "\n".join(_highlight(content, mark)), part)


def _highlight(content: Content, mark: Highlight) -> Iterator[str]:
    say = content.say
    where = "" if mark.state == "lost" else content.places.where(mark.start, say)
    about = (plain(where) or say("export.quotation"), say(f"export.{mark.color}"))
    yield f"> [!quote] {_BETWEEN.join(about)}"
    yield from inside(plain_lines(mark.text), "> ")
    if mark.state == "doubtful":
        now = plain(content.words_now(mark))
        yield ">"
        yield f"> {strong(say('export.doubtful'))} {say('export.doubtful_now', words=now)}"
    yield from _tags(mark.tags, prefix="> ")
    if mark.note.strip():
        yield ">"
        yield from _note(content, mark.note, prefix="> > ")
    yield ""
    yield f"^chumoku-{mark.id}"


def _watch_point(content: Content, point: WatchPoint) -> Iterator[str]:
    say = content.say
    words = plain(one_line(point.text))
    if point.status == "dropped":
        words = f"~~{words}~~"
    yield f"- {_BOXES[point.status]} {words} ^chumoku-{point.id}"
    about = [
        content.status(point),
        say("export.reader_asks") if point.origin == "reader" else "",
        plain(content.where(point)),
        content.horizon(point),
        " ".join(f"#{name}" for name in map(tag, point.tags) if name),
    ]
    yield f"    - {_BETWEEN.join(part for part in about if part)}"
    for change in point.history:
        yield f"    - {plain(content.step(change))}"
    for note in point.notes:
        yield ""
        yield from _note(content, note.text, prefix="    > ", tags=note.tags)


def _term(content: Content, term: ArticleTerm) -> Iterator[str]:
    say = content.say
    reading = shown_reading(term.text, term.reading)
    reading = f" ({plain(reading)})" if reading else ""
    about = [say(f"export.{term.category}")]
    if term.aliases:
        value = say("export.and").join(plain(alias) for alias in term.aliases)
        about.append(say("export.colon", label=say("export.aliases"), value=value))
    yield f"- {strong(one_line(term.text))}{reading} — {_BETWEEN.join(about)}"
    if term.definition is not None:
        # The reader's own stands nowhere in the text.
        mark = content.places.mark(term.definition.start, say) if term.definition.end else ""
        label = f"{say('export.definition')} ({mark})" if mark else say("export.definition")
        words = " ".join(plain_lines(term.definition.text))
        yield f"    - {say('export.colon', label=label, value=words)}"
    for note in term.notes:
        yield ""
        yield from _note(content, note.text, prefix="    > ", tags=note.tags)
        yield ""


def _note(content: Content, text: str, *, prefix: str, tags: tuple[str, ...] = ()) -> Iterator[str]:
    yield f"{prefix}[!note] {content.say('export.note')}"
    yield from inside(reader_lines(text), prefix)
    yield from _tags(tags, prefix=prefix)


def _tags(tags: tuple[str, ...], *, prefix: str) -> Iterator[str]:
    names = [name for name in map(tag, tags) if name]
    if names:
        yield prefix.rstrip()
        yield f"{prefix}{' '.join(f'#{name}' for name in names)}"
