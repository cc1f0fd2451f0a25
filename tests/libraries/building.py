"""Make articles, understandings and anchors for the tests of the library, in our own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

from reader.model.annotations import Anchor
from reader.model.blocks import Block
from reader.model.document import Document, Facts
from reader.model.passage import Passage
from reader.model.understanding import FoundTerm, FoundWatchPoint, Understanding

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library import Library
    from reader.model.article import Revision
    from reader.model.understanding import Category

NOW = "2026-01-10T09:00:00Z"
LATER = "2026-01-10T10:00:00Z"

TEXT = """\
北海の橋、夏に開通へ
北海県は橋の工事が終わりに近いと発表した。北海大橋とは、二つの島を結ぶ橋である。
今後の注目ポイント
料金はいくらになるのか
船の便は残るのか"""


class Said(TypedDict, total=False):
    """What a source can say of itself, besides its title."""

    source: str
    url: str
    published: str
    event_date: str
    declared_id: str


def document(text: str = TEXT, *, title: str = "", **facts: Unpack[Said]) -> Document:
    """Make a document whose first line is its title, and whose others are paragraphs."""
    blocks: list[Block] = []
    place = 0
    for line in text.split("\n"):
        blocks.append(Block("paragraph" if blocks else "title", place, place + len(line)))
        place += len(line) + 1
    named = title or text.split("\n", maxsplit=1)[0]
    return Document(text, tuple(blocks), Facts(title=named, **facts))


def add_article(
    library: Library,
    article_id: str,
    *,
    text: str = TEXT,
    origin: str = "",
    now: str = NOW,
    **facts: Unpack[Said],
) -> Revision:
    """Add an article with its first revision, as the services do."""
    made = document(text, **facts)
    with library.writing():
        library.articles.add(id=article_id, facts=made.facts, origin=origin, now=now)
        return add_text(library, article_id, text=text, now=now)


def add_text(library: Library, article_id: str, *, text: str, now: str = LATER) -> Revision:
    """Add the newest text of an article."""
    with library.writing():
        sha256 = library.articles.store_original(text.encode())
        return library.articles.add_revision(
            article_id, sha256=sha256, name="article.txt", document=document(text), now=now
        )


def term(
    text: str,
    *,
    category: Category = "place",
    within: str = TEXT,
    aliases: tuple[str, ...] = (),
    definition: Passage | None = None,
) -> FoundTerm:
    """Make a term with its occurrences in a text."""
    found = []
    place = within.find(text)
    while place >= 0:
        found.append((place, place + len(text)))
        place = within.find(text, place + 1)
    return FoundTerm(
        text=text,
        category=category,
        reading="よみ",
        aliases=aliases,
        occurrences=tuple(found),
        weight=0.5,
        shown=True,
        definition=definition,
        receipt=definition,
    )


def passage(words: str, *, within: str = TEXT) -> Passage:
    """Return where words stand in a text."""
    start = within.index(words)
    return Passage(words, start, start + len(words))


def point(words: str, *, within: str = TEXT, nth: int = 0) -> FoundWatchPoint:
    """Make a watch point of the words of a text, the ``nth`` time they stand there."""
    start = -1
    for _ in range(nth + 1):
        start = within.index(words, start + 1)
    return FoundWatchPoint(words, start, start + len(words), "list", "今後の注目ポイント")


def understanding(
    *,
    version: int = 1,
    terms: tuple[FoundTerm, ...] = (),
    points: tuple[FoundWatchPoint, ...] = (),
    sentences: tuple[Passage, ...] = (),
) -> Understanding:
    """Make an understanding of a text."""
    return Understanding(version, "ja", terms, points, sentences)


def understand(
    library: Library, article_id: str, ids: Callable[[], str], found: Understanding
) -> bool:
    """Store an understanding of the newest text of an article."""
    number = library.articles.revision(article_id).number
    return library.understandings.store(article_id, number, found, now=NOW, make_id=ids)


def anchor(words: str, *, within: str = TEXT) -> Anchor:
    """Make an anchor on the first place of words in a text."""
    start = within.index(words)
    end = start + len(words)
    return Anchor(words, within[max(0, start - 32) : start], within[end : end + 32], start, end)
