"""Fill a new file with the current schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader import __version__
from reader.library.derived_schema import DERIVED, TRIGGERS
from reader.library.schema import APPLICATION_ID, NEEDS, SCHEMA, VERSION, statements
from reader.library.tokens import FOLDING

if TYPE_CHECKING:
    from reader.library.connection import Connection


def make_schema(connection: Connection) -> None:
    """Create all tables, inside the caller's transaction."""
    for statement in statements(SCHEMA + DERIVED + TRIGGERS):
        connection.run(statement)
    connection.run(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.run(f"PRAGMA user_version = {VERSION}")
    connection.run_many(
        "INSERT INTO meta (key, value) VALUES (?, ?)",
        (("needs", NEEDS), ("written_by", __version__), ("folding", str(FOLDING))),
    )
