"""Markdown as people write it becomes the lines they meant, with nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.sources.reading import read_document

if TYPE_CHECKING:
    from reader.model.document import Document


def read(source: str, name: str = "article.md") -> Document:
    return read_document(source.encode(), name)


def told(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text_of(block)) for block in document.blocks]


def spans(document: Document) -> list[tuple[str, str, str]]:
    return [
        (span.kind, document.text[span.start : span.end], span.target)
        for block in document.blocks
        for span in block.spans
    ]


def body(source: str) -> list[tuple[str, str]]:
    """Read a source below a title."""
    return told(read(f"# 海の題\n\n{source}"))[1:]


FRONT = """---
id: tide-1
title: 深海の観測網
author: [北村さや, 浜野みどり]
publisher: 潮風通信
source: 白浜研究所
url: https://shirahama.example/1
date: 2025-12
event_date: 2025
tags: 海, 観測
lang: ja_JP
---
"""


def test_front_matter_tells_the_facts() -> None:
    facts = read(FRONT + "\n## 見出し\n\n本文である。").facts
    assert facts.title == "深海の観測網"
    assert (facts.declared_id, facts.author) == ("tide-1", "北村さや、浜野みどり")
    assert (facts.publisher, facts.source) == ("潮風通信", "白浜研究所")
    assert facts.url == "https://shirahama.example/1"
    assert facts.tags == ("海", "観測")
    assert facts.language == "ja-jp"
    # YAML would make a number of 2025, and a day of 2025-12-01: neither is padded.
    assert (facts.published, facts.event_date) == ("2025-12", "2025")


@pytest.mark.parametrize(
    "written, published",
    [
        ("2025-12-01", "2025-12-01"),
        ("2025-12-01 09:30:00 +0900", "2025-12-01T09:30"),
        ("'2025/12/1'", "2025-12-01"),
        ("2025年12月1日", "2025-12-01"),
        ("2025年12月初旬", "2025-12"),
        ("昨日", ""),
        ("~", ""),
        ("", ""),
        ("2025-13-45", ""),
    ],
)
def test_dates_of_front_matter_are_never_padded(written: str, published: str) -> None:
    assert read(f"---\ntitle: 題\ndate: {written}\n---\n本文。").facts.published == published


def test_front_matter_speaks_japanese() -> None:
    facts = read(
        "---\nタイトル: 題\n著者: 北村\n公開日: 2025-04-03\n出典: https://a.example/x\n---\n本文。"
    ).facts
    assert (facts.title, facts.author, facts.published) == ("題", "北村", "2025-04-03")
    assert facts.source == "a.example"


def test_an_event_keeps_its_words() -> None:
    facts = read("---\ntitle: 題\nevent_date: 2025年12月初旬\n---\n2024年5月、会談した。").facts
    assert (facts.event_date, facts.event_date_text) == ("2025-12", "2025年12月初旬")
    facts = read("---\ntitle: 題\nevent_date: 2025-12\n---\n2024年5月、会談した。").facts
    assert (facts.event_date, facts.event_date_text) == ("2025-12", "")


def test_a_title_of_front_matter_alone_becomes_the_first_line() -> None:
    assert told(read(FRONT + "\n本文である。\n\n## 見出し\n\n続き。")) == [
        ("title", "深海の観測網"),
        ("paragraph", "本文である。"),
        ("heading", "見出し"),
        ("paragraph", "続き。"),
    ]


def test_a_title_that_is_the_first_heading_too_stands_once() -> None:
    document = read(FRONT + "\n# 深海の観測網\n\n本文である。")
    assert told(document) == [("title", "深海の観測網"), ("paragraph", "本文である。")]


def test_another_first_heading_stays_a_heading() -> None:
    document = read(FRONT + "\n# 八年の準備\n\n本文である。")
    assert told(document)[:2] == [("title", "深海の観測網"), ("heading", "八年の準備")]


def test_front_matter_makes_markdown_of_any_name() -> None:
    assert read(FRONT + "\n## 見出し\n\n本文である。", "notes.txt").headings == ("見出し",)


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_broken_front_matter_loses_no_word(name: str) -> None:
    source = '---\ntitle: 海: 観測: 網\nauthor: "北村\nmood: 静か\n---\n\n本文である。\n'
    document = read(source, name)
    assert document.facts.title == "海: 観測: 網"
    assert document.facts.author == "北村"
    assert document.text.split("\n") == [line for line in source.split("\n") if line]
    assert dict(told(document))["title"] == "海: 観測: 網"


@pytest.mark.parametrize(
    "source",
    [
        "---\n\nただの線のあいだの文章である。\n\n---\n\n続きである。",
        "---\n- 一つ\n- 二つ\n---\n続きである。",
        "---\nlayout: post\n---\n続きである。",
        "---\ntitle: 閉じない\n\n続きである。",
        "---\n" + "a: 1\n" * 9000 + "---\n続きである。",
    ],
)
def test_what_is_no_front_matter_stays_text(source: str) -> None:
    document = read(source)
    assert document.facts.declared_id == ""
    assert "続きである。" in document.text
    words = next(
        word for word in ("ただの線", "一つ", "layout", "閉じない", "a: 1") if word in source
    )
    assert words in document.text


def test_front_matter_runs_nothing() -> None:
    document = read("---\ntitle: !!python/object/apply:os.system [echo]\n---\n本文。")
    assert "本文。" in document.text


def test_a_list_right_behind_a_paragraph_is_a_list() -> None:
    assert body("要る物は次の通り。\n- 管\n- 水門") == [
        ("paragraph", "要る物は次の通り。"),
        ("list_item", "管"),
        ("list_item", "水門"),
    ]


@pytest.mark.parametrize("step", ["  ", "   ", "    ", "\t"])
def test_lists_nest_by_any_step(step: str) -> None:
    document = read(f"# 題\n\n- 一\n{step}- 二\n{step}{step}- 三\n- 四\n\n1. 甲\n{step}1. 乙")
    items = [(document.text_of(b), b.level) for b in document.blocks if b.kind == "list_item"]
    assert items == [("一", 1), ("二", 2), ("三", 3), ("四", 1), ("甲", 1), ("乙", 2)]


def test_lines_of_a_japanese_paragraph_join_without_a_blank() -> None:
    assert body("海の底に\n計器を置く。**線**\nでつなぐ。") == [
        ("paragraph", "海の底に計器を置く。線でつなぐ。")
    ]
    assert body("The states agreed\nto share a ship.") == [
        ("paragraph", "The states agreed to share a ship.")
    ]
    assert body("각국은 해마다\n공개한다.") == [("paragraph", "각국은 해마다 공개한다.")]
    assert body("一行目  \n二行目") == [("paragraph", "一行目"), ("paragraph", "二行目")]


def test_a_year_at_the_start_of_a_line_makes_no_list() -> None:
    assert body("2026. これは来年の話である。") == [("paragraph", "2026. これは来年の話である。")]


def test_japanese_bullets_are_lists_too() -> None:
    assert body("問いは三つある。\n・一つ目\n・二つ目\n①三つ目\n②四つ目\n終わりの文。") == [
        ("paragraph", "問いは三つある。"),
        ("list_item", "一つ目"),
        ("list_item", "二つ目"),
        ("list_item", "三つ目"),
        ("list_item", "四つ目"),
        ("paragraph", "終わりの文。"),
    ]


def test_links_and_emphasis_are_spans_of_the_text() -> None:
    document = read(
        "# 題\n\n𠮷の**[海](https://a.example/x)と*空***、[山](/local)、[谷](javascript:x)、<mailto:a@b.example>。"
    )
    assert document.text.split("\n")[1] == "𠮷の海と空、山、谷、a@b.example。"
    assert spans(document) == [
        ("strong", "海と空", ""),
        ("link", "海", "https://a.example/x"),
        ("emphasis", "空", ""),
        ("link", "a@b.example", "mailto:a@b.example"),
    ]


def test_strong_words_stand_right_beside_japanese_quotation_marks() -> None:
    assert spans(read("# 題\n\n同盟は**「重要」**です。")) == [("strong", "「重要」", "")]


def test_ruby_is_a_span_with_its_reading() -> None:
    document = read(
        "# 題\n\n<ruby>豆満江<rp>(</rp><rt>とまんこう</rt><rp>)</rp>岸<rt>きし</rt></ruby>の町。"
    )
    assert document.text.split("\n")[1] == "豆満江岸の町。"
    assert spans(document) == [("ruby", "豆満江", "とまんこう"), ("ruby", "岸", "きし")]


def test_raw_html_and_scripts_are_cleaned() -> None:
    document = read(
        "# 題\n\n<p onclick='x()'>一つ。</p>\n\n<script>alert(1)</script>\n\n"
        "二つ。<!-- 覚え --><img src=x onerror=y>"
    )
    assert told(document)[1:] == [("paragraph", "一つ。"), ("paragraph", "二つ。")]


def test_angle_brackets_that_are_no_tag_stay() -> None:
    assert body("<金>と<Kim Jong Un>と a < b と `<x>` である。") == [
        ("paragraph", "<金>と<Kim Jong Un>と a < b と <x> である。")
    ]


def test_tables_have_a_row_a_line() -> None:
    assert body("前の文。\n| 年 | 数 |\n|---|--:|\n| 2024 | 十 |\n| 2025 |  |") == [
        ("paragraph", "前の文。"),
        ("table_row", "年\t数"),
        ("table_row", "2024\t十"),
        ("table_row", "2025"),
    ]


def test_quotations_code_and_pictures_keep_their_kinds() -> None:
    source = (
        "> 海は\n> 待たない。\n\n```\nif a < b:\n    c[0]\n```\n\n"
        '![港の朝](x.png "北村撮影")\n\n![](y.png)'
    )
    document = read(f"# 題\n\n{source}")
    assert told(document)[1:] == [
        ("quotation", "海は待たない。"),
        ("paragraph", "if a < b:"),
        ("paragraph", "c[0]"),
        ("image", "港の朝"),
        ("caption", "北村撮影"),
    ]
    assert "    c[0]" in document.text.split("\n")


def test_footnotes_become_references() -> None:
    document = read(
        "# 題\n\n海は広い[^1]。山は[^x]高い。\n\n[^1]: [報告書](https://a.example/r)による。"
    )
    assert document.text.split("\n")[1] == "海は広い。山は[^x]高い。"
    assert document.references == ("報告書による。",)
    assert document.facts.source == "a.example"


def test_sections_of_sources_and_links_are_set_aside() -> None:
    document = read(
        "# 題\n\n本文。\n\n## 出典\n\n- [研究所](https://a.example/)\n- 潮風通信\n\n"
        "## 関連記事\n\n- 波の音\n\n## 終わりに\n\n文。"
    )
    assert document.headings == ("終わりに",)
    assert document.references == ("研究所", "潮風通信")
    assert document.facts.source == "a.example"
    assert ("aside", "波の音") in told(document)


def test_hashtags_are_no_heading() -> None:
    document = read("# 題\n\n本文。\n\n#海 #観測")
    assert told(document)[-1] == ("aside", "#海 #観測")
    assert document.facts.tags == ("海", "観測")


def test_a_strong_line_alone_is_a_heading() -> None:
    assert body("前の文。\n\n**八年の準備**\n\n後の文。")[1] == ("heading", "八年の準備")


def test_headings_lose_their_marks_and_keep_their_numbers() -> None:
    document = read("# 題\n\n## 1. 背景\n\n文。\n\n### ■ 経過\n\n文。\n\n見出し\n---\n\n文。")
    assert document.headings == ("1. 背景", "経過", "見出し")
    assert [b.level for b in document.blocks if b.kind == "heading"] == [2, 3, 2]


def test_a_rule_below_a_sentence_makes_no_heading_of_it() -> None:
    assert body("長い一文がここで終わる。\n---\n次の文。") == [
        ("paragraph", "長い一文がここで終わる。"),
        ("paragraph", "次の文。"),
    ]


def test_plain_text_with_the_suffix_of_markdown_is_read_as_plain_text() -> None:
    assert told(read("海の題\n一つ目の段落。\n見出し\n二つ目の段落。"))[1:] == [
        ("paragraph", "一つ目の段落。"),
        ("heading", "見出し"),
        ("paragraph", "二つ目の段落。"),
    ]


@pytest.mark.parametrize(
    "source", ["<b>", "![](x.png)", "[a]: http://x.example", "***", "<!-- 海 -->"]
)
def test_nothing_but_marks_is_shown_as_it_stands(source: str) -> None:
    assert read(source).text == source


def test_a_long_source_is_read_in_parts_as_one() -> None:
    paragraph = "海の**底**に[計器][a]を置く。\n\n"
    document = read("# 題\n\n" + paragraph * 3000 + "- 一つ\n  - 二つ\n\n[a]: https://a.example/\n")
    assert len(document.blocks) == 3003
    assert len(spans(document)) == 6000
    assert document.text.count("海の底に計器を置く。") == 3000
