"""The window keeps the plain copies up by itself, and never in the way of a write."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from reader.gui.mirroring import BackgroundMirroring
from reader.gui.session import Session
from reader.services.desk import open_desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.services.desk import Desk


@pytest.fixture
def session(qtbot: QtBot, library_folder: Path) -> Iterator[Session]:
    with open_desk(library_folder) as desk:
        for number in range(4):
            article = desk.adding.add_text(f"記事{number}\n本文。", f"{number}.txt").id
            desk.annotating.note("article", article, f"メモ{number}")
    session = Session(library_folder)
    session.start("")
    session.start_writing()
    yield session
    session.close()


def copies(folder: Path) -> set[str]:
    return {path.stem for path in (folder / "notes").glob("*.md")}


def test_what_is_due_is_written_soon_after_the_start_and_after_a_change(
    qtbot: QtBot, session: Session, library_folder: Path
) -> None:
    mirroring = BackgroundMirroring(session)
    assert copies(library_folder) == set()
    mirroring._timer.start(1)
    qtbot.waitUntil(lambda: len(copies(library_folder)) == 4)
    article = known_articles(library_folder)[0]
    session.write(partial(summarise, article))
    qtbot.waitUntil(mirroring._timer.isActive)
    mirroring._timer.start(1)
    qtbot.waitUntil(lambda: any("要約です" in words for words in read(library_folder)))
    qtbot.waitUntil(lambda: not session.busy)
    mirroring.close()


def test_what_is_left_is_written_when_the_window_closes(
    qtbot: QtBot, session: Session, library_folder: Path
) -> None:
    from reader.gui.mirroring import do_last

    mirroring = BackgroundMirroring(session)
    mirroring.close()
    assert session.close(last=do_last)
    assert len(copies(library_folder)) == 4


def test_a_folder_in_the_way_is_no_matter_for_the_reader(
    qtbot: QtBot, session: Session, library_folder: Path
) -> None:
    (library_folder / "notes").write_bytes(b"in the way")
    told: list[object] = []
    session.failed.connect(told.append)
    session.crashed.connect(told.append)
    mirroring = BackgroundMirroring(session)
    mirroring._timer.start(1)
    qtbot.waitUntil(lambda: mirroring._timer.isActive() and mirroring._timer.interval() > 10_000)
    (library_folder / "notes").unlink()
    mirroring._timer.start(1)
    qtbot.waitUntil(lambda: len(copies(library_folder)) == 4)
    assert told == []
    mirroring.close()


def known_articles(folder: Path) -> list[str]:
    with open_desk(folder) as desk:
        return [row.id for row in desk.reading.page()]


def read(folder: Path) -> list[str]:
    return [path.read_text("utf-8") for path in (folder / "notes").glob("*.md")]


def summarise(article: str, desk: Desk) -> object:
    return desk.summarising.write(article, "要約です")
