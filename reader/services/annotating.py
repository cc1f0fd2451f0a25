"""The reader's marks and words: highlights, and notes on whatever can carry one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.annotations import HIGHLIGHT_COLORS, HighlightColor
from reader.model.changes import Changes
from reader.model.errors import UsageError
from reader.services.following import follow
from reader.services.recording import Recording, rows
from reader.services.words import tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from contextlib import AbstractContextManager

    from reader.library import Library
    from reader.model.annotations import Highlight, Note, NoteTarget
    from reader.model.ids import IdMaker


class Annotating:
    """Keeps what the reader marks and writes; each call is on disk when it returns."""

    def __init__(self, library: Library, *, clock: Callable[[], str], make_id: IdMaker) -> None:
        self._library = library
        self._clock = clock
        self._make_id = make_id
        self._record = Recording(library, clock=clock, make_id=make_id)

    def places_of(self, article_id: str, quote: str) -> list[tuple[int, int]]:
        """Return where the words of ``quote`` stand in the article's newest text.

        The quotation is made as texts are made, so that words copied from elsewhere, in
        another normal form or with blank lines between, are found.
        """
        from reader.sources.text import make_text

        wanted = make_text(quote).strip()
        if not wanted:
            raise UsageError("empty_quote")
        text = self._library.articles.revision(article_id).text
        places: list[tuple[int, int]] = []
        at = text.find(wanted)
        while at >= 0:
            places.append((at, at + len(wanted)))
            at = text.find(wanted, at + len(wanted))
        return places

    def highlight(
        self,
        article_id: str,
        start: int,
        end: int,
        *,
        color: str = "yellow",
        note: str = "",
        tags: Sequence[str] = (),
    ) -> tuple[Highlight, Changes]:
        """Mark the passage from ``start`` to ``end`` of the article's newest text."""
        from reader.annotation.anchors import describe

        named = _color(color)
        with self._library.writing():
            text = self._library.articles.revision(article_id).text
            if not 0 <= start < end <= len(text) or not text[start:end].strip():
                raise UsageError("bad_range", start=start, end=end)
            made_id, note_id = self._make_id(), self._make_id()
            touched = (rows("highlight", id=made_id), rows("note", id=note_id))
            with self._record("act.highlight", *touched, text=text[start:end]):
                made = self._library.highlights.add(
                    id=made_id,
                    article_id=article_id,
                    anchor=describe(text, start, end),
                    color=named,
                    tags=_cleaned(tags),
                    now=self._clock(),
                )
                if note.strip():
                    self._add_note("highlight", made.id, tidy(note), id_=note_id)
                    made = self._library.highlights.get(made.id)
        return made, _annotated(article_id)

    def recolor(self, highlight_id: str, color: str) -> Changes:
        """Give a highlight another colour."""
        named = _color(color)
        article_id = self._library.highlights.article_of(highlight_id)
        with self._recorded_highlight(highlight_id, "act.recolor"):
            self._library.highlights.set_color(highlight_id, named, now=self._clock())
        return _annotated(article_id)

    def remove_highlight(self, highlight_id: str) -> Changes:
        """Take a highlight away, with its note; ``restore_removed`` brings both back."""
        article_id = self._library.highlights.article_of(highlight_id)
        with self._recorded_highlight(highlight_id, "act.remove_highlight"):
            self._library.highlights.remove(highlight_id, now=self._clock())
        return _annotated(article_id)

    def restore_removed(self, removed_id: str) -> Changes:
        """Bring back a highlight or a note that was removed, as it was."""
        with (
            self._library.writing(),
            self._record(
                "act.bring_back",
                rows("note", id=removed_id),
                rows("highlight", id=removed_id),
                *(rows("note", id=id_) for id_ in self._library.removed.notes_of(removed_id)),
            ),
        ):
            article_id = self._library.removed.restore(removed_id)
            if not article_id:
                note = self._library.notes.get(removed_id)
                return self._touched(note.target, note.target_id)
            if any(
                mark.state == "lost" for mark in self._library.highlights.of_article(article_id)
            ):
                # The text may have changed while it was away.
                follow(self._library, article_id)
        return _annotated(article_id)

    def notes_on(self, target: NoteTarget, target_id: str) -> tuple[Note, ...]:
        """Return the notes on one thing, oldest first."""
        return self._library.notes.on(target, target_id)

    def note(
        self, target: NoteTarget, target_id: str, text: str, *, tags: Sequence[str] = ()
    ) -> tuple[Note, Changes]:
        """Write a new note on an article, a watch point, a term or a highlight."""
        words = tidy(text)
        if not words.strip():
            raise UsageError("empty_note")
        with self._library.writing():
            touched = self._touched(target, target_id)
            made_id = self._make_id()
            with self._record("act.note", rows("note", id=made_id), text=words):
                made = self._add_note(target, target_id, words, id_=made_id, tags=tags)
        return made, touched

    def rewrite(
        self, note_id: str, text: str, *, expected: str | None = None
    ) -> tuple[Note, Changes]:
        """Change the words of a note.

        ``expected`` is the text that the writer began from: when another window or command
        has written since, both texts are kept.
        """
        with self._library.writing():
            with self._record("act.rewrite", rows("note", id=note_id), joins=True, text=tidy(text)):
                note = self._library.notes.set_text(
                    note_id, tidy(text), now=self._clock(), expected=_began_from(expected)
                )
            return note, self._touched(note.target, note.target_id)

    def remove_note(self, note_id: str) -> Changes:
        """Take a note away; ``restore_removed`` brings it back."""
        with self._library.writing():
            note = self._library.notes.get(note_id)
            with self._record("act.remove_note", rows("note", id=note_id), text=note.text):
                self._library.notes.remove(note_id, now=self._clock())
            return self._touched(note.target, note.target_id)

    def note_highlight(
        self, highlight_id: str, text: str, *, expected: str | None = None
    ) -> Changes:
        """Write the one note of a highlight, or change it; no words take it away.

        A note that has been changed elsewhere since ``expected`` is not taken away.
        """
        with self._library.writing():
            notes = self._library.notes.on("highlight", highlight_id)
            if text.strip():
                if notes:
                    return self.rewrite(notes[0].id, text, expected=expected)[1]
                return self.note("highlight", highlight_id, text)[1]
            if notes and _began_from(expected) in {None, notes[0].text}:
                return self.remove_note(notes[0].id)
            return self._touched("highlight", highlight_id)

    def set_note_tags(
        self, note_id: str, tags: Iterable[str], *, expected: Iterable[str] | None = None
    ) -> Changes:
        """Give a note these tags, in their one form (``reader.model.tags``).

        ``expected`` are those that the reader began from: what another window has added or
        taken away since stays so.
        """
        from reader.model.tags import merged_tags

        with self._library.writing():
            note = self._library.notes.get(note_id)
            kept = merged_tags(_cleaned(tags), note.tags, expected)
            if kept != note.tags:
                with self._record("act.tag_note", rows("note", id=note_id), text=note.text):
                    self._library.notes.set_tags(note_id, kept, now=self._clock())
            return self._touched(note.target, note.target_id)

    def set_highlight_tags(
        self, highlight_id: str, tags: Iterable[str], *, expected: Iterable[str] | None = None
    ) -> Changes:
        """Give a highlight these tags; ``expected`` as for those of a note."""
        from reader.model.tags import merged_tags

        with self._library.writing():
            mark = self._library.highlights.get(highlight_id)
            kept = merged_tags(_cleaned(tags), mark.tags, expected)
            if kept != mark.tags:
                with self._recorded_highlight(highlight_id, "act.tag_highlight"):
                    self._library.highlights.set_tags(highlight_id, kept, now=self._clock())
            return self._touched("highlight", highlight_id)

    def tags_on(self, target: NoteTarget, target_id: str, note_id: str = "") -> tuple[str, ...]:
        """Return the tags of a highlight, or of a note on another thing (the newest, if none)."""
        if target == "highlight":
            return self._library.highlights.get(target_id).tags
        notes = self._library.notes.on(target, target_id)
        return next((one.tags for one in reversed(notes) if note_id in ("", one.id)), ())

    def tags_in_use(self) -> tuple[str, ...]:
        """Return all tags that the reader gave to anything, those used most first."""
        return self._library.notes.tags_in_use()

    def _add_note(
        self,
        target: NoteTarget,
        target_id: str,
        words: str,
        *,
        id_: str,
        tags: Sequence[str] = (),
    ) -> Note:
        return self._library.notes.add(
            id=id_,
            target=target,
            target_id=target_id,
            text=words,
            tags=_cleaned(tags),
            now=self._clock(),
        )

    def _recorded_highlight(self, highlight_id: str, label: str) -> AbstractContextManager[None]:
        """Record what happens to a highlight and its notes."""
        notes = self._library.notes.on("highlight", highlight_id)
        mark = self._library.highlights.get(highlight_id)
        touched = [rows("note", id=note.id) for note in notes]
        return self._record(label, rows("highlight", id=highlight_id), *touched, text=mark.text)

    def _touched(self, target: NoteTarget, target_id: str) -> Changes:
        """Return the articles on whose pages a note on this shows."""
        library = self._library
        if target == "article":
            return _annotated(library.articles.get(target_id).id)
        if target == "watch_point":
            return _annotated(library.watch_points.get(target_id).article_id)
        if target == "highlight":
            return _annotated(library.highlights.article_of(target_id))
        term_id = library.terms.resolve(target_id)
        using = _annotated(*library.terms.articles_using(term_id))
        return using | Changes(terms=frozenset((term_id,)))


def _annotated(*article_ids: str) -> Changes:
    return Changes(annotations=frozenset(article_ids))


def _began_from(expected: str | None) -> str | None:
    return None if expected is None else tidy(expected)


def _cleaned(tags: Iterable[str]) -> tuple[str, ...]:
    from reader.model.tags import clean_tags  # late: few notes have tags

    return clean_tags(tags)


def _color(color: str) -> HighlightColor:
    if color not in HIGHLIGHT_COLORS:
        raise UsageError("bad_color", color=color, known=", ".join(HIGHLIGHT_COLORS))
    return color
