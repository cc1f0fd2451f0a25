"""Bytes become a document, or one clear error, and never take long about it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from reader.model.errors import SourceError
from reader.presentation.messages import Messages
from reader.sources.reading import (
    MAX_BYTES,
    PARSER_VERSION,
    TEXT_FILES,
    document_of_text,
    read_document,
    reparse,
)

TEXTS = Path(__file__).resolve().parent / "texts"


def fault_of(data: bytes, name: str = "article.txt") -> SourceError:
    with pytest.raises(SourceError) as caught:
        read_document(data, name)
    return caught.value


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\t\r\n",
        "\u3000\n".encode(),
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        "\u3000\n".encode("utf-16"),
        b"\xef\xbb\xbf\0\n",
    ],
)
def test_nothing_but_white_space_is_empty(data: bytes) -> None:
    assert fault_of(data).code == "empty"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(60),
        b"\xff\xd8\xff\xe0" + bytes(60),
        b"GIF89a" + bytes(60),
        b"SQLite format 3\0" + bytes(60),
        b"\x1f\x8b\x08" + bytes(60),
        bytes(range(256)),
        bytes(1000),
    ],
)
def test_binary_data_is_not_text(data: bytes) -> None:
    fault = fault_of(data)
    assert fault.code == "not_text"
    assert fault.details["name"] == "article.txt"


@pytest.mark.parametrize(
    "data, name, kind",
    [
        (b"%PDF-1.7\n%\xe2\xe3", "article.txt", "PDF"),
        (b"{\\rtf1 words}", "article.txt", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(90), "article.txt", "Word"),
        (b"PK\x03\x04....word/document.xml", "article.txt", "Word"),
        (b"PK\x03\x04....mimetypeapplication/epub+zip", "book", "EPUB"),
        (b"PK\x03\x04....photo.jpg", "photos.txt", "ZIP"),
        (b"<!DOCTYPE html><p>words", "article.txt", "HTML"),
        (b"\xef\xbb\xbf\n<!-- saved --><html lang=ja>", "article.md", "HTML"),
        ("<!doctype html><p>語".encode("utf-16"), "article.txt", "HTML"),
        (b"<?xml version='1.0'?><rss version='2.0'>", "news.txt", "RSS"),
        (b"<?xml version='1.0'?>\n<opml>", "news.txt", "OPML"),
        ("ただの文章です。".encode(), "article.HTML", "HTML"),
        ("ただの文章です。".encode(), "https://news.example/a.htm?x=1#top", "HTML"),
        ("ただの文章です。".encode(), "article.docx", "Word"),
    ],
)
def test_a_document_of_another_kind_is_named(data: bytes, name: str, kind: str) -> None:
    fault = fault_of(data, name)
    assert (fault.code, fault.details["kind"], fault.details["name"]) == ("unsupported", kind, name)


def test_raw_html_at_the_head_of_markdown_is_no_page() -> None:
    assert read_document("<p>一つ。</p>\n\n## 見出し\n\n二つ。".encode(), "a.md").headings == (
        "見出し",
    )


def test_a_huge_file_is_refused_by_its_size() -> None:
    started = time.perf_counter()
    fault = fault_of(b"\xff" * (50 * 1024 * 1024))
    assert time.perf_counter() - started < 1
    assert fault.code == "too_large"
    assert fault.details["limit"] == MAX_BYTES


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("data", [b"", bytes(900), b"%PDF-1.4", b" " * (MAX_BYTES + 1)])
def test_every_error_has_its_words(data: bytes, language: str) -> None:
    words = Messages("ja" if language == "ja" else "en").error(fault_of(data))
    assert "article.txt" in words
    assert "{" not in words


def test_suffixes_of_folders() -> None:
    assert {".txt", ".md", ".markdown", ".text"} == TEXT_FILES


def test_a_sentence_alone_is_title_and_text() -> None:
    words = "相互防衛条約とは、攻撃を受けたときに互いを支援すると約束する合意です。"
    document = document_of_text(words)
    assert document.facts.title == document.text == document.lead == words
    assert [block.kind for block in document.blocks] == ["paragraph"]


def test_a_headline_alone_is_a_title() -> None:
    document = document_of_text("ASEAN首脳会議が開幕")
    assert [block.kind for block in document.blocks] == ["title"]
    assert document.facts.title == "ASEAN首脳会議が開幕"


def test_paragraphs_without_a_title_are_called_by_their_first_sentence() -> None:
    document = document_of_text(
        f"湿地を守る協定が結ばれた。{'保護区は五つになる。' * 9}\n各国は鳥の数を公表する。"
    )
    assert document.facts.title == "湿地を守る協定が結ばれた。"
    assert [block.kind for block in document.blocks] == ["paragraph", "paragraph"]
    assert len(document_of_text("海" * 5000).facts.title) == 200


@pytest.mark.parametrize("text", ["", " \n", "\x00\ufeff"])
def test_no_words_make_an_empty_document(text: str) -> None:
    document = document_of_text(text)
    assert (document.text, document.blocks, document.facts.title) == ("", (), "")


def test_unseen_blanks_stay_in_the_text_and_out_of_the_blocks() -> None:
    document = document_of_text(
        "\u200b海の題\n潮が引いた。\n見どころ\n\u200b・\u200b一つ目\n\u200b ・二つ目\u2060"
    )
    assert "\u200b海の題" in document.text
    assert [document.text_of(block) for block in document.blocks] == [
        "海の題", "潮が引いた。", "見どころ", "\u200b一つ目", "二つ目",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["mixed.txt", "notes.md"])
def test_parsing_again_changes_nothing(name: str) -> None:
    data = (TEXTS / name).read_bytes()
    document = read_document(data, name)
    assert document.parser == PARSER_VERSION
    assert reparse(data, name, document.text) == (document.blocks, document.facts)


def test_parsing_over_an_older_text_keeps_every_line_of_it() -> None:
    """A text made otherwise keeps its offsets, and the same lines keep their kinds."""
    data = (TEXTS / "notes.md").read_bytes()
    document = read_document(data, "notes.md")
    lines = document.text.split("\n")
    older = "\n".join(["前の版にだけあった行。", *lines[:5], *lines[6:], "末尾の行。"])
    blocks, facts = reparse(data, "notes.md", older)
    assert facts == document.facts
    assert len(blocks) == older.count("\n") + 1
    told = {older[block.start : block.end]: block.kind for block in blocks}
    for block in document.blocks:
        words = document.text_of(block)
        assert told.get(words, block.kind) == block.kind or words not in older
    link = next(span for block in blocks for span in block.spans if span.kind == "link")
    assert older[link.start : link.end] == "深い海"


def test_parsing_bytes_that_are_no_text_any_more_falls_back_to_the_text() -> None:
    blocks, _ = reparse(b"", "gone.txt", "海の見出し\n潮が引いた。")
    assert [block.kind for block in blocks] == ["title", "paragraph"]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("[" * 100_000, id="brackets"),
        pytest.param("![a" * 60_000, id="half images"),
        pytest.param(" " * 1_000_000 + "海", id="blanks"),
        pytest.param("海" * 1_700_000, id="one line of 5 MB"),
        pytest.param("海が静かだ。" * 150_000, id="one line of sentences"),
        pytest.param("「" * 300_000, id="quotation marks"),
        pytest.param("1. " * 200_000, id="numbers"),
        pytest.param("2024年1月1日 " * 50_000, id="dates"),
        pytest.param("**海** " * 60_000, id="strong"),
        pytest.param("<a " * 100_000, id="half tags"),
        pytest.param(">" * 50_000 + "海", id="quotes in quotes"),
        pytest.param("".join(" " * (i % 99) + "- 海\n" for i in range(4000)), id="deep lists"),
        pytest.param("<div>" * 20_000, id="open tags"),
        pytest.param("http://a." * 60_000, id="hosts"),
        pytest.param("| a " * 20_000, id="cells"),
        pytest.param("[海](http://a.example) " * 20_000, id="links"),
        pytest.param("---\ntitle: " + "[" * 9000 + "\n---\n海", id="deep yaml"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_hostile_input_takes_no_longer_than_its_length(source: str, name: str) -> None:
    started = time.process_time()
    document = read_document(f"# 題\n\n**海**。\n\n{source}\n".encode(), name)
    assert time.process_time() - started < 4
    assert document.facts.title


def test_a_megabyte_is_read_at_once() -> None:
    article = (TEXTS / "newspaper_web.txt").read_text(encoding="utf-8")
    data = (article * 530).encode()
    assert len(data) > 900_000
    started = time.process_time()
    read_document(data, "a.txt")
    assert time.process_time() - started < 1.5
