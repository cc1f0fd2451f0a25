"""What an English article speaks of, in the making: each thing with its forms and places."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.language.gazetteer import Known
    from reader.model.passage import Passage
    from reader.model.understanding import Category


@dataclass(slots=True)
class Thing:
    """A thing by its fullest form, the others in the order they came.

    ``names`` counts where it stands within a sentence, ``firsts`` where one begins with it, so that
    its capital tells nothing; ``sort`` is how it was found: ``name``,
    ``phrase``, ``defined``, ``short`` (told by an abbreviation) or ``quoted``.
    """

    form: str
    sort: str = "name"
    forms: dict[str, None] = field(default_factory=dict)
    votes: Counter[Category] = field(default_factory=Counter)
    names: int = 0
    firsts: int = 0
    known: Known | None = None
    category: Category | None = None
    definition: Passage | None = None
    receipt: Passage | None = None

    def __post_init__(self) -> None:
        """Count the form among the forms."""
        self.forms.setdefault(self.form)


class Things:
    """The things of an article by each of their forms."""

    def __init__(self) -> None:
        self._by_form: dict[str, Thing] = {}

    def __len__(self) -> int:
        """Return how many forms there are."""
        return len(self._by_form)

    def get(self, form: str) -> Thing | None:
        """Return the thing that has a form."""
        return self._by_form.get(form)

    def all(self) -> list[Thing]:
        """Return the things in the order they came, each once."""
        return list({id(thing): thing for thing in self._by_form.values()}.values())

    def add(self, form: str, sort: str = "name") -> Thing:
        """Return the thing that has a form, made if it is new."""
        thing = self._by_form.get(form)
        if thing is None:
            thing = self._by_form[form] = Thing(form, sort)
        return thing

    def give(self, thing: Thing, form: str) -> None:
        """Give a thing one more form; another thing that had it becomes one with it."""
        other = self._by_form.get(form)
        if other is thing:
            return
        if other is not None:
            thing.votes.update(other.votes)
            thing.names += other.names
            thing.firsts += other.firsts
            thing.known = thing.known or other.known
            thing.definition = thing.definition or other.definition
            thing.receipt = thing.receipt or other.receipt
            for each in other.forms:
                thing.forms.setdefault(each)
                self._by_form[each] = thing
        thing.forms.setdefault(form)
        self._by_form[form] = thing

    def drop(self, thing: Thing) -> None:
        """Forget a thing."""
        for form in thing.forms:
            if self._by_form.get(form) is thing:
                del self._by_form[form]
