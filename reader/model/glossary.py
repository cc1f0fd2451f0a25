"""Terms as the library keeps them, and what is asked and told of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from reader.model.understanding import CATEGORIES

if TYPE_CHECKING:
    from reader.model.annotations import Note
    from reader.model.understanding import Category

GlossarySort = Literal["reading", "use", "newest", "form"]
GLOSSARY_SORTS: tuple[GlossarySort, ...] = ("reading", "use", "newest", "form")


@dataclass(frozen=True, slots=True)
class GlossaryQuery:
    """Which terms are asked for, and in which order.

    ``text`` is looked for in forms, aliases and readings (width, case, and hiragana or katakana
    do not matter). ``hidden`` asks for the hidden terms alone, ``noted`` for those that carry a
    note of the reader's. The order is by ``reading`` (五十音順), by ``use`` (those that most
    articles use first), by the ``newest`` article that uses them, or by ``form``.
    """

    text: str = ""
    categories: frozenset[Category] = frozenset(CATEGORIES)
    sort: GlossarySort = "reading"
    hidden: bool = False
    noted: bool = False


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A term of the whole library, with the reader's own definition or the newest of an article.

    ``articles`` and ``occurrences`` are counts, those of terms merged into it included;
    ``definition_article`` is the id of the article the definition comes from, or empty.
    ``own`` says that the reader made it. ``sort_key`` orders by reading; its first character is
    the letter that it stands under (あ, 漢 of a form without a reading, Ａ). ``newest`` is the
    date of the newest article that uses it.
    """

    id: str
    text: str
    category: Category
    reading: str
    aliases: tuple[str, ...]
    articles: int
    occurrences: int
    definition: str = ""
    definition_article: str = ""
    notes: tuple[Note, ...] = ()
    own: bool = False
    hidden: bool = False
    sort_key: str = ""
    newest: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """What an article says that a term is, and where, in code points of its newest text.

    The reader's own has an empty ``article_id`` and the range (0, 0).
    """

    text: str
    article_id: str = ""
    article_title: str = ""
    date: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place where a term stands, in code points of the article's newest text.

    ``before`` and ``after`` are what the sentence has around it, at most 40 characters each
    and a … where more is left out.
    """

    article_id: str
    article_title: str
    date: str
    start: int
    end: int
    before: str
    form: str
    after: str


@dataclass(frozen=True, slots=True)
class TermCard:
    """All that is known of one term, its occurrences left out.

    ``definitions`` are the reader's own, then those of articles, each once, oldest first.
    ``merged`` are the terms that the reader merged into it, ``co_terms`` those that stand most
    often in the same articles.
    """

    entry: GlossaryEntry
    definitions: tuple[Definition, ...] = ()
    merged: tuple[GlossaryEntry, ...] = ()
    removed_aliases: tuple[str, ...] = ()
    co_terms: tuple[GlossaryEntry, ...] = ()
    notes: tuple[Note, ...] = ()


class ElsewhereTerm(NamedTuple):
    """A place of a term that only other articles know, in code points of the text."""

    term_id: str
    text: str
    category: Category
    start: int
    end: int
