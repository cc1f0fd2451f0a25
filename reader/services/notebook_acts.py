"""What the reader does with several entries of the notebook at once, each time as one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.annotations import HIGHLIGHT_COLORS
from reader.model.changes import Changes
from reader.model.errors import UsageError
from reader.model.tags import clean_tags
from reader.services.recording import Recording, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from contextlib import AbstractContextManager

    from reader.library import Library
    from reader.model.annotations import HighlightColor
    from reader.model.ids import IdMaker
    from reader.model.notebook import NotebookEntry


class NotebookActs:
    """Removes, colours and tags entries; each call is on disk when it returns."""

    def __init__(self, library: Library, *, clock: Callable[[], str], make_id: IdMaker) -> None:
        self._library = library
        self._clock = clock
        self._record = Recording(library, clock=clock, make_id=make_id)

    def entry(self, entry_id: str) -> NotebookEntry:
        """Return one line."""
        return self._library.notebook.get(entry_id)

    def remove(self, entry_ids: Sequence[str]) -> Changes:
        """Take entries away as one act: highlights with their notes, and notes on other things."""
        found = [self.entry(id_) for id_ in entry_ids]
        if not found:
            return Changes()
        label = "act.remove_highlight" if found[0].is_highlight else "act.remove_note"
        with self._recorded(label if len(found) == 1 else "act.remove_entries", found):
            for entry in found:
                if entry.is_highlight:
                    self._library.highlights.remove(entry.id, now=self._clock())
                else:
                    self._library.notes.remove(entry.id, now=self._clock())
        return self._touched(found)

    def recolor(self, entry_ids: Sequence[str], color: str) -> Changes:
        """Give highlights another colour as one act; what is no highlight has none."""
        named = _color(color)
        found = [self.entry(id_) for id_ in entry_ids]
        marks = [entry for entry in found if entry.is_highlight and entry.color != color]
        if not marks:
            return Changes()
        with self._recorded("act.recolor" if len(marks) == 1 else "act.recolor_entries", marks):
            for entry in marks:
                self._library.highlights.set_color(entry.id, named, now=self._clock())
        return self._touched(marks)

    def add_tag(self, entry_ids: Sequence[str], tag: str) -> Changes:
        """Give several entries a tag as one act."""
        wanted = clean_tags((tag,))
        found = [self.entry(id_) for id_ in entry_ids]
        missing = [entry for entry in found if wanted and wanted[0] not in entry.tags]
        if not missing:
            return Changes()
        with self._recorded("act.tag" if len(missing) == 1 else "act.tag_entries", missing):
            for entry in missing:
                self._set_tags(entry, (*entry.tags, *wanted))
        return self._touched(missing)

    def rename_tag(self, tag: str, name: str) -> Changes:
        """Call a tag otherwise wherever it stands; one that has that name already takes it in."""
        return self._replace_tag(tag, clean_tags((name,)), "act.rename_tag")

    def remove_tag(self, tag: str) -> Changes:
        """Take a tag away wherever it stands."""
        return self._replace_tag(tag, (), "act.remove_tag")

    def _replace_tag(self, tag: str, names: tuple[str, ...], label: str) -> Changes:
        library = self._library
        with library.writing():
            marks, notes = library.notebook.tagged(tag)
            touched = [rows("highlight", id=id_) for id_ in marks]
            touched += [rows("note", id=id_) for id_ in notes]
            if not touched or names == (tag,):
                return Changes()
            articles = {library.highlights.article_of(id_) for id_ in marks}
            articles |= {library.notes.article_of(id_) for id_ in notes}
            with self._record(label, *touched, text=tag, name="".join(names)):
                for id_ in marks:
                    kept = _renamed(library.highlights.get(id_).tags, tag, names)
                    library.highlights.set_tags(id_, kept, now=self._clock())
                for id_ in notes:
                    kept = _renamed(library.notes.get(id_).tags, tag, names)
                    library.notes.set_tags(id_, kept, now=self._clock())
            found = [library.notes.get(id_) for id_ in notes]
            terms = {note.target_id for note in found if note.target == "term"}
        return Changes(annotations=frozenset(articles - {""}), terms=frozenset(terms))

    def _set_tags(self, entry: NotebookEntry, tags: Sequence[str]) -> None:
        """Write the tags of an entry; a highlight's notes lose those that it shall not have."""
        library, now = self._library, self._clock()
        if not entry.is_highlight:
            library.notes.set_tags(entry.id, tags, now=now)
            return
        of_notes: set[str] = set()
        for note in library.notes.on("highlight", entry.id):
            kept = [tag for tag in note.tags if tag in tags]
            of_notes.update(kept)
            if len(kept) < len(note.tags):
                library.notes.set_tags(note.id, kept, now=now)
        library.highlights.set_tags(entry.id, [tag for tag in tags if tag not in of_notes], now=now)

    def _recorded(
        self, label: str, entries: Sequence[NotebookEntry]
    ) -> AbstractContextManager[None]:
        """Record what happens to some highlights with their notes, and to other notes."""
        touched = []
        for entry in entries:
            touched.append(rows("highlight" if entry.is_highlight else "note", id=entry.id))
            if entry.is_highlight:
                notes = self._library.notes.on("highlight", entry.id)
                touched += [rows("note", id=note.id) for note in notes]
        first = entries[0]
        words = first.quotation if first.is_highlight else first.note
        return self._record(label, *touched, text=words, count=str(len(entries)))

    def _touched(self, entries: Iterable[NotebookEntry]) -> Changes:
        """Return the articles and terms on whose pages some entries show."""
        found = Changes()
        for entry in entries:
            if entry.kind == "term":
                using = self._library.terms.articles_using(entry.target_id)
                found |= Changes(annotations=frozenset(using), terms=frozenset((entry.target_id,)))
            else:
                found |= Changes(annotations=frozenset((entry.article_id,)))
        return found


def _color(color: str) -> HighlightColor:
    if color not in HIGHLIGHT_COLORS:
        raise UsageError("bad_color", color=color, known=", ".join(HIGHLIGHT_COLORS))
    return color


def _renamed(tags: Iterable[str], tag: str, names: tuple[str, ...]) -> list[str]:
    kept = (names if one == tag else (one,) for one in tags)
    return list(dict.fromkeys(name for group in kept for name in group))
