"""Heaps of articles are understood behind the window, and nothing is left waiting."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from reader.gui.session import Session
from reader.gui.understanding import BackgroundUnderstanding
from reader.services.desk import open_desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

MANY = 70


@pytest.fixture
def articles(library_folder: Path) -> list[str]:
    """Return the ids of many articles that wait for their understanding."""
    with open_desk(library_folder) as desk:
        texts = [f"第{n}便の知らせ\n北海県は{n}便の船を残すと発表した。" for n in range(MANY)]
        return [desk.adding.add_text(text, f"{n}.txt").id for n, text in enumerate(texts)]


@pytest.fixture
def session(library_folder: Path, articles: list[str]) -> Iterator[Session]:
    session = Session(library_folder)
    session.start(articles[0])
    session.start_writing()
    yield session
    assert session.close()


def _understood(folder: Path, ids: list[str]) -> list[str]:
    with open_desk(folder) as desk:
        return [one for one in ids if desk.reading.open(one).understood]


def test_a_heap_is_understood_to_its_end(
    qtbot: QtBot, session: Session, library_folder: Path, articles: list[str]
) -> None:
    background = BackgroundUnderstanding(session)
    told: list[bool] = []
    background.idle_changed.connect(told.append)
    background.wake()
    qtbot.waitUntil(lambda: background.idle, timeout=60_000)
    background.close()
    assert _understood(library_folder, articles) == articles
    assert told == [False, True]


def test_the_article_that_is_open_does_not_wait_for_the_heap(
    qtbot: QtBot, session: Session, articles: list[str]
) -> None:
    background = BackgroundUnderstanding(session)
    kept: list[frozenset[str]] = []
    session.changed.connect(lambda changes: kept.append(changes.content))
    background.wake(articles[-1])
    qtbot.waitUntil(lambda: bool(kept), timeout=60_000)
    assert articles[-1] in kept[0]
    qtbot.waitUntil(lambda: background.idle, timeout=60_000)
    background.close()


def test_what_was_not_understood_at_the_end_waits_for_the_next_start(
    qtbot: QtBot, session: Session, library_folder: Path, articles: list[str]
) -> None:
    background = BackgroundUnderstanding(session)
    with qtbot.waitSignal(session.changed, timeout=60_000):
        background.wake()
    background.close()
    again = BackgroundUnderstanding(session)
    again.wake()
    qtbot.waitUntil(lambda: again.idle, timeout=60_000)
    again.close()
    assert _understood(library_folder, articles) == articles


def test_a_term_of_the_readers_reaches_the_articles_behind(
    qtbot: QtBot, session: Session, library_folder: Path, articles: list[str]
) -> None:
    background = BackgroundUnderstanding(session)
    session.changed.connect(lambda _: background.wake())
    background.wake()
    qtbot.waitUntil(lambda: background.idle, timeout=60_000)
    text = "第0便の知らせ\n北海県は0便の船を残すと発表した。"
    start = text.index("船")
    made: list[str] = []
    session.write(
        lambda desk: desk.glossary.make_term(articles[0], start, start + 1),
        lambda result: made.append(result[0]),
    )
    qtbot.waitUntil(lambda: bool(made) and background.idle and not session.busy, timeout=60_000)
    background.close()
    with open_desk(library_folder) as desk:
        assert desk.glossary.card(made[0]).entry.articles == MANY


def test_what_is_asked_beside_is_worked_out_in_a_process_that_is_there_anyway(
    qtbot: QtBot, session: Session
) -> None:
    background = BackgroundUnderstanding(session)
    background.wake()
    qtbot.waitUntil(lambda: background.idle, timeout=60_000)
    told: list[object] = []
    session.compute("reader.services.stepping.words", "橋を架ける", then=told.append)
    session.compute("os.getpid", then=told.append)
    session.compute("os.no_such_thing", then=told.append)
    qtbot.waitUntil(lambda: len(told) == 2, timeout=60_000)
    assert (0, 1, 1, 2, 2, 5) in told
    (process,) = [one for one in told if isinstance(one, int)]
    assert process != os.getpid()
    background.close()
    session.compute("os.getpid", then=told.append)
    assert len(told) == 2
