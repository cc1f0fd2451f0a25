"""What a start of the program wants of the window: sources to add, an article to show.

A second start on the same library hands it to the first one as a line of JSON.
"""

from __future__ import annotations

import json
import os
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.gui.window import MainWindow
    from reader.model.errors import ReaderError
    from reader.services.desk import Desk

_VERSION = 1
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


class Wanted(NamedTuple):
    """Sources to add, the beginning of an article's id, and the desktop's token for a start."""

    sources: tuple[str, ...] = ()
    article: str = ""
    token: str = ""


def wanted(sources: Sequence[str], article: str, environment: Mapping[str, str]) -> Wanted:
    """Return what this start wants; its sources mean the same in every folder."""
    token = next(filter(None, map(environment.get, _TOKENS)), "")
    return Wanted(tuple(_anywhere(source) for source in sources), article, token)


def written(wish: Wanted) -> bytes:
    """Return the line that another process reads."""
    return json.dumps({"version": _VERSION, **wish._asdict()}).encode() + b"\n"


def understood(line: bytes) -> Wanted:
    """Return what a line wants, as far as this version knows it; ValueError if it is none."""
    try:
        told = json.loads(line)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if not isinstance(told, dict) or not isinstance(told.get("version"), int):
        raise ValueError("no message of ours")
    sources = told.get("sources")
    return Wanted(
        tuple(filter(_is_text, sources)) if isinstance(sources, list) else (),
        *(told[name] if _is_text(told.get(name)) else "" for name in ("article", "token")),
    )


def fulfil(wish: Wanted, window: MainWindow) -> None:
    """Do in a window what is wanted of it."""
    if wish.sources:
        window.adding.add(wish.sources)
    if wish.article:
        window.session.read(
            partial(_resolve, wish.article),
            partial(_show, window),
            failed=partial(_tell, window),
        )


def bring_forward(window: MainWindow, token: str) -> None:
    """Show a window in front of the others, with the keyboard in it if the desktop lets it."""
    minimised = Qt.WindowState.WindowMinimized
    window.setWindowState(window.windowState() & ~minimised | Qt.WindowState.WindowActive)
    window.show()
    window.raise_()
    # Wayland lets a window come forward for the start that the reader just made, and no other.
    if token:
        os.environ[_TOKENS[0]] = token
    window.activateWindow()
    os.environ.pop(_TOKENS[0], None)


def _anywhere(source: str) -> str:
    return source if source.startswith(("http://", "https://")) else os.path.abspath(source)  # noqa: PTH100


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value != "" and "\0" not in value


def _resolve(article: str, desk: Desk) -> str:
    return desk.reading.resolve(article)


def _show(window: MainWindow, article_id: str) -> None:
    window.views.show("articles")
    window.session.open(article_id)


def _tell(window: MainWindow, error: ReaderError) -> None:
    window.notice.say(window.messages.error(error))
