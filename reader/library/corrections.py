"""What the reader says of terms: it stands above all that was found, and is kept for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from reader.library.changing import changing, top_of
from reader.library.encoding import row_hash, strings
from reader.library.finding import number_of
from reader.library.naming import shown
from reader.library.term_use import remove_unused
from reader.model.errors import UsageError

if TYPE_CHECKING:
    from reader.library.connection import Connection
    from reader.model.understanding import Category

Field = Literal["category", "text", "reading", "definition"]
Verdict = Literal["added", "removed"]


class Corrections:
    """Keeps the reader's word on terms. A merged term stands for what it is merged into."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def shown_as(self, term_id: str) -> str:
        """Return the id of the term that a merged one is shown as, or its own."""
        db = self._db
        root = top_of(db, number_of(db, "term", term_id))
        return str(db.value("SELECT id FROM term WHERE number = ?", (root,)))

    def number(self, term_id: str) -> int:
        """Return the number of a term's row, as the journal names it."""
        return number_of(self._db, "term", term_id)

    def name(self, term_id: str) -> str:
        """Return what a term is called."""
        number = number_of(self._db, "term", term_id)
        return str(self._db.value("SELECT shown_text FROM term WHERE number = ?", (number,)))

    def definition(self, term_id: str) -> str | None:
        """Return the reader's own definition of a term."""
        number = number_of(self._db, "term", term_id)
        found: str | None = self._db.value(
            "SELECT definition_own FROM term WHERE number = ?", (number,)
        )
        return found

    def set_hidden(self, term_id: str, *, hidden: bool) -> None:
        """Take a term out of every list but that of the hidden ones, or bring it back."""
        self._set(term_id, "hidden", int(hidden))

    def set_field(self, term_id: str, field: Field, value: str | None) -> None:
        """Put the reader's word over what was found; None takes it back."""
        self._set(term_id, f"{field}_own", value)

    def set_alias(self, term_id: str, form: str, verdict: Verdict | None) -> None:
        """Say that a form is a name of the term, or is none; None takes the word back."""
        db = self._db
        with db.writing():
            number = top_of(db, number_of(db, "term", term_id))
            with changing(db, number):
                db.run("DELETE FROM term_alias WHERE term = ? AND form = ?", (number, form))
                if verdict is not None:
                    db.run(
                        "INSERT INTO term_alias (term, form, verdict, hash) VALUES (?, ?, ?, ?)",
                        (number, form, verdict, row_hash(form, verdict)),
                    )

    def verdict(self, term_id: str, form: str) -> Verdict | None:
        """Return what the reader said of a form."""
        db = self._db
        number = top_of(db, number_of(db, "term", term_id))
        found: Verdict | None = db.value(
            "SELECT verdict FROM term_alias WHERE term = ? AND form = ?", (number, form)
        )
        return found

    def is_found(self, term_id: str, form: str) -> bool:
        """Say whether articles use a form as a name of the term, the reader's word aside."""
        rows = self._db.all(
            "SELECT text, aliases, forms FROM term WHERE number = :number OR root = :number",
            {"number": number_of(self._db, "term", term_id)},
        )
        return any(
            form in (text, *strings(aliases), *strings(forms)) for text, aliases, forms in rows
        )

    def called(self, text: str, category: Category) -> tuple[str, ...]:
        """Return the ids of the term that ``make`` would take, and of what that is shown as."""
        number = self._called(text, category)
        if number is None:
            return ()
        rows = self._db.all(
            "SELECT id FROM term WHERE number IN (?, ?)", (number, top_of(self._db, number))
        )
        return tuple(id_ for (id_,) in rows)

    def merge(self, term_id: str, into_id: str) -> None:
        """Show a term, with all that is merged into it, as another one.

        UsageError ``merge_itself`` where both are shown as the same already.
        """
        db = self._db
        with db.writing():
            number = number_of(db, "term", term_id)
            into = top_of(db, number_of(db, "term", into_id))
            if into == top_of(db, number):
                raise UsageError("merge_itself")
            with changing(db, number):
                db.run("UPDATE term SET merged_into = ? WHERE number = ?", (into, number))

    def part(self, term_id: str) -> None:
        """Show a merged term as itself again; UsageError ``not_merged`` where it is not."""
        db = self._db
        with db.writing():
            number = number_of(db, "term", term_id)
            if db.value("SELECT merged_into FROM term WHERE number = ?", (number,)) is None:
                raise UsageError("not_merged")
            with changing(db, number):
                db.run("UPDATE term SET merged_into = NULL WHERE number = ?", (number,))

    def make(self, *, id: str, text: str, category: Category) -> str:  # noqa: A002
        """Make a term of the reader's own, or one of a term with that form; return its id.

        What was hidden is shown again, and is of the category that the reader names.
        """
        db = self._db
        with db.writing():
            number = self._called(text, category)
            if number is None:
                columns = shown(text, category, "", ())
                number = db.insert(
                    """
                    INSERT INTO term (id, text, category, shown_text, shown_category,
                        shown_reading, shown_aliases, sort_key, folded)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    (id, text, category, *columns),
                )
            root = top_of(db, number)
            with changing(db, root), changing(db, number):
                db.run("UPDATE term SET own = 1 WHERE number = ?", (number,))
                db.run("UPDATE term SET hidden = 0 WHERE number = ?", (root,))
                db.run(
                    "UPDATE term SET category_own = ?"
                    " WHERE number = ? AND ifnull(category_own, category) <> ?",
                    (category, root, category),
                )
            return str(db.value("SELECT id FROM term WHERE number = ?", (root,)))

    def forget(self, term_id: str) -> None:
        """Let a term be no longer the reader's own; it stays where an analyser found it.

        UsageError ``not_own`` where the reader did not make it.
        """
        db = self._db
        with db.writing():
            number = number_of(db, "term", term_id)
            if not db.value("SELECT own FROM term WHERE number = ?", (number,)):
                raise UsageError("not_own")
            with changing(db, number):
                db.run("UPDATE term SET own = 0 WHERE number = ?", (number,))
            remove_unused(db, [number])

    def _set(self, term_id: str, column: str, value: object) -> None:
        db = self._db
        with db.writing():
            number = top_of(db, number_of(db, "term", term_id))
            with changing(db, number):
                db.run(
                    f"UPDATE term SET {column} = ? WHERE number = ?",  # noqa: S608 (our columns)
                    (value, number),
                )

    def _called(self, text: str, category: Category) -> int | None:
        """Return the term of that form: of that category, or else the only one there is."""
        rows = self._db.all(
            "SELECT number, category, category_own FROM term WHERE text = ? AND within = 0", (text,)
        )
        for number, found, own in rows:
            if category in (found, own):
                return int(number)
        return int(rows[0][0]) if len(rows) == 1 else None
