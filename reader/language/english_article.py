"""An English article made ready to be understood: folded text, sentences, words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reader.language.article import TERM_KINDS
from reader.language.folding import fold
from reader.language.sentences import sentences
from reader.language.tables.english import COMMON

if TYPE_CHECKING:
    from reader.model.blocks import Block, BlockKind

WORD = re.compile(r"(?:[A-Z]\.){2,}(?![a-z])|[^\W_]+(?:(?:['&/.-]|-')[^\W_]+)*(?:'(?=\s))?")
DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z.'/ -]{2,40}(?:, [A-Z][A-Za-z. ]{2,24})?)(?:, [A-Z][a-z]{2,8}\.? \d{1,2}("
    r"?:, \d{4})?)?"
    r"(?: ?\([^()]{2,40}\))? ?(?:--?|[—–]) ?(?=[A-Z\"'])"
)
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.){1,3}$")
_QUOTES = str.maketrans("‘“”‑", '\'""-')
# Iran-backed and Moscow-based tell of something else; Young-hoon is a name.
_JOINED = re.compile(
    r"-(?:led|backed|based|held|made|born|occupied|era|style|wide|owned|controlled|run|speaking"
    r"|built"
    r"|funded|allied|aligned|related|imposed|sponsored|brokered|mediated|friendly|bound|trained"
    r"|dominated|approved|supplied|flagged|registered|listed|type|sized|educated|inspired|installed"
    r"|appointed|designed|drafted|supported|affiliated|linked|only|free|like|level|class|old|year"
    r"|day"
    r"|month|week|hour|long|high|low|term|time|scale|range|power|sea|profit|government|wing)s?$"
)
_TITLE_CASE, _FEWEST = 0.6, 3
_LONG_WORD, _DROPPED = 4, 6
_NOT_DROPPED = frozenset(("WHO", "US", "UN", "EU", "IT", "UK"))


class Word(NamedTuple):
    """A word and where it stands; ``cap`` where it is written as names are.

    ``bare`` is the word without a possessive ending.
    """

    text: str
    start: int
    end: int
    cap: bool
    bare: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block with its words; ``lead`` before the first heading.

    ``shouted`` where most words have capitals, as in titles, so that a capital tells nothing.
    ``dateline`` is where the sentence begins behind GENEVA, Aug 15 (Agency) -, or 0.
    """

    start: int
    end: int
    kind: BlockKind
    block: int
    lead: bool
    shouted: bool
    words: tuple[Word, ...]
    dateline: int = 0

    def index_at(self, place: int) -> int:
        """Return the index of the first word that begins at ``place`` or behind it."""
        return bisect_left(self.words, place, key=_word_start)


@dataclass(frozen=True, slots=True)
class EnglishArticle:
    """The text, folded without moving a character, and the sentences of what is analysed."""

    text: str
    folded: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]

    def sentence_at(self, place: int) -> Sentence | None:
        """Return the sentence that holds ``place``, if one does."""
        index = bisect_right(self.sentences, place, key=_start_of) - 1
        if index < 0 or place >= self.sentences[index].end:
            return None
        return self.sentences[index]


def prepare(text: str, blocks: tuple[Block, ...]) -> EnglishArticle:
    """Part ``blocks`` of ``text`` into sentences and words; wrapped lines become one."""
    folded = unwrapped(fold(text).translate(_QUOTES), blocks)
    found: list[Sentence] = []
    lead = True
    for index, block in enumerate(blocks):
        lead = lead and block.kind != "heading"
        if block.kind in TERM_KINDS:
            for start, end in _sentences(folded, block.start, block.end):
                words = _lowered(_words(folded, start, end))
                shouted = block.kind in ("title", "heading") and _is_shouted(words)
                line = DATELINE.match(folded, start, end) if start == block.start else None
                begins = line.end() if line else 0
                words = tuple(word for word in words if word.start >= begins or word.start < start)
                found.append(Sentence(start, end, block.kind, index, lead, shouted, words, begins))
    return EnglishArticle(text, folded, blocks, tuple(found))


def _sentences(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences of a block; the initials of a name (K.P. Sharma Oli) end none."""
    found: list[tuple[int, int]] = []
    for first, last in sentences(folded, start, end):
        goes_on = found and _INITIALS.search(folded, found[-1][0], found[-1][1])
        found.append((found.pop()[0] if goes_on else first, last))
    return found


def unwrapped(folded: str, blocks: tuple[Block, ...]) -> str:
    """Return the text with a blank for each line end inside a block: no place moves."""
    if "\n" not in folded:
        return folded
    pieces: list[str] = []
    at = 0
    for block in blocks:
        if block.start < at or block.end - block.start < 2:
            continue
        inside = folded[block.start : block.end]
        if "\n" in inside:
            pieces += (folded[at : block.start], inside.replace("\n", " "))
            at = block.end
    pieces.append(folded[at:])
    return "".join(pieces)


def _words(folded: str, start: int, end: int) -> tuple[Word, ...]:
    found = []
    for match in WORD.finditer(folded, start, end):
        text = match.group()
        first, last = match.span()
        found.append(Word(text, first, last, _is_capital(text), bare(text)))
    return tuple(found)


def bare(word: str) -> str:
    """Return a word without a possessive ending."""
    if "'" not in word:
        return word
    return word.removesuffix("'s").removesuffix("'")


def _lowered(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Take the capitals off the first words where they are set in capitals: WHEN THE last gate."""
    count = 0
    while count < min(len(words), _DROPPED) and words[count].text.isupper():
        count += 1
    first = words[0].text if words else ""
    if not count or count == len(words) or first.capitalize() not in COMMON or len(first) < 2:
        return words
    if first in _NOT_DROPPED:
        return words
    common = [word.text.capitalize() in COMMON for word in words[:count]]
    return tuple(
        word._replace(cap=False) if place < count and common[place] else word
        for place, word in enumerate(words)
    )


def _is_capital(text: str) -> bool:
    """Say whether a word is written as a name: Kim, iPhone, LC16, al-Sharaa, 5G."""
    first = text[0]
    if first.isupper():
        return "-" not in text or _JOINED.search(text) is None
    if text.islower():
        return False
    if text[1:2] == "'" and text[2:3].isupper():
        return True
    if first.islower() and len(text) > 3 and text[:3] in ("al-", "el-", "an-", "as-", "ar-", "ad-"):
        return text[3].isupper()
    return len(text) > 2 and first.islower() and text[1].isupper() and text[2:].islower()


def _is_shouted(words: tuple[Word, ...]) -> bool:
    letters = [word.text for word in words if word.text[0].isalpha()]
    if letters and all(word.isupper() for word in letters):
        return True
    long = [word for word in words[1:] if len(word.text) >= _LONG_WORD and word.text[0].isalpha()]
    if len(long) < _FEWEST:
        # Too short to tell: What to Watch.
        return all(word.cap for word in long) and any(word.text in COMMON for word in words)
    return sum(word.cap for word in long) >= _TITLE_CASE * len(long)


def _word_start(word: Word) -> int:
    return word.start


def _start_of(sentence: Sentence) -> int:
    return sentence.start
