"""What the reader says that a line is holds everywhere, and over new texts and understandings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from glossary_values import TODAY, question

from reader.model.changes import Changes
from reader.model.errors import UsageError
from reader.model.understanding import Understanding
from reader.services.desk import Desk, open_desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = """\
北海の橋、夏に開通へ
北海県は橋の工事が終わりに近いと発表した。
今後の注目ポイント
料金はいくらになるのか
船の便は残るのか
"""


@pytest.fixture
def desk(library_folder: Path) -> Iterator[Desk]:
    with open_desk(library_folder) as opened:
        yield opened


@pytest.fixture
def article(desk: Desk, tmp_path: Path) -> str:
    return write(desk, tmp_path, TEXT)


def write(desk: Desk, tmp_path: Path, text: str) -> str:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    return desk.adding.add([str(path)]).sources[0].id


def kinds(desk: Desk, article: str) -> dict[str, tuple[str, int]]:
    revision = desk.reading.open(article).revision
    return {
        revision.text[block.start : block.end]: (block.kind, block.level)
        for block in revision.blocks
    }


def place(words: str) -> int:
    return TEXT.index(words)


@pytest.mark.parametrize(
    "kind, level", [("heading", 3), ("paragraph", 0), ("list_item", 1), ("aside", 0)]
)
def test_a_line_is_what_the_reader_says(desk: Desk, article: str, kind: str, level: int) -> None:
    before = kinds(desk, article)
    line = "北海県は橋の工事が終わりに近いと発表した。"
    changes = desk.reading.correct_block(article, place(line), kind=kind, level=3)
    assert changes == Changes(content=frozenset((article,)))
    assert kinds(desk, article) == {**before, line: (kind, level)}
    desk.reading.correct_block(article, place(line), kind=None)
    assert kinds(desk, article) == before


def test_the_article_is_understood_anew_with_it(desk: Desk, article: str) -> None:
    desk.understanding.finish()
    assert desk.understanding.next_pending() is None
    line = "料金はいくらになるのか"
    desk.reading.correct_block(article, place(line), kind="aside")
    known = desk.reading.open(article)
    assert known.understood, "what was understood before stays in view meanwhile"
    pending = desk.understanding.next_pending()
    assert pending is not None
    assert pending.corrected
    assert [block.kind for block in pending.blocks if block.start == place(line)] == ["aside"]
    assert desk.understanding.finish().content == {article}
    texts = [point.text for point in desk.reading.open(article).watch_points]
    assert line not in texts


def test_it_holds_in_exports_and_json(desk: Desk, article: str) -> None:
    from reader.presentation import article_json

    desk.reading.correct_block(article, place("船の便"), kind="heading", level=2)
    written = article_json.known_article(desk.reading.open(article))
    assert "船の便は残るのか" in written["headings"]  # type: ignore[operator]
    page = desk.exporting.render(article, format_name="html", language="ja").decode()
    assert "船の便は残るのか</h" in page


def test_an_understanding_of_the_blocks_of_before_comes_too_late(desk: Desk, article: str) -> None:
    late = desk.understanding.next_pending()
    assert late is not None
    desk.reading.correct_block(article, place("料金"), kind="aside")
    found = Understanding(TODAY, "ja", (), (question(TEXT, "料金はいくらになるのか"),), ())
    assert desk.understanding.store(late, found) == Changes()
    assert desk.understanding.next_pending() is not None
    current = desk.understanding.next_pending()
    assert current is not None
    desk.reading.correct_block(article, place("料金"), kind=None)
    assert desk.understanding.store(current, found) == Changes()
    again = desk.understanding.next_pending()
    assert again is not None
    assert desk.understanding.store(again, found).content == {article}


def test_it_follows_its_line_into_a_new_text(desk: Desk, article: str, tmp_path: Path) -> None:
    desk.reading.correct_block(article, place("料金"), kind="heading")
    again = write(desk, tmp_path, TEXT.replace("北海県は", "県によると、北海県は") + "終わり\n")
    assert again == article
    assert kinds(desk, article)["料金はいくらになるのか"] == ("heading", 2)


def test_of_equal_lines_only_the_one_that_was_meant(desk: Desk, tmp_path: Path) -> None:
    text = "題\n同じ行\n間の行です。\n同じ行\n"
    article = write(desk, tmp_path, text)
    start = text.rindex("同じ行")
    desk.reading.correct_block(article, start, kind="aside")
    blocks = desk.reading.open(article).revision.blocks
    asides = [block.start for block in blocks if block.kind == "aside"]
    assert start in asides
    assert text.index("同じ行") not in asides


def test_a_line_within_a_larger_block_is_cut_out_of_it(desk: Desk) -> None:
    from reader.library.block_corrections import _with_line, lines_of
    from reader.model.blocks import Block, Span

    text = "一行目\n二行目\n三行目"
    whole = Block("quotation", 0, 11, 0, (Span(1, 6, "strong"),))
    line = list(lines_of(text))[1]
    assert list(_with_line([whole], line, "heading", 2)) == [
        Block("quotation", 0, 3, 0, (Span(1, 3, "strong"),)),
        Block("heading", 4, 7, 2, (Span(4, 6, "strong"),)),
        Block("quotation", 8, 11),
    ]
    bare = list(_with_line([Block("title", 0, 3)], line, "paragraph", 0))
    assert bare == [Block("title", 0, 3), Block("paragraph", 4, 7)]


@pytest.mark.parametrize("start, kind, level", [
    (0, "title", 2), (0, "heading", 7), (-1, "heading", 2), (9999, "heading", 2),
])  # fmt: skip
def test_what_makes_no_sense_is_refused(
    desk: Desk, article: str, start: int, kind: str, level: int
) -> None:
    with pytest.raises(UsageError):
        desk.reading.correct_block(article, start, kind=kind, level=level)
    assert desk.undoing.next_undo() is None
