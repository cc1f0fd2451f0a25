"""A text that was wrapped by hand is understood as if it were not, where it stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.language.analysis import analyse
from reader.language.resources import load
from reader.language.unwrapping import unwrap
from reader.model.blocks import Block
from reader.model.passage import Passage
from reader.model.understanding import (
    Attribution,
    FoundTerm,
    FoundWatchPoint,
    Hedge,
    Understanding,
)
from reader.system.paths import resource

TEXT = "題\n外務\n省は、条約が\n　発効すると述べた。\n・行方がど\n　うなるか"
_PARAGRAPH = (TEXT.index("外務"), TEXT.index("\n・"))
BLOCKS = (
    Block("title", 0, 1),
    Block("paragraph", *_PARAGRAPH),
    Block("list_item", TEXT.index("行方"), len(TEXT)),
)


def test_lines_of_a_block_are_joined_and_blocks_stay_apart() -> None:
    joined = unwrap(TEXT, BLOCKS)
    assert joined is not None
    assert joined.text == "題\n外務省は、条約が発効すると述べた。\n・行方がどうなるか"
    assert [joined.text[block.start : block.end] for block in joined.blocks] == [
        "題",
        "外務省は、条約が発効すると述べた。",
        "行方がどうなるか",
    ]


def test_what_is_found_is_told_where_it_stands() -> None:
    joined = unwrap(TEXT, BLOCKS)
    assert joined is not None

    def at(words: str) -> tuple[int, int]:
        start = joined.text.index(words)
        return start, start + len(words)

    sentence = Passage(
        "外務省は、条約が発効すると述べた。", *at("外務省は、条約が発効すると述べた。")
    )
    item = at("行方がどうなるか")
    found = Understanding(
        3,
        "ja",
        (
            FoundTerm(
                "外務省", "organization", "", (), (at("外務省"),), 1.0, True, sentence, sentence
            ),
        ),
        (FoundWatchPoint("行方がどうなるか", *item, "list", "題"),),
        (sentence,),
        (Attribution(*at("と述べた"), *at("外務省")), Attribution(*at("述べ"), 0, 0)),
        (Hedge(*at("どうなる")),),
    )
    told = joined.back(found)
    (term,) = told.terms
    assert [TEXT[start:end] for start, end in term.occurrences] == ["外務\n省"]
    assert term.text == "外務省"
    assert term.receipt is not None
    assert term.receipt.text == TEXT[term.receipt.start : term.receipt.end]
    assert told.watch_points[0].text == "行方がど\n　うなるか"
    assert TEXT[told.key_sentences[0].start : told.key_sentences[0].end].endswith("述べた。")
    assert TEXT[told.attributions[0].source_start : told.attributions[0].source_end] == "外務\n省"
    assert told.attributions[1][2:] == (0, 0)
    assert TEXT[told.hedges[0].start : told.hedges[0].end] == "ど\n　うなる"


def test_a_text_that_was_not_wrapped_is_left_alone() -> None:
    assert unwrap("題\n本文。", (Block("title", 0, 1), Block("paragraph", 2, 5))) is None


@given(st.text(st.sampled_from("あ。 \n　A"), max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_every_place_comes_back(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    joined = unwrap(text, (Block("paragraph", start, end),)) if start < end else None
    if joined is None:
        return
    for place, sign in enumerate(joined.text):
        # Between two words of Latin letters the line end is a blank.
        assert text[joined.place(place)] == sign or (sign, text[joined.place(place)]) == (" ", "\n")


def test_a_name_that_a_line_end_cuts_is_one_term() -> None:
    text = "署名の報せ\nロシアの外相は5日、モスクワで相互防\n衛条約の批准書に署名したと発表した。"
    blocks = (Block("title", 0, 5), Block("paragraph", 6, len(text)))
    found = analyse(text, blocks, "ja", resources=load(resource("")))
    (term,) = [term for term in found.terms if term.text == "相互防衛条約"]
    ((start, end),) = term.occurrences
    assert text[start:end] == "相互防\n衛条約"
    assert [one.text for one in found.key_sentences] == [text[6:]]
