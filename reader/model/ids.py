"""Public ids: 80 random bits in Crockford base 32, made once and never reused."""

from __future__ import annotations

from collections.abc import Callable

BITS = 80
LENGTH = 16
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"

IdMaker = Callable[[], str]
"""Makes a fresh public id; an argument wherever ids are made, so that tests can fix them."""


def encode_id(bits: int) -> str:
    """Write ``bits`` (0 <= bits < 2**80) as 16 lower-case Crockford base 32 digits."""
    if not 0 <= bits < 1 << BITS:
        raise ValueError("an id has 80 bits")
    return "".join(ALPHABET[(bits >> shift) & 31] for shift in range(BITS - 5, -1, -5))


def fold_id(written: str) -> str:
    """Fold an id, or a prefix of one, as a person may have written it.

    Crockford's reading: case does not matter, ``o`` is 0, ``i`` and ``l`` are 1, hyphens
    are left out. https://www.crockford.com/base32.html
    """
    return written.strip().lower().replace("-", "").translate(str.maketrans("oil", "011"))
