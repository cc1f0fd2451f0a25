"""Find the file of an article in a folder of exports, whatever it is called by now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.export.filenames import file_name, fold_name
from reader.system.files import FileError, read_limited

if TYPE_CHECKING:
    from pathlib import Path

    from reader.export.registry import Format

LIMIT = 64 << 20
"""Bytes of a file that is looked into; a larger one is nobody's."""


class ExportFolder:
    """The names that are taken in a folder, and by which article; read once."""

    def __init__(self, folder: Path, form: Format) -> None:
        self._folder = folder
        self._form = form
        self._owners: dict[str, str] = {}
        self._names: dict[str, str] = {}
        if folder.is_dir():
            for path in sorted(folder.iterdir()):
                self._take(path.name, self._owner(path))

    def path_for(self, article_id: str, title: str) -> Path:
        """Return where the article goes: its own file, else one with a free name."""
        name = self._names.get(article_id)
        if name is None:
            name = file_name(title, article_id, suffix=self._form.suffix, owner=self._whose)
            self._take(name, article_id)
        return self._folder / name

    def _take(self, name: str, owner: str) -> None:
        self._owners[fold_name(name)] = owner
        if owner:
            self._names.setdefault(owner, name)

    def _whose(self, name: str) -> str | None:
        return self._owners.get(fold_name(name))

    def _owner(self, path: Path) -> str:
        if path.suffix.lower() != self._form.suffix:
            return ""
        try:
            return self._form.owner(read_limited(path, LIMIT))
        except FileError:
            return ""
