"""The blocks of texts as the reader corrects them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.block_corrections import lines_of, set_block
from reader.library.finding import number_of

if TYPE_CHECKING:
    from reader.library.block_corrections import Line
    from reader.library.connection import Connection
    from reader.model.blocks import CorrectedKind


class Blocks:
    """Keeps what the reader says of lines; ``articles.revision`` gives the blocks corrected."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def line(self, article_id: str, start: int) -> Line | None:
        """Return the line of the newest text that ``start`` lies in, or begins."""
        text = self._db.value(
            "SELECT text FROM revision WHERE article = ? ORDER BY number DESC",
            (number_of(self._db, "article", article_id),),
        )
        lines = (line for line in lines_of(text) if line.start <= start <= line.end)
        return next(lines, None)

    def are_corrected(self, article_id: str) -> bool:
        """Say whether the reader corrected a line of an article; NotFoundError where none is."""
        article = number_of(self._db, "article", article_id)
        return (
            self._db.one("SELECT 1 FROM block_correction WHERE article = ?", (article,)) is not None
        )

    def correct(
        self, article_id: str, line: Line, kind: CorrectedKind | None, *, level: int
    ) -> None:
        """Say what a line is; None takes it back. The article waits to be understood anew."""
        with self._db.writing():
            article = number_of(self._db, "article", article_id)
            set_block(self._db, article, line, kind, level)
