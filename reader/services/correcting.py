"""What the reader says of terms: it wins over all that is understood, and can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.changes import Changes
from reader.model.errors import UsageError
from reader.model.understanding import CATEGORIES, Category
from reader.services.forms import Forms
from reader.services.recording import Recording, rows
from reader.services.words import tidy

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library import Library
    from reader.library.corrections import Field, Verdict
    from reader.model.ids import IdMaker

LONGEST_FORM = 120
"""Code points of a form that can be looked for in texts."""

SECONDS = 1.0
"""An act goes on with the other articles for so long; ``go_on`` does what is left."""


class Correcting:
    """The reader's acts on terms; a merged one stands for what it is merged into."""

    def __init__(self, library: Library, *, clock: Callable[[], str], make_id: IdMaker) -> None:
        self._library = library
        self._make_id = make_id
        self._record = Recording(library, clock=clock, make_id=make_id)
        self._forms = Forms(library)

    def hide(self, term_id: str) -> Changes:
        """Take a term out of articles and glossary; it is kept among the hidden ones."""
        return self._set_hidden(term_id, hidden=True)

    def show(self, term_id: str) -> Changes:
        """Show a hidden term again."""
        return self._set_hidden(term_id, hidden=False)

    def set_category(self, term_id: str, category: str) -> Changes:
        """Say of which category a term is."""
        return self._set(term_id, "category", _category(category))

    def set_form(self, term_id: str, text: str) -> Changes:
        """Say how a term is written; no words take that back."""
        return self._set(term_id, "text", _line(text))

    def set_reading(self, term_id: str, reading: str) -> Changes:
        """Say how a term is read; no words take that back."""
        return self._set(term_id, "reading", _line(reading))

    def set_definition(self, term_id: str, text: str) -> Changes:
        """Say what a term is, in place of what articles say; no words take that back."""
        words = tidy(text).strip()
        return self._set(term_id, "definition", words or None)

    def merge(self, term_id: str, *, into: str) -> Changes:
        """Show two terms as one: ``into`` stands for both from now on."""
        library = self._library
        shown = library.corrections.shown_as(into)
        with self._record(
            "act.merge",
            rows("term", id=term_id),
            text=self._name(term_id),
            into=self._name(shown),
        ):
            before = library.corrections.shown_as(term_id)
            library.corrections.merge(term_id, shown)
        self._go_on()
        return Changes(terms=frozenset((term_id, before, shown)))

    def part(self, term_id: str) -> Changes:
        """Show a term that was merged as itself again."""
        library = self._library
        shown = library.corrections.shown_as(term_id)
        name = self._name(term_id)
        with self._record("act.part", rows("term", id=term_id), text=name):
            library.corrections.part(term_id)
        self._go_on()
        return Changes(terms=frozenset((term_id, shown)))

    def add_alias(self, term_id: str, form: str) -> Changes:
        """Say that a form means the term, wherever it stands in the library."""
        return self._set_alias(term_id, _form(form), "added")

    def remove_alias(self, term_id: str, form: str) -> Changes:
        """Say that a form does not mean the term; ``restore_alias`` takes it back."""
        form = _form(form)
        added = self._library.corrections.verdict(term_id, form) == "added"
        found = self._library.corrections.is_found(term_id, form)
        return self._set_alias(term_id, form, "removed" if found or not added else None)

    def restore_alias(self, term_id: str, form: str) -> Changes:
        """Take back what was said of a form."""
        return self._set_alias(term_id, _form(form), None)

    def make_term(
        self, article_id: str, start: int, end: int, *, category: str = "concept"
    ) -> tuple[str, Changes]:
        """Make a term of a passage, found again in every article that has the words.

        Return its id: that of a term of the library where one has that very form. UsageError
        ``bad_term`` where the passage has no words, more than a line, or more than 120
        characters.
        """
        library = self._library
        text = library.articles.revision(article_id).text
        words = text[start:end] if 0 <= start < end <= len(text) else ""
        form = words.strip()
        if not form or "\n" in form or len(form) > LONGEST_FORM:
            raise UsageError("bad_term", start=start, end=end, most=LONGEST_FORM)
        with library.writing():
            called = library.corrections.called(form, _category(category))
            touched = [rows("term", id=known) for known in called]
            made = self._make_id()
            with self._record("act.make_term", *touched, rows("term", id=made), text=form):
                term_id = library.corrections.make(id=made, text=form, category=_category(category))
            self._forms.settle(article_id)
        self._go_on()
        return term_id, Changes(content=frozenset((article_id,)), terms=frozenset((term_id,)))

    def forget(self, term_id: str) -> Changes:
        """Let a term be no longer the reader's own; where articles name it, it stays."""
        library = self._library
        shown = library.corrections.shown_as(term_id)
        name = self._name(term_id)
        with self._record("act.forget", rows("term", id=term_id), text=name):
            library.corrections.forget(term_id)
        self._go_on()
        return Changes(terms=frozenset((term_id, shown)))

    def go_on(self, *, seconds: float | None = None) -> bool:
        """Look for the reader's forms in articles that are left; say whether more are.

        Worth calling when there is nothing else to do, a fraction of a second at a time.
        """
        return self._forms.go_on(seconds=seconds)

    def _go_on(self) -> None:
        self._forms.go_on(seconds=SECONDS)

    def _set_hidden(self, term_id: str, *, hidden: bool) -> Changes:
        shown = self._library.corrections.shown_as(term_id)
        label = "act.hide" if hidden else "act.show"
        with self._record(label, rows("term", id=shown), text=self._name(shown)):
            self._library.corrections.set_hidden(shown, hidden=hidden)
        return Changes(terms=frozenset((shown,)))

    def _set(self, term_id: str, field: Field, value: str | None) -> Changes:
        shown = self._library.corrections.shown_as(term_id)
        name = self._name(shown)
        with self._record(f"act.{field}", rows("term", id=shown), text=name):
            self._library.corrections.set_field(shown, field, value)
        self._go_on()
        return Changes(terms=frozenset((shown,)))

    def _set_alias(self, term_id: str, form: str, verdict: Verdict | None) -> Changes:
        corrections = self._library.corrections
        shown = corrections.shown_as(term_id)
        if verdict is None and corrections.verdict(shown, form) is None:
            return Changes()
        if form == corrections.name(shown):
            raise UsageError("not_an_alias", form=form)
        label = {"added": "act.add_alias", "removed": "act.remove_alias"}
        touched = rows("term_alias", term=corrections.number(shown), form=form)
        with self._record(
            label.get(verdict or "", "act.restore_alias"),
            touched,
            text=corrections.name(shown),
            form=form,
        ):
            corrections.set_alias(shown, form, verdict)
        self._go_on()
        return Changes(terms=frozenset((shown,)))

    def _name(self, term_id: str) -> str:
        return self._library.corrections.name(term_id)


def _category(category: str) -> Category:
    if category not in CATEGORIES:
        raise UsageError("bad_category", category=category, known=", ".join(CATEGORIES))
    return category


def _line(words: str) -> str | None:
    """Return words in one line; None where there are none."""
    return " ".join(tidy(words).split()) or None


def _form(form: str) -> str:
    """Return a form as texts have it; it is looked for as it is written."""
    kept = tidy(form).strip()
    if not kept or "\n" in kept or len(kept) > LONGEST_FORM:
        raise UsageError("bad_form", most=LONGEST_FORM)
    return kept
