"""Restoring: what it would change is shown, what it replaces is kept, and a kill loses nothing."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from libraries.building import LATER, NOW, TEXT, add_article, anchor

from reader.library import Library
from reader.library.backups import list_backups
from reader.library.looking import look_into, newest_good
from reader.library.restoring import restore
from reader.library.schema import VERSION
from reader.model.errors import LibraryError
from reader.model.safekeeping import Some

SECOND = f"新しい記事\n{TEXT}"
SAMPLES = Path(__file__).parent / "libraries"


@pytest.fixture
def folder(library_folder: Path) -> Path:
    """Give a library with a backup, and with words that came after it."""
    with Library.open(library_folder) as library:
        add_article(library, "a", text="古い記事\n" + TEXT)
        library.notes.add(id="n", target="article", target_id="a", text="前のメモ", now=NOW)
        library.notes.add(id="g", target="article", target_id="a", text="消すメモ", now=NOW)
        library.summaries.set("a", "前の要約", now=NOW)
        library.backup("by-hand", now=NOW)
        add_article(library, "b", text=SECOND)
        library.notes.add(id="m", target="article", target_id="b", text="後の\nメモ", now=LATER)
        library.notes.remove("g", now=LATER)
        library.summaries.set("a", "後の要約", now=LATER)
        library.highlights.add(
            id="h",
            article_id="b",
            anchor=anchor("二つの島", within="新しい記事\n" + TEXT),
            color="blue",
            now=LATER,
        )
    return library_folder


def notes(folder: Path, *, orphans: int = 0) -> set[str]:
    """Return the notes of a sound library, with originals of articles that are gone."""
    with Library.open(folder) as library:
        assert [problem.kind for problem in library.check()] == ["original"] * orphans
        assert library._db.value("PRAGMA journal_mode") == "wal"
        return {text for (text,) in library._db.all("SELECT text FROM note")}


BEFORE, AFTER = {"前のメモ", "消すメモ"}, {"前のメモ", "後の\nメモ"}


def test_what_a_backup_holds_and_what_it_lacks_is_shown(folder: Path) -> None:
    (backup,) = list_backups(folder)
    look = look_into(folder, backup)
    assert look.good
    contents = look.contents
    assert contents is not None
    assert (contents.version, contents.made) == (VERSION, NOW)
    assert (contents.articles, contents.notes) == (1, 2)
    assert (contents.highlights, contents.summaries) == (0, 1)
    assert (contents.newest_note, contents.newest_note_at) == ("消すメモ", NOW)
    difference = look.difference
    assert difference is not None
    assert difference.lost.articles == Some(1, ("新しい記事",))
    assert difference.lost.notes == Some(1, ("後の メモ",))
    assert difference.lost.highlights == Some(1, ("二つの島",))
    assert difference.lost.summaries == Some(1, ("後の要約",))
    assert difference.back.notes == Some(1, ("消すメモ",))
    assert difference.back.articles == Some()
    assert notes(folder) == AFTER


def test_a_restore_keeps_what_it_replaces(folder: Path) -> None:
    (backup,) = list_backups(folder)
    kept = restore(folder, backup.path, now=LATER)
    assert kept == folder / "backups" / f"000002-{LATER[:10]}-replaced.db"
    assert notes(folder) == BEFORE
    # There and back again: nothing was lost on the way.
    replaced = list_backups(folder)[0]
    assert replaced.kind == "replaced"
    restore(folder, replaced.path, now=LATER)
    assert notes(folder) == AFTER
    assert [one.kind for one in list_backups(folder)] == ["replaced", "replaced", "by_hand"]
    there = sorted(path.name for path in folder.iterdir() if path.name[0] != ".")
    assert there == ["backups", "library.db", "originals"]


def test_words_that_are_only_in_the_log_are_kept(folder: Path, project: Path) -> None:
    write = (
        "import os, sys\nfrom pathlib import Path\nfrom reader.library import Library\n"
        "library = Library.open(Path(sys.argv[1]))\n"
        "library.summaries.set('a', 'im Log', now='2026-01-10T09:00:00Z')\nos._exit(0)\n"
    )
    subprocess.run([sys.executable, "-c", write, str(folder)], cwd=project, check=True)
    assert (folder / "library.db-wal").stat().st_size > 0
    kept = restore(folder, list_backups(folder)[-1].path, now=LATER)
    assert kept is not None
    with closing(sqlite3.connect(f"file:{kept}?immutable=1", uri=True)) as raw:
        assert raw.execute("SELECT text FROM summary").fetchone() == ("im Log",)
    assert notes(folder) == BEFORE


def test_it_is_refused_while_the_library_is_open(folder: Path, project: Path) -> None:
    (backup,) = list_backups(folder)
    with Library.open(folder) as library:
        with pytest.raises(LibraryError, match="library_open"):
            restore(folder, backup.path, now=LATER)
        library.summaries.set("a", "geht weiter", now=LATER)
    reading = (
        "import sys\nfrom pathlib import Path\nfrom reader.library import Library\n"
        "library = Library.open(Path(sys.argv[1]))\nlibrary.articles.rows()\n"
        "print('open', flush=True)\nsys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", reading, str(folder)],
        cwd=project,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(LibraryError, match="library_open"):
            restore(folder, backup.path, now=LATER)
        process.communicate("")
    assert notes(folder) == AFTER
    assert [one.kind for one in list_backups(folder)] == ["by_hand"]


@pytest.mark.parametrize(
    "found", [b"not a database" * 400, b"SQLite format 3\x00" + b"\xff" * 9000]
)
def test_a_bad_file_is_kept_as_it_is(folder: Path, found: bytes) -> None:
    (folder / "library.db").write_bytes(found)
    (folder / "library.db-wal").write_bytes(b"its log")
    (backup,) = list_backups(folder)
    assert look_into(folder, backup).difference is None
    kept = restore(folder, backup.path, now=LATER)
    assert kept == folder / "damaged" / f"000002-{LATER[:10]}-replaced.db"
    assert kept.read_bytes() == found
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"its log"
    assert notes(folder, orphans=1) == BEFORE
    assert [one.kind for one in list_backups(folder)] == ["by_hand"]


def test_a_file_with_a_damaged_page_is_kept_as_damaged(folder: Path) -> None:
    path = folder / "library.db"
    with closing(sqlite3.connect(path)) as raw:
        (page,) = raw.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'revision'"
        ).fetchone()
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    path.write_bytes(data)
    kept = restore(folder, list_backups(folder)[0].path, now=LATER)
    assert kept is not None
    assert kept.parent.name == "damaged"
    assert notes(folder, orphans=1) == BEFORE


def test_a_library_that_is_gone_comes_back(folder: Path) -> None:
    (folder / "library.db").unlink()
    with pytest.raises(LibraryError, match="library_gone"):
        Library.open(folder)
    assert restore(folder, list_backups(folder)[0].path, now=LATER) is None
    assert notes(folder, orphans=1) == BEFORE


def test_a_damaged_backup_is_refused_and_another_one_offered(folder: Path) -> None:
    good = list_backups(folder)[0]
    bad = folder / "backups" / "000002-2026-01-11-daily.db"
    data = bytearray(good.path.read_bytes())
    data[8192:40960] = b"\xff" * 32768
    bad.write_bytes(data)
    look = look_into(folder, list_backups(folder)[0])
    assert (look.usable, look.good) == (False, False)
    with pytest.raises(LibraryError, match="backup_damaged"):
        restore(folder, bad, now=LATER)
    assert notes(folder) == AFTER
    # One changed word is told, but no reason to refuse all the others.
    changed = folder / "backups" / "000003-2026-01-12-daily.db"
    changed.write_bytes(good.path.read_bytes().replace("前のメモ".encode(), "後のメモ".encode()))
    look = look_into(folder, list_backups(folder)[0])
    assert (look.usable, look.good) == (True, False)
    assert "n" in look.problems[0]
    offered = newest_good(list_backups(folder))
    assert offered is not None
    assert offered.name == good.name


def test_an_older_backup_is_migrated_and_a_newer_one_refused(library_folder: Path) -> None:
    shutil.unpack_archive(SAMPLES / "schema-1.zip", library_folder)
    with Library.open(library_folder) as library:
        (row,) = library.articles.rows()
        library.summaries.set(row.id, "後の要約", now=LATER)
    (backup,) = list_backups(library_folder)
    look = look_into(library_folder, backup)
    assert look.good
    assert look.contents is not None
    assert (look.contents.version, look.contents.summaries) == (1, 1)
    assert look.difference is not None
    assert look.difference.lost.summaries == Some(1, ("後の要約",))
    restore(library_folder, backup.path, now=LATER)
    with Library.open(library_folder) as library:
        assert library.version == VERSION
        assert library.known(row.id).summary.text == "夏に橋が開く。"
    with closing(sqlite3.connect(backup.path)) as raw:
        raw.execute(f"PRAGMA user_version = {VERSION + 1}")
    assert not look_into(library_folder, backup).usable
    with pytest.raises(LibraryError, match="newer"):
        restore(library_folder, backup.path, now=LATER)


RESTORE = """
import os, sys
from pathlib import Path
from reader.library import backups, restoring

steps = int(sys.argv[3])

def stop_at(name, real):
    def step(*arguments, **named):
        global steps
        if steps == 0:
            os._exit(9)
        steps -= 1
        return real(*arguments, **named)
    return step

for name in ("replace", "unlink", "mkdir"):
    setattr(Path, name, stop_at(name, getattr(Path, name)))
for name in ("sync_file", "sync_folder", "verify"):
    setattr(restoring, name, stop_at(name, getattr(restoring, name)))
restoring.restore(Path(sys.argv[1]), Path(sys.argv[2]), now="2026-01-11T09:00:00Z")
"""


@pytest.mark.parametrize("bad", [False, True], ids=["sound", "damaged"])
def test_cut_off_at_any_point_it_is_finished_or_never_happened(
    folder: Path, project: Path, bad: bool, tmp_path: Path
) -> None:
    """The process ends between any two acts on files; every word is in one of the two places."""
    if bad:
        (folder / "library.db").write_bytes(b"not a database" * 400)
    outcomes = []
    for steps in range(40):
        copy = tmp_path / f"copy{steps}"
        shutil.copytree(folder, copy)
        backup = list_backups(copy)[0].path
        told = subprocess.run(
            [sys.executable, "-c", RESTORE, str(copy), str(backup), str(steps)],
            cwd=project,
            check=False,
            capture_output=True,
            text=True,
        )
        assert told.returncode in {0, 9}, told.stderr
        outcomes.append(_outcome(copy, bad=bad))
        if told.returncode == 0:
            break
    before = "bad file" if bad else "after"
    assert outcomes[0] == before
    assert outcomes[-1] == "before"
    assert len(outcomes) > 7
    assert outcomes == sorted(outcomes, key=lambda outcome: outcome == "before")


def is_bad(folder: Path) -> bool:
    return (folder / "library.db").read_bytes() == b"not a database" * 400


def _outcome(folder: Path, *, bad: bool) -> str:
    """Open the library and say what it holds; what was replaced must be kept."""
    if bad and (folder / "library.db").exists() and is_bad(folder):
        return "bad file"
    found = notes(folder, orphans=int(bad))
    if found == AFTER:
        return "after"
    assert found == BEFORE
    if bad:
        (kept,) = (folder / "damaged").glob("*.db")
        assert kept.read_bytes() == b"not a database" * 400
    else:
        with closing(sqlite3.connect(list_backups(folder)[0].path)) as raw:
            assert {text for (text,) in raw.execute("SELECT text FROM note")} == AFTER
    assert not list(folder.glob(".restore-*"))
    return "before"


def test_what_was_staged_and_never_used_does_not_come_back(folder: Path) -> None:
    """A leftover of a restore that never began is no library, also where that is gone later."""
    shutil.copy(list_backups(folder)[0].path, folder / ".restore-000002-2026-01-11.db")
    assert notes(folder) == AFTER
    (folder / "library.db").unlink()
    with pytest.raises(LibraryError, match="library_gone"):
        Library.open(folder)


def test_originals_that_only_a_backup_names_are_no_damage(folder: Path) -> None:
    with Library.open(folder) as library:
        add_article(library, "c", text="第三の記事")
    restore(folder, list_backups(folder)[-1].path, now=LATER)
    assert notes(folder) == BEFORE  # the check in it finds nothing
    assert len(list((folder / "originals").iterdir())) == 3
    list_backups(folder)[0].path.unlink()
    with Library.open(folder) as library:
        assert {problem.kind for problem in library.check()} == {"original"}


WRITE = """
import sys
from pathlib import Path
from reader.library import Library
from reader.model.errors import LibraryError

folder, name = Path(sys.argv[1]), sys.argv[2]
for number in range(10):
    try:
        with Library.open(folder, busy_timeout=20) as library:
            library.notes.add(
                id=f"{name}{number}", target="article", target_id="a", text="x",
                now="2026-01-10T09:00:00Z",
            )
    except LibraryError as error:
        print("!", error, flush=True)
    else:
        print(f"{name}{number}", flush=True)
"""


def test_nothing_acknowledged_is_lost_where_others_open_and_write_meanwhile(
    folder: Path, project: Path
) -> None:
    """Whoever opens the library in the middle of a restore writes to the one or to the other."""
    backup = list_backups(folder)[-1].path
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITE, str(folder), name],
            cwd=project,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in ("y", "z")
    ]
    restored = 0
    while any(writer.poll() is None for writer in writers):
        try:
            restore(folder, backup, now=LATER)
        except LibraryError as error:
            assert error.code == "library_open"  # noqa: PT017
        else:
            restored += 1
    told = {line for writer in writers for line in writer.communicate()[0].split("\n") if line}
    assert restored > 0
    assert not [line for line in told if line.startswith("!")]
    kept: set[str] = set()
    for path in (folder / "library.db", *(folder / "backups").glob("*-replaced.db")):
        with closing(sqlite3.connect(path)) as raw:
            assert raw.execute("PRAGMA quick_check").fetchone() == ("ok",)
            kept.update(id_ for (id_,) in raw.execute("SELECT id FROM note"))
    assert told <= kept
    notes(folder)
