"""One window a library: a second start hands what it wants to the first window, and ends."""

from __future__ import annotations

import logging
import os
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from reader.gui.boxes import tell_without_terminal
from reader.gui.wanted import understood, written
from reader.model.errors import LibraryError

if TYPE_CHECKING:
    from reader.gui.wanted import Wanted
    from reader.presentation.messages import Messages
    from reader.system.claim import Claim

_log = logging.getLogger(__name__)

_TAKEN = b"taken\n"
_LONGEST = 8 << 20
_CALL_ENDS_AFTER = 10_000
# How long a window may take to start, and one that listens may take to answer; in seconds.
_STARTING = 15.0
_ANSWERING = 5.0
_PAUSE = 0.05


class Receiver(QObject):
    """Listens for later starts on the library of a claim: ``received(Wanted)``."""

    received = Signal(object)

    def __init__(self, claim: Claim, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._claim = claim
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        if claim.left:
            # Whoever listened there is gone, for the claim is ours.
            QLocalServer.removeServer(claim.left)
        # Nobody else can be there before us under a name that cannot be guessed.
        if self._server.listen(f"chumoku-{claim.key}-{os.urandom(6).hex()}"):
            claim.tell(self._server.fullServerName())
        else:
            _log.info("nothing listens for later starts: %s", self._server.errorString())

    def close(self) -> None:
        """Listen no longer: a start from now on waits until this process has ended."""
        self._claim.tell("")
        self._server.close()

    @Slot()
    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            call = _Call(socket)
            call.understood.connect(self.received)


class _Call(QObject):
    """One connection: a line is read from it, and answered when it is understood."""

    understood = Signal(object)

    def __init__(self, socket: QLocalSocket) -> None:
        super().__init__(socket)
        self._socket = socket
        self._read = bytearray()
        self._ended = False
        socket.readyRead.connect(self._on_ready)
        socket.disconnected.connect(socket.deleteLater)
        QTimer.singleShot(_CALL_ENDS_AFTER, self, socket.abort)
        QTimer.singleShot(0, self, self._on_ready)

    @Slot()
    def _on_ready(self) -> None:
        self._read += self._socket.readAll().data()
        line, end, _rest = self._read.partition(b"\n")
        if self._ended or not (end or len(self._read) > _LONGEST):
            return
        self._ended = True
        try:
            if len(line) > _LONGEST:
                raise ValueError("too long")
            wish = understood(bytes(line))
        except ValueError as error:
            _log.info("a message to the window was ignored: %s", type(error).__name__)
            self._socket.abort()
            return
        self.understood.emit(wish)
        self._socket.write(_TAKEN)
        self._socket.disconnectFromServer()


def hand_over(claim: Claim, wish: Wanted, say: Messages) -> bool:
    """Hand what is wanted to the window that has the claim; say whether it took it.

    False: that window has gone meanwhile, and the claim is ours. Raises LibraryError when it
    does not answer in time; where nobody reads a terminal, a box tells it too.
    """
    began = time.monotonic()
    while not claim.take():
        holder = claim.holder()
        _let_come_forward(holder.process)
        if holder.server and _delivered(holder.server, written(wish)):
            return True
        patience = _ANSWERING if holder.server else _STARTING
        if time.monotonic() - began > patience:
            error = LibraryError("window_silent", process=holder.process)
            tell_without_terminal(say.error(error))
            raise error
        time.sleep(_PAUSE)
    return False


def _delivered(server: str, line: bytes) -> bool:
    """Send a line and wait for the answer; say whether it came."""
    milliseconds = round(_ANSWERING * 1000)
    socket = QLocalSocket()
    socket.connectToServer(server)
    if not socket.waitForConnected(milliseconds):
        return False
    socket.write(line)
    answer = b""
    while len(answer) < len(_TAKEN) and socket.waitForReadyRead(milliseconds):
        answer += socket.readAll().data()
    return answer == _TAKEN


def _let_come_forward(process: str) -> None:
    """Let the other process put its window in front: Windows asks the one that has the right."""
    if sys.platform == "win32" and process.isdecimal():
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(int(process))
