"""The entries of an exported page: a highlight, a watch point, a term, a note."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from reader.export.content import one_line
from reader.export.html_article import text_html
from reader.export.html_notes import html_of
from reader.presentation.readings import shown_reading

if TYPE_CHECKING:
    from reader.export.content import Content
    from reader.model.annotations import Highlight
    from reader.model.terms import ArticleTerm
    from reader.model.watching import WatchPoint

_BOXES = {"open": "☐", "developing": "☐", "answered": "☑", "dropped": "☒"}
_BETWEEN = " ・ "


def where_link(content: Content, position: int) -> str:
    """Link the ¶ number of ``position`` to its paragraph, or say where it is without one."""
    mark = content.places.mark(position, content.say)
    number = content.places.number(position)
    if not mark:
        return ""
    linked = f'<a href="#p-{number}">{escape(mark)}</a>' if number else escape(mark)
    return f'<span class="where">{linked}</span>'


def note_aside(
    content: Content,
    text: str,
    *,
    named: str = "",
    back: str = "",
    tags: tuple[str, ...] = (),
) -> str:
    """Write a note of the reader's as an aside, with a link back to what it is on."""
    label = escape(content.say("export.note"))
    if back:
        label += f" {_back(content, back)}"
    name = f' id="{named}"' if named else ""
    told = _BETWEEN.join(f"#{escape(one)}" for one in tags)
    below = f'\n<p class="about">{told}</p>' if told else ""
    return f'<aside{name}>\n<p class="label">{label}</p>\n{html_of(text)}{below}\n</aside>'


def highlight_entry(content: Content, mark: Highlight) -> str:
    """Write a highlight: the quotation as it was made, and the note on it."""
    say = content.say
    about = [escape(say(f"export.{mark.color}")), *(f"#{escape(name)}" for name in mark.tags)]
    here = ""
    if mark.state != "lost":
        here = f"h-{mark.id}"
        heading = escape(content.places.heading(mark.start))
        link = _back(content, here) if not mark.note.strip() else ""
        about = [heading, where_link(content, mark.start), *about, link]
    lines = [
        f'<li id="e-{mark.id}">',
        f"<blockquote{language_of(content)}>{_quotation(mark)}</blockquote>",
        f'<p class="about">{_BETWEEN.join(part for part in about if part)}</p>',
    ]
    if mark.state == "doubtful":
        now = text_html(content.words_now(mark))
        told = escape(say("export.doubtful_now", words="\0")).replace("\0", f"<q>{now}</q>")
        lines.append(f"<p><strong>{escape(say('export.doubtful'))}</strong> {told}</p>")
    if mark.note.strip():
        lines.append(note_aside(content, mark.note, named=f"n-{mark.id}", back=here))
    return "\n".join((*lines, "</li>"))


def watch_point_entry(content: Content, point: WatchPoint) -> str:
    """Write a watch point with its status, its history and the notes on it."""
    status = escape(content.status(point))
    placed = point.end > point.start
    about = [
        escape(content.say("export.reader_asks")) if point.origin == "reader" else "",
        escape(content.places.heading(point.start) if placed else one_line(point.heading)),
        where_link(content, point.start) if placed else "",
        escape(content.horizon(point)),
        " ".join(f"#{escape(name)}" for name in point.tags),
    ]
    told = _BETWEEN.join(part for part in about if part)
    lines = [
        f'<li id="w-{point.id}" class="{point.status}">',
        (
            f'<p><span class="box" aria-hidden="true">{_BOXES[point.status]}</span>'
            f'<span class="question">{text_html(point.text)}</span> '
            f'<span class="status">{status}</span></p>'
        ),
    ]
    if told:
        lines.append(f'<p class="about">{told}</p>')
    if point.history:
        steps = "".join(f"<li>{escape(content.step(change))}</li>" for change in point.history)
        label = escape(content.say("export.history"))
        lines.append(f'<ul class="about" aria-label="{label}">{steps}</ul>')
    lines += [
        note_aside(content, note.text, named=f"n-{note.id}", back=f"w-{point.id}", tags=note.tags)
        for note in point.notes
    ]
    return "\n".join((*lines, "</li>"))


def term_entry(content: Content, term: ArticleTerm) -> str:
    """Write a term: reading, category and other names, then its definition and the notes."""
    say = content.say
    reading = shown_reading(term.text, term.reading)
    named = f'<dfn id="t-{term.id}">{text_html(one_line(term.text))}</dfn>'
    about = [escape(say(f"export.{term.category}"))]
    if term.aliases:
        value = say("export.and").join(one_line(alias) for alias in term.aliases)
        about.append(escape(say("export.colon", label=say("export.aliases"), value=value)))
    told = _BETWEEN.join(about)
    shown = f' <span class="reading">{escape(reading)}</span>' if reading else ""
    lines = [f"<dt>{named}{shown}</dt>", f'<dd class="about">{told}</dd>']
    if term.definition is not None:
        # The reader's own stands nowhere in the text.
        where = where_link(content, term.definition.start) if term.definition.end else ""
        lines.append(f"<dd{language_of(content)}>{text_html(term.definition.text)} {where}</dd>")
    for note in term.notes:
        named, back = f"n-{note.id}", f"t-{term.id}"
        aside = note_aside(content, note.text, named=named, back=back, tags=note.tags)
        lines.append(f"<dd>{aside}</dd>")
    return "\n".join(lines)


def language_of(content: Content) -> str:
    """Return the lang attribute for words of the article, where its language is known."""
    language = content.known.article.language
    return f' lang="{escape(language)}"' if language else ""


def _quotation(mark: Highlight) -> str:
    return f'<mark class="c-{mark.color}">{text_html(mark.text)}</mark>'


def _back(content: Content, place: str) -> str:
    told = escape(content.say("export.to_text"))
    return f'<a class="back" href="#{place}" aria-label="{told}" title="{told}">↩</a>'
