"""``chumoku undo`` and ``chumoku redo``: take back the last act of the reader, or do it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.desks import open_to_change
from reader.cli.program import DONE
from reader.model.errors import NotFoundError
from reader.presentation import article_json

if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.terminal import Terminal
    from reader.model.acts import Undone


def undo_command(arguments: Arguments, terminal: Terminal) -> int:
    """Undo what the reader did last, in a window or by a command."""
    with open_to_change(arguments) as desk:
        undone = desk.undoing.undo()
    if undone is None:
        raise NotFoundError("nothing_to_undo")
    _tell(undone, "terminal.undo.undone", arguments, terminal)
    return DONE


def redo_command(arguments: Arguments, terminal: Terminal) -> int:
    """Do again what was undone last."""
    with open_to_change(arguments) as desk:
        undone = desk.undoing.redo()
    if undone is None:
        raise NotFoundError("nothing_to_redo")
    _tell(undone, "terminal.undo.redone", arguments, terminal)
    return DONE


def _tell(undone: Undone, key: str, arguments: Arguments, terminal: Terminal) -> None:
    if arguments.json:
        terminal.document(article_json.act(undone.act))
        return
    words = terminal.say(undone.act.label, **undone.act.details)
    terminal.line(terminal.say(key, act=words))
