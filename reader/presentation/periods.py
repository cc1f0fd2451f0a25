"""The stretches of time that a list is filtered by: today, this week, from one day to another."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import tzinfo

PeriodName = Literal["today", "week", "month", "year"]
PERIODS: tuple[PeriodName, ...] = ("today", "week", "month", "year")


class Days(NamedTuple):
    """From one day to another, both included."""

    first: date
    last: date


def days_of(name: PeriodName, today: date) -> Days:
    """Return the days of a period that today is in; a week begins on Monday."""
    firsts = {
        "today": today,
        "week": today - timedelta(days=today.weekday()),
        "month": today.replace(day=1),
        "year": today.replace(month=1, day=1),
    }
    return Days(firsts[name], today)


def in_utc(days: Days, zone: tzinfo | None) -> tuple[str, str]:
    """Return when days begin and when the day behind them does, as the library writes times.

    ``zone`` is where the days are; None stands for that of this machine.
    """
    behind = days.last + timedelta(days=1)
    return _midnight(days.first, zone), _midnight(behind, zone)


def _midnight(day: date, zone: tzinfo | None) -> str:
    # Without a zone ``astimezone`` takes the machine's own, summer time of that day included.
    begun = datetime(day.year, day.month, day.day, tzinfo=zone)
    return begun.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
