"""Dates as precise as a text says them: ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` or with a time.

A date is a string and is never padded to a day that nobody named.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

_FORM = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?"
)


def is_date(written: str) -> bool:
    """Say whether ``written`` is a date of a known form that exists in the calendar."""
    try:
        day_range(written)
    except ValueError:
        return False
    return True


def day_range(written: str) -> tuple[date, date]:
    """Return the first and the last day that the date may mean.

    Raises ValueError when it is not a date.
    """
    match = _FORM.fullmatch(written)
    if match is None:
        raise ValueError(f"not a date: {written!r}")
    year, month, day, hour, minute = match.groups()
    if hour is not None and (int(hour) > 24 or int(minute) > 59):
        raise ValueError(f"not a time: {written!r}")
    if day is not None:
        only = date(int(year), int(month), int(day))
        return only, only
    if month is not None:
        first = date(int(year), int(month), 1)
        # The last day is the one before the next month; 9999-12 has no next one.
        if first.month == 12:
            return first, first.replace(day=31)
        return first, first.replace(month=first.month + 1) - timedelta(days=1)
    return date(int(year), 1, 1), date(int(year), 12, 31)
