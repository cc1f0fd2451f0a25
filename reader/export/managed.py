"""The parts of a Markdown file that Chumoku keeps up to date, between markers with a hash.

::

    <!-- chumoku:begin id=watch-7k2m9q hash=0f3c… -->
    …
    <!-- chumoku:end -->

What stands outside, and a part whose words no longer have the hash of its marker, is the
reader's. The last line of a file lists the parts and the front-matter values it was
written with, so that what the reader took out is not put back.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

MARKER = "<!-- chumoku:"
END = "<!-- chumoku:end -->"

# \Z and not $: the last line end is no part of a line here.
_BEGIN = re.compile(r"<!-- chumoku:begin id=([\w-]+) hash=([0-9a-f]+)(?: part=(\w+))? -->\s*\Z")
_LEDGER = re.compile(
    r"<!-- chumoku:file article=(\w*) language=(\w*) front=([\w:,-]*) parts=([\w,-]*) -->\s*\Z"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A managed part: ``hash`` is the one in its marker, which its words may have left.

    ``part`` is ``lost`` or ``gone`` where it stands in one of those sections, else empty.
    """

    id: str
    body: str
    part: str = ""
    hash: str = ""

    @property
    def edited(self) -> bool:
        """Say whether the words are no longer those that were written."""
        return bool(self.hash) and self.hash != digest(self.body)

    def written(self) -> str:
        """Write the part with its markers; an edited one keeps its hash, and so stays edited."""
        part = f" part={self.part}" if self.part else ""
        return (
            f"{MARKER}begin id={self.id} hash={self.hash or digest(self.body)}{part} -->\n\n"
            f"{self.body.strip(chr(10))}\n\n{END}\n"
        )


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a file was written with: its article, its language, front-matter hashes, parts."""

    article: str
    language: str
    front: dict[str, str] = field(default_factory=dict)
    parts: tuple[str, ...] = ()

    def written(self) -> str:
        """Write the ledger as the one line it is."""
        front = ",".join(f"{key}:{value}" for key, value in self.front.items())
        return (
            f"{MARKER}file article={self.article} language={self.language} "
            f"front={front} parts={','.join(self.parts)} -->\n"
        )


@dataclass(frozen=True, slots=True)
class Broken:
    """A begin marker whose end is gone: all of it is the reader's now."""

    id: str
    raw: str


Piece = Part | Ledger | Broken | str


def digest(body: str) -> str:
    """Hash the words of a part; white space that an editor tidies away does not count."""
    lines = "\n".join(line.rstrip() for line in body.strip().split("\n"))
    return hashlib.sha256(lines.encode("utf-8", "replace")).hexdigest()[:12]


def pieces(text: str) -> list[Piece]:
    """Take a Markdown file apart; a second part of the same id is the reader's own text."""
    found: list[Piece] = []
    loose: list[str] = []
    seen: set[str] = set()
    lines = _lines(text)
    at = 0
    while at < len(lines):
        piece, length = _piece(lines, at)
        fresh = not isinstance(piece, Part | Broken) or piece.id not in seen
        if piece is None or not fresh:
            loose.extend(lines[at : at + length])
        else:
            if loose:
                found.append("".join(loose))
                loose = []
            found.append(piece)
            if isinstance(piece, Part | Broken):
                seen.add(piece.id)
        at += length
    if loose:
        found.append("".join(loose))
    return found


def _lines(text: str) -> list[str]:
    # str.splitlines also breaks at U+2028 and its like, which are words of a line here.
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def _piece(lines: list[str], at: int) -> tuple[Part | Ledger | Broken | None, int]:
    line = lines[at]
    if not line.startswith(MARKER):
        return None, 1
    ledger = _LEDGER.match(line)
    if ledger:
        return _ledger(ledger), 1
    begin = _BEGIN.match(line)
    if begin is None:
        return None, 1
    for end in range(at + 1, len(lines)):
        if lines[end].rstrip() == END:
            body = "".join(lines[at + 1 : end]).strip("\n")
            return Part(begin[1], body, begin[3] or "", begin[2]), end + 1 - at
        if _BEGIN.match(lines[end]):
            break
    return Broken(begin[1], line), 1


def _ledger(match: re.Match[str]) -> Ledger:
    front = dict(pair.split(":", 1) for pair in match[3].split(",") if ":" in pair)
    return Ledger(match[1], match[2], front, tuple(part for part in match[4].split(",") if part))
