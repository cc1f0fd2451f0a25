"""Random bits from the machine, for ids that are made once and never reused."""

from __future__ import annotations

import os


def random_bits(count: int) -> int:
    """Return a number of ``count`` random bits, good enough for secrets.

    The same source as ``secrets.randbits``, without its imports (hmac, hashlib, random).
    """
    size = -(-count // 8)
    return int.from_bytes(os.urandom(size), "big") >> (size * 8 - count)
