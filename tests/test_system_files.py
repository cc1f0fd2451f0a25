"""Reading no more than is wanted; writing whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reader.system.clock import now_utc
from reader.system.files import FileError, read_limited, store_original, write_whole
from reader.system.identity import random_bits

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="has no such files")


def code_of(error: pytest.ExceptionInfo[FileError]) -> str:
    return error.value.code


def test_a_file_at_the_limit_is_read_and_one_byte_more_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "記事.txt"
    path.write_bytes(b"12345")
    assert read_limited(path, 5) == b"12345"
    with pytest.raises(FileError) as error:
        read_limited(path, 4)
    assert code_of(error) == "too_large"
    assert error.value.details == {"path": str(path), "limit": 4}


def test_what_is_not_there_a_folder_and_an_impossible_name_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for path, expected in [
        (tmp_path / "nothing.txt", "missing"),
        (tmp_path / "file" / "below.txt", "missing"),
        (tmp_path, "is_folder"),
        (Path("nul\0inside"), "unreadable"),
    ]:
        with pytest.raises(FileError) as error:
            read_limited(path, 10)
        assert code_of(error) == expected


@posix_only
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileError) as error:
        read_limited(tmp_path / "pipe", 10)
    assert code_of(error) == "unreadable"


def test_a_new_file_and_a_replaced_one_are_whole(tmp_path: Path) -> None:
    path = tmp_path / "要約.md"
    write_whole(path, "一".encode())
    write_whole(path, "二三".encode())
    assert path.read_bytes() == "二三".encode()
    assert [entry.name for entry in tmp_path.iterdir()] == ["要約.md"]


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError) as error:
        write_whole(tmp_path / "none" / "file", b"x")
    assert code_of(error) == "no_folder"


def test_a_folder_in_the_way_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(FileError) as error:
        write_whole(tmp_path / "taken", b"x")
    assert code_of(error) == "unwritable"
    assert [entry.name for entry in tmp_path.iterdir()] == ["taken"]


def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    write_whole(path, b"old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileError) as error:
        write_whole(path, b"new")
    assert code_of(error) == "disk_full"
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


@posix_only
def test_a_real_limit_of_the_system_leaves_the_old_file(tmp_path: Path, project: Path) -> None:
    """The process may write 4 KiB a file; one write of 64 KiB runs into that half-way."""
    path = tmp_path / "file"
    path.write_bytes(b"old")
    program = (
        "import resource, signal, sys, pathlib\n"
        "from reader.system.files import FileError, write_whole\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try:\n    write_whole(pathlib.Path(sys.argv[1]), b'n' * 65536)\n"
        "except FileError as error:\n    print(error.code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        cwd=project,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "unwritable\n"
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


@posix_only
def test_links_and_permissions_stay(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link = tmp_path / "link"
    link.symlink_to(real)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o640


def test_an_original_is_kept_under_its_hash_and_healed(tmp_path: Path) -> None:
    data = "記事\r\n".encode("cp932")
    name = hashlib.sha256(data).hexdigest()
    folder = tmp_path / "library" / "originals"
    path = store_original(folder, name, data)
    assert path == folder / name
    before = path.stat().st_mtime_ns
    assert store_original(folder, name, data) == path
    assert path.stat().st_mtime_ns == before
    path.write_bytes(b"x" * len(data))
    store_original(folder, name, data)
    assert path.read_bytes() == data


def test_the_time_is_utc_to_the_second() -> None:
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", now_utc())


def test_random_bits_use_their_whole_range_and_no_more() -> None:
    drawn = [random_bits(80) for _ in range(200)]
    assert len(set(drawn)) == 200
    assert max(drawn).bit_length() > 72
    assert all(0 <= number < 1 << 80 for number in drawn)
    assert {random_bits(1) for _ in range(100)} == {0, 1}
