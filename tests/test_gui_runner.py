"""The way off the GUI thread: who is told what came of it, and who is not any more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QObject, Signal

from reader.gui.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


class Listener(QObject):
    """Someone who waits for answers."""

    heard = Signal(object)

    def hear(self, answer: object) -> None:
        self.heard.emit(answer)

    def hear_with(self, _word: str, answer: object) -> None:
        self.heard.emit(answer)


@pytest.fixture
def session(qtbot: QtBot, library_folder: Path) -> Iterator[Session]:
    """Give a session on an empty library."""
    session = Session(library_folder)
    session.start("")
    session.start_writing()
    qtbot.waitUntil(lambda: not session.busy)
    yield session
    assert session.close()


def test_an_answer_comes_to_whoever_asked(qtbot: QtBot, session: Session) -> None:
    listener = Listener(session)
    with qtbot.waitSignal(listener.heard) as heard:
        session.read(lambda desk: desk.created, listener.hear)
    assert heard.args == [True]
    with qtbot.waitSignal(listener.heard) as heard:
        session.write(lambda desk: 7, partial(listener.hear_with, "x"))
    assert heard.args == [7]


def test_an_answer_to_someone_who_is_gone_is_let_go(qtbot: QtBot, session: Session) -> None:
    crashes: list[object] = []
    session.crashed.connect(crashes.append)
    listeners = [Listener(), Listener(), Listener()]
    session.read(lambda desk: 1, listeners[0].hear)
    session.read(lambda desk: 1, partial(listeners[1].hear_with, "x"))
    session.write(lambda desk: 1, listeners[2].hear)
    for listener in listeners:
        shiboken6.delete(listener)
    with qtbot.captureExceptions() as raised:
        qtbot.waitUntil(lambda: not session.busy)
    assert (raised, crashes) == ([], [])
