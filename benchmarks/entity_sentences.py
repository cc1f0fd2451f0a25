"""Make sentences as the news has them, and vary annotated ones, for the training of the tagger.

The annotated sentences are an encyclopaedia's: they have no posts behind names, no ages in
brackets, no 米 for a country and no headlines. A tagger that is trained on them alone goes wrong
where the news begins.
"""

from __future__ import annotations

import re
from collections import defaultdict
from random import Random
from typing import TYPE_CHECKING, get_args

from benchmarks.entity_data import Sample, Span
from reader.model.understanding import Category

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

_GAP = re.compile(r"(\{[^{}]+\}|<\w+:[^>]*>)")
_FIXED = re.compile(r"<(\w+):([^>]*)>")
_LETTERS = "日米中韓英仏独露ロ豪印伊台朝"
_AFTER_NAMES = "はがをにとのも、"
_CATEGORY: dict[str, Category] = {
    **dict.fromkeys(("full name", "surname", "given", "person", "east asian"), "person"),
    **dict.fromkeys(("foreign full name", "foreign surname"), "person"),
    **dict.fromkeys(("prefecture", "city", "town", "world town", "country"), "place"),
    **dict.fromkeys(("country letter", "region", "facility", "village"), "place"),
    **dict.fromkeys(("line", "hall", "old place"), "place"),
    **dict.fromkeys(("chinese actor", "kana given"), "person"),
    "event": "event",
    "product": "concept",
}
_NO_NAMES = frozenset(("post", "number", "age", "date", "field"))


class Maker:
    """Fills the gaps of sentences with names; the same seed makes the same sentences."""

    def __init__(self, folder: Path, table: Path, *, seed: int) -> None:
        self.random = Random(seed)
        self._names = _read_names(folder / "names.txt")
        self._names["country"], capitals = _countries(table)
        self._names["world town"] += capitals
        lines = (folder / "sentences.txt").read_text(encoding="utf-8").splitlines()
        self._sentences = [line for line in lines if line and not line.startswith("#")]
        self._made: dict[str, Callable[[], str]] = {
            "full name": lambda: (
                self._any("surname")
                + self._any(self.random.choice(("given", "given", "kana given")))
            ),
            "shop": self._shop,
            "foreign surname": lambda: self._foreign("foreign surname", unknown=0.35),
            "foreign full name": lambda: "・".join(
                (
                    self._foreign("foreign given", unknown=0.2),
                    self._foreign("foreign surname", unknown=0.3),
                )
            ),
            "person": lambda: self.name(
                self.random.choice(("full name", "surname", "foreign full name", "east asian"))
            ),
            "world town": lambda: self._foreign("world town", unknown=0.15),
            "country letter": lambda: self.random.choice(_LETTERS),
            "country body": lambda: self._any("country") + self._any("foreign body"),
            "letter body": lambda: (
                self.random.choice(_LETTERS) + self._any("country body of letters")
            ),
            "administration": lambda: (
                self.name(self.random.choice(("surname", "foreign surname"))) + "政権"
            ),
            "cabinet": lambda: self._any("surname") + "内閣",
            "letter army": lambda: self.random.choice("米英仏独露") + "軍",
            "country army": lambda: self._any("country") + "軍",
            "number": self._number,
            "age": lambda: str(self.random.randint(16, 95)),
            "date": lambda: self._any("day").format(self.random.randint(1, 12)),
        }

    def sentences(self, count: int) -> list[Sample]:
        """Return made sentences."""
        return [self._fill(self.random.choice(self._sentences)) for _ in range(count)]

    def name(self, sort: str) -> str:
        """Return a name of a sort of ``names.txt`` or of one that is put together."""
        if "+" in sort:
            return "".join(map(self.name, sort.split("+")))
        if sort.startswith("="):
            return sort[1:]
        made = self._made.get(sort)
        return made() if made is not None else self._any(sort)

    def _fill(self, sentence: str) -> Sample:
        text = ""
        entities: list[Span] = []
        used: list[str] = []
        for piece in _GAP.split(sentence):
            fixed = _FIXED.fullmatch(piece)
            if fixed is not None:
                category = _category(fixed.group(1))
                entities.append((len(text), len(text) + len(fixed.group(2)), category))
                text += fixed.group(2)
            elif not piece.startswith("{"):
                text += piece
            else:
                told, _, sort = piece[1:-1].rpartition(":")
                words = self._unused(sort, used)
                if sort not in _NO_NAMES:
                    category = _category(told) if told else _CATEGORY.get(sort, "organization")
                    entities.append((len(text), len(text) + len(words), category))
                text += words
        return Sample(text, tuple(entities))

    def _unused(self, sort: str, used: list[str]) -> str:
        """Return a name that the sentence does not have yet; of an organisation both its forms."""
        if sort in _NO_NAMES:
            return self.name(sort)
        if sort == "short form":
            last = next((one for one in reversed(used) if ":" in one), "")
            return (last or self._any("international")).split(":")[1]
        words = self.name(sort)
        for _ in range(5):
            if words not in used:
                break
            words = self.name(sort)
        used.append(words)
        return words.split(":")[0]

    def _any(self, sort: str) -> str:
        return self.random.choice(self._names[sort])

    def _foreign(self, sort: str, *, unknown: float) -> str:
        """Return a name written in katakana, now and then one that nobody has."""
        if self.random.random() >= unknown:
            return self._any(sort)
        made = ""
        for _ in range(self.random.choice((2, 3, 3, 4, 4, 5))):
            made += self._any("syllable")
            made += self.random.choices(("", "ー", "ン"), (70, 15, 15))[0]
        return made

    def _shop(self) -> str:
        """Return a chain of shops, or one that somebody has given his name."""
        if self.random.random() < 0.7:
            return self._any("shop")
        return self._any(self.random.choice(("surname", "town"))) + self._any("shop kind")

    def _number(self) -> str:
        low, high = self.random.choice(((1, 9), (10, 99), (20, 80), (100, 9999)))
        return str(self.random.randint(low, high))


class Varier:
    """Varies annotated sentences: other names, posts behind people, short forms in brackets."""

    def __init__(self, samples: Iterable[Sample], maker: Maker) -> None:
        self._maker = maker
        self._random = maker.random
        self._names: dict[tuple[Category, str], list[str]] = defaultdict(list)
        for sample in samples:
            for start, end, category in sample.entities:
                name = sample.text[start:end]
                self._names[category, _letters(name)].append(name)

    def vary(self, sample: Sample) -> Sample:
        """Return a sentence like ``sample`` that might stand in the news."""
        text = ""
        entities: list[Span] = []
        done = 0
        for start, end, category in sample.entities:
            text += sample.text[done:start]
            name = self._other(sample.text[start:end], category)
            entities.append((len(text), len(text) + len(name), category))
            text += name
            if sample.text[end : end + 1] in _AFTER_NAMES:
                short = self._short_form(category)
                if short:
                    entities.append((len(text) + 1, len(text) + 1 + len(short), category))
                    text += f"({short})"
                text += self._address(category)
            done = end
        return self._with_brackets(Sample(text + sample.text[done:], tuple(entities)))

    def _other(self, name: str, category: Category) -> str:
        chance = self._random.random()
        if chance < 0.5:
            return name
        if chance < 0.6 and category == "person":
            return self._maker.name("person")
        return self._random.choice(self._names[category, _letters(name)] or [name])

    def _address(self, category: Category) -> str:
        if category != "person" or self._random.random() > 0.3:
            return ""
        if self._random.random() < 0.1:
            return f"さん({self._maker.name('age')})"
        return self._maker.name(self._random.choice(("address", "post", "post")))

    def _short_form(self, category: Category) -> str:
        if category != "organization" or self._random.random() > 0.15:
            return ""
        count = self._random.choice((3, 3, 4))
        return "".join(self._random.choice("ABCDEFGHIJKLMNOPRSTUW") for _ in range(count))

    def _with_brackets(self, sample: Sample) -> Sample:
        """Put in brackets that hold no name: the texts of the news are full of them."""
        places = [
            match.end()
            for match in re.finditer("[一-鿿ァ-ヶ](?=[はがをにと、。])", sample.text)
            if not any(start < match.end() < end for start, end, _ in sample.entities)
        ]
        if not places or self._random.random() > 0.25:
            return sample
        at = self._random.choice(places)
        brackets = self._maker.name("plain brackets").format(self._random.randint(10, 99))
        longer = len(brackets)
        return Sample(
            sample.text[:at] + brackets + sample.text[at:],
            tuple(
                (start + longer * (start >= at), end + longer * (end > at), category)
                for start, end, category in sample.entities
            ),
        )


def _category(told: str) -> Category:
    return next(one for one in get_args(Category) if one == told)


def _letters(name: str) -> str:
    """Tell what letters a name is written in, so that it is changed for one like it."""
    kinds = [("k", "ァ-ヶー"), ("h", "ぁ-ゖ"), ("a", "A-Za-z"), ("c", "一-鿿"), ("・", "・")]
    found = "".join(kind for kind, letters in kinds if re.search(f"[{letters}]", name))
    return f"{found}{min(len(name), 3)}" if found == "c" else found


def _read_names(path: Path) -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    sort = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            sort = line[1:-1]
            names[sort] = []
        elif line and not line.startswith("#"):
            names[sort] += line.split(" ")
    return names


def _countries(table: Path) -> tuple[list[str], list[str]]:
    """Return the usual names of the countries, and the capitals, of the table of names."""
    countries: list[str] = []
    capitals: list[str] = []
    for line in table.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) > 3 and fields[2] == "country":
            forms = fields[3].split("|")
            usual = [form for form in forms[1:] if len(form) > 1 and not form.isascii()]
            countries += usual or [fields[0]]
        elif len(fields) > 3 and fields[2] == "capital":
            capitals.append(fields[0])
    return countries, capitals
