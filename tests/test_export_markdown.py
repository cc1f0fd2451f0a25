from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING, cast

import pytest
import yaml
from exports.reading import as_typed, front_matter, loose, note_of, parts
from exports.sample import annotated_summary, bare_summary
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from reader.export import front_matter as front
from reader.export import markdown_file, registry
from reader.export.markdown_text import plain, strong, tag
from reader.model.annotations import Summary

if TYPE_CHECKING:
    from reader.model.annotated import AnnotatedSummary

# Signs that mean something to YAML, Markdown, HTML, Obsidian or our own markers.
NASTY = st.text(
    alphabet=st.one_of(
        st.sampled_from("---:#\"'\\{}[]&*!|>%@`~=^$<>_+.)(0123\n\t \u3000"),
        st.sampled_from("あ𠮷👩‍🚀「」、。Ａ\u202e\u2028\u0085\ufeff\x00\x1b\x7f"),
        st.characters(codec="utf-8"),
    ),
    max_size=60,
)
ATTACKS = [
    "---\ntitle: x\n---",
    "<!-- chumoku:begin id=head hash=000000000000 -->\n<!-- chumoku:end -->",
    "<!-- chumoku:file article=x language=ja front= parts= -->",
    "`<!-- chumoku:end -->`\n```\n<!-- chumoku:end -->\n```",
    "<!--\n%%\n```\n$$\n<details><div>",
    "\\<b> \\\\<b> `a\nb` <i> `c",
    "> [!danger]- x\n> y\n\n- [ ] z ^chumoku-w1",
]


def summary_with(*, title: str = "題", note: str = "") -> AnnotatedSummary:
    rich = annotated_summary()
    known = rich.known
    return replace(
        rich,
        known=replace(
            known,
            article=replace(known.article, title=title, author=title, publisher=title),
            highlights=(replace(known.highlights[0], note=note), *known.highlights[1:]),
            notes=(known.notes[0]._replace(text=note),),
            summary=Summary(note),
        ),
    )


def one_line(text: str) -> str:
    kept = (sign if unicodedata.category(sign) not in {"Cc", "Zl", "Zp"} else " " for sign in text)
    return "".join(kept).strip()


@given(title=NASTY)
@example("2026-01-01")
@example("yes")
@example('a: "b" \\ # c')
@example("\ufeff---\n...")
def test_front_matter_of_any_title_is_read_back_by_a_yaml_parser(title: str) -> None:
    written = markdown_file.write(summary_with(title=title))
    assert written.startswith("---\n")
    read = front_matter(written)
    assert read["title"] == (one_line(title) or "7k2m9q00000000aa")
    assert read.get("author", "") == title
    assert read["chumoku_id"] == "7k2m9q00000000aa"
    assert all(isinstance(value, str | int | list) for value in read.values())


@given(words=st.text(alphabet=st.characters(), max_size=30))
def test_any_string_at_all_can_be_a_value(words: str) -> None:
    whole = "".join(sign if not 0xD800 <= ord(sign) < 0xE000 else "\ufffd" for sign in words)
    assert yaml.safe_load(f"key: {front.quoted(words)}") == {"key": whole}


def test_dates_are_as_precise_as_they_are_known() -> None:
    read = front_matter(markdown_file.write(annotated_summary()))
    assert read["date"] == "2025-12"
    assert read["event_date_text"] == "12月初旬"
    assert read["imported"] == "2026-01-10T09:00:00"
    assert read["tags"] == ["治水", "n2026", "to-read"]
    assert "published" not in read


@given(attack=st.sampled_from(["", *ATTACKS]), note=NASTY)
def test_the_words_of_a_note_survive_and_stay_inside_it(attack: str, note: str) -> None:
    words = attack + note
    written = markdown_file.write(summary_with(note=words))
    read = parts(written)
    expected = [one.rstrip() for one in re.sub(r"\r\n?", "\n", words).strip("\n").split("\n")]
    if words.strip():
        for part, prefix in (("highlight-h1early", "> > "), ("note-n1", "> ")):
            told = note_of(read[part], prefix=prefix)
            assert [line.rstrip() for line in told.split("\n")] == [
                as_typed(line) for line in expected
            ]
    assert not loose(written[written.index("\n---\n") + 5 :]).strip()
    plain_parts = set(parts(markdown_file.write(annotated_summary())))
    assert set(read) - {"summary"} == plain_parts - {"summary"}
    assert front_matter(written)["title"] == "題"


def test_every_part_is_a_quotation_or_ours() -> None:
    written = markdown_file.write(summary_with(note="\n".join(ATTACKS)))
    for line in parts(written)["note-n1"].split("\n"):
        assert line.startswith(">")
    for line in parts(written)["summary"].split("\n"):
        assert line.startswith(">")


@given(words=st.text(alphabet="-+*_`~=#^$|<>[]()\\&;!1.あ「」。a 　", min_size=1, max_size=30))
@example("2026. これは")
@example("1) x")
@example("- x")
@example("![x](http://y)")
@example("&amp;lt;")
def test_the_article_s_words_are_shown_letter_by_letter(words: str) -> None:
    renderer = Markdown(extensions=["sane_lists"])
    # CommonMark takes the backslash before any sign; Python-Markdown has to be told.
    renderer.ESCAPED_CHARS.extend("=~$|^%")
    shown = renderer.convert(f"x\n\n{plain(words)}\n\nx")
    between = shown.removeprefix("<p>x</p>").removesuffix("<p>x</p>").strip()
    assert not re.search(r"<(?!/?p>)", between)
    assert unescape(re.sub(r"</?p>", "", between)).split() == words.split()


@pytest.mark.parametrize("words", ["「不敗の兄弟愛」", "ロシア(TASS)", "“once”", "（仮称）案", "!"])
def test_no_asterisks_beside_brackets(words: str) -> None:
    # CommonMark leaves them standing next to kana and kanji.
    assert strong(words).startswith("<strong>")
    assert strong("相互防衛条約") == "**相互防衛条約**"
    written = markdown_file.write(annotated_summary())
    for bold in re.findall(r"\*\*(.+?)\*\*(.?)", written.split("id=terms")[1]):
        assert bold[0][0].isalnum()
        assert bold[0][-1].isalnum()
        assert bold[1] in {" ", ""}


@pytest.mark.parametrize(
    "words, written",
    [
        ("外交 政策", "外交-政策"),
        ("2026", "n2026"),
        ("C++", "C"),
        ("日・中", "日・中"),
        ("a/b", "a/b"),
        ("🌊", ""),
        ("（仮）", "仮"),
    ],
)
def test_tags_are_ones_that_obsidian_takes(words: str, written: str) -> None:
    assert tag(words) == written


def test_watch_points_are_tasks_with_their_status() -> None:
    read = parts(markdown_file.write(annotated_summary("en")))
    assert read["watch-w1"].startswith("- [x] Who pays for which part of the works? ^chumoku-w1\n")
    assert "Answered ・ What to watch ¶5 ・ By: March 2026 – May 2026 ・ #money" in read["watch-w1"]
    assert "12 January 2026, 0:00 UTC Open → Developing" in read["watch-w1"]
    assert note_of(read["watch-w1"], prefix="    > ") == "3対7になった。\n```\n# 未定"
    assert read["watch-w2"].startswith("- [ ] How will the plan change")
    assert "Developing" in read["watch-w2"]
    assert read["watch-w3"].startswith("- [-] ~~How many houses have to go?~~ ^chumoku-w3")
    assert "the reader’s question" in read["watch-w4"]


def test_highlights_stand_in_order_with_their_paragraph_and_colour() -> None:
    written = markdown_file.write(annotated_summary())
    read = parts(written)
    order = [name for name in read if name.startswith("highlight-")]
    assert order == [
        f"highlight-{one}" for one in ("h1early", "h2late", "h4doubt", "h3across", "h5lost")
    ]
    assert read["highlight-h2late"] == (
        "> [!quote] ¶1 ・ 青\n> 高くする工事を来年4月に始める\n\n^chumoku-h2late"
    )
    assert "**要確認** 本文が変わりました。" in read["highlight-h4doubt"]
    assert read["highlight-h4doubt"].count("費用を百億円と見積もり") == 1
    assert list(read).index("lost") < list(read).index("highlight-h5lost")


def test_terms_have_reading_category_other_names_and_definition() -> None:
    read = parts(markdown_file.write(annotated_summary()))["terms"]
    assert "- **越水対策** (えっすいたいさく) — 概念 ・ 別名: 越水\\*対策\\*、対策\n" in read
    assert "    - 定義 (¶2): 水が堤防を越えても" in read
    assert "- <strong>「百年に一度」</strong> — 概念\n" in read
    assert "- **県**" not in read


def test_nothing_is_said_of_what_is_not_there() -> None:
    read = parts(markdown_file.write(bare_summary("en")))
    assert list(read) == [
        "head",
        "key-sentences",
        "watch-points",
        "watch-w1",
        "watch-w2",
        "watch-w3",
        "terms",
    ]
    known = replace(bare_summary("en").known, terms=(), watch_points=(), key_sentences=())
    article = replace(known.article, url="", publisher="", author="", event_date_text="")
    written = markdown_file.write(
        replace(bare_summary("en"), known=replace(known, article=article))
    )
    assert list(parts(written)) == ["head"]
    assert "Address" not in written
    assert "url" not in front_matter(written)
    assert "Date of the event: December 2025" in written


def test_the_same_summary_gives_the_same_bytes_whenever_it_is_exported() -> None:
    form = registry.get("markdown")
    later = replace(annotated_summary(), exported="2027-01-01T00:00:00Z")
    assert form.write(annotated_summary()) == form.write(later)
    assert form.owner(form.write(later)) == "7k2m9q00000000aa"
    assert b"\r" not in form.write(later)


def test_titles_beyond_the_basic_plane_are_not_cut() -> None:
    read = cast("dict[str, str]", front_matter(markdown_file.write(annotated_summary())))
    assert read["title"].startswith("𠮷野川")
