"""Where things lie: what Chumoku brings along, and what is the reader's on this machine."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_NAME = "chumoku"


def resource(name: str) -> Path:
    """Return the path of a file in ``resources/`` (``themes/light.toml``)."""
    return _brought_along() / "resources" / name


def articles_folder() -> Path:
    """Return the folder of the articles that come with Chumoku."""
    return _brought_along() / "articles"


def default_library() -> Path:
    """Return the library's folder: ``CHUMOKU_LIBRARY``, else the usual place for a user's data."""
    named = os.environ.get("CHUMOKU_LIBRARY", "")
    if named:
        return Path(named).expanduser().absolute()
    if is_store_python():
        return _store_folder()
    import platformdirs

    return platformdirs.user_data_path(_NAME, appauthor=False)


def settings_file() -> Path:
    """Return the path of the settings; one file for all libraries."""
    if is_store_python():
        return _store_folder() / "settings.json"
    import platformdirs

    return platformdirs.user_config_path(_NAME, appauthor=False) / "settings.json"


def log_folder() -> Path:
    """Return the folder of the program's log."""
    if is_store_python():
        return _store_folder() / "logs"
    import platformdirs

    return platformdirs.user_log_path(_NAME, appauthor=False)


def crash_folder() -> Path:
    """Return the folder of the crash reports."""
    return log_folder() / "crashes"


def window_folder() -> Path:
    """Return the folder of the claims that windows have on libraries.

    It lies beside the log: on two systems of three, the reader's other folders are one with
    the usual library.
    """
    return log_folder() / "windows"


def draft_folders(library: Path) -> tuple[Path, Path]:
    """Return where the drafts of a library lie: beside it, and where that takes none."""
    from hashlib import sha256

    named = sha256(str(library.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return library / "drafts", _state_folder() / "drafts" / named


def is_store_python() -> bool:
    """Say whether this is the Microsoft Store's Python.

    It shows its programs another AppData than everybody else sees, and removes it with
    itself: a library there would be lost with the next Python.
    """
    return sys.platform == "win32" and "\\WindowsApps\\PythonSoftwareFoundation" in sys.base_prefix


def _state_folder() -> Path:
    if is_store_python():
        return _store_folder()
    import platformdirs

    return platformdirs.user_state_path(_NAME, appauthor=False)


def _store_folder() -> Path:
    return Path.home() / "Chumoku"


def _brought_along() -> Path:
    """Return the folder that holds ``resources`` and ``articles``."""
    in_wheel = _PACKAGE / "_bundled"
    return in_wheel if in_wheel.is_dir() else _PACKAGE.parent
