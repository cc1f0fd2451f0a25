"""Look at a place after a fault: is all there that was promised, and is nothing half-done?"""

from __future__ import annotations

import shutil
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from faults import workload
from faults.ledger import Book
from faults.states import digest, harm, words_of
from faults.workload import digest_of

from reader.library import Library
from reader.model.errors import ReaderError

if TYPE_CHECKING:
    from pathlib import Path


def prepare(place: Path) -> None:
    """Make an empty place: folders of the reader's own, in which Chumoku is to write."""
    (place / "exports").mkdir(parents=True)


def complaints(place: Path, book: Book) -> list[str]:
    """Return what is wrong in a place, once it is opened without faults."""
    try:
        state = state_of_place(place)
    except ReaderError as error:
        return [*book.misbehaviours(), f"it does not open: {error}"]
    return [*book.misbehaviours(), *book.losses(state)]


def state_of_place(place: Path) -> dict[str, str]:
    """Return all words of a place: of its library, its backups and its exported files."""
    with Library.open(place / "library") as library:
        state = words_of(library)
        problems = harm(library.check())
    if problems:
        state["check"] = "; ".join(map(str, problems))
    exports = place / "exports"
    for path in exports.rglob("*.md"):
        state[f"export {path.relative_to(exports).as_posix()}"] = digest(path.read_bytes())
    for path in (place / "library" / "backups").glob("*-by-hand*.db"):
        reason = path.stem.split("-", 4)[4]
        state[f"backup {reason}"] = words_of_backup(path)
    return state


def words_of_backup(path: Path) -> str:
    """Return the digest of what a backup holds, or what is wrong with it."""
    with TemporaryDirectory() as folder:
        opened = shutil.copyfile(path, f"{folder}/library.db")
        try:
            with Library.open(path.__class__(opened).parent, read_only=True) as library:
                broken = [found for found in library.check() if found.kind != "original"]
                return str(broken) if broken else digest_of(words_of(library))
        except ReaderError as error:
            return str(error)


def later_work(place: Path) -> list[str]:
    """Go on working in a place after a fault; return what hinders it."""
    lines: list[str] = []
    workload.run("later", place, lines.append, day=2)
    book = Book.of(lines)
    return [f"later {line.key}: {line.value}" for line in book.failures] + complaints(place, book)
