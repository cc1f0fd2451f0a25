"""What is derived of terms is what a count of everything would give, whatever was done before."""

from __future__ import annotations

import contextlib
import random
from typing import TYPE_CHECKING

import pytest
from glossary_values import TODAY, add, found, understand

from reader.library.naming import settle_names, settle_states
from reader.library.term_counts import count_anew
from reader.model.errors import ReaderError
from reader.model.glossary import GlossaryQuery
from reader.model.understanding import CATEGORIES
from reader.services.desk import Desk, open_desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORDS = ("橋", "大橋", "北海県", "県", "DPRK", "北朝鮮", "船", "田中", "工事", "関税")
KEYS = {"DPRK": "朝鮮民主主義人民共和国", "北朝鮮": "朝鮮民主主義人民共和国"}


@pytest.fixture
def desk(library_folder: Path) -> Iterator[Desk]:
    with open_desk(library_folder) as opened:
        yield opened


class Chance:
    """Does anything that a reader or an analyser might do next."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk = desk
        self.random = random.Random(seed)
        self.texts: dict[str, str] = {}
        self.version = TODAY

    def go_on(self) -> None:
        acts = [self.article, self.analyse, self.analyse, self.term, self.term, self.own]
        acts += [self.trash, self.date, self.undo]
        with contextlib.suppress(ReaderError):
            self.random.choice(acts)()

    def article(self) -> None:
        words = "は".join(self.random.choices(WORDS, k=8))
        text = f"題{len(self.texts)}\n{words}。{self.random.choice(WORDS)}もある。"
        self.texts[add(self.desk, text)] = text
        self.analyse()

    def analyse(self) -> None:
        self.version += self.random.choice((0, 1))
        article = self.random.choice(list(self.texts))
        text = self.texts[article]
        terms = [
            found(
                text,
                form,
                category="place" if form in KEYS else self.random.choice(CATEGORIES[:3]),
                key=KEYS.get(form, "") if self.random.random() < 0.8 else "",
                aliases=tuple(w for w in WORDS if w in form and w != form)[:1],
            )
            for form in self.random.sample(WORDS, k=4)
            if form in text
        ]
        understand(self.desk, article, *terms, version=self.version)

    def term(self) -> None:
        hidden = self.random.random() < 0.3
        entries = self.desk.glossary.entries(GlossaryQuery(hidden=hidden))
        one, other = self.random.choices(entries, k=2) if entries else (None, None)
        if one is None or other is None:
            return
        glossary = self.desk.glossary
        self.random.choice(
            (
                lambda: glossary.hide(one.id),
                lambda: glossary.show(one.id),
                lambda: glossary.set_category(one.id, self.random.choice(CATEGORIES)),
                lambda: glossary.set_form(one.id, self.random.choice((*WORDS, ""))),
                lambda: glossary.merge(one.id, into=other.id),
                lambda: (
                    glossary.part(self.random.choice(glossary.card(one.id).merged).id)
                    if glossary.card(one.id).merged
                    else None
                ),
                lambda: glossary.add_alias(one.id, self.random.choice(WORDS)),
                lambda: glossary.remove_alias(one.id, self.random.choice((*one.aliases, "県"))),
                lambda: glossary.restore_alias(one.id, self.random.choice((*one.aliases, "県"))),
                lambda: self.desk.annotating.note("term", one.id, "メモ"),
            )
        )()

    def own(self) -> None:
        article = self.random.choice(list(self.texts))
        start = self.random.randrange(len(self.texts[article]))
        own = [one for one in self.desk.glossary.entries() if one.own]
        if own and self.random.random() < 0.4:
            self.desk.glossary.forget(self.random.choice(own).id)
        else:
            self.desk.glossary.make_term(article, start, start + self.random.randint(1, 4))

    def trash(self) -> None:
        article = self.random.choice(list(self.texts))
        if self.desk.reading.open(article).article.deleted:
            self.desk.reading.restore([article])
        elif self.random.random() < 0.2:
            del self.texts[article]
            self.desk.reading.purge([article])
        else:
            self.desk.reading.trash([article])

    def date(self) -> None:
        article = self.random.choice(list(self.texts))
        self.desk.reading.correct(article, "published", f"20{self.random.randint(10, 25)}")

    def undo(self) -> None:
        (self.desk.undoing.undo if self.random.random() < 0.7 else self.desk.undoing.redo)()


def derived(desk: Desk) -> list[tuple[object, ...]]:
    return desk._library._db.all(
        "SELECT number, state, shown_text, shown_category, shown_reading, shown_aliases, sort_key,"
        " folded, articles, occurrences, newest, ifnull(root, number) FROM term ORDER BY number"
    )


@pytest.mark.parametrize("seed", range(8))
def test_nothing_drifts(desk: Desk, seed: int) -> None:
    chance = Chance(desk, seed)
    for _ in range(3):
        chance.article()
    library = desk._library
    for _ in range(60):
        if not chance.texts:
            chance.article()
        chance.go_on()
    before = derived(desk)
    with library.writing():
        numbers = [row[0] for row in library._db.all("SELECT number FROM term")]
        count_anew(library._db, numbers)
        settle_names(library._db, numbers)
        settle_states(library._db, numbers)
    assert derived(desk) == before
    # What the reader's forms find is what they would find if every text were read again.
    places = library._db.all("SELECT * FROM article_term ORDER BY article, term")
    for article in chance.texts:
        desk.glossary._forms.settle(article)
    assert library._db.all("SELECT * FROM article_term ORDER BY article, term") == places
    assert derived(desk) == before
    assert desk.maintaining.check() == []
    for hidden in (False, True):
        for entry in desk.glossary.entries(GlossaryQuery(hidden=hidden)):
            assert len(desk.glossary.occurrences(entry.id, limit=5000)) <= entry.occurrences
