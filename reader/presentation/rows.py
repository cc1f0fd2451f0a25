"""What a line of the article list says below its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.presentation.dates import for_people

if TYPE_CHECKING:
    from reader.model.article import ArticleRow
    from reader.presentation.messages import Messages


SEPARATOR = " ・ "


def row_caption(row: ArticleRow, messages: Messages) -> tuple[str, str]:
    """Return the source, and the date with the counts; what is not known is left out.

    They are apart because a line that is too narrow cuts the source, not the counts.
    """
    date = row.published or row.event_date
    parts = [
        for_people(date, messages.language) if date else "",
        messages("window.row.watch", count=row.watch_open) if row.watch_open else "",
        messages("window.row.notes", count=row.notes) if row.notes else "",
    ]
    return row.source, SEPARATOR.join(part for part in parts if part)


def row_spoken(row: ArticleRow, messages: Messages) -> str:
    """Say a whole list line for a screen reader."""
    status = messages(f"window.status.{row.status}")
    return "、".join(part for part in (row.title, status, *row_caption(row, messages)) if part)
