"""Locks on open files that end with the process that holds them, however it ends."""

from __future__ import annotations

import errno
import os
import sys

_FAR = 1 << 30
_HELD = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK, errno.EWOULDBLOCK})


def lock(handle: int) -> bool:
    """Lock an open file for this process alone; say whether nobody else holds it.

    Raises OSError where the file system knows no locks.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            # There nobody else could read what is locked: a byte far behind the words is.
            place = os.lseek(handle, 0, os.SEEK_CUR)
            os.lseek(handle, _FAR, os.SEEK_SET)
            try:
                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            finally:
                os.lseek(handle, place, os.SEEK_SET)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _HELD:
            return False
        raise
    return True


def held_elsewhere(name: str) -> bool:
    """Say whether somebody holds the lock of a file; it is not kept."""
    handle = os.open(name, os.O_RDWR)
    try:
        return not lock(handle)
    finally:
        os.close(handle)
