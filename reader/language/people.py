"""Find the people of a run of nouns, each parted from the post or honorific that follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.language.mentions import NAMES, PEOPLE, Mention, head_of, is_address

if TYPE_CHECKING:
    from reader.language.tokens import Token

_KANJI = re.compile("[㐀-鿿豈-﫿𠀀-𳑿々ヶ]+")
_KATAKANA = re.compile("[ァ-ヴー・=]+")
_BEFORE_POSTS = frozenset("元前現新旧故初同")
_LONGEST_POST = 6
_FULL_NAME = range(3, 8)
_NOT_IN_POSTS = NAMES - {"name"}


def people(run: list[Token]) -> tuple[list[Mention], set[int]]:
    """Return the people of ``run`` and the indices of the words that they and their posts take."""
    found: list[Mention] = []
    taken: set[int] = set()
    index = 0
    while index < len(run):
        last = _name_end(run, index)
        if last is None:
            index += 1
            continue
        post = _post_end(run, last + 1)
        if not (post or _stands_alone(run, index, last)):
            index += 1
            continue
        words = tuple(run[index : last + 1])
        end = post or last + 1
        found.append(
            Mention(
                words[0].start,
                words[-1].end,
                "person",
                "known" if words[0].known == "person" else "name",
                words,
                run[end - 1].end if post else 0,
            )
        )
        taken.update(range(index, end))
        index = end
    return found, taken


def address_end(words: list[Token], at: int) -> int:
    """Return where the post or honorific ends that begins with ``words[at]``, or 0."""
    post = _post_end(words, at)
    return words[post - 1].end if post else 0


def _name_end(run: list[Token], index: int) -> int | None:
    """Return the index of the last word of the name that may begin at ``index``."""
    word = run[index]
    if word.known:
        return index if word.known == "person" else None
    if word.kind == "dotted":
        return index
    if _KATAKANA.fullmatch(word.surface):
        return index if word.kind in ("person", "surname", "given") or word.oov else None
    if word.kind not in PEOPLE or not _KANJI.fullmatch(word.surface):
        return None
    return _kanji_name_end(run, index)


def _kanji_name_end(run: list[Token], index: int) -> int:
    """Go on over given names, and over single kanji that the tokeniser left over (崔善|姫)."""
    last = index
    length = len(run[index].surface)
    while last + 1 < len(run) and length < _FULL_NAME.stop:
        following = run[last + 1]
        if is_address(following.surface) or not _KANJI.fullmatch(following.surface):
            break
        titled = last + 2 < len(run) and is_address(run[last + 2].surface)
        if following.kind == "prefix" and titled:
            break  # 総|書記
        if following.kind not in ("given", "surname") and not _is_left_over(following):
            break
        length += len(following.surface)
        last += 1
    return last


def _is_left_over(word: Token) -> bool:
    if len(word.surface) > 1 or word.surface in _BEFORE_POSTS:
        return False
    return word.kind in ("noun", "prefix") and not head_of(word.surface)[0]


def _post_end(run: list[Token], at: int) -> int:
    """Return the index after the post or honorific that begins at ``at``, or 0."""
    for index in range(at, min(at + _LONGEST_POST, len(run))):
        word = run[index]
        if word.kind in _NOT_IN_POSTS or word.kind == "number" or word.surface in "・=":
            return 0
        if is_address(word.surface):
            return _last_post(run, index) + 1
        if index + 1 < len(run) and is_address(word.surface + run[index + 1].surface):
            return _last_post(run, index + 1) + 1  # 事務局|長
    return 0


def _last_post(run: list[Token], index: int) -> int:
    while index + 1 < len(run) and is_address(run[index + 1].surface):
        index += 1
    return index


def _stands_alone(run: list[Token], first: int, last: int) -> bool:
    """Say whether a name without a post is surely a person's."""
    words = run[first : last + 1]
    following = run[last + 1] if last + 1 < len(run) else None
    if following is not None and (head_of(following.surface)[0] or head_of(run[-1].surface)[0]):
        return False  # 相川|鶴子|金銀|山 is a mountain.
    if words[0].known == "person":
        return True
    name = "".join(word.surface for word in words)
    if words[0].kind == "dotted":
        return False
    if len(words) > 1:
        given = words[0].kind == "surname" and words[1].kind == "given"
        return given and len(name) in _FULL_NAME
    return words[0].kind == "person" and bool(_KANJI.fullmatch(name)) and len(name) in _FULL_NAME
