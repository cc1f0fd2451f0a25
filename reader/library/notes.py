"""Notes: the reader's own words on articles, watch points, terms and highlights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.encoding import packed, row_hash
from reader.library.finding import number_of, resolve
from reader.library.keeping import both_texts
from reader.library.knowing import notes_on, notes_where
from reader.library.listing import refresh_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.library.connection import Connection
    from reader.model.annotations import Note, NoteTarget

# The article that a note shows with, by what it is on.
_ARTICLE = {
    "article": "SELECT number FROM article WHERE number = ?",
    "watch_point": "SELECT article FROM watch_point WHERE number = ?",
    "highlight": "SELECT article FROM highlight WHERE number = ?",
    "term": "SELECT NULL FROM term WHERE number = ?",
}


class Notes:
    """Keeps every word: what is overwritten elsewhere stays, what is removed can come back."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def on(self, target: NoteTarget, target_id: str) -> tuple[Note, ...]:
        """Return the notes on one thing, in the order they were made."""
        with self._db.reading():
            return notes_on(self._db, target, number_of(self._db, target, target_id))

    def get(self, note_id: str) -> Note:
        """Return one note."""
        number = number_of(self._db, "note", note_id)
        return notes_where(self._db, "note.number = ?", (number,))[0]

    def article_of(self, note_id: str) -> str:
        """Return the id of the article that a note shows with; empty when it is on a term."""
        return (
            self._db.value(
                "SELECT article.id FROM note JOIN article ON article.number = note.article"
                " WHERE note.number = ?",
                (number_of(self._db, "note", note_id),),
            )
            or ""
        )

    def resolve(self, prefix: str) -> str:
        """Return the one id that begins with ``prefix``."""
        return resolve(self._db, "note", prefix)

    def add(
        self,
        *,
        id: str,  # noqa: A002
        target: NoteTarget,
        target_id: str,
        text: str,
        now: str,
        tags: Iterable[str] = (),
    ) -> Note:
        """Write a new note; one thing can have several."""
        with self._db.writing():
            on = number_of(self._db, target, target_id)
            article = self._db.value(_ARTICLE[target], (on,))
            written = packed(list(tags))
            number = self._db.insert(
                f"INSERT INTO note (id, article, on_{target}, text, tags, created, modified, hash)"  # noqa: S608
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (id, article, on, text, written, now, now, row_hash(text, written)),
            )
            settle_note(self._db, number, article, term=on if target == "term" else None)
            return self.get(id)

    def set_text(self, note_id: str, text: str, *, now: str, expected: str | None = None) -> Note:
        """Change the words of a note; return it as it is then.

        ``expected`` is the text that the writer began from. When another one stands there,
        written meanwhile in another window, it is kept below a line.
        """
        with self._db.writing():
            note = self.get(note_id)
            kept = both_texts(text, note.text, expected)
            if kept != note.text:
                number = number_of(self._db, "note", note_id)
                self._db.run(
                    "UPDATE note SET text = ?, hash = ?, modified = ? WHERE number = ?",
                    (kept, row_hash(kept, packed(list(note.tags))), now, number),
                )
                settle_note(self._db, number, None, term=None)
            return self.get(note_id)

    def set_tags(self, note_id: str, tags: Iterable[str], *, now: str) -> Note:
        """Replace the tags of a note."""
        written = packed(list(tags))
        with self._db.writing():
            number = number_of(self._db, "note", note_id)
            self._db.run(
                "UPDATE note SET tags = ?, hash = ?, modified = ? WHERE number = ?",
                (written, row_hash(self.get(note_id).text, written), now, number),
            )
            return self.get(note_id)

    def tags_in_use(self) -> tuple[str, ...]:
        """Return all tags of notes, highlights and articles, those used most first."""
        rows = self._db.all(
            """
            SELECT value FROM (
                SELECT value FROM note, json_each(note.tags)
                UNION ALL SELECT value FROM highlight, json_each(highlight.tags)
                UNION ALL SELECT value FROM article_state, json_each(article_state.tags))
            GROUP BY value ORDER BY count(*) DESC, value
            """
        )
        return tuple(str(tag) for (tag,) in rows)

    def remove(self, note_id: str, *, now: str) -> None:
        """Take a note away; ``removed.restore`` brings it back."""
        from reader.library.removed import keep_note

        with self._db.writing():
            keep_note(self._db, number_of(self._db, "note", note_id), now)


def settle_note(db: Connection, note: int, article: int | None, *, term: int | None) -> None:
    """Bring along what is derived from a note that was made, changed or taken away."""
    from reader.library.search_index import refresh

    refresh(db, "note", [note])
    if article is not None:
        refresh_line(db, article)
    if term is not None:
        from reader.library.naming import settle_states

        # A term that only the trash uses is listed as long as it has a note.
        settle_states(db, [term])
