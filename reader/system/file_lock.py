"""Say of an open file that its process still runs: a lock that goes with the process."""

from __future__ import annotations

import os
import sys

_BEYOND = 0x7FFF_0000
"""Where Windows locks a byte: far behind what is in the file, so that others can read that."""


def lock(handle: int) -> bool:
    """Take the lock of an open file, without waiting; say whether nobody else has it.

    The system gives it back when the file is closed, however the process ends.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, _BEYOND, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
