"""Articles with their later revisions, and where each letter of the one went in the other.

A file of ``benchmarks/revisions`` holds the first revision whole, and of each later one what
was done to the one before (benchmarks/revisions/README.md). Every letter has a number from
the moment it is written: so what became of a passage is known, and not found out by comparing.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_FOLDER = Path(__file__).resolve().parent / "revisions"
TUNING, ASIDE = _FOLDER / "tuning", _FOLDER / "aside"

_NEXT = "==="
_REWRITTEN = "=== rewritten"
_TO = " ... "
_EDIT = re.compile(
    r"\[-(?P<old>.*?)-\](?:\{\+(?P<instead>.*?)\+\})?|\{\+(?P<new>.*?)\+\}", re.DOTALL
)


class RevisionError(ValueError):
    """A file says something that cannot be done to its text."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A text, the number of each of its letters, and what was just done to letters.

    ``instead`` tells of letters that were replaced the numbers of those put in their place.
    """

    text: str
    letters: tuple[int, ...]
    moved: frozenset[int]
    instead: Mapping[int, range]


@dataclass(frozen=True, slots=True)
class Story:
    """An article with all its revisions; ``language`` is ja or en."""

    name: str
    language: str
    revisions: tuple[Revision, ...]

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield the numbers of each revision and every later one."""
        for old in range(len(self.revisions)):
            for new in range(old + 1, len(self.revisions)):
                yield old, new


@dataclass(slots=True)
class Pair:
    """Two revisions of one article, and what became of each letter of the old one."""

    old: str
    new: str
    went: list[int | None]
    """Where each letter of the old text is in the new one; None where it is gone."""
    moved: list[bool]
    heirs: list[frozenset[int]]
    """The places of the new text that hold each letter, or what was put in its stead."""


def stories(folder: Path) -> list[Story]:
    """Read all articles of a folder, in the order of their names."""
    return [read(path) for path in sorted(folder.glob("*.txt"))]


def read(path: Path) -> Story:
    """Read one article; the first two letters of its file's name are its language."""
    try:
        revisions = revisions_of(path.read_text(encoding="utf-8"))
    except RevisionError as error:
        raise RevisionError(f"{path.name}: {error}") from None
    return Story(path.stem, path.stem[:2], revisions)


def revisions_of(source: str) -> tuple[Revision, ...]:
    """Make all revisions that ``source`` tells of."""
    parts: list[tuple[str, list[str]]] = [("", [])]
    for line in source.splitlines():
        if line.startswith(_NEXT):
            parts.append((line, []))
        elif line:
            parts[-1][1].append(line)
    draft = _Draft()
    draft.write("\n".join(parts[0][1]))
    revisions = [draft.revision()]
    for heading, lines in parts[1:]:
        if heading.startswith(_REWRITTEN):
            draft.write("\n".join(lines))
        else:
            draft.revise(lines)
        revisions.append(draft.revision())
    return tuple(revisions)


def pair(story: Story, old: int, new: int) -> Pair:
    """Say what became of the letters of one revision in a later one."""
    before, after = story.revisions[old], story.revisions[new]
    steps = story.revisions[old + 1 : new + 1]
    at = {letter: place for place, letter in enumerate(after.letters)}
    moved = frozenset[int]().union(*(one.moved for one in steps))
    instead = {letter: new for one in steps for letter, new in one.instead.items()}

    def heirs(letters: Iterable[int]) -> Iterator[int]:
        for letter in letters:
            if letter in at:
                yield at[letter]
            else:
                yield from heirs(instead.get(letter, ()))

    return Pair(
        before.text,
        after.text,
        [at.get(letter) for letter in before.letters],
        [letter in moved for letter in before.letters],
        [frozenset(heirs([letter])) for letter in before.letters],
    )


@dataclass(slots=True)
class _Draft:
    """A text being revised, letter by letter."""

    text: str = ""
    letters: list[int] = field(default_factory=list)
    moved: set[int] = field(default_factory=set)
    instead: dict[int, range] = field(default_factory=dict)
    dropped: list[tuple[str, list[int]]] = field(default_factory=list)
    next: int = 0
    at: int | None = None
    """The end of the line after which the next lines go; None is the top."""

    def revision(self) -> Revision:
        made = Revision(self.text, tuple(self.letters), frozenset(self.moved), self.instead)
        self.moved, self.instead = set(), {}
        return made

    def write(self, text: str) -> None:
        self._put(0, len(self.text), text, self._new(text))

    def revise(self, lines: Sequence[str]) -> None:
        self.at = None
        acts = {
            "~": self._edit_once,
            "*": self._edit_each,
            "@": self._go,
            "+": self._add,
            "-": self._drop,
            ">": self._move_lines,
            "<": self._bring_back,
            "^": self._move_words,
            "%": self._exchange,
        }
        for line in lines:
            sign, _, words = line.partition(" ")
            if sign not in acts:
                raise RevisionError(f"no such act: {line}")
            acts[sign](words)

    def _new(self, text: str) -> range:
        """Return numbers for letters that are written now."""
        first = self.next
        self.next += len(text)
        return range(first, self.next)

    def _put(self, start: int, end: int, text: str, letters: Sequence[int]) -> None:
        self.text = self.text[:start] + text + self.text[end:]
        self.letters[start:end] = letters

    def _places(self, words: str) -> list[int]:
        return [match.start() for match in re.finditer(re.escape(words), self.text)]

    def _only(self, words: str) -> int:
        places = self._places(words)
        if len(places) != 1:
            raise RevisionError(f"stands {len(places)} times: {words}")
        return places[0]

    def _line(self, head: str) -> tuple[int, int]:
        """Return the range of the only line that begins with the words."""
        places = [match.end() for match in re.finditer("\n" + re.escape(head), "\n" + self.text)]
        if len(places) != 1:
            raise RevisionError(f"{len(places)} lines begin so: {head}")
        start = places[0] - len(head) - 1
        end = self.text.find("\n", start)
        return start, end if end >= 0 else len(self.text)

    def _lines(self, words: str) -> tuple[int, int]:
        """Return the range of the line, or of the lines from one to another."""
        first, _, last = words.partition(_TO)
        start, end = self._line(first)
        return start, self._line(last)[1] if last else end

    def _edit_once(self, marked: str) -> None:
        self._edit(marked, [self._only(_old_side(marked))])

    def _edit_each(self, marked: str) -> None:
        places = self._places(_old_side(marked))
        if len(places) < 2:
            raise RevisionError(f"stands {len(places)} times: {marked}")
        self._edit(marked, places)

    def _edit(self, marked: str, places: list[int]) -> None:
        marked = marked.replace("⏎", "\n")
        for place in reversed(places):
            text, letters, at, to = "", list[int](), place, 0
            for match in _EDIT.finditer(marked):
                kept = marked[to : match.start()]
                text, letters = text + kept, letters + self.letters[at : at + len(kept)]
                at, to = at + len(kept), match.end()
                old = match["old"] or ""
                new = match["instead"] or match["new"] or ""
                text += new
                letters += self._replaced(at, old, new)
                at += len(old)
            if not to:
                raise RevisionError(f"nothing is edited: {marked}")
            self._put(place, at, text, letters)

    def _replaced(self, at: int, old: str, new: str) -> Sequence[int]:
        """Return the numbers of what is put in the place of ``old``: the same if only wider."""
        letters = self.letters[at : at + len(old)]
        if len(old) == len(new) and _same(old, new):
            return letters
        made = self._new(new)
        self.instead.update((letter, made) for letter in letters)
        return made

    def _go(self, where: str) -> None:
        sign, _, head = where.partition(" ")
        if where == "top":
            self.at = None
        elif where == "end":
            self.at = len(self.text)
        elif sign == "after":
            self.at = self._line(head)[1]
        elif sign == "before":
            start = self._line(head)[0]
            self.at = start - 1 if start else None
        else:
            raise RevisionError(f"no such place: {where}")

    def _add(self, line: str) -> None:
        self._insert(line, self._new(line))

    def _insert(self, text: str, letters: Sequence[int]) -> None:
        if self.at is None:
            self._put(0, 0, text + "\n", [*letters, *self._new("\n")])
            self.at = len(text)
        else:
            self._put(self.at, self.at, "\n" + text, [*self._new("\n"), *letters])
            self.at += len(text) + 1

    def _drop(self, words: str) -> None:
        start, end = self._lines(words)
        self.dropped += self._split(start, end)
        self._take_out(start, end)

    def _take_out(self, start: int, end: int) -> None:
        if start:
            start -= 1
        else:
            end = min(end + 1, len(self.text))
        self._put(start, end, "", [])
        if self.at is not None and self.at >= end:
            self.at -= end - start

    def _move_lines(self, words: str) -> None:
        start, end = self._lines(words)
        if self.at is not None and start <= self.at < end:
            raise RevisionError(f"moved into itself: {words}")
        text, letters = self.text[start:end], self.letters[start:end]
        self._take_out(start, end)
        self._insert(text, letters)
        self.moved.update(letters)

    def _bring_back(self, head: str) -> None:
        """Put a line back that was dropped from an earlier revision."""
        lines = [one for one in self.dropped if one[0].startswith(head)]
        if len(lines) != 1:
            raise RevisionError(f"{len(lines)} dropped lines begin so: {head}")
        self._insert(*lines[0])
        self.moved.update(lines[0][1])

    def _split(self, start: int, end: int) -> Iterator[tuple[str, list[int]]]:
        for line in self.text[start:end].split("\n"):
            yield line, self.letters[start : start + len(line)]
            start += len(line) + 1

    def _move_words(self, words: str) -> None:
        what, where, beside = words.split(" | ")
        start = self._only(what)
        letters = self.letters[start : start + len(what)]
        self._put(start, start + len(what), "", [])
        place = self._only(beside) + (len(beside) if where == "after" else 0)
        self._put(place, place, what, letters)
        self.moved.update(letters)

    def _exchange(self, words: str) -> None:
        olds, news = words.split(" = ")
        for old, new in zip(olds, news, strict=True):
            for place in self._places(old):
                self._put(place, place + 1, new, self._replaced(place, old, new))


def narrow(text: str) -> str:
    """Make each letter as narrow as it comes, and keep their number."""
    forms = ((letter, unicodedata.normalize("NFKC", letter)) for letter in text)
    return "".join(form if len(form) == 1 else letter for letter, form in forms)


def _old_side(marked: str) -> str:
    return _EDIT.sub(lambda match: match["old"] or "", marked).replace("⏎", "\n")


def _same(old: str, new: str) -> bool:
    """Say whether two letters differ in width at most."""
    return narrow(old) == narrow(new)
