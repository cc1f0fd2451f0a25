"""What an article tells of itself: names, outlets, sources, languages, tags."""

from __future__ import annotations

import pytest

from reader.sources.names import Byline, byline_of, is_outlet
from reader.sources.reading import document_of_text
from reader.sources.references import host_in, source_of


@pytest.mark.parametrize(
    "words, author, publisher",
    [
        ("みなと国際通信　外報部・早瀬有里", "早瀬有里", "みなと国際通信"),
        ("山城新聞ネパール支局　戸田一平", "戸田一平", "山城新聞"),
        ("文／三田村航（アジア航路編集部）", "三田村航", "アジア航路編集部"),
        ("（南ひかり　編集：木下透）", "南ひかり", ""),
        ("【モスクワ＝早瀬有里】", "早瀬有里", ""),
        ("【北京共同】", "", "共同"),
        ("［ワシントン　２０日　ロイター］", "", "ロイター"),
        ("早瀬有里＝モスクワ特派員", "早瀬有里", ""),
        ("論説委員　早瀬有里", "早瀬有里", ""),
        ("By Jane Doe and John Roe", "Jane Doe and John Roe", ""),
        ("Jane Doe | Harbour News", "Jane Doe", "Harbour News"),
        ("Reporting by Jane Doe; Editing by John Roe", "Jane Doe", ""),
        ("海と暮らし編集室", "", "海と暮らし編集室"),
    ],
)
def test_a_byline_names_whom_it_names(words: str, author: str, publisher: str) -> None:
    assert byline_of(words, strict=False) == Byline(author, publisher)


@pytest.mark.parametrize(
    "words",
    [
        "条約の中身",
        "各国の反応",
        "首脳会談",
        "記者会見の舞台裏",
        "文化庁が公表",
        "逮捕された記者を釈放した",
        "海の上のニュース",
        "衛星通信",
        "24年ぶりの訪朝",
        "比中、補給任務で暫定合意",
        "A dispute over money",
    ],
)
def test_a_heading_is_no_byline(words: str) -> None:
    assert byline_of(words, strict=True) is None
    assert not is_outlet(words)


@pytest.mark.parametrize(
    "words, host",
    [
        ("cgtn.com", "cgtn.com"),
        ("https://www.un.org/bbnjagreement/en", "www.un.org"),
        ("ASEAN事務局（asean.org）", "asean.org"),
        ("朝鮮中央通信(KCNA) kcna.kp", "kcna.kp"),
        ("ｗｗｗ．ｕｎ．ｏｒｇ", "www.un.org"),
        ("desk@tide.example に問い合わせ", ""),
        ("ACFTA3.0版の署名", ""),
        ("U.S. Treasury", ""),
        ("notes.md", ""),
        ("e.g. this", ""),
    ],
)
def test_a_site_is_found_in_words(words: str, host: str) -> None:
    assert host_in(words) == host


@pytest.mark.parametrize(
    "lines, source",
    [
        (["出典：ロシア外務省、朝鮮中央通信"], "ロシア外務省"),
        (["外務省「加入書の寄託」", "https://www.mofa.go.jp/a"], "www.mofa.go.jp"),
        (["[1] 白浜研究所『手引き』"], "白浜研究所"),
        (
            ["A very long title of a report on the cables of the sea", "Harbour News"],
            "Harbour News",
        ),
        (["Source: Harbour News and Atoll Press"], "Harbour News"),
        ([], ""),
    ],
)
def test_the_source_is_a_site_or_the_first_name(lines: list[str], source: str) -> None:
    assert source_of(lines) == source


@pytest.mark.parametrize(
    "text, language",
    [
        ("三カ国の漁村で試験が始まった。", "ja"),
        ("The states agreed to share the cost of a ship in the harbour.", "en"),
        ("三个国家签署了保护湿地的协定。", "zh"),
        ("세 나라는 습지를 지키는 협정에 서명했다.", "ko"),
        ("Три страны подписали соглашение.", "ru"),
        ("Drei Länder unterzeichnen ein Abkommen.", "de"),
        ("12345", ""),
    ],
)
def test_the_language_is_guessed_by_script(text: str, language: str) -> None:
    assert document_of_text(text).facts.language == language


def test_an_update_dates_an_article_that_tells_nothing_else() -> None:
    assert (
        document_of_text("海の題\n更新：2025年4月5日\n本文である。").facts.published == "2025-04-05"
    )
    both = "海の題\n更新：2025年4月5日\n公開：2025年4月3日\n本文である。"
    assert document_of_text(both).facts.published == "2025-04-03"


def test_dates_of_related_links_are_not_the_article_s() -> None:
    facts = document_of_text(
        "海の題\n本文である。長い長い文である。\n関連記事\n波の音\n2024年5月1日\n潮風新聞"
    ).facts
    assert (facts.published, facts.publisher) == ("", "")


def test_an_event_needs_a_date_that_is_certain() -> None:
    text = "海の題\n2025年4月3日\n港で{}、観測網が動いた。"
    assert document_of_text(text.format("2日")).facts.event_date == "2025-04-02"
    assert document_of_text(text.format("30日")).facts.event_date == ""
    assert document_of_text(text.format("2030年までに")).facts.event_date == ""
    facts = document_of_text(text.format("2025年3月下旬")).facts
    assert (facts.event_date, facts.event_date_text) == ("2025-03", "2025年3月下旬")


def test_rights_tell_the_outlet() -> None:
    facts = document_of_text(
        "海の題\n本文である。\nCopyright © 2025 Harbour News. All rights reserved."
    ).facts
    assert facts.publisher == "Harbour News"


def test_a_city_s_dateline_tells_the_agency() -> None:
    text = "Ship to sail\nSUVA, Fiji (Atoll Press) — Three states agreed to own a ship together."
    assert document_of_text(text).facts.publisher == "Atoll Press"


def test_tags_are_gathered() -> None:
    text = "海の題\n本文である。\nタグ：漁業、省エネ\n#海 ＃観測"
    assert document_of_text(text).facts.tags == ("漁業", "省エネ", "海", "観測")
