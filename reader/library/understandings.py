"""What was understood of each article, and which articles still wait for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.library.encoding import pack_passages, passages
from reader.library.finding import number_of

if TYPE_CHECKING:
    from reader.library.connection import Connection
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
        from reader.library.following import match
        from reader.library.listing import refresh_line
        from reader.library.term_use import set_terms

        db = self._db
        with db.writing():
            article = number_of(db, "article", article_id)
            newest = db.value("SELECT max(number) FROM revision WHERE article = ?", (article,))
            if newest != revision_number:
                return False
            db.run(
                "INSERT OR REPLACE INTO understanding VALUES (?, ?, ?, ?, ?, ?)",
                (
                    article,
                    revision_number,
                    understanding.version,
                    understanding.language,
                    pack_passages(understanding.key_sentences),
                    now,
                ),
            )
            set_terms(
                db, article, understanding.terms, version=understanding.version, make_id=make_id
            )
            text = db.value("SELECT text FROM revision WHERE number = ?", (revision_number,))
            match(db, article, understanding.watch_points, text=text, make_id=make_id)
            refresh_line(db, article)
        return True

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
