"""What a line of the notebook says, and what its page says above the notes."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from reader.presentation.dates import for_people, moment_for_people

if TYPE_CHECKING:
    from datetime import tzinfo

    from reader.model.notebook import NotebookEntry, RemovedEntry
    from reader.presentation.messages import Messages

_AT_START = re.compile(r"^[ \t]*(?:#{1,6} |(?:> ?)+|[-*+] (?:\[[ xX]\] )?)", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\s]*\)")
_AROUND = re.compile(r"(\*\*|\*|`)(?=\S)([^*`\n]+)(?<=\S)\1")


class NotebookRow(NamedTuple):
    """The words of a line; what there is not is empty.

    ``about`` says what the note is on, where that is no passage; ``badge`` what is the matter.
    """

    quotation: str
    note: str
    about: str
    title: str
    date: str
    tags: str
    badge: str
    color: str

    @property
    def spoken(self) -> str:
        """Say the whole line for a screen reader."""
        parts = (
            self.badge,
            self.about,
            self.quotation,
            self.note,
            self.title,
            self.tags,
            self.date,
        )
        return "、".join(part for part in parts if part)


def entry_row(
    entry: NotebookEntry, messages: Messages, *, zone: tzinfo | None = None, year: int = 0
) -> NotebookRow:
    """Return the words of an entry's line; in ``year``, the present one, its date has none."""
    marked = entry.is_highlight
    badge = entry.state if entry.state in ("doubtful", "lost", "quotation") else ""
    return NotebookRow(
        quotation=_line(entry.quotation),
        note=_line(without_marks(entry.note)),
        about="" if marked else messages(f"notebook.about.{entry.kind}"),
        title=entry.title,
        date=day_for_people(entry.modified, messages, zone=zone, year=year),
        tags=" ".join(f"#{tag}" for tag in entry.tags),
        badge=messages(f"notebook.badge.{badge}") if badge else "",
        color=entry.color,
    )


def removed_row(removed: RemovedEntry, days: int, messages: Messages) -> NotebookRow:
    """Return the words of a line of the trash."""
    marked = removed.kind == "highlight"
    left = messages("notebook.days_left", days=days) if days else messages("notebook.last_day")
    return NotebookRow(
        quotation=_line(removed.text) if marked else "",
        note=_line(without_marks(removed.note if marked else removed.text)),
        about="" if marked else messages("notebook.about.note"),
        title=removed.title,
        date=left,
        tags="",
        badge="",
        color=removed.color,
    )


def without_marks(markdown: str) -> str:
    """Return the words of a note without the commonest marks of Markdown, for a line of a list."""
    words = _LINK.sub(r"\1", _AT_START.sub("", markdown))
    return _AROUND.sub(r"\2", words)


def day_for_people(
    utc: str, messages: Messages, *, zone: tzinfo | None = None, year: int = 0
) -> str:
    """Write the day of a moment, in ``zone``, else as it is here; in ``year`` without it."""
    try:
        moment = datetime.fromisoformat(utc)
    except ValueError:
        return utc
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    local = moment.astimezone(zone)
    told = for_people(local.strftime("%Y-%m-%d"), messages.language)
    if local.year != year:
        return told
    return told.removeprefix(f"{year}年").removesuffix(f" {year}")


def dates_line(entry: NotebookEntry, messages: Messages) -> str:
    """Say when an entry was made, and when it was changed last."""
    created, modified = (
        moment_for_people(utc, messages.language, zone=_here(utc))
        for utc in (entry.created, entry.modified)
    )
    key = "notebook.date.made" if entry.created == entry.modified else "notebook.dates"
    return messages(key, created=created, modified=modified)


def _here(utc: str) -> tzinfo | None:
    """Return the time zone of this machine at a moment."""
    try:
        return datetime.fromisoformat(utc).astimezone().tzinfo
    except ValueError:
        return None


def _line(words: str) -> str:
    return " ".join(words.split())
