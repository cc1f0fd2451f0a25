"""Put the reader's own words into their place, whoever brings them: an editor, or a journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from reader.model.changes import Changes
from reader.model.errors import NotFoundError
from reader.services.words import tidy

if TYPE_CHECKING:
    from reader.model.annotations import NoteTarget
    from reader.services.desk import Desk


Kind: TypeAlias = Literal["note", "highlight", "summary", "definition", "tags"]


class SaveKey(NamedTuple):
    """The place of some words: a note on a target, a highlight's, a summary, a definition.

    The tags of a highlight or of a note are words too, a line each; without a note's id they
    are of the newest one.
    """

    kind: Kind
    target: NoteTarget
    target_id: str
    note_id: str = ""


class Stored(NamedTuple):
    """What a write came to: the text as committed, its note's id, and what changed."""

    text: str
    note_id: str
    changes: Changes


def write(key: SaveKey, text: str, expected: str, desk: Desk) -> Stored:
    """Commit words to their place; an emptied note is taken away."""
    if key.kind == "summary":
        changes = desk.summarising.write(key.target_id, text, expected=expected)
        return Stored(desk.summarising.get(key.target_id).text, "", changes)
    if key.kind == "highlight":
        changes = desk.annotating.note_highlight(key.target_id, text, expected=expected)
        kept = desk.annotating.notes_on("highlight", key.target_id)
        return Stored(kept[0].text if kept else "", "", changes)
    if key.kind == "definition":
        return _write_definition(key.target_id, text, expected, desk)
    if key.kind == "tags":
        return _write_tags(key, text, expected, desk)
    return _write_note(key, text, expected, desk)


def _write_definition(term_id: str, text: str, expected: str, desk: Desk) -> Stored:
    """Write the reader's own definition of a term; one written elsewhere meanwhile stays below."""
    told = desk.glossary.card(term_id).definitions
    present = next((one.text for one in told if not one.article_id), "")
    words = tidy(text)
    if present not in ("", tidy(expected).strip(), words.strip()):
        words = f"{words.rstrip()}\n\n{present}" if words.strip() else present
    if words.strip() == present:
        return Stored(words, "", Changes())
    return Stored(words, "", desk.glossary.set_definition(term_id, words))


def _write_tags(key: SaveKey, text: str, expected: str, desk: Desk) -> Stored:
    """Give a highlight or a note its tags; where it is gone meanwhile, they have gone with it."""
    tags, began, annotating = text.split("\n"), expected.split("\n"), desk.annotating
    try:
        if key.target == "highlight":
            changes = annotating.set_highlight_tags(key.target_id, tags, expected=began)
        else:
            there = annotating.notes_on(key.target, key.target_id)
            wanted = key.note_id or (there[-1].id if there else "")
            changes = annotating.set_note_tags(wanted, tags, expected=began)
        kept = annotating.tags_on(key.target, key.target_id, key.note_id)
    except NotFoundError:
        return Stored(text, "", Changes())
    return Stored("\n".join(kept), "", changes)


def _write_note(key: SaveKey, text: str, expected: str, desk: Desk) -> Stored:
    """Write a note; one that is gone meanwhile is written anew, so that no word is lost."""
    there = desk.annotating.notes_on(key.target, key.target_id)
    present = next((note for note in there if note.id == key.note_id), None)
    if present is None and not text.strip():
        return Stored(text, "", Changes())
    if present is None:
        note, changes = desk.annotating.note(key.target, key.target_id, text)
    elif not text.strip() and present.text == tidy(expected):
        return Stored(text, "", desk.annotating.remove_note(key.note_id))
    else:
        note, changes = desk.annotating.rewrite(key.note_id, text, expected=expected)
    return Stored(note.text, note.id, changes)
