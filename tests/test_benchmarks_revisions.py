"""What is known of revisions is right: the mark-up, the truth told by it, and how it is judged."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.highlighting import Passage, passages
from benchmarks.placing import (
    KINDS,
    PLACERS,
    SURVIVING,
    Judged,
    Tally,
    judge,
    judge_pair,
    truth_of,
)
from benchmarks.revising import (
    ASIDE,
    TUNING,
    Pair,
    RevisionError,
    Story,
    narrow,
    pair,
    revisions_of,
    stories,
)

LINES = ("橋が落ちた", "県によると2人が死亡した。川は深い。", "原因は調べている。", "関連記事")
FIRST = "\n".join(LINES)
SWAPPED = "川は深い。県によると2人が死亡した。"


def pair_of(*acts: str, first: str = FIRST) -> Pair:
    story = Story("ja-test", "ja", revisions_of("\n".join((first, "=== next", *acts))))
    return pair(story, 0, len(story.revisions) - 1)


def passage(pair_: Pair, words: str) -> Passage:
    start = pair_.old.index(words)
    return Passage(start, start + len(words))


def told(pair_: Pair, words: str) -> tuple[str, list[str]]:
    truth = truth_of(pair_, passage(pair_, words))
    return truth.kind, [pair_.new[slice(*one)] for one in truth.ranges]


@pytest.mark.parametrize(
    "acts, text",
    [
        (["~ [-2-]{+3+}人が"], FIRST.replace("2人", "3人")),
        (["* [-。-]"], FIRST.replace("。", "")),
        (["@ top", "+ 速報"], "速報\n" + FIRST),
        (["@ end", "+ 訂正", "+ 以上"], FIRST + "\n訂正\n以上"),
        (["- 原因は ... 関連"], "橋が落ちた\n県によると2人が死亡した。川は深い。"),
        (["- 橋が"], FIRST.partition("\n")[2]),
        (["@ before 県", "> 原因は"], "\n".join((LINES[0], LINES[2], LINES[1], LINES[3]))),
        (["^ 川は深い。 | before | 県に"], FIRST.replace(LINES[1], SWAPPED)),
        (["% 2 = ２"], FIRST.replace("2", "２")),
        (["~ 深い。[-⏎-]原因"], FIRST.replace("。\n原因", "。原因")),
        (["- 原因", "@ end", "< 原因"], "\n".join((*LINES[:2], LINES[3], LINES[2]))),
        (["=== rewritten", "別の話"], "別の話"),
    ],
)
def test_each_act_does_what_it_says(acts: list[str], text: str) -> None:
    assert pair_of(*acts).new == text


@pytest.mark.parametrize(
    "act", ["~ 。", "~ 3人[-が-]", "* 2人[-が-]", "- 何も", "= 2", "@ beside 橋", "< 橋が"]
)
def test_what_cannot_be_done_is_refused(act: str) -> None:
    with pytest.raises(RevisionError):
        pair_of(act)


def test_what_became_of_a_passage_is_told_by_its_letters() -> None:
    known = pair_of("~ [-2-]{+12+}人が", "@ top", "> 原因は", "- 関連")
    assert told(known, "県によると") == ("surviving", ["県によると"])
    assert told(known, "原因は") == ("moved", ["原因は"])
    assert told(known, "県によると2人が死亡") == ("edited", ["県によると12人が死亡"])
    assert told(known, "関連記事") == ("deleted", [])
    assert told(known, "2") == ("reworded", ["2"])
    assert told(known, "は") == ("repeated", ["は"])
    assert told(known, "深い。\n原因は調べている") == ("edited", ["原因は調べている"])


def test_width_and_the_end_of_a_line_are_no_edits() -> None:
    known = pair_of("% 2 = ２", "~ 川は{+⏎+}深い")
    assert told(known, "2人が死亡した。川は深い。") == (
        "surviving",
        ["２人が死亡した。川は\n深い。"],
    )


def test_a_place_is_right_to_the_letter_or_for_edited_passages_by_half() -> None:
    known = pair_of("~ [-2-]{+12+}人が死亡", "- 関連")
    drawn = [passage(known, words) for words in ("県によると", "県によると2人が死亡", "関連記事")]
    outcomes = [one.outcome for one in judge_pair(known, drawn, PLACERS["ours"])]
    assert outcomes == ["right", "right but doubtful", "lost"]
    tally = Tally()
    tally.add(judge_pair(known, drawn, PLACERS["first exact match"]))
    assert tally.of(KINDS, "right") == 1
    assert tally.share(("surviving",), "right") == 100
    assert tally.of(KINDS, "lost") == 2


def test_passages_are_drawn_alike_each_time_and_have_no_white_space_around() -> None:
    text = stories(TUNING)[0].revisions[0].text
    drawn = passages(text, 20, seed="a")
    assert drawn == passages(text, 20, seed="a")
    assert drawn != passages(text, 20, seed="b")
    words = [text[one.start : one.end] for one in drawn]
    assert all(one and one == one.strip() for one in words)
    assert any("\n" in one for one in words)
    assert any(len(one) <= 3 for one in words)


def test_the_letters_of_all_articles_went_where_the_same_letters_are() -> None:
    told_ = stories(TUNING) + stories(ASIDE)
    languages = Counter(story.language for story in told_)
    assert languages["ja"] >= 40
    assert languages["en"] >= 20
    for story in told_:
        for old, new in story.pairs():
            known = pair(story, old, new)
            before, after = narrow(known.old), narrow(known.new)
            assert len(known.old) == len(known.went)
            assert all(
                before[at] == after[to] for at, to in enumerate(known.went) if to is not None
            )


def test_highlights_are_found_again_as_well_as_is_promised() -> None:
    tally = Tally()
    found: list[Judged] = []
    for story in stories(TUNING) + stories(ASIDE):
        found.extend(judged for _, judged in judge(story, each=4))
    tally.add(found)
    assert tally.of(KINDS) > 5_000
    assert tally.share(SURVIVING, "right", "right but doubtful") >= 99.5
    assert tally.share(("edited",), "right", "right but doubtful") >= 60
    assert tally.share(KINDS, "elsewhere") <= 0.1
    assert tally.share(SURVIVING, "right but doubtful", "elsewhere, doubtful") <= 2
