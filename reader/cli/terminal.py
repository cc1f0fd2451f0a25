"""What a command has of the terminal: lines for people, one JSON document, errors apart."""

from __future__ import annotations

import json
import os
import sys
from contextlib import contextmanager
from functools import cached_property
from io import TextIOWrapper
from typing import TYPE_CHECKING

from reader.cli.language import messages_in
from reader.model.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model.errors import ReaderError
    from reader.presentation.messages import Messages

_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)))


def allow_any_console() -> None:
    """Have a character that the console lacks replaced, where Python would give up."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


@contextmanager
def _writing() -> Iterator[None]:
    """Tell output that cannot be written; BrokenPipeError goes on to the program."""
    try:
        yield
    except OSError as error:
        _forget_stdout()
        if isinstance(error, BrokenPipeError):
            raise
        raise ExportError("no_output", reason=error.strerror or "") from error


def _forget_stdout() -> None:
    """Let what is still held back go nowhere: Python would complain of it at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


class Terminal:
    """The way out of a command: lines and documents to stdout, complaints to stderr."""

    def __init__(self, language: str | None) -> None:
        self._language = language

    @cached_property
    def say(self) -> Messages:
        """Return the words in the language of this terminal; looked up when first needed."""
        return messages_in(self._language)

    def line(self, text: str = "") -> None:
        """Write a line for people.

        Control characters are left out: a text from the web could rewrite the screen.
        """
        if sys.stdout is not None:
            with _writing():
                sys.stdout.write(text.translate(_CONTROLS) + "\n")

    def document(self, value: object, *, indent: int | None = 1) -> None:
        """Write a JSON document in UTF-8, whatever the console's code page is."""
        self.data(json.dumps(value, ensure_ascii=False, indent=indent) + "\n")

    def data(self, written: str | bytes) -> None:
        """Write bytes as they are; what of a text UTF-8 cannot hold becomes a JSON escape."""
        if isinstance(written, str):
            written = written.encode("utf-8", "backslashreplace")
        if sys.stdout is None:
            return
        with _writing():
            sys.stdout.flush()
            sys.stdout.buffer.write(written)
            sys.stdout.buffer.flush()

    def finish(self) -> None:
        """Hand over what is still held back; a window without a console has nowhere to."""
        if sys.stdout is not None:
            with _writing():
                sys.stdout.flush()

    def error(self, error: ReaderError, *, about: str = "") -> None:
        """Tell what went wrong, and with what."""
        told = self.say.error(error)
        self.complain(f"{about}: {told}" if about else told)

    def complain(self, text: str) -> None:
        """Write a line to stderr."""
        if sys.stderr is not None:
            sys.stderr.write(text.translate(_CONTROLS) + "\n")
