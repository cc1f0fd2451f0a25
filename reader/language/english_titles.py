"""Titles before English names: they tell that a person follows, and are no part of the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.language.tables.english import HEADS
from reader.language.tables.english_people import MODIFIERS, POSTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.language.english_article import Word

_HEADS = frozenset(word for heads in HEADS.values() for word in heads)
_LINKS = frozenset(("of", "for", "the", "and", "to"))
_LONGEST = 9


def title_length(words: Sequence[Word]) -> int:
    """Return how many words at the start of a run are a title, with whose it is; or 0.

    Deputy Foreign Minister Kim …, EU Trade Commissioner, Secretary of State for Health.
    """
    last = -1
    for place, word in enumerate(words[:_LONGEST]):
        text = word.bare
        if not word.cap:
            if last < 0 or word.text not in _LINKS or place - last > 2:
                break
        elif text in POSTS and text == word.text:
            last = place
        elif last >= 0 and (text not in MODIFIERS or place - last > 3):
            break
        elif last >= 0 and not words[place - 1].cap:
            last = place  # of State, for Health
    if last < 0 or _is_part_of_name(words[: last + 1], words[last + 1 :]):
        return 0
    return last + 1


def _is_part_of_name(title: Sequence[Word], rest: Sequence[Word]) -> bool:
    """Say whether a post begins a longer name: General Assembly, General Motors."""
    following = [word.bare for word in rest[:2] if word.cap]
    return bool(following) and (
        following[0] in _HEADS
        or (len(following) > 1 and following[1] in _HEADS and len(title) == 1)
    )


def is_only_title(words: Sequence[Word]) -> bool:
    """Say whether words are posts and what goes with them, and nothing else."""
    return all(not word.cap or word.bare in POSTS or word.bare in MODIFIERS for word in words)


def before_title(title: Sequence[Word]) -> Sequence[Word]:
    """Return the words of a title before the post itself: UN, Africa CDC, Foreign Ministry."""
    first = next(place for place, word in enumerate(title) if word.bare in POSTS)
    while first and title[first - 1].bare in MODIFIERS:
        first -= 1
    return title[:first]
