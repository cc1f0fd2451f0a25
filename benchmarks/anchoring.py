"""How well and how fast highlights are found again in later revisions of their articles.

What became of every passage is known from how the revisions were written
(benchmarks/revisions). ``--errors`` tells each passage that was placed wrong, but for the
articles kept aside: those are never looked at while the rules are made.
"""

from __future__ import annotations

import random
import sys
import time
from functools import cache
from typing import TYPE_CHECKING

from benchmarks.highlighting import passages
from benchmarks.measuring import Figure, Options, Spread, Target, in_turn
from benchmarks.placing import KINDS, PLACERS, SURVIVING, Tally, judge
from benchmarks.revising import ASIDE, TUNING, stories
from benchmarks.running import arguments_of, run_alone
from reader.annotation.anchors import describe, place_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from benchmarks.placing import Judged, Kind
    from benchmarks.revising import Story
    from reader.model.annotations import Anchor

_EACH = 20
"""Passages of each of the seven shapes in each revision."""
_LENGTH = 50_000
_HIGHLIGHTS = 1_000
_MOST_MS = 200.0
_SEED = 1
_MOST_MISSED: dict[str, tuple[tuple[Kind, ...], float]] = {
    "surviving": (SURVIVING, 0.5),
    "edited": (("edited",), 40.0),
}
_MOST_SILENT = 0.1
_LANGUAGES = {"ja": "Japanese", "en": "English"}


def measure(options: Options) -> list[Figure]:
    """Place passages of all articles, and time 1,000 highlights on 50,000 characters."""
    each = options.size(usual=_EACH, quick=1)
    figures = [_placing(options)]
    for language in _LANGUAGES:
        total = _tally(language, each)
        for name, (kinds, most) in _MOST_MISSED.items():
            missed = 100 - total.share(kinds, "right", "right but doubtful")
            figures.append(_share(f"{language}_{name}_missed", missed, most))
        figures.append(_share(f"{language}_silently_wrong", _silent(total), _MOST_SILENT))
        doubted = total.share(SURVIVING, "right but doubtful", "elsewhere, doubtful")
        figures.append(_share(f"{language}_surviving_doubted", doubted, None))
    return figures


def main(argv: Sequence[str]) -> int:
    """Print the tables by language and kind, then the figures; or the errors alone."""
    each = _EACH
    if "--errors" in argv:
        print("\n".join(_errors(each)))
        return 0
    arguments = arguments_of(argv)
    each = Options(quick=arguments.quick).size(usual=_EACH, quick=1)
    shapes = f"Of each revision, {each} passages of each of seven shapes; seed: name and number."
    lines = (line for language in _LANGUAGES for line in _tables(language, each))
    print(
        shapes,
        "Shares in percent.\n",
        *lines,
        sep="\n",
        file=sys.stderr if arguments.json == "-" else sys.stdout,
    )
    return run_alone(measure)


def _share(name: str, percent: float, most: float | None) -> Figure:
    target = None if most is None else Target("median", most)
    return Figure(f"anchoring.{name}", "%", Spread.of([percent]), target=target)


def _silent(total: Tally) -> float:
    """Return the share of all passages that are anchored on words that are not theirs."""
    return total.share(KINDS, "elsewhere")


def _placing(options: Options) -> Figure:
    """Time our placing beside the first occurrence of the same words."""
    old, new = _long_texts(options.size(usual=_LENGTH, quick=2_000))
    anchors = _anchors(old, options.size(usual=_HIGHLIGHTS, quick=20))

    def ours() -> float:
        began = time.perf_counter()
        place_all(anchors, new, old_text=old)
        return (time.perf_counter() - began) * 1000

    def floor() -> float:
        began = time.perf_counter()
        for anchor in anchors:
            new.find(anchor.exact)
        return (time.perf_counter() - began) * 1000

    taken = in_turn({"ours": ours, "floor": floor}, options.count(usual=40, quick=2))
    return Figure(
        "anchoring.1000_highlights",
        "ms",
        Spread.of(taken["ours"]),
        floor=("finding the same words", Spread.of(taken["floor"])),
        target=Target("median", _MOST_MS),
    )


def _long_texts(length: int) -> tuple[str, str]:
    """Join articles until they are long enough, and their second revisions likewise."""
    old, new = "", ""
    for story in stories(TUNING) + stories(ASIDE):
        if len(old) >= length:
            break
        old += story.revisions[0].text + "\n"
        new += story.revisions[1].text + "\n"
    return old[:length], new


def _anchors(text: str, most: int) -> list[Anchor]:
    drawn = passages(text, most // 5, seed="long")
    random.Random(_SEED).shuffle(drawn)
    return [describe(text, one.start, one.end) for one in drawn[:most]]


def _of(language: str, every: Iterable[Story]) -> list[Story]:
    return [story for story in every if story.language == language]


@cache
def _tally(language: str, each: int, *, which: str = "", how: str = "ours") -> Tally:
    """Count the outcomes of the articles of a language; of all, or of ``which`` alone."""
    tally = Tally()
    for folder in (TUNING, ASIDE):
        if which in folder.name:
            for story in _of(language, stories(folder)):
                tally.add(judged for _, judged in judge(story, each=each, how=how))
    return tally


def _tables(language: str, each: int) -> Iterator[str]:
    for which in (TUNING.name, ASIDE.name):
        told = _of(language, stories(TUNING if which == TUNING.name else ASIDE))
        pairs = sum(1 for story in told for _ in story.pairs())
        yield f"{_LANGUAGES[language]}, {which}: {len(told)} articles, {pairs} pairs of revisions"
        yield from _table(_tally(language, each, which=which))
        for how in PLACERS:
            if how != "ours":
                yield _summary(how, _tally(language, each, which=which, how=how))
        yield ""


def _table(total: Tally) -> Iterator[str]:
    heads = ("passages", "right", "doubtful", "elsewhere, doubtful", "elsewhere", "lost")
    yield f"{'':<20}" + "".join(f"{head:>{len(head) + 3}}" for head in heads)
    rows: list[tuple[str, tuple[Kind, ...]]] = [(kind, (kind,)) for kind in KINDS]
    for name, kinds in [*rows, ("all surviving", SURVIVING), ("all", KINDS)]:
        right = total.share(kinds, "right", "right but doubtful")
        shares = (
            right,
            total.share(kinds, "right but doubtful"),
            total.share(kinds, "elsewhere, doubtful"),
            total.share(kinds, "elsewhere"),
            total.share(kinds, "lost"),
        )
        line = f"{name:<20}{total.of(kinds):>{len(heads[0]) + 3}}"
        for head, share in zip(heads[1:], shares, strict=True):
            line += f"{share:>{len(head) + 3}.2f}"
        yield line
    yield f"silently wrong: {total.of(KINDS, 'elsewhere')} of {total.of(KINDS)}"


def _summary(how: str, total: Tally) -> str:
    right = total.share(SURVIVING, "right", "right but doubtful")
    edited = total.share(("edited",), "right", "right but doubtful")
    return (
        f"{how}: surviving {right:.2f}, edited {edited:.2f}, silently wrong {_silent(total):.2f} %"
    )


def _errors(each: int) -> Iterator[str]:
    """Tell what was anchored on other words, and what survived and was placed elsewhere."""
    for story in stories(TUNING):
        for name, judged in judge(story, each=each):
            if judged.outcome == "elsewhere" or (
                judged.truth.kind in SURVIVING and not judged.outcome.startswith("right")
            ):
                yield _error(name, judged)


def _error(name: str, judged: Judged) -> str:
    words = (judged.words, judged.there, judged.shown)
    shown = " | ".join(repr(one if len(one) <= 60 else f"{one[:29]}…{one[-30:]}") for one in words)
    return f"{name}: {judged.truth.kind}, {judged.outcome}: {shown} {judged.placed[:2]}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
