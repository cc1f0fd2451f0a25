"""Say whether a file still has all the tables and columns that it was made with."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from reader.library.schema import SCHEMA

_NAMES = """
    SELECT made.name, of_it.name, of_it.pk, '' FROM sqlite_master AS made
    JOIN pragma_table_info(made.name) AS of_it WHERE made.type = 'table'
    UNION
    SELECT made.name, "from", "table", "to" FROM sqlite_master AS made
    JOIN pragma_foreign_key_list(made.name) WHERE made.type = 'table'
"""


def schema_is_whole(raw: sqlite3.Connection) -> bool:
    """Compare the names in a file with those of today's schema; no row is looked at."""
    with closing(sqlite3.connect(":memory:")) as fresh:
        fresh.executescript(SCHEMA)
        wanted = set(fresh.execute(_NAMES))
    try:
        return wanted <= set(raw.execute(_NAMES))
    except (sqlite3.Error, UnicodeDecodeError):
        return False
