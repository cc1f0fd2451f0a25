"""Which things of an English article are terms: what Chumoku stands behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.language.tables.english import ACRONYMS, COMMON, HEADS, NO_ACRONYMS, STARTERS
from reader.language.tables.english_nations import DEMONYMS, REGIONS
from reader.language.tables.english_people import GIVEN, MODIFIERS, POSTS

if TYPE_CHECKING:
    from reader.language.english_things import Thing

_HEADS = frozenset(word for heads in HEADS.values() for word in heads)
_MARKED = re.compile(r"[A-Z][A-Z0-9&.-]*[A-Z0-9]s?|.*\d.*|[A-Za-z]+[a-z][A-Z].*|.*\w-\w.*")


def stands(thing: Thing) -> bool:
    """Say whether a thing is a term: a capital at the head of a sentence alone makes none."""
    if thing.known is not None or thing.definition is not None:
        return True
    if thing.sort != "name":
        return True
    if all(_is_common(form) for form in thing.forms):
        return False
    if thing.names or len(thing.forms) > 1:
        return True
    return any(_is_sure(form, thing) for form in thing.forms)


def _is_common(form: str) -> bool:
    words = form.split(" ")
    return (
        (
            all(word in COMMON or word in DEMONYMS or word in STARTERS for word in words)
            and form not in REGIONS
        )
        or all(word in POSTS or word in MODIFIERS for word in words)
        or form in NO_ACRONYMS
        or (len(words) == 1 and (form in _HEADS or (len(form) < 3 and not form.isupper())))
        or (len(words) == 1 and form in GIVEN)
    )


def _is_sure(form: str, thing: Thing) -> bool:
    """Say whether a form that only begins sentences is a name all the same."""
    if " " in form:
        return True
    if _MARKED.fullmatch(form) and form not in ACRONYMS:
        return True
    return max(thing.votes.values(), default=0) > 1 or thing.firsts > 1
