from __future__ import annotations

import re
from html import unescape

import pytest
from exports.reading import read_page
from hypothesis import given
from hypothesis import strategies as st

from reader.export.html_notes import html_of

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "<javascript:alert(1)>",
    "![x](http://example.org/beacon.png)",
    "[x]: http://example.org/x 'y'\n\n![a][x]",
    '<a href="http://x" onclick="alert(1)">x</a>',
    "<svg/onload=alert(1)>",
    "<<script>alert(1)//<</script>",
    "&lt;script&gt;",
    "\x02amp\x03 \x02klzzwxh:0000\x03",
    '[x](http://e/" onmouseover="alert(1))',
    "```\n</code></pre><script>alert(1)</script>\n```",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_in_a_note_runs_or_is_loaded(attack: str) -> None:
    page = read_page(html_of(attack))
    assert page.faults == []
    for tag, attributes in page.elements:
        assert tag not in {"script", "img", "svg", "style", "iframe", "form"}
        assert set(attributes) <= {"href", "rel", "start"}
        assert re.match("https?://|mailto:", attributes.get("href", "http://"))


@given(text=st.text(alphabet="ab<>&!/\"'()[]:*_`~#-+=.\n 1あ。"))
def test_any_note_is_well_formed(text: str) -> None:
    page = read_page(html_of(text))
    assert page.faults == []
    assert {tag for tag, _ in page.elements} <= {
        "a", "blockquote", "br", "code", "em", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre",
        "strong", "ul",
    }  # fmt: skip


@given(
    words=st.lists(
        st.text(alphabet="abあい𠮷漢字", min_size=1, max_size=6), min_size=1, max_size=12
    ),
    data=st.data(),
)
def test_no_word_of_a_note_is_lost(words: list[str], data: st.DataObject) -> None:
    between = st.sampled_from(
        [" ", "\n", "\n\n", "\n- ", "\n  - ", "\n> ", " **", "** ", "\n# ", "\n2026. ", "\n1. ",
         " [", "] ", "](", "]: ", " | ", "\n---\n", "\n```\n", " `", " <b>", " <!-- ", " ![", "\t"]
    )  # fmt: skip
    note = "".join(word + data.draw(between) for word in words)
    shown = read_page(html_of(note)).words
    at = 0
    for word in words:
        at = shown.index(word, at) + len(word)


def test_lists_years_and_line_ends_are_read_as_people_write_them() -> None:
    page = html_of("要点:\n- 一つ\n  - 二つ\n\n2026. これは年\n次の行")
    assert page.count("<ul>") == 2
    assert "<p>2026. これは年<br>\n次の行</p>" in page
    assert html_of("# 見出し") == "<h4>見出し</h4>"
    assert html_of("**「重要」**です") == "<p><strong>「重要」</strong>です</p>"


def test_links_to_the_web_are_links() -> None:
    page = read_page(html_of("[県](https://example.org/a_b?c=1&d=2) <mailto:a@example.org>"))
    assert [one["href"] for one in page.attributes("a")] == [
        "https://example.org/a_b?c=1&d=2",
        "mailto:a@example.org",
    ]
    assert {one["rel"] for one in page.attributes("a")} == {"noopener noreferrer"}


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "part, times",
    [("[", 20_000), ("[ ", 5_000), ("[a](", 3_000), ("![[", 4_000), ("[a][b", 3_000), ("> ", 2_000),
     ("*a ", 5_000), ("`", 20_001), ("<", 20_000), ("[x]: y\n", 5_000), ("あ", 300_000)],
)  # fmt: skip
def test_no_note_takes_long(part: str, times: int) -> None:
    # Python-Markdown takes most of a minute for some of these when they are given as they are.
    shown = unescape(read_page(html_of(part * times)).words)
    assert shown.count("a") == (part * times).count("a")
