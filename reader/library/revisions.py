"""Revisions: the originals as they came, and the texts made from them, both kept for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.finding import number_of
from reader.library.knowing import read_revision, read_revisions

if TYPE_CHECKING:
    from reader.library.connection import Connection
    from reader.model.article import Revision
    from reader.model.document import Document


class Revisions:
    """The part of the articles that is never changed: what is added stays as it is."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def store_original(self, data: bytes) -> str:
        """Keep the bytes of a source, on disk when this returns; return their SHA-256.

        Do this inside the transaction of ``add_revision``, so that a purge in another process
        does not take away what is about to be named.
        """
        from reader.library.originals import store

        return store(self._db.folder, data)

    def original(self, sha256: str) -> bytes:
        """Return the bytes of a source as they came."""
        from reader.library.originals import read

        return read(self._db.folder, sha256)

    def original_name(self, sha256: str) -> str:
        """Return the file name that an original came with, or an empty string."""
        name = self._db.value(
            "SELECT name FROM revision WHERE sha256 = ? ORDER BY number DESC", (sha256,)
        )
        return name or ""

    def add_revision(
        self, article_id: str, *, sha256: str, name: str, document: Document, now: str
    ) -> Revision:
        """Add the newest revision of an article; its original is stored already.

        The article waits for its understanding again. Its watch points are looked for in the
        new text by their words: those that are gone go, unless the reader touched them. Its
        highlights are lost until ``highlights.replace_placements`` says where they are, in
        the same transaction, if they can be found.
        """
        from reader.library.revising import add_revision

        with self._db.writing():
            article = number_of(self._db, "article", article_id)
            add_revision(self._db, article, sha256=sha256, name=name, document=document, now=now)
            return read_revision(self._db, article)

    def revision(self, article_id: str) -> Revision:
        """Return the newest revision of an article."""
        return read_revision(self._db, number_of(self._db, "article", article_id))

    def revisions(self, article_id: str) -> tuple[Revision, ...]:
        """Return all revisions of an article, the newest first."""
        return read_revisions(self._db, number_of(self._db, "article", article_id))
