"""The time now, written as the library keeps it."""

from __future__ import annotations

import time


def now_utc() -> str:
    """Return the time now in UTC, to the second: ``2026-01-10T09:00:00Z``."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
