"""The draft journal: every word until it is committed, and none longer."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.system.draft_file import DraftFile
from reader.system.draft_lines import Draft, LineWriter, read_journal
from reader.system.drafts import DraftJournal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PLACE = ("note", "article", "a" * 16, "")
OTHER = ("summary", "article", "a" * 16, "")
AT = "2026-01-10T09:00:00Z"


def lines(*kept: tuple[tuple[str, ...], str | None]) -> bytes:
    writer = LineWriter()
    return b"".join(
        writer.done(place, at=AT) if text is None else writer.kept(place, text, "", at=AT)
        for place, text in kept
    )


def texts(*files: bytes) -> dict[tuple[str, ...], str]:
    return {draft.place: draft.text for draft in read_journal(*files).drafts}


# The lines


def test_the_last_words_of_each_place_are_read() -> None:
    data = lines((PLACE, "橋"), (OTHER, "要約"), (PLACE, "橋が"), (OTHER, None))
    assert read_journal(data).drafts == (Draft(PLACE, "橋が", "", AT, frozenset(("橋", "橋が"))),)


@given(
    st.lists(
        st.tuples(st.integers(0, 6000), st.integers(0, 40), st.text(max_size=700)), max_size=12
    )
)
def test_a_long_text_is_read_as_it_was_whatever_was_changed_in_it(
    changes: list[tuple[int, int, str]],
) -> None:
    writer = LineWriter()
    text, data = "橋が架かる。\n" * 700, b""
    for start, length, put in [(0, 0, ""), *changes]:
        text = text[:start] + put + text[start + length :]
        data += writer.kept(PLACE, text, "expected", at=AT)
        (draft,) = read_journal(data).drafts
        assert (draft.text, draft.expected) == (text, "expected")


def test_a_long_text_is_not_written_whole_for_every_key() -> None:
    text = "橋が架かる。" * 10_000
    data = lines(*((PLACE, text + "あ" * number) for number in range(100)))
    assert len(data) < 2 * len(text.encode())
    assert texts(data) == {PLACE: text + "あ" * 99}


def test_half_a_character_is_kept() -> None:
    assert texts(lines((PLACE, "橋\ud842"))) == {PLACE: "橋\ud842"}


def test_a_torn_last_line_is_no_damage() -> None:
    data = lines((PLACE, "橋"), (PLACE, "橋が架かる"))
    begun = data.index(b"\n") + 1
    for end in range(begun, len(data)):
        journal = read_journal(data[:end])
        assert journal.damaged == 0
        assert texts(data[:end])[PLACE] in ("橋", "橋が架かる")


def test_a_flipped_bit_loses_its_line_alone_and_is_noticed() -> None:
    first = lines((PLACE, "橋"))
    data = lines((PLACE, "橋"), (PLACE, "橋が架かる"))
    for place in range(len(first), len(data) - 1):
        flipped = bytearray(data)
        flipped[place] ^= 1
        journal = read_journal(bytes(flipped))
        assert journal.damaged or journal.newer
        assert [draft.text for draft in journal.drafts] == ["橋"]


def test_lines_of_a_newer_version_are_told() -> None:
    journal = read_journal(lines((PLACE, "橋")) + b'{"v":2,"something":"else"}\n')
    assert journal.newer
    assert journal.damaged == 0


def test_the_lines_of_two_files_are_in_the_order_they_were_written() -> None:
    data = lines((PLACE, "橋"), (PLACE, "橋が"), (OTHER, "x"), (OTHER, None))
    first, second, third, fourth = data.splitlines(keepends=True)
    assert texts(third + fourth + second, first) == {PLACE: "橋が"}


# The journal


class Folders:
    """Where a journal may go."""

    def __init__(self, folder: Path) -> None:
        (folder / "library").mkdir()
        self.beside = folder / "library" / "drafts"
        self.otherwise = folder / "state" / "chumoku" / "drafts"

    def journal(self) -> DraftJournal:
        return DraftJournal(self.beside, self.otherwise)

    @property
    def files(self) -> list[Path]:
        return [*self.beside.glob("*"), *self.otherwise.glob("*")]

    def texts(self) -> dict[tuple[str, ...], str]:
        return texts(*(path.read_bytes() for path in self.files))


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path)


def test_words_stay_in_the_file_until_they_are_committed(folders: Folders) -> None:
    journal = folders.journal()
    journal.keep(PLACE, "橋", "")
    journal.keep(OTHER, "要約", "")
    journal.done(PLACE)
    assert journal.close()
    assert folders.texts() == {OTHER: "要約"}
    assert [path.parent for path in folders.files] == [folders.beside]


def test_nothing_stays_when_all_is_committed(folders: Folders) -> None:
    journal = folders.journal()
    journal.keep(PLACE, "橋", "")
    journal.done(PLACE)
    assert journal.close()
    assert not folders.beside.exists()


def test_no_file_is_made_while_nothing_is_typed(folders: Folders) -> None:
    assert folders.journal().close()
    assert folders.files == []


def test_a_folder_that_takes_nothing_sends_the_words_elsewhere(folders: Folders) -> None:
    folders.beside.write_bytes(b"in the way")
    journal = folders.journal()
    journal.keep(PLACE, "橋", "")
    assert journal.close()
    assert texts(*(path.read_bytes() for path in folders.otherwise.glob("*"))) == {PLACE: "橋"}


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_a_library_that_vanishes_takes_no_words_along(
    folders: Folders, tmp_path: Path, wait: Callable[[Callable[[], object]], None]
) -> None:
    journal = folders.journal()
    journal.keep(PLACE, "橋", "")
    journal.keep(OTHER, "要約", "")
    wait(lambda: folders.texts() == {PLACE: "橋", OTHER: "要約"})
    (tmp_path / "library").rename(tmp_path / "gone")
    journal.keep(PLACE, "橋が", "")
    assert journal.close()
    assert not (tmp_path / "library").exists()
    assert folders.texts() == {PLACE: "橋が", OTHER: "要約"}


def test_words_that_no_folder_takes_are_tried_again(folders: Folders) -> None:
    for place in (folders.beside, folders.otherwise.parents[1]):
        place.write_bytes(b"in the way")
    journal = folders.journal()
    journal.keep(PLACE, "橋", "")
    assert not journal.close()
    folders.beside.unlink()
    journal = folders.journal()
    journal.keep(PLACE, "橋が", "")
    assert journal.close()
    assert folders.texts() == {PLACE: "橋が"}


HOLD = """
import sys
from pathlib import Path
from reader.system.drafts import DraftJournal
journal = DraftJournal(Path(sys.argv[1]), Path(sys.argv[1]))
journal.keep(("note",), "held", "")
print("ready", flush=True)
sys.stdin.read()
"""


def test_a_journal_is_its_process_alone_until_that_ends(
    folders: Folders, project: Path, wait: Callable[[Callable[[], object]], None]
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folders.beside)],
        stdin=subprocess.PIPE,
        cwd=project,
    )
    wait(lambda: folders.texts() == {("note",): "held"})
    (path,) = folders.files
    assert DraftFile.take_over(path) is None
    process.kill()
    process.communicate()
    file = DraftFile.take_over(path)
    assert file is not None
    assert DraftFile.take_over(path) is None
    assert texts(file.read()) == {("note",): "held"}
    file.remove()
    assert DraftFile.take_over(path) is None
    assert not folders.beside.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such rights")
def test_drafts_are_for_the_readers_eyes_alone(folders: Folders) -> None:
    journal = folders.journal()
    journal.keep(PLACE, "橋", "")
    assert journal.close()
    assert folders.files[0].stat().st_mode & 0o077 == 0


@pytest.fixture
def wait() -> Callable[[Callable[[], object]], None]:
    """Give a way to wait for something that another thread or process does."""
    import time

    def wait_for(done: Callable[[], object]) -> None:
        until = time.monotonic() + 20
        while not done():
            assert time.monotonic() < until, "waited in vain"
            time.sleep(0.01)

    return wait_for
