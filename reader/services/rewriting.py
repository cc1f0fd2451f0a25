"""Decide what is written over a file that is there already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Collection

    from reader.export.merging import Merged
    from reader.export.registry import Format


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The bytes that a file gets; ``merged`` tells what was kept of those it had."""

    data: bytes
    merged: Merged | None = None


def rewrite(
    existing: bytes | None,
    fresh: bytes,
    *,
    form: Format,
    ids: Collection[str],
    path: str,
    replace: bool,
) -> Rewritten:
    """Return what to write for the articles ``ids`` where ``existing`` stands.

    A file of theirs is brought up to date, whatever ``replace`` says: it may hold the
    reader's words. Any other file is only replaced; ExportError when that was not asked for.
    """
    if existing is None or existing == fresh:
        return Rewritten(fresh)
    owner = form.owner(existing)
    if owner in ids and form.merge is not None:
        try:
            merged = form.merge(existing.decode("utf-8"), fresh.decode("utf-8"))
        except UnicodeDecodeError:
            owner = ""
        else:
            return Rewritten(merged.text.encode("utf-8"), merged)
    if replace:
        return Rewritten(fresh)
    if not owner:
        raise ExportError("foreign_file", path=path)
    raise ExportError("cannot_merge" if owner in ids else "other_article", path=path)
