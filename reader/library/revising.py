"""Add a revision, and take along what was tied to the text before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.encoding import pack_blocks, row_hash
from reader.library.following import follow_into
from reader.library.listing import refresh_line
from reader.library.originals import path_of
from reader.library.search_index import refresh

if TYPE_CHECKING:
    from reader.library.connection import Connection
    from reader.model.document import Document


def add_revision(
    db: Connection, article: int, *, sha256: str, name: str, document: Document, now: str
) -> None:
    """Add the newest revision of an article, inside the caller's transaction."""
    if not path_of(db.folder, sha256).exists():
        raise ValueError(f"the original {sha256} is not stored")
    before = db.value(
        "SELECT text FROM revision WHERE article = ? ORDER BY number DESC", (article,)
    )
    revision = db.insert(
        """
        INSERT INTO revision (article, added, sha256, name, text, hash, blocks, parser)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            article,
            now,
            sha256,
            name,
            document.text,
            row_hash(document.text),
            pack_blocks(document.blocks),
            document.parser,
        ),
    )
    if before is not None:
        _follow_highlights(db, article, revision, same_text=before == document.text)
        follow_into(db, article, document.text)
    refresh_line(db, article)
    refresh(db, "article", [article])


def _follow_highlights(db: Connection, article: int, revision: int, *, same_text: bool) -> None:
    """Leave highlights where they are in the same text; in another they must be found first."""
    if same_text:
        db.run("UPDATE highlight SET placed_on = ? WHERE article = ?", (revision, article))
    else:
        db.run(
            """
            UPDATE highlight SET placed_on = ?, start = 0, "end" = 0, state = 'lost'
            WHERE article = ?
            """,
            (revision, article),
        )
