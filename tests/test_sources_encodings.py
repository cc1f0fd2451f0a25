"""Every encoding that Japanese text is found in is read without being told which it is."""

from __future__ import annotations

import random

import pytest

from reader.model.errors import SourceError
from reader.sources.encodings import decode

ARTICLE = (
    "港の倉庫、電気を使わずに冷やす\n2025年3月4日　9時10分\n\n"
    "三カ国の漁村で3日、電気を使わずに魚を冷やす倉庫の試験が始まった。冷たい海水を引く仕組みで、"
    "燃料は要らない。\n・管の点検をだれが担うのか\nReference(s):\ncoldharbour.example\n"
)
VENDOR = "①管の点検　②髙橋氏と山﨑氏　㈱海辺　ﾆｭｰｽ\n"
UNMARKED = ("utf-8", "cp932", "euc_jp", "iso2022_jp", "utf-16-le", "utf-16-be")


@pytest.mark.parametrize("encoding", [*UNMARKED, "utf-8-sig", "utf-16", "utf-32", "euc_jis_2004"])
def test_an_article_is_read_in_any_encoding(encoding: str) -> None:
    assert decode(ARTICLE.encode(encoding)) == ARTICLE


def test_snippets_are_read_in_any_encoding() -> None:
    chosen = random.Random(1)
    words = ARTICLE.replace("\n", "")
    for _ in range(200):
        start = chosen.randrange(len(words) - 20)
        snippet = words[start : start + 20]
        if sum(1 for sign in snippet if sign > "\u3040") < 5:
            continue
        for encoding in UNMARKED:
            assert decode(snippet.encode(encoding)) == snippet, (snippet, encoding)


@pytest.mark.parametrize(
    "data",
    [
        (ARTICLE + VENDOR).encode("cp932"),
        # The same characters in EUC-JP and ISO-2022-JP, which Python's codecs refuse.
        ARTICLE.encode("euc_jp") + b"\xad\xa1\xb4\xc9\xa4\xce\xc5\xc0\xb8\xa1",
        ARTICLE.encode("iso2022_jp") + b"\x1b$B\x2d\x21\x34\x49\x1b(B",
    ],
)
def test_vendors_characters_are_read(data: bytes) -> None:
    assert "①管" in decode(data)


def test_seven_bit_half_width_kana_are_read() -> None:
    assert decode(b"\x1b$B3$\x1b(I6\x1b(B.") == "海ｶ."


@pytest.mark.parametrize(
    "head",
    ['<meta charset="{}">\n', '<?xml version="1.0" encoding="{}"?>\n', "# -*- coding: {} -*-\n"],
)
@pytest.mark.parametrize("name", ["Shift_JIS", "euc-jp", "x-sjis", "windows-31j"])
def test_a_declaration_is_believed(head: str, name: str) -> None:
    encoding = "euc_jp" if name == "euc-jp" else "cp932"
    words = head.format(name) + "条約"
    assert decode(words.encode(encoding)) == words


def test_a_declaration_that_lies_is_not() -> None:
    words = '<meta charset="euc-jp">三カ国の漁村で試験が始まった。'
    assert decode(words.encode("utf-8")) == words
    assert decode(ARTICLE.encode("utf-8"), hint="shift_jis") == ARTICLE
    assert decode(ARTICLE.encode("cp932"), hint="no-such-code") == ARTICLE
    assert decode(ARTICLE.encode("cp932"), hint="hex") == ARTICLE


def test_the_carrier_is_believed_where_the_bytes_say_nothing() -> None:
    assert decode("Привет, мир".encode("cp1251"), hint="windows-1251") == "Привет, мир"
    assert decode("條約".encode("big5"), hint="big5") == "條約"


def test_western_text_is_read() -> None:
    for words in ("It’s a “cold” harbour – café.", "Il était une fois à l’école, où il pleuvait."):
        assert decode(words.encode("cp1252")) == words


def test_a_torn_end_costs_one_character() -> None:
    assert decode(ARTICLE.encode("utf-8") + b"\xe6\xb5") == ARTICLE + "\ufffd"


def test_a_few_nul_bytes_are_no_binary() -> None:
    assert decode(ARTICLE.encode() + b"\0") == ARTICLE + "\0"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 4,
        random.Random(7).randbytes(4000),
        b"\x7fELF\x02\x01\x01" + bytes(600),
        b"\x00\x01\x02\x03" * 50,
        "中华人民共和国国务院总理在会议上发表了重要讲话并宣布了新的经济政策和措施以及相关的各项规定".encode(
            "gb18030"
        ),
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        decode(data, name="thing.txt")
    assert caught.value.code == "not_text"
    assert caught.value.details["name"] == "thing.txt"
