"""The reader's own summaries of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.encoding import row_hash
from reader.library.finding import number_of
from reader.library.keeping import both_texts
from reader.library.knowing import read_summary

if TYPE_CHECKING:
    from reader.library.connection import Connection
    from reader.model.annotations import Summary


class Summaries:
    """Keeps one summary an article."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def get(self, article_id: str) -> Summary:
        """Return the summary of an article; an empty one while there is none."""
        return read_summary(self._db, number_of(self._db, "article", article_id))

    def set(self, article_id: str, text: str, *, now: str, expected: str | None = None) -> Summary:
        """Keep a summary; return it as it is then.

        ``expected`` is the text that the writer began from. When another one stands there,
        written meanwhile in another window, it is kept below a line.
        """
        with self._db.writing():
            article = number_of(self._db, "article", article_id)
            present = read_summary(self._db, article)
            kept = both_texts(text, present.text, expected)
            if kept != present.text:
                self._db.run(
                    "INSERT OR REPLACE INTO summary (article, text, modified, hash)"
                    " VALUES (?, ?, ?, ?)",
                    (article, kept, now, row_hash(kept)),
                )
            return read_summary(self._db, article)
