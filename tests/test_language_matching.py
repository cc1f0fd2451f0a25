"""Many known forms are found in a text in one pass."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.language.matching import Matcher


def _found(forms: str, text: str) -> list[str]:
    matcher = Matcher({form: form for form in forms.split()})
    return [text[start:end] for start, end, _ in matcher.find(text)]


def test_the_longest_of_the_forms_at_a_place_is_found() -> None:
    assert _found("防衛 相互防衛 相互防衛条約", "相互防衛条約と防衛費") == ["相互防衛条約", "防衛"]


def test_a_form_that_begins_inside_another_is_left_to_it() -> None:
    assert _found("国連安保理 安保理決議", "国連安保理決議が出た") == ["国連安保理"]


def test_the_value_tells_which_form_was_found() -> None:
    assert Matcher({"条約": 7, "IAEA": 9}).find("条約とIAEA") == [(0, 2, 7), (3, 7, 9)]


def test_latin_forms_are_whole_words() -> None:
    assert _found("EU", "EUREKA EUとNEU、EU、EU2 EU") == ["EU", "EU", "EU"]
    assert _found("Мир", "Мирный Мир") == ["Мир"]


def test_japanese_needs_no_bounds() -> None:
    assert _found("公海 ロシア", "対ロシア制裁と公海上") == ["ロシア", "公海"]


def test_a_latin_form_may_stand_right_beside_japanese() -> None:
    assert _found("BBNJ協定", "同BBNJ協定は") == ["BBNJ協定"]


def test_widths_make_no_difference() -> None:
    text = "ＥＵと欧州"
    assert Matcher({"EU": 1}).find(text) == [(0, 2, 1)]
    assert Matcher({"ＥＵ": 1}).find("EUと欧州") == [(0, 2, 1)]


def test_nothing_known_is_nothing_found() -> None:
    assert Matcher[int]({}).find("何か") == []
    assert Matcher({"": 1}).find("何か") == []


_LETTERS = st.text(alphabet="ab条約", max_size=30)


@given(st.lists(_LETTERS.filter(bool), max_size=8), _LETTERS)
def test_what_is_found_is_there_and_nothing_else_is(forms: list[str], text: str) -> None:
    matcher = Matcher({form: form for form in forms})
    found = matcher.find(text)
    assert all(text[start:end] == form for start, end, form in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    assert found == _by_looking_everywhere(set(forms), text)


def _by_looking_everywhere(forms: set[str], text: str) -> list[tuple[int, int, str]]:
    found, place = [], 0
    while place < len(text):
        ends = [
            place + len(form)
            for form in forms
            if text.startswith(form, place) and not _cut(text, place, place + len(form))
        ]
        if ends:
            found.append((place, max(ends), text[place : max(ends)]))
            place = max(ends)
        else:
            place += 1
    return found


def _cut(text: str, start: int, end: int) -> bool:
    return any(
        0 < place < len(text) and text[place - 1] in "ab" and text[place] in "ab"
        for place in (start, end)
    )
