"""A Markdown file of ours taken apart into its pieces, to be changed and put together again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.export.managed import Broken, Ledger, Part, Piece, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GONE = "gone"
"""The part that is the heading of the section for what left the library, and its name."""


class Sheet:
    """The pieces of a file below its front matter, in order; what is loose is the reader's."""

    def __init__(self, text: str) -> None:
        self._pieces: list[Piece] = pieces(text)

    def parts(self) -> list[Part]:
        """Return the managed parts, in order."""
        return [piece for piece in self._pieces if isinstance(piece, Part)]

    def broken(self) -> list[Broken]:
        """Return the begin markers that have lost their end."""
        return [piece for piece in self._pieces if isinstance(piece, Broken)]

    def ids(self) -> set[str]:
        """Return the ids of the managed parts, broken ones among them."""
        return {part.id for part in self.parts()} | {part.id for part in self.broken()}

    def ledger(self) -> Ledger | None:
        """Return what the file was written with, if its last line is still there."""
        return next((piece for piece in self._pieces if isinstance(piece, Ledger)), None)

    def replace(self, part: Part) -> None:
        """Put ``part`` where the part of its id is."""
        self._pieces[self._index(part.id)] = part

    def take_out(self, part_id: str) -> None:
        """Take a part out, and the blank lines that set it off."""
        index = self._index(part_id)
        del self._pieces[index]
        following = self._pieces[index] if index < len(self._pieces) else None
        if isinstance(following, str) and not following.strip():
            del self._pieces[index]

    def put_in(self, part: Part, *, before: Sequence[str], after: Sequence[str]) -> None:
        """Put a new part behind the nearest of those ``before`` it, else ahead of one ``after``."""
        placed = {piece.id: index for index, piece in self._placed()}
        nearest = next((one for one in reversed(before) if one in placed), None)
        following = next((one for one in after if one in placed), None)
        if nearest is not None:
            self._insert(self._behind(placed[nearest]), part)
        elif following is not None:
            self._insert(placed[following], part)
        else:
            self._insert(0, part)

    def put_away(self, part: Part, *, heading: str) -> None:
        """Put a part into the section for what is gone, which is made when it is needed."""
        gone = [
            index
            for index, piece in enumerate(self._pieces)
            if isinstance(piece, Part) and GONE in (piece.id, piece.part)
        ]
        if gone:
            self._insert(gone[-1] + 1, part)
        else:
            self._insert(self._end(), Part(GONE, heading))
            self._insert(self._end(), part)

    def tidy(self) -> None:
        """Take out the heading of the section for what is gone when nothing is in it."""
        parts = self.parts()
        heading = next((part for part in parts if part.id == GONE), None)
        if heading and not heading.edited and not any(part.part == GONE for part in parts):
            self.take_out(GONE)

    def set_ledger(self, ledger: Ledger) -> None:
        """Put ``ledger`` in the place of the old one, or at the end."""
        for index, piece in enumerate(self._pieces):
            if isinstance(piece, Ledger):
                self._pieces[index] = ledger
                return
        text = self.written()
        self._pieces.extend(("" if text.endswith("\n") or not text else "\n", "\n", ledger))

    def written(self) -> str:
        """Put the pieces together again."""
        return "".join(
            piece
            if isinstance(piece, str)
            else piece.raw
            if isinstance(piece, Broken)
            else piece.written()
            for piece in self._pieces
        )

    def _index(self, part_id: str) -> int:
        return next(
            index
            for index, piece in enumerate(self._pieces)
            if isinstance(piece, Part) and piece.id == part_id
        )

    def _placed(self) -> Iterator[tuple[int, Part | Broken]]:
        for index, piece in enumerate(self._pieces):
            if isinstance(piece, Broken) or (
                isinstance(piece, Part) and GONE not in (piece.id, piece.part)
            ):
                yield index, piece

    def _behind(self, index: int) -> int:
        """Return the place behind a part and the reader's own lines that follow it.

        Lines from a heading on are a section of the reader's own, and stay behind.
        """
        following = self._pieces[index + 1] if index + 1 < len(self._pieces) else None
        if not isinstance(following, str):
            return index + 1
        heading = re.search(r"^#{1,6} ", following, re.MULTILINE)
        if heading is None:
            return index + 2
        at = heading.start()
        parted: list[Piece] = [words for words in (following[:at], following[at:]) if words]
        self._pieces[index + 1 : index + 2] = parted
        return index + len(parted)

    def _end(self) -> int:
        ledgers = (i for i, piece in enumerate(self._pieces) if isinstance(piece, Ledger))
        return next(ledgers, len(self._pieces))

    def _insert(self, at: int, part: Part) -> None:
        """Insert a part with a blank line on either side."""
        before = self._pieces[at - 1] if at else "\n\n"
        loose = before if isinstance(before, str) else "\n"
        if loose.endswith("\n\n") or before == "\n":
            gap = ""
        else:
            gap = "\n" if loose.endswith("\n") else "\n\n"
        put: list[Piece] = [part, "\n"]
        self._pieces[at:at] = [gap, *put] if gap else put
