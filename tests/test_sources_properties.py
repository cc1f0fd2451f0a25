"""Whatever comes in: every line in a block, every word kept, every range in the text."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from reader.model.dates import is_date
from reader.model.document import Document
from reader.model.errors import SourceError
from reader.sources.reading import document_of_text, read_document, reparse

PIECES = (
    "。", "■", "【", "】", "- ", "・", "①", "1. ", "2. ", "（1）", "## ", "# ", "> ", "出典：",
    "出典", "Reference(s):", "関連記事", "https://a.example/b", "\n", "\n\n", "\r\n", "\u3000",
    " ", "\t", "---", "2024年6月20日", "12:30", "更新", "＝", "環礁通信", "「", "」", "記者",
    "写真：", "|", "***", "**", "題", "[海](http://b.example)", "![海](y)", "<b>", "</b>",
    "<ruby>漢<rt>かん</rt></ruby>", "`", "```\n", "&amp;", "&#x0;", "&#x2028;", "\x00", "\ufeff",
    "か\u3099", "ｶﾞ", "塚", "𠮷", "😀", "\u2028", "\x85", "\x0b", "\x1c", "海の上で", "会談した。",
    "です", "The states agreed.", "By Jane Doe", "Share", "©", "［", "］", "※", "▲", "    ",
    "|a|b|\n|-|-|\n", "[^1]", "[^1]: 注\n", "\ufdd0", "\x02", "title: ",
)  # fmt: skip
MARKUP = ("{}。", "## {}", "- {}", "> {}。", "**{}**と。", "1. {}")
WORDS = ("海", "条約", "会談", "北の港", "harbour")
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=20).map("".join)


def check(document: Document) -> None:
    offset = 0
    for block in document.blocks:
        end = document.text.find("\n", block.end)
        end = len(document.text) if end < 0 else end
        assert offset <= block.start < block.end <= end
        # What a block leaves out of its lines are marks and blanks: no line is left out.
        assert "\n" not in document.text[offset : block.start]
        words = document.text_of(block)
        assert words == words.strip()
        for span in block.spans:
            assert offset <= span.start < span.end <= end
        offset = end + 1
    assert offset == (len(document.text) + 1 if document.text else 0)
    assert all(line.strip() for line in document.text.split("\n")) or not document.text
    document.text.encode()  # no lone surrogates
    facts = document.facts
    assert all(not date or is_date(date) for date in (facts.published, facts.event_date))
    assert not document.text or facts.title.strip()


@given(texts)
def test_plain_text_keeps_every_sign(source: str) -> None:
    document = document_of_text(source)
    check(document)
    wanted = unicodedata.normalize("NFC", re.sub("[\x00\ufeff\ud800-\udfff]", "", source))
    if not re.search("[\uf900-\ufaff\U0002f800-\U0002fa1f]", source):
        assert "".join(document.text.split()) == "".join(wanted.split())
    assert document_of_text(document.text).text == document.text


@given(texts)
def test_markdown_stands_in_whole_lines(source: str) -> None:
    data = source.encode("utf-8", "ignore")
    try:
        document = read_document(data, "article.md")
    except SourceError:
        return
    check(document)
    assert reparse(data, "article.md", document.text) == (document.blocks, document.facts)


@given(texts, texts)
def test_front_matter_of_any_sort_is_survived(title: str, source: str) -> None:
    data = f"---\ntitle: {title}\n---\n# 題\n\n{source}".encode("utf-8", "ignore")
    try:
        document = read_document(data, "article.md")
    except SourceError:
        return
    check(document)


@given(st.lists(st.tuples(st.sampled_from(MARKUP), st.sampled_from(WORDS)), min_size=1))
def test_no_word_of_markdown_is_lost(written: list[tuple[str, str]]) -> None:
    source = "\n\n".join(pattern.format(word) for pattern, word in written)
    document = read_document(f"# 題\n\n{source}".encode(), "article.md")
    found = re.findall("|".join(WORDS), document.text)
    assert found == [word for _, word in written]


@given(texts, texts)
def test_an_older_text_keeps_its_lines(source: str, older: str) -> None:
    text = document_of_text(older).text
    blocks, facts = reparse(source.encode("utf-8", "ignore"), "article.md", text)
    check(Document(text, blocks, facts))


@given(st.binary(max_size=120))
def test_any_bytes_make_a_document_or_a_clear_error(data: bytes) -> None:
    try:
        document = read_document(data, "article.md")
    except SourceError as error:
        told = error.code
    else:
        check(document)
        told = "read"
    assert told in ("read", "empty", "not_text", "unsupported")
