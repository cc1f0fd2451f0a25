"""Annotated summaries on their way into files that may be there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.export.registry import Format
from reader.model.errors import ExportError, UsageError
from reader.services.desk import Desk, open_desk
from reader.services.exporting import Exporting
from reader.services.rewriting import rewrite

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import FixedClock

    from reader.model.annotated import AnnotatedSummary

TEXT = "半導体協定、来月に署名へ\nA国とB国は、半導体協定に来月署名すると発表しました。\n"


@pytest.fixture
def desk(library_folder: Path, fixed_clock: FixedClock) -> Iterator[Desk]:
    with open_desk(library_folder, clock=fixed_clock) as opened:
        yield opened


@pytest.fixture
def articles(desk: Desk) -> list[str]:
    found = [desk.adding.add_text(f"{TEXT}続報{number}\n", "x").id for number in range(3)]
    desk.understanding.finish()
    return found


def _titles(summaries: tuple[AnnotatedSummary, ...]) -> str:
    return "ours\n" + "".join(f"{one.known.article.title}\n" for one in summaries)


# A format of one file for all, as cards or tables will be; nothing is known of its edits.
LIST = Format(
    "list",
    "export.format_html",
    ".list",
    one_file=True,
    writer=_titles,
    owner=lambda data: "a" if data.startswith(b"ours") else "",
)


def test_a_dry_run_says_what_would_come_and_writes_nothing(
    desk: Desk, articles: list[str], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    planned = desk.exporting.plan(articles, "markdown", out, language="ja")
    assert not out.exists()
    written = desk.exporting.export(articles, "markdown", out, language="ja")
    assert [file.path for file in planned.files] == [file.path for file in written.files]
    assert {file.outcome for file in (*planned.files, *written.files)} == {"written"}
    again = desk.exporting.plan(articles, "markdown", out, language="ja")
    assert {file.outcome for file in again.files} == {"unchanged"}


def test_articles_of_one_title_get_names_of_their_own(
    desk: Desk, articles: list[str], tmp_path: Path
) -> None:
    report = desk.exporting.export(articles, "html", tmp_path, language="ja")
    names = {file.path.name for file in report.files}
    assert len(names) == 3
    assert f"{desk.exporting.file_stem(articles[0])}.html" in names


def test_a_corrected_title_does_not_make_a_second_file(
    desk: Desk, articles: list[str], tmp_path: Path
) -> None:
    first = desk.exporting.export(articles[:1], "markdown", tmp_path, language="ja")
    desk.reading.correct(articles[0], "title", "直した題")
    second = desk.exporting.export(articles[:1], "markdown", tmp_path, language="ja")
    assert second.files[0].path == first.files[0].path
    assert "直した題" in second.files[0].path.read_text("utf-8")


def test_a_foreign_file_in_the_folder_keeps_its_name_and_words(
    desk: Desk, articles: list[str], tmp_path: Path
) -> None:
    foreign = tmp_path / f"{desk.exporting.file_stem(articles[0])}.md"
    foreign.write_text("日記", "utf-8")
    (file,) = desk.exporting.export(articles[:1], "markdown", tmp_path, language="ja").files
    assert file.path != foreign
    assert foreign.read_text("utf-8") == "日記"


def test_one_file_that_cannot_be_written_is_raised_and_one_of_many_reported(
    desk: Desk, articles: list[str], tmp_path: Path
) -> None:
    out = tmp_path / "diary.md"
    out.write_text("日記", "utf-8")
    with pytest.raises(ExportError) as caught:
        desk.exporting.export(articles[:1], "markdown", out, language="ja")
    assert caught.value.code == "foreign_file"
    folder = tmp_path / "folder"
    written = desk.exporting.export(articles, "markdown", folder, language="ja").files
    # No longer UTF-8: nothing of it could be kept.
    written[1].path.write_bytes(written[1].path.read_bytes() + b"\xff\xfe")
    desk.summarising.write(articles[1], "要約")
    report = desk.exporting.export(articles, "markdown", folder, language="ja")
    assert [file.outcome for file in report.files] == ["unchanged", "failed", "unchanged"]
    assert written[1].path.read_bytes().endswith(b"\xff\xfe")


def test_formats_made_elsewhere_take_part(
    desk: Desk, articles: list[str], tmp_path: Path, fixed_clock: FixedClock
) -> None:
    exporting = Exporting(desk._library, clock=fixed_clock, more=[LIST])
    assert exporting.formats()[-1] is LIST
    out = tmp_path / "all.list"
    (file,) = exporting.export(articles, "list", out, language="ja").files
    assert file.ids == tuple(articles)
    assert out.read_text("utf-8").count("半導体協定") == 3
    assert exporting.render(*articles, format_name="list", language="ja") == out.read_bytes()


def test_an_unknown_format_is_wrong_usage(desk: Desk, articles: list[str], tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        desk.exporting.export(articles, "pamphlet", tmp_path / "x", language="ja")
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    "existing, replace, code",
    [
        (b"a diary", False, "foreign_file"),
        (b"ours, edited", False, "cannot_merge"),
        (b"a diary", True, ""),
        (b"ours, edited", True, ""),
        (b"fresh", False, ""),
        (None, False, ""),
    ],
)
def test_what_stands_there_decides(existing: bytes | None, replace: bool, code: str) -> None:
    def write() -> bytes:
        return rewrite(existing, b"fresh", form=LIST, ids=("a",), path="x", replace=replace).data

    if code:
        with pytest.raises(ExportError) as caught:
            write()
        assert caught.value.code == code
    else:
        assert write() == b"fresh"
