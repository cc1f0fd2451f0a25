"""Signals that ask the program to end close the window, so that all words are committed."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

_ASKED = ("SIGINT", "SIGTERM", "SIGHUP")


class Ending:
    """Calls ``close`` when the system or a terminal asks the program to end.

    Python looks for signals when it runs next: the window does so every second.
    """

    def __init__(self, close: Callable[[], object]) -> None:
        self._close = close
        self._former = {
            number: signal.signal(number, self._on_signal)
            for number in (getattr(signal, name, None) for name in _ASKED)
            # A signal that is ignored (nohup) stays ignored.
            if number is not None and signal.getsignal(number) != signal.SIG_IGN
        }

    def restore(self) -> None:
        """Let signals do again what they did before."""
        for number, former in self._former.items():
            signal.signal(number, former)

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        # Once is asked; who asks again means it.
        self.restore()
        self._close()
