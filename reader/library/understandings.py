"""What was understood of each article, and which articles still wait for it."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from reader.library.encoding import pack_attributions, pack_passages, pack_ranges, passages
from reader.library.finding import number_of
from reader.model.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.library.connection import Connection
    from reader.library.saying import OwnPlaces, Removed
    from reader.model.blocks import Block
    from reader.model.ids import IdMaker
    from reader.model.passage import Passage
    from reader.model.understanding import Understanding


@dataclass(frozen=True, slots=True)
class Understood:
    """The understanding of an article as it is kept; terms and watch points have tables.

    ``revision`` is the number of the revision that was understood.
    """

    version: int
    revision: int
    language: str
    key_sentences: tuple[Passage, ...]


class Stored(NamedTuple):
    """An understanding of a revision; ``own`` is where the reader's forms stand in its text."""

    article_id: str
    revision: int
    understanding: Understanding
    own: OwnPlaces = ()


class Waiting(NamedTuple):
    """The newest text of an article; ``language`` is what its source says, or empty."""

    revision: int
    text: str
    blocks: tuple[Block, ...]
    language: str
    corrected: bool


class Understandings:
    """Keeps the newest understanding of every article."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def store(
        self,
        article_id: str,
        revision_number: int,
        understanding: Understanding,
        *,
        now: str,
        make_id: IdMaker,
    ) -> bool:
        """Keep an understanding in place of the one before; say whether it was kept.

        It is not when a newer revision came meanwhile. Watch points whose words were there
        before and terms whose form and category are known keep their ids, and what the
        reader touched stays.
        """
        stored = Stored(article_id, revision_number, understanding)
        return bool(self.store_many([stored], now=now, make_id=make_id))

    def store_many(
        self,
        stored: Iterable[Stored],
        *,
        now: str,
        make_id: IdMaker,
        forms: Mapping[str, int] = MappingProxyType({}),
    ) -> list[str]:
        """Keep understandings in one transaction; return the articles whose was kept.

        ``forms`` are the reader's, by which a term is known as well.
        """
        from reader.library.saying import removed_forms

        with self._db.writing():
            removed = removed_forms(self._db)
            return [
                one.article_id
                for one in stored
                if self._keep(one, now=now, make_id=make_id, forms=forms, removed=removed)
            ]

    def get(self, article_id: str) -> Understood | None:
        """Return what was understood last, if the article was ever understood."""
        row = self._db.one(
            "SELECT version, revision, language, key_sentences FROM understanding"
            " WHERE article = ?",
            (number_of(self._db, "article", article_id),),
        )
        if row is None:
            return None
        version, revision, language, key_sentences = row
        return Understood(version, revision, language, passages(key_sentences))

    def text_of(self, article_id: str) -> Waiting:
        """Return the newest text of an article as an analyser takes it."""
        from reader.library.knowing import read_revision

        row = self._db.one(
            """
            SELECT number, language,
                EXISTS (SELECT 1 FROM block_correction WHERE article = article.number)
            FROM article WHERE id = ?
            """,
            (article_id,),
        )
        if row is None:
            raise NotFoundError("no_such_id", id=article_id, kind="article")
        revision = read_revision(self._db, row[0])
        return Waiting(revision.number, revision.text, revision.blocks, row[1], bool(row[2]))

    def pending(self, version: int, limit: int) -> list[tuple[str, int]]:
        """Return articles whose newest text no analyser of this ``version`` understood.

        Those that were never understood come first, then in the order of adding; each with
        the number of its newest revision. The trash waits for nothing.
        """
        return [
            (id_, revision)
            for id_, revision in self._db.all(
                """
                SELECT id, revision FROM listing
                WHERE trashed = 0 AND understood < ? AND revision IS NOT NULL
                ORDER BY understood, article LIMIT ?
                """,
                (version, limit),
            )
        ]

    def _keep(
        self,
        stored: Stored,
        *,
        now: str,
        make_id: IdMaker,
        forms: Mapping[str, int],
        removed: Removed,
    ) -> bool:
        from reader.library.following import match
        from reader.library.listing import refresh_line
        from reader.library.saying import Said
        from reader.library.term_use import ArticleTerms

        db, found = self._db, stored.understanding
        article = number_of(db, "article", stored.article_id)
        newest = db.one(
            "SELECT number, text FROM revision WHERE article = ? ORDER BY number DESC", (article,)
        )
        if newest is None or newest[0] != stored.revision:
            return False
        before = db.value("SELECT revision FROM understanding WHERE article = ?", (article,))
        db.run(
            "INSERT OR REPLACE INTO understanding VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                article,
                stored.revision,
                found.version,
                found.language,
                pack_passages(found.key_sentences),
                now,
                pack_attributions(found.attributions),
                pack_ranges(found.hedges),
            ),
        )
        ArticleTerms(db, article, newest[1]).set_found(
            found.terms,
            version=found.version,
            said=Said(newest[1], stored.own, removed),
            forms=forms,
            same_text=before == stored.revision,
            make_id=make_id,
        )
        match(db, article, found.watch_points, text=newest[1], make_id=make_id)
        refresh_line(db, article)
        return True
