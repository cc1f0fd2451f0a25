"""Damage a library's files as bad disks do, and hold what is shown then to what was there."""

from __future__ import annotations

import shutil
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from random import Random
from types import MappingProxyType
from typing import TYPE_CHECKING

from faults import workload
from faults.judging import prepare
from faults.ledger import Line, shortened
from faults.states import harm, words_of

from reader.library import Library
from reader.model.errors import ReaderError
from reader.services.desk import Desk, open_desk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from reader.library import Problem

KINDS = {
    "note": {"note"},
    "summary": {"summary", "reference"},  # the latter where the title was hit that names it here
    "highlight": {"highlight", "note"},
    "article": {"revision", "reference"},
}
"""What a check must name where a key of ``states.words_of`` has other words."""

CRASHED = "crashed:"


@dataclass
class Damages:
    """How many damaged libraries were opened, what became of them, and what was wrong."""

    runs: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Sound:
    """A sound library to damage copies of, and the words in it."""

    folder: Path
    words: Mapping[str, str]

    @classmethod
    def make(cls, place: Path) -> Sound:
        """Make one that holds a day of work, understood, and a backup by hand."""
        prepare(place)
        workload.run("day", place, len)
        folder = place / "library"
        with open_desk(folder) as desk:
            desk.understanding.finish()
        with Library.open(folder) as library:
            assert library.check() == []
            return cls(folder, words_of(library))


Damage = tuple[str, bytes]


def flip(data: bytes, random: Random) -> Damage:
    """Flip one bit, mostly where something is written: half of a file is room to grow."""
    places = [random.randrange(len(data)) for _ in range(4)]
    place = next((place for place in places if data[place]), places[0])
    bit = random.randrange(8)
    changed = bytearray(data)
    changed[place] ^= 1 << bit
    return f"bit {bit} of byte {place}", bytes(changed)


def blank(data: bytes, random: Random) -> Damage:
    """Zero a page."""
    page = random.randrange(len(data) // 4096)
    return f"page {page}", data[: page * 4096] + bytes(4096) + data[(page + 1) * 4096 :]


def shorten(data: bytes, random: Random) -> Damage:
    """Cut the end off, often between two pages."""
    size = random.randrange(len(data))
    size -= random.choice((0, size % 4096))
    return f"cut to {size}", data[:size]


def flip_words(words: Mapping[str, str], data: bytes, random: Random) -> Damage:
    """Flip one bit inside of words of the reader's."""
    while True:
        name, written = random.choice(sorted(words.items()))
        place = data.find(written.split(" ")[-1].encode()[:300], random.randrange(len(data)))
        if place >= 0:
            at, bit = place + random.randrange(min(len(written), 100)), random.randrange(8)
            changed = bytearray(data)
            changed[at] ^= 1 << bit
            return f"bit {bit} of byte {at}, in {name}", bytes(changed)


DAMAGES: Mapping[str, Callable[[bytes, Random], Damage]] = MappingProxyType(
    {"flipped": flip, "blanked": blank, "shortened": shorten}
)


def damage_library(sound: Sound, folder: Path, how: str, *, runs: int, seed: int) -> Damages:
    """Damage ``library.db`` in one way, many times, and look at each."""
    random, found = Random(seed), Damages()
    whole = (sound.folder / "library.db").read_bytes()
    damage = partial(flip_words, sound.words) if how == "words" else DAMAGES[how]
    for run in range(runs):
        told, data = damage(whole, random)
        copy = folder / "damaged"
        shutil.copytree(sound.folder, copy)
        (copy / "library.db").write_bytes(data)
        outcome, wrong, _ = looked_at(copy, sound.words)
        found.runs += 1
        found.outcomes[outcome] += 1
        found.wrong += [f"{how} {seed}/{run} ({told}): {words}" for words in wrong]
        shutil.rmtree(copy)
    return found


def damage_log(folder: Path, how: str, *, runs: int, seed: int) -> Damages:
    """Damage the log of a library whose program was killed; of it, no changed words may show.

    What is behind the damage is gone, as SQLite has it: each key holds words that were once
    written to it, or none.
    """
    random, found = Random(seed), Damages()
    place, killed = folder / "place", folder / "killed"
    prepare(place)
    lines: list[str] = []

    def tell(text: str) -> None:
        lines.append(text)
        if Line.of(text).key == "closing" and not killed.exists():
            shutil.copytree(place / "library", killed)

    workload.run("day", place, tell)
    written: dict[str, set[str]] = {}
    for line in map(Line.of, lines):
        written.setdefault(line.key, set()).add(line.value)
    whole = (killed / "library.db-wal").read_bytes()
    for run in range(runs):
        told, data = DAMAGES[how](whole, random)
        (copy := folder / "damaged").mkdir()
        shutil.copyfile(killed / "library.db", copy / "library.db")
        (copy / "library.db-wal").write_bytes(data)
        outcome, wrong, shown = looked_at(copy, {})
        found.runs += 1
        found.outcomes[outcome] += 1
        wrong = [words for words in wrong if words.startswith(CRASHED)] + [
            f"{key} is {shortened(value)}"
            for key, value in shown.items()
            if key in written and value not in written[key]
        ]
        found.wrong += [f"log {how} {seed}/{run} ({told}): {words}" for words in wrong]
        shutil.rmtree(copy)
    shutil.rmtree(place)
    shutil.rmtree(killed)
    return found


def looked_at(folder: Path, words: Mapping[str, str]) -> tuple[str, list[str], dict[str, str]]:
    """Open, read, check and search; return what came of it, what is wrong, and what shows."""
    shown: dict[str, str] = {}
    problems: list[Problem] = []
    try:
        with Library.open(folder, create=False) as library:
            problems = harm(library.check())
            _use(library)
            shown = words_of(library)
    except ReaderError as error:
        return f"told {error.code}", [], {}
    except Exception as error:  # noqa: BLE001 - the very thing that must not happen
        return "crashed", [f"{CRASHED} {type(error).__name__}: {error}"], {}
    wrong = silent(words, shown, problems)
    if problems:
        return "named by the check", wrong, shown
    return "shown as it was" if shown == words else "shown otherwise", wrong, shown


def _use(library: Library) -> None:
    """Do with a library what a reader does; an error of the world is a fair answer to each."""
    desk = Desk(library, clock=lambda: workload.NOW, make_id=lambda: "0123456789abcdef")
    render = partial(desk.exporting.render, format_name="markdown", language="ja")
    with suppress(ReaderError):
        desk.searching.find("橋", limit=10)
    with suppress(ReaderError):
        desk.glossary.entries(limit=10)
    for row in desk.reading.page():
        for act in (desk.reading.open, render):
            with suppress(ReaderError):
                act(row.id)


def silent(
    words: Mapping[str, str], shown: Mapping[str, str], problems: list[Problem]
) -> list[str]:
    """Return the words that are shown otherwise than they were written, and nothing names it."""
    kinds: set[str] = {problem.kind for problem in problems}
    if "file" in kinds:
        return []
    return [
        f"{key} is {shortened(shown.get(key))}, was {shortened(words.get(key))}; named: {kinds}"
        for key in words.keys() | shown.keys()
        if words.get(key) != shown.get(key) and not _is_named(key, kinds)
    ]


def _is_named(key: str, kinds: set[str]) -> bool:
    wanted = KINDS.get(key.split(" ", 1)[0])
    return bool(kinds & wanted if wanted else kinds)
