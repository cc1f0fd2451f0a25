"""Errors of the world: what happened, told by a code that a message is found for.

Faults of our own stay ordinary exceptions; they end in a crash report, not in a message.
"""

from __future__ import annotations


class ReaderError(Exception):
    """Something the world did (a full disk, a file that is no text), never a bug.

    ``code`` names a message of ``reader.presentation.messages`` (``error.<code>``), and
    ``details`` fill its places. ``str()`` gives a plain English fallback for logs.
    """

    def __init__(self, code: str, /, **details: object) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details

    def __reduce__(self) -> tuple[object, ...]:
        # A worker process hands its errors back: the details must survive the way.
        return _made_again, (type(self), self.code, self.details)

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.details.items())
        return f"{self.code}: {told}" if told else self.code


class SourceError(ReaderError):
    """A source cannot be made into a document: not text, empty, too large, unreadable."""


class LibraryError(ReaderError):
    """The library cannot do what was asked: locked, read-only, newer, full disk."""


class NotFoundError(ReaderError):
    """Nothing has the id (or id prefix) that was asked for, or several things have it."""


class ExportError(ReaderError):
    """An export cannot be written: a foreign file in the way, a folder that is missing."""


class UsageError(ReaderError):
    """The request itself makes no sense: an unknown status, colour or format."""


def _made_again(kind: type[ReaderError], code: str, details: dict[str, object]) -> ReaderError:
    return kind(code, **details)
