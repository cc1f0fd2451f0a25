"""Put the reader's own words into their place, whoever brings them: an editor, or a journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from reader.model.changes import Changes
from reader.services.words import tidy

if TYPE_CHECKING:
    from reader.model.annotations import NoteTarget
    from reader.services.desk import Desk


Kind: TypeAlias = Literal["note", "highlight", "summary", "definition"]


class SaveKey(NamedTuple):
    """The place of some words: a note on a target, a highlight's, a summary, a definition."""

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
