"""Join the candidates that are one thing: known pairs, people and their surnames."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.language.article import Article
    from reader.language.candidates import Candidate
    from reader.language.mentions import Mention

_KANJI = re.compile("[一-鿿々〆ヶ]{2,8}")


class Joiner:
    """Joins candidates; ``candidates`` are by form, and a form leads to what it was joined to."""

    def __init__(self, article: Article, candidates: dict[str, Candidate]) -> None:
        self._article = article
        self._text = article.folded
        self.candidates = candidates

    def things(self) -> list[Candidate]:
        """Return what is left: each thing once, in the order met."""
        seen: dict[int, Candidate] = {}
        for candidate in self.candidates.values():
            seen.setdefault(id(candidate), candidate)
        return list(seen.values())

    def unite(self, one: Candidate, form: str) -> None:
        """Make ``form``, and all that its candidate has, a form of ``one``."""
        other = self.candidates.get(form)
        if other is one or form == one.form:
            return
        if other is not None:
            one.take(other)
            for taken in other.forms:
                self.candidates[taken] = one
        one.aliases.setdefault(form)
        self.candidates[form] = one

    def by_tables(self) -> None:
        """Join names that the tables know as one: DPRK and 北朝鮮."""
        gazetteer = self._article.names
        for candidate in self.things():
            known = gazetteer.get(candidate.form)
            if known is None:
                continue
            first = next((name for name in known.names if name in self.candidates), candidate.form)
            one = self.candidates[first]
            if one is not candidate and one.category == candidate.category:
                self.unite(one, candidate.form)

    def by_people(self, mentions: list[Mention]) -> None:
        """Join a surname to the full name, where only one person has it."""
        full = [one for one in self.things() if one.category == "person"]
        parts: dict[str, list[Candidate]] = {}
        for one in full:
            for part in set(_name_parts(one.form)):
                parts.setdefault(part, []).append(one)
        for one in full:
            last = _name_parts(one.form)[-1]
            if len(last) > 1 and last != one.form:
                self._by_part(one, last, parts[last])
        for mention in mentions:
            if mention.category == "person" and mention.address:
                self._by_address(mention, parts)

    def _by_part(self, one: Candidate, part: str, having: list[Candidate]) -> None:
        alone = self.candidates.get(part)
        others = {id(other) for other in having} - {id(alone)}
        if alone is not None and len(others) == 1:
            self.unite(one, part)

    def _by_address(self, mention: Mention, parts: dict[str, list[Candidate]]) -> None:
        """Join 金氏 and 金総書記 to 金正恩, キム氏 to キム・ジョンギュ."""
        name = self._text[mention.start : mention.end]
        longer = [
            one
            for one in parts.get(name, ())
            if one.form != name
            and self.candidates.get(one.form) is one
            and _has_surname(one.form, name)
        ]
        if len({id(one) for one in longer}) == 1:
            form = name if len(name) > 1 else self._text[mention.start : mention.address]
            self.unite(longer[0], form)


def _name_parts(form: str) -> list[str]:
    """Return what a full name may be shortened to; of kanji, every beginning of it."""
    if _KANJI.fullmatch(form):
        return [form[:length] for length in range(1, len(form) + 1)]
    return re.split("[・=]", form)


def _has_surname(full: str, surname: str) -> bool:
    if _KANJI.fullmatch(full):
        return full.startswith(surname)
    return re.split("[・=]", full)[0] == surname
