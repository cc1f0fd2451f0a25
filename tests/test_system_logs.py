"""The program's own log."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from reader.system.logs import start_logging

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger("reader.test")


def test_the_last_lines_are_in_memory_and_in_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    logs = start_logging(folder=folder)
    try:
        assert not folder.exists()
        for number in range(300):
            log.info("line %d 行", number)
        log.debug("too fine")
        assert len(logs.recent()) == 200
        assert logs.recent()[-1].endswith("INFO reader.test: line 299 行")
        written = (folder / "chumoku.log").read_text(encoding="utf-8").splitlines()
        assert len(written) == 300
        assert written[-1] == logs.recent()[-1]
    finally:
        logs.close()
    log.info("after the end")
    assert len((folder / "chumoku.log").read_text(encoding="utf-8").splitlines()) == 300


def test_a_large_file_makes_room_and_the_one_before_is_kept(tmp_path: Path) -> None:
    (tmp_path / "chumoku.log").write_bytes(b"old\n" * 300_000)
    logs = start_logging(folder=tmp_path)
    log.info("new")
    logs.close()
    assert (tmp_path / "chumoku.log").stat().st_size < 200
    assert (tmp_path / "chumoku.log.1").stat().st_size == 1_200_000


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    logs = start_logging(folder=tmp_path / "file" / "logs")
    log.info("still here")
    logs.close()
    assert "still here" in logs.recent()[-1]
