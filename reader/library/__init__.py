"""The library: one SQLite file and the originals beside it, behind one public face.

``reader.library.Library`` is that face: ``Library.open(folder)``, then its repositories as
attributes (``articles``, ``blocks``, ``understandings``, ``terms``, ``corrections``, ``forms``,
``watch_points``, ``highlights``, ``notes``, ``summaries``, ``removed``, ``acts``,
``plain_copies``, ``search``, ``meta``) and ``known``, ``check``, ``statistics``, ``backup``.
``Problem``, ``Statistics``, ``Removed``, ``Rows`` and ``Stored`` are the values that belong to
them. Everything else in this package is implementation, and SQL is nowhere else.

Importing it is cheap: it is on the path of the first paint, so a repository's module is
loaded when the repository is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.library import Library

if TYPE_CHECKING:
    from reader.library.checking import Problem
    from reader.library.counting import Statistics
    from reader.library.images import Rows
    from reader.library.removed import Removed
    from reader.library.understandings import Stored

__all__ = ["Library", "Problem", "Removed", "Rows", "Statistics", "Stored"]

_LATE = {
    "Problem": "checking",
    "Removed": "removed",
    "Rows": "images",
    "Statistics": "counting",
    "Stored": "understandings",
}


def __getattr__(name: str) -> object:
    if name not in _LATE:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"reader.library.{_LATE[name]}"), name)
