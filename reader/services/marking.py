"""Highlights made longer or shorter, parted and joined; what the reader wrote on them is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.changes import Changes
from reader.model.errors import UsageError
from reader.services.recording import Recording, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.library import Library, Rows
    from reader.model.annotations import Anchor, Highlight, Note
    from reader.model.ids import IdMaker


class Marking:
    """Changes which words highlights mark; each call is one act that can be undone."""

    def __init__(self, library: Library, *, clock: Callable[[], str], make_id: IdMaker) -> None:
        self._library = library
        self._clock = clock
        self._make_id = make_id
        self._record = Recording(library, clock=clock, make_id=make_id)

    def extend(self, highlight_id: str, start: int, end: int) -> tuple[Highlight, Changes]:
        """Let a highlight mark ``start`` to ``end`` of the newest text: more words, or fewer.

        One whose place was doubtful has a certain one then; the words it marked are kept.
        """
        with self._library.writing():
            mark = self._library.highlights.get(highlight_id)
            article_id = self._library.highlights.article_of(highlight_id)
            anchor = self._anchor(article_id, start, end)
            if mark.state == "anchored" and (mark.start, mark.end) == (anchor.start, anchor.end):
                return mark, Changes()
            with self._record("act.extend", rows("highlight", id=highlight_id), text=anchor.exact):
                self._place(mark, anchor)
            return self._library.highlights.get(highlight_id), _annotated(article_id)

    def split(self, highlight_id: str, at: int) -> tuple[Highlight, Changes]:
        """Part a highlight before the sign at ``at``; return the new one, of the words behind.

        The first part keeps the note; colour and tags are those of both.
        """
        with self._library.writing():
            mark = self._library.highlights.get(highlight_id)
            article_id = self._library.highlights.article_of(highlight_id)
            if not mark.start < at < mark.end:
                raise UsageError("bad_split", at=at)
            before = self._anchor(article_id, mark.start, at, code="bad_split")
            behind = self._anchor(article_id, at, mark.end, code="bad_split")
            made_id = self._make_id()
            touched = rows("highlight", id=highlight_id), rows("highlight", id=made_id)
            with self._record("act.split", *touched, text=mark.text):
                self._place(mark, before)
                made = self._library.highlights.add(
                    id=made_id,
                    article_id=article_id,
                    anchor=behind,
                    color=mark.color,
                    now=self._clock(),
                    tags=mark.tags,
                )
        return made, _annotated(article_id)

    def merge(self, highlight_ids: Iterable[str]) -> tuple[Highlight, Changes]:
        """Join highlights of one article into the first of them, with all words between.

        Their notes become one, in the order of the text with a blank line between; their tags
        are united. The others are kept with what was removed.
        """
        library = self._library
        with library.writing():
            marks = [library.highlights.get(id_) for id_ in dict.fromkeys(highlight_ids)]
            articles = {library.highlights.article_of(mark.id) for mark in marks}
            if len(marks) < 2 or len(articles) > 1 or any(one.state == "lost" for one in marks):
                raise UsageError("bad_merge")
            marks.sort(key=lambda mark: (mark.start, mark.end))
            first, article_id = marks[0], articles.pop()
            end = max(mark.end for mark in marks)
            anchor = self._anchor(article_id, first.start, end)
            notes = [note for mark in marks for note in library.notes.on("highlight", mark.id)]
            made_id = self._make_id()
            touched: list[Rows] = [rows("highlight", id=mark.id) for mark in marks]
            touched += [rows("note", id=id_) for id_ in (*(one.id for one in notes), made_id)]
            with self._record("act.merge_marks", *touched, text=anchor.exact):
                tags = dict.fromkeys(tag for mark in marks for tag in mark.tags)
                if tuple(tags) != first.tags:
                    library.highlights.set_tags(first.id, tags, now=self._clock())
                self._join_notes(first.id, notes, made_id)
                for mark in marks[1:]:
                    library.highlights.remove(mark.id, now=self._clock())
                self._place(first, anchor, doubtful=any(m.state != "anchored" for m in marks))
            return library.highlights.get(first.id), _annotated(article_id)

    def _join_notes(self, highlight_id: str, notes: Sequence[Note], made_id: str) -> None:
        """Write the words of notes into the one note of a highlight."""
        library, now = self._library, self._clock()
        own = [note for note in notes if note.target_id == highlight_id]
        if len(own) == len(notes) < 2:
            return
        words = "\n\n".join(note.text.strip() for note in notes)
        tags = tuple(dict.fromkeys(tag for note in notes for tag in note.tags))
        if not own:
            library.notes.add(
                id=made_id,
                target="highlight",
                target_id=highlight_id,
                text=words,
                now=now,
                tags=tags,
            )
            return
        library.notes.set_text(own[0].id, words, now=now)
        if tags != own[0].tags:
            library.notes.set_tags(own[0].id, tags, now=now)
        for note in own[1:]:
            library.notes.remove(note.id, now=now)

    def _place(self, mark: Highlight, anchor: Anchor, *, doubtful: bool = False) -> None:
        self._library.highlights.set_anchor(
            mark.id, anchor, now=self._clock(), instead=doubtful or mark.state != "anchored"
        )

    def _anchor(self, article_id: str, start: int, end: int, *, code: str = "bad_range") -> Anchor:
        """Describe a range of an article's newest text, without white space around it."""
        from reader.annotation.anchors import describe

        text = self._library.articles.revision(article_id).text
        words = text[start:end] if 0 <= start < end <= len(text) else ""
        if not words.strip():
            raise UsageError(code, start=start, end=end)
        start += len(words) - len(words.lstrip())
        return describe(text, start, start + len(words.strip()))


def _annotated(article_id: str) -> Changes:
    return Changes(annotations=frozenset((article_id,)))
