"""What the card of a term says: its head, its definitions with where they stand, its contexts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reader.presentation.dates import for_people
from reader.presentation.readings import shown_reading
from reader.presentation.rows import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.model.glossary import Definition, GlossaryEntry, Occurrence, TermCard
    from reader.model.understanding import Category
    from reader.presentation.messages import Messages

_MARKERS = "-*•●■◆▪・ \u3000"


class DefinitionPart(NamedTuple):
    """A definition of an article: which one it is (if there are more), its words, its place."""

    label: str
    text: str
    title: str
    date: str
    article_id: str
    start: int
    end: int


class Related(NamedTuple):
    """Another term that the card leads to."""

    id: str
    form: str
    category: Category


class TermPage(NamedTuple):
    """The words of a card above its contexts; what is not known is empty."""

    id: str
    form: str
    reading: str
    category: Category
    category_name: str
    facts: str
    own: bool
    hidden: bool
    aliases: tuple[str, ...]
    removed: tuple[str, ...]
    merged: tuple[Related, ...]
    definitions: tuple[DefinitionPart, ...]
    own_definition: str
    together: tuple[Related, ...]


@dataclass(frozen=True, slots=True)
class ContextRow:
    """A line of the contexts: the heading of an article, or a form between its neighbours.

    A heading leads to the first place of its article; its ``form`` is the article's title.
    """

    article_id: str
    start: int
    end: int
    before: str
    form: str
    after: str
    date: str
    heading: bool
    spoken: str


def term_page(card: TermCard, messages: Messages) -> TermPage:
    """Say everything of a card that stands above its contexts."""
    entry = card.entry
    own = next((one.text for one in card.definitions if not one.article_id), "")
    told = [one for one in card.definitions if one.article_id]
    merged = {one.text for one in card.merged}
    return TermPage(
        id=entry.id,
        form=entry.text,
        reading=shown_reading(entry.text, entry.reading),
        category=entry.category,
        category_name=messages(f"window.category.{entry.category}"),
        facts=facts_of(entry, messages),
        own=entry.own,
        hidden=entry.hidden,
        # A term that was merged can be parted: it stands there alone.
        aliases=tuple(form for form in entry.aliases if form not in merged),
        removed=card.removed_aliases,
        merged=_related(card.merged),
        definitions=tuple(
            _definition(one, _label(place, len(told), messages), messages)
            for place, one in enumerate(told)
        ),
        own_definition=own,
        together=_related(card.co_terms),
    )


def facts_of(entry: GlossaryEntry, messages: Messages) -> str:
    """Say in how many articles a term stands, and how often."""
    if not entry.articles:
        return messages("glossary.count.nowhere")
    return SEPARATOR.join(
        (
            messages("glossary.count.articles", count=entry.articles),
            messages("glossary.count.places", count=entry.occurrences),
        )
    )


def context_rows(
    occurrences: Iterable[Occurrence], messages: Messages, *, under: str = ""
) -> list[ContextRow]:
    """Return the lines of a page of contexts, a heading before each article.

    ``under`` is the id of the article that the line before them stands under.
    """
    rows: list[ContextRow] = []
    for one in occurrences:
        date = for_people(one.date, messages.language) if one.date else ""
        if one.article_id != under:
            under = one.article_id
            rows.append(_heading(one, date))
        spoken = f"{one.before}{one.form}{one.after}".strip()
        rows.append(
            ContextRow(
                article_id=one.article_id,
                start=one.start,
                end=one.end,
                before=_without_marker(_one_line(one.before)),
                form=_one_line(one.form),
                after=_one_line(one.after),
                date=date,
                heading=False,
                spoken=_one_line(spoken),
            )
        )
    return rows


def entry_spoken(entry: GlossaryEntry, messages: Messages) -> str:
    """Say a whole line of the glossary for a screen reader."""
    return "、".join(
        part
        for part in (
            entry.text,
            shown_reading(entry.text, entry.reading),
            messages(f"window.category.{entry.category}"),
            facts_of(entry, messages),
            *entry_signs(entry, messages),
        )
        if part
    )


def entry_signs(entry: GlossaryEntry, messages: Messages) -> tuple[str, ...]:
    """Return the signs of a line: made by the reader, hidden."""
    return tuple(
        messages(f"glossary.sign.{name}")
        for name, holds in (("own", entry.own), ("hidden", entry.hidden))
        if holds
    )


def _heading(one: Occurrence, date: str) -> ContextRow:
    title = _one_line(one.article_title)
    return ContextRow(
        article_id=one.article_id,
        start=one.start,
        end=one.end,
        before="",
        form=title,
        after="",
        date=date,
        heading=True,
        spoken="、".join(part for part in (title, date) if part),
    )


def _label(place: int, many: int, messages: Messages) -> str:
    """Name a definition by its place among all; one alone needs no name."""
    if many == 1:
        return ""
    if place == 0:
        return messages("glossary.definition.first")
    if place == many - 1:
        return messages("glossary.definition.newest")
    return messages("glossary.definition.other")


def _definition(one: Definition, label: str, messages: Messages) -> DefinitionPart:
    date = for_people(one.date, messages.language) if one.date else ""
    title = _one_line(one.article_title)
    return DefinitionPart(label, one.text, title, date, one.article_id, one.start, one.end)


def _related(entries: Sequence[GlossaryEntry]) -> tuple[Related, ...]:
    return tuple(Related(entry.id, entry.text, entry.category) for entry in entries)


def _without_marker(before: str) -> str:
    """Leave out the marker of a list item, which is no part of its words."""
    return before if before.startswith("…") else before.lstrip(_MARKERS)


def _one_line(words: str) -> str:
    return words.replace("\n", " ")
