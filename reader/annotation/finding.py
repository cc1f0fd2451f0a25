"""Find a passage in another text, and say whether that is beyond doubt."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from reader.annotation.difference import Carried, Difference, difference
from reader.annotation.folding import Folded, bare, fold, narrow, same_words
from reader.annotation.quotes import (
    TELLING,
    Found,
    context_at,
    likest,
    lines_around,
    occurrences,
    sides_at,
    touching,
    weight,
)
from reader.model.annotations import CONTEXT, Anchor, Placement

if TYPE_CHECKING:
    from reader.model.annotations import AnchorState

LOST = Placement(0, 0, "lost")

_HELD = 24
"""Weight of a passage, with what stayed beside it, that no chance put there again.

Half of it is in the passage's own lines: the line above says nothing of the number of a rule.
"""
_BOUND = 4
"""Weight of the beginning or end of the text among them."""
_LINE = 8
"""Weight of a line that is known again wherever it went."""
_CONTEXT = 0.6
"""Likeness of the surroundings that vouches for a quotation."""
_CLEARLY = 0.15
"""How much more like its surroundings the best of several must be."""
_OWN_WORDS = 28
"""Weight of a passage that needs no surroundings, if it stands once in either text."""
_SIDE = 4
_TOUCHING = 12
"""Weight of the words that touch a passage as before, on each side and in all."""
_NEAR = 0.5
"""Likeness of the surroundings without which a short word is another one of its kind."""
_EDITED = 0.5
"""Share of a passage that must be left for its place to be shown as the passage, edited."""


def described(text: str, start: int, end: int) -> Anchor:
    """Return the words of ``text[start:end]``, their surroundings and their place."""
    return Anchor(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
    )


class Finder:
    """Places anchors in one text; what it learns of the text it learns once."""

    def __init__(self, text: str, old_text: str | None) -> None:
        self._text = narrow(text)
        self._made_on = old_text
        self._old = None if old_text is None else narrow(old_text)

    @cached_property
    def _difference(self) -> Difference:
        return difference(self._old or "", self._text)

    @cached_property
    def _folded(self) -> Folded:
        return fold(self._text)

    @cached_property
    def _bare(self) -> str:
        return bare(self._text)

    @cached_property
    def _lined(self) -> str:
        return f"\n{self._text}\n"

    def place(self, anchor: Anchor) -> Placement:
        """Find the passage of ``anchor``; say how sure its place is."""
        if not anchor.exact.strip():
            return LOST
        anchor = self._narrow(anchor)
        carried = self._carried(anchor)
        if carried and self._is_safe(anchor, carried):
            return Placement(carried.start, carried.end, "anchored")
        if moved := self._moved_along(anchor):
            return moved
        quoted = self._quoted(anchor)
        if quoted and quoted.state == "anchored":
            return quoted
        if carried and self._is_edited(anchor, carried):
            return Placement(carried.start, carried.end, "doubtful")
        return quoted or self._like(anchor)

    def _narrow(self, anchor: Anchor) -> Anchor:
        """Fold the width of the anchor's words as that of the texts is."""
        made_on, start, end = self._made_on, anchor.start, anchor.end
        if self._old is not None and made_on and made_on[start:end] == anchor.exact:
            return described(self._old, start, end)
        return anchor._replace(
            exact=narrow(anchor.exact), prefix=narrow(anchor.prefix), suffix=narrow(anchor.suffix)
        )

    def _is_known(self, anchor: Anchor) -> bool:
        return self._old is not None and self._old[anchor.start : anchor.end] == anchor.exact

    def _carried(self, anchor: Anchor) -> Carried | None:
        """Follow the passage through the difference; None when the old text is no help."""
        if not self._is_known(anchor):
            return None
        if self._old == self._text:
            return Carried(
                anchor.start,
                anchor.end,
                len(anchor.exact),
                whole=True,
                before=anchor.start,
                after=len(self._text) - anchor.end,
            )
        carried = self._difference.carry(anchor.start, anchor.end)
        return carried if carried.start < carried.end else None

    def _is_safe(self, anchor: Anchor, carried: Carried) -> bool:
        """Say whether a passage that was followed is the same one, beyond doubt."""
        words = self._text[carried.start : carried.end]
        if not same_words(words, anchor.exact) or self._is_cut(anchor, carried.start, carried.end):
            return False
        if not carried.whole:
            return context_at(anchor, self._text, carried.start, carried.end) >= _CONTEXT
        return self._is_single(anchor, carried)

    def _is_single(self, anchor: Anchor, carried: Carried) -> bool:
        """Say whether the passage, with what stayed beside it, stands once in either text.

        If it does not, the difference may have taken one of several like passages for it.
        Lines move whole: beyond its own, only one that stayed whole is vouched for.
        """
        old = self._old or ""
        head, tail = lines_around(old, anchor.start, anchor.end)
        start = max(head, anchor.start - carried.before)
        end = min(tail, anchor.end + carried.after)
        if _stand_once(old[start:end], old, self._text):
            held = weight(old[start:end]) >= _HELD // 2 and self._is_held(anchor, carried)
            return held or self._is_alike(anchor, carried)
        if (start, end) != (head, tail):
            return False
        beyond = old[anchor.start - carried.before : anchor.end + carried.after]
        return _stand_once(beyond, old, self._text)

    def _is_held(self, anchor: Anchor, carried: Carried) -> bool:
        """Say whether enough stayed with the passage that it cannot be chance."""
        old = self._old or ""
        start = anchor.start - min(carried.before, CONTEXT)
        end = anchor.end + min(carried.after, CONTEXT)
        bounds = (start == 0) + (end == len(old))
        return weight(old[start:end]) + _BOUND * bounds >= _HELD

    def _is_alike(self, anchor: Anchor, carried: Carried) -> bool:
        """Say whether what stands on either side is like what stood there."""
        return min(sides_at(anchor, self._text, carried.start, carried.end)) >= _CONTEXT

    def _is_cut(self, anchor: Anchor, start: int, end: int) -> bool:
        """Say whether a range cuts off a number or word that the passage had whole: 2 in 12."""
        before, after = self._text[max(0, start - 1) : start], self._text[end : end + 1]
        words = self._text[start:end]
        return (_joins(before, words[:1]) and not _joins(anchor.prefix[-1:], anchor.exact[:1])) or (
            _joins(words[-1:], after) and not _joins(anchor.exact[-1:], anchor.suffix[:1])
        )

    def _is_edited(self, anchor: Anchor, carried: Carried) -> bool:
        longest = max(len(anchor.exact), carried.end - carried.start)
        return carried.kept >= _EDITED * longest

    def _moved_along(self, anchor: Anchor) -> Placement | None:
        """Follow the passage with its whole lines, if they stand once in either text."""
        if not self._is_known(anchor):
            return None
        old = self._old or ""
        head, tail = lines_around(old, anchor.start, anchor.end)
        lines = old[head:tail]
        if weight(lines) < _LINE or not _stand_once(f"\n{lines}\n", f"\n{old}\n", self._lined):
            return None
        start = self._lined.find(f"\n{lines}\n") + anchor.start - head
        return Placement(start, start + len(anchor.exact), "anchored")

    def _quoted(self, anchor: Anchor) -> Placement | None:
        found = occurrences(anchor, self._text)
        if not found and bare(anchor.exact) in self._bare:
            found = occurrences(anchor, self._text, self._folded)
        if not found or self._is_chance(anchor, found[0]):
            return None
        state: AnchorState = "anchored" if self._is_plain(anchor, found) else "doubtful"
        return Placement(found[0].start, found[0].end, state)

    def _is_chance(self, anchor: Anchor, found: Found) -> bool:
        """Say whether a word is too short to be looked for there: it stands in many places."""
        if weight(anchor.exact) >= TELLING // 2:
            return False
        return found.context < _NEAR or self._is_others(anchor, found)

    def _is_plain(self, anchor: Anchor, found: list[Found]) -> bool:
        """Say whether the first of the places found is the passage, beyond doubt."""
        best = found[0]
        if self._is_cut(anchor, best.start, best.end) or self._is_others(anchor, best):
            return False
        if len(found) == 1 and self._speaks_for_itself(anchor.exact):
            return True
        if best.context < _CONTEXT or not self._is_vouched_for(anchor, best):
            return False
        if len(found) == 1:
            return True
        if best.context - found[1].context >= _CLEARLY:
            return True
        # Alike in everything else: only where it was, and only if the old text is unknown.
        return self._old is None and best.start == anchor.start

    def _is_others(self, anchor: Anchor, found: Found) -> bool:
        """Say whether the place found is known to be that of other words of the old text."""
        if not self._is_known(anchor):
            return False
        carried = self._carried(anchor)
        if carried and self._is_edited(anchor, carried):
            # The passage itself was edited where it stood: the other one is a copy of it.
            return found.end <= carried.start or carried.end <= found.start
        return self._difference.holds_other((found.start, found.end), anchor.start, anchor.end)

    def _speaks_for_itself(self, words: str) -> bool:
        if self._old is not None and self._old.count(words) != 1:
            return False
        return weight(words) >= _OWN_WORDS

    def _is_vouched_for(self, anchor: Anchor, found: Found) -> bool:
        """Say whether what touches the passage is what touched it, and touched nothing else."""
        before, after = touching(anchor, self._text, found.start, found.end)
        if not (_vouches(before) and _vouches(after)) or weight(before + after) < _TOUCHING:
            return False
        if not self._is_known(anchor):
            return True
        old = self._old or ""
        return any(weight(side) > _SIDE and _stands_once(side, old) for side in (before, after))

    def _like(self, anchor: Anchor) -> Placement:
        span = likest(anchor, self._text)
        if span is None or self._is_chance(anchor, Found(*span, context=1.0)):
            return LOST
        return Placement(*span, "doubtful")


def _vouches(side: str) -> bool:
    """Say whether words that touch a passage as before are enough: a few, or a line's bound."""
    return "\n" in side or weight(side) >= _SIDE


def _stand_once(words: str, *texts: str) -> bool:
    return all(_stands_once(words, text) for text in texts)


def _stands_once(words: str, text: str) -> bool:
    first = text.find(words)
    return first >= 0 and text.find(words, first + 1) < 0


def _joins(before: str, after: str) -> bool:
    """Say whether two characters are of one number, or of one word written without spaces."""
    if not (before.isalnum() and after.isalnum()):
        return False
    return before.isdigit() == after.isdigit() and (before + after).isascii()
