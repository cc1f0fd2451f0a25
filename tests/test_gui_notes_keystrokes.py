"""What the keys do to the Markdown of a note; ``|`` is the caret or both ends of a selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.export.html_notes import html_of
from reader.gui.notes.keystrokes import Change, indented, marked, new_line

if TYPE_CHECKING:
    from collections.abc import Callable


def parted(shown: str) -> tuple[str, int, int]:
    first = shown.index("|")
    rest = shown.replace("|", "", 1)
    last = rest.find("|")
    return rest.replace("|", ""), first, first if last < 0 else last


def applied(text: str, change: Change | None) -> str:
    if change is None:
        return "nothing"
    now = text[: change.start] + change.text + text[change.end :]
    if change.first == change.last:
        return f"{now[: change.first]}|{now[change.first :]}"
    return f"{now[: change.first]}|{now[change.first : change.last]}|{now[change.last :]}"


@pytest.mark.parametrize(
    "before,after",
    [
        ("- 橋|", "- 橋\n- |"),
        ("- 橋|の件", "- 橋\n- |の件"),
        ("  * 橋|", "  * 橋\n  * |"),
        ("9. 橋|", "9. 橋\n10. |"),
        ("1) 橋|", "1) 橋\n2) |"),
        ("> 橋|", "> 橋\n> |"),
        ("- [x] 橋|", "- [x] 橋\n- [ ] |"),
        ("・橋|", "・橋\n・|"),
        ("- 橋\n- |", "- 橋\n|"),
        ("> |", "|"),
        ("2026. 橋|", "nothing"),
        ("橋|", "nothing"),
        ("|- 橋", "nothing"),
        ("-|", "nothing"),
    ],
)
def test_the_next_line_goes_on_with_a_list(before: str, after: str) -> None:
    text, caret, _ = parted(before)
    assert applied(text, new_line(text, caret)) == after


@pytest.mark.parametrize(
    "before,back,after",
    [
        ("- 橋|", False, "  - 橋|"),
        ("|- 橋\n- 船|\n- 町", False, "  |- 橋\n  - 船|\n- 町"),
        ("  - 橋|", True, "- 橋|"),
        ("- 橋|", True, "nothing"),
        ("橋|", False, "nothing"),
        ("|橋\n- 船|", False, "nothing"),
    ],
)
def test_items_are_moved_in_and_out(before: str, back: bool, after: str) -> None:
    text, first, last = parted(before)
    assert applied(text, indented(text, first, last, back=back)) == after


@pytest.mark.parametrize(
    "before,mark,after",
    [
        ("この|重要|な件", "**", "この**|重要|**な件"),
        ("この**|重要|**な件", "**", "この|重要|な件"),
        ("この|**重要**|な件", "**", "この|重要|な件"),
        ("この|「重要」|な件", "**", "この「**|重要|**」な件"),
        ("この|「重要」で、|な件", "**", "この「**|重要」で|**、な件"),
        ("| 重要 |な件", "*", " *|重要|* な件"),
        ("**|重要|**", "*", "***|重要|***"),
        ("***|重要|***", "*", "**|重要|**"),
        ("費用は|30%|です", "**", "費用は**|30|**%です"),
        ("|- 橋\n- 船|", "**", "- **|橋**\n- **船|**"),
        ("- **|橋**\n- **船|**", "**", "- |橋\n- 船|"),
        ("橋|の", "**", "橋**|**の"),
        ("橋**|**の", "**", "橋|の"),
        ("**橋|**の", "**", "**橋**|の"),
        ("| |", "**", "| |"),
    ],
)
def test_marks_go_around_words_and_off_again(before: str, mark: str, after: str) -> None:
    text, first, last = parted(before)
    assert applied(text, marked(text, first, last, mark)) == after


@pytest.mark.parametrize("before", ["この|「重要」|です", "値は|30%|です", "|（甲）と乙|です"])
def test_what_is_marked_beside_japanese_signs_is_bold(before: str) -> None:
    text, first, last = parted(before)
    change = marked(text, first, last, "**")
    now = text[: change.start] + change.text + text[change.end :]
    assert "<strong>" in html_of(now)
    assert "*" not in html_of(now)


@pytest.mark.parametrize("keys", [new_line])
def test_keys_do_nothing_to_no_words(keys: Callable[[str, int], Change | None]) -> None:
    assert keys("", 0) is None
    assert indented("", 0, 0, back=False) is None
    assert applied("", marked("", 0, 0, "*")) == "*|*"
