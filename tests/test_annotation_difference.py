from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotation.anchors import describe, place, survival
from reader.annotation.difference import Difference, difference

SMALL = st.text(alphabet="ab\n𠮷の。", max_size=80)


@given(old=SMALL, new=SMALL)
def test_runs_are_equal_in_both_texts_and_ascend(old: str, new: str) -> None:
    at, to = 0, 0
    for run in difference(old, new).runs:
        assert run.length > 0
        assert run.old >= at
        assert run.new >= to
        assert old[run.old : run.old_end] == new[run.new : run.new_end]
        at, to = run.old_end, run.new_end
    assert at <= len(old)
    assert to <= len(new)


@given(data=st.data(), old=SMALL.filter(bool), new=SMALL)
def test_carried_ranges_lie_in_the_new_text(data: st.DataObject, old: str, new: str) -> None:
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    carried = difference(old, new).carry(start, end)
    assert 0 <= carried.start <= carried.end <= len(new)
    assert carried.kept <= end - start
    if carried.whole:
        assert new[carried.start : carried.end] == old[start:end]


def test_words_put_in_the_place_of_a_passage_s_first_words_belong_to_it() -> None:
    old = "会談は北京で行われ、双方が署名した。"
    new = "会談は平壌の宮殿で行われ、双方が署名した。"
    start = old.index("北京")
    carried = difference(old, new).carry(start, start + len("北京で行われ"))
    assert new[carried.start : carried.end] == "平壌の宮殿で行われ"


def test_the_longer_of_two_lines_that_changed_places_stays() -> None:
    long, short = "これはとても長い行で、動いたとは思えない。\n", "短い行。\n"
    kept = difference(long + short, short + long)
    assert kept.carry(0, len(long)).whole


def test_a_sentence_keeps_its_full_stop_when_the_next_one_goes() -> None:
    kept, gone = "橋の色は青に決まる。", "税の額を知事が話す。"
    old = f"港の霧は朝から深い。{kept}{gone}川の水はまだ冷たい。町の祭りは秋に開く。"
    new = old.replace(gone, "").replace("霧は", "霧も")
    start = old.index(kept)
    carried = difference(old, new).carry(start, start + len(kept))
    assert carried.whole
    assert new[carried.start : carried.end] == kept


def test_nothing_in_common() -> None:
    assert difference("", "あ").runs == ()
    assert difference("い", "").runs == ()
    assert difference("いい", "ああ") == Difference(())


def test_survival_counts_what_is_left_and_what_was_moved() -> None:
    first = "県は堤防の工事を来年の春に始めると発表した。\n"
    second = "費用の負担をめぐって議論が続いている。\n"
    third = "住民の集会は週末に開かれる。"
    old = first + second + third
    assert survival(old, old) == 1
    assert survival(old, third + "\n" + second + first) == pytest.approx(1, abs=0.05)
    assert survival(old, "追記があります。\n" + old) == 1
    assert survival(old, first) == pytest.approx(len(first) / len(old), abs=0.05)
    assert survival(old, "") == 0
    assert survival("", "何か") == 1


def test_survival_of_another_article_is_far_below_a_half() -> None:
    one = "The council said on Monday that the new bridge would open in the spring of next year."
    other = "Farmers in the northern valleys expect a poor harvest after two months without rain."
    assert survival(one, other) < 0.2


def test_survival_sees_through_lines_broken_elsewhere() -> None:
    source = random.Random(7)
    text = "".join(chr(source.randrange(0x3042, 0x3090)) for _ in range(40_000))
    wrapped = "\n".join(text[at : at + 35] for at in range(0, len(text), 35))
    assert survival(wrapped, text) > 0.9


@pytest.mark.parametrize(
    "pair",
    [
        ("あ" * 100_000, "あ" * 50_000 + "い" + "あ" * 50_000),
        ("同じ行\n" * 25_000, "同じ行\n" * 20_000 + "違う行\n" + "同じ行\n" * 9_000),
        ("ab" * 50_000, "ba" * 50_000 + "c"),
        ("\n".join("あいう"[at * at % 3] for at in range(50_000)), "い\nあ\n" * 25_000),
    ],
    ids=["one letter", "one line", "in turn", "letters as lines"],
)
@pytest.mark.timeout(20)
def test_no_text_of_100_000_characters_takes_long(pair: tuple[str, str]) -> None:
    # Comparing every character with every other would take minutes.
    old, new = pair
    for start, end in ((50_000, 50_020), (100, 60_100)):
        anchor = describe(old, start, end)
        placed = place(anchor, new, old_text=old)
        assert placed.state != "anchored" or new[placed.start : placed.end] == anchor.exact
    assert 0 <= survival(old, new) <= 1
