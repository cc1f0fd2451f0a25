"""Highlights: marked passages, as they were made and where they lie now."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reader.library.encoding import packed, row_hash
from reader.library.finding import number_of, resolve
from reader.library.knowing import highlights_of, highlights_where, read_revision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.library.connection import Connection, Row
    from reader.model.annotations import Anchor, Highlight, HighlightColor, Placement

HASHED = "made_on, exact, prefix, suffix, made_start, made_end, color, tags, former, quotation"
"""The columns whose values, in this order, a highlight's hash is of."""


class Highlights:
    """Keeps marked passages; a quotation is never changed after it was made."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def of_article(self, article_id: str) -> tuple[Highlight, ...]:
        """Return the highlights of an article in the order of its text, the lost ones last."""
        with self._db.reading():
            return highlights_of(self._db, number_of(self._db, "article", article_id))

    def get(self, highlight_id: str) -> Highlight:
        """Return one highlight."""
        with self._db.reading():
            number = number_of(self._db, "highlight", highlight_id)
            return highlights_where(self._db, "number = ?", (number,))[0]

    def article_of(self, highlight_id: str) -> str:
        """Return the id of the article that a highlight lies in."""
        article: str = self._db.value(
            "SELECT article.id FROM highlight JOIN article ON article.number = article"
            " WHERE highlight.number = ?",
            (number_of(self._db, "highlight", highlight_id),),
        )
        return article

    def resolve(self, prefix: str) -> str:
        """Return the one id that begins with ``prefix``."""
        return resolve(self._db, "highlight", prefix)

    def add(
        self,
        *,
        id: str,  # noqa: A002
        article_id: str,
        anchor: Anchor,
        color: HighlightColor,
        now: str,
        tags: Iterable[str] = (),
    ) -> Highlight:
        """Mark a passage of the newest revision."""
        with self._db.writing():
            article = number_of(self._db, "article", article_id)
            revision = read_revision(self._db, article)
            if revision.text[anchor.start : anchor.end] != anchor.exact:
                raise ValueError("the anchor is not of the newest revision")
            self._db.insert(
                """
                INSERT INTO highlight (id, article, made_on, exact, prefix, suffix, made_start,
                    made_end, color, tags, created, modified, hash, placed_on, start, "end", state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, 'anchored')
                """,
                (
                    id,
                    article,
                    revision.number,
                    anchor.exact,
                    anchor.prefix,
                    anchor.suffix,
                    anchor.start,
                    anchor.end,
                    color,
                    packed(list(tags)),
                    now,
                    now,
                    revision.number,
                    anchor.start,
                    anchor.end,
                ),
            )
            self._hash(id)
            return self.get(id)

    def set_color(self, highlight_id: str, color: HighlightColor, *, now: str) -> None:
        """Give a highlight another colour."""
        self._change(highlight_id, "color", color, now)

    def set_tags(self, highlight_id: str, tags: Iterable[str], *, now: str) -> None:
        """Replace the tags of a highlight."""
        self._change(highlight_id, "tags", packed(list(tags)), now)

    def set_anchor(
        self, highlight_id: str, anchor: Anchor, *, now: str, instead: bool = False
    ) -> None:
        """Let a highlight mark other words of the newest revision from now on.

        The words it marked before are kept with it where the new ones stand ``instead`` of
        them, because the article has changed; not where the reader marked more or less.
        """
        with self._db.writing():
            number = number_of(self._db, "highlight", highlight_id)
            row = self._db.one(
                "SELECT article, exact, prefix, suffix, made_start, made_end, made_on, former"
                " FROM highlight WHERE number = ?",
                (number,),
            )
            assert row is not None
            article, *before, former = row
            revision = read_revision(self._db, article)
            if revision.text[anchor.start : anchor.end] != anchor.exact:
                raise ValueError("the anchor is not of the newest revision")
            if instead:
                former = packed([*json.loads(former), before])
            self._db.run(
                """
                UPDATE highlight SET exact = ?, prefix = ?, suffix = ?, made_start = ?,
                    made_end = ?, made_on = ?, placed_on = ?, start = ?, "end" = ?,
                    state = 'anchored', quotation = 0, former = ?, modified = ?
                WHERE number = ?
                """,
                (
                    *anchor,
                    revision.number,
                    revision.number,
                    anchor.start,
                    anchor.end,
                    former,
                    now,
                    number,
                ),
            )
            self._hash(highlight_id)

    def keep_as_quotation(self, highlight_id: str, *, now: str) -> None:
        """Keep the words of a highlight as a quotation alone, with no place in the text."""
        with self._db.writing():
            self._db.run(
                """
                UPDATE highlight SET quotation = 1, start = 0, "end" = 0, state = 'lost',
                    modified = ? WHERE number = ?
                """,
                (now, number_of(self._db, "highlight", highlight_id)),
            )
            self._hash(highlight_id)

    def remove(self, highlight_id: str, *, now: str) -> None:
        """Take a highlight and its notes away; ``removed.restore`` brings them back."""
        from reader.library.removed import keep_highlight

        with self._db.writing():
            keep_highlight(self._db, number_of(self._db, "highlight", highlight_id), now)

    def replace_placements(self, placements: Iterable[tuple[str, Placement]]) -> None:
        """Say where highlights lie in the newest revision of their article."""
        with self._db.writing():
            for id_, placement in placements:
                number = number_of(self._db, "highlight", id_)
                self._db.run(
                    """
                    UPDATE highlight SET start = ?, "end" = ?, state = ?, placed_on =
                        (SELECT max(number) FROM revision
                            WHERE revision.article = highlight.article)
                    WHERE number = ?
                    """,
                    (placement.start, placement.end, placement.state, number),
                )

    def _change(self, highlight_id: str, column: str, value: str, now: str) -> None:
        with self._db.writing():
            number = number_of(self._db, "highlight", highlight_id)
            self._db.run(
                f"UPDATE highlight SET {column} = ?, modified = ? WHERE number = ?",  # noqa: S608
                (value, now, number),
            )
            self._hash(highlight_id)

    def _hash(self, highlight_id: str) -> None:
        row: Row | None = self._db.one(
            f"SELECT {HASHED} FROM highlight WHERE id = ?",  # noqa: S608 (our columns)
            (highlight_id,),
        )
        assert row is not None
        self._db.run("UPDATE highlight SET hash = ? WHERE id = ?", (row_hash(*row), highlight_id))
