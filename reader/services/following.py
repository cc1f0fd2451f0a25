"""Take the reader's marks along into a new text of their article."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from reader.model.annotations import Placement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.library import Library
    from reader.model.annotations import Anchor


def follow(library: Library, article_id: str) -> None:
    """Find the highlights and the reader's own watch points in the newest text.

    Each anchor is followed from the text that it was made on, so that nothing is lost by
    going through several revisions.
    """
    highlights = library.highlights.of_article(article_id)
    # One that became a quotation again, because that was done again, has its place still.
    placed = [mark.id for mark in highlights if mark.quotation and mark.state != "lost"]
    library.highlights.replace_placements([(id_, Placement(0, 0, "lost")) for id_ in placed])
    marks = [(mark.made_on, mark.id, mark.anchor) for mark in highlights if not mark.quotation]
    questions = [
        (made_on, id_, anchor)
        for id_, (anchor, made_on) in library.watch_points.anchors(article_id).items()
    ]
    if not marks and not questions:
        return
    texts = {one.number: one.text for one in library.articles.revisions(article_id)}
    library.highlights.replace_placements(list(_placed(marks, texts)))
    library.watch_points.replace_placements(list(_placed(questions, texts)))


def _placed(
    anchors: list[tuple[int, str, Anchor]], texts: dict[int, str]
) -> Iterator[tuple[str, Placement]]:
    from reader.annotation.anchors import place_all

    newest = texts[max(texts)]
    for made_on, group in groupby(sorted(anchors, key=_made_on), key=_made_on):
        known = list(group)
        places = place_all([anchor for *_, anchor in known], newest, old_text=texts[made_on])
        yield from zip((id_ for _, id_, _ in known), places, strict=True)


def _made_on(entry: tuple[int, str, Anchor]) -> int:
    return entry[0]
