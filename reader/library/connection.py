"""One SQLite connection with our pragmas, our transactions and our errors."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeAlias

from reader.model.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    Parameters: TypeAlias = Sequence[object] | Mapping[str, object]

# What a column holds is known to the SQL alone, so a row is typed where it becomes a value.
Row: TypeAlias = tuple[Any, ...]

PRAGMAS = """
PRAGMA foreign_keys = ON;
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -16000;
"""

# An acknowledged write survives a power cut: FULL in WAL syncs at each commit, and fullfsync
# makes that mean the disk on macOS. The log is cut back after it has grown.
WRITING_PRAGMAS = """
PRAGMA synchronous = FULL;
PRAGMA fullfsync = ON;
PRAGMA checkpoint_fullfsync = ON;
PRAGMA journal_size_limit = 16777216;
"""

_WORLD = {
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_PROTOCOL: "locked",
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "not_a_library",
    sqlite3.SQLITE_IOERR: "unreachable",
    sqlite3.SQLITE_CANTOPEN: "unreachable",
}


_ROOM = 1 << 16
"""Bytes free on a disk, below which the index of a log has no room."""

FAILED = (sqlite3.Error, UnicodeDecodeError)
"""What running SQL can raise; the latter where SQLite quotes broken bytes in its message."""


def world_error(error: Exception, folder: Path) -> LibraryError | None:
    """Return what the world did, or None when the error is a fault of ours."""
    # Errors that the module itself raises (a wrong number of parameters) have no code.
    code = getattr(error, "sqlite_errorcode", None)
    told = None if code is None else _WORLD.get(code & 0xFF)
    if isinstance(error, UnicodeDecodeError) or str(error).startswith("Could not decode to"):
        # Only sound texts were ever written.
        told = "damaged"
    if told is None:
        return None
    if told == "unreachable" and _is_full(folder):
        # SQLite does not say why it could not make or lengthen a file of its own.
        told = "disk_full"
    return LibraryError(told, folder=str(folder), reason=str(error))


def _is_full(folder: Path) -> bool:
    from shutil import disk_usage

    try:
        return disk_usage(folder).free < _ROOM
    except OSError:
        return False


class Connection:
    """Runs SQL for the repositories. It belongs to the thread that opened it.

    The transactions are ours (``isolation_level`` is None): a write outside of ``writing``
    is a fault. Errors of the world come out as LibraryError, all others as they are.
    """

    def __init__(self, raw: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
        self.folder = path.parent
        self.read_only = read_only
        self._raw = raw
        self._identity = identity(path)
        self._path = path
        self._writing = False
        self._before_commit: list[Callable[[], None]] = []
        self._after_commit: list[Callable[[], None]] = []

    @property
    def raw(self) -> sqlite3.Connection:
        """Return the bare connection, for the backup interface and the migrations."""
        return self._raw

    def all(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """Return all the rows of a query."""
        try:
            return self._raw.execute(sql, parameters).fetchall()
        except FAILED as error:
            raise self._told(error) from error

    def one(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """Return the first row of a query, if there is one."""
        try:
            row: Row | None = self._raw.execute(sql, parameters).fetchone()
        except FAILED as error:
            raise self._told(error) from error
        return row

    # A single value is of the type that the SQL gives it, see Row.
    def value(self, sql: str, parameters: Parameters = ()) -> Any:  # noqa: ANN401
        """Return the first value of the first row, or None."""
        row = self.one(sql, parameters)
        return None if row is None else row[0]

    def run(self, sql: str, parameters: Parameters = ()) -> int:
        """Change rows inside a transaction; return how many."""
        return self._change(sql, parameters).rowcount

    def insert(self, sql: str, parameters: Parameters = ()) -> int:
        """Insert a row inside a transaction; return its number."""
        number = self._change(sql, parameters).lastrowid
        assert number is not None
        return number

    def run_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run one change with many rows of parameters inside a transaction."""
        self._must_write()
        try:
            self._raw.executemany(sql, rows)
        except FAILED as error:
            raise self._told(error) from error

    @contextmanager
    def reading_damage(self) -> Iterator[None]:
        """Let texts with broken bytes be read, with a sign for each that no text has."""
        self._raw.text_factory = _mended
        try:
            yield
        finally:
            self._raw.text_factory = str

    @contextmanager
    def reading(self) -> Iterator[None]:
        """See one state of the library in several queries."""
        if self._raw.in_transaction:
            yield
        else:
            self.one("BEGIN")
            try:
                yield
            finally:
                self._end("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Change the library in one transaction, wholly or not at all.

        Inside another one it is a part of that: it fails alone, and holds when that holds.
        """
        if self._writing:
            yield from self._part_of_writing()
            return
        self._must_be_there()
        self.one("BEGIN IMMEDIATE")
        self._writing = True
        try:
            yield
            for act in self._before_commit:
                act()
            self.one("COMMIT")
        except BaseException:
            self._after_commit.clear()
            self._end("ROLLBACK")
            raise
        finally:
            self._writing = False
        self._run_after_commit()

    def before_commit(self, act: Callable[[], None]) -> None:
        """Have something done at the end of every transaction that writes."""
        self._before_commit.append(act)

    def after_commit(self, act: Callable[[], None]) -> None:
        """Have something done once what is being written is on disk, if it ever is."""
        self._must_write()
        self._after_commit.append(act)

    def close(self) -> None:
        """Close the connection; keep what SQLite learnt of the tables for its next plans."""
        with suppress(sqlite3.Error):
            if not self.read_only:
                self._raw.execute("PRAGMA busy_timeout = 0")
                self._raw.execute("PRAGMA analysis_limit = 400")
                self._raw.execute("PRAGMA optimize")
        self._raw.close()

    def _change(self, sql: str, parameters: Parameters) -> sqlite3.Cursor:
        self._must_write()
        try:
            return self._raw.execute(sql, parameters)
        except FAILED as error:
            raise self._told(error) from error

    def _must_be_there(self) -> None:
        """Refuse to write to a file that was moved or replaced: nobody would read it again."""
        if identity(self._path) != self._identity:
            gone = not self._path.exists()
            raise LibraryError(
                "library_vanished" if gone else "library_replaced",
                folder=str(self.folder),
                reason="library.db was moved or replaced",
            )

    def _must_write(self) -> None:
        if not (self._writing and self._raw.in_transaction):
            raise RuntimeError("a write outside of a transaction")

    def _part_of_writing(self) -> Iterator[None]:
        self.one("SAVEPOINT part")
        try:
            yield
            self.one("RELEASE part")
        except BaseException:
            self._end("ROLLBACK TO part", "RELEASE part")
            raise

    def _end(self, *statements: str) -> None:
        """End a transaction, unless SQLite did so itself, as it may on a full disk.

        Where even that fails, the error that led here is the one to tell.
        """
        for statement in statements:
            if self._raw.in_transaction:
                with suppress(sqlite3.Error):
                    self._raw.execute(statement)

    def _run_after_commit(self) -> None:
        acts, self._after_commit = self._after_commit, []
        for act in acts:
            act()

    def _told(self, error: Exception) -> Exception:
        told = world_error(error, self.folder)
        if told is None and getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:
            from reader.library.soundness import schema_is_whole

            if not schema_is_whole(self._raw):
                # A flipped bit in a name, and what is asked for is not there.
                told = LibraryError("damaged", folder=str(self.folder), reason=str(error))
        return told or error


def _mended(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another one that is called the same."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def connect(
    path: Path,
    *,
    mode: str,
    busy_timeout: float = 5.0,
    immutable: bool = False,
) -> sqlite3.Connection:
    """Open the file with the pragmas that every connection has; ``mode`` is ro, rw or rwc."""
    name = path.as_posix()
    if not name.startswith("/"):
        name = "/" + name  # file:///C:/library.db
    for char in "%?#":
        name = name.replace(char, f"%{ord(char):02x}")
    flags = f"?mode={mode}" + ("&immutable=1" if immutable else "")
    raw = sqlite3.connect(
        f"file://{name}{flags}",
        uri=True,
        timeout=busy_timeout,
        isolation_level=None,
        cached_statements=256,
    )
    try:
        raw.executescript(PRAGMAS + ("" if mode == "ro" else WRITING_PRAGMAS))
        if mode == "ro":
            raw.execute("PRAGMA query_only = ON")
    except BaseException:
        raw.close()
        raise
    return raw
