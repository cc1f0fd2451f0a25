"""What a second start hands over: read whatever sends it, and never believed blindly."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtNetwork import QLocalSocket

from reader.gui.application import Program
from reader.gui.handing_over import Receiver
from reader.gui.wanted import Wanted, bring_forward, fulfil, understood, wanted, written
from reader.services.desk import open_desk
from reader.system.claim import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

WISH = Wanted(("/a/図書.txt", "https://example.com/"), "0v6c", "token")


@pytest.fixture
def claim(library_folder: Path, tmp_path: Path) -> Iterator[Claim]:
    claim = Claim(library_folder, tmp_path / "windows")
    assert claim.take()
    yield claim
    claim.close()


@pytest.fixture
def receiver(qtbot: QtBot, claim: Claim) -> Iterator[Receiver]:
    receiver = Receiver(claim)
    yield receiver
    receiver.close()


def call(qtbot: QtBot, claim: Claim, *parts: bytes) -> bytes:
    """Send parts one after another to what listens, and return its answer when it hangs up."""
    socket = QLocalSocket()
    socket.connectToServer(claim.holder().server)
    assert socket.waitForConnected(5000)
    for part in parts:
        socket.write(part)
        socket.flush()
        qtbot.wait(5)
    disconnected = QLocalSocket.LocalSocketState.UnconnectedState
    qtbot.waitUntil(lambda: socket.state() == disconnected)
    return bytes(socket.readAll().data())


def test_what_is_wanted_survives_the_way() -> None:
    assert understood(written(WISH)) == WISH
    odd = Wanted(("/a/\udce9.txt",))
    assert understood(written(odd)) == odd


def test_sources_mean_the_same_in_every_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    wish = wanted(["a.txt", "../b", "https://example.com/"], "", {"XDG_ACTIVATION_TOKEN": "t"})
    here = Path.cwd()
    assert wish.sources == (str(here / "a.txt"), str(here.parent / "b"), "https://example.com/")
    assert wish.token == "t"
    assert wanted([], "", {"DESKTOP_STARTUP_ID": "s"}).token == "s"


def test_a_newer_and_an_odd_message_are_understood_as_far_as_known() -> None:
    told = {"version": 9, "sources": ["/a", 1, "", "/b\0"], "article": 5, "theme": {"a": []}}
    assert understood(json.dumps(told).encode()) == Wanted(("/a",))
    assert understood(b'{"version": 0}') == Wanted()


def test_a_message_in_pieces_is_received_and_answered(
    qtbot: QtBot, claim: Claim, receiver: Receiver
) -> None:
    line = written(WISH)
    with qtbot.waitSignal(receiver.received) as received:
        assert call(qtbot, claim, line[:7], line[7:]) == b"taken\n"
    assert received.args == [WISH]


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"GET / HTTP/1.1\r\n",
        b"[1, 2]\n",
        b'{"sources": ["/a"]}\n',
        b"\xff\xfe\n",
        b"[" * 100_000 + b"\n",
        b"x" * (9 << 20),
    ],
    ids=["empty", "http", "list", "no version", "no text", "deep", "long"],
)
def test_what_is_no_message_is_ignored_and_logged(
    line: bytes,
    qtbot: QtBot,
    claim: Claim,
    receiver: Receiver,
    caplog: pytest.LogCaptureFixture,
) -> None:
    received: list[object] = []
    receiver.received.connect(received.append)
    with caplog.at_level(logging.INFO, "reader.gui.handing_over"):
        assert call(qtbot, claim, line) == b""
        qtbot.waitUntil(lambda: "was ignored" in caplog.text)
    assert received == []
    # And the next one is listened to.
    assert call(qtbot, claim, written(WISH)) == b"taken\n"
    assert received == [WISH]


def test_only_the_reader_may_call(claim: Claim, receiver: Receiver) -> None:
    server = Path(claim.holder().server)
    if os.name == "posix":
        assert server.stat().st_mode & 0o077 == 0


def test_what_a_killed_window_left_is_cleared_away(
    qtbot: QtBot, library_folder: Path, tmp_path: Path
) -> None:
    left = tmp_path / "left"
    left.write_bytes(b"")
    before, claim = (Claim(library_folder, tmp_path / "windows") for _ in range(2))
    assert before.take()
    before.tell(str(left))
    before.close()
    assert claim.take()
    receiver = Receiver(claim)
    assert not left.exists()
    receiver.close()
    assert claim.holder().server == ""
    claim.close()


def started(qtbot: QtBot, folder: Path, settings: Path, wish: Wanted) -> Program:
    program = Program(folder, settings_path=settings, wish=wish, language="en")
    program.show()
    qtbot.waitUntil(lambda: program.idle and program.window.known is not None, timeout=60_000)
    return program


def test_the_first_start_adds_what_it_was_given_and_shows_the_article(
    qtbot: QtBot, library_folder: Path, tmp_path: Path
) -> None:
    with open_desk(library_folder) as desk:
        first = desk.adding.add_text("港の橋が開通\n\n船が通れる高さの橋です。", "a.txt").id
        desk.adding.add_text("灯台を修理へ\n\n市は灯台を修理します。", "b.txt")
        desk.understanding.finish()
    assert first
    program = started(qtbot, library_folder, tmp_path / "s.json", Wanted((), first[:8]))
    window = program.window
    qtbot.waitUntil(lambda: window.known is not None and window.known.article.id == first)
    # And what comes later is done in the same window, also from the glossary.
    window.views.choose("glossary")
    (tmp_path / "c.txt").write_text("堤防を高く\n\n町は堤防を高くします。", "utf-8")
    fulfil(Wanted((str(tmp_path / "c.txt"),)), window)
    qtbot.waitUntil(lambda: window.known is not None and "堤防" in window.known.article.title)
    assert window.views.view == "articles"
    bring_forward(window, "token")
    assert "XDG_ACTIVATION_TOKEN" not in os.environ
    fulfil(Wanted((), "zzzzzzzz"), window)
    qtbot.waitUntil(lambda: "zzzzzzzz" in window.notice.words)
    qtbot.waitUntil(lambda: program.idle, timeout=60_000)
    window.close()
    assert program.close()
