"""Let no fault of ours leave an event handler that Qt runs within a call from Python.

Qt's binding (PySide6 6.11) keeps such a fault until that call returns. A handler of another widget
that runs meanwhile loses a reference to itself, and the program crashes at some later moment.
"""

from __future__ import annotations

import sys
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec

if TYPE_CHECKING:
    from collections.abc import Callable

_P = ParamSpec("_P")


def guarded(handler: Callable[_P, None]) -> Callable[_P, None]:
    """Report a fault of a handler as any other that nothing catches, and go on."""

    @wraps(handler)
    def handled(*args: _P.args, **kwargs: _P.kwargs) -> None:
        try:
            handler(*args, **kwargs)
        except Exception:  # noqa: BLE001 - it is reported, and nothing above may see it
            sys.excepthook(*sys.exc_info())

    return handled
