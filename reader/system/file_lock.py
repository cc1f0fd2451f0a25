"""Say of an open file that its process still runs: a lock that goes with the process."""

from __future__ import annotations

import errno
import os
import sys

_BEYOND = 0x7FFF_0000
"""Where Windows locks a byte: far behind what is in the file, so that others can read that."""
_TAKEN = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK})


def lock(handle: int) -> bool:
    """Take the lock of an open file, without waiting; say whether nobody else has it.

    The system gives it back when the file is closed, however the process ends. OSError where
    the file system knows no locks.
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
    except OSError as error:
        if error.errno not in _TAKEN:
            raise
        return False
    return True
