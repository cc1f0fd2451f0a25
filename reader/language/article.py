"""A Japanese article made ready to be understood: folded text, sentences, words."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.language.folding import fold
from reader.language.joining import join
from reader.language.sentences import sentences
from reader.language.tokens import Token, tokens

if TYPE_CHECKING:
    from reader.language.entities import Entity
    from reader.language.gazetteer import Gazetteer
    from reader.language.resources import Resources
    from reader.model.blocks import Block, BlockKind

_WORDS_BEFORE = 40
TERM_KINDS: frozenset[BlockKind] = frozenset(
    ("title", "heading", "paragraph", "list_item", "quotation", "table_row")
)
"""The kinds of block that terms are taken from."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block with its words; ``lead`` before the first heading.

    ``entities`` are what the trained tagger found, in order.
    """

    start: int
    end: int
    kind: BlockKind
    block: int
    words: list[Token]
    lead: bool = False
    entities: tuple[Entity, ...] = ()

    def words_before(self, place: int) -> list[Token]:
        """Return the last words that end at ``place`` or before it; more than a name has."""
        index = bisect_right(self.words, place, key=_end_of)
        return self.words[max(0, index - _WORDS_BEFORE) : index]


@dataclass(frozen=True, slots=True)
class Article:
    """The text, folded without moving a character, and the sentences of what is analysed.

    ``names`` are those known beforehand.
    """

    text: str
    folded: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    names: Gazetteer

    def sentence_at(self, place: int) -> Sentence | None:
        """Return the sentence that holds ``place``, if one does."""
        index = bisect_right(self.sentences, place, key=_start_of) - 1
        if index < 0 or place >= self.sentences[index].end:
            return None
        return self.sentences[index]

    @property
    def length(self) -> int:
        """Return how many characters are analysed."""
        return sum(sentence.end - sentence.start for sentence in self.sentences)


def _end_of(word: Token) -> int:
    return word.end


def _start_of(sentence: Sentence) -> int:
    return sentence.start


def prepare(text: str, blocks: tuple[Block, ...], resources: Resources) -> Article:
    """Part ``blocks`` of ``text`` into sentences and words."""
    folded = fold(text)
    names, tagger = resources.names.japanese, resources.tagger
    found: list[Sentence] = []
    lead = True
    for index, block in enumerate(blocks):
        lead = lead and block.kind != "heading"
        if block.kind not in TERM_KINDS:
            continue
        for start, end in sentences(folded, block.start, block.end):
            raw = tokens(folded, start, end)
            entities = tagger.entities(folded, raw, names) if tagger is not None else []
            words = join(folded, raw, names)
            found.append(Sentence(start, end, block.kind, index, words, lead, tuple(entities)))
    return Article(text, folded, blocks, tuple(found), names)
