"""The last resort for words that could not be committed: a text file beside the library."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from reader.system.files import FileError, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from reader.gui.saving import SaveKey

_log = logging.getLogger(__name__)


def rescue(words: Mapping[SaveKey, str], folders: Iterable[Path], *, stamp: str) -> Path | None:
    """Write unsaved words into the first folder that takes them; return the file.

    Every piece says where it belongs (what kind, on which id). None when no folder takes them.
    """
    pieces = [
        f"# {key.kind} · {key.target} {key.target_id} {key.note_id}".rstrip() + f"\n\n{text}\n"
        for key, text in words.items()
    ]
    data = "\n".join(pieces).encode("utf-8", "replace")
    name = f"chumoku-unsaved-{stamp.replace(':', '')}.txt"
    for folder in folders:
        try:
            write_whole(folder / name, data)
        except (FileError, OSError) as error:
            _log.info("unsaved words do not go into %s: %s", folder, error)
        else:
            return folder / name
    return None
