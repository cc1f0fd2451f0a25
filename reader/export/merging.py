"""Bring a Markdown file up to date without touching what the reader changed in it. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from reader.export import front_matter
from reader.export.front_matter import Front
from reader.export.managed import Ledger, Part, digest
from reader.export.sheet import GONE, Sheet
from reader.presentation.messages import Messages

_BOM = "\ufeff"
# What may hold the reader's own words is kept when it leaves the library.
_KEPT_KINDS = ("highlight-", "watch-", "note-")


@dataclass(frozen=True, slots=True)
class KeptEdit:
    """A part (or ``front:key``) that the reader changed, and what Chumoku would have written.

    ``fresh`` is empty when the part is no longer known.
    """

    id: str
    yours: str
    fresh: str


@dataclass(frozen=True, slots=True)
class Merged:
    """A file brought up to date: its text, and what became of its parts, by id.

    ``left_out`` are parts that the reader had taken out, and that were not put back; ``moved``
    went to or from a section of their own; ``dropped`` are no longer known.
    """

    text: str
    kept_edits: tuple[KeptEdit, ...] = ()
    rewritten: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(slots=True)
class _Record:
    """What a merge has done so far."""

    kept: list[KeptEdit] = field(default_factory=list)
    rewritten: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def merged(self, text: str) -> Merged:
        return Merged(
            text,
            tuple(self.kept),
            tuple(self.rewritten),
            tuple(self.added),
            tuple(self.moved),
            tuple(self.dropped),
            tuple(self.left_out),
        )


def merge(existing: str, fresh: str) -> Merged:
    """Bring ``existing``, written by Chumoku before, up to date with ``fresh``.

    Only parts whose words still have the hash of their marker are rewritten. Text outside
    the markers, edited parts and front-matter keys of the reader's stay as they are, and what
    the reader took out stays out.
    """
    crlf = "\r\n" in existing
    front, rest = front_matter.split(existing.removeprefix(_BOM).replace("\r\n", "\n"))
    fresh_front, fresh_rest = front_matter.split(fresh)
    sheet, fresh_sheet = Sheet(rest), Sheet(fresh_rest)
    written = sheet.ledger() or Ledger("", "")
    now = fresh_sheet.ledger() or Ledger("", "")
    record = _Record()
    present = sheet.ids()
    _bring_up_to_date(sheet, fresh_sheet, record, language=now.language)
    _put_in_new(sheet, fresh_sheet, record, known=set(written.parts))
    sheet.tidy()
    head, hashes = _merged_front(front, fresh_front, record, written=written.front)
    out = [part for part in written.parts if part not in present]
    parts = tuple(dict.fromkeys((*now.parts, *out)))
    sheet.set_ledger(replace(now, front=hashes, parts=parts))
    text = head + sheet.written()
    return record.merged(text.replace("\n", "\r\n") if crlf else text)


def owner(data: bytes) -> str:
    """Return the id of the article that a Markdown file of ours tells of, or ''."""
    text = data.decode("utf-8", "replace").removeprefix(_BOM).replace("\r\n", "\n")
    front, _ = front_matter.split(text)
    declared = (front.raw("chumoku_id") if front else None) or ""
    found = re.match(r"chumoku_id:\s*[\"']?(\w+)[\"']?\s*$", declared) or re.search(
        r"^<!-- chumoku:file article=(\w+) language=", text, re.MULTILINE
    )
    return found[1] if found else ""


def _bring_up_to_date(sheet: Sheet, fresh: Sheet, record: _Record, *, language: str) -> None:
    """Rewrite, keep, put away or drop each part that the file has."""
    wanted = {part.id: part for part in fresh.parts()}
    heading = f"## {Messages('en' if language == 'en' else 'ja')('export.gone')}"
    for broken in sheet.broken():
        record.kept.append(KeptEdit(broken.id, broken.raw, _body(wanted.get(broken.id))))
    for part in sheet.parts():
        new = wanted.get(part.id)
        if part.id == GONE:
            continue
        if part.edited and digest(_body(new)) != digest(part.body):
            record.kept.append(KeptEdit(part.id, part.body, _body(new)))
        elif new is None:
            _part_with(sheet, part, record, heading=heading)
        elif new.part != part.part:
            sheet.take_out(part.id)  # and put in again where it belongs now
            record.moved.append(part.id)
        else:
            sheet.replace(new)
            if digest(new.body) != digest(part.body):
                record.rewritten.append(part.id)


def _part_with(sheet: Sheet, part: Part, record: _Record, *, heading: str) -> None:
    """Put away what may hold the reader's words; the rest is dropped."""
    if part.part == GONE:
        return
    sheet.take_out(part.id)
    if part.id.startswith(_KEPT_KINDS):
        sheet.put_away(replace(part, part=GONE), heading=heading)
        record.moved.append(part.id)
    else:
        record.dropped.append(part.id)


def _put_in_new(sheet: Sheet, fresh: Sheet, record: _Record, *, known: set[str]) -> None:
    """Put in what the file has not, but not what the reader took out of it."""
    present = sheet.ids()
    order = [part.id for part in fresh.parts()]
    for place, part in enumerate(fresh.parts()):
        if part.id in present:
            continue
        if part.id in known and part.id not in record.moved:
            record.left_out.append(part.id)
            continue
        sheet.put_in(part, before=order[:place], after=order[place + 1 :])
        if part.id not in record.moved:
            record.added.append(part.id)


def _merged_front(
    yours: Front | None, fresh: Front | None, record: _Record, *, written: dict[str, str]
) -> tuple[str, dict[str, str]]:
    """Merge the front matter, and return it written, with the hashes to know it by."""
    if fresh is None:
        return (yours.written() if yours else ""), {}
    if yours is None and not written:
        return fresh.written(), front_matter.hashes(fresh)
    merge = front_matter.merged(yours or Front([]), fresh, written)
    if yours is not None:
        for key in merge.kept:
            record.kept.append(KeptEdit(f"front:{key}", yours.raw(key) or "", fresh.raw(key) or ""))
    record.left_out.extend(f"front:{key}" for key in merge.left_out)
    # Keys from before that this article has no longer, and that the reader changed, are the
    # reader's now: nothing has to be remembered of them.
    return (merge.front.written() if yours is not None else ""), merge.hashes


def _body(part: Part | None) -> str:
    return part.body if part else ""
