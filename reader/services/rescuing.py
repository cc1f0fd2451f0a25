"""The last resort for words that the library does not take: a text file beside it, for people."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from reader.system.files import FileError, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from reader.services.own_words import SaveKey

_log = logging.getLogger(__name__)

PREFIX = "chumoku-unsaved-"


def rescue(words: Mapping[SaveKey, str], folders: Iterable[Path], *, stamp: str) -> Path | None:
    """Write unsaved words into the first folder that takes them; return the file.

    Every piece says where it belongs (what kind, on which id). None when no folder takes them.
    """
    pieces = [
        f"# {key.kind} · {key.target} {key.target_id} {key.note_id}".rstrip() + f"\n\n{text}\n"
        for key, text in words.items()
    ]
    data = "\n".join(pieces).encode("utf-8", "replace")
    for folder in folders:
        path = _free(folder, f"{PREFIX}{stamp.replace(':', '')}")
        try:
            write_whole(path, data)
        except (FileError, OSError) as error:
            _log.info("unsaved words do not go into %s: %s", folder, error)
        else:
            return path
    return None


def _free(folder: Path, stem: str) -> Path:
    """Return a name that no file has: two rescues in one second keep both."""
    path, number = folder / f"{stem}.txt", 2
    while path.exists():
        path = folder / f"{stem}-{number}.txt"
        number += 1
    return path
